//! `tp_version_tag`: a class has one from the first lookup of an attribute in it until it is changed (Objects/typeobject.c,
//! `assign_version_tag`, `type_modified_unlocked`). A program sees it as bit 19 of `__flags__`.

use heapglass_heap::{
    Address, runtime,
    static_type::{field, flag},
};

use crate::machine::Machine;

/// The number given out last.
const LAST_TAG: Address = Address::new(runtime::THREAD_WORDS.raw() + 80);
/// Numbers below this are those of builtin types (`_Py_TYPE_BASE_VERSION_TAG`).
const FIRST_TAG: u32 = 2 << 16;

impl Machine {
    /// Something was looked up in a class.
    #[inline]
    pub(crate) fn note_lookup(&mut self, type_: Address) {
        if self.heap.type_flags(type_) & (flag::READY | flag::VALID_VERSION_TAG) == flag::READY {
            self.assign_version_tag(type_);
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
