//! Syntax trees against those of CPython 3.12.1's `ast`, positions included.

#[path = "../examples/dump_ast/dump.rs"]
mod dump;

/// Made by `python3.12 dump_ast.py every_form.py`, less its first line.
const EXPECTED: &str = include_str!("../../../tests/compiler/trees/every_form.3.12.1.txt");

#[test]
fn every_form_of_the_grammar_has_the_tree_that_cpython_gives_it() {
    let ours = dump::dump(include_str!("../../../tests/compiler/trees/every_form.py"));
    for (number, (ours, theirs)) in ours.lines().zip(EXPECTED.lines()).enumerate() {
        assert_eq!(ours, theirs, "line {}", number + 1);
    }
    assert_eq!(ours.trim_end().lines().count(), EXPECTED.trim_end().lines().count());
}
