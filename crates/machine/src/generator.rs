//! Generators and coroutines: objects with a frame inside.
//!
//! ```text
//! 0        16        24    32        40         56      64    67     72
//! | object | weaklist | name | qualname | exc_state | origin | flags | state | frame . . .
//! ```
//!
//! While it runs, the frame is linked into the chain of callers like any other, and the generator's own item of the stack
//! of handled exceptions is on top of that stack.

pub(crate) mod asynchronous;
pub(crate) mod awaitable;
mod delegate;
pub(crate) mod hooks;
pub(crate) mod methods;

use heapglass_heap::{
    Address, Raised,
    interpreter_frame::Owner,
    object::{function as function_field, generator::{self as offset, FrameState}},
    static_type::StaticType,
};

use crate::{
    eval::Next,
    frame::{Shim, code_field, code_flag, field},
    machine::{Machine, Outcome},
    thread_state::{EXC_INFO, FINALIZING},
    watch::Moment,
};

/// The generator that a frame lies in.
pub(crate) fn of_frame(frame: Address) -> Address {
    frame.minus(offset::FRAME)
}

/// The frame inside a generator.
pub(crate) fn frame_of(generator: Address) -> Address {
    generator.plus(offset::FRAME)
}

impl Machine {
    /// Whether its frame can be entered now: neither running nor at its end.
    pub(crate) fn can_resume_generator(&self, generator: Address) -> bool {
        matches!(self.heap.generator_state(generator), FrameState::Created | FrameState::Suspended)
    }

    /// Whether a frame lies in a generator.
    pub(crate) fn is_generator_frame(&self, frame: Address) -> bool {
        self.heap.memory.u8(frame.plus(field::OWNER)) == Owner::Generator as u8
    }

    /// Whether the running code is a coroutine's.
    pub(crate) fn runs_coroutine_code(&self) -> bool {
        let flags = self.code_u32(self.frame_word(field::CODE), code_field::FLAGS);
        flags & (code_flag::COROUTINE | code_flag::ITERABLE_COROUTINE) != 0
    }

    /// A suspended frame has no caller.
    pub(crate) fn forget_previous(&mut self, frame: Address) {
        self.heap.memory.set_address(frame.plus(field::PREVIOUS), Address::NULL);
    }

    /// What the loop does once the caller's frame is the running one again.
    #[inline]
    pub(crate) fn next_in_frame(&self) -> Next {
        if self.is_shim(self.registers.frame) { Next::Leave } else { Next::Instruction }
    }

    /// Enters a generator's frame from an instruction of the running one, giving it `sent` (owned). When it returns, the
    /// caller goes on `distance` units after its next instruction.
    pub(crate) fn enter_generator(&mut self, generator: Address, sent: Address, distance: u32) {
        self.heap.memory.set_u16(self.registers.frame.plus(field::RETURN_OFFSET), distance as u16);
        self.save_frame();
        self.start_generator_frame(generator, sent);
    }

    /// The same from above a shim.
    fn start_generator_frame(&mut self, generator: Address, sent: Address) {
        let frame = frame_of(generator);
        let caller = self.registers.frame;
        self.heap.memory.set_address(frame.plus(field::PREVIOUS), caller);
        self.heap.set_generator_state(generator, FrameState::Executing);
        let item = generator.plus(offset::EXCEPTION);
        let top = self.replace_thread_word(EXC_INFO, item);
        self.heap.memory.set_address(item.plus(8), top);
        self.registers.depth += 1;
        self.load_frame(frame);
        self.push(sent);
    }

    /// Takes the generator's item off the stack of handled exceptions.
    pub(crate) fn pop_generator_exc_info(&mut self, generator: Address) {
        let item = generator.plus(offset::EXCEPTION);
        let previous = self.heap.memory.address(item.plus(8));
        self.heap.memory.set_address(item.plus(8), Address::NULL);
        self.replace_thread_word(EXC_INFO, previous);
    }

    /// Ends the running generator frame, whose stack is empty, and goes back to its caller (`clear_gen_frame`).
    pub(crate) fn leave_generator_frame(&mut self) {
        let frame = self.registers.frame;
        let generator = of_frame(frame);
        // Nobody may be left to hold the generator while its frame is cleared.
        self.incref(generator);
        self.heap.set_generator_state(generator, FrameState::Cleared);
        self.pop_generator_exc_info(generator);
        self.save_stack();
        self.back_to_caller();
        let caller = self.python_frame(self.registers.frame);
        field::clear_frame(self, frame, caller);
        self.forget_previous(frame);
        self.decref(generator);
    }

