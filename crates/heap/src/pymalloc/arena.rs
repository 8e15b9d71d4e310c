//! An arena is 1 MiB from the operating system, carved into pools.
//!
//! ```text
//! base (page-aligned)   pool-aligned                              base + 1 MiB
//! | lost                | pool | pool | . . . | not yet carved  | lost       |
//!                                             ^ pool_address
//! ```
//!
//! A base that is not pool-aligned costs one pool: 63 instead of 64. Arenas with free pools stand in `usable_arenas`,
//! the one with the fewest free pools first. New pools are taken from there, so that nearly empty arenas have a
//! chance to become empty and go back to the system. `nfp2lasta[n]` is the last arena in that list with `n` free pools;
//! with it an arena finds its new place in one move.

use super::pool;
use crate::{Heap, address::Address, domain::Domain, event::Event, memory::BASE, runtime};

/// Bytes of a descriptor (`struct arena_object`).
pub const DESCRIPTOR_SIZE: u64 = 48;
/// Descriptors made at first; doubled when they run out.
const INITIAL_DESCRIPTORS: u64 = 16;

/// Offsets in an arena descriptor, in bytes.
pub mod field {
    /// What the system gave; null if the descriptor has no arena.
    pub const ADDRESS: u64 = 0;
    /// The next pool to carve.
    pub const POOL_ADDRESS: u64 = 8;
    /// Pools free or not yet carved, u32.
    pub const NFREEPOOLS: u64 = 16;
    /// Pools in all, u32.
    pub const NTOTALPOOLS: u64 = 20;
    /// Pools given back, newest first.
    pub const FREEPOOLS: u64 = 24;
    /// The next in `usable_arenas` or `unused_arena_objects`.
    pub const NEXT: u64 = 32;
    /// The previous in `usable_arenas`.
    pub const PREVIOUS: u64 = 40;
}

const _: () = assert!(field::PREVIOUS + 8 == DESCRIPTOR_SIZE);

impl Heap {
    /// The descriptor of arena number `index`.
    #[inline]
    pub fn arena_descriptor(&self, index: u64) -> Address {
        self.memory
            .address(runtime::ARENAS)
            .plus(index * DESCRIPTOR_SIZE)
    }

    /// How many pools of this arena are free.
    pub(super) fn free_pools(&self, arena: Address) -> u64 {
        self.memory.u32(arena.plus(field::NFREEPOOLS)).into()
    }

    fn last_with(&self, free: u64) -> Address {
        self.memory.address(runtime::word(runtime::NFP2LASTA, free))
    }

    fn set_last_with(&mut self, free: u64, arena: Address) {
        self.memory
            .set_address(runtime::word(runtime::NFP2LASTA, free), arena);
    }

    /// Whether a block lies in an arena: the radix tree of CPython, of which one leaf covers all our memory.
    ///
    /// An arena that is not aligned to its own size reaches over two leaves' entries: `tail_hi` says where it begins in
    /// the first, `tail_lo` where it ends in the second.
    #[inline]
    pub fn in_arena(&self, block: Address) -> bool {
        let offset = block.raw().wrapping_sub(BASE);
        let unit = offset >> 20;
        if unit >= runtime::ARENA_MAP_UNITS {
            return false;
        }
        let tail = (offset & 0xF_FFFF) as i32;
        let entry = self.memory.u64(runtime::word(runtime::ARENA_MAP, unit));
        let (high, low) = (entry as i32, (entry >> 32) as i32);
        tail < low || (tail >= high && high != 0)
    }

    fn mark_arena(&mut self, base: Address, used: bool) {
        let offset = base.raw() - BASE;
        let entry = runtime::word(runtime::ARENA_MAP, offset >> 20);
        let tail = (offset & 0xF_FFFF) as i32;
        let mark = |value: i32| if used { value } else { 0 };
        if tail == 0 {
            self.memory.set_i32(entry, mark(-1));
        } else {
            self.memory.set_i32(entry, mark(tail));
            self.memory.set_i32(entry.plus(8 + 4), mark(tail));
        }
    }

