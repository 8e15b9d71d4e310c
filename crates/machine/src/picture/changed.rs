//! What was changed where an alternative begins: as data, so that it can be said in another language later.

use heapglass_words::{alternative as told, capital, holders};
use serde::{Deserialize, Serialize};

use super::ObjectId;

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
    /// An item or a row, by its index or key.
    Item(String, Titled),
    /// An attribute or a field.
    Part(String, Titled),
    /// The only place in an object.
    Only(Titled),
}

/// An object as sentences call it: by its type and number, or by a name of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Titled {
    /// `list #3`.
    Numbered(String, ObjectId),
    /// A class.
    Class(String),
    /// A module.
    Module(String),
    /// A function.
    Function(String),
}

impl Changed {
    /// A sentence.
    pub fn words(&self) -> String {
        match self {
            Self::Dropped(place @ Droppable::Name(_)) => capital(&told::name_dropped(&place.words())),
            Self::Dropped(place) => capital(&told::part_dropped(&place.words())),
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
            Self::Item(label, object) => told::item(label, &object.words()),
            Self::Part(label, object) => told::part(label, &object.words()),
            Self::Only(object) => object.words(),
        }
    }
}

impl Titled {
    /// The title.
    pub fn words(&self) -> String {
        match self {
            Self::Numbered(type_name, id) => format!("{type_name} {id}"),
            Self::Class(name) => holders::class(name),
            Self::Module(name) => holders::module(name),
            Self::Function(name) => holders::function(name),
        }
    }
}
