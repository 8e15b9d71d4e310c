//! What was changed where an alternative begins: as data, so that it can be said in another language later.

use heapglass_words::{alternative as told, holders};
use serde::{Deserialize, Serialize};

/// What was changed where an alternative begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Changed {
    /// This place holds `None` instead.
    Dropped(Droppable),
    /// `gc.disable()`.
    CollectorOff,
    /// A full collection has run; how many objects it found.
    Collected(u64),
}

/// A place whose reference can be dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Droppable {
    /// A name.
    Name(String),
    /// An item or a row, by its index or key, and the title of its object.
    Item(String, String),
    /// An attribute or a field, and the title of its object.
    Part(String, String),
    /// The only place in the object with this title.
    Only(String),
}

impl Changed {
    /// A sentence.
    pub fn words(&self) -> String {
        match self {
            Self::Dropped(place) => place.in_sentence(told::dropped),
            Self::CollectorOff => told::collector_off().to_string(),
            Self::Collected(found) => told::collected(*found),
        }
    }
}

impl Droppable {
    /// The place, as sentences name it.
    pub fn words(&self) -> String {
        match self {
            Self::Name(name) => holders::global_name(name),
            Self::Item(label, object) => told::item(label, object),
            Self::Part(label, object) => told::part(label, object),
            Self::Only(object) => object.clone(),
        }
    }

    /// A sentence about it, which takes its kind, its label and the title of its object.
    pub(crate) fn in_sentence(&self, sentence: impl Fn(&str, &str, &str) -> String) -> String {
        match self {
            Self::Name(name) => sentence("name", name, ""),
            Self::Item(label, object) => sentence("item", label, object),
            Self::Part(label, object) => sentence("part", label, object),
            Self::Only(object) => sentence("only", "", object),
        }
    }
}
