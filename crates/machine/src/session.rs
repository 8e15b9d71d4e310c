//! The façade: load a program, record it, go anywhere in the recording, look.
//!
//! Two machines take part. The *recorder* runs ahead and leaves checkpoints and stops in the [`Timeline`]. The *viewer* is put to
//! the step somebody looks at: restored from a checkpoint and run on from there. So looking never disturbs the recording,
//! and recording can go on while somebody looks.

mod album;
mod alive;
mod alternative;
mod breakpoint;
mod costs;
mod happenings;
mod glance;
mod input;
mod ledger;
mod lives;
mod navigate;
mod near;
mod observe;
mod overview;
mod places;
mod predict;
mod reference;
mod replay;
mod seek;
mod stop_log;
mod tenants;
mod transcript;

pub use input::World;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use heapglass_compiler::{Diagnostic, DiagnosticKind};
use heapglass_heap::event::Filter;

use crate::{
    limits::Limits,
    line_row::LineRow,
    machine::{Ending, Machine},
    picture::{Inspection, Negatives, ObjectId, Picture, Problem, Progress, Wanted},
    session::{
        observe::{Photographer, SharedStops, StopCollector},
        stop_log::Wish,
    },
    timeline::{Basis, Stop, StopKind, Timeline},
    watch::Watch,
};

/// The overview, shared between the session and the observer in its seat.
type SharedSurvey = Rc<RefCell<overview::Survey>>;

/// What was photographed before, shared with who takes the next picture.
type SharedNegatives = Rc<RefCell<Negatives>>;

/// Memory that is there in one piece before a recording goes on.
const ROOM: usize = 16 << 20;

/// Has the allocator ask the system for memory in large pieces. WebAssembly's asks for 64 KiB at a time, and whenever its memory
/// grows, the browser's collector runs: that took half the time of a recording.
fn make_room() {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(ROOM)));
}

/// A program and its recording.
#[derive(Debug, Default)]
pub struct Session {
    limits: Limits,
    recorder: Option<Machine>,
    viewer: Option<Viewer>,
    timeline: Timeline,
    stops: SharedStops,
    due: Rc<Cell<u64>>,
    /// The stop that is looked at, as an index into the timeline's stops, and its step.
    at: u64,
    stop: usize,
    finished: bool,
    world: World,
    /// The ledger that was asked for last.
    reading: Option<ledger::Reading>,
    /// The life that was asked for last.
    following: Option<lives::Following>,
    /// The part whose happenings were asked for last.
    listening: Option<happenings::Listening>,
    /// The costs of lines, as far as they are counted.
    counting: Option<costs::Counting>,
    /// The address that was asked for last.
    searching: Option<tenants::Searching>,
    survey: SharedSurvey,
    /// What was changed before the first stop: of an alternative.
    opening: Option<crate::picture::Changed>,
    /// Bytes of output when the last answer was given.
    answered_at: usize,
    /// The search that is under way.
    hunt: Option<seek::Hunt>,
    /// Snapshots close to what is looked at.
    near: near::Near,
    album: album::Album,
    negatives: SharedNegatives,
    /// Who reads along.
    reader: glance::Reader,
    /// The program's text.
    source: Rc<str>,
    /// The search for questions that is under way, or was the last.
    predicting: Option<predict::Searching>,
}

/// The machine that is moved about.
#[derive(Debug)]
struct Viewer {
    machine: Machine,
    basis: Basis,
    generation: u64,
    /// The step of the checkpoint that its memory came from.
    base: u64,
    /// The step it stands at; `None` if it was abandoned in the middle of native code.
    at: Option<u64>,
}

impl Session {
    /// A session without a program, with the usual limits.
    pub fn new() -> Self {
        Self::with_limits(Limits::default())
    }

