//! Frames: entering, leaving and clearing them, and the shims that stand for native callers.
//!
//! A frame lies on the data stack, or inside its generator. Its code, function and locals are owned references. The running
//! frame keeps its stack pointer in the registers and −1 in its own field; every other frame has its depth written down.
//!
//! A *shim* is a frame without code, where CPython has a C function between two Python frames. Its return offset names what is
//! to be done with the value that comes back: see [`Shim`].

use heapglass_heap::{Address, interpreter_frame::Owner, runtime};

use crate::{code_table::CodeFacts, machine::Machine};

pub use heapglass_heap::{interpreter_frame as field, object::code as code_field};

/// Bits of `co_flags`.
pub mod code_flag {
    /// Locals are in slots.
    pub const OPTIMIZED: u32 = 1;
    /// The call makes a new dict of locals.
    pub const NEWLOCALS: u32 = 2;
    /// `*args`.
    pub const VARARGS: u32 = 4;
    /// `**kwargs`.
    pub const VARKEYWORDS: u32 = 8;
    /// A generator.
    pub const GENERATOR: u32 = 0x20;
    /// A coroutine.
    pub const COROUTINE: u32 = 0x80;
    /// A generator that can be awaited (`types.coroutine`).
    pub const ITERABLE_COROUTINE: u32 = 0x100;
    /// An asynchronous generator.
    pub const ASYNC_GENERATOR: u32 = 0x200;
}

/// What a shim does with the value that a Python frame returns to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Shim {
    /// The evaluation loop ends and hands the value to its native caller.
    Leave = 0,
    /// `__init__` has come back: see `call::class`.
    Init = 1,
}

impl Machine {
    /// The word at `offset` of the running frame.
    #[inline]
    pub fn frame_word(&self, offset: u64) -> Address {
        self.heap.memory.address(self.registers.frame.plus(offset))
    }

    /// Where local slot `index` of the running frame lies.
    #[inline]
    pub fn local_place(&self, index: u32) -> Address {
        self.registers.frame.plus(field::LOCALSPLUS + 8 * u64::from(index))
    }

    /// The code object of a frame, borrowed.
    #[inline]
    pub fn frame_code(&self, frame: Address) -> Address {
        self.heap.memory.address(frame.plus(field::CODE))
    }

    /// The frame that called `frame`, shims included; null at the bottom.
    #[inline]
    pub fn frame_previous(&self, frame: Address) -> Address {
        self.heap.memory.address(frame.plus(field::PREVIOUS))
    }

    /// Where the instructions of a code object begin.
    #[inline]
    pub fn code_start(&self, code: Address) -> Address {
        code.plus(code_field::CODE_UNITS)
    }

    /// Whether a frame stands for native code.
    #[inline]
    pub fn is_shim(&self, frame: Address) -> bool {
        self.heap.memory.u8(frame.plus(field::OWNER)) == Owner::NativeStack as u8
    }

    /// `frame`, or the nearest caller that runs Python code; null if there is none.
    pub fn python_frame(&self, frame: Address) -> Address {
        let mut at = frame;
        while !at.is_null() && self.is_shim(at) {
            at = self.frame_previous(at);
        }
        at
    }

    /// Whether `frame` runs and has called native code, which has called Python code again.
    pub fn waits_for_native_code(&self, frame: Address) -> bool {
        let mut at = self.registers.frame;
        while !at.is_null() {
            let previous = self.frame_previous(at);
            if previous == frame {
                return self.is_shim(at);
            }
            at = previous;
        }
        false
    }

    /// A 32-bit field of a code object.
    #[inline]
    pub fn code_u32(&self, code: Address, offset: u64) -> u32 {
        self.heap.memory.u32(code.plus(offset))
    }

    /// The facts about a code object.
    pub fn code_facts(&self, code: Address) -> Option<&std::rc::Rc<CodeFacts>> {
        // A frame that is being torn down has lost its code.
        if code.is_null() { None } else { self.codes.get(self.heap.code_index(code)) }
    }

    /// Which code unit (two bytes) of its code a frame executed last; −1 before the first.
    pub fn frame_unit(&self, frame: Address) -> i64 {
        let code = self.frame_code(frame);
        let at = self.heap.memory.u64(frame.plus(field::PREVIOUS_INSTRUCTION)) as i64;
        (at - code.plus(code_field::CODE_UNITS).raw() as i64) / 2
    }

    /// The line a frame is in; 0 if its instruction has none.
    pub fn frame_line(&self, frame: Address) -> u32 {
        let code = self.frame_code(frame);
        let unit = self.frame_unit(frame);
        if unit < 0 {
            return self.code_u32(code, code_field::FIRST_LINE);
        }
        self.code_facts(code).and_then(|facts| facts.lines.get(unit as usize).copied()).unwrap_or(0)
    }

    /// The line of the instruction that the running frame runs next; 0 if it has none.
    pub fn frame_line_next(&self) -> u32 {
        let code = self.frame_code(self.registers.frame);
        let unit = self.registers.instruction.raw().wrapping_sub(self.code_start(code).raw()) / 2;
        self.code_facts(code).and_then(|facts| facts.lines.get(unit as usize).copied()).unwrap_or(0)
    }

    /// Writes the registers of the running frame into it, as before every departure from it.
    #[inline]
    pub fn save_frame(&mut self) {
        let frame = self.registers.frame;
        if !frame.is_null() {
            self.save_stack();
            if !self.is_shim(frame) {
                self.heap.memory.set_address(frame.plus(field::PREVIOUS_INSTRUCTION), self.registers.instruction.minus(2));
            }
        }
    }

