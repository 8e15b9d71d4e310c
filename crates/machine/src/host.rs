//! The machine as the heap sees it: what the heap cannot do itself because it needs Python.

use heapglass_heap::{
    Address, Heap, Host, Kind, Raised,
    gc::CallbackInfo,
};

use crate::machine::Machine;

impl Host for Machine {
    fn heap(&self) -> &Heap {
        &self.heap
    }

    fn heap_mut(&mut self) -> &mut Heap {
        &mut self.heap
    }

    fn equal(&mut self, a: Address, b: Address) -> Result<bool, Raised> {
        Machine::equal(self, a, b)
    }

    /// Nothing that is being raised may get lost while `__del__` runs, nor what `__del__` raises get out.
    fn finalize(&mut self, object: Address) {
        if self.watch.abandoned {
            return;
        }
        if self.heap.kind(object) == Kind::Generator {
            self.finalize_generator(object);
            return;
        }
        let name = self.name("__del__");
        let class = self.heap.type_of(object);
        let Some(method) = self.type_lookup(class, name) else { return };
        let pending = self.take_error();
        self.incref(method);
        // A function is called with the object, without a bound method; the reference above is the only one added.
        let is_function = self.heap.kind(method) == Kind::Function;
        let result =
            if is_function { self.call(method, &[object], &[]) } else { self.call_attribute_of(method, object, &[]) };
        match result {
            Ok(value) => self.decref(value),
            Err(Raised) if self.watch.abandoned => {}
            Err(Raised) => self.report_unraisable(method, None),
        }
        self.decref(method);
        if !pending.is_null() {
            self.set_error(pending);
        }
    }

    fn weakref_callback(&mut self, weakref: Address, callback: Address) {
        if self.watch.abandoned {
            return;
        }
        let pending = self.take_error();
        match self.call_one(callback, weakref) {
            Ok(value) => self.decref(value),
            Err(Raised) if self.watch.abandoned => {}
            Err(Raised) => self.report_unraisable(callback, None),
        }
        if !pending.is_null() {
            self.set_error(pending);
        }
    }

    fn collection_callback(&mut self, info: CallbackInfo) {
        let callbacks = self.heap.memory.address(heapglass_heap::runtime::GC_CALLBACKS);
        if callbacks.is_null() || self.watch.abandoned {
            return;
        }
        if self.heap.list_len(callbacks) == 0 {
            // The word for the phase is made whether or not anybody is told.
            let phase = self.heap.new_str(info.moment);
            self.heap.release_leaf(phase);
            return;
        }
        let pending = self.take_error();
        self.tell_collection_callbacks(callbacks, info);
        if !pending.is_null() {
            self.set_error(pending);
        }
    }

    fn collection_advanced(&mut self) {
        self.save_stack();
        self.collection_phase();
    }
}

impl Machine {
    fn tell_collection_callbacks(&mut self, callbacks: Address, info: CallbackInfo) {
        let details = self.heap.new_dict();
        for (name, value) in [
            ("generation", i64::from(info.generation)),
            ("collected", info.collected as i64),
            ("uncollectable", info.uncollectable as i64),
        ] {
            // Both are new objects (`Py_BuildValue`); the key is not interned.
            let key = self.heap.new_str(name);
            let value = self.heap.new_int(value);
            let _ = self.dict_store(details, key, value);
            self.decref(value);
            self.decref(key);
        }
        let phase = self.heap.new_str(info.moment);
        for callback in self.heap.list_items(callbacks) {
            self.incref(callback);
            match self.call(callback, &[phase, details], &[]) {
                Ok(value) => self.decref(value),
                Err(Raised) if self.watch.abandoned => {}
                Err(Raised) => self.report_unraisable(callback, None),
            }
            self.decref(callback);
        }
        self.decref(phase);
        self.decref(details);
    }
}
