//! `try`, `except`, `raise`.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, object::exception, static_type::{StaticType, flag}};

use super::Row;
use crate::{
    eval::Next,
    frame::field,
    machine::{Machine, Outcome},
    thread_state::EXC_INFO,
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::PushExcInfo, push_exc_info),
    (Opcode::PopExcept, pop_except),
    (Opcode::Reraise, reraise),
    (Opcode::CheckExcMatch, check_exc_match),
    (Opcode::RaiseVarargs, raise_varargs),
    (Opcode::CleanupThrow, cleanup_throw),
];

/// The exception on top becomes the one being handled; the one handled before goes below it.
fn push_exc_info(m: &mut Machine, _: u32) -> Outcome<Next> {
    let exception = m.pop();
    let item = m.thread_word(EXC_INFO);
    let before = m.heap.memory.address(item);
    let before = if before.is_null() { m.heap.none() } else { before };
    m.incref(exception);
    m.heap.memory.set_address(item, exception);
    m.push(before);
    m.push(exception);
    Ok(Next::Instruction)
}

fn pop_except(m: &mut Machine, _: u32) -> Outcome<Next> {
    let before = m.pop();
    let item = m.thread_word(EXC_INFO);
    let handled = m.heap.memory.address(item);
    m.heap.memory.set_address(item, before);
    m.xdecref(handled);
    Ok(Next::Instruction)
}

/// With an argument, the place of the raising instruction lies that deep, for the traceback and the exception table.
fn reraise(m: &mut Machine, depth: u32) -> Outcome<Next> {
    if depth > 0 {
        let unit = m.heap.int_to_i64(m.peek(u64::from(depth) + 1)).unwrap_or(0);
        let frame = m.registers.frame;
        let at = m.code_start(m.frame_code(frame)).plus(2 * unit as u64);
        m.heap.memory.set_address(frame.plus(field::PREVIOUS_INSTRUCTION), at);
    }
    let exception = m.pop();
    m.set_error(exception);
    Err(m.reraise())
}

fn check_exc_match(m: &mut Machine, _: u32) -> Outcome<Next> {
    let (exception, pattern) = (m.peek(2), m.peek(1));
    if let Err(raised) = check_catchable(m, pattern) {
        m.pop_decref();
        return Err(raised);
    }
    let class = m.heap.type_of(exception);
    let matches = m.class_matches(class, pattern);
    m.pop_decref();
    let result = m.heap.bool(matches);
    m.push(result);
    Ok(Next::Instruction)
}

/// `except` wants a class below `BaseException`, or a tuple of such.
pub(super) fn check_catchable(m: &mut Machine, pattern: Address) -> Outcome<()> {
    let candidates =
        if m.heap.type_has(m.heap.type_of(pattern), flag::TUPLE_SUBCLASS) { m.heap.tuple_items(pattern) } else { vec![pattern] };
    if candidates.iter().all(|candidate| is_exception_class(m, *candidate)) {
        return Ok(());
    }
    let text = "catching classes that do not inherit from BaseException is not allowed";
    Err(m.raise(StaticType::TypeError, text))
}

/// Whether `object` is a class below `BaseException`.
fn is_exception_class(m: &Machine, object: Address) -> bool {
    m.heap.is_type(object) && m.heap.type_has(object, flag::EXCEPTION_SUBCLASS)
}

impl Machine {
    /// Whether a class of exceptions is `pattern` or below it; a tuple matches if one of its items does.
    pub(crate) fn class_matches(&self, class: Address, pattern: Address) -> bool {
        if self.heap.type_has(self.heap.type_of(pattern), flag::TUPLE_SUBCLASS) {
            return self.heap.tuple_items(pattern).into_iter().any(|item| self.class_matches(class, item));
        }
        is_exception_class(self, pattern) && self.heap.is_subtype(class, pattern)
    }

    /// Whether `object` is an exception.
    pub(crate) fn is_exception(&self, object: Address) -> bool {
        self.heap.type_has(self.heap.type_of(object), flag::EXCEPTION_SUBCLASS)
    }

    /// An instance of what a `raise` statement was given: an exception as it is (a new reference), or a class called without
    /// arguments.
    pub(crate) fn exception_from(&mut self, given: Address, otherwise: &str) -> Outcome {
        if self.is_exception(given) {
            return Ok(self.incref(given));
        }
        if !is_exception_class(self, given) {
            return Err(self.raise(StaticType::TypeError, otherwise));
        }
        let made = self.call(given, &[], &[])?;
        if self.is_exception(made) {
            return Ok(made);
        }
        let (class, type_) = (self.repr_text(given)?, self.heap.type_of(made));
        let type_ = self.repr_text(type_)?;
        self.decref(made);
        let text = format!("calling {class} should have returned an instance of BaseException, not {type_}");
        Err(self.raise(StaticType::TypeError, text))
    }
}

fn raise_varargs(m: &mut Machine, count: u32) -> Outcome<Next> {
    let cause = if count == 2 { m.pop() } else { Address::NULL };
    let given = if count >= 1 { m.pop() } else { Address::NULL };
    if given.is_null() {
        return raise_again(m);
    }
    let made = m.exception_from(given, "exceptions must derive from BaseException");
    m.decref(given);
    let exception = match made {
        Ok(exception) => exception,
        Err(raised) => {
            m.xdecref(cause);
            return Err(raised);
        }
    };
    if !cause.is_null() {
        if let Err(raised) = set_cause(m, exception, cause) {
            m.decref(exception);
            return Err(raised);
        }
    }
    Err(m.raise_object(exception))
}

/// `raise` alone.
fn raise_again(m: &mut Machine) -> Outcome<Next> {
    let Some(handled) = m.handled_exception() else {
        return Err(m.raise(StaticType::RuntimeError, "No active exception to reraise"));
    };
    m.incref(handled);
    m.set_error(handled);
    Err(m.reraise())
}

/// `raise exception from cause`; takes the cause over.
fn set_cause(m: &mut Machine, exception: Address, cause: Address) -> Outcome<()> {
    let fixed = if m.heap.is_none(cause) {
        Ok(Address::NULL)
    } else {
        m.exception_from(cause, "exception causes must derive from BaseException")
    };
    m.decref(cause);
    let displaced = m.heap.replace_exception_cause(exception, fixed?);
    m.xdecref(displaced);
    Ok(())
}

/// An exception thrown into a `yield from`: if the inner iterator ended with a value, that is the expression's value.
fn cleanup_throw(m: &mut Machine, _: u32) -> Outcome<Next> {
    let exception = m.peek(1);
    let class = m.heap.type_of(exception);
    if !m.heap.is_subtype(class, StaticType::StopIteration.address()) {
        m.incref(exception);
        m.set_error(exception);
        return Err(m.reraise());
    }
    let value = m.heap.exception_field(exception, exception::FIRST_EXTRA);
    let value = if value.is_null() { m.heap.none() } else { value };
    m.incref(value);
    m.discard_values(3);
    let none = m.heap.none();
    m.push(none);
    m.push(value);
    Ok(Next::Instruction)
}
