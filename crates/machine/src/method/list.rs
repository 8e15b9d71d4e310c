//! `list` (Objects/listobject.c): rows and methods.

use heapglass_heap::{Address, Kind, domain::Domain, object::str::writer::UnicodeWriter, static_type::StaticType};

use super::{list_item, list_sort};
use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
    types::slot::Slot,
};

const LIST: StaticType = StaticType::List;

/// The rows of `list`.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(LIST, new),
    NativeRow::slot(LIST, "__init__", init),
    NativeRow::slot(LIST, "__repr__", repr),
    NativeRow::slot(LIST, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
    NativeRow::slot(LIST, "__le__", |m, a| compare(m, a, CompareOp::Le)),
    NativeRow::slot(LIST, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(LIST, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(LIST, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
    NativeRow::slot(LIST, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
    NativeRow::slot(LIST, "__iter__", |m, a| Ok(m.new_index_iterator(StaticType::ListIterator, a.self_, 0))),
    NativeRow::slot(LIST, "__len__", |m, a| m.scalar(m.heap.list_len(a.self_) as i64)),
    NativeRow::one(LIST, "__getitem__", list_item::get),
    NativeRow::slot(LIST, "__setitem__", list_item::set),
    NativeRow::slot(LIST, "__delitem__", list_item::delete),
    NativeRow::slot(LIST, "__add__", add),
    NativeRow::slot(LIST, "__mul__", multiply),
    NativeRow::slot(LIST, "__rmul__", multiply),
    NativeRow::slot(LIST, "__contains__", contains),
    NativeRow::slot(LIST, "__iadd__", add_in_place),
    NativeRow::slot(LIST, "__imul__", multiply_in_place),
    NativeRow::no_arguments(LIST, "__reversed__", |m, a| {
        let last = m.heap.list_len(a.self_) as i64 - 1;
        Ok(m.new_index_iterator(StaticType::ListReverseIterator, a.self_, last))
    }),
    NativeRow::no_arguments(LIST, "__sizeof__", |m, a| {
        let size = 40 + 8 * m.heap.list_allocated(a.self_);
        Ok(m.heap.new_int_ssize(size as i64))
    }),
    NativeRow::no_arguments(LIST, "clear", clear),
    NativeRow::no_arguments(LIST, "copy", |m, a| {
        let items = m.heap.list_items(a.self_);
        Ok(m.heap.new_list_prealloc_of(&items))
    }),
    NativeRow::one(LIST, "append", append),
    NativeRow::positional(LIST, "insert", insert),
    NativeRow::one(LIST, "extend", extend),
    NativeRow::positional(LIST, "pop", pop),
    NativeRow::one(LIST, "remove", remove),
    NativeRow::positional(LIST, "index", index),
    NativeRow::one(LIST, "count", count),
    NativeRow::no_arguments(LIST, "reverse", reverse),
    NativeRow::keywords(LIST, "sort", list_sort::sort),
];

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    Ok(m.heap.generic_allocate(arguments.self_, 0))
}

fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let class = m.heap.type_of(arguments.self_);
    Arguments { self_: class, ..arguments }.no_keywords_of(m, LIST)?;
    arguments.arity(m, "list", 0, 1)?;
    empty(m, arguments.self_);
    if let Some(iterable) = arguments.get(0) {
        m.list_extend(arguments.self_, iterable)?;
    }
    m.none()
}

/// Releases all items, the last first.
fn empty(m: &mut Machine, list: Address) {
    let (items, buffer) = m.heap.list_detach(list);
    for item in items.into_iter().rev() {
        m.decref(item);
    }
    m.heap.release(Domain::Mem, buffer);
}

impl Machine {
    /// `list.extend(iterable)`.
    pub fn list_extend(&mut self, list: Address, iterable: Address) -> Outcome<()> {
        let exact_list = self.heap.is_exact(iterable, LIST) || iterable == list;
        if exact_list || self.heap.is_exact(iterable, StaticType::Tuple) {
            let items = if exact_list { self.heap.list_items(iterable) } else { self.heap.tuple_items(iterable) };
            for item in &items {
                self.incref(*item);
            }
            self.heap.list_extend_exact(list, &items);
            return Ok(());
        }
        let iterator = self.iter(iterable)?;
        let result = self.extend_from_iterator(list, iterable, iterator);
        self.decref(iterator);
        result
    }

    fn extend_from_iterator(&mut self, list: Address, iterable: Address, iterator: Address) -> Outcome<()> {
        let hint = self.length_hint(iterable, 8)?;
        // A hint that no list can have is no hint (`list_extend`).
        if hint <= i64::MAX - self.heap.list_len(list) as i64 {
            if hint > i64::MAX / 8 || !self.heap.can_allocate(hint as u64 * 8) {
                return self.memory_error();
            }
            self.heap.list_reserve(list, hint as u64);
        }
        while let Some(item) = self.next(iterator)? {
            self.heap.list_append(list, item);
        }
        let length = self.heap.list_len(list);
        if length < self.heap.list_allocated(list) {
            self.heap.list_resize(list, length);
        }
        Ok(())
    }

    /// How many items an iterable expects to yield (`PyObject_LengthHint`).
    pub fn length_hint(&mut self, object: Address, default: i64) -> Outcome<i64> {
        let type_ = self.heap.type_of(object);
        if self.has_slot(type_, Slot::Len) {
            return match self.length(object) {
                Ok(length) => Ok(length),
                Err(_) if self.error_matches(StaticType::TypeError) => {
                    self.clear_error();
                    Ok(default)
                }
                Err(raised) => Err(raised),
            };
        }
        let hint = match self.call_special(object, Slot::LengthHint, &[]) {
            Ok(Some(hint)) => hint,
            Ok(None) => return Ok(default),
            Err(_) if self.error_matches(StaticType::TypeError) => {
                self.clear_error();
                return Ok(default);
            }
            Err(raised) => return Err(raised),
        };
        if hint == self.heap.not_implemented() {
            return Ok(default);
        }
        if !self.is_int(hint) {
            let raised = self.raise_about_type("__length_hint__ must be an integer, not %.100s", hint);
            self.decref(hint);
            return Err(raised);
        }
        let value = self.heap.int_to_i64(hint).unwrap_or(i64::MAX);
        self.decref(hint);
        if value < 0 { self.value_error("__length_hint__() should return >= 0") } else { Ok(value) }
    }

    /// A list of the items of `iterable` (`PySequence_List`).
    pub fn list_from(&mut self, iterable: Address) -> Outcome {
        let list = self.heap.new_list(0);
        match self.list_extend(list, iterable) {
            Ok(()) => Ok(list),
            Err(raised) => {
                self.decref(list);
                Err(raised)
            }
        }
    }
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let list = arguments.self_;
    if m.heap.list_len(list) == 0 {
        return m.new_text("[]");
    }
    if !m.enter_repr(list) {
        return m.new_text("[...]");
    }
    // "[" + "1" + ", 2" * (length - 1) + "]"
    let mut text = UnicodeWriter::growing(3 + 3 * (m.heap.list_len(list) - 1));
    if let Err(raised) = repr_items(m, list, &mut text) {
        text.discard(&mut m.heap);
        m.leave_repr(list);
        return Err(raised);
    }
    text.overallocate = false;
    text.write_char(&mut m.heap, u32::from(b']'));
    m.leave_repr(list);
    Ok(text.finish(&mut m.heap))
}

fn repr_items(m: &mut Machine, list: Address, text: &mut UnicodeWriter) -> Outcome<()> {
    text.write_char(&mut m.heap, u32::from(b'['));
    let mut at = 0;
    while at < m.heap.list_len(list) {
        if at > 0 {
            text.write_ascii(&mut m.heap, ", ");
        }
        let item = m.heap.list_item(list, at);
        m.push_repr(text, item)?;
        at += 1;
    }
    Ok(())
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if m.heap.kind(b) != Kind::List {
        return m.not_implemented();
    }
    if m.heap.list_len(a) != m.heap.list_len(b) && matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return m.truth(op == CompareOp::Ne);
    }
    let mut at = 0;
    while at < m.heap.list_len(a) && at < m.heap.list_len(b) {
        let (x, y) = (m.heap.list_item(a, at), m.heap.list_item(b, at));
        if x != y {
            m.incref(x);
            m.incref(y);
            let equal = m.equal(x, y);
            m.decref(x);
            m.decref(y);
            if !equal? {
                break;
            }
        }
        at += 1;
    }
    let (length_a, length_b) = (m.heap.list_len(a), m.heap.list_len(b));
    if at >= length_a || at >= length_b {
        return m.truth(op.holds(length_a.cmp(&length_b)));
    }
    match op {
        CompareOp::Eq => m.truth(false),
        CompareOp::Ne => m.truth(true),
        _ => {
            let (x, y) = (m.heap.list_item(a, at), m.heap.list_item(b, at));
            m.rich_compare(x, y, op)
        }
    }
}

fn add(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let other = arguments.positional[0];
    if m.heap.kind(other) != Kind::List {
        return Err(m.raise_about_type("can only concatenate list (not \"%.200s\") to list", other));
    }
    let mut items = m.heap.list_items(arguments.self_);
    items.extend(m.heap.list_items(other));
    Ok(m.heap.new_list_prealloc_of(&items))
}

fn multiply(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some(times) = m.repetitions(arguments.positional[0])? else { return m.not_implemented() };
    let items = m.heap.list_items(arguments.self_);
    let times = m.repeated_items(items.len(), times)?;
    let repeated: Vec<Address> = (0..times).flat_map(|_| items.iter().copied()).collect();
    Ok(m.heap.new_list_prealloc_of(&repeated))
}

fn multiply_in_place(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let list = arguments.self_;
    let Some(times) = m.repetitions(arguments.positional[0])? else { return m.not_implemented() };
    let items = m.heap.list_items(list);
    if times == 0 {
        empty(m, list);
    } else if times > 1 && !items.is_empty() {
        let times = m.repeated_items(items.len(), times)?;
        let more: Vec<Address> = (1..times).flat_map(|_| items.iter().copied()).collect();
        for item in &more {
            m.incref(*item);
        }
        m.heap.list_extend_exact(list, &more);
    }
    Ok(m.incref(list))
}

fn add_in_place(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.list_extend(arguments.self_, arguments.positional[0])?;
    Ok(m.incref(arguments.self_))
}

/// Whether the item at `at`, held meanwhile, equals `wanted`.
fn item_equals(m: &mut Machine, list: Address, at: u64, wanted: Address) -> Outcome<bool> {
    let item = m.heap.list_item(list, at);
    m.incref(item);
    let equal = m.equal(item, wanted);
    m.decref(item);
    equal
}

fn position(m: &mut Machine, list: Address, wanted: Address, start: u64, stop: u64) -> Outcome<Option<u64>> {
    let mut at = start;
    while at < stop && at < m.heap.list_len(list) {
        m.spend(1);
        if item_equals(m, list, at, wanted)? {
            return Ok(Some(at));
        }
        at += 1;
    }
    Ok(None)
}

fn contains(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let found = position(m, arguments.self_, arguments.positional[0], 0, u64::MAX)?;
    m.truth(found.is_some())
}

fn clear(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    empty(m, arguments.self_);
    m.none()
}

fn append(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let item = m.incref(arguments.positional[0]);
    m.heap.list_append(arguments.self_, item);
    m.none()
}

fn insert(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "insert", 2, 2)?;
    let at = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?;
    let length = m.heap.list_len(arguments.self_) as i64;
    let at = if at < 0 { (at + length).max(0) } else { at.min(length) };
    let item = m.incref(arguments.positional[1]);
    m.heap.list_insert(arguments.self_, at as u64, item);
    m.none()
}

