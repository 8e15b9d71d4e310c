//! What the collector tells on the standard error stream when `gc.set_debug` asks for it.

use super::{
    GENERATIONS,
    collection::{Summary, word},
    generation::PERMANENT,
    head::object_of,
};
use crate::{
    Heap,
    address::Address,
    host::Host,
    static_type::field,
};

/// `gc.DEBUG_STATS`: sizes and results of each collection.
pub const STATS: u64 = 1;
/// `gc.DEBUG_COLLECTABLE`: each object found to be garbage.
pub const COLLECTABLE: u64 = 2;
/// `gc.DEBUG_UNCOLLECTABLE`: garbage that cannot be freed; there is none.
pub const UNCOLLECTABLE: u64 = 4;
/// `gc.DEBUG_SAVEALL`: garbage goes to `gc.garbage` instead of being freed.
pub const SAVE_ALL: u64 = 32;

/// Before a collection: how many objects each generation has.
pub(super) fn tell_start<H: Host>(host: &mut H, generation: u8) {
    let heap = host.heap();
    if heap.gc_debug() & STATS == 0 {
        return;
    }
    let sizes: Vec<String> = (0..GENERATIONS).map(|n| heap.gc_population(n).to_string()).collect();
    let frozen = heap.gc_population(PERMANENT);
    host.collector_message(&format!("gc: collecting generation {generation}..."));
    host.collector_message(&format!("gc: objects in each generation: {}", sizes.join(" ")));
    host.collector_message(&format!("gc: objects in permanent generation: {frozen}"));
}

/// Before weak references and finalizers: the garbage.
pub(super) fn tell_garbage<H: Host>(host: &mut H) {
    if host.heap().gc_debug() & COLLECTABLE == 0 {
        return;
    }
    let garbage: Vec<Address> = host.heap().list_entries(word::UNREACHABLE).map(object_of).collect();
    for object in garbage {
        let line = format!("gc: collectable <{} {object}>", full_type_name(host.heap(), object));
        host.collector_message(&line);
    }
}

/// After a collection: what it found.
pub(super) fn tell_end<H: Host>(host: &mut H, found: Summary) {
    if host.heap().gc_debug() & STATS == 0 {
        return;
    }
    let Summary { collected, uncollectable } = found;
    let all = collected + uncollectable;
    host.collector_message(&format!("gc: done, {all} unreachable, {uncollectable} uncollectable, 0.0000s elapsed"));
}

/// `tp_name` of the type of `object`.
fn full_type_name(heap: &Heap, object: Address) -> String {
    let type_ = heap.type_of(object);
    match heap.builtin_type(type_) {
        Some(which) => which.row().name.to_owned(),
        None => heap.str_text(heap.memory.address(type_.plus(field::HEAP_NAME))),
    }
}
