//! The small-object allocator.

use crate::{Heap, address::Address, domain::Domain};

impl Heap {
    /// Allocates `size` bytes. Never fails; see [`Heap::limit_reached`] and [`Heap::can_allocate`].
    pub fn allocate(&mut self, domain: Domain, size: u64) -> Address {
        let _ = domain;
        self.raw_allocate(size)
    }

    /// Allocates `size` zeroed bytes.
    pub fn allocate_zeroed(&mut self, domain: Domain, size: u64) -> Address {
        let block = self.allocate(domain, size);
        self.memory.fill(block, size, 0);
        block
    }

    /// Makes a block larger or smaller, perhaps elsewhere; the content goes along. `block` may be null.
    pub fn reallocate(&mut self, domain: Domain, block: Address, size: u64) -> Address {
        let new = self.allocate(domain, size);
        if !block.is_null() {
            let old = self.memory.u64(block.minus(8));
            self.memory.copy(block, new, old.min(size));
        }
        new
    }

    /// Gives a block back. `block` may be null.
    pub fn release(&mut self, domain: Domain, block: Address) {
        let _ = (domain, block);
    }

    /// `sys.getallocatedblocks()`.
    pub fn allocated_blocks(&self) -> u64 {
        0
    }

    pub(crate) fn start_pymalloc(&mut self) {}
}
