//! The objects of a picture and their references, for Graphviz.

use super::Program;
use crate::picture::{Object, ObjectId, Picture, Value};
use crate::words;
use heapglass_words::{taken, unisolated};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The graph, in the language of Graphviz.
pub fn dot(picture: &Picture, program: &Program) -> String {
    let known: BTreeSet<ObjectId> = picture.objects.iter().map(|object| object.id).collect();
    let mut text = String::from("digraph heap {\n");
    let _ = writeln!(text, "  // {}", super::paint::place(picture, &program.file).replace(['\n', '\r'], " "));
    text.push_str("  rankdir=LR;\n  node [shape=box, fontname=\"monospace\", fontsize=10];\n  edge [fontname=\"monospace\", fontsize=9];\n");
    for (index, frame) in picture.frames.iter().enumerate() {
        let mut label = taken::graph_frame(&frame.function, &frame.line.to_string()) + "\n";
        let named = frame.names.iter().map(|name| (name.name.clone(), &name.value));
        let stack = frame.stack.iter().enumerate().map(|(depth, value)| (taken::graph_stack(&depth.to_string()), value));
        let mut edges = String::new();
        for (name, value) in named.chain(stack) {
            hold(&name, value, &known, &mut label, &mut edges, &format!("frame{index}"), "");
        }
        let _ = writeln!(text, "  frame{index} [style=rounded, label={}];", quoted_lines(&label));
        text.push_str(&edges);
    }
    for object in &picture.objects {
        write_object(object, &known, &mut text);
    }
    text.push_str("}\n");
    unisolated(&text)
}

fn write_object(object: &Object, known: &BTreeSet<ObjectId>, text: &mut String) {
    let node = node(object.id);
    let size = object.size.to_string();
    let count = object.count.map_or_else(|| taken::graph_immortal(&size), |count| taken::graph_count(&count.to_string(), &size));
    let mut label = format!("{}\n{count}\n", words::title(object));
    if !object.value.is_empty() {
        let _ = writeln!(label, "{}", words::shortened(&object.value, 60));
    }
    let mut edges = String::new();
    for part in &object.parts {
        if let Some(key @ Value::Arrow(_)) = &part.key {
            hold(taken::graph_key(), key, known, &mut label, &mut edges, &node, "");
        }
        let style = if part.weak { ", style=dashed" } else { "" };
        hold(&part.label, &part.value, known, &mut label, &mut edges, &node, style);
    }
    if object.hidden_parts > 0 {
        let _ = writeln!(label, "{}", taken::graph_more(object.hidden_parts.into()));
    }
    let style = if object.reachable { String::new() } else { format!(", color=gray50, fontcolor=gray40, xlabel={}", quoted(taken::graph_unreachable())) };
    let _ = writeln!(text, "  {node} [label={}{style}];", quoted_lines(&label));
    text.push_str(edges.as_str());
}

/// A reference becomes an edge, a value in place a line of the label.
fn hold(name: &str, value: &Value, known: &BTreeSet<ObjectId>, label: &mut String, edges: &mut String, from: &str, style: &str) {
    match value {
        Value::Arrow(id) if known.contains(id) => {
            let _ = writeln!(edges, "  {from} -> {} [label={}{style}];", node(*id), quoted(name));
        }
        other => {
            let _ = writeln!(label, "{name}: {}", words::shortened(&words::value(other, words::numbered), 60));
        }
    }
}

fn node(id: ObjectId) -> String {
    format!("object{}", id.0)
}

fn quoted(text: &str) -> String {
    let safe = text.replace('\\', "\\\\").replace('"', "\\\"").replace(['\n', '\r', '\0'], " ");
    format!("\"{safe}\"")
}

/// Lines of a label, each set to the left.
fn quoted_lines(text: &str) -> String {
    let mut label = String::from("\"");
    for line in text.lines() {
        label.push_str(&line.replace('\\', "\\\\").replace('"', "\\\"").replace(['\r', '\0'], " "));
        label.push_str("\\l");
    }
    label.push('"');
    label
}
