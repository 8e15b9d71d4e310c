//! The reducer.

use super::{Action, Effect, Layer, Phase, Shown, State};
use crate::message::{Reply, Request};
use crate::picture::{Direction, Picture, Progress, Seek, Wanted};
use crate::remark::Remark;
use crate::thinned;
use std::rc::Rc;

impl State {
    /// The state after an action, and what is to be done outside.
    #[must_use]
    pub fn reduce(mut self, action: Action) -> (Self, Vec<Effect>) {
        let mut effects = self.apply(action);
        self.follow_staged();
        effects.extend(self.tell_host());
        effects.extend(self.tell_notes());
        (self, effects)
    }

    pub(super) fn apply(&mut self, action: Action) -> Vec<Effect> {
        if Self::interrupts_walk(&action) {
            self.walk.playing = false;
        }
        let goes = matches!(action, Action::Seek(_) | Action::Continue | Action::ContinueBack | Action::GoTo(..) | Action::PlayPause | Action::Tick);
        self.run.looked |= goes && !self.run.fresh;
        match action {
            Action::Edited(source) => self.edited(source),
            // Who runs it at once does not have it run again.
            Action::Settled(edits) if edits == self.program.edits && edits != self.run.edits => self.start_run(Some(self.stop())),
            Action::Settled(_) => Vec::new(),
            Action::Run => self.start_run(Some(self.stop())),
            Action::Seek(seek) => {
                self.playing = false;
                self.move_instead(&seek).unwrap_or_else(|| self.seek(seek))
            }
            Action::Scrub { stop, rested } => self.scrub(stop, rested),
            Action::Collection(action) => self.on_collection(action),
            Action::Continue => self.go_on(),
            Action::ContinueBack => self.seek(Seek::Break(Direction::Backward, self.breakpoints.clone())),
            Action::PlayPause => self.play_or_pause(),
            Action::Tick => self.tick(),
            Action::Select(Some(object)) if self.exercise_click(object) => Vec::new(),
            Action::Link(action) => self.on_link(action),
            Action::Language(action) => self.on_language(action),
            Action::Host(number, request) => self.on_host(number, request),
            Action::Ask(ask) => self.on_ask(ask),
            Action::Reply(reply) => self.replied(reply),
            Action::WorkerFailed(message) => self.died(Remark::heard(message)),
            looking => self.look(looking),
        }
    }

