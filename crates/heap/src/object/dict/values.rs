//! The array of values of a split dict, or of an instance that has not shown its `__dict__` yet.
//!
//! ```text
//!        order, newest first    set  prefix bytes
//! | . . . third second first | count | size | value | value | value . . .
//! prefix                       −2      −1     values
//! ```

use crate::{Heap, address::Address, domain::Domain};

impl Heap {
    /// An array of `capacity` null values (`new_values`).
    pub(crate) fn new_values(&mut self, capacity: u64) -> Address {
        let prefix = (capacity + 2).next_multiple_of(8);
        let block = self.allocate(Domain::Mem, prefix + 8 * capacity);
        let values = block.plus(prefix);
        self.memory.fill(block, prefix + 8 * capacity, 0);
        self.memory.set_u8(values.minus(1), prefix as u8);
        values
    }

    /// Frees an array whose values are gone.
    pub(crate) fn free_values(&mut self, values: Address) {
        let block = values.minus(u64::from(self.memory.u8(values.minus(1))));
        self.release(Domain::Mem, block);
    }

    /// How many values are set.
    #[inline]
    pub fn values_count(&self, values: Address) -> u64 {
        u64::from(self.memory.u8(values.minus(2)))
    }

    /// Which value was set as the `nth`.
    #[inline]
    pub fn values_order(&self, values: Address, nth: u64) -> u64 {
        u64::from(self.memory.u8(values.minus(3 + nth)))
    }

    /// Notes that value `index` was set last.
    #[inline]
    pub(crate) fn values_note_insertion(&mut self, values: Address, index: u64) {
        let count = self.values_count(values);
        self.memory.set_u8(values.minus(2), count as u8 + 1);
        self.memory.set_u8(values.minus(3 + count), index as u8);
    }

    /// Notes that value `index` is gone.
    pub(crate) fn values_note_deletion(&mut self, values: Address, index: u64) {
        let count = self.values_count(values);
        let order: Vec<u64> = (0..count)
            .map(|nth| self.values_order(values, nth))
            .filter(|i| *i != index)
            .collect();
        for (nth, i) in order.iter().enumerate() {
            self.memory.set_u8(values.minus(3 + nth as u64), *i as u8);
        }
        self.memory.set_u8(values.minus(2), order.len() as u8);
    }

    /// Room in a new array of values for this split table: names it has and names it may still get.
    pub(crate) fn shared_capacity(&self, keys: Address) -> u64 {
        self.keys_entries(keys) + self.keys_usable(keys)
    }
}
