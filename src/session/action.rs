//! What can happen to the page, and what it may ask of the world.

use crate::link::Link;
use crate::take::Order;
use super::{
    Ask, BookmarkAction, Change, CollectionAction, ExerciseAction, Goal, HostEvent, HostRequest, Keep, Layer, LectureAction, LessonAction,
    LanguageAction, LifelineAction, LinkAction, MapAction, Notes, PanelAction, Panels, PredictAction, Speed, StageAction, TakeAction, Theme,
};
use crate::message::{Reply, Request};
use heapglass_words::Language;
use crate::picture::{Breakpoint, Direction, ObjectId, Seek};
use std::rc::Rc;

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
    /// Something is dragged along the recording, and is at this stop now.
    Scrub {
        /// The stop.
        stop: u64,
        /// Whether another picture may be drawn already without the drag coming to a halt.
        rested: bool,
    },
    /// Something about lecture mode.
    Lecture(LectureAction),
    /// Something about lifelines.
    Lifeline(LifelineAction),
    /// Something about bookmarks.
    Bookmark(BookmarkAction),
    /// Go on to the next breakpoint, or to the end.
    Continue,
    /// Go back to the breakpoint before.
    ContinueBack,
    /// Play, or pause.
    PlayPause,
    /// While playing: time for the next step.
    Tick,
    /// Something done with a collection.
    Collection(CollectionAction),
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
    /// Something done to the heap map or the bytes.
    Map(MapAction),
    /// Fold a box, or unfold it.
    Fold(ObjectId),
    /// Something done to the panels.
    Panels(PanelAction),
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
    /// Something about taking things away.
    Take(TakeAction),
    /// Open or close the list of keys.
    Help(bool),
    /// Something about lessons.
    Lesson(LessonAction),
    /// Something done in an exercise, or for one.
    Exercise(ExerciseAction),
    /// Something about questions.
    Predict(PredictAction),
    /// The page around asks for something; the answer carries the number.
    Host(u64, HostRequest),
    /// Something about links.
    Link(LinkAction),
    /// Something about the language of the page.
    Language(LanguageAction),
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
    /// Fill the screen with the page, or no longer.
    Fullscreen(bool),
    /// Open the window of speaker notes; [`LectureAction::NotesThere`] comes from it.
    OpenNotes,
    /// Tell the window of speaker notes.
    TellNotes(Box<Notes>),
    /// Keep the bookmarks of all programs, as JSON, for the next visit.
    SaveBookmarks(String),
    /// Keep the colours for the next visit.
    SaveTheme(Theme),
    /// Keep what the colours of the heap map tell for the next visit.
    SaveColouring(crate::map::Colouring),
    /// Keep how the panels stand for the next visit.
    SavePanels(Rc<Panels>),
    /// Use these colours for this visit.
    ApplyTheme(Theme),
    /// Bring the messages of this language, speak it on the page and in the engine, and send [`LanguageAction::Spoken`], with
    /// whether it is to be kept.
    Speak(&'static Language, bool),
    /// Keep the language for the next visit.
    SaveLanguage(&'static Language),
    /// Bring the program of this link and send [`LinkAction::Came`].
    FetchGiven(Link),
    /// Write this link, put it into the address and copy it, and send [`LinkAction::Shared`].
    Share(Link),
    /// Add the colours, those for paper if so, and send this to the engine.
    SendOrder(Box<Order>, bool),
    /// Keep these texts under this name, and send [`TakeAction::Kept`] with the number.
    Keep {
        /// How.
        keep: Keep,
        /// The number of the order.
        number: u64,
        /// The name of the file.
        name: String,
        /// What was made.
        texts: Rc<Vec<String>>,
    },
    /// What is being kept is not wanted any more.
    DropKeeping,
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
