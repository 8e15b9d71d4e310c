//! What can be awaited: coroutines, what has `__await__`, and `anext(iterator, default)`.

use heapglass_heap::{
    Address, Raised,
    layout::runtime::{anext_awaitable, coroutine_wrapper},
    static_type::StaticType,
};

use super::{frame_of, methods};
use crate::{
    frame::code_flag,
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    types::{object_type::getattribute, slot::Slot},
};

const WRAPPER: StaticType = StaticType::CoroutineWrapper;
const ANEXT: StaticType = StaticType::AnextAwaitable;

/// The rows.
pub(crate) const ROWS: &[NativeRow] = &[
    NativeRow::function("builtins", "aiter", Convention::One, aiter),
    NativeRow::function("builtins", "anext", Convention::Positional, anext),
    NativeRow::slot(StaticType::Coroutine, "__await__", |m, a| {
        let coroutine = m.incref(a.self_);
        Ok(m.new_words(WRAPPER, &[coroutine.raw()]))
    }),
    NativeRow::slot(WRAPPER, "__getattribute__", getattribute),
    NativeRow::slot(ANEXT, "__getattribute__", getattribute),
    NativeRow::slot(WRAPPER, "__iter__", methods::itself),
    NativeRow::slot(WRAPPER, "__next__", |m, a| methods::next(m, of_coroutine(m, a))),
    NativeRow::one(WRAPPER, "send", |m, a| methods::send(m, of_coroutine(m, a))),
    NativeRow::positional(WRAPPER, "throw", |m, a| methods::throw(m, of_coroutine(m, a))),
    NativeRow::no_arguments(WRAPPER, "close", |m, a| methods::close(m, of_coroutine(m, a))),
    NativeRow::slot(ANEXT, "__await__", methods::itself),
    NativeRow::slot(ANEXT, "__iter__", methods::itself),
    NativeRow::slot(ANEXT, "__next__", |m, a| {
        through(m, a.self_, |m, iterator| match m.next_or_raise(iterator)? {
            Some(value) => Ok(value),
            None => Ok(Address::NULL),
        })
    }),
    NativeRow::positional(ANEXT, "send", |m, a| through(m, a.self_, |m, it| m.call_method(it, "send", a.positional))),
    NativeRow::positional(ANEXT, "throw", |m, a| through(m, a.self_, |m, it| m.call_method(it, "throw", a.positional))),
    NativeRow::positional(ANEXT, "close", |m, a| through(m, a.self_, |m, it| m.call_method(it, "close", a.positional))),
];

/// The same call, of the coroutine that a wrapper stands for.
fn of_coroutine<'a>(m: &Machine, arguments: Arguments<'a>) -> Arguments<'a> {
    Arguments { self_: m.field(arguments.self_, coroutine_wrapper::COROUTINE), ..arguments }
}

impl Machine {
    /// Whether `object` is a coroutine, or a generator made one by `types.coroutine`.
    fn is_coroutine(&self, object: Address) -> bool {
        if self.heap.is_exact(object, StaticType::Coroutine) {
            return true;
        }
        if !self.heap.is_exact(object, StaticType::Generator) {
            return false;
        }
        let code = self.frame_code(frame_of(object));
        self.heap.code_flags(code) & code_flag::ITERABLE_COROUTINE != 0
    }

    /// What is iterated to await `object` (`_PyCoro_GetAwaitableIter`). A new reference.
    pub(crate) fn awaitable_iterator(&mut self, object: Address) -> Outcome {
        if self.is_coroutine(object) {
            return Ok(self.incref(object));
        }
        let Some(iterator) = self.call_slot(object, Slot::Await, &[])? else {
            return Err(self.raise_about_type("object %.100s can't be used in 'await' expression", object));
        };
        let raised = if self.is_coroutine(iterator) {
            self.raise(StaticType::TypeError, "__await__() returned a coroutine")
        } else if !self.is_iterator(iterator) {
            self.raise_about_type("__await__() returned non-iterator of type '%.100s'", iterator)
        } else {
            return Ok(iterator);
        };
        self.decref(iterator);
        Err(raised)
    }

    /// Raises an exception whose cause and context is the one being raised (`_PyErr_FormatFromCause`).
    pub(crate) fn raise_from_cause(&mut self, which: StaticType, text: &str) -> Raised {
        let cause = self.take_error();
        self.raise(which, text);
        let error = self.take_error();
        self.incref(cause);
        let displaced = self.heap.replace_exception_cause(error, cause);
        self.xdecref(displaced);
        let displaced = self.heap.replace_exception_context(error, cause);
        self.xdecref(displaced);
        self.set_error(error);
        Raised
    }

    /// A `DeprecationWarning` about the running line: a filter may make an exception of it.
    pub(crate) fn warn_deprecated(&mut self, text: &str) -> Outcome<()> {
        self.warn(text, StaticType::DeprecationWarning)
    }

    /// `warnings.warn(text, category)`
    pub(crate) fn warn(&mut self, text: &str, category: StaticType) -> Outcome<()> {
        let warnings = self.import_module("warnings")?;
        let message = self.heap.new_str(text);
        let result = self.call_method(warnings, "warn", &[message, category.address()]);
        self.decref(message);
        self.decref(warnings);
        let value = result?;
        self.decref(value);
        Ok(())
    }
}

fn aiter(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let iterable = arguments.positional[0];
    let Some(iterator) = m.call_slot(iterable, Slot::AIter, &[])? else {
        return Err(m.raise_about_type("'%.200s' object is not an async iterable", iterable));
    };
    let type_ = m.heap.type_of(iterator);
    if m.has_slot(type_, Slot::ANext) {
        return Ok(iterator);
    }
    let text = format!("aiter() returned not an async iterator of type '{}'", m.type_name(iterator));
    m.decref(iterator);
    m.type_error(text)
}

fn anext(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "anext", 1, 2)?;
    let iterator = arguments.positional[0];
    let Some(awaitable) = m.call_slot(iterator, Slot::ANext, &[])? else {
        return Err(m.raise_about_type("'%.200s' object is not an async iterator", iterator));
    };
    let Some(default) = arguments.get(1) else { return Ok(awaitable) };
    m.incref(default);
    Ok(m.new_words(ANEXT, &[awaitable.raw(), default.raw()]))
}

/// One step of an `anext` with a default: the end of the iteration becomes the default (`anextawaitable_iternext`).
fn through(m: &mut Machine, this: Address, step: impl FnOnce(&mut Machine, Address) -> Outcome) -> Outcome {
    let iterator = anext_iterator(m, m.field(this, anext_awaitable::WRAPPED))?;
    let result = step(m, iterator);
    m.decref(iterator);
    if result.is_err() && m.error_matches(StaticType::StopAsyncIteration) {
        m.clear_error();
        let default = m.field(this, anext_awaitable::DEFAULT);
        m.incref(default);
        return Err(m.raise_stop_value(default));
    }
    result
}

fn anext_iterator(m: &mut Machine, wrapped: Address) -> Outcome {
    let awaitable = m.awaitable_iterator(wrapped)?;
    if m.is_iterator(awaitable) {
        return Ok(awaitable);
    }
    // A coroutine is no iterator, but what its `__await__` returns is.
    let iterator = m.call_slot(awaitable, Slot::Await, &[]);
    m.decref(awaitable);
    match iterator? {
        Some(iterator) if m.is_iterator(iterator) => Ok(iterator),
        other => {
            if let Some(other) = other {
                m.decref(other);
            }
            m.type_error("__await__ must return an iterable")
        }
    }
}
