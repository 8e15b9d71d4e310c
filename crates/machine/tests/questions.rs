//! Questions about time that are not about counts: lives, why an object is alive, alternatives, costs, the overview.

use heapglass_machine::{
    Machine, Registers, Session,
    heap::Memory,
    limits::Limits,
    picture::{
        ObjectId, Seek, Wanted,
        story::{Ending, Intervention, Ledger, Reference},
    },
};

fn recorded(source: &str) -> Session {
    let mut session = Session::new();
    session.load(source, "program.py").expect("it compiles");
    while !session.record(100_000).finished {}
    session
}

fn ledger(session: &mut Session, object: ObjectId) -> Ledger {
    loop {
        let ledger = session.ledger(object, 100_000);
        if ledger.complete {
            return ledger;
        }
    }
}

/// Goes to the first time that `line` is about to run.
fn go_to_line(session: &mut Session, line: u32) {
    session.seek(&Seek::First);
    session.seek(&Seek::NextOnLines(vec![line]));
}

/// The object that a name of the outermost frame is bound to where the session stands.
fn named(session: &mut Session, name: &str) -> ObjectId {
    let step = session.picture(&Wanted::default()).position.step;
    let name = name.to_string();
    let found = session.visit(step, move |machine: &Machine| {
        let names = machine.program_frames().into_iter().flat_map(|frame| frame.names);
        names.into_iter().find(|(found, ..)| *found == name).map(|(_, object, _)| machine.object_id(object))
    });
    found.flatten().expect("the name is there")
}

/// The reference that a name of the outermost frame is.
fn name_reference(session: &mut Session, name: &str) -> Reference {
    let picture = session.picture(&Wanted::default());
    Reference::Name { frame: picture.frames[0].id, name: name.to_string() }
}

const RING: &str = "\
import gc
gc.disable()
class Node:
    pass
a = Node()
b = Node()
a.next = b
b.next = a
c = [a]
c.clear()
del a
del b
gc.collect()
done = True
";

#[test]
fn a_life_tells_birth_first_holder_generations_and_death() {
    let mut session = recorded("import gc\nkept = []\ngc.collect(0)\ngc.collect(1)\nkept = None\n");
    go_to_line(&mut session, 3);
    let list = named(&mut session, "kept");
    let life = ledger(&mut session, list).life;
    assert_eq!(life.type_name, "list");
    assert_eq!(life.born.map(|born| (born.line, born.function)), Some((2, "<module>".to_string())));
    assert_eq!(life.made_by, "BUILD_LIST");
    assert_eq!(life.first_holder, "the value stack");
    let generations: Vec<(u32, u8)> = life.generations.iter().map(|(at, generation)| (at.line, *generation)).collect();
    assert_eq!(generations, [(2, 0), (3, 1), (4, 2)]);
    assert_eq!(life.died.map(|(at, how)| (at.line, how)), Some((5, Ending::LastReference)));
    assert_eq!(life.cause_of_death, "the name kept was bound to something else");
}

#[test]
fn an_object_of_a_cycle_dies_in_the_collection_that_finds_it() {
    let mut session = recorded(RING);
    go_to_line(&mut session, 9);
    let node = named(&mut session, "a");
    let life = ledger(&mut session, node).life;
    assert_eq!(life.died.map(|(at, how)| (at.line, how)), Some((13, Ending::Collected)));
}

#[test]
fn an_object_that_outlives_the_program_dies_when_the_interpreter_ends() {
    let mut session = recorded("box = []\nprint(box)\n");
    go_to_line(&mut session, 2);
    let list = named(&mut session, "box");
    let life = ledger(&mut session, list).life;
    assert_eq!(life.died.map(|(_, how)| how), Some(Ending::Shutdown));
}