    /// A session without a program.
    pub fn with_limits(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// Compiles `source` and stands before its first line. Forgets the program before, also if this one does not compile.
    /// There is no input, and no file.
    pub fn load(&mut self, source: &str, file_name: &str) -> Result<(), Problem> {
        self.load_in(source, file_name, World::default())
    }

    /// The same for a program that finds input and files.
    pub fn load_in(&mut self, source: &str, file_name: &str, world: World) -> Result<(), Problem> {
        *self = Self { world, source: source.into(), ..Self::with_limits(self.limits.clone()) };
        if source.len() as u64 > self.limits.source_bytes {
            return Err(Problem {
                message: heapglass_words::limits::source_too_long(&source.len().to_string(), &self.limits.source_bytes.to_string()),
                ..Problem::default()
            });
        }
        let mut machine = Machine::new(self.limits.clone());
        self.world.enter(&mut machine);
        machine.start_file(source, file_name).map_err(|diagnostic| problem(&diagnostic))?;
        self.timeline = Timeline::new(self.limits.checkpoint_steps, self.limits.recording_bytes);
        self.timeline.take(&mut machine);
        self.listen(&mut machine, 0);
        self.at = machine.registers.step;
        self.recorder = Some(machine);
        Ok(())
    }

    /// Has the stops noted from the step `from` on.
    fn listen(&self, machine: &mut Machine, from: u64) {
        machine.watch = Watch { rare: true, lines: true, row: LineRow::with_room(), ..Watch::default() };
        let collector = StopCollector::new(Rc::clone(&self.stops), Rc::clone(&self.due), Rc::clone(&self.survey), from);
        machine.watch.observer = Some(Box::new(collector));
    }

    /// Runs at most `steps` steps further and tells how far the recording has got.
    pub fn record(&mut self, steps: u64) -> Progress {
        let Some(machine) = &mut self.recorder else { return self.progress() };
        make_room();
        let goal = machine.registers.step.saturating_add(steps);
        while machine.registers.ending.is_none() && machine.registers.step < goal {
            let due = self.timeline.next_checkpoint().max(machine.registers.step + 1);
            self.due.set(due.min(goal));
            machine.watch.attention = due.min(goal);
            machine.resume();
            observe::take_row(machine, &self.stops, &self.survey);
            if machine.registers.ending.is_none() && machine.registers.step >= due && !self.timeline.postpones(machine) {
                self.timeline.take(machine);
            }
        }
        if machine.registers.ending == Some(Ending::Waiting) {
            self.note_waiting();
            return self.progress();
        }
        if machine.registers.ending.is_some() && !self.finished {
            self.finished = true;
            self.survey.borrow_mut().look(machine, self.stops.borrow().len());
            let end = Stop { step: machine.registers.step, kind: StopKind::End, ..Stop::default() };
            self.stops.borrow_mut().push(end);
        }
        self.progress()
    }

    /// How far the recording has got.
    pub fn progress(&self) -> Progress {
        let Some(machine) = &self.recorder else { return Progress::default() };
        let (problem, status) = match &machine.registers.ending {
            Some(ending @ (Ending::Limit(_) | Ending::Unsupported(..))) => (ending.complaint(), Some(3)),
            Some(Ending::Finished(status)) => (None, Some(*status)),
            Some(Ending::Waiting) | None => (None, None),
        };
        let problem_line = problem.as_ref().and_then(|_| self.last_line_before(usize::MAX));
        Progress {
            steps: machine.registers.step,
            stops: self.stops.borrow().len() as u64,
            finished: self.finished,
            problem_line,
            problem,
            status,
            checkpoint_bytes: self.timeline.bytes() + self.stops.borrow().bytes(),
            waiting: self.waiting(),
            answers_read: machine.registers.input,
            thinning: self.timeline.thinning(),
        }
    }

    fn recorded(&self) -> u64 {
        let waits = |machine: &Machine| u64::from(machine.registers.ending == Some(Ending::Waiting));
        // Within the call that waits there is nothing to see.
        self.recorder.as_ref().map_or(0, |machine| machine.registers.step.saturating_sub(waits(machine)))
    }

    /// Photographs the step that is looked at, with what changed since the stop before it.
    pub fn picture(&mut self, wanted: &Wanted) -> Picture {
        let at = self.at;
        let before = self.stops.borrow().previous(self.stops.borrow().before(at), Wish::Any).map(|(_, stop)| stop.step);
        // What is compared must be drawn alike.
        let alike = Wanted { as_objects: wanted.as_objects, opened: wanted.opened.clone(), ..Wanted::default() };
        let earlier = before.map(|step| self.photograph_once(step, &alike, &alike));
        let mut picture = self.photograph_once(at, wanted, &alike);
        if let Some(running) = picture.collector.collection.as_mut().filter(|_| !self.is_phase(at)) {
            running.inside = true;
            running.moves.clear();
        }
        crate::picture::difference::mark(&mut picture, earlier.as_ref());
        if let Some(opening) = self.opening.as_ref().filter(|_| before.is_none()) {
            picture.sentence.text = opening.words();
        }
        picture.position.stop = self.stop as u64;
        picture.position.previous_line = self.last_line_before(self.stop);
        let leaving = self.stops.borrow().get(self.stop).is_some_and(|stop| stop.kind == StopKind::Leaving && stop.step == self.at);
        if leaving {
            picture.position.line = None;
        }
        picture
    }

    /// The line of the last stop with a number below `stop` that has one.
    fn last_line_before(&self, stop: usize) -> Option<u32> {
        let stops = self.stops.borrow();
        let found = stops.previous(stop.min(stops.len()), Wish::Kind(StopKind::Line));
        found.map(|(_, stop)| stop.line)
    }

    /// The bytes of one object, field by field, at the step that is looked at.
    pub fn inspect(&mut self, object: ObjectId) -> Option<Inspection> {
        let at = self.at;
        self.visit(at, move |machine| crate::picture::inspection::inspect(machine, object)).flatten()
    }

    /// The picture of a step, taken now unless it was a moment ago. `alike` is what is wanted without heap map and collector.
    fn photograph_once(&mut self, step: u64, wanted: &Wanted, alike: &Wanted) -> Picture {
        let known = self.album.find(step, alike).map(|picture| self.complete(picture, step, wanted));
        known.unwrap_or_else(|| {
            let mut picture = self.photograph(step, wanted);
            self.album.keep(step, alike, &mut picture);
            picture
        })
    }

    /// Adds the heap map and the collector to a picture that was kept without them.
    fn complete(&mut self, mut picture: Picture, step: u64, wanted: &Wanted) -> Picture {
        if wanted.heap_map || wanted.collector || wanted.blocks.is_some() || wanted.bytes.is_some() {
            let wanted = wanted.clone();
            let beside = self.visit(step, move |machine| crate::picture::beside(machine, &wanted));
            (picture.heap_map, picture.collector) = beside.unwrap_or_default();
        }
        picture
    }

    /// Whether a phase of a collection ends at this very step.
    fn is_phase(&self, step: u64) -> bool {
        let stops = self.stops.borrow();
        let found = stops.up_to(step).checked_sub(1).and_then(|index| stops.get(index));
        found.is_some_and(|stop| stop.step == step && matches!(stop.kind, StopKind::CollectionPhase | StopKind::CollectionBegins))
    }

    fn photograph(&mut self, step: u64, wanted: &Wanted) -> Picture {
        let (wanted, negatives) = (wanted.clone(), Rc::clone(&self.negatives));
        self.visit(step, move |machine| crate::picture::photograph_with(machine, &wanted, &mut negatives.borrow_mut())).unwrap_or_default()
    }

    /// Brings the viewer to `step` and looks at the machine there, also in the middle of native code.
    pub fn visit<T: 'static>(&mut self, step: u64, look: impl FnOnce(&Machine) -> T + 'static) -> Option<T> {
        self.prepare_viewer(step)?;
        self.approach(step);
        let is_phase = self.is_phase(step);
        let viewer = self.viewer.as_mut()?;
        if viewer.at == Some(step) || viewer.machine.registers.step >= step {
            return Some(look(&viewer.machine));
        }
        let machine = &mut viewer.machine;
        machine.watch = Watch { attention: step, rare: true, ..Watch::default() };
        let (photographer, result) = Photographer::new(step, look);
        machine.watch.observer = Some(Box::new(photographer));
        if is_phase {
            // What the phase does one by one is only known while it does it.
            machine.heap.log.switch_on_for(Filter::Phase);
        }
        machine.resume();
        machine.heap.log.switch_off();
        machine.heap.log.take();
        viewer.at = (!machine.watch.abandoned).then_some(machine.registers.step);
        result.take_or_look(machine)
    }

