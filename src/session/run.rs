//! A run of the program: from the request to record it to its end.

use crate::picture::{Problem, Progress};
use crate::remark::Remark;

/// The last run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// Counts runs; a reply about an earlier one comes too late.
    pub number: u64,
    /// How the run stands.
    pub phase: Phase,
    /// What is recorded. Of the run before, while this one is not accepted.
    pub progress: Progress,
    /// Why the program does not compile.
    pub problem: Option<Problem>,
    /// The stop to show as soon as it is recorded.
    pub start_at: Option<u64>,
    /// [`super::Program::edits`] when it began: whether it is of the text in the editor.
    pub edits: u64,
    /// Whether this run has been accepted, so that `progress` speaks of it.
    pub accepted: bool,
    /// Whether the next picture is the first of this recording, so that places are given anew.
    pub fresh: bool,
    /// Whether somebody has gone anywhere in it: what was seen then stays where it is.
    pub looked: bool,
}

impl Run {
    /// Whether it has no recording of its own, so that what is on screen is at best of the run before.
    pub fn fails(&self) -> bool {
        matches!(self.phase, Phase::Refused | Phase::Died(_))
    }
}

/// How a run stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// Nothing has run yet.
    #[default]
    Idle,
    /// The engine records.
    Recording,
    /// The program waits for a line of input.
    Waiting,
    /// The engine was asked to stop and has not answered yet.
    Stopping,
    /// The program came to its end, or to a limit.
    Finished,
    /// The user stopped it; what was recorded can be looked at.
    Stopped,
    /// It does not compile; what was recorded before can be looked at.
    Refused,
    /// The engine broke off and was replaced; nothing can be looked at but the last picture.
    Died(Remark),
}
