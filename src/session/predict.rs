//! Predict first: before something interesting happens, the page asks what will come, then shows it.
//!
//! The questions come from the engine, which knows the future, and from authors. A question is open until it is answered or
//! skipped; going on passes it by. What was answered is kept for as long as the page is open, and nowhere else.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{Effect, Phase, State};
use crate::asking::Question;
use crate::lesson;
use crate::link::Questions;
use crate::picture::Seek;
use crate::predict::{Kind, Prediction, Predictions};
use crate::remark::Remark;

/// What the page asks, and what was answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Predict {
    /// Whether it asks.
    pub on: bool,
    /// The questions of this recording, in the order of their stops.
    pub list: Rc<[Prediction]>,
    /// How much of the search for them is done, in hundredths, while it lasts.
    pub percent: Option<u8>,
    /// The question on screen.
    pub card: Option<Card>,
    /// What was answered, in order.
    pub answers: Vec<Answered>,
    /// Questions that are not asked again: their stop and kind.
    closed: BTreeSet<(u64, Kind)>,
    /// Where a step began that is not to pass a question.
    from: Option<u64>,
}

/// A question on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The question.
    pub question: Prediction,
    /// The number of the answer that was given; then the step has been made, and this is its explanation.
    pub given: Option<usize>,
}

/// A question that was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The question.
    pub question: Prediction,
    /// The number of the answer.
    pub given: usize,
}

impl Answered {
    /// Whether it was right.
    pub fn is_right(&self) -> bool {
        self.given == self.question.right()
    }
}

/// What the user does with questions.
#[derive(Clone, Debug, PartialEq)]
pub enum PredictAction {
    /// Ask, or ask no longer.
    Toggle,
    /// Give the answer with this number.
    Choose(usize),
    /// Do not ask this.
    Skip,
    /// The explanation is read.
    Go,
    /// Go to the place of an answered question.
    Review(usize),
}

impl Predict {
    /// How many answers were right, and how many there were.
    pub fn score(&self) -> (usize, usize) {
        (self.answers.iter().filter(|answer| answer.is_right()).count(), self.answers.len())
    }

    /// The answers that were wrong, with their numbers.
    pub fn missed(&self) -> Vec<(usize, &Answered)> {
        self.answers.iter().enumerate().filter(|(_, answer)| !answer.is_right()).collect()
    }
}

/// Whether it is the same question, perhaps in other words: at the same place, with the same answers in the same order.
pub(super) fn is_the_same(one: &Prediction, other: &Prediction) -> bool {
    let keys = |question: &Prediction| question.choices.iter().map(|choice| (choice.key.clone(), choice.idea)).collect::<Vec<_>>();
    (one.stop, one.step, one.then, one.kind) == (other.stop, other.step, other.then, other.kind) && keys(one) == keys(other)
}

impl State {
    /// Whether a question waits for an answer at the desk: playing pauses.
    pub fn asks_now(&self) -> bool {
        self.predict.card.as_ref().is_some_and(|card| card.given.is_none())
    }

    pub(super) fn on_predict(&mut self, action: PredictAction) -> Vec<Effect> {
        match action {
            PredictAction::Toggle => {
                self.predict.on = !self.predict.on;
                if self.predict.on {
                    return self.want_questions();
                }
                self.predict.card = None;
                Vec::new()
            }
            PredictAction::Choose(number) => self.choose(number),
            PredictAction::Skip => {
                if let Some(card) = self.predict.card.take() {
                    self.predict.closed.insert((card.question.stop, card.question.kind));
                }
                self.ask_here();
                Vec::new()
            }
            PredictAction::Go => {
                self.predict.card = None;
                self.ask_here();
                if self.asks_now() { Vec::new() } else { self.seek(Seek::Next) }
            }
            PredictAction::Review(number) => {
                let Some(answer) = self.predict.answers.get(number) else { return Vec::new() };
                let stop = answer.question.stop;
                self.playing = false;
                self.seek(Seek::Stop(stop))
            }
        }
    }

    fn choose(&mut self, number: usize) -> Vec<Effect> {
        let Some(card) = self.predict.card.as_mut().filter(|card| card.given.is_none() && number < card.question.choices.len()) else {
            return Vec::new();
        };
        card.given = Some(number);
        let question = card.question.clone();
        let then = question.then;
        self.predict.closed.insert((question.stop, question.kind));
        self.predict.answers.push(Answered { question, given: number });
        self.playing = false;
        self.seek(Seek::Stop(then))
    }

