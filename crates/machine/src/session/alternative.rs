//! Alternative futures: from any step of a recording, something is changed and the program goes on from there, as a recording
//! of its own. The one it came from is only read.

use std::rc::Rc;

use heapglass_heap::gc::{Reason, collect};
use heapglass_words::{alternative as told, capital, holders};

use super::{Session, reference};
use crate::{
    machine::Machine,
    picture::story::{Intervention, Reference},
    timeline::{Stop, Timeline},
    watch::Watch,
};

/// What was changed where an alternative begins.
#[derive(Clone, Debug)]
pub(super) enum Opening {
    /// A name was dropped.
    Name(String),
    /// A place in an object was.
    Part(String),
    CollectorOff,
    /// A full collection has run; how many objects it found.
    Collected(u64),
}

impl Opening {
    /// A sentence.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Name(name) => capital(&told::name_dropped(&holders::global_name(name))),
            Self::Part(place) => capital(&told::part_dropped(place)),
            Self::CollectorOff => told::collector_off().to_string(),
            Self::Collected(found) => told::collected(*found),
        }
    }
}

impl Session {
    /// The future after `change` at the step that is looked at, ready to be recorded, with the change in words. Or why it cannot
    /// be.
    pub fn alternative(&self, change: &Intervention) -> Result<(Self, String), String> {
        let step = self.at;
        let mut machine = self.machine_before(step).ok_or_else(|| told::nothing_recorded().to_string())?;
        machine.watch = Watch { attention: step, ..Watch::default() };
        if machine.registers.step < step {
            machine.resume();
        }
        reference::is_between_instructions(&machine, step)?;
        machine.watch = Watch::default();
        let opening = intervene(&mut machine, change)?;
        let words = opening.words();
        Ok((Self { opening: Some(opening), ..self.branch(machine) }, words))
    }

    /// A recording that begins with `machine` as it stands.
    fn branch(&self, mut machine: Machine) -> Self {
        let mut session = Self { world: self.world.clone(), source: Rc::clone(&self.source), answered_at: self.answered_at.min(machine.output.len()), ..Self::with_limits(self.limits.clone()) };
        session.timeline = Timeline::new(self.limits.checkpoint_steps, self.limits.recording_bytes);
        session.timeline.take(&mut machine);
        let step = machine.registers.step;
        let line = machine.program_frames().last().map_or(0, |frame| frame.line);
        session.stops.borrow_mut().push(Stop { step, line, depth: machine.registers.depth, ..Stop::default() });
        session.survey.borrow_mut().look(&machine, 0);
        // The line it stands before is a stop already.
        session.listen(&mut machine, step + 1);
        session.at = step;
        session.recorder = Some(machine);
        session
    }
}

/// Changes something, and tells what.
fn intervene(machine: &mut Machine, change: &Intervention) -> Result<Opening, String> {
    match change {
        Intervention::Drop(place) => {
            let found = reference::find(machine, place)?;
            reference::drop_reference(machine, &found)?;
            Ok(match place {
                Reference::Name { name, .. } => Opening::Name(name.clone()),
                Reference::Part { .. } => Opening::Part(found.words),
            })
        }
        Intervention::DisableCollector => {
            if !machine.heap.gc_enabled() {
                return Err(told::collector_off_already().to_string());
            }
            machine.heap.gc_disable();
            Ok(Opening::CollectorOff)
        }
        Intervention::Collect => {
            machine.save_stack();
            let summary = collect(machine, 2, Reason::Manual);
            Ok(Opening::Collected(summary.collected + summary.uncollectable))
        }
    }
}
