//! What the page and the engine's worker say to each other, as JSON.

use crate::asking::{Answer, Question};
use crate::layout::{Kept, Plan, PlanWish};
use crate::picture::{Arrival, Inspection, Picture, Problem, Progress, Seek, Told, Wanted};
use crate::take::{Order, Parcel};
use crate::thinned::Same;
use serde::{Deserialize, Serialize};

/// A file beside the program, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextFile {
    /// Its name.
    pub name: String,
    /// What is in it; bytes that are no UTF-8 are shown as replacement characters.
    pub text: String,
}

/// The page to the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Speak this language from now on; comes before all else.
    Language {
        /// Its code.
        code: String,
        /// The text of its messages; empty for English.
        file: String,
    },
    /// Compile and record a program. If it does not compile, the recording there is stays.
    Run {
        /// Number of the run; replies carry it, so that late ones are known.
        run: u64,
        /// The program.
        source: String,
        /// Its name in tracebacks.
        file: String,
        /// Lines of input given beforehand.
        answers: Vec<String>,
        /// Whether further lines may be asked for.
        open: bool,
        /// The files beside it.
        files: Vec<TextFile>,
    },
    /// The next line of input, for a program that waits for it.
    Answer {
        /// Which run.
        run: u64,
        /// The line.
        line: String,
    },
    /// There will be no more input.
    CloseInput {
        /// Which run.
        run: u64,
    },
    /// Tell part of the recording in words.
    Transcript {
        /// Of which run.
        run: u64,
        /// The first stop.
        first: u64,
        /// How many stops.
        count: u64,
    },
    /// Stop recording; what was recorded stays usable.
    Stop,
    /// Give up the search that is under way; a picture of the place where it began answers the request for it.
    GiveUp,
    /// Tell whether this can be the condition of a breakpoint.
    CheckCondition {
        /// The condition.
        condition: String,
    },
    /// Make something to be taken away.
    Make(Box<Order>),
    /// What is being made is not wanted any more.
    DropOrder,
    /// Answer a question about the recording.
    Ask {
        /// Which run.
        run: u64,
        /// The question.
        question: Question,
    },
    /// Plan where objects stand, over what is recorded.
    Plan {
        /// Which run.
        run: u64,
        /// Number of the request; the reply carries it.
        ticket: u64,
        /// How they are drawn.
        wish: Box<PlanWish>,
        /// What is not to move.
        kept: Option<Box<Kept>>,
    },
    /// Go somewhere if told to, and send a picture of it.
    Show {
        /// Number of the request; the reply carries it.
        ticket: u64,
        /// Where to go; `None`: stay.
        to: Option<Seek>,
        /// What the visible panels need.
        wanted: Wanted,
        /// The request whose answer the page shows: of that picture nothing needs to be sent again. 0: the page has none.
        #[serde(default)]
        knows: u64,
    },
}

/// The worker to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The engine is loaded and listens.
    Ready,
    /// It speaks the language it was told to.
    Spoken,
    /// All of it is loaded: what the first picture does not need can be asked for.
    Whole,
    /// The program does not compile.
    Refused {
        /// Which run.
        run: u64,
        /// Why.
        problem: Problem,
    },
    /// The recording has come this far.
    Recorded {
        /// Which run.
        run: u64,
        /// How far.
        progress: Progress,
        /// Whether it was stopped on request and goes no further.
        stopped: bool,
        /// The files as the program left them, where the recording pauses or ends.
        files: Option<Vec<TextFile>>,
    },
    /// A picture.
    Shown {
        /// The request it answers.
        ticket: u64,
        /// The picture.
        picture: Box<Picture>,
        /// The fields of the selected object.
        inspection: Option<Inspection>,
        /// What came of the wish to go somewhere, if there was one.
        arrival: Option<Arrival>,
    },
    /// A picture most of whose objects the page has.
    Thinned {
        /// The request whose answer has the others.
        knows: u64,
        /// Which of those belong to this picture.
        same: Vec<Same>,
        /// The request it answers.
        ticket: u64,
        /// The picture without those.
        picture: Box<Picture>,
        /// The fields of the selected object.
        inspection: Option<Inspection>,
        /// What came of the wish to go somewhere, if there was one.
        arrival: Option<Arrival>,
    },
    /// A search takes a while.
    Searching {
        /// The request it will answer.
        ticket: u64,
        /// How much it has gone through, in hundredths.
        percent: u8,
    },
    /// A condition was read.
    ConditionChecked {
        /// The condition.
        condition: String,
        /// Why it cannot be one.
        complaint: Option<String>,
    },
    /// Part of the recording in words.
    Transcript {
        /// Of which run.
        run: u64,
        /// The first stop.
        first: u64,
        /// The stops from there on.
        told: Vec<Told>,
    },
    /// What was to be made, or a part of it is done.
    Parcel {
        /// The number of the order.
        number: u64,
        /// What came of it.
        parcel: Parcel,
    },
    /// Where objects stand.
    Planned {
        /// The request it answers.
        ticket: u64,
        /// The plan.
        plan: Box<Plan>,
    },
    /// An answer, perhaps not the whole of it.
    Told {
        /// Which run.
        run: u64,
        /// What was asked.
        answer: Answer,
    },
    /// The engine broke off with a mistake of its own; this worker is lost.
    Died {
        /// What it said last.
        message: String,
    },
}
