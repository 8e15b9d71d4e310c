//! Whether two names name one object.

use heapglass_words::predict as words;

use super::{
    Answer, Draft, Idea, Kind,
    line::{assignment, is_name, names},
    scene::{Scene, arrow, identity, object, title},
    wrong,
};
use crate::picture::{Shape, Value};

/// The question about the name that the line binds and one that it is made from.
pub(crate) fn identity_of(scene: &Scene<'_>) -> Option<Draft> {
    let (target, made) = assignment(scene.text).filter(|(target, _)| is_name(target))?;
    let value = scene.value_after(target)?;
    if let Value::InPlace { text, type_name, .. } = value {
        return of_numbers(scene, target, made, (text, type_name));
    }
    let id = arrow(value)?;
    let from = names(made).into_iter().find(|name| *name != target && scene.value_after(name).and_then(arrow).is_some())?;
    let other = scene.value_after(from).and_then(arrow).filter(|_| scene.value(from) == scene.value_after(from))?;
    let (now, then) = (object(scene.after, id)?, object(scene.after, other)?);
    // Of different classes they cannot be the same.
    let is_told = matches!(now.shape, Shape::List | Shape::Dict | Shape::Set | Shape::Tuple | Shape::Instance | Shape::Slotted);
    if !is_told || now.type_name != then.type_name {
        return None;
    }
    let (yes, no) = (id == other, if made == from { Idea::AssignmentCopies } else { Idea::CopiesAreShared });
    let (right, why, wrong_answer) = if yes {
        ("True", words::identity_one(&title(now)), wrong(Answer::code("False"), no, words::identity_nothing_copied()))
    } else {
        let because = words::identity_makes_new(made, from, &title(then));
        ("False", words::identity_two(target, &title(now), from, &title(then)), wrong(Answer::code("True"), Idea::CopiesAreShared, because))
    };
    Some(Draft {
        kind: Kind::Identity,
        ask: words::identity_ask(scene.text, target, from),
        right: (Answer::code(right), why),
        wrong: vec![wrong_answer, wrong(Answer::said("until changed", words::identity_until_changed()), Idea::CopiesAreShared, words::identity_no_half_way())],
        subject: Some(other),
        weight: if made == from { 58 } else { 68 },
    })
}

/// Numbers and texts that are equal: one object or two?
fn of_numbers(scene: &Scene<'_>, target: &str, made: &str, shown: (&str, &str)) -> Option<Draft> {
    let (text, type_name) = shown;
    if !matches!(type_name, "int" | "float" | "str") {
        return None;
    }
    let frame = scene.frame()?;
    let same = |value: &Value| matches!(value, Value::InPlace { text: other, type_name: kind, .. } if other == text && kind == type_name);
    let other = frame.names.iter().find(|name| name.name != target && same(&name.value) && !names(made).contains(&name.name.as_str()))?;
    let yes = identity(scene.value_after(target)?)? == identity(scene.value_after(&other.name)?)?;
    let small = type_name == "int" && text.parse::<i64>().is_ok_and(|value| (-5..=256).contains(&value));
    let (right, why, wrong_answer) = match (yes, small) {
        (true, true) => ("True", words::identity_small_ints(), wrong(Answer::code("False"), Idea::EqualMeansApart, words::identity_small_ints_shared())),
        (true, false) => ("True", words::identity_found(), wrong(Answer::code("False"), Idea::EqualMeansApart, words::identity_constants())),
        (false, _) => ("False", words::identity_made_apart(), wrong(Answer::code("True"), Idea::IsComparesValues, words::identity_asks_one())),
    };
    Some(Draft {
        kind: Kind::Identity,
        ask: words::identity_ask_equal(scene.text, &other.name, text, target),
        right: (Answer::code(right), why.to_string()),
        wrong: vec![wrong_answer],
        subject: None,
        weight: if yes && small { 25 } else { 45 },
    })
}
