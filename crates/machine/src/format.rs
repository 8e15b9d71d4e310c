//! Turning values into text: `repr` of floats, the format mini-language, `%` formatting and `str.format`.
//!
//! The parts here work on plain values; the objects they come from are looked at by their callers.

mod advanced;
pub mod float;
pub mod integer;
pub mod message;
pub mod spec;
pub mod text;

/// Why a value could not be formatted: the exception's kind and text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// `ValueError` with this text.
    Value(String),
    /// `OverflowError` with this text.
    Overflow(String),
}

impl FormatError {
    /// A `ValueError` with this text.
    pub fn value(text: impl Into<String>) -> Self {
        Self::Value(text.into())
    }
}
