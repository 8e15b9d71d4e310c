//! Iteration.

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
    types::slot::{Found, Slot},
};

impl Machine {
    /// `iter(object)`.
    pub fn iter(&mut self, object: Address) -> Outcome {
        let type_ = self.heap.type_of(object);
        let iterator = match self.find_slot(type_, Slot::Iter) {
            Found::Native(function) => return function(self, Arguments::of(object, &[])),
            Found::Attribute(attribute) => self.call_attribute_of(attribute, object, &[])?,
            Found::Missing if self.is_sequence(object) && !self.refuses_iteration(type_) => {
                let sequence = self.heap.new_reference(object);
                return Ok(self.heap.new_sequence_iterator(StaticType::SequenceIterator, sequence, 0));
            }
            Found::Missing => {
                return Err(self.raise_about_type("'%.200s' object is not iterable", object));
            }
        };
        if self.is_iterator(iterator) {
            return Ok(iterator);
        }
        let raised = self.raise_about_type("iter() returned non-iterator of type '%.100s'", iterator);
        self.decref(iterator);
        Err(raised)
    }

    /// Whether the class says `__iter__ = None`.
    fn refuses_iteration(&mut self, type_: Address) -> bool {
        let name = self.name("__iter__");
        StaticType::at(type_).is_none() && self.type_lookup(type_, name).is_some()
    }

    /// Whether `type(object)` has `__next__`.
    pub fn is_iterator(&mut self, object: Address) -> bool {
        self.has_slot(self.heap.type_of(object), Slot::Next)
    }

    /// Whether `iter()` may fall back on `__getitem__`.
    pub fn is_sequence(&mut self, object: Address) -> bool {
        let type_ = self.heap.type_of(object);
        let is_dict = self
            .heap
            .type_has(type_, heapglass_heap::static_type::flag::DICT_SUBCLASS);
        // A proxy has items as a mapping has them.
        let proxy = [StaticType::WeakProxy, StaticType::WeakCallableProxy].iter().any(|which| type_ == which.address());
        !is_dict && !proxy && self.has_slot(type_, Slot::GetItem)
    }

    /// `next(iterator)`; `None` at the end: `StopIteration` is taken back.
    pub fn next(&mut self, iterator: Address) -> Outcome<Option<Address>> {
        match self.next_or_raise(iterator) {
            Err(_) if !self.watch.abandoned && self.error_matches(StaticType::StopIteration) => {
                self.clear_error();
                Ok(None)
            }
            result => result,
        }
    }

    /// As [`Machine::next`], but a `StopIteration` raised by Python code is left to the caller.
    pub fn next_or_raise(&mut self, iterator: Address) -> Outcome<Option<Address>> {
        let result = match self.find_slot(self.heap.type_of(iterator), Slot::Next) {
            Found::Native(function) => {
                self.spend(1);
                self.count_round()?;
                if self.registers.iterators >= self.limits.iterator_depth {
                    return Err(self.raise(StaticType::RecursionError, "maximum recursion depth exceeded"));
                }
                self.registers.iterators += 1;
                let result = function(self, Arguments::of(iterator, &[]));
                self.registers.iterators = self.registers.iterators.saturating_sub(1);
                result
            }
            Found::Attribute(attribute) => self.call_attribute_of(attribute, iterator, &[]),
            Found::Missing => {
                return Err(self.raise_about_type("'%.200s' object is not an iterator", iterator));
            }
        };
        match result {
            // A native iterator says "at the end" with the null pointer, as `tp_iternext` does.
            Ok(value) if value.is_null() => Ok(None),
            Ok(value) => Ok(Some(value)),
            Err(raised) => Err(raised),
        }
    }

    /// Calls `each` with every item (a new reference, to be taken over) of `iterable`.
    pub fn for_each(
        &mut self,
        iterable: Address,
        mut each: impl FnMut(&mut Self, Address) -> Outcome<()>,
    ) -> Outcome<()> {
        let iterator = self.iter(iterable)?;
        let result = loop {
            match self.next(iterator) {
                Ok(None) => break Ok(()),
                Err(raised) => break Err(raised),
                Ok(Some(item)) => {
                    if let Err(raised) = each(self, item) {
                        break Err(raised);
                    }
                }
            }
        };
        self.decref(iterator);
        result
    }
}
