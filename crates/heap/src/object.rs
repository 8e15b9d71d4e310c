//! Objects: one file per C file of CPython's `Objects/`, in its order of allocations and with its field offsets.
//!
//! References handed out are new unless the name or the comment says borrowed. Parameters called `owned…` are taken over.
//! What displaces a reference hands it back: nothing here runs Python, except where a [`Host`](crate::Host) is asked for.

pub mod allocation;
pub mod bytes;
pub mod dict;
pub mod float;
pub mod int;
pub mod list;
pub mod siphash;
pub mod str;
pub mod tuple;

pub use dict::remove::Removed;
