//! `collections.OrderedDict` (Objects/odictobject.c).

pub mod view;

use heapglass_heap::{
    Address, Kind,
    layout::container::ordered_dict::{FIRST, LAST},
    object::{
        dict as table,
        ordered_dict::{self as nodes, node},
    },
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
    types::{
        instance_dict::set_kept_dict,
        slot::{Slot, static_slot},
    },
};

const ODICT: StaticType = StaticType::OrderedDict;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::slot(ODICT, "__repr__", repr),
    NativeRow::slot(ODICT, "__lt__", |m, _| m.not_implemented()),
    NativeRow::slot(ODICT, "__le__", |m, _| m.not_implemented()),
    NativeRow::slot(ODICT, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(ODICT, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(ODICT, "__gt__", |m, _| m.not_implemented()),
    NativeRow::slot(ODICT, "__ge__", |m, _| m.not_implemented()),
    NativeRow::slot(ODICT, "__iter__", |m, a| Ok(view::iterator(m, a.self_, view::KEYS))),
    NativeRow::slot(ODICT, "__init__", |m, a| update(m, a)),
    NativeRow::slot(ODICT, "__or__", |m, a| join(m, a.self_, a.self_, a.positional[0])),
    NativeRow::slot(ODICT, "__ror__", |m, a| join(m, a.self_, a.positional[0], a.self_)),
    NativeRow::slot(ODICT, "__ior__", |m, a| {
        update_from(m, a.self_, a.positional[0])?;
        Ok(m.incref(a.self_))
    }),
    NativeRow::slot(ODICT, "__setitem__", |m, a| {
        store(m, a.self_, a.positional[0], a.positional[1])?;
        m.none()
    }),
    NativeRow::slot(ODICT, "__delitem__", |m, a| match take(m, a.self_, a.positional[0])? {
        Some(value) => {
            m.decref(value);
            m.none()
        }
        None => Err(m.key_error(a.positional[0])),
    }),
    NativeRow::class_method(ODICT, "fromkeys", from_keys),
    NativeRow::no_arguments(ODICT, "__sizeof__", |m, a| {
        let size = m.heap.sizeof_method(a.self_);
        Ok(m.heap.new_int_ssize(size as i64))
    }),
    NativeRow::no_arguments(ODICT, "__reduce__", reduce),
    NativeRow::keywords(ODICT, "setdefault", set_default),
    NativeRow::keywords(ODICT, "pop", pop),
    NativeRow::keywords(ODICT, "popitem", pop_item),
    NativeRow::no_arguments(ODICT, "keys", |m, a| Ok(view::view(m, a.self_, StaticType::OrderedDictKeys))),
    NativeRow::no_arguments(ODICT, "values", |m, a| Ok(view::view(m, a.self_, StaticType::OrderedDictValues))),
    NativeRow::no_arguments(ODICT, "items", |m, a| Ok(view::view(m, a.self_, StaticType::OrderedDictItems))),
    NativeRow::keywords(ODICT, "update", update),
    NativeRow::no_arguments(ODICT, "clear", |m, a| {
        table::remove::clear(m, a.self_);
        nodes::clear_nodes(m, a.self_);
        m.none()
    }),
    NativeRow::no_arguments(ODICT, "copy", copy),
    NativeRow::no_arguments(ODICT, "__reversed__", |m, a| Ok(view::iterator(m, a.self_, view::KEYS | view::REVERSED))),
    NativeRow::keywords(ODICT, "move_to_end", move_to_end),
    NativeRow::get_set(ODICT, "__dict__", |m, a| m.instance_dict(a.self_), set_kept_dict),
];

/// Stores a value (both borrowed) at the end of the order, if the key is new.
fn store(m: &mut Machine, odict: Address, key: Address, value: Address) -> Outcome<()> {
    let hash = m.hash(key)?;
    let displaced = nodes::set(m, odict, key, hash, value)?;
    m.xdecref(displaced.unwrap_or_default());
    Ok(())
}

/// Takes the item under a key out: its node, then the item. The value is a new reference.
fn take(m: &mut Machine, odict: Address, key: Address) -> Outcome<Option<Address>> {
    let hash = m.hash(key)?;
    let held = nodes::clear_node(m, odict, key, hash)?;
    let removed = table::remove_key(m, odict, key, hash);
    let value = match removed {
        Ok(Some(removed)) => {
            let value = removed.value;
            m.incref(value);
            removed.release(m);
            Ok(Some(value))
        }
        Ok(None) => Ok(None),
        Err(raised) => Err(raised),
    };
    m.xdecref(held.unwrap_or_default());
    value
}

/// `PyObject_SetItem`: a subclass may have a `__setitem__` of its own.
fn set_through(m: &mut Machine, odict: Address, key: Address, value: Address) -> Outcome<()> {
    if m.heap.is_exact(odict, ODICT) { store(m, odict, key, value) } else { m.set_item(odict, key, value) }
}

/// `OrderedDict(...)` and `update`: `mutablemapping_update`.
fn update(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let given = arguments.positional.len();
    if given > 1 {
        return m.type_error(format!("expected at most 1 arguments, got {given}"));
    }
    if let Some(source) = arguments.get(0) {
        update_from(m, arguments.self_, source)?;
    }
    for (name, value) in arguments.keywords {
        set_through(m, arguments.self_, *name, *value)?;
    }
    m.none()
}

/// Stores the items of a mapping, or pairs.
fn update_from(m: &mut Machine, odict: Address, source: Address) -> Outcome<()> {
    if m.heap.is_exact(source, StaticType::Dict) {
        let items: Vec<(Address, Address)> = m.heap.dict_items(source).collect();
        for (key, value) in &items {
            m.incref(*key);
            m.incref(*value);
        }
        let mut result = Ok(());
        for (key, value) in items {
            if result.is_ok() {
                result = set_through(m, odict, key, value);
            }
            m.decref(key);
            m.decref(value);
        }
        return result;
    }
    let name = m.name("keys");
    if let Some(method) = m.lookup_attribute(source, name)? {
        let keys = m.call(method, &[], &[]);
        m.decref(method);
        let keys = keys?;
        let result = m.for_each(keys, |m, key| {
            let value = m.get_item(source, key);
            let result = value.and_then(|value| {
                let result = set_through(m, odict, key, value);
                m.decref(value);
                result
            });
            m.decref(key);
            result
        });
        m.decref(keys);
        return result;
    }
    m.for_each(source, |m, pair| {
        let result = store_pair(m, odict, pair);
        m.decref(pair);
        result
    })
}

fn store_pair(m: &mut Machine, odict: Address, pair: Address) -> Outcome<()> {
    let parts = m.list_from(pair)?;
    let items = m.heap.list_items(parts);
    let result = match items[..] {
        [key, value] => set_through(m, odict, key, value),
        [] | [_] => {
            let count = items.len();
            let plural = if count == 1 { "" } else { "s" };
            m.value_error(format!("need more than {count} value{plural} to unpack"))
        }
        _ => m.value_error("too many values to unpack (expected 2)"),
    };
    m.decref(parts);
    result
}

/// The keys in order with their values; all new references.
fn ordered_items(m: &mut Machine, odict: Address) -> Outcome<Vec<(Address, Address)>> {
    let mut items = Vec::new();
    for at in m.heap.odict_nodes(odict) {
        let (key, hash) = (m.field(at, node::KEY), m.word(at, node::HASH));
        if let Some(value) = table::get(m, odict, key, hash)? {
            items.push((m.incref(key), m.incref(value)));
        }
    }
    Ok(items)
}

/// A plain dict with the items in order.
fn plain(m: &mut Machine, odict: Address) -> Outcome {
    let copy = m.heap.new_dict();
    for (key, value) in ordered_items(m, odict)? {
        let hash = m.hash(key)?;
        let displaced = table::set(m, copy, key, hash, value)?;
        m.xdecref(displaced.unwrap_or_default());
        m.decref(key);
        m.decref(value);
    }
    Ok(copy)
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let odict = arguments.self_;
    let name = m.type_short_name(m.heap.type_of(odict));
    let name = m.heap.str_text(name);
    if m.heap.dict_len(odict) == 0 {
        return m.new_text(&format!("{name}()"));
    }
    if !m.enter_repr(odict) {
        return m.new_text("...");
    }
    let shown = plain(m, odict).and_then(|copy| {
        let shown = m.repr(copy);
        m.decref(copy);
        shown
    });
    m.leave_repr(odict);
    let shown = shown?;
    let mut text: Vec<u32> = format!("{name}(").chars().map(u32::from).collect();
    text.extend(m.heap.str_points(shown));
    text.push(u32::from(b')'));
    m.decref(shown);
    Ok(m.heap.new_str_points(&text))
}

/// Equal as dicts; two ordered dicts must agree in their order too.
fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    let Some(equal) = static_slot(StaticType::Dict, Slot::Eq) else { return m.not_implemented() };
    let answer = equal(m, arguments)?;
    if answer == m.heap.not_implemented() {
        return Ok(answer);
    }
    let mut same = answer == m.heap.true_();
    if same && m.heap.kind(b) == Kind::OrderedDict {
        for (left, right) in m.heap.odict_keys(a).into_iter().zip(m.heap.odict_keys(b)) {
            same = m.equal(left, right)?;
            if !same {
                break;
            }
        }
    }
    m.truth(same == (op == CompareOp::Eq))
}

