//! Copying dicts.

use super::{
    KEYS, USED, VALUES,
    keys::{log2_for_items, usable_fraction},
};
use crate::{Heap, address::Address, domain::Domain, static_type::StaticType};

impl Heap {
    /// A shallow copy (`PyDict_Copy`). Keys are not compared: no Python runs. Untracked if the original is.
    pub fn dict_copy(&mut self, dict: Address) -> Address {
        let used = self.dict_len(dict);
        if used == 0 {
            return self.new_dict();
        }
        if self.dict_is_split(dict) {
            return self.copy_split(dict);
        }
        let entries = self.keys_entries(self.dict_keys(dict));
        let copy = if self.is_exact(dict, StaticType::Dict) && used >= entries * 2 / 3 {
            let keys = self.clone_keys(dict);
            self.new_dict_with(keys, Address::NULL, used)
        } else {
            let copy = self.new_dict();
            self.dict_copy_into_empty(copy, dict);
            return copy;
        };
        if self.is_tracked(dict) {
            self.gc_track(copy);
        }
        copy
    }

    fn copy_split(&mut self, dict: Address) -> Address {
        let (keys, values) = (self.dict_keys(dict), self.dict_values(dict));
        let capacity = self.shared_capacity(keys);
        let copies = self.new_values(capacity);
        let copy = self.new_gc(StaticType::Dict, 48);
        let prefix = u64::from(self.memory.u8(copies.minus(1)));
        self.memory.copy(values.minus(prefix), copies.minus(prefix), prefix - 1);
        self.keys_incref(keys);
        let used = self.dict_len(dict);
        self.memory.set_u64(copy.plus(USED), used);
        self.memory.set_address(copy.plus(KEYS), keys);
        self.memory.set_address(copy.plus(VALUES), copies);
        self.dict_touch(copy);
        for i in 0..capacity {
            let value = self.memory.address(values.plus(8 * i));
            self.xincref(value);
            self.memory.set_address(copies.plus(8 * i), value);
        }
        if self.is_tracked(dict) {
            self.gc_track(copy);
        }
        copy
    }

    /// A copy of a combined table with new references to its entries.
    fn clone_keys(&mut self, dict: Address) -> Address {
        let keys = self.dict_keys(dict);
        let size = self.keys_size(keys);
        let clone = self.allocate(Domain::Object, size);
        self.memory.copy(keys, clone, size);
        self.memory.set_u64(clone, 1);
        for i in 0..self.keys_entries(clone) {
            let (key, value) = (
                self.entry_key(clone, i),
                self.memory.address(self.entry_value_place(clone, i)),
            );
            self.xincref(key);
            self.xincref(value);
        }
        clone
    }

    /// Whether an empty dict that takes all items of `other` may clone its table (`dict_merge`).
    pub(crate) fn dict_may_clone(&self, other: Address) -> bool {
        let keys = self.dict_keys(other);
        let (used, slots) = (self.dict_len(other), self.keys_slots(keys));
        !self.dict_is_split(other)
            && used == self.keys_entries(keys)
            && (slots == super::keys::SMALLEST || usable_fraction(slots / 2) < used)
    }

    /// Makes room before all items of `other` are stored in `dict`: one resize at the start (`dict_merge`).
    pub fn dict_make_room(&mut self, dict: Address, other: Address) {
        let added = self.dict_len(other);
        if usable_fraction(self.keys_slots(self.dict_keys(dict))) < added {
            let text = self.keys_are_text(self.dict_keys(other));
            let log2 = log2_for_items(self.dict_len(dict) + added);
            self.dict_resize(dict, log2, text);
        }
    }

    /// Fills an empty dict with the items of another. Needs no comparisons: equal keys cannot occur. Returns the table that
    /// was replaced, if it was not the shared empty one: it has no live entries.
    pub fn dict_copy_into_empty(&mut self, dict: Address, other: Address) {
        if self.dict_len(other) == 0 {
            return;
        }
        if self.dict_may_clone(other) {
            let keys = self.clone_keys(other);
            let old = self.dict_keys(dict);
            self.memory.set_address(dict.plus(KEYS), keys);
            if self.dict_is_split(dict) {
                let values = self.dict_values(dict);
                self.memory.set_address(dict.plus(VALUES), Address::NULL);
                self.free_values(values);
            }
            let used = self.dict_len(other);
            self.memory.set_u64(dict.plus(USED), used);
            self.dict_touch(dict);
            if self.keys_decref(old) {
                self.free_keys(old);
            }
            if self.is_tracked(other) && !self.is_tracked(dict) {
                self.gc_track(dict);
            }
            return;
        }
        self.dict_make_room(dict, other);
        let mut position = 0;
        while let Some((next, key, value, hash)) = self.dict_next(other, position) {
            let found = if self.dict_is_split(dict) {
                self.find_str(self.dict_keys(dict), key, hash)
            } else {
                None
            };
            self.dict_store(dict, key, hash, value, found);
            position = next;
        }
    }
}
