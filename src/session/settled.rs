//! Whether the page shows what it was asked for, or is still on the way there.

use super::{Phase, State};

impl State {
    /// Whether what is on screen is of the text in the editor, and nothing more will come unasked: not while the program is
    /// typed or recorded, nor while a picture, a search or the rest of a link is under way.
    pub fn is_settled(&self) -> bool {
        let (ended, shows) = match self.run.phase {
            Phase::Idle | Phase::Recording | Phase::Stopping => (false, false),
            Phase::Refused | Phase::Died(_) => (true, false),
            Phase::Waiting | Phase::Finished | Phase::Stopped => (true, true),
        };
        let there = !shows || (self.run.start_at.is_none() && self.opening.is_none() && !self.run.fresh);
        ended && there && self.run.edits == self.program.edits && self.requests.is_quiet() && self.quest.percent.is_none()
    }
}

#[cfg(test)]
mod tests;
