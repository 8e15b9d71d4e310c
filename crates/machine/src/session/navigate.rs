//! From a wish ("the next line in this call") to a stop. Pure: stops in, place out.

use super::stop_log::{StopLog, Wish};
use crate::{
    picture::{Direction, Seek},
    timeline::StopKind,
};

/// The stop and step that `to` leads to from the stop `stop` and the step `at`; `None` if there is no such place, or if it can
/// only be found by running through the recording again.
pub(super) fn target(stops: &StopLog, stop: usize, at: u64, to: &Seek, recorded: u64) -> Option<(usize, u64)> {
    let exact = |index: usize| stops.get(index).map(|found| (index, found.step));
    let here = stops.get(stop).unwrap_or_default();
    let last = stops.len().checked_sub(1);
    let forward = |wish: Wish<'_>| next(stops, at, wish);
    let backward = |wish: Wish<'_>| previous(stops, at, wish);
    match to {
        Seek::First => exact(0),
        Seek::Last => exact(last?),
        Seek::Stop(index) => exact(usize::try_from(*index).ok()?),
        Seek::Step(step) => (*step <= recorded).then(|| containing(stops, *step)),
        Seek::Next => forward(Wish::Any),
        Seek::Previous => backward(Wish::Any),
        Seek::Over => over(stops, stop, at),
        Seek::BackOver if at > here.step => Some((stop, here.step)),
        Seek::BackOver => back_over(stops, stop, at),
        Seek::Out => forward(Wish::Shallower(here.depth)),
        Seek::BackOut => backward(Wish::Shallower(here.depth)),
        Seek::NextInstruction => (at < recorded).then(|| containing(stops, at + 1)),
        Seek::PreviousInstruction => Some(containing(stops, at.checked_sub(1).filter(|step| *step >= first(stops))?)),
        Seek::NextOnLines(lines) => forward(Wish::Lines(lines)),
        Seek::PreviousOnLines(lines) => backward(Wish::Lines(lines)),
        Seek::Execution { line, time } => execution(stops, *line, *time),
        Seek::NextCollection => forward(Wish::Phase),
        Seek::PreviousCollection => backward(Wish::Phase),
        Seek::Break(direction, points) => {
            let lines: Vec<u32> = points.iter().map(|point| point.line).collect();
            towards(stops, at, *direction, Wish::Lines(&lines))
        }
        Seek::Find(direction, _) => towards(stops, at, *direction, Wish::Kind(StopKind::CollectionBegins)),
    }
}

/// The next stop after the step `at` that fits, or the last one before.
fn towards(stops: &StopLog, at: u64, direction: Direction, wish: Wish<'_>) -> Option<(usize, u64)> {
    match direction {
        Direction::Forward => next(stops, at, wish),
        Direction::Backward => previous(stops, at, wish),
    }
}

/// The stop before `line` runs for the `time`th time.
fn execution(stops: &StopLog, line: u32, time: u32) -> Option<(usize, u64)> {
    let mut from = 0;
    for _ in 1..time {
        from = stops.next(from, Wish::Lines(&[line]))?.0 + 1;
    }
    stops.next(from, Wish::Lines(&[line])).map(|(index, found)| (index, found.step))
}

fn next(stops: &StopLog, at: u64, wish: Wish<'_>) -> Option<(usize, u64)> {
    stops.next(stops.up_to(at), wish).map(|(index, found)| (index, found.step))
}

fn previous(stops: &StopLog, at: u64, wish: Wish<'_>) -> Option<(usize, u64)> {
    stops.previous(stops.before(at), wish).map(|(index, found)| (index, found.step))
}

/// The next stop in the call of the stop `stop`, or further out. What begins later in the same place of the stack is another
/// call, of the same caller.
fn over(stops: &StopLog, stop: usize, at: u64) -> Option<(usize, u64)> {
    let here = stops.get(stop)?;
    let (index, found) = stops.next(stops.up_to(at), Wish::Frame(here.depth, here.frame))?;
    let is_another_call = found.enters && found.frame == here.frame && found.depth >= here.depth;
    if is_another_call { next(stops, at, Wish::Shallower(here.depth)) } else { Some((index, found.step)) }
}