fn join(m: &mut Machine, like: Address, a: Address, b: Address) -> Outcome {
    if !m.is_dict(a) || !m.is_dict(b) {
        return m.not_implemented();
    }
    let joined = m.call(m.heap.type_of(like), &[a], &[])?;
    match update_from(m, joined, b) {
        Ok(()) => Ok(joined),
        Err(raised) => {
            m.decref(joined);
            Err(raised)
        }
    }
}

fn from_keys(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [iterable, value] = m.named_arguments(&arguments, "fromkeys", ["iterable", "value"], 1)?;
    let value = value.unwrap_or(m.heap.none());
    let made = m.call(arguments.self_, &[], &[])?;
    let result = m.for_each(iterable.unwrap_or_default(), |m, key| {
        let result = m.set_item(made, key, value);
        m.decref(key);
        result
    });
    match result {
        Ok(()) => Ok(made),
        Err(raised) => {
            m.decref(made);
            Err(raised)
        }
    }
}

fn set_default(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [key, default] = m.named_arguments(&arguments, "setdefault", ["key", "default"], 1)?;
    let (odict, key, default) = (arguments.self_, key.unwrap_or_default(), default.unwrap_or(m.heap.none()));
    let hash = m.hash(key)?;
    if let Some(value) = table::get(m, odict, key, hash)? {
        return Ok(m.incref(value));
    }
    set_through(m, odict, key, default)?;
    Ok(m.incref(default))
}

