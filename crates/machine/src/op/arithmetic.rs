//! Operators with one or two operands that make a new value.

use heapglass_compiler::opcode::{Opcode, binary_operator};
use heapglass_heap::{Address, static_type::StaticType};

use super::Row;
use crate::{
    eval::Next,
    machine::{Machine, Outcome},
    protocol::{BinaryOp, UnaryOp},
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::UnaryNegative, unary_negative),
    (Opcode::UnaryInvert, unary_invert),
    (Opcode::UnaryNot, unary_not),
    (Opcode::BinaryOp, binary_op),
];

fn unary_negative(m: &mut Machine, _: u32) -> Outcome<Next> {
    unary(m, UnaryOp::Negative)
}

fn unary_invert(m: &mut Machine, _: u32) -> Outcome<Next> {
    unary(m, UnaryOp::Invert)
}

pub(super) fn unary(m: &mut Machine, operator: UnaryOp) -> Outcome<Next> {
    let operand = m.peek(1);
    let result = m.unary(operator, operand);
    m.pop_decref();
    m.push(result?);
    Ok(Next::Instruction)
}

fn unary_not(m: &mut Machine, _: u32) -> Outcome<Next> {
    let operand = m.peek(1);
    let truth = m.is_true(operand);
    m.pop_decref();
    let result = m.heap.bool(!truth?);
    m.push(result);
    Ok(Next::Instruction)
}

/// Operands die left before right, after the operation.
fn binary_op(m: &mut Machine, argument: u32) -> Outcome<Next> {
    let (left, right) = (m.peek(2), m.peek(1));
    if is_addition(argument) && m.heap.is_exact(left, StaticType::Str) && appended_in_place(m, left, right) {
        return Ok(Next::Instruction);
    }
    let result = match BinaryOp::from_argument(argument) {
        Some((operator, true)) => m.inplace(operator, left, right),
        Some((operator, false)) => m.binary(operator, left, right),
        None => Err(m.unsupported("this operator")),
    };
    m.drop_places(2);
    m.decref(left);
    m.decref(right);
    m.push(result?);
    Ok(Next::Instruction)
}

fn is_addition(argument: u32) -> bool {
    argument == u32::from(binary_operator::ADD) || argument == u32::from(binary_operator::INPLACE_ADD)
}

/// `s += t` where `s` is a local: from the second time on that an instruction runs, CPython uses a form that lets the local
/// go first, so that a string nobody else holds is extended where it lies (`BINARY_OP_INPLACE_ADD_UNICODE`). The `STORE_FAST`
/// that follows is then done as well. The inline cache remembers the first time.
fn appended_in_place(m: &mut Machine, left: Address, right: Address) -> bool {
    let next = m.registers.instruction;
    let cache = next.minus(2);
    if m.heap.memory.u16(cache) == 0 {
        m.heap.memory.set_u16(cache, 1);
        return false;
    }
    let unit = m.heap.memory.u16(next);
    if unit as u8 != Opcode::StoreFast as u8 || !m.heap.is_exact(right, StaticType::Str) {
        return false;
    }
    let place = m.local_place(u32::from(unit >> 8));
    if m.heap.memory.address(place) != left {
        return false;
    }
    m.drop_places(2);
    // The stack's reference; the local still holds one.
    m.decref(left);
    let result = m.heap.str_append_in_place(left, right);
    if result != left {
        m.heap.memory.set_address(place, result);
    }
    m.decref(right);
    m.registers.instruction = next.plus(2);
    true
}
