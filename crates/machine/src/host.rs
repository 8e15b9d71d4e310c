//! The machine as the heap sees it: what the heap cannot do itself because it needs Python.

use heapglass_heap::{
    Address, Heap, Host, Kind, Raised,
    gc::CallbackInfo,
    static_type::flag,
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
        self.call_finalizer(method, object);
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
        if self.watch.abandoned {
            return;
        }
        if callbacks.is_null() || self.heap.list_len(callbacks) == 0 {
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

    fn collector_message(&mut self, line: &str) {
        self.write_stderr(&format!("{line}\n"));
    }

    fn collection_advanced(&mut self) {
        self.save_stack();
        self.collection_phase();
    }
}

impl Machine {
    /// Calls `__del__` as the class has it (borrowed); what it raises is told (`slot_tp_finalize`).
    fn call_finalizer(&mut self, method: Address, object: Address) {
        // What takes the object as its first argument is called without a bound method being made.
        let unbound = self.heap.type_has(self.heap.type_of(method), flag::METHOD_DESCRIPTOR);
        let bound = if unbound {
            self.incref(method)
        } else {
            match self.descriptor_get(method, object, self.heap.type_of(object)) {
                Ok(bound) => bound,
                Err(Raised) if self.watch.abandoned => return,
                Err(Raised) => return self.clear_error(),
            }
        };
        let arguments = [object];
        match self.call(bound, if unbound { &arguments } else { &[] }, &[]) {
            Ok(value) => self.decref(value),
            Err(Raised) if self.watch.abandoned => {}
            Err(Raised) => self.report_unraisable(bound, None),
        }
        self.decref(bound);
    }

    /// A dict of numbers as `Py_BuildValue("{snsn…}")` makes it: the keys are new strs, not interned.
    pub(crate) fn build_number_dict(&mut self, entries: &[(&str, i64)]) -> Address {
        let dict = self.heap.new_dict();
        for (name, value) in entries {
            let key = self.heap.new_str(name);
            let value = self.heap.new_int(*value);
            // A str key cannot fail to be hashed or compared.
            let _ = self.dict_store(dict, key, value);
            self.decref(key);
            self.decref(value);
        }
        dict
    }

    fn tell_collection_callbacks(&mut self, callbacks: Address, info: CallbackInfo) {
        let details = self.build_number_dict(&[
            ("generation", i64::from(info.generation)),
            ("collected", info.collected as i64),
            ("uncollectable", info.uncollectable as i64),
        ]);
        let phase = self.heap.new_str(info.moment);
        // A callback may change the list.
        let mut index = 0;
        while index < self.heap.list_len(callbacks) && !self.watch.abandoned {
            let callback = self.heap.list_item(callbacks, index);
            index += 1;
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
