//! The weak references to an object, as a list that begins in the object.
//!
//! ```text
//! object.weaklist -> plain ref -> proxy -> refs with callbacks, newest first -> null
//! ```

use crate::{
    Heap, Kind,
    address::Address,
    event::Event,
    host::Host,
    refcount::{decref, xdecref},
    static_type::{self, StaticType, flag},
};

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

/// Whether `object` is a weak reference or proxy, or derives from one.
pub fn is_weakref(heap: &Heap, object: Address) -> bool {
    heap.kind(object) == Kind::WeakReference
}

impl Heap {
    /// Where the list of weak references to `object` begins, if such objects can have any.
    pub fn weaklist_slot(&self, object: Address) -> Option<Address> {
        let type_ = self.type_of(object);
        if self.type_has(type_, flag::MANAGED_WEAKREF) {
            return Some(object.minus(32));
        }
        let offset = self
            .memory
            .i64(type_.plus(static_type::field::WEAKLIST_OFFSET));
        (offset > 0).then(|| object.plus(offset as u64))
    }

    /// Puts a new weak reference to `object` in the object's list: a plain one first, then a plain proxy, then those with
    /// a callback (or of a derived class), newest first. `weakref` has its object and callback words filled in.
    pub fn weaklist_insert(&mut self, weakref: Address, object: Address) {
        let Some(list) = self.weaklist_slot(object) else {
            return;
        };
        let (plain, proxy) = self.basic_weakrefs(object);
        let has_callback = !self.memory.address(weakref.plus(field::CALLBACK)).is_null();
        let previous = if has_callback
            || !(self.is_exact(weakref, StaticType::WeakReference) || self.is_proxy(weakref))
        {
            proxy.or(plain)
        } else if self.is_proxy(weakref) {
            plain
        } else {
            None
        };
        let link = previous.map_or(list, |previous| previous.plus(field::NEXT));
        let next = self.memory.address(link);
        self.memory.set_address(
            weakref.plus(field::PREVIOUS),
            previous.unwrap_or(Address::NULL),
        );
        self.memory.set_address(weakref.plus(field::NEXT), next);
        if !next.is_null() {
            self.memory.set_address(next.plus(field::PREVIOUS), weakref);
        }
        self.memory.set_address(link, weakref);
    }

    /// The plain reference and the plain proxy to `object`, which are shared by all who ask for one: those without a
    /// callback, of exactly the builtin types.
    pub fn basic_weakrefs(&self, object: Address) -> (Option<Address>, Option<Address>) {
        let no_callback =
            |weakref: &Address| self.memory.address(weakref.plus(field::CALLBACK)).is_null();
        let first = self
            .weaklist_slot(object)
            .and_then(|list| self.memory.address(list).non_null());
        let plain = first
            .filter(no_callback)
            .filter(|first| self.is_exact(*first, StaticType::WeakReference));
        let second = match plain {
            Some(plain) => self.memory.address(plain.plus(field::NEXT)).non_null(),
            None => first,
        };
        (
            plain,
            second
                .filter(no_callback)
                .filter(|second| self.is_proxy(*second)),
        )
    }

    fn is_proxy(&self, weakref: Address) -> bool {
        self.is_exact(weakref, StaticType::WeakProxy)
            || self.is_exact(weakref, StaticType::WeakCallableProxy)
    }

    /// The weak references to `object`, in list order.
    pub fn weakrefs(&self, object: Address) -> Vec<Address> {
        let first = self
            .weaklist_slot(object)
            .and_then(|list| self.memory.address(list).non_null());
        std::iter::successors(first, |weakref| {
            self.memory.address(weakref.plus(field::NEXT)).non_null()
        })
        .collect()
    }

    /// Takes a weak reference out of its object's list and makes it dead (`_PyWeakref_ClearRef`). It keeps its callback.
    pub fn weakref_clear_keeping_callback(&mut self, weakref: Address) {
        let object = self.memory.address(weakref.plus(field::OBJECT));
        if object.is_null() || self.is_none(object) {
            return;
        }
        let next = self.memory.address(weakref.plus(field::NEXT));
        let previous = self.memory.address(weakref.plus(field::PREVIOUS));
        if let Some(list) = self.weaklist_slot(object)
            && self.memory.address(list) == weakref
        {
            self.memory.set_address(list, next);
        }
        self.memory
            .set_address(weakref.plus(field::OBJECT), self.none());
        if !previous.is_null() {
            self.memory.set_address(previous.plus(field::NEXT), next);
        }
        if !next.is_null() {
            self.memory
                .set_address(next.plus(field::PREVIOUS), previous);
        }
        self.memory
            .set_address(weakref.plus(field::PREVIOUS), Address::NULL);
        self.memory
            .set_address(weakref.plus(field::NEXT), Address::NULL);
        self.log.note(Event::WeakrefCleared { weakref, object });
    }

    /// Takes the callback out of a weak reference; the caller owns it now.
    fn take_callback(&mut self, weakref: Address) -> Address {
        let callback = self.memory.address(weakref.plus(field::CALLBACK));
        self.memory
            .set_address(weakref.plus(field::CALLBACK), Address::NULL);
        callback
    }
}

/// Makes a weak reference dead and drops its callback (`clear_weakref`): `tp_clear` and `tp_dealloc` of weak references.
pub fn clear_weakref<H: Host>(host: &mut H, weakref: Address) {
    let heap = host.heap_mut();
    heap.weakref_clear_keeping_callback(weakref);
    let callback = heap.take_callback(weakref);
    xdecref(host, callback);
}

/// Makes all weak references to a dying object dead, then calls their callbacks (`PyObject_ClearWeakRefs`): newest first,
/// and only those of weak references that live on themselves.
pub fn clear_weakrefs<H: Host>(host: &mut H, object: Address) {
    let heap = host.heap_mut();
    if heap.weaklist_slot(object).is_none_or(|list| heap.memory.u64(list) == 0) {
        return;
    }
    let (plain, proxy) = heap.basic_weakrefs(object);
    for basic in [plain, proxy].into_iter().flatten() {
        heap.weakref_clear_keeping_callback(basic);
    }
    let weakrefs = heap.weakrefs(object);
    match weakrefs[..] {
        [] => return,
        [only] => return clear_only_weakref(host, only),
        _ => {}
    }
    let mut items = vec![Address::NULL; 2 * weakrefs.len()];
    for (pair, weakref) in items.chunks_exact_mut(2).zip(weakrefs) {
        let heap = host.heap_mut();
        heap.weakref_clear_keeping_callback(weakref);
        let callback = heap.take_callback(weakref);
        if heap.refcount(weakref) == 0 {
            xdecref(host, callback);
        } else {
            heap.incref(weakref);
            pair.copy_from_slice(&[weakref, callback]);
        }
    }
    // The weak references and callbacks are held by a tuple meanwhile, as in CPython: it takes part in allocation.
    let tuple = host.heap_mut().new_tuple_from(&items);
    for pair in items.chunks_exact(2) {
        if !pair[1].is_null() {
            host.weakref_callback(pair[0], pair[1]);
        }
    }
    decref(host, tuple);
}

/// The last step for an object with one weak reference: nobody but the program holds it during the call.
fn clear_only_weakref<H: Host>(host: &mut H, weakref: Address) {
    let heap = host.heap_mut();
    heap.weakref_clear_keeping_callback(weakref);
    let callback = heap.take_callback(weakref);
    if callback.is_null() {
        return;
    }
    if heap.refcount(weakref) > 0 {
        host.weakref_callback(weakref, callback);
    }
    decref(host, callback);
}
