//! The memory of CPython 3.12.1, byte by byte: where objects lie, who counts them, how they die.
//!
//! This crate knows objects but no Python source. It depends on nothing.

pub mod address;
pub mod host;
pub mod kind;
pub mod memory;
pub mod static_type;
pub mod statics;

pub use address::Address;
pub use host::{Host, Raised};
pub use kind::Kind;
pub use memory::Memory;
pub use static_type::StaticType;

/// The whole heap. Everything that must survive a snapshot lies in `memory`.
#[derive(Clone, Debug, Default)]
pub struct Heap {
    /// The bytes.
    pub memory: Memory,
}
