//! Moving values on the stack; constants.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::Address;

use super::Row;
use crate::{
    eval::Next,
    frame::code_field,
    machine::{Machine, Outcome},
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::Nop, nop),
    (Opcode::Cache, nop),
    (Opcode::PopTop, pop_top),
    (Opcode::PushNull, push_null),
    (Opcode::Copy, copy),
    (Opcode::Swap, swap),
    (Opcode::LoadConst, load_const),
    (Opcode::EndFor, end_for),
    (Opcode::EndSend, end_send),
];

fn nop(_: &mut Machine, _: u32) -> Outcome<Next> {
    Ok(Next::Instruction)
}

fn pop_top(m: &mut Machine, _: u32) -> Outcome<Next> {
    m.pop_decref();
    Ok(Next::Instruction)
}

fn push_null(m: &mut Machine, _: u32) -> Outcome<Next> {
    m.push(Address::NULL);
    Ok(Next::Instruction)
}

fn copy(m: &mut Machine, depth: u32) -> Outcome<Next> {
    let value = m.peek(u64::from(depth));
    m.incref(value);
    m.push(value);
    Ok(Next::Instruction)
}

fn swap(m: &mut Machine, depth: u32) -> Outcome<Next> {
    let depth = u64::from(depth);
    let (top, below) = (m.peek(1), m.peek(depth));
    m.set_peek(1, below);
    m.set_peek(depth, top);
    Ok(Next::Instruction)
}

fn load_const(m: &mut Machine, index: u32) -> Outcome<Next> {
    push_constant(m, index);
    Ok(Next::Instruction)
}

/// `LOAD_CONST`: never fails.
#[inline(always)]
pub(crate) fn push_constant(m: &mut Machine, index: u32) {
    let value = m.code_item(code_field::CONSTS, index);
    m.incref(value);
    m.push(value);
}

/// A generator has ended a `for` loop: its value and the iterator go.
fn end_for(m: &mut Machine, _: u32) -> Outcome<Next> {
    m.pop_decref();
    m.pop_decref();
    Ok(Next::Instruction)
}

/// The value of a `yield from` stays, the iterator goes.
fn end_send(m: &mut Machine, _: u32) -> Outcome<Next> {
    let value = m.pop();
    let receiver = m.pop();
    m.push(value);
    m.decref(receiver);
    Ok(Next::Instruction)
}
