//! Why a count changed: the references that came and went, and the words for each.

use std::{collections::{BTreeMap, BTreeSet}, rc::Rc};

use heapglass_words::causes;

use super::{Frame, Object, ObjectId, Picture, Shape, Value, difference::title};

/// Writes into every object whose count has changed what changed it.
pub(super) fn explain(picture: &mut Picture, earlier: &Picture) {
    let changed = |object: &&Object| object.count_change != 0 || object.is_new;
    let wanted: BTreeSet<ObjectId> = picture.objects.iter().filter(changed).map(|object| object.id).collect();
    if wanted.is_empty() {
        return;
    }
    // Whoever is as it was holds what it held: only the others can be a cause.
    let now = holders(&picture.frames, picture.objects.not_shared_with(&earlier.objects).into_iter(), &wanted);
    let then = holders(&earlier.frames, earlier.objects.not_shared_with(&picture.objects).into_iter(), &wanted);
    for object in picture.objects.shared_mut().iter_mut().filter(|object| wanted.contains(&object.id)) {
        let object = Rc::make_mut(object);
        let none = Vec::new();
        let (now, then) = (now.get(&object.id).unwrap_or(&none), then.get(&object.id).unwrap_or(&none));
        let (came, went) = (without(now, then), without(then, now));
        let seen = came.len() as i64 - went.len() as i64;
        object.causes.extend(came.iter().map(|holder| holder.words(CAME)));
        object.causes.extend(went.iter().map(|holder| holder.words(WENT)));
        let total = if object.is_new { object.count.map_or(seen, |count| count as i64) } else { object.count_change };
        match total - seen {
            0 => {}
            more @ 1.. => object.causes.push(causes::came_elsewhere(more.unsigned_abs())),
            less => object.causes.push(causes::went_elsewhere(less.unsigned_abs())),
        }
    }
}

/// A place that holds an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    /// A name, and the function it is in, if it is in one.
    Name(String, Option<String>),
    /// The value stack, and the function whose it is.
    Stack(Option<String>),
    /// A cell in the syntax that reads it, and the title of whose it is.
    Cell(String, String),
    /// A set, which has no labels: its title.
    Member(String),
    /// A dict as a key: its title.
    Key(String),
}

/// A reference came, as messages are told.
const CAME: &str = "came";
/// A reference went.
const WENT: &str = "went";
/// The last reference went.
const LAST: &str = "last";

impl Holder {
    /// That it holds the object no longer: "no longer named by `x`".
    pub(super) fn no_longer(&self) -> String {
        self.words(LAST)
    }

    fn words(&self, change: &str) -> String {
        match self {
            Self::Name(name, None) => causes::named(change, name),
            Self::Name(name, Some(function)) => causes::named_in(change, name, function),
            Self::Stack(None) => causes::stacked(change).to_string(),
            Self::Stack(Some(function)) => causes::stacked_in(change, function),
            Self::Cell(place, title) => causes::held_at(change, place, title),
            Self::Member(title) => causes::held(change, title),
            Self::Key(title) => causes::key(change, title),
        }
    }
}

/// What of `these` is not among `those`, each as often as it is missing.
fn without(these: &[Holder], those: &[Holder]) -> Vec<Holder> {
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

/// Who of these holds each of the `wanted` objects.
pub(super) fn holders<'a>(frames: &[Frame], objects: impl Iterator<Item = &'a Object>, wanted: &BTreeSet<ObjectId>) -> BTreeMap<ObjectId, Vec<Holder>> {
    let mut found: BTreeMap<ObjectId, Vec<Holder>> = BTreeMap::new();
    let mut note = |value: &Value, holder: &dyn Fn() -> Holder| {
        if let Value::Arrow(id) | Value::InPlace { id, .. } = value
            && wanted.contains(id)
        {
            found.entry(*id).or_default().push(holder());
        }
    };
    for frame in frames {
        let function = || (frame.function != "<module>").then(|| frame.function.clone());
        for name in &frame.names {
            note(&name.value, &|| Holder::Name(name.name.clone(), function()));
        }
        for value in &frame.stack {
            note(value, &|| Holder::Stack(function()));
        }
    }
    for object in objects {
        for part in object.parts.iter().filter(|part| !part.weak) {
            note(&part.value, &|| cell(object, &part.label));
            if let Some(key) = &part.key {
                note(key, &|| Holder::Key(title(object)));
            }
        }
    }
    found
}

/// The cell in the syntax that reads it.
fn cell(object: &Object, label: &str) -> Holder {
    match object.shape {
        Shape::List | Shape::Tuple | Shape::Dict => Holder::Cell(format!("[{label}]"), title(object)),
        Shape::Set => Holder::Member(title(object)),
        _ => Holder::Cell(label.to_string(), title(object)),
    }
}
