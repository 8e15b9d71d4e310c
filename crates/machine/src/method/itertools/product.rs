//! `product`, and the result tuple that all combinatoric iterators hand out again while nobody else holds it.

use heapglass_heap::{Address, domain::Domain, layout::itertools::product, static_type::StaticType};

use super::{instance, itself, reduce, set_state, size};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::object_type::getattribute,
};

const PRODUCT: StaticType = StaticType::ItertoolsProduct;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(PRODUCT, new),
    NativeRow::slot(PRODUCT, "__getattribute__", getattribute),
    NativeRow::slot(PRODUCT, "__iter__", itself),
    NativeRow::slot(PRODUCT, "__next__", next),
    NativeRow::no_arguments(PRODUCT, "__reduce__", reduce),
    NativeRow::one(PRODUCT, "__setstate__", set_state),
    NativeRow::no_arguments(PRODUCT, "__sizeof__", size),
];

/// A plain block of `indices`.
pub(super) fn new_indices(m: &mut Machine, indices: &[u64]) -> Address {
    let block = m.heap.allocate(Domain::Mem, (8 * indices.len() as u64).max(1));
    for (at, index) in (0..).zip(indices) {
        m.heap.memory.set_u64(block.plus(8 * at), *index);
    }
    block
}

/// Number `at` of a block of indices.
pub(super) fn index(m: &Machine, block: Address, at: u64) -> u64 {
    m.heap.memory.u64(block.plus(8 * at))
}

/// Writes number `at` of a block of indices.
pub(super) fn set_index(m: &mut Machine, block: Address, at: u64, value: u64) {
    m.heap.memory.set_u64(block.plus(8 * at), value);
}

/// The tuple in the field at `offset`, to be changed: itself if nobody else holds it, otherwise a copy takes its place.
pub(super) fn own_result(m: &mut Machine, this: Address, offset: u64) -> Address {
    let result = m.field(this, offset);
    if m.heap.refcount(result) > 1 {
        let items = m.heap.tuple_items(result);
        let copy = m.heap.new_tuple_of(&items);
        m.set_field(this, offset, copy);
        return copy;
    }
    if !m.heap.is_immortal(result) && !m.heap.is_tracked(result) {
        m.heap.gc_track(result);
    }
    result
}

/// Puts `value` (borrowed) in a result tuple.
pub(super) fn set_result(m: &mut Machine, result: Address, at: u64, value: Address) {
    let old = m.heap.tuple_item(result, at);
    m.incref(value);
    m.heap.tuple_set(result, at, value);
    m.decref(old);
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "product", &["repeat"])?;
    let times = match arguments.keyword(m, "repeat") {
        Some(times) => m.index_to_i64(times, StaticType::OverflowError)?,
        None => 1,
    };
    if times < 0 {
        return m.value_error("repeat argument cannot be negative");
    }
    let given = if times == 0 { &[] } else { arguments.positional };
    let count = given.len() as u64 * times as u64;
    if !m.heap.can_allocate(count.saturating_mul(8)) {
        return m.memory_error();
    }
    let indices = new_indices(m, &vec![0; count as usize]);
    let mut pools = Vec::new();
    for iterable in given {
        match m.tuple_from(*iterable) {
            Ok(pool) => pools.push(pool),
            Err(raised) => {
                m.heap.release(Domain::Mem, indices);
                for pool in pools {
                    m.decref(pool);
                }
                return Err(raised);
            }
        }
    }
    for at in given.len()..count as usize {
        let pool = pools[at - given.len()];
        pools.push(m.incref(pool));
    }
    let pools = m.heap.new_tuple_from(&pools);
    Ok(instance(m, arguments.self_, &[(product::POOLS, pools), (product::INDICES, indices)]))
}

fn stop(m: &mut Machine, this: Address) -> Outcome {
    m.heap.memory.set_u32(this.plus(product::STOPPED), 1);
    Ok(Address::NULL)
}

fn next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    if m.heap.memory.u32(this.plus(product::STOPPED)) != 0 {
        return Ok(Address::NULL);
    }
    let (pools, indices) = (m.heap.tuple_items(m.field(this, product::POOLS)), m.field(this, product::INDICES));
    if m.field(this, product::RESULT).is_null() {
        if pools.iter().any(|pool| m.heap.tuple_len(*pool) == 0) {
            return stop(m, this);
        }
        let firsts: Vec<Address> = pools.iter().map(|pool| m.heap.tuple_item(*pool, 0)).collect();
        let result = m.heap.new_tuple_of(&firsts);
        m.heap.memory.set_address(this.plus(product::RESULT), result);
        return Ok(m.incref(result));
    }
    let result = own_result(m, this, product::RESULT);
    for at in (0..pools.len() as u64).rev() {
        let pool = pools[at as usize];
        let next = index(m, indices, at) + 1;
        let over = next == m.heap.tuple_len(pool);
        let next = if over { 0 } else { next };
        set_index(m, indices, at, next);
        let item = m.heap.tuple_item(pool, next);
        set_result(m, result, at, item);
        if !over {
            return Ok(m.incref(result));
        }
    }
    stop(m, this)
}
