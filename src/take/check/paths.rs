//! How Python code gets at the objects of a picture: from a name of a frame, by indices, keys and attributes.

use crate::picture::{Object, ObjectId, Part, Picture, Shape, Value};
use std::collections::{BTreeMap, VecDeque};

/// A way to an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Path {
    /// The frame it begins in, outermost first.
    pub(super) frame: usize,
    /// Python code.
    pub(super) expression: String,
}

impl Path {
    /// Whether it is a name alone.
    pub(super) fn is_name(&self) -> bool {
        is_identifier(&self.expression)
    }
}

/// What can be got at.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// Objects with the ways to them, nearest first.
    pub(super) objects: Vec<(ObjectId, Vec<Path>)>,
    /// Frame, expression and text of values that stand in place.
    pub(super) values: Vec<(usize, String, String)>,
}

/// Types whose text in a picture is what `repr` gives.
const PLAIN: [&str; 7] = ["int", "str", "float", "bool", "NoneType", "bytes", "complex"];

/// Objects and values of a picture, at most so many objects.
pub(super) fn of(picture: &Picture, most: usize) -> Named {
    let known: BTreeMap<ObjectId, &Object> = picture.objects.iter().map(|object| (object.id, object)).collect();
    let mut named = Named::default();
    let mut places: BTreeMap<ObjectId, usize> = BTreeMap::new();
    let mut queue = VecDeque::new();
    let mut meet = |value: &Value, path: Path, named: &mut Named, queue: &mut VecDeque<(ObjectId, Path)>| match value {
        Value::InPlace { text, type_name, .. } if PLAIN.contains(&type_name.as_str()) && !text.ends_with('…') => {
            if named.values.len() < most {
                named.values.push((path.frame, path.expression, text.clone()));
            }
        }
        Value::Arrow(id) if known.contains_key(id) => {
            let at = *places.entry(*id).or_insert_with(|| {
                named.objects.push((*id, Vec::new()));
                queue.push_back((*id, path.clone()));
                named.objects.len() - 1
            });
            named.objects[at].1.push(path);
        }
        _ => {}
    };
    for (index, frame) in picture.frames.iter().enumerate() {
        for name in frame.names.iter().filter(|name| is_identifier(&name.name)) {
            // What an inner function uses too lives in a cell; Python code sees through it.
            let in_cell = matches!(name.scope.as_str(), "cell" | "free");
            let cell = match &name.value {
                Value::Arrow(id) if in_cell => known.get(id).filter(|object| object.shape == Shape::Cell),
                _ => None,
            };
            let value = cell.and_then(|cell| cell.parts.first()).map_or(&name.value, |part| &part.value);
            meet(value, Path { frame: index, expression: name.name.clone() }, &mut named, &mut queue);
        }
    }
    while let Some((id, path)) = queue.pop_front() {
        let Some(object) = known.get(&id) else { continue };
        for part in &object.parts {
            if let Some(step) = step(object, part) {
                meet(&part.value, Path { frame: path.frame, expression: path.expression.clone() + &step }, &mut named, &mut queue);
            }
        }
    }
    named.objects.truncate(most);
    named
}

/// The code that leads from an object to one of its parts.
fn step(object: &Object, part: &Part) -> Option<String> {
    if part.weak || part.key.is_some() {
        return None;
    }
    let label = part.label.as_str();
    let is_literal = label.parse::<i64>().is_ok() || (label.starts_with(['\'', '"']) && !label.contains('…') && label.len() > 1);
    match object.shape {
        Shape::List | Shape::Tuple if label.parse::<u64>().is_ok() => Some(format!("[{label}]")),
        Shape::Dict if is_literal => Some(format!("[{label}]")),
        Shape::Instance | Shape::Slotted if label != "__dict__" && is_identifier(label) && !label.starts_with("__") => Some(format!(".{label}")),
        Shape::Cell => Some(".cell_contents".to_owned()),
        Shape::Function if matches!(label, "defaults" | "kwdefaults" | "closure") => Some(format!(".__{label}__")),
        Shape::Method if label == "self" => Some(".__self__".to_owned()),
        Shape::Method if label == "function" => Some(".__func__".to_owned()),
        Shape::Exception if label == "args" => Some(".args".to_owned()),
        Shape::Exception if matches!(label, "traceback" | "cause" | "context") => Some(format!(".__{label}__")),
        _ => None,
    }
}

fn is_identifier(text: &str) -> bool {
    let mut signs = text.chars();
    signs.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && signs.all(|sign| sign.is_alphanumeric() || sign == '_')
        && !matches!(text, "class" | "def" | "del" | "is" | "in" | "not" | "and" | "or" | "if" | "else" | "for" | "from" | "global" | "import")
}
