//! What a hall is asked before the presenter goes on, and what it is told once that has happened.
//!
//! Before a bookmark its note asks, else the page in general words; before a step the engine asks, where it has a question
//! that can be answered from what is in sight. The hall thinks for as long as the presenter waits; the next press goes on.

use super::super::predict::is_the_same;
use super::super::{Effect, Phase, State};
use super::words;
use crate::picture::Seek;
use crate::predict::{Kind, Prediction};
use crate::remark::Remark;

/// A question in front of the hall.
#[derive(Clone, Debug, PartialEq)]
pub struct HallQuestion {
    /// What is asked; what stands between backquotes is code.
    pub ask: Remark,
    /// The engine's question, with its answers; none where a note or the page asks.
    pub engine: Option<Prediction>,
    /// Whether the presenter has gone on: what happened is shown, with the right answer.
    pub told: bool,
    /// The stop at which this is to be read: where it is asked, then where it is answered.
    at: u64,
}

impl HallQuestion {
    /// A question that nobody but the presenter answers.
    fn plain(ask: Remark, at: u64) -> Self {
        Self { ask, engine: None, told: false, at }
    }

    /// A question of the engine.
    fn of_engine(engine: Prediction) -> Self {
        Self { ask: Remark::heard(engine.ask.clone()), at: engine.stop, engine: Some(engine), told: false }
    }

    /// What the speaker is told beside the question: the right answer.
    pub(super) fn answer(&self) -> Option<&str> {
        let engine = self.engine.as_ref()?;
        engine.choices.get(engine.right()).map(|choice| choice.text.as_str())
    }
}

/// What tells a question of the engine from the one before: what it is about, and its words.
pub(super) type Subject = (Kind, String);

impl State {
    /// Whether a hall is asked; then nobody is asked at the desk.
    pub(in super::super) fn asks_hall(&self) -> bool {
        self.lecture.on && self.lecture.asks
    }

    /// Begins or ends asking.
    pub(super) fn turn_asking(&mut self) -> Vec<Effect> {
        let lecture = &mut self.lecture;
        lecture.asks = !lecture.asks;
        (lecture.question, lecture.asked_last) = (None, None);
        self.quest.remark = Remark::of(if lecture.asks { words::asking } else { words::not_asking });
        if self.lecture.asks && !self.predict.on { self.want_questions() } else { Vec::new() }
    }

    /// What is asked before a move to this bookmark, or before a step.
    pub(super) fn question_before(&self, goal: Option<(u64, Option<String>)>) -> Option<HallQuestion> {
        let here = self.heading();
        match goal {
            Some((_, Some(own))) => Some(HallQuestion::plain(Remark::heard(own), here)),
            // The engine's question fits only if the bookmark is where it is answered.
            Some((stop, None)) => {
                let engine = self.engine_question(here).filter(|engine| engine.then == stop);
                Some(engine.map_or_else(|| HallQuestion::plain(Remark::of(words::question), here), HallQuestion::of_engine))
            }
            None => self.engine_question(here).map(HallQuestion::of_engine),
        }
    }

    /// Shows a question to the hall.
    pub(super) fn ask_hall(&mut self, question: HallQuestion) {
        if let Some(engine) = &question.engine {
            self.lecture.asked_last = Some((engine.kind, engine.ask.clone()));
        }
        self.playing = false;
        self.lecture.question = Some(question);
    }

    /// The press after a question of the engine: what it asked about happens, and the answer is told.
    pub(super) fn tell_hall(&mut self, mut question: HallQuestion) -> Vec<Effect> {
        let Some(then) = question.engine.as_ref().map(|engine| engine.then.min(self.last_stop())) else { return Vec::new() };
        (question.told, question.at) = (true, then);
        self.lecture.question = Some(question);
        self.playing = false;
        self.seek(Seek::Stop(then))
    }

    /// The engine's question at this stop, unless it is the one that was asked last.
    fn engine_question(&self, stop: u64) -> Option<Prediction> {
        if !self.asks_hall() || self.exercise.is_some() || self.asks.alternative.is_some() || self.run.phase == Phase::Recording {
            return None;
        }
        // Between two stops nothing is asked.
        let position = self.shown.as_ref().map(|shown| &shown.picture.position);
        let step = position.filter(|position| position.stop == stop).map(|position| position.step);
        let last = self.lecture.asked_last.as_ref();
        let fits = |question: &&Prediction| {
            question.stop == stop
                && step.is_none_or(|step| step == question.step)
                && question.kind.layer() <= self.layer as u8 + 1
                && last.is_none_or(|(kind, ask)| (*kind, ask) != (question.kind, &question.ask))
        };
        self.predict.list.iter().find(fits).cloned()
    }

    /// The page has come to a place: a question of another place goes; who plays the recording is stopped by one.
    pub(in super::super) fn hall_arrives(&mut self) {
        let here = self.stop();
        if self
            .lecture
            .question
            .as_ref()
            .is_some_and(|question| question.at != here)
        {
            self.lecture.question = None;
        }
        if self.playing
            && let Some(question) = self.question_before(None)
        {
            self.ask_hall(question);
        }
    }

    /// The questions have come in another language: the one in front of the hall is among them.
    pub(in super::super) fn say_hall_question_again(&mut self, list: &[Prediction]) {
        let Some(question) = &mut self.lecture.question else { return };
        let Some(again) = question.engine.as_ref().and_then(|old| list.iter().find(|again| is_the_same(old, again))) else { return };
        question.ask = Remark::heard(again.ask.clone());
        question.engine = Some(again.clone());
    }

    /// Another recording: what was asked of the one before is over.
    pub(in super::super) fn forget_hall_questions(&mut self) {
        (self.lecture.question, self.lecture.asked_last) = (None, None);
    }
}
