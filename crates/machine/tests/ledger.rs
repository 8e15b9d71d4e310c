//! The ledger of an object: every change of its count, with its cause, and its life.

use heapglass_machine::{
    Machine, Session,
    limits::Limits,
    picture::{
        ObjectId,
        story::{Change, Ledger},
    },
};

fn recorded(source: &str) -> Session {
    recorded_with(source, Limits::default())
}

fn recorded_with(source: &str, limits: Limits) -> Session {
    let mut session = Session::with_limits(limits);
    session.load(source, "program.py").expect("it compiles");
    while !session.record(100_000).finished {}
    session
}

/// The whole ledger, read in slices.
fn ledger(session: &mut Session, object: ObjectId, slice: u64) -> Ledger {
    loop {
        let ledger = session.ledger(object, slice);
        if ledger.complete {
            return ledger;
        }
    }
}

const LIVES: &str = "\
import gc


class Node:
    def __init__(self, other):
        self.other = other


def keep(box, things):
    things.append(box)
    return box


a = []
b = a
things = []
keep(a, things)
pair = (a, b)
del b
a = None
things.clear()
del pair
first = Node(None)
second = Node(first)
first.other = second
del first, second
gc.collect()
print(sorted([[2], [1]], key=lambda item: item[0]))
";

/// Objects whose lives one test reads.
const MOST_READ: usize = 16;

/// The objects of the program that ever lived, by number; evenly spread if they are many.
fn everybody(session: &mut Session) -> Vec<ObjectId> {
    let last = session.progress().steps;
    let born = session.visit(last, |machine: &Machine| machine.heap.last_birth() as u32 - machine.registers.first_birth);
    let born = born.unwrap_or_default();
    (1..=born).step_by((born as usize).div_ceil(MOST_READ).max(1)).map(ObjectId).collect()
}

/// What the count of the object is at a step; `None` if it does not live.
fn count_at(session: &mut Session, step: u64, object: ObjectId) -> Option<u64> {
    let count = session.visit(step, move |machine: &Machine| {
        let place = machine.object_with_id(object)?;
        (!machine.heap.is_immortal(place)).then(|| u64::from(machine.heap.refcount(place)))
    });
    count.flatten()
}

/// Programs with calls back from native code, generators, exceptions, cycles, finalizers that save their object, `__slots__`.
const PROGRAMS: [&str; 5] = [
    LIVES,
    "\
def numbers(limit):
    for n in range(limit):
        yield [n]


kept = []
for box in numbers(4):
    kept.append(box)
print(sorted(kept, key=lambda box: -box[0]), [box for box in kept if box])
try:
    {}[tuple(kept)]
except TypeError as error:
    text = str(error)
",
    "\
import gc
saved = []


class Phoenix:
    __slots__ = ('ring', 'times')

    def __init__(self):
        self.ring = [self]

    def __del__(self):
        saved.append(self)


Phoenix()
gc.collect()
one = Phoenix()
one.ring = None
del one
saved.clear()
",
    "\
def outer():
    things = {}

    def inner(key, *rest, **named):
        things[key] = rest, named
        return things

    return inner


add = outer()
add('a', [1], [2], x=[3])
add('b', *add('a'), **{'y': []})
class Point:
    def __init__(self, x):
        self.x = x
    def __eq__(self, other):
        return self.x == other.x
    def __hash__(self):
        return 7
points = {Point(1): 'one', Point(2): 'two'}
print(Point(2) in points, points[Point(1)])
points.popitem()
",
    "\
import weakref
class Thing: pass
t = Thing()
r = weakref.ref(t, lambda dead: print('gone'))
u = [t] * 3
u[0:1] = []
del t
u.clear()
with open('x.txt', 'w') as f:
    f.write('hello')
a, *rest, c = [[1], [2], [3], [4]]
match a:
    case [n]:
        print(n)
",
];

#[test]
fn the_last_running_count_of_every_object_is_its_real_count() {
    for source in PROGRAMS {
        let mut session = recorded(source);
        let last = session.progress().steps;
        for object in everybody(&mut session) {
            let ledger = ledger(&mut session, object, 1_000_000);
            let real = count_at(&mut session, last, object);
            let running = ledger.entries.last().map(|entry| entry.count);
            if ledger.life.died.is_some() {
                assert_eq!(running.unwrap_or(0), 0, "{object} died with a count of 0 in {source}");
                assert_eq!(real, None, "{object} is dead in {source}");
            } else if real.is_some() {
                assert_eq!(running, real, "{object}, a {}, in {source}", ledger.life.type_name);
            }
        }
    }
}

