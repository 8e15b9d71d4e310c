//! From a wish ("the next line in this frame") to a step. Pure: stops in, place out.

use crate::{
    picture::Seek,
    timeline::{Stop, StopKind},
};

/// The stop and step that `to` leads to from the stop `stop` and the step `at`; `None` if there is no such place.
pub(super) fn target(stops: &[Stop], stop: usize, at: u64, to: &Seek, recorded: u64) -> Option<(usize, u64)> {
    let exact = |index: usize| stops.get(index).map(|found| (index, found.step));
    let depth = stops.get(stop).map_or(0, |found| found.depth);
    let after = stops.partition_point(|found| found.step <= at);
    let before = stops.partition_point(|found| found.step < at);
    let forward = |wish: &dyn Fn(&Stop) -> bool| (after..stops.len()).find(|index| wish(&stops[*index]));
    let backward = |wish: &dyn Fn(&Stop) -> bool| (0..before).rev().find(|index| wish(&stops[*index]));
    let is_end = |found: &Stop| found.kind == StopKind::End;
    match to {
        Seek::First => exact(0),
        Seek::Last => exact(stops.len().checked_sub(1)?),
        Seek::Stop(index) => exact(usize::try_from(*index).ok()?),
        Seek::Step(step) => Some(containing(stops, (*step).min(recorded))),
        Seek::Next => exact(forward(&|_| true)?),
        Seek::Previous => exact(backward(&|_| true)?),
        Seek::Over => exact(forward(&|found| found.depth <= depth || is_end(found))?),
        Seek::BackOver => exact(backward(&|found| found.depth <= depth)?),
        Seek::Out => exact(forward(&|found| found.depth < depth || is_end(found))?),
        Seek::NextInstruction => (at < recorded).then(|| containing(stops, at + 1)),
        Seek::PreviousInstruction => Some(containing(stops, at.checked_sub(1).filter(|step| *step >= first(stops))?)),
        Seek::NextOnLines(lines) => exact(forward(&|found| lines.contains(&found.line)).or(stops.len().checked_sub(1))?),
        Seek::PreviousOnLines(lines) => exact(backward(&|found| lines.contains(&found.line))?),
        Seek::NextCollection => exact(forward(&|found| found.kind == StopKind::CollectionPhase)?),
        Seek::PreviousCollection => exact(backward(&|found| found.kind == StopKind::CollectionPhase)?),
    }
}

fn first(stops: &[Stop]) -> u64 {
    stops.first().map_or(0, |found| found.step)
}

/// The stop that `step` belongs to (the last one at or before it), and `step` itself.
fn containing(stops: &[Stop], step: u64) -> (usize, u64) {
    (stops.partition_point(|found| found.step <= step).saturating_sub(1), step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(step: u64, line: u32, depth: u32) -> Stop {
        Stop { step, line, depth, kind: StopKind::Line }
    }

    /// A call in line 2 of a function in line 1, then line 3.
    fn recording() -> Vec<Stop> {
        vec![stop(0, 2, 1), stop(5, 1, 2), stop(9, 3, 1), Stop { step: 12, line: 0, depth: 0, kind: StopKind::End }]
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
