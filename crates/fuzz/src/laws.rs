//! The laws that hold for every program.

use std::{cell::RefCell, rc::Rc};

use heapglass_machine::{
    Ending, Machine, Registers, Session,
    heap::Memory,
    limits::Limits,
    watch::{Flow, Moment, Observer},
};

use crate::random::Random;

/// What a program was found to break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A generated program does not compile.
    Source(String),
    /// A reference is not accounted for.
    Audit(String),
    /// Two runs differ.
    Determinism(String),
    /// Two ways to the same step lead to different machines.
    Time(String),
    /// The engine panicked.
    Panic(String),
    /// A real CPython prints something else.
    Truth(String),
    /// The engine says that it does not support something.
    Unsupported(String),
}

impl Broken {
    /// The law's name: what two findings have in common.
    pub fn law(&self) -> &'static str {
        match self {
            Self::Source(_) => "source",
            Self::Audit(_) => "audit",
            Self::Determinism(_) => "determinism",
            Self::Time(_) => "time",
            Self::Panic(_) => "panic",
            Self::Truth(_) => "truth",
            Self::Unsupported(_) => "unsupported",
        }
    }

    /// Whether the other finding is of the same kind: the same law, and for all but the truth the same words without numbers.
    pub fn is_like(&self, other: &Self) -> bool {
        let words = |one: &Self| -> String { one.text().chars().filter(|c| !c.is_ascii_digit()).take(60).collect() };
        self.law() == other.law() && (matches!(self, Self::Truth(_)) || words(self) == words(other))
    }

    /// What was found, for a person.
    pub fn text(&self) -> &str {
        match self {
            Self::Source(text)
            | Self::Audit(text)
            | Self::Determinism(text)
            | Self::Time(text)
            | Self::Panic(text)
            | Self::Truth(text)
            | Self::Unsupported(text) => text,
        }
    }
}

/// What a program left when it had ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// Standard output.
    pub output: String,
    /// Standard error.
    pub errors: String,
}

/// Limits under which generated programs run: enough for all but endless ones.
fn limits() -> Limits {
    Limits { steps: 40_000, heap_bytes: 64 << 20, ..Limits::default() }
}

/// The host's stack for a judged program, in bytes: nested evaluation loops live there.
const HOST_STACK: usize = 256 << 20;

/// Judges one program by all laws; `seed` chooses the steps that are visited. What it prints is returned if no law is broken.
pub fn judge(source: &str, seed: u64) -> Result<Printed, Broken> {
    let source = source.to_owned();
    in_a_thread(move || judge_here(&source, seed))
}

/// What one program prints, judged by no law but that the engine does not panic.
pub fn printed(source: &str) -> Result<Printed, Broken> {
    let source = source.to_owned();
    in_a_thread(move || {
        let mut machine = start(&source)?;
        machine.resume();
        Ok(text_of(&machine))
    })
}

fn in_a_thread(work: impl FnOnce() -> Result<Printed, Broken> + Send + 'static) -> Result<Printed, Broken> {
    let working = std::thread::Builder::new().stack_size(HOST_STACK).spawn(work);
    match working.map(std::thread::JoinHandle::join) {
        Ok(Ok(verdict)) => verdict,
        Ok(Err(panic)) => Err(Broken::Panic(panic_text(panic.as_ref()))),
        Err(error) => Err(Broken::Panic(format!("no thread: {error}"))),
    }
}

fn text_of(machine: &Machine) -> Printed {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Printed { output: text(&machine.output), errors: text(&machine.errors) }
}

/// What a panic said.
pub fn panic_text(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_else(|| "a panic without words".to_owned())
}

fn judge_here(source: &str, seed: u64) -> Result<Printed, Broken> {
    let mut random = Random::new(seed);
    let printed = audit(source)?;
    determinism(source)?;
    time(source, &mut random)?;
    crate::travel::wander(source, &mut random, 4)?;
    Ok(printed)
}

fn start(source: &str) -> Result<Machine, Broken> {
    let mut machine = Machine::new(limits());
    machine.start_file(source, "program.py").map_err(|problem| Broken::Source(format!("{problem:?}")))?;
    Ok(machine)
}

/// Audits before every instruction and after every phase of a collection; in long programs, where that would take minutes,
/// only before one in [`Auditor::RARE`] of the later ones. Remembers the first discrepancy.
struct Auditor {
    found: Rc<RefCell<Option<String>>>,
    seen: u64,
}

