//! A program is typed, opened, run, given its input, stopped.

use super::{Change, Effect, Phase, State, World};
use crate::examples;
use crate::message::{Request, TextFile};
use crate::picture::Progress;
use crate::remark::Remark;
use std::rc::Rc;

impl State {
    pub(super) fn edited(&mut self, source: String) -> Vec<Effect> {
        self.program.edits += 1;
        self.program.source.clone_from(&source);
        self.bookmarks.typed(&source);
        self.run.problem = None;
        let settle = Effect::SettleLater(self.program.edits);
        // What is tried in a lesson does not replace the program of one's own.
        if self.lessons.run.is_some() { vec![settle] } else { vec![Effect::SaveProgram(source), settle] }
    }

    pub(super) fn opened(&mut self, source: String, file: String) -> Vec<Effect> {
        self.program.edits += 1;
        self.program.source.clone_from(&source);
        self.program.file = file;
        self.world = World::default();
        self.lessons.run = None;
        self.framing = Rc::default();
        self.opening = None;
        self.host.complaint = Remark::default();
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
        self.run.edits = self.program.edits;
        self.transcript = Rc::default();
        self.bookmarks.expect(&self.program.source);
        let is_gone = matches!(self.run.phase, Phase::Died(_));
        self.run.phase = Phase::Recording;
        self.run.accepted = false;
        self.run.problem = None;
        self.run.start_at = start_at;
        self.playing = false;
        let (source, file) = (self.program.source.clone(), self.program.file.clone());
        let run = Effect::Send(Request::Run {
            run: self.run.number,
            source,
            file,
            answers: self.world.answers.clone(),
            open: !self.world.closed,
            files: self.world.files.clone(),
        });
        // The worker that replaced a lost one may be lost too: where the network was gone, for one.
        if is_gone { vec![Effect::Respawn, run] } else { vec![run] }
    }

    pub(super) fn answer(&mut self, line: String) -> Vec<Effect> {
        if self.run.phase != Phase::Waiting {
            return Vec::new();
        }
        self.world.answers.push(line.clone());
        self.go_on_with(Request::Answer { run: self.run.number, line })
    }

    pub(super) fn close_input(&mut self) -> Vec<Effect> {
        if self.run.phase != Phase::Waiting {
            return Vec::new();
        }
        self.world.closed = true;
        self.go_on_with(Request::CloseInput { run: self.run.number })
    }

    /// The place that waited is shown again as soon as the recording is past it.
    pub(super) fn go_on_with(&mut self, request: Request) -> Vec<Effect> {
        self.run.phase = Phase::Recording;
        self.run.start_at = Some(self.last_stop());
        vec![Effect::Send(request)]
    }

    pub(super) fn change_world(&mut self, change: Change) -> Vec<Effect> {
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

    pub(super) fn stop_recording(&mut self) -> Vec<Effect> {
        if self.run.phase != Phase::Recording {
            return Vec::new();
        }
        self.run.phase = Phase::Stopping;
        vec![Effect::Send(Request::Stop), Effect::StopDeadline(self.run.number)]
    }

    pub(super) fn stop_overdue(&mut self, run: u64) -> Vec<Effect> {
        if run != self.run.number || self.run.phase != Phase::Stopping {
            return Vec::new();
        }
        self.died(Remark::of(heapglass_words::recording::did_not_stop))
    }

    pub(super) fn died(&mut self, message: Remark) -> Vec<Effect> {
        if matches!(self.run.phase, Phase::Died(_)) && self.run.progress == Progress::default() {
            // Both the engine's last words and the worker's own report come here.
            return Vec::new();
        }
        self.run.phase = Phase::Died(message);
        self.opening_ends();
        self.run.progress = Progress::default();
        self.run.number += 1;
        self.playing = false;
        self.quest.percent = None;
        self.requests.forget();
        self.forget_asks();
        vec![Effect::Respawn]
    }
}
