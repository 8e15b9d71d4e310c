//! `type.__new__`: a class from name, bases and dict (`type_new_impl` in `Objects/typeobject.c`).
//!
//! Blocks are asked for in CPython's order, so addresses and counts of blocks come out alike.

use heapglass_heap::{
    Address, Kind,
    static_type::{StaticType, field, flag},
};

use crate::{
    machine::{Machine, Outcome},
    types::class_slots::ClassSlots,
};

/// Flags that a class takes over from the base it is laid out like.
const INHERITED: u64 = flag::MANAGED_DICT
    | flag::MANAGED_WEAKREF
    | flag::MATCH_SELF
    | flag::ITEMS_AT_END
    | flag::INT_SUBCLASS
    | flag::LIST_SUBCLASS
    | flag::TUPLE_SUBCLASS
    | flag::BYTES_SUBCLASS
    | flag::STR_SUBCLASS
    | flag::DICT_SUBCLASS
    | flag::EXCEPTION_SUBCLASS
    | flag::TYPE_SUBCLASS;

/// `tp_weaklistoffset` of a managed list: four words before the object.
const MANAGED_WEAKREF_OFFSET: i64 = -32;

impl Machine {
    /// `metatype.__new__(metatype, name, bases, dict, **keywords)` for a metatype that does not override it.
    pub fn type_new(
        &mut self,
        metatype: Address,
        name: Address,
        bases: Address,
        namespace: Address,
        keywords: &[(Address, Address)],
    ) -> Outcome {
        let given = self.heap.tuple_items(bases);
        let mut metatype = metatype;
        let bases = if given.is_empty() {
            let object = StaticType::Object.address();
            self.heap.new_tuple_of(&[object])
        } else {
            self.check_bases_are_types(&given)?;
            let winner = self.calculate_metaclass(metatype, &given)?;
            if winner != metatype {
                if let Some(function) = self.foreign_new(winner) {
                    let arguments = [winner, name, bases, namespace];
                    return self.call(function, &arguments, keywords);
                }
                metatype = winner;
            }
            self.incref(bases)
        };
        let result = self.type_new_with_bases(metatype, name, bases, namespace).and_then(|type_| {
            match self.set_names(type_).and_then(|()| self.tell_parent(type_, keywords)) {
                Ok(()) => Ok(type_),
                Err(raised) => {
                    self.decref(type_);
                    Err(raised)
                }
            }
        });
        // Held until the hooks have run (`type_new`, Objects/typeobject.c).
        self.decref(bases);
        result
    }

    fn check_bases_are_types(&mut self, bases: &[Address]) -> Outcome<()> {
        for &base in bases {
            if self.heap.is_type(base) {
                continue;
            }
            let name = self.name("__mro_entries__");
            if let Some(method) = self.lookup_attribute(base, name)? {
                self.decref(method);
                let text = "type() doesn't support MRO entry resolution; use types.new_class()";
                return Err(self.raise(StaticType::TypeError, text));
            }
        }
        Ok(())
    }

    /// The `__new__` of a winning metaclass, if it is not that of `type`. Borrowed.
    fn foreign_new(&mut self, metatype: Address) -> Option<Address> {
        let name = self.name("__new__");
        let found = self.type_lookup(metatype, name)?;
        let own = self.type_lookup(StaticType::Type.address(), name);
        if own == Some(found) {
            return None;
        }
        let is_static = self.heap.is_exact(found, StaticType::StaticMethod);
        Some(if is_static { self.heap.memory.address(found.plus(16)) } else { found })
    }

    /// The most derived of the metaclasses.
    pub fn calculate_metaclass(&mut self, metatype: Address, bases: &[Address]) -> Outcome {
        let mut winner = metatype;
        for base in bases {
            let candidate = self.heap.type_of(*base);
            if self.heap.is_subtype(winner, candidate) {
                continue;
            }
            if !self.heap.is_subtype(candidate, winner) {
                let text = "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases";
                return Err(self.raise(StaticType::TypeError, text));
            }
            winner = candidate;
        }
        Ok(winner)
    }

