//! What is taken in each column, and when: objects that never live at the same time can have the same place.

use super::{GRID, Metrics, up_to_grid};
use std::collections::BTreeMap;

/// From one stop to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::layout) struct Span {
    pub(in crate::layout) first: u64,
    pub(in crate::layout) last: u64,
}

impl Span {
    /// Stops that must lie between two objects at one place: who takes it at once looks like the one before, changed.
    const APART: u64 = 2;

    /// Whether the two are ever seen at once.
    pub(in crate::layout) fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether the two can not have one place.
    pub(in crate::layout) fn meets(self, other: Self) -> bool {
        self.first <= other.last.saturating_add(Self::APART) && other.first <= self.last.saturating_add(Self::APART)
    }
}

#[derive(Clone, Copy, Debug)]
struct Block {
    top: i32,
    bottom: i32,
    span: Span,
}

/// The columns, each in order of its upper edges.
#[derive(Debug, Default)]
pub(in crate::layout) struct Taken {
    columns: BTreeMap<usize, (i32, Vec<Block>)>,
}

impl Taken {
    pub(in crate::layout) fn add(&mut self, column: usize, y: i32, height: i32, span: Span) {
        let (tallest, blocks) = self.columns.entry(column).or_default();
        *tallest = (*tallest).max(height);
        let at = blocks.partition_point(|block| block.top <= y);
        blocks.insert(at, Block { top: y, bottom: y + height, span });
    }

    /// Whether a box can stand there.
    pub(in crate::layout) fn is_free(&self, column: usize, y: i32, height: i32, span: Span, metrics: &Metrics) -> bool {
        let Some((tallest, blocks)) = self.columns.get(&column) else { return true };
        let start = blocks.partition_point(|block| block.top < y - tallest - metrics.gap);
        let near = blocks[start..].iter().take_while(|block| block.top < y + height + metrics.gap);
        !near.into_iter().any(|block| block.span.meets(span) && y < block.bottom + metrics.gap)
    }

    /// The first free place from the wanted one down.
    pub(in crate::layout) fn below(&self, column: usize, wanted: i32, height: i32, span: Span, metrics: &Metrics) -> i32 {
        let mut y = wanted.max(metrics.margin);
        let Some((tallest, blocks)) = self.columns.get(&column) else { return y };
        let start = blocks.partition_point(|block| block.top < y - tallest - metrics.gap);
        for block in blocks[start..].iter().filter(|block| block.span.meets(span)) {
            if y + height + metrics.gap <= block.top {
                break;
            }
            if y < block.bottom + metrics.gap {
                y = up_to_grid(block.bottom + metrics.gap);
            }
        }
        y
    }

    /// The free place nearest to the wanted one, from the upper margin down.
    pub(in crate::layout) fn nearest(&self, column: usize, wanted: i32, height: i32, span: Span, metrics: &Metrics) -> i32 {
        let wanted = wanted.max(metrics.margin);
        let down = self.below(column, wanted, height, span, metrics);
        let mut up = wanted;
        for block in self.columns.get(&column).iter().flat_map(|(_, blocks)| blocks.iter().rev()) {
            if block.span.meets(span) && up + height + metrics.gap > block.top && up < block.bottom + metrics.gap {
                up = (block.top - metrics.gap - height) / GRID * GRID;
            }
        }
        let fits = up >= metrics.margin && wanted - up < down - wanted && self.is_free(column, up, height, span, metrics);
        if fits { up } else { down }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALWAYS: Span = Span { first: 0, last: u64::MAX };

    #[test]
    fn who_lived_long_ago_leaves_the_place_to_others_but_not_to_the_next_step() {
        let metrics = Metrics::new(false);
        let mut taken = Taken::default();
        taken.add(1, 100, 40, Span { first: 3, last: 7 });
        assert_eq!(taken.below(1, 100, 40, Span { first: 10, last: 12 }, &metrics), 100);
        assert!(taken.below(1, 100, 40, Span { first: 8, last: 12 }, &metrics) > 140);
        assert!(taken.below(1, 100, 40, ALWAYS, &metrics) > 140);
    }

    #[test]
    fn a_free_place_just_above_is_nearer_than_one_far_below() {
        let metrics = Metrics::new(false);
        let mut taken = Taken::default();
        taken.add(1, 200, 400, ALWAYS);
        let y = taken.nearest(1, 210, 40, ALWAYS, &metrics);
        assert!(y < 200 && taken.is_free(1, y, 40, ALWAYS, &metrics), "{y}");
    }
}
