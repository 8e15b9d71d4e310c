//! What the heap asks of whoever runs Python on it.
//!
//! The heap cannot call Python. Where CPython's C code would (a finalizer, a weak reference's callback, an `__eq__`
//! while a key is looked for), the functions here call back through [`Host`].

use crate::{Heap, address::Address, gc::CallbackInfo};

/// A Python exception is set in the interpreter; the caller must hand it on or clear it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raised;

/// The interpreter, as the heap sees it.
pub trait Host {
    /// The heap this host runs on.
    fn heap(&self) -> &Heap;

    /// The same, to change.
    fn heap_mut(&mut self) -> &mut Heap;

    /// `a == b` for two objects that are not identical. Both are borrowed.
    fn equal(&mut self, a: Address, b: Address) -> Result<bool, Raised>;

    /// Runs the `tp_finalize` of `object`: `__del__` of an instance, or closing of a suspended generator. The caller holds
    /// `object` for the time of the call. What the finalizer raises is reported as unraisable and goes no further.
    fn finalize(&mut self, object: Address);

    /// Calls the callback of a weak reference whose object has died. Both are borrowed.
    fn weakref_callback(&mut self, weakref: Address, callback: Address);

    /// Calls the functions in `gc.callbacks`. What they raise is reported as unraisable.
    fn collection_callback(&mut self, info: CallbackInfo) {
        let _ = info;
    }

    /// A line that the collector writes to the standard error stream, because of `gc.set_debug`.
    fn collector_message(&mut self, line: &str) {
        let _ = line;
    }

    /// One phase of a collection has ended; a moment the user can stop at.
    fn collection_advanced(&mut self) {}
}
