//! A machine of its own that runs through a part of the recording once more, in slices, while somebody takes notes.

use std::{cell::RefCell, rc::Rc};

use crate::{
    machine::Machine,
    session::Session,
    timeline::{Basis, Timeline},
    watch::{Flow, Moment, Observer, Watch},
};


/// Somebody who takes notes before every instruction and after every phase of a collection.
pub(super) trait Witness {
    /// Another instruction is about to run, or a phase has ended. False: enough has been seen.
    fn between(&mut self, machine: &mut Machine) -> bool;
    /// A call, a return or an exception.
    fn moment(&mut self, _machine: &Machine, _moment: Moment) {}
}

/// A pass over the recording.
pub(super) struct Replay<W> {
    machine: Machine,
    witness: Rc<RefCell<W>>,
    enough: Rc<RefCell<bool>>,
}

impl<W> std::fmt::Debug for Replay<W> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Replay").field("step", &self.machine.registers.step).finish_non_exhaustive()
    }
}

/// The seat of a witness.
struct Seat<W> {
    witness: Rc<RefCell<W>>,
    enough: Rc<RefCell<bool>>,
    goal: u64,
}

impl<W: Witness> Observer for Seat<W> {
    fn observe(&mut self, machine: &mut Machine, moment: Moment) -> Flow {
        match moment {
            Moment::Instruction | Moment::CollectionPhase => {
                if !self.witness.borrow_mut().between(machine) {
                    *self.enough.borrow_mut() = true;
                    return Flow::Abandon;
                }
                let is_due = moment == Moment::Instruction && machine.registers.step >= self.goal && machine.registers.nesting <= 1;
                if is_due { Flow::Pause } else { Flow::Continue }
            }
            _ => {
                self.witness.borrow_mut().moment(machine, moment);
                Flow::Continue
            }
        }
    }
}

impl<W: Witness + 'static> Replay<W> {
    /// Goes on from where `machine` stands.
    pub(super) fn new(mut machine: Machine, witness: W) -> Self {
        machine.watch = Watch { attention: 0, events: true, ..Watch::default() };
        Self { machine, witness: Rc::new(RefCell::new(witness)), enough: Rc::default() }
    }

    /// The machine, to set what the heap notes.
    pub(super) fn machine(&mut self) -> &mut Machine {
        &mut self.machine
    }

    /// Runs about `steps` steps further, not beyond `end`. Whether there is more to see.
    pub(super) fn run(&mut self, steps: u64, end: u64) -> bool {
        let goal = self.machine.registers.step.saturating_add(steps).min(end);
        let seat = Seat { witness: Rc::clone(&self.witness), enough: Rc::clone(&self.enough), goal };
        self.machine.watch.observer = Some(Box::new(seat));
        self.machine.resume();
        if !*self.enough.borrow() && !self.machine.watch.paused && !self.machine.watch.abandoned {
            self.witness.borrow_mut().between(&mut self.machine);
        }
        !*self.enough.borrow() && self.machine.registers.ending.is_none() && self.machine.registers.step < end
    }

    /// Where it stands.
    pub(super) fn step(&self) -> u64 {
        self.machine.registers.step
    }

    /// The notes.
    pub(super) fn notes<T>(&self, read: impl FnOnce(&W, &Machine) -> T) -> T {
        read(&self.witness.borrow(), &self.machine)
    }
}

impl Session {
    /// A machine as it was at the last checkpoint at or before `step`.
    pub(super) fn machine_before(&self, step: u64) -> Option<Machine> {
        restored(&self.timeline, self.recorder.as_ref()?, step)
    }
}

/// A machine as it was at the last checkpoint at or before `step`.
fn restored(timeline: &Timeline, recorder: &Machine, step: u64) -> Option<Machine> {
    let mut machine = Machine::bare(recorder.limits.clone());
    timeline.restore(&mut machine, &mut Basis::NOTHING.clone(), step).then_some(())?;
    dress(&mut machine, recorder);
    Some(machine)
}

/// Gives a restored machine what lies outside its memory: code, input, output so far.
pub(super) fn dress(machine: &mut Machine, recorder: &Machine) {
    machine.input.clone_from(&recorder.input);
    machine.more_input = recorder.more_input;
    machine.codes = recorder.codes.clone();
    machine.codes.truncate(machine.registers.codes as usize);
    machine.output.clear();
    machine.output.extend_from_slice(&recorder.output[..machine.registers.output as usize]);
    machine.errors.clear();
    machine.errors.extend_from_slice(&recorder.errors[..machine.registers.errors as usize]);
    machine.watch = Watch::default();
}
