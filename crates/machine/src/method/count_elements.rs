//! `_collections._count_elements(mapping, iterable)`: what `Counter` counts with (Modules/_collectionsmodule.c).

use heapglass_heap::{Address, object::dict as table, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    protocol::BinaryOp,
};

/// The rows.
pub const ROWS: &[NativeRow] = &[NativeRow::function("_collections", "_count_elements", Convention::Positional, count)];

fn count(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "_count_elements", 2, 2)?;
    let (mapping, iterable) = (arguments.positional[0], arguments.positional[1]);
    let plain = m.is_dict(mapping) && same_as_dict(m, mapping, "get") && same_as_dict(m, mapping, "__setitem__");
    let one = m.heap.new_int(1);
    m.for_each(iterable, |m, key| {
        let result = if plain { count_in_dict(m, mapping, key, one) } else { count_anywhere(m, mapping, key, one) };
        m.decref(key);
        result
    })?;
    m.none()
}

/// Whether the mapping's class has the method of `dict`.
fn same_as_dict(m: &mut Machine, mapping: Address, name: &str) -> bool {
    let name = m.name(name);
    let own = m.type_lookup(m.heap.type_of(mapping), name);
    own.is_some() && own == m.type_lookup(m.heap.type_object(StaticType::Dict), name)
}

/// The key is hashed once.
fn count_in_dict(m: &mut Machine, dict: Address, key: Address, one: Address) -> Outcome<()> {
    let hash = m.hash(key)?;
    let sum = match table::get(m, dict, key, hash)? {
        None => m.incref(one),
        Some(old) => {
            m.incref(old);
            let sum = m.binary(BinaryOp::Add, old, one);
            m.decref(old);
            sum?
        }
    };
    let stored = table::set(m, dict, key, hash, sum);
    m.decref(sum);
    if let Some(old) = stored? {
        m.decref(old);
    }
    Ok(())
}

fn count_anywhere(m: &mut Machine, mapping: Address, key: Address, one: Address) -> Outcome<()> {
    let zero = m.heap.new_int(0);
    let old = m.call_method(mapping, "get", &[key, zero])?;
    let sum = m.binary(BinaryOp::Add, old, one);
    m.decref(old);
    let sum = sum?;
    let result = m.set_item(mapping, key, sum);
    m.decref(sum);
    result
}
