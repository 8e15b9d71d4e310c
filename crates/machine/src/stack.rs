//! The value stack of the running frame.
//!
//! `registers.stack` points one past the top. Whoever pushes gives its reference away; whoever pops gets one.

use heapglass_heap::Address;

use crate::machine::Machine;

impl Machine {
    /// Puts an owned reference (or null) on the stack.
    #[inline]
    pub fn push(&mut self, owned: Address) {
        self.heap.memory.set_address(self.registers.stack, owned);
        self.registers.stack = self.registers.stack.plus(8);
    }

    /// Takes the top off the stack; the caller owns it.
    #[inline]
    pub fn pop(&mut self) -> Address {
        self.registers.stack = self.registers.stack.minus(8);
        self.heap.memory.address(self.registers.stack)
    }

    /// The value `depth` places from the top, borrowed; 1 is the top.
    #[inline]
    pub fn peek(&self, depth: u64) -> Address {
        self.heap
            .memory
            .address(self.registers.stack.minus(8 * depth))
    }

    /// Overwrites the value `depth` places from the top without touching counts; 1 is the top.
    #[inline]
    pub fn set_peek(&mut self, depth: u64, owned: Address) {
        self.heap
            .memory
            .set_address(self.registers.stack.minus(8 * depth), owned);
    }

    /// Shrinks the stack by `count` places without touching counts.
    #[inline]
    pub fn drop_places(&mut self, count: u64) {
        self.registers.stack = self.registers.stack.minus(8 * count);
    }

    /// Pops the top and gives its reference up.
    #[inline]
    pub fn pop_decref(&mut self) {
        let value = self.pop();
        self.decref(value);
    }
}
