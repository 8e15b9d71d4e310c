//! Lines, calls and instructions, in both directions.

use heapglass_machine::picture::Seek;

use crate::Program;

const CALLS: &str = "\
def inner(x):
    y = x + 1      # inner
    return y       # inner end

def outer(x):
    a = inner(x) + inner(x)    # two calls
    return a       # outer end

before = 0         # before
b = outer(1)       # call
after = b          # after
";

#[test]
fn into_goes_into_what_the_line_calls_and_back_into_its_last_line() {
    let mut program = Program::recorded(CALLS);
    program.go("call");
    assert_eq!(program.after(Seek::Next), "two calls");
    assert_eq!(program.after(Seek::Next), "inner");
    program.go("after");
    assert_eq!(program.after(Seek::Previous), "outer end");
    assert_eq!(program.after(Seek::Previous), "inner end");
}

#[test]
fn over_does_not_enter_calls_in_either_direction() {
    let mut program = Program::recorded(CALLS);
    program.go("call");
    assert_eq!(program.after(Seek::Over), "after");
    assert_eq!(program.after(Seek::BackOver), "call");
    assert_eq!(program.after(Seek::BackOver), "before");
}

#[test]
fn over_the_last_line_of_a_call_comes_to_its_caller_and_not_to_the_next_call() {
    let mut program = Program::recorded(CALLS);
    program.go("inner end");
    assert_eq!(program.after(Seek::Over), "outer end");
}

#[test]
fn back_over_the_first_line_of_a_call_comes_to_the_line_that_called() {
    let mut program = Program::recorded(CALLS);
    program.go("inner");
    program.go("inner");
    assert_eq!(program.after(Seek::BackOver), "two calls");
}

#[test]
fn out_goes_to_the_caller_in_both_directions() {
    let mut program = Program::recorded(CALLS);
    program.go("inner");
    assert_eq!(program.after(Seek::Out), "outer end");
    program.seek(Seek::First);
    program.go("inner end");
    assert_eq!(program.after(Seek::BackOut), "two calls");
    assert_eq!(program.after(Seek::BackOut), "call");
}

#[test]
fn an_instruction_forward_and_one_back_is_the_same_step() {
    let mut program = Program::recorded(CALLS);
    program.go("two calls");
    let start = program.seek(Seek::NextInstruction).step;
    assert_eq!(program.seek(Seek::NextInstruction).step, start + 1);
    assert_eq!(program.seek(Seek::PreviousInstruction).step, start);
}

#[test]
fn a_line_runs_next_and_ran_before() {
    let mut program = Program::recorded("for n in range(3):\n    total = n  # body\ndone = 1\n");
    let body = vec![program.line("body")];
    let steps: Vec<u64> = (0..3).map(|_| program.seek(Seek::NextOnLines(body.clone())).step).collect();
    assert!(steps.is_sorted_by(|a, b| a < b));
    assert!(!program.seek(Seek::NextOnLines(body.clone())).arrived);
    assert_eq!(program.seek(Seek::PreviousOnLines(body.clone())).step, steps[1]);
    assert_eq!(program.seek(Seek::PreviousOnLines(body)).step, steps[0]);
}

/// Native code that calls back, methods that look like attributes, code without a frame of its own.
const INSIDE: &str = "\
class Point:
    def __init__(self, x):
        self.x = x         # init

    @property
    def double(self):
        return self.x * 2  # property

    def __lt__(self, other):
        return self.x < other.x    # less

def numbers():
    for n in range(2):
        yield n            # yields

def key(n):
    return -n              # key

s = sum(numbers())         # sum
k = sorted([1, 2], key=key)    # sorted
m = list(map(key, [3, 4]))     # map
p = Point(5)               # new
d = p.double               # read
l = [n for n in range(3)]  # comprehension
q = sorted([Point(2), Point(1)])   # compare
end = 0                    # end line
";

#[test]
fn into_and_out_work_inside_callbacks_as_at_top_level() {
    let mut program = Program::recorded(INSIDE);
    let pairs = [("sum", "yields"), ("sorted", "key"), ("map", "key"), ("new", "init"), ("read", "property"), ("compare", "init")];
    for (line, inner) in pairs {
        program.seek(Seek::First);
        program.go(line);
        // A generator's own first line comes before.
        let mut first = program.after(Seek::Next);
        while first != inner {
            first = program.after(Seek::Next);
        }
        assert_eq!(program.after(Seek::BackOut), line, "back out of {inner}");
        program.go(inner);
        let out = program.after(Seek::Out);
        program.go_back(line);
        assert_eq!(program.after(Seek::Over), out, "over {line} and out of {inner} lead to the same line");
    }
}

#[test]
fn over_and_back_over_pass_callbacks_in_native_code() {
    let mut program = Program::recorded(INSIDE);
    let marks = ["sum", "sorted", "map", "new", "read"];
    program.go(marks[0]);
    for mark in &marks[1..] {
        assert_eq!(program.after(Seek::Over), *mark);
    }
    for mark in marks[..4].iter().rev() {
        assert_eq!(program.after(Seek::BackOver), *mark);
    }
}

#[test]
fn instructions_can_be_walked_inside_native_code() {
    let mut program = Program::recorded(INSIDE);
    program.go("key");
    let start = program.seek(Seek::NextInstruction).step;
    for ahead in 1..12 {
        assert_eq!(program.seek(Seek::NextInstruction).step, start + ahead);
    }
    for ahead in (0..11).rev() {
        assert_eq!(program.seek(Seek::PreviousInstruction).step, start + ahead);
    }
    assert_eq!(program.here(), "key");
}

#[test]
fn any_step_can_be_jumped_to() {
    let mut program = Program::recorded(INSIDE);
    let last = program.session.progress().steps;
    for step in [last, 0, last / 2, last / 3, 1] {
        let arrival = program.seek(Seek::Step(step));
        assert_eq!((arrival.arrived, arrival.step), (true, step));
    }
}

impl Program {
    fn go_back(&mut self, name: &str) {
        let line = self.line(name);
        assert!(self.session.seek(&Seek::PreviousOnLines(vec![line])).arrived, "{name} ran");
    }
}
