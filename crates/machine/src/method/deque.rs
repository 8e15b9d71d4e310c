//! `collections.deque` (Modules/_collectionsmodule.c).

pub mod iterator;

use heapglass_heap::{Address, Kind, object::deque as blocks, static_type::StaticType};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
    types::object_type::getattribute,
};
use iterator::iterator;

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
        let found = position(m, a.self_, a.positional[0], 0, u64::MAX, false)?;
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
        let source = source(m, a.self_, a.positional[0])?;
        m.heap.deque_start_at_end(a.self_, false);
        let result = m.for_each(source, |m, item| {
            push_left(m, a.self_, item);
            Ok(())
        });
        m.decref(source);
        result?;
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
    NativeRow::one(DEQUE, "remove", |m, a| {
        let found = position(m, a.self_, a.positional[0], 0, u64::MAX, true)?;
        let Some(index) = found else {
            return not_in_deque(m, a.positional[0]);
        };
        delete(m, a.self_, index);
        m.none()
    }),
    NativeRow::slot(DEQUE, "__contains__", |m, a| {
        let found = position(m, a.self_, a.positional[0], 0, u64::MAX, false)?;
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
        let source = source(m, a.self_, a.positional[0])?;
        m.heap.deque_start_at_end(a.self_, false);
        let result = m.for_each(source, |m, item| {
            push_left(m, a.self_, item);
            Ok(())
        });
        m.decref(source);
        result?;
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
    NativeRow::one(DEQUE, "remove", |m, a| {
        let length = m.heap.deque_len(a.self_);
        let found = position(m, a.self_, a.positional[0], 0, u64::MAX, false);
        if m.heap.deque_len(a.self_) != length && !m.watch.abandoned {
            // The comparison changed the deque.
            if found.is_err() {
                let error = m.take_error();
                m.decref(error);
            }
            return Err(m.raise(StaticType::IndexError, "deque mutated during remove()."));
        }
        let Some(index) = found? else {
            return not_in_deque(m, a.positional[0]);
        };
        delete(m, a.self_, index);
        m.none()
    }),
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

fn push(m: &mut Machine, deque: Address, owned: Address) {
    let fallen = m.heap.deque_push(deque, owned);
    m.xdecref(fallen.unwrap_or_default());
}

fn push_left(m: &mut Machine, deque: Address, owned: Address) {
    let fallen = m.heap.deque_push_left(deque, owned);
    m.xdecref(fallen.unwrap_or_default());
}

/// What to take items from: a deque that is extended by itself is copied first. A new reference.
fn source(m: &mut Machine, deque: Address, iterable: Address) -> Outcome {
    if deque == iterable {
        m.list_from(iterable)
    } else {
        Ok(m.incref(iterable))
    }
}

fn extend(m: &mut Machine, deque: Address, iterable: Address) -> Outcome<()> {
    let source = source(m, deque, iterable)?;
    m.heap.deque_start_at_end(deque, true);
    let result = m.for_each(source, |m, item| {
        push(m, deque, item);
        Ok(())
    });
    m.decref(source);
    result
}

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

/// Turns the item to the left end, takes it off, and turns back.
fn delete(m: &mut Machine, deque: Address, index: u64) {
    m.heap.deque_rotate(deque, -(index as i64));
    let item = m.heap.deque_pop_left(deque);
    m.heap.deque_rotate(deque, index as i64);
    m.xdecref(item.unwrap_or_default());
}

pub(super) fn changed<T>(m: &mut Machine) -> Outcome<T> {
    Err(m.raise(StaticType::RuntimeError, "deque mutated during iteration"))
}

/// Whether the item at `at` equals `value`; the deque must keep its length meanwhile.
fn matches(m: &mut Machine, deque: Address, at: u64, value: Address, removing: bool) -> Outcome<bool> {
    let state = m.heap.memory.u64(deque.plus(blocks::STATE));
    let item = m.heap.memory.address(m.heap.deque_place(deque, at));
    m.incref(item);
    let equal = m.equal(item, value);
    m.decref(item);
    let equal = equal?;
    if m.heap.memory.u64(deque.plus(blocks::STATE)) == state {
        Ok(equal)
    } else if removing {
        Err(m.raise(StaticType::IndexError, "deque mutated during remove()."))
    } else {
        changed(m)
    }
}

fn position(m: &mut Machine, deque: Address, value: Address, start: u64, stop: u64, removing: bool) -> Outcome<Option<u64>> {
    for at in start..stop.min(m.heap.deque_len(deque)) {
        if matches(m, deque, at, value, removing)? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn count(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut found = 0;
    for at in 0..m.heap.deque_len(arguments.self_) {
        found += i64::from(matches(m, arguments.self_, at, arguments.positional[0], false)?);
    }
    Ok(m.heap.new_int_ssize(found))
}

fn index(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if arguments.positional.is_empty() {
        return m.type_error("index() takes at least 1 argument (0 given)");
    }
    arguments.arity(m, "index", 1, 3)?;
    let length = m.heap.deque_len(arguments.self_) as i64;
    let mut bounds = [0, length];
    for (at, bound) in bounds.iter_mut().enumerate() {
        if let Some(given) = arguments.get(at + 1) {
            let given = m.slice_index(given)?;
            *bound = if given < 0 {
                (given + length).max(0)
            } else {
                given.min(length)
            };
        }
    }
    match position(
        m,
        arguments.self_,
        arguments.positional[0],
        bounds[0] as u64,
        bounds[1] as u64,
        false,
    )? {
        Some(at) => Ok(m.heap.new_int_ssize(at as i64)),
        None => not_in_deque(m, arguments.positional[0]),
    }
}

fn not_in_deque(m: &mut Machine, value: Address) -> Outcome {
    let shown = m.repr_text(value)?;
    m.value_error(format!("{shown} is not in deque"))
}

fn insert(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let given = arguments.positional.len();
    if given != 2 {
        return m.type_error(format!("insert() takes exactly 2 arguments ({given} given)"));
    }
    let (deque, at) = (
        arguments.self_,
        m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?,
    );
    let length = m.heap.deque_len(deque) as i64;
    if m.heap.deque_maxlen(deque).is_some_and(|most| most as i64 == length) {
        return Err(m.raise(StaticType::IndexError, "deque already at its maximum size"));
    }
    let item = m.incref(arguments.positional[1]);
    if at >= length {
        push(m, deque, item);
    } else if at <= -length || at == 0 {
        push_left(m, deque, item);
    } else {
        m.heap.deque_rotate(deque, -at);
        if at < 0 {
            push(m, deque, item)
        } else {
            push_left(m, deque, item)
        }
        m.heap.deque_rotate(deque, at);
    }
    m.none()
}

/// A deque of the same class and bound with the same items.
fn copy(m: &mut Machine, deque: Address) -> Outcome {
    let class = m.heap.type_of(deque);
    let most = m.heap.memory.i64(deque.plus(blocks::MAXLEN));
    if !m.heap.is_exactly_made(deque, DEQUE) {
        let bound = if most < 0 { m.heap.none() } else { m.heap.new_int_ssize(most) };
        let result = m.call(class, &[deque, bound], &[]);
        m.decref(bound);
        return result;
    }
    let new = m.heap.generic_allocate(class, 0);
    m.heap.start_deque(new);
    m.heap.memory.set_i64(new.plus(blocks::MAXLEN), most);
    if m.heap.deque_len(deque) != 1 {
        m.heap.deque_start_at_end(new, true);
    }
    for item in blocks::items(&m.heap, deque) {
        m.incref(item);
        push(m, new, item);
    }
    Ok(new)
}

fn add(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let other = arguments.positional[0];
    if m.heap.kind(other) != Kind::Deque {
        let name = m.type_name(other);
        return m.type_error(format!("can only concatenate deque (not \"{name}\") to deque"));
    }
    let sum = copy(m, arguments.self_)?;
    match extend(m, sum, other) {
        Ok(()) => Ok(sum),
        Err(raised) => {
            m.decref(sum);
            Err(raised)
        }
    }
}

/// What a deque is pickled by: its class, its bound, its attributes, its items.
fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let deque = arguments.self_;
    let state = m.state_of(deque, false)?;
    let items = iterator(m, deque, FORWARD)?;
    let args = match m.heap.deque_maxlen(deque) {
        None => m.heap.empty_tuple(),
        Some(most) => {
            let (empty, most) = (m.heap.empty_tuple(), m.heap.new_int_ssize(most as i64));
            m.heap.new_tuple_from(&[empty, most])
        }
    };
    let class = m.heap.type_of(deque);
    m.incref(class);
    Ok(m.heap.new_tuple_from(&[class, args, state, items]))
}

/// `deque *= n`: the items are appended again and again.
fn multiply_in_place(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let deque = arguments.self_;
    let Some(times) = m.repetitions(arguments.positional[0])? else { return m.not_implemented() };
    let items = blocks::items(&m.heap, deque);
    if times == 0 {
        blocks::clear(m, deque);
    }
    let times = match m.heap.deque_maxlen(deque) {
        // What is beyond the greatest length falls out again.
        Some(most) if !items.is_empty() => times.min(most + 1),
        _ => m.repeated_items(items.len(), times)?,
    };
    for _ in 1..times {
        if m.heap.limit_reached() {
            break;
        }
        for item in &items {
            m.incref(*item);
            push(m, deque, *item);
        }
    }
    Ok(m.incref(deque))
}

fn multiply(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if !m.is_index(arguments.positional[0]) {
        return m.not_implemented();
    }
    let times = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?;
    let product = copy(m, arguments.self_)?;
    let items = blocks::items(&m.heap, arguments.self_);
    if times <= 0 {
        blocks::clear(m, product);
    }
    for _ in 1..times {
        if m.heap.limit_reached() {
            break;
        }
        for item in &items {
            m.incref(*item);
            push(m, product, *item);
        }
    }
    Ok(product)
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
