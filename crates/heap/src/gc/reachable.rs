//! Which candidates are reachable from outside: the heart of the collector (`deduce_unreachable`).
//!
//! A count says how many references exist, not where from. A ring of containers keeps its own counts above zero after the
//! program has lost it. So take a set of containers, forgive every reference that starts inside the set, and see who is
//! still owed something: those are held from outside, and so is all they reach. The rest is garbage.
//!
//! While this goes on, `_gc_prev` of a candidate is not a link but a scratch count, with the COLLECTING bit set:
//!
//! | after                | the scratch count                                                       |
//! |----------------------|-------------------------------------------------------------------------|
//! | `copy_counts`        | equals the reference count                                              |
//! | `subtract_inner`     | references from outside the set                                         |
//! | `move_unreachable`   | is gone: `_gc_prev` is a link again. The unreachable keep COLLECTING    |
//!
//! None of this recurses, however deep the structure: the lists themselves are the work to do.

use super::{
    generation,
    head::{COLLECTING, FINALIZED, NEXT, PREV, REFS_SHIFT, UNREACHABLE, head_of, object_of},
};
use crate::{Heap, address::Address, event::Event, slot};

impl Heap {
    /// The scratch count of a candidate.
    pub(super) fn scratch(&self, head: Address) -> u64 {
        self.memory.u64(head.plus(PREV)) >> REFS_SHIFT
    }

    fn set_scratch(&mut self, head: Address, refs: u64) {
        let flags = self.memory.u64(head.plus(PREV)) & (FINALIZED | COLLECTING);
        self.memory
            .set_u64(head.plus(PREV), refs << REFS_SHIFT | flags);
    }

    /// Whether this is a candidate not yet known to be alive.
    pub(super) fn is_collecting(&self, head: Address) -> bool {
        self.memory.u64(head.plus(PREV)) & COLLECTING != 0
    }

    pub(super) fn clear_collecting(&mut self, head: Address) {
        let prev = self.memory.u64(head.plus(PREV));
        self.memory.set_u64(head.plus(PREV), prev & !COLLECTING);
    }

    /// Copies each count into the scratch count (`update_refs`). Immortal objects leave for the permanent generation.
    pub(super) fn copy_counts(&mut self, list: Address) {
        let mut entry = self.list_next(list);
        while entry != list {
            let next = self.list_next(entry);
            let object = object_of(entry);
            if self.is_immortal(object) {
                self.list_move(entry, generation::head(generation::PERMANENT));
            } else {
                let finalized = self.memory.u64(entry.plus(PREV)) & FINALIZED;
                let refs = u64::from(self.refcount(object));
                self.memory.set_u64(
                    entry.plus(PREV),
                    refs << REFS_SHIFT | COLLECTING | finalized,
                );
                self.log.note(Event::ScratchCopied { object, scratch: refs });
            }
            entry = next;
        }
    }

    /// Takes away every reference that starts at a candidate (`subtract_refs`).
    pub(super) fn subtract_inner(&mut self, list: Address) {
        let mut referents = Vec::new();
        let mut entry = self.list_next(list);
        while entry != list {
            let from = object_of(entry);
            slot::traverse(self, from, &mut |referent| {
                referents.push(referent)
            });
            for referent in referents.drain(..) {
                if self.is_gc_object(referent) && self.is_collecting(head_of(referent)) {
                    let refs = self.scratch(head_of(referent));
                    debug_assert!(
                        refs > 0,
                        "{referent} has more references than its count says"
                    );
                    let scratch = refs.saturating_sub(1);
                    self.set_scratch(head_of(referent), scratch);
                    self.log.note(Event::ReferenceTaken { from, to: referent, scratch });
                }
            }
            entry = self.list_next(entry);
        }
    }

    /// Moves what cannot be reached from outside to `unreachable` (`move_unreachable`).
    ///
    /// A candidate without outside references goes there *on trial*. If a reachable one turns out to refer to it, it comes
    /// back to the end of the list and is looked at again. So survivors end up parents first, and the next collection needs
    /// fewer trials.
    pub(super) fn move_unreachable(&mut self, young: Address, unreachable: Address) {
        self.list_init(unreachable);
        let mut referents = Vec::new();
        // Links back are missing in `young` while it is scanned; `prev` is what the next survivor will be linked to.
        let mut prev = young;
        let mut entry = self.list_next(young);
        while entry != young {
            let object = object_of(entry);
            let scratch = self.scratch(entry);
            if scratch > 0 {
                self.log.note(Event::Held { object, scratch });
                slot::traverse(self, object, &mut |referent| {
                    referents.push(referent)
                });
                for referent in referents.drain(..) {
                    self.reach(referent, object, young);
                }
                self.set_list_prev(entry, prev);
                self.clear_collecting(entry);
                prev = entry;
            } else {
                self.log.note(Event::SetAside { object });
                let next = self.list_next(entry);
                self.set_list_next(prev, next);
                let last = self.list_prev(unreachable);
                self.memory
                    .set_u64(last.plus(NEXT), entry.raw() | UNREACHABLE);
                self.set_list_prev(entry, last);
                self.memory
                    .set_u64(entry.plus(NEXT), unreachable.raw() | UNREACHABLE);
                self.memory.set_address(unreachable.plus(PREV), entry);
            }
            entry = self.list_next(prev);
        }
        self.memory.set_address(young.plus(PREV), prev);
        let first = self.memory.u64(unreachable.plus(NEXT));
        self.memory
            .set_u64(unreachable.plus(NEXT), first & !UNREACHABLE);
    }

    /// A reachable object, `by`, refers to `object` (`visit_reachable`).
    fn reach(&mut self, object: Address, by: Address, young: Address) {
        if !self.is_gc_object(object) {
            return;
        }
        let head = head_of(object);
        if !self.is_collecting(head) {
            return; // In another generation, or seen already.
        }
        let next = self.memory.u64(head.plus(NEXT));
        if next & UNREACHABLE != 0 {
            let prev = self.list_prev(head);
            self.memory.set_u64(prev.plus(NEXT), next);
            self.set_list_prev(Address::new(next & !UNREACHABLE), prev);
            // It keeps COLLECTING, and its link back gives way to a scratch count at once.
            let last = self.list_prev(young);
            self.set_list_next(last, head);
            self.set_list_next(head, young);
            self.memory.set_address(young.plus(PREV), head);
            self.set_scratch(head, 1);
            self.log.note(Event::Reached { object, by, again: true });
        } else if self.scratch(head) == 0 {
            self.set_scratch(head, 1);
            self.log.note(Event::Reached { object, by, again: false });
        }
    }

    /// Makes the list of the unreachable an ordinary one.
    pub(super) fn clear_unreachable_marks(&mut self, unreachable: Address) {
        let mut entry = self.list_next(unreachable);
        while entry != unreachable {
            let next = self.memory.u64(entry.plus(NEXT)) & !UNREACHABLE;
            self.memory.set_u64(entry.plus(NEXT), next);
            entry = Address::new(next);
        }
    }
}