impl Auditor {
    /// Moments all of which are audited.
    const FIRST: u64 = 2500;
    /// Later, one in so many is.
    const RARE: u64 = 41;
}

impl Observer for Auditor {
    fn observe(&mut self, machine: &mut Machine, moment: Moment) -> Flow {
        let due = matches!(moment, Moment::Instruction | Moment::CollectionPhase);
        self.seen += u64::from(due);
        let skipped = self.seen > Self::FIRST && !self.seen.is_multiple_of(Self::RARE);
        if !due || skipped || machine.registers.ending.is_some() || self.found.borrow().is_some() {
            return Flow::Continue;
        }
        if let Err(mut discrepancies) = machine.audit() {
            // A collection can come in the middle of native code (an import), which may hold what it is making.
            discrepancies.retain(|one| moment == Moment::Instruction || one.excess <= 0);
            if discrepancies.is_empty() {
                return Flow::Continue;
            }
            let texts: Vec<&str> = discrepancies.iter().take(4).map(|one| one.text.as_str()).collect();
            let text = format!("step {}, {moment:?}: {}", machine.registers.step, texts.join("; "));
            *self.found.borrow_mut() = Some(text);
        }
        Flow::Continue
    }
}

fn audit(source: &str) -> Result<Printed, Broken> {
    let mut machine = start(source)?;
    let found = Rc::new(RefCell::new(None));
    machine.watch.attention = 0;
    machine.watch.events = true;
    machine.watch.observer = Some(Box::new(Auditor { found: Rc::clone(&found), seen: 0 }));
    machine.resume();
    if let Some(text) = found.borrow_mut().take() {
        return Err(Broken::Audit(text));
    }
    if let Some(ending @ Ending::Unsupported(..)) = &machine.registers.ending {
        return Err(Broken::Unsupported(ending.complaint().unwrap_or_default()));
    }
    Ok(text_of(&machine))
}

fn determinism(source: &str) -> Result<(), Broken> {
    let run = || -> Result<Machine, Broken> {
        let mut machine = start(source)?;
        machine.resume();
        Ok(machine)
    };
    let (one, two) = (run()?, run()?);
    if one.registers != two.registers {
        return Err(Broken::Determinism(format!("registers: {:?} is not {:?}", one.registers, two.registers)));
    }
    if one.heap.memory != two.heap.memory {
        return Err(Broken::Determinism("memory differs after two runs".to_owned()));
    }
    Ok(())
}

type State = (Registers, Memory, usize);

fn state(machine: &Machine) -> State {
    (machine.registers.clone(), machine.heap.memory.clone(), machine.output.len())
}

/// How many steps are visited in a recording.
const VISITS: usize = 6;

fn time(source: &str, random: &mut Random) -> Result<(), Broken> {
    let mut recorded = session(source)?;
    while !recorded.record(5000).finished {}
    let last = recorded.progress().steps;
    for _ in 0..VISITS {
        let (far, near) = (random.below(last as usize + 1) as u64, random.below(last as usize + 1) as u64);
        recorded.visit(far, |_| ());
        let there = recorded.visit(near, state);
        let expected = session(source)?.visit(near, state);
        compare(near, far, there, expected)?;
    }
    Ok(())
}

fn compare(near: u64, far: u64, there: Option<State>, expected: Option<State>) -> Result<(), Broken> {
    let told = |what: &str| Err(Broken::Time(format!("{what} at step {near} after a visit to step {far}")));
    match (there, expected) {
        (Some(there), Some(expected)) if there.0 != expected.0 => {
            told(&format!("registers {:?} instead of {:?}", there.0, expected.0))
        }
        (Some(there), Some(expected)) if there.1 != expected.1 => told("memory differs"),
        (Some(there), Some(expected)) if there.2 != expected.2 => told("the length of the output differs"),
        (Some(_), Some(_)) | (None, None) => Ok(()),
        (there, _) => told(if there.is_some() { "no fresh run arrives" } else { "the recording does not arrive" }),
    }
}

fn session(source: &str) -> Result<Session, Broken> {
    let mut session = Session::with_limits(limits());
    session.load(source, "program.py").map_err(|problem| Broken::Source(problem.message))?;
    Ok(session)
}
