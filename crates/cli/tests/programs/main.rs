//! The literate programs of `tests/programs`: what they print, and that every reference is accounted for on the way.

mod literate;

use std::{
    cell::Cell,
    io::Write as _,
    num::NonZeroUsize,
    rc::Rc,
    sync::atomic::{AtomicUsize, Ordering},
};

use heapglass_machine::{
    Machine, Session,
    limits::Limits,
    picture::{Seek, Wanted},
    watch::{Flow, Moment, Observer},
};
use literate::{Literate, programs, read_folder};

fn start(program: &Literate) -> Machine {
    let mut machine = Machine::new(Limits::default());
    let started = if program.is_prompt() {
        machine.start_prompt(&program.source, &program.file_name())
    } else {
        machine.start_file(&program.source, &program.file_name())
    };
    started.unwrap_or_else(|problem| panic!("{}: {problem:?}", program.name));
    machine
}

#[test]
fn every_program_prints_what_cpython_prints() {
    let all = programs();
    assert!(all.len() >= 19, "all nine groups are there");
    assert_printed(&all, "literate programs");
}

/// Those that run too long to be audited at every instruction.
#[test]
fn every_long_program_prints_what_cpython_prints() {
    assert_printed(&read_folder("long_programs"), "long programs");
}

fn assert_printed(all: &[Literate], what: &str) {
    let mut wrong = Vec::new();
    for program in all {
        let mut machine = start(program);
        machine.resume();
        let printed = program.compared(String::from_utf8_lossy(&machine.output).into_owned());
        if printed != program.output {
            let errors = String::from_utf8_lossy(&machine.errors).into_owned();
            wrong.push(format!("{}:\n--- expected\n{}--- printed\n{printed}--- errors\n{errors}", program.name, program.output));
        }
    }
    // Written past the capture of test output, so that every run shows the number.
    let _ = writeln!(std::io::stderr(), "{} of {} {what} print what CPython 3.12.1 prints", all.len() - wrong.len(), all.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The first and the last stops, and steps between and after them, down to the interpreter's own end.
fn take_pictures(program: &Literate) {
    let mut session = Session::new();
    session.load(&program.source, &program.file_name()).unwrap_or_else(|problem| panic!("{}: {problem:?}", program.name));
    while !session.record(1_000_000).finished {}
    let last = session.progress().steps;
    let spread = (1..5).map(|part| Seek::Step(last * part / 5));
    let wanted = Wanted { heap_map: true, collector: true, ..Wanted::default() };
    for to in spread.chain([Seek::First, Seek::Next, Seek::Last, Seek::Previous, Seek::Step(last - 1), Seek::Step(last - 2)]) {
        session.seek(&to);
        let picture = session.picture(&wanted);
        for object in picture.objects.iter().step_by(7) {
            session.inspect(object.id);
        }
    }
}

#[test]
fn a_picture_can_be_taken_anywhere_in_every_program() {
    let all = programs();
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(program) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            if !program.is_prompt() {
                take_pictures(program);
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let failed = running.into_iter().filter_map(|one| one.join().err()).count();
        assert_eq!(failed, 0, "a picture could not be taken: the message above tells where");
    });
}

/// Audits the machine before every instruction and after every phase of a collection.
struct Auditor {
    program: String,
    /// After how many steps.
    every: u64,
}

impl Observer for Auditor {
    fn observe(&mut self, machine: &mut Machine, moment: Moment) -> Flow {
        let due = match moment {
            Moment::Instruction => machine.registers.step.is_multiple_of(self.every),
            Moment::CollectionPhase => true,
            _ => false,
        };
        if machine.registers.ending.is_some() || !due {
            return Flow::Continue;
        }
        let mut found = machine.audit().err().unwrap_or_default();
        // A collection can come in the middle of native code (an import), which may hold what it is making.
        found.retain(|one| moment == Moment::Instruction || one.excess <= 0);
        if !found.is_empty() {
            let texts: Vec<String> = found.iter().take(5).map(|one| one.text.clone()).collect();
            panic!("{} at step {}, {moment:?}: {}", self.program, machine.registers.step, texts.join("\n"));
        }
        Flow::Continue
    }
}

/// How many audits one program gets at most. Longer programs, most of which import modules, are audited every so many
/// steps; with `HEAPGLASS_AUDIT=every` in the environment, at every step.
const AUDITS: u64 = 800;

fn audit_all(program: &Literate) {
    let mut rehearsal = start(program);
    rehearsal.resume();
    let always = std::env::var_os("HEAPGLASS_AUDIT").is_some_and(|value| value == "every");
    let every = if always { 1 } else { rehearsal.registers.step / AUDITS + 1 };
    let mut machine = start(program);
    machine.watch.attention = 0;
    machine.watch.events = true;
    machine.watch.observer = Some(Box::new(Auditor { program: program.name.clone(), every }));
    machine.resume();
}

/// Audits the programs on as many threads as there are processors: an audit walks the whole heap.
fn audit_each(programs: &[Literate]) {
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    audit_all(program);
                }
            });
        }
    });
}

#[test]
fn every_reference_is_accounted_for_after_every_instruction_and_every_phase_of_a_collection() {
    audit_each(&programs());
}

#[test]
fn the_corpus_is_accounted_for_after_every_instruction_too() {
    audit_each(&literate::corpus());
}

/// Audits the machine after every phase of every collection.
struct PhaseAuditor {
    program: String,
    phases: Rc<Cell<u32>>,
}

impl Observer for PhaseAuditor {
    fn observe(&mut self, machine: &mut Machine, moment: Moment) -> Flow {
        if machine.registers.ending.is_some() || !matches!(moment, Moment::CollectionPhase) {
            return Flow::Continue;
        }
        self.phases.set(self.phases.get() + 1);
        if let Err(found) = machine.audit() {
            let texts: Vec<String> = found.iter().take(5).map(|one| one.text.clone()).collect();
            let phase = machine.heap.collection().map(|view| view.phase);
            panic!("{} after {phase:?} at step {}: {}", self.program, machine.registers.step, texts.join("\n"));
        }
        Flow::Continue
    }
}

#[test]
fn every_reference_is_accounted_for_after_every_phase_of_a_collection() {
    let phases = Rc::new(Cell::new(0));
    for program in programs().into_iter().chain(literate::corpus()) {
        let mut machine = start(&program);
        machine.watch.events = true;
        machine.watch.observer = Some(Box::new(PhaseAuditor { program: program.name.clone(), phases: Rc::clone(&phases) }));
        machine.resume();
    }
    assert!(phases.get() > 1000, "only {} phases were seen", phases.get());
}
