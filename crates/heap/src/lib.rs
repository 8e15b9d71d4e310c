//! The memory of CPython 3.12.1, byte by byte: where objects lie, who counts them, how they die.
//!
//! This crate knows objects but no Python source. It depends on nothing.

pub mod address;
pub mod audit;
pub mod domain;
pub mod event;
pub mod freelist;
pub mod gc;
pub mod heap;
pub mod host;
pub mod interpreter_frame;
pub mod kind;
pub mod layout;
pub mod memory;
pub mod object;
pub mod os;
pub mod profile;
pub mod pymalloc;
pub mod raw;
pub mod refcount;
pub mod runtime;
pub mod slot;
pub mod static_type;
pub mod statics;
pub mod tracemalloc;
pub mod trashcan;
pub mod weakref_list;

pub use address::Address;
pub use domain::Domain;
pub use heap::Heap;
pub use host::{Host, Raised};
pub use kind::Kind;
pub use memory::Memory;
pub use profile::Profile;
pub use static_type::StaticType;
