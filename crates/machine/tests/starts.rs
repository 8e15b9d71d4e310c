//! Programs begin with CPython 3.12.1's count of containers and its free lists, which depend on what compiling them took.
//! `tests/compiler/record_starts.py` recorded the truths.

use std::{
    fs,
    path::{Path, PathBuf},
};

use heapglass_machine::{Machine, limits::Limits};

/// What shows the free lists and ends the run, before the program's own first line.
const FIRST: &str = "__import__('sys')._debugmallocstats(); raise SystemExit\n";

/// Each program's text, its first count, and its free lists where they are known.
fn truths() -> Vec<(String, i32, String)> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/compiler");
    let table = fs::read_to_string(folder.join("starts.txt")).expect("the recorded truths");
    let row = |line: &str| {
        let (name, rest) = line.split_once(' ').expect("a name and numbers");
        let (count, lists) = rest.split_once(' ').unwrap_or((rest, ""));
        let source = fs::read_to_string(folder.join("snippets").join(format!("{name}.py"))).expect("a snippet");
        (source, count.parse().expect("a count"), lists.to_owned())
    };
    table.lines().map(row).collect()
}

fn started(source: &str) -> Machine {
    let mut machine = Machine::new(Limits::default());
    machine.start_file(source, "t.py").expect("the program compiles");
    machine
}

#[test]
fn the_first_count_of_a_program_is_what_its_compilation_left() {
    let truths = truths();
    assert!(truths.len() >= 35);
    for (source, count, _) in truths {
        assert_eq!(started(&source).heap.gc_counts(), [count, 4, 0], "{source}");
    }
}

#[test]
fn the_free_lists_at_the_start_are_what_the_compilation_left() {
    for (source, _, expected) in truths().into_iter().filter(|(_, _, lists)| !lists.is_empty()) {
        let mut machine = started(&format!("{FIRST}{source}"));
        machine.resume();
        let shown = String::from_utf8_lossy(&machine.errors).into_owned();
        let lines = shown.lines().filter(|line| line.contains(" free ") && line.contains("Py"));
        let lengths: Vec<&str> = lines.filter_map(|line| line.split_whitespace().next()).collect();
        assert_eq!(lengths.join(" "), expected, "{source}");
    }
}
