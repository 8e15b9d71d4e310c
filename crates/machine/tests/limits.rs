//! Any program ends, within a stack of one megabyte, with a sentence or with the exception that CPython raises.

use heapglass_machine::{Ending, Machine, Session, limits::Limits};

/// Bytes: what a browser gives a worker.
const STACK: usize = 1 << 20;

/// Limits that are reached soon.
fn limits() -> Limits {
    Limits { steps: 300_000, work: 3_000_000, heap_bytes: 48 << 20, output_bytes: 1 << 20, ..Limits::small_stack() }
}

fn in_small_stack<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work).expect("a thread");
    thread.join().expect("no panic")
}

/// The last line that a program leaves: the sentence of a limit, or of its exception.
fn last_words(source: &str) -> String {
    let source = source.to_owned();
    in_small_stack(move || {
        let mut machine = Machine::new(limits());
        if let Err(diagnostic) = machine.start_file(&source, "program.py") {
            return diagnostic.message;
        }
        machine.resume();
        match machine.registers.ending {
            Some(Ending::Limit(limit)) => limit.words(),
            Some(Ending::Finished(0)) => "ended".to_owned(),
            Some(Ending::Finished(_)) => String::from_utf8_lossy(&machine.errors).lines().last().unwrap_or_default().to_owned(),
            other => format!("{other:?}"),
        }
    })
}

const STEPS: &str = "the program was stopped after 300000 steps, the most that are recorded";
const MEMORY: &str = "the program was stopped because it uses more than 50331648 bytes of memory";
const WORK: &str = "the program was stopped because a builtin function or operator works too long: no end is in sight";

#[test]
fn endless_loops_end_at_the_limit_of_steps() {
    for source in ["while True: pass", "try:\n    while True: pass\nfinally:\n    print('no')", "for x in iter(int, 1): pass"] {
        assert_eq!(last_words(source), STEPS, "{source}");
    }
}

#[test]
fn endless_loops_of_native_code_end_at_the_limit_of_work() {
    for source in ["sum(range(10**12))", "import itertools\nmax(itertools.cycle([1]))", "'x' in range(10**12)", "any(iter(int, 1))"] {
        assert_eq!(last_words(source), WORK, "{source}");
    }
}

#[test]
fn numbers_that_grow_for_ever_end_at_the_limit_of_work() {
    for source in ["10 ** 10 ** 7", "x = 3\nwhile True: x *= x", "pow(3, 10**4000, 10**4000 + 1) * 0\npow(3, 10**40000, 10**40000 + 1)"] {
        assert_eq!(last_words(source), WORK, "{source}");
    }
}

#[test]
fn what_grows_for_ever_ends_at_the_limit_of_memory() {
    let grows = ["a = [1]\nwhile True: a = a + a", "a = [1]\nwhile True: a.extend(a)", "s = 'ab'\nwhile True: s += s", "import itertools\nlist(itertools.count())"];
    for source in grows {
        let words = last_words(source);
        assert!(words == MEMORY || words == "MemoryError", "{source}: {words}");
    }
}

#[test]
fn what_cannot_fit_is_a_memory_error_at_once() {
    for source in ["'x' * 10**12", "[0] * 10**11", "bytearray(10**12)", "list(range(10**12))", "('a' * 10**7).replace('a', 'b' * 100)"] {
        assert_eq!(last_words(source), "MemoryError", "{source}");
    }
}

#[test]
fn output_has_a_limit_on_both_streams() {
    assert!(last_words("while True: print('x' * 1000)").ends_with("bytes of output"));
    assert!(last_words("import sys\nwhile True: sys.stderr.write('x' * 1000)").ends_with("bytes of error output"));
}

