//! What each line costs: executions, instructions, objects and bytes, counted by running through the recording once more.

use std::{collections::BTreeMap, rc::Rc};

use heapglass_heap::{
    Address,
    event::{Filter, Tally},
};

use super::{
    Session,
    replay::{Replay, Witness},
};
use crate::{
    machine::Machine,
    picture::story::{Costs, LineCost},
    watch::Moment,
};

/// Counts that are being made.
#[derive(Debug)]
pub(super) struct Counting {
    replay: Replay<Accountant>,
}

/// Attributes each instruction to a line of the program: its own, or the one that called library code.
#[derive(Default)]
struct Accountant {
    lines: BTreeMap<u32, LineCost>,
    /// The line of the instruction that runs.
    line: u32,
    step: u64,
    tally: Tally,
    frame: Address,
    /// Where the running frame's code begins, and the lines of its units; empty for library code.
    start: Address,
    table: Rc<[u32]>,
}

impl Witness for Accountant {
    fn between(&mut self, machine: &mut Machine) -> bool {
        let tally = machine.heap.log.tally();
        let step = machine.registers.step;
        if self.line != 0 && step > self.step {
            let cost = self.lines.entry(self.line).or_default();
            cost.instructions += step - self.step;
            cost.born += tally.born - self.tally.born;
            cost.died += tally.died - self.tally.died;
            cost.allocated += tally.allocated - self.tally.allocated;
            cost.released += tally.released - self.tally.released;
        }
        self.tally = tally;
        self.step = step;
        self.find_line(machine);
        true
    }

    fn moment(&mut self, _machine: &Machine, moment: Moment) {
        if let Moment::LineBegins(line) = moment {
            self.lines.entry(line).or_default().executions += 1;
        }
    }
}

impl Accountant {
    /// The line of the instruction about to run.
    fn find_line(&mut self, machine: &Machine) {
        let frame = machine.registers.frame;
        if frame.is_null() {
            self.line = 0;
            return;
        }
        if frame != self.frame || machine.code_start(machine.frame_code(frame)) != self.start {
            let code = machine.frame_code(frame);
            self.frame = frame;
            self.start = machine.code_start(code);
            let facts = machine.code_facts(code).filter(|facts| facts.is_program);
            self.table = facts.map(|facts| Rc::clone(&facts.lines)).unwrap_or_default();
            if facts.is_none() {
                self.line = machine.program_frames().last().map_or(0, |caller| caller.line);
            }
        }
        let unit = machine.registers.instruction.raw().wrapping_sub(self.start.raw()) / 2;
        if let Some(line) = usize::try_from(unit).ok().and_then(|unit| self.table.get(unit)).filter(|line| **line != 0) {
            self.line = *line;
        }
    }
}

impl Session {
    /// Counts what lines cost over about `steps` steps more, and tells what is counted so far. To be called until it is
    /// complete.
    pub fn costs(&mut self, steps: u64) -> Costs {
        let end = if self.finished { u64::MAX } else { self.recorded() };
        if self.counting.is_none() {
            self.counting = self.machine_before(0).map(|mut machine| {
                machine.heap.log.switch_on_for(Filter::Tally);
                let mut replay = Replay::new(machine, Accountant::default());
                replay.machine().watch.lines = true;
                Counting { replay }
            });
        }
        let Some(counting) = &mut self.counting else { return Costs { complete: true, ..Costs::default() } };
        let more = counting.replay.run(steps, end);
        let read = counting.replay.step();
        counting.replay.notes(|notes, _| Costs {
            lines: notes.lines.iter().map(|(line, cost)| LineCost { line: *line, ..*cost }).collect(),
            read,
            complete: !more,
        })
    }
}
