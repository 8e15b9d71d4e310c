//! `tp_clear` of the builtin types: how the collector takes a ring apart.

use super::{
    dealloc::{release_field, release_fields},
    running::release_slots,
};
use crate::{
    Host, Kind,
    address::Address,
    domain::Domain,
    object::{deque, dict, frame, function, list, lru_cache, memory_view, ordered_dict},
    refcount,
    static_type::{field, flag},
    weakref_list,
};

/// Drops the references of the builtin part of an object by which it may be in a ring.
pub(super) fn clear<H: Host>(host: &mut H, object: Address) {
    match host.heap().kind(object) {
        Kind::List => list(host, object),
        Kind::Dict => dict::remove::clear(host, object),
        Kind::OrderedDict => ordered_dict::clear(host, object),
        Kind::DefaultDict => {
            release_field(host, object, 48);
            dict::remove::clear(host, object);
        }
        Kind::Set => {
            for key in host.heap_mut().set_take_all(object) {
                refcount::decref(host, key);
            }
        }
        Kind::Deque => deque::clear(host, object),
        Kind::LruCache => lru_cache::clear(host, object),
        Kind::MemoryView => fields(host, object, &[24]),
        Kind::ManagedBuffer => memory_view::clear_buffer(host, object),
        Kind::Function => {
            fields(host, object, &[16, 24, 104, 56, 64, 80, 88, 72, 112, 120]);
            // Names may be of a class of the program's and so part of a ring, but nobody expects a function without them.
            for name in [function::NAME, function::QUALIFIED_NAME] {
                let empty = host.heap().empty_str();
                let old = host.heap().memory.address(object.plus(name));
                host.heap_mut().memory.set_address(object.plus(name), empty);
                refcount::decref(host, old);
            }
        }
        Kind::Type => class(host, object),
        Kind::Frame => {
            release_field(host, object, frame::TRACE);
            if host.heap().memory.address(object.plus(frame::FRAME)) == object.plus(frame::OWN_FRAME) {
                release_slots(host, object.plus(frame::OWN_FRAME));
            }
        }
        Kind::WeakReference => weakref_list::clear_weakref(host, object),
        // These have no `tp_clear`: some other member of the ring must give way.
        Kind::Tuple
        | Kind::Method
        | Kind::BuiltinFunction
        | Kind::Generator
        | Kind::Slice
        | Kind::Super
        | Kind::MethodWrapper => {}
        Kind::Module => fields(host, object, &[16]),
        Kind::Cell
        | Kind::Property
        | Kind::StaticMethod
        | Kind::ClassMethod
        | Kind::Exception
        | Kind::Traceback
        | Kind::SimpleNamespace
        | Kind::Partial
        | Kind::Native => {
            release_fields(host, object);
        }
        _ => {}
    }
}

/// The list is empty before its items go, last to first; the buffer goes at the end.
fn list<H: Host>(host: &mut H, object: Address) {
    let heap = host.heap_mut();
    let (items, length) = (heap.memory.address(object.plus(list::ITEMS)), heap.list_len(object));
    heap.memory.set_u64(object.plus(list::LENGTH), 0);
    heap.memory.set_address(object.plus(list::ITEMS), Address::NULL);
    heap.memory.set_u64(object.plus(list::ALLOCATED), 0);
    for index in (0..length).rev() {
        let item = host.heap().memory.address(items.plus(8 * index));
        refcount::xdecref(host, item);
    }
    if !items.is_null() {
        host.heap_mut().release(Domain::Mem, items);
    }
}

fn fields<H: Host>(host: &mut H, object: Address, offsets: &[u64]) {
    for offset in offsets {
        release_field(host, object, *offset);
    }
}

/// A class gives up what its dict holds, its module and its method resolution order (`type_clear`).
fn class<H: Host>(host: &mut H, object: Address) {
    if !host.heap().is_heap_type(object) {
        return;
    }
    // What was looked up in it holds no more (`PyType_Modified`).
    let heap = host.heap_mut();
    let flags = heap.type_flags(object);
    heap.memory.set_u64(object.plus(field::FLAGS), flags & !flag::VALID_VERSION_TAG);
    heap.memory.set_u32(object.plus(field::VERSION_TAG), 0);
    let names = host.heap().memory.address(object.plus(field::DICT));
    if !names.is_null() {
        dict::remove::clear(host, names);
    }
    fields(host, object, &[field::HEAP_MODULE, field::MRO]);
}
