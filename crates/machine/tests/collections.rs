//! What a collection shows of itself, phase by phase, from source text.

use heapglass_machine::{
    Session,
    picture::{Collection, Deed, Picture, Seek, Wanted},
};

fn recorded(source: &str) -> Session {
    let mut session = Session::new();
    session.load(source, "program.py").expect("it compiles");
    while !session.record(10_000).finished {}
    session
}

/// The pictures of all phases of the collection that line `line` runs.
fn phases(source: &str, line: u32) -> Vec<Picture> {
    let mut session = recorded(source);
    session.seek(&Seek::First);
    session.seek(&Seek::NextOnLines(vec![line]));
    let wanted = Wanted { collector: true, ..Wanted::default() };
    let mut found = Vec::new();
    loop {
        assert!(session.seek(&Seek::NextCollection).arrived, "the collection goes on");
        let picture = session.picture(&wanted);
        let phase = running(&picture).phase as usize;
        let is_last = phase + 1 == running(&picture).phases.len();
        found.push(picture);
        if is_last {
            return found;
        }
    }
}

fn running(picture: &Picture) -> &Collection {
    picture.collector.collection.as_ref().expect("a collection runs")
}

fn told(picture: &Picture) -> Vec<String> {
    let moves = running(picture).moves.iter();
    moves.map(|one| format!("{:?} {} {}{} {:?}", one.deed, one.title, one.from_title, one.label, one.scratch)).collect()
}

fn phase<'a>(pictures: &'a [Picture], name: &str) -> &'a Picture {
    let is_it = |picture: &&Picture| running(picture).phases[running(picture).phase as usize] == name;
    pictures.iter().find(is_it).expect("the phase has a stop")
}

fn deeds(picture: &Picture, deed: Deed) -> Vec<String> {
    running(picture).moves.iter().filter(|one| one.deed == deed).map(|one| one.title.split(" #").next().unwrap_or_default().to_string()).collect()
}

/// Two nodes hold each other, one holds itself, and one is held by a name; the class is old.
const RING: &str = "\
import gc
class Node:
    def __init__(self):
        self.next = None
gc.collect()
gc.disable()
a = Node()
b = Node()
keep = Node()
a.next = b
b.next = a
keep.next = keep
del a, b
gc.collect(0)
";

#[test]
fn every_reference_between_candidates_is_taken_off_once_and_in_order() {
    let pictures = phases(RING, 14);
    let told = told(phase(&pictures, "Subtract"));
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[0].starts_with("Subtracted Node #") && told[0].ends_with(".next Some(0)"), "{told:?}");
    let subtracted = phase(&pictures, "Subtract");
    for candidate in &running(subtracted).candidates {
        let taken = running(subtracted).moves.iter().filter(|one| one.object == candidate.id).count() as i64;
        assert_eq!(candidate.scratch, Some(candidate.count as i64 - taken), "{}", candidate.id);
        let last = running(subtracted).moves.iter().rfind(|one| one.object == candidate.id);
        assert!(last.is_none_or(|last| last.scratch == candidate.scratch));
    }
}

#[test]
fn what_is_set_aside_and_not_rescued_is_what_dies() {
    let pictures = phases(RING, 14);
    assert_eq!(deeds(phase(&pictures, "Rescue"), Deed::SetAside).len(), 2);
    assert_eq!(deeds(phase(&pictures, "Rescue"), Deed::Held), ["Node"]);
    let cleared = phase(&pictures, "Clear");
    assert_eq!(deeds(cleared, Deed::Cleared), ["Node"], "the second dies with the first");
    assert_eq!(deeds(cleared, Deed::Died), ["Node", "Node"]);
    let nodes = running(cleared).before.iter().filter(|object| object.type_name == "Node");
    assert_eq!(nodes.count(), 2, "they can still be shown as they were");
    assert_eq!(cleared.sentence.text, "The condemned have dropped what they held: 2 objects were collected.");
}

#[test]
fn survivors_move_to_the_next_lane() {
    let pictures = phases(RING, 14);
    let gathered = phase(&pictures, "Gather");
    assert_eq!(gathered.collector.generations[0].objects.len(), 3);
    let promoted = phase(&pictures, "Promote");
    assert!(promoted.collector.generations[0].objects.is_empty());
    assert_eq!(promoted.collector.generations[1].objects.len(), 1);
    assert_eq!(deeds(promoted, Deed::Promoted), ["Node"]);
}

/// A finalizer brings its object back.
const BACK: &str = "\
import gc
class Node:
    def __del__(self):
        kept.append(self)
kept = []
gc.collect()
gc.disable()
a = Node()
a.me = a
del a
gc.collect(0)
";

#[test]
fn what_a_finalizer_has_brought_back_lives_on_and_is_told() {
    let pictures = phases(BACK, 11);
    assert_eq!(deeds(phase(&pictures, "Finalize"), Deed::Finalized), ["Node"]);
    let again = phase(&pictures, "Recheck");
    assert_eq!(deeds(again, Deed::Held), ["Node"]);
    assert!(again.sentence.text.starts_with("1 object is back and alive"), "{}", again.sentence.text);
    assert_eq!(phase(&pictures, "Clear").sentence.text, "There was no garbage: nothing was collected.");
}

