//! A lesson: a text with a program, chosen states of it, predictions, a variation, and a check on one's own Python.
//!
//! Lessons are Markdown files with front matter in `static/lessons/`, loaded as data; `docs/lessons.md` says how one is written.

mod parse;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::session::{Layer, Task};

/// A row of the list of lessons, `static/lessons/index.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Name of its file in `static/lessons/`.
    pub file: String,
    /// Its title.
    pub title: String,
    /// Its goal.
    pub goal: String,
}

impl Entry {
    /// Reads the list.
    ///
    /// # Errors
    ///
    /// The end of a sentence that says where it is wrong.
    pub fn list(text: &str) -> Result<Vec<Self>, String> {
        serde_json::from_str(text).map_err(|error| heapglass_words::lesson_file::no_row(&error.line().to_string()))
    }
}

/// A lesson as its author wrote it. What its parts say about the program is verified by `tests/lessons.rs`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Its name.
    pub title: String,
    /// What it is about, in the words of a table of contents.
    pub topic: String,
    /// What somebody knows who has worked through it, in one or two sentences.
    pub goal: String,
    /// The layer to begin with.
    pub layer: Layer,
    /// What there is to read and to do, in order.
    pub parts: Vec<Part>,
    /// The program.
    pub program: String,
    /// What CPython printed for it.
    pub output: String,
}

/// What is shown of a lesson at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card<'a> {
    /// Paragraphs to read first.
    pub texts: Vec<&'a str>,
    /// What there is to see or to do, which is no [`Part::Text`].
    pub block: Option<&'a Part>,
}

impl Card<'_> {
    /// The place in the program that the card is about.
    pub fn place(&self) -> Option<Place> {
        match self.block? {
            Part::State(state) => Some(state.at),
            Part::Question(question) => Some(question.at),
            Part::Exercise(exercise) => Some(exercise.at),
            _ => None,
        }
    }
}

/// A piece of a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A paragraph; what stands between backquotes is code.
    Text(String),
    /// A state to look at.
    State(State),
    /// Something to predict before it happens.
    Question(Question),
    /// Something to draw or to mark.
    Exercise(Exercise),
    /// A change to try.
    Variation(Variation),
    /// A line for one's own Python.
    Yours(Yours),
}

/// A place in the run of the program: before this line runs for the `time`th time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line of the program, from 1.
    pub line: u32,
    /// Which of its executions, from 1.
    pub time: u32,
}

/// A state of the program that the lesson points out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Where.
    pub at: Place,
    /// The layer to look at it in, if not the one that is shown.
    pub layer: Option<Layer>,
    /// What there is to see.
    pub say: String,
}

/// A question about what the program prints next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Before this line.
    pub at: Place,
    /// The question.
    pub ask: String,
    /// What is printed, on one line; nothing if nothing is.
    pub answer: String,
    /// Answers that somebody might give who thinks of memory in another way.
    pub wrong: Vec<Wrong>,
    /// Why the answer is right.
    pub why: String,
}

impl Question {
    /// Reads the questions that an embedding page puts to its program: blocks of fields as in a lesson, with empty lines
    /// between them.
    pub fn read_all(text: &str, program: &str) -> Result<Vec<Self>, Mistake> {
        parse::questions(text, program)
    }

    /// As the engine is given it.
    pub fn pinned(&self) -> crate::predict::Pinned {
        crate::predict::Pinned {
            line: self.at.line,
            time: self.at.time,
            ask: self.ask.clone(),
            answer: self.answer.clone(),
            wrong: self.wrong.iter().map(|wrong| (wrong.answer.clone(), wrong.because.clone())).collect(),
            why: self.why.clone(),
        }
    }

    /// All answers in the order in which they are offered: the right one stands at no fixed place, yet always at the same.
    pub fn answers(&self) -> Vec<&str> {
        let mut answers: Vec<&str> = self.wrong.iter().map(|wrong| wrong.answer.as_str()).collect();
        let place = (self.ask.len() + self.answer.len()) % (answers.len() + 1);
        answers.insert(place, &self.answer);
        answers
    }

    /// What to say to an answer: whether it is right, and why.
    pub fn verdict(&self, answer: &str) -> (bool, &str) {
        match self.wrong.iter().find(|wrong| wrong.answer == answer) {
            Some(wrong) => (false, &wrong.because),
            None => (true, &self.why),
        }
    }
}

/// A wrong answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The answer.
    pub answer: String,
    /// What is wrong about the idea behind it.
    pub because: String,
}

/// Something to draw, to set or to mark before a line runs; the recording tells whether it is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    /// Before this line.
    pub at: Place,
    /// What to do.
    pub task: Task,
    /// What is asked.
    pub ask: String,
    /// Why it is as it is.
    pub why: String,
}

/// A change of the program and what comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variation {
    /// Text that stands once in the program.
    pub replace: String,
    /// What to put there.
    pub by: String,
    /// A line that the changed program prints.
    pub prints: String,
    /// What there is to see.
    pub say: String,
}

/// A line for one's own Python.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Yours {
    /// The line.
    pub run: String,
    /// What it prints.
    pub prints: String,
}

/// Why a text is no lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Line of the lesson's file, from 1.
    pub line: usize,
    /// What is wrong there and what would be right.
    pub message: String,
}

impl Lesson {
    /// Reads a lesson. Every mistake is told with its line; the first one is enough.
    pub fn read(text: &str) -> Result<Self, Mistake> {
        parse::lesson(text)
    }

    /// The parts as they are shown, one card at a time: paragraphs together with the block behind them.
    pub fn cards(&self) -> Vec<Card<'_>> {
        let mut cards = vec![Card::default()];
        for part in &self.parts {
            let Some(card) = cards.last_mut() else { continue };
            match part {
                Part::Text(text) => card.texts.push(text),
                block => {
                    card.block = Some(block);
                    cards.push(Card::default());
                }
            }
        }
        cards.retain(|card| *card != Card::default());
        cards
    }

    /// The program as the variation has it.
    pub fn varied(&self, variation: &Variation) -> String {
        self.program.replacen(&variation.replace, &variation.by, 1)
    }
}