#[test]
fn an_address_tells_everybody_who_lived_there() {
    let mut session = recorded("one = [1]\nfirst = id(one)\ndel one\ntwo = [2]\nsame = id(two) == first\nprint(same)\n");
    assert_eq!(session.output(), b"True\n");
    go_to_line(&mut session, 5);
    let list = named(&mut session, "two");
    let step = session.picture(&Wanted::default()).position.step;
    let address = session.visit(step, move |machine: &Machine| machine.object_with_id(list).map(|place| place.raw())).flatten().unwrap();
    let tenants = loop {
        let tenants = session.tenants(address, 50);
        if tenants.complete {
            break tenants;
        }
    };
    let lists: Vec<_> = tenants.lives.iter().filter(|tenant| tenant.type_name == "list").collect();
    assert!(lists.len() >= 2, "{tenants:?}");
    let at = lists.iter().position(|tenant| tenant.object == list).expect("it lived there");
    assert!(lists[at - 1].died.as_ref().is_some_and(|died| died.line == 3), "{lists:?}");
}

#[test]
fn an_object_is_alive_because_of_the_names_and_items_that_lead_to_it() {
    let mut session = recorded("a = [[]]\nb = {'k': a}\ndone = True\n");
    go_to_line(&mut session, 3);
    let picture = session.picture(&Wanted::default());
    let outer = picture.objects.iter().find(|object| object.type_name == "list" && !object.parts.is_empty()).unwrap().id;
    let inner = picture.objects.iter().find(|object| object.type_name == "list" && object.parts.is_empty()).unwrap().id;
    let why = session.why_alive(inner);
    let first: Vec<&str> = why.paths[0].iter().map(|link| link.words.as_str()).collect();
    assert_eq!(first, ["the name a", &format!("list {outer} [0]")]);
    // Both names lead to it, but only by way of this item.
    assert_eq!(why.sole.len(), 1);
    assert_eq!(why.sole[0].holder, Some(outer));
    let why = session.why_alive(outer);
    assert!(why.sole.is_empty(), "either name keeps it: {why:?}");
}

#[test]
fn what_only_a_cycle_holds_waits_for_the_collector() {
    let mut session = recorded(RING);
    go_to_line(&mut session, 12);
    let node = named(&mut session, "b");
    let reference = name_reference(&mut session, "b");
    let doomed = session.would_die(&reference).unwrap();
    assert!(doomed.at_once.is_empty(), "{doomed:?}");
    assert!(doomed.by_collector.contains(&node) && doomed.by_collector.len() >= 2, "{doomed:?}");
    session.seek(&Seek::Next);
    let why = session.why_alive(node);
    assert!(why.paths.is_empty() && why.sentence.contains("cycle"), "{why:?}");
}

#[test]
fn what_a_reference_alone_holds_would_die_at_once() {
    let mut session = recorded("a = [[], []]\nb = a[0]\ndone = True\n");
    go_to_line(&mut session, 3);
    let reference = name_reference(&mut session, "a");
    let doomed = session.would_die(&reference).unwrap();
    assert_eq!(doomed.at_once.len(), 2, "the outer list and the inner one without a name: {doomed:?}");
    let reference = name_reference(&mut session, "b");
    assert!(session.would_die(&reference).unwrap().at_once.is_empty());
}

/// What is said to die dies in the alternative without the reference.
#[test]
fn what_would_die_does_die_when_the_reference_is_dropped() {
    let source = "class Box:\n    pass\na = Box()\na.items = [[1], (2, [3])]\nb = a.items[1]\nc = {'a': a}\ndel a\ndone = True\n";
    let mut session = recorded(source);
    go_to_line(&mut session, 8);
    for name in ["b", "c"] {
        let reference = name_reference(&mut session, name);
        let doomed = session.would_die(&reference).unwrap();
        let (mut other, _) = session.alternative(&Intervention::Drop(reference)).unwrap();
        let step = other.picture(&Wanted::default()).position.step;
        for object in doomed.at_once {
            let lives = other.visit(step, move |machine: &Machine| machine.object_with_id(object).is_some());
            assert_eq!(lives, Some(false), "{object} without {name}");
        }
    }
}

fn snapshot(machine: &Machine) -> (Registers, Memory, Vec<u8>) {
    (machine.registers.clone(), machine.heap.memory.clone(), machine.output.clone())
}

