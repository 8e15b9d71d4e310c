//! The weak references to an object, as a list that begins in the object.
//!
//! ```text
//! object.weaklist -> plain ref -> proxy -> refs with callbacks, newest first -> null
//! ```

use crate::{Heap, address::Address, host::Host};

/// Offsets in a weak reference (`PyWeakReference`, Include/cpython/weakrefobject.h).
pub mod field {
    /// The object, or `None` once it is dead. Not counted.
    pub const OBJECT: u64 = 16;
    /// The callback, or null.
    pub const CALLBACK: u64 = 24;
    /// The hash of the object, or −1.
    pub const HASH: u64 = 32;
    /// The weak reference before this one, or null.
    pub const PREVIOUS: u64 = 40;
    /// The weak reference after this one, or null.
    pub const NEXT: u64 = 48;
    /// A code address.
    pub const VECTORCALL: u64 = 56;
}

impl Heap {
    /// Where the list of weak references to `object` begins, if such objects can have any.
    pub fn weaklist_slot(&self, object: Address) -> Option<Address> {
        let _ = object;
        None
    }

    /// Puts a new weak reference to `object` in the object's list: a plain one first, then a plain proxy, then those with
    /// a callback, newest first. `weakref` has its object and callback words filled in.
    pub fn weaklist_insert(&mut self, weakref: Address, object: Address) {
        let _ = (weakref, object);
    }

    /// The weak references to `object`, in list order.
    pub fn weakrefs(&self, object: Address) -> Vec<Address> {
        let _ = object;
        Vec::new()
    }

    /// Takes a weak reference out of its object's list and makes it dead (`_PyWeakref_ClearRef`). It keeps its callback.
    pub fn weakref_clear_keeping_callback(&mut self, weakref: Address) {
        let _ = weakref;
    }
}

/// Makes a weak reference dead and drops its callback (`clear_weakref`): `tp_clear` and `tp_dealloc` of weak references.
pub fn clear_weakref<H: Host>(host: &mut H, weakref: Address) {
    let _ = (host, weakref);
}

/// Makes all weak references to a dying object dead, then calls their callbacks (`PyObject_ClearWeakRefs`).
pub fn clear_weakrefs<H: Host>(host: &mut H, object: Address) {
    let _ = (host, object);
}
