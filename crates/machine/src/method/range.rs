//! `range` (Objects/rangeobject.c).

use heapglass_heap::{
    Address, Kind,
    object::range::{LENGTH, START, STEP, STOP},
    static_type::StaticType,
};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
};

const RANGE: StaticType = StaticType::Range;

/// The rows of `range`.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(RANGE, new),
    NativeRow::slot(RANGE, "__repr__", repr),
    NativeRow::slot(RANGE, "__hash__", hash),
    NativeRow::slot(RANGE, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(RANGE, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(RANGE, "__iter__", iterate),
    NativeRow::slot(RANGE, "__bool__", |m, a| m.truth(!m.heap.int_is_zero(m.heap.range_field(a.self_, LENGTH)))),
    NativeRow::slot(RANGE, "__len__", length),
    NativeRow::slot(RANGE, "__getitem__", get),
    NativeRow::slot(RANGE, "__contains__", contains),
    NativeRow::no_arguments(RANGE, "__reversed__", reversed),
    NativeRow::one(RANGE, "count", count),
    NativeRow::one(RANGE, "index", index),
    NativeRow::no_arguments(RANGE, "__reduce__", |m, a| {
        let parts = [START, STOP, STEP].map(|offset| m.field_or_none(a.self_, offset));
        let parts = m.heap.new_tuple_from(&parts);
        Ok(m.heap.new_tuple_from(&[RANGE.address(), parts]))
    }),
    NativeRow::member(RANGE, "start", |m, a| Ok(m.field_or_none(a.self_, START))),
    NativeRow::member(RANGE, "stop", |m, a| Ok(m.field_or_none(a.self_, STOP))),
    NativeRow::member(RANGE, "step", |m, a| Ok(m.field_or_none(a.self_, STEP))),
];

/// The numbers of a range.
struct Numbers {
    start: BigInt,
    step: BigInt,
    length: BigInt,
}

fn numbers(m: &Machine, range: Address) -> Numbers {
    let read = |offset| m.big_int(m.heap.range_field(range, offset));
    Numbers { start: read(START), step: read(STEP), length: read(LENGTH) }
}

fn count_of(start: &BigInt, stop: &BigInt, step: &BigInt) -> BigInt {
    let span = if step.is_positive() { stop - start } else { start - stop };
    if span.is_positive() { (span - 1) / step.abs() + 1 } else { BigInt::zero() }
}

impl Machine {
    /// `range(start, stop, step)` of ints, which are given away.
    pub fn new_range_of(&mut self, owned_start: Address, owned_stop: Address, owned_step: Address) -> Address {
        let words = [owned_start, owned_stop, owned_step].map(|part| self.heap.int_to_i64(part));
        let length = match words {
            [Some(start), Some(stop), Some(step)] if step != 0 => {
                let (low, high) = if step > 0 { (start, stop) } else { (stop, start) };
                let span = i128::from(high) - i128::from(low);
                let count = if span > 0 { (span - 1) / i128::from(step.unsigned_abs()) + 1 } else { 0 };
                match i64::try_from(count) {
                    Ok(count) => self.heap.new_int(count),
                    Err(_) => self.new_big_int(&BigInt::from(count)),
                }
            }
            _ => {
                let count = count_of(&self.big_int(owned_start), &self.big_int(owned_stop), &self.big_int(owned_step));
                self.new_big_int(&count)
            }
        };
        self.heap.new_range(owned_start, owned_stop, owned_step, length)
    }
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.no_keywords(m, "range")?;
    arguments.arity(m, "range", 1, 3)?;
    let (start, stop, step) = match arguments.positional {
        [stop] => (m.heap.new_int(0), exact_index(m, *stop)?, m.heap.new_int(1)),
        [start, stop] => {
            let [start, stop] = exact_indexes(m, [*start, *stop])?;
            (start, stop, m.heap.new_int(1))
        }
        [start, stop, step, ..] => exact_indexes(m, [*start, *stop, *step])?.into(),
        [] => return m.none(),
    };
    if m.heap.int_is_zero(step) {
        m.decref(start);
        m.decref(stop);
        return m.value_error("range() arg 3 must not be zero");
    }
    Ok(m.new_range_of(start, stop, step))
}

/// `PyNumber_Index`: an exact int.
fn exact_index(m: &mut Machine, object: Address) -> Outcome {
    let index = m.index(object)?;
    let value = super::int::exact(m, index);
    m.decref(index);
    value
}

fn exact_indexes<const N: usize>(m: &mut Machine, objects: [Address; N]) -> Outcome<[Address; N]> {
    let mut found = [Address::NULL; N];
    for (at, object) in objects.into_iter().enumerate() {
        match exact_index(m, object) {
            Ok(index) => found[at] = index,
            Err(raised) => {
                for index in found {
                    m.xdecref(index);
                }
                return Err(raised);
            }
        }
    }
    Ok(found)
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [start, stop, step] = [START, STOP, STEP].map(|place| m.heap.range_field(arguments.self_, place));
    if m.heap.int_to_i64(step) == Some(1) {
        m.from_format("range(%R, %R)", &[Piece::Repr(start), Piece::Repr(stop)])
    } else {
        m.from_format("range(%R, %R, %R)", &[Piece::Repr(start), Piece::Repr(stop), Piece::Repr(step)])
    }
}

/// Start and step that matter: an empty range is equal to every other empty one.
fn essence(m: &Machine, range: Address) -> (BigInt, Option<BigInt>, Option<BigInt>) {
    let found = numbers(m, range);
    let one = BigInt::from(1);
    if found.length.is_zero() {
        (found.length, None, None)
    } else if found.length == one {
        (found.length, Some(found.start), None)
    } else {
        (found.length, Some(found.start), Some(found.step))
    }
}

fn hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (length, start, step) = essence(m, arguments.self_);
    let none = m.heap.none();
    let mut items = vec![m.new_big_int(&length)];
    for part in [start, step] {
        items.push(match part {
            Some(part) => m.new_big_int(&part),
            None => none,
        });
    }
    let tuple = m.heap.new_tuple_from(&items);
    let hash = m.hash(tuple);
    m.decref(tuple);
    let hash = hash?;
    arguments.hash(m, hash)
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let other = arguments.positional[0];
    if m.heap.kind(other) != Kind::Range {
        return m.not_implemented();
    }
    let equal = essence(m, arguments.self_) == essence(m, other);
    m.truth(equal == (op == CompareOp::Eq))
}

