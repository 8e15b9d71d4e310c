//! What a question is made of: the pictures before and after a line, its text, and how values and holders are put.

use crate::picture::{Frame, Object, ObjectId, Picture, Shape, Value, difference};

/// Characters of a value that is still offered as an answer.
const LONGEST: usize = 60;

/// A line that runs.
pub(crate) struct Scene<'a> {
    /// Its text without indentation and comment.
    pub(crate) text: &'a str,
    /// Before it.
    pub(crate) before: &'a Picture,
    /// When it has run, with all that it calls.
    pub(crate) after: &'a Picture,
}

impl<'a> Scene<'a> {
    /// The frame in which the line runs, before it.
    pub(crate) fn frame(&self) -> Option<&'a Frame> {
        self.before.frames.last()
    }

    /// The same frame afterwards, if it is still there.
    pub(crate) fn frame_after(&self) -> Option<&'a Frame> {
        let id = self.frame()?.id;
        self.after.frames.iter().find(|frame| frame.id == id)
    }

    /// What a name of the frame is bound to before.
    pub(crate) fn value(&self, name: &str) -> Option<&'a Value> {
        bound(self.frame()?, name)
    }

    /// What a name of the frame is bound to afterwards.
    pub(crate) fn value_after(&self, name: &str) -> Option<&'a Value> {
        bound(self.frame_after()?, name)
    }

    /// Whether the line runs a collection: what dies then has other reasons.
    pub(crate) fn collects(&self) -> bool {
        self.before.collector.collections != self.after.collector.collections
    }

    /// Whether everything is in the pictures.
    pub(crate) fn is_whole(&self) -> bool {
        self.before.omitted == 0 && self.after.omitted == 0 && self.after.position.ending.is_none()
    }
}

fn bound<'a>(frame: &'a Frame, name: &str) -> Option<&'a Value> {
    frame.names.iter().find(|found| found.name == name).map(|found| &found.value)
}

/// The object with this number.
pub(crate) fn object(picture: &Picture, id: ObjectId) -> Option<&Object> {
    picture.objects.iter().find(|object| object.id == id)
}

/// The object that an arrow leads to.
pub(crate) fn arrow(value: &Value) -> Option<ObjectId> {
    match value {
        Value::Arrow(id) => Some(*id),
        _ => None,
    }
}

/// The object that a value is, drawn in place or not.
pub(crate) fn identity(value: &Value) -> Option<ObjectId> {
    match value {
        Value::Arrow(id) | Value::InPlace { id, .. } => Some(*id),
        Value::Empty => None,
    }
}

/// The name an object has everywhere: `list #7`.
pub(crate) fn title(object: &Object) -> String {
    difference::title(object)
}

/// A value as Python would write it, if it is short and nothing of it is hidden. `of` tells what an object is seen as.
pub(crate) fn written<'a>(value: &Value, of: &dyn Fn(ObjectId) -> Option<&'a Object>) -> Option<String> {
    let text = write(value, of, 0)?;
    (text.chars().count() <= LONGEST && !text.contains('…')).then_some(text)
}

fn write<'a>(value: &Value, of: &dyn Fn(ObjectId) -> Option<&'a Object>, depth: usize) -> Option<String> {
    let id = match value {
        Value::Empty => return None,
        Value::InPlace { text, .. } => return Some(text.clone()),
        Value::Arrow(id) => *id,
    };
    let object = of(id)?;
    if object.hidden_parts > 0 || depth > 2 {
        return None;
    }
    let plain = |name: &str| object.type_name == name;
    let items = || object.parts.iter().map(|part| write(&part.value, of, depth + 1)).collect::<Option<Vec<String>>>();
    match object.shape {
        Shape::List if plain("list") => Some(format!("[{}]", items()?.join(", "))),
        Shape::Tuple if plain("tuple") => {
            let items = items()?;
            Some(if items.len() == 1 { format!("({},)", items[0]) } else { format!("({})", items.join(", ")) })
        }
        Shape::Dict if plain("dict") => {
            let rows = object.parts.iter().zip(items()?).map(|(part, value)| format!("{}: {value}", part.label));
            Some(format!("{{{}}}", rows.collect::<Vec<_>>().join(", ")))
        }
        Shape::Number | Shape::Text if !object.value.is_empty() => Some(object.value.clone()),
        _ => None,
    }
}

/// Who refers to an object, in words: names first.
pub(crate) fn holders(picture: &Picture, id: ObjectId) -> Vec<String> {
    let mut found = Vec::new();
    for frame in &picture.frames {
        found.extend(frame.names.iter().filter(|name| arrow(&name.value) == Some(id)).map(|name| format!("`{}`", name.name)));
    }
    found.extend(objects_with(picture, id).map(title));
    found
}

/// Whether an object refers to it.
pub(crate) fn is_in_an_object(picture: &Picture, id: ObjectId) -> bool {
    objects_with(picture, id).next().is_some()
}

fn objects_with(picture: &Picture, id: ObjectId) -> impl Iterator<Item = &Object> {
    picture.objects.iter().filter(move |holder| holder.parts.iter().any(|part| !part.weak && arrow(&part.value) == Some(id)))
}