#[test]
fn a_recording_is_the_same_byte_for_byte_after_an_alternative() {
    let (mut session, mut untouched) = (recorded(RING), recorded(RING));
    for line in [6, 9, 10, 12, 14] {
        go_to_line(&mut session, line);
        let drop = Intervention::Drop(name_reference(&mut session, if line < 12 { "a" } else { "b" }));
        for change in [drop, Intervention::Collect, Intervention::DisableCollector] {
            if let Ok((mut other, _)) = session.alternative(&change) {
                while !other.record(10_000).finished {}
                other.seek(&Seek::Last);
                other.picture(&Wanted::default());
            }
        }
    }
    assert_eq!(session.stops(), untouched.stops());
    assert_eq!(session.output(), untouched.output());
    for stop in untouched.stops() {
        let there = session.visit(stop.step, snapshot);
        assert!(there == untouched.visit(stop.step, snapshot), "step {}", stop.step);
    }
}

/// CPython 3.12.1 prints the same when the line `a = None` stands there.
#[test]
fn an_alternative_without_a_reference_goes_on_as_a_program_that_had_dropped_it() {
    let source = "import weakref\nclass Thing: pass\na = Thing()\nr = weakref.ref(a)\nprint(r() is None)\n";
    let mut session = recorded(source);
    assert_eq!(session.output(), b"False\n");
    go_to_line(&mut session, 5);
    let reference = name_reference(&mut session, "a");
    let (mut other, changed) = session.alternative(&Intervention::Drop(reference)).unwrap();
    assert_eq!(changed.words(), "The name a is bound to None instead.");
    while !other.record(1000).finished {}
    assert_eq!(other.output(), b"True\n");
    assert_eq!(other.stops()[0].line, 5);
    other.seek(&Seek::First);
    assert_eq!(other.picture(&Wanted::default()).sentence.text, changed.words());
    assert_eq!(session.output(), b"False\n");
}

#[test]
fn an_item_an_attribute_a_cell_and_a_value_can_be_dropped() {
    let source = "\
class Box: pass
def outer():
    held = []
    def inner():
        return held
    return inner
items = [[]]
table = {'k': []}
box = Box()
box.x = []
function = outer()
done = True
print(items, table, box.x, function())
";
    let mut session = recorded(source);
    assert_eq!(session.output(), b"[[]] {'k': []} [] []\n");
    go_to_line(&mut session, 12);
    let picture = session.picture(&Wanted::default());
    let dropped = |type_name: &str| {
        let object = picture.objects.iter().find(|object| object.type_name == type_name && !object.parts.is_empty()).unwrap();
        Intervention::Drop(Reference::Part { object: object.id, index: 0 })
    };
    let told = [("list", "[None] {'k': []} [] []\n"), ("dict", "[[]] {'k': None} [] []\n"), ("Box", "[[]] {'k': []} None []\n"), ("cell", "[[]] {'k': []} [] None\n")];
    for (type_name, output) in told {
        let (mut other, _) = session.alternative(&dropped(type_name)).unwrap_or_else(|why| panic!("{type_name}: {why}"));
        while !other.record(1000).finished {}
        assert_eq!(String::from_utf8_lossy(other.output()), output);
    }
}

#[test]
fn a_collection_now_frees_the_ring_and_the_collector_can_be_switched_off() {
    let mut session = recorded(RING);
    go_to_line(&mut session, 13);
    let (mut other, changed) = session.alternative(&Intervention::Collect).unwrap();
    let words = changed.words();
    assert!(words.starts_with("A full collection has run: it found "), "{words}");
    assert!(other.picture(&Wanted::default()).objects.iter().all(|object| object.type_name != "Node"));
    assert!(session.alternative(&Intervention::DisableCollector).is_err(), "the program has done that itself");
}