    /// Writes only the depth of the running frame's stack into it: for a native call out of the middle of an instruction.
    #[inline]
    pub fn save_stack(&mut self) {
        let frame = self.registers.frame;
        if !frame.is_null() {
            let words = (self.registers.stack.raw() - frame.raw() - field::LOCALSPLUS) / 8;
            self.heap.memory.set_u32(frame.plus(field::STACK_TOP), words as u32);
        }
    }

    /// Makes `frame`, whose registers were saved, the running one.
    #[inline]
    pub fn load_frame(&mut self, frame: Address) {
        self.registers.frame = frame;
        self.heap.memory.set_address(runtime::CURRENT_FRAME, frame);
        if frame.is_null() {
            self.registers.stack = Address::NULL;
            self.registers.instruction = Address::NULL;
            return;
        }
        let words = u64::from(self.heap.memory.u32(frame.plus(field::STACK_TOP)));
        self.registers.stack = frame.plus(field::LOCALSPLUS + 8 * words);
        if self.is_shim(frame) {
            self.registers.instruction = Address::NULL;
            return;
        }
        self.registers.instruction = self.heap.memory.address(frame.plus(field::PREVIOUS_INSTRUCTION)).plus(2);
        self.heap.memory.set_i32(frame.plus(field::STACK_TOP), -1);
    }

    /// Pushes a shim above the running frame and makes it the running one; it owns `held`. `note` is a number for the
    /// continuation.
    pub fn push_shim(&mut self, kind: Shim, held: &[Address], note: u64) {
        // One place more than held: the returned value lies there for a moment.
        let frame = self.heap.push_data_stack(field::LOCALSPLUS / 8 + held.len() as u64 + 1);
        let none = self.heap.none();
        let caller = self.registers.frame;
        self.save_stack();
        let memory = &mut self.heap.memory;
        memory.fill(frame, field::LOCALSPLUS, 0);
        memory.set_address(frame.plus(field::CODE), none);
        memory.set_address(frame.plus(field::PREVIOUS), caller);
        memory.set_u64(frame.plus(field::PREVIOUS_INSTRUCTION), note);
        memory.set_u32(frame.plus(field::STACK_TOP), held.len() as u32);
        memory.set_u16(frame.plus(field::RETURN_OFFSET), kind as u16);
        memory.set_u8(frame.plus(field::OWNER), Owner::NativeStack as u8);
        for (index, object) in held.iter().enumerate() {
            memory.set_address(frame.plus(field::LOCALSPLUS + 8 * index as u64), *object);
        }
        self.registers.frame = frame;
        self.heap.memory.set_address(runtime::CURRENT_FRAME, frame);
        self.registers.stack = frame.plus(field::LOCALSPLUS + 8 * held.len() as u64);
        self.registers.instruction = Address::NULL;
    }

    /// Takes the running shim away (what it held is the caller's affair) and goes back to the frame below.
    pub fn pop_shim(&mut self) {
        let shim = self.registers.frame;
        let previous = self.frame_previous(shim);
        self.heap.pop_data_stack(shim);
        self.load_frame(previous);
    }

    /// Enters a frame that was just begun for `code`: as [`Machine::enter_frame`], without asking the frame what is known.
    #[inline]
    pub(crate) fn enter_new_frame(&mut self, frame: Address, code: Address) {
        let caller = self.registers.frame;
        self.save_stack();
        let memory = &mut self.heap.memory;
        memory.set_address(caller.plus(field::PREVIOUS_INSTRUCTION), self.registers.instruction.minus(2));
        memory.set_address(frame.plus(field::PREVIOUS), caller);
        memory.set_i32(frame.plus(field::STACK_TOP), -1);
        memory.set_address(runtime::CURRENT_FRAME, frame);
        self.registers.depth += 1;
        self.registers.frame = frame;
        self.registers.stack = frame.plus(field::LOCALSPLUS + 8 * self.heap.code_slots(code));
        self.registers.instruction = self.code_start(code);
    }

    /// Enters `frame`: the running one becomes its caller.
    pub fn enter_frame(&mut self, frame: Address) {
        let caller = self.registers.frame;
        self.save_frame();
        self.heap.memory.set_address(frame.plus(field::PREVIOUS), caller);
        self.registers.depth += 1;
        self.load_frame(frame);
    }

    /// Leaves the running frame, which still has to be cleared or belongs to a generator, and goes back to its caller.
    pub fn back_to_caller(&mut self) {
        let previous = self.frame_word(field::PREVIOUS);
        self.registers.depth = self.registers.depth.saturating_sub(1);
        self.load_frame(previous);
    }

    /// Leaves the running frame for good and releases all that it owns, locals first to last. The caller's frame is the
    /// running one before anything dies (`clear_thread_frame`).
    pub fn leave_thread_frame(&mut self) {
        let frame = self.registers.frame;
        let code = self.frame_code(frame);
        self.save_stack();
        self.back_to_caller();
        if self.heap.memory.address(frame.plus(field::FRAME_OBJECT)).is_null() {
            field::clear_plain_frame(self, frame);
        } else {
            let caller = self.python_frame(self.registers.frame);
            field::clear_frame(self, frame, caller);
        }
        self.decref(code);
        self.heap.pop_data_stack(frame);
    }
}
