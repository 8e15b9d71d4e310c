//! `generator`, `coroutine`, `async_generator` (Objects/genobject.c): a frame that waits, inside an object.

use crate::{
    Address, Heap,
    freelist::FreeList,
    layout::runtime::{async_step, wrapped_value},
    static_type::StaticType,
};

/// `gi_weakreflist`.
pub const WEAK_REFERENCES: u64 = 16;
/// `gi_name`.
pub const NAME: u64 = 24;
/// `gi_qualname`.
pub const QUALIFIED_NAME: u64 = 32;
/// `gi_exc_state.exc_value`: the exception being handled inside, or null.
pub const EXCEPTION: u64 = 40;
/// `gi_exc_state.previous_item`.
pub const EXCEPTION_PREVIOUS: u64 = 48;
/// `cr_origin` of a coroutine, finalizer of an async generator.
pub const ORIGIN: u64 = 56;
/// `ag_hooks_inited`, `ag_closed`, `ag_running_async`: one byte each.
pub const FLAGS: u64 = 64;
/// `gi_frame_state`, one signed byte: see [`FrameState`].
pub const FRAME_STATE: u64 = 67;
/// `gi_iframe`: the frame.
pub const FRAME: u64 = 72;

/// What the generator's frame is doing (`_frameowner` states of pycore_frame.h).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i8)]
pub enum FrameState {
    /// Not started.
    Created = -2,
    /// Waiting at a `yield`.
    Suspended = -1,
    /// Running.
    Executing = 0,
    /// Returned or left by an exception, being taken down.
    Completed = 1,
    /// Gone: the frame owns nothing.
    Cleared = 4,
}

impl Heap {
    /// A new generator with room for a frame of `code`, which is not there yet: its state is [`FrameState::Cleared`]. Names
    /// are borrowed. Tracked.
    pub fn new_generator(
        &mut self,
        which: StaticType,
        code: Address,
        name: Address,
        qualified_name: Address,
    ) -> Address {
        let slots = self.code_slots(code) + self.code_stack_size(code);
        let size = FRAME + crate::interpreter_frame::LOCALSPLUS + 8 * slots;
        let generator = self.new_gc(which, size);
        self.memory.fill(generator.plus(16), size - 16, 0);
        self.set_generator_state(generator, FrameState::Cleared);
        self.incref(name);
        self.incref(qualified_name);
        self.memory.set_address(generator.plus(NAME), name);
        self.memory.set_address(generator.plus(QUALIFIED_NAME), qualified_name);
        self.gc_track(generator);
        generator
    }

    /// The frame inside the generator.
    #[inline]
    pub fn generator_frame(&self, generator: Address) -> Address {
        generator.plus(FRAME)
    }

    /// The generator that `frame` lies in; only for frames that a generator owns.
    #[inline]
    pub fn generator_of_frame(&self, frame: Address) -> Address {
        frame.minus(FRAME)
    }

    /// What its frame is doing.
    #[inline]
    pub fn generator_state(&self, generator: Address) -> FrameState {
        match self.memory.u8(generator.plus(FRAME_STATE)) as i8 {
            -2 => FrameState::Created,
            -1 => FrameState::Suspended,
            0 => FrameState::Executing,
            1 => FrameState::Completed,
            _ => FrameState::Cleared,
        }
    }

    /// Changes what its frame is doing.
    #[inline]
    pub fn set_generator_state(&mut self, generator: Address, state: FrameState) {
        self.memory.set_u8(generator.plus(FRAME_STATE), state as i8 as u8);
    }

    /// What an asynchronous generator yields: `value` (borrowed) in a wrapping, so that awaits that pass through are told from it
    /// (`_PyAsyncGenWrappedValue_New`).
    pub fn new_wrapped_value(&mut self, value: Address) -> Address {
        let wrapped = self.new_kept(FreeList::AsyncValue, StaticType::AsyncGenWrappedValue);
        self.incref(value);
        self.memory.set_address(wrapped.plus(wrapped_value::VALUE), value);
        self.gc_track(wrapped);
        wrapped
    }

    /// What `asend(value)` of an asynchronous generator returns (`async_gen_asend_new`); a null value is that of `__anext__`.
    pub fn new_async_send(&mut self, generator: Address, value: Address) -> Address {
        let step = self.new_kept(FreeList::AsyncSend, StaticType::AsyncGenASend);
        self.incref(generator);
        self.xincref(value);
        self.memory.set_address(step.plus(async_step::GENERATOR), generator);
        self.memory.set_address(step.plus(async_step::VALUE), value);
        self.memory.set_i32(step.plus(async_step::STATE), 0);
        self.gc_track(step);
        step
    }

    fn new_kept(&mut self, list: FreeList, which: StaticType) -> Address {
        match self.take_free(list) {
            Some(object) => {
                self.revive(object, which.address());
                object
            }
            None => self.new_gc(which, u64::from(which.row().basic_size)),
        }
    }
}
