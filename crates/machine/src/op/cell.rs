//! Variables shared between functions.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, Raised, static_type::StaticType};

use super::Row;
use crate::{
    eval::Next,
    frame::{code_field, field},
    machine::{Machine, Outcome},
};

/// Where a cell keeps its content.
const CONTENT: u64 = 16;

pub(crate) const TABLE: &[Row] = &[
    (Opcode::MakeCell, make_cell),
    (Opcode::CopyFreeVars, copy_free_vars),
    (Opcode::LoadDeref, load_deref),
    (Opcode::StoreDeref, store_deref),
    (Opcode::DeleteDeref, delete_deref),
    (Opcode::LoadFromDictOrDeref, load_from_dict_or_deref),
];

/// The slot's value, such as an argument, moves into a new cell.
fn make_cell(m: &mut Machine, index: u32) -> Outcome<Next> {
    let place = m.local_place(index);
    let initial = m.heap.memory.address(place);
    let cell = m.heap.new_cell(initial);
    m.heap.memory.set_address(place, cell);
    Ok(Next::Instruction)
}

fn copy_free_vars(m: &mut Machine, count: u32) -> Outcome<Next> {
    let code = m.frame_word(field::CODE);
    let closure = m.heap.memory.address(m.frame_word(field::FUNCTION).plus(heapglass_heap::object::function::CLOSURE));
    let first = m.code_u32(code, code_field::SLOT_COUNT) - count;
    for index in 0..count {
        let cell = m.heap.tuple_item(closure, u64::from(index));
        m.incref(cell);
        m.heap.memory.set_address(m.local_place(first + index), cell);
    }
    Ok(Next::Instruction)
}

fn load_deref(m: &mut Machine, index: u32) -> Outcome<Next> {
    let cell = m.heap.memory.address(m.local_place(index));
    let value = m.heap.memory.address(cell.plus(CONTENT));
    if value.is_null() {
        return Err(unbound(m, index));
    }
    m.incref(value);
    m.push(value);
    Ok(Next::Instruction)
}

fn store_deref(m: &mut Machine, index: u32) -> Outcome<Next> {
    let value = m.pop();
    let cell = m.heap.memory.address(m.local_place(index));
    let old = m.heap.memory.address(cell.plus(CONTENT));
    m.heap.memory.set_address(cell.plus(CONTENT), value);
    m.xdecref(old);
    Ok(Next::Instruction)
}

fn delete_deref(m: &mut Machine, index: u32) -> Outcome<Next> {
    let cell = m.heap.memory.address(m.local_place(index));
    let old = m.heap.memory.address(cell.plus(CONTENT));
    if old.is_null() {
        return Err(unbound(m, index));
    }
    m.heap.memory.set_address(cell.plus(CONTENT), Address::NULL);
    m.decref(old);
    Ok(Next::Instruction)
}

fn load_from_dict_or_deref(m: &mut Machine, index: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::SLOT_NAMES, index);
    let mapping = m.pop();
    let found = m.mapping_get(mapping, name);
    m.decref(mapping);
    match found? {
        Some(value) => {
            m.push(value);
            Ok(Next::Instruction)
        }
        None => load_deref(m, index),
    }
}

/// A cell variable of this function is unbound as a local, a free one as a name.
#[cold]
fn unbound(m: &mut Machine, index: u32) -> Raised {
    let code = m.frame_word(field::CODE);
    let name = m.code_item(code_field::SLOT_NAMES, index);
    let first_free = m.code_u32(code, code_field::SLOT_COUNT) - m.code_u32(code, code_field::FREE_COUNT);
    if index < first_free {
        let message = "cannot access local variable '%s' where it is not associated with a value";
        return m.raise_name_error(StaticType::UnboundLocalError, message, name);
    }
    let message = "cannot access free variable '%s' where it is not associated with a value in enclosing scope";
    m.raise_name_error(StaticType::NameError, message, name)
}
