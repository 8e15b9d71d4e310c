use crate::{
    Session,
    picture::{Negatives, Object, Picture, Shape, Wanted, photograph, photograph_with},
};
use std::{cell::RefCell, rc::Rc};

/// Lists, tuples and dicts that are born, change and die; values that take the place of others; garbage that is collected.
const PROGRAM: &str = "\
import gc
class Point:
    def __init__(self, x):
        self.x = x
class Key:
    def __hash__(self):
        return 1
def make(n):
    return [[i, (i, str(i) * 3)] for i in range(n)]
rows = make(6)
names = {'a': 1, 2: [3], (1, 2): 'long enough to stand elsewhere, not in place'}
key = Key()
named = {key: 1.5}
number = 1.0
held = [number, 2.5]
for i in range(40):
    held.append(held[0] + i)
    held[0] = held.pop() * 1.5
    rows[i % 6][0] = i * 10 ** (i % 12)
    rows[i % 6][1] = (i, rows[i % 6])
    names[i] = rows[i % 5]
    if i % 7 == 6:
        names.clear()
        rows[i % 6] = [Point(i), gc, len, int, None]
text = 'a'
for i in range(9):
    text += 'b'
    held[1] = text
    held[1] = None
    named[key] = i
Key.__name__ = 'Other'
gc.__name__ = 'collector'
ring = [rows]
ring.append(ring)
del ring
number = gc.collect()
long = list(range(60))
long[58] = 'x'
long[59] = long
del long[3:]
del rows, names
moved, taken = [], []
moved.extend((1,) * 16)
moved.clear(), taken.extend((None,) * 16), moved.extend((1,) * 16)
moved[8] = 2
gc.freeze()
";

/// Instances with attributes and with slots, whose classes change under them; sets that grow and shrink.
const INSTANCES: &str = "\
class Base:
    __slots__ = ('left', 'right')
class Leaf(Base):
    __slots__ = ('value',)
class Other(Base):
    __slots__ = ('value',)
class Node:
    def __init__(self, name):
        self.name = name
        self.next = None
class Ring(Node):
    pass
class Knot(Node):
    pass
class Named(str):
    pass
leaves = [Leaf() for i in range(5)]
nodes = [Node(i) for i in range(6)]
for i in range(30):
    leaf, node = leaves[i % 5], nodes[i % 6]
    leaf.left = i * 1.5
    leaf.value = leaves[i * 3 % 5]
    node.next = nodes[i * 5 % 6]
    if i % 4 == 3:
        del leaf.left
        node.extra = str(i) * 2
    if i % 11 == 10:
        del node.name
        node.name = -i
    if i % 9 == 8:
        vars(node)['late'] = i
nodes[0].__dict__ = {'other': 1}
nodes[1].__class__ = Ring
leaves[0].__class__ = Other
Leaf.__name__ = 'Blade'
Node.__name__ = 'Knot'
Ring.__bases__ = (Knot,)
many = Node(0)
for i in range(30):
    setattr(many, f'a{i}', i)
many.a2 = many
many.a29 = None
del many.a3
keys = set()
for i in range(60):
    keys.add(i if i % 3 else str(i))
    if i % 5 == 4:
        keys.discard(i - 2)
empty, frozen = set(), frozenset({1, (2, 3)})
keys.clear()
keys |= frozen
number, text, called = 2.5, 'x' * 3, Named('y')
for i in range(6):
    number *= 1.5
    text += '!'
del leaves[2], nodes[2:]
";

/// The same step photographed with the negatives of all pictures before, and without.
fn both(session: &mut Session, step: u64, wanted: &Wanted, negatives: &Rc<RefCell<Negatives>>) -> (Picture, Picture) {
    let (wanted, negatives) = (wanted.clone(), Rc::clone(negatives));
    let look = move |machine: &crate::Machine| (photograph_with(machine, &wanted, &mut negatives.borrow_mut()), photograph(machine, &wanted));
    session.visit(step, look).expect("it is recorded")
}

#[test]
fn a_picture_taken_with_negatives_is_the_one_taken_without() {
    go_through(PROGRAM, Negatives::default());
}

#[test]
fn so_it_is_when_memory_is_compared_instead_of_read_again() {
    go_through(PROGRAM, Negatives { always_compared: true, ..Negatives::default() });
}

