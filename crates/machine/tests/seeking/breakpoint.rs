//! Breakpoints, plain and with conditions.

use heapglass_machine::{
    Session,
    picture::{Arrival, Breakpoint, Direction, Seek, Wanted},
};

use crate::Program;

const PROGRAM: &str = "\
import gc
numbers = [3, 1, 2]
seen = {}
class Box:
    def __init__(self, n):
        self.n = n
        self.boxes = []

def look(n, box):
    seen[n] = box          # look
    return n               # back

def endless():
    while True:
        pass

def twice(n):
    return n * 2

source = iter(numbers)
for n in numbers:
    look(n, Box(n))        # loop
order = sorted(numbers, key=lambda n: look(n * 10, None))
end = 1                    # end
";

impl Program {
    fn stop_at(&mut self, direction: Direction, name: &str, condition: &str) -> Arrival {
        let point = Breakpoint { line: self.line(name), condition: condition.to_owned() };
        self.seek(Seek::Break(direction, vec![point]))
    }

    fn value(&mut self, expression: &str) -> u64 {
        let picture = self.session.picture(&Wanted::default());
        let frame = picture.frames.last().expect("a frame");
        let name = frame.names.iter().find(|name| name.name == expression).expect("a name");
        match &name.value {
            heapglass_machine::picture::Value::InPlace { text, .. } => text.parse().expect("a number"),
            _ => panic!("{expression} is a number"),
        }
    }
}

#[test]
fn a_plain_breakpoint_stops_in_both_directions() {
    let mut program = Program::recorded(PROGRAM);
    let first = program.stop_at(Direction::Forward, "look", "");
    let second = program.stop_at(Direction::Forward, "look", "");
    assert!(first.arrived && second.arrived && first.step < second.step);
    assert_eq!(program.stop_at(Direction::Backward, "look", "").step, first.step);
}

#[test]
fn a_condition_is_asked_in_the_names_of_the_call() {
    let mut program = Program::recorded(PROGRAM);
    assert!(program.stop_at(Direction::Forward, "look", "n == 2").arrived);
    assert_eq!((program.here().as_str(), program.value("n")), ("look", 2));
}

#[test]
fn conditions_hold_inside_callbacks_of_native_code_in_both_directions() {
    let mut program = Program::recorded(PROGRAM);
    assert!(program.stop_at(Direction::Forward, "look", "n > 5 and box is None").arrived);
    assert_eq!(program.value("n"), 30);
    assert!(program.stop_at(Direction::Forward, "look", "n > 5 and box is None").arrived);
    assert_eq!(program.value("n"), 10);
    program.seek(Seek::Last);
    assert!(program.stop_at(Direction::Backward, "look", "n > 5").arrived);
    assert_eq!(program.value("n"), 20);
    assert!(program.stop_at(Direction::Backward, "look", "n < 3").arrived);
    assert_eq!(program.value("n"), 2);
}

#[test]
fn conditions_may_call_functions_make_objects_and_use_comprehensions() {
    let mut program = Program::recorded(PROGRAM);
    for condition in ["twice(n) == 4", "sum([k for k in range(n + 1)]) == 3", "any(k == n for k in [2])", "str(n) + 'x' == '2x'", "{'k': [n]}['k'][0] == 2", "box.n == 2", "len(f'{n:>20}{box!r}') > 5 and n == 2", "sorted([n, 5, 1])[1] == 2", "(lambda q: q == n)(2)"] {
        program.seek(Seek::First);
        let arrival = program.stop_at(Direction::Forward, "look", condition);
        assert!(arrival.arrived, "{condition}: {}", arrival.sentence);
        assert_eq!(program.value("n"), 2, "{condition}");
    }
}

#[test]
fn asking_a_condition_leaves_the_recording_and_the_machine_as_they_were() {
    let mut program = Program::recorded(PROGRAM);
    let state = |machine: &heapglass_machine::Machine| (machine.registers.clone(), machine.heap.memory.clone());
    let arrival = program.stop_at(Direction::Forward, "look", "twice(n) == 4");
    let there = program.session.visit(arrival.step + 5, state);
    let mut fresh = Session::new();
    fresh.load(PROGRAM, "program.py").expect("it compiles");
    let expected = fresh.visit(arrival.step + 5, state);
    assert!(there == expected);
}

fn refused(name: &str, condition: &str) -> String {
    let mut program = Program::recorded(PROGRAM);
    let arrival = program.stop_at(Direction::Forward, name, condition);
    assert!(!arrival.arrived, "{condition}");
    assert_eq!(arrival.step, program.session.stops()[0].step, "the student stays");
    arrival.sentence
}

#[test]
fn a_condition_that_does_not_parse_is_refused() {
    assert_eq!(refused("look", "n >"), "The condition `n >` is not an expression: invalid syntax.");
    assert_eq!(refused("look", "n = 2"), Session::complaint_about("n = 2").expect("no expression"));
    assert!(refused("look", "import os").contains("is not an expression"));
    assert_eq!(Session::complaint_about("n == 2"), None);
}

#[test]
fn a_condition_that_raises_is_refused() {
    let sentence = refused("look", "m > 3");
    assert!(sentence.starts_with("The condition `m > 3` raises NameError: name 'm' is not defined (line 10, step "), "{sentence}");
    assert!(refused("look", "n / 0").contains("ZeroDivisionError: division by zero"));
    assert!(refused("look", "exit()").contains("raises SystemExit"));
}

#[test]
fn a_condition_that_never_ends_is_refused() {
    assert_eq!(refused("look", "endless()"), "The condition `endless()` takes too long: it was stopped after 20000 steps.");
    assert!(refused("look", "sum(range(10 ** 10)) > 1").contains("takes too long"));
}

#[test]
fn a_condition_that_would_change_the_program_is_refused() {
    let conditions = [
        "numbers.append(n)",
        "seen.update({n: 1})",
        "seen.setdefault(7, 8) == 8",
        "next(source) > 0",
        "box.boxes.append(n) is None",
        "setattr(box, 'n', 9) is None",
        "print(n)",
        "(n := 3) == 3",
        "numbers.sort() is None",
        "numbers.reverse()",
        "[seen.pop(k) for k in list(seen)] == [1] or numbers.pop() and False",
        "exec('numbers.append(1)')",
        "look(n, None)",
        "input() == ''",
    ];
    for condition in conditions {
        let sentence = refused("look", condition);
        assert!(sentence.contains("would change the program") || condition.starts_with("input"), "{condition}: {sentence}");
    }
}
