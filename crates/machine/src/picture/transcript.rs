//! A step in words alone: what a picture shows of it, for those who do not see the picture.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Frame, Object, ObjectId, Part, Picture, Value, difference::title};

/// What happened from one stop to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Index of the stop among those of the recording.
    pub stop: u64,
    /// The line that runs next; none at the end.
    pub line: Option<u32>,
    /// The running function.
    pub function: String,
    /// The phase of a collection that has just ended, or empty.
    pub phase: String,
    /// Sentences; the first is the one that the page shows.
    pub sentences: Vec<String>,
}

/// Tells a picture, and what of the one before is gone.
pub fn tell(picture: &Picture, before: Option<&Picture>) -> Told {
    let mut sentences = vec![picture.sentence.text.clone()];
    if let Some(before) = before {
        let said = sentences[0].clone();
        // The name that the first sentence speaks of has been told.
        let is_new = |words: &String| words.split(' ').next().is_none_or(|name| !said.starts_with(name));
        sentences.extend(picture.frames.iter().flat_map(|frame| names(picture, frame)).filter(is_new));
        sentences.extend(picture.objects.iter().filter(|object| object.is_new).map(|object| made(picture, object)));
        let old = picture.objects.iter().filter(|object| !object.is_new);
        sentences.extend(old.clone().flat_map(|object| parts(picture, object)));
        sentences.extend(old.filter_map(counted));
        sentences.extend(lost(picture, before));
        sentences.extend(dead(picture, before));
    }
    sentences.extend(scratch(picture));
    sentences.dedup();
    let Picture { position, .. } = picture;
    let running = picture.collector.collection.as_ref();
    let phase = running.and_then(|running| running.phases.get(running.phase as usize)).cloned().unwrap_or_default();
    Told { stop: position.stop, line: position.line, function: position.function.clone(), phase, sentences }
}

fn names<'a>(picture: &'a Picture, frame: &'a Frame) -> impl Iterator<Item = String> + 'a {
    let of = if frame.function == "<module>" { String::new() } else { format!(" in {}", frame.function) };
    let changed = frame.names.iter().filter(|name| name.changed);
    changed.map(move |name| format!("`{}`{of} names {}.", name.name, words(picture, &name.value)))
}

fn made(picture: &Picture, object: &Object) -> String {
    let mut text = format!("{} is made", title(object));
    if !object.value.is_empty() {
        text += &format!(": {}", object.value);
    } else if !object.parts.is_empty() {
        let held: Vec<String> = object.parts.iter().map(|part| labelled(picture, part)).collect();
        text += &format!(", holding {}", held.join(", "));
        if object.hidden_parts > 0 {
            text += &format!(" and {} more", object.hidden_parts);
        }
    }
    match object.count {
        Some(1) => text += "; 1 reference",
        Some(count) => text += &format!("; {count} references"),
        None => text += "; immortal",
    }
    text + &format!(", {} bytes.", object.size)
}

fn parts<'a>(picture: &'a Picture, object: &'a Object) -> impl Iterator<Item = String> + 'a {
    let changed = object.parts.iter().filter(|part| part.changed);
    changed.map(|part| format!("{} now holds {}.", title(object), labelled(picture, part)))
}

fn labelled(picture: &Picture, part: &Part) -> String {
    let value = words(picture, &part.value);
    if part.label.is_empty() { value } else { format!("{value} at `{}`", part.label) }
}

fn counted(object: &Object) -> Option<String> {
    let now = object.count.filter(|_| object.count_change != 0)?;
    let before = now as i64 - object.count_change;
    let causes = if object.causes.is_empty() { String::new() } else { format!(" {}.", object.causes.join("; ")) };
    Some(format!("The count of {} goes from {before} to {now}.{causes}", title(object)))
}

fn lost<'a>(picture: &'a Picture, before: &'a Picture) -> impl Iterator<Item = String> + 'a {
    let reached: BTreeMap<ObjectId, bool> = before.objects.iter().map(|object| (object.id, object.reachable)).collect();
    let newly = move |object: &&Object| !object.reachable && reached.get(&object.id).copied().unwrap_or(true);
    picture.objects.iter().filter(newly).map(|object| format!("Nothing leads to {} any more, yet it lives.", title(object)))
}

fn dead<'a>(picture: &'a Picture, before: &'a Picture) -> impl Iterator<Item = String> + 'a {
    let alive: BTreeMap<ObjectId, ()> = picture.objects.iter().map(|object| (object.id, ())).collect();
    // What is left out because there is too much is not dead.
    let dead = before.objects.iter().filter(move |object| picture.omitted == 0 && object.count.is_some() && !alive.contains_key(&object.id));
    dead.map(|object| format!("{} is gone, and {} bytes are free.", title(object), object.size))
}

fn scratch(picture: &Picture) -> impl Iterator<Item = String> + '_ {
    let examined = picture.objects.iter().filter_map(|object| Some((object, object.scratch?)));
    examined.map(|(object, scratch)| {
        let verdict = if object.verdict.is_empty() { String::new() } else { format!(", {}", object.verdict) };
        format!("{}: count {}, scratch count {scratch}{verdict}.", title(object), object.count.unwrap_or(0))
    })
}

fn words(picture: &Picture, value: &Value) -> String {
    match value {
        Value::Empty => "nothing".to_string(),
        Value::InPlace { text, .. } => text.clone(),
        Value::Arrow(id) => picture.objects.iter().find(|object| object.id == *id).map_or_else(|| id.to_string(), title),
    }
}
