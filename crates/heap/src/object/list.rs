//! `list` (Objects/listobject.c): an object and a buffer that grows ahead of need.

use crate::{Heap, address::Address, domain::Domain, freelist::FreeList, static_type::StaticType};

/// The number of items.
pub const LENGTH: u64 = 16;
/// The buffer, or null.
pub const ITEMS: u64 = 24;
/// Items the buffer has room for.
pub const ALLOCATED: u64 = 32;

impl Heap {
    /// A tracked list with a buffer of exactly `length` null items (`PyList_New`).
    pub fn new_list(&mut self, length: u64) -> Address {
        self.new_list_in(length, true)
    }

    /// The same from a buffer that is not zeroed first (`list_new_prealloc`): slices, sums and products of lists.
    pub fn new_list_prealloc(&mut self, length: u64) -> Address {
        self.new_list_in(length, false)
    }

    fn new_list_in(&mut self, length: u64, zeroed: bool) -> Address {
        let list = match self.take_free(FreeList::List) {
            Some(list) => {
                self.revive(list, StaticType::List.address());
                list
            }
            None => self.new_gc(StaticType::List, 40),
        };
        let items = if length == 0 {
            Address::NULL
        } else {
            let take = if zeroed { Self::allocate_zeroed } else { Self::allocate };
            take(self, Domain::Mem, 8 * length)
        };
        if length > 0 && !zeroed {
            self.memory.fill(items, 8 * length, 0);
        }
        self.memory.set_u64(list.plus(LENGTH), length);
        self.memory.set_address(list.plus(ITEMS), items);
        self.memory.set_u64(list.plus(ALLOCATED), length);
        self.gc_track(list);
        list
    }

    /// An empty, tracked list with a buffer for `room` items.
    pub fn new_list_with_room(&mut self, room: u64) -> Address {
        let list = self.new_list(room);
        self.memory.set_u64(list.plus(LENGTH), 0);
        list
    }

    /// A list of exactly these items, which it takes over.
    pub fn new_list_from(&mut self, owned_items: &[Address]) -> Address {
        let list = self.new_list(owned_items.len() as u64);
        self.write_items(list, 0, owned_items);
        list
    }

    /// A list of new references to these items.
    pub fn new_list_of(&mut self, items: &[Address]) -> Address {
        for item in items {
            self.incref(*item);
        }
        self.new_list_from(items)
    }

    /// The same from a buffer that is not zeroed first.
    pub fn new_list_prealloc_of(&mut self, items: &[Address]) -> Address {
        for item in items {
            self.incref(*item);
        }
        let list = self.new_list_prealloc(items.len() as u64);
        self.write_items(list, 0, items);
        list
    }

    /// How many items.
    #[inline]
    pub fn list_len(&self, list: Address) -> u64 {
        self.memory.u64(list.plus(LENGTH))
    }

    /// How many items the buffer has room for.
    #[inline]
    pub fn list_allocated(&self, list: Address) -> u64 {
        let allocated = self.memory.u64(list.plus(ALLOCATED));
        // -1 while the list is sorted.
        if allocated == u64::MAX { 0 } else { allocated }
    }

    /// The `index`th item, borrowed. The index is below the length.
    #[inline]
    pub fn list_item(&self, list: Address, index: u64) -> Address {
        self.memory
            .address(self.memory.address(list.plus(ITEMS)).plus(8 * index))
    }

    /// Where the `index`th item stands in the buffer.
    #[inline]
    pub fn list_item_place(&self, list: Address, index: u64) -> Address {
        self.memory.address(list.plus(ITEMS)).plus(8 * index)
    }

    /// Puts `owned` in place of the `index`th item, which is handed back.
    #[inline]
    pub fn list_set(&mut self, list: Address, index: u64, owned: Address) -> Address {
        let place = self.memory.address(list.plus(ITEMS)).plus(8 * index);
        let displaced = self.memory.address(place);
        self.memory.set_address(place, owned);
        displaced
    }

    /// All items, borrowed.
    pub fn list_items(&self, list: Address) -> Vec<Address> {
        (0..self.list_len(list)).map(|i| self.list_item(list, i)).collect()
    }

    fn write_items(&mut self, list: Address, start: u64, owned_items: &[Address]) {
        let items = self.memory.address(list.plus(ITEMS));
        for (i, item) in owned_items.iter().enumerate() {
            self.memory.set_address(items.plus(8 * (start + i as u64)), *item);
        }
    }

    /// Appends `owned`.
    #[inline]
    pub fn list_append(&mut self, list: Address, owned: Address) {
        let length = self.list_len(list);
        if self.list_allocated(list) > length {
            self.memory.set_u64(list.plus(LENGTH), length + 1);
        } else {
            self.list_resize(list, length + 1);
        }
        self.memory
            .set_address(self.memory.address(list.plus(ITEMS)).plus(8 * length), owned);
    }

    /// Sets the length, and makes room for it: `list_resize`. New items are whatever was there.
    pub fn list_resize(&mut self, list: Address, length: u64) {
        let (old, allocated) = (self.list_len(list), self.list_allocated(list));
        if allocated >= length && length >= allocated >> 1 {
            self.memory.set_u64(list.plus(LENGTH), length);
            return;
        }
        let mut room = (length + (length >> 3) + 6) & !3;
        if length.saturating_sub(old) > room - length {
            room = (length + 3) & !3;
        }
        if length == 0 {
            room = 0;
        }
        self.list_reallocate(list, room);
        self.memory.set_u64(list.plus(LENGTH), length);
    }

