//! Where things are drawn: frames at the left, then what they hold, then what that holds.
//!
//! An object keeps its place for life: whoever steps to and fro may use position as memory. Places are planned over the
//! recording (`plan.rs`), by what was read of it (`chronicle.rs`). What is shown before the plan is there, or lived between
//! two pictures that were read, gets a place when it is first seen (`places.rs`), and disturbs nobody.

mod afar;
mod chronicle;
mod claims;
mod drawn;
mod find;
mod focus;
mod form;
mod look;
mod outline;
mod places;
mod plan;
mod route;
mod scene;
mod visible;

pub use afar::{Afar, lies_on_frames};
pub use chronicle::Chronicle;
pub use claims::{Claim, ClaimArrow, ClaimRow, Claims, ClaimsDrawn, Verdict};
pub use drawn::Drawn;
pub use find::{Found, find};
pub use focus::{Edges, Focus};
pub use form::{Cell, Form, Row, fact_start};
pub use look::Look;
pub use outline::{Corner, header, outline};
pub use places::Places;
pub use plan::{FrameSlot, Kept, Plan, PlanWish, Slot};
pub use route::{ArrowPath, Point};
pub use scene::{Arrow, ArrowCell, ArrowKind, DOT_IN_CELL, FrameBox, ObjectBox, Scene, View};

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
    /// Columns in which chains run to the right; what comes after runs downwards.
    pub columns: usize,
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
                gutter: 56,
                gap: 32,
                lanes: 6,
                columns: 2,
                characters: 12,
            }
        } else {
            Self {
                margin: 20,
                frame: 184,
                gutter: 64,
                gap: 34,
                lanes: 14,
                columns: 12,
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
    i32::try_from(crate::words::columns(text))
        .unwrap_or(i32::MAX / 16)
        .saturating_mul(CHARACTER)
}

/// Distance from arrow to arrow under a box.
const UNDER: i32 = 5;

/// How far below a box's upper edge the arrow of one of its cells runs to the gutter: the first cell's lowest, so that
/// no arrow crosses that of another cell.
fn drop_below(form: &Form, part: usize) -> Option<i32> {
    let mut with_arrow = form.cells.iter().filter(|cell| cell.target.is_some());
    let all = form.cells.iter().filter(|cell| cell.target.is_some()).count();
    let order = with_arrow.position(|cell| cell.part == Some(part))?;
    Some(form.height + 9 + UNDER * i32::try_from(all - 1 - order).unwrap_or(0))
}

/// How far below a box's upper edge the lowest arrow of its cells runs, if it has any.
fn lowest_drop(form: &Form) -> Option<i32> {
    form.cells.iter().find(|cell| cell.target.is_some()).and_then(|cell| drop_below(form, cell.part?))
}
