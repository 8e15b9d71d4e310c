//! `a[b]` and slices.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::Address;

use super::{
    Row,
    attribute::{enter_plainly, getter_is_likely, note_getter},
    quick,
};
use crate::{
    eval::Next,
    machine::{Machine, Outcome},
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::BinarySubscr, binary_subscr),
    (Opcode::StoreSubscr, store_subscr),
    (Opcode::DeleteSubscr, delete_subscr),
    (Opcode::BinarySlice, binary_slice),
    (Opcode::StoreSlice, store_slice),
    (Opcode::BuildSlice, build_slice),
];

pub(crate) fn binary_subscr(m: &mut Machine, _: u32) -> Outcome<Next> {
    let (container, key) = (m.peek(2), m.peek(1));
    let result = match quick::item(m, container, key) {
        Some(item) => Ok(m.incref(item)),
        None => {
            if m.heap.is_heap_type(m.heap.type_of(container))
                && getter_is_likely(m)
                && note_getter(m, |m| enter_getter(m, container))?
            {
                return Ok(Next::Instruction);
            }
            m.get_item(container, key)
        }
    };
    m.drop_places(2);
    m.decref(container);
    m.decref(key);
    m.push(result?);
    Ok(Next::Instruction)
}

/// `BINARY_SUBSCR_GETITEM`: a `__getitem__` written in Python runs in a frame, as a call would.
fn enter_getter(m: &mut Machine, container: Address) -> Outcome<bool> {
    let method = m.name("__getitem__");
    match m.type_lookup(m.heap.type_of(container), method) {
        Some(function) => enter_plainly(m, function, 2),
        None => Ok(false),
    }
}

fn store_subscr(m: &mut Machine, _: u32) -> Outcome<Next> {
    let (value, container, key) = (m.peek(3), m.peek(2), m.peek(1));
    if let Some(old) = quick::replace_list_item(m, container, key, value) {
        m.incref(value);
        m.decref(old);
        m.drop_places(3);
        m.decref(value);
        m.decref(container);
        m.decref(key);
        return Ok(Next::Instruction);
    }
    let result = m.set_item(container, key, value);
    m.drop_places(3);
    m.decref(value);
    m.decref(container);
    m.decref(key);
    result.map(|()| Next::Instruction)
}

fn delete_subscr(m: &mut Machine, _: u32) -> Outcome<Next> {
    let (container, key) = (m.peek(2), m.peek(1));
    let result = m.del_item(container, key);
    m.drop_places(2);
    m.decref(container);
    m.decref(key);
    result.map(|()| Next::Instruction)
}

/// The slice of the two values on top, which stays there alone: it must be accounted for while the container looks at it.
fn slice_of_two(m: &mut Machine) -> Address {
    let (start, stop) = (m.peek(2), m.peek(1));
    let none = m.heap.none();
    let slice = m.heap.new_slice(start, stop, none);
    m.drop_places(2);
    m.push(slice);
    slice
}

fn binary_slice(m: &mut Machine, _: u32) -> Outcome<Next> {
    let slice = slice_of_two(m);
    let container = m.peek(2);
    let result = m.get_item(container, slice);
    m.drop_places(2);
    m.decref(slice);
    m.decref(container);
    m.push(result?);
    Ok(Next::Instruction)
}

fn store_slice(m: &mut Machine, _: u32) -> Outcome<Next> {
    let slice = slice_of_two(m);
    let (value, container) = (m.peek(3), m.peek(2));
    let result = m.set_item(container, slice, value);
    m.drop_places(3);
    m.decref(slice);
    m.decref(value);
    m.decref(container);
    result.map(|()| Next::Instruction)
}

fn build_slice(m: &mut Machine, count: u32) -> Outcome<Next> {
    let step = if count == 3 { m.pop() } else { m.heap.none() };
    let stop = m.pop();
    let start = m.pop();
    let slice = m.heap.new_slice(start, stop, step);
    m.push(slice);
    Ok(Next::Instruction)
}