    /// Takes a pool from the fullest usable arena. Its header holds the class it served last, and its free list.
    pub(super) fn take_pool(&mut self) -> Address {
        let mut arena = self.memory.address(runtime::USABLE_ARENAS);
        if arena.is_null() {
            arena = self.new_arena();
            self.memory.set_address(runtime::USABLE_ARENAS, arena);
            self.set_last_with(self.free_pools(arena), arena);
        }
        // The first arena has the fewest free pools, so with one less it is still in its place.
        let free = self.free_pools(arena);
        if self.last_with(free) == arena {
            self.set_last_with(free, Address::NULL);
        }
        if free > 1 {
            self.set_last_with(free - 1, arena);
        }
        let pool = match self.memory.address(arena.plus(field::FREEPOOLS)).non_null() {
            Some(pool) => {
                let next = self.memory.address(pool.plus(pool::field::NEXT));
                self.memory.set_address(arena.plus(field::FREEPOOLS), next);
                pool
            }
            None => self.carve_pool(arena),
        };
        self.memory
            .set_u32(arena.plus(field::NFREEPOOLS), free as u32 - 1);
        if free == 1 {
            let next = self.memory.address(arena.plus(field::NEXT));
            self.memory.set_address(runtime::USABLE_ARENAS, next);
            if !next.is_null() {
                self.memory
                    .set_address(next.plus(field::PREVIOUS), Address::NULL);
            }
        }
        pool
    }

    fn carve_pool(&mut self, arena: Address) -> Address {
        let pool = self.memory.address(arena.plus(field::POOL_ADDRESS));
        let index = (arena.raw() - self.memory.u64(runtime::ARENAS)) / DESCRIPTOR_SIZE;
        self.memory
            .set_u32(pool.plus(pool::field::ARENA_INDEX), index as u32);
        self.memory
            .set_u32(pool.plus(pool::field::CLASS), pool::NO_CLASS);
        self.memory.set_address(
            arena.plus(field::POOL_ADDRESS),
            pool.plus(self.profile.pool_size),
        );
        pool
    }

    fn new_arena(&mut self) -> Address {
        if self.memory.address(runtime::UNUSED_ARENA_OBJECTS).is_null() {
            self.more_descriptors();
        }
        let arena = self.memory.address(runtime::UNUSED_ARENA_OBJECTS);
        let unused = self.memory.address(arena.plus(field::NEXT));
        self.memory
            .set_address(runtime::UNUSED_ARENA_OBJECTS, unused);
        let (arena_size, pool_size) = (self.profile.arena_size, self.profile.pool_size);
        let base = self.map_pages(arena_size);
        self.mark_arena(base, true);
        let first = base.raw().next_multiple_of(pool_size);
        let pools = (base.raw() + arena_size - first) / pool_size;
        let memory = &mut self.memory;
        memory.set_address(arena.plus(field::ADDRESS), base);
        memory.set_u64(arena.plus(field::POOL_ADDRESS), first);
        memory.set_u32(arena.plus(field::NFREEPOOLS), pools as u32);
        memory.set_u32(arena.plus(field::NTOTALPOOLS), pools as u32);
        memory.set_address(arena.plus(field::FREEPOOLS), Address::NULL);
        memory.set_address(arena.plus(field::NEXT), Address::NULL);
        memory.set_address(arena.plus(field::PREVIOUS), Address::NULL);
        let mapped = memory.u64(runtime::ARENAS_MAPPED) + 1;
        let highwater = memory.u64(runtime::ARENAS_HIGHWATER).max(mapped);
        let ever = memory.u64(runtime::ARENAS_MAPPED_EVER) + 1;
        memory.set_u64(runtime::ARENAS_MAPPED, mapped);
        memory.set_u64(runtime::ARENAS_HIGHWATER, highwater);
        memory.set_u64(runtime::ARENAS_MAPPED_EVER, ever);
        self.log.note(Event::ArenaMapped { base });
        arena
    }

    /// Doubles the array of descriptors. No arena is usable now, so nothing points at the old ones.
    fn more_descriptors(&mut self) {
        let old = self.memory.u64(runtime::MAX_ARENAS);
        let count = if old == 0 {
            INITIAL_DESCRIPTORS
        } else {
            old * 2
        };
        let array = self.memory.address(runtime::ARENAS);
        let array = self.reallocate_untraced(Domain::Raw, array, count * DESCRIPTOR_SIZE);
        self.memory.set_address(runtime::ARENAS, array);
        self.memory.set_u64(runtime::MAX_ARENAS, count);
        for index in old..count {
            let descriptor = self.arena_descriptor(index);
            let next = if index + 1 < count {
                descriptor.plus(DESCRIPTOR_SIZE)
            } else {
                Address::NULL
            };
            self.memory.fill(descriptor, DESCRIPTOR_SIZE, 0);
            self.memory.set_address(descriptor.plus(field::NEXT), next);
        }
        self.memory
            .set_address(runtime::UNUSED_ARENA_OBJECTS, self.arena_descriptor(old));
    }

