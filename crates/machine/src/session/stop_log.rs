//! The stops of a recording, packed: about three bytes each, so that ten million lines fit easily.
//!
//! ```text
//! chunk: first stop, then for each stop the distance to the one before: step · line · (kind, depth, frame, if they differ or a call begins)
//! ```
//!
//! Numbers are written seven bits a byte, the highest bit saying that more follow. A chunk knows what is in it, so that a
//! search skips those that cannot hold what is wanted.

use crate::timeline::{Stop, StopKind};

/// Stops in a chunk.
const CHUNK: usize = 1024;
/// Stops that are packed together.
const BLOCK: usize = 64;

/// All stops so far, in order.
#[derive(Debug, Default)]
pub(super) struct StopLog {
    chunks: Vec<Chunk>,
}

#[derive(Debug)]
struct Chunk {
    first: Stop,
    last: Stop,
    count: usize,
    /// The stops after the first.
    packed: Vec<u8>,
    lowest_depth: u32,
    /// The lowest and the highest frame in it.
    frames: (u32, u32),
    /// Bit `line % 64` of every line in it.
    lines: u64,
    /// Bit `kind` of every kind in it.
    kinds: u8,
}

/// What a search looks for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Wish<'a> {
    /// Any stop.
    Any,
    /// One with fewer frames than these, or the end.
    Shallower(u32),
    /// The same, or one in this frame.
    Frame(u32, u32),
    /// One on one of these lines.
    Lines(&'a [u32]),
    /// One of this kind.
    Kind(StopKind),
    /// A phase of a collection.
    Phase,
}

impl Wish<'_> {
    fn fits(self, stop: &Stop) -> bool {
        match self {
            Self::Any => true,
            Self::Shallower(depth) => stop.depth < depth || stop.kind == StopKind::End,
            Self::Frame(depth, frame) => stop.frame == frame || Self::Shallower(depth).fits(stop),
            Self::Lines(lines) => lines.contains(&stop.line),
            Self::Kind(kind) => stop.kind == kind,
            Self::Phase => matches!(stop.kind, StopKind::CollectionPhase | StopKind::CollectionBegins),
        }
    }

    /// Whether a chunk may hold such a stop.
    fn may_be_in(self, chunk: &Chunk) -> bool {
        match self {
            Self::Any => true,
            Self::Shallower(depth) => chunk.lowest_depth < depth || chunk.kinds & bit(StopKind::End) != 0,
            Self::Frame(depth, frame) => (chunk.frames.0..=chunk.frames.1).contains(&frame) || Self::Shallower(depth).may_be_in(chunk),
            Self::Lines(lines) => lines.iter().any(|line| chunk.lines & 1 << (line % 64) != 0),
            Self::Kind(kind) => chunk.kinds & bit(kind) != 0,
            Self::Phase => chunk.kinds & (bit(StopKind::CollectionPhase) | bit(StopKind::CollectionBegins)) != 0,
        }
    }
}

fn bit(kind: StopKind) -> u8 {
    1 << kind as u8
}

impl StopLog {
    /// How many stops.
    pub(super) fn len(&self) -> usize {
        self.chunks.last().map_or(0, |last| (self.chunks.len() - 1) * CHUNK + last.count)
    }

    /// Whether there are none yet.
    pub(super) fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    /// Bytes in use.
    pub(super) fn bytes(&self) -> u64 {
        self.chunks.iter().map(|chunk| (chunk.packed.capacity() + size_of::<Chunk>()) as u64).sum()
    }

    /// Adds a stop at or after the last one.
    pub(super) fn push(&mut self, stop: Stop) {
        match self.chunks.last_mut() {
            Some(chunk) if chunk.count < CHUNK => chunk.push(stop),
            _ => self.chunks.push(Chunk::new(stop)),
        }
    }

    /// Adds stops, each at or after the one before.
    pub(super) fn extend(&mut self, mut stops: &[Stop]) {
        while let Some((first, rest)) = stops.split_first() {
            let room = self.chunks.last().map_or(0, |chunk| CHUNK - chunk.count);
            let (fitting, others) = stops.split_at(room.min(stops.len()));
            match self.chunks.last_mut() {
                Some(chunk) if room > 0 => {
                    chunk.extend(fitting);
                    stops = others;
                }
                _ => {
                    self.push(*first);
                    stops = rest;
                }
            }
        }
    }

    /// Whether the last stop is of this kind.
    pub(super) fn last_is(&self, kind: StopKind) -> bool {
        self.chunks.last().is_some_and(|chunk| chunk.last.kind == kind)
    }

    /// Takes the last stop away.
    pub(super) fn pop(&mut self) {
        let Some(chunk) = self.chunks.pop() else { return };
        for stop in chunk.stops().take(chunk.count - 1) {
            self.push(stop);
        }
    }

