//! What a step changed: marks in the picture, and the sentence.

use std::collections::{HashMap, HashSet};

use super::{Frame, Name, Object, ObjectId, Part, Picture, Sentence, Value};

/// Marks in `picture` what differs from `earlier`, and says it in words.
pub fn mark(picture: &mut Picture, earlier: Option<&Picture>) {
    let Some(earlier) = earlier else {
        picture.sentence = Sentence { text: "The program is loaded. Nothing has run yet.".to_string(), ..Sentence::default() };
        return;
    };
    let old: HashMap<ObjectId, &Object> = earlier.objects.iter().map(|object| (object.id, object)).collect();
    let at: HashMap<u64, &Object> = earlier.objects.iter().map(|object| (object.address, object)).collect();
    for object in &mut picture.objects {
        mark_object(object, old.get(&object.id).copied());
        let before = at.get(&object.address);
        object.reuses_address = object.is_new && before.is_some_and(|other| other.id != object.id);
    }
    for frame in &mut picture.frames {
        let before = earlier.frames.iter().find(|other| other.id == frame.id && other.function == frame.function);
        for name in &mut frame.names {
            name.changed = before.is_none_or(|frame| !frame.names.iter().any(|other| other.name == name.name && other.value == name.value));
        }
    }
    super::cause::explain(picture, earlier);
    picture.sentence = sentence(picture, earlier);
}

fn mark_object(object: &mut Object, before: Option<&Object>) {
    let Some(before) = before else {
        object.is_new = true;
        return;
    };
    if let (Some(now), Some(then)) = (object.count, before.count) {
        object.count_change = now as i64 - then as i64;
    }
    for (index, part) in object.parts.iter_mut().enumerate() {
        let same = |other: &Part| other.label == part.label && other.value == part.value;
        // Most stay where they are.
        part.changed = !(before.parts.get(index).is_some_and(same) || before.parts.iter().any(same));
    }
}

/// One plain sentence, from the loudest change to the quietest.
fn sentence(picture: &Picture, earlier: &Picture) -> Sentence {
    let said = collection(picture)
        .or_else(|| ended(picture))
        .or_else(|| call(picture, earlier))
        .or_else(|| printed(picture, earlier))
        .or_else(|| died(picture, earlier))
        .or_else(|| bound(picture, earlier))
        .or_else(|| changed_part(picture, earlier))
        .or_else(|| counted(picture));
    said.unwrap_or_else(|| Sentence {
        text: "Nothing that can be seen here has changed.".to_string(),
        ..Sentence::default()
    })
}

fn collection(picture: &Picture) -> Option<Sentence> {
    let running = picture.collector.collection.as_ref()?;
    let phase = running.phases.get(running.phase as usize)?;
    Some(Sentence {
        text: running.sentence.clone(),
        detail: format!("Collection of generation {}, phase {}: {phase}.", running.generation, running.phase + 1),
        objects: running.candidates.iter().map(|candidate| candidate.id).collect(),
    })
}

fn ended(picture: &Picture) -> Option<Sentence> {
    picture.position.ending.clone().map(|text| Sentence { text, ..Sentence::default() })
}

fn call(picture: &Picture, earlier: &Picture) -> Option<Sentence> {
    let function = |frame: &Frame| frame.function.clone();
    let text = match picture.frames.len().cmp(&earlier.frames.len()) {
        std::cmp::Ordering::Greater => format!("{} is called: a new frame for its names.", picture.frames.last().map(function)?),
        std::cmp::Ordering::Less => format!("{} has returned; its names are gone.", earlier.frames.last().map(function)?),
        std::cmp::Ordering::Equal => return None,
    };
    Some(Sentence { text, detail: counts(picture), objects: touched(picture) })
}

fn printed(picture: &Picture, earlier: &Picture) -> Option<Sentence> {
    let text = picture.output.strip_prefix(&earlier.output).filter(|text| !text.is_empty())?;
    let shown: String = text.trim_end_matches('\n').chars().take(60).collect();
    Some(Sentence { text: format!("The program prints {shown:?}."), detail: counts(picture), objects: touched(picture) })
}

fn died(picture: &Picture, earlier: &Picture) -> Option<Sentence> {
    // Where too much is alive to show all, what is out of sight is not dead.
    let alive: HashSet<ObjectId> = picture.objects.iter().map(|object| object.id).collect();
    let gone: Vec<&Object> = earlier.objects.iter().filter(|old| picture.omitted == 0 && !alive.contains(&old.id)).collect();
    let first = gone.iter().find(|object| object.count.is_some())?;
    let cause = vanished(picture, earlier).map_or(String::new(), |name| format!("{name} is gone, and "));
    let text = match gone.len() {
        1 => format!("{cause}{} dies: its last reference went.", title(first)),
        more => format!("{cause}{} dies, and {} more with it.", title(first), more - 1),
    };
    Some(Sentence { text: capital(&text), detail: counts(picture), objects: touched(picture) })
}

