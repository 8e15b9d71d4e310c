//! What a step changed: marks in the picture, and the sentence.

use std::{collections::{HashMap, HashSet}, rc::Rc};

use heapglass_words::{narration, phases};

use super::{Collection, Frame, Name, Object, ObjectId, Part, Picture, Sentence, Value, parts::shortened, transcript};

/// Marks in `picture` what differs from `earlier`, and says it in words.
pub fn mark(picture: &mut Picture, earlier: Option<&Picture>) {
    let Some(earlier) = earlier else {
        picture.sentence = Sentence { text: narration::loaded().to_string(), ..Sentence::default() };
        return;
    };
    let mut others = earlier.objects.shared().iter().peekable();
    let mut new = Vec::new();
    for (index, object) in picture.objects.shared_mut().iter_mut().enumerate() {
        while others.peek().is_some_and(|other| other.id < object.id) {
            others.next();
        }
        match others.peek().filter(|other| other.id == object.id) {
            // Shared objects are alike: nothing to mark.
            Some(before) if Rc::ptr_eq(before, object) => {}
            before => mark_object(Rc::make_mut(object), before.map(|before| &***before)),
        }
        if object.is_new {
            new.push(index);
        }
    }
    mark_reuse(picture, earlier, &new);
    for frame in &mut picture.frames {
        let before = earlier.frames.iter().find(|other| other.id == frame.id && other.function == frame.function);
        for name in &mut frame.names {
            name.changed = before.is_none_or(|frame| !frame.names.iter().any(|other| other.name == name.name && other.value == name.value));
        }
    }
    super::cause::explain(picture, earlier);
    if let Some(mut running) = picture.collector.collection.take() {
        let old = earlier.objects.iter().map(|object| (object.id, object)).collect();
        remember(&mut running, picture, &old);
        picture.collector.collection = Some(running);
    }
    picture.sentence = sentence(picture, earlier);
}

/// Keeps what a phase that runs Python code or frees objects has changed as it was, and the names of the dead.
fn remember(running: &mut Collection, picture: &Picture, old: &HashMap<ObjectId, &Object>) {
    for one in running.moves.iter_mut().filter(|one| one.title.is_empty()) {
        let alive = || picture.objects.iter().find(|object| object.id == one.object);
        one.title = old.get(&one.object).copied().or_else(alive).map_or_else(|| narration::object_numbered(&one.object.to_string()), title);
    }
    // What no box shows is only counted.
    let drawn: HashSet<ObjectId> = picture.objects.iter().map(|object| object.id).chain(old.keys().copied()).collect();
    let all = running.moves.len();
    running.moves.retain(|one| drawn.contains(&one.object));
    running.other_moves += (all - running.moves.len()) as u64;
    let runs_code = running.phases.get(running.phase as usize).is_some_and(|phase| ["Weakrefs", "Finalize", "Clear"].contains(&phase.as_str()));
    if !runs_code || running.inside {
        return;
    }
    let now: HashMap<ObjectId, &Object> = picture.objects.iter().map(|object| (object.id, object)).collect();
    let differs = |object: &&&Object| now.get(&object.id).is_none_or(|now| now.count != object.count || now.parts.len() != object.parts.len() || now.parts.iter().any(|part| part.changed));
    running.before = old.values().filter(differs).map(|object| (*object).clone()).collect();
    running.before.sort_by_key(|object| object.id);
}

/// Notes which of the new objects lie where another lay.
fn mark_reuse(picture: &mut Picture, earlier: &Picture, new: &[usize]) {
    if new.is_empty() {
        return;
    }
    let at: HashMap<u64, ObjectId> = earlier.objects.iter().map(|object| (object.address, object.id)).collect();
    let objects = picture.objects.shared_mut();
    for index in new {
        let object = &mut objects[*index];
        Rc::make_mut(object).reuses_address = at.get(&object.address).is_some_and(|other| *other != object.id);
    }
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
        text: narration::nothing_changed().to_string(),
        ..Sentence::default()
    })
}

fn collection(picture: &Picture) -> Option<Sentence> {
    let running = picture.collector.collection.as_ref().filter(|running| !running.inside)?;
    let phase = phases::name(running.phases.get(running.phase as usize)?);
    Some(Sentence {
        text: running.sentence.clone(),
        detail: narration::in_phase(&running.generation.to_string(), &(running.phase + 1).to_string(), &phase),
        objects: running.candidates.iter().map(|candidate| candidate.id).collect(),
        ..Sentence::default()
    })
}

fn ended(picture: &Picture) -> Option<Sentence> {
    picture.position.ending.clone().map(|text| Sentence { text, ..Sentence::default() })
}

fn call(picture: &Picture, earlier: &Picture) -> Option<Sentence> {
    let text = match picture.frames.len().cmp(&earlier.frames.len()) {
        std::cmp::Ordering::Greater => narration::called(&picture.frames.last()?.function),
        std::cmp::Ordering::Less => narration::returned(&earlier.frames.last()?.function),
        std::cmp::Ordering::Equal => return None,
    };
    Some(said(picture, text))
}

/// A sentence about everything that the step has touched.
fn said(picture: &Picture, text: String) -> Sentence {
    Sentence { text, detail: counts(picture), objects: touched(picture), ..Sentence::default() }
}

/// Characters of what is printed that the sentence of a step repeats.
const PRINTED: usize = 60;

