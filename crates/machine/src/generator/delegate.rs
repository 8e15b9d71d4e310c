//! `yield from`: what is thrown into a generator goes to the iterator it waits for first.

use heapglass_heap::{Address, Raised, object::generator::FrameState, static_type::StaticType};

use super::frame_of;
use crate::{
    frame::field,
    machine::{Machine, Outcome},
};

impl Machine {
    /// What a suspended generator waits for in `yield from`, borrowed (`_PyGen_yf`).
    pub fn generator_delegate(&self, generator: Address) -> Option<Address> {
        if self.heap.generator_state(generator) != FrameState::Suspended {
            return None;
        }
        let frame = frame_of(generator);
        if !self.stands_in_delegation(frame) {
            return None;
        }
        let words = u64::from(self.heap.memory.u32(frame.plus(field::STACK_TOP)));
        Some(self.heap.memory.address(frame.plus(field::LOCALSPLUS + 8 * (words - 1))))
    }

    /// Whether a generator's frame stands where a `yield from` suspended it: it goes on with RESUME 2 or 3. It does so too while
    /// something is thrown into the inner iterator.
    pub fn stands_in_delegation(&self, frame: Address) -> bool {
        let next = self.heap.memory.address(frame.plus(field::PREVIOUS_INSTRUCTION)).plus(2);
        let unit = self.heap.memory.u16(next);
        unit as u8 == heapglass_compiler::opcode::Opcode::Resume as u8 && (unit >> 8) & 3 >= 2
    }

    /// `throw` while a `yield from` is under way: the inner iterator gets it first.
    pub(super) fn throw_into_delegate(
        &mut self,
        generator: Address,
        inner: Address,
        close_on_exit: bool,
    ) -> Outcome<Option<Address>> {
        self.incref(inner);
        let outcome = self.delegate_throw(generator, inner, close_on_exit);
        self.decref(inner);
        match outcome {
            Ok(Some(value)) => Ok(Some(value)),
            // The inner iterator is at its end, or cannot take the exception: the generator goes on.
            Ok(None) | Err(Raised) if self.watch.abandoned => Err(Raised),
            Ok(None) => self.resume_after_delegate(generator),
            Err(Raised) => {
                let none = self.heap.none();
                self.resume_generator(generator, none, true)
            }
        }
    }

    /// Throws into the inner iterator. `Ok(None)`: it has ended, perhaps with a value. `Err`: this goes off in the outer one.
    fn delegate_throw(&mut self, generator: Address, inner: Address, close_on_exit: bool) -> Outcome<Option<Address>> {
        if close_on_exit && self.error_matches(StaticType::GeneratorExit) {
            let exception = self.take_error();
            self.heap.set_generator_state(generator, FrameState::Executing);
            let closed = self.close_iterator(inner);
            self.heap.set_generator_state(generator, FrameState::Suspended);
            if closed.is_err() {
                self.decref(exception);
                return Err(Raised);
            }
            self.set_error(exception);
            return Err(Raised);
        }
        let is_generator = self.heap.is_exact(inner, StaticType::Generator) || self.heap.is_exact(inner, StaticType::Coroutine);
        self.heap.set_generator_state(generator, FrameState::Executing);
        let result = if is_generator {
            self.throw_below(generator, inner, close_on_exit)
        } else {
            self.throw_into_object(inner)
        };
        self.heap.set_generator_state(generator, FrameState::Suspended);
        match result {
            Err(Raised) if self.error_matches(StaticType::StopIteration) => Ok(None),
            other => other,
        }
    }

    /// Throws into the inner generator, with the outer one's frame in the chain of callers meanwhile.
    fn throw_below(&mut self, generator: Address, inner: Address, close_on_exit: bool) -> Outcome<Option<Address>> {
        let (caller, instruction, stack) = (self.registers.frame, self.registers.instruction, self.registers.stack);
        let frame = frame_of(generator);
        self.save_stack();
        self.heap.memory.set_address(frame.plus(field::PREVIOUS), caller);
        self.load_frame(frame);
        let result = self.generator_throw_raised(inner, close_on_exit);
        if self.watch.abandoned || self.watch.paused {
            (self.registers.frame, self.registers.stack) = (caller, stack);
            return result;
        }
        self.save_stack();
        self.forget_previous(frame);
        self.load_frame(caller);
        self.registers.instruction = instruction;
        result
    }

    fn throw_into_object(&mut self, inner: Address) -> Outcome<Option<Address>> {
        let exception = self.take_error();
        let name = self.name("throw");
        let result = match self.lookup_attribute(inner, name) {
            Ok(Some(method)) => {
                let result = self.call_one(method, exception);
                self.decref(method);
                result.map(Some)
            }
            Ok(None) => {
                self.set_error(exception);
                return Err(Raised);
            }
            Err(raised) => Err(raised),
        };
        self.decref(exception);
        result
    }

    /// The `yield from` of a suspended generator has ended outside of it: it goes on at `END_SEND` with the value.
    fn resume_after_delegate(&mut self, generator: Address) -> Outcome<Option<Address>> {
        let value = self.take_stop_value();
        // `CLEANUP_THROW` knows the way: a `StopIteration` inside becomes the expression's value.
        self.raise_value(StaticType::StopIteration, value);
        let none = self.heap.none();
        self.resume_generator(generator, none, true)
    }

    /// Closes what a `yield from` iterates over, if it can be closed.
    pub(super) fn close_iterator(&mut self, inner: Address) -> Outcome<()> {
        if self.heap.is_exact(inner, StaticType::Generator) || self.heap.is_exact(inner, StaticType::Coroutine) {
            return self.generator_close(inner);
        }
        let name = self.name("close");
        if let Some(method) = self.lookup_attribute(inner, name)? {
            let result = self.call(method, &[], &[]);
            self.decref(method);
            let value = result?;
            self.decref(value);
        }
        Ok(())
    }
}
