//! The colours of a picture, by the names of `styles/tokens.css`.

use crate::picture::Shape;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The names of the colours that pictures need.
pub const TOKENS: &[&str] = &[
    "surface-stage",
    "surface-panel",
    "surface-raised",
    "ink-1",
    "ink-2",
    "ink-3",
    "line-1",
    "accent",
    "changed",
    "changed-ink",
    "changed-wash",
    "on-changed",
    "unreachable",
    "unreachable-ink",
    "unreachable-wash",
    "rescued",
    "rescued-wash",
    "kind-number",
    "kind-number-wash",
    "kind-text",
    "kind-text-wash",
    "kind-sequence",
    "kind-sequence-wash",
    "kind-mapping",
    "kind-mapping-wash",
    "kind-set",
    "kind-set-wash",
    "kind-instance",
    "kind-instance-wash",
    "kind-class",
    "kind-class-wash",
    "kind-function",
    "kind-function-wash",
    "kind-iterator",
    "kind-iterator-wash",
    "kind-exception",
    "kind-exception-wash",
    "kind-other",
    "kind-other-wash",
];

/// Colours as CSS writes them, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Palette(pub BTreeMap<String, String>);

impl Palette {
    /// The colour of this name; grey if it is not known.
    pub fn of(&self, token: &str) -> &str {
        self.0.get(token).map_or("#888888", String::as_str)
    }

    /// The colour of a kind of object, and that of its header.
    pub(super) fn of_kind(&self, shape: Shape) -> (&str, &str) {
        let (ink, wash) = match shape {
            Shape::Number => ("kind-number", "kind-number-wash"),
            Shape::Text | Shape::Bytes => ("kind-text", "kind-text-wash"),
            Shape::List | Shape::Tuple => ("kind-sequence", "kind-sequence-wash"),
            Shape::Dict => ("kind-mapping", "kind-mapping-wash"),
            Shape::Set => ("kind-set", "kind-set-wash"),
            Shape::Instance | Shape::Slotted => ("kind-instance", "kind-instance-wash"),
            Shape::Class => ("kind-class", "kind-class-wash"),
            Shape::Function | Shape::Method | Shape::Frame => ("kind-function", "kind-function-wash"),
            Shape::Generator | Shape::Iterator => ("kind-iterator", "kind-iterator-wash"),
            Shape::Exception | Shape::Traceback => ("kind-exception", "kind-exception-wash"),
            Shape::Cell | Shape::Weakref | Shape::Module | Shape::Other => ("kind-other", "kind-other-wash"),
        };
        (self.of(ink), self.of(wash))
    }
}
