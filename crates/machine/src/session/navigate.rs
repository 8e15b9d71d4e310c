//! From a wish ("the next line in this frame") to a step. Pure: stops in, place out.

use super::stop_log::{StopLog, Wish};
use crate::{picture::Seek, timeline::StopKind};

/// The stop and step that `to` leads to from the stop `stop` and the step `at`; `None` if there is no such place.
pub(super) fn target(stops: &StopLog, stop: usize, at: u64, to: &Seek, recorded: u64) -> Option<(usize, u64)> {
    let exact = |index: usize| stops.get(index).map(|found| (index, found.step));
    let depth = stops.get(stop).map_or(0, |found| found.depth);
    let last = stops.len().checked_sub(1);
    let forward = |wish: Wish<'_>| stops.next(stops.up_to(at), wish).map(|(index, found)| (index, found.step));
    let backward = |wish: Wish<'_>| stops.previous(stops.before(at), wish).map(|(index, found)| (index, found.step));
    match to {
        Seek::First => exact(0),
        Seek::Last => exact(last?),
        Seek::Stop(index) => exact(usize::try_from(*index).ok()?),
        Seek::Step(step) => Some(containing(stops, (*step).min(recorded))),
        Seek::Next => forward(Wish::Any),
        Seek::Previous => backward(Wish::Any),
        Seek::Over => forward(Wish::Depth(depth)),
        Seek::BackOver => backward(Wish::Depth(depth)),
        Seek::Out => match depth.checked_sub(1) {
            Some(less) => forward(Wish::Depth(less)),
            None => forward(Wish::Kind(StopKind::End)),
        },
        Seek::NextInstruction => (at < recorded).then(|| containing(stops, at + 1)),
        Seek::PreviousInstruction => Some(containing(stops, at.checked_sub(1).filter(|step| *step >= first(stops))?)),
        Seek::NextOnLines(lines) => forward(Wish::Lines(lines)).or_else(|| exact(last?)),
        Seek::PreviousOnLines(lines) => backward(Wish::Lines(lines)),
        Seek::NextCollection => forward(Wish::Kind(StopKind::CollectionPhase)),
        Seek::PreviousCollection => backward(Wish::Kind(StopKind::CollectionPhase)),
    }
}

fn first(stops: &StopLog) -> u64 {
    stops.get(0).map_or(0, |found| found.step)
}

/// The stop that `step` belongs to (the last one at or before it), and `step` itself.
fn containing(stops: &StopLog, step: u64) -> (usize, u64) {
    (stops.up_to(step).saturating_sub(1), step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Stop;

    fn stop(step: u64, line: u32, depth: u32) -> Stop {
        Stop { step, line, depth, kind: StopKind::Line }
    }

    /// A call in line 2 of a function in line 1, then line 3.
    fn recording() -> StopLog {
        let mut stops = StopLog::default();
        for stop in [stop(0, 2, 1), stop(5, 1, 2), stop(9, 3, 1), Stop { step: 12, line: 0, depth: 0, kind: StopKind::End }] {
            stops.push(stop);
        }
        stops
    }

    #[test]
    fn over_passes_the_lines_of_a_called_function() {
        assert_eq!(target(&recording(), 0, 0, &Seek::Over, 12), Some((2, 9)));
    }

    #[test]
    fn out_leaves_the_running_function() {
        assert_eq!(target(&recording(), 1, 5, &Seek::Out, 12), Some((2, 9)));
    }

    #[test]
    fn back_from_between_two_stops_goes_to_the_nearer_one() {
        assert_eq!(target(&recording(), 1, 7, &Seek::Previous, 12), Some((1, 5)));
    }

    #[test]
    fn there_is_nothing_before_the_first_stop_and_after_the_last() {
        assert_eq!(target(&recording(), 0, 0, &Seek::Previous, 12), None);
        assert_eq!(target(&recording(), 3, 12, &Seek::Next, 12), None);
    }

    #[test]
    fn a_breakpoint_is_found_in_both_directions() {
        assert_eq!(target(&recording(), 0, 0, &Seek::NextOnLines(vec![3]), 12), Some((2, 9)));
        assert_eq!(target(&recording(), 3, 12, &Seek::PreviousOnLines(vec![1, 2]), 12), Some((1, 5)));
    }
}
