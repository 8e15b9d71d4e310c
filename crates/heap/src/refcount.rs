//! Reference counts: the 32-bit word at the start of every object.
//!
//! ```text
//! object: | count (u32) | 0 (u32) | type . . .
//! ```
//!
//! A count of 0xFFFF_FFFF means *immortal*: it neither rises nor falls. Any count with the top bit set is left alone when
//! it would fall, so that an object whose count was disturbed a little stays immortal.

use crate::{Heap, address::Address, event::Event, host::Host, slot, static_type::{StaticType, field}, trashcan};

/// The count of an immortal object.
pub const IMMORTAL: u32 = u32::MAX;

impl Heap {
    /// The count, as CPython's `Py_REFCNT` gives it.
    #[inline]
    pub fn refcount(&self, object: Address) -> u32 {
        self.memory.u32(object)
    }

    /// Whether the object is never freed (`_Py_IsImmortal`).
    #[inline]
    pub fn is_immortal(&self, object: Address) -> bool {
        self.memory.i32(object) < 0
    }

    /// Adds a reference.
    #[inline]
    pub fn incref(&mut self, object: Address) {
        let count = self.memory.u32(object).wrapping_add(1);
        if count == 0 {
            return;
        }
        self.memory.set_u32(object, count);
        if self.log.is_on() {
            self.log_raised(object, count);
        }
    }

    #[cold]
    #[inline(never)]
    fn log_raised(&mut self, object: Address, count: u32) {
        self.log.note(Event::CountRaised { object, count });
    }

    #[cold]
    #[inline(never)]
    fn log_lowered(&mut self, object: Address, count: u32) {
        self.log.note(Event::CountLowered { object, count });
    }

    /// Adds a reference, unless this is the null pointer.
    #[inline]
    pub fn xincref(&mut self, object: Address) {
        if !object.is_null() {
            self.incref(object);
        }
    }

    /// Adds a reference and returns the object: `Py_NewRef`.
    #[inline]
    pub fn new_reference(&mut self, object: Address) -> Address {
        self.incref(object);
        object
    }

    /// Drops a reference that is known not to be the last one.
    #[inline]
    pub fn decref_no_dealloc(&mut self, object: Address) {
        let last = self.lower(object);
        debug_assert!(!last, "somebody else holds {object}");
    }

    /// Makes an object immortal.
    pub fn make_immortal(&mut self, object: Address) {
        self.memory.set_u32(object, IMMORTAL);
    }

    /// Lowers the count and tells whether it reached zero: then the caller has to see to the destruction ([`dealloc`]).
    #[inline]
    #[must_use]
    pub fn lower(&mut self, object: Address) -> bool {
        let count = self.memory.u32(object);
        if count as i32 <= 0 {
            debug_assert!(count != 0 || self.memory.is_frozen(), "the count of {object} falls below zero");
            return false;
        }
        self.memory.set_u32(object, count - 1);
        if self.log.is_on() {
            self.log_lowered(object, count - 1);
        }
        count == 1 && !self.memory.is_frozen()
    }
}

/// Drops a reference; with the last one the object is destroyed, and all that it alone held.
#[inline]
pub fn decref<H: Host>(host: &mut H, object: Address) {
    if host.heap_mut().lower(object) {
        dealloc(host, object);
    }
}

/// Drops a reference, unless this is the null pointer.
#[inline]
pub fn xdecref<H: Host>(host: &mut H, object: Address) {
    if !object.is_null() {
        decref(host, object);
    }
}

/// Destroys an object whose count is 0 (`_Py_Dealloc`).
#[inline(never)]
pub fn dealloc<H: Host>(host: &mut H, object: Address) {
    if host.heap().is_exact(object, StaticType::Int) {
        let heap = host.heap_mut();
        heap.note_death(object);
        heap.release_quickly(object);
    } else if host.heap().is_exact_str(object) {
        let heap = host.heap_mut();
        heap.free_str_buffers(object);
        heap.note_death(object);
        heap.release_quickly(object);
    } else if host.heap().is_gc_object(object) {
        trashcan::dealloc(host, object);
    } else {
        slot::dealloc(host, object);
    }
}

/// Whether objects of this type have a finalizer: `__del__`, or that of a generator.
pub fn has_finalizer(heap: &Heap, object: Address) -> bool {
    heap.memory.u64(heap.type_of(object).plus(field::FINALIZE)) != 0
}

/// Runs the finalizer of an object whose count is 0, holding it meanwhile (`PyObject_CallFinalizerFromDealloc`).
/// Returns whether the object lives on: the finalizer has left a new reference to it.
///
/// Called by the dealloc of instances and generators before anything is torn down, with the object tracked. A finalizer
/// runs once in a life: the FINALIZED bit of the GC head remembers.
pub fn finalize_from_dealloc<H: Host>(host: &mut H, object: Address) -> bool {
    let heap = host.heap_mut();
    if !has_finalizer(heap, object) || heap.is_finalized(object) {
        return false;
    }
    heap.memory.set_u32(object, 1);
    heap.log.note(Event::CountRaised { object, count: 1 });
    host.finalize(object);
    let heap = host.heap_mut();
    if heap.is_gc_object(object) {
        heap.set_finalized(object);
    }
    // Not an ordinary drop: at zero the destruction goes on where it was.
    let count = heap.refcount(object);
    if !heap.is_immortal(object) {
        heap.memory.set_u32(object, count - 1);
        heap.log.note(Event::CountLowered { object, count: count - 1 });
    }
    count != 1
}
