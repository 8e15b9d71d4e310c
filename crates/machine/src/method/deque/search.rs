//! Looking for items of a deque.

use std::ops::Range;

use heapglass_heap::{Address, object::deque as blocks, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
};

/// What is raised at a deque that has changed while it was gone through: an exception of class `kind`.
pub(super) fn changed<T>(m: &mut Machine, kind: StaticType) -> Outcome<T> {
    Err(m.raise(kind, "deque mutated during iteration"))
}

/// Whether the item at `at` equals `value`; the deque must keep its length meanwhile.
fn matches(m: &mut Machine, deque: Address, at: u64, value: Address, kind: StaticType) -> Outcome<bool> {
    let state = m.heap.memory.u64(deque.plus(blocks::STATE));
    let item = m.heap.memory.address(m.heap.deque_place(deque, at));
    m.incref(item);
    let equal = m.equal(item, value);
    m.decref(item);
    let equal = equal?;
    if m.heap.memory.u64(deque.plus(blocks::STATE)) == state {
        Ok(equal)
    } else {
        changed(m, kind)
    }
}

/// Where the first item that equals `value` stands.
pub(super) fn position(m: &mut Machine, deque: Address, value: Address, range: Range<u64>, kind: StaticType) -> Outcome<Option<u64>> {
    for at in range.start..range.end.min(m.heap.deque_len(deque)) {
        if matches(m, deque, at, value, kind)? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

pub(super) fn count(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut found = 0;
    for at in 0..m.heap.deque_len(arguments.self_) {
        found += i64::from(matches(m, arguments.self_, at, arguments.positional[0], StaticType::RuntimeError)?);
    }
    Ok(m.heap.new_int_ssize(found))
}

pub(super) fn index(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if arguments.positional.is_empty() {
        return m.type_error("index() takes at least 1 argument (0 given)");
    }
    arguments.arity(m, "index", 1, 3)?;
    let length = m.heap.deque_len(arguments.self_) as i64;
    let mut bounds = [0, length];
    for (at, bound) in bounds.iter_mut().enumerate() {
        if let Some(given) = arguments.get(at + 1) {
            let given = m.slice_index(given)?;
            *bound = if given < 0 {
                (given + length).max(0)
            } else {
                given.min(length)
            };
        }
    }
    match position(m, arguments.self_, arguments.positional[0], bounds[0] as u64..bounds[1] as u64, StaticType::RuntimeError)? {
        Some(at) => Ok(m.heap.new_int_ssize(at as i64)),
        None => not_in_deque(m, arguments.positional[0]),
    }
}

pub(super) fn not_in_deque(m: &mut Machine, value: Address) -> Outcome {
    let shown = m.repr_text(value)?;
    m.value_error(format!("{shown} is not in deque"))
}
