//! What a program finds around it: lines of input, given beforehand or when it asks, and files.
//!
//! A program that asks for a line nobody has given stops in the middle of a native call, which cannot be left and entered again.
//! With the answer, the recorder is put back to its last checkpoint and comes to the same place again, this time with a line
//! to read. What was recorded stays.

use crate::{
    machine::{Ending, Machine, MoreInput},
    session::{Session, stop_log::Wish},
    timeline::{Basis, Stop, StopKind},
};

/// What a program finds around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct World {
    /// Lines for `input()`, in order, without line ends.
    pub answers: Vec<String>,
    /// Whether further lines can come; if not, `input()` raises `EOFError` after the last.
    pub open: bool,
    /// The files beside the program: names and bytes.
    pub files: Vec<(String, Vec<u8>)>,
}

impl World {
    /// Gives it all to a machine that has not started a program.
    pub(super) fn enter(&self, machine: &mut Machine) {
        machine.input.clone_from(&self.answers);
        machine.more_input = self.more_input();
        for (name, bytes) in &self.files {
            machine.remove_file(name);
            machine.new_named_file(name, bytes);
        }
    }

    fn more_input(&self) -> MoreInput {
        if self.open { MoreInput::Wait } else { MoreInput::Ended }
    }
}

impl Session {
    /// The prompt of a program that waits for a line of input: what it has printed since the last line end, and since the last
    /// answer, whose line end a terminal would show.
    pub fn waiting(&self) -> Option<String> {
        let machine = self.recorder.as_ref().filter(|machine| machine.registers.ending == Some(Ending::Waiting))?;
        let text = String::from_utf8_lossy(machine.output.get(self.answered_at..).unwrap_or_default());
        Some(text.rsplit('\n').next().unwrap_or_default().to_owned())
    }

    /// Gives the next line of input. A program that waits for it goes on with the next [`Session::record`].
    pub fn answer(&mut self, line: &str) {
        self.world.answers.push(line.trim_end_matches(['\r', '\n']).to_owned());
        self.answered_at = self.recorder.as_ref().map_or(0, |machine| machine.output.len());
        self.go_on_with_input();
    }

    /// There will be no more input: a program that waits gets an `EOFError`.
    pub fn close_input(&mut self) {
        self.world.open = false;
        self.go_on_with_input();
    }

    /// All lines of input that have been given.
    pub fn answers(&self) -> &[String] {
        &self.world.answers
    }

    /// The files beside the program as they are where the recording has got to.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        self.recorder.as_ref().map(Machine::named_files).unwrap_or_default()
    }

    /// The program waits: a place to stop at, before the call that asks.
    pub(super) fn note_waiting(&mut self) {
        let Some(machine) = &self.recorder else { return };
        let step = machine.registers.step.saturating_sub(1);
        let mut stops = self.stops.borrow_mut();
        if stops.last_is(StopKind::Waiting) {
            return;
        }
        let line = stops.previous(stops.len(), Wish::Kind(StopKind::Line));
        let line = line.map_or(Stop { depth: 1, ..Stop::default() }, |(_, stop)| stop);
        stops.push(Stop { step, kind: StopKind::Waiting, enters: false, ..line });
    }

    fn go_on_with_input(&mut self) {
        let (answers, more) = (self.world.answers.clone(), self.world.more_input());
        let Some(machine) = &mut self.recorder else { return };
        machine.input = answers;
        machine.more_input = more;
        // The viewer may have stopped in the same call.
        self.viewer = None;
        if machine.registers.ending != Some(Ending::Waiting) {
            return;
        }
        let reached = machine.registers.step;
        let mut fresh = Machine::bare(self.limits.clone());
        if !self.timeline.restore(&mut fresh, &mut Basis::NOTHING.clone(), reached) {
            return;
        }
        fresh.input = std::mem::take(&mut machine.input);
        fresh.more_input = more;
        fresh.finder = std::mem::take(&mut machine.finder);
        fresh.codes = std::mem::take(&mut machine.codes);
        fresh.codes.truncate(fresh.registers.codes as usize);
        fresh.output = std::mem::take(&mut machine.output);
        fresh.output.truncate(fresh.registers.output as usize);
        fresh.errors = std::mem::take(&mut machine.errors);
        fresh.errors.truncate(fresh.registers.errors as usize);
        if self.stops.borrow().last_is(StopKind::Waiting) {
            self.stops.borrow_mut().pop();
        }
        self.listen(&mut fresh, reached);
        self.stop = self.stop.min(self.stops.borrow().len().saturating_sub(1));
        self.recorder = Some(fresh);
    }
}
