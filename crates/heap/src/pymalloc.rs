//! The small-object allocator (`Objects/obmalloc.c`).
//!
//! ```text
//! arena (1 MiB) > pools (16 KiB, one size class each) > blocks (16, 32, . . . 512 bytes)
//! ```
//!
//! Requests of 1 to 512 bytes are served from a pool of their size class. All others, and all of the raw domain,
//! go to the raw allocator. This file decides who serves; [`pool`] and [`arena`] know how.

pub mod arena;
pub mod map;
pub mod pool;
pub mod size_class;
pub mod stats;

#[cfg(test)]
mod tests;

pub use size_class::SizeClass;

use crate::{Heap, address::Address, domain::Domain, event::{Event, Filter}, runtime};

/// How much of memory is in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Occupancy {
    /// Pools that have blocks taken.
    pub pools: u64,
    /// Blocks taken in them.
    pub blocks: u64,
    /// Bytes of those blocks and of all raw chunks.
    pub bytes: u64,
}

impl Heap {
    /// Allocates `size` bytes. Never fails; see [`Heap::limit_reached`] and [`Heap::can_allocate`].
    #[inline]
    pub fn allocate(&mut self, domain: Domain, size: u64) -> Address {
        self.take(domain, size, false)
    }

    /// Allocates `size` zeroed bytes (`PyObject_Calloc`, `PyMem_Calloc`).
    pub fn allocate_zeroed(&mut self, domain: Domain, size: u64) -> Address {
        let block = self.take(domain, size, true);
        self.memory.fill(block, size, 0);
        block
    }

    /// As [`Heap::allocate`] in the object domain, of a size that pymalloc serves: the path of ints.
    #[inline(always)]
    pub(crate) fn allocate_fixed<const SIZE: u64>(&mut self) -> Address {
        let class = const {
            match SizeClass::serving(SIZE) {
                Some(class) => class,
                None => panic!("pymalloc serves 1 to 512 bytes"),
            }
        };
        if self.log.is_on() || self.is_tracing() {
            return self.allocate(Domain::Object, SIZE);
        }
        self.allocate_small(class)
    }

    /// As [`Heap::release`] in the object domain: the path of ints.
    #[inline(always)]
    pub(crate) fn release_quickly(&mut self, block: Address) {
        if self.log.is_on() || self.is_tracing() || !self.in_arena(block) {
            self.release(Domain::Object, block);
        } else {
            self.release_small(block);
        }
    }

    #[inline]
    fn take(&mut self, domain: Domain, size: u64, zeroed: bool) -> Address {
        let block = self.take_untraced(domain, size, zeroed);
        if self.is_tracing() {
            self.add_trace(block, size);
        }
        block
    }

    #[inline]
    fn take_untraced(&mut self, domain: Domain, size: u64, zeroed: bool) -> Address {
        let class = SizeClass::serving(size).filter(|_| domain != Domain::Raw);
        let block = match class {
            Some(class) => self.allocate_small(class),
            None => {
                self.charge(size >> 8);
                self.allocate_raw(domain, size)
            }
        };
        if self.log.is_on() {
            self.log.note(Event::Allocated {
                block,
                size,
                domain,
                class: class.map(SizeClass::number),
                zeroed,
            });
            self.tally_block(block, true);
        }
        block
    }

    /// Makes a block larger or smaller, perhaps elsewhere; the content goes along. `block` may be null.
    ///
    /// A small block stays where it is as long as the new size fits and uses more than three quarters of it. A raw block
    /// stays raw even if it becomes small.
    pub fn reallocate(&mut self, domain: Domain, block: Address, size: u64) -> Address {
        if block.is_null() {
            return self.allocate(domain, size);
        }
        let moved = self.reallocate_untraced(domain, block, size);
        if self.is_tracing() {
            self.move_trace(block, moved, size);
        }
        moved
    }

    /// As [`Heap::reallocate`], behind the back of `tracemalloc`: for the allocator's own tables.
    pub(crate) fn reallocate_untraced(&mut self, domain: Domain, block: Address, size: u64) -> Address {
        if block.is_null() {
            return self.take_untraced(domain, size, false);
        }
        let before = if self.log.is_on() { self.usable_size(block) } else { 0 };
        let moved = if self.in_arena(block) {
            let old = self.block_class(block).size();
            if size <= old && 4 * size > 3 * old {
                block
            } else {
                let log = std::mem::take(&mut self.log);
                let new = self.take_untraced(domain, size, false);
                self.memory.copy(block, new, size.min(old));
                self.release_untraced(domain, block);
                self.log = log;
                new
            }
        } else {
            self.raw_reallocate(block, size)
        };
        if self.log.is_on() {
            self.log.note(Event::Resized { from: block, to: moved, size, domain });
            let after = self.usable_size(moved);
            self.log.count_bytes(after.saturating_sub(before), before.saturating_sub(after));
        }
        moved
    }

    /// Bytes of a block as the allocator rounds them.
    #[cold]
    fn usable_size(&self, block: Address) -> u64 {
        if self.in_arena(block) { self.block_class(block).size() } else { self.raw_usable_size(block) }
    }

    /// Counts the bytes of a block, if somebody wants them counted.
    #[cold]
    fn tally_block(&mut self, block: Address, taken: bool) {
        if self.log.filter() == Filter::Tally && !block.is_null() {
            let bytes = self.usable_size(block);
            self.log.count_bytes(if taken { bytes } else { 0 }, if taken { 0 } else { bytes });
        }
    }