    /// A viewer at or before `step`, as near as the checkpoints allow.
    fn prepare_viewer(&mut self, step: u64) -> Option<()> {
        let recorder = self.recorder.as_ref()?;
        let nearest = self.start_before(step);
        let generation = self.timeline.generation();
        let usable = self.viewer.as_ref().and_then(|viewer| viewer.at).is_some_and(|at| at <= step && at >= nearest);
        if usable {
            return Some(());
        }
        let viewer = self.viewer.get_or_insert_with(|| Viewer {
            machine: Machine::bare(self.limits.clone()),
            basis: Basis::NOTHING,
            generation,
            base: 0,
            at: None,
        });
        if viewer.generation != generation {
            viewer.basis = Basis::NOTHING;
            viewer.generation = generation;
        }
        let machine = &mut viewer.machine;
        viewer.base = self.near.restore(&self.timeline, machine, &mut viewer.basis, step)?;
        replay::dress(machine, recorder);
        viewer.at = Some(machine.registers.step);
        Some(())
    }

    /// The places one can stop at, in order.
    pub fn stops(&self) -> Vec<Stop> {
        self.stops.borrow().iter().collect()
    }

    /// The recording seen from afar.
    pub fn overview(&self) -> crate::picture::story::Overview {
        self.survey.borrow().overview(self.recorded())
    }

    /// Standard output of the whole recording so far.
    pub fn output(&self) -> &[u8] {
        self.recorder.as_ref().map_or(&[], |machine| &machine.output)
    }
}

/// The compiler's words as the screen wants them.
fn problem(diagnostic: &Diagnostic) -> Problem {
    let kind = match diagnostic.kind {
        DiagnosticKind::Syntax | DiagnosticKind::Names | DiagnosticKind::Code => "SyntaxError",
        DiagnosticKind::Indentation => "IndentationError",
        DiagnosticKind::Tab => "TabError",
        DiagnosticKind::Value => "ValueError",
        DiagnosticKind::TooDeep => "RecursionError",
        DiagnosticKind::Unsupported => "",
    };
    Problem {
        kind: kind.to_string(),
        message: diagnostic.message.clone(),
        line: diagnostic.line,
        column: diagnostic.column,
        end_line: diagnostic.end_line,
        end_column: diagnostic.end_column,
    }
}
