//! The hash table of C data that CPython uses inside (`_Py_hashtable_t`, Python/hashtable.c): buckets of linked entries.
//!
//! ```text
//! | entries | buckets | bucket array | functions . . . |      80 bytes
//!                       | head | head | . . .                8 per bucket
//!                         | next | hash | key | value |      32 per entry
//! ```
//!
//! All of it lies in raw memory. Hashing and comparing keys is the caller's: it passes the hash and a test.

use crate::{Heap, address::Address};

/// Bytes of the table itself.
const TABLE_SIZE: u64 = 80;
/// Bytes of an entry.
const ENTRY_SIZE: u64 = 32;
/// Offset in a table: how many entries.
const COUNT: u64 = 0;
/// Offset in a table: how many buckets, a power of two.
const BUCKET_COUNT: u64 = 8;
/// Offset in a table: the array of buckets.
const BUCKETS: u64 = 16;
/// Offset in an entry: its hash. The next entry of the bucket is at 0.
const HASH: u64 = 8;
/// Offset in an entry: its key.
const KEY: u64 = 16;
/// Offset in an entry: its value.
const VALUE: u64 = 24;
/// The fewest buckets.
const FEWEST_BUCKETS: u64 = 16;
/// Entries per bucket above which the table grows, and below which it shrinks.
const HIGH: f64 = 0.50;
const LOW: f64 = 0.10;

/// One entry, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The hash of the key.
    pub hash: u64,
    /// The key: a pointer.
    pub key: Address,
    /// The value: a pointer.
    pub value: Address,
}

impl Heap {
    /// An empty table.
    pub(super) fn new_hashtable(&mut self) -> Address {
        let table = self.raw_allocate(TABLE_SIZE);
        self.memory.fill(table, TABLE_SIZE, 0);
        let buckets = self.new_buckets(FEWEST_BUCKETS);
        self.memory.set_u64(table.plus(BUCKET_COUNT), FEWEST_BUCKETS);
        self.memory.set_address(table.plus(BUCKETS), buckets);
        table
    }

    fn new_buckets(&mut self, count: u64) -> Address {
        let buckets = self.raw_allocate(8 * count);
        self.memory.fill(buckets, 8 * count, 0);
        buckets
    }

    /// Frees a table with its entries; keys and values are the caller's affair.
    pub(super) fn destroy_hashtable(&mut self, table: Address) {
        self.clear_hashtable(table);
        self.raw_release(self.memory.address(table.plus(BUCKETS)));
        self.raw_release(table);
    }

    /// Bytes of a table, its buckets and its entries (`_Py_hashtable_size`).
    pub(super) fn hashtable_size(&self, table: Address) -> u64 {
        let (entries, buckets) = (self.memory.u64(table.plus(COUNT)), self.memory.u64(table.plus(BUCKET_COUNT)));
        TABLE_SIZE + 8 * buckets + ENTRY_SIZE * entries
    }

    fn bucket(&self, table: Address, hash: u64) -> Address {
        let mask = self.memory.u64(table.plus(BUCKET_COUNT)) - 1;
        self.memory.address(table.plus(BUCKETS)).plus(8 * (hash & mask))
    }

    fn entry_at(&self, at: Address) -> Entry {
        Entry {
            hash: self.memory.u64(at.plus(HASH)),
            key: self.memory.address(at.plus(KEY)),
            value: self.memory.address(at.plus(VALUE)),
        }
    }

    /// Where the link to the entry with this key lies: in its bucket, or in the entry before.
    fn find_link(&self, table: Address, hash: u64, is_key: impl Fn(&Self, Address) -> bool) -> Option<Address> {
        let mut link = self.bucket(table, hash);
        loop {
            let at = self.memory.address(link).non_null()?;
            let entry = self.entry_at(at);
            if entry.hash == hash && is_key(self, entry.key) {
                return Some(link);
            }
            link = at;
        }
    }

    /// The entry with this key.
    pub(super) fn hashtable_find(&self, table: Address, hash: u64, is_key: impl Fn(&Self, Address) -> bool) -> Option<Entry> {
        let link = self.find_link(table, hash, is_key)?;
        Some(self.entry_at(self.memory.address(link)))
    }

    /// Enters a key that is not there yet.
    pub(super) fn hashtable_set(&mut self, table: Address, entry: Entry) {
        let at = self.raw_allocate(ENTRY_SIZE);
        self.memory.set_u64(at.plus(HASH), entry.hash);
        self.memory.set_address(at.plus(KEY), entry.key);
        self.memory.set_address(at.plus(VALUE), entry.value);
        let count = self.memory.u64(table.plus(COUNT)) + 1;
        self.memory.set_u64(table.plus(COUNT), count);
        if self.hashtable_load(table) > HIGH {
            self.rehash(table);
        }
        self.prepend(self.bucket(table, entry.hash), at);
    }

