//! `a.b`, and `super().b` in one instruction.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, layout::callable::property, static_type::StaticType};

use super::Row;
use crate::{
    eval::Next,
    frame::{code_field, field},
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
pub(crate) fn load_attr(m: &mut Machine, argument: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::NAMES, argument >> 1);
    let owner = m.peek(1);
    if argument & 1 == 0 {
        if getter_is_likely(m) && note_getter(m, |m| enter_getter(m, owner, name))? {
            return Ok(Next::Instruction);
        }
        let result = match m.plain_attribute(owner, name) {
            Some(value) => Ok(m.incref(value)),
            None => m.get_attribute(owner, name),
        };
        m.drop_places(1);
        m.decref(owner);
        m.push(result?);
        return Ok(Next::Instruction);
    }
    if let Some(method) = m.plain_method(owner, name) {
        // The owner's reference is the receiver's.
        m.incref(method);
        m.set_peek(1, method);
        m.push(owner);
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

/// Whether this instruction may run a getter written in Python: not the first time it is executed, and not if it met none when it was
/// looked at. The inline cache after the instruction remembers.
#[inline]
pub(super) fn getter_is_likely(m: &mut Machine) -> bool {
    let cache = m.registers.instruction.minus(2);
    match m.heap.memory.u16(cache) {
        0 => {
            m.heap.memory.set_u16(cache, EXECUTED);
            false
        }
        state => state != NO_GETTER,
    }
}

/// Notes whether `enter` found a getter.
pub(super) fn note_getter(m: &mut Machine, enter: impl FnOnce(&mut Machine) -> Outcome<bool>) -> Outcome<bool> {
    let cache = m.registers.instruction.minus(2);
    let entered = enter(m)?;
    m.heap.memory.set_u16(cache, if entered { EXECUTED } else { NO_GETTER });
    Ok(entered)
}

/// States of the inline cache of an instruction that could run a getter.
const EXECUTED: u16 = 1;
const NO_GETTER: u16 = 2;

/// `LOAD_ATTR_PROPERTY` and `LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN`: a getter written in Python runs in a frame, as a call would. False
/// if there is none.
fn enter_getter(m: &mut Machine, owner: Address, name: Address) -> Outcome<bool> {
    let class = m.heap.type_of(owner);
    if !m.heap.is_heap_type(class) {
        return Ok(false);
    }
    match m.getter_of(class) {
        Access::Generic => {
            let Some(found) = m.type_lookup(class, name).filter(|found| m.heap.is_exact(*found, StaticType::Property)) else {
                return Ok(false);
            };
            let getter = m.heap.memory.address(found.plus(property::GET));
            enter_plainly(m, getter, 1)
        }
        Access::Python => {
            let hook = m.name("__getattr__");
            if m.type_lookup(class, hook).is_some() {
                return Ok(false);
            }
            let method = m.name("__getattribute__");
            let Some(getter) = m.type_lookup(class, method).filter(|found| takes_plainly(m, *found, 2)) else {
                return Ok(false);
            };
            m.incref(name);
            m.push(name);
            enter_plainly(m, getter, 2)
        }
        _ => Ok(false),
    }
}

fn takes_plainly(m: &Machine, function: Address, given: u32) -> bool {
    !function.is_null() && m.heap.is_exact(function, StaticType::Function) && m.takes_plainly(function, given)
}

/// Enters a Python function whose arguments lie on top of the stack and go with the call; what it returns takes their place.
/// False if it is none, or wants others.
pub(super) fn enter_plainly(m: &mut Machine, function: Address, given: u32) -> Outcome<bool> {
    if !takes_plainly(m, function, given) {
        return Ok(false);
    }
    m.heap.memory.set_u16(m.registers.frame.plus(field::RETURN_OFFSET), 0);
    m.incref(function);
    let code = m.function_code(function);
    let frame = m.frame_of_plain_call(function, given, u64::from(given));
    m.check_recursion_of(frame)?;
    m.enter_new_frame(frame, code);
    Ok(true)
}

fn store_attr(m: &mut Machine, index: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::NAMES, index);
    let (value, owner) = (m.peek(2), m.peek(1));
    let result = match m.store_plainly(owner, name, value) {
        Some(displaced) => {
            m.xdecref(displaced);
            Ok(())
        }
        None => m.set_attribute(owner, name, Some(value)),
    };
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