    /// What no visit begins with. It is not inlined, so that it comes with the page's second file (`js/split.mjs`).
    #[inline(never)]
    fn seldom(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Opened { source, file } => self.opened(source, file),
            Action::Answer(line) => self.answer(line),
            Action::CloseInput => self.close_input(),
            Action::World(change) => self.change_world(change),
            Action::Stop => self.stop_recording(),
            Action::StopOverdue(run) => self.stop_overdue(run),
            Action::Bookmark(action) => self.on_bookmark(action),
            Action::Lecture(action) => self.on_lecture(action),
            Action::Lifeline(action) => self.on_lifeline(action),
            Action::GoTo(..)
            | Action::GiveUp
            | Action::WatchName(..)
            | Action::WriteCondition(_)
            | Action::SetCondition(_)
            | Action::RemoveBreakpoint => self.on_quest(action),
            Action::Lesson(action) => self.learn(action),
            Action::Exercise(action) => self.on_exercise(action),
            Action::Predict(action) => self.on_predict(action),
            Action::Take(action) => self.on_take(action),
            _ => Vec::new(),
        }
    }

    /// Actions that change how the recording is looked at, not where.
    fn look(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Speed(speed) => self.speed = speed,
            Action::Zoom(larger) => {
                self.stage.sized = true;
                self.zoom = if larger {
                    self.zoom.larger()
                } else {
                    self.zoom.smaller()
                }
            }
            Action::Breakpoints(points) => self.breakpoints = points,
            Action::Help(open) => self.help = open,
            Action::Palette(open) => self.palette = open,
            Action::Start(open) => self.start = open,
            Action::Tour(step) => self.tour = step,
            Action::Transcript(open) => return self.read_transcript(open),
            Action::Theme(theme) => {
                self.theme = theme;
                return vec![Effect::SaveTheme(theme)];
            }
            Action::Layer(layer) => {
                self.layer = layer;
                self.ask_here();
                return self.refresh();
            }
            Action::Select(object) => {
                self.selected = object;
                self.stage.name = None;
                self.pool = None;
                self.bytes_follow();
                let mut effects = self.refresh();
                effects.extend(self.ask_of_selected());
                effects.extend(self.read_lives());
                return effects;
            }
            Action::OpenPool(arena, pool) => self.pool = Some((arena, pool)),
            Action::Map(action) => return self.on_map(action),
            Action::Fold(object) => self.fold(object),
            Action::Panels(action) => return self.on_panels(action),
            Action::Stage(action) => return self.on_stage(action),
            Action::Tidy => {
                self.remember_stage();
                return self.tidy();
            }
            Action::Narrow(narrow) if narrow != self.narrow => {
                self.narrow = narrow;
                return self.place_anew();
            }
            Action::Narrow(_) => {}
            other => return self.seldom(other),
        }
        Vec::new()
    }

    pub(super) fn seek(&mut self, seek: Seek) -> Vec<Effect> {
        if !self.has_recording() {
            return Vec::new();
        }
        if self.leads_nowhere(&seek) {
            self.say_nowhere(&seek);
            return Vec::new();
        }
        self.note_stepping(&seek);
        // Who goes elsewhere does not wait for what is searched.
        let searching = self.quest.percent.is_some();
        let mut effects: Vec<Effect> = searching.then_some(Effect::Send(Request::GiveUp)).into_iter().collect();
        effects.extend(self.ask(Some(seek)));
        effects
    }

    /// While something is dragged along the recording, only the newest wish is sent, and only when the engine is free: the drag
    /// tells again where it is with each frame.
    fn scrub(&mut self, stop: u64, rested: bool) -> Vec<Effect> {
        self.playing = false;
        let stop = stop.min(self.last_stop());
        if !rested || !self.requests.is_quiet() || stop == self.stop() || self.quest.percent.is_some() {
            return Vec::new();
        }
        self.seek(Seek::Stop(stop))
    }

    /// Another picture of the same moment, for panels that need more of it.
    pub(super) fn refresh(&mut self) -> Vec<Effect> {
        if self.shown.is_none() || !self.has_recording() {
            return Vec::new();
        }
        self.ask(None)
    }

    pub(super) fn ask(&mut self, to: Option<Seek>) -> Vec<Effect> {
        let sent = self.requests.ask(to);
        self.show(sent)
    }

    fn show(&self, sent: Option<(u64, Option<Seek>)>) -> Vec<Effect> {
        let Some((ticket, to)) = sent else { return Vec::new() };
        vec![Effect::Send(Request::Show {
            ticket,
            to,
            wanted: self.wanted(),
            knows: self.shown.as_ref().map_or(0, |_| self.stage.ticket),
        })]
    }

    /// What the visible panels need.
    pub(super) fn wanted(&self) -> Wanted {
        Wanted {
            heap_map: self.layer >= Layer::Allocator,
            pool: None,
            // The phases of a collection are shown in every layer.
            collector: true,
            counters_only: self.layer < Layer::Collector,
            selected: self.selected,
            as_objects: self.look.as_objects,
            opened: self.look.opened.iter().map(|(id, most)| (*id, *most)).collect(),
            blocks: (self.layer >= Layer::Allocator).then(|| self.map.blocks.known()),
            bytes: self.map.bytes,
        }
    }

    fn go_on(&mut self) -> Vec<Effect> {
        self.playing = false;
        if self.breakpoints.is_empty() {
            return self.seek(Seek::Last);
        }
        self.seek(Seek::Break(Direction::Forward, self.breakpoints.clone()))
    }

    fn play_or_pause(&mut self) -> Vec<Effect> {
        if self.is_going() || !self.has_recording() {
            self.playing = false;
            self.walk.playing = false;
            return Vec::new();
        }
        self.playing = true;
        let at_the_end = self.stop() >= self.last_stop() && self.run.phase != Phase::Recording;
        self.seek(if at_the_end { Seek::First } else { Seek::Next })
    }

    fn tick(&mut self) -> Vec<Effect> {
        if !self.playing || !self.requests.is_quiet() {
            return self.move_on_time();
        }
        if self.stop() >= self.last_stop() {
            self.playing = self.run.phase == Phase::Recording;
            return Vec::new();
        }
        self.seek(Seek::Next)
    }

    fn replied(&mut self, reply: Reply) -> Vec<Effect> {
        match reply {
            Reply::Ready | Reply::Spoken => Vec::new(),
            Reply::Whole => {
                self.stage.whole = true;
                if matches!(self.run.phase, Phase::Finished | Phase::Stopped | Phase::Waiting) { self.ask_for_plan(false) } else { Vec::new() }
            }
            Reply::Refused { run, problem } if run == self.run.number => {
                self.run.phase = Phase::Refused;
                self.run.problem = Some(problem);
                self.opening_ends();
                Vec::new()
            }
            Reply::Recorded { run, progress, stopped, files } if run == self.run.number => {
                if let Some(files) = files {
                    self.world.left = files;
                }
                self.recorded(progress, stopped)
            }
            Reply::Refused { .. } | Reply::Recorded { .. } => Vec::new(),
            Reply::Thinned { knows, same, ticket, mut picture, inspection, arrival } => {
                if ticket != self.requests.ticket {
                    return Vec::new();
                }
                match self.shown.as_ref().filter(|_| knows == self.stage.ticket) {
                    Some(shown) => thinned::whole(&mut picture, &same, &shown.picture.objects),
                    // The others are not there: all of it is asked for.
                    None => {
                        self.stage.ticket = 0;
                        let next = self.requests.only(ticket, Seek::Stop(picture.position.stop));
                        return self.show(next);
                    }
                }
                self.replied(Reply::Shown { ticket, picture, inspection, arrival })
            }
            Reply::Shown {
                ticket,
                picture,
                inspection,
                arrival,
            } => {
                if ticket == self.requests.ticket {
                    self.quest.percent = None;
                    if let Some(arrival) = arrival {
                        self.quest.remark = Remark::heard(arrival.sentence);
                    }
                }
                let mut effects = self.picture_came(ticket, *picture, inspection);
                effects.extend(self.opened_at_place());
                effects
            }
            Reply::Searching { ticket, percent } => {
                if ticket == self.requests.ticket {
                    self.quest.percent = Some(percent);
                }
                Vec::new()
            }
            Reply::ConditionChecked { condition, complaint } => {
                self.condition_checked(&condition, complaint);
                Vec::new()
            }
            Reply::Transcript { run, first, told } if run == self.run.number => self.told(first, told),
            Reply::Transcript { .. } => Vec::new(),
            Reply::Parcel { number, parcel } => self.on_take(super::TakeAction::Came(number, parcel)),
            Reply::Planned { ticket, plan } => self.planned(ticket, *plan),
            Reply::Told { run, answer } => self.question_answered(run, answer),
            Reply::Died { message } => self.died(Remark::heard(message)),
        }
    }

    fn recorded(&mut self, progress: Progress, stopped: bool) -> Vec<Effect> {
        let mut adopted = false;
        if !self.run.accepted {
            adopted = self.bookmarks.adopt();
            self.run.accepted = true;
            self.quest.percent = None;
            self.quest.remark = Remark::default();
            self.requests.forget();
            self.run.fresh = true;
            self.forget_asks();
            self.forget_lifelines();
        }
        self.run.phase = match (progress.finished, stopped) {
            (true, _) => Phase::Finished,
            (false, true) => Phase::Stopped,
            (false, false) if progress.waiting.is_some() => Phase::Waiting,
            (false, false) if self.run.phase == Phase::Stopping => Phase::Stopping,
            (false, false) => Phase::Recording,
        };
        self.run.progress = progress;
        let ended = matches!(self.run.phase, Phase::Finished | Phase::Stopped | Phase::Waiting);
        let mut effects = self.keep_bookmarks(adopted);
        if ended {
            self.forget_lives();
            effects.extend(self.ask_again());
            effects.extend(self.read_lives());
        }
        // The very first picture waits for nothing.
        let plans = if ended { self.ask_for_plan(false) } else { Vec::new() };
        let is_first = self.shown.is_none();
        if !is_first {
            effects.extend(plans.iter().cloned());
        }
        if let Some(stop) = self.run.start_at.filter(|stop| *stop < self.run.progress.stops || ended) {
            self.run.start_at = None;
            effects.extend(self.ask(Some(Seek::Stop(stop.min(self.last_stop())))));
        }
        if is_first {
            effects.extend(plans);
        }
        if ended && self.lessons.run.as_ref().is_some_and(|run| run.pending) {
            effects.extend(self.to_place());
        }
        if ended {
            effects.extend(self.open());
            // The picture of the place may have come while the rest was recorded.
            effects.extend(self.opened_at_place());
        }
        effects
    }

    fn picture_came(
        &mut self,
        ticket: u64,
        mut picture: Picture,
        inspection: Option<crate::picture::Inspection>,
    ) -> Vec<Effect> {
        if ticket != self.requests.ticket {
            return Vec::new();
        }
        if self.playing
            && picture
                .position
                .line
                .is_some_and(|line| self.breakpoints.iter().any(|point| point.line == line && point.condition.is_empty()))
        {
            self.playing = false;
        }
        let before = self.shown.as_ref().map(|shown| shown.picture.position.step);
        let is_new_place = before != Some(picture.position.step);
        if let Some(stop) = self.kept_inside(picture.position.stop) {
            self.quest.remark = Remark::of(heapglass_words::quest::border);
            self.playing = false;
            let next = self.requests.only(ticket, Seek::Stop(stop));
            return self.show(next);
        }
        if let Some(stop) = self.passed_question(picture.position.stop) {
            let next = self.requests.only(ticket, Seek::Stop(stop));
            return self.show(next);
        }
        let lacks_blocks = self.blocks_came(&mut picture.heap_map);
        self.shown = Some(Rc::new(Shown { picture, inspection }));
        self.stage.ticket = ticket;
        if std::mem::take(&mut self.run.fresh) {
            self.clear_stage();
        }
        if std::mem::take(&mut self.stage.widening) { self.place_asked() } else { self.place() };
        let mut exercised = Vec::new();
        if is_new_place {
            self.ask_here();
            self.hall_arrives();
            if self.asks_now() {
                // A key that is held down does not run past a question.
                self.requests.drop_waiting();
            }
            exercised = self.exercise_moves();
        }
        let asked = if is_new_place { self.ask_of_selected() } else { Vec::new() };
        let next = self.requests.answered(ticket);
        self.walk_arrived(is_new_place);
        if next.is_none() && lacks_blocks {
            return self.ask(None);
        }
        let mut effects = self.show(next);
        effects.extend(asked);
        effects.extend(exercised);
        effects
    }
}
