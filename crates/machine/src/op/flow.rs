//! Jumps, and the place where a function starts or goes on.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::Address;

use super::Row;
use crate::{
    eval::Next,
    machine::{Machine, Outcome},
    watch::Moment,
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::Resume, resume),
    (Opcode::JumpForward, jump_forward),
    (Opcode::JumpBackward, jump_backward),
    (Opcode::JumpBackwardNoInterrupt, jump_backward_no_interrupt),
    (Opcode::PopJumpIfFalse, pop_jump_if_false),
    (Opcode::PopJumpIfTrue, pop_jump_if_true),
    (Opcode::PopJumpIfNone, pop_jump_if_none),
    (Opcode::PopJumpIfNotNone, pop_jump_if_not_none),
];

/// `RESUME` where nobody looks and nothing waits; `false` if it is anything else, and nothing has happened.
#[inline(always)]
pub(crate) fn resume_quietly(m: &mut Machine, place: u32) -> bool {
    !m.tells_calls() && (place & 3 >= 2 || !m.breaker_is_set())
}

/// A frame begins, or a generator goes on (argument 1: after `yield`, 2: after `yield from`, 3: after `await`).
fn resume(m: &mut Machine, place: u32) -> Outcome<Next> {
    m.happened(Moment::Call)?;
    if place & 3 < 2 {
        m.check_breaker()?;
    }
    Ok(Next::Instruction)
}

fn jump_forward(m: &mut Machine, distance: u32) -> Outcome<Next> {
    m.jump_forward(distance);
    Ok(Next::Instruction)
}

fn jump_backward(m: &mut Machine, distance: u32) -> Outcome<Next> {
    m.jump_back(distance);
    m.check_breaker()?;
    Ok(Next::Instruction)
}

fn jump_backward_no_interrupt(m: &mut Machine, distance: u32) -> Outcome<Next> {
    m.jump_back(distance);
    Ok(Next::Instruction)
}

/// Takes a condition that is a bool off the stack and tells which.
#[inline(always)]
pub(crate) fn pop_bool(m: &mut Machine) -> Option<bool> {
    let value = m.peek(1);
    let is_true = value == m.heap.true_();
    // Both bools are immortal.
    (is_true || value == m.heap.false_()).then(|| {
        m.drop_places(1);
        is_true
    })
}

/// Takes the condition off the stack and tells its truth.
fn pop_truth(m: &mut Machine) -> Outcome<bool> {
    if let Some(truth) = pop_bool(m) {
        return Ok(truth);
    }
    let value = m.peek(1);
    let truth = m.is_true(value);
    m.drop_places(1);
    m.decref(value);
    truth
}

fn pop_jump_if_false(m: &mut Machine, distance: u32) -> Outcome<Next> {
    if !pop_truth(m)? {
        m.jump_forward(distance);
    }
    Ok(Next::Instruction)
}

fn pop_jump_if_true(m: &mut Machine, distance: u32) -> Outcome<Next> {
    if pop_truth(m)? {
        m.jump_forward(distance);
    }
    Ok(Next::Instruction)
}

fn pop_jump_if_none(m: &mut Machine, distance: u32) -> Outcome<Next> {
    if pop_is_none(m) {
        m.jump_forward(distance);
    }
    Ok(Next::Instruction)
}

fn pop_jump_if_not_none(m: &mut Machine, distance: u32) -> Outcome<Next> {
    if !pop_is_none(m) {
        m.jump_forward(distance);
    }
    Ok(Next::Instruction)
}

fn pop_is_none(m: &mut Machine) -> bool {
    let value: Address = m.pop();
    let is_none = m.heap.is_none(value);
    m.decref(value);
    is_none
}
