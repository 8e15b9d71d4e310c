//! `collections.defaultdict` (Modules/_collectionsmodule.c): a dict with a factory for missing values.

use heapglass_heap::{Address, layout::container::default_dict::FACTORY, static_type::StaticType};

use super::dict_build;
use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::{
        object_type::getattribute,
        slot::{Slot, static_slot},
    },
};

const DEFAULT_DICT: StaticType = StaticType::DefaultDict;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::slot(DEFAULT_DICT, "__repr__", repr),
    NativeRow::slot(DEFAULT_DICT, "__getattribute__", getattribute),
    NativeRow::slot(DEFAULT_DICT, "__init__", init),
    NativeRow::slot(DEFAULT_DICT, "__or__", |m, a| {
        join(m, a.self_, a.self_, a.positional[0])
    }),
    NativeRow::slot(DEFAULT_DICT, "__ror__", |m, a| {
        join(m, a.self_, a.positional[0], a.self_)
    }),
    NativeRow::one(DEFAULT_DICT, "__missing__", missing),
    NativeRow::no_arguments(DEFAULT_DICT, "copy", |m, a| copy(m, a.self_, a.self_)),
    NativeRow::no_arguments(DEFAULT_DICT, "__copy__", |m, a| copy(m, a.self_, a.self_)),
    NativeRow::no_arguments(DEFAULT_DICT, "__reduce__", reduce),
    NativeRow::class_method(DEFAULT_DICT, "__class_getitem__", super::singleton::class_item),
    NativeRow::member_set(
        DEFAULT_DICT,
        "default_factory",
        |m, a| {
            let factory = factory(m, a.self_);
            Ok(m.incref(factory))
        },
        |m, a| {
            let new = a.get(0).unwrap_or_default();
            m.heap.xincref(new);
            let old = m.heap.set_field(a.self_, FACTORY, new);
            m.xdecref(old);
            m.none()
        },
    ),
];

/// The factory, or `None`; borrowed.
fn factory(m: &Machine, dict: Address) -> Address {
    m.heap.field(dict, FACTORY).non_null().unwrap_or(m.heap.none())
}

fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (factory, rest) = match arguments.positional.split_first() {
        Some((factory, rest)) => (*factory, rest),
        None => (Address::NULL, arguments.positional),
    };
    if !factory.is_null() && !m.heap.is_none(factory) && !m.is_callable(factory) {
        return m.type_error("first argument must be callable or None");
    }
    m.heap.xincref(factory);
    let old = m.heap.set_field(arguments.self_, FACTORY, factory);
    m.xdecref(old);
    dict_build::init(
        m,
        Arguments {
            positional: rest,
            ..arguments
        },
    )
}

fn missing(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (dict, key) = (arguments.self_, arguments.positional[0]);
    let factory = factory(m, dict);
    if m.heap.is_none(factory) {
        let key = m.incref(key);
        return Err(m.raise_value(StaticType::KeyError, key));
    }
    let value = m.call(factory, &[], &[])?;
    match m.set_item(dict, key, value) {
        Ok(()) => Ok(value),
        Err(raised) => {
            m.decref(value);
            Err(raised)
        }
    }
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let dict = arguments.self_;
    let Some(show) = static_slot(StaticType::Dict, Slot::Repr) else {
        return m.not_implemented();
    };
    let items = show(m, Arguments::of(dict, &[]))?;
    let name = m.type_short_name(m.heap.type_of(dict));
    let name = m.heap.str_text(name);
    let factory = factory(m, dict);
    let shown = if m.heap.is_none(factory) {
        m.new_text("None")
    } else if m.enter_repr(factory) {
        let shown = m.repr(factory);
        m.leave_repr(factory);
        shown
    } else {
        m.new_text("...")
    };
    let result = shown.and_then(|shown| {
        let result = m.from_format("%s(%U, %U)", &[Piece::Text(&name), Piece::Str(shown), Piece::Str(items)]);
        m.decref(shown);
        result
    });
    m.decref(items);
    result
}

/// A new dict of the class of `like`, with its factory and the items of `items`.
fn copy(m: &mut Machine, like: Address, items: Address) -> Outcome {
    let factory = factory(m, like);
    m.call(m.heap.type_of(like), &[factory, items], &[])
}

/// What a defaultdict is pickled by: its class, its factory, its items.
fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let dict = arguments.self_;
    let factory = m.field(dict, FACTORY);
    let args = if factory.is_null() || m.heap.is_none(factory) {
        m.heap.empty_tuple()
    } else {
        m.heap.new_tuple_of(&[factory])
    };
    let view = m.call_method(dict, "items", &[])?;
    let items = m.iter(view);
    m.decref(view);
    let items = items?;
    let (class, none) = (m.heap.type_of(dict), m.heap.none());
    m.incref(class);
    Ok(m.heap.new_tuple_from(&[class, args, none, none, items]))
}

fn join(m: &mut Machine, like: Address, a: Address, b: Address) -> Outcome {
    if !m.is_dict(a) || !m.is_dict(b) {
        return m.not_implemented();
    }
    let joined = copy(m, like, a)?;
    match m.dict_update(joined, b) {
        Ok(()) => Ok(joined),
        Err(raised) => {
            m.decref(joined);
            Err(raised)
        }
    }
}
