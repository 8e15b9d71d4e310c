//! The scripts that a student runs on their own Python: those of all examples, at several stops, agree with CPython 3.12.1.
//!
//! Where `python3.12` is CPython 3.12.1 the scripts are run. What they expect is recorded in `tests/check`, so that elsewhere the
//! same is known: `HEAPGLASS_RECORD=1 cargo test -p heapglass --test checks` writes it anew, and only of scripts that agreed.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use heapglass::take::{Program, check};
use heapglass_machine::{
    Session,
    picture::{Seek, Wanted},
    timeline::StopKind,
};

/// Stops of each program at most.
const MOST: usize = 6;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn session(source: &str, file: &str) -> Session {
    let mut session = Session::new();
    session.load(source, file).unwrap_or_else(|problem| panic!("{}", problem.message));
    session.record(5_000_000);
    session
}

/// Some of the stops before lines, spread over the run, and where all lines have run.
fn some_stops(session: &Session) -> Vec<u64> {
    let stops = session.stops();
    let of_lines: Vec<u64> =
        (0..).zip(&stops).filter(|(_, stop)| matches!(stop.kind, StopKind::Line | StopKind::Leaving)).map(|(at, _)| at).collect();
    let apart = of_lines.len().div_ceil(MOST).max(1);
    let mut chosen: Vec<u64> = of_lines.iter().copied().skip(apart / 2).step_by(apart).collect();
    chosen.extend(of_lines.last());
    chosen.dedup();
    chosen
}

/// The interpreter whose facts the page shows, if it is here.
fn python() -> Option<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let known = [PathBuf::from("python3.12"), home.join(".pyenv/versions/3.12.1/bin/python3.12")];
    known.into_iter().find(|python| {
        let answer = Command::new(python).arg("--version").output();
        answer.is_ok_and(|answer| answer.stdout.starts_with(b"Python 3.12.1"))
    })
}

fn run(python: &Path, script: &str, name: &str) -> String {
    let file = std::env::temp_dir().join(format!("heapglass-check-{}-{name}.py", std::process::id()));
    fs::write(&file, script).expect("a temporary file can be written");
    let answer = Command::new(python).arg("-I").arg(&file).output().expect("the interpreter runs");
    let _ = fs::remove_file(&file);
    String::from_utf8_lossy(&answer.stdout).into_owned() + &String::from_utf8_lossy(&answer.stderr)
}

fn facts(script: &str) -> &str {
    let start = script.find("LINE, TIME").expect("the script says where");
    let end = script[start..].find("\n]\n").expect("the script has facts") + start;
    &script[start..end]
}

#[test]
fn the_scripts_of_all_examples_agree_with_cpython() {
    let python = python();
    let record = std::env::var_os("HEAPGLASS_RECORD").is_some();
    let mut names: Vec<PathBuf> = fs::read_dir(root().join("static/examples")).expect("examples").filter_map(|entry| Some(entry.ok()?.path())).collect();
    names.sort();
    let mut wrong = String::new();
    for path in names {
        let file = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        let source = fs::read_to_string(&path).expect("an example is text");
        let mut session = session(&source, &file);
        let program = Program { source, file: file.clone(), answers: Vec::new() };
        let mut told = String::new();
        for stop in some_stops(&session) {
            session.seek(&Seek::Stop(stop));
            let script = check(&mut session, &Wanted::default(), &program).unwrap_or_else(|why| panic!("{file}, stop {stop}: {why}"));
            let _ = writeln!(told, "stop {stop}\n{}\n", facts(&script).split_once("PROGRAM = ").map_or("", |(place, rest)| {
                let _ = rest;
                place
            }));
            let _ = writeln!(told, "{}\n", facts(&script).split_once("FACTS = [").map_or("", |(_, facts)| facts));
            if let Some(python) = &python {
                let answer = run(python, &script, &format!("{file}-{stop}"));
                if !answer.lines().last().unwrap_or_default().starts_with("agrees: all") {
                    let _ = writeln!(wrong, "{file}, stop {stop}:\n{answer}");
                }
            }
        }
        let recorded = root().join("tests/check").join(file.replace(".py", ".txt"));
        if record && python.is_some() {
            fs::write(&recorded, &told).expect("the record can be written");
        }
        let known = fs::read_to_string(&recorded).unwrap_or_default();
        assert!(known == told, "{file}: the script asks something else than what is recorded in tests/check");
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn in_the_middle_of_a_line_a_sentence_says_why_there_is_no_script() {
    let source = "a = [1]\nb = a + a\n";
    let mut session = session(source, "two.py");
    session.seek(&Seek::Stop(1));
    session.seek(&Seek::NextInstruction);
    let program = Program { source: source.into(), file: "two.py".into(), answers: Vec::new() };
    let problem = check(&mut session, &Wanted::default(), &program).expect_err("there is no script");
    assert!(problem.contains("before lines"), "{problem}");
}
