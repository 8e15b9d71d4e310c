//! Objects: one file per C file of CPython's `Objects/`, in its order of allocations and with its field offsets.
//!
//! References handed out are new unless the name or the comment says borrowed. Parameters called `owned…` are taken over.
//! What displaces a reference hands it back: nothing here runs Python, except where a [`Host`](crate::Host) is asked for.

pub mod allocation;
#[cfg(test)]
pub(crate) mod bare;
pub mod bytes;
pub mod code;
pub mod deque;
pub mod dict;
pub mod exception;
pub mod float;
pub mod frame;
pub mod function;
pub mod generator;
pub mod hash;
pub mod int;
pub mod line_table;
pub mod list;
pub mod lru_cache;
pub mod memory_view;
pub mod ordered_dict;
pub mod range;
pub mod record;
pub mod references;
pub mod set;
pub mod siphash;
pub mod size;
pub mod slice;
pub mod str;
pub mod traceback;
pub mod tuple;

pub use dict::remove::Removed;

#[cfg(test)]
mod tests;
