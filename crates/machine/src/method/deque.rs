//! `collections.deque` (Modules/_collectionsmodule.c).

mod copying;
pub mod iterator;
mod mutation;
mod search;

use heapglass_heap::{Address, Kind, object::deque as blocks, static_type::StaticType};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
    types::object_type::getattribute,
};
use copying::{add, copy, multiply, reduce};
use iterator::iterator;
use mutation::{delete, extend, extend_left, insert, multiply_in_place, push, push_left, remove};
use search::{count, index, position};

const DEQUE: StaticType = StaticType::Deque;
const FORWARD: StaticType = StaticType::DequeIterator;
const BACKWARD: StaticType = StaticType::DequeReverseIterator;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(DEQUE, |m, a| {
        let deque = m.heap.generic_allocate(a.self_, 0);
        m.heap.start_deque(deque);
        Ok(deque)
    }),
    NativeRow::slot(DEQUE, "__repr__", repr),
    NativeRow::slot(DEQUE, "__getattribute__", getattribute),
    NativeRow::slot(DEQUE, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
    NativeRow::slot(DEQUE, "__le__", |m, a| compare(m, a, CompareOp::Le)),
    NativeRow::slot(DEQUE, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(DEQUE, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(DEQUE, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
    NativeRow::slot(DEQUE, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
    NativeRow::slot(DEQUE, "__iter__", |m, a| iterator(m, a.self_, FORWARD)),
    NativeRow::slot(DEQUE, "__init__", init),
    NativeRow::slot(DEQUE, "__len__", |m, a| {
        let length = m.heap.deque_len(a.self_);
        m.scalar(length as i64)
    }),
    NativeRow::slot(DEQUE, "__add__", add),
    NativeRow::slot(DEQUE, "__mul__", multiply),
    NativeRow::slot(DEQUE, "__rmul__", multiply),
    NativeRow::slot(DEQUE, "__getitem__", |m, a| {
        let place = place(m, a.self_, a.positional[0])?;
        let item = m.heap.memory.address(place);
        Ok(m.incref(item))
    }),
    NativeRow::slot(DEQUE, "__setitem__", |m, a| {
        let place = place(m, a.self_, a.positional[0])?;
        let (old, new) = (m.heap.memory.address(place), m.incref(a.positional[1]));
        m.heap.memory.set_address(place, new);
        m.decref(old);
        m.none()
    }),
    NativeRow::slot(DEQUE, "__delitem__", |m, a| {
        let Some(index) = index_of(m, a.self_, a.positional[0])? else {
            return out_of_range(m);
        };
        delete(m, a.self_, index);
        m.none()
    }),
    NativeRow::slot(DEQUE, "__contains__", |m, a| {
        let found = position(m, a.self_, a.positional[0], 0..u64::MAX, StaticType::RuntimeError)?;
        m.truth(found.is_some())
    }),
    NativeRow::slot(DEQUE, "__iadd__", |m, a| {
        extend(m, a.self_, a.positional[0])?;
        Ok(m.incref(a.self_))
    }),
    NativeRow::slot(DEQUE, "__imul__", multiply_in_place),
    NativeRow::one(DEQUE, "append", |m, a| {
        let item = m.incref(a.positional[0]);
        push(m, a.self_, item);
        m.none()
    }),
    NativeRow::one(DEQUE, "appendleft", |m, a| {
        let item = m.incref(a.positional[0]);
        push_left(m, a.self_, item);
        m.none()
    }),
    NativeRow::no_arguments(DEQUE, "clear", |m, a| {
        blocks::clear(m, a.self_);
        m.none()
    }),
    NativeRow::no_arguments(DEQUE, "__copy__", |m, a| copy(m, a.self_)),
    NativeRow::no_arguments(DEQUE, "copy", |m, a| copy(m, a.self_)),
    NativeRow::one(DEQUE, "count", count),
    NativeRow::one(DEQUE, "extend", |m, a| {
        extend(m, a.self_, a.positional[0])?;
        m.none()
    }),
    NativeRow::one(DEQUE, "extendleft", |m, a| {
        extend_left(m, a.self_, a.positional[0])?;
        m.none()
    }),
    NativeRow::positional(DEQUE, "index", index),
    NativeRow::positional(DEQUE, "insert", insert),
    NativeRow::no_arguments(DEQUE, "pop", |m, a| {
        let item = m.heap.deque_pop(a.self_);
        item.map_or_else(|| Err(m.raise(StaticType::IndexError, "pop from an empty deque")), Ok)
    }),
    NativeRow::no_arguments(DEQUE, "popleft", |m, a| {
        let item = m.heap.deque_pop_left(a.self_);
        item.map_or_else(|| Err(m.raise(StaticType::IndexError, "pop from an empty deque")), Ok)
    }),
    NativeRow::no_arguments(DEQUE, "__reduce__", reduce),
    NativeRow::one(DEQUE, "remove", remove),
    NativeRow::no_arguments(DEQUE, "__reversed__", |m, a| iterator(m, a.self_, BACKWARD)),
    NativeRow::no_arguments(DEQUE, "reverse", |m, a| {
        let items = blocks::items(&m.heap, a.self_);
        for (at, item) in items.iter().rev().enumerate() {
            let place = m.heap.deque_place(a.self_, at as u64);
            m.heap.memory.set_address(place, *item);
        }
        m.none()
    }),
    NativeRow::positional(DEQUE, "rotate", |m, a| {
        a.arity(m, "deque.rotate", 0, 1)?;
        let steps = a
            .get(0)
            .map_or(Ok(1), |steps| m.index_to_i64(steps, StaticType::OverflowError))?;
        m.heap.deque_rotate(a.self_, steps);
        m.none()
    }),
    NativeRow::no_arguments(DEQUE, "__sizeof__", |m, a| {
        let size = m.heap.sizeof_method(a.self_);
        Ok(m.heap.new_int_ssize(size as i64))
    }),
    NativeRow::class_method(DEQUE, "__class_getitem__", super::singleton::class_item),
    NativeRow::get(DEQUE, "maxlen", |m, a| match m.heap.deque_maxlen(a.self_) {
        Some(most) => Ok(m.heap.new_int_ssize(most as i64)),
        None => m.none(),
    }),
];

fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "deque", &["iterable", "maxlen"])?;
    let given = arguments.positional.len();
    if given > 2 {
        return m.type_error(format!("deque() takes at most 2 arguments ({given} given)"));
    }
    let most = match arguments
        .get_or_keyword(m, 1, "maxlen")
        .filter(|most| !m.heap.is_none(*most))
    {
        None => -1,
        Some(most) if !m.is_index(most) => return m.type_error("an integer is required"),
        Some(most) => m.index_to_i64(most, StaticType::OverflowError)?,
    };
    if most < -1
        || most == -1
            && arguments
                .get_or_keyword(m, 1, "maxlen")
                .is_some_and(|most| !m.heap.is_none(most))
    {
        return m.value_error("maxlen must be non-negative");
    }
    m.heap.memory.set_i64(arguments.self_.plus(blocks::MAXLEN), most);
    if m.heap.deque_len(arguments.self_) > 0 {
        blocks::clear(m, arguments.self_);
    }
    if let Some(iterable) = arguments.get_or_keyword(m, 0, "iterable") {
        extend(m, arguments.self_, iterable)?;
    }
    m.none()
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let deque = arguments.self_;
    if !m.enter_repr(deque) {
        return m.new_text("[...]");
    }
    let name = m.type_short_name(m.heap.type_of(deque));
    let name = m.heap.str_text(name);
    let result = m.list_from(deque).and_then(|list| {
        let most = m.heap.deque_maxlen(deque);
        let result = match most {
            Some(most) => {
                let pieces = [Piece::Text(&name), Piece::Repr(list), Piece::Number(most as i64)];
                m.from_format("%s(%R, maxlen=%zd)", &pieces)
            }
            None => m.from_format("%s(%R)", &[Piece::Text(&name), Piece::Repr(list)]),
        };
        m.leave_repr(deque);
        m.decref(list);
        result
    });
    if result.is_err() {
        m.leave_repr(deque);
    }
    result
}

fn index_of(m: &mut Machine, deque: Address, key: Address) -> Outcome<Option<u64>> {
    if !m.is_index(key) {
        let found = m.type_name(key);
        return m.type_error(format!("sequence index must be integer, not '{found}'"));
    }
    m.sequence_index(key, |m| m.heap.deque_len(deque))
}

fn out_of_range<T>(m: &mut Machine) -> Outcome<T> {
    Err(m.raise(StaticType::IndexError, "deque index out of range"))
}

fn place(m: &mut Machine, deque: Address, key: Address) -> Outcome {
    match index_of(m, deque, key)? {
        Some(index) => Ok(m.heap.deque_place(deque, index)),
        None => out_of_range(m),
    }
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if m.heap.kind(b) != Kind::Deque {
        return m.not_implemented();
    }
    let left = m.list_from(a)?;
    let right = m.list_from(b);
    let result = right.and_then(|right| {
        let result = m.rich_compare(left, right, op);
        m.decref(right);
        result
    });
    m.decref(left);
    result
}
