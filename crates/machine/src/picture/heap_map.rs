//! pymalloc's memory for the screen.

use heapglass_heap::{
    Address,
    pymalloc::map::{ArenaView, BlockState, PoolState, PoolView},
};

use super::{Arena, Block, BlockPlace, HeapMap, ObjectId, Pool, PoolDetail, parts};
use crate::machine::Machine;

/// Bytes of a pool.
const POOL_SIZE: u64 = 16384;
/// Bytes of a pool's header (facts 1.1).
const HEADER: u32 = 48;

/// All arenas, and the pool that is wanted or that the selected object lies in.
pub(super) fn heap_map(machine: &Machine, wanted: Option<(u32, u32)>, selected: Option<Address>) -> HeapMap {
    let arenas = machine.heap.arenas();
    let place = wanted.or_else(|| {
        let place = selected.and_then(|object| find(machine, &arenas, object))?;
        Some((place.arena, place.pool))
    });
    let pool = place.and_then(|(arena, pool)| {
        let view = arenas.get(arena as usize)?.pools.get(pool as usize)?;
        Some(detail(machine, arena, pool, view))
    });
    let pools = || arenas.iter().flat_map(|arena| &arena.pools);
    let raw = machine.heap.raw_blocks();
    HeapMap {
        blocks_in_use: pools().map(|pool| pool.taken).sum(),
        bytes_in_use: pools().map(|pool| pool.taken * block_size(pool)).sum(),
        raw_blocks: raw.len() as u64,
        raw_bytes: raw.iter().map(|block| block.size).sum(),
        arenas: arenas.iter().map(|arena| Arena { address: arena.base.raw(), pools: arena.pools.iter().map(pool_of).collect() }).collect(),
        pool,
    }
}

fn block_size(pool: &PoolView) -> u64 {
    pool.class.map_or(0, |class| class.size())
}

fn pool_of(view: &PoolView) -> Pool {
    let carved = view.state != PoolState::Uncarved;
    Pool {
        block_size: if carved { block_size(view) as u32 } else { 0 },
        used: view.taken as u32,
        capacity: view.capacity as u32,
    }
}

fn detail(machine: &Machine, arena: u32, pool: u32, view: &PoolView) -> PoolDetail {
    let blocks = machine.heap.blocks(view).into_iter().map(|block| match block.state {
        BlockState::Taken { object } => Block::Taken(object.map(|object| show(machine, object))),
        BlockState::Free { order } => Block::Free(order as u32),
        BlockState::Uncarved => Block::Uncarved,
    });
    PoolDetail {
        arena,
        pool,
        address: view.address.raw(),
        block_size: block_size(view) as u32,
        header: HEADER,
        tail: view.slack as u32,
        blocks: blocks.collect(),
    }
}

fn show(machine: &Machine, object: Address) -> (ObjectId, super::Shape) {
    (machine.object_id(object), parts::shape(machine, object))
}

fn find(machine: &Machine, arenas: &[ArenaView], object: Address) -> Option<BlockPlace> {
    let start = object.minus(machine.heap.preheader(object));
    arenas.iter().enumerate().find_map(|(index, arena)| {
        // Pools lie side by side.
        let first = arena.pools.first()?.address.raw();
        let pool = (start.raw().checked_sub(first)? / POOL_SIZE) as usize;
        arena.pools.get(pool)?;
        let size = block_size(&arena.pools[pool]).max(1);
        let block = (start.raw() - arena.pools[pool].address.raw() - u64::from(HEADER)) / size;
        Some(BlockPlace { arena: index as u32, pool: pool as u32, block: block as u32 })
    })
}

/// Where the block of `object` lies in these arenas; `None` if pymalloc does not hold it.
pub(super) fn place_of(machine: &Machine, arenas: &[ArenaView], object: Address) -> Option<BlockPlace> {
    let start = object.minus(machine.heap.preheader(object));
    if !machine.heap.in_arena(start) {
        return None;
    }
    find(machine, arenas, object)
}