fn extend(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.list_extend(arguments.self_, arguments.positional[0])?;
    m.none()
}

fn pop(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "pop", 0, 1)?;
    let at = match arguments.get(0) {
        Some(at) => m.index_to_i64(at, StaticType::IndexError)?,
        None => -1,
    };
    let length = m.heap.list_len(arguments.self_) as i64;
    if length == 0 {
        return Err(m.raise(StaticType::IndexError, "pop from empty list"));
    }
    let at = if at < 0 { at + length } else { at };
    if !(0..length).contains(&at) {
        return Err(m.raise(StaticType::IndexError, "pop index out of range"));
    }
    Ok(m.heap.list_pop(arguments.self_, at as u64))
}

fn remove(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let list = arguments.self_;
    match position(m, list, arguments.positional[0], 0, u64::MAX)? {
        Some(at) => {
            m.list_replace(list, at, at + 1, &[]);
            m.none()
        }
        None => m.value_error("list.remove(x): x not in list"),
    }
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
    let length = m.heap.list_len(arguments.self_) as i64;
    let from_end = |index: i64| if index < 0 { (index + length).max(0) } else { index } as u64;
    match position(m, arguments.self_, arguments.positional[0], from_end(start), from_end(stop))? {
        Some(at) => Ok(m.heap.new_int_ssize(at as i64)),
        None => {
            Err(m.raise_format(StaticType::ValueError, "%R is not in list", &[Piece::Repr(arguments.positional[0])]))
        }
    }
}

fn count(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (mut found, mut at) = (0, 0);
    while at < m.heap.list_len(arguments.self_) {
        found += i64::from(item_equals(m, arguments.self_, at, arguments.positional[0])?);
        at += 1;
    }
    Ok(m.heap.new_int_ssize(found))
}

fn reverse(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut items = m.heap.list_items(arguments.self_);
    items.reverse();
    m.heap.list_reorder(arguments.self_, &items);
    m.none()
}
