//! Finding a key without asking Python: identity, or equality of strs.

use super::{
    KEYS, VALUES,
    keys::{EMPTY, ENTRIES, INDEX, KIND, KeysKind, LOG2_INDEX_BYTES, LOG2_SIZE},
};
use crate::{Heap, StaticType, address::Address};

/// How far the hash moves down with each probe.
const PERTURB_SHIFT: u32 = 5;

/// The slots that a key may be in, in the order in which they are tried.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Probe {
    mask: u64,
    perturb: u64,
    /// The slot to look at.
    pub(crate) slot: u64,
}

impl Probe {
    #[inline]
    pub(crate) fn new(hash: i64, slots: u64) -> Self {
        Self {
            mask: slots - 1,
            perturb: hash as u64,
            slot: hash as u64 & (slots - 1),
        }
    }

    #[inline]
    pub(crate) fn advance(&mut self) {
        self.perturb >>= PERTURB_SHIFT;
        self.slot = self.slot.wrapping_mul(5).wrapping_add(self.perturb).wrapping_add(1) & self.mask;
    }
}

impl Heap {
    /// The entry of a str key in a table of str keys. The path of every name and attribute: the places are worked out once.
    #[inline]
    pub(crate) fn find_text(&self, keys: Address, key: Address, hash: i64) -> Option<u64> {
        let memory = &self.memory;
        let log2 = memory.u8(keys.plus(LOG2_SIZE));
        let index = keys.plus(INDEX);
        let entries = index.plus(1 << memory.u8(keys.plus(LOG2_INDEX_BYTES)));
        let mut probe = Probe::new(hash, 1 << log2);
        loop {
            let number = if log2 < 8 {
                i64::from(memory.u8(index.plus(probe.slot)) as i8)
            } else {
                self.index_slot(keys, probe.slot)
            };
            if number >= 0 {
                let entry = memory.address(entries.plus(16 * number as u64));
                if entry == key || self.str_hash_of(entry) == hash && self.str_equal(entry, key) {
                    return Some(number as u64);
                }
            } else if number == EMPTY {
                return None;
            }
            probe.advance();
        }
    }

    /// The entry of an exact int key in a general table; `None` where the answer is Python's to give: an equal hash of
    /// another type.
    pub(crate) fn find_int(&self, keys: Address, key: Address, hash: i64) -> Option<Option<u64>> {
        if self.keys_are_text(keys) {
            return None;
        }
        let memory = &self.memory;
        let entries = keys.plus(INDEX).plus(1 << memory.u8(keys.plus(LOG2_INDEX_BYTES)));
        let mut probe = Probe::new(hash, self.keys_slots(keys));
        loop {
            let number = self.index_slot(keys, probe.slot);
            if number >= 0 {
                let entry = entries.plus(24 * number as u64);
                let held = memory.address(entry.plus(8));
                if held == key {
                    return Some(Some(number as u64));
                }
                if memory.i64(entry) == hash && !held.is_null() {
                    let both = self.is_exact(held, StaticType::Int).then(|| (self.compact_int_value(held), self.compact_int_value(key)));
                    match both {
                        Some((Some(one), Some(other))) if one == other => return Some(Some(number as u64)),
                        Some((Some(_), Some(_))) => {}
                        _ => return None,
                    }
                }
            } else if number == EMPTY {
                return Some(None);
            }
            probe.advance();
        }
    }

    /// The value of global `name` by the number its entry had before, if it still has it, borrowed: what inline caches of
    /// `LOAD_GLOBAL` are for. Only in a combined table of str keys.
    #[inline]
    pub fn dict_value_by_number(&self, dict: Address, number: u64, name: Address) -> Option<Address> {
        let memory = &self.memory;
        let keys = memory.address(dict.plus(KEYS));
        if memory.u8(keys.plus(KIND)) != KeysKind::Text as u8 || number >= memory.u64(keys.plus(ENTRIES)) {
            return None;
        }
        let entries = keys.plus(INDEX).plus(1 << memory.u8(keys.plus(LOG2_INDEX_BYTES)));
        let entry = entries.plus(16 * number);
        if memory.address(entry) == name { memory.address(entry.plus(8)).non_null() } else { None }
    }

    /// The entry of a str key in any table. Keys that are not strs themselves are taken to differ from it.
    #[inline]
    pub(crate) fn find_str(&self, keys: Address, key: Address, hash: i64) -> Option<u64> {
        if self.keys_are_text(keys) {
            self.find_text(keys, key, hash)
        } else {
            self.find_str_among_others(keys, key, hash)
        }
    }

