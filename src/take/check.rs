//! A script that prints, on the student's own Python, the facts that the page shows for a state.
//!
//! The script runs the program up to the line and compares there. Addresses and birth numbers cannot agree, and are left out;
//! everything else is told with what the page shows beside it, and with the reason where another version differs.

mod paths;
mod text;

use super::Program;
use crate::picture::{Object, Picture, Shape, Wanted};
use heapglass_machine::Session;
use heapglass_machine::timeline::StopKind;
use heapglass_words::{check_script as words, unisolated};
use paths::Path;
use std::fmt::Write;

/// The script's own part, without the program and what is expected. Its words are names between « and ».
const SCRIPT: &str = include_str!("check/script.py");

/// Objects that a script asks about at most.
const MOST_OBJECTS: usize = 60;

/// The script for the step that is looked at, or why there is none.
pub fn check(session: &mut Session, wanted: &Wanted, program: &Program) -> Result<String, String> {
    let picture = session.picture(&Wanted { as_objects: false, collector: true, ..wanted.clone() });
    let stops = session.stops();
    let at = usize::try_from(picture.position.stop).unwrap_or(usize::MAX);
    let stop = stops.get(at).filter(|stop| stop.step == picture.position.step);
    let (line, time) = match stop {
        Some(stop) if stop.kind == StopKind::Line => {
            let times = stops[..=at].iter().filter(|other| other.kind == StopKind::Line && other.line == stop.line).count();
            (stop.line, times)
        }
        Some(stop) if stop.kind == StopKind::Leaving => (0, 1),
        _ => {
            return Err(heapglass_words::take_away::no_check_here().into());
        }
    };
    Ok(script(&picture, program, line, time))
}

fn script(picture: &Picture, program: &Program, line: u32, time: usize) -> String {
    let mut text = String::from("\"\"\"");
    let file = program.file.replace(|sign: char| matches!(sign, '"' | '\\') || sign.is_control(), "_");
    let head = if line == 0 { words::after_all(&file) } else { words::before_line(&file, &line.to_string(), &time.to_string()) };
    let _ = writeln!(text, "{}\n{}\n\"\"\"", unisolated(&head), words::versions());
    let _ = writeln!(text, "FILE = {}", text::literal(&program.file));
    let _ = writeln!(text, "LINE, TIME = {line}, {time}");
    let _ = writeln!(text, "INPUT = {}", text::literal(&program.answers.iter().fold(String::new(), |all, line| all + line + "\n")));
    let _ = writeln!(text, "PROGRAM = {}", text::lines(&program.source));
    let _ = writeln!(text, "# {}\nFACTS = [", words::facts());
    for fact in facts(picture) {
        let Fact { frame, kind, expression, shown } = fact;
        let _ = writeln!(text, "    ({frame}, {}, {}, {shown}),", text::literal(kind), text::literal(&expression));
    }
    text.push_str("]\n\n");
    text.push_str(&unisolated(&worded()));
    text
}

/// The script's own part, in the language that is set.
fn worded() -> String {
    // What the script fills in stands between braces, as a name.
    let sentences = [
        ("begin", words::begin("{version}")),
        ("references", words::references("{thing}")),
        ("immortal", words::immortal().into()),
        ("differs", words::differs("{shown}", "{here}", "{why}")),
        ("all-agree", words::all_agree("{count}")),
        ("some-differ", words::some_differ("{wrong}", "{count}")),
        ("ended-before", words::ended_before("{problem}")),
        ("why-same-version", words::why_same_version().into()),
        ("why-dict", words::why_dict().into()),
        ("why-int-size", words::why_int_size().into()),
        ("why-str-size", words::why_str_size().into()),
        ("why-list-size", words::why_list_size().into()),
        ("why-type-size", words::why_type_size().into()),
        ("why-struct-size", words::why_struct_size().into()),
        ("why-size", words::why_size().into()),
        ("why-function-count", words::why_function_count().into()),
        ("why-old-count", words::why_old_count().into()),
        ("why-count", words::why_count().into()),
        ("why-threshold", words::why_threshold().into()),
        ("why-tracked", words::why_tracked().into()),
        ("why-is", words::why_is().into()),
        ("why-else", words::why_else().into()),
    ];
    sentences.into_iter().fold(SCRIPT.to_owned(), |script, (name, sentence): (_, String)| {
        script.replace(&format!("\"«{name}»\""), &text::literal(&sentence))
    })
}

