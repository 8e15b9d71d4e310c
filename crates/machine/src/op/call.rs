//! Calls: a Python function's frame takes the arguments over from the caller's stack; anything else is called natively while
//! they stay there.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, layout::callable::method, static_type::StaticType};

use super::Row;
use crate::{
    eval::Next,
    format::message::Piece,
    frame::{code_field, field},
    machine::{Machine, Outcome},
    trace_function::Tracing,
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::KwNames, kw_names),
    (Opcode::Call, call),
    (Opcode::CallFunctionEx, call_function_ex),
];

/// The names of the next call's last arguments.
fn kw_names(m: &mut Machine, index: u32) -> Outcome<Next> {
    m.registers.keyword_names = m.code_item(code_field::CONSTS, index);
    Ok(Next::Instruction)
}

/// The stack holds a method, its receiver and the arguments, or null, the callable and the arguments.
pub(crate) fn call(m: &mut Machine, count: u32) -> Outcome<Next> {
    let names = std::mem::take(&mut m.registers.keyword_names);
    let below = u64::from(count) + 2;
    if m.peek(below).is_null() && m.heap.is_exact(m.peek(below - 1), StaticType::Method) {
        unfold_method(m, below);
    }
    let has_receiver = !m.peek(below).is_null();
    let (callable, given) = if has_receiver { (m.peek(below), count + 1) } else { (m.peek(below - 1), count) };
    let callable_type = m.heap.type_of(callable);
    if callable_type == StaticType::Function.address() {
        return call_function(m, callable, given, below, names);
    }
    if m.heap.is_type(callable) && m.instantiates_in_frames(callable) {
        return m.instantiate(callable, given, names, below);
    }
    let result = if m.registers.tracing == Tracing::On {
        let first = (given > 0).then(|| m.peek(u64::from(given)));
        profiled(m, callable, first, |m| call_native(m, callable, given, names))
    } else {
        call_native(m, callable, given, names)
    };
    m.discard_values(count + 2);
    m.push(result?);
    m.check_breaker()?;
    Ok(Next::Instruction)
}

/// A call of native code between two words to the program's profile function.
fn profiled(m: &mut Machine, callable: Address, first: Option<Address>, call: impl FnOnce(&mut Machine) -> Outcome) -> Outcome {
    m.profile_native("c_call", callable, first)?;
    let result = call(m);
    if m.watch.abandoned || m.registers.tracing != Tracing::On {
        return result;
    }
    let event = if result.is_ok() { "c_return" } else { "c_exception" };
    if let Err(raised) = m.profile_native(event, callable, first) {
        if let Ok(value) = result {
            m.decref(value);
        }
        return Err(raised);
    }
    result
}

/// A bound method on the stack becomes its function and its receiver.
fn unfold_method(m: &mut Machine, below: u64) {
    let bound = m.peek(below - 1);
    let (function, receiver) = (m.heap.memory.address(bound.plus(method::FUNC)), m.heap.memory.address(bound.plus(method::SELF)));
    m.incref(receiver);
    m.incref(function);
    m.set_peek(below - 1, receiver);
    m.set_peek(below, function);
    m.decref(bound);
}

fn call_function(m: &mut Machine, function: Address, given: u32, below: u64, names: Address) -> Outcome<Next> {
    m.heap.memory.set_u16(m.registers.frame.plus(field::RETURN_OFFSET), 0);
    if names.is_null() && m.takes_plainly(function, given) {
        let code = m.function_code(function);
        let frame = m.frame_of_plain_call(function, given, below);
        m.check_recursion_of(frame)?;
        m.enter_new_frame(frame, code);
        return Ok(Next::Instruction);
    }
    let arguments = m.take_values(given);
    m.drop_places(below - u64::from(given));
    let frame = m.bind_frame(function, arguments, names)?;
    m.check_recursion_of(frame)?;
    m.enter_frame(frame);
    Ok(Next::Instruction)
}