    /// Asks the engine for the questions of this recording, if they are wanted.
    pub(super) fn want_questions(&mut self) -> Vec<Effect> {
        self.predict.list = Rc::default();
        self.predict.card = None;
        // In a lesson its author asks.
        if !(self.predict.on || self.asks_hall()) || self.lessons.run.is_some() || !self.has_recording() {
            return Vec::new();
        }
        let own = match lesson::Question::read_all(&self.framing.pinned, &self.program.source) {
            Ok(own) => own.iter().map(lesson::Question::pinned).collect(),
            Err(mistake) => {
                self.quest.remark = Remark::of(move || heapglass_words::question::mistake(&(mistake.line + 1).to_string(), &mistake.message));
                Vec::new()
            }
        };
        self.predict.percent = Some(0);
        let search = self.framing.questions != Some(Questions::Own);
        self.question(Question::Predictions { own, search })
    }

    /// Another recording, or a worker of its own making.
    pub(super) fn forget_questions(&mut self) {
        let predict = &mut self.predict;
        predict.list = Rc::default();
        predict.card = None;
        predict.percent = None;
        predict.closed.clear();
        predict.from = None;
        self.forget_hall_questions();
    }

    /// The questions of this recording are asked for in another language: those that were answered stay until they come in it.
    pub(super) fn want_questions_again(&mut self) -> Vec<Effect> {
        let card = self.predict.card.take().filter(|card| card.given.is_some());
        let effects = self.want_questions();
        self.predict.card = card;
        effects
    }

    /// The engine has searched on.
    pub(super) fn questions_came(&mut self, found: Predictions) {
        self.predict.percent = (!found.complete).then_some(found.percent);
        if found.complete && self.asks_hall() && found.list.is_empty() {
            self.quest.remark = Remark::of(heapglass_words::question::nothing_to_ask);
        }
        if found.complete && (self.predict.on || self.asks_hall()) {
            let answered = self.predict.card.iter_mut().map(|card| &mut card.question);
            for old in answered.chain(self.predict.answers.iter_mut().map(|answer| &mut answer.question)) {
                if let Some(again) = found.list.iter().find(|again| is_the_same(old, again)) {
                    old.clone_from(again);
                }
            }
            self.say_hall_question_again(&found.list);
            self.predict.list = found.list.into();
            if self.predict.card.is_none() {
                self.ask_here();
            }
        }
    }

    fn is_open(&self, question: &Prediction) -> bool {
        question.kind.layer() <= self.layer as u8 + 1 && !self.predict.closed.contains(&(question.stop, question.kind))
    }

    /// A step begins that must not pass a question.
    pub(super) fn note_stepping(&mut self, seek: &Seek) {
        let steps = matches!(seek, Seek::Over | Seek::Out | Seek::NextOnLines(_) | Seek::Break(crate::picture::Direction::Forward, _));
        self.predict.from = (self.predict.on && !self.lecture.on && steps).then(|| self.stop());
    }

    /// The stop of the first question that the step on its way to `stop` would pass.
    pub(super) fn passed_question(&mut self, stop: u64) -> Option<u64> {
        let from = self.predict.from.take()?;
        let open = self.predict.list.iter().find(|question| from < question.stop && question.stop < stop && self.is_open(question));
        open.map(|question| question.stop)
    }

    /// The page has come to a place: is there something to ask?
    pub(super) fn ask_here(&mut self) {
        let Some(shown) = &self.shown else { return };
        let (stop, step) = (shown.picture.position.stop, shown.picture.position.step);
        let explains = self.predict.card.as_ref().is_some_and(|card| card.given.is_some() && card.question.then == stop);
        if explains {
            return;
        }
        self.predict.card = None;
        // An exercise asks enough, and a hall is asked when the presenter goes on.
        if self.exercise.is_some() || self.lecture.on || !self.predict.on || self.asks.alternative.is_some() || self.run.phase == Phase::Recording {
            return;
        }
        let question = self.predict.list.iter().find(|question| question.stop == stop && question.step == step && self.is_open(question)).cloned();
        if let Some(question) = question {
            self.playing = false;
            self.predict.card = Some(Card { question, given: None });
        }
    }
}

#[cfg(test)]
mod tests;
