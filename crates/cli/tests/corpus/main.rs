//! Every program of `tests/corpus` and `tests/programs`, step by step against what a real CPython 3.12.1 did.
//!
//! `tests/oracle/compare.py` is the judge by definition; `compare.rs` is the same comparison in Rust, so that the
//! tests run where no Python is installed. Which program agrees in which dimension stands in `agreed.txt` and
//! `agreed_programs.txt`; `HEAPGLASS_AGREED=write` adds what agrees now.

mod agreed;
mod compare;
mod exceptions;
mod packed;
#[path = "../programs/literate.rs"]
mod literate;

use std::{fs, io::Write as _, path::Path};

use agreed::Agreed;
use compare::{DIMENSIONS, Report, compare};
use heapglass_cli::trace::{TraceOptions, trace};
use heapglass_machine::Session;
use literate::Literate;
use serde_json::{Value, json};

fn json_in(file: &Path) -> Option<Value> {
    fs::read_to_string(file).ok().map(|text| serde_json::from_str(&text).expect("a recorded truth is JSON"))
}

/// The recorded trace, with the allocator's events, which are recorded beside it.
fn truth(folder: &Path, program: &Literate) -> Option<Value> {
    let mut expected = packed::unpack(json_in(&folder.join(format!("{}.json", program.name)))?);
    let events = json_in(&folder.join(format!("{}.alloc.json", program.name))).unwrap_or_default();
    let steps = expected["steps"].as_array_mut().into_iter().flatten();
    for (step, events) in steps.zip(events.as_array().into_iter().flatten()) {
        let event = |text: &Value| {
            let words: Vec<&str> = text.as_str().unwrap_or_default().split(' ').collect();
            json!([words[0], words[1], words[2].parse::<u64>().expect("a size")])
        };
        if let Some(events) = events.as_array() {
            step["since"]["allocations"] = events.iter().map(event).collect();
        }
    }
    Some(expected)
}

fn report(program: &Literate, expected: &Value) -> Report {
    let repl = expected["options"]["mode"] == "repl";
    let actual = trace(&program.source, &program.file_name(), &TraceOptions { repl, alloc: true, ..TraceOptions::default() });
    compare(expected, &actual)
}

/// Compares all programs that have a recorded trace. What a table says agrees must agree.
fn compare_all(folder: &str, table: &str, programs: &[Literate]) -> (usize, Agreed) {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests").join(folder);
    let mut agreed = Agreed::read(table);
    let mut compared = 0;
    for program in programs {
        let Some(expected) = truth(&place, program) else { continue };
        compared += 1;
        let report = report(program, &expected);
        for (dimension, found) in &report {
            if let Some(difference) = found.differences.first() {
                println!("{}: {dimension}: {} of {} differ: {difference}", program.name, found.differences.len(), found.checked);
            }
        }
        agreed.judge(&program.name, &report);
    }
    // Written past the capture of test output, so that every run shows the numbers.
    let mut screen = std::io::stderr();
    let (passed, all) = agreed.score();
    let _ = writeln!(screen, "tests/{folder}: programs × dimensions passed: {passed} of {all}");
    for dimension in DIMENSIONS {
        let _ = writeln!(screen, "    {dimension:<12} {} of {}", agreed.programs(dimension), compared - agreed.absences(dimension));
    }
    if std::env::var("HEAPGLASS_AGREED").is_ok_and(|wish| wish == "write") {
        agreed.write();
    } else {
        for row in agreed.gained() {
            let _ = writeln!(screen, "please add to {table} (or set HEAPGLASS_AGREED=write): {row}");
        }
    }
    assert!(agreed.lost.is_empty(), "these agreed before:\n{}", agreed.lost.join("\n"));
    (compared, agreed)
}

#[test]
fn programs_of_the_corpus_agree_with_cpython_step_by_step() {
    let (compared, _) = compare_all("corpus", "agreed.txt", &literate::corpus());
    assert!(compared >= 60, "the corpus is incomplete");
}

#[test]
fn literate_programs_agree_with_cpython_step_by_step() {
    let programs = literate::programs();
    let (compared, agreed) = compare_all("programs", "agreed_programs.txt", &programs);
    assert!(compared >= 15, "traces are missing");
    let wrong = exceptions::judge(&programs, &agreed);
    assert!(wrong.is_empty(), "of the pages about the language:\n{}", wrong.join("\n"));
}

/// The lines at which a recording stops, each once even where CPython tells it twice in a row at one step.
fn stops_of(program: &Literate) -> Vec<u64> {
    let mut session = Session::new();
    session.load(&program.source, &program.file_name()).unwrap_or_else(|problem| panic!("{}: {problem:?}", program.name));
    while !session.record(1_000_000).finished {}
    session.stops().iter().filter(|stop| stop.line > 0).map(|stop| u64::from(stop.line)).collect()
}

#[test]
fn a_recording_stops_where_cpython_tells_a_tracer_of_a_line() {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let mut compared = 0;
    for program in &literate::corpus() {
        let Some(expected) = json_in(&place.join(format!("{}.json", program.name))) else { continue };
        let steps = expected["steps"].as_array().map(Vec::as_slice).unwrap_or_default();
        let lines: Vec<u64> = steps.iter().filter(|step| step["event"] == "line").filter_map(|step| step["line"].as_u64()).collect();
        if expected["options"]["mode"] == "repl" {
            continue;
        }
        let stops = stops_of(program);
        // The trace of a long program ends early.
        let known = stops.len().min(lines.len());
        assert_eq!(stops[..known], lines[..known], "{}", program.name);
        compared += 1;
    }
    assert!(compared > 60, "the recorded truths are there");
}
