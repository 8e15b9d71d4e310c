//! The table of keys: a hash index of small integers, then the entries in the order of insertion.
//!
//! ```text
//! | references | log2 size, log2 index bytes, kind, version | usable | entries | index . . . | entry . . . |
//! 0            8            9                 10    12        16       24        32
//! ```

use crate::{Heap, address::Address, domain::Domain, freelist::FreeList, statics};

/// Dicts and classes that use the table.
pub const REFERENCES: u64 = 0;
/// The logarithm of the number of slots.
pub const LOG2_SIZE: u64 = 8;
/// The logarithm of the bytes of the index.
pub const LOG2_INDEX_BYTES: u64 = 9;
/// See [`KeysKind`].
pub const KIND: u64 = 10;
/// For inline caches.
pub const KEYS_VERSION: u64 = 12;
/// Entries that may still be added.
pub const USABLE: u64 = 16;
/// Entries in use, deleted ones included.
pub const ENTRIES: u64 = 24;
/// The index.
pub const INDEX: u64 = 32;

/// Slots of the smallest table.
pub const SMALLEST: u64 = 8;
/// An index slot never used.
pub const EMPTY: i64 = -1;
/// An index slot whose entry was deleted.
pub const DELETED: i64 = -2;

/// What the entries of a table look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum KeysKind {
    /// Hash, key and value: keys of any type.
    General,
    /// Key and value: all keys are strs, which know their hashes.
    Text,
    /// The same, shared by the instances of a class; values lie elsewhere.
    Split,
}

/// How many of `size` slots may be used: two thirds.
pub const fn usable_fraction(size: u64) -> u64 {
    (size << 1) / 3
}

/// The logarithm of the smallest table of at least `least` slots.
pub const fn log2_at_least(least: u64) -> u8 {
    let last = (least | SMALLEST) - 1;
    (64 - (last | (SMALLEST - 1)).leading_zeros()) as u8
}

/// The logarithm of the table for a known number of items.
pub const fn log2_for_items(items: u64) -> u8 {
    log2_at_least((items * 3).div_ceil(2))
}

const fn log2_index_bytes(log2: u8) -> u8 {
    match log2 {
        0..8 => log2,
        8..16 => log2 + 1,
        16..32 => log2 + 2,
        _ => log2 + 3,
    }
}

impl Heap {
    /// A new table with one reference (`new_keys_object`).
    pub(crate) fn new_keys(&mut self, log2: u8, text: bool) -> Address {
        let usable = usable_fraction(1 << log2);
        let index_bytes = 1 << log2_index_bytes(log2);
        let entry = if text { 16 } else { 24 };
        let kept = if log2 == 3 && text {
            self.take_free(FreeList::DictKeys)
        } else {
            None
        };
        let keys = kept.unwrap_or_else(|| self.allocate(Domain::Object, INDEX + index_bytes + entry * usable));
        self.memory.set_u64(keys.plus(REFERENCES), 1);
        self.memory.set_u8(keys.plus(LOG2_SIZE), log2);
        self.memory.set_u8(keys.plus(LOG2_INDEX_BYTES), log2_index_bytes(log2));
        self.memory.set_u8(
            keys.plus(KIND),
            if text { KeysKind::Text } else { KeysKind::General } as u8,
        );
        self.memory.set_u8(keys.plus(KIND + 1), 0);
        self.memory.set_u32(keys.plus(KEYS_VERSION), 0);
        self.memory.set_u64(keys.plus(USABLE), usable);
        self.memory.set_u64(keys.plus(ENTRIES), 0);
        self.memory.fill(keys.plus(INDEX), index_bytes, 0xff);
        self.memory.fill(keys.plus(INDEX + index_bytes), entry * usable, 0);
        keys
    }

    /// What the entries look like.
    #[inline]
    pub fn keys_kind(&self, keys: Address) -> KeysKind {
        match self.memory.u8(keys.plus(KIND)) {
            0 => KeysKind::General,
            1 => KeysKind::Text,
            _ => KeysKind::Split,
        }
    }

    /// Whether all keys are strs: a text or split table.
    #[inline]
    pub(crate) fn keys_are_text(&self, keys: Address) -> bool {
        self.memory.u8(keys.plus(KIND)) != 0
    }

    /// Slots of the index.
    #[inline]
    pub fn keys_slots(&self, keys: Address) -> u64 {
        1 << self.memory.u8(keys.plus(LOG2_SIZE))
    }

