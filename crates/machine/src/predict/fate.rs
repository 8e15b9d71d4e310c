//! What becomes of an object that loses a reference: it dies, it lives on, or a cycle holds it; and who dies with it.

use heapglass_words::predict as words;

use super::{
    Answer, Draft, Idea, Kind,
    line::{assignment, names},
    scene::{Scene, arrow, holders, is_in_an_object, object, title},
    wrong,
};
use crate::picture::{Object, Shape};

/// What becomes of an object.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Dies,
    Lives,
    /// Nothing that the program can name leads to it.
    Lost,
}

impl Fate {
    fn answer(self) -> Answer {
        match self {
            Self::Dies => Answer::said("dies", words::fate_dies()),
            Self::Lives => Answer::said("lives", words::fate_lives()),
            Self::Lost => Answer::said("lost", words::fate_lost()),
        }
    }
}

/// The question about an object that a name of the line lets go.
pub(crate) fn fate(scene: &Scene<'_>) -> Option<Draft> {
    if !scene.is_whole() || scene.collects() {
        return None;
    }
    let told = names(scene.text);
    let frame = scene.frame()?;
    scene.frame_after()?;
    // A name that goes by itself, as that of an exception does, is another matter.
    let deletes = scene.text.starts_with("del ");
    let target = assignment(scene.text).map(|(target, _)| target);
    let is_meant = |name: &str| told.contains(&name) && (deletes || target == Some(name));
    let let_go = frame.names.iter().filter(|name| is_meant(&name.name)).filter_map(|name| {
        let target = arrow(&name.value)?;
        let is_let_go = scene.value_after(&name.name) != Some(&name.value);
        let target = object(scene.before, target).filter(|target| is_let_go && target.count.is_some())?;
        let is_told = !matches!(target.shape, Shape::Class | Shape::Module | Shape::Frame | Shape::Traceback);
        is_told.then_some((name.name.as_str(), target))
    });
    let drafts: Vec<Draft> = let_go.filter_map(|(name, target)| of(scene, name, target)).collect();
    drafts.into_iter().max_by_key(|draft| draft.weight)
}

fn of(scene: &Scene<'_>, name: &str, target: &Object) -> Option<Draft> {
    let what = title(target);
    let count = target.count?;
    let after = object(scene.after, target.id);
    let (right, weight) = match after {
        None if count > 1 && target.reachable && !is_held_by_dying(scene, target) => return None,
        None => (Fate::Dies, 70),
        Some(now) if now.reachable => (Fate::Lives, 80),
        Some(_) => (Fate::Lost, 95),
    };
    let now = after.and_then(|object| object.count).unwrap_or(0).to_string();
    let others = holders(scene.after, target.id);
    let holder = others.first().cloned().unwrap_or_else(|| words::something_else().to_string());
    let why = match right {
        Fate::Dies => words::fate_why_dies().to_string(),
        Fate::Lives => words::fate_why_lives(name, &count.to_string(), &now, &holder),
        Fate::Lost => words::fate_why_lost(name, &now, &holder),
    };
    let wrong_for = |other: Fate| match (right, other) {
        (Fate::Dies, Fate::Lives) => (Idea::ReferencesDoNotCount, words::fate_was_the_last(name)),
        (Fate::Dies, _) => (Idea::DeathComesLater, words::fate_no_collector().to_string()),
        (Fate::Lives, Fate::Dies) => (Idea::DelDestroys, words::fate_only_the_name(&holder)),
        (Fate::Lives, _) => (Idea::CollectorTakesTheLiving, words::fate_still_leads(&holder)),
        (_, Fate::Dies) => (Idea::CountingFreesCycles, words::fate_counting_is_blind(&now, &holder)),
        (_, _) => (Idea::ReferencesDoNotCount, words::fate_nothing_leads(&holder)),
    };
    let choices = [Fate::Dies, Fate::Lives, Fate::Lost].into_iter().filter(|other| *other != right).map(|other| {
        let (idea, because) = wrong_for(other);
        wrong(other.answer(), idea, because)
    });
    Some(Draft {
        kind: Kind::Fate,
        ask: words::fate_ask(name, &what, scene.text),
        right: (right.answer(), why),
        wrong: choices.collect(),
        subject: Some(target.id),
        weight,
    })
}

/// Whether another object that dies on this line refers to it.
fn is_held_by_dying(scene: &Scene<'_>, target: &Object) -> bool {
    scene.before.objects.iter().any(|holder| {
        let holds = holder.parts.iter().any(|part| arrow(&part.value) == Some(target.id));
        holds && object(scene.after, holder.id).is_none()
    }) || scene.before.frames.iter().flat_map(|frame| &frame.names).filter(|name| arrow(&name.value) == Some(target.id)).count() > 1
}

/// The question how many die together.
pub(crate) fn deaths(scene: &Scene<'_>) -> Option<Draft> {
    if !scene.is_whole() || scene.collects() || scene.after.frames.len() != scene.before.frames.len() {
        return None;
    }
    let is_dead = |then: &&Object| then.count.is_some() && object(scene.after, then.id).is_none();
    let dead: Vec<&Object> = scene.before.objects.iter().filter(is_dead).collect();
    let first = dead.iter().max_by_key(|object| object.parts.len())?;
    // What is drawn in place is no box.
    if dead.len() < 2 || dead.len() > 12 {
        return None;
    }
    let number = dead.len();
    let inside = dead.iter().filter(|object| is_in_an_object(scene.before, object.id)).count();
    if inside == 0 {
        return None;
    }
    Some(Draft {
        kind: Kind::Deaths,
        ask: words::deaths_ask(scene.text),
        right: (number.to_string().into(), words::deaths_why().to_string()),
        wrong: vec![
            wrong("0".to_string(), Idea::DeathComesLater, words::deaths_at_once(&title(first))),
            wrong("1".to_string(), Idea::ContentsStay, words::deaths_inside()),
            wrong((number + 1).to_string(), Idea::DelDestroys, words::deaths_elsewhere()),
        ],
        subject: Some(first.id),
        weight: 62,
    })
}
