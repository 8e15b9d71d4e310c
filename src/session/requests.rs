//! What is on its way to the engine. One picture is asked for at a time, so that held keys cannot pile up.

use crate::picture::Seek;
use std::collections::VecDeque;

/// Steps that may wait behind the one under way.
const WAITING: usize = 3;

/// Requests for pictures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Requests {
    /// Number of the last request made.
    pub ticket: u64,
    in_flight: bool,
    /// The stop that the last wish leads to, if it names one.
    goal: Option<u64>,
    waiting: VecDeque<Option<Seek>>,
}

impl Requests {
    /// Nothing is under way.
    pub fn is_quiet(&self) -> bool {
        !self.in_flight && self.waiting.is_empty()
    }

    /// The stop that is on its way, if the last wish named one.
    pub fn goal(&self) -> Option<u64> {
        self.goal.filter(|_| !self.is_quiet())
    }

    /// Asks for a picture: at once if nothing is under way, else in turn.
    pub fn ask(&mut self, to: Option<Seek>) -> Option<(u64, Option<Seek>)> {
        match &to {
            Some(Seek::Stop(stop)) => self.goal = Some(*stop),
            Some(_) => self.goal = None,
            None => {}
        }
        if self.in_flight {
            self.wait(to);
            return None;
        }
        Some(self.send(to))
    }

    /// An answer has come; what has waited goes next. Late answers are told by their number.
    pub fn answered(&mut self, ticket: u64) -> Option<(u64, Option<Seek>)> {
        if ticket != self.ticket {
            return None;
        }
        self.in_flight = false;
        let next = self.waiting.pop_front()?;
        Some(self.send(next))
    }

    /// An answer has come that is not wanted: only this is asked for now.
    pub fn only(&mut self, ticket: u64, to: Seek) -> Option<(u64, Option<Seek>)> {
        if ticket != self.ticket {
            return None;
        }
        self.waiting.clear();
        Some(self.send(Some(to)))
    }

    /// What waits is not asked any more: something else came first.
    pub fn drop_waiting(&mut self) {
        self.waiting.clear();
    }

    /// No answer will come any more.
    pub fn forget(&mut self) {
        self.in_flight = false;
        self.waiting.clear();
        self.ticket += 1;
    }

    fn send(&mut self, to: Option<Seek>) -> (u64, Option<Seek>) {
        self.in_flight = true;
        self.ticket += 1;
        (self.ticket, to)
    }

    fn wait(&mut self, to: Option<Seek>) {
        match to {
            // A fresh look at the same place: whatever comes next is one too.
            None if !self.waiting.is_empty() => {}
            None => self.waiting.push_back(None),
            Some(seek) => {
                self.waiting.retain(Option::is_some);
                if is_absolute(&seek) {
                    self.waiting.clear();
                }
                if self.waiting.len() < WAITING {
                    self.waiting.push_back(Some(seek));
                }
            }
        }
    }
}

fn is_absolute(seek: &Seek) -> bool {
    matches!(seek, Seek::First | Seek::Last | Seek::Stop(_) | Seek::Step(_) | Seek::Execution { .. })
}