#[test]
fn an_alternative_that_cannot_be_says_why() {
    let mut session = recorded("a = [1]\nb = (a,)\ndel a\nc = None\n");
    go_to_line(&mut session, 3);
    let gone = name_reference(&mut session, "a");
    let picture = session.picture(&Wanted::default());
    let tuple = picture.objects.iter().find(|object| object.type_name == "tuple").unwrap().id;
    let fixed = Intervention::Drop(Reference::Part { object: tuple, index: 0 });
    assert!(session.alternative(&fixed).unwrap_err().contains("tuple keeps its items"));
    go_to_line(&mut session, 4);
    assert_eq!(session.alternative(&Intervention::Drop(gone)).unwrap_err(), "There is no name a at this step.");
    let nobody = Intervention::Drop(Reference::Part { object: ObjectId(9999), index: 0 });
    assert!(session.alternative(&nobody).unwrap_err().contains("does not live"));
    session.seek(&Seek::Last);
    assert!(session.alternative(&Intervention::Collect).unwrap_err().contains("has ended"));
}

#[test]
fn an_immortal_object_has_no_ledger_and_says_so() {
    let mut session = recorded("a = 1\nb = None\n");
    go_to_line(&mut session, 2);
    let one = named(&mut session, "a");
    let ledger = session.ledger(one, 100_000);
    assert!(ledger.complete && ledger.entries.is_empty() && ledger.note.contains("immortal"), "{ledger:?}");
    assert!(session.why_alive(one).sentence.contains("immortal"));
    let nobody = session.ledger(ObjectId(99_999), 100_000);
    assert_eq!(nobody.note, "There is no such object in what is recorded.");
}

#[test]
fn lines_cost_what_their_instructions_make_and_free() {
    let mut session = recorded("kept = []\nfor n in range(300):\n    kept.append([n])\nkept.clear()\n");
    let costs = loop {
        let costs = session.costs(100);
        if costs.complete {
            break costs;
        }
    };
    let cost = |line: u32| *costs.lines.iter().find(|cost| cost.line == line).unwrap();
    assert_eq!((cost(1).executions, cost(2).executions, cost(3).executions, cost(4).executions), (1, 301, 300, 1));
    assert!(cost(3).born >= 300 && cost(3).growth() > 300 * 64, "{:?}", cost(3));
    assert!(cost(4).died >= 300 && cost(4).growth() < 0, "{:?}", cost(4));
    let instructions: u64 = costs.lines.iter().map(|cost| cost.instructions).sum();
    assert!(instructions <= session.progress().steps);
    assert_eq!(session.costs(100), costs, "counted once");
}

#[test]
fn the_overview_has_a_fixed_number_of_buckets_and_follows_memory() {
    let source = "kept = []\nfor n in range(20000):\n    kept.append([n])\nprint(len(kept))\nkept.clear()\nfor n in range(20000):\n    pass\n";
    let mut session = recorded(source);
    let overview = session.overview();
    assert!((512..=1024).contains(&overview.buckets.len()), "{}", overview.buckets.len());
    assert!(overview.width.is_power_of_two() && overview.width * overview.buckets.len() as u64 >= overview.steps);
    let most = overview.buckets.iter().map(|bucket| bucket.objects).max().unwrap();
    let first = overview.buckets[0].objects;
    // The lists, and the numbers that are not small: some bucket began near the top.
    assert!(most - first > 39_000, "{first} to {most}");
    let last = *overview.buckets.last().unwrap();
    assert!(last.objects < first + 1000 && last.output == 6, "{last:?}");
    assert!(overview.buckets.windows(2).all(|pair| pair[0].collections <= pair[1].collections));
    let end = session.progress().steps;
    let counted = session.visit(end, |machine: &Machine| (machine.heap.memory.births().count() as u64, machine.heap.live_objects()));
    let (counted, kept) = counted.unwrap();
    assert_eq!(counted, kept, "births without deaths are the objects that live");
}

#[test]
fn the_overview_of_a_short_program_has_a_bucket_for_every_step() {
    let mut session = Session::with_limits(Limits::default());
    session.load("def f(n):\n    return n and f(n - 1)\nf(10)\n", "program.py").expect("it compiles");
    while !session.record(3).finished {}
    let overview = session.overview();
    assert_eq!(overview.width, 1);
    assert_eq!(overview.buckets.iter().map(|bucket| bucket.depth).max(), Some(12), "the module and eleven calls");
}