    /// Gives a block back. `block` may be null.
    #[inline]
    pub fn release(&mut self, domain: Domain, block: Address) {
        if block.is_null() {
            return;
        }
        self.release_untraced(domain, block);
        if self.is_tracing() {
            self.remove_trace(block);
        }
    }

    #[inline]
    fn release_untraced(&mut self, domain: Domain, block: Address) {
        if self.log.is_on() {
            self.log.note(Event::Released { block, domain });
            self.tally_block(block, false);
        }
        if self.in_arena(block) {
            self.release_small(block);
        } else {
            self.release_raw(domain, block);
        }
    }

    /// `sys.getallocatedblocks()`: blocks taken in all pools, and raw blocks of the Mem and Object domains. Blocks kept in
    /// free lists count as taken.
    pub fn allocated_blocks(&self) -> u64 {
        let raw = self.memory.u64(runtime::RAW_ALLOCATED_BLOCKS);
        (0..self.memory.u64(runtime::MAX_ARENAS)).map(|index| self.blocks_taken(index)).sum::<u64>() + raw
    }

    /// Blocks taken in the carved pools of one arena.
    fn blocks_taken(&self, index: u64) -> u64 {
        let descriptor = self.arena_descriptor(index);
        let base = self.memory.u64(descriptor.plus(arena::field::ADDRESS));
        if base == 0 {
            return 0;
        }
        let (pool_size, end) = (self.profile.pool_size, self.memory.u64(descriptor.plus(arena::field::POOL_ADDRESS)));
        let pools = (base.next_multiple_of(pool_size)..end).step_by(pool_size as usize);
        pools.map(|pool| u64::from(self.memory.u32(Address::new(pool).plus(pool::field::COUNT)))).sum()
    }

    /// How much of memory is in use.
    pub fn occupancy(&self) -> Occupancy {
        let mut found = Occupancy { bytes: self.memory.u64(runtime::RAW_BYTES), ..Occupancy::default() };
        for index in 0..self.memory.u64(runtime::MAX_ARENAS) {
            let descriptor = self.arena_descriptor(index);
            let base = self.memory.u64(descriptor.plus(arena::field::ADDRESS));
            if base == 0 {
                continue;
            }
            let (pool_size, end) = (self.profile.pool_size, self.memory.u64(descriptor.plus(arena::field::POOL_ADDRESS)));
            for pool in (base.next_multiple_of(pool_size)..end).step_by(pool_size as usize) {
                let taken = u64::from(self.memory.u32(Address::new(pool).plus(pool::field::COUNT)));
                if taken > 0 {
                    let class = SizeClass::new(self.memory.u32(Address::new(pool).plus(pool::field::CLASS)) as u8);
                    found.pools += 1;
                    found.blocks += taken;
                    found.bytes += taken * class.size();
                }
            }
        }
        found
    }

    /// The pool that a block of an arena lies in.
    #[inline]
    pub fn pool_of(&self, block: Address) -> Address {
        Address::new(block.raw() & !(self.profile.pool_size - 1))
    }

    /// The size class of a block that lies in an arena.
    #[inline]
    pub fn block_class(&self, block: Address) -> SizeClass {
        SizeClass::new(
            self.memory
                .u32(self.pool_of(block).plus(pool::field::CLASS)) as u8,
        )
    }

    pub(crate) fn start_pymalloc(&mut self) {
        self.start_rings();
    }

    #[inline(always)]
    fn allocate_small(&mut self, class: SizeClass) -> Address {
        let pool = self.first_used_pool(class);
        if pool != Self::sentinel(class) {
            return self.take_block(pool);
        }
        self.allocate_in_new_pool(class)
    }

    #[cold]
    #[inline(never)]
    fn allocate_in_new_pool(&mut self, class: SizeClass) -> Address {
        let pool = self.take_pool();
        self.log.note(Event::PoolTaken {
            pool,
            class: class.number(),
        });
        self.open_pool(pool, class)
    }

    #[inline(always)]
    fn release_small(&mut self, block: Address) {
        let pool = self.pool_of(block);
        let memory = &mut self.memory;
        let free = memory.address(pool.plus(pool::field::FREEBLOCK));
        memory.set_address(block, free);
        memory.set_address(pool.plus(pool::field::FREEBLOCK), block);
        let count = memory.u32(pool.plus(pool::field::COUNT)) - 1;
        memory.set_u32(pool.plus(pool::field::COUNT), count);
        if free.is_null() {
            // The pool was full and in no list. It cannot be empty now: a pool holds at least two blocks.
            self.link_used_pool(pool, self.block_class(block));
        } else if count == 0 {
            self.unlink_used_pool(pool);
            self.log.note(Event::PoolFreed { pool });
            self.give_back_pool(pool);
        }
    }

    fn allocate_raw(&mut self, domain: Domain, size: u64) -> Address {
        if domain != Domain::Raw {
            let blocks = self.memory.u64(runtime::RAW_ALLOCATED_BLOCKS) + 1;
            self.memory.set_u64(runtime::RAW_ALLOCATED_BLOCKS, blocks);
        }
        self.raw_allocate(size)
    }

    fn release_raw(&mut self, domain: Domain, block: Address) {
        if domain != Domain::Raw {
            let blocks = self.memory.u64(runtime::RAW_ALLOCATED_BLOCKS) - 1;
            self.memory.set_u64(runtime::RAW_ALLOCATED_BLOCKS, blocks);
        }
        self.raw_release(block);
    }
}
