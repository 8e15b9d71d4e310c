//! `set` and `frozenset` (Objects/setobject.c): an open-addressed table of key and hash.
//!
//! ```text
//! set  16     24     32     40      48     56       64                            192
//! | fill | used | mask | table | hash | finger | small table: 8 entries of 16 | weak references |
//! ```
//!
//! `fill` counts keys and the marks that removed keys leave; `used` counts keys only. The table is the small one inside
//! the object until a fifth key comes.

mod grow;
mod lookup;
mod update;

pub use update::merge_dict;

use crate::{Address, Heap, Host, Raised, domain::Domain, statics};

/// Entries in use, removed ones included.
pub const FILL: u64 = 16;
/// Keys.
pub const USED: u64 = 24;
/// Entries less one.
pub const MASK: u64 = 32;
/// The table.
pub const TABLE: u64 = 40;
/// The hash of a frozenset, −1 until asked for.
pub const HASH: u64 = 48;
/// Where `pop` looks next.
pub const FINGER: u64 = 56;
/// The table inside the object.
pub const SMALL_TABLE: u64 = 64;
/// The list of weak references.
pub const WEAK_REFERENCES: u64 = 192;
/// Entries of the table inside the object.
pub const SMALL_ENTRIES: u64 = 8;
/// Bytes of an entry: key, hash.
pub const ENTRY: u64 = 16;
/// What stands in place of a removed key. Never followed: its entry's hash is −1.
pub const REMOVED: Address = Address::new(statics::SINGLETONS);

/// An entry of a set's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key, borrowed.
    pub key: Address,
    /// Its hash.
    pub hash: i64,
}

impl Heap {
    /// A new empty set of `type_`: `set`, `frozenset` or a subclass. Tracked.
    pub fn new_set(&mut self, type_: Address) -> Address {
        let set = self.generic_allocate(type_, 0);
        self.memory.set_u64(set.plus(MASK), SMALL_ENTRIES - 1);
        self.memory.set_address(set.plus(TABLE), set.plus(SMALL_TABLE));
        self.memory.set_i64(set.plus(HASH), -1);
        set
    }

    /// How many keys.
    #[inline]
    pub fn set_len(&self, set: Address) -> u64 {
        self.memory.u64(set.plus(USED))
    }

    /// Entries of the table.
    #[inline]
    pub fn set_entries(&self, set: Address) -> u64 {
        self.memory.u64(set.plus(MASK)) + 1
    }

    /// Whether the table lies outside the object.
    pub fn set_has_own_table(&self, set: Address) -> bool {
        self.memory.address(set.plus(TABLE)) != set.plus(SMALL_TABLE)
    }

    /// The entry with this index, if it holds a key.
    pub fn set_entry(&self, set: Address, index: u64) -> Option<Entry> {
        let at = self.memory.address(set.plus(TABLE)).plus(index * ENTRY);
        let entry = Entry {
            key: self.memory.address(at),
            hash: self.memory.i64(at.plus(8)),
        };
        (!entry.key.is_null() && entry.hash != -1).then_some(entry)
    }

    /// The next key at index `from` or after, with its index: iteration.
    pub fn set_next(&self, set: Address, from: u64) -> Option<(u64, Entry)> {
        (from..self.set_entries(set)).find_map(|index| Some((index, self.set_entry(set, index)?)))
    }

    /// All keys in table order, borrowed.
    pub fn set_keys(&self, set: Address) -> Vec<Address> {
        (0..self.set_entries(set))
            .filter_map(|index| self.set_entry(set, index))
            .map(|entry| entry.key)
            .collect()
    }

    /// Takes out an arbitrary key, as `pop` does: the reference is handed to the caller.
    pub fn set_pop(&mut self, set: Address) -> Option<Address> {
        if self.set_len(set) == 0 {
            return None;
        }
        let mask = self.memory.u64(set.plus(MASK));
        let mut index = self.memory.u64(set.plus(FINGER)) & mask;
        let entry = loop {
            if let Some(entry) = self.set_entry(set, index) {
                break entry;
            }
            index = (index + 1) & mask;
        };
        self.set_vacate(set, index);
        self.memory.set_u64(set.plus(FINGER), index + 1);
        Some(entry.key)
    }

    /// Leaves the mark of a removed key.
    fn set_vacate(&mut self, set: Address, index: u64) {
        let at = self.memory.address(set.plus(TABLE)).plus(index * ENTRY);
        self.memory.set_address(at, REMOVED);
        self.memory.set_i64(at.plus(8), -1);
        let used = self.set_len(set) - 1;
        self.memory.set_u64(set.plus(USED), used);
    }

