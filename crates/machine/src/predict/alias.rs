//! What a change through one name does to another.

use heapglass_words::predict as words;

use super::{
    Answer, Draft, Idea, Kind,
    line::names,
    scene::{Scene, arrow, object, title, written},
    wrong,
};
use crate::picture::{Object, ObjectId, Shape, Value};

/// The question about the first object that the line changes while somebody else looks at it too.
pub(crate) fn alias(scene: &Scene<'_>) -> Option<Draft> {
    if !scene.is_whole() {
        return None;
    }
    let changed = scene.after.objects.iter().filter(|now| {
        let is_container = matches!(now.shape, Shape::List | Shape::Dict | Shape::Set);
        is_container && object(scene.before, now.id).is_some_and(|then| values(then) != values(now))
    });
    let changed: Vec<&Object> = changed.collect();
    changed.iter().find_map(|object| by_name(scene, object)).or_else(|| changed.iter().find_map(|object| by_place(scene, object)))
}

fn values(object: &Object) -> Vec<(&str, &Value)> {
    object.parts.iter().map(|part| (part.label.as_str(), &part.value)).collect()
}

/// Two names for the object, of which the line has one.
fn by_name(scene: &Scene<'_>, changed: &Object) -> Option<Draft> {
    let told = names(scene.text);
    let frame = scene.frame()?;
    let all: Vec<&str> = frame.names.iter().filter(|name| arrow(&name.value) == Some(changed.id)).map(|name| name.name.as_str()).collect();
    let through = all.iter().find(|name| told.contains(name))?;
    let other = all.iter().find(|name| !told.contains(name))?;
    let value = Value::Arrow(changed.id);
    if scene.value_after(other) != Some(&value) {
        return None;
    }
    let after = written(&value, &|id| object(scene.after, id))?;
    let before = written(&value, &|id| object(scene.before, id))?;
    let title = title(changed);
    Some(Draft {
        kind: Kind::Alias,
        ask: words::alias_ask(scene.text, other),
        right: (Answer::code(&after), words::alias_names(through, other, &title)),
        wrong: vec![
            wrong(Answer::code(&before), Idea::AssignmentCopies, words::alias_no_copy(other, &title)),
            wrong(Answer::said("empty", words::alias_empty(other)), Idea::InPlaceMakesNew, words::alias_not_replaced(&title, other)),
        ],
        subject: Some(changed.id),
        weight: 85,
    })
}

/// Two places of one container that refer to the object.
fn by_place(scene: &Scene<'_>, changed: &Object) -> Option<Draft> {
    let told = names(scene.text);
    let frame = scene.frame()?;
    let (name, holder) = frame.names.iter().filter(|name| told.contains(&name.name.as_str())).find_map(|name| {
        let holder = object(scene.after, arrow(&name.value)?)?;
        let places = holder.parts.iter().filter(|part| arrow(&part.value) == Some(changed.id)).count();
        (places > 1 && scene.value_after(&name.name) == Some(&name.value)).then_some((&name.name, holder))
    })?;
    let value = Value::Arrow(holder.id);
    let after = written(&value, &|id| object(scene.after, id))?;
    // Only one place changes: the others are seen as before.
    let old = object(scene.before, changed.id)?;
    let mut seen = holder.clone();
    let stand_in = Object { id: ObjectId(u32::MAX / 2), ..old.clone() };
    let repeated = seen.parts.iter_mut().filter(|part| arrow(&part.value) == Some(changed.id));
    repeated.skip(1).for_each(|part| part.value = Value::Arrow(stand_in.id));
    let apart = written(&value, &|id| match id {
        id if id == holder.id => Some(&seen),
        id if id == stand_in.id => Some(&stand_in),
        id => object(scene.after, id),
    })?;
    let before = written(&value, &|id| object(scene.before, id))?;
    let title = title(changed);
    Some(Draft {
        kind: Kind::Alias,
        ask: words::alias_ask(scene.text, name),
        right: (Answer::code(&after), words::alias_places(&title)),
        wrong: vec![
            wrong(Answer::code(&apart), Idea::RepetitionCopies, words::alias_places_apart(&title)),
            wrong(Answer::code(&before), Idea::AssignmentCopies, words::alias_itself(&title)),
        ],
        subject: Some(changed.id),
        weight: 88,
    })
}
