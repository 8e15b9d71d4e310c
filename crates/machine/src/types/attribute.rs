//! Attributes of instances: descriptors of the class, then the instance's own values (`Objects/object.c`).

use heapglass_heap::{
    Address, Raised,
    layout::exception::attribute_error,
    object::dict::instance::Attributes,
    static_type::{StaticType, field, flag},
};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    types::{getattro::Access, lookup_cache::Plan, slot::Slot},
};

impl Machine {
    /// The class attribute `name` along the MRO of `type_`, borrowed.
    #[inline]
    pub fn type_lookup(&self, type_: Address, name: Address) -> Option<Address> {
        let memory = &self.heap.memory;
        let version = memory.u32(type_.plus(field::VERSION_TAG));
        match self.lookups.get(memory.turn(), version, name) {
            Some(found) if version != 0 => found.non_null(),
            _ => self.type_search(type_, version, name),
        }
    }

    #[inline(never)]
    fn type_search(&self, type_: Address, version: u32, name: Address) -> Option<Address> {
        let found = self.search_mro(type_, name);
        // Interned strs never die in 3.12, so that their addresses stay theirs.
        if version != 0 && self.heap.is_interned(name) {
            self.lookups.set(self.heap.memory.turn(), version, name, found.unwrap_or(Address::NULL));
        }
        found
    }

    fn search_mro(&self, type_: Address, name: Address) -> Option<Address> {
        let memory = &self.heap.memory;
        let mro = memory.address(type_.plus(field::MRO));
        if mro.is_null() {
            let dict = memory.address(type_.plus(field::DICT));
            return if dict.is_null() { None } else { self.heap.dict_get_str(dict, name) };
        }
        let length = memory.u64(mro.plus(16));
        for index in 0..length {
            let class = memory.address(mro.plus(24 + 8 * index));
            let dict = memory.address(class.plus(field::DICT));
            if let Some(value) = self.heap.dict_get_str(dict, name) {
                return Some(value);
            }
        }
        None
    }

    /// `PyObject_GenericGetAttr`.
    pub fn generic_get_attribute(&mut self, object: Address, name: Address) -> Outcome {
        match self.generic_lookup(object, name)? {
            Some(value) => Ok(value),
            None => Err(self.raise_no_attribute(object, name)),
        }
    }

    /// The same without an error: `None` if there is no such attribute.
    pub fn generic_lookup(&mut self, object: Address, name: Address) -> Outcome<Option<Address>> {
        let type_ = self.heap.type_of(object);
        self.note_lookup_of(type_, name);
        let descriptor = self.type_lookup(type_, name);
        let mut binds = false;
        if let Some(descriptor) = descriptor {
            binds = self.has_get(descriptor);
            if binds && self.is_data_descriptor(descriptor) {
                return self.get_held(descriptor, object, type_).map(Some);
            }
        }
        if let Some(value) = self.own_attribute(object, type_, name)? {
            return Ok(Some(self.incref(value)));
        }
        match descriptor {
            Some(descriptor) if binds => self.get_held(descriptor, object, type_).map(Some),
            Some(descriptor) => Ok(Some(self.incref(descriptor))),
            None => Ok(None),
        }
    }

    /// `__get__` of a descriptor that is held meanwhile, as the class may lose it.
    fn get_held(&mut self, descriptor: Address, object: Address, type_: Address) -> Outcome {
        self.incref(descriptor);
        let result = self.descriptor_get(descriptor, object, type_);
        self.decref(descriptor);
        result
    }

    /// What the instance itself holds under `name`, borrowed.
    fn own_attribute(&mut self, object: Address, type_: Address, name: Address) -> Outcome<Option<Address>> {
        let offset = self.heap.memory.i64(type_.plus(field::DICT_OFFSET));
        if offset == 0 {
            return Ok(None);
        }
        if self.heap.type_has(type_, flag::MANAGED_DICT) {
            return Ok(self.heap.attribute(object, name));
        }
        let dict = self.heap.memory.address(object.plus(offset as u64));
        if dict.is_null() { Ok(None) } else { self.namespace_get(dict, name) }
    }

