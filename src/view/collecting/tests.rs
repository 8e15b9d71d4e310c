//! Collections as far as they are gone through.

use super::{Lanes, Taken, Verdict, edges, filling, replay};
use crate::picture::{Candidate, Collection, Collector, Deed, Generation, Move, ObjectId};
use std::collections::BTreeMap;

const PHASES: [&str; 9] = ["Gather", "Copy", "Subtract", "Rescue", "Promote", "Weakrefs", "Finalize", "Recheck", "Clear"];

fn one(deed: Deed, object: u32, scratch: Option<i64>) -> Move {
    Move {
        deed,
        object: ObjectId(object),
        title: format!("Node #{object}"),
        from: None,
        from_title: String::new(),
        label: String::new(),
        is_name: false,
        scratch,
        generation: None,
    }
}

fn taken(from: u32, to: u32, scratch: i64) -> Move {
    Move { from: Some(ObjectId(from)), ..one(Deed::Subtracted, to, Some(scratch)) }
}

fn candidate(id: u32, count: u64, scratch: Option<i64>, verdict: &str) -> Candidate {
    Candidate { id: ObjectId(id), type_name: "Node".into(), count, scratch, verdict: verdict.into() }
}

fn collection(phase: u32, candidates: Vec<Candidate>, moves: Vec<Move>) -> Collection {
    Collection { phases: PHASES.map(String::from).to_vec(), phase, candidates, moves, ..Collection::default() }
}

/// Scratch counts and verdicts after some moves; after all of them as the engine has them.
fn after(running: &Collection, at: usize) -> Vec<(String, Verdict)> {
    let entries = replay::entries(running, &running.moves[..at], at == running.moves.len());
    entries.into_iter().map(|entry| (entry.mark.scratch, entry.mark.verdict)).collect()
}

#[test]
fn a_scratch_count_shows_the_arithmetic_so_far() {
    let running = collection(
        2,
        vec![candidate(1, 2, Some(0), "candidate"), candidate(2, 1, Some(1), "candidate")],
        vec![taken(2, 1, 1), taken(1, 1, 0)],
    );
    let scratch = |at| after(&running, at).into_iter().map(|(scratch, _)| scratch).collect::<Vec<_>>();
    assert_eq!(scratch(0), ["2", "1"]);
    assert_eq!(scratch(1), ["2 − 1 = 1", "1"]);
    assert_eq!(scratch(2), ["2 − 2 = 0", "1"]);
}

#[test]
fn what_is_set_aside_can_be_rescued() {
    let candidates = vec![candidate(1, 1, None, "reachable"), candidate(2, 1, None, "reachable"), candidate(3, 1, None, "unreachable")];
    let moves = vec![
        one(Deed::SetAside, 1, Some(0)),
        one(Deed::Held, 2, Some(1)),
        one(Deed::Rescued, 1, Some(1)),
        one(Deed::SetAside, 3, Some(0)),
    ];
    let running = collection(3, candidates, moves);
    let verdicts = |at| after(&running, at).into_iter().map(|(_, verdict)| verdict).collect::<Vec<_>>();
    assert_eq!(verdicts(0), [Verdict::Candidate; 3]);
    assert_eq!(verdicts(2), [Verdict::SetAside, Verdict::Held, Verdict::Candidate]);
    assert_eq!(verdicts(4), [Verdict::Rescued, Verdict::Survives, Verdict::Unreachable]);
}

#[test]
fn references_are_pending_then_taken_off_one_by_one() {
    let running = collection(2, Vec::new(), vec![taken(1, 2, 1), taken(1, 2, 0)]);
    let ends = (Some(ObjectId(1)), ObjectId(2));
    assert_eq!(edges(&running, 0, false)[&ends], [Taken::Pending, Taken::Pending]);
    assert_eq!(edges(&running, 1, false)[&ends], [Taken::Now, Taken::Pending]);
    assert_eq!(edges(&running, 2, true)[&ends], [Taken::Done, Taken::Done]);
}

#[test]
fn survivors_change_lanes_one_by_one() {
    let promoted = |id| Move { generation: Some(1), ..one(Deed::Promoted, id, None) };
    let running = collection(4, Vec::new(), vec![promoted(1), promoted(2)]);
    let generation = |objects: &[u32]| Generation { objects: objects.iter().map(|id| ObjectId(*id)).collect(), ..Generation::default() };
    let collector = Collector {
        generations: vec![generation(&[]), generation(&[1, 2]), generation(&[])],
        collection: Some(running),
        ..Collector::default()
    };
    let lanes = |at| Lanes::of(&collector, &BTreeMap::new(), at).generations;
    assert_eq!(lanes(1), [vec![ObjectId(2)], vec![ObjectId(1)], vec![]]);
    assert_eq!(lanes(2), [vec![], vec![ObjectId(1), ObjectId(2)], vec![]]);
}

fn counting(counts: [(u64, u64); 3]) -> Collector {
    let generations = counts.map(|(count, threshold)| Generation { count, threshold, ..Generation::default() });
    Collector { enabled: true, generations: generations.to_vec(), ..Collector::default() }
}

#[test]
fn a_counter_at_its_threshold_says_what_follows() {
    let said = |counts| filling(&counting(counts), 0).words;
    assert_eq!(said([(699, 700), (0, 10), (0, 10)]), "");
    assert_eq!(said([(700, 700), (0, 10), (0, 10)]), "full: the next container starts a collection");
    assert_eq!(said([(701, 700), (0, 10), (0, 10)]), "full: collection at the next allocation of a container");
    assert_eq!(said([(5, 0), (0, 10), (0, 10)]), "never: the threshold is 0");
    let off = Collector { enabled: false, ..counting([(900, 700), (0, 10), (0, 10)]) };
    assert_eq!(filling(&off, 0).words, "");
}

#[test]
fn the_oldest_generation_waits_until_enough_have_joined_it() {
    let mut collector = counting([(0, 700), (0, 10), (11, 10)]);
    (collector.long_lived_pending, collector.long_lived_total) = (1_249, 5_003);
    assert_eq!(filling(&collector, 2).words, "full, but too few have joined it");
    assert_eq!(filling(&collector, 2).rule, "and 1,249 joined, 1,250 needed: a quarter of 5,003");
    collector.long_lived_pending = 1_250;
    assert_eq!(filling(&collector, 2).words, "full: the next collection takes it too");
}
