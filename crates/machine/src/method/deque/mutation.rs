//! What changes a deque.

use heapglass_heap::{Address, object::deque as blocks, static_type::StaticType};

use super::search::{not_in_deque, position};
use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
};

pub(super) fn push(m: &mut Machine, deque: Address, owned: Address) {
    let fallen = m.heap.deque_push(deque, owned);
    m.xdecref(fallen.unwrap_or_default());
}

pub(super) fn push_left(m: &mut Machine, deque: Address, owned: Address) {
    let fallen = m.heap.deque_push_left(deque, owned);
    m.xdecref(fallen.unwrap_or_default());
}

/// What to take items from: a deque that is extended by itself is copied first. A new reference.
fn source(m: &mut Machine, deque: Address, iterable: Address) -> Outcome {
    if deque == iterable {
        m.list_from(iterable)
    } else {
        Ok(m.incref(iterable))
    }
}

/// Appends all items of `iterable`.
pub(super) fn extend(m: &mut Machine, deque: Address, iterable: Address) -> Outcome<()> {
    take_all(m, deque, iterable, true)
}

/// Puts all items of `iterable` before the first, one after the other.
pub(super) fn extend_left(m: &mut Machine, deque: Address, iterable: Address) -> Outcome<()> {
    take_all(m, deque, iterable, false)
}

fn take_all(m: &mut Machine, deque: Address, iterable: Address, at_end: bool) -> Outcome<()> {
    let source = source(m, deque, iterable)?;
    m.heap.deque_start_at_end(deque, at_end);
    let push = if at_end { push } else { push_left };
    let result = m.for_each(source, |m, item| {
        push(m, deque, item);
        Ok(())
    });
    m.decref(source);
    result
}

/// Turns the item to the left end, takes it off, and turns back.
pub(super) fn delete(m: &mut Machine, deque: Address, index: u64) {
    m.heap.deque_rotate(deque, -(index as i64));
    let item = m.heap.deque_pop_left(deque);
    m.heap.deque_rotate(deque, index as i64);
    m.xdecref(item.unwrap_or_default());
}

pub(super) fn insert(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let given = arguments.positional.len();
    if given != 2 {
        return m.type_error(format!("insert() takes exactly 2 arguments ({given} given)"));
    }
    let (deque, at) = (
        arguments.self_,
        m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?,
    );
    let length = m.heap.deque_len(deque) as i64;
    if m.heap.deque_maxlen(deque).is_some_and(|most| most as i64 == length) {
        return Err(m.raise(StaticType::IndexError, "deque already at its maximum size"));
    }
    let item = m.incref(arguments.positional[1]);
    if at >= length {
        push(m, deque, item);
    } else if at <= -length || at == 0 {
        push_left(m, deque, item);
    } else {
        m.heap.deque_rotate(deque, -at);
        if at < 0 {
            push(m, deque, item)
        } else {
            push_left(m, deque, item)
        }
        m.heap.deque_rotate(deque, at);
    }
    m.none()
}

/// `deque.remove(value)`.
pub(super) fn remove(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (deque, value) = (arguments.self_, arguments.positional[0]);
    let Some(index) = position(m, deque, value, 0..u64::MAX, StaticType::IndexError)? else {
        return not_in_deque(m, value);
    };
    delete(m, deque, index);
    m.none()
}

/// `deque *= n`.
pub(super) fn multiply_in_place(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some(times) = m.repetitions(arguments.positional[0])? else { return m.not_implemented() };
    repeat(m, arguments.self_, times)?;
    Ok(m.incref(arguments.self_))
}

/// The items are appended again and again until they stand there `times` times.
pub(super) fn repeat(m: &mut Machine, deque: Address, times: u64) -> Outcome<()> {
    let items = blocks::items(&m.heap, deque);
    if times == 0 {
        blocks::clear(m, deque);
    }
    let times = match m.heap.deque_maxlen(deque) {
        // What is beyond the greatest length falls out again.
        Some(most) if !items.is_empty() => times.min(most + 1),
        _ => m.repeated_items(items.len(), times)?,
    };
    for _ in 1..times {
        if m.heap.limit_reached() {
            break;
        }
        for item in &items {
            m.incref(*item);
            push(m, deque, *item);
        }
    }
    Ok(())
}
