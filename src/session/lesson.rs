//! A lesson under way: which card is shown, what was answered, and where that leads in the recording.

use std::{collections::BTreeMap, rc::Rc};

use super::{Action, Effect, State, World};
use crate::lesson::{Entry, Lesson, Mistake, Part};
use crate::picture::Seek;
use crate::remark::Remark;
use heapglass_words::lesson_cards as say;

/// The name of a lesson's program in tracebacks.
const FILE: &str = "lesson.py";

/// What the page knows of lessons.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lessons {
    /// The list, once it was loaded.
    pub list: Rc<[Entry]>,
    /// Whether the list is open.
    pub open: bool,
    /// The lesson under way.
    pub run: Option<LessonRun>,
    /// Why there is no list, or not the lesson that was chosen.
    pub problem: Option<Remark>,
}

/// A lesson under way.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonRun {
    /// The name of its file; empty if it has none.
    pub file: String,
    /// The lesson.
    pub lesson: Rc<Lesson>,
    /// The program that was there before: its text and the name of its file.
    pub before: (String, String),
    /// The card that is shown, from 0.
    pub card: usize,
    /// What was answered, by card.
    pub answers: BTreeMap<usize, String>,
    /// Whether the recording has yet to go to the card's place.
    pub pending: bool,
}

/// What the user does with lessons, and what comes of loading them.
#[derive(Clone, Debug, PartialEq)]
pub enum LessonAction {
    /// Open the list, or close it.
    List(bool),
    /// The list came, or why it did not.
    Listed(Result<Vec<Entry>, String>),
    /// Begin the lesson in this file.
    Begin(String),
    /// The text of the lesson in this file came, or why it did not.
    Came(String, Result<String, String>),
    /// One card on (`true`) or back.
    Turn(bool),
    /// Answer the question of the card.
    Answer(String),
    /// Change the program as the card says, or change it back.
    Vary(bool),
    /// Leave the lesson, back to the program that was there before.
    Leave,
}

impl LessonRun {
    /// How many cards there are.
    pub fn cards(&self) -> usize {
        self.lesson.cards().len()
    }

    /// Whether the question of the card still waits for an answer.
    pub fn asks(&self) -> bool {
        let cards = self.lesson.cards();
        let question = cards.get(self.card).is_some_and(|card| matches!(card.block, Some(Part::Question(_))));
        question && !self.answers.contains_key(&self.card)
    }
}

impl State {
    pub(super) fn learn(&mut self, action: LessonAction) -> Vec<Effect> {
        match action {
            LessonAction::List(open) => {
                self.lessons.open = open;
                self.lessons.problem = None;
                let wanted = open && self.lessons.list.is_empty();
                return wanted.then_some(Effect::LoadLessons).into_iter().collect();
            }
            LessonAction::Listed(Ok(list)) => self.lessons.list = list.into(),
            LessonAction::Listed(Err(why)) => {
                self.lessons.problem = Some(Remark::of(move || say::no_list(&why)));
            }
            LessonAction::Begin(file) => return vec![Effect::LoadLesson(file)],
            LessonAction::Came(file, text) => return self.begin(file, text),
            LessonAction::Turn(on) => return self.turn(on),
            LessonAction::Answer(answer) => return self.answer_question(answer),
            LessonAction::Vary(change) => return self.vary(change),
            LessonAction::Leave => return self.leave(),
        }
        Vec::new()
    }

    fn begin(&mut self, file: String, text: Result<String, String>) -> Vec<Effect> {
        let read = text.map_err(|why| Remark::of(move || say::not_loaded(&why)));
        let lesson = read.and_then(|text| Lesson::read(&text).map_err(|_| mistake_of(&text).unwrap_or_default()));
        let lesson = match lesson {
            Ok(lesson) => lesson,
            Err(problem) => {
                self.lessons.problem = Some(problem);
                return Vec::new();
            }
        };
        self.lessons.open = false;
        self.lessons.problem = None;
        self.layer = lesson.layer;
        self.world = World::default();
        self.selected = None;
        let source = lesson.program.clone();
        let program = (self.program.source.clone(), self.program.file.clone());
        let before = self.lessons.run.take().map_or(program, |run| run.before);
        let answers = BTreeMap::new();
        self.lessons.run = Some(LessonRun { file, lesson: Rc::new(lesson), before, card: 0, answers, pending: true });
        self.run_lesson(source)
    }

    fn leave(&mut self) -> Vec<Effect> {
        let Some(run) = self.lessons.run.take() else { return Vec::new() };
        let (source, file) = run.before;
        self.apply(Action::Opened { source, file })
    }

    /// Runs a text of the lesson's program.
    fn run_lesson(&mut self, source: String) -> Vec<Effect> {
        self.program.edits += 1;
        self.program.source = source;
        self.program.file = FILE.into();
        if let Some(run) = &mut self.lessons.run {
            run.pending = true;
        }
        self.start_run(Some(0))
    }

    fn turn(&mut self, on: bool) -> Vec<Effect> {
        let Some(run) = &mut self.lessons.run else { return Vec::new() };
        let last = run.cards().saturating_sub(1);
        let card = if on { (run.card + 1).min(last) } else { run.card.saturating_sub(1) };
        if card == run.card {
            return Vec::new();
        }
        run.card = card;
        let program = run.lesson.program.clone();
        if program != self.program.source && run.lesson.cards()[card].place().is_some() {
            // The places of a lesson are those of its own program.
            return self.run_lesson(program);
        }
        self.to_place()
    }

    /// Goes to the place that the card is about.
    pub(super) fn to_place(&mut self) -> Vec<Effect> {
        let Some(run) = &mut self.lessons.run else { return Vec::new() };
        run.pending = false;
        let cards = run.lesson.cards();
        let Some(card) = cards.get(run.card) else { return Vec::new() };
        let (place, layer) = (card.place(), layer_of(card.block));
        if let Some(layer) = layer {
            self.layer = layer;
        }
        match place {
            Some(place) => self.seek(Seek::Execution { line: place.line, time: place.time }),
            None => self.refresh(),
        }
    }

    fn answer_question(&mut self, answer: String) -> Vec<Effect> {
        let Some(run) = self.lessons.run.as_mut().filter(|run| run.asks()) else { return Vec::new() };
        run.answers.insert(run.card, answer);
        self.seek(Seek::Over)
    }

    fn vary(&mut self, change: bool) -> Vec<Effect> {
        let Some(run) = &self.lessons.run else { return Vec::new() };
        let cards = run.lesson.cards();
        let Some(Part::Variation(variation)) = cards.get(run.card).and_then(|card| card.block) else { return Vec::new() };
        let source = if change { run.lesson.varied(variation) } else { run.lesson.program.clone() };
        self.run_lesson(source)
    }
}

/// What the page says of a text that is no lesson; nothing of one that is.
pub(super) fn mistake_of(text: &str) -> Option<Remark> {
    Lesson::read(text).err()?;
    let text = text.to_owned();
    Some(Remark::of(move || mistake_in(&text)))
}

/// What is wrong with the text of a lesson.
fn mistake_in(text: &str) -> String {
    Lesson::read(text).err().map(|Mistake { line, message }| say::mistake(&line.to_string(), &message)).unwrap_or_default()
}

fn layer_of(block: Option<&Part>) -> Option<super::Layer> {
    match block {
        Some(Part::State(state)) => state.layer,
        _ => None,
    }
}

#[cfg(test)]
mod tests;