    fn type_new_with_bases(&mut self, metatype: Address, name: Address, bases: Address, namespace: Address) -> Outcome {
        let base_list = self.heap.tuple_items(bases);
        let base = self.best_base(&base_list)?;
        self.check_type_name(name)?;
        let dict = self.heap.dict_copy(namespace);
        let class_name = self.heap.str_text(name);
        if class_name.contains('\0') {
            self.decref(dict);
            return self.value_error("type name must not contain null characters");
        }
        let slots = match self.class_slots(&class_name, base, &base_list, dict) {
            Ok(slots) => slots,
            Err(raised) => {
                self.decref(dict);
                return Err(raised);
            }
        };
        let type_ = self.allocate_type(metatype, name, bases, base, dict, slots);
        let finished = self.finish_type(type_, name, base, &base_list, dict, slots);
        if let Err(raised) = finished {
            self.decref(type_);
            return Err(raised);
        }
        Ok(type_)
    }

    /// The block of the class, its name, bases and dict (owned by it from here on).
    fn allocate_type(
        &mut self,
        metatype: Address,
        name: Address,
        bases: Address,
        base: Address,
        dict: Address,
        slots: ClassSlots,
    ) -> Address {
        let fields = if slots.names.is_null() { 0 } else { self.heap.tuple_len(slots.names) };
        let type_ = self.heap.generic_allocate(metatype, fields as u64);
        for owned in [bases, base, name] {
            self.incref(owned);
        }
        let memory = &mut self.heap.memory;
        memory.set_u64(type_.plus(field::FLAGS), flag::HEAP_TYPE | flag::BASE_TYPE | flag::HAVE_GC);
        for (at, to) in [
            (field::AS_ASYNC, field::HEAP_ASYNC),
            (field::AS_NUMBER, field::HEAP_NUMBER),
            (field::AS_SEQUENCE, field::HEAP_SEQUENCE),
            (field::AS_MAPPING, field::HEAP_MAPPING),
            (field::AS_BUFFER, field::HEAP_BUFFER),
        ] {
            memory.set_address(type_.plus(at), type_.plus(to));
        }
        memory.set_address(type_.plus(field::BASES), bases);
        memory.set_address(type_.plus(field::DICT), dict);
        memory.set_address(type_.plus(field::HEAP_NAME), name);
        memory.set_address(type_.plus(field::HEAP_SLOTS), slots.names);
        self.heap.set_type_base(type_, base);
        type_
    }

    /// Everything between the allocation and the first moment at which Python code may run.
    fn finish_type(
        &mut self,
        type_: Address,
        name: Address,
        base: Address,
        bases: &[Address],
        dict: Address,
        slots: ClassSlots,
    ) -> Outcome<()> {
        self.heap.memory.set_address(type_.plus(field::NAME), self.heap.str_data(name));
        self.set_module_of_class(dict)?;
        self.set_qualname(type_, name, dict)?;
        self.copy_doc(type_, dict)?;
        self.wrap_special(dict, "__new__", StaticType::StaticMethod)?;
        self.wrap_special(dict, "__init_subclass__", StaticType::ClassMethod)?;
        self.wrap_special(dict, "__class_getitem__", StaticType::ClassMethod)?;
        self.lay_out_instances(type_, base, slots);
        self.set_class_cells(type_, dict)?;
        self.set_class_dict_cell(dict)?;
        self.ready_type(type_, bases, dict, slots)
    }

    /// `__module__` is that of the running globals, unless the body sets it.
    fn set_module_of_class(&mut self, dict: Address) -> Outcome<()> {
        let key = self.name("__module__");
        if self.namespace_get(dict, key)?.is_some() {
            return Ok(());
        }
        let Some(globals) = self.current_globals() else { return Ok(()) };
        let name = self.name("__name__");
        match self.namespace_get(globals, name)? {
            Some(module) => self.namespace_set(dict, key, module),
            None => Ok(()),
        }
    }

    fn set_qualname(&mut self, type_: Address, name: Address, dict: Address) -> Outcome<()> {
        let key = self.name("__qualname__");
        let qualname = match self.namespace_get(dict, key)? {
            None => self.incref(name),
            Some(value) if self.heap.kind(value) == Kind::Str => {
                self.incref(value);
                self.namespace_remove(dict, key)?;
                value
            }
            Some(value) => {
                let found = self.type_name(value);
                return Err(self.raise(StaticType::TypeError, format!("type __qualname__ must be a str, not {found}")));
            }
        };
        self.heap.memory.set_address(type_.plus(field::HEAP_QUALNAME), qualname);
        Ok(())
    }

