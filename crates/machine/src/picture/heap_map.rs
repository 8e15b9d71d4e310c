//! pymalloc's memory for the screen.

use heapglass_heap::{
    Address,
    pymalloc::map::{ArenaView, BlockState, PoolState, PoolView},
};

use serde::{Deserialize, Serialize};

use super::{BlockMap, Bytes, ObjectId, Shape, Wanted, blocks, bytes, parts};
use crate::machine::Machine;

/// A place in pymalloc's memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockPlace {
    /// Index of the arena.
    pub arena: u32,
    /// Index of the pool in its arena.
    pub pool: u32,
    /// Index of the block in its pool.
    pub block: u32,
}

/// pymalloc's memory.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HeapMap {
    /// Arenas in order of their making.
    pub arenas: Vec<Arena>,
    /// The opened pool.
    pub pool: Option<PoolDetail>,
    /// The blocks of all pools.
    #[serde(default)]
    pub blocks: Option<BlockMap>,
    /// A piece of memory, byte by byte.
    #[serde(default)]
    pub bytes: Option<Bytes>,
    /// Blocks handed out by pymalloc.
    pub blocks_in_use: u64,
    /// Bytes of those blocks.
    pub bytes_in_use: u64,
    /// Blocks too large for pymalloc.
    pub raw_blocks: u64,
    /// Bytes of those.
    pub raw_bytes: u64,
}

/// One arena.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Arena {
    /// Where it starts.
    pub address: u64,
    /// Its pools, in address order.
    pub pools: Vec<Pool>,
}

/// One pool, from afar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// Bytes in each of its blocks; 0 if it was never carved.
    pub block_size: u32,
    /// Blocks in use.
    pub used: u32,
    /// Blocks that fit.
    pub capacity: u32,
}

/// One pool, opened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PoolDetail {
    /// Index of its arena.
    pub arena: u32,
    /// Index in its arena.
    pub pool: u32,
    /// Where it starts.
    pub address: u64,
    /// Bytes in each block.
    pub block_size: u32,
    /// Bytes of its header.
    pub header: u32,
    /// Bytes at its end that no block fits in.
    pub tail: u32,
    /// Its blocks, in address order.
    pub blocks: Vec<Block>,
}

/// One block of an opened pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// Handed out; the object that starts in it, and its shape, if one does (else it is a buffer).
    Taken(Option<(ObjectId, Shape)>),
    /// Given back; its place in the free list, from 0.
    Free(u32),
    /// Never used.
    Uncarved,
}

/// Bytes of a pool.
const POOL_SIZE: u64 = 16384;
/// Bytes of a pool's header (facts 1.1).
const HEADER: u32 = 48;

/// What is wanted of pymalloc's memory. What makes it is not inlined: the first diagram shows none of it, so it comes with the
/// engine's second file (`js/split.mjs`).
pub(super) fn of_wanted(machine: &Machine, wanted: &Wanted, selected: Option<Address>) -> HeapMap {
    let map = if wanted.heap_map { heap_map(machine, wanted.pool, selected) } else { HeapMap::default() };
    HeapMap {
        blocks: wanted.blocks.as_ref().map(|known| blocks::block_map(machine, known)),
        bytes: wanted.bytes.and_then(|address| bytes::bytes(machine, address)),
        ..map
    }
}

/// All arenas, and the pool that is wanted or that the selected object lies in.
#[inline(never)]
fn heap_map(machine: &Machine, wanted: Option<(u32, u32)>, selected: Option<Address>) -> HeapMap {
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
    let raw = machine.heap.raw_blocks().into_iter().filter(|block| block.taken).collect::<Vec<_>>();
    HeapMap {
        blocks_in_use: pools().map(|pool| pool.taken).sum(),
        bytes_in_use: pools().map(|pool| pool.taken * block_size(pool)).sum(),
        raw_blocks: raw.len() as u64,
        raw_bytes: raw.iter().map(|block| block.size).sum(),
        arenas: arenas.iter().map(|arena| Arena { address: arena.base.raw(), pools: arena.pools.iter().map(pool_of).collect() }).collect(),
        pool,
        ..HeapMap::default()
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