fn vanished(picture: &Picture, earlier: &Picture) -> Option<String> {
    let (now, then) = (picture.frames.last()?, earlier.frames.last()?);
    let name = then.names.iter().find(|old| !now.names.iter().any(|name| name.name == old.name))?;
    Some(format!("`{}`", name.name))
}

fn bound(picture: &Picture, earlier: &Picture) -> Option<Sentence> {
    if let Some(name) = vanished(picture, earlier) {
        let detail = counts(picture);
        return Some(Sentence { text: format!("The name {name} is deleted; what it named lives on."), detail, objects: touched(picture) });
    }
    let frame = picture.frames.last()?;
    let name = frame.names.iter().rfind(|name| name.changed)?;
    let also = shared_name(frame, name);
    let what = match &name.value {
        Value::InPlace { text, .. } => text.clone(),
        Value::Arrow(id) => picture.objects.iter().find(|object| object.id == *id).map(title)?,
        Value::Empty => return None,
    };
    let count = match &name.value {
        Value::Arrow(id) => picture.objects.iter().find(|object| object.id == *id).and_then(count_change),
        _ => None,
    };
    let text = match (also, count) {
        (Some(other), Some(count)) => format!("`{}` now names the {what} that `{other}` names: {count}.", name.name),
        (Some(other), None) => format!("`{}` now names what `{other}` names: {what}.", name.name),
        (None, _) => format!("`{}` now names {what}.", name.name),
    };
    Some(Sentence { text, detail: counts(picture), objects: touched(picture) })
}

/// Another name in the frame for the same object.
fn shared_name(frame: &Frame, name: &Name) -> Option<String> {
    let Value::Arrow(id) = name.value else { return None };
    let other = frame.names.iter().find(|other| other.name != name.name && other.value == Value::Arrow(id))?;
    Some(other.name.clone())
}

fn changed_part(picture: &Picture, earlier: &Picture) -> Option<Sentence> {
    let changed = |object: &&Object| !object.is_new && object.parts.iter().any(|part| part.changed);
    let object = picture.objects.iter().find(changed).or_else(|| shrunk(picture, earlier))?;
    let part: Option<&Part> = object.parts.iter().find(|part| part.changed);
    let text = match part {
        Some(part) => format!("{} now holds {} at `{}`.", capital(&title(object)), value_words(picture, &part.value), part.label),
        None => format!("{} holds less than before.", capital(&title(object))),
    };
    Some(Sentence { text, detail: counts(picture), objects: vec![object.id] })
}

fn shrunk<'a>(picture: &'a Picture, earlier: &Picture) -> Option<&'a Object> {
    let before: HashMap<ObjectId, usize> = earlier.objects.iter().map(|old| (old.id, old.parts.len() + old.hidden_parts as usize)).collect();
    picture.objects.iter().find(|object| before.get(&object.id).is_some_and(|old| *old > object.parts.len() + object.hidden_parts as usize))
}

fn value_words(picture: &Picture, value: &Value) -> String {
    match value {
        Value::Empty => "nothing".to_string(),
        Value::InPlace { text, .. } => text.clone(),
        Value::Arrow(id) => picture.objects.iter().find(|object| object.id == *id).map_or("an object".to_string(), title),
    }
}

fn counted(picture: &Picture) -> Option<Sentence> {
    let object = picture.objects.iter().find(|object| object.count_change != 0)?;
    Some(Sentence { text: format!("The count of {}: {}.", title(object), count_change(object)?), detail: String::new(), objects: vec![object.id] })
}

/// "its count goes from 1 to 2", if it changed.
fn count_change(object: &Object) -> Option<String> {
    let now = object.count?;
    (object.count_change != 0).then(|| format!("its count goes from {} to {now}", now as i64 - object.count_change))
}

/// The quieter line: whose count changed.
fn counts(picture: &Picture) -> String {
    let changed = picture.objects.iter().filter(|object| object.count_change != 0).take(2);
    let words: Vec<String> = changed.filter_map(|object| Some(format!("{}: {}", title(object), count_change(object)?))).collect();
    if words.is_empty() { String::new() } else { capital(&format!("{}.", words.join("; "))) }
}

fn touched(picture: &Picture) -> Vec<ObjectId> {
    let loud = |object: &&Object| object.is_new || object.count_change != 0 || object.parts.iter().any(|part| part.changed);
    picture.objects.iter().filter(loud).map(|object| object.id).collect()
}

pub(super) fn title(object: &Object) -> String {
    match object.name.is_empty() {
        true => format!("{} {}", object.type_name, object.id),
        false => format!("{} {} {}", if object.type_name == "type" { "class" } else { &object.type_name }, object.name, object.id),
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
