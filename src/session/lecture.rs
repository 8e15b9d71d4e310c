//! Lecture mode: the page for a hall. Big type, one layer, nothing but the stage, the sentence and, if it is wanted, the code;
//! keys of a presenter; bookmarks as the story; notes for the speaker in a window of their own.

mod hall_question;

pub use hall_question::HallQuestion;

use super::{Action, Bookmark, Effect, State, Zoom};
use crate::link::Part;
use crate::picture::Seek;
use crate::remark::Remark;
use heapglass_words::lecture as words;
use serde::Serialize;

/// The stage in lecture mode is drawn at least this large, in percent: its smallest words are then 24 pixels tall.
const LARGE: i32 = 210;
/// On a phone it is held in the hand.
const LARGE_ON_PHONES: i32 = 125;

/// What is done in lecture mode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LectureAction {
    /// Begin, or leave.
    Toggle,
    /// On (`true`) or back, as a clicker says it: to a bookmark if these are the story and there are any, else a step.
    Page(bool),
    /// Nothing is to be seen, or again.
    Black,
    /// The next kind of spotlight.
    Spot,
    /// A dot follows the pointer, or no longer.
    Dot,
    /// The program is shown too, or no longer.
    Code,
    /// The story is the bookmarks, or each step.
    Story,
    /// Ask what happens next, or no longer.
    Ask,
    /// Open the window of speaker notes.
    Notes,
    /// The window of notes has opened and wants to be told.
    NotesThere,
    /// The browser did not let the page open the window of notes.
    NotesRefused,
}

/// What is lit while the rest is dim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spot {
    /// All is.
    #[default]
    Off,
    /// A circle around the pointer.
    Pointer,
    /// The selected object; without one, a circle around the pointer.
    Object,
}

/// How the page is lectured with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lecture {
    /// Whether it is.
    pub on: bool,
    /// Nothing is to be seen.
    pub black: bool,
    /// What is lit.
    pub spot: Spot,
    /// A dot follows the pointer.
    pub dot: bool,
    /// The program is not shown.
    pub without_code: bool,
    /// The story is each step, also where there are bookmarks.
    pub by_steps: bool,
    /// Before the next bookmark, and before a step that is worth a question, the hall is asked what happens there.
    pub asks: bool,
    /// The question in front of the hall, or its answer.
    pub question: Option<HallQuestion>,
    /// What the engine asked last: it is not asked twice in a row.
    asked_last: Option<hall_question::Subject>,
    /// Whether there is a window of notes that is told.
    pub has_notes: bool,
    /// How large the stage was before.
    before: Option<Zoom>,
    /// The notes that were told last.
    told: Option<Notes>,
}

/// What the window of speaker notes shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Notes {
    /// The code of the language that the page speaks.
    pub language: &'static str,
    /// The bookmark that the page is at, or behind: its name.
    pub name: String,
    /// What the speaker wanted to say there.
    pub note: String,
    /// Whether the page is at that very moment, not behind it.
    pub exactly: bool,
    /// The next bookmark, or empty.
    pub next: String,
    /// Its note.
    pub next_note: String,
    /// Where the page is.
    pub place: String,
    /// What just happened.
    pub sentence: String,
    /// The line that runs next: its number and its text.
    pub line: String,
    /// Which bookmark of how many, in words.
    pub progress: String,
    /// What the hall sees instead of this: nothing, or a question.
    pub state: String,
}

/// The question of a note: the first line that begins with a question mark.
fn own_question(note: &str) -> Option<String> {
    let line = note.lines().find_map(|line| line.trim().strip_prefix('?'))?;
    Some(line.trim().to_owned()).filter(|line| !line.is_empty())
}

impl State {
    /// Whether a part of the page is shown: as the link says, and in lecture mode only what a hall can read.
    pub fn shows(&self, part: Part) -> bool {
        let in_hall = match part {
            Part::Stage | Part::Sentence => true,
            Part::Code => !self.lecture.without_code,
            _ => false,
        };
        self.framing.shows(part) && (!self.lecture.on || in_hall)
    }

    pub(super) fn on_lecture(&mut self, action: LectureAction) -> Vec<Effect> {
        let lecture = &mut self.lecture;
        match action {
            LectureAction::Toggle if lecture.on => return self.leave_lecture(),
            LectureAction::Toggle => {
                self.begin_lecture();
                let mut effects = vec![Effect::Fullscreen(true)];
                // Asking may be left on from a lecture before; who is asked at the desk has the questions here already.
                if self.lecture.asks && !self.predict.on {
                    effects.extend(self.want_questions());
                }
                return effects;
            }
            LectureAction::Page(on) => return self.page(on),
            LectureAction::Black => lecture.black = !lecture.black,
            LectureAction::Spot => {
                lecture.spot = match lecture.spot {
                    Spot::Off => Spot::Pointer,
                    Spot::Pointer if self.selected.is_some() => Spot::Object,
                    _ => Spot::Off,
                };
            }
            LectureAction::Dot => lecture.dot = !lecture.dot,
            LectureAction::Code => lecture.without_code = !lecture.without_code,
            LectureAction::Story => {
                lecture.by_steps = !lecture.by_steps;
                self.quest.remark = Remark::of(if lecture.by_steps { words::by_steps } else { words::by_bookmarks });
            }
            LectureAction::Ask => return self.turn_asking(),
            LectureAction::Notes => return vec![Effect::OpenNotes],
            LectureAction::NotesThere => {
                lecture.has_notes = true;
                lecture.told = None;
            }
            LectureAction::NotesRefused => {
                self.quest.remark = Remark::of(words::notes_refused);
            }
        }
        Vec::new()
    }

