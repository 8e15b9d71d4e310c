//! What an import does to the collector's counters.
//!
//! CPython's import system is Python code: importing `copy` makes and drops two thousand containers, runs two young
//! collections, and leaves the free lists longer. Here modules are made natively, so the counters are led along the
//! *walk* that the import was recorded to take in CPython ([`super::walk_table`]): every birth and death moves the counter
//! or the free list it would move, and where the eval loop looks, a collection that is due runs. What our own making of
//! the module does to the counters is taken back.

use heapglass_heap::{Address, freelist::FreeList, gc::collect_newborn, runtime};

use super::walk_table::{Event, KINDS, Kind, table};
use crate::{
    machine::{Machine, Outcome},
    thread_state::IMPORTED,
};

/// The free list that keeps containers of a kind.
fn free_list(kind: usize) -> Option<FreeList> {
    Some(match kind {
        0 => return None,
        1 => FreeList::List,
        2 => FreeList::Dict,
        length => FreeList::Tuple(length as u64 - 2),
    })
}

/// The counters on a walk.
struct Walker {
    /// The module that the program waits for, not yet made.
    wanted: Option<usize>,
    /// The counter of the youngest generation.
    count: i32,
    /// The free lists' lengths, by kind.
    free: [u64; KINDS],
    /// Whether a collection is due.
    due: bool,
    /// Containers of CPython's born less those dead, since the last collection.
    alive: i64,
    /// Containers born on this walk.
    born: u64,
    /// Those of them that no collection has seen.
    young: u64,
    /// What is garbage now, to be found by the next collection.
    doomed: Vec<Doomed>,
    /// Constants of what a collection has freed, by the module whose code still holds them.
    constants: Vec<(usize, Kind)>,
}

/// A container that the next collection frees.
struct Doomed {
    kind: Kind,
    /// Whether it is counted as found, or merely dies with those that are.
    watched: bool,
    /// The module whose code holds it.
    holder: Option<usize>,
}

/// The age of a container that the collector does not watch, in the recorded walks.
const UNWATCHED: u64 = 0xFF_FFFF;
/// The same of a constant, which does not die before the module's code.
const CONSTANT: u64 = UNWATCHED - 1;

fn watched(doomed: &[Doomed]) -> u64 {
    doomed.iter().filter(|doomed| doomed.watched).count() as u64
}

impl Machine {
    /// Whether the import of this module is counted by a walk: it was recorded, and no other import is under way.
    pub(super) fn walk_of(&self, name: &str) -> Option<usize> {
        let free = self.heap.memory.u64(runtime::COUNTING_IMPORT) == 0;
        if free { table().number(name) } else { None }
    }

    /// Makes the module `name` as CPython would import it, with the counters led along walk `number`.
    pub(super) fn import_along_walk(&mut self, name: &str, number: usize) -> Outcome {
        self.heap.memory.set_u64(runtime::COUNTING_IMPORT, 1);
        let result = self.walk_import(name, number);
        self.heap.memory.set_u64(runtime::COUNTING_IMPORT, 0);
        result
    }

    /// The first call of `compile()` makes the classes of syntax trees (`get_ast_state`), unless `_ast` was imported before.
    pub(crate) fn count_classes_of_trees(&mut self) -> Outcome<()> {
        let Some(number) = self.walk_of(">trees") else { return Ok(()) };
        let mut walker = self.walker(None);
        let result = self.follow("", number, &mut walker);
        self.write_counters(&mut walker);
        result
    }

    /// The counters as they are, for a walk towards a module or none.
    fn walker(&mut self, wanted: Option<usize>) -> Walker {
        let (free, due) = ([0; KINDS], self.heap.collection_due());
        let mut walker = Walker { wanted, count: 0, free, due, alive: 0, born: 0, young: 0, doomed: Vec::new(), constants: Vec::new() };
        self.read_counters(&mut walker);
        walker
    }

