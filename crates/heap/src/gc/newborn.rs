//! Garbage among objects that nobody has counted.
//!
//! Library modules are made while the counters stand still (CPython's recorded walk moves them instead, with the garbage
//! that it leaves). The rings that our own making of a module leaves behind must not be found by a collection of the
//! program's: they are freed at once, silently.

use super::{
    GENERATIONS, Reason,
    collection::{Collection, Phase},
    generation,
    head::object_of,
};
use crate::{Heap, address::Address, host::Host, runtime};

/// Where those wait that are not to be looked at.
const WAITING: Address = runtime::GC_WAITING;

/// Words that a silent collection leaves as they are: address and number.
const KEPT: [(Address, u64); 4] = [
    (runtime::GC_STATS, 9),
    (runtime::GC_LONG_LIVED_TOTAL, 2),
    (runtime::GC_ELSEWHERE, 4),
    (runtime::GC_ELSEWHERE_GARBAGE, 3),
];

/// Frees the rings among the objects born after number `birth`. No counter, statistic or generation changes.
pub fn collect_newborn<H: Host>(host: &mut H, birth: u32) {
    let heap = host.heap_mut();
    let counts = heap.gc_counts();
    let kept: Vec<(Address, u64)> = KEPT
        .iter()
        .flat_map(|(field, words)| (0..*words).map(|index| runtime::word(*field, index)))
        .map(|word| (word, heap.memory.u64(word)))
        .collect();
    heap.list_init(WAITING);
    heap.list_merge(generation::head(0), WAITING);
    heap.move_newborn(WAITING, generation::head(0), birth);
    let collection = Collection::begin(heap, 0, Reason::Manual);
    while collection.phase(host.heap()) != Phase::Done {
        collection.advance(host);
    }
    let heap = host.heap_mut();
    collection.finish(heap);
    heap.list_merge(generation::head(0), WAITING);
    heap.move_newborn(generation::head(1), WAITING, birth);
    heap.list_merge(WAITING, generation::head(0));
    for (word, value) in kept {
        heap.memory.set_u64(word, value);
    }
    heap.set_gc_counts(counts);
}

impl Heap {
    /// Moves the entries at the end of `from` that were born after `birth` to the end of `to`.
    pub(super) fn move_newborn(&mut self, from: Address, to: Address, birth: u32) {
        let mut entry = self.list_prev(from);
        let mut found = Vec::new();
        while entry != from && self.memory.birth(object_of(entry)) > birth {
            found.push(entry);
            entry = self.list_prev(entry);
        }
        for entry in found.into_iter().rev() {
            self.list_move(entry, to);
        }
    }
}

const _: () = assert!(GENERATIONS == 3, "counts of three generations are kept");
