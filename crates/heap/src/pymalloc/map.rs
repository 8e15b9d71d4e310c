//! The allocator as a picture shows it: arenas, pools, blocks, read back from their bytes.

use super::{
    SizeClass,
    arena::{self, DESCRIPTOR_SIZE},
    pool,
};
use crate::{Heap, address::Address, runtime};

/// An arena.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArenaView {
    /// Its number: the index of its descriptor.
    pub index: u64,
    /// What the system gave.
    pub base: Address,
    /// Pools, carved or not, that serve no class.
    pub free_pools: u64,
    /// Bytes before the first pool, lost to alignment.
    pub lost: u64,
    /// Its pools in address order, the uncarved ones included.
    pub pools: Vec<PoolView>,
}

/// A pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolView {
    /// Its header.
    pub address: Address,
    /// How it is used.
    pub state: PoolState,
    /// The class it serves, or served last; `None` if it never did.
    pub class: Option<SizeClass>,
    /// Blocks taken.
    pub taken: u64,
    /// Blocks it can hold; 0 without a class.
    pub capacity: u64,
    /// Blocks ever carved.
    pub carved: u64,
    /// Bytes at its end that no block fits in.
    pub slack: u64,
}

/// How a pool is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PoolState {
    /// Some blocks are taken: in the ring of its class.
    Used,
    /// All blocks are taken: in no list.
    Full,
    /// No block is taken: in its arena's free pools.
    Free,
    /// Never handed out.
    Uncarved,
}

/// A block of a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it starts: at the GC head or what lies before it, if the object has one.
    pub address: Address,
    /// What it holds.
    pub state: BlockState,
}

/// What a block holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockState {
    /// An object, or (`None`) a buffer, a table, or a dead object kept in a free list.
    Taken {
        /// The object.
        object: Option<Address>,
    },
    /// Nothing: the block is the `order`th to be handed out by this pool, from 0 on.
    Free {
        /// Its place in the free list.
        order: u64,
    },
    /// Nothing, and it never did since the pool serves this class.
    Uncarved,
}

impl Heap {
    /// All arenas, by number.
    pub fn arenas(&self) -> Vec<ArenaView> {
        let count = self.memory.u64(runtime::MAX_ARENAS);
        (0..count)
            .filter_map(|index| self.arena_view(index))
            .collect()
    }

    fn arena_view(&self, index: u64) -> Option<ArenaView> {
        let descriptor = self.arena_descriptor(index);
        let base = self
            .memory
            .address(descriptor.plus(arena::field::ADDRESS))
            .non_null()?;
        let pool_size = self.profile.pool_size;
        let first = Address::new(base.raw().next_multiple_of(pool_size));
        let total = u64::from(self.memory.u32(descriptor.plus(arena::field::NTOTALPOOLS)));
        let carve_at = self
            .memory
            .address(descriptor.plus(arena::field::POOL_ADDRESS));
        Some(ArenaView {
            index,
            base,
            free_pools: self.free_pools(descriptor),
            lost: first.raw() - base.raw(),
            pools: (0..total)
                .map(|n| self.pool_view(first.plus(n * pool_size), carve_at))
                .collect(),
        })
    }

    fn pool_view(&self, address: Address, carve_at: Address) -> PoolView {
        let mut view = PoolView {
            address,
            state: PoolState::Uncarved,
            class: None,
            taken: 0,
            capacity: 0,
            carved: 0,
            slack: 0,
        };
        if address >= carve_at {
            return view;
        }
        let pool_size = self.profile.pool_size;
        view.taken = self.memory.u32(address.plus(pool::field::COUNT)).into();
        let number = self.memory.u32(address.plus(pool::field::CLASS));
        if number != pool::NO_CLASS {
            let class = SizeClass::new(number as u8);
            let next = u64::from(self.memory.u32(address.plus(pool::field::NEXT_OFFSET)));
            view.class = Some(class);
            view.capacity = class.capacity(pool_size);
            view.carved = (next - pool::OVERHEAD) / class.size();
            view.slack = class.slack(pool_size);
        }
        view.state = match view.taken {
            0 => PoolState::Free,
            taken if taken == view.capacity => PoolState::Full,
            _ => PoolState::Used,
        };
        view
    }

    /// One pool of an arena, given any address in it.
    pub fn pool_at(&self, address: Address) -> Option<PoolView> {
        if !self.in_arena(address) {
            return None;
        }
        let pool = self.pool_of(address);
        self.arenas()
            .iter()
            .flat_map(|arena| &arena.pools)
            .find(|view| view.address == pool)
            .copied()
    }

    /// The blocks of a pool in address order.
    pub fn blocks(&self, view: &PoolView) -> Vec<Block> {
        let Some(class) = view.class else {
            return Vec::new();
        };
        let at = |index: u64| view.address.plus(pool::OVERHEAD + index * class.size());
        let mut blocks: Vec<Block> = (0..view.capacity)
            .map(|index| {
                let object = self.object_in_block(at(index), class.size());
                let taken = BlockState::Taken { object };
                Block {
                    address: at(index),
                    state: if index < view.carved {
                        taken
                    } else {
                        BlockState::Uncarved
                    },
                }
            })
            .collect();
        let mut free = self
            .memory
            .address(view.address.plus(pool::field::FREEBLOCK));
        let mut order = 0;
        while !free.is_null() && order < view.capacity {
            let index = (free.raw() - at(0).raw()) / class.size();
            if let Some(block) = blocks.get_mut(index as usize) {
                block.state = BlockState::Free { order };
            }
            free = self.memory.address(free);
            order += 1;
        }
        blocks
    }

    /// The live object whose block starts here: right at the start, or after a GC head and managed words.
    pub fn object_in_block(&self, block: Address, size: u64) -> Option<Address> {
        let places = [0, 16, 32].into_iter().filter(|before| before + 16 <= size);
        places
            .map(|before| block.plus(before))
            .find(|place| self.memory.birth(*place) != 0)
    }

    /// The arenas of `usable_arenas`, in list order, by number: new pools come from the first.
    pub fn usable_arenas(&self) -> Vec<u64> {
        let mut arenas = Vec::new();
        let mut at = self.memory.address(runtime::USABLE_ARENAS);
        let start = self.memory.u64(runtime::ARENAS);
        while !at.is_null() {
            arenas.push((at.raw() - start) / DESCRIPTOR_SIZE);
            at = self.memory.address(at.plus(arena::field::NEXT));
        }
        arenas
    }
}
