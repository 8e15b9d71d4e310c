//! The raw allocator: what `malloc` is to CPython. Blocks above 512 bytes, and the interpreter's own tables.
//!
//! Each block is preceded by a word with the size of its *chunk* and two flags; a free chunk repeats its size at its end,
//! so that neighbours find each other and can be joined.
//!
//! ```text
//! chunk − 0        + 8              + 16
//! | size of the    | size of this   | block . . .                                  |
//! | chunk before,  | chunk, flags   |                                              |
//! | if that is free|                | free: next in bin | previous in bin | . . .  |
//! ```
//!
//! Chunks live in *segments* from the operating system; the last chunk of the newest segment is the *top*, from which new
//! chunks are cut when no free one fits. Large blocks have a mapping of their own and go straight back to the system.
//! This follows the design of the C library's allocator, not its every choice: addresses of raw blocks are plausible,
//! no more.

pub mod bin;

use bin::{NEXT, PREVIOUS};

use crate::{Heap, address::Address, memory::PAGE, runtime};

/// The smallest chunk, in bytes.
const MIN_CHUNK: u64 = 32;
/// Offset of the block in its chunk.
const HEADER: u64 = 16;
/// Offset of the size word in a chunk.
const SIZE: u64 = 8;
/// Set in a size word if the chunk before is in use.
const BEFORE_IN_USE: u64 = 1;
/// Set in a size word if the chunk has a mapping of its own.
const LARGE: u64 = 2;
/// Set in a size word if the chunk itself is in use.
const IN_USE: u64 = 4;
/// All flags.
const FLAGS: u64 = 15;
/// Chunks from this size on get a mapping of their own.
const LARGE_THRESHOLD: u64 = 128 << 10;
/// Bytes a segment has at least.
const SEGMENT: u64 = 132 << 10;
/// Bytes of a segment's or large mapping's own header: next, previous or size, two unused words.
const SEGMENT_HEADER: u64 = 32;
/// Bytes of the mark at the end of a segment: a chunk in use that is nobody's.
const FENCE: u64 = 16;

/// A stretch of a raw segment, as a picture shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawBlock {
    /// Where the block starts.
    pub address: Address,
    /// Bytes it can hold.
    pub size: u64,
    /// Whether it is handed out.
    pub taken: bool,
    /// The object that starts in it.
    pub object: Option<Address>,
}

impl Heap {
    /// `malloc(size)`; 0 bytes count as 1.
    pub(crate) fn raw_allocate(&mut self, size: u64) -> Address {
        let need = chunk_size(size);
        if need >= LARGE_THRESHOLD {
            return self.map_large(need);
        }
        let chunk = match self.take_from_bins(need) {
            Some(chunk) => chunk,
            None => self.cut_top(need),
        };
        self.count_raw_bytes(self.chunk_bytes(chunk) as i64);
        chunk.plus(HEADER)
    }

    /// `free(block)`.
    pub(crate) fn raw_release(&mut self, block: Address) {
        let chunk = block.minus(HEADER);
        let word = self.memory.u64(chunk.plus(SIZE));
        if word & LARGE != 0 {
            return self.unmap_large(chunk);
        }
        self.count_raw_bytes(-((word & !FLAGS) as i64));
        self.free_chunk(chunk);
    }

    /// `realloc(block, size)`: in place if the chunk is large enough, or the next one free and large enough.
    pub(crate) fn raw_reallocate(&mut self, block: Address, size: u64) -> Address {
        let chunk = block.minus(HEADER);
        let need = chunk_size(size);
        let word = self.memory.u64(chunk.plus(SIZE));
        let have = word & !FLAGS;
        if word & LARGE != 0 {
            if size <= have - HEADER && need + PAGE > have {
                return block;
            }
        } else if need < LARGE_THRESHOLD {
            if need > have {
                self.absorb_next(chunk, need);
            }
            if self.chunk_bytes(chunk) >= need {
                self.trim_chunk(chunk, need);
                self.count_raw_bytes(self.chunk_bytes(chunk) as i64 - have as i64);
                return block;
            }
        }
        let new = self.raw_allocate(size);
        let room = have - if word & LARGE != 0 { HEADER } else { 8 };
        self.memory.copy(block, new, room.min(size));
        self.raw_release(block);
        new
    }

    /// Bytes that a raw block can hold (`malloc_usable_size`).
    pub fn raw_usable_size(&self, block: Address) -> u64 {
        let word = self.memory.u64(block.minus(SIZE));
        (word & !FLAGS) - if word & LARGE != 0 { HEADER } else { 8 }
    }

    fn count_raw_bytes(&mut self, change: i64) {
        let bytes = self.memory.i64(runtime::RAW_BYTES) + change;
        self.memory.set_i64(runtime::RAW_BYTES, bytes);
    }

    #[inline]
    fn chunk_bytes(&self, chunk: Address) -> u64 {
        self.memory.u64(chunk.plus(SIZE)) & !FLAGS
    }

