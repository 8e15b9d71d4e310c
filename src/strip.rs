//! The overview of a recording as curves of a drawing.

mod pace;
mod window;

pub use pace::Pace;
pub use window::Window;

use crate::picture::story::{Bucket, Overview};
use std::fmt::Write;

/// Width of the drawing, in its own units.
pub const WIDTH: f64 = 1000.0;
/// Height of the drawing, in its own units.
pub const HEIGHT: f64 = 60.0;
/// Where the curves end; below stand the marks of output.
const FLOOR: f64 = 54.0;
/// Where they begin; above stand the marks of collections.
const CEILING: f64 = 7.0;

/// What the curves go from and to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scale {
    objects: (u64, u64),
    bytes: (u64, u64),
    depth: u32,
}

/// The scale on which all of `overviews` fit.
pub fn scale<'a>(overviews: impl IntoIterator<Item = &'a Overview>) -> Scale {
    let mut scale = Scale { objects: (u64::MAX, 0), bytes: (u64::MAX, 0), depth: 1 };
    for bucket in overviews.into_iter().flat_map(|overview| &overview.buckets) {
        let wider = |range: (u64, u64), value: u64| (range.0.min(value), range.1.max(value));
        scale.objects = wider(scale.objects, bucket.objects);
        scale.bytes = wider(scale.bytes, bucket.bytes);
        scale.depth = scale.depth.max(bucket.depth);
    }
    scale
}

/// The curves, as SVG path data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strip {
    /// Objects alive, an area.
    pub objects: String,
    /// Bytes in use, a line.
    pub bytes: String,
    /// Depth of calls, an area from below.
    pub depth: String,
    /// A tick at the top for every stretch with a collection.
    pub collections: String,
    /// A tick at the bottom for every stretch with output.
    pub output: String,
    /// A dash across for every stretch with an exception.
    pub exceptions: String,
}

impl Strip {
    /// The curves of `overview` from the step `from` on, on a drawing that ends with the step `last`.
    pub fn new(overview: &Overview, from: u64, last: u64, scale: &Scale) -> Self {
        let mut strip = Self::default();
        let x = |step: u64| step.min(last) as f64 / last.max(1) as f64 * WIDTH;
        let first = (from / overview.width.max(1)) as usize;
        let mut before: Option<&Bucket> = None;
        for (number, bucket) in overview.buckets.iter().enumerate().skip(first) {
            let start = number as u64 * overview.width;
            let (left, right) = (x(start.max(from)), x((start + overview.width).min(overview.steps.max(start + 1))));
            strip.add(bucket, before, (left, right), scale);
            before = Some(bucket);
        }
        if !strip.objects.is_empty() {
            let (left, right) = (x(from), x(overview.steps));
            strip.objects = format!("M{left:.1} {FLOOR}L{}L{right:.1} {FLOOR}Z", &strip.objects[1..]);
            strip.depth = format!("M{left:.1} {FLOOR}L{}L{right:.1} {FLOOR}Z", &strip.depth[1..]);
        }
        strip
    }

    fn add(&mut self, bucket: &Bucket, before: Option<&Bucket>, (left, right): (f64, f64), scale: &Scale) {
        let height = |share: f64| FLOOR - share * (FLOOR - CEILING);
        let share = |(low, high): (u64, u64), value: u64| {
            if high == low { 0.5 } else { 0.12 + 0.88 * (value - low.min(value)) as f64 / (high - low) as f64 }
        };
        let level = |path: &mut String, y: f64| {
            let sign = if path.is_empty() { 'M' } else { 'L' };
            // Writing to a string does not fail.
            let _ = write!(path, "{sign}{left:.1} {y:.1}L{right:.1} {y:.1}");
        };
        level(&mut self.objects, height(share(scale.objects, bucket.objects)));
        level(&mut self.bytes, height(share(scale.bytes, bucket.bytes)));
        level(&mut self.depth, height(0.45 * f64::from(bucket.depth) / f64::from(scale.depth)));
        let middle = f64::midpoint(left, right);
        if before.is_some_and(|before| bucket.collections > before.collections) {
            let _ = write!(self.collections, "M{middle:.1} 0V{CEILING}");
        }
        if before.is_some_and(|before| bucket.output > before.output) {
            let _ = write!(self.output, "M{middle:.1} {}V{HEIGHT}", FLOOR + 1.0);
        }
        if bucket.exceptions > 0 {
            let _ = write!(self.exceptions, "M{middle:.1} {CEILING}V{FLOOR}");
        }
    }
}

/// The stretch that a step lies in.
pub fn at(overview: &Overview, step: u64) -> Option<&Bucket> {
    let bucket = step.checked_div(overview.width)? as usize;
    overview.buckets.get(bucket).or(overview.buckets.last())
}

/// The stop at or near a step: between the first stops of two stretches, in proportion.
pub fn stop_at(overview: &Overview, step: u64) -> u64 {
    let width = overview.width.max(1);
    let bucket = (step / width) as usize;
    let Some(here) = overview.buckets.get(bucket) else {
        return overview.buckets.last().map_or(0, |last| last.stop + (step > overview.steps.saturating_sub(width)) as u64);
    };
    let next = overview.buckets.get(bucket + 1).map_or(here.stop, |next| next.stop);
    here.stop + (next.saturating_sub(here.stop)) * (step % width) / width
}

