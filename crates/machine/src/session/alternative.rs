//! Alternative futures: from any step of a recording, something is changed and the program goes on from there, as a recording
//! of its own. The one it came from is only read.

use heapglass_heap::gc::{Reason, collect};

use super::{Session, reference};
use crate::{
    machine::Machine,
    picture::story::{Intervention, Reference},
    timeline::{Stop, Timeline},
    watch::Watch,
};

impl Session {
    /// The future after `change` at the step that is looked at, ready to be recorded, with the change in words. Or why it cannot
    /// be.
    pub fn alternative(&self, change: &Intervention) -> Result<(Self, String), String> {
        let step = self.at;
        let mut machine = self.machine_before(step).ok_or_else(|| "Nothing is recorded yet.".to_string())?;
        machine.watch = Watch { attention: step, ..Watch::default() };
        if machine.registers.step < step {
            machine.resume();
        }
        reference::is_between_instructions(&machine, step)?;
        machine.watch = Watch::default();
        let words = intervene(&mut machine, change)?;
        let mut other = self.branch(machine);
        other.opening.clone_from(&words);
        Ok((other, words))
    }

    /// A recording that begins with `machine` as it stands.
    fn branch(&self, mut machine: Machine) -> Self {
        let mut session = Self { world: self.world.clone(), answered_at: self.answered_at.min(machine.output.len()), ..Self::with_limits(self.limits.clone()) };
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

/// Changes something, and says so.
fn intervene(machine: &mut Machine, change: &Intervention) -> Result<String, String> {
    match change {
        Intervention::Drop(place) => {
            let found = reference::find(machine, place)?;
            reference::drop_reference(machine, &found)?;
            let now = if matches!(place, Reference::Name { .. }) { "is bound to None instead" } else { "holds None instead" };
            Ok(format!("{} {now}.", capital(&found.words)))
        }
        Intervention::DisableCollector => {
            if !machine.heap.gc_enabled() {
                return Err("The collector is switched off already at this step.".to_string());
            }
            machine.heap.gc_disable();
            Ok("The collector is switched off: gc.disable().".to_string())
        }
        Intervention::Collect => {
            machine.save_stack();
            let summary = collect(machine, 2, Reason::Manual);
            let found = summary.collected + summary.uncollectable;
            let words = if found == 1 { "1 object".to_string() } else { format!("{found} objects") };
            Ok(format!("A full collection has run: it found {words} that nobody could reach."))
        }
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
