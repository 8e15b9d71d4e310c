//! The new reference count of an object.

use heapglass_words::predict as words;

use super::{
    Draft, Idea, Kind,
    line::names,
    scene::{Scene, arrow, object, title},
    wrong,
};
use crate::picture::{Object, Shape};

/// The question about the first object that a name of the line leads to and whose count changes.
pub(crate) fn count(scene: &Scene<'_>) -> Option<Draft> {
    if !scene.is_whole() || scene.collects() {
        return None;
    }
    let told = names(scene.text);
    let frame = scene.frame()?;
    scene.frame_after()?;
    frame.names.iter().filter(|name| told.contains(&name.name.as_str())).find_map(|name| {
        let then = object(scene.before, arrow(&name.value)?)?;
        let now = object(scene.after, then.id)?;
        let is_told = matches!(then.shape, Shape::List | Shape::Dict | Shape::Set | Shape::Tuple | Shape::Instance | Shape::Slotted | Shape::Text);
        if !is_told || !now.reachable {
            return None;
        }
        of(scene, &name.name, then, now)
    })
}

fn of(scene: &Scene<'_>, name: &str, then: &Object, now: &Object) -> Option<Draft> {
    let (old, new) = (then.count?, now.count?);
    let what = title(then);
    let wrong = match new.cmp(&old) {
        std::cmp::Ordering::Equal => return None,
        std::cmp::Ordering::Greater => vec![
            wrong(old.to_string(), Idea::AssignmentCopies, words::count_nothing_copied()),
            wrong((old + 1).to_string(), Idea::HoldersCountOnce, words::count_every_place()),
            wrong((new + 1).to_string(), Idea::CallsHoldNothing, words::count_of_the_call()),
        ],
        std::cmp::Ordering::Less => vec![
            wrong(old.to_string(), Idea::ReferencesDoNotCount, words::count_taken_off()),
            wrong("0".to_string(), Idea::DelDestroys, words::count_left(u64::from(new))),
            wrong((new + 1).to_string(), Idea::CallsHoldNothing, words::count_of_the_call()),
        ],
    };
    let (change, old_text, new_text) = (u64::from(new.abs_diff(old)), old.to_string(), new.to_string());
    let why = if new > old { words::count_rises(change, &old_text, &new_text) } else { words::count_falls(change, &old_text, &new_text) };
    Some(Draft {
        kind: Kind::Count,
        ask: words::count_ask(name, &what, &old_text, scene.text),
        right: (new_text.into(), why),
        wrong,
        subject: Some(then.id),
        weight: 50 + (new.abs_diff(old).min(5) as u32) * 2,
    })
}
