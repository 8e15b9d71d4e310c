//! The pages about the language must agree with CPython in every dimension that the oracle's comparer judges by default. Those that
//! differ in one of the others ([`MAY_DIFFER`]) stand in `exceptions.txt`, `topic/name: dimension dimension: why`. The test tells of
//! what stands there without need.

use std::{collections::BTreeMap, fs, path::Path};

use crate::{agreed::Agreed, literate::Literate};

/// What the comparer does not judge unless it is told to (`DEFAULT` in tests/oracle/compare.py leaves them out).
const MAY_DIFFER: [&str; 3] = ["generations", "gc_counts", "allocations"];

/// Folders whose pages are about the language, its builtins and types.
const TOPICS: [&str; 5] = ["async/", "builtins/", "language/", "statements/", "types/"];

fn listed() -> BTreeMap<String, Vec<String>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/exceptions.txt");
    let text = fs::read_to_string(file).expect("the list of exceptions is there");
    let row = |line: &str| {
        let mut parts = line.splitn(3, ": ");
        let (program, dimensions, reason) = (parts.next()?, parts.next()?, parts.next().unwrap_or_default());
        assert!(reason.len() > 10, "{program}: an exception needs a reason");
        Some((program.to_owned(), dimensions.split(' ').map(str::to_owned).collect()))
    };
    text.lines().filter_map(row).collect()
}

/// What is wrong with a page, in words.
fn complaint(program: &str, agreed: &Agreed, exceptions: &[String]) -> Option<String> {
    let Some(differing) = agreed.differing(program) else {
        return Some(format!("{program}: no trace is recorded"));
    };
    if let Some(dimension) = exceptions.iter().find(|dimension| !MAY_DIFFER.contains(&dimension.as_str())) {
        return Some(format!("{program}: must not differ in `{dimension}`"));
    }
    if agreed.is_absent(program, "allocations") {
        return Some(format!("{program}: its allocator events are not recorded"));
    }
    let stale: Vec<&str> = exceptions.iter().map(String::as_str).filter(|dimension| !differing.contains(dimension)).collect();
    if !stale.is_empty() {
        println!("{program}: does not differ any more in `{}`; please take that off exceptions.txt", stale.join(" "));
    }
    let unlisted = differing.iter().any(|dimension| !exceptions.iter().any(|listed| listed == dimension));
    unlisted.then(|| format!("{program}: differs in `{}`, and is listed with `{}`", differing.join(" "), exceptions.join(" ")))
}

/// Every page that differs otherwise than the list says, in words.
pub fn judge(programs: &[Literate], agreed: &Agreed) -> Vec<String> {
    let listed = listed();
    let concerned = programs.iter().filter(|program| TOPICS.iter().any(|topic| program.name.starts_with(topic)));
    let mut wrong: Vec<String> = concerned
        .filter_map(|program| complaint(&program.name, agreed, listed.get(&program.name).map_or(&[], Vec::as_slice)))
        .collect();
    let gone = listed.keys().filter(|name| !programs.iter().any(|program| program.name == **name));
    wrong.extend(gone.map(|name| format!("{name}: is listed, and there is no such page")));
    wrong
}