/// The same backwards: at the first line of a call this is the line that called.
fn back_over(stops: &StopLog, stop: usize, at: u64) -> Option<(usize, u64)> {
    let here = stops.get(stop)?;
    let wish = if here.enters { Wish::Shallower(here.depth) } else { Wish::Frame(here.depth, here.frame) };
    previous(stops, at, wish)
}

fn first(stops: &StopLog) -> u64 {
    stops.get(0).map_or(0, |found| found.step)
}

/// The stop that `step` belongs to (the last one at or before it), and `step` itself.
pub(super) fn containing(stops: &StopLog, step: u64) -> (usize, u64) {
    (stops.up_to(step).saturating_sub(1), step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Stop;

    fn stop(step: u64, line: u32, depth: u32) -> Stop {
        Stop { step, line, depth, frame: depth * 20, ..Stop::default() }
    }

    /// Line 2 calls a function in line 1 twice; then line 3.
    fn recording() -> StopLog {
        let mut stops = StopLog::default();
        let call = |step| Stop { enters: true, ..stop(step, 1, 2) };
        let end = Stop { step: 12, kind: StopKind::End, ..Stop::default() };
        for stop in [stop(0, 2, 1), call(3), stop(4, 5, 2), call(5), stop(6, 5, 2), stop(9, 3, 1), end] {
            stops.push(stop);
        }
        stops
    }

    fn from(step: u64, to: &Seek) -> Option<u64> {
        let stops = recording();
        target(&stops, containing(&stops, step).0, step, to, 12).map(|(_, step)| step)
    }

    #[test]
    fn over_passes_the_lines_of_called_functions() {
        assert_eq!(from(0, &Seek::Over), Some(9));
        assert_eq!(from(3, &Seek::Over), Some(4));
    }

    #[test]
    fn over_at_the_end_of_a_call_does_not_enter_the_next_call_of_the_same_line() {
        assert_eq!(from(4, &Seek::Over), Some(9));
    }

    #[test]
    fn back_over_at_the_beginning_of_a_call_does_not_enter_the_call_before() {
        assert_eq!(from(6, &Seek::BackOver), Some(5));
        assert_eq!(from(5, &Seek::BackOver), Some(0));
        assert_eq!(from(9, &Seek::BackOver), Some(0));
    }

    #[test]
    fn out_leaves_the_running_function_in_both_directions() {
        assert_eq!(from(5, &Seek::Out), Some(9));
        assert_eq!(from(6, &Seek::BackOut), Some(0));
    }

    #[test]
    fn back_from_between_two_stops_goes_to_the_nearer_one() {
        assert_eq!(from(7, &Seek::Previous), Some(6));
        assert_eq!(from(7, &Seek::BackOver), Some(6));
    }

    #[test]
    fn there_is_nothing_before_the_first_stop_and_after_the_last() {
        assert_eq!(from(0, &Seek::Previous), None);
        assert_eq!(from(12, &Seek::Next), None);
        assert_eq!(from(3, &Seek::Step(13)), None);
    }

    #[test]
    fn an_execution_of_a_line_is_found_from_anywhere() {
        assert_eq!(from(9, &Seek::Execution { line: 2, time: 1 }), Some(0));
        assert_eq!(from(0, &Seek::Execution { line: 2, time: 2 }), None);
    }

    #[test]
    fn a_breakpoint_is_found_in_both_directions() {
        assert_eq!(from(0, &Seek::NextOnLines(vec![3])), Some(9));
        assert_eq!(from(12, &Seek::PreviousOnLines(vec![1, 2])), Some(5));
        assert_eq!(from(9, &Seek::NextOnLines(vec![1, 2])), None);
    }
}