    fn walk_import(&mut self, name: &str, number: usize) -> Outcome {
        let birth = self.heap.last_birth() as u32;
        let mut walker = self.walker(Some(number));
        let mut result = self.follow(name, number, &mut walker);
        if result.is_ok() && walker.wanted.is_some() {
            let loaded_before = table().events(number).next().is_none();
            result = self.make_wanted(name, &mut walker);
            if loaded_before {
                self.heap.gc_make_as_old_as_the_interpreter(birth);
            }
        }
        self.write_counters(&mut walker);
        let ours = self.heap.gc_young_since(birth) as i64;
        self.heap.gc_add_elsewhere(-ours.min(walker.alive.max(0)));
        let module = self.replace_thread_word(IMPORTED, Address::NULL);
        match result {
            Ok(()) => Ok(module),
            Err(raised) => {
                self.xdecref(module);
                Err(raised)
            }
        }
    }

    /// Takes over the counters from the heap.
    fn read_counters(&mut self, walker: &mut Walker) {
        walker.count = self.heap.gc_counts()[0];
        for (kind, free) in walker.free.iter_mut().enumerate() {
            *free = free_list(kind).map_or(0, |list| self.heap.free_count(list));
        }
    }

    /// Gives them back.
    fn write_counters(&mut self, walker: &mut Walker) {
        for (kind, free) in walker.free.iter().enumerate() {
            if let Some(list) = free_list(kind) {
                self.heap.set_free_count(list, *free);
            }
        }
        let [_, middle, oldest] = self.heap.gc_counts();
        self.heap.set_gc_counts([walker.count, middle, oldest]);
        self.heap.memory.set_u64(runtime::GC_SCHEDULED, walker.due.into());
        self.heap.gc_add_elsewhere(walker.alive);
        let young = watched(&walker.doomed);
        self.heap.gc_add_garbage_elsewhere(0, young);
    }

    /// Follows the walk of one module, and of those it imports that have not been imported before.
    fn follow(&mut self, name: &str, number: usize, walker: &mut Walker) -> Outcome<()> {
        if !self.note_walk(number) {
            return Ok(());
        }
        // When the containers of this module were born, as `walker.born` counts.
        let mut births = Vec::new();
        let mut holder = Some(number);
        for event in table().events(number) {
            match event {
                Event::Born(kind) => {
                    births.push(walker.born);
                    self.born(usize::from(kind), walker);
                }
                Event::Died(kind) => walker.died(usize::from(kind)),
                Event::Look => self.look(walker)?,
                Event::Module if walker.wanted == Some(number) => self.make_wanted(name, walker)?,
                Event::Module => {}
                Event::Import(other) => self.follow(name, other, walker)?,
                Event::Garbage(members) => self.now_garbage(members, &births, holder, walker),
                Event::Code => {
                    holder = None;
                    walker.code_died(number);
                }
            }
        }
        Ok(())
    }

    /// Notes that a walk has been made; false if it had been before.
    fn note_walk(&mut self, number: usize) -> bool {
        let word = runtime::word(runtime::COUNTED_IMPORTS, number as u64 / 64 % 8);
        let bit = 1 << (number % 64);
        let made = self.heap.memory.u64(word);
        self.heap.memory.set_u64(word, made | bit);
        made & bit == 0
    }

    fn born(&mut self, kind: usize, walker: &mut Walker) {
        walker.alive += 1;
        walker.born += 1;
        walker.young += 1;
        // A tuple of 20 is kept, but never taken back.
        if kind != 0 && kind != KINDS - 1 && walker.free[kind] > 0 {
            walker.free[kind] -= 1;
            return;
        }
        walker.count += 1;
        let threshold = self.heap.gc_thresholds()[0];
        walker.due |= walker.count > threshold && threshold != 0 && self.heap.gc_enabled();
    }