/// The arguments stay on the caller's stack while native code runs.
fn call_native(m: &mut Machine, callable: Address, given: u32, names: Address) -> Outcome {
    if !m.registers.profiling {
        return call_natively(m, callable, given, names);
    }
    let entered = m.profile_native_call(callable);
    let result = call_natively(m, callable, given, names);
    if entered {
        m.profile_native_return();
    }
    result
}

fn call_natively(m: &mut Machine, callable: Address, given: u32, names: Address) -> Outcome {
    let mut values = [Address::NULL; 8];
    let keyword_count = if names.is_null() { 0 } else { m.heap.tuple_len(names) as usize };
    let many;
    let arguments: &[Address] = if given as usize <= values.len() {
        for index in 0..given {
            values[index as usize] = m.peek(u64::from(given - index));
        }
        &values[..given as usize]
    } else {
        many = m.top_values(given);
        &many
    };
    if keyword_count == 0 {
        return m.call(callable, arguments, &[]);
    }
    let (positional, named) = arguments.split_at(arguments.len() - keyword_count);
    let keywords: Vec<(Address, Address)> =
        named.iter().enumerate().map(|(index, value)| (m.heap.tuple_item(names, index as u64), *value)).collect();
    m.call(callable, positional, &keywords)
}

/// `f(*arguments, **keywords)`: a tuple and perhaps a dict lie on top.
fn call_function_ex(m: &mut Machine, flags: u32) -> Outcome<Next> {
    let has_keywords = flags & 1 != 0;
    let places = 3 + u32::from(has_keywords);
    arguments_to_tuple(m, u64::from(has_keywords) + 1)?;
    let keywords = if has_keywords { m.peek(1) } else { Address::NULL };
    let arguments = m.peek(u64::from(has_keywords) + 1);
    let callable = m.peek(u64::from(has_keywords) + 2);
    if m.heap.is_exact(callable, StaticType::Function) {
        m.heap.memory.set_u16(m.registers.frame.plus(field::RETURN_OFFSET), 0);
        return call_function_spread(m, callable, arguments, keywords, places);
    }
    if m.heap.is_type(callable) && m.instantiates_in_frames(callable) {
        return m.instantiate_spread(callable, arguments, keywords, u64::from(places));
    }
    let entered = m.registers.profiling && m.profile_native_call(callable);
    let result = if m.registers.tracing == Tracing::On {
        let first = (m.heap.tuple_len(arguments) > 0).then(|| m.heap.tuple_item(arguments, 0));
        profiled(m, callable, first, |m| m.call_spread(callable, arguments, keywords))
    } else {
        m.call_spread(callable, arguments, keywords)
    };
    if entered {
        m.profile_native_return();
    }
    m.discard_values(places);
    m.push(result?);
    m.check_breaker()?;
    Ok(Next::Instruction)
}

/// The frame gets references of its own; then the tuple, the dict and the function's second reference go.
fn call_function_spread(m: &mut Machine, function: Address, arguments: Address, keywords: Address, places: u32) -> Outcome<Next> {
    let bound = m.bind_spread(function, arguments, keywords);
    let mut rest = m.take_values(places).into_iter();
    // Null, the function (its reference is the frame's now), the arguments, the keywords.
    rest.next();
    rest.next();
    for value in rest {
        m.decref(value);
    }
    let frame = bound?;
    m.check_recursion_of(frame)?;
    m.enter_frame(frame);
    Ok(Next::Instruction)
}

/// Makes sure that what was written after `*` is a tuple.
fn arguments_to_tuple(m: &mut Machine, depth: u64) -> Outcome<()> {
    let arguments = m.peek(depth);
    if m.heap.is_exact(arguments, StaticType::Tuple) {
        return Ok(());
    }
    if !m.is_iterable(arguments) {
        let callable = m.peek(depth + 1);
        let name = m.type_name(arguments);
        return Err(m.raise_about_call(callable, "%U argument after * must be an iterable, not %.200s", Piece::Text(&name)));
    }
    let tuple = m.tuple_from(arguments)?;
    m.set_peek(depth, tuple);
    m.decref(arguments);
    Ok(())
}
