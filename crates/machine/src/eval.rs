//! The evaluation loop: fetch an instruction, carry it out, and when it raises, find who handles that.

mod plain;

use std::rc::Rc;

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, Raised, memory::BASE, object::tuple, refcount, static_type::StaticType};

use crate::{
    code_table::{MODULE_ENDS, Unit},
    frame::{code_field, field},
    limits::Limit,
    machine::{Ending, Machine, Outcome},
    op::{OPERATIONS, WIDTHS, arithmetic, attribute, call, compare, flow, function, iterate, local, name, subscript},
    timeline::{Stop, StopKind},
    trace_function::Tracing,
};

const LOAD_FAST: u8 = Opcode::LoadFast as u8;
const STORE_FAST: u8 = Opcode::StoreFast as u8;
const LOAD_CONST: u8 = Opcode::LoadConst as u8;
const PUSH_NULL: u8 = Opcode::PushNull as u8;
const POP_TOP: u8 = Opcode::PopTop as u8;
const BINARY_OP: u8 = Opcode::BinaryOp as u8;
const BINARY_SUBSCR: u8 = Opcode::BinarySubscr as u8;
const COMPARE_OP: u8 = Opcode::CompareOp as u8;
const POP_JUMP_IF_FALSE: u8 = Opcode::PopJumpIfFalse as u8;
const POP_JUMP_IF_TRUE: u8 = Opcode::PopJumpIfTrue as u8;
const JUMP_FORWARD: u8 = Opcode::JumpForward as u8;
const JUMP_BACKWARD: u8 = Opcode::JumpBackward as u8;
const FOR_ITER: u8 = Opcode::ForIter as u8;
const LOAD_ATTR: u8 = Opcode::LoadAttr as u8;
const LOAD_GLOBAL: u8 = Opcode::LoadGlobal as u8;
const CALL: u8 = Opcode::Call as u8;
const RETURN_VALUE: u8 = Opcode::ReturnValue as u8;
const RESUME: u8 = Opcode::Resume as u8;
const EXTENDED_ARG: u8 = Opcode::ExtendedArg as u8;

/// What the loop does after an instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// Goes on with the instruction in the registers.
    Instruction,
    /// Hands the value that lies on the shim's stack to the native caller.
    Leave,
}

/// One kind of instruction: gets its argument; the registers already point at the next instruction.
pub(crate) type Operation = fn(&mut Machine, u32) -> Outcome<Next>;

/// What a recording has to look at in the running frame; found again when another frame runs.
#[derive(Default)]
struct RunningCode {
    frame: Address,
    /// The number of its code in the code table, raised by one.
    code: u32,
    /// The first instruction.
    start: Address,
    /// The first of its constants lies here.
    constants: Address,
    /// `CodeFacts::units`.
    units: Rc<[Unit]>,
    /// Whether somebody asks for lines.
    lines: bool,
}

impl RunningCode {
    /// The unit at an address; far beyond the last one if it is before the first.
    #[inline]
    fn unit(&self, at: Address) -> usize {
        (at.raw().wrapping_sub(self.start.raw()) / 2) as usize
    }

    /// The line that may begin with the instruction at `at`: [`Unit::begins`].
    #[inline]
    fn line_at(&self, at: Address) -> u32 {
        self.units.get(self.unit(at)).filter(|_| self.lines).map_or(0, |unit| unit.begins)
    }

    /// Whether `line` begins with unit `at`, which may begin it, after unit `before`.
    #[inline]
    fn begins_line(&self, line: u32, at: usize, before: usize) -> bool {
        let Some(unit) = self.units.get(before) else { return false };
        unit.line != line || unit.opcode == RESUME || unit.opcode == JUMP_BACKWARD && before >= at
    }

    /// The stop where `line` begins after unit `before`.
    #[inline]
    fn line_stop(&self, line: u32, before: usize, step: u64, depth: u32) -> Stop {
        // The argument of `RESUME` is 0 where a function starts, more after a `yield` or an `await`.
        let enters = self.units.get(before).is_some_and(|unit| unit.opcode == RESUME && unit.argument == 0);
        Stop { step, line, depth, kind: StopKind::Line, frame: frame_number(self.frame), enters }
    }
}

/// A frame as a small number: frames are aligned.
#[inline]
pub(crate) fn frame_number(frame: Address) -> u32 {
    (frame.raw().wrapping_sub(BASE) / 8) as u32
}

