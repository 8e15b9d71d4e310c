//! What a type does for its instances: `tp_dealloc`, `tp_traverse`, `tp_clear`, reached by the object's kind.
//!
//! The heap core calls these functions and knows no object; the objects behind them know no collector.

mod class;
mod clear;
mod container;
mod dealloc;
mod field;
mod instance;
mod owned;
mod running;
mod traverse;

pub use owned::owned_references;

use crate::{
    Heap,
    address::Address,
    host::Host,
    kind::Kind,
    runtime,
    static_type::flag,
};

/// Tears `object` down and frees its block (`tp_dealloc`): its count is 0. The caller has untracked it and gone through
/// the trashcan where [`is_guarded`] says so; weak references, `__del__`, the fields, the block and at last the count of
/// a heap type are up to this function.
pub fn dealloc<H: Host>(host: &mut H, object: Address) {
    let flags = host.heap().type_flags(host.heap().type_of(object));
    if flags & flag::HEAP_TYPE != 0 {
        instance::dealloc(host, object);
    } else if flags & flag::MANAGED_WEAKREF != 0 {
        instance::dealloc_of_builtin(host, object);
    } else {
        dealloc::dealloc(host, object);
    }
}

/// Calls `visit` for every reference that `tp_traverse` would report, in its order.
pub fn traverse(heap: &Heap, object: Address, visit: &mut dyn FnMut(Address)) {
    if heap.is_heap_type(heap.type_of(object)) {
        instance::traverse(heap, object, visit);
    } else {
        instance::visit_attributes(heap, object, &mut |referent, _| visit(referent));
        traverse::traverse(heap, object, visit);
    }
}

/// Drops the references by which `object` may be part of a ring (`tp_clear`).
pub fn clear<H: Host>(host: &mut H, object: Address) {
    if host.heap().is_heap_type(host.heap().type_of(object)) {
        instance::clear(host, object);
    } else {
        instance::clear_attributes(host, object);
    }
    clear::clear(host, object);
}

/// Appends garbage to `gc.garbage`, which the interpreter has made at start-up.
pub fn append_to_garbage(heap: &mut Heap, object: Address) {
    let garbage = heap.memory.address(runtime::GC_GARBAGE);
    if !garbage.is_null() {
        heap.incref(object);
        heap.list_append(garbage, object);
    }
}

/// Whether the destruction of such objects, which have a GC head, goes through the trashcan: lists, tuples, dicts, sets, instances of classes,
/// exceptions, tracebacks, frames (facts, section 7).
pub fn is_guarded(heap: &Heap, object: Address) -> bool {
    let type_ = heap.type_of(object);
    heap.type_flags(type_) & (flag::HEAP_TYPE | flag::IMMUTABLE) == flag::HEAP_TYPE
        || matches!(
            heap.type_kind(type_),
            Kind::List
                | Kind::Tuple
                | Kind::Dict
                | Kind::Set
                | Kind::Exception
                | Kind::Traceback
                | Kind::Frame
                | Kind::MethodWrapper
                | Kind::BuiltinFunction
                | Kind::Deque
                | Kind::OrderedDict
        )
}

#[cfg(test)]
mod tests;
