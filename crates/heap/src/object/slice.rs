//! `slice` (Objects/sliceobject.c): three references. One dead slice is kept for reuse.

use crate::{Address, Heap, freelist::FreeList, static_type::StaticType};

/// `start`.
pub const START: u64 = 16;
/// `stop`.
pub const STOP: u64 = 24;
/// `step`.
pub const STEP: u64 = 32;

impl Heap {
    /// A slice; takes over all three references. Tracked.
    pub fn new_slice(&mut self, owned_start: Address, owned_stop: Address, owned_step: Address) -> Address {
        let slice = match self.take_free(FreeList::Slice) {
            Some(slice) => {
                self.revive(slice, StaticType::Slice.address());
                slice
            }
            None => self.new_gc(StaticType::Slice, 40),
        };
        for (offset, value) in [(START, owned_start), (STOP, owned_stop), (STEP, owned_step)] {
            self.memory.set_address(slice.plus(offset), value);
        }
        self.gc_track(slice);
        slice
    }

    /// `start`, `stop` or `step`, borrowed; `offset` is one of this module's constants.
    #[inline]
    pub fn slice_field(&self, slice: Address, offset: u64) -> Address {
        self.memory.address(slice.plus(offset))
    }
}