    /// `RETURN_GENERATOR`: the running frame moves into a new generator, which is pushed on the caller's stack.
    pub(crate) fn make_generator(&mut self) {
        let frame = self.registers.frame;
        let function = self.frame_word(field::FUNCTION);
        let code = self.frame_word(field::CODE);
        let flags = self.code_u32(code, code_field::FLAGS);
        let which = if flags & code_flag::COROUTINE != 0 {
            StaticType::Coroutine
        } else if flags & code_flag::ASYNC_GENERATOR != 0 {
            StaticType::AsyncGenerator
        } else {
            StaticType::Generator
        };
        let name = self.heap.memory.address(function.plus(function_field::NAME));
        let qualified_name = self.heap.memory.address(function.plus(function_field::QUALIFIED_NAME));
        let generator = self.heap.new_generator(which, code, name, qualified_name);
        self.save_frame();
        let inner = frame_of(generator);
        self.heap.copy_frame(frame, inner);
        self.heap.memory.set_u8(inner.plus(field::OWNER), Owner::Generator as u8);
        self.back_to_caller();
        self.heap.pop_data_stack(frame);
        self.heap.set_generator_state(generator, FrameState::Created);
        let object = self.heap.memory.address(inner.plus(field::FRAME_OBJECT));
        if !object.is_null() {
            self.heap.memory.set_address(object.plus(heapglass_heap::object::frame::FRAME), inner);
        }
        if which == StaticType::Coroutine {
            let origin = self.coroutine_origin();
            self.heap.memory.set_address(generator.plus(offset::ORIGIN), origin);
        }
        self.push(generator);
    }

    /// Runs a generator from native code until it yields (`Ok(Some)`), returns (`Ok(None)`, with the value left for
    /// [`Machine::take_stop_value`] as a `StopIteration` being raised unless it is `None`), or raises. With `raise` an
    /// exception is being raised already and goes off inside the generator.
    pub(crate) fn resume_generator(&mut self, generator: Address, sent: Address, raise: bool) -> Outcome<Option<Address>> {
        self.check_recursion()?;
        self.enter_loop()?;
        // The caller holds the generator: no reference is added, as in CPython.
        let saved = self.registers.instruction;
        let caller = (self.registers.frame, self.registers.stack);
        self.push_shim(Shim::Leave, &[], 0);
        self.registers.nesting += 1;
        self.incref(sent);
        self.start_generator_frame(generator, sent);
        if raise {
            self.chain_stack_item();
            self.happened_raising(Moment::Call)?;
        }
        let result = if raise { self.run_loop_raising() } else { self.run_loop() };
        self.leave_loop();
        if self.watch.abandoned {
            (self.registers.frame, self.registers.stack) = caller;
        }
        if self.watch.abandoned || self.watch.paused {
            return Err(Raised);
        }
        self.registers.nesting -= 1;
        self.registers.instruction = saved;
        let suspended = self.heap.generator_state(generator) == FrameState::Suspended;
        let value = result?;
        if suspended {
            return Ok(Some(value));
        }
        if self.heap.is_none(value) {
            return Ok(None);
        }
        self.raise_value(StaticType::StopIteration, value);
        Ok(None)
    }

    /// `gen.send(value)` and `next(gen)`: `None` at the end, perhaps with a `StopIteration` set that carries a value.
    pub fn generator_send(&mut self, generator: Address, value: Address) -> Outcome<Option<Address>> {
        match self.heap.generator_state(generator) {
            FrameState::Executing => Err(self.raise(StaticType::ValueError, format!("{} already executing", self.generator_word(generator)))),
            FrameState::Created if !self.heap.is_none(value) => {
                let word = self.generator_word(generator);
                Err(self.raise(StaticType::TypeError, format!("can't send non-None value to a just-started {word}")))
            }
            FrameState::Suspended | FrameState::Created => self.resume_generator(generator, value, false),
            _ if self.heap.is_exact(generator, StaticType::Coroutine) => {
                Err(self.raise(StaticType::RuntimeError, "cannot reuse already awaited coroutine"))
            }
            _ => Ok(None),
        }
    }