    /// Gives an empty pool, already out of its ring, back to its arena.
    pub(super) fn give_back_pool(&mut self, pool: Address) {
        let arena =
            self.arena_descriptor(self.memory.u32(pool.plus(pool::field::ARENA_INDEX)).into());
        let spare = self.memory.address(arena.plus(field::FREEPOOLS));
        self.memory.set_address(pool.plus(pool::field::NEXT), spare);
        self.memory.set_address(arena.plus(field::FREEPOOLS), pool);

        let before = self.free_pools(arena);
        let free = before + 1;
        let last = self.last_with(before);
        let (next, previous) = self.arena_neighbours(arena);
        if last == arena {
            let stays = !previous.is_null() && self.free_pools(previous) == before;
            self.set_last_with(before, if stays { previous } else { Address::NULL });
        }
        self.memory
            .set_u32(arena.plus(field::NFREEPOOLS), free as u32);

        let total = u64::from(self.memory.u32(arena.plus(field::NTOTALPOOLS)));
        if free == total && !next.is_null() {
            self.unlink_arena(arena);
            self.unmap_arena(arena);
        } else if free == 1 {
            self.put_arena_first(arena);
        } else {
            if self.last_with(free).is_null() {
                self.set_last_with(free, arena);
            }
            if last != arena {
                self.unlink_arena(arena);
                self.insert_arena_after(arena, last);
            }
        }
    }

    fn arena_neighbours(&self, arena: Address) -> (Address, Address) {
        (
            self.memory.address(arena.plus(field::NEXT)),
            self.memory.address(arena.plus(field::PREVIOUS)),
        )
    }

    fn unlink_arena(&mut self, arena: Address) {
        let (next, previous) = self.arena_neighbours(arena);
        let link = if previous.is_null() {
            runtime::USABLE_ARENAS
        } else {
            previous.plus(field::NEXT)
        };
        self.memory.set_address(link, next);
        if !next.is_null() {
            self.memory
                .set_address(next.plus(field::PREVIOUS), previous);
        }
    }

    fn put_arena_first(&mut self, arena: Address) {
        let first = self.memory.address(runtime::USABLE_ARENAS);
        self.memory.set_address(arena.plus(field::NEXT), first);
        self.memory
            .set_address(arena.plus(field::PREVIOUS), Address::NULL);
        if !first.is_null() {
            self.memory.set_address(first.plus(field::PREVIOUS), arena);
        }
        self.memory.set_address(runtime::USABLE_ARENAS, arena);
        if self.last_with(1).is_null() {
            self.set_last_with(1, arena);
        }
    }

    fn insert_arena_after(&mut self, arena: Address, place: Address) {
        let next = self.memory.address(place.plus(field::NEXT));
        self.memory.set_address(arena.plus(field::PREVIOUS), place);
        self.memory.set_address(arena.plus(field::NEXT), next);
        if !next.is_null() {
            self.memory.set_address(next.plus(field::PREVIOUS), arena);
        }
        self.memory.set_address(place.plus(field::NEXT), arena);
    }

    /// Gives a wholly free arena back to the system.
    fn unmap_arena(&mut self, arena: Address) {
        let unused = self.memory.address(runtime::UNUSED_ARENA_OBJECTS);
        let base = self.memory.address(arena.plus(field::ADDRESS));
        self.memory.set_address(arena.plus(field::NEXT), unused);
        self.memory
            .set_address(runtime::UNUSED_ARENA_OBJECTS, arena);
        self.mark_arena(base, false);
        self.unmap_pages(base, self.profile.arena_size);
        self.memory
            .set_address(arena.plus(field::ADDRESS), Address::NULL);
        let mapped = self.memory.u64(runtime::ARENAS_MAPPED) - 1;
        self.memory.set_u64(runtime::ARENAS_MAPPED, mapped);
        self.log.note(Event::ArenaUnmapped { base });
    }
}
