//! The two observers of a session: one notes the places to stop at, one looks at a single step.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::gc::{Phase, Reason};

use crate::{
    eval::frame_number,
    frame::field,
    machine::Machine,
    session::{SharedSurvey, stop_log::StopLog},
    timeline::{Stop, StopKind},
    watch::{Flow, Moment, Observer},
};

/// Stops as they are found, shared between the session and the observer in its seat.
pub(super) type SharedStops = Rc<RefCell<StopLog>>;

/// After how many steps inside native code the recorder asks again whether it can pause.
const PATIENCE: u64 = 256;

/// Notes every stop, and pauses the recorder when a checkpoint is due.
pub(super) struct StopCollector {
    stops: SharedStops,
    due: Rc<Cell<u64>>,
    survey: SharedSurvey,
    /// Stops before this step are noted already.
    from: u64,
}

impl StopCollector {
    pub(super) fn new(stops: SharedStops, due: Rc<Cell<u64>>, survey: SharedSurvey, from: u64) -> Self {
        Self { stops, due, survey, from }
    }

    fn note(&self, stop: Stop) {
        if stop.step >= self.from {
            self.stops.borrow_mut().push(stop);
        }
    }
}

/// Notes the lines that the machine has kept in a row.
pub(super) fn take_row(machine: &mut Machine, stops: &SharedStops, survey: &SharedSurvey) {
    let row = &mut machine.watch.row;
    if let Some(deepest) = row.lines().iter().map(|stop| stop.depth).max() {
        survey.borrow_mut().reaches(deepest);
        stops.borrow_mut().extend(row.lines());
        row.clear();
    }
}

impl Observer for StopCollector {
    fn observe(&mut self, machine: &mut Machine, moment: Moment) -> Flow {
        take_row(machine, &self.stops, &self.survey);
        let (step, depth) = (machine.registers.step, machine.registers.depth);
        match moment {
            // A pause is only possible in the outermost loop; inside native code the recorder just goes on.
            Moment::Instruction if step >= self.due.get() && machine.registers.nesting <= 1 => return Flow::Pause,
            // To be asked at every instruction until the native code has ended would be slow.
            Moment::Instruction if step >= self.due.get() => machine.watch.attention = step + PATIENCE,
            Moment::Instruction => {}
            Moment::LineBegins(line) => {
                let (frame, enters) = (frame_number(machine.registers.frame), call_begins(machine));
                let mut survey = self.survey.borrow_mut();
                survey.line(machine, self.stops.borrow().len());
                machine.watch.row.open(self.from, survey.due);
                self.note(Stop { step, line, depth, kind: StopKind::Line, frame, enters });
            }
            Moment::Exception(_) => self.survey.borrow_mut().exception(machine),
            Moment::ModuleEnds => {
                let frame = frame_number(machine.registers.frame);
                self.note(Stop { step, depth, kind: StopKind::Leaving, frame, ..Stop::default() });
            }
            // The collections of the interpreter's own end, after the last frame, tell nothing about the program; nor does one
            // that compiling it has made due, before its first line.
            Moment::CollectionPhase if depth == 0 || self.stops.borrow().is_empty() || is_shutdown(machine) => {}
            Moment::CollectionPhase => {
                let first = machine.heap.collection_phase().is_some_and(|(phase, _)| phase == Phase::Gather);
                let kind = if first { StopKind::CollectionBegins } else { StopKind::CollectionPhase };
                self.note(Stop { step, depth, kind, frame: frame_number(machine.registers.frame), ..Stop::default() });
            }
            _ => {}
        }
        Flow::Continue
    }
}

/// Whether the running frame has run nothing but its beginning yet.
fn call_begins(machine: &Machine) -> bool {
    let memory = &machine.heap.memory;
    let unit = memory.u16(memory.address(machine.registers.frame.plus(field::PREVIOUS_INSTRUCTION)));
    // The argument of `RESUME` is 0 where a function starts, more after a `yield` or an `await`.
    unit == u16::from(Opcode::Resume as u8)
}

fn is_shutdown(machine: &Machine) -> bool {
    machine.heap.collection_phase().is_some_and(|(_, reason)| reason == Reason::Shutdown)
}

type Look<T> = Box<dyn FnOnce(&Machine) -> T>;

/// Looks at the machine at one step and then stops it.
pub(super) struct Photographer<T> {
    step: u64,
    look: Rc<RefCell<Shot<T>>>,
}

enum Shot<T> {
    Waiting(Look<T>),
    Taken(T),
    Spent,
}

/// Where a [`Photographer`] leaves what it saw.
pub(super) struct ShotResult<T>(Rc<RefCell<Shot<T>>>);

impl<T> Photographer<T> {
    pub(super) fn new(step: u64, look: impl FnOnce(&Machine) -> T + 'static) -> (Self, ShotResult<T>) {
        let shot = Rc::new(RefCell::new(Shot::Waiting(Box::new(look) as Look<T>)));
        (Self { step, look: Rc::clone(&shot) }, ShotResult(shot))
    }
}

fn develop<T>(shot: &RefCell<Shot<T>>, machine: &Machine) {
    let waiting = shot.replace(Shot::Spent);
    shot.replace(match waiting {
        Shot::Waiting(look) => Shot::Taken(look(machine)),
        other => other,
    });
}

impl<T: 'static> Observer for Photographer<T> {
    fn observe(&mut self, machine: &mut Machine, moment: Moment) -> Flow {
        let due = matches!(moment, Moment::Instruction | Moment::CollectionPhase) && machine.registers.step >= self.step;
        if !due {
            return Flow::Continue;
        }
        develop(&self.look, machine);
        if moment == Moment::Instruction { Flow::Pause } else { Flow::Abandon }
    }
}

impl<T> ShotResult<T> {
    /// What was seen; if the program ended before, what is to be seen now.
    pub(super) fn take_or_look(self, machine: &Machine) -> Option<T> {
        if !machine.watch.abandoned {
            develop(&self.0, machine);
        }
        match self.0.replace(Shot::Spent) {
            Shot::Taken(seen) => Some(seen),
            _ => None,
        }
    }
}
