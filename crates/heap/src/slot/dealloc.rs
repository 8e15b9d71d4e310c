//! `tp_dealloc` of the builtin types, by family of struct.

use super::{class, container, running};
use crate::{
    Heap, Host, Kind, StaticType, address::Address, freelist::FreeList, layout::itertools::tee_data, object::{lru_cache, memory_view}, refcount, weakref_list,
};

/// Tears down the builtin part of an object and frees its block. For instances of heap types this is the base's share.
pub(super) fn dealloc<H: Host>(host: &mut H, object: Address) {
    match host.heap().kind(object) {
        Kind::Object | Kind::Singleton | Kind::Int | Kind::Complex | Kind::Bytes | Kind::RangeIterator => {
            host.heap_mut().free(object);
        }
        Kind::Float | Kind::Str | Kind::ByteArray => value(host.heap_mut(), object),
        Kind::List
        | Kind::Tuple
        | Kind::Dict
        | Kind::Set
        | Kind::DefaultDict
        | Kind::OrderedDict
        | Kind::Deque
        | Kind::Array => {
            container::dealloc(host, object);
        }
        Kind::Slice => slice(host, object),
        Kind::Generator => running::dealloc_generator(host, object),
        Kind::Frame => running::dealloc_frame(host, object),
        Kind::Type => class::dealloc(host, object),
        Kind::WeakReference => weak_reference(host, object),
        Kind::LruCache => lru_wrapper(host, object),
        Kind::MemoryView => memory_view::dealloc(host, object),
        Kind::ManagedBuffer => memory_view::dealloc_buffer(host, object),
        _ => record(host, object),
    }
}

impl Heap {
    /// Frees the block of a dead object, with or without a GC head.
    pub(super) fn free(&mut self, object: Address) {
        if self.is_gc_object(object) {
            self.free_gc_object(object);
        } else {
            self.free_object(object);
        }
    }
}

fn value(heap: &mut Heap, object: Address) {
    match heap.kind(object) {
        Kind::Float if heap.is_exact(object, StaticType::Float) => return heap.free_float(object),
        Kind::Str => heap.free_str_buffers(object),
        Kind::ByteArray => heap.free_bytearray_buffer(object),
        _ => {}
    }
    heap.free(object);
}

/// A struct of references at fixed offsets.
fn record<H: Host>(host: &mut H, object: Address) {
    host.heap_mut().gc_untrack_if_gc(object);
    release_links(host, object);
    clear_weak_references(host, object);
    release_fields(host, object);
    let heap = host.heap_mut();
    for offset in heap.buffer_offsets(object) {
        heap.release_buffer(object, offset);
    }
    let kept = match StaticType::at(heap.type_of(object)) {
        Some(StaticType::AsyncGenWrappedValue) => heap.keep_free(FreeList::AsyncValue, object),
        Some(StaticType::AsyncGenASend) => heap.keep_free(FreeList::AsyncSend, object),
        _ => false,
    };
    if !kept {
        heap.free(object);
    }
}

/// The links of `tee` that follow a dead one die one after the other, not one inside the other (`teedataobject_safe_decref`).
fn release_links<H: Host>(host: &mut H, object: Address) {
    let heap = host.heap_mut();
    if heap.static_base(heap.type_of(object)) != StaticType::ItertoolsTeeDataobject {
        return;
    }
    let mut link = heap.set_field(object, tee_data::NEXT_LINK, Address::NULL);
    while !link.is_null() && host.heap().refcount(link) == 1 {
        let next = host.heap_mut().set_field(link, tee_data::NEXT_LINK, Address::NULL);
        refcount::decref(host, link);
        link = next;
    }
    refcount::xdecref(host, link);
}

/// The last slice is kept for reuse.
fn slice<H: Host>(host: &mut H, object: Address) {
    host.heap_mut().gc_untrack_if_gc(object);
    // `step` goes first (Objects/sliceobject.c).
    for offset in [32, 16, 24] {
        let held = host.heap().memory.address(object.plus(offset));
        refcount::xdecref(host, held);
    }
    let heap = host.heap_mut();
    if !heap.keep_free(FreeList::Slice, object) {
        heap.free(object);
    }
}

/// `lru_cache_dealloc`.
fn lru_wrapper<H: Host>(host: &mut H, object: Address) {
    host.heap_mut().gc_untrack_if_gc(object);
    clear_weak_references(host, object);
    lru_cache::clear(host, object);
    host.heap_mut().free(object);
}

fn weak_reference<H: Host>(host: &mut H, object: Address) {
    host.heap_mut().gc_untrack_if_gc(object);
    weakref_list::clear_weakref(host, object);
    host.heap_mut().free(object);
}

/// Makes the weak references to `object` dead, if its builtin type has room for any.
pub(super) fn clear_weak_references<H: Host>(host: &mut H, object: Address) {
    let heap = host.heap();
    if heap.static_base(heap.type_of(object)).row().weaklist_offset > 0 {
        weakref_list::clear_weakrefs(host, object);
    }
}

/// Releases the references at fixed offsets, in the order of the type's `tp_dealloc`.
pub(super) fn release_fields<H: Host>(host: &mut H, object: Address) {
    for offset in host.heap().reference_offsets(object) {
        release_field(host, object, offset);
    }
}

/// Releases one reference and leaves null in its place (`Py_CLEAR`).
pub(super) fn release_field<H: Host>(host: &mut H, object: Address, offset: u64) {
    let held = host.heap().memory.address(object.plus(offset));
    if !held.is_null() {
        host.heap_mut().memory.set_address(object.plus(offset), Address::NULL);
        refcount::decref(host, held);
    }
}

impl Heap {
    /// Untracks an object that may have no GC head at all.
    pub(super) fn gc_untrack_if_gc(&mut self, object: Address) {
        if self.is_gc_object(object) {
            self.gc_untrack(object);
        }
    }
}
