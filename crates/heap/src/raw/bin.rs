//! Bins of free raw chunks: doubly linked lists, one per size up to 1 KiB, then eight per power of two.
//!
//! A bit map says which bins are not empty, so that the next larger chunk is found without looking at empty ones.

use crate::{Heap, address::Address, runtime};

/// Offset in a free chunk of the next chunk of its bin.
pub(super) const NEXT: u64 = 16;
/// Offset in a free chunk of the previous chunk of its bin.
pub(super) const PREVIOUS: u64 = 24;
/// Below this size a bin holds chunks of one size only.
const EXACT_BELOW: u64 = 1024;

/// The bin for chunks of `size` bytes.
fn bin_of(size: u64) -> u64 {
    if size < EXACT_BELOW {
        return size / 16;
    }
    let power = u64::from(size.ilog2());
    (64 + (power - 10) * 8 + ((size >> (power - 3)) & 7)).min(runtime::RAW_BINS - 1)
}

impl Heap {
    fn bin_head(bin: u64) -> Address {
        runtime::word(runtime::RAW_BINS_HEADS, bin)
    }

    /// A free chunk of at least `need` bytes: the newest of the smallest bin that has one. It stays in its bin.
    pub(super) fn find_in_bins(&self, need: u64) -> Option<Address> {
        let first = bin_of(need);
        let mut chunk = self.memory.address(Self::bin_head(first));
        while !chunk.is_null() {
            if self.chunk_bytes(chunk) >= need {
                return Some(chunk);
            }
            chunk = self.memory.address(chunk.plus(NEXT));
        }
        self.next_filled_bin(first + 1)
            .map(|bin| self.memory.address(Self::bin_head(bin)))
    }

    /// The first bin from `from` on that is not empty. All its chunks are larger than those of the bins before.
    fn next_filled_bin(&self, from: u64) -> Option<u64> {
        let low = u128::from(self.memory.u64(runtime::RAW_BIN_MAP));
        let high = u128::from(self.memory.u64(runtime::word(runtime::RAW_BIN_MAP, 1)));
        let map = low | high << 64;
        let rest = map.checked_shr(from as u32)?;
        (rest != 0).then(|| from + u64::from(rest.trailing_zeros()))
    }

    fn mark_bin(&mut self, bin: u64, filled: bool) {
        let word = runtime::word(runtime::RAW_BIN_MAP, bin / 64);
        let (map, bit) = (self.memory.u64(word), 1 << (bin % 64));
        self.memory
            .set_u64(word, if filled { map | bit } else { map & !bit });
    }

    /// Puts a free chunk at the front of its bin.
    pub(super) fn link_in_bin(&mut self, chunk: Address, size: u64) {
        let bin = bin_of(size);
        let first = self.memory.address(Self::bin_head(bin));
        self.memory.set_address(chunk.plus(NEXT), first);
        self.memory.set_address(chunk.plus(PREVIOUS), Address::NULL);
        if first.is_null() {
            self.mark_bin(bin, true);
        } else {
            self.memory.set_address(first.plus(PREVIOUS), chunk);
        }
        self.memory.set_address(Self::bin_head(bin), chunk);
    }

    /// Takes a free chunk out of its bin.
    pub(super) fn unlink_from_bin(&mut self, chunk: Address, size: u64) {
        let bin = bin_of(size);
        let next = self.memory.address(chunk.plus(NEXT));
        let previous = self.memory.address(chunk.plus(PREVIOUS));
        if !next.is_null() {
            self.memory.set_address(next.plus(PREVIOUS), previous);
        }
        if previous.is_null() {
            self.memory.set_address(Self::bin_head(bin), next);
            if next.is_null() {
                self.mark_bin(bin, false);
            }
        } else {
            self.memory.set_address(previous.plus(NEXT), next);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::bin_of;

    #[test]
    fn larger_chunks_never_lie_in_lower_bins() {
        let bins: Vec<u64> = (2..20_000).map(|granules| bin_of(granules * 16)).collect();
        assert!(bins.windows(2).all(|pair| pair[0] <= pair[1]));
    }
}
