//! What can happen to the page, and what it may ask of the world.

use crate::link::Link;
use super::{Ask, Change, Goal, HostEvent, HostRequest, Layer, LessonAction, LinkAction, Speed, StageAction, Theme};
use crate::message::{Reply, Request};
use crate::picture::{Breakpoint, Direction, ObjectId, Seek};

/// Something happened: the user did something, the engine answered, a clock rang.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The text in the editor changed.
    Edited(String),
    /// Nothing was typed for a moment after this edit.
    Settled(u64),
    /// Another program was chosen.
    Opened {
        /// Its text.
        source: String,
        /// Its file's name.
        file: String,
    },
    /// Run the program now.
    Run,
    /// A line of input for the program, which waits for it.
    Answer(String),
    /// There is no more input.
    CloseInput,
    /// Other input, or other files, from the start.
    World(Change),
    /// Stop recording.
    Stop,
    /// The engine had time enough to stop this run.
    StopOverdue(u64),
    /// Go somewhere in the recording.
    Seek(Seek),
    /// Go on to the next breakpoint, or to the end.
    Continue,
    /// Go back to the breakpoint before.
    ContinueBack,
    /// Play, or pause.
    PlayPause,
    /// While playing: time for the next step.
    Tick,
    /// Play at this speed.
    Speed(Speed),
    /// Look at this layer.
    Layer(Layer),
    /// Use these colours.
    Theme(Theme),
    /// Mark this object, or none.
    Select(Option<ObjectId>),
    /// Open this pool in the heap map.
    OpenPool(u32, u32),
    /// Fold a box, or unfold it.
    Fold(ObjectId),
    /// Something done to the stage.
    Stage(StageAction),
    /// Give all objects places anew.
    Tidy,
    /// Draw the stage larger (`true`) or smaller.
    Zoom(bool),
    /// Lines to stop at, with their conditions.
    Breakpoints(Vec<Breakpoint>),
    /// Go to what happens next, or happened before.
    GoTo(Goal, Direction),
    /// Give up the search that is under way.
    GiveUp,
    /// Watch this name of this frame.
    WatchName(u64, String),
    /// Write the condition of this breakpoint, or no longer.
    WriteCondition(Option<Breakpoint>),
    /// The condition is written.
    SetCondition(String),
    /// The breakpoint whose condition is being written is to go.
    RemoveBreakpoint,
    /// Open or close the commands.
    Palette(bool),
    /// Open or close the choice of a first example.
    Start(bool),
    /// Go to a step of the tour, or end it.
    Tour(Option<usize>),
    /// Open or close the transcript.
    Transcript(bool),
    /// Open or close the list of keys.
    Help(bool),
    /// Something about lessons.
    Lesson(LessonAction),
    /// The page around asks for something; the answer carries the number.
    Host(u64, HostRequest),
    /// Something about links.
    Link(LinkAction),
    /// The window is narrow, or no longer.
    Narrow(bool),
    /// A question about time.
    Ask(Ask),
    /// The engine answered.
    Reply(Reply),
    /// The worker failed without a word.
    WorkerFailed(String),
}

/// What the page asks of the world outside it.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Send this to the engine.
    Send(Request),
    /// End the engine's worker and start another.
    Respawn,
    /// Keep the program for the next visit.
    SaveProgram(String),
    /// Keep the colours for the next visit.
    SaveTheme(Theme),
    /// Use these colours for this visit.
    ApplyTheme(Theme),
    /// Bring the program of this link and send [`LinkAction::Came`].
    FetchGiven(Link),
    /// Write this link, put it into the address and copy it, and send [`LinkAction::Shared`].
    Share(Link),
    /// Tell the page around.
    TellHost(Box<HostEvent>),
    /// Load the list of lessons.
    LoadLessons,
    /// Load the lesson in this file.
    LoadLesson(String),
    /// Send [`Action::Settled`] with this number in a moment.
    SettleLater(u64),
    /// Send [`Action::StopOverdue`] with this number if the engine takes its time.
    StopDeadline(u64),
}
