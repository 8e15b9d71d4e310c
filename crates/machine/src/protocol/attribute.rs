//! Attributes of any object.

use heapglass_heap::{
    Address, Kind,
    static_type::{StaticType, field},
};

use crate::{
    machine::{Machine, Outcome},
    types::getattro::Access,
};

impl Machine {
    /// The interned str with this text. Borrowed: interned strings never die in 3.12.
    pub fn name(&mut self, text: &str) -> Address {
        self.heap.new_interned(text)
    }

    /// The interned str equal to `name`; borrowed as well.
    pub fn interned(&mut self, name: Address) -> Address {
        self.incref(name);
        self.heap.intern(name)
    }

    /// `object.name`; `name` is a str object.
    pub fn get_attribute(&mut self, object: Address, name: Address) -> Outcome {
        let access = self.getter_of(self.heap.type_of(object));
        self.get_attribute_by(access, object, name)
    }

    /// The same, by the rule of one kind of type.
    pub fn get_attribute_by(&mut self, access: Access, object: Address, name: Address) -> Outcome {
        match access {
            Access::Generic => self.generic_get_attribute(object, name),
            Access::Type => self.type_get_attribute(object, name),
            Access::Module => self.module_get_attribute(object, name),
            Access::Super => self.super_get_attribute(object, name),
            Access::Method => self.method_get_attribute(object, name),
            Access::Alias => self.alias_get_attribute(object, name),
            Access::Proxy => {
                let referent = self.proxy_referent(object)?;
                let result = self.get_attribute(referent, name);
                self.decref(referent);
                result
            }
            Access::Python => self.python_get_attribute(object, name),
        }
    }

    /// `object.name` by text.
    pub fn get_attribute_named(&mut self, object: Address, name: &str) -> Outcome {
        let name = self.name(name);
        self.get_attribute(object, name)
    }

    /// `getattr(object, name, <nothing>)`: `None` instead of an `AttributeError`.
    pub fn lookup_attribute(&mut self, object: Address, name: Address) -> Outcome<Option<Address>> {
        // Of these two kinds CPython knows how to ask without an exception being made.
        let found = match self.getter_of(self.heap.type_of(object)) {
            Access::Generic => self.generic_lookup(object, name),
            Access::Type => self.type_find_attribute(object, name),
            _ => self.get_attribute(object, name).map(Some),
        };
        match found {
            Err(raised) => self.absent_unless(raised),
            found => found,
        }
    }

    /// An `AttributeError` is forgotten and means "absent"; other exceptions stay.
    fn absent_unless(&mut self, raised: heapglass_heap::Raised) -> Outcome<Option<Address>> {
        if self.error_matches(StaticType::AttributeError) {
            self.clear_error();
            return Ok(None);
        }
        Err(raised)
    }

    /// `object.name = value`, or `del object.name` where `value` is `None`.
    pub fn set_attribute(&mut self, object: Address, name: Address, value: Option<Address>) -> Outcome<()> {
        let name = self.interned(name);
        match self.setter_of(self.heap.type_of(object)) {
            Access::Type => self.type_set_attribute(object, name, value),
            Access::Python => self.python_set_attribute(object, name, value),
            Access::Proxy => {
                let referent = self.proxy_referent(object)?;
                let result = self.set_attribute(referent, name, value);
                self.decref(referent);
                result
            }
            _ => self.generic_set_attribute(object, name, value),
        }
    }

    /// A special method looked up on the type of `object` and bound, ready to call (`_PyObject_LookupSpecial`). `None` if
    /// there is none. New reference.
    pub fn lookup_special(&mut self, object: Address, name: &str) -> Outcome<Option<Address>> {
        let name = self.name(name);
        let type_ = self.heap.type_of(object);
        let Some(found) = self.type_lookup(type_, name) else { return Ok(None) };
        self.incref(found);
        if !self.has_get(found) {
            return Ok(Some(found));
        }
        let bound = self.descriptor_get(found, object, type_);
        self.decref(found);
        bound.map(Some)
    }

    /// The name of `type(object)`, as error texts have it.
    pub fn type_name(&self, object: Address) -> String {
        self.name_of_type(self.heap.type_of(object))
    }

    /// The name of a type, as error texts have it (`tp_name`).
    pub fn name_of_type(&self, type_: Address) -> String {
        match self.heap.builtin_type(type_) {
            Some(which) => which.row().name.to_owned(),
            None => self.heap.str_text(self.heap.memory.address(type_.plus(field::HEAP_NAME))),
        }
    }

    /// Checks that an attribute name is a str.
    pub fn check_attribute_name(&mut self, name: Address) -> Outcome<()> {
        if self.heap.kind(name) == Kind::Str {
            return Ok(());
        }
        Err(self.raise_about_type("attribute name must be string, not '%.200s'", name))
    }
}
