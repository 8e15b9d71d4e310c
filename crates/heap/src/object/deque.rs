//! `collections.deque` (Modules/_collectionsmodule.c): a chain of blocks with 64 items each.
//!
//! ```text
//! deque  16     24          32           40          48           56      64       72          … 208
//! | size | left block | right block | left index | right index | state | maxlen | spare blocks | weak references |
//! block: | left link | 64 items | right link |
//! ```

use crate::{Heap, Host, address::Address, domain::Domain, refcount, weakref_list};

/// Items in a block.
pub const BLOCK_ITEMS: u64 = 64;
/// Bytes of a block.
pub const BLOCK: u64 = 8 * (BLOCK_ITEMS + 2);
/// How many items.
pub const LENGTH: u64 = 16;
/// The first block.
pub const LEFT_BLOCK: u64 = 24;
/// Index of the first item in the first block.
pub const LEFT_INDEX: u64 = 40;
/// The first item of a block; the left link lies before it.
pub const ITEMS: u64 = 8;
/// The right link of a block.
pub const RIGHT_LINK: u64 = 8 + 8 * BLOCK_ITEMS;

/// All items, left to right, borrowed.
pub fn items(heap: &Heap, deque: Address) -> Vec<Address> {
    places(heap, deque)
        .into_iter()
        .map(|place| heap.memory.address(place))
        .collect()
}

fn places(heap: &Heap, deque: Address) -> Vec<Address> {
    let mut block = heap.memory.address(deque.plus(LEFT_BLOCK));
    let mut index = heap.memory.u64(deque.plus(LEFT_INDEX));
    let mut found = Vec::new();
    for _ in 0..heap.memory.u64(deque.plus(LENGTH)) {
        if index == BLOCK_ITEMS {
            (block, index) = (heap.memory.address(block.plus(RIGHT_LINK)), 0);
        }
        found.push(block.plus(ITEMS + 8 * index));
        index += 1;
    }
    found
}

/// Drops all items, left to right; the blocks stay until the deque dies or is filled anew.
pub(crate) fn clear<H: Host>(host: &mut H, deque: Address) {
    let held = items(host.heap(), deque);
    host.heap_mut().memory.set_u64(deque.plus(LENGTH), 0);
    for item in held {
        refcount::decref(host, item);
    }
}

/// Tears down a deque.
pub(crate) fn dealloc<H: Host>(host: &mut H, deque: Address) {
    weakref_list::clear_weakrefs(host, deque);
    let mut block = host.heap().memory.address(deque.plus(LEFT_BLOCK));
    clear(host, deque);
    let heap = host.heap_mut();
    while !block.is_null() {
        let next = heap.memory.address(block.plus(RIGHT_LINK));
        heap.release(Domain::Mem, block);
        block = next;
    }
    heap.free_gc_object(deque);
}
