//! `tp_dealloc` of lists, tuples, dicts, sets and their like: items first, in CPython's order, then buffers, then the object.

use super::dealloc::{clear_weak_references, release_fields};
use crate::{
    Heap, Host, Kind, StaticType,
    address::Address,
    domain::Domain,
    freelist::FreeList,
    object::{deque, dict, list, ordered_dict, set, tuple},
    refcount, statics,
};

/// Tears down a container.
pub(super) fn dealloc<H: Host>(host: &mut H, object: Address) {
    let kind = host.heap().kind(object);
    match kind {
        Kind::List | Kind::Tuple => host.heap_mut().gc_untrack(object),
        _ => host.heap_mut().gc_untrack_if_gc(object),
    }
    match kind {
        Kind::List => dealloc_list(host, object),
        Kind::Tuple => dealloc_tuple(host, object),
        Kind::Set => dealloc_set(host, object),
        Kind::Deque => deque::dealloc(host, object),
        Kind::Array => {
            clear_weak_references(host, object);
            let heap = host.heap_mut();
            heap.release_buffer(object, 24);
            heap.free(object);
        }
        _ => dealloc_dict(host, object),
    }
}

impl Heap {
    /// Frees the plain block that the word at `offset` points at, unless it points into the object itself.
    pub(super) fn release_buffer(&mut self, object: Address, offset: u64) {
        let buffer = self.memory.address(object.plus(offset));
        let base = self.static_base(self.type_of(object));
        let inside = buffer.raw().wrapping_sub(object.raw()) < u64::from(base.row().basic_size);
        if !buffer.is_null() && !inside {
            // NumPy asks `malloc`.
            let domain = if base == StaticType::NdArray { Domain::Raw } else { Domain::Mem };
            self.release(domain, buffer);
        }
    }
}

/// Items last to first, as programs see when things with `__del__` die in a list.
fn dealloc_list<H: Host>(host: &mut H, object: Address) {
    let items = host.heap().memory.address(object.plus(list::ITEMS));
    if !items.is_null() {
        for index in (0..host.heap().list_len(object)).rev() {
            let item = host.heap().memory.address(items.plus(8 * index));
            refcount::xdecref(host, item);
        }
        host.heap_mut().release(Domain::Mem, items);
    }
    let heap = host.heap_mut();
    if !(heap.is_exact(object, StaticType::List) && heap.keep_free(FreeList::List, object)) {
        heap.free(object);
    }
}

/// Items last to first.
fn dealloc_tuple<H: Host>(host: &mut H, object: Address) {
    let length = host.heap().tuple_len(object);
    for index in (0..length).rev() {
        let item = host.heap().tuple_item(object, index);
        refcount::xdecref(host, item);
    }
    let heap = host.heap_mut();
    let kept = heap.is_exact(object, StaticType::Tuple)
        && (1..=tuple::LONGEST_KEPT).contains(&length)
        && heap.keep_free(FreeList::Tuple(length), object);
    if !kept {
        heap.free(object);
    }
}

fn dealloc_set<H: Host>(host: &mut H, object: Address) {
    clear_weak_references(host, object);
    let mut index = 0;
    while let Some((at, entry)) = host.heap().set_next(object, index) {
        refcount::decref(host, entry.key);
        index = at + 1;
    }
    let heap = host.heap_mut();
    if heap.set_has_own_table(object) {
        heap.release_buffer(object, set::TABLE);
    }
    heap.free(object);
}

/// Entries in the order of insertion, key then value.
fn dealloc_dict<H: Host>(host: &mut H, object: Address) {
    release_fields_of_subclass(host, object);
    let heap = host.heap();
    let (keys, values) = (heap.dict_keys(object), heap.dict_values(object));
    if keys.raw() != statics::EMPTY_KEYS && !keys.is_null() {
        dict::remove::release_contents(host, keys, values);
    }
    host.heap_mut().free_dict_object(object);
}

/// The default factory of a defaultdict, and the like.
fn release_fields_of_subclass<H: Host>(host: &mut H, object: Address) {
    if host.heap().kind(object) != Kind::Dict {
        clear_weak_references(host, object);
        release_fields(host, object);
    }
    if host.heap().kind(object) == Kind::OrderedDict {
        ordered_dict::clear_nodes(host, object);
    }
}