#[test]
fn so_it_is_of_instances_and_sets_whose_classes_change() {
    go_through(INSTANCES, Negatives::default());
    go_through(INSTANCES, Negatives { always_compared: true, ..Negatives::default() });
}

fn go_through(program: &str, negatives: Negatives) {
    let mut session = Session::new();
    session.load(program, "program.py").expect("it compiles");
    while !session.record(100_000).finished {}
    let steps: Vec<u64> = session.stops().iter().map(|stop| stop.step).collect();
    let last = steps[steps.len() - 1];
    let negatives = Rc::new(RefCell::new(negatives));
    // On, back, to and fro, and at instructions between the stops.
    let jumps = (0..100).map(|at| steps[at * 37 % steps.len()]);
    let instructions = last.saturating_sub(200)..last;
    let way = steps.iter().copied().chain(steps.iter().rev().step_by(3).copied()).chain(jumps).chain(instructions);
    let mut objects = 0;
    for (turn, step) in way.enumerate() {
        let opened = if turn % 50 == 49 { vec![(crate::picture::ObjectId(3), 96)] } else { Vec::new() };
        let wanted = Wanted { as_objects: turn % 80 > 70, opened, ..Wanted::default() };
        let (with, without) = both(&mut session, step, &wanted, &negatives);
        objects += with.objects.len();
        if with != without {
            for (one, other) in with.objects.iter().zip(&without.objects) {
                assert_eq!(one, other, "step {step}");
            }
            panic!("step {step}: {} objects, {} without negatives", with.objects.len(), without.objects.len());
        }
    }
    assert!(objects > 5_000, "{objects}");
}

#[test]
fn among_many_objects_memory_is_compared() {
    let mut session = Session::new();
    let program = "\
rows = [[[[i] for i in range(20)] for _ in range(20)] for _ in range(20)]
moved, taken = [], []
moved.extend((1,) * 16)
moved.clear(), taken.extend((None,) * 16), moved.extend((1,) * 16)
moved[8] = 2
rows[9][0] = rows
rows[4][4][4].append(3)
del rows[8]
rows[9] = None
";
    session.load(program, "program.py").expect("it compiles");
    while !session.record(100_000).finished {}
    let steps: Vec<u64> = session.stops().iter().map(|stop| stop.step).collect();
    let negatives = Rc::default();
    let last = steps.len() - 10;
    let mut compared = 0;
    for step in steps[last..].iter().chain(steps[last..].iter().rev()) {
        let (with, without) = both(&mut session, *step, &Wanted::default(), &negatives);
        compared += usize::from(negatives.borrow().changes.is_some());
        assert!(with == without, "step {step}");
    }
    assert!(compared > 9, "{compared} of 20 pictures");
}

#[test]
fn what_has_not_changed_is_the_very_object_that_was_photographed_before() {
    let mut session = Session::new();
    let program = "\
class Leaf:
    __slots__ = ('of',)
    def __init__(self, of):
        self.of = of
class Node:
    def __init__(self, leaf):
        self.leaf = leaf
rows = [[Node(Leaf({i}))] for i in range(40)]
for i in range(9):
    rows[i].append(i)
";
    session.load(program, "program.py").expect("it compiles");
    while !session.record(100_000).finished {}
    let steps: Vec<u64> = session.stops().iter().map(|stop| stop.step).collect();
    let negatives = Rc::default();
    let mut taken = steps[steps.len() - 8..steps.len() - 2].iter().map(|step| both(&mut session, *step, &Wanted::default(), &negatives).0);
    let mut before = taken.next().expect("there are stops");
    for picture in taken {
        // Classes and functions, of which there are few, are photographed anew.
        let many = |objects: &[Rc<Object>]| objects.iter().filter(|object| !matches!(object.shape, Shape::Class | Shape::Function)).cloned().collect::<Vec<_>>();
        let (was, is) = (many(before.objects.shared()), many(picture.objects.shared()));
        let shared = was.iter().filter(|object| is.iter().any(|other| Rc::ptr_eq(object, other))).count();
        assert!(is.len() > 90 && shared + 2 >= is.len(), "{shared} of {}", is.len());
        before = picture;
    }
}