    /// The `index`th stop.
    pub(super) fn get(&self, index: usize) -> Option<Stop> {
        self.chunks.get(index / CHUNK)?.stops().nth(index % CHUNK)
    }

    /// All stops.
    pub(super) fn iter(&self) -> impl Iterator<Item = Stop> + '_ {
        self.chunks.iter().flat_map(Chunk::stops)
    }

    /// How many stops come before the first that `is_past`; the stops are in order.
    fn count_until(&self, is_past: impl Fn(&Stop) -> bool) -> usize {
        let chunk = self.chunks.partition_point(|chunk| !is_past(&chunk.last));
        let inside = self.chunks.get(chunk).map_or(0, |chunk| chunk.stops().take_while(|stop| !is_past(stop)).count());
        chunk.min(self.chunks.len().saturating_sub(1)) * CHUNK
            + if chunk < self.chunks.len() { inside } else { self.chunks.last().map_or(0, |last| last.count) }
    }

    /// How many stops lie at or before `step`.
    pub(super) fn up_to(&self, step: u64) -> usize {
        self.count_until(|stop| stop.step > step)
    }

    /// How many stops lie before `step`.
    pub(super) fn before(&self, step: u64) -> usize {
        self.count_until(|stop| stop.step >= step)
    }

    /// The first stop from number `from` on that fits.
    pub(super) fn next(&self, from: usize, wish: Wish<'_>) -> Option<(usize, Stop)> {
        let chunks = self.chunks.iter().enumerate().skip(from / CHUNK).filter(|(_, chunk)| wish.may_be_in(chunk));
        let mut stops = chunks.flat_map(|(number, chunk)| chunk.stops().enumerate().map(move |(place, stop)| (number * CHUNK + place, stop)));
        stops.find(|(index, stop)| *index >= from && wish.fits(stop))
    }

    /// The last stop with a number below `until` that fits.
    pub(super) fn previous(&self, until: usize, wish: Wish<'_>) -> Option<(usize, Stop)> {
        let chunks = self.chunks.iter().enumerate().take(until.div_ceil(CHUNK)).rev().filter(|(_, chunk)| wish.may_be_in(chunk));
        chunks
            .filter_map(|(number, chunk)| {
                let stops = chunk.stops().enumerate().map(|(place, stop)| (number * CHUNK + place, stop));
                stops.filter(|(index, stop)| *index < until && wish.fits(stop)).last()
            })
            .next()
    }
}

impl Chunk {
    fn new(first: Stop) -> Self {
        Self {
            first,
            last: first,
            count: 1,
            packed: Vec::with_capacity(4 * CHUNK),
            lowest_depth: first.depth,
            frames: (first.frame, first.frame),
            lines: 1 << (first.line % 64),
            kinds: bit(first.kind),
        }
    }

    fn extend(&mut self, stops: &[Stop]) {
        for block in stops.chunks(BLOCK) {
            if !self.extend_by_small_ones(block) {
                block.iter().for_each(|stop| self.push(*stop));
            }
        }
        if self.count == CHUNK {
            self.packed.shrink_to_fit();
        }
    }

    /// Adds stops, if all their numbers fit a byte; false if one does not, and nothing has happened.
    fn extend_by_small_ones(&mut self, stops: &[Stop]) -> bool {
        let start = self.packed.len();
        self.packed.resize(start + 4 * stops.len(), 0);
        let (mut end, mut largest, mut last) = (start, 0, self.last);
        for stop in stops {
            let (numbers, differs) = distances(last, *stop);
            let Some(place) = self.packed.get_mut(end..end + 4) else { break };
            place.copy_from_slice(&numbers.map(|number| number as u8));
            largest |= numbers.iter().fold(0, |all, number| all | number);
            end += if differs { 4 } else { 2 };
            last = *stop;
        }
        let fits = largest < 0x80;
        self.packed.truncate(if fits { end } else { start });
        if fits {
            stops.iter().for_each(|stop| self.count_in(*stop));
        }
        fits
    }

    fn push(&mut self, stop: Stop) {
        let (numbers, differs) = distances(self.last, stop);
        for number in &numbers[..if differs { 4 } else { 2 }] {
            write(&mut self.packed, *number);
        }
        self.count_in(stop);
    }

    /// The stop is the last one now; notes what searches want to know of it.
    #[inline]
    fn count_in(&mut self, stop: Stop) {
        self.last = stop;
        self.count += 1;
        self.lowest_depth = self.lowest_depth.min(stop.depth);
        self.frames = (self.frames.0.min(stop.frame), self.frames.1.max(stop.frame));
        self.lines |= 1 << (stop.line % 64);
        self.kinds |= bit(stop.kind);
    }

