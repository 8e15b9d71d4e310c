//! Weak references: making them, asking them, and calling back (`Objects/weakrefobject.c`).

use heapglass_heap::{
    Address,
    layout::runtime::weakref,
    static_type::StaticType,
};

use crate::machine::{Machine, Outcome};

impl Machine {
    /// `weakref.ref(object)`: the one without callback is shared. New reference.
    pub fn weak_reference_to(&mut self, object: Address) -> Outcome {
        self.new_weak_reference(StaticType::WeakReference.address(), object, Address::NULL)
    }

    /// A weak reference or proxy of `type_` to `object`; `callback` may be null. All borrowed.
    pub fn new_weak_reference(&mut self, type_: Address, object: Address, callback: Address) -> Outcome {
        if self.heap.weaklist_slot(object).is_none() {
            let name = self.type_name(object);
            let text = format!("cannot create weak reference to '{name}' object");
            return Err(self.raise(StaticType::TypeError, text));
        }
        let callback = if callback.is_null() || self.heap.is_none(callback) { Address::NULL } else { callback };
        if callback.is_null() {
            let (plain, proxy) = self.heap.basic_weakrefs(object);
            let shared = if type_ == StaticType::WeakReference.address() { plain } else { proxy };
            if let Some(shared) = shared.filter(|shared| self.heap.type_of(*shared) == type_) {
                return Ok(self.incref(shared));
            }
        }
        self.heap.xincref(callback);
        Ok(self.heap.new_weakref(type_, object, callback))
    }

    /// What a weak reference refers to, borrowed; `None` once it is dead.
    pub fn weak_referent(&self, reference: Address) -> Option<Address> {
        let object = self.heap.memory.address(reference.plus(weakref::OBJECT));
        if object.is_null() || self.heap.is_none(object) || self.heap.refcount(object) == 0 { None } else { Some(object) }
    }

    /// What a proxy stands for, a new reference; `ReferenceError` once it is dead.
    pub fn proxy_referent(&mut self, proxy: Address) -> Outcome {
        match self.weak_referent(proxy) {
            Some(object) => Ok(self.incref(object)),
            None => Err(self.raise(StaticType::ReferenceError, "weakly-referenced object no longer exists")),
        }
    }
}