    /// The method `name` of the class, borrowed, if nothing else has to be asked: the object has no attributes of its own, or
    /// not this one.
    #[inline]
    pub(crate) fn plain_method(&mut self, object: Address, name: Address) -> Option<Address> {
        let type_ = self.heap.type_of(object);
        match self.plan(type_, name) {
            Plan::Method(method) => Some(method),
            Plan::MethodBeside(method, names)
                if self.heap.shared_count(type_) == u64::from(names) && self.heap.own_values(object).is_some() =>
            {
                Some(method)
            }
            _ => self.find_plain_method(type_, object, name),
        }
    }

    #[inline(never)]
    fn find_plain_method(&mut self, type_: Address, object: Address, name: Address) -> Option<Address> {
        if self.getter_of(type_) != Access::Generic {
            return None;
        }
        self.note_lookup(type_);
        let method = self.type_lookup(type_, name)?;
        if !self.heap.type_has(self.heap.type_of(method), flag::METHOD_DESCRIPTOR) {
            return None;
        }
        let has_own = self.heap.memory.u64(type_.plus(field::DICT_OFFSET)) != 0
            && (!self.heap.type_has(type_, flag::MANAGED_DICT) || self.heap.attribute(object, name).is_some());
        if has_own {
            return None;
        }
        if self.heap.memory.u64(type_.plus(field::DICT_OFFSET)) == 0 {
            self.remember_plan(type_, name, Plan::Method(method));
        } else if self.heap.type_has(type_, flag::MANAGED_DICT | flag::HEAP_TYPE)
            && let (None, names) = self.heap.shared_number(type_, name)
        {
            self.remember_plan(type_, name, Plan::MethodBeside(method, names as u32));
        }
        Some(method)
    }

    /// What is known of how attribute `name` of instances of `type_` is come by.
    #[inline]
    fn plan(&self, type_: Address, name: Address) -> Plan {
        let memory = &self.heap.memory;
        self.lookups.plan(memory.turn(), memory.u32(type_.plus(field::VERSION_TAG)), name)
    }

    fn remember_plan(&self, type_: Address, name: Address, plan: Plan) {
        let memory = &self.heap.memory;
        let version = memory.u32(type_.plus(field::VERSION_TAG));
        if version != 0 && self.heap.is_interned(name) {
            self.lookups.set_plan(memory.turn(), version, name, plan);
        }
    }

    /// Notes where instances of `type_`, which has no attribute `name` itself, keep theirs.
    fn remember_value(&self, type_: Address, name: Address) {
        if self.getter_of(type_) == Access::Generic
            && self.setter_of(type_) == Access::Generic
            && self.heap.type_has(type_, flag::MANAGED_DICT | flag::HEAP_TYPE)
            && let (Some(number), _) = self.heap.shared_number(type_, name)
        {
            self.remember_plan(type_, name, Plan::Value(number as u32));
        }
    }

    /// What the instance itself holds under `name`, borrowed, if nothing else has to be asked: its class has no such attribute.
    #[inline]
    pub(crate) fn plain_attribute(&mut self, object: Address, name: Address) -> Option<Address> {
        let type_ = self.heap.type_of(object);
        if let Plan::Value(number) = self.plan(type_, name)
            && let Some(values) = self.heap.own_values(object)
        {
            return self.heap.memory.address(values.plus(8 * u64::from(number))).non_null();
        }
        self.find_plain_attribute(type_, object, name)
    }

    #[inline(never)]
    fn find_plain_attribute(&mut self, type_: Address, object: Address, name: Address) -> Option<Address> {
        if self.getter_of(type_) != Access::Generic || !self.heap.type_has(type_, flag::MANAGED_DICT) {
            return None;
        }
        self.note_lookup(type_);
        if self.type_lookup(type_, name).is_some() {
            return None;
        }
        self.remember_value(type_, name);
        self.heap.attribute(object, name)
    }

