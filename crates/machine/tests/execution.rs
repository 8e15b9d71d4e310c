//! Programs run: what they print, what they leave on standard error, how they end. Expected texts are CPython 3.12.1's.

use heapglass_machine::{Ending, Machine, limits::Limits};

/// Standard output, standard error and the ending of a program.
fn run(source: &str) -> (String, String, Option<Ending>) {
    run_within(source, Limits::default())
}

fn run_within(source: &str, limits: Limits) -> (String, String, Option<Ending>) {
    let mut machine = Machine::new(limits);
    machine.start_file(source, "t.py").expect("the program compiles");
    machine.resume();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&machine.output), text(&machine.errors), machine.registers.ending.clone())
}

fn printed(source: &str) -> String {
    run(source).0
}

#[test]
fn during_init_the_caller_the_argument_tuple_and_the_frame_hold_the_arguments() {
    let source = "\
import sys
class O: pass
class C:
    def __init__(self, a):
        print(sys.getrefcount(self), sys.getrefcount(C), sys.getrefcount(a), sys.getrefcount(C.__init__))
o = O()
c = C(o)
d = C(a=o)
";
    assert_eq!(printed(source), "3 7 5 4\n4 8 6 4\n");
}

#[test]
fn arguments_move_into_the_callee() {
    let source = "\
import sys
def f(x): return sys.getrefcount(x)
o = object()
print(sys.getrefcount(o), f(o), f(object()))
";
    assert_eq!(printed(source), "2 3 2\n");
}

#[test]
fn locals_die_first_to_last() {
    let source = "\
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n)
def f():
    a = D('a'); b = D('b')
f()
";
    assert_eq!(printed(source), "a\nb\n");
}

#[test]
fn a_string_that_only_a_local_holds_grows_in_place() {
    let source = "\
def f():
    s = 'ab'
    s += 'c' * 5
    seen = set()
    for _ in range(3):
        s += 'd'
    return s
print(f())
";
    assert_eq!(printed(source), "abcccccddd\n");
}

#[test]
fn an_uncaught_exception_is_told_with_its_cause_and_its_places() {
    let source = "\
def f(n):
    return 1 / n
try:
    f(0)
except ZeroDivisionError as e:
    raise ValueError('no') from e
";
    let expected = "\
Traceback (most recent call last):
  File \"t.py\", line 4, in <module>
    f(0)
  File \"t.py\", line 2, in f
    return 1 / n
           ~~^~~
ZeroDivisionError: division by zero

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File \"t.py\", line 6, in <module>
    raise ValueError('no') from e
ValueError: no
";
    let (_, errors, ending) = run(source);
    assert_eq!(errors, expected);
    assert_eq!(ending, Some(Ending::Finished(1)));
}

#[test]
fn arguments_that_do_not_fit_are_named() {
    let source = "\
def f(a, b, /, c, *, d): pass
for call in (lambda: f(), lambda: f(1, 2, 3, 4), lambda: f(1, 2, 3), lambda: f(1, 2, 3, d=4, x=5), lambda: f(1, b=2, c=3, d=4)):
    try: call()
    except TypeError as e: print(e)
";
    let expected = "\
f() missing 3 required positional arguments: 'a', 'b', and 'c'
f() takes 3 positional arguments but 4 were given
f() missing 1 required keyword-only argument: 'd'
f() got an unexpected keyword argument 'x'
f() got some positional-only arguments passed as keyword arguments: 'b'
";
    assert_eq!(printed(source), expected);
}

#[test]
fn a_thousand_frames_are_the_limit() {
    let source = "\
def f(n):
    return f(n + 1)
try: f(0)
except RecursionError as e: print(e)
def g(n): return 0 if n == 0 else 1 + g(n - 1)
print(g(990))
";
    assert_eq!(printed(source), "maximum recursion depth exceeded\n990\n");
}

#[test]
fn what_is_thrown_into_a_generator_goes_to_its_delegate_first() {
    let source = "\
def inner():
    try:
        yield 1
    except KeyError:
        yield 'inner'
    return 'value'
def outer():
    print((yield from inner()))
    yield 'end'
g = outer()
print(next(g), g.throw(KeyError), next(g))
";
    assert_eq!(printed(source), "value\n1 inner end\n");
}

#[test]
fn a_dropped_generator_runs_its_finally() {
    assert_eq!(printed("def g():\n    try: yield\n    finally: print('closed')\nx = g(); next(x); del x\n"), "closed\n");
}

#[test]
fn at_the_end_names_die_in_the_order_they_were_bound() {
    let source = "\
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n)
b = D('first'); a = D('second'); ring = D('ring'); ring.me = ring
print('end')
";
    assert_eq!(printed(source), "end\nfirst\nsecond\nring\n");
}

#[test]
fn exit_statuses_are_those_asked_for() {
    assert_eq!(run("import sys; sys.exit(3)").2, Some(Ending::Finished(3)));
    let (_, errors, ending) = run("raise SystemExit('bye')");
    assert_eq!((errors.as_str(), ending), ("bye\n", Some(Ending::Finished(1))));
}

#[test]
fn an_endless_loop_ends_at_the_limit_of_steps() {
    let limits = Limits { steps: 10_000, ..Limits::default() };
    assert!(matches!(run_within("while True: pass", limits).2, Some(Ending::Limit(_))));
}

#[test]
fn statements_at_the_prompt_show_their_values() {
    let mut machine = Machine::new(Limits::default());
    machine.start_prompt("x = 2\nx + 1\n1 / 0\n_ * 2\n", "t.py").expect("the statements compile");
    machine.resume();
    assert_eq!(String::from_utf8_lossy(&machine.output), "3\n6\n");
    assert!(String::from_utf8_lossy(&machine.errors).ends_with("ZeroDivisionError: division by zero\n"));
}
