//! Message files: read, compared with the English ones, and written as what the page understands.
//!
//! The files are in Fluent's syntax (projectfluent.org), so that translators find their tools. A part of it is used: text,
//! variables, and a choice by a variable. What depends on a number says so in the comment above the message:
//! `# $count (Number): how many objects there are`. All other variables are text.

mod compare;
mod file;
mod folder;
mod plural;
mod read;
mod rust;

pub use compare::compare;
pub use file::{SCRIPTS, json, print};
pub use folder::{Topic, english, filled, translated, translation};
pub use plural::forms;
pub use read::read;
pub use rust::rust;

use serde::Serialize;

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its name: `steps-recorded`.
    pub name: String,
    /// What it is for, in the translator's words.
    pub comment: String,
    /// Its variables, in the order in which its comment or its text first names them.
    pub variables: Vec<Variable>,
    /// Its text.
    pub pattern: Vec<Piece>,
}

impl Message {
    /// The text in one line: of each choice the last case.
    pub fn source(&self) -> String {
        self.line(&self.pattern)
    }

    fn line(&self, pieces: &[Piece]) -> String {
        let of = |piece: &Piece| match piece {
            Piece::Text(words) => words.replace('\n', " "),
            Piece::Variable(index) => format!("{{ ${} }}", self.variables.get(*index).map_or("", |variable| &variable.name)),
            Piece::Choice { cases, .. } => cases.last().map_or_else(String::new, |(_, case)| self.line(case)),
        };
        pieces.iter().map(of).collect()
    }
}

/// A variable of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name, without the sign.
    pub name: String,
    /// Whether it is a number, else it is text.
    pub is_number: bool,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Piece {
    /// As it stands.
    Text(String),
    /// The variable with this index.
    Variable(usize),
    /// One of several texts.
    Choice {
        /// The variable that decides.
        by: usize,
        /// `one`, `two`, `few`, `many`, `other` and the like, a number, or a word; and the text. The last is for all others.
        cases: Vec<(String, Vec<Self>)>,
    },
}

#[cfg(test)]
mod tests;
