//! Free lists: dead objects kept in their blocks, ready to live again.

use crate::{Heap, address::Address};

/// One of the free lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FreeList {
    /// Floats.
    Float,
    /// Tuples of this length, 1 or more.
    Tuple(u64),
    /// List objects.
    List,
    /// Dict objects.
    Dict,
    /// Dict tables of eight slots with text keys only: plain blocks, not objects.
    DictKeys,
    /// The slice.
    Slice,
}

impl Heap {
    /// Takes what was put in `list` last. The caller writes the count (see [`Heap::revive`]) and the fields.
    pub fn take_free(&mut self, list: FreeList) -> Option<Address> {
        let _ = list;
        None
    }

    /// Keeps a dead object (or table) for reuse, unless the list is full: then the caller frees it.
    pub fn keep_free(&mut self, list: FreeList, object: Address) -> bool {
        let _ = (list, object);
        false
    }
}
