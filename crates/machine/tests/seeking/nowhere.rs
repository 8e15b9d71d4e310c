//! A seek to nowhere says so, and one stays.

use heapglass_machine::{
    Session,
    picture::{Breakpoint, Direction, ObjectId, Seek, Sign},
};

use crate::Program;

const SHORT: &str = "a = 1\nb = [a]\n";

fn nowhere(to: Seek) -> String {
    let mut program = Program::recorded(SHORT);
    program.seek(Seek::Next);
    let before = program.session.stops()[1].step;
    let arrival = program.seek(to);
    assert_eq!((arrival.arrived, arrival.step), (false, before), "{}", arrival.sentence);
    arrival.sentence
}

#[test]
fn beyond_the_end_there_is_nothing() {
    let last = Program::recorded(SHORT).session.progress().steps;
    assert_eq!(nowhere(Seek::Step(last + 1)), format!("There is no step {}: the recording ends at step {last}.", last + 1));
    assert_eq!(nowhere(Seek::Stop(99)), "The recording does not reach so far.");
    let mut program = Program::recorded(SHORT);
    program.seek(Seek::Last);
    for to in [Seek::Next, Seek::Over, Seek::NextInstruction] {
        assert_eq!(program.seek(to).sentence, "This is the end of the recording.");
    }
}

#[test]
fn before_the_beginning_there_is_nothing() {
    let mut program = Program::recorded(SHORT);
    for to in [Seek::Previous, Seek::BackOver, Seek::PreviousInstruction] {
        assert_eq!(program.seek(to).sentence, "This is where the program begins.");
    }
    assert_eq!(nowhere(Seek::BackOut), "No call of the program led here: there is nothing further out.");
}

#[test]
fn what_never_happens_is_told() {
    let find = |sign| nowhere(Seek::Find(Direction::Forward, sign));
    assert_eq!(find(Sign::Exception), "No exception is raised after this.");
    assert_eq!(find(Sign::Output), "Nothing is written after this.");
    assert_eq!(find(Sign::Collection), "No collection begins after this.");
    assert_eq!(find(Sign::DeathOf(ObjectId(9999))), "#9999 does not die after this.");
    assert_eq!(nowhere(Seek::Find(Direction::Backward, Sign::Exception)), "No exception is raised before this.");
    assert_eq!(nowhere(Seek::NextOnLines(vec![1])), "Line 1 does not run after this.");
    let point = Breakpoint { line: 2, condition: "a > 5".to_owned() };
    assert_eq!(nowhere(Seek::Break(Direction::Forward, vec![point.clone()])), "Line 2 does not run with `a > 5` true after this.");
    assert_eq!(nowhere(Seek::Break(Direction::Backward, vec![point])), "Line 2 does not run with `a > 5` true before this.");
}

#[test]
fn an_immortal_object_has_neither_a_death_nor_a_count() {
    let mut program = Program::recorded("a = 1\nb = a\n");
    program.seek(Seek::Next);
    let (one, _) = program.named("a");
    let expected = "The int 1 is immortal: its count never changes, and it never dies.";
    assert_eq!(program.find(&Sign::Count(one)).sentence, expected);
    assert_eq!(program.find(&Sign::DeathOf(one)).sentence, expected);
}

#[test]
fn a_name_of_a_call_that_is_not_active_and_a_block_that_is_none_are_told() {
    let frame = Sign::Name { frame: 12345, name: "q".to_owned() };
    assert_eq!(nowhere(Seek::Find(Direction::Forward, frame)), "The call that `q` belonged to is not active here.");
    assert_eq!(nowhere(Seek::Find(Direction::Forward, Sign::Write(8))), "There is no block at this address.");
}

#[test]
fn what_is_not_recorded_yet_is_told() {
    let mut session = Session::new();
    session.load("n = 0\nwhile n < 100000:\n    n += 1\nprint(n)\n", "program.py").expect("it compiles");
    session.record(1000);
    session.seek(&Seek::First);
    let recorded = session.progress().steps;
    assert_eq!(session.seek(&Seek::Step(5000)).sentence, format!("Step 5000 is not recorded yet: the recording has come to step {recorded}."));
    let arrival = session.seek(&Seek::Find(Direction::Forward, Sign::Output));
    assert_eq!(arrival.sentence, format!("Nothing is written after this in what is recorded so far (up to step {recorded})."));
    assert!(!arrival.arrived);
}

#[test]
fn a_session_without_a_program_has_nowhere_to_go() {
    let mut session = Session::new();
    for to in [Seek::First, Seek::Next, Seek::Step(3), Seek::Find(Direction::Backward, Sign::Death)] {
        assert_eq!(session.seek(&to).sentence, "There is no recording yet.");
    }
}