    fn stops(&self) -> impl Iterator<Item = Stop> + '_ {
        let mut rest = self.packed.iter().copied();
        let mut next = Some(self.first);
        std::iter::from_fn(move || {
            let stop = next?;
            next = read(&mut rest).map(|steps| {
                let line = read(&mut rest).unwrap_or(0);
                let mut following = Stop { step: stop.step + steps, enters: false, ..stop };
                following.line = (i64::from(stop.line) + unfold(line >> 1)) as u32;
                if line & 1 != 0 {
                    let both = read(&mut rest).unwrap_or(0);
                    following.depth = (i64::from(stop.depth) + unfold(both >> 4)) as u32;
                    following.enters = both & 8 != 0;
                    following.kind = StopKind::ALL[(both & 7) as usize % StopKind::ALL.len()];
                    following.frame = (i64::from(stop.frame) + unfold(read(&mut rest).unwrap_or(0))) as u32;
                }
                following
            });
            Some(stop)
        })
    }
}

/// What is written for a stop: step, line, (kind and depth), frame; and whether the last two are needed.
#[inline]
fn distances(last: Stop, stop: Stop) -> ([u64; 4], bool) {
    let differs = stop.kind != last.kind || stop.depth != last.depth || stop.frame != last.frame || stop.enters;
    let line = fold(i64::from(stop.line) - i64::from(last.line)) << 1 | u64::from(differs);
    let depth = fold(i64::from(stop.depth) - i64::from(last.depth)) << 4 | u64::from(stop.enters) << 3 | stop.kind as u64;
    ([stop.step - last.step, line, depth, fold(i64::from(stop.frame) - i64::from(last.frame))], differs)
}

/// Small numbers of either sign as small numbers without one.
fn fold(value: i64) -> u64 {
    (value << 1 ^ value >> 63) as u64
}

fn unfold(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

fn write(packed: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        packed.push(value as u8 | 0x80);
        value >>= 7;
    }
    packed.push(value as u8);
}

fn read(packed: &mut impl Iterator<Item = u8>) -> Option<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let byte = packed.next()?;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

const _: () = assert!(StopKind::ALL.len() <= 8, "a kind is packed in three bits");

#[cfg(test)]
mod tests {
    use super::*;

    /// Three thousand stops: calls every hundredth, a collection's phase now and then.
    fn stops() -> Vec<Stop> {
        let kind = |number: u64| if number % 700 == 699 { StopKind::CollectionPhase } else { StopKind::Line };
        (0..3000u64)
            .map(|number| Stop {
                step: number * number / 7 + number,
                line: (number * 31 % 977) as u32,
                depth: 1 + (number / 100 % 3) as u32,
                kind: kind(number),
                frame: 1000 + (number / 100 % 3 * 8) as u32,
                enters: number % 100 == 0,
            })
            .collect()
    }

    fn log() -> StopLog {
        let mut log = StopLog::default();
        let (one_by_one, together) = (&stops()[..500], &stops()[500..]);
        one_by_one.iter().for_each(|stop| log.push(*stop));
        together.chunks(700).for_each(|row| log.extend(row));
        log
    }

    #[test]
    fn every_stop_comes_back_as_it_was() {
        assert_eq!(log().iter().collect::<Vec<_>>(), stops());
        assert_eq!(log().get(2047), stops().get(2047).copied());
        assert_eq!(log().len(), 3000);
    }

    #[test]
    fn a_step_is_found_among_the_stops_as_in_a_plain_list() {
        for step in [0, 1, 2, 5, 150_000, 1_288_000, 9_999_999] {
            assert_eq!(log().up_to(step), stops().partition_point(|stop| stop.step <= step), "up to {step}");
            assert_eq!(log().before(step), stops().partition_point(|stop| stop.step < step), "before {step}");
        }
    }

    #[test]
    fn a_search_finds_what_a_plain_list_would_give() {
        let (log, plain) = (log(), stops());
        let lines = [7, 970];
        for wish in [Wish::Any, Wish::Shallower(2), Wish::Frame(2, 1008), Wish::Phase, Wish::Lines(&lines), Wish::Kind(StopKind::CollectionPhase), Wish::Kind(StopKind::End)] {
            for place in [0, 99, 100, 699, 1023, 1024, 2100, 2999, 3000] {
                let next = (place..plain.len()).find(|index| wish.fits(&plain[*index]));
                let previous = (0..place).rev().find(|index| wish.fits(&plain[*index]));
                assert_eq!(log.next(place, wish).map(|found| found.0), next, "{wish:?} from {place}");
                assert_eq!(log.previous(place, wish).map(|found| found.0), previous, "{wish:?} before {place}");
            }
        }
    }

    #[test]
    fn a_stop_takes_a_few_bytes() {
        assert!(log().bytes() < 6 * 3000, "{} bytes", log().bytes());
    }
}
