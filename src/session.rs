//! The page's one state, and how it changes: an [`Action`] goes in, the new state and [`Effect`]s come out.
//!
//! The state holds facts. What follows from them (which buttons can be pressed, what the status line says) is
//! worked out in [`crate::view`] each time and never stored.

mod action;
mod asks;
mod follow;
mod host;
mod lesson;
mod quest;
mod reduce;
mod requests;
mod run;
mod settings;
mod stage;
mod tour;
mod transcript;
mod world;

pub use action::{Action, Effect};
pub use asks::{Alternative, Ask, Asks, HeldBy, Tab};
pub use host::{Host, HostEvent, HostRequest, StopName, Whereabouts};
pub use follow::{LinkAction, Opening};
pub use lesson::{LessonAction, LessonRun, Lessons};
pub use quest::{Goal, Quest};
pub use requests::Requests;
pub use run::{Phase, Run};
pub use settings::{Layer, Speed, Theme, Zoom};
pub use stage::{Stage, StageAction};
pub use tour::TOUR;
pub use transcript::Transcript;
pub use world::{Change, World};

use crate::layout::{Look, Places};
use crate::link::Framing;
use crate::picture::{Breakpoint, Inspection, ObjectId, Picture, Seek};
use std::rc::Rc;

/// All the page knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The program in the editor.
    pub program: Program,
    /// Input and files.
    pub world: World,
    /// The last run of it, which may be of an earlier text.
    pub run: Run,
    /// What is on screen; stays while a new text is typed or refused.
    pub shown: Option<Rc<Shown>>,
    /// Where objects are drawn, for as long as the recording lasts.
    pub places: Rc<Places>,
    /// What was asked of the engine and not answered yet.
    pub requests: Requests,
    /// The object that is marked in all panels.
    pub selected: Option<ObjectId>,
    /// The pool the heap map opens, if it is not that of the selected object.
    pub pool: Option<(u32, u32)>,
    /// What of the objects is drawn.
    pub look: Rc<Look>,
    /// What else was done to the stage.
    pub stage: Stage,
    /// Lines at which to stop.
    pub breakpoints: Vec<Breakpoint>,
    /// The search that is under way, and what was said of the last.
    pub quest: Quest,
    /// Whether steps follow one another by themselves.
    pub playing: bool,
    /// How fast.
    pub speed: Speed,
    /// What is visible.
    pub layer: Layer,
    /// Its colours.
    pub theme: Theme,
    /// How large the stage is drawn.
    pub zoom: Zoom,
    /// Whether the list of keys is open.
    pub help: bool,
    /// What was asked about time, and answered.
    pub asks: Asks,
    /// Lessons: the list, and the one under way.
    pub lessons: Lessons,
    /// Whether the commands are open.
    pub palette: bool,
    /// Whether the choice of a first example is open.
    pub start: bool,
    /// The step of the tour, while it lasts.
    pub tour: Option<usize>,
    /// The recording in words, as far as it has been asked for.
    pub transcript: Rc<Transcript>,
    /// What of the page is shown, and what can be done in it.
    pub framing: Rc<Framing>,
    /// The page around, if there is one that talks with this one.
    pub host: Host,
    /// What is left to do of the link that the page was opened with.
    pub opening: Option<Opening>,
    /// Whether the window is too narrow for wide boxes.
    pub narrow: bool,
}

/// The program in the editor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    /// Its text.
    pub source: String,
    /// The name of its file.
    pub file: String,
    /// Changes so far; tells whether a delayed run is still wanted.
    pub edits: u64,
}

/// A picture, and the fields of the object that was selected when it was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The picture.
    pub picture: Picture,
    /// The fields of the selected object.
    pub inspection: Option<Inspection>,
}

/// A picture is equal to itself: so two references to the same one are equal without a look at what is in it.
impl Eq for Shown {}

impl State {
    /// A page that opens with this program.
    pub fn new(source: String, file: String, theme: Theme) -> Self {
        Self {
            program: Program { source, file, edits: 0 },
            theme,
            ..Self::default()
        }
    }

    /// The stop on screen.
    pub fn stop(&self) -> u64 {
        self.shown.as_ref().map_or(0, |shown| shown.picture.position.stop)
    }

    /// The last stop recorded.
    pub fn last_stop(&self) -> u64 {
        self.run.progress.stops.saturating_sub(1)
    }

    /// Whether there is a recording to look at.
    pub fn has_recording(&self) -> bool {
        self.run.progress.stops > 0
    }

    /// What a seek would do nothing for is not asked.
    fn leads_nowhere(&self, seek: &Seek) -> bool {
        let (at, last) = (self.stop(), self.last_stop());
        match seek {
            Seek::First | Seek::Previous | Seek::BackOver | Seek::BackOut => {
                at == 0 && self.requests.is_quiet()
            }
            Seek::Next | Seek::Over | Seek::Out | Seek::Last => {
                at >= last && self.run.phase != Phase::Recording && self.requests.is_quiet()
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests;
