//! A language beside English.

use std::collections::BTreeSet;

use crate::{Message, Piece, Variable, plural::forms};

/// Puts the messages of a language into the order of the English ones, its variables under their indices there, the English one in the
/// place of each that cannot be used. And a sentence for each message that is missing, is not known in English, names a variable
/// that the English one has not or lacks one that it has, or chooses by other cases than its language or the English message has.
pub fn compare(english: &[Message], other: &[Message], code: &str) -> (Vec<Message>, Vec<String>) {
    let mut complaints = Vec::new();
    let mut found = Vec::new();
    for message in english {
        let mut pattern = message.pattern.clone();
        match other.iter().find(|theirs| theirs.name == message.name) {
            None => complaints.push(format!("{}: it is missing. English: {}", message.name, message.source())),
            Some(theirs) => {
                let wrong = mistakes(message, theirs, code);
                if wrong.is_empty() {
                    pattern.clone_from(&theirs.pattern);
                    renumber(&mut pattern, &theirs.variables, &message.variables);
                }
                complaints.extend(wrong.into_iter().map(|mistake| format!("{}: {mistake} English: {}", message.name, message.source())));
            }
        }
        found.push(Message { pattern, ..message.clone() });
    }
    let unknown = other.iter().filter(|theirs| english.iter().all(|message| message.name != theirs.name));
    complaints.extend(unknown.map(|theirs| format!("{}: there is no such message in English.", theirs.name)));
    (found, complaints)
}

/// What is wrong with a message, as sentences.
fn mistakes(english: &Message, theirs: &Message, code: &str) -> Vec<String> {
    let (asked, said) = (Uses::of(english), Uses::of(theirs));
    let mut found = Vec::new();
    for name in said.shown.iter().chain(said.chosen.iter().map(|(name, _)| name)).collect::<BTreeSet<_>>() {
        if english.variables.iter().all(|variable| variable.name != *name) {
            found.push(format!("${name} is no variable of the English message."));
        }
    }
    found.extend(asked.shown.difference(&said.shown).map(|name| format!("${name} is missing.")));
    for variable in &english.variables {
        let of = |uses: &Uses| uses.chosen.iter().filter(|(name, _)| *name == variable.name).map(|(_, keys)| keys.clone()).collect::<Vec<_>>();
        let (asked, said) = (of(&asked), of(&said));
        if variable.is_number {
            // Where English tells only exact numbers apart, the number counts nothing.
            let counts_nothing = !asked.is_empty() && asked.iter().all(|keys| forms_in(keys) == BTreeSet::from(["other"]));
            let is_fine = |keys: &Vec<String>| counts_nothing && forms_in(keys) == BTreeSet::from(["other"]);
            found.extend(said.iter().filter(|keys| !is_fine(keys)).filter_map(|keys| plural_mistake(&variable.name, keys, code)));
        } else if !asked.is_empty() {
            let asked: BTreeSet<String> = asked.into_iter().flatten().collect();
            let said: BTreeSet<String> = said.into_iter().flatten().collect();
            found.extend(asked.difference(&said).map(|key| format!("the choice by ${} lacks the case [{key}].", variable.name)));
            found.extend(said.difference(&asked).map(|key| format!("the choice by ${} has no case [{key}] in English.", variable.name)));
        }
    }
    if said.backticks % 2 == 1 && asked.backticks.is_multiple_of(2) {
        found.push("a backtick is missing: code stands between two.".to_string());
    }
    found
}

/// What is wrong with a choice by a number.
fn plural_mistake(name: &str, keys: &[String], code: &str) -> Option<String> {
    let wanted: BTreeSet<&str> = forms(code).iter().copied().collect();
    let given = forms_in(keys);
    if wanted == given {
        return None;
    }
    let listed = |forms: &BTreeSet<&str>| forms.iter().map(|form| format!("[{form}]")).collect::<Vec<_>>().join(" ");
    Some(format!("the choice by ${name} has {}, where numbers of this language ask for {}.", listed(&given), listed(&wanted)))
}

/// The cases that are no exact numbers.
fn forms_in(keys: &[String]) -> BTreeSet<&str> {
    keys.iter().map(String::as_str).filter(|key| key.parse::<u64>().is_err()).collect()
}

/// Which variables a message shows, and by which it chooses.
struct Uses {
    shown: BTreeSet<String>,
    /// The variable's name and the cases of a choice.
    chosen: Vec<(String, Vec<String>)>,
    backticks: usize,
}

impl Uses {
    fn of(message: &Message) -> Self {
        let mut uses = Self { shown: BTreeSet::new(), chosen: Vec::new(), backticks: 0 };
        uses.add(&message.pattern, &message.variables);
        uses
    }

    fn add(&mut self, pattern: &[Piece], variables: &[Variable]) {
        let name = |index: usize| variables.get(index).map(|variable| variable.name.clone()).unwrap_or_default();
        for piece in pattern {
            match piece {
                Piece::Text(words) => self.backticks += words.matches('`').count(),
                Piece::Variable(index) => {
                    self.shown.insert(name(*index));
                }
                Piece::Choice { by, cases } => {
                    self.chosen.push((name(*by), cases.iter().map(|(key, _)| key.clone()).collect()));
                    for (_, case) in cases {
                        self.add(case, variables);
                    }
                }
            }
        }
    }
}

/// Changes indices from one list of variables to another.
fn renumber(pattern: &mut [Piece], from: &[Variable], to: &[Variable]) {
    let change = |index: &mut usize| {
        let Some(variable) = from.get(*index) else { return };
        *index = to.iter().position(|other| other.name == variable.name).unwrap_or(*index);
    };
    for piece in pattern {
        match piece {
            Piece::Text(_) => {}
            Piece::Variable(index) => change(index),
            Piece::Choice { by, cases } => {
                change(by);
                cases.iter_mut().for_each(|(_, case)| renumber(case, from, to));
            }
        }
    }
}