fn printed(picture: &Picture, earlier: &Picture) -> Option<Sentence> {
    let shown = shortened(transcript::printed(&picture.output, &earlier.output)?, PRINTED);
    Some(said(picture, narration::prints(&format!("{shown:?}"))))
}

fn died(picture: &Picture, earlier: &Picture) -> Option<Sentence> {
    // Where too much is alive to show all, what is out of sight is not dead.
    let gone = if picture.omitted == 0 { earlier.objects.missing_from(&picture.objects) } else { Vec::new() };
    let first = title(gone.iter().find(|object| object.count.is_some())?);
    let others = gone.len() as u64 - 1;
    let name = vanished(picture, earlier);
    let text = match (&name, others) {
        (None, 0) => narration::dies(&first),
        (None, others) => narration::dies_with(&first, others),
        (Some(name), 0) => narration::name_gone_dies(name, &first),
        (Some(name), others) => narration::name_gone_dies_with(name, &first, others),
    };
    Some(Sentence { name: name.unwrap_or_default(), ..said(picture, text) })
}

/// A name that the innermost frame has no more.
fn vanished(picture: &Picture, earlier: &Picture) -> Option<String> {
    let (now, then) = (picture.frames.last()?, earlier.frames.last()?);
    let name = then.names.iter().find(|old| !now.names.iter().any(|name| name.name == old.name))?;
    Some(name.name.clone())
}

fn bound(picture: &Picture, earlier: &Picture) -> Option<Sentence> {
    if let Some(name) = vanished(picture, earlier) {
        return Some(said(picture, narration::deleted(&name)));
    }
    let frame = picture.frames.last()?;
    let name = frame.names.iter().rfind(|name| name.changed)?;
    let object = match &name.value {
        Value::Arrow(id) => picture.objects.iter().find(|object| object.id == *id),
        _ => None,
    };
    let what = match &name.value {
        Value::InPlace { text, .. } => text.clone(),
        Value::Arrow(_) => title(object?),
        Value::Empty => return None,
    };
    let text = match (shared_name(frame, name), object.and_then(count_change)) {
        (Some(other), Some((before, now))) => narration::names_same_counted(&name.name, &other, &what, before, now),
        (Some(other), None) => narration::names_same(&name.name, &other, &what),
        (None, _) => narration::names(&name.name, &what),
    };
    Some(Sentence { name: name.name.clone(), ..said(picture, text) })
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
    let text = match object.parts.iter().find(|part| part.changed) {
        Some(part) => holds(picture, object, part),
        None => narration::holds_less(&title(object)),
    };
    Some(Sentence { objects: vec![object.id], ..said(picture, text) })
}

/// What a cell holds now.
pub(super) fn holds(picture: &Picture, object: &Object, part: &Part) -> String {
    let (holder, label) = (title(object), &part.label);
    let value = match &part.value {
        Value::Empty if label.is_empty() => return narration::holds_nothing(&holder),
        Value::Empty => return narration::holds_nothing_at(&holder, label),
        Value::InPlace { text, .. } => text.clone(),
        Value::Arrow(id) => titled(picture, *id),
    };
    if label.is_empty() { narration::holds(&holder, &value) } else { narration::holds_at(&holder, &value, label) }
}

fn shrunk<'a>(picture: &'a Picture, earlier: &Picture) -> Option<&'a Object> {
    let before: HashMap<ObjectId, usize> = earlier.objects.iter().map(|old| (old.id, old.parts.len() + old.hidden_parts as usize)).collect();
    picture.objects.iter().find(|object| before.get(&object.id).is_some_and(|old| *old > object.parts.len() + object.hidden_parts as usize))
}

fn counted(picture: &Picture) -> Option<Sentence> {
    let object = picture.objects.iter().find(|object| object.count_change != 0)?;
    let (before, now) = count_change(object)?;
    Some(Sentence { text: narration::count_goes(&title(object), before, now), objects: vec![object.id], ..Sentence::default() })
}

/// The count before the step and now, if it changed.
pub(super) fn count_change(object: &Object) -> Option<(u64, u64)> {
    let now = object.count?;
    (object.count_change != 0).then(|| (now.saturating_sub_signed(object.count_change), now))
}

/// The quieter line: whose count changed.
fn counts(picture: &Picture) -> String {
    let changed = picture.objects.iter().filter(|object| object.count_change != 0).take(2);
    let changes: Vec<(String, u64, u64)> = changed.filter_map(|object| count_change(object).map(|(before, now)| (title(object), before, now))).collect();
    match changes.as_slice() {
        [] => String::new(),
        [(object, before, now)] => narration::count_changed(object, *before, *now),
        [(first, before, now), (second, then, today), ..] => narration::counts_changed(first, *before, *now, second, *then, *today),
    }
}

fn touched(picture: &Picture) -> Vec<ObjectId> {
    let loud = |object: &&Object| object.is_new || object.count_change != 0 || object.parts.iter().any(|part| part.changed);
    picture.objects.iter().filter(loud).map(|object| object.id).collect()
}

/// The name an object has everywhere: `list #7`.
pub(crate) fn title(object: &Object) -> String {
    match object.name.is_empty() {
        true => format!("{} {}", object.type_name, object.id),
        false => format!("{} {} {}", if object.type_name == "type" { "class" } else { &object.type_name }, object.name, object.id),
    }
}

/// The name of an object, also if the picture does not have it.
pub(super) fn titled(picture: &Picture, id: ObjectId) -> String {
    picture.objects.iter().find(|object| object.id == id).map_or_else(|| narration::object_numbered(&id.to_string()), title)
}