fn iterator(m: &mut Machine, start: BigInt, step: BigInt, length: BigInt) -> Outcome {
    match (start.to_i64(), step.to_i64(), length.to_i64()) {
        (Some(first), Some(distance), Some(left)) if (&start + &step * &length).to_i64().is_some() => {
            Ok(m.new_words(StaticType::RangeIterator, &[first as u64, distance as u64, left as u64]))
        }
        _ => {
            let words = [start, step, length].map(|part| m.new_big_int(&part).raw());
            Ok(m.new_words(StaticType::LongRangeIterator, &words))
        }
    }
}

fn iterate(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let range = numbers(m, arguments.self_);
    iterator(m, range.start, range.step, range.length)
}

fn reversed(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let range = numbers(m, arguments.self_);
    let last = &range.start + (&range.length - 1) * &range.step;
    iterator(m, last, -range.step, range.length)
}

fn length(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let length = m.heap.range_field(arguments.self_, LENGTH);
    if m.heap.int_to_i64(length).is_none() {
        return Err(m.raise(StaticType::OverflowError, "Python int too large to convert to C ssize_t"));
    }
    Ok(m.incref(length))
}

fn get(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let key = arguments.positional[0];
    let range = numbers(m, arguments.self_);
    if m.is_index(key) {
        let object = m.index(key)?;
        let mut at = m.big_int(object);
        m.decref(object);
        if at.is_negative() {
            at += &range.length;
        }
        if at.is_negative() || at >= range.length {
            return Err(m.raise(StaticType::IndexError, "range object index out of range"));
        }
        return Ok(m.new_big_int(&(range.start + at * range.step)));
    }
    if !m.is_slice(key) {
        return Err(m.raise_about_type("range indices must be integers or slices, not %.200s", key));
    }
    let length = m.new_big_int(&range.length);
    let bounds = m.slice_bounds(key, length);
    m.decref(length);
    let [start, stop, step] = bounds?;
    let place = |at: BigInt| &range.start + at * &range.step;
    let parts = [place(start), place(stop), step * &range.step];
    let [start, stop, step] = parts.map(|part| m.new_big_int(&part));
    Ok(m.new_range_of(start, stop, step))
}

/// Where an int is in the range.
fn position(m: &Machine, range: Address, value: Address) -> Option<BigInt> {
    let range = numbers(m, range);
    let offset = m.big_int(value) - &range.start;
    let (at, rest) = offset.div_mod_floor(&range.step);
    (rest.is_zero() && !at.is_negative() && at < range.length).then_some(at)
}

fn contains(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = arguments.positional[0];
    if is_plain(m, value) {
        let found = position(m, arguments.self_, value);
        return m.truth(found.is_some());
    }
    let found = by_comparing(m, &arguments)?;
    m.truth(found.is_some())
}

/// Whether equality with an int is known: an int or a bool, of no other class.
fn is_plain(m: &Machine, value: Address) -> bool {
    m.heap.is_exact(value, StaticType::Int) || m.heap.is_exact(value, StaticType::Bool)
}

/// Where the first equal number is, found by going through the range.
fn by_comparing(m: &mut Machine, arguments: &Arguments<'_>) -> Outcome<Option<i64>> {
    Ok(count_equal(m, arguments, true)?.1)
}

/// How many numbers are equal, and where the first of them is; `first` stops there.
fn count_equal(m: &mut Machine, arguments: &Arguments<'_>, first: bool) -> Outcome<(i64, Option<i64>)> {
    let iterator = m.iter(arguments.self_)?;
    let (mut at, mut found, mut place) = (0, 0, None);
    let result = loop {
        match m.next(iterator) {
            Err(raised) => break Err(raised),
            Ok(None) => break Ok((found, place)),
            Ok(Some(item)) => {
                let equal = m.equal(item, arguments.positional[0]);
                m.decref(item);
                match equal {
                    Err(raised) => break Err(raised),
                    Ok(true) => {
                        found += 1;
                        place.get_or_insert(at);
                        if first {
                            break Ok((found, place));
                        }
                    }
                    Ok(false) => {}
                }
                at += 1;
            }
        }
    };
    m.decref(iterator);
    result
}

fn count(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let found = if is_plain(m, arguments.positional[0]) {
        i64::from(position(m, arguments.self_, arguments.positional[0]).is_some())
    } else {
        count_equal(m, &arguments, false)?.0
    };
    Ok(m.heap.new_int(found))
}

fn index(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let found = if is_plain(m, arguments.positional[0]) {
        position(m, arguments.self_, arguments.positional[0])
    } else {
        by_comparing(m, &arguments)?.map(BigInt::from)
    };
    match found {
        Some(at) => Ok(m.new_big_int(&at)),
        None => {
            let pieces = [Piece::Repr(arguments.positional[0])];
            Err(m.raise_format(StaticType::ValueError, "%R is not in range", &pieces))
        }
    }
}
