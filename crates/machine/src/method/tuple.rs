//! `tuple` (Objects/tupleobject.c).

use heapglass_heap::{Address, Kind, object::str::writer::UnicodeWriter, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
};

const TUPLE: StaticType = StaticType::Tuple;

/// The rows of `tuple`.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(TUPLE, new),
    NativeRow::slot(TUPLE, "__repr__", repr),
    NativeRow::slot(TUPLE, "__hash__", hash),
    NativeRow::slot(TUPLE, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
    NativeRow::slot(TUPLE, "__le__", |m, a| compare(m, a, CompareOp::Le)),
    NativeRow::slot(TUPLE, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(TUPLE, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(TUPLE, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
    NativeRow::slot(TUPLE, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
    NativeRow::slot(TUPLE, "__iter__", |m, a| Ok(m.new_index_iterator(StaticType::TupleIterator, a.self_, 0))),
    NativeRow::slot(TUPLE, "__len__", |m, a| m.scalar(m.heap.tuple_len(a.self_) as i64)),
    NativeRow::slot(TUPLE, "__getitem__", get),
    NativeRow::slot(TUPLE, "__add__", add),
    NativeRow::slot(TUPLE, "__mul__", multiply),
    NativeRow::slot(TUPLE, "__rmul__", multiply),
    NativeRow::slot(TUPLE, "__contains__", contains),
    NativeRow::no_arguments(TUPLE, "__getnewargs__", |m, a| {
        let items = m.heap.tuple_items(a.self_);
        let copy = m.heap.new_tuple_of(&items);
        Ok(m.heap.new_tuple_from(&[copy]))
    }),
    NativeRow::positional(TUPLE, "index", index),
    NativeRow::one(TUPLE, "count", count),
];

impl Machine {
    /// A tuple of the items of `iterable` (`PySequence_Tuple`).
    pub fn tuple_from(&mut self, iterable: Address) -> Outcome {
        if self.heap.is_exact(iterable, TUPLE) {
            return Ok(self.incref(iterable));
        }
        if self.heap.kind(iterable) == Kind::List && self.heap.is_exact(iterable, StaticType::List) {
            let items = self.heap.list_items(iterable);
            return Ok(self.heap.new_tuple_of(&items));
        }
        let iterator = self.iter(iterable)?;
        let result = self.collect(iterable, iterator);
        self.decref(iterator);
        result
    }

    /// A tuple of as many places as the iterable expects to need; more are added, and what is left over is cut off.
    fn collect(&mut self, iterable: Address, iterator: Address) -> Outcome {
        let mut room = self.length_hint(iterable, 10)?.max(0) as u64;
        if !self.heap.can_allocate(8 * room) {
            return self.memory_error();
        }
        let mut tuple = self.heap.new_tuple(room);
        self.heap.gc_track_if_untracked(tuple);
        let mut length = 0;
        loop {
            match self.next(iterator) {
                Ok(Some(item)) => {
                    if length >= room {
                        room = (room + 10) + (room + 10) / 4;
                        tuple = self.heap.tuple_resize(tuple, room);
                    }
                    self.heap.tuple_set(tuple, length, item);
                    length += 1;
                }
                Ok(None) => break,
                Err(raised) => {
                    self.decref(tuple);
                    return Err(raised);
                }
            }
        }
        if length < room {
            tuple = self.heap.tuple_resize(tuple, length);
        }
        Ok(tuple)
    }
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let class = arguments.self_;
    arguments.no_keywords_of(m, TUPLE)?;
    arguments.arity(m, "tuple", 0, 1)?;
    let plain = match arguments.get(0) {
        Some(iterable) => m.tuple_from(iterable)?,
        None => m.heap.empty_tuple(),
    };
    if class == TUPLE.address() {
        return Ok(plain);
    }
    let items = m.heap.tuple_items(plain);
    let object = m.heap.generic_allocate(class, items.len() as u64);
    for (at, item) in items.iter().enumerate() {
        m.incref(*item);
        m.heap.tuple_set(object, at as u64, *item);
    }
    m.decref(plain);
    Ok(object)
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let tuple = arguments.self_;
    let items = m.heap.tuple_items(tuple);
    if items.is_empty() {
        return m.new_text("()");
    }
    if !m.enter_repr(tuple) {
        return m.new_text("(...)");
    }
    // "(" + "1" + ", 2" * (length - 1) + ")", or "(1,)"
    let room = if items.len() > 1 { 3 + 3 * (items.len() as u64 - 1) } else { 4 };
    let mut text = UnicodeWriter::growing(room);
    text.write_char(&mut m.heap, u32::from(b'('));
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            text.write_ascii(&mut m.heap, ", ");
        }
        if let Err(raised) = m.push_repr(&mut text, *item) {
            text.discard(&mut m.heap);
            m.leave_repr(tuple);
            return Err(raised);
        }
    }
    text.overallocate = false;
    text.write_ascii(&mut m.heap, if items.len() > 1 { ")" } else { ",)" });
    m.leave_repr(tuple);
    Ok(text.finish(&mut m.heap))
}

fn hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut hashes = Vec::new();
    for item in m.heap.tuple_items(arguments.self_) {
        hashes.push(m.hash(item)?);
    }
    let hash = heapglass_heap::object::tuple::hash_items(&hashes);
    arguments.hash(m, hash)
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if m.heap.kind(b) != Kind::Tuple {
        return m.not_implemented();
    }
    let (xs, ys) = (m.heap.tuple_items(a), m.heap.tuple_items(b));
    let mut differing = None;
    for (x, y) in xs.iter().zip(&ys) {
        if !m.equal(*x, *y)? {
            differing = Some((*x, *y));
            break;
        }
    }
    match (differing, op) {
        (None, _) => m.truth(op.holds(xs.len().cmp(&ys.len()))),
        (Some(_), CompareOp::Eq) => m.truth(false),
        (Some(_), CompareOp::Ne) => m.truth(true),
        (Some((x, y)), _) => m.rich_compare(x, y, op),
    }
}

fn get(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (tuple, key) = (arguments.self_, arguments.positional[0]);
    if m.is_index(key) {
        return match m.sequence_index(key, |m| m.heap.tuple_len(tuple))? {
            Some(at) => {
                let item = m.heap.tuple_item(tuple, at);
                Ok(m.incref(item))
            }
            None => Err(m.raise(StaticType::IndexError, "tuple index out of range")),
        };
    }
    if !m.is_slice(key) {
        return Err(m.raise_about_type("tuple indices must be integers or slices, not %.200s", key));
    }
    let length = m.heap.tuple_len(tuple);
    let found = m.unpack_slice(key)?.within(length);
    if found.step == 1 && found.count as u64 == length && m.heap.is_exact(tuple, TUPLE) {
        return Ok(m.incref(tuple));
    }
    let items: Vec<Address> = found.indices().map(|at| m.heap.tuple_item(tuple, at)).collect();
    Ok(m.heap.new_tuple_of(&items))
}

fn add(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if m.heap.tuple_len(a) == 0 && m.heap.is_exact(b, TUPLE) {
        return Ok(m.incref(b));
    }
    if m.heap.kind(b) != Kind::Tuple {
        return Err(m.raise_about_type("can only concatenate tuple (not \"%.200s\") to tuple", b));
    }
    if m.heap.tuple_len(b) == 0 && m.heap.is_exact(a, TUPLE) {
        return Ok(m.incref(a));
    }
    let mut items = m.heap.tuple_items(a);
    items.extend(m.heap.tuple_items(b));
    Ok(m.heap.new_tuple_of(&items))
}

fn multiply(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let tuple = arguments.self_;
    let Some(times) = m.repetitions(arguments.positional[0])? else { return m.not_implemented() };
    let items = m.heap.tuple_items(tuple);
    if (items.is_empty() || times == 1) && m.heap.is_exact(tuple, TUPLE) {
        return Ok(m.incref(tuple));
    }
    let times = m.repeated_items(items.len(), times)?;
    let repeated: Vec<Address> = (0..times).flat_map(|_| items.iter().copied()).collect();
    Ok(m.heap.new_tuple_of(&repeated))
}

fn position(m: &mut Machine, arguments: &Arguments<'_>, start: usize, stop: usize) -> Outcome<Option<usize>> {
    let items = m.heap.tuple_items(arguments.self_);
    for (at, item) in items.iter().enumerate().take(stop).skip(start) {
        if m.equal(*item, arguments.positional[0])? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn contains(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let found = position(m, &arguments, 0, usize::MAX)?;
    m.truth(found.is_some())
}

fn index(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "index", 1, 3)?;
    let start = match arguments.get(1) {
        Some(start) => m.slice_index(start)?,
        None => 0,
    };
    let stop = match arguments.get(2) {
        Some(stop) => m.slice_index(stop)?,
        None => i64::MAX,
    };
    let length = m.heap.tuple_len(arguments.self_) as i64;
    let from_end = |index: i64| if index < 0 { (index + length).max(0) } else { index } as usize;
    match position(m, &arguments, from_end(start), from_end(stop))? {
        Some(at) => Ok(m.heap.new_int_ssize(at as i64)),
        None => m.value_error("tuple.index(x): x not in tuple"),
    }
}

fn count(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut found = 0;
    for item in m.heap.tuple_items(arguments.self_) {
        found += i64::from(m.equal(item, arguments.positional[0])?);
    }
    Ok(m.heap.new_int_ssize(found))
}
