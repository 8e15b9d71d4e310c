//! The trashcan: destruction of deeply nested structures without deep recursion (`Objects/object.c`).
//!
//! When a list dies, its items may die inside its destruction, and theirs inside that. Past 50 containers nested in each
//! other, the next one is put aside; those put aside are destroyed when the outermost destruction is through. So the order
//! in which a deep structure dies changes at depth 50, as it does in CPython 3.12.
//!
//! Types without a trashcan of their own (functions, cells, iterators, …) are put aside at a greater depth: there
//! CPython would recurse on, and at last crash.

use crate::{Heap, address::Address, event::Event, gc::head, host::Host, runtime, slot};

/// Destructions of any kind that may be nested in each other.
const DEPTH_LIMIT: u64 = 250;

/// Destroys a container whose count is 0, now or later.
pub(crate) fn dealloc<H: Host>(host: &mut H, object: Address) {
    let heap = host.heap_mut();
    let depth = heap.memory.u64(runtime::DEALLOC_DEPTH);
    let guarded = slot::is_guarded(heap, object);
    if guarded {
        heap.gc_untrack(object);
    }
    if depth >= DEPTH_LIMIT || (guarded && nesting(heap) >= heap.profile.trashcan_depth) {
        heap.gc_untrack(object);
        return put_aside(heap, object);
    }
    heap.memory.set_u64(runtime::DEALLOC_DEPTH, depth + 1);
    run(host, object, guarded);
    let heap = host.heap_mut();
    heap.memory.set_u64(runtime::DEALLOC_DEPTH, depth);
    if nesting(heap) == 0
        && (guarded || depth == 0)
        && !heap.memory.address(runtime::TRASH_LATER).is_null()
    {
        empty(host);
    }
}

fn run<H: Host>(host: &mut H, object: Address, guarded: bool) {
    if guarded {
        change_nesting(host.heap_mut(), 1);
    }
    slot::dealloc(host, object);
    if guarded {
        change_nesting(host.heap_mut(), -1);
    }
}

fn nesting(heap: &Heap) -> i32 {
    heap.memory.i32(runtime::TRASH_NESTING)
}

fn change_nesting(heap: &mut Heap, by: i32) {
    let level = nesting(heap) + by;
    heap.memory.set_i32(runtime::TRASH_NESTING, level);
}

/// Puts a dead object on the list, linked through its GC head, which the collector has no use for any more.
fn put_aside(heap: &mut Heap, object: Address) {
    let word = head::head_of(object).plus(head::PREV);
    let flags = heap.memory.u64(word) & head::PREV_FLAGS;
    let later = heap.memory.u64(runtime::TRASH_LATER);
    heap.memory.set_u64(word, later | flags);
    heap.memory.set_address(runtime::TRASH_LATER, object);
    heap.log.note(Event::PutOff { object });
}

/// Destroys what was put aside, the newest first, until nothing is left.
fn empty<H: Host>(host: &mut H) {
    // Not nested at level 0, so that destructions inside do not come here.
    change_nesting(host.heap_mut(), 1);
    loop {
        let heap = host.heap_mut();
        let object = heap.memory.address(runtime::TRASH_LATER);
        if object.is_null() {
            break;
        }
        let next = heap.memory.u64(head::head_of(object).plus(head::PREV)) & !head::PREV_FLAGS;
        heap.memory.set_u64(runtime::TRASH_LATER, next);
        let guarded = slot::is_guarded(heap, object);
        run(host, object, guarded);
    }
    change_nesting(host.heap_mut(), -1);
}
