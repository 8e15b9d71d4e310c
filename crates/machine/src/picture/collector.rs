//! The cyclic collector for the screen.

use std::collections::HashMap;

use heapglass_heap::{
    Address,
    gc::{CollectionView, Phase, Reason, debug, generation::PERMANENT},
    runtime,
};

use heapglass_words::phases;
use serde::{Deserialize, Serialize};

use super::{Deed, Move, Object, ObjectId};
use crate::machine::Machine;

/// The cyclic collector.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Collector {
    /// `gc.isenabled()`.
    pub enabled: bool,
    /// The three generations, youngest first.
    pub generations: Vec<Generation>,
    /// The collection that runs.
    pub collection: Option<Collection>,
    /// Collections so far, by generation.
    pub collections: [u64; 3],
    /// Objects collected so far, by generation.
    pub collected: [u64; 3],
    /// Objects in the permanent generation, where `gc.freeze()` puts them: never examined.
    #[serde(default)]
    pub frozen: Lane,
    /// The program's containers that the collector does not watch.
    #[serde(default)]
    pub untracked: Vec<ObjectId>,
    /// A counter has passed its threshold, and the collection waits for the evaluation loop to look.
    #[serde(default)]
    pub due: bool,
    /// Containers that joined the oldest generation since it was collected last (`long_lived_pending`).
    #[serde(default)]
    pub long_lived_pending: u64,
    /// Containers that survived the last collection of the oldest generation (`long_lived_total`).
    #[serde(default)]
    pub long_lived_total: u64,
    /// `gc.get_debug()`.
    #[serde(default)]
    pub debug: u64,
    /// `len(gc.garbage)`.
    #[serde(default)]
    pub garbage: u64,
}

/// Objects that are together in one of the collector's lists.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lane {
    /// The program's, in list order.
    pub objects: Vec<ObjectId>,
    /// How many more there are: the interpreter's own.
    pub others: u64,
    /// Types of those, the most frequent first, and how many there are of each. Containers of CPython's start-up that
    /// are only counted here have no type.
    pub kinds: Vec<(String, u64)>,
}

/// One generation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Generation {
    /// `gc.get_count()` of it.
    pub count: u64,
    /// `gc.get_threshold()` of it.
    pub threshold: u64,
    /// The program's objects in it, in list order.
    pub objects: Vec<ObjectId>,
    /// How many more there are: the interpreter's own.
    pub others: u64,
    /// Types of those, see [`Lane::kinds`].
    #[serde(default)]
    pub kinds: Vec<(String, u64)>,
}

impl Collection {
    /// The phase on screen, as an index into `phases`: the one that has just ended, or the next while the program's own code runs in
    /// the middle of it.
    pub fn phase_on_screen(&self) -> u32 {
        self.phase + u32::from(self.inside)
    }
}

/// A collection under way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Collection {
    /// Generation that is collected, with all younger ones.
    pub generation: u8,
    /// All phases, in order: `Gather`, `Copy` and so on. Their names are in `phases::name`.
    pub phases: Vec<String>,
    /// The phase that has just ended, as an index into `phases`.
    pub phase: u32,
    /// What that phase did, in a sentence.
    pub sentence: String,
    /// The program's objects among the candidates.
    pub candidates: Vec<Candidate>,
    /// Candidates that belong to the interpreter.
    pub others: u64,
    /// Why it runs: `threshold`, `gc.collect()`, `shutdown`.
    #[serde(default)]
    pub reason: String,
    /// The program's own code runs in the middle of the next phase: a finalizer, or the callback of a weak reference.
    #[serde(default)]
    pub inside: bool,
    /// What the phase did to the program's objects, one thing after the other.
    #[serde(default)]
    pub moves: Vec<Move>,
    /// What else it did, only counted: mostly to the interpreter's objects.
    #[serde(default)]
    pub other_moves: u64,
    /// Objects that the phase changed or freed, as they were before it.
    #[serde(default)]
    pub before: Vec<Object>,
}

/// An object the running collection looks at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// Which object.
    pub id: ObjectId,
    /// Its type's name.
    pub type_name: String,
    /// Its reference count.
    pub count: u64,
    /// The collector's scratch count (`gc_refs`), while it has one.
    pub scratch: Option<i64>,
    /// `candidate`, `reachable`, `unreachable`, `condemned`: none of them in words.
    pub verdict: String,
}