    /// The eval loop looks: what is due runs.
    fn look(&mut self, walker: &mut Walker) -> Outcome<()> {
        if !walker.due {
            return Ok(());
        }
        let before = self.collections_so_far();
        self.write_counters(walker);
        walker.alive = 0;
        let result = self.run_collection();
        self.read_counters(walker);
        walker.due = self.heap.collection_due();
        if self.collections_so_far() == before {
            self.heap.gc_take_garbage_elsewhere(watched(&walker.doomed));
        } else {
            walker.young = 0;
            // The counter is zero while a collection frees what it found.
            for doomed in std::mem::take(&mut walker.doomed) {
                match doomed.holder {
                    Some(module) => walker.constants.push((module, doomed.kind)),
                    None => _ = walker.keep(usize::from(doomed.kind)),
                }
            }
        }
        result
    }

    fn collections_so_far(&self) -> u64 {
        (0..3).map(|generation| self.heap.gc_stats(generation).collections).sum()
    }

    /// Containers have become garbage: a young collection finds them if all were born since the last one.
    fn now_garbage(&mut self, members: &[u8], births: &[u64], holder: Option<usize>, walker: &mut Walker) {
        let members = members.chunks_exact(4).map(|member| {
            let ago = member[1..].iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte));
            let birth = births.len().checked_sub(ago as usize).and_then(|at| births.get(at));
            let age = if ago >= CONSTANT { ago } else { birth.map_or(CONSTANT - 1, |birth| walker.born - birth) };
            (member[0], age)
        });
        // A tuple that is older may have been found harmless by an earlier collection; it holds nothing back.
        let holds_back = |(kind, age): (Kind, u64)| age > walker.young && age < CONSTANT && usize::from(kind) <= 2;
        if members.clone().any(holds_back) {
            self.heap.gc_add_garbage_elsewhere(1, members.len() as u64);
        } else {
            let doomed = members.clone().map(|(kind, age)| Doomed {
                kind,
                watched: age <= walker.young,
                holder: holder.filter(|_| age == CONSTANT),
            });
            walker.doomed.extend(doomed);
        }
        walker.alive -= members.len() as i64;
    }

    /// Makes the module that the program waits for; what that does to the counters is taken back at the end.
    fn make_wanted(&mut self, name: &str, walker: &mut Walker) -> Outcome<()> {
        walker.wanted = None;
        let birth = self.heap.last_birth() as u32;
        let enabled = self.heap.gc_enabled();
        let scheduled = self.heap.memory.u64(runtime::GC_SCHEDULED);
        self.heap.gc_disable();
        self.heap.memory.set_u64(runtime::GC_SCHEDULED, 0);
        let made = self.load_module(name);
        if enabled {
            self.heap.gc_enable();
        }
        self.heap.memory.set_u64(runtime::GC_SCHEDULED, scheduled);
        let nothing = self.replace_thread_word(IMPORTED, made?);
        debug_assert!(nothing.is_null(), "walks do not nest");
        collect_newborn(self, birth);
        Ok(())
    }
}

impl Walker {
    fn died(&mut self, kind: usize) {
        self.alive -= 1;
        if !self.keep(kind) && self.count > 0 {
            self.count -= 1;
        }
    }

    /// The code of a module dies, and with it what it held.
    fn code_died(&mut self, module: usize) {
        for doomed in &mut self.doomed {
            doomed.holder = doomed.holder.filter(|holder| *holder != module);
        }
        for (holder, kind) in std::mem::take(&mut self.constants) {
            if holder != module {
                self.constants.push((holder, kind));
                continue;
            }
            if !self.keep(usize::from(kind)) && self.count > 0 {
                self.count -= 1;
            }
        }
    }

    /// Whether a free list has room for a dead container.
    fn keep(&mut self, kind: usize) -> bool {
        let limit = match kind {
            0 => 0,
            1 | 2 => 80,
            _ => 2000,
        };
        let kept = self.free[kind] < limit;
        self.free[kind] += u64::from(kept);
        kept
    }
}
