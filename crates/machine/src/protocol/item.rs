//! Items, lengths, containment.

use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome, SCALAR},
    native::Arguments,
    types::slot::{Found, Slot},
};

impl Machine {
    /// `len(object)`.
    pub fn length(&mut self, object: Address) -> Outcome<i64> {
        let type_ = self.heap.type_of(object);
        let (result, native) = match self.find_slot(type_, Slot::Len) {
            Found::Native(function) => (function(self, Arguments::of(object, &[]))?, true),
            Found::Attribute(attribute) => (self.call_attribute_of(attribute, object, &[])?, false),
            Found::Missing => {
                return Err(self.raise_about_type("object of type '%.200s' has no len()", object));
            }
        };
        if result == SCALAR {
            return Ok(self.registers.scalar);
        }
        if native {
            let value = self.heap.int_to_i64(result).unwrap_or(0);
            self.decref(result);
            return Ok(value);
        }
        let int = self.index(result);
        self.decref(result);
        let int = int?;
        let (negative, _) = self.heap.int_digits(int);
        let value = self.heap.int_to_i64(int);
        self.decref(int);
        match value {
            _ if negative => {
                Err(self.raise(StaticType::ValueError, "__len__() should return >= 0"))
            }
            Some(value) => Ok(value),
            None => Err(self.raise(
                StaticType::OverflowError,
                "cannot fit 'int' into an index-sized integer",
            )),
        }
    }

    /// `object[key]`.
    pub fn get_item(&mut self, object: Address, key: Address) -> Outcome {
        let type_ = self.heap.type_of(object);
        match self.find_slot(type_, Slot::GetItem) {
            Found::Native(function) => function(self, Arguments::of(object, &[key])),
            Found::Attribute(attribute) => self.call_attribute_of(attribute, object, &[key]),
            Found::Missing if self.heap.kind(object) == Kind::Type => {
                self.class_get_item(object, key)
            }
            Found::Missing => {
                Err(self.raise_about_type("'%.200s' object is not subscriptable", object))
            }
        }
    }

    /// `Class[key]`: `__class_getitem__`; `type[int]` is an alias.
    fn class_get_item(&mut self, class: Address, key: Address) -> Outcome {
        if class == StaticType::Type.address() {
            return Ok(self.new_generic_alias(class, key));
        }
        let name = self.name("__class_getitem__");
        if let Some(method) = self.lookup_attribute(class, name)? {
            if !self.heap.is_none(method) {
                let result = self.call(method, &[key], &[]);
                self.decref(method);
                return result;
            }
        }
        let name = self.name_of_type(class);
        Err(self.raise_format(StaticType::TypeError, "type '%.200s' is not subscriptable", &[Piece::Text(&name)]))
    }

    /// `object[key] = value`.
    pub fn set_item(&mut self, object: Address, key: Address, value: Address) -> Outcome<()> {
        match self.call_slot(object, Slot::SetItem, &[key, value])? {
            Some(result) => {
                self.decref(result);
                Ok(())
            }
            None => {
                Err(self.raise_about_type("'%.200s' object does not support item assignment", object))
            }
        }
    }

    /// `del object[key]`.
    pub fn del_item(&mut self, object: Address, key: Address) -> Outcome<()> {
        match self.call_slot(object, Slot::DelItem, &[key])? {
            Some(result) => {
                self.decref(result);
                Ok(())
            }
            None => {
                let format = if self.has_sequence_slots(object) && self.is_index(key) {
                    "'%.200s' object doesn't support item deletion"
                } else {
                    "'%.200s' object does not support item deletion"
                };
                Err(self.raise_about_type(format, object))
            }
        }
    }

    /// Whether the type has a `PySequenceMethods` struct: classes always do.
    fn has_sequence_slots(&self, object: Address) -> bool {
        let is_sequence = matches!(
            self.heap.kind(object),
            Kind::Str | Kind::Bytes | Kind::Tuple | Kind::Range | Kind::Set | Kind::DictView | Kind::MappingProxy
        );
        is_sequence || self.heap.is_heap_type(self.heap.type_of(object))
    }

    /// `item in object`.
    pub fn contains(&mut self, object: Address, item: Address) -> Outcome<bool> {
        let type_ = self.heap.type_of(object);
        let result = match self.find_slot(type_, Slot::Contains) {
            Found::Native(function) => function(self, Arguments::of(object, &[item]))?,
            Found::Attribute(attribute) => self.call_attribute_of(attribute, object, &[item])?,
            Found::Missing => return self.contains_by_iteration(object, item),
        };
        let verdict = self.is_true(result);
        self.decref(result);
        verdict
    }

    fn contains_by_iteration(&mut self, object: Address, item: Address) -> Outcome<bool> {
        let type_ = self.heap.type_of(object);
        let is_none = !self.has_slot(type_, Slot::Iter) && !self.is_sequence(object);
        let name = self.name(Slot::Contains.name());
        let refuses = StaticType::at(type_).is_none() && self.type_lookup(type_, name).is_some();
        if is_none || refuses {
            let format = if refuses { "'%.200s' object is not a container" } else { "argument of type '%.200s' is not iterable" };
            return Err(self.raise_about_type(format, object));
        }
        let iterator = match self.iter(object) {
            Ok(iterator) => iterator,
            Err(raised) if !self.error_matches(StaticType::TypeError) => return Err(raised),
            Err(_) => {
                self.clear_error();
                let name = self.type_name(object);
                return Err(self.raise(StaticType::TypeError, format!("argument of type '{name}' is not iterable")));
            }
        };
        let result = loop {
            match self.next(iterator) {
                Err(raised) => break Err(raised),
                Ok(None) => break Ok(false),
                Ok(Some(candidate)) => {
                    let verdict = self.equal(candidate, item);
                    self.decref(candidate);
                    if !matches!(verdict, Ok(false)) {
                        break verdict;
                    }
                }
            }
        };
        self.decref(iterator);
        result
    }
}
