//! The generations: lists of containers by age, with a threshold and a count each.
//!
//! ```text
//! + 0     + 8     + 16        + 20
//! | next  | prev  | threshold | count |
//! ```
//!
//! The count of generation 0 is containers allocated less containers freed; that of an older one is how often the next
//! younger was collected. Number 3 is the permanent generation: frozen objects, never looked at.

use super::{GENERATIONS, Stats, head, list_of};
use crate::{Heap, address::Address, runtime, slot};

/// Offset of the threshold, i32.
pub const THRESHOLD: u64 = 16;
/// Offset of the count, i32.
pub const COUNT: u64 = 20;
/// The number of the permanent generation.
pub const PERMANENT: u8 = GENERATIONS;

/// The list head of a generation.
#[inline]
pub const fn head(generation: u8) -> Address {
    runtime::GC_GENERATIONS.plus(runtime::GENERATION_SIZE * generation as u64)
}

const _: () = assert!(head(PERMANENT).raw() == runtime::GC_PERMANENT.raw());

impl Heap {
    pub(crate) fn start_collector(&mut self) {
        for generation in 0..=PERMANENT {
            self.list_init(head(generation));
        }
        self.set_gc_thresholds(self.profile.thresholds);
        self.memory.set_u64(runtime::GC_ENABLED, 1);
    }

    /// `gc.get_count()`.
    pub fn gc_counts(&self) -> [i32; 3] {
        [0, 1, 2].map(|generation| self.memory.i32(head(generation).plus(COUNT)))
    }

    /// Sets the counts, as start-up leaves them.
    pub fn set_gc_counts(&mut self, counts: [i32; 3]) {
        for (generation, count) in (0..).zip(counts) {
            self.memory.set_i32(head(generation).plus(COUNT), count);
        }
    }

    /// `gc.get_threshold()`.
    pub fn gc_thresholds(&self) -> [i32; 3] {
        [0, 1, 2].map(|generation| self.memory.i32(head(generation).plus(THRESHOLD)))
    }

    /// `gc.set_threshold()`.
    pub fn set_gc_thresholds(&mut self, thresholds: [i32; 3]) {
        for (generation, threshold) in (0..).zip(thresholds) {
            self.memory
                .set_i32(head(generation).plus(THRESHOLD), threshold);
        }
    }

    /// `gc.get_stats()` of one generation.
    pub fn gc_stats(&self, generation: u8) -> Stats {
        let word = |index| {
            self.memory.u64(runtime::word(
                runtime::GC_STATS,
                u64::from(generation) * 3 + index,
            ))
        };
        Stats {
            collections: word(0),
            collected: word(1),
            uncollectable: word(2),
        }
    }

    pub(super) fn add_to_stats(&mut self, generation: u8, more: Stats) {
        let stats = self.gc_stats(generation);
        let sums = [
            stats.collections + more.collections,
            stats.collected + more.collected,
            stats.uncollectable + more.uncollectable,
        ];
        for (index, sum) in (0..).zip(sums) {
            self.memory.set_u64(
                runtime::word(runtime::GC_STATS, u64::from(generation) * 3 + index),
                sum,
            );
        }
    }

    /// `gc.freeze()`: all tracked objects go to the permanent generation.
    pub fn gc_freeze(&mut self) {
        for generation in 0..GENERATIONS {
            self.list_merge(head(generation), head(PERMANENT));
            self.memory.set_i32(head(generation).plus(COUNT), 0);
        }
        self.freeze_elsewhere();
    }

    /// `gc.unfreeze()`: they come back, to the oldest generation.
    pub fn gc_unfreeze(&mut self) {
        self.list_merge(head(PERMANENT), head(GENERATIONS - 1));
        self.unfreeze_elsewhere();
    }

    /// `gc.get_freeze_count()`.
    pub fn gc_freeze_count(&self) -> u64 {
        self.gc_population(PERMANENT)
    }

    /// The objects of one generation in list order, borrowed; generation 3 is the permanent one. In the middle of a
    /// collection the candidates are elsewhere: see [`Heap::collection`].
    pub fn gc_objects(&self, generation: u8) -> Vec<Address> {
        list_of(self, head(generation))
    }

    /// Tracked objects that refer to one of `targets`, youngest generation first: `gc.get_referrers`. `exclude` is left
    /// out (the tuple of arguments).
    pub fn gc_referrers(&self, targets: &[Address], exclude: Address) -> Vec<Address> {
        let mut found = Vec::new();
        for generation in 0..GENERATIONS {
            for entry in self.list_entries(head(generation)) {
                let object = head::object_of(entry);
                let mut refers = false;
                slot::traverse(self, object, &mut |referent| {
                    refers |= targets.contains(&referent)
                });
                if refers && object != exclude {
                    found.push(object);
                }
            }
        }
        found
    }

    /// What `object` refers to, as the collector sees it: `gc.get_referents`.
    pub fn gc_referents(&self, object: Address) -> Vec<Address> {
        let mut referents = Vec::new();
        if self.is_gc_object(object) {
            slot::traverse(self, object, &mut |referent| referents.push(referent));
        }
        referents
    }
}
