//! Operations that may have to ask Python whether two keys are equal.

use super::{keys::EMPTY, lookup::Probe, remove::Removed};
use crate::{
    Heap,
    address::Address,
    host::{Host, Raised},
    refcount,
    static_type::StaticType,
};

/// The entry of `key` (`_Py_dict_lookup`).
pub(crate) fn find<H: Host>(host: &mut H, dict: Address, key: Address, hash: i64) -> Result<Option<u64>, Raised> {
    let heap = host.heap();
    let keys = heap.dict_keys(dict);
    if heap.keys_are_text(keys) && heap.is_exact_str(key) {
        return Ok(heap.find_text(keys, key, hash));
    }
    if heap.is_exact(key, StaticType::Int)
        && let Some(found) = heap.find_int(keys, key, hash)
    {
        return Ok(found);
    }
    'restart: loop {
        let heap = host.heap();
        let keys = heap.dict_keys(dict);
        let mut probe = Probe::new(hash, heap.keys_slots(keys));
        loop {
            let heap = host.heap();
            let index = heap.index_slot(keys, probe.slot);
            if index == EMPTY {
                return Ok(None);
            }
            if index >= 0 {
                let index = index as u64;
                let entry = heap.entry_key(keys, index);
                if entry == key {
                    return Ok(Some(index));
                }
                if heap.entry_hash(keys, index) == hash {
                    match same_key(host, entry, key)? {
                        true if unchanged(host.heap(), dict, keys, index, entry) => return Ok(Some(index)),
                        false if unchanged(host.heap(), dict, keys, index, entry) => {}
                        _ => continue 'restart,
                    }
                }
            }
            probe.advance();
        }
    }
}

/// Whether the comparison has left the dict alone.
fn unchanged(heap: &Heap, dict: Address, keys: Address, index: u64, entry: Address) -> bool {
    heap.dict_keys(dict) == keys && heap.entry_key(keys, index) == entry
}

/// `entry == key`, the entry held meanwhile. Strs and one-digit ints are compared here; the rest is Python's.
pub(crate) fn same_key<H: Host>(host: &mut H, entry: Address, key: Address) -> Result<bool, Raised> {
    let heap = host.heap();
    if heap.is_exact_str(entry) && heap.is_exact_str(key) {
        return Ok(heap.str_equal(entry, key));
    }
    if heap.is_exact(entry, StaticType::Int) && heap.is_exact(key, StaticType::Int) {
        return Ok(match (heap.compact_int_value(entry), heap.compact_int_value(key)) {
            (None, None) => heap.int_digits(entry) == heap.int_digits(key),
            (one, other) => one == other,
        });
    }
    host.heap_mut().incref(entry);
    let equal = host.equal(entry, key);
    refcount::decref(host, entry);
    equal
}

/// The value under `key`, borrowed.
pub fn get<H: Host>(host: &mut H, dict: Address, key: Address, hash: i64) -> Result<Option<Address>, Raised> {
    let found = find(host, dict, key, hash)?;
    Ok(found.and_then(|index| host.heap().value_at(dict, index).non_null()))
}

/// The value under a str key, borrowed.
pub fn get_known_str<H: Host>(host: &mut H, dict: Address, key: Address) -> Result<Option<Address>, Raised> {
    let hash = host.heap_mut().str_hash(key);
    get(host, dict, key, hash)
}

/// Stores `value` under `key`, both borrowed. Hands back the value that was there: the caller releases it.
pub fn set<H: Host>(
    host: &mut H,
    dict: Address,
    key: Address,
    hash: i64,
    value: Address,
) -> Result<Option<Address>, Raised> {
    let heap = host.heap_mut();
    let keys = heap.dict_keys(dict);
    if keys.raw() != crate::statics::EMPTY_KEYS && heap.keys_are_text(keys) && !heap.is_exact_str(key) {
        heap.dict_grow(dict, false);
    }
    let found = find(host, dict, key, hash)?;
    // A key found without a value is one of a shared table.
    Ok(host.heap_mut().dict_store(dict, key, hash, value, found))
}

/// Takes the item under `key` out.
pub fn remove_key<H: Host>(host: &mut H, dict: Address, key: Address, hash: i64) -> Result<Option<Removed>, Raised> {
    let Some(index) = find(host, dict, key, hash)? else {
        return Ok(None);
    };
    Ok(host.heap_mut().dict_remove_entry(dict, hash, index))
}

/// The value under `key`, borrowed; if there is none, `default` (borrowed) is stored first (`dict.setdefault`). The flag says
/// whether it was.
pub fn set_default<H: Host>(
    host: &mut H,
    dict: Address,
    key: Address,
    hash: i64,
    default: Address,
) -> Result<(Address, bool), Raised> {
    let heap = host.heap_mut();
    let keys = heap.dict_keys(dict);
    if keys.raw() != crate::statics::EMPTY_KEYS && heap.keys_are_text(keys) && !heap.is_exact_str(key) {
        heap.dict_grow(dict, false);
    }
    // Looked up once: Python sees one hash and one comparison.
    let found = find(host, dict, key, hash)?;
    if let Some(value) = found.and_then(|index| host.heap().value_at(dict, index).non_null()) {
        return Ok((value, false));
    }
    if let Some(displaced) = host.heap_mut().dict_store(dict, key, hash, default, found) {
        refcount::decref(host, displaced);
    }
    Ok((default, true))
}

/// Stores all items of another dict (`dict_merge`). With `replace` unset, items whose keys are there already are left out.
/// Returns false if `other` changed its size meanwhile.
pub fn merge<H: Host>(host: &mut H, dict: Address, other: Address, replace: bool) -> Result<bool, Raised> {
    if dict == other || host.heap().dict_len(other) == 0 {
        return Ok(true);
    }
    if host.heap().dict_len(dict) == 0 && host.heap().dict_may_clone(other) {
        host.heap_mut().dict_copy_into_empty(dict, other);
        return Ok(true);
    }
    host.heap_mut().dict_make_room(dict, other);
    let (mut position, length) = (0, host.heap().dict_len(other));
    while let Some((next, key, value, hash)) = host.heap().dict_next(other, position) {
        position = next;
        let heap = host.heap_mut();
        heap.incref(key);
        heap.incref(value);
        let result = store_unless(host, dict, (key, hash, value), replace);
        refcount::decref(host, key);
        refcount::decref(host, value);
        result?;
        if host.heap().dict_len(other) != length {
            return Ok(false);
        }
    }
    Ok(true)
}

fn store_unless<H: Host>(
    host: &mut H,
    dict: Address,
    (key, hash, value): (Address, i64, Address),
    replace: bool,
) -> Result<(), Raised> {
    if !replace && get(host, dict, key, hash)?.is_some() {
        return Ok(());
    }
    if let Some(displaced) = set(host, dict, key, hash, value)? {
        refcount::decref(host, displaced);
    }
    Ok(())
}
