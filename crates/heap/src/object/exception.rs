//! Exceptions (Objects/exceptions.c): the fields of `BaseException`, then those of the few classes that have more.

use crate::{Address, Heap};

/// `__dict__`, or null.
pub const DICT: u64 = 16;
/// `args`.
pub const ARGS: u64 = 24;
/// `__notes__`, or null (unused in 3.12, which keeps them in the dict).
pub const NOTES: u64 = 32;
/// `__traceback__`, or null.
pub const TRACEBACK: u64 = 40;
/// `__context__`, or null.
pub const CONTEXT: u64 = 48;
/// `__cause__`, or null.
pub const CAUSE: u64 = 56;
/// `__suppress_context__`, one byte.
pub const SUPPRESS_CONTEXT: u64 = 64;
/// The first field of a class that has more: `value` of `StopIteration`, `code` of `SystemExit`, `name` of `NameError`,
/// `obj` of `AttributeError`, `msg` of `ImportError`, `SyntaxError` and exception groups, `errno` of `OSError`.
pub const FIRST_EXTRA: u64 = 72;

impl Heap {
    /// A new exception of `type_` with these arguments, as `BaseException.__new__` makes it. Tracked.
    pub fn new_exception_object(&mut self, type_: Address, owned_args: Address) -> Address {
        let exception = self.generic_allocate(type_, 0);
        self.memory.set_address(exception.plus(ARGS), owned_args);
        exception
    }

    /// A field that holds a reference or null, borrowed; `offset` is one of this module's constants.
    #[inline]
    pub fn exception_field(&self, exception: Address, offset: u64) -> Address {
        self.memory.address(exception.plus(offset))
    }

    /// Writes a field and returns the reference (or null) it displaces.
    pub fn replace_exception_field(&mut self, exception: Address, offset: u64, owned: Address) -> Address {
        let old = self.memory.address(exception.plus(offset));
        self.memory.set_address(exception.plus(offset), owned);
        old
    }

    /// `args`, borrowed.
    pub fn exception_args(&self, exception: Address) -> Address {
        self.exception_field(exception, ARGS)
    }

    /// `__traceback__`, borrowed, or null.
    pub fn exception_traceback(&self, exception: Address) -> Address {
        self.exception_field(exception, TRACEBACK)
    }

    /// `__context__`, borrowed, or null.
    pub fn exception_context(&self, exception: Address) -> Address {
        self.exception_field(exception, CONTEXT)
    }

    /// `__cause__`, borrowed, or null.
    pub fn exception_cause(&self, exception: Address) -> Address {
        self.exception_field(exception, CAUSE)
    }

    /// Sets `args`; returns what it displaces.
    pub fn replace_exception_args(&mut self, exception: Address, owned: Address) -> Address {
        self.replace_exception_field(exception, ARGS, owned)
    }

    /// Sets `__traceback__`; returns what it displaces.
    pub fn replace_exception_traceback(&mut self, exception: Address, owned: Address) -> Address {
        self.replace_exception_field(exception, TRACEBACK, owned)
    }

    /// Sets `__context__`; returns what it displaces.
    pub fn replace_exception_context(&mut self, exception: Address, owned: Address) -> Address {
        self.replace_exception_field(exception, CONTEXT, owned)
    }

    /// Sets `__cause__`, which also suppresses the context; returns what it displaces.
    pub fn replace_exception_cause(&mut self, exception: Address, owned: Address) -> Address {
        self.set_suppress_context(exception, true);
        self.replace_exception_field(exception, CAUSE, owned)
    }

    /// `__suppress_context__`.
    pub fn suppress_context(&self, exception: Address) -> bool {
        self.memory.u8(exception.plus(SUPPRESS_CONTEXT)) != 0
    }

    /// Sets `__suppress_context__`.
    pub fn set_suppress_context(&mut self, exception: Address, suppress: bool) {
        self.memory.set_u8(exception.plus(SUPPRESS_CONTEXT), u8::from(suppress));
    }
}
