//! The instruction that stands where a line begins in code whose lines are profiled.

use heapglass_compiler::opcode::Opcode;

use super::{OPERATIONS, WIDTHS};
use crate::{
    eval::Next,
    frame::field,
    machine::{Machine, Outcome},
};

/// `INSTRUMENTED_LINE`: no compiler emits it.
pub(crate) const INSTRUMENTED_LINE: u8 = 254;

/// Tells the profiler, then does what the compiler had put there.
pub(super) fn instrumented_line(m: &mut Machine, argument: u32) -> Outcome<Next> {
    let code = m.frame_code(m.registers.frame);
    let start = m.code_start(code);
    let mut at = m.registers.instruction.minus(2);
    let unit = at.minus(start.raw()).raw() / 2;
    m.begin_line(unit);
    let Some(facts) = m.code_facts(code).cloned() else { return Err(m.unsupported("this instruction")) };
    let (mut unit, mut argument) = (unit as usize, argument);
    let mut operation = facts.code.code.get(2 * unit).copied().unwrap_or_default();
    while operation == Opcode::ExtendedArg as u8 {
        unit += 1;
        at = at.plus(2);
        operation = facts.code.code.get(2 * unit).copied().unwrap_or_default();
        argument = argument << 8 | u32::from(facts.code.code.get(2 * unit + 1).copied().unwrap_or_default());
    }
    m.heap.memory.set_address(m.registers.frame.plus(field::PREVIOUS_INSTRUCTION), at);
    m.registers.instruction = at.plus(u64::from(WIDTHS[usize::from(operation)]));
    OPERATIONS[usize::from(operation)](m, argument)
}
