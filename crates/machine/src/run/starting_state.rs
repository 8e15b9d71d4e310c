//! What a program finds when its first line runs: CPython's start-up and its compiler have been there before.

use heapglass_compiler::{Compilation, containers::ContainerState};
use heapglass_heap::{Address, freelist::FreeList, gc::StartingCollector, runtime};

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
    /// The highest that the first of them stood at while the program was compiled.
    pub highest: i32,
    /// The free lists.
    pub free: FreeCounts,
}

impl StartingState {
    /// At the prompt: after a piece of a few statements without functions.
    pub const PROMPT: Self = Self {
        counts: [672, 4, 0],
        highest: 672,
        free: FreeCounts {
            lists: 9,
            dicts: 14,
            dict_keys: 5,
            floats: 3,
            tuples: [5, 6, 3, 1, 1, 1, 0, 0, 2, 0, 1, 0, 1, 1, 0, 0, 1, 2, 0, 0],
        },
    };

    /// At the first line of a program file: what was there before it was read, and what its compilation made of that.
    pub fn after(compilation: &Compilation) -> Self {
        let state = compilation.containers.after(&BEFORE_COMPILING);
        let count = |number: i64| i32::try_from(number).unwrap_or(i32::MAX);
        Self {
            counts: [count(state.counter + MADE_TO_RUN), 4, 0],
            highest: count(state.highest),
            free: FreeCounts {
                lists: state.lists as u64,
                dicts: state.dicts as u64,
                dict_keys: state.dict_keys as u64,
                floats: state.floats as u64,
                tuples: state.tuples.map(|free| free as u64),
            },
        }
    }
}

/// How 3.12.1 stands when it is about to read the file it was started with: measured in an interpreter without a virtual
/// environment, at the call of `_PyArena_New`.
const BEFORE_COMPILING: ContainerState = ContainerState {
    counter: 666,
    highest: 666,
    tuples: [5, 3, 3, 1, 1, 1, 0, 0, 2, 0, 1, 0, 1, 1, 0, 0, 1, 2, 0, 0],
    lists: 10,
    dicts: 14,
    dict_keys: 5,
    floats: 3,
};

/// What is made to run a program once it is compiled: a function.
const MADE_TO_RUN: i64 = 1;

/// `sys.getallocatedblocks()` at a program's first instruction: recorded from tests/corpus/pools_blocks. It differs by some
/// ten with the length of the program and the environment variables.
const BLOCKS: u64 = 10025;

/// What the collector of 3.12.1 has done before a program, measured in the same way.
pub const COLLECTOR: StartingCollector =
    StartingCollector { objects: [645, 4337, 0], collections: 4, collected: 24, permanent: 375 };

impl Machine {
    /// Sets the counters and the free lists; a collection is due if the youngest generation was over its threshold at any time.
    pub(super) fn apply_starting_state(&mut self, state: &StartingState) {
        self.set_free_counts(&state.free);
        self.heap.set_gc_counts(state.counts);
        let due = u64::from(state.highest.max(state.counts[0]) > self.heap.gc_thresholds()[0]);
        self.heap.memory.set_u64(runtime::GC_SCHEDULED, due);
        let elsewhere = BLOCKS.saturating_sub(self.heap.allocated_blocks());
        self.heap.memory.set_u64(runtime::BLOCKS_ELSEWHERE, elsewhere);
    }

    fn set_free_counts(&mut self, free: &FreeCounts) {
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
    }

    /// Loads what the running program has had compiled. The counters and free lists move as CPython's compiler moves them,
    /// not as our own making of the code object does. Returns the code object and the arena's list, both owned.
    pub(crate) fn load_piece(&mut self, compilation: &Compilation) -> (Address, Address) {
        let [youngest, ..] = self.heap.gc_counts();
        let free = |list| self.heap.free_count(list) as usize;
        let before = ContainerState {
            counter: youngest.into(),
            highest: youngest.into(),
            tuples: std::array::from_fn(|index| free(FreeList::Tuple(index as u64 + 1))),
            lists: free(FreeList::List),
            dicts: free(FreeList::Dict),
            dict_keys: free(FreeList::DictKeys),
            floats: free(FreeList::Float),
        };
        let after = compilation.containers.after(&before);
        let (scheduled, enabled) = (self.heap.memory.u64(runtime::GC_SCHEDULED), self.heap.gc_enabled());
        self.heap.gc_disable();
        let loaded = self.load_compilation(compilation, false);
        if enabled {
            self.heap.gc_enable();
        }
        self.set_free_counts(&FreeCounts {
            lists: after.lists as u64,
            dicts: after.dicts as u64,
            dict_keys: after.dict_keys as u64,
            floats: after.floats as u64,
            tuples: after.tuples.map(|free| free as u64),
        });
        let [_, middle, oldest] = self.heap.gc_counts();
        let count = i32::try_from(after.counter).unwrap_or(i32::MAX);
        self.heap.set_gc_counts([count, middle, oldest]);
        let threshold = i64::from(self.heap.gc_thresholds()[0]);
        let passed = enabled && threshold != 0 && after.highest > threshold;
        self.heap.memory.set_u64(runtime::GC_SCHEDULED, scheduled | u64::from(passed));
        loaded
    }
}
