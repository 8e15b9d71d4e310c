//! What can be taken away from the page: pictures, films, storyboards, graphs, checks.
//!
//! The page sends an [`Order`]; the worker, which has the recording, makes a [`Parcel`] of it, in slices, and puts nothing on
//! screen meanwhile. Everything here is text made of data, so it is tested without a browser.

mod board;
mod check;
mod dot;
mod film;
mod job;
mod paint;
mod palette;
mod svg;
mod trace;

pub use board::board;
pub use check::check;
pub use dot::dot;
pub use film::{Scene, film};
pub use job::Job;
pub use paint::{Canvas, Piece, still};
pub use palette::{Palette, TOKENS};

use crate::layout::{Look, Places};
use crate::picture::{ObjectId, Wanted};
use crate::session::Layer;
use serde::{Deserialize, Serialize};

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// The state on the stage, as SVG.
    Still,
    /// A range of stops as one SVG that plays.
    Film,
    /// A range of stops as an SVG each.
    Stills,
    /// A range of stops as a page to print.
    Storyboard,
    /// The objects and references of the state, for Graphviz.
    Dot,
    /// The run as `heapglass trace` writes it.
    Trace,
    /// A script for the student's own Python.
    Check,
}

/// What the worker is to make, and all it needs beside the recording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// Replies carry it, so that late ones are known.
    pub number: u64,
    /// Of which run.
    pub run: u64,
    /// What is wanted.
    pub kind: Kind,
    /// The stops, in order; those of [`Kind::Still`], [`Kind::Dot`] and [`Kind::Check`] is the one that is looked at.
    pub stops: Vec<u64>,
    /// How it is to look.
    pub style: Style,
    /// The program, and what it finds around it.
    pub program: Program,
}

/// The program that is taken away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Its text.
    pub source: String,
    /// The name of its file.
    pub file: String,
    /// Lines of input that it is given.
    pub answers: Vec<String>,
}

/// How pictures look: as the stage does.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Style {
    /// The colours.
    pub palette: Palette,
    /// What is visible.
    pub layer: Layer,
    /// What of the objects is drawn.
    pub look: Look,
    /// Where objects stand.
    pub places: Places,
    /// Boxes are narrow.
    pub narrow: bool,
    /// The object that is marked.
    pub selected: Option<ObjectId>,
    /// What pictures have to show.
    pub wanted: Wanted,
}

/// What the worker has made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Parcel {
    /// So many hundredths are done.
    Percent(u8),
    /// It is there: a text, or a text for each stop.
    Ready(Vec<String>),
    /// There will be none; a sentence says why.
    Failed(String),
}

/// Stops that a film, a storyboard or a row of pictures has at most.
pub const MOST_STOPS: usize = 200;

/// Characters of a parcel at most: beyond, browsers and readers give up.
pub const MOST_TEXT: usize = 64_000_000;

/// A drawing as the address of an image.
pub fn address(svg: &str) -> String {
    use std::fmt::Write;
    let mut address = String::with_capacity(svg.len() * 2);
    address.push_str("data:image/svg+xml;charset=utf-8,");
    for byte in svg.bytes() {
        if byte.is_ascii_alphanumeric() || b" =/:;,.()-".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

#[cfg(test)]
mod tests;