#[test]
fn a_line_of_a_finalizer_is_told_as_a_line_and_not_as_a_phase() {
    let mut session = recorded(BACK);
    session.seek(&Seek::First);
    session.seek(&Seek::NextOnLines(vec![4]));
    let picture = session.picture(&Wanted { collector: true, ..Wanted::default() });
    assert!(running(&picture).inside && running(&picture).moves.is_empty());
    assert!(!picture.sentence.text.contains("condemned"), "{}", picture.sentence.text);
}

#[test]
fn weak_references_are_cleared_and_callbacks_outside_the_garbage_called() {
    let source = "\
import gc, weakref
class Node: pass
gc.collect()
gc.disable()
a = Node()
a.me = a
r = weakref.ref(a, print)
a.inner = weakref.ref(a, print)
del a
gc.collect(0)
";
    let pictures = phases(source, 10);
    let weak = phase(&pictures, "Weakrefs");
    assert_eq!(deeds(weak, Deed::WeakrefCleared), ["Node", "Node"]);
    assert_eq!(deeds(weak, Deed::CallbackCalled).len(), 1);
    assert_eq!(weak.sentence.text, "2 weak references to condemned objects cleared, and 1 callback called.");
}

#[test]
fn garbage_that_is_to_be_saved_goes_into_gc_garbage() {
    let source = "\
import gc
gc.collect()
gc.disable()
gc.set_debug(gc.DEBUG_SAVEALL)
a = []
a.append(a)
del a
gc.collect(0)
";
    let pictures = phases(source, 8);
    let cleared = phase(&pictures, "Clear");
    assert_eq!(deeds(cleared, Deed::Saved), ["list"]);
    assert_eq!(cleared.collector.garbage, 1);
    assert!(cleared.sentence.text.contains("`gc.garbage`"), "{}", cleared.sentence.text);
}

#[test]
fn frozen_objects_are_in_a_lane_of_their_own() {
    let mut session = recorded("import gc\na = [[]]\ngc.freeze()\nb = (1, 2)\n");
    session.seek(&Seek::Last);
    session.seek(&Seek::Previous);
    let picture = session.picture(&Wanted { collector: true, ..Wanted::default() });
    assert!(picture.collector.frozen.objects.len() >= 2);
    assert!(picture.collector.generations.iter().all(|generation| generation.objects.is_empty()));
}

/// Rings that come and go by the thousand, weak references with callbacks, finalizers that run lines of Python.
const BUSY: &str = "\
import gc, weakref
class Node:
    def __init__(self, other=None):
        self.other = other or self
    def __del__(self):
        gone.append(len(gone))
gone = []
def callback(reference):
    gone.append('callback')
gc.collect()
kept = []
for i in range(900):
    node = Node()
    node.other = Node(node)
    if i % 300 == 0:
        kept.append(weakref.ref(node, callback))
del node
gc.collect(0)
big = [[n, [n]] for n in range(400)]
big.append(big)
del big
gc.collect()
";

#[test]
fn what_a_phase_did_is_the_same_however_one_arrives() {
    let wanted = Wanted { collector: true, ..Wanted::default() };
    let mut along = recorded(BUSY);
    let stops = along.progress().stops;
    along.seek(&Seek::First);
    let mut found = Vec::new();
    loop {
        if !along.seek(&Seek::NextCollection).arrived {
            break;
        }
        let picture = along.picture(&wanted);
        if let Some(running) = picture.collector.collection {
            found.push((picture.position.stop, running));
        }
    }
    assert!(found.len() > 18, "{} phases of {stops} stops", found.len());
    let mut back = recorded(BUSY);
    for (stop, running) in found.iter().rev() {
        back.seek(&Seek::Stop(*stop));
        let again = back.picture(&wanted).collector.collection.expect("a collection runs");
        assert_eq!((again.moves.len(), again.other_moves), (running.moves.len(), running.other_moves), "stop {stop}, phase {}", running.phase);
        assert!(again == *running, "stop {stop}, phase {}", running.phase);
    }
}

#[test]
fn what_is_in_the_generations_is_told_only_where_it_is_wanted() {
    let source = "a = [[], {}]\nb = [a]\n";
    let wanted = Wanted { collector: true, ..Wanted::default() };
    let picture = |wanted: &Wanted| {
        let mut session = recorded(source);
        session.seek(&Seek::Last);
        session.seek(&Seek::Previous);
        session.picture(wanted).collector
    };
    let (all, counters) = (picture(&wanted), picture(&Wanted { counters_only: true, ..wanted.clone() }));
    assert!(all.generations.iter().any(|generation| !generation.objects.is_empty()));
    assert!(counters.generations.iter().all(|generation| generation.objects.is_empty() && generation.others == 0));
    let figures = |collector: &heapglass_machine::picture::Collector| collector.generations.iter().map(|one| (one.count, one.threshold)).collect::<Vec<_>>();
    assert_eq!(figures(&all), figures(&counters));
}
