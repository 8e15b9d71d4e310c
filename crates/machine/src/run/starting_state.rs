//! What a program finds when its first line runs: CPython's start-up and its compiler have been there before.
//!
//! ```text
//! start-up -> Beginning.state -> what compiling makes and drops -> the first line
//! ```

use heapglass_compiler::{
    Compilation,
    containers::{ContainerState, TUPLE_SIZES},
};
use heapglass_heap::{Address, freelist::FreeList, gc::StartingCollector, runtime};

use crate::machine::Machine;

/// How 3.12.1 stands when it is about to read its first statement: measured at the call of `_PyArena_New`, in an
/// interpreter without a virtual environment.
pub(super) struct Beginning {
    /// Generation 0's count, and the free lists.
    pub(super) state: ContainerState,
    /// The counts of the other two generations.
    older_counts: [i32; 2],
    /// What the collector has done, and what it watches.
    collector: StartingCollector,
}

/// `python program.py`.
pub(super) const FILE: Beginning = Beginning {
    state: ContainerState {
        counter: 666,
        highest: 0,
        tuples: [5, 3, 3, 1, 1, 1, 0, 0, 2, 0, 1, 0, 1, 1, 0, 0, 1, 2, 0, 0],
        lists: 10,
        dicts: 14,
        dict_keys: 5,
        floats: 3,
    },
    older_counts: [4, 0],
    collector: StartingCollector {
        objects: [645, 4337, 0],
        collections: [4, 0, 0],
        collected: [24, 0, 0],
        reached: 1,
        long_lived_pending: 0,
        permanent: 375,
    },
};

/// `python -i -q`, which has imported what the prompt needs.
pub(super) const PROMPT: Beginning = Beginning {
    state: ContainerState {
        counter: 6,
        highest: 0,
        tuples: [6, 19, 5, 3, 6, 3, 1, 3, 2, 1, 1, 1, 3, 1, 2, 1, 0, 2, 2, 0],
        lists: 26,
        dicts: 10,
        dict_keys: 22,
        floats: 4,
    },
    older_counts: [2, 1],
    collector: StartingCollector {
        objects: [26, 988, 7875],
        collections: [13, 1, 0],
        collected: [107, 52, 0],
        reached: 2,
        long_lived_pending: 7912,
        permanent: 375,
    },
};

/// `sys.getallocatedblocks()` at a program's first instruction, where PATH and HOME are all environment variables: recorded
/// from tests/corpus/pools_blocks. It grows by some ten with every ten variables.
const BLOCKS: u64 = 9957;

/// What is made to run a compiled piece of the program: a function.
const MADE_TO_RUN: i64 = 1;

impl Machine {
    /// The collector as start-up leaves it. The main module is there already.
    pub(super) fn begin(&mut self, beginning: &Beginning) {
        self.heap.gc_begin_program(beginning.collector);
        let [middle, oldest] = beginning.older_counts;
        self.heap.set_gc_counts([0, middle, oldest]);
    }

    /// Enters the frame of a compiled piece of the program. Counter and free lists, which stood at `before` when it was about
    /// to be read, are left as compiling it leaves them.
    pub(super) fn start_piece(&mut self, compilation: &Compilation, before: &ContainerState) {
        self.start_main(compilation);
        let mut state = compilation.containers.after(before);
        state.counter += MADE_TO_RUN;
        state.highest = state.highest.max(state.counter);
        self.heap.memory.set_u64(runtime::GC_SCHEDULED, 0);
        self.set_container_state(&state);
    }

    /// Counts the blocks that CPython's start-up has taken and this heap has not.
    pub(super) fn count_blocks_elsewhere(&mut self) {
        let elsewhere = BLOCKS.saturating_sub(self.heap.allocated_blocks());
        self.heap.memory.set_u64(runtime::BLOCKS_ELSEWHERE, elsewhere);
    }

    /// Loads what the running program has had compiled. The counters and free lists move as CPython's compiler moves them,
    /// not as our own making of the code object does. Returns the code object and the arena's list, both owned.
    pub(crate) fn load_piece(&mut self, compilation: &Compilation) -> (Address, Address) {
        let before = self.container_state();
        let (scheduled, enabled) = (self.heap.memory.u64(runtime::GC_SCHEDULED), self.heap.gc_enabled());
        self.heap.gc_disable();
        let loaded = self.load_compilation(compilation, false);
        if enabled {
            self.heap.gc_enable();
        }
        self.heap.memory.set_u64(runtime::GC_SCHEDULED, scheduled);
        self.set_container_state(&compilation.containers.after(&before));
        loaded
    }

    /// Where generation 0's counter and the free lists stand.
    pub(crate) fn container_state(&self) -> ContainerState {
        let free = |list| self.heap.free_count(list) as usize;
        ContainerState {
            counter: self.heap.gc_counts()[0].into(),
            highest: 0,
            tuples: std::array::from_fn(|index| free(FreeList::Tuple(index as u64 + 1))),
            lists: free(FreeList::List),
            dicts: free(FreeList::Dict),
            dict_keys: free(FreeList::DictKeys),
            floats: free(FreeList::Float),
        }
    }

    /// Sets them; a collection is due if the counter has been over the threshold.
    pub(crate) fn set_container_state(&mut self, state: &ContainerState) {
        let others = [
            (FreeList::List, state.lists),
            (FreeList::Dict, state.dicts),
            (FreeList::DictKeys, state.dict_keys),
            (FreeList::Float, state.floats),
        ];
        let tuples = (1..=TUPLE_SIZES as u64).map(FreeList::Tuple).zip(state.tuples);
        for (list, free) in tuples.chain(others) {
            self.heap.set_free_count(list, free as u64);
        }
        let [_, middle, oldest] = self.heap.gc_counts();
        let youngest = i32::try_from(state.counter).unwrap_or(i32::MAX);
        self.heap.set_gc_counts([youngest, middle, oldest]);
        let threshold = i64::from(self.heap.gc_thresholds()[0]);
        if threshold > 0 && state.highest > threshold && self.heap.gc_enabled() {
            self.heap.memory.set_u64(runtime::GC_SCHEDULED, 1);
        }
    }
}
