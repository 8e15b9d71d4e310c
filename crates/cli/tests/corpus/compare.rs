//! `tests/oracle/compare.py`, told again in Rust: which dimensions of two traces agree.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Map, Value, json};

/// All dimensions. The last three are those that `compare.py` chooses only when asked.
pub const DIMENSIONS: [&str; 16] = [
    "lines", "names", "graph", "types", "values", "refcounts", "sizes", "tracked", "interned", "collections", "deaths",
    "stdout", "exceptions", "generations", "gc_counts", "allocations",
];

const NOISY: [&str; 6] = ["type", "module", "builtin_function_or_method", "NoneType", "bool", "ellipsis"];

/// One aspect of the traces: how much was checked, and what differed.
#[derive(Default)]
pub struct Dimension {
    /// Comparisons made.
    pub checked: usize,
    /// Those that failed, in words.
    pub differences: Vec<String>,
}

/// All dimensions by name.
pub type Report = BTreeMap<&'static str, Dimension>;

fn check(report: &mut Report, dimension: &'static str, place: &str, what: &str, expected: &Value, actual: &Value) {
    let entry = report.entry(dimension).or_default();
    entry.checked += 1;
    if expected != actual {
        entry.differences.push(format!("{place}: {what}: expected {expected}, got {actual}"));
    }
}

type Heap = Map<String, Value>;

