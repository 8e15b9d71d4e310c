//! One run of the collector, as a value that is advanced phase by phase.
//!
//! ```text
//! Gather > Copy > Subtract > Rescue > Promote > Weakrefs > Finalize > Recheck > Clear > Done
//! ```
//!
//! All that a collection knows lies in memory (`GC_COLLECTION` in the runtime struct, and the GC heads), so that a
//! picture taken between two phases shows what CPython's own structs would hold at that moment.

use super::{CallbackInfo, GENERATIONS, Stats, debug, generation, head::object_of};
use crate::{
    Heap, address::Address, event::Event, host::Host, runtime, slot, static_type::StaticType,
};

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

impl Phase {
    /// The phases in their order.
    pub const ALL: [Self; 10] = [
        Self::Gather,
        Self::Copy,
        Self::Subtract,
        Self::Rescue,
        Self::Promote,
        Self::Weakrefs,
        Self::Finalize,
        Self::Recheck,
        Self::Clear,
        Self::Done,
    ];

    /// The phase after this one; `Done` is followed by itself.
    fn next(self) -> Self {
        Self::ALL[(self as usize).min(Self::ALL.len() - 1)]
    }
}

/// Why a collection runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Reason {
    /// A generation's count passed its threshold.
    Threshold = 1,
    /// `gc.collect()`.
    Manual,
    /// The interpreter ends, and modules are going.
    Shutdown,
}

/// What a collection found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Garbage freed (or saved).
    pub collected: u64,
    /// Garbage that could not be freed. Always 0 here: no type of ours has the old `tp_del`.
    pub uncollectable: u64,
}

/// Words of `GC_COLLECTION`.
pub(super) mod word {
    use crate::{address::Address, runtime::GC_COLLECTION};

    /// The phase that comes next; 0 if no collection is in progress.
    pub(crate) const PHASE: Address = GC_COLLECTION;
    /// The generation.
    pub(crate) const GENERATION: Address = GC_COLLECTION.plus(8);
    /// The reason.
    pub(crate) const REASON: Address = GC_COLLECTION.plus(16);
    /// Garbage found so far.
    pub(crate) const COLLECTED: Address = GC_COLLECTION.plus(24);
    /// The list of those thought unreachable.
    pub(crate) const UNREACHABLE: Address = GC_COLLECTION.plus(32);
    /// The list of those unreachable even after finalizers ran.
    pub(crate) const FINAL: Address = GC_COLLECTION.plus(48);
    /// The list of weak references whose callbacks are to be called.
    pub(crate) const CALLBACKS: Address = GC_COLLECTION.plus(64);
    /// The list of those whose finalizers have run.
    pub(crate) const SEEN: Address = GC_COLLECTION.plus(80);
}

/// A collection in progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Collection {
    generation: u8,
}

impl Collection {
    /// Begins a collection of `generation` and all younger ones. No other may be in progress.
    pub fn begin(heap: &mut Heap, generation: u8, reason: Reason) -> Self {
        for list in [word::UNREACHABLE, word::FINAL, word::CALLBACKS, word::SEEN] {
            heap.list_init(list);
        }
        heap.memory.set_u64(word::PHASE, Phase::Gather as u64);
        heap.memory.set_u64(word::GENERATION, generation.into());
        heap.memory.set_u64(word::REASON, reason as u64);
        heap.memory.set_u64(word::COLLECTED, 0);
        Self { generation }
    }

    /// The phase that comes next.
    pub fn phase(self, heap: &Heap) -> Phase {
        match heap.memory.u64(word::PHASE) {
            0 => Phase::Done,
            number => Phase::ALL[number as usize - 1],
        }
    }

    /// Carries out the current phase and returns the next one.
    pub fn advance<H: Host>(self, host: &mut H) -> Phase {
        let heap = host.heap_mut();
        let phase = self.phase(heap);
        let young = generation::head(self.generation);
        match phase {
            Phase::Gather => self.gather(heap),
            Phase::Copy => heap.copy_counts(young),
            Phase::Subtract => heap.subtract_inner(young),
            Phase::Rescue => heap.move_unreachable(young, word::UNREACHABLE),
            Phase::Promote => self.promote(heap),
            Phase::Weakrefs => self.clear_weakrefs(host),
            Phase::Finalize => self.finalize(host),
            Phase::Recheck => self.recheck(heap),
            Phase::Clear => self.clear(host),
            Phase::Done => return Phase::Done,
        }
        let heap = host.heap_mut();
        heap.memory.set_u64(word::PHASE, phase.next() as u64);
        phase.next()
    }

    /// Notes the outcome; nothing is in progress any more.
    pub fn finish(self, heap: &mut Heap) -> Summary {
        debug_assert_eq!(
            self.phase(heap),
            Phase::Done,
            "a collection runs to its end"
        );
        let collected = heap.memory.u64(word::COLLECTED) + heap.collect_elsewhere(self.generation);
        heap.memory.set_u64(word::PHASE, 0);
        heap.add_to_stats(
            self.generation,
            Stats {
                collections: 1,
                collected,
                uncollectable: 0,
            },
        );
        Summary {
            collected,
            uncollectable: 0,
        }
    }

    /// Where survivors go: the next older generation, or the oldest itself.
    pub(super) fn old(self) -> Address {
        generation::head((self.generation + 1).min(GENERATIONS - 1))
    }

    pub(super) fn is_full(self) -> bool {
        self.generation == GENERATIONS - 1
    }