fn pop(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [key, default] = m.named_arguments(&arguments, "pop", ["key", "default"], 1)?;
    let key = key.unwrap_or_default();
    match (take(m, arguments.self_, key)?, default) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(m.incref(default)),
        (None, None) => Err(m.key_error(key)),
    }
}

fn pop_item(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [last] = m.named_arguments(&arguments, "popitem", ["last"], 0)?;
    let last = last.map_or(Ok(true), |last| m.is_true(last))?;
    let odict = arguments.self_;
    let at = m.field(odict, if last { LAST } else { FIRST });
    if at.is_null() {
        return Err(m.raise(StaticType::KeyError, "dictionary is empty"));
    }
    let key = m.field(at, node::KEY);
    m.incref(key);
    match take(m, odict, key) {
        Ok(Some(value)) => Ok(m.heap.new_tuple_from(&[key, value])),
        Ok(None) => {
            let raised = m.key_error(key);
            m.decref(key);
            Err(raised)
        }
        Err(raised) => {
            m.decref(key);
            Err(raised)
        }
    }
}

/// A new one of the same class with the items in order.
fn copy(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let odict = arguments.self_;
    let made = m.call(m.heap.type_of(odict), &[], &[])?;
    let mut result = Ok(());
    for (key, value) in ordered_items(m, odict)? {
        if result.is_ok() {
            result = set_through(m, made, key, value);
        }
        m.decref(key);
        m.decref(value);
    }
    match result {
        Ok(()) => Ok(made),
        Err(raised) => {
            m.decref(made);
            Err(raised)
        }
    }
}

fn move_to_end(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [key, last] = m.named_arguments(&arguments, "move_to_end", ["key", "last"], 1)?;
    let (odict, key) = (arguments.self_, key.unwrap_or_default());
    let last = last.map_or(Ok(true), |last| m.is_true(last))?;
    let end = m.field(odict, if last { LAST } else { FIRST });
    if end.is_null() {
        return Err(m.key_error(key));
    }
    if m.field(end, node::KEY) == key {
        return m.none();
    }
    let hash = m.hash(key)?;
    let Some(at) = nodes::find_node(m, odict, key, hash)? else { return Err(m.key_error(key)) };
    if at != end {
        m.heap.odict_unlink(odict, at);
        m.heap.odict_link(odict, at, last);
    }
    m.none()
}

/// What it is pickled by: its class, its attributes, its items.
fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let odict = arguments.self_;
    let state = m.state_of(odict, false)?;
    let view = m.call_method(odict, "items", &[])?;
    let items = m.iter(view);
    m.decref(view);
    let items = items?;
    let (class, empty, none) = (m.heap.type_of(odict), m.heap.empty_tuple(), m.heap.none());
    m.incref(class);
    Ok(m.heap.new_tuple_from(&[class, empty, state, none, items]))
}