    /// Sets `name`, an interned str, where that only writes into the instance: its class has no such attribute. Hands back the
    /// value that was there, or null; `None` if it is not that simple, and nothing has happened.
    #[inline]
    pub(crate) fn store_plainly(&mut self, object: Address, name: Address, value: Address) -> Option<Address> {
        let type_ = self.heap.type_of(object);
        if let Plan::Value(number) = self.plan(type_, name)
            && let Some(values) = self.heap.own_values(object)
        {
            return Some(self.heap.set_value(values, number.into(), value).unwrap_or_default());
        }
        self.find_place_and_store(type_, object, name, value)
    }

    #[inline(never)]
    fn find_place_and_store(&mut self, type_: Address, object: Address, name: Address, value: Address) -> Option<Address> {
        if self.setter_of(type_) != Access::Generic || !self.heap.type_has(type_, flag::MANAGED_DICT) {
            return None;
        }
        self.note_lookup(type_);
        if self.type_lookup(type_, name).is_some() {
            return None;
        }
        let displaced = self.heap.set_attribute(object, name, value);
        self.remember_value(type_, name);
        Some(displaced.unwrap_or_default())
    }

    /// `_PyObject_GetMethod`: a method of the class comes unbound, with the receiver beside it.
    pub fn load_method(&mut self, object: Address, name: Address) -> Outcome<(Address, Option<Address>)> {
        let type_ = self.heap.type_of(object);
        if self.getter_of(type_) != Access::Generic {
            return self.get_attribute(object, name).map(|value| (value, None));
        }
        self.note_lookup_of(type_, name);
        let descriptor = self.type_lookup(type_, name);
        let mut is_method = false;
        let mut binds = false;
        if let Some(descriptor) = descriptor {
            is_method = self.heap.type_has(self.heap.type_of(descriptor), flag::METHOD_DESCRIPTOR);
            binds = !is_method && self.has_get(descriptor);
            if binds && self.is_data_descriptor(descriptor) {
                return self.get_held(descriptor, object, type_).map(|value| (value, None));
            }
        }
        if let Some(value) = self.own_attribute(object, type_, name)? {
            return Ok((self.incref(value), None));
        }
        match descriptor {
            Some(descriptor) if is_method => Ok((self.incref(descriptor), Some(self.incref(object)))),
            Some(descriptor) if binds => self.get_held(descriptor, object, type_).map(|value| (value, None)),
            Some(descriptor) => Ok((self.incref(descriptor), None)),
            None => Err(self.raise_no_attribute(object, name)),
        }
    }

    /// `PyObject_GenericSetAttr`; `None` deletes.
    pub fn generic_set_attribute(&mut self, object: Address, name: Address, value: Option<Address>) -> Outcome<()> {
        let type_ = self.heap.type_of(object);
        self.note_lookup_of(type_, name);
        let descriptor = self.type_lookup(type_, name);
        if let Some(descriptor) = descriptor
            && self.is_data_descriptor(descriptor)
        {
            self.incref(descriptor);
            let result = self.descriptor_set(descriptor, object, value);
            self.decref(descriptor);
            return result;
        }
        let offset = self.heap.memory.i64(type_.plus(field::DICT_OFFSET));
        if offset == 0 {
            return Err(self.raise_cannot_set(object, name, descriptor.is_some()));
        }
        self.set_own_attribute(object, name, value)
    }

    fn set_own_attribute(&mut self, object: Address, name: Address, value: Option<Address>) -> Outcome<()> {
        match value {
            Some(value) => {
                let displaced = self.heap.set_attribute(object, name, value);
                if let Some(displaced) = displaced {
                    self.decref(displaced);
                }
                Ok(())
            }
            None => match self.heap.delete_attribute(object, name) {
                Some(removed) => {
                    removed.release(self);
                    Ok(())
                }
                None => Err(self.raise_no_attribute_to_set(object, name)),
            },
        }
    }