    /// Counts this collection and merges the younger generations, in their order, at the end of this one.
    fn gather(self, heap: &mut Heap) {
        if !self.is_full() {
            let count = generation::head(self.generation + 1).plus(generation::COUNT);
            let collections = heap.memory.i32(count) + 1;
            heap.memory.set_i32(count, collections);
        }
        if heap.log.is_on() {
            for generation in std::iter::once(self.generation).chain(0..self.generation) {
                heap.note_all(generation::head(generation), |object| Event::Gathered { object, generation });
            }
        }
        for younger in 0..=self.generation {
            heap.memory
                .set_i32(generation::head(younger).plus(generation::COUNT), 0);
        }
        for younger in 0..self.generation {
            heap.list_merge(generation::head(younger), generation::head(self.generation));
        }
    }

    /// Stops watching what can be in no ring, and moves the survivors to the next generation.
    fn promote(self, heap: &mut Heap) {
        let young = generation::head(self.generation);
        untrack_harmless(heap, young, StaticType::Tuple);
        let elsewhere = heap.promote_elsewhere(self.generation);
        if heap.log.is_on() {
            let generation = (self.generation + 1).min(GENERATIONS - 1);
            heap.note_all(young, |object| Event::Promoted { object, generation });
        }
        if self.is_full() {
            untrack_harmless(heap, young, StaticType::Dict);
            let survivors = heap.list_length(young) + elsewhere;
            heap.memory.set_u64(runtime::GC_LONG_LIVED_PENDING, 0);
            heap.memory.set_u64(runtime::GC_LONG_LIVED_TOTAL, survivors);
        } else {
            if self.generation == GENERATIONS - 2 {
                let pending =
                    heap.memory.u64(runtime::GC_LONG_LIVED_PENDING) + heap.list_length(young) + elsewhere;
                heap.memory.set_u64(runtime::GC_LONG_LIVED_PENDING, pending);
            }
            heap.list_merge(young, self.old());
        }
        heap.clear_unreachable_marks(word::UNREACHABLE);
    }
}

/// Stops watching the tuples (or dicts) of a list that refer to nothing watched (`untrack_tuples`, `untrack_dicts`).
fn untrack_harmless(heap: &mut Heap, list: Address, which: StaticType) {
    let mut entry = heap.list_next(list);
    while entry != list {
        let next = heap.list_next(entry);
        let object = object_of(entry);
        if heap.is_exact(object, which) {
            let mut harmless = true;
            slot::traverse(heap, object, &mut |referent| {
                harmless &= !heap.may_be_tracked(referent)
            });
            if harmless {
                heap.gc_untrack(object);
            }
        }
        entry = next;
    }
}

/// `gc.collect(generation)`: finds nothing if a collection is running already. Calls the callbacks before and after, and
/// [`Host::collection_advanced`] between phases.
pub fn collect<H: Host>(host: &mut H, generation: u8, reason: Reason) -> Summary {
    let heap = host.heap_mut();
    if heap.memory.u64(runtime::GC_COLLECTING) != 0 {
        return Summary::default();
    }
    heap.memory.set_u64(runtime::GC_COLLECTING, 1);
    let summary = collect_with_callbacks(host, generation, reason);
    host.heap_mut().memory.set_u64(runtime::GC_COLLECTING, 0);
    summary
}

/// Runs the collection that is due: of the oldest generation whose count has passed its threshold. The oldest of all is
/// left alone until the objects that joined it since its last collection are a quarter of those it had then.
///
/// This is what the eval loop calls.
pub fn collect_generations<H: Host>(host: &mut H) {
    let heap = host.heap_mut();
    heap.memory.set_u64(runtime::GC_SCHEDULED, 0);
    if !heap.gc_enabled() {
        return;
    }
    let (counts, thresholds) = (heap.gc_counts(), heap.gc_thresholds());
    let pending = heap.memory.u64(runtime::GC_LONG_LIVED_PENDING);
    let total = heap.memory.u64(runtime::GC_LONG_LIVED_TOTAL);
    let due = (0..GENERATIONS).rev().find(|generation| {
        let passed = counts[usize::from(*generation)] > thresholds[usize::from(*generation)];
        passed && (*generation < GENERATIONS - 1 || pending >= total / 4)
    });
    if let Some(generation) = due {
        collect(host, generation, Reason::Threshold);
    }
}

/// A collection at the very end (`_PyGC_CollectNoFail`) is not told to the callbacks.
fn collect_with_callbacks<H: Host>(host: &mut H, generation: u8, reason: Reason) -> Summary {
    let told = reason != Reason::Shutdown;
    if told {
        host.collection_callback(CallbackInfo {
            moment: "start",
            generation,
            collected: 0,
            uncollectable: 0,
        });
    }
    debug::tell_start(host, generation);
    let collection = Collection::begin(host.heap_mut(), generation, reason);
    loop {
        let phase = collection.phase(host.heap());
        if phase == Phase::Done {
            break;
        }
        collection.advance(host);
        host.heap_mut().log.note(Event::CollectionPhase { generation, phase });
        host.collection_advanced();
    }
    let summary = collection.finish(host.heap_mut());
    let Summary { collected, uncollectable } = summary;
    host.heap_mut().log.note(Event::Collected { generation, collected, uncollectable });
    debug::tell_end(host, summary);
    if told {
        host.collection_callback(CallbackInfo {
            moment: "stop",
            generation,
            collected,
            uncollectable,
        });
    }
    summary
}
