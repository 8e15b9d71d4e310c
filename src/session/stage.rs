//! What is done to the stage: folding, hiding, moving, and taking it back.

use super::{Effect, Shown, State, Zoom};
use crate::layout::{Drawn, Look, Metrics, Places, Plan, Point};
use crate::picture::{ObjectId, Value};
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
    /// Do not draw this name of this function.
    HideName(String, String),
    /// Do not draw the name that was pointed at last.
    HideNamed,
    /// This name of this function was pointed at.
    Touch(Option<(String, String)>),
    /// Bring what each step changes into view, or stay where the user has gone.
    Follow(bool),
    /// The same, whichever it is not.
    TurnFollow,
    /// Draw the stage in this size, in percent, so that what matters fits in.
    Suit(i32),
    /// Bring back one thing that was put out of sight.
    ShowAgain(Hidden),
    /// Take back the last of these.
    Undo,
    /// Do again what was taken back last.
    Redo,
    /// Draw the stage in this size, in percent.
    ZoomTo(i32),
    /// Draw the stage so that all of it is in view.
    Fit,
}

/// Something that was put out of sight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// An object.
    Object(ObjectId),
    /// All objects of a type.
    Type(String),
    /// A name of a function.
    Name(String, String),
}

/// What the page knows of the stage beyond the places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stage {
    /// How often it was asked to fit.
    pub fits: u32,
    /// How often boxes were given other places because that was asked for.
    pub moves: u32,
    /// The boxes on screen, without their places.
    pub drawn: Rc<Drawn>,
    /// The name that was pointed at last: function and name.
    pub name: Option<(String, String)>,
    /// The stage stays where the user has moved it, and does not follow the steps.
    pub stays: bool,
    /// The user has chosen its size.
    pub sized: bool,
    /// The picture that they are made from.
    pub(super) pictured: Option<Rc<Shown>>,
    /// The places in which they had room when they were looked at last.
    pub(super) stand: Option<Rc<Places>>,
    /// Number of the plan that was asked for last.
    pub(super) plan: u64,
    /// Nothing needs to stay where it is in that plan.
    pub(super) plan_anew: bool,
    /// Number of the plan that came last, or of one that is not wanted any more.
    pub(super) plan_came: u64,
    /// The request that the picture on screen answered.
    pub(super) ticket: u64,
    /// The worker can make plans.
    pub(super) whole: bool,
    /// More room was asked for, and the picture that needs it is under way.
    pub(super) widening: bool,
    /// A plan for the recording whose first picture is under way.
    pub(super) next_plan: Option<Rc<Plan>>,
    /// The places in the recording, while an alternative is looked at.
    pub(super) aside: Option<Rc<Places>>,
    /// How it was before each thing done to it.
    before: Vec<(Rc<Look>, Rc<Places>)>,
    /// How it was before things were taken back.
    after: Vec<(Rc<Look>, Rc<Places>)>,
}

