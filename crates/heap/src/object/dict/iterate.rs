//! Walking over the items in the order of insertion.

use crate::{Heap, address::Address};

impl Heap {
    /// The entry numbers of the live items, in order.
    pub(crate) fn dict_indices(&self, dict: Address) -> impl Iterator<Item = u64> + '_ {
        let values = self.dict_values(dict);
        let keys = self.dict_keys(dict);
        let places = if values.is_null() {
            self.keys_entries(keys)
        } else {
            self.dict_len(dict)
        };
        (0..places).filter_map(move |i| {
            if values.is_null() {
                if self.memory.address(self.entry_value_place(keys, i)).is_null() {
                    None
                } else {
                    Some(i)
                }
            } else {
                Some(self.values_order(values, i))
            }
        })
    }

    /// Keys and values, borrowed, in order. The dict must not change meanwhile.
    pub fn dict_items(&self, dict: Address) -> impl Iterator<Item = (Address, Address)> + '_ {
        let keys = self.dict_keys(dict);
        self.dict_indices(dict)
            .map(move |i| (self.entry_key(keys, i), self.value_at(dict, i)))
    }

    /// The item at or after `position`, with the next position: `PyDict_Next`. Start at 0. All borrowed.
    pub fn dict_next(&self, dict: Address, position: u64) -> Option<(u64, Address, Address, i64)> {
        let keys = self.dict_keys(dict);
        let values = self.dict_values(dict);
        if !values.is_null() {
            if position >= self.dict_len(dict) {
                return None;
            }
            let i = self.values_order(values, position);
            let (key, value) = (self.entry_key(keys, i), self.value_at(dict, i));
            return Some((position + 1, key, value, self.entry_hash(keys, i)));
        }
        let mut i = position;
        while i < self.keys_entries(keys) {
            let value = self.memory.address(self.entry_value_place(keys, i));
            if !value.is_null() {
                return Some((i + 1, self.entry_key(keys, i), value, self.entry_hash(keys, i)));
            }
            i += 1;
        }
        None
    }

    /// The item at or before `position`, with the next position down (−1: no more): what `reversed()` walks over. Start at
    /// [`Heap::dict_last_position`].
    pub fn dict_previous(&self, dict: Address, position: i64) -> Option<(i64, Address, Address)> {
        let keys = self.dict_keys(dict);
        let values = self.dict_values(dict);
        let mut i = position;
        while i >= 0 {
            let index = if values.is_null() {
                i as u64
            } else {
                self.values_order(values, i as u64)
            };
            if let Some((key, value)) = self.dict_entry(dict, index) {
                return Some((i - 1, key, value));
            }
            debug_assert!(values.is_null(), "a split dict has no gaps: {keys}");
            i -= 1;
        }
        None
    }

    /// Where a walk from the end starts; −1 for an empty dict.
    pub fn dict_last_position(&self, dict: Address) -> i64 {
        let places = if self.dict_is_split(dict) {
            self.dict_len(dict)
        } else {
            self.keys_entries(self.dict_keys(dict))
        };
        places as i64 - 1
    }
}
