//! One sentence for each thing that a phase of a collection does.

use super::{of_deed, replay::RECHECK};
use crate::picture::{Collection, Deed, Move};
use heapglass_words::collection as words;

/// What the moves of a phase are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    Reference,
    Object,
    Move,
}

impl Noun {
    /// What the moves of the phase are called.
    pub(super) fn of(running: &Collection) -> Self {
        let all_about = |deed| of_deed(&running.moves, deed) == running.moves.len();
        if all_about(Deed::Subtracted) {
            return Self::Reference;
        }
        if all_about(Deed::Gathered) || all_about(Deed::Copied) {
            return Self::Object;
        }
        Self::Move
    }

    /// Where in the phase this is: `reference 3 of 7`.
    pub(super) fn place(self, at: usize, of: usize) -> String {
        let noun = match self {
            Self::Reference => "reference",
            Self::Object => "object",
            Self::Move => "move",
        };
        words::place(noun, &at.to_string(), &of.to_string())
    }

    /// What a step on is called, if there is one in this phase or not.
    pub(super) fn next(self, is_in_phase: bool) -> &'static str {
        match self {
            _ if !is_in_phase => words::next_phase(),
            Self::Reference => words::next_reference(),
            Self::Object => words::next_object(),
            Self::Move => words::next_move(),
        }
    }

    fn begins(self, phase: &str, count: u64) -> String {
        match self {
            Self::Reference => words::begins_with_references(phase, count),
            Self::Object => words::begins_with_objects(phase, count),
            Self::Move => words::begins_with_moves(phase, count),
        }
    }
}

/// The sentence after so many moves of the phase.
pub(super) fn said(running: &Collection, at: usize) -> String {
    let phase = running.phases.get(running.phase as usize).map(|phase| heapglass_words::phases::name(phase)).unwrap_or_default();
    let noun = Noun::of(running);
    let Some(one) = at.checked_sub(1).and_then(|last| running.moves.get(last)) else {
        return noun.begins(&phase, running.moves.len() as u64);
    };
    words::within(&phase, &noun.place(at, running.moves.len()), &of_move(running, one))
}

fn of_move(running: &Collection, one: &Move) -> String {
    let title = one.title.as_str();
    let left = one.scratch.unwrap_or(0);
    let scratch = left.to_string();
    let generation = |otherwise| one.generation.unwrap_or(otherwise).to_string();
    let again = running.phase == RECHECK;
    let (kind, from) = source(one);
    match one.deed {
        Deed::Gathered => words::gathered(title, &generation(0)),
        Deed::Copied => words::copied(title, &scratch),
        Deed::Subtracted => words::subtracted(kind, &from, title, &(left + 1).to_string(), &scratch),
        Deed::Held if again => words::held_again(title, &scratch),
        Deed::Held => words::held(title, &scratch),
        Deed::SetAside if again => words::set_aside_again(title),
        Deed::SetAside => words::set_aside(title),
        Deed::Reached => words::reached(kind, &from, title),
        Deed::Rescued if again => words::rescued_again(kind, &from, title),
        Deed::Rescued => words::rescued(kind, &from, title),
        Deed::Untracked => words::untracked(title),
        Deed::Promoted if one.generation == Some(running.generation) => words::stays(title, &running.generation.to_string()),
        Deed::Promoted => words::promoted(title, &generation(2)),
        Deed::WeakrefCleared => words::weakref_cleared(kind, &from, title),
        Deed::CallbackCalled => words::callback_called(title),
        Deed::Finalized => words::finalized(title),
        Deed::Cleared => words::cleared(title),
        Deed::Saved => words::saved(title),
        Deed::Died => words::died(title),
    }
}

/// Where a reference comes from: what that is, and which one.
fn source(one: &Move) -> (&'static str, String) {
    if one.is_name {
        return ("name", one.label.trim_start_matches('[').trim_end_matches(']').trim_matches('\'').to_owned());
    }
    match one.label.is_empty() {
        true => ("object", one.from_title.clone()),
        false => ("place", format!("`{}{}`", one.from_title, one.label)),
    }
}