    fn find_str_among_others(&self, keys: Address, key: Address, hash: i64) -> Option<u64> {
        let mut probe = Probe::new(hash, self.keys_slots(keys));
        loop {
            let index = self.index_slot(keys, probe.slot);
            if index >= 0 {
                let entry = self.entry_key(keys, index as u64);
                let same_hash = self.entry_hash(keys, index as u64) == hash;
                if entry == key || same_hash && self.is_str(entry) && self.str_equal(entry, key) {
                    return Some(index as u64);
                }
            } else if index == EMPTY {
                return None;
            }
            probe.advance();
        }
    }

    /// The value of the `index`th entry of a dict, borrowed; null if there is none.
    #[inline]
    pub(crate) fn value_at(&self, dict: Address, index: u64) -> Address {
        self.memory.address(self.value_place(dict, index))
    }

    /// Where the value of the `index`th entry of a dict lies.
    #[inline]
    pub(crate) fn value_place(&self, dict: Address, index: u64) -> Address {
        let values = self.memory.address(dict.plus(VALUES));
        if values.is_null() {
            self.entry_value_place(self.memory.address(dict.plus(KEYS)), index)
        } else {
            values.plus(8 * index)
        }
    }

    /// The value under a str key, borrowed. In a dict with keys of other types only strs are compared; use
    /// [`super::get`] where such a key might claim to equal a str.
    #[inline]
    pub fn dict_get_str(&self, dict: Address, key: Address) -> Option<Address> {
        let keys = self.memory.address(dict.plus(KEYS));
        let index = self.find_str(keys, key, self.str_hash_of(key))?;
        self.value_at(dict, index).non_null()
    }

    /// The value under the str key of this text, borrowed. For the few names looked up from outside; allocates nothing.
    pub fn dict_get_text(&self, dict: Address, text: &str) -> Option<Address> {
        if let Some(key) = Self::identifier(text) {
            return self.dict_get_str(dict, key);
        }
        self.dict_items(dict)
            .find(|(key, _)| self.is_str(*key) && self.str_is(*key, text))
            .map(|(_, value)| value)
    }

    /// The value under an exact str or int key, borrowed; `None` also where only Python can tell whether a key is equal.
    #[inline]
    pub fn dict_get_plain(&self, dict: Address, key: Address, hash: i64) -> Option<Address> {
        let keys = self.memory.address(dict.plus(KEYS));
        let entry = if self.is_exact_str(key) {
            if self.keys_are_text(keys) { self.find_text(keys, key, hash)? } else { return None }
        } else {
            self.find_int(keys, key, hash)??
        };
        self.value_at(dict, entry).non_null()
    }

    /// The number of the entry of a str key: what inline caches of attribute loads remember.
    #[inline]
    pub fn dict_entry_of_str(&self, dict: Address, key: Address) -> Option<u64> {
        self.find_str(self.dict_keys(dict), key, self.str_hash_of(key))
    }

    /// The key and value of the `index`th entry, borrowed, if it is live.
    #[inline]
    pub fn dict_entry(&self, dict: Address, index: u64) -> Option<(Address, Address)> {
        let value = self.value_at(dict, index).non_null()?;
        Some((self.entry_key(self.dict_keys(dict), index), value))
    }

    /// The slot whose index says `entry`, on the way that `hash` takes.
    pub(crate) fn slot_of_entry(&self, keys: Address, hash: i64, entry: u64) -> u64 {
        let mut probe = Probe::new(hash, self.keys_slots(keys));
        while self.index_slot(keys, probe.slot) != entry as i64 {
            probe.advance();
        }
        probe.slot
    }

    /// The first slot on the way of `hash` that holds no entry.
    #[inline]
    pub(crate) fn free_slot(&self, keys: Address, hash: i64) -> u64 {
        let mut probe = Probe::new(hash, self.keys_slots(keys));
        while self.index_slot(keys, probe.slot) >= 0 {
            probe.advance();
        }
        probe.slot
    }

    /// Whether the dict has a split table.
    #[inline]
    pub fn dict_is_split(&self, dict: Address) -> bool {
        !self.memory.address(dict.plus(VALUES)).is_null()
    }

    /// What the table of a dict looks like.
    #[inline]
    pub fn dict_keys_kind(&self, dict: Address) -> KeysKind {
        self.keys_kind(self.dict_keys(dict))
    }
}
