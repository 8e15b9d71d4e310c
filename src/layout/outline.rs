//! Silhouettes: the kind of an object can be told from its outline alone.

use crate::picture::Shape;
use std::fmt::Write;

/// How a corner is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corner {
    /// Rounded by this radius.
    Round(i32),
    /// Cut off straight, by this much.
    Cut(i32),
}

const SQUARE: Corner = Corner::Round(0);

/// The corners of a kind: top left, top right, bottom right, bottom left.
fn corners(shape: Shape) -> [Corner; 4] {
    use Corner::{Cut, Round};
    match shape {
        Shape::Number => [Round(13); 4],
        Shape::Text | Shape::Bytes => [Round(10), SQUARE, Round(10), SQUARE],
        Shape::List => [Round(3); 4],
        Shape::Tuple | Shape::Cell | Shape::Module | Shape::Other | Shape::Weakref => [SQUARE; 4],
        Shape::Frame => [Round(5); 4],
        Shape::Dict => [Round(8); 4],
        Shape::Set => [Round(14); 4],
        Shape::Instance => [Cut(9), Round(2), Round(2), Round(2)],
        Shape::Slotted => [Cut(9), Cut(9), Round(2), Round(2)],
        Shape::Class => [Round(3); 4],
        Shape::Function | Shape::Method => [Round(2), Cut(9), Cut(9), Round(2)],
        Shape::Generator => [Round(18), Round(18), Round(2), Round(2)],
        Shape::Iterator => [Round(13); 4],
        Shape::Exception | Shape::Traceback => [Cut(7); 4],
    }
}

/// The outline of a box of this kind and size, with its top left corner at the origin.
pub fn outline(shape: Shape, width: i32, height: i32) -> String {
    path(width, height, corners(shape))
}

/// The header inside that outline: the upper part, the left part where the value stands beside it, or all of a box that is no
/// higher.
pub fn header(shape: Shape, (width, height): (i32, i32), whole: bool, beside: bool) -> String {
    let [top_left, top_right, _, bottom_left] = corners(shape);
    if whole && !beside {
        outline(shape, width, height)
    } else if beside && !whole {
        path(width, height, [top_left, SQUARE, SQUARE, SQUARE])
    } else if beside {
        path(width, height, [top_left, SQUARE, SQUARE, bottom_left])
    } else {
        path(width, height, [top_left, top_right, SQUARE, SQUARE])
    }
}

fn path(width: i32, height: i32, [top_left, top_right, bottom_right, bottom_left]: [Corner; 4]) -> String {
    let reach = |corner: Corner| match corner {
        Corner::Round(by) | Corner::Cut(by) => by.min(width / 2).min(height / 2),
    };
    let mut text = format!("M{} 0", reach(top_left));
    let mut turn = |corner: Corner, before: (i32, i32), tip: (i32, i32), after: (i32, i32)| {
        let _ = write!(text, "L{} {}", before.0, before.1);
        let _ = match corner {
            Corner::Round(_) => write!(text, "Q{} {} {} {}", tip.0, tip.1, after.0, after.1),
            Corner::Cut(_) => write!(text, "L{} {}", after.0, after.1),
        };
    };
    let by = reach(top_right);
    turn(top_right, (width - by, 0), (width, 0), (width, by));
    let by = reach(bottom_right);
    turn(
        bottom_right,
        (width, height - by),
        (width, height),
        (width - by, height),
    );
    let by = reach(bottom_left);
    turn(bottom_left, (by, height), (0, height), (0, height - by));
    let by = reach(top_left);
    turn(top_left, (0, by), (0, 0), (by, 0));
    text.push('Z');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_of_a_box_without_rows_keeps_to_its_outline() {
        assert_eq!(header(Shape::Function, (100, 26), true, false), outline(Shape::Function, 100, 26));
        assert_ne!(header(Shape::Function, (100, 26), false, false), outline(Shape::Function, 100, 26));
    }

    #[test]
    fn an_instance_has_its_top_left_corner_cut() {
        assert!(outline(Shape::Instance, 100, 50).ends_with("L0 9L9 0Z"));
    }
}
