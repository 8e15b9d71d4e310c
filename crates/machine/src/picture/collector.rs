//! The cyclic collector for the screen.

use std::collections::HashMap;

use heapglass_heap::{
    Address,
    gc::{CollectionView, Phase, Reason},
};

use super::{Candidate, Collection, Collector, Generation};
use crate::machine::Machine;

/// The generations, and the collection that runs.
pub(super) fn collector(machine: &Machine, running: Option<&CollectionView>) -> Collector {
    let heap = &machine.heap;
    let (counts, thresholds) = (heap.gc_counts(), heap.gc_thresholds());
    let generations = (0..3u8).map(|number| {
        let (objects, others) = ours(machine, &if running.is_some() { Vec::new() } else { heap.gc_objects(number) });
        Generation {
            count: counts[usize::from(number)].max(0) as u64,
            threshold: thresholds[usize::from(number)].max(0) as u64,
            objects: objects.into_iter().map(|object| machine.object_id(object)).collect(),
            others,
        }
    });
    let stats = [heap.gc_stats(0), heap.gc_stats(1), heap.gc_stats(2)];
    Collector {
        enabled: heap.gc_enabled(),
        generations: generations.collect(),
        collection: running.map(|view| collection(machine, view)),
        collections: stats.map(|stat| stat.collections),
        collected: stats.map(|stat| stat.collected),
    }
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
        phases: Phase::ALL.iter().map(|phase| phase_name(*phase).to_string()).collect(),
        phase: phase as u32,
        sentence: sentence(view),
        candidates: candidates.collect(),
        others,
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
fn sentence(view: &CollectionView) -> String {
    let why = match view.reason {
        Reason::Threshold => "because its counter passed the threshold",
        Reason::Manual => "because the program asked for it",
        Reason::Shutdown => "because the interpreter is shutting down",
    };
    let unreachable = view.candidates.iter().filter(|candidate| candidate.unreachable).count();
    match view.phase {
        Phase::Gather => format!("Generation {} and all younger ones are examined, {why}.", view.generation),
        Phase::Copy => "Each candidate's reference count is copied to a scratch count.".to_string(),
        Phase::Subtract => "Every reference from one candidate to another is taken off the scratch counts.".to_string(),
        Phase::Rescue => format!("What is still held from outside is kept, with all it reaches: {unreachable} are left over."),
        Phase::Promote => "The survivors move to the next older generation.".to_string(),
        Phase::Weakrefs => "Weak references to the condemned objects are cleared.".to_string(),
        Phase::Finalize => "The condemned objects' finalizers have run.".to_string(),
        Phase::Recheck => "Nobody saved what the finalizers touched, or it has been put back.".to_string(),
        Phase::Clear => format!("The rings are broken: {} objects were collected.", view.collected),
        Phase::Done => "The collection is over.".to_string(),
    }
}
