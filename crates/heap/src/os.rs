//! The simulated operating system: `mmap` and `munmap`.
//!
//! Pages come from the lowest free range that is large enough, and only then from beyond all others. A free range
//! describes itself:
//!
//! ```text
//! FREE_PAGES -> | next range | length | 0 0 0 . . . |    in address order, neighbours joined
//! ```
//!
//! What is mapped reads as zeros.

use crate::{Heap, address::Address, memory::PAGE, runtime};

/// Offset of a range's length, in bytes.
const LENGTH: u64 = 8;

impl Heap {
    /// Maps `bytes` zeroed bytes, rounded up to whole pages. The result is page-aligned and no more.
    pub fn map_pages(&mut self, bytes: u64) -> Address {
        let bytes = bytes.next_multiple_of(PAGE);
        let mapped = self.memory.u64(runtime::MAPPED_BYTES) + bytes;
        self.memory.set_u64(runtime::MAPPED_BYTES, mapped);
        let mut link = runtime::FREE_PAGES;
        loop {
            let range = self.memory.address(link);
            if range.is_null() {
                return self.memory.grow(bytes / PAGE);
            }
            let length = self.memory.u64(range.plus(LENGTH));
            if length >= bytes {
                self.cut_range(link, range, length, bytes);
                return range;
            }
            link = range;
        }
    }

    /// Gives pages back; `bytes` is rounded up to whole pages.
    pub fn unmap_pages(&mut self, base: Address, bytes: u64) {
        let bytes = bytes.next_multiple_of(PAGE);
        let mapped = self.memory.u64(runtime::MAPPED_BYTES) - bytes;
        self.memory.set_u64(runtime::MAPPED_BYTES, mapped);
        self.memory.fill(base, bytes, 0);
        let mut link = runtime::FREE_PAGES;
        let mut next = self.memory.address(link);
        while !next.is_null() && next < base {
            link = next;
            next = self.memory.address(link);
        }
        self.memory.set_u64(base.plus(LENGTH), bytes);
        self.memory.set_address(base, next);
        self.memory.set_address(link, base);
        self.join_range(base);
        if link != runtime::FREE_PAGES {
            self.join_range(link);
        }
    }

    /// Takes the first `bytes` of the free range that `link` leads to.
    fn cut_range(&mut self, link: Address, range: Address, length: u64, bytes: u64) {
        let next = self.memory.address(range);
        if length == bytes {
            self.memory.set_address(link, next);
        } else {
            let rest = range.plus(bytes);
            self.memory.set_address(rest, next);
            self.memory.set_u64(rest.plus(LENGTH), length - bytes);
            self.memory.set_address(link, rest);
        }
        self.memory.fill(range, 16, 0);
    }

    /// Joins a free range with the next one, if they touch.
    fn join_range(&mut self, range: Address) {
        let next = self.memory.address(range);
        let length = self.memory.u64(range.plus(LENGTH));
        if next == range.plus(length) {
            let (after, more) = (
                self.memory.address(next),
                self.memory.u64(next.plus(LENGTH)),
            );
            self.memory.set_address(range, after);
            self.memory.set_u64(range.plus(LENGTH), length + more);
            self.memory.fill(next, 16, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Heap;

    #[test]
    fn unmapped_pages_are_mapped_again_lowest_first_and_zeroed() {
        let mut heap = Heap::default();
        let places: Vec<_> = (0..4).map(|_| heap.map_pages(4096)).collect();
        heap.memory.set_u64(places[1].plus(64), 7);
        heap.unmap_pages(places[2], 4096);
        heap.unmap_pages(places[1], 4096);
        assert_eq!(heap.map_pages(8192), places[1], "neighbours are joined");
        assert!(
            heap.memory
                .slice(places[1], 8192)
                .iter()
                .all(|byte| *byte == 0)
        );
    }
}
