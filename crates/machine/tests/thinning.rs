//! A recording that meets its memory budget keeps fewer checkpoints, and says so.

use heapglass_machine::{
    Session,
    limits::Limits,
    picture::{Seek, Thinning, Wanted},
};

const PROGRAM: &str = "\
kept = []
for number in range(400):
    kept.append([number] * 8)
";

fn session(limits: Limits) -> Session {
    let mut session = Session::with_limits(limits);
    session.load(PROGRAM, "program.py").expect("it compiles");
    session
}

/// Checkpoints every 32 steps.
fn limits(recording_bytes: u64) -> Limits {
    Limits { checkpoint_steps: 32, recording_bytes, ..Limits::default() }
}

#[test]
fn a_recording_that_meets_its_budget_says_how_far_its_checkpoints_lie_apart() {
    let mut session = session(limits(1 << 20));
    let progress = loop {
        let progress = session.record(100);
        if progress.finished {
            break progress;
        }
    };
    let thinning = progress.thinning.expect("a megabyte is too little for it");
    let Thinning { budget, times, apart, at_first, milliseconds } = thinning;
    assert_eq!((budget, at_first, milliseconds), (1 << 20, 32, None));
    assert!(times >= 1 && apart >= at_first << times, "{thinning:?}");
    assert!(apart.is_power_of_two() && apart < progress.steps, "{thinning:?}");
}

#[test]
fn checkpoints_only_move_apart_while_it_records() {
    let mut session = session(limits(1 << 20));
    let mut before = 32;
    loop {
        let progress = session.record(500);
        let apart = progress.thinning.map_or(32, |thinning| thinning.apart);
        assert!(apart >= before);
        before = apart;
        if progress.finished {
            return;
        }
    }
}

#[test]
fn a_recording_within_its_budget_has_nothing_to_say() {
    let mut session = session(limits(1 << 30));
    while !session.record(10_000).finished {}
    assert_eq!(session.progress().thinning, None);
}

#[test]
fn a_thinned_recording_leads_everywhere_still() {
    let mut thinned = session(limits(1 << 20));
    let mut whole = session(limits(1 << 30));
    while !thinned.record(10_000).finished {}
    while !whole.record(10_000).finished {}
    let last = whole.progress().steps;
    for step in [1, last / 7, last / 3, last / 2, last - 1] {
        let arrivals = [&mut thinned, &mut whole].map(|session| session.seek(&Seek::Step(step)).step);
        assert_eq!(arrivals, [step, step]);
        assert_eq!(thinned.picture(&Wanted::default()), whole.picture(&Wanted::default()), "step {step}");
    }
}
