//! Running through a part of the recording and noting where something happened.
//!
//! The *place* of what an instruction did is the step after it: the first moment at which it can be seen. Inside native code
//! too: an observer is told of the instructions of every depth.

use std::{cell::RefCell, rc::Rc};

use super::track::Tracker;
use crate::{
    machine::Machine,
    session::Session,
    watch::{Flow, Moment, Observer, Watch},
};

/// What to run through.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    /// Places after this one count.
    pub(super) from: u64,
    /// Places up to this one count.
    pub(super) until: u64,
    /// Whether the first hit is wanted; else the last.
    pub(super) first: bool,
    /// After about so many steps the run pauses.
    pub(super) budget: u64,
}

/// What came of it.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    /// The hit, and words for it.
    pub(super) hit: Option<(u64, String)>,
    /// The last place that was looked at.
    pub(super) reached: u64,
    /// Earlier hits do not count: they belong to another call.
    pub(super) restarted: bool,
    /// Why the search cannot go on.
    pub(super) refused: Option<String>,
}

struct Scanner {
    span: Span,
    tracker: Tracker,
    scanned: Scanned,
    begun: bool,
}

impl Scanner {
    /// Takes note of what the tracker says has happened.
    fn note(&mut self, place: u64, sentence: Option<String>) {
        if self.tracker.take_restart() {
            self.scanned.restarted = true;
            self.scanned.hit = None;
        }
        if let Some(sentence) = sentence.filter(|_| place > self.span.from && place <= self.span.until) {
            self.scanned.hit = Some((place, sentence));
        }
    }

    fn has_enough(&self) -> bool {
        let hit = self.span.first && self.scanned.hit.is_some();
        hit || self.scanned.refused.is_some() || self.span.first && self.tracker.is_over()
    }

    fn observe(&mut self, machine: &mut Machine, moment: Moment) -> Flow {
        let place = machine.registers.step;
        let is_place = matches!(moment, Moment::Instruction | Moment::CollectionPhase);
        if !self.begun {
            // Whatever is told before the first place counts has nothing to compare with.
            if is_place && place >= self.span.from {
                self.begun = true;
                self.tracker.begin(machine);
                self.scanned.reached = place;
                self.plan(machine, place);
            }
            return Flow::Continue;
        }
        if place > self.span.until {
            self.scanned.reached = self.span.until;
            return leave(machine, moment);
        }
        let told = self.tracker.told(machine, moment).unwrap_or_else(|refusal| {
            self.scanned.refused = Some(refusal);
            None
        });
        self.note(place, told);
        if is_place {
            if place > self.span.from {
                let seen = self.tracker.look(machine);
                self.note(place, seen);
            }
            self.scanned.reached = place;
        }
        if self.has_enough() {
            return leave(machine, moment);
        }
        if is_place && place >= self.span.from + self.span.budget && machine.registers.nesting <= 1 && moment == Moment::Instruction {
            return Flow::Pause;
        }
        if moment == Moment::Instruction {
            self.plan(machine, place);
        }
        Flow::Continue
    }

    /// When to be asked again.
    fn plan(&self, machine: &mut Machine, place: u64) {
        machine.watch.attention = match self.tracker.looks_everywhere() {
            true => 0,
            false if place >= self.span.from + self.span.budget => (place + PATIENCE).min(self.span.until.max(place) + 1),
            false => (self.span.from + self.span.budget).min(self.span.until.saturating_add(1)),
        };
    }
}

/// Steps between two questions whether a run inside native code can pause now.
const PATIENCE: u64 = 64;

/// Stops the run: where that is possible so that it can go on from there.
fn leave(machine: &Machine, moment: Moment) -> Flow {
    if moment == Moment::Instruction && machine.registers.nesting <= 1 { Flow::Pause } else { Flow::Abandon }
}

struct Seat(Rc<RefCell<Scanner>>);

impl Observer for Seat {
    fn observe(&mut self, machine: &mut Machine, moment: Moment) -> Flow {
        self.0.borrow_mut().observe(machine, moment)
    }
}

impl Session {
    /// Runs the viewer through `span`, or a part of it if it is long.
    pub(super) fn scan(&mut self, span: Span, tracker: &mut Tracker) -> Option<Scanned> {
        self.prepare_viewer(span.from)?;
        let recorded = self.recorded();
        let viewer = self.viewer.as_mut()?;
        let machine = &mut viewer.machine;
        let scanner = Scanner { span, tracker: std::mem::take(tracker), scanned: Scanned::default(), begun: false };
        let scanner = Rc::new(RefCell::new(scanner));
        machine.watch = Watch { attention: span.from, events: true, lines: true, ..Watch::default() };
        machine.watch.observer = Some(Box::new(Seat(Rc::clone(&scanner))));
        machine.resume();
        machine.watch.observer = None;
        let mut scanner = std::mem::replace(&mut *scanner.borrow_mut(), Scanner {
            span,
            tracker: Tracker::default(),
            scanned: Scanned::default(),
            begun: true,
        });
        let ended = !machine.watch.abandoned && !machine.watch.paused;
        if ended {
            // The program has ended: what its last instruction did can be seen now.
            let place = machine.registers.step.min(recorded);
            if scanner.begun && !scanner.has_enough() && place > span.from {
                let seen = scanner.tracker.look(machine);
                scanner.note(place, seen);
            }
            scanner.scanned.reached = span.until;
        }
        viewer.at = (!machine.watch.abandoned).then_some(machine.registers.step);
        scanner.tracker.end(machine);
        *tracker = scanner.tracker;
        Some(scanner.scanned)
    }
}
