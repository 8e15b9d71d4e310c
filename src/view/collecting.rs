//! A collection as far as it has been gone through: scratch counts, verdicts, references taken off, lanes.

mod lanes;
mod replay;
mod words;

pub use lanes::{Filling, Lanes, filling};
use words::{Noun, said};

use crate::picture::{Collection, Deed, Move, ObjectId};
use crate::session::State;
use heapglass_words::collector;
use std::collections::BTreeMap;

/// What the collector thinks of an object so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the words are those of `Verdict::words`")]
pub enum Verdict {
    Waiting,
    Candidate,
    Held,
    SetAside,
    Reached,
    Rescued,
    Survives,
    Unreachable,
    Untracked,
    Promoted,
    Condemned,
    Finalized,
    Resurrected,
    Cleared,
    Saved,
    Dead,
}

impl Verdict {
    /// What it is called.
    pub fn words(self) -> &'static str {
        match self {
            Self::Waiting => "",
            Self::Candidate => collector::verdict_candidate(),
            Self::Held => collector::verdict_held(),
            Self::SetAside => collector::verdict_set_aside(),
            Self::Reached => collector::verdict_reached(),
            Self::Rescued => collector::verdict_rescued(),
            Self::Survives => collector::verdict_survives(),
            Self::Unreachable => collector::verdict_unreachable(),
            Self::Untracked => collector::verdict_untracked(),
            Self::Promoted => collector::verdict_promoted(),
            Self::Condemned => collector::verdict_condemned(),
            Self::Finalized => collector::verdict_finalized(),
            Self::Resurrected => collector::verdict_resurrected(),
            Self::Cleared => collector::verdict_cleared(),
            Self::Saved => collector::verdict_saved(),
            Self::Dead => collector::verdict_dead(),
        }
    }

    /// The sign beside the words, so that colour is never the only one.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Waiting | Self::Candidate => "",
            Self::Held | Self::Survives | Self::Reached => "✓",
            Self::Rescued | Self::Resurrected => "↑",
            Self::SetAside | Self::Unreachable => "○",
            Self::Condemned | Self::Finalized | Self::Cleared => "×",
            Self::Saved => "=",
            Self::Untracked => "–",
            Self::Promoted => "↓",
            Self::Dead => "†",
        }
    }

    /// The class of its colours.
    pub fn class(self) -> &'static str {
        match self {
            Self::Waiting | Self::Candidate | Self::Untracked => "verdict-candidate",
            Self::Held | Self::Survives | Self::Reached | Self::Promoted => "verdict-reachable",
            Self::Rescued | Self::Resurrected => "verdict-rescued",
            Self::SetAside | Self::Unreachable => "verdict-unreachable",
            Self::Condemned | Self::Finalized | Self::Cleared | Self::Saved | Self::Dead => "verdict-condemned",
        }
    }

    /// Whether the object is to die, and has not died yet.
    pub fn is_condemned(self) -> bool {
        matches!(self, Self::Condemned | Self::Finalized | Self::Cleared)
    }

    /// Whether the object is in the list of those thought unreachable.
    pub fn is_aside(self) -> bool {
        matches!(self, Self::SetAside | Self::Unreachable | Self::Condemned | Self::Finalized | Self::Cleared | Self::Saved)
    }
}

/// What stands at an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The scratch count, with the arithmetic that led to it; empty if it has none.
    pub scratch: String,
    /// The scratch count is 0.
    pub is_zero: bool,
    /// What the collector thinks of it.
    pub verdict: Verdict,
    /// The last move was about it.
    pub is_now: bool,
}

/// A row of the table of candidates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which object.
    pub id: ObjectId,
    /// Its name on the page.
    pub title: String,
    /// Its reference count; none if it is gone.
    pub count: Option<u64>,
    /// What stands at it.
    pub mark: Mark,
}

/// How a reference stands while references are taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It will be taken off.
    Pending,
    /// It is being taken off.
    Now,
    /// It has been taken off.
    Done,
    /// It saves the object that it leads to.
    Saves,
}

/// References by their ends; from none for a name of the module. In the order of the moves.
pub type Edges = BTreeMap<(Option<ObjectId>, ObjectId), Vec<Taken>>;

/// A phase of a collection as far as it has been gone through; or, while the program's own code runs in the middle of the next
/// one, what the collector thinks of the candidates meanwhile.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collecting {
    /// Moves done on screen.
    pub at: usize,
    /// Moves of the phase.
    pub of: usize,
    /// It goes on by itself.
    pub playing: bool,
    /// The program's own code runs: a finalizer, or the callback of a weak reference.
    pub inside: bool,
    /// Where in the phase this is: `reference 3 of 7`.
    pub place: String,
    /// What a step on is called: `Next reference`.
    pub next: String,
    /// The sentence of the last move, unless the phase is shown whole.
    pub sentence: Option<String>,
    /// The candidates, and all that the phase has to do with.
    pub entries: Vec<Entry>,
    /// References that are taken off.
    pub edges: Edges,
    /// The object that the last move was about.
    pub now: Option<ObjectId>,
}

impl Collecting {
    /// As the state has it; nothing outside of a collection.
    pub fn of(state: &State) -> Option<Self> {
        let picture = &state.shown.as_ref()?.picture;
        let running = picture.collector.collection.as_ref()?;
        let of = running.moves.len();
        let at = state.walk.at.unwrap_or(of).min(of);
        let shown_whole = state.walk.at.is_none();
        let done = running.moves.get(..at).unwrap_or_default();
        let entries = replay::entries(running, done, shown_whole);
        let noun = Noun::of(running);
        Some(Self {
            at,
            of,
            playing: state.walk.playing,
            inside: running.inside,
            place: noun.place(at, of),
            next: noun.next(at < of).into(),
            sentence: (!shown_whole).then(|| said(running, at)),
            entries,
            edges: edges(running, at, shown_whole),
            now: done.last().filter(|_| !shown_whole).map(|last| last.object),
        })
    }

    /// The object to look at: that of the last move, or else the first that is condemned. While code runs it is the code.
    pub fn about(&self) -> Option<ObjectId> {
        if self.inside {
            return None;
        }
        let condemned = || self.entries.iter().find(|entry| entry.mark.verdict.is_condemned()).map(|entry| entry.id);
        self.now.or_else(condemned)
    }

    /// What stands at objects.
    pub fn marks(&self) -> BTreeMap<ObjectId, &Mark> {
        self.entries.iter().map(|entry| (entry.id, &entry.mark)).collect()
    }

    /// What the collector thinks of objects.
    pub fn verdicts(&self) -> BTreeMap<ObjectId, Verdict> {
        self.entries.iter().map(|entry| (entry.id, entry.mark.verdict)).collect()
    }
}

fn edges(running: &Collection, at: usize, whole: bool) -> Edges {
    let mut found = Edges::new();
    for (index, one) in running.moves.iter().enumerate() {
        let is_now = index + 1 == at && !whole;
        let taken = match one.deed {
            Deed::Subtracted if is_now => Taken::Now,
            Deed::Subtracted if index < at => Taken::Done,
            Deed::Subtracted => Taken::Pending,
            Deed::Reached | Deed::Rescued if is_now => Taken::Saves,
            _ => continue,
        };
        found.entry((one.from.filter(|_| !one.is_name), one.object)).or_default().push(taken);
    }
    found
}

/// The moves of a phase of one kind.
fn of_deed(moves: &[Move], deed: Deed) -> usize {
    moves.iter().filter(|one| one.deed == deed).count()
}

#[cfg(test)]
mod tests;
