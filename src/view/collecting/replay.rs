//! The scratch counts and verdicts after some moves of a phase.

use super::{Entry, Mark, Verdict};
use crate::picture::{Collection, Deed, Move, ObjectId};
use std::collections::BTreeMap;

/// Phases by their index.
const COPY: u32 = 1;
const SUBTRACT: u32 = 2;
const RESCUE: u32 = 3;
const PROMOTE: u32 = 4;
pub(super) const RECHECK: u32 = 7;

struct Trial {
    title: String,
    count: Option<u64>,
    scratch: Option<i64>,
    /// What the scratch count was copied from.
    copied: i64,
    verdict: Verdict,
}

/// The candidates after the moves `done`, with what else the phase has to do with.
pub(super) fn entries(running: &Collection, done: &[Move], whole: bool) -> Vec<Entry> {
    let (mut order, mut trials) = start(running, whole);
    for one in done {
        if let Some(trial) = trials.get_mut(&one.object) {
            apply(trial, one, running.phase);
        }
    }
    if whole {
        settle(running, &mut trials);
    }
    let now = done.last().filter(|_| !whole).map(|last| last.object);
    order.retain(|id| trials.contains_key(id));
    let entry = |id: ObjectId| {
        let trial = trials.get(&id)?;
        let mark = Mark {
            scratch: arithmetic(trial, running.phase),
            is_zero: trial.scratch == Some(0),
            verdict: trial.verdict,
            is_now: now == Some(id),
        };
        Some(Entry { id, title: trial.title.clone(), count: trial.count, mark })
    };
    order.into_iter().filter_map(entry).collect()
}

/// Everything as it is before the first move.
fn start(running: &Collection, whole: bool) -> (Vec<ObjectId>, BTreeMap<ObjectId, Trial>) {
    let before = match running.phase {
        0 => Verdict::Waiting,
        COPY | SUBTRACT | RESCUE => Verdict::Candidate,
        _ => Verdict::Condemned,
    };
    let mut order = Vec::new();
    let mut trials = BTreeMap::new();
    for candidate in &running.candidates {
        let count = candidate.count.cast_signed();
        let scratch = (running.phase == SUBTRACT).then_some(count);
        order.push(candidate.id);
        let title = format!("{} {}", candidate.type_name, candidate.id);
        trials.insert(candidate.id, Trial { title, count: Some(candidate.count), scratch, copied: count, verdict: before });
    }
    for one in &running.moves {
        let was = running.before.iter().find(|object| object.id == one.object);
        let verdict = match (running.phase, one.deed) {
            (PROMOTE, _) => Verdict::Survives,
            // What is not a candidate itself: weak references that are told.
            (_, Deed::CallbackCalled) => Verdict::Waiting,
            _ => before,
        };
        let trial = trials.entry(one.object).or_insert_with(|| {
            order.push(one.object);
            let count = was.and_then(|object| object.count);
            Trial { title: String::new(), count, scratch: None, copied: 0, verdict }
        });
        trial.title.clone_from(&one.title);
        if running.phase == RESCUE && trial.scratch.is_none() && !whole {
            // What is left over after the subtraction is told by the first that happens to it.
            trial.scratch = Some(if one.deed == Deed::Held { one.scratch.unwrap_or(0) } else { 0 });
            trial.copied = trial.scratch.unwrap_or(0);
        }
    }
    (order, trials)
}

fn apply(trial: &mut Trial, one: &Move, phase: u32) {
    if let Some(scratch) = one.scratch {
        trial.scratch = Some(scratch);
    }
    let again = phase == RECHECK;
    trial.verdict = match one.deed {
        Deed::Gathered => Verdict::Candidate,
        Deed::Copied => {
            trial.copied = one.scratch.unwrap_or(0);
            trial.verdict
        }
        Deed::Subtracted | Deed::WeakrefCleared | Deed::CallbackCalled => trial.verdict,
        Deed::Held | Deed::Reached | Deed::Rescued if again => Verdict::Resurrected,
        Deed::Held if matches!(trial.verdict, Verdict::Rescued | Verdict::Reached) => trial.verdict,
        Deed::Held => Verdict::Held,
        Deed::SetAside if again => Verdict::Condemned,
        Deed::SetAside => Verdict::SetAside,
        Deed::Reached => Verdict::Reached,
        Deed::Rescued => Verdict::Rescued,
        Deed::Untracked => Verdict::Untracked,
        Deed::Promoted if again => Verdict::Resurrected,
        Deed::Promoted => Verdict::Promoted,
        Deed::Finalized => Verdict::Finalized,
        Deed::Cleared => Verdict::Cleared,
        Deed::Saved => Verdict::Saved,
        Deed::Died => Verdict::Dead,
    };
}

/// The end of a phase is as the engine has photographed it.
fn settle(running: &Collection, trials: &mut BTreeMap<ObjectId, Trial>) {
    for candidate in &running.candidates {
        let Some(trial) = trials.get_mut(&candidate.id) else { continue };
        trial.scratch = candidate.scratch;
        trial.verdict = match candidate.verdict.as_str() {
            "reachable" if matches!(trial.verdict, Verdict::Rescued | Verdict::Reached) => trial.verdict,
            "reachable" => Verdict::Survives,
            "unreachable" => Verdict::Unreachable,
            "condemned" if matches!(trial.verdict, Verdict::Finalized | Verdict::Cleared | Verdict::Saved) => trial.verdict,
            "condemned" => Verdict::Condemned,
            _ => Verdict::Candidate,
        };
    }
    if running.phase == RECHECK {
        trials.values_mut().for_each(|trial| trial.scratch = None);
    }
}

/// The scratch count with what led to it: `2 − 1 = 1`.
fn arithmetic(trial: &Trial, phase: u32) -> String {
    let Some(scratch) = trial.scratch else { return String::new() };
    if matches!(phase, SUBTRACT | RECHECK) && trial.copied > scratch {
        return format!("{} − {} = {scratch}", trial.copied, trial.copied - scratch);
    }
    scratch.to_string()
}
