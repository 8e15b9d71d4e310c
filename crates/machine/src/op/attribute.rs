//! `a.b`, and `super().b` in one instruction.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, static_type::StaticType};

use super::Row;
use crate::{
    eval::Next,
    frame::code_field,
    machine::{Machine, Outcome},
    types::getattro::Access,
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::LoadAttr, load_attr),
    (Opcode::StoreAttr, store_attr),
    (Opcode::DeleteAttr, delete_attr),
    (Opcode::LoadSuperAttr, load_super_attr),
];

/// With the low bit of the argument, a method to call is wanted: then the callable and its receiver are pushed without a
/// bound method, or null and whatever was found.
fn load_attr(m: &mut Machine, argument: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::NAMES, argument >> 1);
    let owner = m.peek(1);
    if argument & 1 == 0 {
        let result = m.get_attribute(owner, name);
        m.drop_places(1);
        m.decref(owner);
        m.push(result?);
        return Ok(Next::Instruction);
    }
    let result = m.load_method(owner, name);
    m.drop_places(1);
    m.decref(owner);
    let (callable, receiver) = result?;
    match receiver {
        Some(receiver) => {
            m.push(callable);
            m.push(receiver);
        }
        None => {
            m.push(Address::NULL);
            m.push(callable);
        }
    }
    Ok(Next::Instruction)
}

fn store_attr(m: &mut Machine, index: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::NAMES, index);
    let (value, owner) = (m.peek(2), m.peek(1));
    let result = m.set_attribute(owner, name, Some(value));
    m.drop_places(2);
    m.decref(value);
    m.decref(owner);
    result.map(|()| Next::Instruction)
}

fn delete_attr(m: &mut Machine, index: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::NAMES, index);
    let owner = m.peek(1);
    let result = m.set_attribute(owner, name, None);
    m.drop_places(1);
    m.decref(owner);
    result.map(|()| Next::Instruction)
}

/// Whether this instruction has run before: from the second time on CPython uses a specialised form. The inline cache after
/// the instruction remembers.
pub(super) fn is_warm(m: &mut Machine) -> bool {
    let cache = m.registers.instruction.minus(2);
    let warm = m.heap.memory.u16(cache) != 0;
    if !warm {
        m.heap.memory.set_u16(cache, 1);
    }
    warm
}

/// `LOAD_SUPER_ATTR_METHOD` and `LOAD_SUPER_ATTR_ATTR`: no super object is made, nor a bound method for a call.
fn load_super_attr_directly(m: &mut Machine, name: Address, method: bool) -> Outcome<Next> {
    let (super_, class, instance) = (m.peek(3), m.peek(2), m.peek(1));
    // Asked through a class, a function comes as it is: there is nothing to be passed first.
    let generic = m.getter_of(class) == Access::Generic && !m.heap.is_type(instance);
    let result = m.super_lookup(class, instance, name, method && generic);
    m.drop_places(3);
    m.decref(super_);
    m.decref(class);
    let (found, unbound) = match result {
        Ok(found) => found,
        Err(raised) => {
            m.decref(instance);
            return Err(raised);
        }
    };
    if unbound {
        m.push(found);
        m.push(instance);
        return Ok(Next::Instruction);
    }
    m.decref(instance);
    if method {
        m.push(Address::NULL);
    }
    m.push(found);
    Ok(Next::Instruction)
}

/// The class and the instance are passed even where the source says `super()`: they are what it would find.
fn load_super_attr(m: &mut Machine, argument: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::NAMES, argument >> 2);
    let (super_, class, instance) = (m.peek(3), m.peek(2), m.peek(1));
    if is_warm(m) && super_ == StaticType::Super.address() && m.heap.is_type(class) {
        return load_super_attr_directly(m, name, argument & 1 != 0);
    }
    let made = m.call(super_, &[class, instance], &[]);
    m.drop_places(3);
    m.decref(super_);
    m.decref(class);
    m.decref(instance);
    let made = made?;
    let result = m.get_attribute(made, name);
    m.decref(made);
    let result = result?;
    if argument & 1 != 0 {
        m.push(Address::NULL);
    }
    m.push(result);
    Ok(Next::Instruction)
}