impl Machine {
    /// Runs until the shim that began this loop is reached, by a value or by an exception. `Err` also when the machine
    /// pauses or is abandoned; then the registers stay as they are.
    pub(crate) fn run_loop(&mut self) -> Outcome {
        loop {
            match self.run_instructions() {
                Ok(()) => {
                    let value = self.pop();
                    self.pop_shim();
                    return Ok(value);
                }
                Err(Raised) if self.watch.abandoned || self.watch.paused => return Err(Raised),
                Err(Raised) => self.unwind()?,
            }
        }
    }

    /// The inner loop: instructions until one raises or leaves.
    ///
    /// Here the registers are local variables. [`Machine::registers`] and the frame's `prev_instr` get them before anything
    /// else can look: an observer, or an instruction that is not carried out in place. The simplest instructions are; they
    /// neither call, nor allocate, nor raise.
    fn run_instructions(&mut self) -> Outcome<()> {
        let mut next = self.registers.instruction;
        // The instruction that ran last, if the frame's own word does not say so yet.
        let mut last = Address::NULL;
        let mut running = RunningCode::default();
        loop {
            if self.registers.frame != running.frame {
                self.note_running_code(&mut running);
            }
            let noted = self.run_plain(&running, &mut next, &mut last);
            let begins = if noted { 0 } else { running.line_at(next) };
            if begins != 0 || self.registers.step >= self.watch.attention || self.registers.tracing == Tracing::On {
                self.write_last(last);
                self.registers.instruction = next;
                self.look_on(&running, begins)?;
                next = self.registers.instruction;
            }
            self.registers.step += 1;
            let mut at = next;
            let mut unit = self.heap.memory.u16(at);
            let mut argument = u32::from(unit >> 8);
            while unit as u8 == EXTENDED_ARG {
                at = at.plus(2);
                unit = self.heap.memory.u16(at);
                argument = argument << 8 | u32::from(unit >> 8);
            }
            next = at.plus(2);
            last = at;
            match unit as u8 {
                COMPARE_OP if compare::compare_ints(self, argument) => {
                    next = next.plus(2);
                    continue;
                }
                STORE_FAST => {
                    let old = local::exchange(self, argument);
                    if old.is_null() || !self.heap.lower(old) {
                        continue;
                    }
                    self.write_last(last);
                    last = Address::NULL;
                    self.registers.instruction = next;
                    refcount::dealloc(self, old);
                    continue;
                }
                POP_TOP => {
                    let value = self.pop();
                    if !self.heap.lower(value) {
                        continue;
                    }
                    self.write_last(last);
                    last = Address::NULL;
                    self.registers.instruction = next;
                    refcount::dealloc(self, value);
                    continue;
                }
                RESUME if flow::resume_quietly(self, argument) => continue,
                LOAD_GLOBAL if name::push_remembered(self, argument, at) => {
                    next = at.plus(u64::from(WIDTHS[usize::from(LOAD_GLOBAL)]));
                    continue;
                }
                JUMP_BACKWARD if !self.breaker_is_set() => {
                    next = next.minus(2 * u64::from(argument));
                    continue;
                }
                _ => {}
            }
            self.write_last(last);
            last = Address::NULL;
            let operation = usize::from(unit as u8);
            self.registers.instruction = at.plus(u64::from(WIDTHS[operation]));
            let outcome = match unit as u8 {
                BINARY_OP if arithmetic::compute_ints(self, argument) => Next::Instruction,
                FOR_ITER => iterate::for_iter(self, argument)?,
                LOAD_ATTR => attribute::load_attr(self, argument)?,
                LOAD_GLOBAL => name::load_global(self, argument)?,
                CALL => call::call(self, argument)?,
                RETURN_VALUE => function::return_value(self, 0)?,
                BINARY_SUBSCR => subscript::binary_subscr(self, 0)?,
                _ => OPERATIONS[operation](self, argument)?,
            };
            if outcome == Next::Leave {
                return Ok(());
            }
            next = self.registers.instruction;
        }
    }

    /// Writes into the running frame which instruction ran last, unless it says so already.
    #[inline]
    fn write_last(&mut self, last: Address) {
        if !last.is_null() {
            self.heap.memory.set_address(self.registers.frame.plus(field::PREVIOUS_INSTRUCTION), last);
        }
    }

    /// Tells whoever wants to know of the instruction in the registers, with which the line `begins` may begin.
    #[inline(never)]
    fn look_on(&mut self, running: &RunningCode, begins: u32) -> Outcome<()> {
        if self.registers.step >= self.watch.attention {
            self.tell_instruction()?;
        }
        if begins != 0
            && let Some(line) = self.line_begun(running, begins)
        {
            self.tell_line(line)?;
        }
        if self.registers.tracing == Tracing::On {
            self.trace_instruction()?;
        }
        Ok(())
    }