    /// Entries in use, deleted ones included.
    #[inline]
    pub fn keys_entries(&self, keys: Address) -> u64 {
        self.memory.u64(keys.plus(ENTRIES))
    }

    /// Entries that may still be added.
    #[inline]
    pub fn keys_usable(&self, keys: Address) -> u64 {
        self.memory.u64(keys.plus(USABLE))
    }

    /// Bytes of an entry.
    #[inline]
    pub fn entry_size(&self, keys: Address) -> u64 {
        if self.keys_are_text(keys) { 16 } else { 24 }
    }

    /// Where the `index`th entry lies.
    #[inline]
    pub(crate) fn entry(&self, keys: Address, index: u64) -> Address {
        let entries = keys.plus(INDEX + (1 << self.memory.u8(keys.plus(LOG2_INDEX_BYTES))));
        entries.plus(self.entry_size(keys) * index)
    }

    /// The key of the `index`th entry, borrowed; null if deleted.
    #[inline]
    pub fn entry_key(&self, keys: Address, index: u64) -> Address {
        let entry = self.entry(keys, index);
        self.memory
            .address(if self.keys_are_text(keys) { entry } else { entry.plus(8) })
    }

    /// Where the value of the `index`th entry lies in a combined table.
    #[inline]
    pub(crate) fn entry_value_place(&self, keys: Address, index: u64) -> Address {
        self.entry(keys, index)
            .plus(if self.keys_are_text(keys) { 8 } else { 16 })
    }

    /// The hash of the `index`th key.
    #[inline]
    pub fn entry_hash(&self, keys: Address, index: u64) -> i64 {
        let entry = self.entry(keys, index);
        if self.keys_are_text(keys) {
            let key = self.memory.address(entry);
            return self.str_hash_of(key);
        }
        self.memory.i64(entry)
    }

    /// What index slot `slot` says: the number of an entry, [`EMPTY`] or [`DELETED`].
    #[inline]
    pub fn index_slot(&self, keys: Address, slot: u64) -> i64 {
        let index = keys.plus(INDEX);
        match self.memory.u8(keys.plus(LOG2_SIZE)) {
            0..8 => i64::from(self.memory.u8(index.plus(slot)) as i8),
            8..16 => i64::from(self.memory.u16(index.plus(2 * slot)) as i16),
            16..32 => i64::from(self.memory.i32(index.plus(4 * slot))),
            _ => self.memory.i64(index.plus(8 * slot)),
        }
    }

    #[inline]
    pub(crate) fn set_index_slot(&mut self, keys: Address, slot: u64, value: i64) {
        let index = keys.plus(INDEX);
        match self.memory.u8(keys.plus(LOG2_SIZE)) {
            0..8 => self.memory.set_u8(index.plus(slot), value as u8),
            8..16 => self.memory.set_u16(index.plus(2 * slot), value as u16),
            16..32 => self.memory.set_i32(index.plus(4 * slot), value as i32),
            _ => self.memory.set_i64(index.plus(8 * slot), value),
        }
    }

    /// Bytes of a table.
    pub fn keys_size(&self, keys: Address) -> u64 {
        let index_bytes = 1 << self.memory.u8(keys.plus(LOG2_INDEX_BYTES));
        INDEX + index_bytes + self.entry_size(keys) * usable_fraction(self.keys_slots(keys))
    }

    /// Adds a user of a table.
    pub(crate) fn keys_incref(&mut self, keys: Address) {
        if keys.raw() != statics::EMPTY_KEYS {
            let references = self.memory.u64(keys) + 1;
            self.memory.set_u64(keys, references);
        }
    }

    /// Drops a user of a table and tells whether it was the last: then the entries are to be released, and the table freed.
    pub(crate) fn keys_decref(&mut self, keys: Address) -> bool {
        if keys.raw() == statics::EMPTY_KEYS {
            return false;
        }
        let references = self.memory.u64(keys) - 1;
        self.memory.set_u64(keys, references);
        references == 0
    }

    /// Frees the memory of a table, or keeps it for reuse. Its entries are released or have moved elsewhere.
    pub(crate) fn free_keys(&mut self, keys: Address) {
        let small_text = self.memory.u8(keys.plus(LOG2_SIZE)) == 3 && self.keys_kind(keys) == KeysKind::Text;
        if !(small_text && self.keep_free(FreeList::DictKeys, keys)) {
            self.release_table(keys);
        }
    }
}
