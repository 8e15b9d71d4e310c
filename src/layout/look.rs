//! How the student wants boxes drawn: folded or opened, and what is out of sight.

use super::form::usually_folded;
use crate::picture::{Object, ObjectId};
use crate::session::Hidden;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What of the picture is shown, and how much of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Boxes drawn otherwise than is usual for their kind: opened if usually folded, folded if usually open.
    pub toggled: BTreeSet<ObjectId>,
    /// Objects that are not drawn.
    pub hidden: BTreeSet<ObjectId>,
    /// Types of which no object is drawn.
    pub hidden_types: BTreeSet<String>,
    /// Names that are not drawn, each with the function whose name it is.
    pub hidden_names: BTreeSet<(String, String)>,
    /// How many cells or rows boxes show that were asked for more than usual.
    pub opened: BTreeMap<ObjectId, u32>,
    /// Numbers and text are drawn as the objects they are.
    pub as_objects: bool,
}

impl Look {
    /// Whether the box shows its header alone.
    pub fn folds(&self, object: &Object) -> bool {
        !object.parts.is_empty() && usually_folded(object) != self.toggled.contains(&object.id)
    }

    /// Whether the object is out of sight.
    pub fn hides(&self, object: &Object) -> bool {
        self.hidden.contains(&object.id) || self.hidden_types.contains(&object.type_name)
    }

    /// Whether a name of a function is out of sight.
    pub fn hides_name(&self, function: &str, name: &str) -> bool {
        !self.hidden_names.is_empty() && self.hidden_names.iter().any(|(of, hidden)| of == function && hidden == name)
    }

    /// Whether anything is out of sight that was put there.
    pub fn hides_anything(&self) -> bool {
        !self.hidden.is_empty() || !self.hidden_types.is_empty() || !self.hidden_names.is_empty()
    }

    /// Everything that was put out of sight.
    pub fn hidden_things(&self) -> Vec<Hidden> {
        let names = self.hidden_names.iter().map(|(function, name)| Hidden::Name(function.clone(), name.clone()));
        let types = self.hidden_types.iter().map(|name| Hidden::Type(name.clone()));
        names.chain(types).chain(self.hidden.iter().map(|id| Hidden::Object(*id))).collect()
    }

    /// Brings back one thing.
    pub fn show_again(&mut self, hidden: &Hidden) {
        match hidden {
            Hidden::Object(id) => drop(self.hidden.remove(id)),
            Hidden::Type(name) => drop(self.hidden_types.remove(name)),
            Hidden::Name(function, name) => drop(self.hidden_names.remove(&(function.clone(), name.clone()))),
        }
    }

    /// How many cells or rows a box shows after one more asking.
    pub fn more(&mut self, id: ObjectId) {
        let most = self.opened.entry(id).or_insert(USUAL);
        *most = most.saturating_mul(4);
    }
}

/// Cells or rows that a box shows unless asked for more.
const USUAL: u32 = 24;
