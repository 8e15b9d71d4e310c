//! How much of the memory is in use, and where the rest goes.

use super::cells::{Blocks, PoolCells};
use crate::picture::BlockSort;
use crate::words::number;
use heapglass_words::heap_map as words;

/// A figure of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it counts.
    pub name: &'static str,
    /// How many or how much.
    pub value: String,
    /// What that means, a sentence.
    pub about: &'static str,
}

#[derive(Default)]
struct Sums {
    used: u64,
    used_bytes: u64,
    rounding: u64,
    free: u64,
    free_bytes: u64,
    uncarved: u64,
    uncarved_bytes: u64,
    tail: u64,
    pools: u64,
    empty_pools: u64,
    hole: u64,
}

/// All figures, the plainest first.
pub fn figures(blocks: &Blocks) -> Vec<Figure> {
    let mut sums = Sums::default();
    blocks.pools().for_each(|pool| sums.add(pool));
    let places: u64 = blocks.sizes.iter().map(|size| u64::from(*size)).sum();
    let held = sums.pools * 16384;
    let share = (sums.used_bytes * 100).checked_div(held).unwrap_or(0);
    let raw = blocks.raw.iter().filter(|block| block.taken);
    let raw_bytes: u64 = raw.clone().map(|block| block.size).sum();
    let figure = |name, value, about| Figure { name, value, about };
    let headers = sums.pools * u64::from(PoolCells::HEADER);
    vec![
        figure(words::in_use(), words::blocks_and_bytes(sums.used, sums.used_bytes), words::in_use_about()),
        figure(words::of_pools(), words::percent(&share.to_string()), words::of_pools_about()),
        figure(words::given_back(), words::blocks_and_bytes(sums.free, sums.free_bytes), words::given_back_about()),
        figure(words::never_carved(), words::blocks_and_bytes(sums.uncarved, sums.uncarved_bytes), words::never_carved_about()),
        figure(words::largest_hole(), words::bytes(sums.hole), words::largest_hole_about()),
        figure(words::empty_pools(), words::empty_of(sums.empty_pools, sums.pools), words::empty_pools_about()),
        figure(words::untouched_pools(), number(places - sums.pools.min(places)), words::untouched_pools_about()),
        figure(words::rounding(), words::bytes(sums.rounding), words::rounding_about()),
        figure(words::tails(), words::bytes(sums.tail), words::tails_about()),
        figure(words::headers(), words::bytes(headers), words::headers_about()),
        figure(words::outside_pools(), words::bytes(raw_bytes), words::outside_pools_about()),
    ]
}

impl Sums {
    fn add(&mut self, pool: &PoolCells) {
        let size = u64::from(pool.block_size);
        let (mut run, mut used) = (0, 0);
        for cell in &pool.cells {
            match cell.sort {
                BlockSort::Object | BlockSort::Buffer => {
                    used += 1;
                    if cell.asked > 0 {
                        self.rounding += size.saturating_sub(cell.asked.into());
                    }
                }
                BlockSort::Free => self.free += 1,
                BlockSort::Uncarved => self.uncarved += 1,
            }
            run = if cell.sort == BlockSort::Free { run + size } else { 0 };
            self.hole = self.hole.max(run);
        }
        let count = |sort| pool.cells.iter().filter(|cell| cell.sort == sort).count() as u64;
        self.free_bytes += count(BlockSort::Free) * size;
        self.uncarved_bytes += count(BlockSort::Uncarved) * size;
        self.used += used;
        self.used_bytes += used * size;
        self.tail += u64::from(pool.tail);
        self.pools += 1;
        self.empty_pools += u64::from(used == 0);
    }
}
