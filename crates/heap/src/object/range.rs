//! `range` (Objects/rangeobject.c): four ints.

use crate::{Address, Heap, static_type::StaticType};

/// `start`.
pub const START: u64 = 16;
/// `stop`.
pub const STOP: u64 = 24;
/// `step`.
pub const STEP: u64 = 32;
/// How many numbers.
pub const LENGTH: u64 = 40;

impl Heap {
    /// A range; takes over all four ints.
    pub fn new_range(
        &mut self,
        owned_start: Address,
        owned_stop: Address,
        owned_step: Address,
        owned_length: Address,
    ) -> Address {
        let range = self.new_plain(StaticType::Range, 48);
        for (offset, value) in [
            (START, owned_start),
            (STOP, owned_stop),
            (STEP, owned_step),
            (LENGTH, owned_length),
        ] {
            self.memory.set_address(range.plus(offset), value);
        }
        range
    }

    /// `start`, `stop`, `step` or the length of a range, borrowed; `offset` is one of this module's constants.
    #[inline]
    pub fn range_field(&self, range: Address, offset: u64) -> Address {
        self.memory.address(range.plus(offset))
    }
}
