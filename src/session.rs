//! The page's one state, and how it changes: an [`Action`] goes in, the new state and [`Effect`]s come out.
//!
//! The state holds facts. What follows from them (which buttons can be pressed, what the status line says) is
//! worked out in [`crate::view`] each time and never stored.

mod action;
mod asks;
mod bookmarks;
mod collection;
mod exercise;
mod follow;
mod host;
mod language;
mod lecture;
mod lesson;
mod lifelines;
mod panels;
mod map;
mod plan;
mod predict;
mod quest;
mod reduce;
mod requests;
mod run;
mod running;
mod settings;
mod settled;
mod stage;
mod take;
mod tour;
mod transcript;
mod world;

pub use action::{Action, Effect};
pub use asks::{Alternative, Ask, Asks, HeldBy, Tab};
pub use bookmarks::{Bookmark, BookmarkAction, Bookmarks, Kept};
pub use exercise::{Checked, Exercise, ExerciseAction, Pointed, Target, Task, WrongArrow};
pub use host::{Host, HostEvent, HostRequest, StopName, Whereabouts};
pub use collection::{CollectionAction, Walk, ended_phase};
pub use follow::{LinkAction, Opening};
pub use language::{LanguageAction, Tongue};
pub use lesson::{LessonAction, LessonRun, Lessons};
pub use lecture::{HallQuestion, Lecture, LectureAction, Notes, Spot, lecture_key};
pub use lifelines::{Bar, Fate, LifelineAction, Lifelines};
pub use panels::{NARROW, Pane, PanelAction, Panels, Preset};
pub use map::{MapAction, MapState};
pub use predict::{Answered, Card, Predict, PredictAction};
pub use quest::{Goal, Quest};
pub use requests::Requests;
pub use run::{Phase, Run};
pub use settings::{Layer, Speed, Theme, Zoom};
pub use stage::{Hidden, Stage, StageAction};
pub use take::{Choice, Keep, Take, TakeAction};
pub use tour::{TOUR_STEPS, tour_step};
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
    /// The heap map, and the bytes.
    pub map: MapState,
    /// What of the objects is drawn.
    pub look: Rc<Look>,
    /// What else was done to the stage.
    pub stage: Stage,
    /// Lines at which to stop.
    pub breakpoints: Vec<Breakpoint>,
    /// The search that is under way, and what was said of the last.
    pub quest: Quest,
    /// What is asked before something happens, and what was answered.
    pub predict: Predict,
    /// The exercise under way.
    pub exercise: Option<Exercise>,
    /// Whether steps follow one another by themselves.
    pub playing: bool,
    /// Where in a collection the page stands.
    pub walk: Walk,
    /// How fast.
    pub speed: Speed,
    /// What is visible.
    pub layer: Layer,
    /// How the panels stand.
    pub panels: Rc<Panels>,
    /// Its colours.
    pub theme: Theme,
    /// Its language.
    pub tongue: Tongue,
    /// How large the stage is drawn.
    pub zoom: Zoom,
    /// Whether the list of keys is open.
    pub help: bool,
    /// What was asked about time, and answered.
    pub asks: Asks,
    /// Named moments.
    pub bookmarks: Bookmarks,
    /// Lecture mode.
    pub lecture: Lecture,
    /// Objects whose lives are followed.
    pub lifelines: Lifelines,
    /// Lessons: the list, and the one under way.
    pub lessons: Lessons,
    /// Whether the commands are open.
    pub palette: bool,
    /// Whether the choice of a first example is open.
    pub start: bool,
    /// The step of the tour, while it lasts.
    pub tour: Option<usize>,
    /// What is taken away.
    pub take: Take,
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

    /// Whether the page shows something else in the other state: what is on its way to the engine is not shown.
    pub fn looks_other_than(mut self, other: &Self) -> bool {
        // What is under way is not drawn, only whether the page has come to rest.
        let rests = self.is_settled();
        self.requests.clone_from(&other.requests);
        rests != other.is_settled() || self != *other
    }

    /// The stop on screen, or the one that was asked for and is on its way.
    pub fn heading(&self) -> u64 {
        self.requests.goal().unwrap_or_else(|| self.stop())
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
