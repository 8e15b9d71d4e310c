//! Where things are drawn: frames at the left, then what they hold, then what that holds.
//!
//! An object is given its place once, level with the cell that first named it, and keeps it for the recording: whoever
//! steps to and fro may use position as memory. Only a box that grows pushes those below it further down.

mod form;
mod outline;
mod places;
mod route;
mod scene;
mod visible;

pub use form::{Cell, Form, Row};
pub use outline::{Corner, header, outline};
pub use places::{Place, Places};
pub use route::{ArrowPath, Point};
pub use scene::{Arrow, ArrowKind, FrameBox, ObjectBox, Scene};

/// The measures of the stage, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Metrics {
    /// Room around everything.
    pub margin: i32,
    /// Width of a frame.
    pub frame: i32,
    /// Width of the gutters between columns, in which arrows run.
    pub gutter: i32,
    /// Least room between boxes of a column.
    pub gap: i32,
    /// Lanes the gutter beside the frames has room for at most.
    pub lanes: i32,
    /// Characters of a value before it is cut.
    pub characters: usize,
}

impl Metrics {
    /// For a window that is narrow, or not.
    pub fn new(narrow: bool) -> Self {
        if narrow {
            Self {
                margin: 10,
                frame: 130,
                gutter: 44,
                gap: 32,
                lanes: 6,
                characters: 12,
            }
        } else {
            Self {
                margin: 20,
                frame: 184,
                gutter: 64,
                gap: 34,
                lanes: 14,
                characters: 24,
            }
        }
    }
}

/// Height of a header.
pub const HEADER: i32 = 26;
/// Height of a row.
pub const ROW: i32 = 24;
/// Height of a line of cells.
pub const CELL: i32 = 38;
/// Distance from lane to lane in a gutter.
const LANE: i32 = 8;
/// Width of a character in cells.
const CHARACTER: i32 = 8;

fn text_width(text: &str) -> i32 {
    i32::try_from(text.chars().count())
        .unwrap_or(i32::MAX / 16)
        .saturating_mul(CHARACTER)
}
