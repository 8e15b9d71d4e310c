//! Where to go in a recording, and what comes of the wish.

use serde::{Deserialize, Serialize};

use super::ObjectId;

/// Where to go in a recording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Seek {
    /// The first stop.
    First,
    /// The last stop recorded.
    Last,
    /// The stop with this index.
    Stop(u64),
    /// The step with this number.
    Step(u64),
    /// The next stop: into what the line calls.
    Next,
    /// The stop before: back into what was called.
    Previous,
    /// The next stop in this call or further out.
    Over,
    /// The stop before in this call or further out.
    BackOver,
    /// The next stop further out.
    Out,
    /// The stop before that is further out: the line that called.
    BackOut,
    /// One instruction on.
    NextInstruction,
    /// One instruction back.
    PreviousInstruction,
    /// The next stop on one of these lines.
    NextOnLines(Vec<u32>),
    /// The stop before on one of these lines.
    PreviousOnLines(Vec<u32>),
    /// The stop before a line runs for the `time`th time.
    Execution {
        /// The line, from 1.
        line: u32,
        /// Which of its executions, from 1.
        time: u32,
    },
    /// The next phase of a collection.
    NextCollection,
    /// The phase of a collection before.
    PreviousCollection,
    /// The next or previous stop at one of these breakpoints.
    Break(Direction, Vec<Breakpoint>),
    /// The moment after this has happened next, or last before.
    Find(Direction, Sign),
}

/// Which way to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// Later.
    Forward,
    /// Earlier.
    Backward,
}

/// What can be searched for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sign {
    /// An object is made.
    Allocation,
    /// An object of the program dies.
    Death,
    /// This object dies.
    DeathOf(ObjectId),
    /// A collection begins.
    Collection,
    /// An exception is raised.
    Exception,
    /// Something is written to standard output or standard error.
    Output,
    /// A name is bound to something else, or to nothing any more.
    Name {
        /// The frame, as [`super::Frame::id`] tells it where the search begins.
        frame: u64,
        /// The name.
        name: String,
    },
    /// The count of this object changes.
    Count(ObjectId),
    /// Bytes change in the block that this address lies in where the search begins.
    Write(u64),
}

/// A line to stop at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breakpoint {
    /// The line.
    pub line: u32,
    /// An expression that has to be true; empty for always.
    pub condition: String,
}

/// What came of a wish to go somewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    /// Whether there is such a place. If not, one stays.
    pub arrived: bool,
    /// The step that is looked at now.
    pub step: u64,
    /// What was found there, or why there is nothing; may be empty.
    pub sentence: String,
}

/// How far a search has got.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Search {
    /// It goes on.
    Searching {
        /// The step it has come to.
        step: u64,
        /// How much of the recording has been searched, in hundredths of what there is to search.
        percent: u8,
    },
    /// It has ended.
    Ended(Arrival),
}