#[test]
fn every_entry_goes_on_from_the_count_before_it() {
    for source in PROGRAMS {
        let mut session = recorded(source);
        for object in everybody(&mut session) {
            let ledger = ledger(&mut session, object, 1_000_000);
            let mut before = 0;
            for entry in &ledger.entries {
                let change = match entry.change {
                    Change::Born | Change::Raised => 1,
                    Change::Lowered => -1,
                    Change::Moved => 0,
                };
                assert_eq!(entry.count as i64, before as i64 + change, "{object}, a {}: {entry:?} after {before} in {source}", ledger.life.type_name);
                before = entry.count;
            }
        }
    }
}

#[test]
fn at_every_line_the_count_is_that_of_the_last_entry() {
    let mut session = recorded(LIVES);
    let stops = session.stops();
    for object in everybody(&mut session) {
        let ledger = ledger(&mut session, object, 1_000_000);
        for stop in stops.iter().step_by(7) {
            let Some(real) = count_at(&mut session, stop.step, object) else { continue };
            let running = ledger.entries.iter().rev().find(|entry| entry.at.step <= stop.step).map(|entry| entry.count);
            assert_eq!(running, Some(real), "{object}, a {}, at step {}", ledger.life.type_name, stop.step);
        }
    }
}

#[test]
fn a_ledger_read_in_slices_is_the_ledger_read_at_once() {
    let limits = Limits { checkpoint_steps: 16, ..Limits::default() };
    let (mut one, mut other) = (recorded(LIVES), recorded_with(LIVES, limits));
    for object in everybody(&mut one) {
        let at_once = ledger(&mut one, object, 1_000_000);
        let sliced = ledger(&mut other, object, 7);
        assert_eq!(at_once.entries, sliced.entries, "{object}");
        assert_eq!(at_once.life, sliced.life, "{object}");
    }
}

/// The numbers were printed by CPython 3.12.1 (each with the argument of `getrefcount` itself).
#[test]
fn counts_in_the_ledger_are_those_that_getrefcount_tells() {
    let mut session = recorded(COUNTED);
    assert_eq!(std::str::from_utf8(session.output()), Ok("[2, 3, 5, 6, 5, 4, 5, 4]\n"));
    let list = named(&mut session, "a");
    let ledger = ledger(&mut session, list, 100_000);
    // The greatest count on each line that asks: the argument is on the value stack then.
    let told = [(14, 2), (16, 3), (10, 5), (20, 6), (22, 5), (24, 4), (27, 5), (29, 4)];
    for (line, count) in told {
        let most = ledger.entries.iter().filter(|entry| entry.at.line == line).map(|entry| entry.count).max();
        assert_eq!(most, Some(count), "line {line}");
    }
}

const COUNTED: &str = include_str!("counts.py");

/// The object that the program's name is bound to last.
fn named(session: &mut Session, name: &str) -> ObjectId {
    let stops = session.stops();
    let leaving = stops[stops.len() - 2].step;
    named_at(session, name, leaving)
}

fn named_at(session: &mut Session, name: &str, step: u64) -> ObjectId {
    let name = name.to_string();
    let found = session.visit(step, move |machine: &Machine| {
        let frames = machine.program_frames();
        let object = frames.iter().flat_map(|frame| frame.names.clone()).find(|(found, ..)| *found == name).map(|(_, object, _)| object);
        object.map(|object| machine.object_id(object))
    });
    found.flatten().expect("the name is there")
}

fn causes(ledger: &Ledger) -> Vec<(u32, i32, u64, String)> {
    let sign = |change| match change {
        Change::Born | Change::Raised => 1,
        Change::Lowered => -1,
        Change::Moved => 0,
    };
    ledger.folded().map(|entry| (entry.at.line, sign(entry.change), entry.count, entry.cause.clone())).collect()
}

#[test]
fn the_ledger_says_in_words_who_came_to_hold_the_object_and_who_let_go() {
    let mut session = recorded("a = []\nb = a\nc = [a]\ndel b\nc.clear()\na = None\n");
    let step = session.stops()[1].step;
    let list = named_at(&mut session, "a", step);
    let ledger = ledger(&mut session, list, 100_000);
    let words: Vec<String> = causes(&ledger).into_iter().map(|(line, sign, count, cause)| format!("{line} {sign:+} {count} {cause}")).collect();
    assert_eq!(
        words,
        [
            "1 +1 1 made by BUILD_LIST",
            "1 +0 1 put on the value stack",
            "1 +1 2 bound to the name a",
            "1 -1 1 taken from the value stack",
            "2 +1 2 put on the value stack",
            "2 +1 3 bound to the name b",
            "2 -1 2 taken from the value stack",
            "3 +1 3 put on the value stack",
            "3 +0 3 from the value stack: stored in list #2 [0]",
            "4 -1 2 the name b was deleted",
            "5 -1 1 taken out of list #2 [0]",
            "6 -1 0 the name a was bound to something else",
        ]
    );
}
