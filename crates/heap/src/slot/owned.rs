//! Every counted reference that an object owns, known to the collector or not: what the audit adds up.

use super::instance;
use crate::{
    Heap, Kind,
    address::Address,
    interpreter_frame::CODE,
    object::{deque, dict::KeysKind, frame, generator, generator::FrameState},
    static_type::field,
};

/// Calls `visit` for every reference that `object` owns, with the name of the place.
pub fn owned_references(heap: &Heap, object: Address, visit: &mut dyn FnMut(Address, &str)) {
    let type_ = heap.type_of(object);
    if heap.is_heap_type(type_) {
        visit(type_, "its class");
        instance::visit_own(heap, object, visit);
    } else {
        instance::visit_attributes(heap, object, visit);
    }
    match heap.kind(object) {
        Kind::List => heap
            .list_items(object)
            .into_iter()
            .for_each(|item| some(item, "an item", visit)),
        Kind::Tuple => heap
            .tuple_items(object)
            .into_iter()
            .for_each(|item| some(item, "an item", visit)),
        Kind::Dict | Kind::DefaultDict | Kind::OrderedDict => {
            at_offsets(heap, object, visit);
            if heap.kind(object) == Kind::OrderedDict {
                heap.odict_keys(object).into_iter().for_each(|key| visit(key, "a node"));
            }
            dict(heap, object, visit);
        }
        Kind::Set => heap
            .set_keys(object)
            .into_iter()
            .for_each(|key| visit(key, "an element")),
        Kind::Deque => deque::items(heap, object)
            .into_iter()
            .for_each(|item| visit(item, "an item")),
        Kind::LruCache => {
            heap.lru_links(object).into_iter().for_each(|link| visit(link, "its list"));
            at_offsets(heap, object, visit);
        }
        Kind::Type => class(heap, object, visit),
        Kind::Generator => suspended(heap, object, visit),
        Kind::Frame => finished(heap, object, visit),
        _ => at_offsets(heap, object, visit),
    }
}

fn some(held: Address, place: &str, visit: &mut dyn FnMut(Address, &str)) {
    if !held.is_null() {
        visit(held, place);
    }
}

fn at_offsets(heap: &Heap, object: Address, visit: &mut dyn FnMut(Address, &str)) {
    for offset in heap.reference_offsets(object) {
        some(
            heap.memory.address(object.plus(offset)),
            heap.field_name(object, offset),
            visit,
        );
    }
}

/// Values, and the keys of a table of its own; shared keys belong to the class.
fn dict(heap: &Heap, object: Address, visit: &mut dyn FnMut(Address, &str)) {
    if heap.dict_keys(object).is_null() {
        return;
    }
    let shared = heap.dict_keys_kind(object) == KeysKind::Split;
    for (key, value) in heap.dict_items(object) {
        visit(value, "a value");
        if !shared {
            visit(key, "a key");
        }
    }
}

fn class(heap: &Heap, object: Address, visit: &mut dyn FnMut(Address, &str)) {
    let common = [
        (field::DICT, "tp_dict"),
        (field::SUBCLASSES, "tp_subclasses"),
        (field::CACHE, "tp_cache"),
    ];
    let own = [
        (field::BASE, "tp_base"),
        (field::BASES, "tp_bases"),
        (field::MRO, "tp_mro"),
        (field::HEAP_NAME, "ht_name"),
        (field::HEAP_QUALNAME, "ht_qualname"),
        (field::HEAP_SLOTS, "ht_slots"),
        (field::HEAP_MODULE, "ht_module"),
    ];
    let heap_fields: &[_] = if heap.is_heap_type(object) { &own } else { &own[..3] };
    for (offset, place) in common.iter().chain(heap_fields) {
        some(heap.memory.address(object.plus(*offset)), place, visit);
    }
    if !heap.is_heap_type(object) {
        return;
    }
    let keys = heap.memory.address(object.plus(field::HEAP_CACHED_KEYS));
    if !keys.is_null() {
        (0..heap.keys_entries(keys)).for_each(|index| some(heap.entry_key(keys, index), "a shared key", visit));
    }
}

fn suspended(heap: &Heap, object: Address, visit: &mut dyn FnMut(Address, &str)) {
    let fields = [
        (generator::NAME, "gi_name"),
        (generator::QUALIFIED_NAME, "gi_qualname"),
        (generator::EXCEPTION, "gi_exc_state"),
        (generator::ORIGIN, "gi_origin_or_finalizer"),
    ];
    for (offset, place) in fields {
        some(heap.memory.address(object.plus(offset)), place, visit);
    }
    let inside = heap.generator_frame(object);
    match heap.generator_state(object) {
        FrameState::Cleared => some(heap.memory.address(inside.plus(CODE)), "its code", visit),
        // A running frame's value stack is known to the machine, which reports it.
        FrameState::Executing => {}
        _ => heap
            .frame_references(inside, None)
            .into_iter()
            .for_each(|held| visit(held, "its frame")),
    }
}

fn finished(heap: &Heap, object: Address, visit: &mut dyn FnMut(Address, &str)) {
    some(heap.memory.address(object.plus(frame::BACK)), "f_back", visit);
    some(heap.memory.address(object.plus(frame::TRACE)), "f_trace", visit);
    let inside = object.plus(frame::OWN_FRAME);
    if heap.memory.address(object.plus(frame::FRAME)) == inside {
        heap.frame_references(inside, None)
            .into_iter()
            .for_each(|held| visit(held, "its frame"));
    }
}
