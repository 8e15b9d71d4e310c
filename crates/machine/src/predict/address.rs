//! Which address a new object gets.

use heapglass_words::predict as words;

use super::{
    Answer, Draft, Idea, Kind,
    line::{assignment, is_name},
    scene::{Scene, arrow, object, title},
    wrong,
};
use crate::picture::Object;

/// The question about the object that the line binds to a name. `freed` are objects that died a moment ago, the last one last.
pub(crate) fn address(scene: &Scene<'_>, freed: &[Object]) -> Option<Draft> {
    let (target, _) = assignment(scene.text).filter(|(target, _)| is_name(target))?;
    let made = object(scene.after, arrow(scene.value_after(target)?)?).filter(|made| object(scene.before, made.id).is_none())?;
    if let Some(old) = scene.value(target).and_then(arrow).and_then(|id| object(scene.before, id)) {
        return bound_anew(scene, target, old, made);
    }
    let old = freed.iter().rev().find(|old| old.address == made.address && old.type_name == made.type_name)?;
    let (what, kind) = (title(old), &made.type_name);
    Some(Draft {
        kind: Kind::Address,
        ask: words::address_ask(&what, scene.text, kind),
        right: (Answer::said("same", words::address_same()), words::address_why_same().to_string()),
        wrong: vec![
            wrong(Answer::said("fresh", words::address_fresh()), Idea::IdsAreUnique, words::address_why_not_fresh()),
            wrong(Answer::said("behind", words::address_behind()), Idea::IdsAreUnique, words::address_why_not_behind()),
        ],
        subject: Some(old.id),
        weight: 64,
    })
}

/// The name let go of an object of the same kind, which dies.
fn bound_anew(scene: &Scene<'_>, target: &str, old: &Object, made: &Object) -> Option<Draft> {
    let dies = object(scene.after, old.id).is_none();
    if !dies || old.type_name != made.type_name || old.address == made.address {
        return None;
    }
    let what = title(old);
    Some(Draft {
        kind: Kind::Address,
        ask: words::address_ask_bound(target, &what, scene.text),
        right: (Answer::said("other", words::address_other()), words::address_why_other(&what, target)),
        wrong: vec![
            wrong(Answer::said("same name", words::address_same_name()), Idea::IdsBelongToNames, words::address_why_not_same_name(target)),
            wrong(Answer::said("never again", words::address_never_again()), Idea::IdsAreUnique, words::address_why_not_never_again()),
        ],
        subject: Some(old.id),
        weight: 56,
    })
}
