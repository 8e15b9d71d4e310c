//! Storing an item.

use super::{
    KEYS, USED, VALUES,
    keys::{ENTRIES, KEYS_VERSION, USABLE, log2_at_least},
};
use crate::{Heap, address::Address, static_type::StaticType, statics};

impl Heap {
    /// Stores a value under a str key; both are borrowed. Hands back the value that was there.
    pub fn dict_set_str(&mut self, dict: Address, key: Address, value: Address) -> Option<Address> {
        let hash = self.str_hash(key);
        let found = self.find_str(self.dict_keys(dict), key, hash);
        self.dict_store(dict, key, hash, value, found)
    }

    /// Stores a value under a text, as an interned str. The value is borrowed.
    pub fn dict_set_text(&mut self, dict: Address, text: &str, value: Address) -> Option<Address> {
        let key = self.new_interned(text);
        let displaced = self.dict_set_str(dict, key, value);
        self.release_leaf(key);
        displaced
    }

    /// Stores a value where the search for the key has ended: `insertdict`. `found` is the key's entry.
    pub(crate) fn dict_store(
        &mut self,
        dict: Address,
        key: Address,
        hash: i64,
        value: Address,
        found: Option<u64>,
    ) -> Option<Address> {
        let keys = self.dict_keys(dict);
        self.incref(value);
        if keys.raw() == statics::EMPTY_KEYS {
            self.insert_first(dict, key, hash, value);
            return None;
        }
        self.maintain_tracking(dict, key, value);
        match found {
            None => {
                self.insert_entry(dict, key, hash, value);
                None
            }
            Some(index) => self.replace_value(dict, index, value),
        }
    }

    fn replace_value(&mut self, dict: Address, index: u64, owned: Address) -> Option<Address> {
        let place = self.value_place(dict, index);
        let displaced = self.memory.address(place);
        self.memory.set_address(place, owned);
        if displaced.is_null() {
            // Only a split table has keys without values.
            let values = self.dict_values(dict);
            self.values_note_insertion(values, index);
            let used = self.dict_len(dict) + 1;
            self.memory.set_u64(dict.plus(USED), used);
        }
        if displaced != owned {
            self.dict_touch(dict);
        }
        displaced.non_null()
    }

    /// The first item of an empty dict brings the first table: `insert_to_emptydict`.
    fn insert_first(&mut self, dict: Address, key: Address, hash: i64, owned_value: Address) {
        let keys = self.new_keys(3, self.is_exact_str(key));
        self.maintain_tracking(dict, key, owned_value);
        self.memory.set_address(dict.plus(KEYS), keys);
        self.memory.set_address(dict.plus(VALUES), Address::NULL);
        self.append_entry(dict, keys, key, hash, owned_value);
    }

    fn insert_entry(&mut self, dict: Address, key: Address, hash: i64, owned_value: Address) {
        let mut keys = self.dict_keys(dict);
        self.memory.set_u32(keys.plus(KEYS_VERSION), 0);
        let convert = self.keys_are_text(keys) && !self.is_exact_str(key);
        if convert || self.keys_usable(keys) == 0 {
            self.dict_grow(dict, !convert);
            keys = self.dict_keys(dict);
        }
        self.append_entry(dict, keys, key, hash, owned_value);
    }

    /// Resizes for an insertion: room for three times the items (`insertion_resize`).
    pub(crate) fn dict_grow(&mut self, dict: Address, text: bool) {
        let log2 = log2_at_least(self.dict_len(dict) * 3);
        self.dict_resize(dict, log2, text);
    }

    fn append_entry(&mut self, dict: Address, keys: Address, key: Address, hash: i64, owned_value: Address) {
        let slot = self.free_slot(keys, hash);
        let (entries, usable) = (self.keys_entries(keys), self.keys_usable(keys));
        self.set_index_slot(keys, slot, entries as i64);
        self.incref(key);
        let values = self.dict_values(dict);
        self.write_entry(keys, entries, key, hash);
        if values.is_null() {
            self.memory
                .set_address(self.entry_value_place(keys, entries), owned_value);
        } else {
            self.values_note_insertion(values, entries);
            self.memory.set_address(values.plus(8 * entries), owned_value);
        }
        self.memory.set_u64(keys.plus(USABLE), usable - 1);
        self.memory.set_u64(keys.plus(ENTRIES), entries + 1);
        let used = self.dict_len(dict) + 1;
        self.memory.set_u64(dict.plus(USED), used);
        self.dict_touch(dict);
    }

    /// Writes key and, where the table has one, hash of an entry.
    pub(crate) fn write_entry(&mut self, keys: Address, index: u64, key: Address, hash: i64) {
        let entry = self.entry(keys, index);
        if self.keys_are_text(keys) {
            self.memory.set_address(entry, key);
        } else {
            self.memory.set_i64(entry, hash);
            self.memory.set_address(entry.plus(8), key);
        }
    }

    /// A dict becomes tracked with the first item that could be part of a ring (`MAINTAIN_TRACKING`).
    #[inline]
    pub(crate) fn maintain_tracking(&mut self, dict: Address, key: Address, value: Address) {
        if !self.is_tracked(dict) && (self.may_be_tracked(key) || self.may_be_tracked(value)) {
            self.gc_track(dict);
        }
    }

    /// Whether an object counts as a container that the collector may have to look at.
    #[inline]
    pub fn may_be_tracked(&self, object: Address) -> bool {
        self.is_gc_object(object) && (!self.is_exact(object, StaticType::Tuple) || self.is_tracked(object))
    }
}
