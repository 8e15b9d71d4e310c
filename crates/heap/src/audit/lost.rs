//! Blocks that nobody could ever give back: leaks.
//!
//! An object answers for itself (its count is proven elsewhere). Any other taken block (a buffer, a table, values of an
//! instance) must be pointed at from an object, from the runtime struct, or from another such block. This is looked for
//! without knowing what the words mean, so a stale word can hide a leak, but nothing sound is ever called lost.

use std::collections::BTreeMap;

use crate::{
    Heap,
    address::Address,
    memory::BASE,
    pymalloc::map::{BlockState, PoolState},
    statics,
};

/// A taken block, as the search sees it.
#[derive(Clone, Copy)]
struct Taken {
    size: u64,
    found: bool,
}

/// The taken blocks that nothing points at, in address order.
pub fn lost_blocks(heap: &Heap) -> Vec<Address> {
    let mut blocks = taken_blocks(heap);
    let mut search = Vec::new();
    for (block, taken) in &mut blocks {
        if heap.object_in_block(*block, taken.size).is_some() {
            taken.found = true;
            search.push((*block, taken.size));
        }
    }
    for (block, _) in heap.kept_blocks() {
        if let Some(taken) = blocks.get_mut(&block) {
            taken.found = true;
        }
    }
    let data_segment = Address::new(BASE);
    search.push((data_segment, statics::end().raw() - BASE));
    while let Some((start, size)) = search.pop() {
        for offset in (0..size & !7).step_by(8) {
            let word = heap.memory.address(start.plus(offset));
            if let Some((block, taken)) = blocks.range_mut(..=word).next_back()
                && !taken.found
                && word < block.plus(taken.size)
            {
                taken.found = true;
                search.push((*block, taken.size));
            }
        }
    }
    blocks.into_iter().filter(|(_, taken)| !taken.found).map(|(block, _)| block).collect()
}

fn taken_blocks(heap: &Heap) -> BTreeMap<Address, Taken> {
    let raw = heap.raw_blocks().into_iter().filter(|block| block.taken).map(|block| (block.address, block.size));
    let mut blocks: BTreeMap<Address, Taken> = raw.map(|(block, size)| (block, Taken { size, found: false })).collect();
    for pool in heap.arenas().iter().flat_map(|arena| &arena.pools) {
        let (Some(class), true) = (pool.class, pool.state != PoolState::Free) else { continue };
        for block in heap.blocks(pool) {
            if matches!(block.state, BlockState::Taken { .. }) {
                blocks.insert(block.address, Taken { size: class.size(), found: false });
            }
        }
    }
    blocks
}
