//! Doubly linked lists of GC heads, closed to a ring by the list's own head.
//!
//! ```text
//! head -> object a -> object b -> head      _gc_next
//! head <- object a <- object b <- head      _gc_prev (without its two flag bits)
//! ```
//!
//! These functions keep the flags of `_gc_prev` as they are.

use super::head::{NEXT, PREV, PREV_FLAGS, object_of};
use crate::{Heap, address::Address, event::Event};

impl Heap {
    /// Makes `list` empty.
    pub(super) fn list_init(&mut self, list: Address) {
        self.memory.set_address(list.plus(NEXT), list);
        self.memory.set_address(list.plus(PREV), list);
    }

    /// The entry after `entry`.
    #[inline]
    pub(super) fn list_next(&self, entry: Address) -> Address {
        self.memory.address(entry.plus(NEXT))
    }

    /// The entry before `entry`.
    #[inline]
    pub(super) fn list_prev(&self, entry: Address) -> Address {
        Address::new(self.memory.u64(entry.plus(PREV)) & !PREV_FLAGS)
    }

    /// Sets what follows `entry`.
    #[inline]
    pub(super) fn set_list_next(&mut self, entry: Address, next: Address) {
        self.memory.set_address(entry.plus(NEXT), next);
    }

    /// Sets what precedes `entry`; the flags stay.
    #[inline]
    pub(super) fn set_list_prev(&mut self, entry: Address, prev: Address) {
        let flags = self.memory.u64(entry.plus(PREV)) & PREV_FLAGS;
        self.memory.set_u64(entry.plus(PREV), prev.raw() | flags);
    }

    /// Whether nothing is in `list`.
    pub(super) fn list_is_empty(&self, list: Address) -> bool {
        self.list_next(list) == list
    }

    /// Puts an entry that is in no list at the end of `list`.
    #[inline]
    pub(super) fn link_last(&mut self, entry: Address, list: Address) {
        let last = self.list_prev(list);
        self.set_list_prev(entry, last);
        self.set_list_next(last, entry);
        self.set_list_next(entry, list);
        self.set_list_prev(list, entry);
    }

    /// Takes an entry out of its list and puts it at the end of `list`.
    pub(super) fn list_move(&mut self, entry: Address, list: Address) {
        let (next, prev) = (self.list_next(entry), self.list_prev(entry));
        self.set_list_next(prev, next);
        self.set_list_prev(next, prev);
        self.link_last(entry, list);
    }

    /// Moves all entries of `from` to the end of `to`, in their order.
    pub(super) fn list_merge(&mut self, from: Address, to: Address) {
        if !self.list_is_empty(from) {
            let (last, first, end) = (
                self.list_prev(to),
                self.list_next(from),
                self.list_prev(from),
            );
            self.set_list_next(last, first);
            self.set_list_prev(first, last);
            self.set_list_next(end, to);
            self.set_list_prev(to, end);
        }
        self.list_init(from);
    }

    /// How many entries `list` has.
    pub(super) fn list_length(&self, list: Address) -> u64 {
        self.list_entries(list).count() as u64
    }

    /// The entries of `list`, first to last.
    pub(super) fn list_entries(&self, list: Address) -> impl Iterator<Item = Address> + '_ {
        let mut entry = list;
        std::iter::from_fn(move || {
            entry = self.list_next(entry);
            (entry != list).then_some(entry)
        })
    }

    /// Notes a fact about every object of `list`.
    pub(super) fn note_all(&mut self, list: Address, fact: impl Fn(Address) -> Event) {
        let facts: Vec<Event> = self.list_entries(list).map(object_of).map(fact).collect();
        facts.into_iter().for_each(|event| self.log.note(event));
    }
}