    fn generator_word(&self, generator: Address) -> &'static str {
        match StaticType::at(self.heap.type_of(generator)) {
            Some(StaticType::Coroutine) => "coroutine",
            Some(StaticType::AsyncGenerator) => "async generator",
            _ => "generator",
        }
    }

    /// The value of the `StopIteration` being raised, which is taken back; `None` if nothing is raised. A new reference.
    pub(crate) fn take_stop_value(&mut self) -> Address {
        let exception = self.take_error();
        if exception.is_null() {
            return self.heap.none();
        }
        let value = self.heap.exception_field(exception, heapglass_heap::object::exception::FIRST_EXTRA);
        let value = if value.is_null() { self.heap.none() } else { value };
        self.incref(value);
        self.decref(exception);
        value
    }

    /// The exception that is being raised goes off inside the generator.
    pub(super) fn generator_throw_here(&mut self, generator: Address) -> Outcome<Option<Address>> {
        match self.heap.generator_state(generator) {
            FrameState::Executing => {
                self.clear_error();
                Err(self.raise(StaticType::ValueError, format!("{} already executing", self.generator_word(generator))))
            }
            FrameState::Suspended | FrameState::Created => {
                let none = self.heap.none();
                self.resume_generator(generator, none, true)
            }
            _ if self.heap.is_exact(generator, StaticType::Coroutine) => {
                self.clear_error();
                Err(self.raise(StaticType::RuntimeError, "cannot reuse already awaited coroutine"))
            }
            _ => Err(Raised),
        }
    }

    /// `gen.close()`.
    pub fn generator_close(&mut self, generator: Address) -> Outcome<()> {
        match self.heap.generator_state(generator) {
            FrameState::Executing => {
                let text = format!("{} already executing", self.generator_word(generator));
                return Err(self.raise(StaticType::ValueError, text));
            }
            FrameState::Created => {
                // It needs no code to be closed. What its frame holds stays until the generator itself goes.
                self.heap.set_generator_state(generator, FrameState::Completed);
                return Ok(());
            }
            FrameState::Suspended => {}
            _ => return Ok(()),
        }
        let mut delegate_failed = false;
        if let Some(inner) = self.generator_delegate(generator) {
            self.incref(inner);
            self.heap.set_generator_state(generator, FrameState::Executing);
            delegate_failed = self.close_iterator(inner).is_err();
            self.heap.set_generator_state(generator, FrameState::Suspended);
            self.decref(inner);
        }
        if !delegate_failed {
            self.raise_bare(StaticType::GeneratorExit);
        }
        let none = self.heap.none();
        match self.resume_generator(generator, none, true) {
            Ok(Some(value)) => {
                self.decref(value);
                let word = self.generator_word(generator);
                Err(self.raise(StaticType::RuntimeError, format!("{word} ignored GeneratorExit")))
            }
            Ok(None) => {
                self.clear_error();
                Ok(())
            }
            Err(Raised) if self.error_matches(StaticType::GeneratorExit) || self.error_matches(StaticType::StopIteration) => {
                self.clear_error();
                Ok(())
            }
            Err(Raised) => Err(Raised),
        }
    }

    /// What a generator does when its last reference goes (`_PyGen_Finalize`): a suspended one is closed. Reported, never
    /// raised.
    pub(crate) fn finalize_generator(&mut self, generator: Address) {
        if !self.can_resume_generator(generator) {
            return;
        }
        if self.heap.is_exact(generator, StaticType::AsyncGenerator) && self.hand_to_finalizer(generator) {
            return;
        }
        let pending = self.take_error();
        let code = self.frame_code(frame_of(generator));
        let waits = self.heap.code_flags(code) & code_flag::COROUTINE != 0;
        if waits && self.heap.generator_state(generator) == FrameState::Created {
            self.warn_unawaited_coroutine(generator);
        } else if self.generator_close(generator).is_err() && !self.watch.abandoned {
            self.report_unraisable(generator, None);
        }
        if !pending.is_null() {
            self.set_error(pending);
        }
    }

    /// An asynchronous generator that is not closed is the event loop's to close, if there is one that wants it.
    fn hand_to_finalizer(&mut self, generator: Address) -> bool {
        let finalizer = self.heap.memory.address(generator.plus(offset::ORIGIN));
        if finalizer.is_null() || self.heap.memory.u8(generator.plus(offset::FLAGS + 1)) != 0 {
            return false;
        }
        let pending = self.take_error();
        match self.call_one(finalizer, generator) {
            Ok(value) => self.decref(value),
            Err(_) if self.watch.abandoned => {}
            Err(_) => self.report_unraisable(generator, None),
        }
        if !pending.is_null() {
            self.set_error(pending);
        }
        true
    }

    /// A coroutine dies without ever having run (`_PyErr_WarnUnawaitedCoroutine`).
    fn warn_unawaited_coroutine(&mut self, coroutine: Address) {
        if !self.thread_word(FINALIZING).is_null() {
            // Nothing is left that could be imported: the warning is written without the module.
            let name = self.heap.str_text(self.heap.memory.address(coroutine.plus(offset::QUALIFIED_NAME)));
            let text = format!("RuntimeWarning: coroutine '{name}' was never awaited\n");
            let frame = self.python_frame(self.registers.frame);
            if frame.is_null() {
                return self.write_stderr(&format!("sys:1: {text}"));
            }
            let file = self.heap.str_text(self.heap.code_reference(self.frame_code(frame), code_field::FILE_NAME));
            let line = self.frame_line(frame);
            return self.write_stderr(&format!("{file}:{line}: {text}"));
        }
        let warned = self.import_module("warnings").and_then(|warnings| {
            let result = self.call_method(warnings, "_warn_unawaited_coroutine", &[coroutine]);
            self.decref(warnings);
            result
        });
        match warned {
            Ok(value) => self.decref(value),
            Err(_) if self.watch.abandoned => {}
            Err(_) => self.report_unraisable(coroutine, None),
        }
    }

    /// The running generator frame returns `value` (owned): see `op::function`.
    pub(crate) fn return_from_generator(&mut self, value: Address) -> Outcome<Next> {
        self.leave_generator_frame();
        self.push(value);
        self.after_return()
    }
}
