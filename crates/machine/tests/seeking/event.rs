//! What happens to objects, names and output.

use heapglass_machine::picture::{Direction, Seek, Sign, Wanted};

use crate::Program;

const PROGRAM: &str = "\
import gc

class Node:
    def __init__(self, name):
        self.name = name       # init
        self.other = None

    def __del__(self):
        print('gone', self.name)   # dies

def work(n):
    total = []             # work
    for k in range(n):
        total.append(k)    # append
    return total           # work end

a = Node('a')              # make a
b = a                      # alias
a = None                   # drop a
b = None                   # drop b
c, d = Node('c'), Node('d')
c.other, d.other = d, c    # ring
c = d = None               # lost
gc.collect()               # collect
x = work(2)                # call
try:
    int('no')              # raise
except ValueError as error:
    print(error)           # handle
del x                      # del x
print('end')               # last
";

fn program() -> Program {
    Program::recorded(PROGRAM)
}

#[test]
fn an_allocation_is_found_where_the_object_is_made() {
    let mut program = program();
    program.go("make a");
    let arrival = program.find(&Sign::Allocation);
    assert!(arrival.sentence.starts_with("Node #"), "{}", arrival.sentence);
    program.go("work");
    let arrival = program.find(&Sign::Allocation);
    assert!(arrival.sentence.starts_with("list #"), "{}", arrival.sentence);
    assert_eq!(program.here(), "work");
    program.go("work end");
    assert!(program.find_back(&Sign::Allocation).arrived);
}

#[test]
fn the_death_of_any_object_is_found_in_both_directions() {
    let sentences = program().all(&Sign::Death);
    let nodes: Vec<&String> = sentences.iter().filter(|text| text.starts_with("Node")).collect();
    assert_eq!(nodes.len(), 2, "{sentences:?}");
    assert!(nodes[1].ends_with("dies, and another object with it."), "{nodes:?}");
}

#[test]
fn the_death_of_a_chosen_object_is_found_from_before_and_from_after() {
    let mut program = program();
    program.go("alias");
    let (node, _) = program.named("a");
    let death = program.find(&Sign::DeathOf(node));
    assert_eq!(death.sentence, format!("Node {node} dies."));
    assert_eq!(program.here(), "21", "the line after the drop runs next");
    program.seek(Seek::Last);
    assert_eq!(program.find_back(&Sign::DeathOf(node)), death);
    assert!(!program.find(&Sign::DeathOf(node)).arrived, "nothing dies twice");
}

#[test]
fn collections_are_found_by_their_first_phase() {
    let mut program = program();
    program.go("lost");
    assert!(program.find(&Sign::Collection).arrived);
    let wanted = Wanted { collector: true, ..Wanted::default() };
    let collection = program.session.picture(&wanted).collector.collection.expect("it runs");
    assert_eq!(collection.phase, 0);
    let step = program.session.progress().steps;
    program.seek(Seek::Last);
    assert!(program.find_back(&Sign::Collection).step < step);
}

#[test]
fn exceptions_are_found_where_they_are_raised() {
    let mut program = program();
    let sentences = program.all(&Sign::Exception);
    assert_eq!(sentences, ["ValueError is raised: invalid literal for int() with base 10: …"]);
}

#[test]
fn an_exception_that_passes_through_calls_is_raised_once() {
    let mut program = Program::recorded(
        "def f():\n    try:\n        return 1 / 0\n    finally:\n        done = 1\ndef g():\n    return sorted([1, 2], key=lambda x: f())\ntry:\n    g()\nexcept ZeroDivisionError:\n    pass\ntry:\n    raise KeyError\nexcept KeyError as e:\n    try:\n        raise e\n    except KeyError:\n        pass\n",
    );
    let sentences = program.all(&Sign::Exception);
    assert_eq!(sentences, ["ZeroDivisionError is raised: division by zero", "KeyError is raised.", "KeyError is raised."]);
}

#[test]
fn output_is_found_where_it_is_written() {
    let sentences = program().all(&Sign::Output);
    let gone = ["Written: gone a", "Written: gone c", "Written: gone d"];
    for text in gone {
        assert!(sentences.iter().any(|sentence| sentence == text), "{sentences:?}");
    }
    assert_eq!(sentences.last().map(String::as_str), Some("Written: end"));
}

#[test]
fn changes_of_a_global_name_are_found_in_both_directions() {
    let mut program = program();
    program.go("alias");
    let (node, frame) = program.named("a");
    program.seek(Seek::First);
    let sign = Sign::Name { frame, name: "a".to_owned() };
    assert_eq!(program.all(&sign), [format!("`a` now names Node {node}."), "`a` now names None.".to_owned(), "`a` names nothing any more.".to_owned()]);
    program.go_to_first("del x");
    let (_, frame) = program.named("x");
    let deleted = program.find(&Sign::Name { frame, name: "x".to_owned() });
    assert_eq!(deleted.sentence, "`x` names nothing any more.");
    assert_eq!(program.here(), "last");
}