/// Something that can be asked of a running Python.
struct Fact {
    /// The frame in which the expression is worked out, outermost first.
    frame: usize,
    /// What is asked.
    kind: &'static str,
    /// Of what.
    expression: String,
    /// What the page shows, as Python writes it.
    shown: String,
}

fn facts(picture: &Picture) -> Vec<Fact> {
    let mut found = Vec::new();
    let named = paths::of(picture, MOST_OBJECTS);
    for (frame, expression, value) in &named.values {
        found.push(Fact { frame: *frame, kind: "value", expression: expression.clone(), shown: text::literal(value) });
    }
    for (object, paths) in &named.objects {
        let (Some(object), Some(first)) = (picture.objects.iter().find(|other| other.id == *object), paths.first()) else { continue };
        of_object(object, first, &mut found);
        for other in paths.iter().skip(1).filter(|other| other.frame == first.frame).take(3) {
            found.push(Fact { frame: first.frame, kind: "is", expression: format!("{} is {}", first.expression, other.expression), shown: "True".into() });
        }
    }
    let apart = |(one, other): (&Path, &Path)| (one.frame == other.frame).then(|| (one.frame, format!("{} is {}", one.expression, other.expression)));
    let named_directly: Vec<&Path> = named.objects.iter().filter_map(|(_, paths)| paths.first()).filter(|path| path.is_name()).collect();
    for pair in named_directly.windows(2).take(4) {
        if let Some((frame, expression)) = apart((pair[0], pair[1])) {
            found.push(Fact { frame, kind: "is", expression, shown: "False".into() });
        }
    }
    collector(picture, &mut found);
    found
}

fn of_object(object: &Object, path: &Path, found: &mut Vec<Fact>) {
    let mut add = |kind: &'static str, shown: String| found.push(Fact { frame: path.frame, kind, expression: path.expression.clone(), shown });
    add("type", text::literal(&object.type_name));
    add("count", object.count.map_or_else(|| "None".to_owned(), |count| count.to_string()));
    add("size", object.size.to_string());
    // When a tuple leaves the collector's lists depends on when a collection ran, and this script's objects bring it closer.
    if object.shape != Shape::Tuple {
        add("tracked", text::truth(object.generation.is_some()).into());
    }
    if matches!(object.shape, Shape::List | Shape::Tuple | Shape::Dict | Shape::Set) {
        let length = object.parts.len() as u64 + u64::from(object.hidden_parts);
        add("length", length.to_string());
        if matches!(object.shape, Shape::List | Shape::Tuple) && object.type_name == if object.shape == Shape::List { "list" } else { "tuple" } {
            add("referents", length.to_string());
        }
    }
}

fn collector(picture: &Picture, found: &mut Vec<Fact>) {
    let mut add = |kind: &'static str, expression: &str, shown: String| found.push(Fact { frame: 0, kind, expression: expression.into(), shown });
    add("collector", "gc.isenabled()", text::truth(picture.collector.enabled).into());
    let thresholds: Vec<String> = picture.collector.generations.iter().map(|generation| generation.threshold.to_string()).collect();
    add("threshold", "gc.get_threshold()", format!("({})", thresholds.join(", ")));
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_word_that_the_script_prints_comes_from_a_message() {
        let script = super::worded();
        assert!(!script.contains(['«', '»']), "{script}");
        assert!(script.contains("return \"the same version should agree: does a debugger or another tool run here?\""));
    }
}
