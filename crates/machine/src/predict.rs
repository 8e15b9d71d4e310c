//! Questions that a recording asks before something happens: what is printed, what a change does to another name, who dies,
//! which line is next. The right answer is what the recording shows; the wrong ones are what somebody would say who has
//! one of the known wrong ideas of names and memory.
//!
//! Pure: two pictures, or the stops and two texts, go in, questions come out. `session/predict.rs` walks through the recording.

pub(crate) mod address;
pub(crate) mod alias;
pub(crate) mod choose;
pub(crate) mod collection;
pub(crate) mod count;
pub(crate) mod fate;
pub(crate) mod idea;
pub(crate) mod identity;
pub(crate) mod line;
pub(crate) mod mistaken;
pub(crate) mod next_line;
pub(crate) mod printed;
pub(crate) mod scene;

pub use idea::Idea;
pub use line::{assignment, names};

use heapglass_words::predict as words;
use serde::{Deserialize, Serialize};

use crate::picture::ObjectId;

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// What a change through one name does to another.
    Alias,
    /// What a line prints.
    Printed,
    /// What becomes of an object that loses a reference.
    Fate,
    /// How many objects die with it.
    Deaths,
    /// The new reference count of an object.
    Count,
    /// Whether two names name one object.
    Identity,
    /// Which address a new object gets.
    Address,
    /// Which generation of the collector an object is in afterwards.
    Generation,
    /// What a collection finds.
    Collection,
    /// Which line runs next.
    NextLine,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 10] = [
        Self::Alias,
        Self::Printed,
        Self::Fate,
        Self::Deaths,
        Self::Count,
        Self::Identity,
        Self::Address,
        Self::Generation,
        Self::Collection,
        Self::NextLine,
    ];

    /// As a page around this one is told it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Alias => "alias",
            Self::Printed => "printed",
            Self::Fate => "fate",
            Self::Deaths => "deaths",
            Self::Count => "count",
            Self::Identity => "identity",
            Self::Address => "address",
            Self::Generation => "generation",
            Self::Collection => "collection",
            Self::NextLine => "next-line",
        }
    }

    /// How much of the machine has to be in sight to answer: 1 names, 2 objects with their counts, 4 the collector.
    pub fn layer(self) -> u8 {
        match self {
            Self::Alias | Self::Printed | Self::Identity | Self::NextLine => 1,
            Self::Fate | Self::Deaths | Self::Count | Self::Address => 2,
            Self::Generation | Self::Collection => 4,
        }
    }
}

/// An answer that is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What tells it from other answers, whatever the language.
    #[serde(default)]
    pub key: String,
    /// The answer; what stands between backquotes is code.
    pub text: String,
    /// The wrong idea that leads to it; none for the right answer.
    pub idea: Option<Idea>,
    /// What is wrong about it, in a sentence or two; of the right answer: why it is right.
    pub because: String,
}

/// A question, asked before something happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prediction {
    /// The stop at which it is asked.
    pub stop: u64,
    /// Its step: between it and the next stop nothing is asked.
    pub step: u64,
    /// The stop at which the answer can be seen.
    pub then: u64,
    /// The line that is about to run; 0 where a collection is about to go on.
    pub line: u32,
    /// What it is about.
    pub kind: Kind,
    /// The question.
    pub ask: String,
    /// All answers in the order in which they are offered; one of them is right.
    pub choices: Vec<Choice>,
    /// The object that it is about.
    pub subject: Option<ObjectId>,
    /// How interesting it is: the higher the more.
    pub weight: u32,
}

/// The questions of a recording.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predictions {
    /// In the order of their stops.
    pub list: Vec<Prediction>,
    /// How much of the search is done, in hundredths.
    pub percent: u8,
    /// Whether all were found.
    pub complete: bool,
}

impl Prediction {
    /// The number of the right answer.
    pub fn right(&self) -> usize {
        self.choices.iter().position(|choice| choice.idea.is_none()).unwrap_or(0)
    }
}

