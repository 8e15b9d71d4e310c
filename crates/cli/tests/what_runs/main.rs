//! `docs/what-runs.md` tells of every literate program whether it runs and in what its trace differs from CPython's. The list
//! in it is made from the programs and from the table of agreement; this test says when it is out of date, and
//! `HEAPGLASS_AGREED=write` writes it anew.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// What `compare.py` compares when nothing is chosen, and what the corpus adds; the names of the table of agreement.
const DIMENSIONS: [&str; 16] = [
    "lines", "names", "graph", "types", "values", "refcounts", "sizes", "tracked", "interned", "collections", "deaths", "stdout",
    "exceptions", "generations", "gc_counts", "allocations",
];

const START: &str = "<!-- list of programs: start -->\n";
const END: &str = "<!-- list of programs: end -->\n";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Entries of a folder, by name.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder).expect("the folder is there").flatten().map(|entry| entry.path()).collect();
    found.sort();
    found
}

/// The table of agreement: program, and the dimensions in which its trace is CPython's.
fn agreed() -> BTreeMap<String, Vec<String>> {
    let text = fs::read_to_string(root().join("crates/cli/tests/corpus/agreed_programs.txt")).expect("the table is there");
    let row = |line: &str| {
        let (program, dimensions) = line.split_once(": ")?;
        Some((program.to_owned(), dimensions.split(' ').map(str::to_owned).collect()))
    };
    text.lines().filter_map(row).collect()
}

/// In one phrase, how far a program's trace is CPython's. Its output always is: the suite fails otherwise.
fn verdict(dimensions: Option<&Vec<String>>) -> String {
    let Some(agreed) = dimensions else { return "runs; the printed text is compared".to_owned() };
    let stands = |word: &str| agreed.iter().any(|one| one == word);
    let differs = |dimension: &&str| !stands(dimension) && !stands(&format!("no:{dimension}"));
    let missing: Vec<&str> = DIMENSIONS.into_iter().filter(differs).collect();
    let unknown = if stands("no:allocations") { "; allocator events are not recorded" } else { "" };
    if missing.is_empty() {
        return format!("runs; every step is the same{unknown}");
    }
    format!("runs; differs in {}{unknown}", missing.join(", "))
}

/// The list: a table for each topic.
fn list() -> String {
    let agreed = agreed();
    let mut text = String::new();
    for topic in entries(&root().join("tests/programs")) {
        let name = topic.file_name().unwrap_or_default().to_string_lossy().into_owned();
        text += &format!("\n### {name}\n\n| program | state |\n|---|---|\n");
        for page in entries(&topic).iter().filter(|file| file.extension().is_some_and(|ending| ending == "md")) {
            let title = fs::read_to_string(page).expect("a program is readable");
            let title = title.lines().next().unwrap_or_default().trim_start_matches("# ").replace('|', "\\|");
            let stem = page.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let state = verdict(agreed.get(&format!("{name}/{stem}")));
            text += &format!("| [{title}](../tests/programs/{name}/{stem}.md) | {state} |\n");
        }
    }
    text + "\n"
}

#[test]
fn the_page_of_what_runs_lists_every_program_as_it_stands() {
    let file = root().join("docs/what-runs.md");
    let text = fs::read_to_string(&file).expect("the page is there");
    let (before, rest) = text.split_once(START).expect("the page marks where the list starts");
    let (_, after) = rest.split_once(END).expect("the page marks where the list ends");
    let renewed = format!("{before}{START}{}{END}{after}", list());
    if std::env::var("HEAPGLASS_AGREED").is_ok_and(|wish| wish == "write") {
        fs::write(&file, &renewed).expect("the page can be written");
    } else {
        assert!(text == renewed, "docs/what-runs.md is out of date: run this test once with HEAPGLASS_AGREED=write");
    }
}
