//! The laws of time: going forward and back leads to the very machine that a fresh run would be at that step.

use heapglass_machine::{
    Machine, Registers, Session,
    heap::Memory,
    limits::Limits,
    picture::{Seek, Wanted},
};

/// Lists, a function, a ring that the collector finds, a generator, a class.
const PROGRAM: &str = "\
import gc


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


def numbers(limit):
    for n in range(limit):
        yield [n]


kept = []
for box in numbers(5):
    kept.append(box)
a, b = Node(1), Node(2)
a.next, b.next = b, a
del a, b
found = gc.collect()
print(found, sorted(kept, key=lambda box: -box[0]), sum(n for n in range(10)))
";

fn recorded() -> Session {
    let mut session = Session::new();
    session.load(PROGRAM, "program.py").expect("it compiles");
    while !session.record(1000).finished {}
    session
}

fn snapshot(machine: &Machine) -> (Registers, Memory, Vec<u8>) {
    (machine.registers.clone(), machine.heap.memory.clone(), machine.output.clone())
}

/// A machine run from the start to `step`, without any recording.
fn fresh(step: u64) -> (Registers, Memory, Vec<u8>) {
    let mut session = Session::new();
    session.load(PROGRAM, "program.py").expect("it compiles");
    session.visit(step, snapshot).expect("the step exists")
}

#[test]
fn forward_and_back_is_a_fresh_run_to_that_step() {
    let mut session = recorded();
    let last = session.progress().steps;
    for (forward, back) in [(last, last / 2), (last - 1, 1), (last / 2, last / 4), (200, 150), (last - 3, last - 10)] {
        session.visit(forward, snapshot).expect("the step exists");
        let there = session.visit(forward - back, snapshot).expect("the step exists");
        let expected = fresh(forward - back);
        assert!(there.0 == expected.0, "registers at step {}: {:?} is not {:?}", forward - back, there.0, expected.0);
        assert!(there.1 == expected.1, "memory at step {}", forward - back);
        assert_eq!(there.2, expected.2);
    }
}

/// Checkpoints every sixteen steps and almost no room for them: most are given up again.
#[test]
fn a_thinned_recording_leads_to_the_same_machines() {
    let limits = Limits { checkpoint_steps: 16, recording_bytes: 1 << 20, ..Limits::default() };
    let mut session = Session::with_limits(limits);
    session.load(PROGRAM, "program.py").expect("it compiles");
    let mut plain = recorded();
    while !session.record(100).finished {}
    assert_eq!(session.stops(), plain.stops());
    let last = session.progress().steps;
    for step in [last, 3, last / 2, last / 3, last - 40, 700, 17, 16, 15] {
        let thinned = session.visit(step, snapshot).expect("the step exists");
        assert!(thinned == plain.visit(step, snapshot).expect("the step exists"), "step {step}");
    }
}

#[test]
fn walking_and_jumping_arrive_at_the_same_machine() {
    let mut walker = recorded();
    let mut jumper = recorded();
    let stops = walker.stops();
    for stop in &stops {
        let walked = walker.visit(stop.step, snapshot).expect("the stop exists");
        assert!(walked == jumper.visit(stop.step, snapshot).expect("the stop exists"), "step {}", stop.step);
        jumper.visit(0, snapshot);
    }
}

#[test]
fn looking_does_not_disturb_the_recording() {
    let mut looked_at = Session::new();
    looked_at.load(PROGRAM, "program.py").expect("it compiles");
    let mut step = 0;
    while !looked_at.record(97).finished {
        looked_at.seek(&Seek::Step(step / 2));
        looked_at.picture(&Wanted { heap_map: true, collector: true, ..Wanted::default() });
        step += 97;
    }
    let alone = recorded();
    assert_eq!(looked_at.stops(), alone.stops());
    assert_eq!(looked_at.output(), alone.output());
}

#[test]
fn the_phases_of_a_collection_are_stops() {
    let mut session = recorded();
    let wanted = Wanted { collector: true, ..Wanted::default() };
    // The youngest generation may be collected before, by itself.
    let mut earlier = None;
    let collection = loop {
        let step = session.seek(&Seek::NextCollection).step;
        assert_ne!(Some(step), earlier, "the program's own collection is among the stops");
        earlier = Some(step);
        let running = session.picture(&wanted).collector.collection;
        if let Some(collection) = running.filter(|collection| collection.generation == 2) {
            break collection;
        }
    };
    assert!(collection.candidates.iter().any(|candidate| candidate.type_name == "Node"), "the two nodes are examined");
}

#[test]
fn a_program_that_never_ends_can_be_looked_at_while_it_runs() {
    let mut session = Session::with_limits(Limits { steps: 50_000, ..Limits::default() });
    session.load("n = 0\nwhile True:\n    n += 1\n", "program.py").expect("it compiles");
    let progress = session.record(10_000);
    assert!(!progress.finished);
    session.seek(&Seek::Last);
    let picture = session.picture(&Wanted::default());
    assert_eq!(picture.frames[0].names[0].name, "n");
    while !session.record(10_000).finished {}
    let problem = session.progress().problem.expect("the limit is named");
    assert!(problem.contains("step"), "{problem}");
}

#[test]
fn a_changed_recursion_limit_goes_back_in_time_too() {
    let mut session = Session::new();
    session.load("import sys\nsys.setrecursionlimit(50)\nx = sys.getrecursionlimit()\n", "program.py").expect("it compiles");
    while !session.record(1000).finished {}
    let last = session.progress().steps;
    let at = |session: &mut Session, step| session.visit(step, |machine: &Machine| machine.registers.recursion_limit);
    assert_eq!(at(&mut session, last), Some(50));
    assert_eq!(at(&mut session, 0), Some(1000));
}

/// One call of native code that calls back for thousands of steps: no pause is possible before it ends.
#[test]
fn a_step_deep_inside_native_code_is_the_step_that_was_asked_for() {
    const INSIDE: &str = "total = sum(n * n for n in range(3000))\nprint(total)\n";
    let load = || {
        let mut session = Session::new();
        session.load(INSIDE, "program.py").expect("it compiles");
        session
    };
    let mut recorded = load();
    while !recorded.record(1000).finished {}
    for step in [4_000, 12_345, 9_000, 20_000] {
        let there = recorded.visit(step, snapshot).expect("the step exists");
        assert_eq!(there.0.step, step);
        assert!(there == load().visit(step, snapshot).expect("the step exists"), "step {step}");
    }
}
