//! The verification scripts of `tests/facts`: `heapglass run` prints what CPython 3.12.1 printed, line by line.
//!
//! Lines that differ stand in `tests/facts/differs.txt` with the reason; no other line may differ. `docs/facts-scripts.md` is
//! made from the same list: `HEAPGLASS_WRITE_DOCS=1 cargo test -p heapglass-cli --test facts` writes it anew.

mod table;

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use table::{Differing, Script};

/// Where the scripts lie.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/facts")
}

/// Every script with a recorded truth, by name.
fn scripts() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder())
        .expect("the scripts are there")
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "out"))
        .filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()))
        .collect();
    names.sort();
    names
}

/// What the script prints here; what it prints on standard error comes last.
fn run(name: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_heapglass"))
        .args(["run", &format!("{name}.py")])
        .current_dir(folder())
        .output()
        .expect("the command line runs");
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Compares a script line by line.
fn compare(name: &str, differing: Vec<Differing>) -> (Script, Vec<String>) {
    let expected = fs::read_to_string(folder().join(format!("{name}.out"))).expect("the truth is recorded");
    let actual = run(name);
    let expected: Vec<&str> = expected.lines().collect();
    let actual: Vec<&str> = actual.lines().collect();
    let (mut agree, mut wrong) = (0, Vec::new());
    for at in 0..expected.len().max(actual.len()) {
        let (wanted, printed) = (expected.get(at).copied(), actual.get(at).copied());
        let listed = differing.iter().any(|one| one.lines.contains(&(at + 1)));
        if wanted == printed && !listed {
            agree += 1;
        } else if !listed {
            wrong.push(format!(
                "{name}, line {}:\n  CPython:  {}\n  here:     {}",
                at + 1,
                wanted.unwrap_or("(no line)"),
                printed.unwrap_or("(no line)")
            ));
        } else if wanted == printed {
            // A line may vary from run to run in CPython itself; whether it happens to agree does not count.
            println!("{name}, line {}: listed as differing, but agrees now", at + 1);
        }
    }
    (
        Script {
            name: name.to_owned(),
            agree,
            lines: expected.len(),
            differing,
        },
        wrong,
    )
}

#[test]
fn the_verification_scripts_print_what_cpython_printed() {
    let list = fs::read_to_string(folder().join("differs.txt")).expect("the list of differing lines is there");
    let mut list = table::read(&list);
    let mut wrong = Vec::new();
    let mut all = Vec::new();
    for name in scripts() {
        let differing = list.remove(&name).unwrap_or_default();
        let (script, problems) = compare(&name, differing);
        wrong.extend(problems);
        all.push(script);
    }
    let (agree, lines) = all.iter().fold((0, 0), |(agree, lines), script| {
        (agree + script.agree, lines + script.lines)
    });
    // Written past the capture of test output, so that every run shows the number.
    let _ = writeln!(
        std::io::stderr(),
        "verification scripts: lines that agree with CPython 3.12.1: {agree} of {lines}"
    );
    assert!(list.is_empty(), "no such scripts: {:?}", list.keys());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(all.len() >= 29, "all scripts are there");
    let page = folder().join("../../docs/facts-scripts.md");
    let text = table::page(&all);
    if std::env::var_os("HEAPGLASS_WRITE_DOCS").is_some() {
        fs::write(&page, &text).expect("the page can be written");
    }
    assert_eq!(
        fs::read_to_string(&page).unwrap_or_default(),
        text,
        "docs/facts-scripts.md is out of date: run this test once with HEAPGLASS_WRITE_DOCS=1"
    );
}
