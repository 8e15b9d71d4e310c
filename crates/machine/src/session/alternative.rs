//! Alternative futures: from any step of a recording, something is changed and the program goes on from there, as a recording
//! of its own. The one it came from is only read.

use std::rc::Rc;

use heapglass_heap::gc::{Reason, collect};
use heapglass_words::alternative as told;

use super::{Session, reference};
use crate::{
    machine::Machine,
    picture::{Changed, story::Intervention},
    timeline::{Stop, Timeline},
    watch::Watch,
};

impl Session {
    /// The future after `change` at the step that is looked at, ready to be recorded, with what was changed. Or why it cannot be.
    pub fn alternative(&self, change: &Intervention) -> Result<(Self, Changed), String> {
        let step = self.at;
        let mut machine = self.machine_before(step).ok_or_else(|| told::nothing_recorded().to_string())?;
        machine.watch = Watch { attention: step, ..Watch::default() };
        if machine.registers.step < step {
            machine.resume();
        }
        reference::is_between_instructions(&machine, step)?;
        machine.watch = Watch::default();
        let opening = intervene(&mut machine, change)?;
        Ok((Self { opening: Some(opening.clone()), ..self.branch(machine) }, opening))
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
fn intervene(machine: &mut Machine, change: &Intervention) -> Result<Changed, String> {
    match change {
        Intervention::Drop(place) => {
            let found = reference::find(machine, place)?;
            reference::drop_reference(machine, &found)?;
            Ok(Changed::Dropped(found.place))
        }
        Intervention::DisableCollector => {
            if !machine.heap.gc_enabled() {
                return Err(told::collector_off_already().to_string());
            }
            machine.heap.gc_disable();
            Ok(Changed::CollectorOff)
        }
        Intervention::Collect => {
            machine.save_stack();
            let summary = collect(machine, 2, Reason::Manual);
            Ok(Changed::Collected(summary.collected + summary.uncollectable))
        }
    }
}
