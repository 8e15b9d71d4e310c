//! All blocks as they are known on this side: what the engine told last, and what it did not tell again.

use crate::picture::blocks::RUN;
use crate::picture::{Arena, BlockMap, BlockSort, BlockType, Known, ObjectId, PoolBlocks, RawBlock};
use std::collections::HashMap;
use std::rc::Rc;

/// One block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it holds.
    pub sort: BlockSort,
    /// Generation of its object; 3 if the collector does not track it.
    pub generation: u8,
    /// Bytes that were asked for; 0 if that is not known.
    pub asked: u16,
    /// The number of its object's class.
    pub class: i32,
    /// The number of its object.
    pub id: i32,
}

/// The blocks of a pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolCells {
    /// Index of its arena.
    pub arena: u32,
    /// Index in its arena.
    pub pool: u32,
    /// Where it starts.
    pub address: u64,
    /// Bytes of each block.
    pub block_size: u32,
    /// Bytes at its end that no block fits in.
    pub tail: u32,
    /// Blocks in address order.
    pub cells: Vec<Cell>,
    /// The free list, the block that is handed out next first.
    pub free: Vec<u32>,
    used: u32,
    mark: u32,
}

impl PoolCells {
    /// Bytes of a pool's header.
    pub const HEADER: u32 = 48;

    fn of(told: &PoolBlocks) -> Self {
        let mut births = told.births.iter();
        let mut id = 0;
        let mut cells = Vec::new();
        for run in told.runs.chunks_exact(RUN) {
            let sort = BlockSort::of(run[1]);
            for _ in 0..run[0] {
                if sort == BlockSort::Object {
                    id += births.next().copied().unwrap_or(0);
                }
                cells.push(Cell {
                    sort,
                    generation: u8::try_from(run[3]).unwrap_or(3),
                    asked: u16::try_from(run[4]).unwrap_or(0),
                    class: i32::try_from(run[2]).unwrap_or(0),
                    id: if sort == BlockSort::Object { i32::try_from(id).unwrap_or(0) } else { 0 },
                });
            }
        }
        let used = cells.iter().filter(|cell| matches!(cell.sort, BlockSort::Object | BlockSort::Buffer)).count();
        Self {
            used: u32::try_from(used).unwrap_or(0),
            arena: told.arena,
            pool: told.pool,
            address: told.address,
            block_size: told.block_size,
            tail: told.tail,
            cells,
            free: told.free.clone(),
            mark: told.mark,
        }
    }

    /// The address of a block.
    pub fn address_of(&self, block: u32) -> u64 {
        self.address + u64::from(Self::HEADER) + u64::from(block) * u64::from(self.block_size)
    }

    /// Blocks in use.
    pub fn used(&self) -> usize {
        self.used as usize
    }
}

/// All blocks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Blocks {
    /// Pools for each arena, in address order; those that were never used are left out.
    pub arenas: Vec<Vec<Rc<PoolCells>>>,
    /// How many pools each arena has, used or not.
    pub sizes: Vec<u32>,
    /// The classes of the objects.
    pub types: HashMap<i32, BlockType>,
    /// Blocks too large for pools.
    pub raw: Vec<RawBlock>,
    /// How many of those are not told one by one.
    pub raw_omitted: u64,
}

/// Blocks are equal to themselves: so two references to the same are equal without a look at each block.
impl Eq for Blocks {}

impl Blocks {
    /// These blocks with what the engine has told since. Whether something is missing: neither told nor known.
    #[must_use]
    pub fn with(&self, arenas: &[Arena], told: &BlockMap) -> (Self, bool) {
        let mut pools: HashMap<(u32, u32), Rc<PoolCells>> = self.pools().map(|pool| ((pool.arena, pool.pool), Rc::clone(pool))).collect();
        for pool in &told.pools {
            pools.insert((pool.arena, pool.pool), Rc::new(PoolCells::of(pool)));
        }
        let mut is_missing = false;
        let mut found = Vec::with_capacity(arenas.len());
        for (index, arena) in (0..).zip(arenas) {
            let carved = (0..).zip(&arena.pools).filter(|(_, pool)| pool.block_size > 0);
            let known: Vec<Rc<PoolCells>> = carved
                .filter_map(|(place, pool)| {
                    let cells = pools.remove(&(index, place)).filter(|cells| cells.block_size == pool.block_size);
                    is_missing |= cells.is_none();
                    cells
                })
                .collect();
            found.push(known);
        }
        let blocks = Self {
            arenas: found,
            sizes: arenas.iter().map(|arena| u32::try_from(arena.pools.len()).unwrap_or(0)).collect(),
            types: told.types.iter().map(|kind| (kind.id.0.cast_signed(), kind.clone())).collect(),
            raw: told.raw.clone(),
            raw_omitted: told.raw_omitted,
        };
        (blocks, is_missing)
    }

    /// What need not be told again.
    pub fn known(&self) -> Vec<Known> {
        self.pools().map(|pool| (pool.arena, pool.pool, pool.mark)).collect()
    }

    /// All pools that are or were in use.
    pub fn pools(&self) -> impl Iterator<Item = &Rc<PoolCells>> {
        self.arenas.iter().flatten()
    }

    /// A pool by its place.
    pub fn pool(&self, arena: u32, pool: u32) -> Option<&Rc<PoolCells>> {
        let pools = self.arenas.get(arena as usize)?;
        pools.binary_search_by_key(&pool, |found| found.pool).ok().and_then(|place| pools.get(place))
    }

    /// Where an object's block lies: arena, pool, block.
    pub fn place_of(&self, object: ObjectId) -> Option<(u32, u32, u32)> {
        let id = object.0.cast_signed();
        self.pools().find_map(|pool| {
            let block = pool.cells.iter().position(|cell| cell.sort == BlockSort::Object && cell.id == id)?;
            Some((pool.arena, pool.pool, u32::try_from(block).ok()?))
        })
    }

    /// The class of the object in a block.
    pub fn class_name(&self, cell: &Cell) -> &str {
        self.types.get(&cell.class).map_or("object", |kind| kind.name.as_str())
    }
}
