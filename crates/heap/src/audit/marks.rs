//! A set of places in memory, one bit for each granule: an audit asks it many thousand times.

use crate::{
    Heap,
    address::Address,
    memory::{BASE, GRANULE},
};

/// Places in memory that have been marked. Places outside memory cannot be.
pub(super) struct Marks(Vec<u64>);

impl Marks {
    /// No place is marked.
    pub(super) fn new(heap: &Heap) -> Self {
        Self(vec![0; (heap.memory.len() / GRANULE / 64) as usize + 1])
    }

    /// The word and the bit of a place.
    fn bit(place: Address) -> (usize, u64) {
        let granule = place.raw().wrapping_sub(BASE) / GRANULE;
        ((granule / 64) as usize, 1 << (granule % 64))
    }

    /// Marks a place; false if it was marked before.
    pub(super) fn insert(&mut self, place: Address) -> bool {
        let (word, bit) = Self::bit(place);
        let Some(word) = self.0.get_mut(word) else { return true };
        let fresh = *word & bit == 0;
        *word |= bit;
        fresh
    }

    /// Whether a place is marked.
    pub(super) fn contains(&self, place: Address) -> bool {
        let (word, bit) = Self::bit(place);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }
}