/// The step at or near a stop: between the first steps of two stretches, in proportion.
pub fn step_of(overview: &Overview, stop: u64) -> u64 {
    let buckets = &overview.buckets;
    let behind = buckets.partition_point(|bucket| bucket.stop <= stop);
    let Some(index) = behind.checked_sub(1) else { return 0 };
    let first = buckets.partition_point(|bucket| bucket.stop < buckets[index].stop);
    let (here, step) = (buckets[index].stop, first as u64 * overview.width);
    let Some(next) = buckets.get(behind) else { return step.min(overview.steps) };
    let stretch = (behind - first) as u64 * overview.width;
    step + stretch * (stop - here) / (next.stop - here).max(1)
}

/// The steps to ask about for what the stretches between two steps count: what is counted at a stop happened since the stop
/// before it.
pub fn asked_about(overview: &Overview, from: u64, to: u64) -> (u64, u64) {
    let first = (from / overview.width.max(1)) as usize;
    let Some(here) = overview.buckets.get(first) else { return (from, to) };
    let before = here.stop.saturating_sub(1);
    let begin = overview.buckets.partition_point(|bucket| bucket.stop < before).min(first.saturating_sub(1));
    (begin as u64 * overview.width, to)
}

/// What the stretches between two steps hold beside their levels: collections, bytes of output, exceptions.
pub fn events_between(overview: &Overview, from: u64, to: u64) -> (u64, u64, u64) {
    let width = overview.width.max(1);
    let (first, last) = ((from / width) as usize, (to / width) as usize);
    let before = first.checked_sub(1).and_then(|index| overview.buckets.get(index)).copied().unwrap_or_default();
    let part = overview.buckets.get(first..=last.min(overview.buckets.len().saturating_sub(1))).unwrap_or_default();
    let Some(end) = part.last() else { return (0, 0, 0) };
    let exceptions = part.iter().map(|bucket| u64::from(bucket.exceptions)).sum();
    // What there was before the first stretch is nothing that happened in it.
    if first == 0 {
        let start = part[0];
        return (end.collections - start.collections, end.output - start.output, exceptions);
    }
    (end.collections.saturating_sub(before.collections), end.output.saturating_sub(before.output), exceptions)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overview(width: u64, stops: &[u64]) -> Overview {
        let buckets = stops.iter().map(|stop| Bucket { stop: *stop, objects: 10 + stop, depth: 1, ..Bucket::default() });
        Overview { width, buckets: buckets.collect(), steps: width * stops.len() as u64 }
    }

    #[test]
    fn a_step_between_two_known_stops_is_a_stop_between_them() {
        let seen = overview(100, &[0, 20, 40]);
        assert_eq!(stop_at(&seen, 0), 0);
        assert_eq!(stop_at(&seen, 150), 30);
        assert_eq!(stop_at(&seen, 299), 40);
    }

    #[test]
    fn a_stop_is_found_at_the_step_that_leads_to_it() {
        let seen = overview(100, &[0, 20, 20, 40]);
        assert_eq!(step_of(&seen, 0), 0);
        assert_eq!(step_of(&seen, 10), 50);
        assert_eq!(step_of(&seen, 20), 100);
        assert_eq!(step_of(&seen, 30), 200);
        assert_eq!(step_of(&seen, 99), 300);
        assert_eq!(step_of(&Overview::default(), 5), 0);
    }

    #[test]
    fn what_happens_between_two_steps_is_counted() {
        let bucket = |collections, output, exceptions| Bucket { collections, output, exceptions, ..Bucket::default() };
        let seen = Overview { width: 10, buckets: vec![bucket(1, 0, 0), bucket(2, 5, 1), bucket(2, 9, 0)], steps: 30 };
        assert_eq!(events_between(&seen, 0, 9), (0, 0, 0));
        assert_eq!(events_between(&seen, 10, 19), (1, 5, 1));
        assert_eq!(events_between(&seen, 0, 400), (1, 9, 1));
        assert_eq!(events_between(&Overview::default(), 0, 9), (0, 0, 0));
    }

    #[test]
    fn what_is_counted_at_a_stop_happened_since_the_stop_before() {
        let seen = overview(10, &[0, 3, 4, 4, 5]);
        assert_eq!(asked_about(&seen, 45, 49), (20, 49));
        assert_eq!(asked_about(&seen, 12, 19), (0, 19));
        assert_eq!(asked_about(&seen, 0, 9), (0, 9));
    }

    #[test]
    fn curves_end_where_the_recording_ends() {
        let seen = overview(100, &[0, 20]);
        let strip = Strip::new(&seen, 0, 400, &scale([&seen]));
        assert!(strip.objects.starts_with("M0.0 54L0.0 48.4") && strip.objects.ends_with("L500.0 54Z"), "{}", strip.objects);
    }

    #[test]
    fn an_alternative_is_drawn_from_where_it_begins() {
        let seen = overview(100, &[0, 0, 20]);
        let strip = Strip::new(&seen, 150, 300, &scale([&seen]));
        assert!(strip.objects.starts_with("M500.0 54"), "{}", strip.objects);
    }

    #[test]
    fn nothing_recorded_draws_nothing() {
        assert_eq!(Strip::new(&Overview::default(), 0, 0, &scale([])), Strip::default());
        assert_eq!(stop_at(&Overview::default(), 5), 0);
        assert!(at(&Overview::default(), 5).is_none());
    }
}
