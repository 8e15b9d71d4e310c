//! Readying a class (`PyType_Ready` in `Objects/typeobject.c`, as far as it concerns classes made at run time).

use heapglass_heap::{
    Address,
    static_type::{StaticType, field, flag},
};

use crate::{
    machine::{Machine, Outcome},
    types::class_slots::ClassSlots,
};

impl Machine {
    /// What makes a laid-out class usable: descriptors, MRO, hash, the bases' lists of subclasses, shared keys.
    pub(super) fn ready_type(&mut self, type_: Address, bases: &[Address], dict: Address, slots: ClassSlots) -> Outcome<()> {
        self.set_mro(type_, bases)?;
        self.add_slot_members(type_, dict, slots)?;
        if slots.add_dict {
            self.add_getset(type_, dict, "__dict__")?;
        }
        if slots.add_weak {
            self.add_getset(type_, dict, "__weakref__")?;
        }
        let doc = self.name("__doc__");
        if self.namespace_get(dict, doc)?.is_none() {
            let none = self.heap.none();
            self.namespace_set(dict, doc, none)?;
        }
        self.set_hash_of_class(dict)?;
        for base in bases {
            self.add_subclass(*base, type_)?;
        }
        if self.heap.type_has(type_, flag::MANAGED_DICT) {
            let keys = self.heap.new_shared_keys();
            self.heap.memory.set_address(type_.plus(field::HEAP_CACHED_KEYS), keys);
        }
        // `match` takes a class for what the first of its MRO is that is a sequence or a mapping (`inherit_patma_flags`).
        let kinds = self.mro_of(type_).into_iter().skip(1).map(|class| self.heap.type_flags(class) & (flag::SEQUENCE | flag::MAPPING));
        let kind = kinds.into_iter().find(|kind| *kind != 0).unwrap_or(0);
        let flags = self.heap.type_flags(type_) | flag::READY | kind;
        self.heap.memory.set_u64(type_.plus(field::FLAGS), flags);
        self.update_access_slots(type_);
        Ok(())
    }

    fn add_slot_members(&mut self, type_: Address, dict: Address, slots: ClassSlots) -> Outcome<()> {
        let names = if slots.names.is_null() { Vec::new() } else { self.heap.tuple_items(slots.names) };
        for (index, name) in names.into_iter().enumerate() {
            let interned = self.interned(name);
            let members = self.heap.type_members(type_);
            let member = members.plus(heapglass_heap::object::record::MEMBER_SIZE * index as u64);
            let descriptor = self.new_descriptor(StaticType::MemberDescriptor, type_, interned, member);
            // The descriptor's name comes from a C string (`descr_new`).
            let text = self.heap.str_text(interned);
            self.heap.intern_from_string(&text);
            let result = match self.namespace_get(dict, interned) {
                Ok(None) => self.namespace_set(dict, interned, descriptor),
                Ok(Some(_)) => Ok(()),
                Err(raised) => Err(raised),
            };
            self.decref(descriptor);
            result?;
        }
        Ok(())
    }

    fn add_getset(&mut self, type_: Address, dict: Address, name: &str) -> Outcome<()> {
        let key = self.name(name);
        if self.namespace_get(dict, key)?.is_some() {
            return Ok(());
        }
        let code = self.instance_getset_code(name);
        let descriptor = self.new_descriptor(StaticType::GetSetDescriptor, type_, key, code);
        self.heap.intern_from_string(name);
        let result = self.namespace_set(dict, key, descriptor);
        self.decref(descriptor);
        result
    }

    /// A class that defines `__eq__` but no `__hash__` is unhashable.
    fn set_hash_of_class(&mut self, dict: Address) -> Outcome<()> {
        let (hash, eq) = (self.name("__hash__"), self.name("__eq__"));
        if self.namespace_get(dict, hash)?.is_none() && self.namespace_get(dict, eq)?.is_some() {
            let none = self.heap.none();
            self.namespace_set(dict, hash, none)?;
        }
        Ok(())
    }
}
