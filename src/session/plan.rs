//! Where things stand: places are planned over the recording by the worker, and given to what has none until then.

use super::{Effect, State};
use crate::layout::{Drawn, Look, Metrics, Places, Plan, PlanWish};
use crate::message::Request;
use std::rc::Rc;

impl State {
    /// Asks for a plan over what is recorded. `anew`: nothing needs to stay where it is.
    pub(super) fn ask_for_plan(&mut self, anew: bool) -> Vec<Effect> {
        if !self.has_recording() || !self.stage.whole {
            return Vec::new();
        }
        self.stage.plan += 1;
        self.stage.plan_anew = anew;
        // The look of the program before is given up with its picture.
        let look = if self.run.fresh { self.first_look() } else { (*self.look).clone() };
        let stays = !anew && !self.run.fresh && self.run.looked;
        let kept = self.shown.as_ref().filter(|_| stays).map(|shown| Box::new(self.places.kept(&shown.picture, self.narrow)));
        let wish = Box::new(PlanWish { narrow: self.narrow, look });
        vec![Effect::Send(Request::Plan { run: self.run.number, ticket: self.stage.plan, wish, kept })]
    }

    /// Whether no plan is under way: nothing on the stage will move unasked.
    pub fn is_planned(&self) -> bool {
        self.stage.whole && self.stage.plan_came == self.stage.plan
    }

    /// The plan is there.
    pub(super) fn planned(&mut self, ticket: u64, plan: Plan) -> Vec<Effect> {
        if ticket != self.stage.plan {
            return Vec::new();
        }
        let before = Rc::clone(&self.places);
        let planned = Rc::new(self.places.planned(&plan));
        // Steps were made while it was planned: what they brought stays where it came, too.
        if self.run.looked && !self.run.fresh && !self.stage.plan_anew && self.moves_between(&before, &planned) {
            return self.ask_for_plan(false);
        }
        self.stage.plan_came = ticket;
        if self.run.fresh {
            self.stage.next_plan = Some(Rc::new(plan));
            return Vec::new();
        }
        self.places = planned;
        self.stage.replan(&plan);
        self.place();
        let moved = self.stage.drawn.ids().any(|id| before.of(id).is_some_and(|old| self.places.of(id).is_some_and(|new| (old.column, old.y) != (new.column, new.y))));
        if moved || before.of_widths() != self.places.of_widths() {
            self.stage.moves = self.stage.moves.wrapping_add(1);
        }
        Vec::new()
    }

    /// Whether anything on screen stands elsewhere by these places than by those.
    fn moves_between(&self, these: &Places, those: &Places) -> bool {
        let metrics = Metrics::new(self.narrow);
        let stood = |id| these.corner(id, &metrics);
        self.stage.drawn.ids().any(|id| stood(id).is_some() && stood(id) != those.corner(id, &metrics))
    }

    /// A new recording: nothing of the old one's objects is known any more.
    pub(super) fn clear_stage(&mut self) {
        self.look = Rc::new(self.first_look());
        self.places = Rc::default();
        self.stage.forget();
        self.run.looked = false;
        if let Some(plan) = self.stage.next_plan.take() {
            self.places = Rc::new(self.places.planned(&plan));
        }
    }

    fn first_look(&self) -> Look {
        Look { as_objects: self.look.as_objects, ..Look::default() }
    }

    /// Sees to it that everything on screen has a place.
    pub(super) fn place(&mut self) {
        self.place_with(false);
    }

    /// The same, where more room was asked for: others make it.
    pub(super) fn place_asked(&mut self) {
        self.place_with(true);
    }

    fn place_with(&mut self, asked: bool) {
        let Some(shown) = self.staged() else { return };
        let picture = &shown.picture;
        let before = self.stage.pictured.as_ref().map(|before| (&before.picture, &*self.stage.drawn));
        let drawn = Drawn::after(picture, &self.look, self.narrow, before);
        // Who had room before has it still, unless its box was made anew.
        let others_stand = self.stage.stand.as_ref().is_some_and(|stand| Rc::ptr_eq(stand, &self.places));
        let among = drawn.anew().filter(|_| others_stand && !asked);
        // Places are looked at by what is on screen: they are copied only if there is something to add.
        if self.places.lack(picture, &drawn, &self.look, among) {
            Rc::make_mut(&mut self.places).admit(picture, &drawn, &self.look, self.narrow, asked);
        }
        self.stage.stand = Some(Rc::clone(&self.places));
        self.stage.drawn = Rc::new(drawn);
        self.stage.pictured = Some(shown);
    }

    /// Another picture is on the stage without a step: what was kept of a phase that is gone through.
    pub(super) fn follow_staged(&mut self) {
        let is_other = match (self.staged(), &self.stage.pictured) {
            (Some(shown), Some(before)) => !Rc::ptr_eq(&shown, before),
            (shown, _) => shown.is_some(),
        };
        if is_other {
            self.place();
        }
    }

    /// Gives all objects but the pinned ones the places that suit them best as they are drawn now.
    pub(super) fn tidy(&mut self) -> Vec<Effect> {
        let effects = self.ask_for_plan(true);
        if effects.is_empty() {
            self.stage.moves = self.stage.moves.wrapping_add(1);
            return self.place_anew();
        }
        effects
    }

    /// Gives all objects places anew: at once as well as it goes, and as planned when the plan is there.
    pub(super) fn place_anew(&mut self) -> Vec<Effect> {
        self.places = Rc::new(self.places.only_pinned());
        self.place();
        self.ask_for_plan(true)
    }

    /// Another future of the same objects: those on screen stay where they are, nothing else is known.
    pub(super) fn leave_plan(&mut self) {
        self.stage.aside = Some(Rc::clone(&self.places));
        let shown = self.stage.drawn.ids().collect();
        self.places = Rc::new(self.places.only(&shown));
        self.run.looked = true;
    }

    /// Back to the recording that was planned.
    pub(super) fn come_back_to_plan(&mut self) {
        if let Some(places) = self.stage.aside.take() {
            self.places = places;
        }
    }
}

#[cfg(test)]
mod tests;
