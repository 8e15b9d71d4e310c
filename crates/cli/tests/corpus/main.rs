//! The oracle's corpus: every program of `tests/corpus`, step by step against what a real CPython 3.12.1 did.
//!
//! `tests/oracle/compare.py` is the judge by definition; `compare.rs` is the same comparison in Rust, so that the
//! tests run where no Python is installed.

mod compare;

use std::{fs, io::Write as _, path::Path};

use compare::{DEFAULT, Report, compare};
use heapglass_cli::trace::{TraceOptions, trace};
use serde_json::Value;

/// Programs that agree in every dimension the comparer chooses by default. A program may join; none may leave.
const AGREED: &str = include_str!("agreed.txt");

fn report(program: &Path) -> Report {
    let source = fs::read_to_string(program).expect("the program is readable");
    let golden = fs::read_to_string(program.with_extension("json")).expect("the truth is recorded");
    let expected: Value = serde_json::from_str(&golden).expect("the truth is JSON");
    let name = program.file_name().expect("it has a name").to_string_lossy();
    let actual = trace(&source, &name, &TraceOptions::default());
    compare(&expected, &actual)
}

#[test]
fn programs_of_the_corpus_agree_with_cpython_step_by_step() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let mut programs: Vec<_> = fs::read_dir(&corpus)
        .expect("the corpus is there")
        .flatten()
        .flat_map(|topic| fs::read_dir(topic.path()).into_iter().flatten().flatten())
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "py"))
        .collect();
    programs.sort();
    let (mut agreed, mut missing) = (0, Vec::new());
    for program in &programs {
        let name = program.strip_prefix(&corpus).expect("it lies in the corpus").with_extension("");
        let name = name.to_string_lossy();
        let report = report(program);
        let differing: Vec<_> = DEFAULT.iter().filter(|dimension| !report[*dimension].differences.is_empty()).collect();
        if differing.is_empty() {
            agreed += 1;
        } else {
            println!("{name}: differs in {differing:?}: {}", report[differing[0]].differences[0]);
            if AGREED.lines().any(|line| line == name) {
                missing.push(name.into_owned());
            }
        }
    }
    // Written past the capture of test output, so that every run shows the number.
    let _ = writeln!(std::io::stderr(), "{agreed} of {} corpus programs agree with CPython 3.12.1 in every default dimension", programs.len());
    assert!(missing.is_empty(), "these agreed before: {missing:?}");
    assert!(programs.len() >= 60, "the corpus is incomplete");
}
