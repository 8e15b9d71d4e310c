//! The machine as the heap sees it.

use heapglass_heap::{Address, Heap, Host, Raised};

use crate::machine::Machine;

impl Host for Machine {
    fn heap(&self) -> &Heap {
        &self.heap
    }

    fn heap_mut(&mut self) -> &mut Heap {
        &mut self.heap
    }

    fn equal(&mut self, _a: Address, _b: Address) -> Result<bool, Raised> {
        Ok(false)
    }

    fn finalize(&mut self, _object: Address) {}

    fn weakref_callback(&mut self, _weakref: Address, _callback: Address) {}
}
