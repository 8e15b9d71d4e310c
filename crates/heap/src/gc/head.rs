//! The GC head of a container, and the blocks of objects that have one.
//!
//! ```text
//! block                                    object
//! | weakrefs | values or dict | next | prev | count | type | . . .
//! (only where managed)          GC head
//! ```

use super::generation;
use crate::{Heap, address::Address, domain::Domain, event::Event, runtime};

/// Bytes of a GC head.
pub const HEAD_SIZE: u64 = 16;
/// Offset of `_gc_next` in a GC head.
pub const NEXT: u64 = 0;
/// Offset of `_gc_prev` in a GC head.
pub const PREV: u64 = 8;
/// Bit of `_gc_prev`: the finalizer has run.
pub const FINALIZED: u64 = 1;
/// Bit of `_gc_prev`: a candidate of the collection in progress.
pub const COLLECTING: u64 = 2;
/// All flag bits of `_gc_prev`.
pub const PREV_FLAGS: u64 = 3;
/// Where the scratch count begins in `_gc_prev`.
pub const REFS_SHIFT: u32 = 2;
/// Bit of `_gc_next`: in the list of those thought unreachable.
pub const UNREACHABLE: u64 = 1;

/// The GC head of an object that has one.
#[inline]
pub const fn head_of(object: Address) -> Address {
    object.minus(HEAD_SIZE)
}

/// The object after a GC head.
#[inline]
pub const fn object_of(head: Address) -> Address {
    head.plus(HEAD_SIZE)
}

impl Heap {
    /// A new object without a GC head (`_PyObject_New`): count 1, its type set (and counted, if a heap type), born. `size`
    /// is the size of the whole object; its other fields are not initialised.
    #[inline]
    pub fn new_object(&mut self, type_: Address, size: u64) -> Address {
        let object = self.allocate(Domain::Object, size);
        self.start_object(object, type_)
    }

    /// A new object with a GC head (`_PyObject_GC_New`): as [`Heap::new_object`]; counted in generation 0, not tracked yet.
    /// `size` leaves out what lies before the object. Managed words before the GC head are zero.
    #[inline]
    pub fn new_gc_object(&mut self, type_: Address, size: u64) -> Address {
        let before = self.type_preheader(type_);
        let object = self.gc_allocate(size, before);
        self.start_object(object, type_)
    }

    #[inline]
    fn start_object(&mut self, object: Address, type_: Address) -> Address {
        self.revive(object, type_);
        if self.is_heap_type(type_) {
            self.incref(type_);
        }
        object
    }

    /// Memory for an object with `before` bytes before it (GC head and managed words, all zeroed), counted in generation 0:
    /// the first half of `_PyObject_GC_New`. May make a collection due.
    pub fn gc_allocate(&mut self, size: u64, before: u64) -> Address {
        let block = self.allocate(Domain::Object, size + before);
        self.memory.fill(block, before, 0);
        let youngest = generation::head(0);
        let count = self.memory.i32(youngest.plus(generation::COUNT)) + 1;
        self.memory.set_i32(youngest.plus(generation::COUNT), count);
        let threshold = self.memory.i32(youngest.plus(generation::THRESHOLD));
        if count > threshold && threshold != 0 {
            self.schedule_collection();
        }
        block.plus(before)
    }

    /// Asks the eval loop for a collection, unless it is switched off, running, or an exception is being raised.
    #[cold]
    fn schedule_collection(&mut self) {
        let hindered = self.memory.u64(runtime::GC_COLLECTING) != 0
            || self.memory.u64(runtime::GC_ENABLED) == 0
            || self.memory.u64(runtime::CURRENT_EXCEPTION) != 0;
        if !hindered {
            self.memory.set_u64(runtime::GC_SCHEDULED, 1);
        }
    }

    /// Gives an object taken from a free list (or just allocated) count 1, its type and a birth number. Does not count a
    /// heap type.
    #[inline(always)]
    pub fn revive(&mut self, object: Address, type_: Address) {
        self.memory.set_u64(object, 1);
        self.memory.set_address(object.plus(8), type_);
        self.note_birth(object);
    }

    /// Frees the block of a dead object without a GC head (`PyObject_Free`).
    #[inline]
    pub fn free_object(&mut self, object: Address) {
        self.note_death(object);
        self.release(Domain::Object, object);
    }

    /// Frees the block of a dead object with a GC head (`PyObject_GC_Del`): untracks it and lowers the count of
    /// generation 0.
    pub fn free_gc_object(&mut self, object: Address) {
        let before = self.type_preheader(self.type_of(object));
        self.gc_untrack(object);
        self.note_death(object);
        self.free_gc_block(object, before);
    }

    /// The second half of [`Heap::free_gc_object`], for one that was noted dead before: `before` bytes lie before it.
    pub(crate) fn free_gc_block(&mut self, object: Address, before: u64) {
        let count = generation::head(0).plus(generation::COUNT);
        let objects = self.memory.i32(count);
        if objects > 0 {
            self.memory.set_i32(count, objects - 1);
        }
        self.release(Domain::Object, object.minus(before));
    }

    /// Makes an object longer or shorter (`_PyObject_GC_Resize`, or `PyObject_Realloc` without a GC head); it must not be
    /// tracked. Its birth number goes along.
    pub fn resize_object(&mut self, object: Address, size: u64) -> Address {
        let before = self.preheader(object);
        let birth = self.memory.birth(object);
        self.memory.set_birth(object, 0);
        let moved = self
            .reallocate(Domain::Object, object.minus(before), before + size)
            .plus(before);
        self.memory.set_birth(moved, birth);
        moved
    }

    /// Lets the collector watch `object`: it joins the youngest generation at the end.
    #[inline]
    pub fn gc_track(&mut self, object: Address) {
        let head = head_of(object);
        if self.memory.u64(head.plus(NEXT)) != 0 {
            return;
        }
        self.link_last(head, generation::head(0));
        if self.log.is_on() {
            self.log.note(Event::Tracked { object });
        }
    }

    /// Stops the collector watching `object`; nothing happens if it does not.
    #[inline]
    pub fn gc_untrack(&mut self, object: Address) {
        let head = head_of(object);
        let next = self.memory.address(head.plus(NEXT));
        if next.is_null() {
            return;
        }
        let prev = self.list_prev(head);
        self.set_list_next(prev, next);
        self.set_list_prev(next, prev);
        self.memory.set_u64(head.plus(NEXT), 0);
        let flags = self.memory.u64(head.plus(PREV)) & FINALIZED;
        self.memory.set_u64(head.plus(PREV), flags);
        if self.log.is_on() {
            self.log.note(Event::Untracked { object });
        }
    }

    /// `gc.is_tracked()`.
    pub fn is_tracked(&self, object: Address) -> bool {
        self.is_gc_object(object) && self.memory.u64(head_of(object).plus(NEXT)) != 0
    }

    /// `gc.is_finalized()`.
    pub fn is_finalized(&self, object: Address) -> bool {
        self.is_gc_object(object) && self.memory.u64(head_of(object).plus(PREV)) & FINALIZED != 0
    }

    /// Remembers that the finalizer of `object` has run.
    pub fn set_finalized(&mut self, object: Address) {
        let word = head_of(object).plus(PREV);
        let prev = self.memory.u64(word);
        self.memory.set_u64(word, prev | FINALIZED);
    }
}