#[test]
fn changes_of_a_local_name_are_those_of_its_own_call() {
    let source = "\
def f(n):
    k = 0          # start
    for k in range(n):
        pass       # body
    return k       # end of f
f(5)
f(3)               # call
f(5)
";
    let mut program = Program::recorded(source);
    program.go("call");
    program.go("body");
    let (_, frame) = program.named("k");
    let sign = Sign::Name { frame, name: "k".to_owned() };
    let sentences = program.all_from_here(&sign);
    assert_eq!(sentences, ["`k` now names the int 1.", "`k` now names the int 2."]);
    let nowhere = program.find(&sign);
    program.go("end of f");
    let end = program.find(&sign);
    assert!(!nowhere.arrived || !end.arrived);
    assert_eq!(end.sentence, "`k` does not change any more in this call of f().");
    let (mut back, mut count) = (program.find_back(&sign), 0);
    while back.arrived {
        count += 1;
        back = program.find_back(&sign);
    }
    assert_eq!(count, 3, "2, 1 and 0; that the loop binds 0 again changes nothing");
}

#[test]
fn a_name_in_a_cell_is_followed_into_the_cell() {
    let source = "\
def outer():
    n = 0
    def bump():
        nonlocal n
        n += 1     # bump
    bump()         # first
    bump()
    return n       # end
outer()
";
    let mut program = Program::recorded(source);
    program.go("first");
    let (_, frame) = program.named("n");
    let sentences = program.all_from_here(&Sign::Name { frame, name: "n".to_owned() });
    assert_eq!(sentences, ["`n` now names the int 1.", "`n` now names the int 2."]);
}

#[test]
fn changes_of_the_count_of_a_chosen_object_are_found_in_both_directions() {
    let mut program = program();
    program.go("alias");
    let (node, _) = program.named("a");
    let sentences = program.all_from_here(&Sign::Count(node));
    // The finalizer still had it.
    assert_eq!(sentences.last(), Some(&format!("The count of {node} goes from 2 to 0: it dies.")));
    program.seek(Seek::First);
    let made = program.find(&Sign::Count(node));
    assert_eq!(made.sentence, format!("Node {node} is made: its count is 2."));
}

#[test]
fn writes_to_a_chosen_block_are_found_in_both_directions() {
    let source = "a = [1, 2, 3]\nb = a  # here\na[1] = 5\na[1] = 5  # same\nc = 1\n";
    let mut program = Program::recorded(source);
    program.go("here");
    let (list, _) = program.named("a");
    let address = program.session.inspect(list).expect("it lives").address;
    let sentences = program.all_from_here(&Sign::Write(address));
    assert!(sentences.len() >= 4, "the count of the list rises and falls: {sentences:?}");
    // The items lie in a block of their own.
    program.seek(Seek::First);
    program.go("here");
    let items = program.session.inspect(list).expect("it lives").fields.into_iter().find(|field| field.name == "item").expect("a list has items");
    let items = u64::from_str_radix(items.hex.trim_start_matches("0x"), 16).expect("an address");
    let arrival = program.find(&Sign::Write(items));
    assert!(arrival.sentence.contains("from byte 8 on"), "{}", arrival.sentence);
    assert_eq!(program.here(), "same");
}

#[test]
fn searches_work_inside_callbacks_collections_and_finalizers() {
    let source = "\
import gc
class Ring:
    def __init__(self):
        self.me = self
    def __del__(self):
        self.last = [1]            # finalizer
def numbers():
    for n in range(3):
        yield [n]                  # yields
total = sum(len(x) for x in numbers())
order = sorted(numbers(), key=lambda x: [x])   # sorted
Ring()
gc.collect()
print(total)
";
    let mut program = Program::recorded(source);
    let made = program.all(&Sign::Allocation);
    assert!(made.iter().filter(|text| text.starts_with("list #")).count() >= 6, "{made:?}");
    let mut inside = program.all(&Sign::Death);
    inside.retain(|text| text.starts_with("Ring"));
    assert_eq!(inside.len(), 1);
    program.seek(Seek::First);
    program.go("finalizer");
    assert!(program.find(&Sign::Allocation).sentence.starts_with("list #"));
    assert_eq!(program.here(), "finalizer");
}

#[test]
fn a_search_in_slices_finds_what_one_in_one_go_finds() {
    use heapglass_machine::picture::Search;
    let mut program = Program::recorded("x = []\nfor n in range(2000):\n    y = n\nx.append(1)\nz = 1  # end\n");
    program.go("end");
    let (list, _) = program.named("x");
    for direction in [Direction::Forward, Direction::Backward] {
        program.seek(if direction == Direction::Forward { Seek::Step(40) } else { Seek::Last });
        let from = program.session.picture(&Wanted::default()).position.step;
        let to = Seek::Find(direction, Sign::Count(list));
        let at_once = program.seek(to.clone());
        program.seek(Seek::Step(from));
        let mut slices = 0;
        let arrival = loop {
            match program.session.search(&to, 500) {
                Search::Searching { .. } => slices += 1,
                Search::Ended(arrival) => break arrival,
            }
            // Looking meanwhile disturbs nothing.
            program.session.picture(&Wanted::default());
        };
        assert_eq!(arrival, at_once);
        assert!(slices > 3 || direction == Direction::Backward, "{slices} slices");
    }
}

#[test]
fn a_search_that_is_given_up_leaves_one_where_one_was() {
    use heapglass_machine::picture::Search;
    let mut program = Program::recorded("for n in range(5000):\n    y = n\nprint(1)\n");
    program.seek(Seek::Step(50));
    let searching = program.session.search(&Seek::Find(Direction::Forward, Sign::Output), 100);
    assert!(matches!(searching, Search::Searching { step, .. } if step < 500), "{searching:?}");
    program.session.give_up();
    assert_eq!(program.session.picture(&Wanted::default()).position.step, 50);
}

impl Program {
    fn go_to_first(&mut self, name: &str) {
        self.seek(Seek::First);
        self.go(name);
    }
}
