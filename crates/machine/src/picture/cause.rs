//! Why a count changed: the references that came and went, each in words.

use std::collections::{BTreeMap, BTreeSet};

use super::{Object, ObjectId, Picture, Shape, Value, difference::title};

/// Writes into every object whose count has changed what changed it.
pub(super) fn explain(picture: &mut Picture, earlier: &Picture) {
    let changed = |object: &&Object| object.count_change != 0 || object.is_new;
    let wanted: BTreeSet<ObjectId> = picture.objects.iter().filter(changed).map(|object| object.id).collect();
    if wanted.is_empty() {
        return;
    }
    let (now, then) = (holders(picture, &wanted), holders(earlier, &wanted));
    for object in picture.objects.iter_mut().filter(|object| wanted.contains(&object.id)) {
        let none = Vec::new();
        let (now, then) = (now.get(&object.id).unwrap_or(&none), then.get(&object.id).unwrap_or(&none));
        let (came, went) = (without(now, then), without(then, now));
        let seen = came.len() as i64 - went.len() as i64;
        object.causes.extend(came.into_iter().map(|holder| format!("+1: {holder}")));
        object.causes.extend(went.into_iter().map(|holder| format!("−1: no longer {holder}")));
        let total = if object.is_new { object.count.map_or(seen, |count| count as i64) } else { object.count_change };
        match total - seen {
            0 => {}
            more @ 1.. => object.causes.push(format!("+{more}: the interpreter, or a value that an expression still needs")),
            less => object.causes.push(format!("−{}: the interpreter, or an expression that is done with it", less.unsigned_abs())),
        }
    }
}

/// What of `these` is not among `those`, each as often as it is missing.
fn without(these: &[String], those: &[String]) -> Vec<String> {
    let mut rest = those.to_vec();
    let mut missing = Vec::new();
    for holder in these {
        match rest.iter().position(|other| other == holder) {
            Some(at) => drop(rest.swap_remove(at)),
            None => missing.push(holder.clone()),
        }
    }
    missing
}

/// Who holds each of the `wanted` objects, in words.
fn holders(picture: &Picture, wanted: &BTreeSet<ObjectId>) -> BTreeMap<ObjectId, Vec<String>> {
    let mut found: BTreeMap<ObjectId, Vec<String>> = BTreeMap::new();
    let mut note = |value: &Value, words: &dyn Fn() -> String| {
        if let Value::Arrow(id) | Value::InPlace { id, .. } = value
            && wanted.contains(id)
        {
            found.entry(*id).or_default().push(words());
        }
    };
    for frame in &picture.frames {
        let of = if frame.function == "<module>" { String::new() } else { format!(" of {}", frame.function) };
        for name in &frame.names {
            note(&name.value, &|| format!("named by `{}`{of}", name.name));
        }
        for value in &frame.stack {
            note(value, &|| format!("on the value stack{of}"));
        }
    }
    for object in &picture.objects {
        for part in object.parts.iter().filter(|part| !part.weak) {
            note(&part.value, &|| format!("held by {}", place(object, &part.label)));
            if let Some(key) = &part.key {
                note(key, &|| format!("a key of {}", title(object)));
            }
        }
    }
    found
}

/// The cell in the syntax that reads it.
fn place(object: &Object, label: &str) -> String {
    let holder = title(object);
    match object.shape {
        Shape::List | Shape::Tuple | Shape::Dict => format!("`[{label}]` of {holder}"),
        Shape::Set => holder,
        _ => format!("`{label}` of {holder}"),
    }
}
