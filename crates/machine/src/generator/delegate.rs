//! `yield from`: what is thrown into a generator goes to the iterator it waits for first.

use heapglass_heap::{Address, Raised, object::generator::FrameState, static_type::StaticType};

use super::{frame_of, methods::exception_of};
use crate::{
    frame::field,
    machine::{Machine, Outcome},
};

/// What came of throwing into the inner iterator.
enum Answer {
    /// It cannot be thrown into, or was closed instead: the exception goes off in the generator itself.
    NotAsked,
    /// It yielded this.
    Yielded(Address),
    /// It is at its end; a `StopIteration` is being raised if that has a value.
    Ended,
}

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

    /// `throw` with its arguments (a class or an instance, perhaps a value, perhaps a traceback), all borrowed. What a
    /// `yield from` waits for gets them first. `None` at the end as with `generator_send`. With `close_on_exit` a
    /// `GeneratorExit` closes the inner iterator instead of being thrown into it (`_gen_throw`, Objects/genobject.c).
    pub(super) fn generator_throw(&mut self, generator: Address, given: &[Address], close_on_exit: bool) -> Outcome<Option<Address>> {
        if let Some(inner) = self.generator_delegate(generator) {
            self.incref(inner);
            let outcome = self.throw_into_delegate(generator, inner, given, close_on_exit);
            self.decref(inner);
            match outcome {
                Err(Raised) | Ok(Answer::Ended) if self.watch.abandoned || self.watch.paused => return Err(Raised),
                Ok(Answer::Yielded(value)) => return Ok(Some(value)),
                Ok(Answer::NotAsked) => {}
                // The end of the inner iterator, too, arrives in the generator as an exception.
                Ok(Answer::Ended) => return self.resume_with_end(generator),
                Err(Raised) => return self.resume_raising(generator),
            }
        }
        let exception = exception_of(self, given)?;
        self.set_error(exception);
        self.generator_throw_here(generator)
    }

    fn throw_into_delegate(&mut self, generator: Address, inner: Address, given: &[Address], close_on_exit: bool) -> Outcome<Answer> {
        let is_generator = self.heap.is_exact(inner, StaticType::Generator) || self.heap.is_exact(inner, StaticType::Coroutine);
        if close_on_exit && self.means_exit(given[0]) {
            self.heap.set_generator_state(generator, FrameState::Executing);
            let closed = self.close_iterator(inner);
            self.heap.set_generator_state(generator, FrameState::Suspended);
            return closed.map(|()| Answer::NotAsked);
        }
        let method = if is_generator {
            Address::NULL
        } else {
            let name = self.name("throw");
            let Some(method) = self.lookup_attribute(inner, name)? else { return Ok(Answer::NotAsked) };
            method
        };
        self.heap.set_generator_state(generator, FrameState::Executing);
        let result = if is_generator {
            self.throw_below(generator, inner, given, close_on_exit)
        } else {
            let result = self.call(method, given, &[]).map(Some);
            self.decref(method);
            result
        };
        self.heap.set_generator_state(generator, FrameState::Suspended);
        Ok(result?.map_or(Answer::Ended, Answer::Yielded))
    }

    /// Whether an exception class or instance is a `GeneratorExit`.
    fn means_exit(&self, given: Address) -> bool {
        let class = if self.heap.is_type(given) { given } else { self.heap.type_of(given) };
        self.heap.is_subtype(class, StaticType::GeneratorExit.address())
    }

    /// Throws into the inner generator, with the outer one's frame in the chain of callers meanwhile.
    fn throw_below(&mut self, generator: Address, inner: Address, given: &[Address], close_on_exit: bool) -> Outcome<Option<Address>> {
        let (caller, instruction, stack) = (self.registers.frame, self.registers.instruction, self.registers.stack);
        let frame = frame_of(generator);
        self.save_stack();
        self.heap.memory.set_address(frame.plus(field::PREVIOUS), caller);
        self.load_frame(frame);
        let result = self.generator_throw(inner, given, close_on_exit);
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

    /// The inner iterator has ended outside of the generator, which goes on at `CLEANUP_THROW`: a `StopIteration` there
    /// becomes the expression's value.
    fn resume_with_end(&mut self, generator: Address) -> Outcome<Option<Address>> {
        if self.error().is_none() {
            self.raise_bare(StaticType::StopIteration);
        }
        self.resume_raising(generator)
    }

    fn resume_raising(&mut self, generator: Address) -> Outcome<Option<Address>> {
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
