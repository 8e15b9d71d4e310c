//! Looking for an object by what is known of it: name, type, value, number or address.

use crate::picture::{Object, ObjectId, Picture, Value};
use crate::words;
use heapglass_words::{folded, stage as say};

/// An object that was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which.
    pub id: ObjectId,
    /// Why it was found, in words.
    pub because: String,
}

/// The objects that a few typed words can mean, the surest first.
pub fn find(picture: &Picture, words: &str) -> Vec<Found> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let wanted = folded(words.trim());
    let mut found: Vec<(u8, Found)> = Vec::new();
    for frame in &picture.frames {
        for name in &frame.names {
            if let Value::Arrow(id) = name.value
                && let Some(rank) = rank(&name.name, &wanted)
            {
                let because = say::because_name(&name.name, &frame.function);
                found.push((rank, Found { id, because }));
            }
        }
    }
    for object in &picture.objects {
        if let Some((rank, because)) = reason(object, &wanted) {
            found.push((rank, Found { id: object.id, because }));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    let mut best: Vec<Found> = Vec::new();
    for (_, one) in found {
        if !best.iter().any(|other| other.id == one.id) {
            best.push(one);
        }
    }
    best
}

fn reason(object: &Object, wanted: &str) -> Option<(u8, String)> {
    let number = words::numbered(object.id);
    if number == wanted || number.trim_start_matches('#') == wanted {
        return Some((0, say::because_number(&number)));
    }
    let address = format!("{:#x}", object.address);
    if address == wanted || object.address.to_string() == wanted {
        return Some((0, say::because_id(&address)));
    }
    let title = words::title(object);
    if folded(&title) == wanted {
        return Some((0, title));
    }
    if let Some(rank) = rank(&object.name, wanted).or_else(|| rank(&object.type_name, wanted)) {
        return Some((rank + 1, title));
    }
    let inside = object.parts.iter().find(|part| holds(&part.value, wanted) || folded(&part.label) == wanted);
    if folded(&object.value).contains(wanted) || inside.is_some() {
        return Some((4, say::because_holds(&title)));
    }
    (wanted.len() > 3 && address.contains(wanted)).then(|| (5, say::because_address(&address)))
}

fn holds(value: &Value, wanted: &str) -> bool {
    matches!(value, Value::InPlace { text, .. } if folded(text).trim_matches(['\'', '"']) == wanted.trim_matches(['\'', '"']))
}

fn rank(name: &str, wanted: &str) -> Option<u8> {
    let name = folded(name);
    match name.find(wanted) {
        _ if name.is_empty() => None,
        Some(0) if name == wanted => Some(0),
        Some(0) => Some(1),
        Some(_) => Some(2),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::places::tests::{object, picture};

    #[test]
    fn a_number_with_or_without_its_sign_finds_its_object_first() {
        let picture = picture(&[("a", 7), ("b", 17)], vec![object(7, &[]), object(17, &[])]);
        assert_eq!(find(&picture, "#7").first().map(|found| found.id), Some(ObjectId(7)));
        assert_eq!(find(&picture, "17").first().map(|found| found.id), Some(ObjectId(17)));
    }

    #[test]
    fn a_name_finds_what_it_names_and_a_type_all_its_objects() {
        let picture = picture(&[("a", 7), ("b", 17)], vec![object(7, &[]), object(17, &[])]);
        assert_eq!(find(&picture, "b").first().map(|found| found.id), Some(ObjectId(17)));
        assert_eq!(find(&picture, "list").len(), 2);
        assert_eq!(find(&picture, "tuple"), []);
    }

    #[test]
    fn a_name_is_found_without_the_marks_of_its_letters_and_with_them() {
        let picture = picture(&[("número", 7), ("b", 17)], vec![object(7, &[]), object(17, &[])]);
        for typed in ["numero", "Número", "nume"] {
            assert_eq!(find(&picture, typed).iter().map(|found| found.id).collect::<Vec<_>>(), [ObjectId(7)], "{typed}");
        }
    }
}
