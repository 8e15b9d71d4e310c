//! Which of all possible questions are asked: the most interesting first, few of a kind, one at a place.

use super::{Kind, Prediction};

/// Most questions of one recording.
const MOST: usize = 24;
/// Most of one kind.
const MOST_OF_KIND: usize = 4;

/// The questions that are asked, in the order of their stops.
pub(crate) fn choose(mut found: Vec<Prediction>) -> Vec<Prediction> {
    found.sort_by(|one, other| other.weight.cmp(&one.weight).then(one.stop.cmp(&other.stop)).then(one.kind.cmp(&other.kind)));
    let mut chosen: Vec<Prediction> = Vec::new();
    for question in found {
        let of_kind = chosen.iter().filter(|other| other.kind == question.kind);
        // That a `def` does not run its body is asked once.
        let plain = question.kind == Kind::NextLine && question.weight < 40;
        let known = plain && of_kind.clone().any(|other| other.weight < 40);
        let few = !known && chosen.len() < MOST && of_kind.clone().count() < most(question.kind);
        let asked_here = chosen.iter().any(|other| other.stop == question.stop && other.kind.layer() == question.kind.layer());
        let asked_before = of_kind.clone().any(|other| other.line == question.line && question.line != 0);
        // What one has just seen is no question: the same thing told twice in a row.
        let told = chosen.iter().any(|other| other.kind.layer() == question.kind.layer() && other.then == question.stop && same_answer(other, &question));
        if few && !asked_here && !asked_before && !told {
            chosen.push(question);
        }
    }
    chosen.sort_by_key(|question| (question.stop, question.kind));
    chosen
}

fn most(kind: Kind) -> usize {
    match kind {
        Kind::Printed => 6,
        Kind::Identity | Kind::Address | Kind::Generation => 2,
        _ => MOST_OF_KIND,
    }
}

fn same_answer(one: &Prediction, other: &Prediction) -> bool {
    one.choices[one.right()].key == other.choices[other.right()].key
}
