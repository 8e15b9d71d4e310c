//! Operators with one or two operands that make a new value.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, static_type::StaticType};

use super::{Row, quick};
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

/// Forms of `BINARY_OP`.
mod form {
    use crate::op::adaptive::Form;

    /// Two floats: the result takes the place of an operand that nobody else holds.
    pub(super) const FLOAT: Form = 1;
    /// `s += t` of a local: `BINARY_OP_INPLACE_ADD_UNICODE`.
    pub(super) const APPEND: Form = 2;
    /// Two ints or two strs, as in the general form.
    pub(super) const SAME_TYPE: Form = 3;
}

/// `BINARY_OP` of two ints of one digit; `false` if it is anything else, and nothing has happened. As in CPython, specialised
/// arithmetic of ints lets the right operand go first.
#[inline]
pub(crate) fn compute_ints(m: &mut Machine, argument: u32) -> bool {
    let (left, right) = (m.peek(2), m.peek(1));
    let Some((x, y)) = quick::compact_ints(m, left, right) else { return false };
    let Some(value) = quick::int_operation(argument, x, y) else { return false };
    let is_specialised = matches!(argument % 13, 0 | 5 | 10) && {
        let cache = m.registers.instruction.minus(2);
        m.is_settled(cache, form::SAME_TYPE)
            || m.adapt(cache, |_| form::SAME_TYPE, |_, form| form == form::SAME_TYPE) == form::SAME_TYPE
    };
    let result = m.heap.new_int(value);
    m.drop_places(2);
    let (first, second) = if is_specialised { (right, left) } else { (left, right) };
    m.decref(first);
    m.decref(second);
    m.push(result);
    true
}

/// Operands die left before right, after the operation.
pub(crate) fn binary_op(m: &mut Machine, argument: u32) -> Outcome<Next> {
    let (left, right) = (m.peek(2), m.peek(1));
    if let Some(operator) = specialised_operator(argument)
        && let Some(next) = binary_op_specialised(m, operator, left, right)
    {
        return Ok(next);
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

/// The operator if it has specialised forms: addition, subtraction, multiplication.
fn specialised_operator(argument: u32) -> Option<BinaryOp> {
    BinaryOp::from_argument(argument)
        .map(|(operator, _)| operator)
        .filter(|operator| matches!(operator, BinaryOp::Add | BinaryOp::Subtract | BinaryOp::Multiply))
}

fn binary_op_specialised(m: &mut Machine, operator: BinaryOp, left: Address, right: Address) -> Option<Next> {
    let cache = m.registers.instruction.minus(2);
    let both = |m: &Machine, which| m.heap.is_exact(left, which) && m.heap.is_exact(right, which);
    let choose = |m: &Machine| {
        if both(m, StaticType::Float) {
            form::FLOAT
        } else if operator == BinaryOp::Add && both(m, StaticType::Str) {
            if m.next_stores_into(left).is_some() { form::APPEND } else { form::SAME_TYPE }
        } else if both(m, StaticType::Int) {
            form::SAME_TYPE
        } else {
            0
        }
    };
    let fits = |m: &Machine, chosen| match chosen {
        form::FLOAT => both(m, StaticType::Float),
        form::APPEND => both(m, StaticType::Str) && m.next_stores_into(left).is_some(),
        _ => both(m, StaticType::Int) || both(m, StaticType::Str),
    };
    match m.adapt(cache, choose, fits) {
        form::FLOAT => Some(m.compute_floats(operator, left, right)),
        form::APPEND => m.append_in_place(left, right),
        _ => None,
    }
}

impl Machine {
    /// The local that the `STORE_FAST` after this instruction writes, if it holds `left` now.
    fn next_stores_into(&self, left: Address) -> Option<Address> {
        let unit = self.heap.memory.u16(self.registers.instruction);
        let place = self.local_place(u32::from(unit >> 8));
        (unit as u8 == Opcode::StoreFast as u8 && self.heap.memory.address(place) == left).then_some(place)
    }

    /// `BINARY_OP_ADD_FLOAT` and its like.
    fn compute_floats(&mut self, operator: BinaryOp, left: Address, right: Address) -> Next {
        let (a, b) = (self.heap.float_value(left), self.heap.float_value(right));
        let value = match operator {
            BinaryOp::Add => a + b,
            BinaryOp::Subtract => a - b,
            _ => a * b,
        };
        self.drop_places(2);
        let result = if self.heap.refcount(left) == 1 {
            self.heap.set_float_value(left, value);
            self.decref(right);
            left
        } else if self.heap.refcount(right) == 1 {
            self.heap.set_float_value(right, value);
            self.decref(left);
            right
        } else {
            let result = self.heap.new_float(value);
            self.decref(left);
            self.decref(right);
            result
        };
        self.push(result);
        Next::Instruction
    }

    /// `BINARY_OP_INPLACE_ADD_UNICODE`: the local lets go first, so that a string nobody else holds is extended where it lies.
    /// The `STORE_FAST` that follows is done as well.
    fn append_in_place(&mut self, left: Address, right: Address) -> Option<Next> {
        let place = self.next_stores_into(left)?;
        self.drop_places(2);
        // The stack's reference; the local still holds one.
        self.decref(left);
        let result = self.heap.str_append_in_place(left, right);
        if result != left {
            self.heap.memory.set_address(place, result);
        }
        self.decref(right);
        self.registers.instruction = self.registers.instruction.plus(2);
        Some(Next::Instruction)
    }
}