    fn prepend(&mut self, bucket: Address, at: Address) {
        let head = self.memory.address(bucket);
        self.memory.set_address(at, head);
        self.memory.set_address(bucket, at);
    }

    /// Takes the entry with this key out.
    pub(super) fn hashtable_steal(&mut self, table: Address, hash: u64, is_key: impl Fn(&Self, Address) -> bool) -> Option<Entry> {
        let link = self.find_link(table, hash, is_key)?;
        let at = self.memory.address(link);
        let entry = self.entry_at(at);
        let next = self.memory.address(at);
        self.memory.set_address(link, next);
        let count = self.memory.u64(table.plus(COUNT)) - 1;
        self.memory.set_u64(table.plus(COUNT), count);
        self.raw_release(at);
        if self.hashtable_load(table) < LOW {
            self.rehash(table);
        }
        Some(entry)
    }

    fn hashtable_load(&self, table: Address) -> f64 {
        let (entries, buckets) = (self.memory.u64(table.plus(COUNT)), self.memory.u64(table.plus(BUCKET_COUNT)));
        f64::from(entries as f32 / buckets as f32)
    }

    /// Fits the number of buckets to that of the entries.
    fn rehash(&mut self, table: Address) {
        let entries = self.memory.u64(table.plus(COUNT));
        let wanted = (entries as f64 * 2.0 / (LOW + HIGH)) as u64;
        let buckets = wanted.max(FEWEST_BUCKETS).next_power_of_two();
        if buckets == self.memory.u64(table.plus(BUCKET_COUNT)) {
            return;
        }
        let members = self.hashtable_members(table);
        let old = self.memory.address(table.plus(BUCKETS));
        let new = self.new_buckets(buckets);
        self.memory.set_u64(table.plus(BUCKET_COUNT), buckets);
        self.memory.set_address(table.plus(BUCKETS), new);
        for at in members {
            let hash = self.memory.u64(at.plus(HASH));
            self.prepend(self.bucket(table, hash), at);
        }
        self.raw_release(old);
    }

    /// Where the entries lie, bucket by bucket. One that is being entered is in none yet.
    fn hashtable_members(&self, table: Address) -> Vec<Address> {
        let buckets = self.memory.address(table.plus(BUCKETS));
        let mut members = Vec::with_capacity(self.memory.u64(table.plus(COUNT)) as usize);
        for bucket in 0..self.memory.u64(table.plus(BUCKET_COUNT)) {
            let mut at = self.memory.address(buckets.plus(8 * bucket));
            while !at.is_null() {
                members.push(at);
                at = self.memory.address(at);
            }
        }
        members
    }

    /// All entries, bucket by bucket.
    pub(super) fn hashtable_entries(&self, table: Address) -> Vec<Entry> {
        self.hashtable_members(table).into_iter().map(|at| self.entry_at(at)).collect()
    }

    /// Empties a table, and returns what was in it.
    pub(super) fn clear_hashtable(&mut self, table: Address) -> Vec<Entry> {
        let members = self.hashtable_members(table);
        let mut entries = Vec::with_capacity(members.len());
        for at in members {
            entries.push(self.entry_at(at));
            self.raw_release(at);
        }
        let (buckets, count) = (self.memory.address(table.plus(BUCKETS)), self.memory.u64(table.plus(BUCKET_COUNT)));
        self.memory.fill(buckets, 8 * count, 0);
        self.memory.set_u64(table.plus(COUNT), 0);
        self.rehash(table);
        entries
    }
}

#[cfg(test)]
mod tests {
    use super::Entry;
    use crate::{Address, Heap};

    #[test]
    fn a_table_grows_above_half_full_and_shrinks_below_a_tenth() {
        let mut heap = Heap::default();
        let table = heap.new_hashtable();
        let entry = |number: u64| Entry { hash: number, key: Address::new(number), value: Address::NULL };
        for number in 1..=9 {
            heap.hashtable_set(table, entry(number));
        }
        // 9 entries of 16 buckets: above the half, so room is made for 30.
        assert_eq!(heap.hashtable_size(table), 80 + 8 * 32 + 32 * 9);
        for number in 1..=6 {
            let key = Address::new(number);
            assert_eq!(heap.hashtable_steal(table, number, |_, other| other == key), Some(entry(number)));
        }
        assert_eq!(heap.hashtable_size(table), 80 + 8 * 16 + 32 * 3);
    }
}