    /// `tp_doc` is a copy of the docstring, in a block of its own.
    fn copy_doc(&mut self, type_: Address, dict: Address) -> Outcome<()> {
        let key = self.name("__doc__");
        let Some(doc) = self.namespace_get(dict, key)? else { return Ok(()) };
        if self.heap.kind(doc) != Kind::Str {
            return Ok(());
        }
        let text = self.heap.str_text(doc);
        let block = self.heap.allocate(heapglass_heap::domain::Domain::Object, text.len() as u64 + 1);
        self.heap.memory.write(block, text.as_bytes());
        self.heap.memory.set_u8(block.plus(text.len() as u64), 0);
        self.heap.memory.set_address(type_.plus(field::DOC), block);
        Ok(())
    }

    /// A plain function under one of the special names becomes a static or class method.
    fn wrap_special(&mut self, dict: Address, name: &str, wrapper: StaticType) -> Outcome<()> {
        let key = self.name(name);
        let Some(function) = self.namespace_get(dict, key)? else { return Ok(()) };
        if !self.heap.is_exact(function, StaticType::Function) {
            return Ok(());
        }
        let wrapped = if wrapper == StaticType::StaticMethod {
            self.new_static_method(function)
        } else {
            self.new_class_method(function)
        };
        let result = self.namespace_set(dict, key, wrapped);
        self.decref(wrapped);
        result
    }

    /// Sizes, offsets and flags of instances.
    fn lay_out_instances(&mut self, type_: Address, base: Address, slots: ClassSlots) {
        let memory = &mut self.heap.memory;
        let fields = if slots.names.is_null() { 0 } else { memory.u64(slots.names.plus(16)) };
        let base_size = memory.u64(base.plus(field::BASIC_SIZE));
        let mut flags = memory.u64(type_.plus(field::FLAGS)) | memory.u64(base.plus(field::FLAGS)) & INHERITED;
        let mut weaklist = memory.i64(base.plus(field::WEAKLIST_OFFSET));
        let mut dict = memory.i64(base.plus(field::DICT_OFFSET));
        if slots.add_weak {
            flags |= flag::MANAGED_WEAKREF;
            weaklist = MANAGED_WEAKREF_OFFSET;
        }
        if slots.add_dict {
            flags |= flag::MANAGED_DICT;
            dict = -1;
        }
        memory.set_u64(type_.plus(field::FLAGS), flags);
        memory.set_i64(type_.plus(field::WEAKLIST_OFFSET), weaklist);
        memory.set_i64(type_.plus(field::DICT_OFFSET), dict);
        memory.set_u64(type_.plus(field::BASIC_SIZE), base_size + 8 * fields);
        let item = memory.u64(base.plus(field::ITEM_SIZE));
        memory.set_u64(type_.plus(field::ITEM_SIZE), item);
        let members = self.heap.type_members(type_);
        self.heap.memory.set_address(type_.plus(field::MEMBERS), members);
        for index in 0..fields {
            let name = self.heap.tuple_item(slots.names, index);
            self.heap.set_type_member(type_, index, name, base_size + 8 * index);
        }
    }

    /// Fills `__class__` cells of the body and takes them out of the dict.
    fn set_class_cells(&mut self, type_: Address, dict: Address) -> Outcome<()> {
        let key = self.name("__classcell__");
        let Some(cell) = self.namespace_get(dict, key)? else { return Ok(()) };
        if !self.heap.is_exact(cell, StaticType::Cell) {
            let found = self.type_name(cell);
            let text = format!("__classcell__ must be a nonlocal cell, not <class '{found}'>");
            return Err(self.raise(StaticType::TypeError, text));
        }
        self.incref(type_);
        let old = self.heap.memory.address(cell.plus(16));
        self.heap.memory.set_address(cell.plus(16), type_);
        self.xdecref(old);
        self.namespace_remove(dict, key)?;
        Ok(())
    }

    /// Scopes of annotations and type parameters in the body look names up in the class's own dict from now on.
    fn set_class_dict_cell(&mut self, dict: Address) -> Outcome<()> {
        let key = self.name("__classdictcell__");
        let Some(cell) = self.namespace_get(dict, key)? else { return Ok(()) };
        if !self.heap.is_exact(cell, StaticType::Cell) {
            let found = self.type_name(cell);
            return self.type_error(format!("__classdictcell__ must be a nonlocal cell, not <class '{found}'>"));
        }
        self.store_field(cell, 16, dict);
        self.namespace_remove(dict, key)?;
        Ok(())
    }
}
