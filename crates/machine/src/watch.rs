//! Who looks on while the machine runs, and how a pause inside native code works.
//!
//! An observer is told of every instruction, call, line, return and exception it asks for, at any depth. It gets the machine
//! to read. If it answers [`Flow::Abandon`] inside a nested evaluation loop, the machine cannot be left there and resumed: it
//! unwinds through the native code without running anything more, and whoever wanted the picture restores a checkpoint
//! before going on (decision D4).

use heapglass_heap::{Address, Raised};

use crate::{line_row::LineRow, machine::Machine, trace_function::Tracing};

/// A moment an observer can be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The instruction at `registers.instruction` is about to run.
    Instruction,
    /// A line of the program begins with the instruction about to run.
    LineBegins(u32),
    /// The program's module is about to return: the last moment at which its names are there.
    ModuleEnds,
    /// A frame was entered or a generator resumed; the frame is the running one.
    Call,
    /// The running frame is about to return or yield this value (borrowed).
    Return(Address),
    /// The running frame is left by the exception that is set.
    Unwind,
    /// This exception object has arrived in the running frame.
    Exception(Address),
    /// A phase of a collection has ended.
    CollectionPhase,
}

/// What the observer wants next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Go on.
    Continue,
    /// Stop before the instruction (only honoured in the outermost loop).
    Pause,
    /// Stop for good: the machine will be restored from a checkpoint.
    Abandon,
}

/// Somebody who looks on. Must not change what the program can see.
pub trait Observer {
    /// `moment` has come.
    fn observe(&mut self, machine: &mut Machine, moment: Moment) -> Flow;
}

/// The observer's seat, and when it wants to be told.
pub struct Watch {
    /// The step from which on instructions are told: 0 for every instruction, `u64::MAX` for none. Without an observer
    /// the outermost loop pauses there.
    pub attention: u64,
    /// Who is told.
    pub observer: Option<Box<dyn Observer>>,
    /// Whether the beginnings of the program's lines are told, and the end of its module.
    pub lines: bool,
    /// Lines that the observer has not been told of yet: only for one that says which steps it does without.
    pub row: LineRow,
    /// Whether calls, returns, exceptions and phases of collections are told.
    pub events: bool,
    /// Whether exceptions and phases of collections are told, without calls and returns.
    pub rare: bool,
    /// Set when an observer said [`Flow::Abandon`]: nothing more may run, every loop returns `Raised`.
    pub abandoned: bool,
    /// Set when an observer said [`Flow::Pause`]: the outermost loop returns before the next instruction.
    pub paused: bool,
}

impl Default for Watch {
    /// Nobody looks.
    fn default() -> Self {
        Self { attention: u64::MAX, observer: None, lines: false, row: LineRow::default(), events: false, rare: false, abandoned: false, paused: false }
    }
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Watch").field("attention", &self.attention).field("abandoned", &self.abandoned).finish_non_exhaustive()
    }
}

impl Machine {
    /// Called before an instruction that somebody wants to know of, with the registers in place. `Err` means: leave the loop
    /// at once (`watch.abandoned` or `watch.paused` says why).
    #[cold]
    pub(crate) fn tell_instruction(&mut self) -> Result<(), Raised> {
        self.tell(Moment::Instruction)
    }

    /// The same for an instruction with which a line begins (0: the program's module ends).
    #[inline(never)]
    pub(crate) fn tell_line(&mut self, line: u32) -> Result<(), Raised> {
        self.tell(if line == 0 { Moment::ModuleEnds } else { Moment::LineBegins(line) })
    }

    /// Whether anybody is told of calls.
    #[inline]
    pub(crate) fn tells_calls(&self) -> bool {
        self.watch.events || self.registers.profiling || self.registers.tracing == Tracing::On
    }

    /// Tells the observer of `moment`, if anybody listens to events, and then the program's own trace function.
    #[inline]
    pub fn happened(&mut self, moment: Moment) -> Result<(), Raised> {
        let is_told = self.watch.events || self.watch.rare && matches!(moment, Moment::Exception(_) | Moment::CollectionPhase);
        if is_told || self.registers.profiling || self.registers.tracing == Tracing::On {
            return self.tell_event(moment, is_told);
        }
        Ok(())
    }

    #[inline(never)]
    fn tell_event(&mut self, moment: Moment, is_told: bool) -> Result<(), Raised> {
        if self.registers.profiling {
            self.profile(moment);
        }
        if is_told {
            self.tell(moment)?;
        }
        if self.registers.tracing == Tracing::On { self.trace_moment(moment) } else { Ok(()) }
    }

    /// The same while an exception is being raised: if the program's function raises, its exception takes the place.
    pub(crate) fn happened_raising(&mut self, moment: Moment) -> Result<(), Raised> {
        match self.happened(moment) {
            Err(Raised) if self.watch.abandoned || self.watch.paused => Err(Raised),
            _ => Ok(()),
        }
    }

    /// A phase of a collection has ended: a step of its own. If the observer has seen enough, the collection still ends,
    /// and the next instruction does not run.
    pub fn collection_phase(&mut self) {
        if self.happened(Moment::CollectionPhase).is_err() {
            self.watch.attention = 0;
        }
        self.registers.step += 1;
    }

    fn tell(&mut self, moment: Moment) -> Result<(), Raised> {
        if self.watch.abandoned {
            return Err(Raised);
        }
        let flow = match self.watch.observer.take() {
            Some(mut observer) => {
                let flow = observer.observe(self, moment);
                self.watch.observer = Some(observer);
                flow
            }
            // Nobody to ask: pause at the first instruction of the outermost loop.
            None if self.registers.nesting <= 1 => Flow::Pause,
            None => Flow::Continue,
        };
        match flow {
            Flow::Continue => Ok(()),
            Flow::Pause if moment == Moment::Instruction && self.registers.nesting <= 1 => {
                self.watch.paused = true;
                Err(Raised)
            }
            Flow::Pause | Flow::Abandon => {
                self.watch.abandoned = true;
                self.watch.attention = 0;
                self.heap.memory.freeze();
                Err(Raised)
            }
        }
    }
}
