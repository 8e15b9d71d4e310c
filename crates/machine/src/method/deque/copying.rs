//! Copies of a deque: by the copy module, by pickling, by `+` and `*`.

use heapglass_heap::{Address, Kind, object::deque as blocks};

use super::{
    DEQUE, FORWARD,
    iterator::iterator,
    mutation::{extend, push, repeat},
};
use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
};

/// A deque of the same class and bound with the same items.
pub(super) fn copy(m: &mut Machine, deque: Address) -> Outcome {
    let class = m.heap.type_of(deque);
    let most = m.heap.memory.i64(deque.plus(blocks::MAXLEN));
    if !m.heap.is_exactly_made(deque, DEQUE) {
        let bound = if most < 0 { m.heap.none() } else { m.heap.new_int_ssize(most) };
        let result = m.call(class, &[deque, bound], &[]);
        m.decref(bound);
        let result = result?;
        if m.heap.kind(result) == Kind::Deque {
            return Ok(result);
        }
        let (class, found) = (m.type_short_name(class), m.type_name(result));
        let class = m.heap.str_text(class);
        m.decref(result);
        return m.type_error(format!("{class}() must return a deque, not {found}"));
    }
    let new = m.heap.generic_allocate(class, 0);
    m.heap.start_deque(new);
    m.heap.memory.set_i64(new.plus(blocks::MAXLEN), most);
    if m.heap.deque_len(deque) != 1 {
        m.heap.deque_start_at_end(new, true);
    }
    for item in blocks::items(&m.heap, deque) {
        m.incref(item);
        push(m, new, item);
    }
    Ok(new)
}

pub(super) fn add(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let other = arguments.positional[0];
    if m.heap.kind(other) != Kind::Deque {
        let name = m.type_name(other);
        return m.type_error(format!("can only concatenate deque (not \"{name}\") to deque"));
    }
    let sum = copy(m, arguments.self_)?;
    owned(m, sum, |m| extend(m, sum, other))
}

/// What a deque is pickled by: its class, its bound, its attributes, its items.
pub(super) fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let deque = arguments.self_;
    let state = m.state_of(deque, false)?;
    let items = iterator(m, deque, FORWARD)?;
    let args = match m.heap.deque_maxlen(deque) {
        None => m.heap.empty_tuple(),
        Some(most) => {
            let (empty, most) = (m.heap.empty_tuple(), m.heap.new_int_ssize(most as i64));
            m.heap.new_tuple_from(&[empty, most])
        }
    };
    let class = m.heap.type_of(deque);
    m.incref(class);
    Ok(m.heap.new_tuple_from(&[class, args, state, items]))
}

pub(super) fn multiply(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some(times) = m.repetitions(arguments.positional[0])? else { return m.not_implemented() };
    let product = copy(m, arguments.self_)?;
    owned(m, product, |m| repeat(m, product, times))
}

/// `product` if what is done to it succeeds.
fn owned(m: &mut Machine, product: Address, change: impl FnOnce(&mut Machine) -> Outcome<()>) -> Outcome {
    match change(m) {
        Ok(()) => Ok(product),
        Err(raised) => {
            m.decref(product);
            Err(raised)
        }
    }
}