/// A question that an author puts to a line of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pinned {
    /// The line, from 1.
    pub line: u32,
    /// Before which of its executions, from 1.
    pub time: u32,
    /// The question.
    pub ask: String,
    /// The right answer.
    pub answer: String,
    /// Wrong ones, and what is wrong about each.
    pub wrong: Vec<(String, String)>,
    /// Why the right answer is right.
    pub why: String,
}

impl Pinned {
    /// The question at its place.
    pub(crate) fn at(&self, place: Place) -> Option<Prediction> {
        let choices = self.wrong.iter().map(|(text, because)| wrong(Answer::printed(text), Idea::AsTheAuthorSays, because.clone()));
        let draft = Draft {
            kind: Kind::Printed,
            ask: self.ask.clone(),
            right: (Answer::printed(&self.answer), self.why.clone()),
            wrong: choices.collect(),
            subject: None,
            weight: 1000,
        };
        draft.ask(place)
    }
}

/// Where a question is asked and where it is answered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// The stop before.
    pub(crate) stop: u64,
    /// The stop after.
    pub(crate) then: u64,
    /// The line that runs between them.
    pub(crate) line: u32,
}

/// An answer: what tells it from others, and its words.
pub(crate) struct Answer {
    key: String,
    text: String,
}

impl Answer {
    /// An answer in words. The key is no code and no number.
    pub(crate) fn said(key: impl Into<String>, text: impl Into<String>) -> Self {
        Self { key: key.into(), text: text.into() }
    }

    /// An answer that is code.
    pub(crate) fn code(text: &str) -> Self {
        Self::from(format!("`{text}`"))
    }

    /// What is printed, in one line.
    pub(crate) fn printed(text: &str) -> Self {
        if text.trim().is_empty() { Self::said("nothing", words::nothing()) } else { Self::code(text) }
    }
}

impl PartialEq for Answer {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// Numbers and code: the same in all languages.
impl From<String> for Answer {
    fn from(text: String) -> Self {
        Self { key: text.clone(), text }
    }
}

/// A question that is being made.
pub(crate) struct Draft {
    pub(crate) kind: Kind,
    pub(crate) ask: String,
    /// The right answer, and why it is right.
    pub(crate) right: (Answer, String),
    pub(crate) wrong: Vec<Choice>,
    pub(crate) subject: Option<ObjectId>,
    pub(crate) weight: u32,
}

/// A wrong answer.
pub(crate) fn wrong(answer: impl Into<Answer>, idea: Idea, because: impl Into<String>) -> Choice {
    let Answer { key, text } = answer.into();
    Choice { key, text, idea: Some(idea), because: because.into() }
}

/// Most answers to a question.
const MOST_CHOICES: usize = 4;

impl Draft {
    /// The question, if there is a wrong answer that differs from the right one.
    pub(crate) fn ask(self, place: Place) -> Option<Prediction> {
        let (Answer { key, text }, because) = self.right;
        let mut choices: Vec<Choice> = Vec::new();
        for choice in self.wrong {
            if choice.key != key && choices.len() + 1 < MOST_CHOICES && !choices.iter().any(|other| other.key == choice.key) {
                choices.push(choice);
            }
        }
        if choices.is_empty() {
            return None;
        }
        // Anywhere among the others, yet always in the same place, in all languages.
        let at = (key.len() + place.line as usize + place.stop as usize) % (choices.len() + 1);
        choices.insert(at, Choice { key, text, idea: None, because });
        let number = |choice: &Choice| choice.key.trim_matches('`').parse::<i64>().ok();
        if choices.iter().all(|choice| number(choice).is_some()) {
            choices.sort_by_key(number);
        }
        let Place { stop, then, line } = place;
        Some(Prediction { stop, step: 0, then, line, kind: self.kind, ask: self.ask, choices, subject: self.subject, weight: self.weight })
    }
}
