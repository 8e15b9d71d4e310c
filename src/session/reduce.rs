//! The reducer.

use super::{Action, Change, Effect, Layer, Phase, Shown, State, World};
use crate::examples;
use crate::message::{Reply, Request, TextFile};
use crate::picture::{Direction, Picture, Progress, Seek, Wanted};
use std::rc::Rc;

impl State {
    /// The state after an action, and what is to be done outside.
    #[must_use]
    pub fn reduce(mut self, action: Action) -> (Self, Vec<Effect>) {
        let mut effects = self.apply(action);
        effects.extend(self.tell_host());
        (self, effects)
    }

    pub(super) fn apply(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Edited(source) => self.edited(source),
            Action::Settled(edits) if edits == self.program.edits => self.start_run(Some(self.stop())),
            Action::Settled(_) => Vec::new(),
            Action::Opened { source, file } => self.opened(source, file),
            Action::Run => self.start_run(Some(self.stop())),
            Action::Answer(line) => self.answer(line),
            Action::CloseInput => self.close_input(),
            Action::World(change) => self.change_world(change),
            Action::Stop => self.stop_recording(),
            Action::StopOverdue(run) => self.stop_overdue(run),
            Action::Seek(seek) => {
                self.playing = false;
                self.seek(seek)
            }
            Action::Continue => self.go_on(),
            Action::ContinueBack => self.seek(Seek::Break(Direction::Backward, self.breakpoints.clone())),
            Action::GoTo(..)
            | Action::GiveUp
            | Action::WatchName(..)
            | Action::WriteCondition(_)
            | Action::SetCondition(_)
            | Action::RemoveBreakpoint => self.on_quest(action),
            Action::PlayPause => self.play_or_pause(),
            Action::Tick => self.tick(),
            Action::Lesson(action) => self.learn(action),
            Action::Link(action) => self.on_link(action),
            Action::Host(number, request) => self.on_host(number, request),
            Action::Ask(ask) => self.on_ask(ask),
            Action::Reply(reply) => self.replied(reply),
            Action::WorkerFailed(message) => self.died(message),
            looking => self.look(looking),
        }
    }

    /// Actions that change how the recording is looked at, not where.
    fn look(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Speed(speed) => self.speed = speed,
            Action::Zoom(larger) => {
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
                return self.refresh();
            }
            Action::Select(object) => {
                self.selected = object;
                self.pool = None;
                let mut effects = self.refresh();
                effects.extend(self.ask_of_selected());
                return effects;
            }
            Action::OpenPool(arena, pool) => {
                self.pool = Some((arena, pool));
                return self.refresh();
            }
            Action::Fold(object) => self.fold(object),
            Action::Stage(action) => return self.on_stage(action),
            Action::Tidy => {
                self.remember_stage();
                self.place_anew();
            }
            Action::Narrow(narrow) if narrow != self.narrow => {
                self.narrow = narrow;
                self.place_anew();
            }
            _ => {}
        }
        Vec::new()
    }

    fn edited(&mut self, source: String) -> Vec<Effect> {
        self.program.edits += 1;
        self.program.source.clone_from(&source);
        self.run.problem = None;
        let settle = Effect::SettleLater(self.program.edits);
        // What is tried in a lesson does not replace the program of one's own.
        if self.lessons.run.is_some() { vec![settle] } else { vec![Effect::SaveProgram(source), settle] }
    }

    fn opened(&mut self, source: String, file: String) -> Vec<Effect> {
        self.program.edits += 1;
        self.program.source.clone_from(&source);
        self.program.file = file;
        self.world = World::default();
        self.lessons.run = None;
        self.framing = Rc::default();
        self.opening = None;
        self.selected = None;
        self.playing = false;
        let mut effects = vec![Effect::SaveProgram(source)];
        effects.extend(self.start_run(Some(0)));
        effects
    }

    pub(super) fn start_run(&mut self, start_at: Option<u64>) -> Vec<Effect> {
        let lesson = self.lessons.run.is_some();
        if !lesson && examples::by_source(&self.program.source).is_none_or(|example| example.file != self.program.file) {
            self.program.file = examples::OWN_PROGRAM.into();
        }
        self.run.number += 1;
        self.transcript = Rc::default();
        self.run.phase = Phase::Recording;
        self.run.accepted = false;
        self.run.problem = None;
        self.run.start_at = start_at;
        self.playing = false;
        let (source, file) = (self.program.source.clone(), self.program.file.clone());
        vec![Effect::Send(Request::Run {
            run: self.run.number,
            source,
            file,
            answers: self.world.answers.clone(),
            open: !self.world.closed,
            files: self.world.files.clone(),
        })]
    }

    fn answer(&mut self, line: String) -> Vec<Effect> {
        if self.run.phase != Phase::Waiting {
            return Vec::new();
        }
        self.world.answers.push(line.clone());
        self.go_on_with(Request::Answer { run: self.run.number, line })
    }

    fn close_input(&mut self) -> Vec<Effect> {
        if self.run.phase != Phase::Waiting {
            return Vec::new();
        }
        self.world.closed = true;
        self.go_on_with(Request::CloseInput { run: self.run.number })
    }

    /// The place that waited is shown again as soon as the recording is past it.
    fn go_on_with(&mut self, request: Request) -> Vec<Effect> {
        self.run.phase = Phase::Recording;
        self.run.start_at = Some(self.last_stop());
        vec![Effect::Send(request)]
    }

    fn change_world(&mut self, change: Change) -> Vec<Effect> {
        let world = &mut self.world;
        match change {
            Change::Answer(at, line) => match world.answers.get_mut(at) {
                Some(place) if *place != line => *place = line,
                _ => return Vec::new(),
            },
            Change::ForgetFrom(at) => {
                world.answers.truncate(at);
                world.closed = false;
            }
            Change::AddFile => {
                let name = world.free_name();
                world.files.push(TextFile { name, text: String::new() });
            }
            Change::File(at, file) => match world.files.get_mut(at) {
                Some(place) if *place != file => {
                    let before = std::mem::replace(place, file);
                    // What was only given is not what the program wrote.
                    world.left.retain(|left| *left != before);
                }
                _ => return Vec::new(),
            },
            Change::RemoveFile(at) if at < world.files.len() => {
                world.files.remove(at);
            }
            Change::RemoveFile(_) => return Vec::new(),
        }
        self.start_run(Some(self.stop()))
    }

    fn stop_recording(&mut self) -> Vec<Effect> {
        if self.run.phase != Phase::Recording {
            return Vec::new();
        }
        self.run.phase = Phase::Stopping;
        vec![Effect::Send(Request::Stop), Effect::StopDeadline(self.run.number)]
    }

    fn stop_overdue(&mut self, run: u64) -> Vec<Effect> {
        if run != self.run.number || self.run.phase != Phase::Stopping {
            return Vec::new();
        }
        self.died("The engine did not stop when it was asked to.".into())
    }

    fn died(&mut self, message: String) -> Vec<Effect> {
        if matches!(self.run.phase, Phase::Died(_)) && self.run.progress == Progress::default() {
            // Both the engine's last words and the worker's own report come here.
            return Vec::new();
        }
        self.run.phase = Phase::Died(message);
        self.run.progress = Progress::default();
        self.run.number += 1;
        self.playing = false;
        self.quest.percent = None;
        self.requests.forget();
        self.forget_asks();
        vec![Effect::Respawn]
    }

    pub(super) fn seek(&mut self, seek: Seek) -> Vec<Effect> {
        if !self.has_recording() {
            return Vec::new();
        }
        if self.leads_nowhere(&seek) {
            self.say_nowhere(&seek);
            return Vec::new();
        }
        // Who goes elsewhere does not wait for what is searched.
        let searching = self.quest.percent.is_some();
        let mut effects: Vec<Effect> = searching.then_some(Effect::Send(Request::GiveUp)).into_iter().collect();
        effects.extend(self.ask(Some(seek)));
        effects
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
        })]
    }

    /// What the visible panels need.
    fn wanted(&self) -> Wanted {
        Wanted {
            heap_map: self.layer >= Layer::Allocator,
            pool: self.pool.or_else(|| self.newest_pool()),
            // The phases of a collection are shown in every layer.
            collector: true,
            selected: self.selected,
            as_objects: self.look.as_objects,
            opened: self.look.opened.iter().map(|(id, most)| (*id, *most)).collect(),
        }
    }

    /// Without a choice, the heap map follows the object made last.
    fn newest_pool(&self) -> Option<(u32, u32)> {
        if self.selected.is_some() {
            return None;
        }
        let objects = &self.shown.as_ref()?.picture.objects;
        let newest = objects
            .iter()
            .filter(|object| object.block.is_some())
            .max_by_key(|object| object.id.0.cast_signed())?;
        newest.block.map(|place| (place.arena, place.pool))
    }

    fn go_on(&mut self) -> Vec<Effect> {
        self.playing = false;
        if self.breakpoints.is_empty() {
            return self.seek(Seek::Last);
        }
        self.seek(Seek::Break(Direction::Forward, self.breakpoints.clone()))
    }

    fn play_or_pause(&mut self) -> Vec<Effect> {
        if self.playing || !self.has_recording() {
            self.playing = false;
            return Vec::new();
        }
        self.playing = true;
        let at_the_end = self.stop() >= self.last_stop() && self.run.phase != Phase::Recording;
        self.seek(if at_the_end { Seek::First } else { Seek::Next })
    }

    fn tick(&mut self) -> Vec<Effect> {
        if !self.playing || !self.requests.is_quiet() {
            return Vec::new();
        }
        if self.stop() >= self.last_stop() {
            self.playing = self.run.phase == Phase::Recording;
            return Vec::new();
        }
        self.seek(Seek::Next)
    }

    fn replied(&mut self, reply: Reply) -> Vec<Effect> {
        match reply {
            Reply::Ready => Vec::new(),
            Reply::Refused { run, problem } if run == self.run.number => {
                self.run.phase = Phase::Refused;
                self.run.problem = Some(problem);
                Vec::new()
            }
            Reply::Recorded { run, progress, stopped, files } if run == self.run.number => {
                if let Some(files) = files {
                    self.world.left = files;
                }
                self.recorded(progress, stopped)
            }
            Reply::Refused { .. } | Reply::Recorded { .. } => Vec::new(),
            Reply::Shown {
                ticket,
                picture,
                inspection,
                arrival,
            } => {
                if ticket == self.requests.ticket {
                    self.quest.percent = None;
                    if let Some(arrival) = arrival {
                        self.quest.remark = arrival.sentence;
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
            Reply::Told { run, answer } => self.question_answered(run, answer),
            Reply::Died { message } => self.died(message),
        }
    }

    fn recorded(&mut self, progress: Progress, stopped: bool) -> Vec<Effect> {
        if !self.run.accepted {
            self.run.accepted = true;
            self.quest.percent = None;
            self.quest.remark.clear();
            self.requests.forget();
            self.run.fresh = true;
            self.forget_asks();
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
        let mut effects = if ended { self.ask_again() } else { Vec::new() };
        if let Some(stop) = self.run.start_at.filter(|stop| *stop < self.run.progress.stops || ended) {
            self.run.start_at = None;
            effects.extend(self.ask(Some(Seek::Stop(stop.min(self.last_stop())))));
        }
        if ended && self.lessons.run.as_ref().is_some_and(|run| run.pending) {
            effects.extend(self.to_place());
        }
        if ended {
            effects.extend(self.open());
        }
        effects
    }

    fn picture_came(
        &mut self,
        ticket: u64,
        picture: Picture,
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
        let lacks_pool = self.layer >= Layer::Allocator && picture.heap_map.pool.is_none();
        if let Some(stop) = self.kept_inside(picture.position.stop) {
            "The page shows a part of the recording; this is its border.".clone_into(&mut self.quest.remark);
            self.playing = false;
            let next = self.requests.only(ticket, Seek::Stop(stop));
            return self.show(next);
        }
        self.shown = Some(Rc::new(Shown { picture, inspection }));
        if std::mem::take(&mut self.run.fresh) {
            self.clear_stage();
        }
        self.place();
        let asked = if is_new_place { self.ask_of_selected() } else { Vec::new() };
        let next = self.requests.answered(ticket);
        if next.is_none() && is_new_place && lacks_pool && self.newest_pool().is_some() {
            // Only this picture tells which pool to open.
            return self.ask(None);
        }
        let mut effects = self.show(next);
        effects.extend(asked);
        effects
    }

    /// Sees to it that everything on screen has a place.
    pub(super) fn place(&mut self) {
        let Some(shown) = &self.shown else { return };
        let places = Rc::make_mut(&mut self.places);
        places.admit(&shown.picture, &self.look, self.narrow);
    }

    fn place_anew(&mut self) {
        self.places = Rc::new(self.places.only_pinned());
        self.place();
    }
}
