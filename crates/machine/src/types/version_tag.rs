//! `tp_version_tag`: a class has one from the first lookup of an attribute in it until it is changed (Objects/typeobject.c,
//! `assign_version_tag`, `type_modified_unlocked`). A program sees it as bit 19 of `__flags__`.

use heapglass_heap::{
    Address, runtime,
    static_type::{field, flag},
};

use crate::machine::Machine;

/// The number given out last.
const LAST_TAG: Address = Address::new(runtime::THREAD_WORDS.raw() + 80);
/// Numbers below 2¹⁶·2 are those of builtin types (`_Py_TYPE_BASE_VERSION_TAG`); the classes of start-up have the first 76 after
/// them.
const FIRST_TAG: u32 = (2 << 16) + 76;

/// Characters of a name that the cache of lookups takes (`MCACHE_MAX_ATTR_SIZE`).
const LONGEST_CACHED_NAME: u64 = 100;

impl Machine {
    /// Something was looked up in a class.
    #[inline]
    pub(crate) fn note_lookup(&mut self, type_: Address) {
        if self.heap.type_flags(type_) & (flag::READY | flag::VALID_VERSION_TAG) == flag::READY {
            self.assign_version_tag(type_);
        }
    }

    /// The name `name` was looked up in a class: the cache of lookups holds it from now on, until another takes its place
    /// (`_PyType_Lookup`). Only a name that was made at run time can tell; what is interned lives for ever.
    #[inline]
    pub(crate) fn note_lookup_of(&mut self, type_: Address, name: Address) {
        self.note_lookup(type_);
        if !self.heap.is_interned(name) {
            self.hold_looked_up(type_, name);
        }
    }

    #[cold]
    #[inline(never)]
    fn hold_looked_up(&mut self, type_: Address, name: Address) {
        let version = u64::from(self.heap.memory.u32(type_.plus(field::VERSION_TAG)));
        let cacheable = self.heap.is_exact_str(name) && self.heap.str_len(name) <= LONGEST_CACHED_NAME;
        if version == 0 || !cacheable || self.heap.is_immortal(name) {
            return;
        }
        let place = (version ^ name.raw() >> 3) % runtime::CACHED_NAMES_PLACES;
        let place = runtime::word(runtime::CACHED_NAMES, place);
        let held = self.heap.memory.address(place);
        if held != name {
            self.incref(name);
            self.heap.memory.set_address(place, name);
            self.xdecref(held);
        }
    }

    /// Its bases get their tags first.
    #[cold]
    fn assign_version_tag(&mut self, type_: Address) {
        let bases = self.heap.memory.address(type_.plus(field::BASES));
        if !bases.is_null() {
            for base in self.heap.tuple_items(bases) {
                self.note_lookup(base);
            }
        }
        let memory = &mut self.heap.memory;
        let tag = memory.u32(LAST_TAG).max(FIRST_TAG) + 1;
        memory.set_u32(LAST_TAG, tag);
        memory.set_u32(type_.plus(field::VERSION_TAG), tag);
        let flags = memory.u64(type_.plus(field::FLAGS));
        memory.set_u64(type_.plus(field::FLAGS), flags | flag::VALID_VERSION_TAG);
    }

    /// `PyType_Modified`: what was looked up in a class, or below it, may no longer be so.
    pub(crate) fn type_modified(&mut self, type_: Address) {
        let flags = self.heap.type_flags(type_);
        if flags & flag::VALID_VERSION_TAG == 0 {
            return;
        }
        for subclass in self.subclasses(type_) {
            self.type_modified(subclass);
        }
        self.heap.memory.set_u32(type_.plus(field::VERSION_TAG), 0);
        self.heap
            .memory
            .set_u64(type_.plus(field::FLAGS), flags & !flag::VALID_VERSION_TAG);
    }
}
