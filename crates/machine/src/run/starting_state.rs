//! What a program finds when its first line runs: CPython's start-up and its compiler have been there before.

use heapglass_heap::{
    freelist::FreeList,
    gc::StartingCollector,
    runtime,
};

use crate::machine::Machine;

/// How many dead objects the free lists keep (facts page, section 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FreeCounts {
    /// List objects.
    pub lists: u64,
    /// Dict objects.
    pub dicts: u64,
    /// Tables of dicts with text keys.
    pub dict_keys: u64,
    /// Floats.
    pub floats: u64,
    /// Tuples of 1, 2, … 20.
    pub tuples: [u64; 20],
}

/// The collector's counters and the free lists at a program's first instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StartingState {
    /// `gc.get_count()`.
    pub counts: [i32; 3],
    /// The free lists.
    pub free: FreeCounts,
}

impl StartingState {
    /// After a program of a few statements without functions, measured on 3.12.1 with tests/oracle/probe/walk.c.
    pub const MEASURED: Self = Self {
        counts: [672, 4, 0],
        free: FreeCounts {
            lists: 9,
            dicts: 14,
            dict_keys: 5,
            floats: 3,
            tuples: [5, 6, 3, 1, 1, 1, 0, 0, 2, 0, 1, 0, 1, 1, 0, 0, 1, 2, 0, 0],
        },
    };
}

/// What the collector of 3.12.1 has done before a program, measured in the same way.
pub const COLLECTOR: StartingCollector =
    StartingCollector { objects: [645, 4337, 0], collections: 4, collected: 24 };

impl Machine {
    /// Sets the counters and the free lists; a collection is due if the youngest generation is over its threshold.
    pub(super) fn apply_starting_state(&mut self, state: &StartingState) {
        let free = &state.free;
        let others = [
            (FreeList::List, free.lists),
            (FreeList::Dict, free.dicts),
            (FreeList::DictKeys, free.dict_keys),
            (FreeList::Float, free.floats),
        ];
        let tuples = (1..).zip(free.tuples).map(|(length, count)| (FreeList::Tuple(length), count));
        for (list, count) in tuples.chain(others) {
            self.heap.set_free_count(list, count);
        }
        self.heap.set_gc_counts(state.counts);
        let due = u64::from(state.counts[0] > self.heap.gc_thresholds()[0]);
        self.heap.memory.set_u64(runtime::GC_SCHEDULED, due);
    }
}
