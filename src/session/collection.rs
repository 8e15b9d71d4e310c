//! Going through a collection: a phase is a row of moves, and the page stands somewhere in it.
//!
//! The place in the row is a fact of the state. So a pause freezes it, the sentence can tell it, and going back is one less.

use super::{Action, Effect, Shown, State};
use crate::picture::{Collection, Picture, Seek};
use std::rc::Rc;

/// What can be done with a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CollectionAction {
    /// Have it go on by itself to its end, or pause it. Outside of a collection the next one is played.
    Play,
    /// One move back; before the first, to the phase before.
    Back,
    /// One move on; after the last, to the next phase.
    On,
    /// To the place behind so many moves of the phase.
    To(usize),
}

/// Where the page stands in the phase that is shown, and whether it goes on by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Walk {
    /// How many moves of the phase are done on screen; `None`: all of them.
    pub at: Option<usize>,
    /// It goes on by itself.
    pub playing: bool,
    /// The next picture is to be shown from its first move on.
    entering: bool,
    /// The picture as it was before the phase, if the phase changes objects and not all of its moves are done.
    before: Option<Rc<Shown>>,
}

/// A phase of more moves takes several at a time while it is played.
const MOST_TICKS: usize = 40;

/// The phase of a collection that has just ended.
pub fn ended_phase(picture: &Picture) -> Option<&Collection> {
    picture.collector.collection.as_ref().filter(|running| !running.inside)
}

impl State {
    /// What the stage shows: while a phase that frees objects is gone through, they are still there.
    pub fn staged(&self) -> Option<Rc<Shown>> {
        self.walk.before.clone().filter(|_| self.walk.at.is_some()).or_else(|| self.shown.clone())
    }

    /// Whether something goes on by itself.
    pub fn is_going(&self) -> bool {
        self.playing || self.walk.playing
    }

    /// The phase on screen, if a phase has just ended there.
    fn phase(&self) -> Option<&Collection> {
        self.shown.as_ref().and_then(|shown| ended_phase(&shown.picture))
    }

    /// How many moves the phase on screen has.
    fn moves(&self) -> usize {
        self.phase().map_or(0, |running| running.moves.len())
    }

    pub(super) fn on_collection(&mut self, action: CollectionAction) -> Vec<Effect> {
        self.playing = false;
        let was_playing = std::mem::take(&mut self.walk.playing);
        match action {
            CollectionAction::Play if was_playing => Vec::new(),
            CollectionAction::Play => {
                self.walk.playing = self.has_recording();
                if self.walk.at.is_some() { Vec::new() } else { self.enter_next() }
            }
            CollectionAction::On => self.move_on(1),
            CollectionAction::Back => self.move_back(),
            CollectionAction::To(at) => {
                self.stand_at(at);
                Vec::new()
            }
        }
    }

    /// Within a collection the smallest step is a move, not an instruction.
    pub(super) fn move_instead(&mut self, seek: &Seek) -> Option<Vec<Effect>> {
        let running = self.phase()?;
        let is_last = running.phase as usize + 1 >= running.phases.len();
        match seek {
            Seek::NextInstruction if self.walk.at.is_some() || !is_last => Some(self.on_collection(CollectionAction::On)),
            Seek::PreviousInstruction if self.walk.at.is_some() || self.moves() > 0 => Some(self.on_collection(CollectionAction::Back)),
            _ => None,
        }
    }

    /// Time for the next move, if a collection is played.
    pub(super) fn move_on_time(&mut self) -> Vec<Effect> {
        if !self.walk.playing || !self.requests.is_quiet() {
            return Vec::new();
        }
        self.move_on(self.moves().div_ceil(MOST_TICKS).max(1))
    }

    fn move_on(&mut self, by: usize) -> Vec<Effect> {
        if let Some(at) = self.walk.at {
            self.stand_at(at + by);
            if self.walk.at.is_none() && self.is_last_phase() {
                self.walk.playing = false;
            }
            return Vec::new();
        }
        if self.walk.playing && self.is_last_phase() {
            self.walk.playing = false;
            return Vec::new();
        }
        self.enter_next()
    }

    fn is_last_phase(&self) -> bool {
        self.phase().is_some_and(|running| running.phase as usize + 1 >= running.phases.len())
    }

    fn enter_next(&mut self) -> Vec<Effect> {
        self.walk.entering = true;
        let effects = self.seek(Seek::NextCollection);
        if self.requests.is_quiet() {
            self.walk = Walk::default();
        }
        effects
    }

    fn move_back(&mut self) -> Vec<Effect> {
        match self.walk.at.unwrap_or_else(|| self.moves()) {
            0 => self.seek(Seek::PreviousCollection),
            at => {
                self.stand_at(at - 1);
                Vec::new()
            }
        }
    }

    fn stand_at(&mut self, at: usize) {
        let all = self.moves();
        self.walk.at = (at < all).then_some(at);
        if self.walk.at.is_none() && self.walk.before.take().is_some() {
            self.place();
        }
        if self.walk.at.is_some() && self.walk.before.is_none() {
            self.walk.before = self.shown.as_ref().and_then(|shown| before(shown)).map(Rc::new);
            self.place();
        }
    }

    /// Another picture is on screen: of another moment, or of the same.
    pub(super) fn walk_arrived(&mut self, is_new_place: bool) {
        if !is_new_place {
            // Nothing was found to enter, and nothing is on its way.
            if self.walk.entering && self.requests.is_quiet() {
                self.walk.entering = false;
                self.walk.playing = false;
            }
            if self.walk.before.take().is_some()
                && let Some(at) = self.walk.at
            {
                self.stand_at(at);
            }
            return;
        }
        let entering = std::mem::take(&mut self.walk.entering);
        self.walk.at = None;
        self.walk.before = None;
        if entering {
            self.stand_at(0);
        } else {
            self.walk.playing = false;
        }
    }

    /// What else is done ends the playing.
    pub(super) fn interrupts_walk(action: &Action) -> bool {
        matches!(
            action,
            Action::Seek(_) | Action::Continue | Action::ContinueBack | Action::GoTo(..) | Action::Edited(_) | Action::Opened { .. } | Action::Run | Action::Ask(_)
        )
    }
}

/// The picture with the objects as they were before the phase; nothing if it changes none.
fn before(shown: &Shown) -> Option<Shown> {
    let running = ended_phase(&shown.picture).filter(|running| !running.before.is_empty())?;
    let mut was = shown.clone();
    let objects = &mut was.picture.objects;
    let kept = objects.shared().iter().filter(|object| running.before.binary_search_by_key(&object.id, |before| before.id).is_err());
    let mut all: Vec<_> = kept.cloned().chain(running.before.iter().cloned().map(Rc::new)).collect();
    all.sort_by_key(|object| object.id);
    *objects = all.into_iter().collect();
    Some(was)
}

#[cfg(test)]
mod tests;
