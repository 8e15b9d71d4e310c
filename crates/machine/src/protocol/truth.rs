//! Truth.

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    types::slot::Slot,
};

impl Machine {
    /// `bool(object)` without making a bool.
    pub fn is_true(&mut self, object: Address) -> Outcome<bool> {
        if object == self.heap.true_() {
            return Ok(true);
        }
        if object == self.heap.false_() || self.heap.is_none(object) {
            return Ok(false);
        }
        if let Some(which) = self.heap.builtin_type(self.heap.type_of(object)) {
            match which {
                StaticType::Int => {
                    return Ok(object != self.heap.small_int(0).unwrap_or(Address::NULL));
                }
                StaticType::Str
                | StaticType::List
                | StaticType::Tuple
                | StaticType::Dict
                | StaticType::Bytes => {
                    return Ok(self.heap.memory.u64(object.plus(16)) != 0);
                }
                _ => {}
            }
        }
        if let Some(result) = self.call_slot(object, Slot::Bool, &[])? {
            return self.truth_of_bool(result);
        }
        let name = self.name("__bool__");
        if self.type_lookup(self.heap.type_of(object), name).is_some_and(|found| self.heap.is_none(found)) {
            return Err(self.raise(StaticType::TypeError, "'NoneType' object is not callable"));
        }
        if self.has_slot(self.heap.type_of(object), Slot::Len) {
            return Ok(self.length(object)? != 0);
        }
        Ok(true)
    }

    /// Takes over `result`, what `__bool__` returned.
    fn truth_of_bool(&mut self, result: Address) -> Outcome<bool> {
        let verdict = result == self.heap.true_();
        if verdict || result == self.heap.false_() {
            return Ok(verdict);
        }
        let raised = self.raise_about_type("__bool__ should return bool, returned %s", result);
        self.decref(result);
        Err(raised)
    }
}
