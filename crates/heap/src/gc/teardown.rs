//! What becomes of garbage: weak references, finalizers, a second look, and the end.
//!
//! From here on Python code may run, and it may do anything: drop the last reference to a candidate, or bring one back.
//! So every loop takes the first entry of a list that shrinks, and never holds a place in one.

use super::{
    collection::{Collection, word},
    debug,
    head::{COLLECTING, FINALIZED, PREV, head_of, object_of},
};
use crate::{
    Heap,
    address::Address,
    event::Event,
    host::Host,
    refcount::{self, decref},
    runtime, slot,
    weakref_list::{self, field},
};

impl Collection {
    /// Makes every weak reference to garbage dead, and those in the garbage too. Then calls the callbacks of those that
    /// are not garbage themselves (`handle_weakrefs`).
    pub(super) fn clear_weakrefs<H: Host>(self, host: &mut H) {
        debug::tell_garbage(host);
        collect_callbacks(host.heap_mut());
        let mut freed = 0;
        loop {
            let heap = host.heap_mut();
            let entry = heap.list_next(word::CALLBACKS);
            if entry == word::CALLBACKS {
                break;
            }
            let weakref = object_of(entry);
            let callback = heap.memory.address(weakref.plus(field::CALLBACK));
            let birth = heap.memory.birth(weakref);
            heap.log.note(Event::CallbackCalled { weakref, birth });
            host.weakref_callback(weakref, callback);
            decref(host, weakref);
            let heap = host.heap_mut();
            if heap.list_next(word::CALLBACKS) == entry {
                heap.list_move(entry, self.old());
            } else {
                freed += 1;
            }
        }
        add_collected(host.heap_mut(), freed);
    }

    /// Runs the finalizers that have not run yet, in list order (`finalize_garbage`).
    pub(super) fn finalize<H: Host>(self, host: &mut H) {
        loop {
            let heap = host.heap_mut();
            let entry = heap.list_next(word::UNREACHABLE);
            if entry == word::UNREACHABLE {
                break;
            }
            heap.list_move(entry, word::SEEN);
            let object = object_of(entry);
            if heap.memory.u64(entry.plus(PREV)) & FINALIZED == 0
                && refcount::has_finalizer(heap, object)
            {
                let birth = heap.memory.birth(object);
                heap.log.note(Event::Finalizing { object, birth });
                heap.set_finalized(object);
                heap.incref(object);
                host.finalize(object);
                decref(host, object);
            }
        }
        host.heap_mut().list_merge(word::SEEN, word::UNREACHABLE);
    }

    /// Asks anew who is reachable from outside the garbage: what a finalizer has brought back lives on, and with it all
    /// that it reaches (`handle_resurrected_objects`).
    pub(super) fn recheck(self, heap: &mut Heap) {
        let mut entry = heap.list_next(word::UNREACHABLE);
        while entry != word::UNREACHABLE {
            let prev = heap.memory.u64(entry.plus(PREV));
            heap.memory.set_u64(entry.plus(PREV), prev & !COLLECTING);
            entry = heap.list_next(entry);
        }
        heap.copy_counts(word::UNREACHABLE);
        heap.subtract_inner(word::UNREACHABLE);
        heap.move_unreachable(word::UNREACHABLE, word::FINAL);
        heap.clear_unreachable_marks(word::FINAL);
        heap.list_merge(word::UNREACHABLE, self.old());
    }

    /// Breaks the rings: each object drops what it holds, and counts do the rest (`delete_garbage`).
    pub(super) fn clear<H: Host>(self, host: &mut H) {
        let heap = host.heap_mut();
        let found = heap.list_length(word::FINAL);
        add_collected(heap, found);
        let save = heap.gc_debug() & debug::SAVE_ALL != 0;
        loop {
            let heap = host.heap_mut();
            let entry = heap.list_next(word::FINAL);
            if entry == word::FINAL {
                break;
            }
            let object = object_of(entry);
            let birth = heap.memory.birth(object);
            if save {
                heap.log.note(Event::Saved { object, birth });
                slot::append_to_garbage(heap, object);
            } else {
                heap.log.note(Event::Clearing { object, birth });
                heap.incref(object);
                slot::clear(host, object);
                decref(host, object);
            }
            let heap = host.heap_mut();
            if heap.list_next(word::FINAL) == entry {
                // Still alive: it may die later, when others are cleared.
                heap.clear_collecting(entry);
                heap.list_move(entry, self.old());
            }
        }
        if self.is_full() {
            host.heap_mut().clear_free_lists();
        }
    }
}

fn add_collected(heap: &mut Heap, more: u64) {
    let collected = heap.memory.u64(word::COLLECTED) + more;
    heap.memory.set_u64(word::COLLECTED, collected);
}

/// Makes weak references dead; those with a callback to call are held, in a list of their own.
fn collect_callbacks(heap: &mut Heap) {
    let mut entry = heap.list_next(word::UNREACHABLE);
    while entry != word::UNREACHABLE {
        let (object, next) = (object_of(entry), heap.list_next(entry));
        if weakref_list::is_weakref(heap, object) {
            heap.weakref_clear_keeping_callback(object);
        }
        while let Some(weakref) = first_weakref(heap, object) {
            heap.weakref_clear_keeping_callback(weakref);
            let callback = heap.memory.address(weakref.plus(field::CALLBACK));
            // One that is garbage too is cleared with the rest; nobody is left to be told.
            if !callback.is_null() && !heap.is_collecting(head_of(weakref)) {
                heap.incref(weakref);
                heap.list_move(head_of(weakref), word::CALLBACKS);
            }
        }
        entry = next;
    }
}

fn first_weakref(heap: &Heap, object: Address) -> Option<Address> {
    heap.memory.address(heap.weaklist_slot(object)?).non_null()
}

const _: () = assert!(runtime::GC_COLLECTION.raw().is_multiple_of(8));
