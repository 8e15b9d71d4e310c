//! A step in words alone: what a picture shows of it, for those who do not see the picture.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use heapglass_words::{narration, phases, told};

use super::{Collection, Deed, Frame, Name, Object, ObjectId, Part, Picture, Shape, Value, cause::{Holder, holders}, difference::{count_change, holds, title, titled}};

/// What happened from one stop to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Index of the stop among those of the recording.
    pub stop: u64,
    /// The line that runs next; none at the end.
    pub line: Option<u32>,
    /// The running function.
    pub function: String,
    /// The phase of a collection that has just ended, in words, or empty.
    pub phase: String,
    /// Sentences; the first is the one that the page shows.
    pub sentences: Vec<String>,
}

/// Tells a picture, and what of the one before is gone.
pub fn tell(picture: &Picture, before: Option<&Picture>) -> Told {
    let mut sentences = Vec::new();
    if let Some(before) = before {
        // The name that the first sentence speaks of has been told.
        let is_new = |name: &&Name| name.changed && name.name != picture.sentence.name;
        sentences.extend(printed(&picture.output, &before.output).map(|text| narration::prints(&format!("{text:?}"))));
        sentences.extend(printed(&picture.errors, &before.errors).map(|text| narration::prints_to_errors(&format!("{text:?}"))));
        sentences.extend(raised(picture));
        sentences.extend(picture.frames.iter().flat_map(|frame| frame.names.iter().filter(is_new).map(|name| names(picture, frame, name))));
        sentences.extend(unnamed(picture, before));
        sentences.extend(picture.objects.iter().filter(|object| object.is_new).map(|object| made(picture, object)));
        let old = picture.objects.iter().filter(|object| !object.is_new);
        sentences.extend(old.clone().flat_map(|object| parts(picture, object)));
        sentences.extend(old.filter_map(counted));
        sentences.extend(lost(picture, before));
        sentences.extend(dead(picture, before));
    }
    sentences.extend(examined(picture));
    // What the first sentence says is not said again.
    sentences.retain(|sentence| *sentence != picture.sentence.text);
    sentences.insert(0, picture.sentence.text.clone());
    let Picture { position, .. } = picture;
    let running = picture.collector.collection.as_ref();
    let phase = running.and_then(|running| running.phases.get(running.phase as usize)).map(|phase| phases::name(phase)).unwrap_or_default();
    Told { stop: position.stop, line: position.line, function: position.function.clone(), phase, sentences }
}

/// What has gone to a stream since, whole, without the end of its last line.
pub(super) fn printed<'a>(now: &'a str, before: &str) -> Option<&'a str> {
    let text = now.strip_prefix(before).filter(|text| !text.is_empty())?;
    Some(text.trim_end_matches('\n'))
}

/// Exceptions that came to be, with the line that raised them.
fn raised(picture: &Picture) -> impl Iterator<Item = String> + '_ {
    let made = picture.objects.iter().filter(|object| object.is_new && object.shape == Shape::Exception);
    made.map(|object| match picture.position.previous_line {
        Some(line) => told::raised_in_line(&title(object), &line.to_string()),
        None => told::raised(&title(object)),
    })
}

/// Names that a frame has no more.
fn unnamed<'a>(picture: &'a Picture, before: &'a Picture) -> impl Iterator<Item = String> + 'a {
    let pairs = before.frames.iter().filter_map(|old| Some((old, picture.frames.iter().find(|frame| frame.id == old.id)?)));
    pairs.flat_map(|(old, now)| {
        let gone = old.names.iter().filter(|name| !now.names.iter().any(|other| other.name == name.name));
        gone.map(|name| told::unnamed(&name.name, &now.function))
    })
}

fn names(picture: &Picture, frame: &Frame, name: &Name) -> String {
    match (value(picture, &name.value), frame.function.as_str()) {
        (Some(value), "<module>") => told::names(&name.name, &value),
        (Some(value), function) => told::names_in(&name.name, function, &value),
        (None, "<module>") => told::names_nothing(&name.name),
        (None, function) => told::names_nothing_in(&name.name, function),
    }
}