    fn is_in_use(&self, chunk: Address) -> bool {
        self.memory.u64(chunk.plus(SIZE)) & IN_USE != 0
    }

    /// Writes a chunk's size and own flag, keeping what it says of the chunk before; tells the chunk after.
    fn write_chunk(&mut self, chunk: Address, size: u64, in_use: bool) {
        let before = self.memory.u64(chunk.plus(SIZE)) & BEFORE_IN_USE;
        let own = if in_use { IN_USE } else { 0 };
        self.memory.set_u64(chunk.plus(SIZE), size | before | own);
        let after = chunk.plus(size);
        let word = self.memory.u64(after.plus(SIZE));
        if in_use {
            self.memory.set_u64(after.plus(SIZE), word | BEFORE_IN_USE);
        } else {
            self.memory.set_u64(after, size);
            self.memory.set_u64(after.plus(SIZE), word & !BEFORE_IN_USE);
        }
    }

    /// Takes the smallest free chunk that fits, the newest among equals.
    fn take_from_bins(&mut self, need: u64) -> Option<Address> {
        let chunk = self.find_in_bins(need)?;
        self.unlink_from_bin(chunk, self.chunk_bytes(chunk));
        self.write_chunk(chunk, self.chunk_bytes(chunk), true);
        self.trim_chunk(chunk, need);
        Some(chunk)
    }

    /// Cuts what a chunk in use does not need off its end.
    fn trim_chunk(&mut self, chunk: Address, need: u64) {
        let size = self.chunk_bytes(chunk);
        if size - need >= MIN_CHUNK {
            self.write_chunk(chunk, need, true);
            let rest = chunk.plus(need);
            self.memory
                .set_u64(rest.plus(SIZE), (size - need) | BEFORE_IN_USE);
            self.free_chunk(rest);
        }
    }

    /// Lets a chunk in use grow into the next one if that is free and together they are large enough.
    fn absorb_next(&mut self, chunk: Address, need: u64) {
        let size = self.chunk_bytes(chunk);
        let next = chunk.plus(size);
        if self.is_in_use(next) {
            return;
        }
        let more = self.chunk_bytes(next);
        let is_top = next == self.memory.address(runtime::RAW_TOP);
        // The top keeps a chunk for itself, so that it always exists.
        if size + more < need + if is_top { MIN_CHUNK } else { 0 } {
            return;
        }
        if is_top {
            let top = chunk.plus(need);
            self.memory.set_u64(top.plus(SIZE), 0);
            self.write_chunk(chunk, need, true);
            self.write_chunk(top, size + more - need, false);
            self.memory.set_address(runtime::RAW_TOP, top);
        } else {
            self.unlink_from_bin(next, more);
            self.write_chunk(chunk, size + more, true);
        }
    }

    /// Joins a chunk with its free neighbours and puts it in its bin, or makes it the top.
    fn free_chunk(&mut self, chunk: Address) {
        let (mut start, mut size) = (chunk, self.chunk_bytes(chunk));
        let top = self.memory.address(runtime::RAW_TOP);
        if self.memory.u64(chunk.plus(SIZE)) & BEFORE_IN_USE == 0 {
            let before = self.memory.u64(chunk);
            start = chunk.minus(before);
            size += before;
            self.unlink_from_bin(start, before);
        }
        let next = start.plus(size);
        let mut is_top = false;
        if !self.is_in_use(next) {
            let more = self.chunk_bytes(next);
            is_top = next == top;
            if !is_top {
                self.unlink_from_bin(next, more);
            }
            size += more;
        }
        self.write_chunk(start, size, false);
        if is_top {
            self.memory.set_address(runtime::RAW_TOP, start);
        } else {
            self.link_in_bin(start, size);
        }
    }

    /// Cuts a chunk from the start of the top, or of a new segment.
    fn cut_top(&mut self, need: u64) -> Address {
        let top = self.memory.address(runtime::RAW_TOP);
        if top.is_null() || self.chunk_bytes(top) < need + MIN_CHUNK {
            self.new_segment(need);
        }
        let top = self.memory.address(runtime::RAW_TOP);
        let size = self.chunk_bytes(top);
        let rest = top.plus(need);
        self.memory.set_u64(rest.plus(SIZE), 0);
        self.write_chunk(top, need, true);
        self.write_chunk(rest, size - need, false);
        self.memory.set_address(runtime::RAW_TOP, rest);
        top
    }

