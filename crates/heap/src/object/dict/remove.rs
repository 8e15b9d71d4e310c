//! Taking items out. What was held is handed back, never released here.

use super::{
    KEYS, USED, VALUES,
    keys::{DELETED, ENTRIES, KEYS_VERSION},
};
use crate::{Heap, address::Address, host::Host, refcount, statics};

/// An item taken out of a dict. The references are the taker's now; a split table keeps its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Removed {
    /// The key, unless a shared table keeps it.
    pub key: Option<Address>,
    /// The value.
    pub value: Address,
}

impl Removed {
    /// Releases both, the key first.
    pub fn release<H: Host>(self, host: &mut H) {
        if let Some(key) = self.key {
            refcount::decref(host, key);
        }
        refcount::decref(host, self.value);
    }
}

impl Heap {
    /// Takes the item under a str key out.
    pub fn dict_remove_str(&mut self, dict: Address, key: Address) -> Option<Removed> {
        let hash = self.str_hash(key);
        let index = self.find_str(self.dict_keys(dict), key, hash)?;
        self.dict_remove_entry(dict, hash, index)
    }

    /// Takes the `index`th entry out (`delitem_common`); `None` if it has no value.
    pub(crate) fn dict_remove_entry(&mut self, dict: Address, hash: i64, index: u64) -> Option<Removed> {
        let place = self.value_place(dict, index);
        let value = self.memory.address(place).non_null()?;
        let keys = self.dict_keys(dict);
        let used = self.dict_len(dict) - 1;
        self.memory.set_u64(dict.plus(USED), used);
        self.dict_touch(dict);
        self.memory.set_address(place, Address::NULL);
        let values = self.dict_values(dict);
        if !values.is_null() {
            self.values_note_deletion(values, index);
            return Some(Removed { key: None, value });
        }
        let slot = self.slot_of_entry(keys, hash, index);
        let key = self.entry_key(keys, index);
        self.memory.set_u32(keys.plus(KEYS_VERSION), 0);
        self.set_index_slot(keys, slot, DELETED);
        self.write_entry(keys, index, Address::NULL, 0);
        Some(Removed { key: Some(key), value })
    }

    /// Takes the newest item out, key and value: `dict.popitem`. A split table becomes a combined one.
    pub fn dict_pop_item(&mut self, dict: Address) -> Option<(Address, Address)> {
        if self.dict_len(dict) == 0 {
            return None;
        }
        if self.keys_are_split(self.dict_keys(dict)) {
            let log2 = self.memory.u8(self.dict_keys(dict).plus(super::keys::LOG2_SIZE));
            self.dict_resize(dict, log2, true);
        }
        let keys = self.dict_keys(dict);
        let index = (0..self.keys_entries(keys))
            .rev()
            .find(|i| !self.value_at(dict, *i).is_null())?;
        let hash = self.entry_hash(keys, index);
        let removed = self.dict_remove_entry(dict, hash, index)?;
        self.memory.set_u64(keys.plus(ENTRIES), index);
        Some((removed.key.unwrap_or_default(), removed.value))
    }
}

/// Empties a dict: back to the shared empty table.
pub fn clear<H: Host>(host: &mut H, dict: Address) {
    let heap = host.heap_mut();
    let (keys, values) = (heap.dict_keys(dict), heap.dict_values(dict));
    if keys.raw() == statics::EMPTY_KEYS {
        return;
    }
    heap.memory
        .set_address(dict.plus(KEYS), Address::new(statics::EMPTY_KEYS));
    heap.memory.set_address(dict.plus(VALUES), Address::NULL);
    heap.memory.set_u64(dict.plus(USED), 0);
    heap.dict_touch(dict);
    release_contents(host, keys, values);
}

/// Releases what a dict held: the values of a split table first to last, then its use of the table; or all entries of a
/// combined one, key and value in turn.
pub(crate) fn release_contents<H: Host>(host: &mut H, keys: Address, values: Address) {
    if !values.is_null() {
        for i in 0..host.heap().keys_entries(keys) {
            let place = values.plus(8 * i);
            let value = host.heap().memory.address(place);
            host.heap_mut().memory.set_address(place, Address::NULL);
            refcount::xdecref(host, value);
        }
        host.heap_mut().free_values(values);
    }
    release_keys(host, keys);
}

/// Drops a use of a table; with the last one its entries are released and the table is freed.
pub(crate) fn release_keys<H: Host>(host: &mut H, keys: Address) {
    if !host.heap_mut().keys_decref(keys) {
        return;
    }
    let split = host.heap().keys_are_split(keys);
    for i in 0..host.heap().keys_entries(keys) {
        let heap = host.heap();
        let key = heap.entry_key(keys, i);
        let value = if split {
            Address::NULL
        } else {
            heap.memory.address(heap.entry_value_place(keys, i))
        };
        refcount::xdecref(host, key);
        refcount::xdecref(host, value);
    }
    host.heap_mut().free_keys(keys);
}
