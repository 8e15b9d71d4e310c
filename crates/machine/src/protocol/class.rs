//! `isinstance` and `issubclass`.

use heapglass_heap::{Address, Raised};

use crate::machine::{Machine, Outcome};

impl Machine {
    /// `isinstance(object, class)`.
    pub fn is_instance(&mut self, object: Address, class: Address) -> Outcome<bool> {
        let _ = (object, class);
        Err(Raised)
    }

    /// `issubclass(class, base)`.
    pub fn is_subclass(&mut self, class: Address, base: Address) -> Outcome<bool> {
        let _ = (class, base);
        Err(Raised)
    }

    /// `__build_class__(function, name, *bases, **keywords)`.
    pub fn build_class(
        &mut self,
        function: Address,
        name: Address,
        bases: &[Address],
        keywords: &[(Address, Address)],
    ) -> Outcome {
        let _ = (function, name, bases, keywords);
        Err(Raised)
    }

    /// Calls row of a native function after the checks of its convention.
    pub fn call_native(
        &mut self,
        row: &crate::native::NativeRow,
        arguments: crate::native::Arguments<'_>,
    ) -> Outcome {
        (row.function)(self, arguments)
    }
}
