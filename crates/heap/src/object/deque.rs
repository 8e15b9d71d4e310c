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
/// The last block.
pub const RIGHT_BLOCK: u64 = 32;
/// Index of the last item in the last block.
pub const RIGHT_INDEX: u64 = 48;
/// Counts the changes of length: iterators notice.
pub const STATE: u64 = 56;
/// The most items, or −1.
pub const MAXLEN: u64 = 64;
/// Blocks kept for later.
const SPARE_COUNT: u64 = 72;
const SPARES: u64 = 80;
const MOST_SPARES: u64 = 16;
const CENTRE: u64 = (BLOCK_ITEMS - 1) / 2;
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

/// Drops all items, left to right, and all blocks but one.
pub fn clear<H: Host>(host: &mut H, deque: Address) {
    let held = host.heap_mut().deque_take_all(deque);
    for item in held {
        refcount::decref(host, item);
    }
}

/// Tears down a deque.
pub(crate) fn dealloc<H: Host>(host: &mut H, deque: Address) {
    weakref_list::clear_weakrefs(host, deque);
    clear(host, deque);
    let heap = host.heap_mut();
    let block = heap.memory.address(deque.plus(LEFT_BLOCK));
    heap.release(Domain::Mem, block);
    for spare in 0..heap.memory.u64(deque.plus(SPARE_COUNT)) {
        let block = heap.memory.address(deque.plus(SPARES + 8 * spare));
        heap.release(Domain::Mem, block);
    }
    heap.free_gc_object(deque);
}

impl Heap {
    /// Gives a fresh instance its first block (`deque_new`).
    pub fn start_deque(&mut self, deque: Address) {
        let block = self.deque_block(deque);
        self.memory.set_address(deque.plus(LEFT_BLOCK), block);
        self.memory.set_address(deque.plus(RIGHT_BLOCK), block);
        self.deque_centre(deque);
        self.memory.set_i64(deque.plus(MAXLEN), -1);
    }

    /// An empty deque starts in the middle of its block.
    fn deque_centre(&mut self, deque: Address) {
        self.memory.set_u64(deque.plus(LEFT_INDEX), CENTRE + 1);
        self.memory.set_u64(deque.plus(RIGHT_INDEX), CENTRE);
    }

    /// An empty deque that is about to be filled from an iterable starts at the end that is left free: at the left when it is
    /// extended to the right, and the other way round.
    pub fn deque_start_at_end(&mut self, deque: Address, left: bool) {
        if self.deque_len(deque) == 0 {
            let first = if left { 1 } else { BLOCK_ITEMS - 1 };
            self.memory.set_u64(deque.plus(LEFT_INDEX), first);
            self.memory.set_u64(deque.plus(RIGHT_INDEX), first - 1);
        }
    }

    /// A block without neighbours: a spare one, or a new one.
    fn deque_block(&mut self, deque: Address) -> Address {
        let spares = self.memory.u64(deque.plus(SPARE_COUNT));
        let block = if spares > 0 {
            self.memory.set_u64(deque.plus(SPARE_COUNT), spares - 1);
            self.memory.address(deque.plus(SPARES + 8 * (spares - 1)))
        } else {
            self.allocate(Domain::Mem, BLOCK)
        };
        self.memory.set_address(block, Address::NULL);
        self.memory.set_address(block.plus(RIGHT_LINK), Address::NULL);
        block
    }

    /// Keeps up to sixteen blocks for later.
    fn deque_free_block(&mut self, deque: Address, block: Address) {
        let spares = self.memory.u64(deque.plus(SPARE_COUNT));
        if spares < MOST_SPARES {
            self.memory.set_address(deque.plus(SPARES + 8 * spares), block);
            self.memory.set_u64(deque.plus(SPARE_COUNT), spares + 1);
        } else {
            self.release(Domain::Mem, block);
        }
    }

    /// How many items.
    #[inline]
    pub fn deque_len(&self, deque: Address) -> u64 {
        self.memory.u64(deque.plus(LENGTH))
    }

    /// The most items it may hold, if there is a bound.
    pub fn deque_maxlen(&self, deque: Address) -> Option<u64> {
        u64::try_from(self.memory.i64(deque.plus(MAXLEN))).ok()
    }

    fn deque_resized(&mut self, deque: Address, length: u64) {
        let state = self.memory.u64(deque.plus(STATE)) + 1;
        self.memory.set_u64(deque.plus(LENGTH), length);
        self.memory.set_u64(deque.plus(STATE), state);
    }

    /// Appends `owned` on the right. An item that falls off on the left is handed over.
    pub fn deque_push(&mut self, deque: Address, owned: Address) -> Option<Address> {
        let mut index = self.memory.u64(deque.plus(RIGHT_INDEX));
        let mut block = self.memory.address(deque.plus(RIGHT_BLOCK));
        if index == BLOCK_ITEMS - 1 {
            let next = self.deque_block(deque);
            self.memory.set_address(next, block);
            self.memory.set_address(block.plus(RIGHT_LINK), next);
            self.memory.set_address(deque.plus(RIGHT_BLOCK), next);
            (block, index) = (next, u64::MAX);
        }
        index = index.wrapping_add(1);
        self.memory.set_u64(deque.plus(RIGHT_INDEX), index);
        self.memory.set_address(block.plus(ITEMS + 8 * index), owned);
        let length = self.deque_len(deque) + 1;
        self.deque_resized(deque, length);
        if self.deque_maxlen(deque).is_some_and(|most| length > most) {
            self.deque_pop_left(deque)
        } else {
            None
        }
    }

