//! `_weakref`: references and proxies that do not keep their object (Objects/weakrefobject.c).

use heapglass_heap::{
    Address,
    layout::runtime::weakref::{CALLBACK, HASH, OBJECT},
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    protocol::CompareOp,
};

const REF: StaticType = StaticType::WeakReference;

/// The rows of the module and of `weakref.ref`.
pub const ROWS: &[NativeRow] = &[
    NativeRow::function("_weakref", "getweakrefcount", Convention::One, |m, a| {
        let count = m.heap.weakrefs(a.positional[0]).len();
        Ok(m.heap.new_int(count as i64))
    }),
    NativeRow::function("_weakref", "getweakrefs", Convention::One, |m, a| {
        let found = m.heap.weakrefs(a.positional[0]);
        Ok(m.heap.new_list_of(&found))
    }),
    NativeRow::function("_weakref", "proxy", Convention::Positional, new_proxy),
    NativeRow::function("_weakref", "_remove_dead_weakref", Convention::Positional, remove_dead),
    NativeRow::new(REF, new),
    NativeRow::slot(REF, "__init__", |m, a| {
        a.no_keywords(m, "ref")?;
        a.arity(m, "__init__", 1, 2)?;
        m.none()
    }),
    NativeRow::slot(REF, "__call__", |m, a| {
        a.no_keywords(m, "weakref")?;
        a.arity(m, "weakref", 0, 0)?;
        let object = referent(m, a.self_);
        Ok(m.incref(object))
    }),
    NativeRow::slot(REF, "__hash__", hash),
    NativeRow::slot(REF, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(REF, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(REF, "__repr__", repr),
    NativeRow::member(REF, "__callback__", |m, a| Ok(m.field_or_none(a.self_, CALLBACK))),
];

/// The types of the module.
pub fn fill(m: &mut Machine, dict: Address) -> Outcome<()> {
    let types = [
        ("ref", REF),
        ("ReferenceType", REF),
        ("ProxyType", StaticType::WeakProxy),
        ("CallableProxyType", StaticType::WeakCallableProxy),
    ];
    for (name, which) in types {
        m.namespace_put(dict, name, which.address())?;
    }
    Ok(())
}

/// The object a weak reference refers to, borrowed; `None` once it is dead or dying.
pub fn referent(m: &Machine, weakref: Address) -> Address {
    let object = m.field(weakref, OBJECT);
    if object.is_null() || m.heap.refcount(object) == 0 { m.heap.none() } else { object }
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let class = arguments.self_;
    arguments.arity(m, "__new__", 1, 2)?;
    let object = arguments.positional[0];
    if m.heap.weaklist_slot(object).is_none() {
        let name = m.type_name(object);
        return m.type_error(format!("cannot create weak reference to '{name}' object"));
    }
    let callback = arguments.get(1).filter(|callback| !m.heap.is_none(*callback));
    if callback.is_none()
        && class == REF.address()
        && let (Some(shared), _) = m.heap.basic_weakrefs(object)
    {
        return Ok(m.incref(shared));
    }
    let callback = match callback {
        Some(callback) => m.incref(callback),
        None => Address::NULL,
    };
    Ok(m.heap.new_weakref(class, object, callback))
}

fn new_proxy(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "proxy", 1, 2)?;
    let object = arguments.positional[0];
    if m.heap.weaklist_slot(object).is_none() {
        let name = m.type_name(object);
        return m.type_error(format!("cannot create weak reference to '{name}' object"));
    }
    let callback = arguments.get(1).filter(|callback| !m.heap.is_none(*callback));
    if callback.is_none()
        && let (_, Some(shared)) = m.heap.basic_weakrefs(object)
    {
        return Ok(m.incref(shared));
    }
    let callback = match callback {
        Some(callback) => m.incref(callback),
        None => Address::NULL,
    };
    let which = if m.is_callable(object) { StaticType::WeakCallableProxy } else { StaticType::WeakProxy };
    Ok(m.heap.new_weakref(which.address(), object, callback))
}

fn hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let known = m.word(arguments.self_, HASH);
    if known != -1 {
        return arguments.hash(m, known);
    }
    let object = referent(m, arguments.self_);
    if m.heap.is_none(object) {
        return m.type_error("weak object has gone away");
    }
    m.incref(object);
    let hash = m.hash(object);
    m.decref(object);
    let hash = hash?;
    m.set_word(arguments.self_, HASH, hash);
    arguments.hash(m, hash)
}

/// Living references compare as their objects, dead ones by identity.
fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if !m.heap.is_instance(b, REF) {
        return m.not_implemented();
    }
    let (x, y) = (referent(m, a), referent(m, b));
    if m.heap.is_none(x) || m.heap.is_none(y) {
        return m.truth((a == b) == (op == CompareOp::Eq));
    }
    m.incref(x);
    m.incref(y);
    let result = m.rich_compare(x, y, op);
    m.decref(x);
    m.decref(y);
    result
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = referent(m, arguments.self_);
    let this = arguments.self_;
    if m.heap.is_none(object) {
        return m.new_text(&format!("<weakref at {this}; dead>"));
    }
    let type_name = m.type_name(object);
    m.incref(object);
    let found = m.lookup_special(object, "__name__");
    m.decref(object);
    let text = match found? {
        Some(name) if m.is_str(name) => {
            let shown = m.heap.str_text(name);
            m.decref(name);
            format!("<weakref at {this}; to '{type_name}' at {object} ({shown})>")
        }
        Some(name) => {
            m.decref(name);
            format!("<weakref at {this}; to '{type_name}' at {object}>")
        }
        None => format!("<weakref at {this}; to '{type_name}' at {object}>"),
    };
    m.new_text(&text)
}

/// `_remove_dead_weakref(dict, key)`: drops the item if its value is a dead reference.
fn remove_dead(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "_remove_dead_weakref", 2, 2)?;
    let (dict, key) = (arguments.positional[0], arguments.positional[1]);
    if !m.heap.is_instance(dict, StaticType::Dict) {
        let name = m.type_name(dict);
        return m.type_error(format!("_remove_dead_weakref() argument 1 must be dict, not {name}"));
    }
    if let Some(value) = m.dict_get(dict, key)? {
        if !m.heap.is_instance(value, REF) {
            return m.type_error("not a weakref");
        }
        let object = referent(m, value);
        if m.heap.is_none(object) {
            m.dict_delete(dict, key)?;
        }
    }
    m.none()
}
