//! What happened in a part of the recording that the overview only counts: collections, output, exceptions, each with its
//! step and line. Read by running through that part once more.

use super::{
    Session,
    ledger::{Ran, moment},
    replay::{Replay, Witness},
};
use crate::{
    machine::Machine,
    picture::story::{Happened, Happening, Happenings},
    watch::Moment,
};

/// Happenings after which a part is not read further.
const MOST: usize = 200;
/// Characters of output that are quoted.
const QUOTED: usize = 40;

/// A part that is being read.
#[derive(Debug)]
pub(super) struct Listening {
    part: (u64, u64),
    replay: Replay<Crier>,
}

/// Notes what happens from a step on.
struct Crier {
    from: u64,
    list: Vec<Happening>,
    ran: Ran,
    output: u64,
    collections: [(u64, u64); 3],
}

impl Witness for Crier {
    fn between(&mut self, machine: &mut Machine) -> bool {
        let output = machine.registers.output;
        if output > self.output {
            let text = machine.output.get(self.output as usize..output as usize).unwrap_or_default();
            let text: String = String::from_utf8_lossy(text).trim_end().chars().take(QUOTED).collect();
            self.output = output;
            self.note(machine, Happened::Output, text);
        }
        let collections = collections(machine);
        for (generation, (now, before)) in collections.iter().zip(self.collections).enumerate() {
            if now.0 > before.0 {
                let freed = now.1 - before.1.min(now.1);
                self.note(machine, Happened::Collection(generation as u8, freed), String::new());
            }
        }
        self.collections = collections;
        self.ran = Ran::about_to(machine);
        self.list.len() < MOST
    }

    fn moment(&mut self, machine: &Machine, what: Moment) {
        if let Moment::Exception(exception) = what {
            let name = machine.short_type_name(exception);
            self.note(machine, Happened::Exception, name);
        }
    }
}

impl Crier {
    fn note(&mut self, machine: &Machine, what: Happened, words: String) {
        let at = moment(machine, self.ran);
        if at.step >= self.from {
            self.list.push(Happening { at, what, words });
        }
    }
}

/// Collections, and what they found, by generation.
fn collections(machine: &Machine) -> [(u64, u64); 3] {
    [0, 1, 2].map(|generation| {
        let stats = machine.heap.gc_stats(generation);
        (stats.collections, stats.collected)
    })
}

impl Session {
    /// Reads what happened between two steps, about `steps` steps further, and tells what is known now. To be called until it
    /// is complete; asking for another part forgets this one.
    pub fn happenings(&mut self, from: u64, to: u64, steps: u64) -> Happenings {
        let part = (from, to);
        if self.listening.as_ref().is_none_or(|listening| listening.part != part) {
            self.listening = self.machine_before(from).map(|machine| {
                let (output, found) = (machine.registers.output, collections(&machine));
                let crier = Crier { from, list: Vec::new(), ran: Ran::default(), output, collections: found };
                Listening { part, replay: Replay::new(machine, crier) }
            });
        }
        let end = if self.finished && to >= self.recorded() { u64::MAX } else { to.min(self.recorded()) };
        let Some(listening) = &mut self.listening else { return Happenings { from, to, complete: true, ..Happenings::default() } };
        let more = listening.replay.run(steps, end);
        listening.replay.notes(|notes, _| {
            let list = notes.list.iter().filter(|one| one.at.step <= to).cloned().collect();
            Happenings { from, to, list, complete: !more }
        })
    }
}
