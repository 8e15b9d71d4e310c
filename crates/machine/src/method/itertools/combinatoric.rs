//! `combinations`, `combinations_with_replacement` and `permutations`.

use heapglass_heap::{
    Address, Kind,
    layout::itertools::{combinations, permutations},
    static_type::StaticType,
};

use super::{
    instance, itself,
    product::{index, new_indices, own_result, set_index, set_result},
    reduce, set_state, size,
};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::object_type::getattribute,
};

const COMBINATIONS: StaticType = StaticType::ItertoolsCombinations;
const REPLACED: StaticType = StaticType::ItertoolsCombinationsWithReplacement;
const PERMUTATIONS: StaticType = StaticType::ItertoolsPermutations;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(COMBINATIONS, |m, a| new(m, a, COMBINATIONS)),
    NativeRow::slot(COMBINATIONS, "__getattribute__", getattribute),
    NativeRow::slot(COMBINATIONS, "__iter__", itself),
    NativeRow::slot(COMBINATIONS, "__next__", next),
    NativeRow::no_arguments(COMBINATIONS, "__reduce__", reduce),
    NativeRow::one(COMBINATIONS, "__setstate__", set_state),
    NativeRow::no_arguments(COMBINATIONS, "__sizeof__", size),
    NativeRow::new(REPLACED, |m, a| new(m, a, REPLACED)),
    NativeRow::slot(REPLACED, "__getattribute__", getattribute),
    NativeRow::slot(REPLACED, "__iter__", itself),
    NativeRow::slot(REPLACED, "__next__", replaced_next),
    NativeRow::no_arguments(REPLACED, "__reduce__", reduce),
    NativeRow::one(REPLACED, "__setstate__", set_state),
    NativeRow::no_arguments(REPLACED, "__sizeof__", size),
    NativeRow::new(PERMUTATIONS, permutations_new),
    NativeRow::slot(PERMUTATIONS, "__getattribute__", getattribute),
    NativeRow::slot(PERMUTATIONS, "__iter__", itself),
    NativeRow::slot(PERMUTATIONS, "__next__", permutations_next),
    NativeRow::no_arguments(PERMUTATIONS, "__reduce__", reduce),
    NativeRow::one(PERMUTATIONS, "__setstate__", set_state),
    NativeRow::no_arguments(PERMUTATIONS, "__sizeof__", size),
];

/// The length asked for, from 0 on, and no more than memory has room for.
fn check_length(m: &mut Machine, length: i64) -> Outcome<u64> {
    if length < 0 {
        return m.value_error("r must be non-negative");
    }
    if !m.heap.can_allocate((length as u64).saturating_mul(8)) {
        return m.memory_error();
    }
    Ok(length as u64)
}

fn new(m: &mut Machine, arguments: Arguments<'_>, which: StaticType) -> Outcome {
    let [iterable, length] = m.named_arguments(&arguments, which.short_name(), ["iterable", "r"], 2)?;
    let length = m.index_to_i64(length.unwrap_or_default(), StaticType::OverflowError)?;
    let pool = m.tuple_from(iterable.unwrap_or_default())?;
    let length = match check_length(m, length) {
        Ok(length) => length,
        Err(raised) => {
            m.decref(pool);
            return Err(raised);
        }
    };
    let size = m.heap.tuple_len(pool);
    let replaced = which == REPLACED;
    let first: Vec<u64> = (0..length).map(|at| if replaced { 0 } else { at }).collect();
    let indices = new_indices(m, &first);
    let object = instance(m, arguments.self_, &[(combinations::POOL, pool), (combinations::INDICES, indices)]);
    m.set_word(object, combinations::LENGTH, length as i64);
    let stopped = if replaced { size == 0 && length > 0 } else { length > size };
    m.heap.memory.set_u32(object.plus(combinations::STOPPED), u32::from(stopped));
    Ok(object)
}

fn stop(m: &mut Machine, this: Address, offset: u64) -> Outcome {
    m.heap.memory.set_u32(this.plus(offset), 1);
    Ok(Address::NULL)
}

/// The first result: the items at the indices. A new reference; the iterator keeps one.
fn first_result(m: &mut Machine, this: Address, pool: Address, indices: Address, length: u64, offset: u64) -> Address {
    let items: Vec<Address> = (0..length).map(|at| m.heap.tuple_item(pool, index(m, indices, at))).collect();
    let result = m.heap.new_tuple_of(&items);
    m.heap.memory.set_address(this.plus(offset), result);
    m.incref(result)
}