fn made(picture: &Picture, object: &Object) -> String {
    let (title, held) = (title(object), || object.parts.iter().map(|part| labelled(picture, part)));
    let Object { value, size, .. } = object;
    let more = u64::from(object.hidden_parts);
    match (object.count, joined(held(), told::list)) {
        (Some(count), _) if !value.is_empty() => told::made_with_value(&title, value, count, *size),
        (Some(count), None) => told::made(&title, count, *size),
        (Some(count), Some(held)) if more == 0 => told::made_with_parts(&title, &held, count, *size),
        (Some(count), Some(held)) => told::made_with_many_parts(&title, &held, more, count, *size),
        (None, _) if !value.is_empty() => told::immortal_made_with_value(&title, value, *size),
        (None, None) => told::immortal_made(&title, *size),
        (None, Some(held)) if more == 0 => told::immortal_made_with_parts(&title, &held, *size),
        (None, Some(held)) => told::immortal_made_with_many_parts(&title, &held, more, *size),
    }
}

/// Entries of a list put together, as the message has it.
fn joined(entries: impl Iterator<Item = String>, together: impl Fn(&str, &str) -> String) -> Option<String> {
    entries.reduce(|front, next| together(&front, &next))
}

fn parts<'a>(picture: &'a Picture, object: &'a Object) -> impl Iterator<Item = String> + 'a {
    object.parts.iter().filter(|part| part.changed).map(|part| holds(picture, object, part))
}

fn labelled(picture: &Picture, part: &Part) -> String {
    match value(picture, &part.value) {
        Some(value) if part.label.is_empty() => value,
        Some(value) => told::held_at(&value, &part.label),
        None if part.label.is_empty() => told::nothing().to_string(),
        None => told::nothing_at(&part.label),
    }
}

fn counted(object: &Object) -> Option<String> {
    let (before, now) = count_change(object)?;
    Some(match joined(object.causes.iter().cloned(), told::causes) {
        Some(causes) => told::count_goes_because(&title(object), before, now, &causes),
        None => told::count_goes(&title(object), before, now),
    })
}

fn lost<'a>(picture: &'a Picture, before: &'a Picture) -> impl Iterator<Item = String> + 'a {
    let reached: BTreeMap<ObjectId, bool> = before.objects.iter().map(|object| (object.id, object.reachable)).collect();
    let newly = move |object: &&Object| !object.reachable && reached.get(&object.id).copied().unwrap_or(true);
    picture.objects.iter().filter(newly).map(|object| told::lost(&title(object)))
}

/// What died, and of what: who let go last, the collector, or the end of the program.
fn dead(picture: &Picture, before: &Picture) -> Vec<String> {
    // What is left out because there is too much is not dead.
    if picture.omitted > 0 {
        return Vec::new();
    }
    let alive: BTreeSet<ObjectId> = picture.objects.iter().map(|object| object.id).collect();
    let dead: Vec<&Object> = before.objects.iter().filter(|object| object.count.is_some() && !alive.contains(&object.id)).collect();
    let wanted: BTreeSet<ObjectId> = dead.iter().map(|object| object.id).collect();
    let holders = holders(&before.frames, before.objects.iter(), &wanted);
    dead.into_iter().map(|object| gone(picture, object, holders.get(&object.id))).collect()
}

fn gone(picture: &Picture, object: &Object, holders: Option<&Vec<Holder>>) -> String {
    let (title, size) = (title(object), object.size);
    if picture.position.ending.is_some() {
        return told::gone_at_the_end(&title, size);
    }
    let freed = |running: &Collection| running.moves.iter().any(|one| one.deed == Deed::Died && one.object == object.id);
    if picture.collector.collection.as_ref().is_some_and(|running| !object.reachable || freed(running)) {
        return told::gone_by_collection(&title, size);
    }
    match holders.and_then(|holders| joined(holders.iter().map(Holder::no_longer), told::places)) {
        Some(places) => told::gone_unheld(&title, size, &places),
        None => told::gone_let_go(&title, size),
    }
}

fn examined(picture: &Picture) -> impl Iterator<Item = String> + '_ {
    let examined = picture.objects.iter().filter_map(|object| Some((object, object.scratch?)));
    examined.map(|(object, scratch)| told::examined(&object.verdict, &title(object), object.count.unwrap_or(0), &scratch.to_string()))
}

/// What a name or a cell holds; `None`: nothing.
fn value(picture: &Picture, value: &Value) -> Option<String> {
    match value {
        Value::Empty => None,
        Value::InPlace { text, .. } => Some(text.clone()),
        Value::Arrow(id) => Some(titled(picture, *id)),
    }
}
