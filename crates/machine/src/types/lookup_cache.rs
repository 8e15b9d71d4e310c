//! What was found in classes before: `type_cache` of Objects/typeobject.c.
//!
//! A result is kept under the version tag of the class and the interned name. A class that is changed loses its tag, and no
//! tag is given out twice, so an entry is never wrong as long as time runs forward; going back in time empties the cache. It
//! is no part of the machine's state: without it, lookups find the same.

use std::cell::Cell;

use heapglass_heap::Address;

/// Entries, a power of two, as many as CPython's `MCACHE_SIZE_EXP` gives.
const SIZE: usize = 1 << 12;

#[derive(Clone, Copy, Debug)]
struct Entry {
    /// The version tag; 0 in an empty entry.
    version: u32,
    name: Address,
    /// What was found, borrowed from the class's dict; null for nothing.
    value: Address,
}

const EMPTY: Entry = Entry { version: 0, name: Address::NULL, value: Address::NULL };

/// The cache.
#[derive(Debug)]
pub struct LookupCache {
    entries: Box<[Cell<Entry>]>,
    /// For which turn of the memory the entries hold: see `Memory::turn`.
    turn: Cell<u64>,
}

impl Default for LookupCache {
    fn default() -> Self {
        Self { entries: vec![Cell::new(EMPTY); SIZE].into_boxed_slice(), turn: Cell::new(0) }
    }
}

impl LookupCache {
    #[inline]
    fn place(version: u32, name: Address) -> usize {
        (version as usize ^ (name.raw() as usize >> 4)) % SIZE
    }

    /// What is known of this name in the class with this version tag (not 0): null if the class does not have it.
    #[inline]
    pub(super) fn get(&self, turn: u64, version: u32, name: Address) -> Option<Address> {
        let entry = self.entries.get(Self::place(version, name))?.get();
        (entry.version == version && entry.name == name && self.turn.get() == turn).then_some(entry.value)
    }

    /// Remembers a result.
    pub(super) fn set(&self, turn: u64, version: u32, name: Address, value: Address) {
        if self.turn.replace(turn) != turn {
            self.clear();
        }
        if let Some(entry) = self.entries.get(Self::place(version, name)) {
            entry.set(Entry { version, name, value });
        }
    }

    /// Forgets everything.
    pub(crate) fn clear(&self) {
        for entry in &self.entries {
            entry.set(EMPTY);
        }
    }
}