fn next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    if m.heap.memory.u32(this.plus(combinations::STOPPED)) != 0 {
        return Ok(Address::NULL);
    }
    let (pool, indices) = (m.field(this, combinations::POOL), m.field(this, combinations::INDICES));
    let (size, length) = (m.heap.tuple_len(pool), m.word(this, combinations::LENGTH) as u64);
    if m.field(this, combinations::RESULT).is_null() {
        return Ok(first_result(m, this, pool, indices, length, combinations::RESULT));
    }
    let result = own_result(m, this, combinations::RESULT);
    let Some(from) = (0..length).rev().find(|at| index(m, indices, *at) != at + size - length) else {
        return stop(m, this, combinations::STOPPED);
    };
    let mut value = index(m, indices, from);
    for at in from..length {
        value += 1;
        set_index(m, indices, at, value);
        let item = m.heap.tuple_item(pool, value);
        set_result(m, result, at, item);
    }
    Ok(m.incref(result))
}

fn replaced_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    if m.heap.memory.u32(this.plus(combinations::STOPPED)) != 0 {
        return Ok(Address::NULL);
    }
    let (pool, indices) = (m.field(this, combinations::POOL), m.field(this, combinations::INDICES));
    let (size, length) = (m.heap.tuple_len(pool), m.word(this, combinations::LENGTH) as u64);
    if m.field(this, combinations::RESULT).is_null() {
        return Ok(first_result(m, this, pool, indices, length, combinations::RESULT));
    }
    let result = own_result(m, this, combinations::RESULT);
    let Some(from) = (0..length).rev().find(|at| index(m, indices, *at) != size - 1) else {
        return stop(m, this, combinations::STOPPED);
    };
    let value = index(m, indices, from) + 1;
    let item = m.heap.tuple_item(pool, value);
    for at in from..length {
        set_index(m, indices, at, value);
        set_result(m, result, at, item);
    }
    Ok(m.incref(result))
}

fn permutations_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [iterable, length] = m.named_arguments(&arguments, "permutations", ["iterable", "r"], 1)?;
    let pool = m.tuple_from(iterable.unwrap_or_default())?;
    let size = m.heap.tuple_len(pool);
    let length = match length.filter(|length| !m.heap.is_none(*length)) {
        None => Ok(size),
        Some(length) if m.heap.kind(length) != Kind::Int => m.type_error("Expected int as r"),
        Some(length) => {
            m.index_to_i64(length, StaticType::OverflowError).and_then(|length| check_length(m, length))
        }
    };
    let length = match length {
        Ok(length) => length,
        Err(raised) => {
            m.decref(pool);
            return Err(raised);
        }
    };
    let indices = new_indices(m, &(0..size).collect::<Vec<u64>>());
    let cycles = new_indices(m, &(0..length).map(|at| size.wrapping_sub(at)).collect::<Vec<u64>>());
    let words = [(permutations::POOL, pool), (permutations::INDICES, indices), (permutations::CYCLES, cycles)];
    let object = instance(m, arguments.self_, &words);
    m.set_word(object, permutations::LENGTH, length as i64);
    m.heap.memory.set_u32(object.plus(permutations::STOPPED), u32::from(length > size));
    Ok(object)
}

fn permutations_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    if m.heap.memory.u32(this.plus(permutations::STOPPED)) != 0 {
        return Ok(Address::NULL);
    }
    let (pool, indices) = (m.field(this, permutations::POOL), m.field(this, permutations::INDICES));
    let (size, length) = (m.heap.tuple_len(pool), m.word(this, permutations::LENGTH) as u64);
    if m.field(this, permutations::RESULT).is_null() {
        return Ok(first_result(m, this, pool, indices, length, permutations::RESULT));
    }
    if size == 0 {
        return stop(m, this, permutations::STOPPED);
    }
    let result = own_result(m, this, permutations::RESULT);
    let cycles = m.field(this, permutations::CYCLES);
    for at in (0..length).rev() {
        let left = index(m, cycles, at) - 1;
        set_index(m, cycles, at, left);
        if left == 0 {
            // indices[at:] = indices[at + 1:] + indices[at:at + 1]
            let moved = index(m, indices, at);
            for place in at..size - 1 {
                let next = index(m, indices, place + 1);
                set_index(m, indices, place, next);
            }
            set_index(m, indices, size - 1, moved);
            set_index(m, cycles, at, size - at);
            continue;
        }
        let (here, there) = (index(m, indices, at), index(m, indices, size - left));
        set_index(m, indices, at, there);
        set_index(m, indices, size - left, here);
        for place in at..length {
            let item = m.heap.tuple_item(pool, index(m, indices, place));
            set_result(m, result, place, item);
        }
        return Ok(m.incref(result));
    }
    stop(m, this, permutations::STOPPED)
}
