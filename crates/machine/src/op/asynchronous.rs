//! `await`, `async for`, `async with`.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, Raised, static_type::StaticType};

use super::{Row, with_statement::enter};
use crate::{
    eval::Next,
    machine::{Machine, Outcome},
    types::slot::Slot,
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::GetAwaitable, get_awaitable),
    (Opcode::GetAiter, get_aiter),
    (Opcode::GetAnext, get_anext),
    (Opcode::BeforeAsyncWith, before_async_with),
    (Opcode::EndAsyncFor, end_async_for),
];

/// The awaited object gives way to the iterator that waits for it. `place` is 1 and 2 for what `__aenter__` and `__aexit__`
/// have returned.
fn get_awaitable(m: &mut Machine, place: u32) -> Outcome<Next> {
    let awaited = m.peek(1);
    let type_ = m.heap.type_of(awaited);
    if place > 0 && !m.heap.is_exact(awaited, StaticType::Coroutine) && !m.has_slot(type_, Slot::Await) {
        let method = if place == 1 { "__aenter__" } else { "__aexit__" };
        let name = m.type_name(awaited);
        let text = format!("'async with' received an object from {method} that does not implement __await__: {name}");
        m.pop_decref();
        return m.type_error(text);
    }
    let iterator = m.awaitable_iterator(awaited);
    m.pop_decref();
    let iterator = iterator?;
    if m.heap.is_exact(iterator, StaticType::Coroutine) && m.generator_delegate(iterator).is_some() {
        m.decref(iterator);
        return Err(m.raise(StaticType::RuntimeError, "coroutine is being awaited already"));
    }
    m.push(iterator);
    Ok(Next::Instruction)
}

/// `async for` begins: the iterable gives way to its asynchronous iterator.
fn get_aiter(m: &mut Machine, _: u32) -> Outcome<Next> {
    let iterable = m.peek(1);
    let found = m.call_slot(iterable, Slot::AIter, &[]);
    if let Ok(None) = found {
        m.raise_about_type("'async for' requires an object with __aiter__ method, got %.100s", iterable);
    }
    m.pop_decref();
    let Some(iterator) = found? else { return Err(Raised) };
    let type_ = m.heap.type_of(iterator);
    if !m.has_slot(type_, Slot::ANext) {
        let name = m.type_name(iterator);
        m.decref(iterator);
        let text = format!("'async for' received an object from __aiter__ that does not implement __anext__: {name}");
        return m.type_error(text);
    }
    m.push(iterator);
    Ok(Next::Instruction)
}

/// What the next item is waited for with comes on top of the asynchronous iterator.
fn get_anext(m: &mut Machine, _: u32) -> Outcome<Next> {
    let iterator = m.peek(1);
    let Some(next) = m.call_slot(iterator, Slot::ANext, &[])? else {
        let name = m.type_name(iterator);
        return m.type_error(format!("'async for' requires an iterator with __anext__ method, got {name}"));
    };
    if m.heap.is_exact(iterator, StaticType::AsyncGenerator) {
        m.push(next);
        return Ok(Next::Instruction);
    }
    let awaitable = m.awaitable_iterator(next);
    let name = m.type_name(next);
    m.decref(next);
    match awaitable {
        Ok(awaitable) => {
            m.push(awaitable);
            Ok(Next::Instruction)
        }
        Err(raised) if m.watch.abandoned => Err(raised),
        Err(_) => {
            let text = format!("'async for' received an invalid object from __anext__: {name}");
            Err(m.raise_from_cause(StaticType::TypeError, &text))
        }
    }
}

/// The manager gives way to its bound `__aexit__` and what `__aenter__` has returned.
fn before_async_with(m: &mut Machine, _: u32) -> Outcome<Next> {
    let missing = "'%.200s' object does not support the asynchronous context manager protocol";
    let half = "'%.200s' object does not support the asynchronous context manager protocol (missed __aexit__ method)";
    enter(m, ("__aenter__", missing), ("__aexit__", half))
}

/// An exception has come out of the wait for the next item: `StopAsyncIteration` ends the loop, any other goes on.
fn end_async_for(m: &mut Machine, _: u32) -> Outcome<Next> {
    let exception: Address = m.peek(1);
    let class = m.heap.type_of(exception);
    if m.heap.is_subtype(class, StaticType::StopAsyncIteration.address()) {
        m.discard_values(2);
        return Ok(Next::Instruction);
    }
    m.incref(exception);
    m.set_error(exception);
    Err(m.reraise())
}
