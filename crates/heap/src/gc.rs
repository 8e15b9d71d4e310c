//! The cycle collector (`Modules/gcmodule.c`).
//!
//! A container has a *GC head* of two words before it:
//!
//! ```text
//! object − 16          object − 8            object
//! | next in the list   | previous, and flags | count | type | . . .
//! ```
//!
//! `next` is null while the collector does not watch the object. Bit 0 of `previous` says that the finalizer has run,
//! bit 1 that the object is a candidate of the collection in progress; while it is, the other bits hold its scratch
//! count. Bit 0 of `next` marks the objects thought unreachable, for the time of a collection.

pub mod collection;
pub mod head;

pub use collection::{
    Candidate, Collection, CollectionView, Phase, Reason, Summary, collect, collect_generations,
};

use crate::{Heap, address::Address};

/// Generations that are collected.
pub const GENERATIONS: u8 = 3;

/// `gc.DEBUG_SAVEALL`: garbage goes to `gc.garbage` instead of being freed.
pub const DEBUG_SAVEALL: u64 = 32;

/// What `gc.get_stats()` tells of one generation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// How often it was collected.
    pub collections: u64,
    /// Objects found to be garbage.
    pub collected: u64,
    /// Objects that could not be freed.
    pub uncollectable: u64,
}

/// What `gc.callbacks` are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallbackInfo {
    /// `"start"` or `"stop"`.
    pub moment: &'static str,
    /// The generation being collected.
    pub generation: u8,
    /// Garbage found; 0 at the start.
    pub collected: u64,
    /// Garbage that could not be freed; 0 at the start.
    pub uncollectable: u64,
}

impl Heap {
    /// Whether a collection waits for the eval loop to come to a check.
    #[inline]
    pub fn collection_due(&self) -> bool {
        false
    }

    /// `gc.get_count()`.
    pub fn gc_counts(&self) -> [i32; 3] {
        [0; 3]
    }

    /// `gc.get_threshold()`.
    pub fn gc_thresholds(&self) -> [i32; 3] {
        [0; 3]
    }

    /// `gc.set_threshold()`.
    pub fn set_gc_thresholds(&mut self, thresholds: [i32; 3]) {
        let _ = thresholds;
    }

    /// `gc.isenabled()`.
    pub fn gc_enabled(&self) -> bool {
        true
    }

    /// `gc.enable()` and `gc.disable()`.
    pub fn set_gc_enabled(&mut self, enabled: bool) {
        let _ = enabled;
    }

    /// `gc.get_debug()`.
    pub fn gc_debug(&self) -> u64 {
        0
    }

    /// `gc.set_debug()`.
    pub fn set_gc_debug(&mut self, flags: u64) {
        let _ = flags;
    }

    /// `gc.get_stats()` of one generation.
    pub fn gc_stats(&self, generation: u8) -> Stats {
        let _ = generation;
        Stats::default()
    }

    /// `gc.freeze()`: all tracked objects go to the permanent generation.
    pub fn gc_freeze(&mut self) {}

    /// `gc.unfreeze()`: they come back, to the oldest generation.
    pub fn gc_unfreeze(&mut self) {}

    /// `gc.get_freeze_count()`.
    pub fn gc_freeze_count(&self) -> u64 {
        0
    }

    /// The objects of one generation in list order, borrowed; generation 3 is the permanent one.
    pub fn gc_objects(&self, generation: u8) -> Vec<Address> {
        let _ = generation;
        Vec::new()
    }

    /// Tracked objects that refer to one of `targets`, youngest generation first: `gc.get_referrers`. `exclude` is left out
    /// (the tuple of arguments).
    pub fn gc_referrers(&self, targets: &[Address], exclude: Address) -> Vec<Address> {
        let _ = (targets, exclude);
        Vec::new()
    }

    /// What `object` refers to, as the collector sees it: `gc.get_referents`.
    pub fn gc_referents(&self, object: Address) -> Vec<Address> {
        let _ = object;
        Vec::new()
    }

    pub(crate) fn start_collector(&mut self) {}
}
