//! All words of the page, in the language that is set.
//!
//! English is part of the program: each message of `messages/en` is a function here, whose parameters are its
//! variables. Another language is loaded as data (`load.rs`) and takes its place.

mod capital;
mod fold;
mod language;
mod load;
mod number;
mod parts;
mod pattern;

pub use capital::capital;
pub use fold::{folded, is_of_word};
pub use language::{ENGLISH as ENGLISH_LANGUAGE, LANGUAGES, Language, Plural};
pub use number::{number, signed};
pub use parts::{MARKS, Part, parts};
pub use pattern::unisolated;

use std::cell::{Cell, RefCell};

include!(concat!(env!("OUT_DIR"), "/english.rs"));

/// What a variable stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument<'a> {
    /// Text as it stands.
    Text(&'a str),
    /// A number, written as the language does.
    Number(u64),
}

/// The messages of a language beside English: by topic, in the order of the English files.
struct Catalogue {
    language: &'static Language,
    topics: Vec<Vec<&'static str>>,
}

static ENGLISH_CATALOGUE: Catalogue = Catalogue { language: &ENGLISH_LANGUAGE, topics: Vec::new() };

thread_local! {
    static CURRENT: Cell<&'static Catalogue> = const { Cell::new(&ENGLISH_CATALOGUE) };
    static OFFERED: RefCell<Vec<&'static Language>> = RefCell::new(vec![&ENGLISH_LANGUAGE]);
}

/// The languages that can be chosen: English, those of which there are messages, and the one that is spoken.
pub fn offered() -> Vec<&'static Language> {
    let known = OFFERED.with_borrow(Clone::clone);
    LANGUAGES.iter().filter(|one| known.contains(one) || *one == language()).collect()
}

/// There are messages of the languages with these codes.
pub fn offer<'a>(codes: impl IntoIterator<Item = &'a str>) {
    let known = codes.into_iter().filter_map(language_of);
    OFFERED.set(std::iter::once(&ENGLISH_LANGUAGE).chain(known).collect());
}

/// The language that is set.
pub fn language() -> &'static Language {
    CURRENT.get().language
}

/// The language with this code.
pub fn language_of(code: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.code == code)
}

/// What `say` says in English, whatever the language: for what a simulated program reads.
pub fn in_english<T>(say: impl FnOnce() -> T) -> T {
    let set = CURRENT.replace(&ENGLISH_CATALOGUE);
    let said = say();
    CURRENT.set(set);
    said
}

/// Back to English.
pub fn speak_english() {
    CURRENT.set(&ENGLISH_CATALOGUE);
}

/// Sets a language from its file. The messages stay in memory.
///
/// # Errors
/// A sentence, if there is no such language, or the file cannot be read or belongs to another build.
pub fn speak(code: &str, file: &str) -> Result<(), String> {
    let language = language_of(code).ok_or_else(|| languages::unknown(code))?;
    let topics = load::topics(file, PRINT).map_err(|trouble| match trouble {
        load::Trouble::Broken(why) => languages::broken(language.name, &why),
        load::Trouble::Other => languages::of_another_version(language.name),
    })?;
    CURRENT.set(Box::leak(Box::new(Catalogue { language, topics })));
    Ok(())
}

/// The text in the language that is set; `None` in English.
fn translated(topic: usize, number: usize) -> Option<&'static str> {
    CURRENT.get().topics.get(topic)?.get(number).copied()
}

/// A message without variables.
fn plain(topic: usize, number: usize, english: &'static str) -> &'static str {
    translated(topic, number).unwrap_or(english)
}

/// A message with its variables filled in.
fn filled(topic: usize, number: usize, english: &str, arguments: &[Argument<'_>]) -> String {
    let mut text = String::new();
    pattern::fill(&mut text, translated(topic, number).unwrap_or(english), arguments, language());
    text
}

#[cfg(test)]
mod tests;