    /// Empties the set and hands its keys to the caller, in table order.
    pub fn set_take_all(&mut self, set: Address) -> Vec<Address> {
        let keys = self.set_keys(set);
        if self.set_has_own_table(set) {
            let table = self.memory.address(set.plus(TABLE));
            self.release(Domain::Mem, table);
        }
        self.memory.fill(set.plus(SMALL_TABLE), SMALL_ENTRIES * ENTRY, 0);
        self.memory.set_u64(set.plus(FILL), 0);
        self.memory.set_u64(set.plus(USED), 0);
        self.memory.set_u64(set.plus(MASK), SMALL_ENTRIES - 1);
        self.memory.set_address(set.plus(TABLE), set.plus(SMALL_TABLE));
        self.memory.set_i64(set.plus(HASH), -1);
        keys
    }

    /// The hash of a frozenset from its keys' hashes (`frozenset_hash`), kept in the object.
    pub fn frozenset_hash(&mut self, set: Address) -> i64 {
        let known = self.memory.i64(set.plus(HASH));
        if known != -1 {
            return known;
        }
        let shuffle = |bits: u64| ((bits ^ 89_869_747) ^ (bits << 16)).wrapping_mul(3_644_798_167);
        let keys = (0..self.set_entries(set)).filter_map(|index| self.set_entry(set, index));
        let mut hash = keys.fold(0, |sum, entry| sum ^ shuffle(entry.hash as u64));
        // CPython's loop takes in every entry, then takes out again what empty ones and marks have added.
        hash ^= (self.set_len(set) + 1).wrapping_mul(1_927_868_237);
        hash ^= (hash >> 11) ^ (hash >> 25);
        let hash = match hash.wrapping_mul(69_069).wrapping_add(907_133_923) as i64 {
            -1 => 590_923_713,
            hash => hash,
        };
        self.memory.set_i64(set.plus(HASH), hash);
        hash
    }
}

/// Whether `key` is in `set`.
pub fn contains<H: Host>(host: &mut H, set: Address, key: Address, hash: i64) -> Result<bool, Raised> {
    Ok(lookup::find(host, set, key, hash)?.is_some())
}

/// Adds `key`, with a new reference, unless an equal one is there; tells whether it was added.
pub fn add<H: Host>(host: &mut H, set: Address, key: Address, hash: i64) -> Result<bool, Raised> {
    // Held during comparisons, which may take it out of where it was.
    host.heap_mut().incref(key);
    let place = lookup::place(host, set, key, hash);
    let Ok(lookup::Place::Vacant(at)) = place else {
        crate::refcount::decref(host, key);
        return place.map(|_| false);
    };
    let heap = host.heap_mut();
    heap.memory.set_address(at, key);
    heap.memory.set_i64(at.plus(8), hash);
    let (fill, used) = (heap.memory.u64(set.plus(FILL)) + 1, heap.set_len(set) + 1);
    heap.memory.set_u64(set.plus(FILL), fill);
    heap.memory.set_u64(set.plus(USED), used);
    if fill * 5 >= heap.memory.u64(set.plus(MASK)) * 3 {
        heap.set_resize(set, if used > 50_000 { used * 2 } else { used * 4 });
    }
    Ok(true)
}

/// Takes `key` out; hands the set's reference to it to the caller.
pub fn discard<H: Host>(host: &mut H, set: Address, key: Address, hash: i64) -> Result<Option<Address>, Raised> {
    let Some(index) = lookup::find(host, set, key, hash)? else {
        return Ok(None);
    };
    let heap = host.heap_mut();
    let found = heap.set_entry(set, index).map(|entry| entry.key);
    heap.set_vacate(set, index);
    Ok(found)
}

/// Adds all keys of another set, growing once (`set_merge`).
pub fn merge<H: Host>(host: &mut H, set: Address, other: Address) -> Result<(), Raised> {
    if set == other || host.heap().set_len(other) == 0 {
        return Ok(());
    }
    let heap = host.heap_mut();
    let (used, other_used) = (heap.set_len(set), heap.set_len(other));
    let (fill, mask) = (heap.memory.u64(set.plus(FILL)), heap.memory.u64(set.plus(MASK)));
    if (fill + other_used) * 5 >= mask * 3 {
        heap.set_resize(set, (used + other_used) * 2);
    }
    if heap.memory.u64(set.plus(FILL)) == 0 {
        heap.set_copy_into_empty(set, other);
        return Ok(());
    }
    let mut index = 0;
    while let Some((at, entry)) = host.heap().set_next(other, index) {
        add(host, set, entry.key, entry.hash)?;
        index = at + 1;
    }
    Ok(())
}
