//! When a line of the program begins, in the sense of `sys.monitoring` and `sys.settrace`.
//!
//! An instruction that may begin a line does so unless the instruction before it in the same frame was of the same line;
//! so does a jump back to the line it comes from, such as the end of a loop written on one line
//! (Python/instrumentation.c; `sys.settrace`).

use std::collections::HashMap;

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::Address;

use crate::machine::Machine;

/// How often the line of the instruction about to run begins here (0, 1 or 2 times), and the line. The frame's own bytes tell
/// which instruction came before.
fn line_here(machine: &Machine) -> (u32, u32) {
    let registers = &machine.registers;
    let code = machine.frame_code(registers.frame);
    let Some(facts) = machine.code_facts(code).filter(|facts| facts.is_program) else { return (0, 0) };
    let here = (registers.instruction.raw().wrapping_sub(machine.code_start(code).raw()) / 2) as usize;
    let line = facts.lines.get(here).copied().unwrap_or(0);
    let before = usize::try_from(machine.frame_unit(registers.frame)).ok();
    let Some(before) = before.filter(|_| line != 0) else { return (0, line) };
    let opcode_before = facts.code.code.get(before * 2).copied().and_then(Opcode::from_byte);
    // After a call of a Python function it is the end of the call's caches that came before, and that has no line.
    let same_line = facts.lines.get(before) == Some(&line) && !facts.ends_call(before);
    let starts = facts.line_starts.get(here).copied().unwrap_or(false);
    let begins = starts && (!same_line || opcode_before == Some(Opcode::Resume));
    let jumps_back = same_line && before >= here && opcode_before == Some(Opcode::JumpBackward);
    (u32::from(begins) + u32::from(jumps_back), line)
}

/// Remembers the unit that ran last in every frame: what a call, a return or an exception reports.
#[derive(Clone, Debug, Default)]
pub struct LineWatcher {
    last: HashMap<Address, usize>,
}

impl LineWatcher {
    /// How often the line of the instruction about to run begins here (0, 1 or 2 times), and the line.
    /// To be asked before every instruction.
    pub fn lines(&mut self, machine: &Machine) -> (u32, u32) {
        let registers = &machine.registers;
        let code = machine.frame_code(registers.frame);
        if machine.code_facts(code).is_some_and(|facts| facts.is_program) {
            let here = registers.instruction.raw().wrapping_sub(machine.code_start(code).raw()) / 2;
            self.last.insert(registers.frame, here as usize);
        }
        line_here(machine)
    }

    /// The line of the instruction that ran last in the running frame, or is running: what a call, a return or an exception
    /// reports.
    pub fn last_line(&self, machine: &Machine) -> Option<u32> {
        let frame = machine.registers.frame.non_null().filter(|frame| !machine.is_shim(*frame))?;
        let facts = machine.code_facts(machine.frame_code(frame))?;
        let unit = self.last.get(&frame)?;
        facts.lines.get(*unit).copied().filter(|line| *line != 0)
    }
}
