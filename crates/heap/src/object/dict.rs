//! `dict` (Objects/dictobject.c): an object and a table of keys, which instances of one class may share.
//!
//! ```text
//! dict:   | count | type | used | version | keys | values or null |
//! ```
//!
//! A table is *combined* when the values lie in its entries, and *split* when each dict has an array of values beside it.
//! Functions that may have to ask Python whether two keys are equal take a [`Host`](crate::Host) and are free functions;
//! those for `str` keys are methods of the heap.

pub mod compare;
pub mod insert;
pub mod instance;
pub mod iterate;
pub mod keys;
pub mod lookup;
pub mod merge;
pub mod remove;
pub mod resize;
pub mod values;

pub use compare::{get, get_known_str, remove_key, set};
pub use keys::KeysKind;

use crate::{Heap, address::Address, domain::Domain, freelist::FreeList, static_type::StaticType, statics};

/// Items in the dict.
pub const USED: u64 = 16;
/// A number that changes with every change; its low byte belongs to watchers.
pub const VERSION: u64 = 24;
/// The table.
pub const KEYS: u64 = 32;
/// The array of values, or null for a combined table.
pub const VALUES: u64 = 40;
/// By how much version tags differ.
const VERSION_STEP: u64 = 256;

impl Heap {
    /// An empty dict. It shares the empty table until the first insertion, and is not tracked.
    pub fn new_dict(&mut self) -> Address {
        self.new_dict_with(Address::new(statics::EMPTY_KEYS), Address::NULL, 0)
    }

    /// A dict that takes over a table and perhaps values (`new_dict`).
    pub(crate) fn new_dict_with(&mut self, keys: Address, values: Address, used: u64) -> Address {
        let dict = match self.take_free(FreeList::Dict) {
            Some(dict) => {
                self.revive(dict, StaticType::Dict.address());
                dict
            }
            None => self.new_gc(StaticType::Dict, 48),
        };
        self.memory.set_u64(dict.plus(USED), used);
        self.memory.set_address(dict.plus(KEYS), keys);
        self.memory.set_address(dict.plus(VALUES), values);
        self.dict_touch(dict);
        dict
    }

    /// Makes a fresh instance (see [`Heap::generic_allocate`]) of a subclass an empty dict: `dict_new`. It is untracked.
    pub fn start_dict_instance(&mut self, dict: Address) {
        self.memory
            .set_address(dict.plus(KEYS), Address::new(statics::EMPTY_KEYS));
        self.dict_touch(dict);
        if self.is_exact(dict, StaticType::Dict) {
            self.gc_untrack(dict);
        }
    }

    /// An empty dict with room for `items` items; `text_keys` if all keys will be strs (`dict_new_presized`).
    pub fn new_dict_presized(&mut self, items: u64, text_keys: bool) -> Address {
        const LARGEST: u64 = 1 << 17;
        if items <= keys::usable_fraction(keys::SMALLEST) {
            return self.new_dict();
        }
        let log2 = if items > keys::usable_fraction(LARGEST) {
            17
        } else {
            keys::log2_for_items(items)
        };
        let table = self.new_keys(log2, text_keys);
        self.new_dict_with(table, Address::NULL, 0)
    }

    /// Gives a dict the table for a known number of items, whatever it has now: what `dict.fromkeys` does first when it is given
    /// a dict or a set.
    pub fn dict_presize(&mut self, dict: Address, items: u64, text_keys: bool) {
        self.dict_resize(dict, keys::log2_for_items(items), text_keys);
    }

    /// How many items.
    #[inline]
    pub fn dict_len(&self, dict: Address) -> u64 {
        self.memory.u64(dict.plus(USED))
    }

    /// The table.
    #[inline]
    pub fn dict_keys(&self, dict: Address) -> Address {
        self.memory.address(dict.plus(KEYS))
    }

    /// The array of values of a split dict, or null.
    #[inline]
    pub fn dict_values(&self, dict: Address) -> Address {
        self.memory.address(dict.plus(VALUES))
    }

    /// The version tag: it differs after any change.
    #[inline]
    pub fn dict_version(&self, dict: Address) -> u64 {
        self.memory.u64(dict.plus(VERSION))
    }

    /// Gives the dict a new version.
    #[inline]
    pub(crate) fn dict_touch(&mut self, dict: Address) {
        let counter = Address::new(statics::WORDS + statics::word::DICT_VERSION);
        let version = self.memory.u64(counter) + VERSION_STEP;
        self.memory.set_u64(counter, version);
        self.memory.set_u64(dict.plus(VERSION), version);
    }

    /// Puts a dead dict object in the free list, or frees its block. Table and values are gone already.
    pub(crate) fn free_dict_object(&mut self, dict: Address) {
        if self.is_exact(dict, StaticType::Dict) && self.keep_free(FreeList::Dict, dict) {
            return;
        }
        self.free_gc_object(dict);
    }

    /// Bytes of table and values that `sys.getsizeof` adds to a dict.
    pub(crate) fn dict_extra_size(&self, dict: Address) -> u64 {
        let (keys, values) = (self.dict_keys(dict), self.dict_values(dict));
        let own = if values.is_null() {
            0
        } else {
            8 * self.shared_capacity(keys)
        };
        if self.memory.u64(keys) == 1 {
            own + self.keys_size(keys)
        } else {
            own
        }
    }

    /// Gives a plain block back.
    pub(crate) fn release_table(&mut self, block: Address) {
        self.release(Domain::Object, block);
    }
}