    /// The line that begins with the next instruction of the running frame; 0 if the program's module ends there. As
    /// `line_event` tells it, from the frame's own bytes.
    #[inline]
    fn line_begun(&self, running: &RunningCode, begins: u32) -> Option<u32> {
        let at = running.unit(self.registers.instruction);
        let (line, module_ends) = (begins & !MODULE_ENDS, begins & MODULE_ENDS != 0);
        let before = running.unit(self.heap.memory.address(running.frame.plus(field::PREVIOUS_INSTRUCTION)));
        // Where the module returns on a line of its own, that line begins; else the module ends.
        if line != 0 && running.begins_line(line, at, before) { Some(line) } else { module_ends.then_some(0) }
    }

    /// Another frame runs: often one of the same code.
    #[inline]
    fn note_running_code(&self, running: &mut RunningCode) {
        running.frame = self.registers.frame;
        let code = self.frame_code(running.frame);
        let number = self.heap.code_index(code) + 1;
        if number != running.code || self.code_start(code) != running.start {
            *running = self.running_code(code, number);
        }
    }

    #[inline(never)]
    fn running_code(&self, code: Address, number: u32) -> RunningCode {
        let units = self.code_facts(code).map(|facts| Rc::clone(&facts.units)).unwrap_or_default();
        let constants = self.heap.memory.address(code.plus(code_field::CONSTS)).plus(tuple::ITEMS);
        RunningCode { frame: self.registers.frame, code: number, start: self.code_start(code), constants, units, lines: self.watch.lines }
    }

    /// Whether [`Machine::check_breaker`] has anything to do.
    #[inline]
    pub(crate) fn breaker_is_set(&self) -> bool {
        self.heap.collection_due() || self.registers.step >= self.limits.steps || self.heap.limit_reached()
    }

    /// The eval breaker: a collection that waits runs now, and limits are looked at (facts page, section 5.1).
    #[inline]
    pub(crate) fn check_breaker(&mut self) -> Outcome<()> {
        if self.heap.collection_due() {
            self.run_collection()?;
        }
        if self.registers.step >= self.limits.steps || self.heap.limit_reached() {
            return Err(self.stop_at_limit());
        }
        Ok(())
    }

    #[cold]
    pub(crate) fn run_collection(&mut self) -> Outcome<()> {
        self.save_stack();
        heapglass_heap::gc::collect_generations(self);
        if self.watch.abandoned { Err(Raised) } else { Ok(()) }
    }

    /// Ends the program because a limit is reached; nothing of it runs any more.
    #[cold]
    pub(crate) fn stop_at_limit(&mut self) -> Raised {
        let made = self.registers.step.saturating_add(self.registers.children);
        let limit = if made >= self.limits.steps {
            Limit::Steps(self.limits.steps)
        } else if self.heap.work_limit_reached() {
            Limit::Work
        } else {
            Limit::Memory(self.limits.heap_bytes)
        };
        self.stop(Ending::Limit(limit))
    }

    /// Ends the program at once.
    #[cold]
    pub(crate) fn stop(&mut self, ending: Ending) -> Raised {
        if self.registers.ending.is_none() {
            self.registers.ending = Some(ending);
        }
        self.watch.abandoned = true;
        Raised
    }

    /// Ends the program because it needs what is not supported yet.
    #[cold]
    pub fn unsupported(&mut self, what: &str) -> Raised {
        let frame = self.python_frame(self.registers.frame);
        let line = if frame.is_null() { 0 } else { self.frame_line(frame) };
        self.stop(Ending::Unsupported(what.to_owned(), line))
    }

    /// Another Python frame is about to run: `RecursionError` at the limit. It counts only once it is entered.
    #[inline]
    pub(crate) fn check_recursion(&mut self) -> Outcome<()> {
        if self.registers.depth >= self.registers.recursion_limit {
            return Err(self.raise(StaticType::RecursionError, "maximum recursion depth exceeded"));
        }
        Ok(())
    }

    /// The address of the instruction `distance` units from the next one.
    #[inline]
    pub(crate) fn jump_forward(&mut self, distance: u32) {
        self.registers.instruction = self.registers.instruction.plus(2 * u64::from(distance));
    }

    /// Jumps back by `distance` units.
    #[inline]
    pub(crate) fn jump_back(&mut self, distance: u32) {
        self.registers.instruction = self.registers.instruction.minus(2 * u64::from(distance));
    }

    /// Item `index` of a tuple that the running code holds at `offset` (constants, names), borrowed.
    #[inline]
    pub(crate) fn code_item(&self, offset: u64, index: u32) -> Address {
        let tuple = self.heap.memory.address(self.frame_word(field::CODE).plus(offset));
        self.heap.memory.address(tuple.plus(24 + 8 * u64::from(index)))
    }
}