/// Types of the interpreter's objects that are told apart.
const MOST_KINDS: usize = 12;

/// The generations, and the collection that runs; without the members of the generations if only their counters are wanted.
pub(super) fn collector(machine: &Machine, running: Option<&CollectionView>, counters_only: bool) -> Collector {
    let heap = &machine.heap;
    let lane = |number| if counters_only { Lane::default() } else { lane(machine, number) };
    let (counts, thresholds) = (heap.gc_counts(), heap.gc_thresholds());
    let generations = (0..3u8).map(|number| {
        let Lane { objects, others, kinds } = lane(number);
        Generation {
            count: counts[usize::from(number)].max(0) as u64,
            threshold: thresholds[usize::from(number)].max(0) as u64,
            objects,
            others,
            kinds,
        }
    });
    let stats = [heap.gc_stats(0), heap.gc_stats(1), heap.gc_stats(2)];
    Collector {
        enabled: heap.gc_enabled(),
        generations: generations.collect(),
        collection: running.map(|view| collection(machine, view)),
        collections: stats.map(|stat| stat.collections),
        collected: stats.map(|stat| stat.collected),
        frozen: lane(PERMANENT),
        untracked: if counters_only { Vec::new() } else { untracked(machine) },
        due: heap.collection_due(),
        long_lived_pending: heap.memory.u64(runtime::GC_LONG_LIVED_PENDING),
        long_lived_total: heap.memory.u64(runtime::GC_LONG_LIVED_TOTAL),
        debug: heap.gc_debug(),
        garbage: heap.memory.address(runtime::GC_GARBAGE).non_null().map_or(0, |list| heap.list_len(list)),
    }
}

/// The objects of a generation, in whichever state the collector's lists are.
fn lane(machine: &Machine, number: u8) -> Lane {
    let heap = &machine.heap;
    let first = machine.registers.first_birth;
    let (own, others): (Vec<Address>, Vec<Address>) = heap.gc_objects(number).into_iter().partition(|object| heap.memory.birth(*object) > first);
    let mut by_type: HashMap<Address, u64> = HashMap::new();
    for object in &others {
        *by_type.entry(heap.type_of(*object)).or_default() += 1;
    }
    let mut kinds: Vec<(String, u64)> = by_type.into_iter().map(|(class, count)| (machine.class_name(class), count)).collect();
    kinds.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    kinds.truncate(MOST_KINDS);
    Lane {
        objects: own.iter().map(|object| machine.object_id(*object)).collect(),
        others: heap.gc_population(number).saturating_sub(own.len() as u64),
        kinds,
    }
}

/// The program's containers that are in none of the collector's lists.
fn untracked(machine: &Machine) -> Vec<ObjectId> {
    let heap = &machine.heap;
    let first = machine.registers.first_birth;
    let own = heap.memory.births().filter(|(object, birth)| *birth > first && heap.is_gc_object(*object) && !heap.is_tracked(*object));
    let mut found: Vec<ObjectId> = own.map(|(object, _)| machine.object_id(object)).collect();
    found.sort();
    found
}

/// The program's own among `objects`, and how many others there are.
fn ours(machine: &Machine, objects: &[Address]) -> (Vec<Address>, u64) {
    let first = machine.registers.first_birth;
    let (own, others): (Vec<_>, Vec<_>) = objects.iter().partition(|object| machine.heap.memory.birth(**object) > first);
    (own, others.len() as u64)
}

