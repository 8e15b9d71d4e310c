//! The attributes of instances: an array of values before the object, until somebody asks for `__dict__`.
//!
//! ```text
//! object −32        −24                          −16, −8     object
//! | weak references | values − 1, or the dict    | GC head   | count | type | . . .
//! ```

use super::{
    keys::{ENTRIES, KEYS_VERSION, KIND, KeysKind, USABLE},
    remove::Removed,
};
use crate::{
    Heap,
    address::Address,
    static_type::{field, flag},
};

/// Names an instance may have in a shared table.
const MOST_SHARED_NAMES: u64 = 30;
/// The logarithm of the slots of a shared table.
const SHARED_LOG2: u8 = 6;
/// Where the values or the dict of an instance are found, before the object.
pub const BEFORE: u64 = 24;

/// What an instance of a class with a managed dict has for attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attributes {
    /// Nothing yet.
    None,
    /// An array of values; the names are in the table of the class.
    Values(Address),
    /// A dict.
    Dict(Address),
}

impl Heap {
    /// A table of keys for the instances of a new class.
    pub fn new_shared_keys(&mut self) -> Address {
        let keys = self.new_keys(SHARED_LOG2, true);
        self.memory.set_u64(keys.plus(USABLE), MOST_SHARED_NAMES);
        self.memory.set_u8(keys.plus(KIND), KeysKind::Split as u8);
        keys
    }

    /// The table that a heap type shares out, or null.
    #[inline]
    pub fn cached_keys(&self, type_: Address) -> Address {
        self.memory.address(type_.plus(field::HEAP_CACHED_KEYS))
    }

    /// Gives a fresh instance its room for attributes (`_PyObject_InitializeDict`): `object.__new__` does so.
    pub fn start_attributes(&mut self, object: Address) {
        let type_ = self.type_of(object);
        if self.type_has(type_, flag::MANAGED_DICT) {
            let keys = self.cached_keys(type_);
            if keys.is_null() {
                return;
            }
            let usable = self.keys_usable(keys);
            if usable > 1 {
                self.memory.set_u64(keys.plus(USABLE), usable - 1);
            }
            let values = self.new_values(self.shared_capacity(keys));
            self.memory.set_u64(object.minus(BEFORE), values.raw() - 1);
        } else if let Some(place) = self.dict_place(object) {
            let dict = self.new_dict();
            self.memory.set_address(place, dict);
        }
    }

    /// Where an object of a type without a managed dict keeps its `__dict__`, if it can have one.
    #[inline]
    pub fn dict_place(&self, object: Address) -> Option<Address> {
        let type_ = self.type_of(object);
        let offset = self.memory.i64(type_.plus(field::DICT_OFFSET));
        if offset > 0 {
            Some(object.plus(offset as u64))
        } else {
            None
        }
    }

    /// What an instance of a class with a managed dict has for attributes.
    #[inline]
    pub fn attributes(&self, object: Address) -> Attributes {
        let word = self.memory.u64(object.minus(BEFORE));
        if word == 0 {
            Attributes::None
        } else if word & 1 == 1 {
            Attributes::Values(Address::new(word + 1))
        } else {
            Attributes::Dict(Address::new(word))
        }
    }

    /// Whether the type keeps attributes before the object.
    #[inline]
    pub fn has_managed_dict(&self, object: Address) -> bool {
        self.type_has(self.type_of(object), flag::MANAGED_DICT)
    }

    /// The attribute `name` (an exact str) of the instance itself, borrowed.
    #[inline]
    pub fn attribute(&self, object: Address, name: Address) -> Option<Address> {
        if !self.has_managed_dict(object) {
            let dict = self.memory.address(self.dict_place(object)?).non_null()?;
            return self.dict_get_str(dict, name);
        }
        match self.attributes(object) {
            Attributes::None => None,
            Attributes::Values(values) => {
                let keys = self.cached_keys(self.type_of(object));
                let index = self.find_text(keys, name, self.str_hash_of(name))?;
                self.memory.address(values.plus(8 * index)).non_null()
            }
            Attributes::Dict(dict) => self.dict_get_str(dict, name),
        }
    }

    /// The number of `name` in the table that the instances of `type_`, which has a managed dict, share; and how many names are
    /// in it. A name that is in it stays, under its number.
    pub fn shared_number(&self, type_: Address, name: Address) -> (Option<u64>, u64) {
        let keys = self.cached_keys(type_);
        if keys.is_null() {
            return (None, 0);
        }
        (self.find_text(keys, name, self.str_hash_of(name)), self.keys_entries(keys))
    }

    /// How many names the instances of `type_`, which has a managed dict, share.
    #[inline]
    pub fn shared_count(&self, type_: Address) -> u64 {
        let keys = self.cached_keys(type_);
        if keys.is_null() { 0 } else { self.keys_entries(keys) }
    }

    /// The array of values of an instance of a class with a managed dict, if it has one and no `__dict__`.
    #[inline]
    pub fn own_values(&self, object: Address) -> Option<Address> {
        let word = self.memory.u64(object.minus(BEFORE));
        (word & 1 == 1).then(|| Address::new(word + 1))
    }

    /// Sets attribute `name` (an interned str), both borrowed. Hands back the value that was there. An object without room for
    /// attributes gets a dict; the caller has made sure that it may have one.
    pub fn set_attribute(&mut self, object: Address, name: Address, value: Address) -> Option<Address> {
        if self.has_managed_dict(object)
            && let Attributes::Values(values) = self.attributes(object)
        {
            let keys = self.cached_keys(self.type_of(object));
            if let Some(index) = self.share_name(keys, name) {
                return self.set_value(values, index, value);
            }
        }
        let dict = self.attribute_dict(object)?;
        self.dict_set_str(dict, name, value)
    }

