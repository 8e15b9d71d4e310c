//! Following a link, and making one.

use super::{Action, Effect, Speed, State, World};
use crate::examples::{self, EXAMPLES};
use crate::layout::Look;
use crate::link::{Framing, Given, Link, Place};
use crate::map::Colouring;
use crate::picture::Seek;
use crate::remark::Remark;
use heapglass_words::follow as say;
use std::rc::Rc;

/// What is left to do of a link once its program is recorded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opening {
    place: Option<Place>,
    plays: bool,
    complaints: Vec<Remark>,
    /// Whether the recording is there and the place was asked for.
    asked: bool,
}

/// What comes of links.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkAction {
    /// A link is followed: the page was opened with it, or its address changed.
    Follow(Link),
    /// The program of a link came (or the text of its lesson), or why it did not.
    Came(Link, Result<String, String>),
    /// Make a link to what is on screen.
    Share,
    /// It is made, of so many characters; and why it could not be copied, if so.
    Shared(usize, Option<String>),
}

impl State {
    pub(super) fn on_link(&mut self, action: LinkAction) -> Vec<Effect> {
        match action {
            LinkAction::Follow(link) => self.follow(link),
            LinkAction::Came(link, Ok(text)) => self.enter(link, Some(text)),
            LinkAction::Came(mut link, Err(why)) => {
                link.complaints.insert(0, Remark::of(move || say::no_program(&why)));
                self.enter(link, None)
            }
            LinkAction::Share => vec![Effect::Share(self.link())],
            LinkAction::Shared(length, problem) => {
                let length = length as u64;
                self.quest.remark = Remark::of(move || if problem.is_some() { say::not_copied(length) } else { say::copied(length) });
                Vec::new()
            }
        }
    }

    fn follow(&mut self, link: Link) -> Vec<Effect> {
        match &link.program {
            Given::Nothing => self.enter(link, None),
            Given::Code(code) => {
                let code = code.clone();
                self.enter(link, Some(code))
            }
            Given::Example(file) => {
                let source = EXAMPLES.iter().find(|example| example.file == file).map(|example| example.source.to_owned());
                self.enter(link, source)
            }
            Given::Packed(_) | Given::At(_) | Given::Lesson(..) => vec![Effect::FetchGiven(link)],
        }
    }

    fn enter(&mut self, link: Link, text: Option<String>) -> Vec<Effect> {
        self.start = false;
        self.playing = false;
        self.bookmarks.given(link.bookmarks);
        self.world = World { answers: link.input, ..World::default() };
        self.breakpoints = link.breakpoints.into_iter().map(|line| crate::picture::Breakpoint { line, ..Default::default() }).collect();
        self.look = Rc::new(Look { as_objects: link.as_objects, ..Look::default() });
        let plays = link.framing.plays;
        self.framing = Rc::new(link.framing);
        self.predict.on = self.framing.questions.is_some();
        if link.lecture {
            self.begin_lecture();
        }
        let mut effects: Vec<Effect> = link.theme.map(Effect::ApplyTheme).into_iter().collect();
        effects.extend(link.language.into_iter().flat_map(|language| self.asked_to_speak(language)));
        self.theme = link.theme.unwrap_or(self.theme);
        self.map.colouring = link.map.unwrap_or(self.map.colouring);
        self.speed = link.speed.unwrap_or(self.speed);
        if link.panels.is_some() || link.folded.is_some() {
            effects.extend(self.arrange_as(link.panels, link.folded.as_deref()));
        }
        let mut opening = Opening { place: link.place, plays, complaints: link.complaints, asked: false };
        // The text of a lesson with a mistake in it is no program.
        let text = match (&link.program, text) {
            (Given::Lesson(..), Some(text)) => match super::lesson::mistake_of(&text) {
                Some(mistake) => {
                    opening.complaints.insert(0, mistake);
                    None
                }
                None => Some(text),
            },
            (_, text) => text,
        };
        self.host.complaint = Remark::default();
        match (link.program, text) {
            (Given::Lesson(file, card), Some(text)) => {
                effects.extend(self.apply(Action::Lesson(super::LessonAction::Came(file, Ok(text)))));
                if let Some(run) = &mut self.lessons.run {
                    run.card = (card - 1).min(run.cards().saturating_sub(1));
                }
            }
            (given, text) => {
                if let Some(text) = text {
                    self.lessons.run = None;
                    self.program.edits += 1;
                    self.program.source = text;
                    self.program.file = match given {
                        Given::Example(file) => file,
                        _ => examples::OWN_PROGRAM.into(),
                    };
                }
                let start_at = match opening.place {
                    Some(Place::Stop(stop)) => stop,
                    Some(Place::Last) => u64::MAX,
                    _ => self.framing.range.map_or(0, |(first, _)| first),
                };
                effects.extend(self.start_run(Some(start_at)));
            }
        }
        self.layer = link.layer.unwrap_or(self.layer);
        self.selected = link.object;
        self.opening = Some(opening);
        effects
    }

