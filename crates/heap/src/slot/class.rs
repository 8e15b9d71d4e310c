//! `tp_dealloc` of classes (`type_dealloc`, Objects/typeobject.c). Builtin types are never freed.

use super::dealloc::release_field;
use crate::{Host, StaticType, address::Address, domain::Domain, object::dict, refcount, static_type::field, weakref_list};

/// Tears down a class.
pub(super) fn dealloc<H: Host>(host: &mut H, class: Address) {
    host.heap_mut().gc_untrack(class);
    leave_bases(host, class);
    weakref_list::clear_weakrefs(host, class);
    for offset in [
        field::BASE,
        field::DICT,
        field::BASES,
        field::MRO,
        field::CACHE,
        field::SUBCLASSES,
    ] {
        release_field(host, class, offset);
    }
    free_block(host, class, field::DOC);
    for offset in [field::HEAP_NAME, field::HEAP_QUALNAME, field::HEAP_SLOTS] {
        release_field(host, class, offset);
    }
    let keys = host.heap().memory.address(class.plus(field::HEAP_CACHED_KEYS));
    if !keys.is_null() {
        host.heap_mut()
            .memory
            .set_address(class.plus(field::HEAP_CACHED_KEYS), Address::NULL);
        dict::remove::release_keys(host, keys);
    }
    release_field(host, class, field::HEAP_MODULE);
    free_block(host, class, field::HEAP_TPNAME);
    host.heap_mut().free_gc_object(class);
}

fn free_block<H: Host>(host: &mut H, class: Address, offset: u64) {
    let block = host.heap().memory.address(class.plus(offset));
    if !block.is_null() {
        host.heap_mut().memory.set_address(class.plus(offset), Address::NULL);
        host.heap_mut().release(Domain::Mem, block);
    }
}

/// Takes the class out of its bases' dicts of subclasses, where its address is the key (`remove_all_subclasses`).
pub(super) fn leave_bases<H: Host>(host: &mut H, class: Address) {
    let bases = host.heap().memory.address(class.plus(field::BASES));
    if bases.is_null() {
        return;
    }
    for base in host.heap().tuple_items(bases) {
        let subclasses = host.heap().memory.address(base.plus(field::SUBCLASSES));
        if subclasses.is_null() {
            continue;
        }
        let key = host.heap_mut().new_int(class.raw() as i64);
        let hash = host.heap().int_hash(key);
        match dict::remove_key(host, subclasses, key, hash) {
            Ok(Some(removed)) => removed.release(host),
            // A class that was never finished is not in there: CPython makes a KeyError and forgets it.
            Ok(None) => forgotten_key_error(host, key),
            Err(_) => {}
        }
        refcount::decref(host, key);
        // An empty dict goes; the next subclass brings a new one.
        if host.heap().dict_len(subclasses) == 0 {
            host.heap_mut().memory.set_address(base.plus(field::SUBCLASSES), Address::NULL);
            refcount::decref(host, subclasses);
        }
    }
}

/// Makes `KeyError(key)` and lets it go: it takes a block, and perhaps a tuple joins the free list.
fn forgotten_key_error<H: Host>(host: &mut H, key: Address) {
    let args = host.heap_mut().new_tuple_of(&[key]);
    let error = host.heap_mut().new_exception_object(StaticType::KeyError.address(), args);
    refcount::decref(host, error);
}