#[test]
fn endless_recursion_is_a_recursion_error_in_a_small_stack() {
    let sources = [
        "def f(): f()\nf()",
        "class A:\n    def __init__(self): A()\nA()",
        "class A:\n    def __repr__(self): return repr(self)\nrepr(A())",
        "class A:\n    def __getattr__(self, n): return self.x\nA().x",
        "class A:\n    @property\n    def p(self): return self.p\nA().p",
        "class A:\n    def __eq__(self, o): return self == o\nA() == 1",
        "class A:\n    def __hash__(self): return hash(self)\n{A()}",
        "class A:\n    def __call__(self): self()\nA()()",
        "class A:\n    def __lt__(self, o): return sorted([self, o])\nA() < A()",
        "def f(): return list(map(lambda x: f(), [1]))\nf()",
        "def f(): return sorted([1, 2], key=lambda x: f())\nf()",
        "def f(): exec('f()')\nf()",
        "def f(): yield from f()\nlist(f())",
        "class A:\n    def __iter__(self): return iter(list(self))\nlist(A())",
        "class M(type):\n    def __call__(c): return c()\nclass A(metaclass=M): pass\nA()",
        "class A:\n    def __getattribute__(self, n): return getattr(self, n)\nA().x",
        "l = []\nfor i in range(3000): l = [l]\nrepr(l)",
        "m = map(int, '1')\nfor i in range(3000): m = map(int, m)\nlist(m)",
        "import sys\nsys.setrecursionlimit(10**9)\nclass A:\n    def __str__(self): return str(self)\nstr(A())",
        "import sys\nsys.setrecursionlimit(10**9)\ndef f(): return max([1], key=lambda x: f())\nf()",
    ];
    for source in sources {
        let words = last_words(source);
        assert!(words.starts_with("RecursionError: maximum recursion depth exceeded"), "{source}: {words}");
    }
}

#[test]
fn finalizers_without_end_come_to_one() {
    for source in ["class A:\n    def __del__(self): A()\nA()", "class A:\n    def __del__(self):\n        global a\n        a = self\na = A()\ndel a"] {
        let words = last_words(source);
        assert!(!words.contains("panic"), "{source}: {words}");
    }
}

#[test]
fn exceptions_without_end_come_to_one() {
    let words = last_words("def f():\n    try: f()\n    finally: f()\nf()");
    assert!(words == STEPS || words == WORK, "{words}");
}

#[test]
fn deep_and_long_sources_are_refused_or_run() {
    let sources = [
        ("(".repeat(100_000) + &")".repeat(100_000), "too many nested parentheses"),
        (format!("x = {}1", "-".repeat(100_000)), "nested"),
        (format!("x = {}", "1+".repeat(500_000) + "1"), "nested"),
        ("x = 1\n\0\n".to_owned(), "source code cannot contain null bytes"),
        (format!("x = '{}'", "a".repeat(1 << 20)), "ended"),
        (format!("x = [{}]", "1,".repeat(400_000)), "ended"),
        (format!("[x{}]", " for x in y".repeat(3000)), "comprehension"),
    ];
    for (source, expected) in sources {
        let words = last_words(&source);
        assert!(words.contains(expected), "{}…: {words}", &source[..20]);
    }
}

#[test]
fn catastrophic_patterns_end_with_a_sentence() {
    let words = last_words("import re\nre.match(r'(a+)+$', 'a' * 40 + 'b')");
    assert!(words.contains("pattern"), "{words}");
}

#[test]
fn a_recording_ends_with_the_same_sentences_and_can_be_looked_at() {
    for (source, expected) in [("while True: pass", STEPS), ("sum(range(10**12))", WORK), ("a = [1]\nwhile True: a = a + a", MEMORY)] {
        let progress = in_small_stack(move || {
            let mut session = Session::with_limits(limits());
            session.load(source, "program.py").expect("it compiles");
            while !session.record(50_000).finished {}
            session.seek(&heapglass_machine::picture::Seek::First);
            assert_eq!(session.picture(&heapglass_machine::picture::Wanted::default()).position.line, Some(1));
            session.progress()
        });
        assert_eq!(progress.problem.as_deref(), Some(expected), "{source}");
    }
}
