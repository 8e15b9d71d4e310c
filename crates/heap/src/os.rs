//! The simulated operating system: hands out pages.

use crate::{Heap, address::Address, memory::PAGE, runtime};

impl Heap {
    /// Maps `bytes` zeroed bytes, rounded up to whole pages. The result is page-aligned and no more.
    pub fn map_pages(&mut self, bytes: u64) -> Address {
        let base = self.memory.grow(bytes.div_ceil(PAGE));
        let mapped = self.memory.u64(runtime::MAPPED_BYTES) + bytes.next_multiple_of(PAGE);
        self.memory.set_u64(runtime::MAPPED_BYTES, mapped);
        base
    }

    /// Gives pages back.
    pub fn unmap_pages(&mut self, base: Address, bytes: u64) {
        let _ = (base, bytes);
    }
}