    /// The recording is there: the place of the link is asked for.
    pub(super) fn open(&mut self) -> Vec<Effect> {
        let last = self.last_stop();
        let Some(opening) = self.opening.as_mut().filter(|opening| !opening.asked) else { return Vec::new() };
        opening.asked = true;
        match opening.place {
            Some(Place::Line { line, time }) => self.seek(Seek::Execution { line, time }),
            Some(Place::Stop(stop)) if stop > last => {
                opening.complaints.push(Remark::of(move || say::beyond_the_end(stop, last)));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// The place of the link is on screen: what it could not have is said, and it plays if it is to.
    pub(super) fn opened_at_place(&mut self) -> Vec<Effect> {
        if !self.requests.is_quiet() || self.opening.as_ref().is_none_or(|opening| !opening.asked) {
            return Vec::new();
        }
        let plays = self.opening.as_ref().is_some_and(|opening| opening.plays);
        self.opening_ends();
        if plays && !self.playing { self.apply(Action::PlayPause) } else { Vec::new() }
    }

    /// Nothing more comes of the link, for its place is on screen or its program does not run: what it could not have is said.
    pub(super) fn opening_ends(&mut self) {
        let Some(opening) = self.opening.take().filter(|opening| !opening.complaints.is_empty()) else { return };
        let all = opening.complaints;
        let complaint = Remark::of(move || all.iter().map(Remark::words).collect::<Vec<_>>().join(" "));
        self.quest.remark = complaint.clone();
        self.host.complaint = complaint;
    }

    /// A link to what is on screen.
    pub fn link(&self) -> Link {
        let program = match (&self.lessons.run, examples::by_source(&self.program.source)) {
            (Some(run), _) if !run.file.is_empty() => Given::Lesson(run.file.clone(), run.card + 1),
            (_, Some(example)) => Given::Example(example.file.into()),
            _ => Given::Code(self.program.source.clone()),
        };
        let is_lesson = matches!(program, Given::Lesson(..));
        Link {
            program,
            input: self.world.answers.clone(),
            place: self.shown.as_ref().filter(|_| !is_lesson).map(|_| Place::Stop(self.stop())),
            object: self.selected,
            layer: Some(self.layer),
            theme: self.theme.attribute().map(|_| self.theme),
            language: Some(self.tongue.spoken).filter(|_| self.tongue.chosen),
            map: Some(self.map.colouring).filter(|colouring| *colouring != Colouring::default()),
            speed: Some(self.speed).filter(|speed| *speed != Speed::default()),
            panels: self.panels.chosen,
            folded: self.panels.folded_by_hand(),
            breakpoints: self.breakpoints.iter().map(|point| point.line).collect(),
            lecture: self.lecture.on,
            bookmarks: self.bookmarks.list().to_vec(),
            as_objects: self.look.as_objects,
            framing: Framing { host: None, ..(*self.framing).clone() },
            complaints: Vec::new(),
        }
    }

    /// Where the nearest stop is that the page may show, if this one is not.
    pub(super) fn kept_inside(&self, stop: u64) -> Option<u64> {
        let (first, last) = self.framing.range?;
        let inside = stop.clamp(first, last).min(self.last_stop());
        (inside != stop).then_some(inside)
    }
}

#[cfg(test)]
mod tests;
