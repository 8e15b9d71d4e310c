//! `set` and `frozenset` (Objects/setobject.c): rows.

use heapglass_heap::{Address, Kind, object::set as table, static_type::StaticType};

use super::set_operation as operation;
use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    protocol::CompareOp,
};

const SET: StaticType = StaticType::Set;
const FROZEN: StaticType = StaticType::FrozenSet;

macro_rules! shared_rows {
    ($type:ident) => {
        &[
            NativeRow::slot($type, "__repr__", repr),
            NativeRow::slot($type, "__len__", |m, a| m.scalar(m.heap.set_len(a.self_) as i64)),
            NativeRow::one($type, "__contains__", contains),
            NativeRow::slot($type, "__iter__", iterate),
            NativeRow::slot($type, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
            NativeRow::slot($type, "__le__", |m, a| compare(m, a, CompareOp::Le)),
            NativeRow::slot($type, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
            NativeRow::slot($type, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
            NativeRow::slot($type, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
            NativeRow::slot($type, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
            NativeRow::slot($type, "__or__", |m, a| operation::binary(m, a.self_, a.positional[0], operation::union)),
            NativeRow::slot($type, "__ror__", |m, a| operation::binary(m, a.positional[0], a.self_, operation::union)),
            NativeRow::slot($type, "__and__", |m, a| operation::binary_intersection(m, a.self_, a.positional[0])),
            NativeRow::slot($type, "__rand__", |m, a| operation::binary_intersection(m, a.positional[0], a.self_)),
            NativeRow::slot($type, "__sub__", |m, a| operation::binary(m, a.self_, a.positional[0], operation::difference)),
            NativeRow::slot($type, "__rsub__", |m, a| operation::binary(m, a.positional[0], a.self_, operation::difference)),
            NativeRow::slot($type, "__xor__", |m, a| operation::binary(m, a.self_, a.positional[0], operation::symmetric_difference)),
            NativeRow::slot($type, "__rxor__", |m, a| operation::binary(m, a.positional[0], a.self_, operation::symmetric_difference)),
            NativeRow::no_arguments($type, "copy", copy),
            NativeRow::packed($type, "union", union),
            NativeRow::packed($type, "intersection", intersection),
            NativeRow::packed($type, "difference", difference),
            NativeRow::one($type, "symmetric_difference", symmetric_difference),
            NativeRow::one($type, "isdisjoint", is_disjoint),
            NativeRow::one($type, "issubset", is_subset),
            NativeRow::one($type, "issuperset", is_superset),
            NativeRow::no_arguments($type, "__sizeof__", size_of),
            NativeRow::no_arguments($type, "__reduce__", reduce),
        ]
    };
}

/// What sets and frozensets share.
pub const SET_ROWS: &[NativeRow] = shared_rows!(SET);
/// The same for frozensets.
pub const FROZEN_SHARED_ROWS: &[NativeRow] = shared_rows!(FROZEN);
/// What only sets have.
pub const MUTABLE_ROWS: &[NativeRow] = &[
    NativeRow::new(SET, |m, a| Ok(m.heap.new_set(a.self_))),
    NativeRow::slot(SET, "__init__", init),
    NativeRow::slot(SET, "__ior__", |m, a| operation::in_place(m, a, operation::update)),
    NativeRow::slot(SET, "__iand__", |m, a| operation::in_place(m, a, operation::intersection_update)),
    NativeRow::slot(SET, "__isub__", |m, a| operation::in_place(m, a, operation::difference_update)),
    NativeRow::slot(SET, "__ixor__", |m, a| operation::in_place(m, a, operation::symmetric_update)),
    NativeRow::one(SET, "add", add),
    NativeRow::one(SET, "discard", discard),
    NativeRow::one(SET, "remove", remove),
    NativeRow::no_arguments(SET, "pop", pop),
    NativeRow::no_arguments(SET, "clear", clear),
    NativeRow { convention: Convention::Packed, ..NativeRow::positional(SET, "update", |m, a| change_all(m, a, operation::update)) },
    NativeRow { convention: Convention::Packed, ..NativeRow::positional(SET, "intersection_update", |m, a| change_all(m, a, operation::intersection_update)) },
    NativeRow { convention: Convention::Packed, ..NativeRow::positional(SET, "difference_update", |m, a| change_all(m, a, operation::difference_update)) },
    NativeRow::one(SET, "symmetric_difference_update", |m, a| change_all(m, a, operation::symmetric_update)),
];
/// What only frozensets have.
pub const FROZEN_ROWS: &[NativeRow] = &[
    NativeRow::new(FROZEN, frozen_new),
    NativeRow::slot(FROZEN, "__hash__", |m, a| {
        let hash = m.heap.frozenset_hash(a.self_);
        a.hash(m, hash)
    }),
];

fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.no_keywords(m, "set")?;
    arguments.arity(m, "set", 0, 1)?;
    empty(m, arguments.self_);
    if let Some(iterable) = arguments.get(0) {
        operation::update(m, arguments.self_, iterable)?;
    }
    m.none()
}

fn frozen_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let class = arguments.self_;
    arguments.no_keywords_of(m, FROZEN)?;
    arguments.arity(m, "frozenset", 0, 1)?;
    match arguments.get(0) {
        Some(iterable) if class == FROZEN.address() && m.heap.is_exact(iterable, FROZEN) => Ok(m.incref(iterable)),
        Some(iterable) => operation::new_from(m, class, iterable),
        None => Ok(m.heap.new_set(class)),
    }
}

fn empty(m: &mut Machine, set: Address) {
    for key in m.heap.set_take_all(set) {
        m.decref(key);
    }
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let set = arguments.self_;
    let name = m.type_name(set);
    if !m.enter_repr(set) {
        return m.from_format("%s(...)", &[Piece::Text(&name)]);
    }
    if m.heap.set_len(set) == 0 {
        m.leave_repr(set);
        return m.from_format("%s()", &[Piece::Text(&name)]);
    }
    let shown = m.list_from(set).and_then(|list| {
        let shown = m.repr(list);
        m.decref(list);
        shown
    });
    let result = shown.and_then(|shown| {
        let inner = m.heap.str_slice(shown, 1, m.heap.str_len(shown).max(2) - 1);
        m.decref(shown);
        let result = if m.heap.is_exact(set, SET) {
            m.from_format("{%U}", &[Piece::Str(inner)])
        } else {
            m.from_format("%s({%U})", &[Piece::Text(&name), Piece::Str(inner)])
        };
        m.decref(inner);
        result
    });
    m.leave_repr(set);
    result
}

/// The key (borrowed) and its hash; a set stands for a frozenset of its keys, as `in`, `remove` and `discard` allow: made here,
/// and given back besides.
fn lookup_key(m: &mut Machine, key: Address) -> Outcome<(Address, i64, Address)> {
    match m.hash(key) {
        Ok(hash) => Ok((key, hash, Address::NULL)),
        Err(raised) => {
            if m.heap.kind(key) != Kind::Set || !m.error_matches(StaticType::TypeError) {
                return Err(raised);
            }
            m.clear_error();
            let frozen = operation::new_from(m, FROZEN.address(), key)?;
            let hash = m.heap.frozenset_hash(frozen);
            Ok((frozen, hash, frozen))
        }
    }
}

fn contains(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (key, hash, made) = lookup_key(m, arguments.positional[0])?;
    let found = table::contains(m, arguments.self_, key, hash);
    m.xdecref(made);
    m.truth(found?)
}

fn iterate(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.incref(arguments.self_);
    let used = m.heap.set_len(arguments.self_);
    Ok(m.new_words(StaticType::SetIterator, &[arguments.self_.raw(), used, 0, used]))
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if m.heap.kind(b) != Kind::Set {
        return m.not_implemented();
    }
    let (length_a, length_b) = (m.heap.set_len(a), m.heap.set_len(b));
    let verdict = match op {
        CompareOp::Eq | CompareOp::Ne => (length_a == length_b && operation::is_subset(m, a, b)?) == (op == CompareOp::Eq),
        CompareOp::Le => length_a <= length_b && operation::is_subset(m, a, b)?,
        CompareOp::Lt => length_a < length_b && operation::is_subset(m, a, b)?,
        CompareOp::Ge => length_a >= length_b && operation::is_subset(m, b, a)?,
        CompareOp::Gt => length_a > length_b && operation::is_subset(m, b, a)?,
    };
    m.truth(verdict)
}

fn add(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let hash = m.hash(arguments.positional[0])?;
    table::add(m, arguments.self_, arguments.positional[0], hash)?;
    m.none()
}

fn take_out(m: &mut Machine, arguments: &Arguments<'_>) -> Outcome<bool> {
    let (key, hash, made) = lookup_key(m, arguments.positional[0])?;
    let found = table::discard(m, arguments.self_, key, hash);
    m.xdecref(made);
    match found? {
        Some(found) => {
            m.decref(found);
            Ok(true)
        }
        None => Ok(false),
    }
}

fn discard(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    take_out(m, &arguments)?;
    m.none()
}

fn remove(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if take_out(m, &arguments)? {
        return m.none();
    }
    Err(m.key_error(arguments.positional[0]))
}

fn pop(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    match m.heap.set_pop(arguments.self_) {
        Some(key) => Ok(key),
        None => {
            let text = m.heap.new_str("pop from an empty set");
            Err(m.raise_value(StaticType::KeyError, text))
        }
    }
}

fn clear(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    empty(m, arguments.self_);
    m.none()
}

fn change_all(m: &mut Machine, arguments: Arguments<'_>, change: operation::Change) -> Outcome {
    for other in arguments.positional {
        change(m, arguments.self_, *other)?;
    }
    m.none()
}

fn copy(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if m.heap.is_exact(arguments.self_, FROZEN) {
        return Ok(m.incref(arguments.self_));
    }
    operation::copy_of(m, arguments.self_)
}

fn changed_copy(m: &mut Machine, arguments: &Arguments<'_>, change: operation::Change) -> Outcome {
    let set = operation::copy_of(m, arguments.self_)?;
    for other in arguments.positional {
        if let Err(raised) = change(m, set, *other) {
            m.decref(set);
            return Err(raised);
        }
    }
    Ok(set)
}

fn union(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    changed_copy(m, &arguments, operation::update)
}

fn intersection(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut result = if arguments.positional.is_empty() {
        operation::copy_of(m, arguments.self_)?
    } else {
        m.incref(arguments.self_)
    };
    for other in arguments.positional {
        let next = operation::intersection(m, result, *other);
        m.decref(result);
        result = next?;
    }
    Ok(result)
}

fn difference(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some((first, rest)) = arguments.positional.split_first() else { return operation::copy_of(m, arguments.self_) };
    let result = operation::difference(m, arguments.self_, *first)?;
    for other in rest {
        if let Err(raised) = operation::difference_update(m, result, *other) {
            m.decref(result);
            return Err(raised);
        }
    }
    Ok(result)
}

fn symmetric_difference(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    operation::symmetric_difference(m, arguments.self_, arguments.positional[0])
}

fn is_disjoint(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let verdict = operation::is_disjoint(m, arguments.self_, arguments.positional[0])?;
    m.truth(verdict)
}

fn is_subset(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let other = arguments.positional[0];
    if m.heap.kind(other) != Kind::Set {
        // Of what is no set, those that are members are counted (`set_issubset`).
        let common = operation::intersection(m, arguments.self_, other)?;
        let verdict = m.heap.set_len(common) == m.heap.set_len(arguments.self_);
        m.decref(common);
        return m.truth(verdict);
    }
    let fits = m.heap.set_len(arguments.self_) <= m.heap.set_len(other);
    let verdict = fits && operation::is_subset(m, arguments.self_, other)?;
    m.truth(verdict)
}

fn is_superset(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let other = arguments.positional[0];
    let verdict = if m.heap.kind(other) == Kind::Set {
        operation::is_subset(m, other, arguments.self_)?
    } else {
        operation::find_first(m, arguments.self_, other, false)?
    };
    m.truth(verdict)
}

/// `(type, ([keys],), state)`: how copy and pickle make the set anew.
fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let keys = m.list_from(arguments.self_)?;
    let parts = m.heap.new_tuple_from(&[keys]);
    let type_ = m.heap.type_of(arguments.self_);
    m.incref(type_);
    let state = match m.state_of(arguments.self_, false) {
        Ok(state) => state,
        Err(raised) => {
            m.decref(parts);
            m.decref(type_);
            return Err(raised);
        }
    };
    Ok(m.heap.new_tuple_from(&[type_, parts, state]))
}

fn size_of(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let size = m.heap.sizeof(arguments.self_) - m.heap.preheader(arguments.self_);
    Ok(m.heap.new_int_ssize(size as i64))
}