    /// Puts a borrowed value into an array of values. Hands back the value that was there.
    #[inline]
    pub fn set_value(&mut self, values: Address, index: u64, value: Address) -> Option<Address> {
        self.incref(value);
        let place = values.plus(8 * index);
        let displaced = self.memory.address(place);
        self.memory.set_address(place, value);
        if displaced.is_null() {
            self.values_note_insertion(values, index);
        }
        displaced.non_null()
    }

    /// Takes attribute `name` out.
    pub fn delete_attribute(&mut self, object: Address, name: Address) -> Option<Removed> {
        if !self.has_managed_dict(object) {
            let dict = self.memory.address(self.dict_place(object)?).non_null()?;
            return self.dict_remove_str(dict, name);
        }
        match self.attributes(object) {
            Attributes::None => None,
            Attributes::Dict(dict) => self.dict_remove_str(dict, name),
            Attributes::Values(values) => {
                let keys = self.cached_keys(self.type_of(object));
                // A name that the table lacks joins it all the same, as in CPython.
                let index = self.share_name(keys, name)?;
                let value = self.memory.address(values.plus(8 * index)).non_null()?;
                self.memory.set_address(values.plus(8 * index), Address::NULL);
                self.values_note_deletion(values, index);
                Some(Removed { key: None, value })
            }
        }
    }

    /// The number of a name in a shared table; the name joins if there is room (`insert_into_dictkeys`).
    fn share_name(&mut self, keys: Address, name: Address) -> Option<u64> {
        let hash = self.str_hash(name);
        if let Some(index) = self.find_text(keys, name, hash) {
            return Some(index);
        }
        let (usable, entries) = (self.keys_usable(keys), self.keys_entries(keys));
        if usable == 0 {
            return None;
        }
        self.memory.set_u32(keys.plus(KEYS_VERSION), 0);
        let slot = self.free_slot(keys, hash);
        self.set_index_slot(keys, slot, entries as i64);
        self.incref(name);
        self.write_entry(keys, entries, name, hash);
        self.memory.set_u64(keys.plus(USABLE), usable - 1);
        self.memory.set_u64(keys.plus(ENTRIES), entries + 1);
        Some(entries)
    }

    /// Whether an object has no attributes of its own (`_PyObject_IsInstanceDictEmpty`); no `__dict__` is made for the answer.
    pub fn has_no_attributes(&self, object: Address) -> bool {
        let dict = if self.has_managed_dict(object) {
            match self.attributes(object) {
                Attributes::Dict(dict) => dict,
                Attributes::Values(values) => return self.values_count(values) == 0,
                Attributes::None => return true,
            }
        } else {
            self.dict_place(object).map_or(Address::NULL, |place| self.memory.address(place))
        };
        dict.is_null() || self.dict_len(dict) == 0
    }

    /// The `__dict__` of an object, borrowed, made now if there is none yet. `None` if the type has no room for one.
    pub fn attribute_dict(&mut self, object: Address) -> Option<Address> {
        if !self.has_managed_dict(object) {
            let place = self.dict_place(object)?;
            let dict = self.memory.address(place);
            if !dict.is_null() {
                return Some(dict);
            }
            let dict = self.new_dict();
            self.memory.set_address(place, dict);
            return Some(dict);
        }
        let type_ = self.type_of(object);
        // A builtin type shares no keys: its type object has no room to say so.
        let keys = if self.is_heap_type(type_) { self.cached_keys(type_) } else { Address::NULL };
        let dict = match self.attributes(object) {
            Attributes::Dict(dict) => return Some(dict),
            Attributes::Values(values) => self.dict_from_values(keys, values),
            Attributes::None if keys.is_null() => self.new_dict(),
            Attributes::None => {
                self.keys_incref(keys);
                let values = self.new_values(self.shared_capacity(keys));
                self.new_dict_with(keys, values, 0)
            }
        };
        self.memory.set_address(object.minus(BEFORE), dict);
        Some(dict)
    }

    /// A dict that takes over an instance's array of values (`make_dict_from_instance_attributes`).
    fn dict_from_values(&mut self, keys: Address, values: Address) -> Address {
        self.keys_incref(keys);
        let used = self.values_count(values);
        let track = (0..used).any(|nth| {
            let value = self.memory.address(values.plus(8 * self.values_order(values, nth)));
            self.may_be_tracked(value)
        });
        let dict = self.new_dict_with(keys, values, used);
        if track {
            self.gc_track(dict);
        }
        dict
    }

    /// Replaces the `__dict__` of an object by `owned` (null to delete it) and hands back the old one, made first if need be.
    pub fn replace_attribute_dict(&mut self, object: Address, owned: Address) -> Option<Address> {
        if !self.has_managed_dict(object) {
            let place = self.dict_place(object)?;
            let old = self.memory.address(place);
            self.memory.set_address(place, owned);
            return old.non_null();
        }
        let old = match self.attributes(object) {
            Attributes::None => None,
            _ => self.attribute_dict(object),
        };
        self.memory.set_address(object.minus(BEFORE), owned);
        old
    }

    /// Names and values of an instance's array, in the order in which they were set; all borrowed.
    pub fn instance_items(&self, object: Address, values: Address) -> Vec<(Address, Address)> {
        let keys = self.cached_keys(self.type_of(object));
        (0..self.values_count(values))
            .map(|nth| self.values_order(values, nth))
            .map(|index| (self.entry_key(keys, index), self.memory.address(values.plus(8 * index))))
            .collect()
    }
}