    fn list_reallocate(&mut self, list: Address, room: u64) {
        let items = self.memory.address(list.plus(ITEMS));
        let items = if items.is_null() {
            if room == 0 {
                Address::NULL
            } else {
                self.allocate(Domain::Mem, 8 * room)
            }
        } else if room == 0 {
            self.reallocate(Domain::Mem, items, 0)
        } else {
            self.reallocate(Domain::Mem, items, 8 * room)
        };
        self.memory.set_address(list.plus(ITEMS), items);
        self.memory.set_u64(list.plus(ALLOCATED), room);
    }

    /// Gives an empty list without a buffer room for `room` items, rounded up to an even number
    /// (`list_preallocate_exact`).
    pub fn list_preallocate_exact(&mut self, list: Address, room: u64) {
        let room = (room + 1) & !1;
        self.list_reallocate(list, room);
    }

    /// Makes room for `more` items without changing the length: what `list.extend` does before it asks an iterator.
    pub fn list_reserve(&mut self, list: Address, more: u64) {
        let length = self.list_len(list);
        if self.memory.address(list.plus(ITEMS)).is_null() {
            if more > 0 {
                self.list_preallocate_exact(list, more);
            }
        } else {
            self.list_resize(list, length + more);
            self.memory.set_u64(list.plus(LENGTH), length);
        }
    }

    /// Appends these items, which it takes over, as `list.extend` does with a list or tuple.
    pub fn list_extend_exact(&mut self, list: Address, owned_items: &[Address]) {
        if owned_items.is_empty() {
            return;
        }
        let (length, more) = (self.list_len(list), owned_items.len() as u64);
        if self.memory.address(list.plus(ITEMS)).is_null() {
            self.list_preallocate_exact(list, more);
            self.memory.set_u64(list.plus(LENGTH), more);
        } else {
            self.list_resize(list, length + more);
        }
        self.write_items(list, length, owned_items);
    }

    /// Inserts `owned` before the `index`th item; the index is not above the length.
    pub fn list_insert(&mut self, list: Address, index: u64, owned: Address) {
        let length = self.list_len(list);
        self.list_resize(list, length + 1);
        let place = self.memory.address(list.plus(ITEMS)).plus(8 * index);
        self.memory.copy(place, place.plus(8), 8 * (length - index));
        self.memory.set_address(place, owned);
    }

    /// Takes the `index`th item out and hands it over.
    pub fn list_pop(&mut self, list: Address, index: u64) -> Address {
        let length = self.list_len(list);
        let place = self.memory.address(list.plus(ITEMS)).plus(8 * index);
        let item = self.memory.address(place);
        if length == 1 {
            // The buffer goes before the length is set: list_pop_impl goes through list_clear here.
            self.list_take_all(list);
            return item;
        }
        self.memory.copy(place.plus(8), place, 8 * (length - index - 1));
        self.list_resize(list, length - 1);
        item
    }

    /// Empties the list, buffer and all. The items are handed over in their order.
    pub fn list_take_all(&mut self, list: Address) -> Vec<Address> {
        let (items, buffer) = self.list_detach(list);
        self.release(Domain::Mem, buffer);
        items
    }

    /// Empties the list and hands over its items and its buffer (perhaps null): `list.clear()` releases the items, the last
    /// first, and then the buffer.
    pub fn list_detach(&mut self, list: Address) -> (Vec<Address>, Address) {
        let items = self.list_items(list);
        let buffer = self.memory.address(list.plus(ITEMS));
        self.memory.set_u64(list.plus(LENGTH), 0);
        self.memory.set_address(list.plus(ITEMS), Address::NULL);
        self.memory.set_u64(list.plus(ALLOCATED), 0);
        (items, buffer)
    }

    /// Replaces items `start..end` by `owned_items` (`list_ass_slice`). The replaced ones are handed over in their order; the
    /// caller releases the last first.
    pub fn list_splice(&mut self, list: Address, start: u64, end: u64, owned_items: &[Address]) -> Vec<Address> {
        let length = self.list_len(list);
        let (removed, added) = (end - start, owned_items.len() as u64);
        if length + added == removed {
            return self.list_take_all(list);
        }
        let displaced: Vec<Address> = (start..end).map(|i| self.list_item(list, i)).collect();
        let place = |heap: &Self, index: u64| heap.memory.address(heap_items(list)).plus(8 * index);
        if added < removed {
            self.memory
                .copy(place(self, end), place(self, start + added), 8 * (length - end));
            self.list_resize(list, length + added - removed);
        } else if added > removed {
            self.list_resize(list, length + added - removed);
            self.memory
                .copy(place(self, end), place(self, start + added), 8 * (length - end));
        }
        self.write_items(list, start, owned_items);
        displaced
    }

    /// Takes the last `count` items off and hands them over in their order. The buffer stays as it is, as after
    /// `Py_SET_SIZE`.
    pub fn list_cut(&mut self, list: Address, count: u64) -> Vec<Address> {
        let length = self.list_len(list);
        let left = length.saturating_sub(count);
        let items = (left..length).map(|index| self.list_item(list, index)).collect();
        self.memory.set_u64(list.plus(LENGTH), left);
        items
    }

    /// Puts the items, a permutation of what was there, back in this order.
    pub fn list_reorder(&mut self, list: Address, items: &[Address]) {
        self.write_items(list, 0, items);
    }
}

fn heap_items(list: Address) -> Address {
    list.plus(ITEMS)
}
