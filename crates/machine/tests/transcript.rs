//! The transcript alone tells what a program does to memory.

use heapglass_machine::{Session, picture::Told};

const PROGRAM: &str = "import gc

class Node:
    pass

def adder(step):
    return lambda number: number + step

a = [1, 2]
b = a
b.append(3)
add = adder(5)
print(add(2))
try:
    a[9]
except IndexError:
    print('no ninth')
node = Node()
node.me = node
del node
gc.collect()
a = None
b = None
";

fn recorded(source: &str) -> Vec<Told> {
    let mut session = Session::new();
    session.load(source, "program.py").expect("it compiles");
    while !session.record(100_000).finished {}
    session.transcript(0, u64::MAX)
}

/// Everything told, with the objects' numbers left out: they depend on what the interpreter made before.
fn text(told: &[Told]) -> String {
    let all: Vec<String> = told.iter().flat_map(|told| told.sentences.clone()).collect();
    let mut text = String::new();
    let mut number = false;
    for letter in all.join("\n").chars() {
        number = letter == '#' || number && (letter.is_ascii_digit() || letter == '−');
        if !number {
            text.push(letter);
        }
    }
    text.replace(" ,", ",")
}

/// Looks for sentences that follow one another, with anything between them.
fn expect_in_order(text: &str, wanted: &[&str]) {
    let mut rest = text;
    for sentence in wanted {
        let at = rest.find(sentence).unwrap_or_else(|| panic!("not told, or not in its turn: {sentence}\n{text}"));
        rest = &rest[at + sentence.len()..];
    }
}

#[test]
fn names_contents_and_counts_are_told_as_they_change() {
    expect_in_order(&text(&recorded(PROGRAM)), &[
        "`a` now names list",
        "is made, holding 1 at `0`, 2 at `1`; 1 reference, 72 bytes.",
        "`b` now names the list  that `a` names: its count goes from 1 to 2.",
        "+1: named by `b`.",
        "now holds 3 at `2`.",
        "`a` now names None.",
        "goes from 2 to 1. −1: no longer named by `a`.",
    ]);
}

#[test]
fn calls_closures_and_output_are_told() {
    expect_in_order(&text(&recorded(PROGRAM)), &[
        "adder is called: a new frame for its names.",
        "`step` in adder names cell",
        "is made, holding 5 at `contents`; 1 reference",
        "adder has returned; its names are gone.",
        "`add` names function <lambda>",
        "holding tuple  at `closure`",
        "<lambda> is called",
        "`number` in <lambda> names 2.",
        "<lambda> has returned; its names are gone.",
        "The program prints \"7\".",
        "The program prints \"no ninth\".",
    ]);
}

#[test]
fn an_exception_is_told_with_its_line_and_what_it_holds() {
    expect_in_order(&text(&recorded(PROGRAM)), &["IndexError  is raised in line 15.", "holding tuple  at `args`", "str  is made: 'list index out of range'", "IndexError  is gone, and 88 bytes are free: its last reference went"]);
}

#[test]
fn deaths_are_told_with_their_causes() {
    let text = text(&recorded(PROGRAM));
    expect_in_order(&text, &[
        "The name `node` is deleted",
        "Nothing leads to Node  any more, yet it lives.",
        "Generation 2 and all younger ones are examined, because the program asked for it.",
        "Node : count 1, scratch count 0",
        "Node  is gone, and 48 bytes are free: the collection cleared it, for only objects that nothing leads to held it.",
        "list  is gone, and 120 bytes are free: its last reference went, it is no longer named by `b`.",
        "function adder  is gone, and 160 bytes are free: the program has ended",
    ]);
    assert_eq!(text.matches(" is gone, and ").count(), text.matches(" bytes are free: ").count(), "every death has a cause\n{text}");
}

#[test]
fn what_dies_with_a_frame_was_held_by_its_names() {
    let text = text(&recorded("def work():\n    values = [[1]]\n    values.append(2)\n    return 3\nwork()\n"));
    expect_in_order(&text, &["is no longer held by `[0]` of list", "is no longer named by `values` of work."]);
}

#[test]
fn no_stop_says_a_thing_twice() {
    for told in recorded(PROGRAM) {
        let mut sentences: Vec<String> = told.sentences.iter().map(|sentence| sentence.to_lowercase()).collect();
        sentences.sort();
        let all = sentences.len();
        sentences.dedup();
        assert_eq!(sentences.len(), all, "{told:?}");
    }
}

#[test]
fn a_sentence_that_begins_with_an_object_leaves_the_letters_of_its_type_alone() {
    let told = recorded("import sys\nerrors = [1]\nerrors.append(2)\nit = iter(range(3))\ndel it\n");
    let first: Vec<&str> = told.iter().filter_map(|told| told.sentences.first().map(String::as_str)).collect();
    assert!(first.iter().any(|sentence| sentence.starts_with("list #") && sentence.ends_with(" now holds 2 at `1`.")), "{first:#?}");
    assert!(first.iter().any(|sentence| sentence.starts_with("`it` is gone, and range_iterator #")), "{first:#?}");
}
