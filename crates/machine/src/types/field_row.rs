//! Rows whose function reads or writes one word of the object.

use heapglass_heap::{Address, static_type::StaticType};

use crate::machine::{Machine, Outcome};

/// Defines a native function that reads the reference at an offset; null reads as `None`.
macro_rules! read_field {
    ($($name:ident $offset:expr;)*) => {
        $(fn $name(m: &mut $crate::machine::Machine, arguments: $crate::native::Arguments<'_>) -> $crate::machine::Outcome {
            Ok(m.field_or_none(arguments.self_, $offset))
        })*
    };
}

/// Defines a native function that stores a reference at an offset; deleting stores null.
macro_rules! write_field {
    ($($name:ident $offset:expr;)*) => {
        $(fn $name(m: &mut $crate::machine::Machine, arguments: $crate::native::Arguments<'_>) -> $crate::machine::Outcome {
            let value = arguments.get(0).unwrap_or(heapglass_heap::Address::NULL);
            m.store_field(arguments.self_, $offset, value);
            Ok(m.heap.none())
        })*
    };
}

pub(crate) use {read_field, write_field};

impl Machine {
    /// Stores `value` (borrowed, may be null) at `offset` and releases what was there.
    pub fn store_field(&mut self, object: Address, offset: u64, value: Address) {
        self.heap.xincref(value);
        let old = self.heap.memory.address(object.plus(offset));
        self.heap.memory.set_address(object.plus(offset), value);
        self.xdecref(old);
    }

    /// Checks that a value to be stored is a str: "__name__ must be set to a string object".
    pub fn expect_str_value(&mut self, value: Option<Address>, what: &str) -> Outcome {
        match value {
            Some(value) if self.heap.is_str(value) => Ok(value),
            _ => Err(self.raise(StaticType::TypeError, format!("{what} must be set to a string object"))),
        }
    }
}
