//! `slice` objects, and indices into sequences (Objects/sliceobject.c).

use heapglass_heap::{Address, Kind, static_type::StaticType};
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
};

const SLICE: StaticType = StaticType::Slice;
const START: u64 = 16;
const STOP: u64 = 24;
const STEP: u64 = 32;

/// The rows of `slice`.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(SLICE, new),
    NativeRow::slot(SLICE, "__repr__", repr),
    NativeRow::slot(SLICE, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
    NativeRow::slot(SLICE, "__le__", |m, a| compare(m, a, CompareOp::Le)),
    NativeRow::slot(SLICE, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(SLICE, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(SLICE, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
    NativeRow::slot(SLICE, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
    NativeRow::slot(SLICE, "__hash__", hash),
    NativeRow::one(SLICE, "indices", indices),
    NativeRow::no_arguments(SLICE, "__reduce__", |m, a| {
        let parts = [START, STOP, STEP].map(|offset| m.field_or_none(a.self_, offset));
        let parts = m.heap.new_tuple_from(&parts);
        Ok(m.heap.new_tuple_from(&[SLICE.address(), parts]))
    }),
    NativeRow::member(SLICE, "start", |m, a| Ok(field(m, a.self_, START))),
    NativeRow::member(SLICE, "stop", |m, a| Ok(field(m, a.self_, STOP))),
    NativeRow::member(SLICE, "step", |m, a| Ok(field(m, a.self_, STEP))),
];

fn field(m: &mut Machine, slice: Address, offset: u64) -> Address {
    let value = m.heap.memory.address(slice.plus(offset));
    m.incref(value)
}

fn parts(m: &Machine, slice: Address) -> [Address; 3] {
    [START, STOP, STEP].map(|offset| m.heap.memory.address(slice.plus(offset)))
}

/// The items that a slice selects from a sequence of a known length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The first index.
    pub start: i64,
    /// The bound it was cut to.
    pub stop: i64,
    /// The distance between indices; not zero.
    pub step: i64,
    /// How many items.
    pub count: i64,
}

impl Selection {
    /// The selected indices in order.
    pub fn indices(self) -> impl Iterator<Item = u64> + Clone {
        (0..self.count).map(move |i| (self.start + i * self.step) as u64)
    }
}

/// Start, stop and step of a slice, not yet cut to a length.
#[derive(Clone, Copy, Debug)]
pub struct Unpacked {
    start: i64,
    stop: i64,
    step: i64,
}

impl Unpacked {
    /// Cut to a sequence of `length` (`PySlice_AdjustIndices`).
    pub fn within(self, length: u64) -> Selection {
        let length = length as i64;
        let (low, high) = if self.step < 0 { (-1, length - 1) } else { (0, length) };
        let cut = |index: i64| if index < 0 { (index.saturating_add(length)).max(low) } else { index.min(high) };
        let (start, stop) = (cut(self.start), cut(self.stop));
        let count = if self.step < 0 && stop < start {
            (start - stop - 1) / (-self.step) + 1
        } else if self.step > 0 && start < stop {
            (stop - start - 1) / self.step + 1
        } else {
            0
        };
        Selection { start, stop, step: self.step, count }
    }
}

impl Machine {
    /// The numbers of a slice (`PySlice_Unpack`); may run `__index__`.
    pub fn unpack_slice(&mut self, slice: Address) -> Outcome<Unpacked> {
        let [start, stop, step] = parts(self, slice);
        let step = if self.heap.is_none(step) { 1 } else { self.slice_index(step)? };
        if step == 0 {
            return self.value_error("slice step cannot be zero");
        }
        let step = step.max(-i64::MAX);
        let start = match self.heap.is_none(start) {
            true if step < 0 => i64::MAX,
            true => 0,
            false => self.slice_index(start)?,
        };
        let stop = match self.heap.is_none(stop) {
            true if step < 0 => i64::MIN,
            true => i64::MAX,
            false => self.slice_index(stop)?,
        };
        Ok(Unpacked { start, stop, step })
    }

    /// Start, stop and step of a slice cut to a length (an int), of any size (`_PySlice_GetLongIndices`).
    pub fn slice_bounds(&mut self, slice: Address, length: Address) -> Outcome<[BigInt; 3]> {
        let length = self.big_int(length);
        let [start, stop, step] = parts(self, slice);
        let step = self.slice_number(step)?.unwrap_or_else(BigInt::one);
        if step.is_zero() {
            return self.value_error("slice step cannot be zero");
        }
        let back = step.is_negative();
        let (low, high) = if back { (BigInt::from(-1), &length - 1) } else { (BigInt::zero(), length.clone()) };
        let cut = |index: BigInt| {
            let index = if index.is_negative() { index + &length } else { index };
            index.clamp(low.clone(), high.clone().max(low.clone()))
        };
        let ends = if back { (&high, &low) } else { (&low, &high) };
        let start = self.slice_number(start)?.map_or_else(|| ends.0.clone(), cut);
        let stop = self.slice_number(stop)?.map_or_else(|| ends.1.clone(), cut);
        Ok([start, stop, step])
    }

    /// Whether no Python code runs when the numbers of a slice are asked for.
    pub(crate) fn slice_is_plain(&self, slice: Address) -> bool {
        parts(self, slice).into_iter().all(|part| self.heap.is_none(part) || self.heap.kind(part) == Kind::Int)
    }

    /// One number of a slice; `None` for `None`.
    fn slice_number(&mut self, object: Address) -> Outcome<Option<BigInt>> {
        if self.heap.is_none(object) {
            return Ok(None);
        }
        if !self.is_index(object) {
            return self.type_error("slice indices must be integers or None or have an __index__ method");
        }
        let index = self.index(object)?;
        let value = self.big_int(index);
        self.decref(index);
        Ok(Some(value))
    }

    /// One number of a slice, cut to a machine word.
    pub fn slice_index(&mut self, object: Address) -> Outcome<i64> {
        if !self.is_index(object) {
            return self.type_error("slice indices must be integers or None or have an __index__ method");
        }
        self.index_clamped(object)
    }

    /// An index argument of a sequence of `length` items: negative ones count from the end. `None` if out of range.
    pub fn sequence_index(&mut self, key: Address, length: impl Fn(&Self) -> u64) -> Outcome<Option<u64>> {
        let index = self.index_to_i64(key, StaticType::IndexError)?;
        let length = length(self) as i64;
        let index = if index < 0 { index + length } else { index };
        Ok((0..length).contains(&index).then_some(index as u64))
    }

    /// Optional `start` and `stop` arguments as `find`, `index` and `count` take them.
    pub fn search_bounds(&mut self, start: Option<Address>, stop: Option<Address>) -> Outcome<crate::text::search::Bounds> {
        let start = match start {
            Some(start) if !self.heap.is_none(start) => self.slice_index(start)?,
            _ => 0,
        };
        let end = match stop {
            Some(stop) if !self.heap.is_none(stop) => self.slice_index(stop)?,
            _ => i64::MAX,
        };
        Ok(crate::text::search::Bounds { start, end })
    }

    /// Whether `object` is a slice.
    pub fn is_slice(&self, object: Address) -> bool {
        self.heap.kind(object) == Kind::Slice
    }
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.no_keywords(m, "slice")?;
    arguments.arity(m, "slice", 1, 3)?;
    let none = m.heap.none();
    let (start, stop, step) = match arguments.positional {
        [stop] => (none, *stop, none),
        [start, stop] => (*start, *stop, none),
        [start, stop, step, ..] => (*start, *stop, *step),
        [] => (none, none, none),
    };
    for part in [start, stop, step] {
        m.incref(part);
    }
    Ok(m.heap.new_slice(start, stop, step))
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let pieces = parts(m, arguments.self_).map(Piece::Repr);
    m.from_format("slice(%R, %R, %R)", &pieces)
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let other = arguments.positional[0];
    if !m.is_slice(other) {
        return m.not_implemented();
    }
    let tuples = [arguments.self_, other].map(|slice| parts(m, slice)).map(|parts| m.heap.new_tuple_of(&parts));
    let result = m.rich_compare(tuples[0], tuples[1], op);
    m.decref(tuples[0]);
    m.decref(tuples[1]);
    result
}

fn hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut hashes = Vec::new();
    for part in parts(m, arguments.self_) {
        hashes.push(m.hash(part)?);
    }
    let hash = heapglass_heap::object::tuple::hash_items(&hashes);
    arguments.hash(m, hash)
}

fn indices(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let length = m.index(arguments.positional[0])?;
    let found = if m.heap.int_is_negative(length) {
        m.value_error("length should not be negative")
    } else {
        m.slice_bounds(arguments.self_, length)
    };
    let found = match found {
        Ok(found) => found,
        Err(raised) => {
            m.decref(length);
            return Err(raised);
        }
    };
    let given = parts(m, arguments.self_);
    let mut items = [Address::NULL; 3];
    for ((item, number), part) in items.iter_mut().zip(found).zip(given) {
        // What is not changed is the slice's own object, what is cut is the length (`_PySlice_GetLongIndices`).
        let same = [part, length].into_iter().find(|object| m.heap.is_exact(*object, StaticType::Int) && m.big_int(*object) == number);
        *item = match same {
            Some(object) => m.incref(object),
            None => m.new_big_int(&number),
        };
    }
    m.decref(length);
    Ok(m.heap.new_tuple_from(&items))
}

#[cfg(test)]
mod tests {
    use super::Unpacked;

    #[test]
    fn slices_are_cut_to_the_length() {
        let cut = |start, stop, step, length| {
            let found = Unpacked { start, stop, step }.within(length);
            (found.start, found.stop, found.count)
        };
        assert_eq!(cut(-3, i64::MAX, 1, 5), (2, 5, 3));
        assert_eq!(cut(i64::MAX, i64::MIN, -2, 5), (4, -1, 3));
        assert_eq!(cut(4, 1, 1, 5), (4, 1, 0));
    }
}
