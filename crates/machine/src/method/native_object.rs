//! Making and reading objects whose fields are plain words: iterators, views and the like.

use heapglass_heap::{Address, static_type::StaticType};

use crate::machine::Machine;

impl Machine {
    /// A new object of a builtin type whose words from offset 16 on are these (references are taken over); the rest is zero.
    /// Tracked if its type takes part in collections.
    pub(crate) fn new_words(&mut self, which: StaticType, words: &[u64]) -> Address {
        let type_ = self.heap.type_object(which);
        let object = self.heap.generic_allocate(type_, 0);
        for (at, word) in words.iter().enumerate() {
            self.heap.memory.set_u64(object.plus(16 + 8 * at as u64), *word);
        }
        object
    }

    /// The reference at an offset, borrowed; null if there is none.
    #[inline]
    pub(crate) fn field(&self, object: Address, offset: u64) -> Address {
        self.heap.memory.address(object.plus(offset))
    }

    /// A new reference to what a field holds, `None` where it is null.
    pub(crate) fn field_or_none(&mut self, object: Address, offset: u64) -> Address {
        match self.field(object, offset).non_null() {
            Some(value) => self.incref(value),
            None => self.heap.none(),
        }
    }

    /// Puts an owned reference (or null) in a field and releases what was there.
    pub(crate) fn set_field(&mut self, object: Address, offset: u64, owned: Address) {
        let old = self.field(object, offset);
        self.heap.memory.set_address(object.plus(offset), owned);
        self.xdecref(old);
    }

    /// The signed number at an offset.
    #[inline]
    pub(crate) fn word(&self, object: Address, offset: u64) -> i64 {
        self.heap.memory.u64(object.plus(offset)) as i64
    }

    /// Writes a signed number.
    #[inline]
    pub(crate) fn set_word(&mut self, object: Address, offset: u64, value: i64) {
        self.heap.memory.set_u64(object.plus(offset), value as u64);
    }
}
