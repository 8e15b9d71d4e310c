//! `_abc`: which methods of a class are abstract (Modules/_abc.c).

use heapglass_heap::{
    Address,
    static_type::{StaticType, field, flag},
};

use crate::{
    machine::{Machine, Outcome},
    method::set_operation,
    native::{Arguments, Convention, NativeRow},
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::function("_abc", "_abc_init", Convention::One, init),
    NativeRow::function("_abc", "_abc_inherit_flags", Convention::Positional, inherit_flags),
];

/// The flags by which `match` knows sequences and mappings.
const COLLECTION_FLAGS: u64 = flag::SEQUENCE | flag::MAPPING;

/// `__abc_tpflags__ = 1 << 5` or `1 << 6` in the class's body becomes a flag of the type.
fn take_flags(m: &mut Machine, class: Address) -> Outcome<()> {
    let (key, dict) = (m.name("__abc_tpflags__"), m.type_dict(class));
    let Some(value) = m.namespace_get(dict, key)? else { return Ok(()) };
    let flags = m.heap.int_to_i64(value).unwrap_or(0) as u64;
    if flags & COLLECTION_FLAGS == COLLECTION_FLAGS {
        return m.type_error("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
    }
    let flags = m.heap.type_flags(class) | flags & COLLECTION_FLAGS;
    m.heap.memory.set_u64(class.plus(field::FLAGS), flags);
    m.namespace_remove(dict, key)?;
    Ok(())
}

/// `_abc_inherit_flags(cls, subclass)`: a class that is registered, and those below it, match as the abstract class does
/// (`_PyType_SetFlagsRecursive`).
fn inherit_flags(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "_abc_inherit_flags", 2, 2)?;
    let (class, subclass) = (arguments.positional[0], arguments.positional[1]);
    if m.heap.is_type(class) && m.heap.is_type(subclass) {
        let flags = m.heap.type_flags(class) & COLLECTION_FLAGS;
        if flags != 0 {
            set_flags_below(m, subclass, flags);
        }
    }
    m.none()
}

fn set_flags_below(m: &mut Machine, class: Address, flags: u64) {
    let own = m.heap.type_flags(class);
    if own & flag::IMMUTABLE != 0 || own & COLLECTION_FLAGS == flags {
        return;
    }
    m.heap.memory.set_u64(class.plus(field::FLAGS), own & !COLLECTION_FLAGS | flags);
    for subclass in m.subclasses(class) {
        set_flags_below(m, subclass, flags);
    }
}

/// `_abc_init(cls)`: sets `__abstractmethods__` (`compute_abstract_methods`).
fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let class = arguments.positional[0];
    if !m.heap.is_type(class) {
        let name = m.type_name(class);
        return m.type_error(format!("descriptor '__dict__' requires a type, not '{name}'"));
    }
    take_flags(m, class)?;
    let names = m.heap.new_list(0);
    let found = own_names(m, class, names).and_then(|()| inherited_names(m, class, names));
    let set = found.and_then(|()| set_operation::new_from(m, StaticType::FrozenSet.address(), names));
    m.decref(names);
    let set = set?;
    let key = m.name("__abstractmethods__");
    let result = m.set_attribute(class, key, Some(set));
    m.decref(set);
    result?;
    m.none()
}

/// Whether a value says that it is abstract (`_PyObject_IsAbstract`).
fn is_abstract(m: &mut Machine, value: Address) -> Outcome<bool> {
    let name = m.name("__isabstractmethod__");
    let Some(answer) = m.lookup_attribute(value, name)? else { return Ok(false) };
    let verdict = m.is_true(answer);
    m.decref(answer);
    verdict
}

/// What the class itself has.
fn own_names(m: &mut Machine, class: Address, names: Address) -> Outcome<()> {
    let dict = m.type_dict(class);
    let items: Vec<(Address, Address)> = m.heap.dict_items(dict).collect();
    for (name, value) in &items {
        m.incref(*name);
        m.incref(*value);
    }
    let mut result = Ok(());
    for (name, value) in items {
        if result.is_ok() {
            result = is_abstract(m, value).map(|verdict| {
                if verdict {
                    m.incref(name);
                    m.heap.list_append(names, name);
                }
            });
        }
        m.decref(value);
        m.decref(name);
    }
    result
}

/// What the bases leave abstract and the class does not define.
fn inherited_names(m: &mut Machine, class: Address, names: Address) -> Outcome<()> {
    let bases = m.get_attribute_named(class, "__bases__")?;
    let result = m.heap.tuple_items(bases).into_iter().try_for_each(|base| {
        let key = m.name("__abstractmethods__");
        let Some(inherited) = m.lookup_attribute(base, key)? else { return Ok(()) };
        let list = m.list_from(inherited);
        m.decref(inherited);
        let list = list?;
        let result = m.heap.list_items(list).into_iter().try_for_each(|name| {
            let Some(value) = m.lookup_attribute(class, name)? else { return Ok(()) };
            let verdict = is_abstract(m, value);
            m.decref(value);
            if verdict? {
                m.incref(name);
                m.heap.list_append(names, name);
            }
            Ok(())
        });
        m.decref(list);
        result
    });
    m.decref(bases);
    result
}
