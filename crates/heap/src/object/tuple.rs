//! `tuple` (Objects/tupleobject.c): the items lie in the object.

use crate::{Heap, address::Address, freelist::FreeList, static_type::StaticType};

/// The number of items.
pub const LENGTH: u64 = 16;
/// The first item.
pub const ITEMS: u64 = 24;
/// Tuples up to this length come from free lists.
pub const LONGEST_KEPT: u64 = 20;

impl Heap {
    /// A tuple of `length` null items, **untracked**: the caller fills it and calls [`Heap::gc_track`].
    #[inline]
    pub fn new_tuple(&mut self, length: u64) -> Address {
        if length == 0 {
            return self.empty_tuple();
        }
        let tuple = self.new_tuple_object(length);
        self.memory.fill(tuple.plus(ITEMS), 8 * length, 0);
        tuple
    }

    #[inline]
    fn new_tuple_object(&mut self, length: u64) -> Address {
        // Twenty items: kept in a list on death, yet never looked for there (3.11 and 3.12).
        let kept = if length < LONGEST_KEPT {
            self.take_free(FreeList::Tuple(length))
        } else {
            None
        };
        let tuple = match kept {
            Some(tuple) => {
                self.revive(tuple, StaticType::Tuple.address());
                tuple
            }
            None => self.new_gc(StaticType::Tuple, ITEMS + 8 * length),
        };
        self.memory.set_u64(tuple.plus(LENGTH), length);
        tuple
    }

    /// A tracked tuple of these items, which it takes over.
    #[inline]
    pub fn new_tuple_from(&mut self, owned_items: &[Address]) -> Address {
        if owned_items.is_empty() {
            return self.empty_tuple();
        }
        let tuple = self.new_tuple_object(owned_items.len() as u64);
        for (i, item) in owned_items.iter().enumerate() {
            self.memory.set_address(tuple.plus(ITEMS + 8 * i as u64), *item);
        }
        self.gc_track(tuple);
        tuple
    }

    /// A tracked tuple of new references to these items.
    pub fn new_tuple_of(&mut self, items: &[Address]) -> Address {
        for item in items {
            self.incref(*item);
        }
        self.new_tuple_from(items)
    }

    /// The same tuple with another number of places, perhaps elsewhere (`_PyTuple_Resize`). New places are null.
    pub fn tuple_resize(&mut self, tuple: Address, length: u64) -> Address {
        let old = self.tuple_len(tuple);
        if length == old {
            return tuple;
        }
        if old == 0 {
            let tuple = self.new_tuple(length);
            self.gc_track_if_untracked(tuple);
            return tuple;
        }
        self.gc_untrack(tuple);
        if length == 0 {
            self.free_gc_object(tuple);
            return self.empty_tuple();
        }
        let moved = self.resize_object(tuple, ITEMS + 8 * length);
        self.gc_track(moved);
        self.memory.set_u64(moved.plus(LENGTH), length);
        if length > old {
            self.memory.fill(moved.plus(ITEMS + 8 * old), 8 * (length - old), 0);
        }
        moved
    }

    /// Lets the collector watch a tuple that was filled item by item; the empty one is nobody's.
    pub fn gc_track_if_untracked(&mut self, tuple: Address) {
        if !self.is_static(tuple) && !self.is_tracked(tuple) {
            self.gc_track(tuple);
        }
    }

    /// How many items.
    #[inline]
    pub fn tuple_len(&self, tuple: Address) -> u64 {
        self.memory.u64(tuple.plus(LENGTH))
    }

    /// The `index`th item, borrowed.
    #[inline]
    pub fn tuple_item(&self, tuple: Address, index: u64) -> Address {
        self.memory.address(tuple.plus(ITEMS + 8 * index))
    }

    /// Where an item stands.
    #[inline]
    pub fn tuple_item_place(&self, tuple: Address, index: u64) -> Address {
        tuple.plus(ITEMS + 8 * index)
    }

    /// Sets an item of a tuple that nobody else knows yet. What was there is not released.
    #[inline]
    pub fn tuple_set(&mut self, tuple: Address, index: u64, owned: Address) {
        self.memory.set_address(tuple.plus(ITEMS + 8 * index), owned);
    }

    /// All items, borrowed.
    pub fn tuple_items(&self, tuple: Address) -> Vec<Address> {
        (0..self.tuple_len(tuple)).map(|i| self.tuple_item(tuple, i)).collect()
    }
}

/// The hash of a tuple from the hashes of its items: xxHash, one lane per item.
pub fn hash_items(hashes: &[i64]) -> i64 {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;
    let lanes = hashes.iter().fold(PRIME_5, |sum, hash| {
        sum.wrapping_add((*hash as u64).wrapping_mul(PRIME_2))
            .rotate_left(31)
            .wrapping_mul(PRIME_1)
    });
    match lanes.wrapping_add(hashes.len() as u64 ^ PRIME_5 ^ 3_527_539) as i64 {
        -1 => 1_546_275_796,
        hash => hash,
    }
}