impl Stage {
    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether something that was taken back can be done again.
    pub fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }

    /// Nothing that was done to it can be taken back.
    pub(super) fn forget(&mut self) {
        self.before.clear();
        self.after.clear();
        self.aside = None;
        self.name = None;
        self.stays = false;
    }

    /// What is taken back to stands as planned, too.
    pub(super) fn replan(&mut self, plan: &Plan) {
        for (_, places) in self.before.iter_mut().chain(&mut self.after).filter(|(_, places)| !places.is_planned()) {
            *places = Rc::new(places.planned(plan));
        }
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
            StageAction::AsObjects => {
                let effects = self.look_anew(|look| look.as_objects = !look.as_objects);
                let mut all = self.ask_for_plan(false);
                all.extend(effects);
                return all;
            }
            StageAction::HideName(function, name) => {
                self.stage.name = None;
                return self.look_anew(|look| look.hidden_names.extend([(function, name)]));
            }
            StageAction::HideNamed => {
                let Some((function, name)) = self.stage.name.take().or_else(|| self.name_of_selected()) else { return Vec::new() };
                return self.on_stage(StageAction::HideName(function, name));
            }
            StageAction::Touch(name) => {
                self.stage.name = name.filter(|name| self.stage.name.as_ref() != Some(name));
                self.selected = None;
            }
            StageAction::Follow(follow) => self.stage.stays = !follow,
            StageAction::TurnFollow => self.stage.stays = !self.stage.stays,
            StageAction::Suit(percent) => self.zoom = Zoom(percent.clamp(10, 400)),
            StageAction::ShowAgain(hidden) => return self.look_anew(|look| look.show_again(&hidden)),
            StageAction::HideSelected => {
                let Some(id) = self.selected.take() else { return Vec::new() };
                return self.look_anew(|look| look.hidden.extend([id]));
            }
            StageAction::HideType(name) => return self.look_anew(|look| look.hidden_types.extend([name])),
            StageAction::ShowAll => {
                return self.look_anew(|look| {
                    look.hidden.clear();
                    look.hidden_types.clear();
                    look.hidden_names.clear();
                });
            }
            StageAction::Move(id, to) => {
                self.remember_stage();
                Rc::make_mut(&mut self.places).pin(id, to);
            }
            StageAction::PinSelected => self.pin_selected(),
            StageAction::Undo => return self.undo(),
            StageAction::Redo => return self.redo(),
            StageAction::ZoomTo(percent) => {
                self.zoom = Zoom(percent.clamp(10, 400));
                self.stage.sized = true;
            }
            StageAction::Fit => {
                self.stage.fits = self.stage.fits.wrapping_add(1);
                self.stage.stays = false;
            }
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
        self.place_asked();
    }

    /// The innermost name that refers to the selected object: its function, and the name.
    fn name_of_selected(&self) -> Option<(String, String)> {
        let id = self.selected?;
        let frames = &self.shown.as_ref()?.picture.frames;
        frames.iter().rev().find_map(|frame| {
            let name = frame.names.iter().find(|name| matches!(name.value, Value::Arrow(to) if to == id))?;
            Some((frame.function.clone(), name.name.clone()))
        })
    }

    fn look_anew(&mut self, change: impl FnOnce(&mut Look)) -> Vec<Effect> {
        self.remember_stage();
        change(Rc::make_mut(&mut self.look));
        self.place_asked();
        // What the answer shows may need more room.
        self.stage.widening = true;
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
        self.stage.after.clear();
        self.stage.before.push((self.look.clone(), self.places.clone()));
        if self.stage.before.len() > MOST_UNDO {
            self.stage.before.remove(0);
        }
    }

    fn undo(&mut self) -> Vec<Effect> {
        let Some(earlier) = self.stage.before.pop() else { return Vec::new() };
        self.stage.after.push((self.look.clone(), self.places.clone()));
        self.stand_as(earlier)
    }

    fn redo(&mut self) -> Vec<Effect> {
        let Some(later) = self.stage.after.pop() else { return Vec::new() };
        self.stage.before.push((self.look.clone(), self.places.clone()));
        self.stand_as(later)
    }

    fn stand_as(&mut self, (look, places): (Rc<Look>, Rc<Places>)) -> Vec<Effect> {
        let was_to_move_all = self.stage.plan_anew && !self.is_planned();
        // A plan that was asked for in between is not wanted any more.
        if self.places.is_planned() {
            self.stage.plan += 1;
            self.stage.plan_came = self.stage.plan;
        }
        self.look = look;
        self.places = places;
        self.stage.moves = self.stage.moves.wrapping_add(1);
        self.place_asked();
        // The first plan has not come yet: it is wanted still, but for what is on screen to stay.
        let mut effects = if was_to_move_all && !self.places.is_planned() { self.ask_for_plan(false) } else { Vec::new() };
        effects.extend(self.refresh());
        effects
    }
}
