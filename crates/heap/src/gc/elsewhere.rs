//! Containers that CPython has and this heap leaves out.
//!
//! Start-up and the import system of CPython are Python code; they leave some five thousand containers behind that no
//! program looks at. Here they are only counted: in which generation they would be, and how many of them are garbage. So
//! a full collection comes when CPython's comes (its rule compares populations), and a collection reports what CPython's
//! reports.

use super::{
    GENERATIONS,
    generation::{self, PERMANENT},
};
use crate::{Heap, address::Address, runtime};

fn alive(generation: u8) -> Address {
    runtime::word(runtime::GC_ELSEWHERE, generation.into())
}

fn garbage(generation: u8) -> Address {
    runtime::word(runtime::GC_ELSEWHERE_GARBAGE, generation.into())
}

/// What the collector has done, and what it watches, when a program begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StartingCollector {
    /// Containers watched in the youngest, the middle and the oldest generation.
    pub objects: [u64; 3],
    /// Collections of each generation so far.
    pub collections: [u64; 3],
    /// Garbage they found.
    pub collected: [u64; 3],
    /// The generation that what start-up made has reached.
    pub reached: u8,
    /// Containers that reached the oldest generation since the last full collection.
    pub long_lived_pending: u64,
    /// Containers in the permanent generation: the static types' own.
    pub permanent: u64,
}

impl Heap {
    /// Everything watched now goes to the generation that start-up's objects have reached, and the collector's history is
    /// the given one.
    pub fn gc_begin_program(&mut self, start: StartingCollector) {
        let reached = generation::head(start.reached);
        for number in (0..GENERATIONS).rev().filter(|number| *number != start.reached) {
            self.list_merge(generation::head(number), reached);
        }
        for index in 0..u64::from(GENERATIONS) * 3 {
            self.memory.set_u64(runtime::word(runtime::GC_STATS, index), 0);
        }
        for (generation, (collections, collected)) in (0..).zip(start.collections.into_iter().zip(start.collected)) {
            self.memory.set_u64(runtime::word(runtime::GC_STATS, generation * 3), collections);
            self.memory.set_u64(runtime::word(runtime::GC_STATS, generation * 3 + 1), collected);
        }
        self.memory.set_u64(runtime::GC_LONG_LIVED_TOTAL, 0);
        self.memory.set_u64(runtime::GC_LONG_LIVED_PENDING, start.long_lived_pending);
        for (number, objects) in (0..GENERATIONS).zip(start.objects) {
            let here = self.list_length(generation::head(number));
            self.memory.set_u64(alive(number), objects.saturating_sub(here));
        }
        self.memory.set_u64(alive(PERMANENT), start.permanent);
    }

    /// Containers of a generation, those elsewhere included; number 3 is the permanent generation.
    pub fn gc_population(&self, number: u8) -> u64 {
        self.list_length(generation::head(number)) + self.memory.u64(alive(number))
    }

    /// All that is alive elsewhere goes to the permanent generation (`gc.freeze()`).
    pub(super) fn freeze_elsewhere(&mut self) {
        let mut sum = self.memory.u64(alive(PERMANENT));
        for number in 0..GENERATIONS {
            sum += self.memory.u64(alive(number));
            self.memory.set_u64(alive(number), 0);
        }
        self.memory.set_u64(alive(PERMANENT), sum);
    }

    /// And back, to the oldest generation (`gc.unfreeze()`).
    pub(super) fn unfreeze_elsewhere(&mut self) {
        let oldest = alive(GENERATIONS - 1);
        let sum = self.memory.u64(oldest) + self.memory.u64(alive(PERMANENT));
        self.memory.set_u64(oldest, sum);
        self.memory.set_u64(alive(PERMANENT), 0);
    }

    /// What was watched last, since birth number `birth`, is as old as what start-up made.
    pub fn gc_make_as_old_as_the_interpreter(&mut self, birth: u32) {
        let younger_only = (1..GENERATIONS).all(|number| self.gc_stats(number).collections == 0);
        let old = generation::head(if younger_only { 1 } else { 2 });
        self.move_newborn(generation::head(0), old, birth);
    }

    /// Containers watched in the youngest generation, born after `birth`.
    pub fn gc_young_since(&self, birth: u32) -> u64 {
        let young = self.list_entries(generation::head(0));
        young.filter(|entry| self.memory.birth(super::head::object_of(*entry)) > birth).count() as u64
    }

    /// `more` containers have been made elsewhere (fewer, if negative).
    pub fn gc_add_elsewhere(&mut self, more: i64) {
        let now = self.memory.u64(alive(0)).saturating_add_signed(more);
        self.memory.set_u64(alive(0), now);
    }

    /// `more` containers of a generation have become garbage elsewhere.
    pub fn gc_add_garbage_elsewhere(&mut self, generation: u8, more: u64) {
        let now = self.memory.u64(garbage(generation)) + more;
        self.memory.set_u64(garbage(generation), now);
    }

    /// So many garbage containers of the youngest generation are not garbage of the heap's concern any more.
    pub fn gc_take_garbage_elsewhere(&mut self, fewer: u64) {
        let now = self.memory.u64(garbage(0)).saturating_sub(fewer);
        self.memory.set_u64(garbage(0), now);
    }

    /// The containers elsewhere in `generation` and all younger ones move to the next older one. Returns how many.
    pub(super) fn promote_elsewhere(&mut self, generation: u8) -> u64 {
        let mut moved = 0;
        for number in 0..=generation {
            moved += self.memory.u64(alive(number));
            self.memory.set_u64(alive(number), 0);
        }
        let old = alive((generation + 1).min(GENERATIONS - 1));
        let sum = self.memory.u64(old) + moved;
        self.memory.set_u64(old, sum);
        moved
    }

    /// The garbage elsewhere that a collection of `generation` finds; it is gone then.
    pub(super) fn collect_elsewhere(&mut self, generation: u8) -> u64 {
        let mut found = 0;
        for number in 0..=generation {
            found += self.memory.u64(garbage(number));
            self.memory.set_u64(garbage(number), 0);
        }
        found
    }
}
