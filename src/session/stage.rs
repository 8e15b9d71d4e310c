//! What is done to the stage: folding, hiding, moving, and taking it back.

use super::{Effect, State, Zoom};
use crate::layout::{Look, Metrics, Places, Point};
use crate::picture::ObjectId;
use std::rc::Rc;

/// Something the user does to the stage.
#[derive(Clone, Debug, PartialEq)]
pub enum StageAction {
    /// Fold the selected box, or unfold it.
    FoldSelected,
    /// Show more cells or rows of a long box.
    More(ObjectId),
    /// Draw numbers and text as objects, or in place.
    AsObjects,
    /// Put the selected object out of sight.
    HideSelected,
    /// Put all objects of this type out of sight.
    HideType(String),
    /// Bring back all that was put out of sight.
    ShowAll,
    /// Put a box somewhere.
    Move(ObjectId, Point),
    /// Keep the selected box where it is even when all is tidied up, or no longer.
    PinSelected,
    /// Take back the last of these.
    Undo,
    /// Draw the stage in this size, in percent.
    ZoomTo(i32),
    /// Draw the stage so that all of it is in view.
    Fit,
}

/// What the page knows of the stage beyond the places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stage {
    /// How often it was asked to fit.
    pub fits: u32,
    /// How it was before each thing done to it.
    before: Vec<(Rc<Look>, Rc<Places>)>,
}

impl Stage {
    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }
}

/// Things that can be taken back.
const MOST_UNDO: usize = 50;

impl State {
    pub(super) fn on_stage(&mut self, action: StageAction) -> Vec<Effect> {
        match action {
            StageAction::FoldSelected => {
                if let Some(id) = self.selected {
                    self.fold(id);
                }
            }
            StageAction::More(id) => return self.look_anew(|look| look.more(id)),
            StageAction::AsObjects => return self.look_anew(|look| look.as_objects = !look.as_objects),
            StageAction::HideSelected => {
                let Some(id) = self.selected.take() else { return Vec::new() };
                return self.look_anew(|look| look.hidden.extend([id]));
            }
            StageAction::HideType(name) => return self.look_anew(|look| look.hidden_types.extend([name])),
            StageAction::ShowAll => {
                return self.look_anew(|look| {
                    look.hidden.clear();
                    look.hidden_types.clear();
                });
            }
            StageAction::Move(id, to) => {
                self.remember_stage();
                Rc::make_mut(&mut self.places).pin(id, to);
            }
            StageAction::PinSelected => self.pin_selected(),
            StageAction::Undo => return self.undo(),
            StageAction::ZoomTo(percent) => self.zoom = Zoom(percent.clamp(10, 400)),
            StageAction::Fit => self.stage.fits = self.stage.fits.wrapping_add(1),
        }
        Vec::new()
    }

    /// Folds a box, or unfolds it.
    pub(super) fn fold(&mut self, id: ObjectId) {
        self.remember_stage();
        let look = Rc::make_mut(&mut self.look);
        if !look.toggled.remove(&id) {
            look.toggled.insert(id);
        }
        self.place();
    }

    fn look_anew(&mut self, change: impl FnOnce(&mut Look)) -> Vec<Effect> {
        self.remember_stage();
        change(Rc::make_mut(&mut self.look));
        self.place();
        self.refresh()
    }

    fn pin_selected(&mut self) {
        let Some(id) = self.selected else { return };
        self.remember_stage();
        let at = self.places.corner(id, &Metrics::new(self.narrow));
        let places = Rc::make_mut(&mut self.places);
        match at {
            _ if places.is_pinned(id) => places.unpin(id),
            Some(at) => places.pin(id, at),
            None => {}
        }
        self.place();
    }

    /// Keeps how the stage is now, to come back to it.
    pub(super) fn remember_stage(&mut self) {
        self.stage.before.push((self.look.clone(), self.places.clone()));
        if self.stage.before.len() > MOST_UNDO {
            self.stage.before.remove(0);
        }
    }

    fn undo(&mut self) -> Vec<Effect> {
        let Some((look, places)) = self.stage.before.pop() else { return Vec::new() };
        self.look = look;
        self.places = places;
        self.place();
        self.refresh()
    }

    /// A new recording: nothing of the old one's objects is known any more.
    pub(super) fn clear_stage(&mut self) {
        self.look = Rc::new(Look { as_objects: self.look.as_objects, ..Look::default() });
        self.places = Rc::default();
        self.stage.before.clear();
    }
}
