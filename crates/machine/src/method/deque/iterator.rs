//! The iterators over a deque.

use heapglass_heap::{
    Address, Kind,
    layout::iterator::deque as field,
    object::deque as blocks,
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::object_type::getattribute,
};

const FORWARD: StaticType = StaticType::DequeIterator;
const BACKWARD: StaticType = StaticType::DequeReverseIterator;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(FORWARD, |m, a| new(m, a, FORWARD)),
    NativeRow::slot(FORWARD, "__getattribute__", getattribute),
    NativeRow::slot(FORWARD, "__iter__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::slot(FORWARD, "__next__", |m, a| next(m, a.self_, false)),
    NativeRow::no_arguments(FORWARD, "__length_hint__", items_left),
    NativeRow::no_arguments(FORWARD, "__reduce__", reduce),
    NativeRow::new(BACKWARD, |m, a| new(m, a, BACKWARD)),
    NativeRow::slot(BACKWARD, "__getattribute__", getattribute),
    NativeRow::slot(BACKWARD, "__iter__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::slot(BACKWARD, "__next__", |m, a| next(m, a.self_, true)),
    NativeRow::no_arguments(BACKWARD, "__length_hint__", items_left),
    NativeRow::no_arguments(BACKWARD, "__reduce__", reduce),
];

/// An iterator that has passed `index` items already: how one is unpickled.
fn new(m: &mut Machine, arguments: Arguments<'_>, which: StaticType) -> Outcome {
    arguments.arity(m, which.short_name(), 1, 2)?;
    let deque = arguments.positional[0];
    if m.heap.kind(deque) != Kind::Deque {
        let found = m.type_name(deque);
        return m.type_error(format!("argument 1 must be collections.deque, not {found}"));
    }
    let index = match arguments.get(1) {
        Some(index) => m.index_to_i64(index, StaticType::OverflowError)?,
        None => 0,
    };
    let made = iterator(m, deque, which)?;
    for _ in 0..index.min(m.heap.deque_len(deque) as i64) {
        let item = next(m, made, which == BACKWARD)?;
        m.xdecref(item);
    }
    Ok(made)
}

fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let deque = m.field(arguments.self_, field::DEQUE);
    let passed = m.heap.deque_len(deque) as i64 - m.word(arguments.self_, field::COUNTER);
    let passed = m.heap.new_int_ssize(passed);
    m.incref(deque);
    let args = m.heap.new_tuple_from(&[deque, passed]);
    let class = m.heap.type_of(arguments.self_);
    m.incref(class);
    Ok(m.heap.new_tuple_from(&[class, args]))
}

/// An iterator over a deque, forwards or backwards.
pub(super) fn iterator(m: &mut Machine, deque: Address, which: StaticType) -> Outcome {
    let (block, index) = if which == FORWARD {
        (
            m.field(deque, blocks::LEFT_BLOCK),
            m.heap.memory.u64(deque.plus(blocks::LEFT_INDEX)),
        )
    } else {
        (
            m.field(deque, blocks::RIGHT_BLOCK),
            m.heap.memory.u64(deque.plus(blocks::RIGHT_INDEX)),
        )
    };
    let (state, length) = (m.heap.memory.u64(deque.plus(blocks::STATE)), m.heap.deque_len(deque));
    m.incref(deque);
    Ok(m.new_words(which, &[block.raw(), index, deque.raw(), state, length]))
}

fn next(m: &mut Machine, iterator: Address, back: bool) -> Outcome {
    let deque = m.field(iterator, field::DEQUE);
    let left = m.heap.memory.u64(iterator.plus(field::COUNTER));
    if m.heap.memory.u64(deque.plus(blocks::STATE)) != m.heap.memory.u64(iterator.plus(field::STATE)) {
        m.heap.memory.set_u64(iterator.plus(field::COUNTER), 0);
        return super::search::changed(m, StaticType::RuntimeError);
    }
    if left == 0 {
        return Ok(Address::NULL);
    }
    let (mut block, mut index) = (
        m.field(iterator, field::BLOCK),
        m.heap.memory.i64(iterator.plus(field::INDEX)),
    );
    let item = m.field(block, blocks::ITEMS + 8 * index as u64);
    index += if back { -1 } else { 1 };
    if left > 1 && index < 0 {
        (block, index) = (m.field(block, 0), blocks::BLOCK_ITEMS as i64 - 1);
    } else if left > 1 && index == blocks::BLOCK_ITEMS as i64 {
        (block, index) = (m.field(block, blocks::RIGHT_LINK), 0);
    }
    m.heap.memory.set_address(iterator.plus(field::BLOCK), block);
    m.heap.memory.set_i64(iterator.plus(field::INDEX), index);
    m.heap.memory.set_u64(iterator.plus(field::COUNTER), left - 1);
    Ok(m.incref(item))
}

fn items_left(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let left = m.heap.memory.i64(arguments.self_.plus(field::COUNTER));
    Ok(m.heap.new_int_ssize(left))
}
