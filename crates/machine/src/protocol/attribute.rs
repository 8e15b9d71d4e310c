//! Attributes of any object.

use heapglass_heap::{Address, Raised, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    types::slot::Slot,
};

impl Machine {
    /// The interned str with this text. Borrowed: interned strings never die in 3.12.
    pub fn name(&mut self, text: &str) -> Address {
        self.heap.new_interned(text)
    }

    /// `object.name`; `name` is a str object.
    pub fn get_attribute(&mut self, object: Address, name: Address) -> Outcome {
        let _ = (object, name);
        Err(Raised)
    }

    /// `object.name` by text.
    pub fn get_attribute_named(&mut self, object: Address, name: &str) -> Outcome {
        let name = self.name(name);
        self.get_attribute(object, name)
    }

    /// `getattr(object, name, <nothing>)`: `None` instead of an `AttributeError`.
    pub fn lookup_attribute(&mut self, object: Address, name: Address) -> Outcome<Option<Address>> {
        match self.get_attribute(object, name) {
            Ok(value) => Ok(Some(value)),
            Err(_) if self.error_matches(StaticType::AttributeError) => {
                self.clear_error();
                Ok(None)
            }
            Err(raised) => Err(raised),
        }
    }

    /// `object.name = value`, or `del object.name` where `value` is `None`.
    pub fn set_attribute(
        &mut self,
        object: Address,
        name: Address,
        value: Option<Address>,
    ) -> Outcome<()> {
        let _ = (object, name, value);
        Err(Raised)
    }

    /// What `LOAD_ATTR` with the method bit pushes: the callable, and the receiver to pass first if no bound method was
    /// made. Both are new references.
    pub fn load_method(
        &mut self,
        object: Address,
        name: Address,
    ) -> Outcome<(Address, Option<Address>)> {
        let _ = (object, name);
        Err(Raised)
    }

    /// A special method looked up on the type of `object`, ready to call: with the receiver to pass first if none was bound.
    /// `None` if there is none. New references.
    pub fn lookup_special(
        &mut self,
        object: Address,
        name: &str,
    ) -> Outcome<Option<(Address, Option<Address>)>> {
        let _ = (object, name);
        Err(Raised)
    }

    /// The class attribute `name` along the MRO of `type_`, borrowed.
    pub fn type_lookup(&self, type_: Address, name: Address) -> Option<Address> {
        let _ = (type_, name);
        None
    }

    /// `descriptor.__get__(object, owner)`; `object` may be null.
    pub fn descriptor_get(
        &mut self,
        descriptor: Address,
        object: Address,
        owner: Address,
    ) -> Outcome {
        let _ = (descriptor, object, owner, Slot::Get);
        Err(Raised)
    }

    /// The name of `type(object)`, as error texts have it.
    pub fn type_name(&self, object: Address) -> String {
        self.name_of_type(self.heap.type_of(object))
    }

    /// The name of a type, as error texts have it.
    pub fn name_of_type(&self, type_: Address) -> String {
        match StaticType::at(type_) {
            Some(which) => which.row().name.to_owned(),
            None => self.heap.str_text(
                self.heap
                    .memory
                    .address(type_.plus(heapglass_heap::static_type::field::HEAP_NAME)),
            ),
        }
    }
}