fn collection(machine: &Machine, view: &CollectionView) -> Collection {
    let all: Vec<Address> = view.candidates.iter().map(|candidate| candidate.object).collect();
    let (own, others) = ours(machine, &all);
    let examines = matches!(view.phase, Phase::Gather | Phase::Copy | Phase::Subtract | Phase::Rescue);
    let elsewhere = if examines { machine.heap.gc_examined_elsewhere(view.generation) } else { 0 };
    let (moves, other_moves) = super::moves::of_phase(machine, view.phase);
    let verdicts = verdicts(machine, Some(view));
    let candidates = own.iter().map(|object| {
        let (scratch, verdict) = verdicts.get(object).cloned().unwrap_or_default();
        Candidate {
            id: machine.object_id(*object),
            type_name: machine.short_type_name(*object),
            count: u64::from(machine.heap.refcount(*object)),
            scratch,
            verdict,
        }
    });
    let phase = Phase::ALL.iter().position(|phase| *phase == view.phase).unwrap_or(0);
    Collection {
        generation: view.generation,
        phases: Phase::ALL.iter().filter(|phase| **phase != Phase::Done).map(|phase| phase_name(*phase).to_string()).collect(),
        phase: phase as u32,
        sentence: sentence(view, &moves, machine.heap.gc_debug() & debug::SAVE_ALL != 0),
        candidates: candidates.collect(),
        others: others + elsewhere,
        reason: match view.reason {
            Reason::Threshold => "threshold",
            Reason::Manual => "gc.collect()",
            Reason::Shutdown => "shutdown",
        }
        .to_string(),
        inside: false,
        moves,
        other_moves,
        before: Vec::new(),
    }
}

/// For every candidate its scratch count and what the collector thinks of it so far.
pub(super) fn verdicts(_machine: &Machine, running: Option<&CollectionView>) -> HashMap<Address, (Option<i64>, String)> {
    let Some(view) = running else { return HashMap::new() };
    let verdict = |candidate: &heapglass_heap::gc::Candidate| match (view.phase, candidate.unreachable) {
        (Phase::Gather | Phase::Copy | Phase::Subtract, _) => "candidate",
        (Phase::Rescue, true) => "unreachable",
        (_, false) => "reachable",
        (_, true) => "condemned",
    };
    let entry = |candidate: &heapglass_heap::gc::Candidate| {
        (candidate.object, (candidate.scratch.map(|count| count as i64), verdict(candidate).to_string()))
    };
    view.candidates.iter().map(entry).collect()
}

fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::Gather => "Gather",
        Phase::Copy => "Copy",
        Phase::Subtract => "Subtract",
        Phase::Rescue => "Rescue",
        Phase::Promote => "Promote",
        Phase::Weakrefs => "Weakrefs",
        Phase::Finalize => "Finalize",
        Phase::Recheck => "Recheck",
        Phase::Clear => "Clear",
        Phase::Done => "Done",
    }
}

/// One sentence for the phase that has just ended.
fn sentence(view: &CollectionView, moves: &[Move], saves: bool) -> String {
    let unreachable = view.candidates.iter().filter(|candidate| candidate.unreachable).count() as u64;
    let done = |deed: Deed| moves.iter().filter(|one| one.deed == deed).count() as u64;
    match view.phase {
        Phase::Gather if view.generation == 0 => phases::gathers_youngest(why(view.reason)),
        Phase::Gather => phases::gathers(why(view.reason), &view.generation.to_string()),
        Phase::Copy => phases::copies().to_string(),
        Phase::Subtract => phases::subtracts().to_string(),
        Phase::Rescue => phases::rescues(unreachable),
        Phase::Promote if view.generation == 2 => phases::stay_in_oldest().to_string(),
        Phase::Promote => phases::join_generation(&(view.generation + 1).to_string()),
        Phase::Weakrefs => match (done(Deed::WeakrefCleared), done(Deed::CallbackCalled)) {
            (0, _) => phases::no_weakrefs().to_string(),
            (cleared, 0) => phases::clears_weakrefs(cleared),
            (cleared, called) => phases::calls_callbacks(cleared, called),
        },
        Phase::Finalize => phases::finalizes(done(Deed::Finalized)),
        Phase::Recheck => match done(Deed::Held) + done(Deed::Reached) + done(Deed::Rescued) {
            0 if unreachable == 0 => phases::nothing_condemned().to_string(),
            0 => phases::nobody_back(unreachable),
            back => phases::brought_back(back, unreachable),
        },
        Phase::Clear if saves => phases::saves(view.collected),
        Phase::Clear => phases::clears(view.collected),
        Phase::Done => phases::over().to_string(),
    }
}

/// Why the collection runs, as messages are told.
fn why(reason: Reason) -> &'static str {
    match reason {
        Reason::Threshold => "threshold",
        Reason::Manual => "manual",
        Reason::Shutdown => "shutdown",
    }
}
