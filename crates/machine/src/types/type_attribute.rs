//! Attributes of types, modules, bound methods and aliases.

use heapglass_heap::{
    Address, Kind, Raised,
    static_type::{StaticType, field, flag},
};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    module::sys_info::{STDLIB_NAMES, name_stdlib_modules},
    thread_state::SYS_DICT,
};

impl Machine {
    /// `type_getattro`: the metaclass's data descriptors, the class and its bases, the metaclass's other attributes.
    pub fn type_get_attribute(&mut self, type_: Address, name: Address) -> Outcome {
        if let Some(found) = self.type_find_attribute(type_, name)? {
            return Ok(found);
        }
        let type_name = self.name_of_type(type_);
        let pieces = [Piece::Text(&type_name), Piece::Str(name)];
        Err(self.raise_attribute_error(type_, name, "type object '%.100s' has no attribute '%U'", &pieces))
    }

    /// The same without an error: `None` if there is no such attribute.
    pub fn type_find_attribute(&mut self, type_: Address, name: Address) -> Outcome<Option<Address>> {
        let metatype = self.heap.type_of(type_);
        self.note_lookup_of(metatype, name);
        let meta_attribute = self.type_lookup(metatype, name);
        let mut binds = false;
        if let Some(attribute) = meta_attribute {
            binds = self.has_get(attribute);
            if binds && self.is_data_descriptor(attribute) {
                return self.bind_class_attribute(attribute, type_, metatype).map(Some);
            }
        }
        self.note_lookup_of(type_, name);
        if let Some(attribute) = self.type_lookup(type_, name) {
            if self.has_get(attribute) {
                return self.bind_class_attribute(attribute, Address::NULL, type_).map(Some);
            }
            return Ok(Some(self.incref(attribute)));
        }
        match meta_attribute {
            Some(attribute) if binds => self.bind_class_attribute(attribute, type_, metatype).map(Some),
            Some(attribute) => Ok(Some(self.incref(attribute))),
            None => Ok(None),
        }
    }

    fn bind_class_attribute(&mut self, attribute: Address, object: Address, owner: Address) -> Outcome {
        self.incref(attribute);
        let result = self.descriptor_get(attribute, object, owner);
        self.decref(attribute);
        result
    }

    /// `type_setattro`: static types are closed; a class learns of a changed special method.
    pub fn type_set_attribute(&mut self, type_: Address, name: Address, value: Option<Address>) -> Outcome<()> {
        let text = self.heap.str_text(name);
        if self.heap.type_has(type_, flag::IMMUTABLE) || !self.heap.is_heap_type(type_) {
            let owner = self.name_of_type(type_);
            let text = format!("cannot set '{text}' attribute of immutable type '{owner}'");
            return Err(self.raise(StaticType::TypeError, text));
        }
        let name = self.interned(name);
        let metatype = self.heap.type_of(type_);
        self.note_lookup(metatype);
        if let Some(attribute) = self.type_lookup(metatype, name)
            && self.is_data_descriptor(attribute)
        {
            self.incref(attribute);
            let result = self.descriptor_set(attribute, type_, value);
            self.decref(attribute);
            return result;
        }
        let dict = self.type_dict(type_);
        match value {
            Some(value) => self.namespace_set(dict, name, value)?,
            None if self.namespace_remove(dict, name)? => {}
            None => {
                let owner = self.name_of_type(type_);
                let pieces = [Piece::Text(&owner), Piece::Str(name)];
                let format = "type object '%.50s' has no attribute '%U'";
                return Err(self.raise_format(StaticType::AttributeError, format, &pieces));
            }
        }
        self.type_modified(type_);
        if text.starts_with("__") {
            self.update_slots_below(type_, &text);
        }
        Ok(())
    }

    /// `module_getattro`: a module may have a function `__getattr__`.
    pub fn module_get_attribute(&mut self, module: Address, name: Address) -> Outcome {
        // An exception is made for the attribute that is not there, and forgotten.
        match self.generic_get_attribute(module, name) {
            Err(Raised) if self.error_matches(StaticType::AttributeError) => self.clear_error(),
            found => return found,
        }
        let dict = self.heap.memory.address(module.plus(16));
        if dict == self.thread_word(SYS_DICT) && self.is_str(name) && self.heap.str_text(name) == STDLIB_NAMES {
            name_stdlib_modules(self, dict)?;
            return self.generic_get_attribute(module, name);
        }
        let hook = self.name("__getattr__");
        if !dict.is_null()
            && let Some(function) = self.namespace_get(dict, hook)?
        {
            return self.call(function, &[name], &[]);
        }
        Err(self.raise_no_module_attribute(module, dict, name))
    }

    fn raise_no_module_attribute(&mut self, module: Address, dict: Address, name: Address) -> Raised {
        let key = self.name("__name__");
        let module_name = if dict.is_null() { None } else { self.heap.dict_get_str(dict, key) };
        match module_name {
            Some(module_name) if self.heap.kind(module_name) == Kind::Str => {
                let pieces = [Piece::Str(module_name), Piece::Str(name)];
                self.raise_attribute_error(module, name, "module '%U' has no attribute '%U'", &pieces)
            }
            _ => self.raise_attribute_error(module, name, "module has no attribute '%U'", &[Piece::Str(name)]),
        }
    }

    /// Bound methods: their own descriptors first, then the attributes of the function.
    pub fn method_get_attribute(&mut self, method: Address, name: Address) -> Outcome {
        let type_ = self.heap.type_of(method);
        if let Some(attribute) = self.type_lookup(type_, name) {
            if self.has_get(attribute) {
                return self.bind_class_attribute(attribute, method, type_);
            }
            return Ok(self.incref(attribute));
        }
        let function = self.heap.memory.address(method.plus(16));
        self.get_attribute(function, name)
    }

    /// `list[int].name`: dunder names of the alias itself, others of its origin.
    pub fn alias_get_attribute(&mut self, alias: Address, name: Address) -> Outcome {
        const OWN: &[&str] = &[
            "__class__",
            "__origin__",
            "__args__",
            "__unpacked__",
            "__parameters__",
            "__typing_unpacked_tuple_args__",
            "__mro_entries__",
            "__reduce_ex__",
            "__reduce__",
            "__copy__",
            "__deepcopy__",
        ];
        let text = self.heap.str_text(name);
        if OWN.contains(&text.as_str()) {
            return self.generic_get_attribute(alias, name);
        }
        let origin = self.heap.memory.address(alias.plus(16));
        self.get_attribute(origin, name)
    }

    /// `__qualname__` of a type as text.
    pub fn qualname_of_type(&mut self, type_: Address) -> Outcome<String> {
        Ok(match self.heap.builtin_type(type_) {
            Some(which) => which.short_name().to_owned(),
            None => self.heap.str_text(self.heap.memory.address(type_.plus(field::HEAP_QUALNAME))),
        })
    }

    /// The same as a new reference: that of a static type is made for the asker (`PyType_GetQualName`).
    pub fn qualname_object(&mut self, type_: Address) -> Address {
        match self.heap.builtin_type(type_) {
            Some(which) => self.heap.new_str(which.short_name()),
            None => {
                let name = self.heap.memory.address(type_.plus(field::HEAP_QUALNAME));
                self.incref(name)
            }
        }
    }
}
