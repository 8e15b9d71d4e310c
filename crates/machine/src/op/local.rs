//! Local variables in slots.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, static_type::StaticType};

use super::Row;
use crate::{
    eval::Next,
    frame::code_field,
    machine::{Machine, Outcome},
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::LoadFast, load_fast),
    (Opcode::LoadFastCheck, load_fast_check),
    (Opcode::LoadFastAndClear, load_fast_and_clear),
    (Opcode::LoadClosure, load_fast),
    (Opcode::StoreFast, store_fast),
    (Opcode::DeleteFast, delete_fast),
];

fn load_fast(m: &mut Machine, index: u32) -> Outcome<Next> {
    load(m, index);
    Ok(Next::Instruction)
}

/// `LOAD_FAST`: never fails.
#[inline(always)]
pub(crate) fn load(m: &mut Machine, index: u32) {
    let value = m.heap.memory.address(m.local_place(index));
    m.incref(value);
    m.push(value);
}

fn load_fast_check(m: &mut Machine, index: u32) -> Outcome<Next> {
    let value = m.heap.memory.address(m.local_place(index));
    if value.is_null() {
        return unbound(m, index);
    }
    m.incref(value);
    m.push(value);
    Ok(Next::Instruction)
}

/// An inlined comprehension saves what its variable's name meant outside; that may be nothing.
fn load_fast_and_clear(m: &mut Machine, index: u32) -> Outcome<Next> {
    let place = m.local_place(index);
    let value = m.heap.memory.address(place);
    m.heap.memory.set_address(place, Address::NULL);
    m.push(value);
    Ok(Next::Instruction)
}

fn store_fast(m: &mut Machine, index: u32) -> Outcome<Next> {
    let old = exchange(m, index);
    m.xdecref(old);
    Ok(Next::Instruction)
}

/// Moves the top of the stack into a slot and hands back what was there: the new value is in place before the old one can
/// die.
#[inline(always)]
pub(crate) fn exchange(m: &mut Machine, index: u32) -> Address {
    let value = m.pop();
    let place = m.local_place(index);
    let old = m.heap.memory.address(place);
    m.heap.memory.set_address(place, value);
    old
}

fn delete_fast(m: &mut Machine, index: u32) -> Outcome<Next> {
    let place = m.local_place(index);
    let old = m.heap.memory.address(place);
    if old.is_null() {
        return unbound(m, index);
    }
    m.heap.memory.set_address(place, Address::NULL);
    m.decref(old);
    Ok(Next::Instruction)
}

#[cold]
fn unbound(m: &mut Machine, index: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::SLOT_NAMES, index);
    let message = "cannot access local variable '%s' where it is not associated with a value";
    Err(m.raise_name_error(StaticType::UnboundLocalError, message, name))
}