    /// `object.__getattribute__` is of a class or it has `__getattr__`: `slot_tp_getattr_hook`.
    pub fn python_get_attribute(&mut self, object: Address, name: Address) -> Outcome {
        let type_ = self.heap.type_of(object);
        let hook = self.name("__getattr__");
        let Some(hook) = self.type_lookup(type_, hook) else {
            return self.call_getattribute(object, type_, name, false);
        };
        self.incref(hook);
        let mut result = self.call_getattribute(object, type_, name, true);
        if result.is_err() && (self.error().is_none() || self.error_matches(StaticType::AttributeError)) {
            self.clear_error();
            result = self.call_held_attribute(hook, object, &[name]);
        }
        self.decref(hook);
        result
    }

    /// The `__getattribute__` of a class. Where `object`'s own stands beside a `__getattr__` (it is `hooked`), nothing is raised
    /// for an attribute that is not there.
    fn call_getattribute(&mut self, object: Address, type_: Address, name: Address, hooked: bool) -> Outcome {
        let getattribute = self.name("__getattribute__");
        let result = match self.type_lookup(type_, getattribute) {
            Some(method) if !self.heap.is_exact(method, StaticType::WrapperDescriptor) => {
                return self.call_attribute_of(method, object, &[name]);
            }
            Some(method) => {
                let owner = self.heap.memory.address(method.plus(16));
                let access = self.getter_of(owner);
                if access != Access::Generic {
                    return self.get_attribute_by(access, object, name);
                }
                self.generic_lookup(object, name)?
            }
            None => self.generic_lookup(object, name)?,
        };
        match result {
            Some(value) => Ok(value),
            None if hooked => Err(Raised),
            None => Err(self.raise_no_attribute(object, name)),
        }
    }

    /// `__setattr__` or `__delattr__` of a class.
    pub fn python_set_attribute(&mut self, object: Address, name: Address, value: Option<Address>) -> Outcome<()> {
        let result = match value {
            Some(value) => self.call_slot(object, Slot::SetAttr, &[name, value])?,
            None => self.call_slot(object, Slot::DelAttr, &[name])?,
        };
        if let Some(result) = result {
            self.decref(result);
        }
        Ok(())
    }

    /// "'A' object has no attribute 'x'", with `name` and `obj` for suggestions.
    pub fn raise_no_attribute(&mut self, object: Address, name: Address) -> Raised {
        let type_name = self.type_name(object);
        let pieces = [Piece::Text(&type_name), Piece::Str(name)];
        self.raise_attribute_error(object, name, "'%.100s' object has no attribute '%U'", &pieces)
    }

    fn raise_no_attribute_to_set(&mut self, object: Address, name: Address) -> Raised {
        if !self.heap.has_managed_dict(object) || matches!(self.heap.attributes(object), Attributes::Dict(_)) {
            // The dict has complained already (`PyDict_DelItem`).
            self.incref(name);
            self.raise_value(StaticType::KeyError, name);
        }
        let (type_name, format) = if self.heap.is_type(object) {
            (self.name_of_type(object), "type object '%.50s' has no attribute '%U'")
        } else {
            (self.type_name(object), "'%.100s' object has no attribute '%U'")
        };
        self.raise_format(StaticType::AttributeError, format, &[Piece::Text(&type_name), Piece::Str(name)])
    }

    fn raise_cannot_set(&mut self, object: Address, name: Address, on_class: bool) -> Raised {
        let type_name = self.type_name(object);
        let format = if on_class {
            "'%.100s' object attribute '%U' is read-only"
        } else {
            "'%.100s' object has no attribute '%U'"
        };
        self.raise_format(StaticType::AttributeError, format, &[Piece::Text(&type_name), Piece::Str(name)])
    }

    /// An `AttributeError` that remembers object and name.
    pub fn raise_attribute_error(&mut self, object: Address, name: Address, format: &str, pieces: &[Piece<'_>]) -> Raised {
        let raised = self.raise_format(StaticType::AttributeError, format, pieces);
        if let Some(error) = self.error() {
            self.store_field(error, attribute_error::OBJECT, object);
            self.store_field(error, attribute_error::NAME, name);
        }
        raised
    }
}
