//! Generators and frame objects: what has a frame inside.

use super::dealloc::{clear_weak_references, release_field};
use crate::{
    Host,
    address::Address,
    interpreter_frame::{self, CODE, FUNCTION, LOCALS, LOCALSPLUS, Owner, STACK_TOP},
    object::{frame, generator, generator::FrameState},
    refcount,
};

/// `gen_dealloc`: a suspended generator is closed first, which runs its `finally` clauses.
pub(super) fn dealloc_generator<H: Host>(host: &mut H, object: Address) {
    host.heap_mut().gc_untrack(object);
    clear_weak_references(host, object);
    host.heap_mut().gc_track(object);
    if refcount::finalize_from_dealloc(host, object) {
        return;
    }
    let heap = host.heap_mut();
    heap.gc_untrack(object);
    let inside = heap.generator_frame(object);
    if (heap.generator_state(object) as i8) < FrameState::Cleared as i8 {
        heap.memory
            .set_address(inside.plus(interpreter_frame::PREVIOUS), Address::NULL);
        heap.set_generator_state(object, FrameState::Cleared);
        interpreter_frame::clear_frame(host, inside, Address::NULL);
    }
    release_field(host, object, generator::FRAME + CODE);
    for offset in [
        generator::NAME,
        generator::QUALIFIED_NAME,
        generator::EXCEPTION,
        generator::ORIGIN,
    ] {
        release_field(host, object, offset);
    }
    host.heap_mut().free_gc_object(object);
}

/// `frame_dealloc`: the frame goes with its object, unless it lies elsewhere.
pub(super) fn dealloc_frame<H: Host>(host: &mut H, object: Address) {
    host.heap_mut().gc_untrack(object);
    let inside = host.heap().memory.address(object.plus(frame::FRAME));
    let owns = inside == object.plus(frame::OWN_FRAME) && host.heap().frame_owner(inside) == Owner::FrameObject;
    let mut code = Address::NULL;
    if owns {
        code = host.heap().memory.address(inside.plus(CODE));
        host.heap_mut().memory.set_address(inside.plus(CODE), Address::NULL);
        release_field(host, inside, FUNCTION);
        release_field(host, inside, LOCALS);
        release_slots(host, inside);
    }
    release_field(host, object, frame::BACK);
    release_field(host, object, frame::TRACE);
    host.heap_mut().free_gc_object(object);
    refcount::xdecref(host, code);
}

/// Releases locals and value stack of a frame that no longer runs, first to last.
pub(super) fn release_slots<H: Host>(host: &mut H, inside: Address) {
    let slots = host.heap().memory.i32(inside.plus(STACK_TOP)).max(0) as u64;
    for slot in 0..slots {
        release_field(host, inside, LOCALSPLUS + 8 * slot);
    }
}
