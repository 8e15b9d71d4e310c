//! One run of the collector, advanced phase by phase.

use crate::{Heap, address::Address, host::Host};

/// What a collection does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Phase {
    /// Merge the younger generations into the one collected.
    Gather = 1,
    /// Copy each candidate's count into its GC head.
    Copy,
    /// Take away every reference that starts at a candidate.
    Subtract,
    /// Move what is held from outside, and all it reaches, back among the living.
    Rescue,
    /// Stop watching tuples (and dicts) that can be in no ring; survivors move to the next generation.
    Promote,
    /// Make weak references to garbage dead, and call the callbacks of those outside.
    Weakrefs,
    /// Run finalizers.
    Finalize,
    /// See whether a finalizer has brought anything back.
    Recheck,
    /// Break the rings.
    Clear,
    /// Nothing: the collection is over.
    Done,
}

/// Why a collection runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Reason {
    /// A generation's count passed its threshold.
    Threshold = 1,
    /// `gc.collect()`.
    Manual,
    /// The interpreter ends.
    Shutdown,
}

/// What a collection found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Garbage freed (or saved).
    pub collected: u64,
    /// Garbage that could not be freed.
    pub uncollectable: u64,
}

/// A collection in progress.
#[derive(Debug)]
pub struct Collection {
    generation: u8,
    phase: Phase,
}

/// A candidate, as a picture shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The object.
    pub object: Address,
    /// Its scratch count: references not yet accounted for by other candidates. `None` when it is known to be alive.
    pub scratch: Option<u64>,
    /// Whether it is in the list of those thought unreachable.
    pub unreachable: bool,
}

/// A collection in progress, read from memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CollectionView {
    /// The generation being collected.
    pub generation: u8,
    /// The phase that ended last.
    pub phase: Phase,
    /// Why it runs.
    pub reason: Reason,
    /// Those looked at, in list order; after [`Phase::Promote`] only the unreachable.
    pub candidates: Vec<Candidate>,
}

impl Collection {
    /// Begins a collection of `generation` and all younger ones.
    pub fn begin<H: Host>(host: &mut H, generation: u8, reason: Reason) -> Self {
        let _ = (host, reason);
        Self {
            generation,
            phase: Phase::Gather,
        }
    }

    /// Carries out the current phase and returns the next one.
    pub fn advance<H: Host>(&mut self, host: &mut H) -> Phase {
        let _ = (host, self.generation);
        self.phase
    }
}

/// `gc.collect(generation)`: 0 and 0 if a collection is running already. Calls the callbacks before and after, and
/// [`Host::collection_advanced`] between phases.
pub fn collect<H: Host>(host: &mut H, generation: u8, reason: Reason) -> Summary {
    let _ = (host, generation, reason);
    Summary::default()
}

/// Runs the collection that is due, if its generation's count and the 25 % rule allow: what the eval loop calls.
pub fn collect_generations<H: Host>(host: &mut H) {
    let _ = host;
}

impl Heap {
    /// The collection in progress, if there is one.
    pub fn collection(&self) -> Option<CollectionView> {
        None
    }
}
