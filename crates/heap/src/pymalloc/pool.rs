//! A pool is one stretch of 16 KiB, cut into blocks of a single size.
//!
//! ```text
//! 0          48                                             16384
//! | header   | taken | free | taken | not yet carved . . . | slack |
//!                      ^ freeblock    ^ nextoffset
//! ```
//!
//! Blocks come from two places: first from those given back, newest first, and only then from the part never used
//! before. So a pool touches no byte until somebody needs it, and an address just freed is likely to be the next
//! one handed out. A free block holds the address of the next free block in its first word.
//!
//! | blocks taken | where the pool is listed                                              |
//! |--------------|-----------------------------------------------------------------------|
//! | none         | its arena's free pools                                                |
//! | some         | the ring of its size class in `usedpools`                             |
//! | all          | nowhere: the first block that comes back brings it to the ring again  |
//!
//! A ring begins and ends at a *sentinel*: a pool header of which only the two link words exist, in `usedpools`.

use super::size_class::SizeClass;
use crate::{Heap, address::Address, runtime};

/// Bytes of the header; the first block follows.
pub const OVERHEAD: u64 = 48;
/// The class of a pool that was carved and never used.
pub const NO_CLASS: u32 = 0xFFFF;

/// Offsets in a pool header, in bytes (`struct pool_header`).
pub mod field {
    /// Blocks taken, u32.
    pub const COUNT: u64 = 0;
    /// The first free block; null means all blocks are taken.
    pub const FREEBLOCK: u64 = 8;
    /// The next pool of the ring, or of the arena's free pools.
    pub const NEXT: u64 = 16;
    /// The previous pool of the ring.
    pub const PREVIOUS: u64 = 24;
    /// Which arena, u32.
    pub const ARENA_INDEX: u64 = 32;
    /// Which size class, u32.
    pub const CLASS: u64 = 36;
    /// Offset of the next block never used, u32.
    pub const NEXT_OFFSET: u64 = 40;
    /// The largest offset at which a block fits, u32.
    pub const MAX_NEXT_OFFSET: u64 = 44;
}

const _: () = assert!(
    OVERHEAD.is_multiple_of(super::size_class::ALIGNMENT),
    "blocks start aligned"
);
const _: () = assert!(field::MAX_NEXT_OFFSET + 4 == OVERHEAD, "the header ends with its last field");

impl Heap {
    /// The sentinel of a class's ring, addressed as the pool header it pretends to be part of.
    #[inline]
    pub(super) fn sentinel(class: SizeClass) -> Address {
        runtime::USED_POOLS
            .plus(u64::from(class.number()) * 16)
            .minus(field::NEXT)
    }

    /// The first pool of the class's ring; the sentinel itself if the ring is empty.
    #[inline]
    pub(super) fn first_used_pool(&self, class: SizeClass) -> Address {
        self.memory.address(Self::sentinel(class).plus(field::NEXT))
    }

    /// Takes a block of a pool that has one. Unlinks the pool if that was the last.
    #[inline(always)]
    pub(super) fn take_block(&mut self, pool: Address) -> Address {
        let memory = &mut self.memory;
        let block = memory.address(pool.plus(field::FREEBLOCK));
        let count = memory.u32(pool.plus(field::COUNT)) + 1;
        memory.set_u32(pool.plus(field::COUNT), count);
        let next = memory.address(block);
        memory.set_address(pool.plus(field::FREEBLOCK), next);
        if next.is_null() {
            self.extend_pool(pool);
        }
        block
    }

    /// Carves the next virgin block onto the empty free list, or takes the full pool out of its ring.
    #[inline(never)]
    fn extend_pool(&mut self, pool: Address) {
        let memory = &mut self.memory;
        let offset = memory.u32(pool.plus(field::NEXT_OFFSET));
        if offset <= memory.u32(pool.plus(field::MAX_NEXT_OFFSET)) {
            let block = pool.plus(u64::from(offset));
            let size = SizeClass::new(memory.u32(pool.plus(field::CLASS)) as u8).size();
            memory.set_address(pool.plus(field::FREEBLOCK), block);
            memory.set_u32(pool.plus(field::NEXT_OFFSET), offset + size as u32);
            memory.set_address(block, Address::NULL);
        } else {
            self.unlink_used_pool(pool);
        }
    }

    /// Takes a pool out of its ring. Its own link words go stale, as in CPython.
    pub(super) fn unlink_used_pool(&mut self, pool: Address) {
        let next = self.memory.address(pool.plus(field::NEXT));
        let previous = self.memory.address(pool.plus(field::PREVIOUS));
        self.memory
            .set_address(next.plus(field::PREVIOUS), previous);
        self.memory.set_address(previous.plus(field::NEXT), next);
    }

    /// Puts a pool at the front of its class's ring.
    pub(super) fn link_used_pool(&mut self, pool: Address, class: SizeClass) {
        let next = self.first_used_pool(class);
        let previous = self.memory.address(next.plus(field::PREVIOUS));
        self.memory.set_address(pool.plus(field::NEXT), next);
        self.memory
            .set_address(pool.plus(field::PREVIOUS), previous);
        self.memory.set_address(next.plus(field::PREVIOUS), pool);
        self.memory.set_address(previous.plus(field::NEXT), pool);
    }

    /// Puts a pool that its arena just gave up to work for `class`, and takes its first block.
    ///
    /// A pool that served the same class before keeps its header and its free list untouched: its blocks come out in
    /// the order in which they were given back long ago.
    pub(super) fn open_pool(&mut self, pool: Address, class: SizeClass) -> Address {
        self.link_used_pool(pool, class);
        let memory = &mut self.memory;
        memory.set_u32(pool.plus(field::COUNT), 1);
        if memory.u32(pool.plus(field::CLASS)) == u32::from(class.number()) {
            let block = memory.address(pool.plus(field::FREEBLOCK));
            let next = memory.address(block);
            memory.set_address(pool.plus(field::FREEBLOCK), next);
            return block;
        }
        let size = class.size();
        let second = pool.plus(OVERHEAD + size);
        memory.set_u32(pool.plus(field::CLASS), class.number().into());
        memory.set_u32(pool.plus(field::NEXT_OFFSET), (OVERHEAD + 2 * size) as u32);
        memory.set_u32(
            pool.plus(field::MAX_NEXT_OFFSET),
            (self.profile.pool_size - size) as u32,
        );
        memory.set_address(pool.plus(field::FREEBLOCK), second);
        memory.set_address(second, Address::NULL);
        pool.plus(OVERHEAD)
    }

    /// Starts all rings empty: each sentinel is its own neighbour.
    pub(super) fn start_rings(&mut self) {
        for class in SizeClass::all() {
            let sentinel = Self::sentinel(class);
            self.memory
                .set_address(sentinel.plus(field::NEXT), sentinel);
            self.memory
                .set_address(sentinel.plus(field::PREVIOUS), sentinel);
        }
    }
}
