//! What the builtin types can do: slots and methods as native rows (Objects/*.c).
//!
//! Functions borrow their arguments and return new references. A slot that does not know its operand returns
//! `NotImplemented`; a native `__next__` returns the null pointer at the end.

pub mod array;
pub mod buffer;
pub mod bytearray;
pub mod bytes;
pub mod bytes_new;
pub mod bytes_text;
pub mod complex;
pub mod count_elements;
pub mod default_dict;
pub mod deque;
pub mod dict;
pub mod dict_build;
pub mod dict_view;
mod error_handler;
pub mod float;
pub mod float_hex;
pub mod int;
pub mod int_arithmetic;
pub mod int_bytes;
mod int_digits;
pub mod int_text;
pub mod iterator;
pub mod iterator_reduce;
pub mod itertools;
pub mod key_wrapper;
pub mod list;
pub mod list_item;
pub mod list_sort;
pub mod lru_cache;
pub mod memory_view;
pub mod native_object;
pub mod operator;
pub mod ordered_dict;
pub mod partial;
pub mod percent;
pub mod range;
pub mod repr_guard;
pub mod set;
pub mod set_operation;
pub mod singleton;
pub mod slice;
pub mod str;
pub mod str_case;
pub mod str_encode;
pub mod str_format;
pub mod str_search;
pub mod str_shape;
pub mod str_split;
pub mod thread_lock;
pub mod tuple;
pub mod tuple_getter;

use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::{
    format::FormatError,
    machine::{Machine, Outcome},
};

impl Machine {
    /// `NotImplemented`, as a binary slot returns it.
    pub(crate) fn not_implemented(&self) -> Outcome {
        Ok(self.heap.not_implemented())
    }

    /// A new reference to `None`.
    pub(crate) fn none(&self) -> Outcome {
        Ok(self.heap.none())
    }

    /// `True` or `False`.
    pub(crate) fn truth(&self, value: bool) -> Outcome {
        Ok(self.heap.bool(value))
    }

    /// A new str.
    pub(crate) fn new_text(&mut self, text: &str) -> Outcome {
        Ok(self.heap.new_str(text))
    }

    /// A function of the module `builtins` (a new reference), for `__reduce__`.
    pub(crate) fn builtin_function(&mut self, name: &str) -> Outcome {
        let module = self.import_module("builtins")?;
        let key = self.name(name);
        let function = self.get_attribute(module, key);
        self.decref(module);
        function
    }

    /// Raises a `TypeError`.
    pub(crate) fn type_error<T>(&mut self, text: impl Into<String>) -> Outcome<T> {
        Err(self.raise(StaticType::TypeError, text))
    }

    /// Raises a `ValueError`.
    pub(crate) fn value_error<T>(&mut self, text: impl Into<String>) -> Outcome<T> {
        Err(self.raise(StaticType::ValueError, text))
    }

    /// Raises a `MemoryError`.
    pub(crate) fn memory_error<T>(&mut self) -> Outcome<T> {
        Err(self.raise_bare(StaticType::MemoryError))
    }

    /// Raises what a formatting function complains about.
    pub(crate) fn format_error<T>(&mut self, error: FormatError) -> Outcome<T> {
        Err(match error {
            FormatError::Value(text) => self.raise(StaticType::ValueError, text),
            FormatError::Overflow(text) => self.raise(StaticType::OverflowError, text),
        })
    }

    /// Whether `object` is an int or an instance of a subclass of int.
    #[inline]
    pub(crate) fn is_int(&self, object: Address) -> bool {
        self.heap.kind(object) == Kind::Int
    }

    /// Whether `object` is a str or an instance of a subclass of str.
    #[inline]
    pub(crate) fn is_str(&self, object: Address) -> bool {
        self.heap.kind(object) == Kind::Str
    }

    /// The text of an argument that has to be a str: "strip() argument 1 must be str, not int" in `complaint`'s words.
    pub(crate) fn expect_text(&mut self, object: Address, complaint: &str) -> Outcome<String> {
        if self.is_str(object) {
            return Ok(self.heap.str_text(object));
        }
        let name = self.type_name(object);
        self.type_error(format!("{complaint}, not {name}"))
    }
}
