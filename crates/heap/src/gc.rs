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
pub mod debug;
pub mod elsewhere;
pub mod generation;
pub mod head;
mod list;
pub mod newborn;
mod reachable;
mod teardown;
pub mod view;

#[cfg(test)]
mod tests;


pub use collection::{Collection, Phase, Reason, Summary, collect, collect_generations};
pub use elsewhere::StartingCollector;
pub use newborn::collect_newborn;
pub use view::{Candidate, CollectionView};

use crate::{Heap, address::Address, runtime};

/// Generations that are collected.
pub const GENERATIONS: u8 = 3;

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
        self.memory.u64(runtime::GC_SCHEDULED) != 0
    }

    /// `gc.isenabled()`.
    pub fn gc_enabled(&self) -> bool {
        self.memory.u64(runtime::GC_ENABLED) != 0
    }

    /// `gc.enable()`.
    pub fn gc_enable(&mut self) {
        self.memory.set_u64(runtime::GC_ENABLED, 1);
    }

    /// `gc.disable()`.
    pub fn gc_disable(&mut self) {
        self.memory.set_u64(runtime::GC_ENABLED, 0);
    }

    /// `gc.get_debug()`.
    pub fn gc_debug(&self) -> u64 {
        self.memory.u64(runtime::GC_DEBUG)
    }

    /// `gc.set_debug()`.
    pub fn set_gc_debug(&mut self, flags: u64) {
        self.memory.set_u64(runtime::GC_DEBUG, flags);
    }
}

/// The objects of a list of GC heads.
fn list_of(heap: &Heap, list: Address) -> Vec<Address> {
    heap.list_entries(list).map(head::object_of).collect()
}
