//! The beginnings of lines, noted in a row while the program runs and told together.
//!
//! A recording wants to know of every line, several million in a second. So the evaluation loop itself notes them in a row that
//! is there already, and the observer is told only when the row is full, when it wants to look at the machine, or when anything
//! else has happened.

use crate::timeline::Stop;

/// Lines in a full row.
const ROOM: usize = 512;

/// The lines that nobody has been told of yet, in order.
#[derive(Debug, Default)]
pub struct LineRow {
    begun: Vec<Stop>,
    /// Lines at these steps go into the row; others are told one by one.
    from: u64,
    until: u64,
}

impl LineRow {
    /// A row that takes nothing until [`LineRow::open`] says so.
    pub(crate) fn with_room() -> Self {
        Self { begun: Vec::with_capacity(ROOM), ..Self::default() }
    }

    /// Has the row take the lines that begin from step `from` on, and before step `until`.
    pub(crate) fn open(&mut self, from: u64, until: u64) {
        (self.from, self.until) = (from, until);
    }

    /// Whether a line that begins at this step goes into the row.
    #[inline]
    pub(crate) fn takes(&self, step: u64) -> bool {
        step >= self.from && step < self.until && self.begun.len() < self.begun.capacity()
    }

    /// Adds a line that the row takes.
    #[inline]
    pub(crate) fn push(&mut self, stop: Stop) {
        self.begun.push(stop);
    }

    /// The lines in the row.
    #[inline]
    pub(crate) fn lines(&self) -> &[Stop] {
        &self.begun
    }

    /// They have been told.
    #[inline]
    pub(crate) fn clear(&mut self) {
        self.begun.clear();
    }
}