    /// Appends `owned` on the left. An item that falls off on the right is handed over.
    pub fn deque_push_left(&mut self, deque: Address, owned: Address) -> Option<Address> {
        let mut index = self.memory.u64(deque.plus(LEFT_INDEX));
        let mut block = self.memory.address(deque.plus(LEFT_BLOCK));
        if index == 0 {
            let next = self.deque_block(deque);
            self.memory.set_address(next.plus(RIGHT_LINK), block);
            self.memory.set_address(block, next);
            self.memory.set_address(deque.plus(LEFT_BLOCK), next);
            (block, index) = (next, BLOCK_ITEMS);
        }
        index -= 1;
        self.memory.set_u64(deque.plus(LEFT_INDEX), index);
        self.memory.set_address(block.plus(ITEMS + 8 * index), owned);
        let length = self.deque_len(deque) + 1;
        self.deque_resized(deque, length);
        if self.deque_maxlen(deque).is_some_and(|most| length > most) {
            self.deque_pop(deque)
        } else {
            None
        }
    }

    /// Takes the last item and hands it over.
    pub fn deque_pop(&mut self, deque: Address) -> Option<Address> {
        let length = self.deque_len(deque).checked_sub(1)?;
        let block = self.memory.address(deque.plus(RIGHT_BLOCK));
        let index = self.memory.u64(deque.plus(RIGHT_INDEX));
        let item = self.memory.address(block.plus(ITEMS + 8 * index));
        self.deque_resized(deque, length);
        if index > 0 {
            self.memory.set_u64(deque.plus(RIGHT_INDEX), index - 1);
        } else if length == 0 {
            self.deque_centre(deque);
        } else {
            let previous = self.memory.address(block);
            self.deque_free_block(deque, block);
            self.memory.set_address(previous.plus(RIGHT_LINK), Address::NULL);
            self.memory.set_address(deque.plus(RIGHT_BLOCK), previous);
            self.memory.set_u64(deque.plus(RIGHT_INDEX), BLOCK_ITEMS - 1);
        }
        Some(item)
    }

    /// Takes the first item and hands it over.
    pub fn deque_pop_left(&mut self, deque: Address) -> Option<Address> {
        let length = self.deque_len(deque).checked_sub(1)?;
        let block = self.memory.address(deque.plus(LEFT_BLOCK));
        let index = self.memory.u64(deque.plus(LEFT_INDEX));
        let item = self.memory.address(block.plus(ITEMS + 8 * index));
        self.deque_resized(deque, length);
        self.memory.set_u64(deque.plus(LEFT_INDEX), index + 1);
        if index + 1 == BLOCK_ITEMS {
            if length == 0 {
                self.deque_centre(deque);
            } else {
                let next = self.memory.address(block.plus(RIGHT_LINK));
                self.deque_free_block(deque, block);
                self.memory.set_address(next, Address::NULL);
                self.memory.set_address(deque.plus(LEFT_BLOCK), next);
                self.memory.set_u64(deque.plus(LEFT_INDEX), 0);
            }
        }
        Some(item)
    }

    /// Where the `index`th item lies; the index is below the length.
    pub fn deque_place(&self, deque: Address, index: u64) -> Address {
        let mut at = self.memory.u64(deque.plus(LEFT_INDEX)) + index;
        let mut block = self.memory.address(deque.plus(LEFT_BLOCK));
        while at >= BLOCK_ITEMS {
            (block, at) = (self.memory.address(block.plus(RIGHT_LINK)), at - BLOCK_ITEMS);
        }
        block.plus(ITEMS + 8 * at)
    }

    /// Turns the deque to the right by `steps`, or to the left if negative (`_deque_rotate`).
    pub fn deque_rotate(&mut self, deque: Address, steps: i64) {
        let length = self.deque_len(deque) as i64;
        if length <= 1 {
            return;
        }
        let half = length >> 1;
        let mut steps = if steps.abs() > half { steps % length } else { steps };
        if steps > half {
            steps -= length;
        } else if steps < -half {
            steps += length;
        }
        for _ in 0..steps {
            let item = self.deque_pop(deque).unwrap_or_default();
            self.deque_push_left(deque, item);
        }
        for _ in steps..0 {
            let item = self.deque_pop_left(deque).unwrap_or_default();
            self.deque_push(deque, item);
        }
    }

    /// Empties the deque but for one block, and hands the items over, left to right.
    pub fn deque_take_all(&mut self, deque: Address) -> Vec<Address> {
        let held = items(self, deque);
        let mut block = self.memory.address(deque.plus(LEFT_BLOCK));
        let mut next = self.memory.address(block.plus(RIGHT_LINK));
        self.memory.set_address(block.plus(RIGHT_LINK), Address::NULL);
        self.memory.set_address(deque.plus(RIGHT_BLOCK), block);
        while !next.is_null() {
            block = next;
            next = self.memory.address(block.plus(RIGHT_LINK));
            self.deque_free_block(deque, block);
        }
        self.deque_centre(deque);
        self.deque_resized(deque, 0);
        held
    }
}