    /// Begins lecture mode; whether the window may fill the screen is not asked here.
    pub(super) fn begin_lecture(&mut self) {
        let lecture = &mut self.lecture;
        if !lecture.on {
            lecture.on = true;
            // Who is asked at the desk is asked in the hall.
            lecture.asks |= self.predict.on;
            self.predict.card = None;
            lecture.before = Some(self.zoom);
            let large = if self.narrow { LARGE_ON_PHONES } else { LARGE };
            self.zoom = Zoom(self.zoom.0.max(large));
            // What a hall reads stays large.
            self.stage.sized = true;
        }
    }

    fn leave_lecture(&mut self) -> Vec<Effect> {
        let lecture = &mut self.lecture;
        (lecture.on, lecture.black, lecture.question, lecture.spot, lecture.dot) = (false, false, None, Spot::Off, false);
        self.zoom = lecture.before.take().unwrap_or(self.zoom);
        let mut effects = vec![Effect::Fullscreen(false)];
        self.ask_here();
        // The strip is there again.
        effects.extend(self.read_lives());
        effects
    }

    /// On or back as a clicker says it. What hides the stage goes first.
    fn page(&mut self, on: bool) -> Vec<Effect> {
        if std::mem::take(&mut self.lecture.black) {
            return Vec::new();
        }
        let asked = self.lecture.question.take().filter(|question| !question.told);
        match asked {
            Some(_) if !on => return Vec::new(),
            Some(question) if question.engine.is_some() => return self.tell_hall(question),
            _ => {}
        }
        let here = self.heading();
        let marks = &self.bookmarks;
        let story = !self.lecture.by_steps && !marks.list().is_empty() && self.asks.alternative.is_none();
        let goal = if on { marks.after(here) } else { marks.before(here) }.filter(|_| story).cloned();
        if on && asked.is_none() && self.lecture.asks && here < self.last_stop() {
            let before = goal.as_ref().map(|mark| (mark.stop, own_question(&mark.note)));
            if let Some(question) = self.question_before(before) {
                self.ask_hall(question);
                return Vec::new();
            }
        }
        self.playing = false;
        match goal {
            Some(mark) => self.seek(Seek::Stop(mark.stop.min(self.last_stop()))),
            // Behind the last bookmark, and before the first, the story goes step by step.
            None => self.seek(if on { Seek::Next } else { Seek::Previous }),
        }
    }

    /// What the window of notes is to be told now.
    pub(super) fn tell_notes(&mut self) -> Vec<Effect> {
        if !self.lecture.has_notes {
            return Vec::new();
        }
        let notes = self.notes();
        if self.lecture.told.as_ref() == Some(&notes) {
            return Vec::new();
        }
        self.lecture.told = Some(notes.clone());
        vec![Effect::TellNotes(Box::new(notes))]
    }

    fn notes(&self) -> Notes {
        let here = self.stop();
        let marks = self.bookmarks.list();
        let index = marks.iter().rposition(|mark| mark.stop <= here);
        let at = index.and_then(|index| marks.get(index));
        let next = self.bookmarks.after(here);
        let picture = self.shown.as_ref().map(|shown| &shown.picture);
        let line = picture.and_then(|picture| picture.position.line);
        let text = line.and_then(|line| self.program.source.lines().nth(line.saturating_sub(1) as usize));
        let state = match (&self.lecture.question, self.lecture.black) {
            (_, true) => words::is_black().into(),
            (Some(question), _) => match question.answer() {
                Some(answer) => words::is_asked_and_answered(&question.ask.words(), answer),
                None => words::is_asked(&question.ask.words()),
            },
            _ => String::new(),
        };
        Notes {
            language: heapglass_words::language().code,
            name: at.map(Bookmark::title).unwrap_or_default(),
            note: at.map(|mark| mark.note.clone()).unwrap_or_default(),
            exactly: at.is_some_and(|mark| mark.stop == here),
            next: next.map(Bookmark::title).unwrap_or_default(),
            next_note: next.map(|mark| mark.note.clone()).unwrap_or_default(),
            place: crate::view::Controls::of(self).place,
            sentence: picture.map(|picture| picture.sentence.text.clone()).unwrap_or_default(),
            line: line.map(|line| format!("{line}: {}", text.unwrap_or_default().trim())).unwrap_or_default(),
            progress: match (index, marks.len()) {
                (_, 0) => words::no_bookmarks().into(),
                (at, many) => words::bookmark(at.map_or(0, |at| at as u64 + 1), many as u64),
            },
            state,
        }
    }
}

/// What a key does in lecture mode, if it means something else there.
pub fn lecture_key(key: &str, shift: bool) -> Option<Action> {
    let action = match (key, shift) {
        ("PageDown" | "ArrowRight" | "Enter", false) => LectureAction::Page(true),
        ("PageUp" | "ArrowLeft", false) => LectureAction::Page(false),
        ("." | "b" | "B", _) => LectureAction::Black,
        ("s" | "S", _) => LectureAction::Spot,
        ("l", _) => LectureAction::Dot,
        ("c" | "C", _) => LectureAction::Code,
        ("m" | "M", _) => LectureAction::Story,
        ("w" | "W" | "!", _) => LectureAction::Ask,
        ("ArrowRight", true) => return Some(Action::Seek(Seek::Next)),
        ("ArrowLeft", true) => return Some(Action::Seek(Seek::Previous)),
        _ => return None,
    };
    Some(Action::Lecture(action))
}

#[cfg(test)]
mod tests;
