//! Instances of classes made by a `class` statement (`subtype_dealloc` and its neighbours, Objects/typeobject.c).
//!
//! ```text
//! −32         −24               −16      −8       0                       basicsize of the builtin base
//! | weak refs | values or dict | GC head        | count | type | builtin part . . . | slots, alphabetical |
//! ```

use super::{dealloc as builtin, traverse as builtin_traverse};
use crate::{
    Heap, Host,
    address::Address,
    object::dict::instance::{Attributes, BEFORE},
    refcount,
    static_type::field,
    weakref_list,
};

impl Heap {
    /// Values or dict of an instance, if its class manages them.
    fn managed_attributes(&self, object: Address) -> Attributes {
        if self.has_managed_dict(object) {
            self.attributes(object)
        } else {
            Attributes::None
        }
    }

    /// The class itself and its bases made by class statements, nearest first.
    fn heap_bases(&self, object: Address) -> impl Iterator<Item = Address> + '_ {
        let mut class = self.type_of(object);
        std::iter::from_fn(move || {
            let found = self.is_heap_type(class).then_some(class)?;
            class = self.memory.address(found.plus(field::BASE));
            Some(found)
        })
    }

    /// Offsets of the slots that `class` itself declares.
    fn slot_offsets(&self, class: Address) -> impl Iterator<Item = u64> + '_ {
        self.type_slots(class).map(|(_, offset)| offset)
    }

    /// How many names the shared keys of the class of `object` have: the length of its array of values in use.
    fn shared_names(&self, object: Address) -> u64 {
        let keys = self.memory.address(self.type_of(object).plus(field::HEAP_CACHED_KEYS));
        if keys.is_null() { 0 } else { self.keys_entries(keys) }
    }
}

/// Tears down an instance: `__del__`, weak references, slots, attributes, the builtin part, and last the class's count.
pub(super) fn dealloc<H: Host>(host: &mut H, object: Address) {
    let is_gc = host.heap().is_gc_object(object);
    if refcount::has_finalizer(host.heap(), object) {
        if is_gc {
            host.heap_mut().gc_track(object);
        }
        if refcount::finalize_from_dealloc(host, object) {
            return;
        }
    }
    if is_gc {
        host.heap_mut().gc_untrack(object);
    }
    let class = host.heap().type_of(object);
    if host.heap().memory.u64(class.plus(field::WEAKLIST_OFFSET)) != 0 && host.heap().static_weaklist(object) == 0 {
        weakref_list::clear_weakrefs(host, object);
    }
    release_slots(host, object, class);
    release_attributes(host, object);
    builtin::dealloc(host, object);
    refcount::decref(host, class);
}

/// The same for an instance of a builtin type with room for weak references and attributes before it: type variables.
pub(super) fn dealloc_of_builtin<H: Host>(host: &mut H, object: Address) {
    host.heap_mut().gc_untrack_if_gc(object);
    weakref_list::clear_weakrefs(host, object);
    release_attributes(host, object);
    builtin::dealloc(host, object);
}

impl Heap {
    fn static_weaklist(&self, object: Address) -> i32 {
        self.static_base(self.type_of(object)).row().weaklist_offset
    }
}

/// Releases the slots, those of the class itself before those of its bases.
fn release_slots<H: Host>(host: &mut H, object: Address, class: Address) {
    let mut class = class;
    while host.heap().is_heap_type(class) {
        for index in 0..host.heap().type_slot_count(class) {
            let offset = host.heap().type_slot(class, index).1;
            builtin::release_field(host, object, offset);
        }
        class = host.heap().memory.address(class.plus(field::BASE));
    }
}

fn release_attributes<H: Host>(host: &mut H, object: Address) {
    match host.heap().managed_attributes(object) {
        Attributes::None => {}
        Attributes::Values(values) => {
            release_values(host, object, values);
            host.heap_mut().free_values(values);
            host.heap_mut().memory.set_u64(object.minus(BEFORE), 0);
        }
        Attributes::Dict(dict) => {
            refcount::decref(host, dict);
            host.heap_mut().memory.set_u64(object.minus(BEFORE), 0);
        }
    }
}

/// Releases attribute values in the order of the class's shared keys.
fn release_values<H: Host>(host: &mut H, object: Address, values: Address) {
    for index in 0..host.heap().shared_names(object) {
        builtin::release_field(host, values, 8 * index);
    }
}

/// Visits slots, attributes, the class, and the builtin part (`subtype_traverse`).
pub(super) fn traverse(heap: &Heap, object: Address, visit: &mut dyn FnMut(Address)) {
    visit_own(heap, object, &mut |referent, _| visit(referent));
    visit(heap.type_of(object));
    builtin_traverse::traverse(heap, object, visit);
}

/// Visits slots and attributes with the name of the place.
pub(super) fn visit_own(heap: &Heap, object: Address, visit: &mut dyn FnMut(Address, &str)) {
    for base in heap.heap_bases(object) {
        for offset in heap.slot_offsets(base) {
            if let Some(held) = heap.memory.address(object.plus(offset)).non_null() {
                visit(held, "a slot");
            }
        }
    }
    visit_attributes(heap, object, visit);
}

/// Visits the attributes that lie before the object.
pub(super) fn visit_attributes(heap: &Heap, object: Address, visit: &mut dyn FnMut(Address, &str)) {
    match heap.managed_attributes(object) {
        Attributes::None => {}
        Attributes::Values(values) => {
            for index in 0..heap.shared_names(object) {
                if let Some(held) = heap.memory.address(values.plus(8 * index)).non_null() {
                    visit(held, "an attribute");
                }
            }
        }
        Attributes::Dict(dict) => visit(dict, "its __dict__"),
    }
}

/// Drops slots and attributes (`subtype_clear`); the builtin part is cleared by the caller.
pub(super) fn clear<H: Host>(host: &mut H, object: Address) {
    let class = host.heap().type_of(object);
    release_slots(host, object, class);
    clear_attributes(host, object);
}

/// Drops the attributes that lie before the object.
pub(super) fn clear_attributes<H: Host>(host: &mut H, object: Address) {
    match host.heap().managed_attributes(object) {
        Attributes::None => {}
        Attributes::Values(values) => release_values(host, object, values),
        Attributes::Dict(_) => builtin::release_field(host, object.minus(BEFORE), 0),
    }
}
