//! Comparisons, `is` and `in`.

use heapglass_compiler::opcode::Opcode;

use super::{Row, quick};
use crate::{
    eval::Next,
    machine::{Machine, Outcome},
    protocol::CompareOp,
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::CompareOp, compare_op),
    (Opcode::IsOp, is_op),
    (Opcode::ContainsOp, contains_op),
];

const OPERATORS: [CompareOp; 6] =
    [CompareOp::Lt, CompareOp::Le, CompareOp::Eq, CompareOp::Ne, CompareOp::Gt, CompareOp::Ge];

/// The operator in the argument of `COMPARE_OP`.
#[inline(always)]
pub(crate) fn operator(argument: u32) -> CompareOp {
    OPERATORS[(argument >> 4) as usize % 6]
}

/// `COMPARE_OP` of two ints of one digit; `false` if it is anything else, and nothing has happened.
#[inline(always)]
pub(crate) fn compare_ints(m: &mut Machine, argument: u32) -> bool {
    let (left, right) = (m.peek(2), m.peek(1));
    let Some((x, y)) = quick::compact_ints(m, left, right) else { return false };
    m.drop_places(2);
    m.decref(left);
    m.decref(right);
    let result = m.heap.bool(quick::int_comparison(operator(argument), x, y));
    m.push(result);
    true
}

fn compare_op(m: &mut Machine, argument: u32) -> Outcome<Next> {
    let (left, right) = (m.peek(2), m.peek(1));
    let operator = operator(argument);
    let result = match quick::compact_ints(m, left, right) {
        Some((x, y)) => Ok(m.heap.bool(quick::int_comparison(operator, x, y))),
        None => m.rich_compare(left, right, operator),
    };
    m.drop_places(2);
    m.decref(left);
    m.decref(right);
    m.push(result?);
    Ok(Next::Instruction)
}

fn is_op(m: &mut Machine, negated: u32) -> Outcome<Next> {
    let right = m.pop();
    let left = m.pop();
    m.decref(left);
    m.decref(right);
    let result = m.heap.bool((left == right) != (negated != 0));
    m.push(result);
    Ok(Next::Instruction)
}

fn contains_op(m: &mut Machine, negated: u32) -> Outcome<Next> {
    let (left, right) = (m.peek(2), m.peek(1));
    let found = m.contains(right, left);
    m.drop_places(2);
    m.decref(left);
    m.decref(right);
    let result = m.heap.bool(found? != (negated != 0));
    m.push(result);
    Ok(Next::Instruction)
}
