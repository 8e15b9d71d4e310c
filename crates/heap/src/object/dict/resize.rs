//! Another table for the same items.

use super::{
    KEYS, VALUES,
    keys::{ENTRIES, KeysKind, USABLE},
};
use crate::{Heap, address::Address, statics};

impl Heap {
    /// Moves the items to a combined table of `1 << log2` slots (`dictresize`); `text` if its keys are to be strs.
    pub(crate) fn dict_resize(&mut self, dict: Address, log2: u8, text: bool) {
        let old = self.dict_keys(dict);
        let values = self.dict_values(dict);
        let text = text && self.keys_are_text(old);
        let new = self.new_keys(log2, text);
        let items: Vec<(Address, i64, Address)> = self
            .dict_indices(dict)
            .map(|i| (self.entry_key(old, i), self.entry_hash(old, i), self.value_at(dict, i)))
            .collect();
        for (i, (key, hash, value)) in items.iter().enumerate() {
            let i = i as u64;
            if !values.is_null() {
                self.incref(*key);
            }
            self.write_entry(new, i, *key, *hash);
            self.memory.set_address(self.entry_value_place(new, i), *value);
            let slot = self.free_slot(new, *hash);
            self.set_index_slot(new, slot, i as i64);
        }
        let count = items.len() as u64;
        let usable = self.keys_usable(new) - count;
        self.memory.set_u64(new.plus(USABLE), usable);
        self.memory.set_u64(new.plus(ENTRIES), count);
        self.memory.set_address(dict.plus(KEYS), new);
        if values.is_null() {
            if old.raw() != statics::EMPTY_KEYS {
                self.free_keys(old);
            }
        } else {
            self.drop_shared_keys(old);
            self.memory.set_address(dict.plus(VALUES), Address::NULL);
            self.free_values(values);
        }
    }

    /// Gives up one use of a split table. Its keys are strs: they can go without Python noticing.
    pub(crate) fn drop_shared_keys(&mut self, keys: Address) {
        if !self.keys_decref(keys) {
            return;
        }
        for i in 0..self.keys_entries(keys) {
            let key = self.entry_key(keys, i);
            if !key.is_null() {
                self.release_leaf(key);
            }
        }
        self.free_keys(keys);
    }

    /// Whether a table is split.
    #[inline]
    pub(crate) fn keys_are_split(&self, keys: Address) -> bool {
        self.keys_kind(keys) == KeysKind::Split
    }
}
