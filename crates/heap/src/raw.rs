//! The raw allocator.

use crate::{Heap, address::Address};

impl Heap {
    pub(crate) fn raw_allocate(&mut self, size: u64) -> Address {
        let block = self.map_pages(size + 16).plus(16);
        self.memory.set_u64(block.minus(8), size);
        block
    }
}
