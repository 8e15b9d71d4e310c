//! What should be in view after a step, and how far the stage is scrolled for that.

use crate::session::Zoom;

/// Left, top, right and bottom, in the stage's own measures.
pub type Edges = [i32; 4];

/// What a step is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// The box that changed, or the running frame.
    pub main: Edges,
    /// The name or the box that refers to it: in view too, where both fit.
    pub beside: Option<Edges>,
}

/// Room around it, in pixels of the window.
const AROUND: i32 = 16;

/// The smallest size, in percent, at which boxes can be read: a phone is held close, a wide page is also read from afar.
fn readable(narrow: bool) -> i32 {
    if narrow { 70 } else { 80 }
}

impl Focus {
    /// Where the stage is to be scrolled to, in pixels of the window: no further than is needed, and to its upper left corner if
    /// all is in view there, so that frames are not cut.
    pub fn scrolled(&self, at: (i32, i32), room: (i32, i32), zoom: Zoom) -> (i32, i32) {
        let main = self.main.map(|edge| zoom.of(edge));
        let both = self.both().map(|edge| zoom.of(edge));
        let along = |axis: usize, at: i32, room: i32| {
            let fits = both[axis + 2] - both[axis] + 2 * AROUND <= room;
            let [start, end] = if fits { [both[axis], both[axis + 2]] } else { [main[axis], main[axis + 2]] };
            scrolled(at, room, start, end)
        };
        (along(0, at.0, room.0), along(1, at.1, room.1))
    }

    /// The smaller size at which both ends are in view side by side, if this one is too large for that and boxes can be read
    /// then. Where the whole stage, `whole` wide, fits at a size at which boxes can be read, that size is it: nothing is cut then.
    pub fn suitable(&self, room: (i32, i32), zoom: Zoom, narrow: bool, whole: i32) -> Option<Zoom> {
        let (both, least) = (self.both(), readable(narrow));
        let all = room.0 * 100 / whole.max(1);
        if (least..zoom.0).contains(&all) {
            return Some(Zoom(all));
        }
        let (width, room) = (both[2] - both[0], room.0 - 2 * AROUND);
        if zoom.of(width) <= room || width <= 0 || zoom.0 <= least {
            return None;
        }
        let fitting = (room * 100 / width).clamp(least, 100);
        (fitting < zoom.0).then_some(Zoom(fitting))
    }

    fn both(&self) -> Edges {
        let Some(beside) = self.beside else { return self.main };
        let main = self.main;
        [main[0].min(beside[0]), main[1].min(beside[1]), main[2].max(beside[2]), main[3].max(beside[3])]
    }
}

fn scrolled(at: i32, room: i32, start: i32, end: i32) -> i32 {
    let is_in_view = start >= at && end <= at + room;
    if end + AROUND <= room && !is_in_view || end <= room && at > 0 && !is_in_view {
        return 0;
    }
    if is_in_view {
        at
    } else if start < at || end - start + 2 * AROUND > room {
        (start - AROUND).max(0)
    } else {
        end + AROUND - room
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FULL: Zoom = Zoom(100);

    #[test]
    fn nothing_is_scrolled_while_all_is_in_view() {
        let focus = Focus { main: [300, 100, 400, 150], beside: Some([20, 100, 200, 124]) };
        assert_eq!(focus.scrolled((10, 40), (800, 600), FULL), (10, 40));
    }

    #[test]
    fn frames_are_not_cut_where_the_name_and_the_box_fit() {
        let focus = Focus { main: [186, 100, 350, 150], beside: Some([10, 100, 140, 124]) };
        assert_eq!(focus.scrolled((60, 0), (390, 300), FULL), (0, 0));
    }

    #[test]
    fn what_does_not_fit_beside_its_name_is_in_view_itself() {
        let focus = Focus { main: [900, 2000, 1000, 2040], beside: Some([10, 100, 140, 124]) };
        let (x, y) = focus.scrolled((0, 0), (390, 300), FULL);
        assert!(x <= 900 && x + 390 >= 1000 && y <= 2000 && y + 300 >= 2040);
    }

    #[test]
    fn a_narrow_stage_becomes_smaller_until_both_fit_and_never_too_small_to_read() {
        let near = Focus { main: [200, 0, 430, 50], beside: Some([10, 0, 140, 24]) };
        let smaller = near.suitable((390, 300), FULL, true, i32::MAX).expect("it does not fit");
        assert!(smaller.of(420) <= 390 - 2 * AROUND && smaller.0 >= readable(true));
        let far = Focus { main: [2000, 0, 2400, 50], beside: Some([10, 0, 140, 24]) };
        assert_eq!(far.suitable((390, 300), FULL, true, i32::MAX), Some(Zoom(readable(true))));
        assert_eq!(far.suitable((390, 300), Zoom(readable(true)), true, i32::MAX), None);
        assert_eq!(near.suitable((800, 300), FULL, false, i32::MAX), None);
    }
}