fn edges(node: &Value) -> &[Value] {
    node["edges"].as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Objects of the expected heap matched with objects of the actual one.
#[derive(Default)]
struct Pairing {
    forward: HashMap<String, String>,
    backward: HashMap<String, String>,
    paths: HashMap<String, String>,
    order: Vec<String>,
}

impl Pairing {
    fn add(&mut self, report: &mut Report, place: &str, heaps: (&Heap, &Heap), start: (String, String, String)) {
        let mut pending = vec![start];
        while let Some((path, a, b)) = pending.pop() {
            if self.forward.contains_key(&a) || self.backward.contains_key(&b) {
                let known = self.forward.contains_key(&a);
                let same = self.forward.get(&a) == Some(&b);
                check(report, "graph", place, &format!("is {path} the same object"), &json!(known), &json!(known && same));
                continue;
            }
            self.forward.insert(a.clone(), b.clone());
            self.backward.insert(b.clone(), a.clone());
            self.paths.insert(a.clone(), path.clone());
            self.order.push(a.clone());
            let (Some(mine), Some(theirs)) = (heaps.0.get(&a), heaps.1.get(&b)) else {
                let there = (json!(heaps.0.contains_key(&a)), json!(heaps.1.contains_key(&b)));
                check(report, "graph", place, &format!("{path} is in the heap"), &there.0, &there.1);
                continue;
            };
            let unordered = ["set", "frozenset"].contains(&text(&mine["type"]));
            let shapes = (shape(heaps.0, mine, unordered), shape(heaps.1, theirs, unordered));
            check(report, "graph", place, &format!("edges of {path}"), &shapes.0, &shapes.1);
            if !unordered {
                pending.extend(matched(&path, mine, theirs).into_iter().rev());
            }
        }
    }
}

fn shape(heap: &Heap, node: &Value, unordered: bool) -> Value {
    if !unordered {
        return edges(node).iter().map(|edge| json!([edge[0], edge[1]])).collect();
    }
    let mut keys: Vec<String> = edges(node)
        .iter()
        .map(|edge| {
            let to = heap.get(text(&edge[2])).unwrap_or(&Value::Null);
            format!("{} {}", to["type"], to["repr"])
        })
        .collect();
    keys.sort();
    json!(keys)
}

fn matched(path: &str, mine: &Value, theirs: &Value) -> Vec<(String, String, String)> {
    let other: HashMap<String, &str> =
        edges(theirs).iter().map(|edge| (format!("{}{}", edge[0], edge[1]), text(&edge[2]))).collect();
    edges(mine)
        .iter()
        .filter_map(|edge| {
            let to = other.get(&format!("{}{}", edge[0], edge[1]))?;
            let step = if edge[1].is_null() { format!(".{}", text(&edge[0])) } else { format!(".{}[{}]", text(&edge[0]), edge[1]) };
            Some((format!("{path}{step}"), text(&edge[2]).to_string(), (*to).to_string()))
        })
        .collect()
}

fn compare_lines(report: &mut Report, mine: &Value, theirs: &Value, place: &str) {
    let event = |step: &Value| json!([step["event"], step["line"], step["function"]]);
    check(report, "lines", place, "event", &event(mine), &event(theirs));
    let frames = |step: &Value| -> Value {
        step["frames"].as_array().into_iter().flatten().map(|frame| json!([frame["function"], frame["line"]])).collect()
    };
    check(report, "lines", place, "stack", &frames(mine), &frames(theirs));
}

fn compare_heaps(report: &mut Report, mine: (&Value, &Heap), theirs: (&Value, &Heap), place: &str) {
    let mut pairing = Pairing::default();
    let frames = |step: &Value| step["frames"].as_array().cloned().unwrap_or_default();
    for (number, (left, right)) in frames(mine.0).iter().zip(&frames(theirs.0)).enumerate() {
        let names = |frame: &Value| -> Vec<(String, String)> {
            let entries = frame["names"].as_array().cloned().unwrap_or_default();
            entries.iter().map(|entry| (text(&entry[0]).to_string(), text(&entry[1]).to_string())).collect()
        };
        let (expected, actual) = (names(left), names(right));
        let only = |names: &[(String, String)]| json!(names.iter().map(|(name, _)| name).collect::<Vec<_>>());
        check(report, "names", place, &format!("names in frame {number}"), &only(&expected), &only(&actual));
        let found: HashMap<&str, &str> = actual.iter().map(|(name, label)| (name.as_str(), label.as_str())).collect();
        let named: HashMap<&str, &str> = expected.iter().map(|(name, label)| (name.as_str(), label.as_str())).collect();
        for (name, label) in &expected {
            // A name may stand twice, as a global and in an inlined comprehension: the last one counts.
            if named[name.as_str()] != label {
                continue;
            }
            if let Some(other) = found.get(name.as_str()) {
                pairing.add(report, place, (mine.1, theirs.1), (name.clone(), label.clone(), (*other).to_string()));
            }
        }
    }
    for a in &pairing.order {
        let (Some(left), Some(right)) = (mine.1.get(a), theirs.1.get(&pairing.forward[a])) else { continue };
        let path = format!("{} ({} {})", pairing.paths[a], text(&left["type"]), text(&left["repr"]));
        compare_nodes(report, place, &path, left, right);
    }
}

fn compare_nodes(report: &mut Report, place: &str, path: &str, left: &Value, right: &Value) {
    check(report, "types", place, path, &left["type"], &right["type"]);
    if !left["repr"].is_null() {
        check(report, "values", place, path, &left["repr"], &right["repr"]);
    }
    check(report, "sizes", place, path, &left["size"], &right["size"]);
    check(report, "tracked", place, path, &left["tracked"], &right["tracked"]);
    if left["tracked"] == true && !left["generation"].is_null() {
        check(report, "generations", place, path, &left["generation"], &right["generation"]);
    }
    if left["immortal"] == true {
        check(report, "refcounts", place, &format!("{path} immortal"), &json!(true), &json!(right["immortal"] == true));
    } else if left["shared"] != true && !NOISY.contains(&text(&left["type"])) {
        check(report, "refcounts", place, path, &left["refcount"], &right["refcount"]);
    }
    if left["type"] == "str" && !left["interned"].is_null() {
        check(report, "interned", place, path, &json!(true), &json!(right["interned"] == true));
    }
}

fn described(heap: &Heap, since: &Value) -> Value {
    let labels = since["died"].as_array().cloned().unwrap_or_default();
    let kinds = labels.iter().filter_map(|label| heap.get(text(label))).map(|node| node["type"].clone());
    kinds.filter(|kind| !["str", "int", "float", "bytes"].contains(&text(kind))).collect()
}

fn collections(since: &Value) -> Value {
    let all = since["collections"].as_array().cloned().unwrap_or_default();
    let runs = |one: &Value| if one["runs"].is_null() { json!(1) } else { one["runs"].clone() };
    all.iter().map(|one| json!([one["generation"], runs(one), one["collected"], one["uncollectable"]])).collect()
}

/// The allocator's events as `op domain size`; nothing of a step that tells none.
fn allocations(since: &Value) -> Option<Value> {
    let entries = since["allocations"].as_array()?;
    Some(entries.iter().map(|entry| format!("{} {} {}", text(&entry[0]), text(&entry[1]), entry[2])).collect())
}

fn exception(step: &Value) -> Value {
    let found = &step["exception"];
    if found.is_null() { Value::Null } else { json!([found["type"], found["message"]]) }
}

/// The steps of a trace with the whole heap in each.
fn expand(document: &Value) -> Vec<(Value, Heap)> {
    let mut heap = Heap::new();
    let mut steps = Vec::new();
    for step in document["steps"].as_array().into_iter().flatten() {
        let changes = step["heap"].as_object().cloned().unwrap_or_default();
        if document["encoding"] == "delta" {
            let died: HashSet<&str> = step["since"]["died"].as_array().into_iter().flatten().map(text).collect();
            heap.retain(|label, _| !died.contains(label.as_str()));
            heap.extend(changes);
            heap.retain(|_, node| !node.is_null());
        } else {
            heap = changes;
        }
        steps.push((step.clone(), heap.clone()));
    }
    steps
}

/// Compares two trace documents in every dimension.
pub fn compare(expected: &Value, actual: &Value) -> Report {
    let mut report: Report = DIMENSIONS.iter().map(|name| (*name, Dimension::default())).collect();
    let (mine, theirs) = (expand(expected), expand(actual));
    check(&mut report, "lines", "trace", "number of steps", &json!(mine.len()), &json!(theirs.len()));
    let nothing = Heap::new();
    let mut before = (&nothing, &nothing);
    for ((left, left_heap), (right, right_heap)) in mine.iter().zip(&theirs) {
        let place = format!("step {} ({}, line {})", left["index"], text(&left["event"]), left["line"]);
        compare_lines(&mut report, left, right, &place);
        compare_heaps(&mut report, (left, left_heap), (right, right_heap), &place);
        check(&mut report, "gc_counts", &place, "gc.get_count()", &left["gc"]["count"], &right["gc"]["count"]);
        let since = (&left["since"], &right["since"]);
        check(&mut report, "stdout", &place, "printed", &since.0["stdout"], &since.1["stdout"]);
        check(&mut report, "deaths", &place, "died", &described(before.0, since.0), &described(before.1, since.1));
        check(&mut report, "collections", &place, "collections", &collections(since.0), &collections(since.1));
        if let (Some(expected), Some(actual)) = (allocations(since.0), allocations(since.1)) {
            check(&mut report, "allocations", &place, "allocator events", &expected, &actual);
        }
        check(&mut report, "exceptions", &place, "exception", &exception(left), &exception(right));
        before = (left_heap, right_heap);
    }
    let (left, right) = (&expected["exit"], &actual["exit"]);
    check(&mut report, "stdout", "exit", "all output", &left["stdout"], &right["stdout"]);
    check(&mut report, "exceptions", "exit", "code", &left["code"], &right["code"]);
    check(&mut report, "exceptions", "exit", "exception", &left["exception"], &right["exception"]);
    report
}