    /// Maps a segment and makes all of it the top; the old top becomes an ordinary free chunk.
    fn new_segment(&mut self, need: u64) {
        let bytes = (need + MIN_CHUNK + SEGMENT_HEADER + FENCE)
            .max(SEGMENT)
            .next_multiple_of(PAGE);
        let base = self.map_pages(bytes);
        let old_top = self.memory.address(runtime::RAW_TOP);
        if !old_top.is_null() {
            self.link_in_bin(old_top, self.chunk_bytes(old_top));
        }
        let first = self.memory.address(runtime::RAW_SEGMENTS);
        self.memory.set_address(base, first);
        self.memory.set_u64(base.plus(8), bytes);
        self.memory.set_address(runtime::RAW_SEGMENTS, base);
        let fence = base.plus(bytes - FENCE);
        self.memory.set_u64(fence.plus(SIZE), IN_USE);
        let top = base.plus(SEGMENT_HEADER);
        self.memory.set_u64(top.plus(SIZE), BEFORE_IN_USE);
        self.write_chunk(top, bytes - SEGMENT_HEADER - FENCE, false);
        self.memory.set_address(runtime::RAW_TOP, top);
    }

    /// A block with a mapping of its own, in a doubly linked list.
    fn map_large(&mut self, need: u64) -> Address {
        let bytes = (need + SEGMENT_HEADER).next_multiple_of(PAGE);
        let base = self.map_pages(bytes);
        let first = self.memory.address(runtime::RAW_LARGE);
        self.memory.set_address(base, first);
        if !first.is_null() {
            self.memory.set_address(first.plus(8), base);
        }
        self.memory.set_address(runtime::RAW_LARGE, base);
        let chunk = base.plus(HEADER);
        self.memory
            .set_u64(chunk.plus(SIZE), (bytes - HEADER) | LARGE | IN_USE);
        self.count_raw_bytes((bytes - HEADER) as i64);
        chunk.plus(HEADER)
    }

    fn unmap_large(&mut self, chunk: Address) {
        let (base, size) = (chunk.minus(HEADER), self.chunk_bytes(chunk));
        let (next, previous) = (self.memory.address(base), self.memory.address(base.plus(8)));
        let link = if previous.is_null() {
            runtime::RAW_LARGE
        } else {
            previous
        };
        self.memory.set_address(link, next);
        if !next.is_null() {
            self.memory.set_address(next.plus(8), previous);
        }
        self.count_raw_bytes(-(size as i64));
        self.unmap_pages(base, size + HEADER);
    }

    /// All raw blocks, taken and free, in address order.
    pub fn raw_blocks(&self) -> Vec<RawBlock> {
        let mut blocks = Vec::new();
        let mut segment = self.memory.address(runtime::RAW_SEGMENTS);
        while !segment.is_null() {
            let end = segment.plus(self.memory.u64(segment.plus(8)) - FENCE);
            let mut chunk = segment.plus(SEGMENT_HEADER);
            while chunk < end {
                let size = self.chunk_bytes(chunk);
                blocks.push(self.raw_block(chunk, size - 8));
                chunk = chunk.plus(size.max(MIN_CHUNK));
            }
            segment = self.memory.address(segment);
        }
        let mut large = self.memory.address(runtime::RAW_LARGE);
        while !large.is_null() {
            let chunk = large.plus(HEADER);
            blocks.push(self.raw_block(chunk, self.chunk_bytes(chunk) - HEADER));
            large = self.memory.address(large);
        }
        blocks.sort_by_key(|block| block.address);
        blocks
    }

    fn raw_block(&self, chunk: Address, size: u64) -> RawBlock {
        let (address, taken) = (chunk.plus(HEADER), self.is_in_use(chunk));
        let object = if taken {
            self.object_in_block(address, size)
        } else {
            None
        };
        RawBlock {
            address,
            size,
            taken,
            object,
        }
    }
}

/// Bytes of the chunk for a request: room for its size word, rounded up to 16.
fn chunk_size(request: u64) -> u64 {
    (request.max(1) + 8).next_multiple_of(16).max(MIN_CHUNK)
}

const _: () = assert!(
    NEXT == HEADER && PREVIOUS + 8 <= MIN_CHUNK,
    "a free chunk has room for its links"
);

#[cfg(test)]
mod tests {
    use crate::{Domain, Heap};

    #[test]
    fn a_raw_block_grows_in_place_while_its_neighbour_is_free() {
        let mut heap = Heap::default();
        let block = heap.allocate(Domain::Mem, 1000);
        assert_eq!(heap.reallocate(Domain::Mem, block, 5000), block);
        let wall = heap.allocate(Domain::Mem, 1000);
        let moved = heap.reallocate(Domain::Mem, block, 9000);
        assert!(moved > wall);
        assert_eq!(
            heap.allocate(Domain::Mem, 4000),
            block,
            "the gap is used again"
        );
    }

    #[test]
    fn large_blocks_go_back_to_the_system() {
        let mut heap = Heap::default();
        let mapped = heap.memory.u64(crate::runtime::MAPPED_BYTES);
        let block = heap.allocate(Domain::Mem, 1 << 20);
        heap.memory.fill(block, 1 << 20, 1);
        heap.release(Domain::Mem, block);
        assert_eq!(heap.memory.u64(crate::runtime::MAPPED_BYTES), mapped);
        assert_eq!(heap.allocated_blocks(), 0);
    }
}
