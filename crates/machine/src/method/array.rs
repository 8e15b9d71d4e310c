//! `array.array` (Modules/arraymodule.c): numbers side by side, without objects.

pub mod item;
pub mod operation;
pub mod storage;

use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
    types::object_type::getattribute,
};
use storage::{code, data, from_data, item_size, length, place, replace_all};

const ARRAY: StaticType = StaticType::Array;
const ITERATOR: StaticType = StaticType::ArrayIterator;

/// What makes it a sequence; [`operation::ROWS`] has the rest.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(ARRAY, new),
    NativeRow::slot(ARRAY, "__repr__", repr),
    NativeRow::slot(ARRAY, "__getattribute__", getattribute),
    NativeRow::slot(ARRAY, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
    NativeRow::slot(ARRAY, "__le__", |m, a| compare(m, a, CompareOp::Le)),
    NativeRow::slot(ARRAY, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(ARRAY, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(ARRAY, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
    NativeRow::slot(ARRAY, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
    NativeRow::slot(ARRAY, "__iter__", |m, a| {
        m.incref(a.self_);
        Ok(m.new_words(ITERATOR, &[0, a.self_.raw()]))
    }),
    NativeRow::slot(ARRAY, "__buffer__", |m, a| m.new_memory_view(a.self_)),
    NativeRow::slot(ARRAY, "__release_buffer__", |m, _| m.none()),
    NativeRow::slot(ARRAY, "__len__", |m, a| {
        let length = length(m, a.self_);
        m.scalar(length as i64)
    }),
    NativeRow::slot(ARRAY, "__getitem__", get),
    NativeRow::slot(ARRAY, "__setitem__", set),
    NativeRow::slot(ARRAY, "__delitem__", delete),
    NativeRow::slot(ARRAY, "__add__", add),
    NativeRow::slot(ARRAY, "__mul__", multiply),
    NativeRow::slot(ARRAY, "__rmul__", multiply),
    NativeRow::slot(ARRAY, "__contains__", |m, a| {
        let found = position(m, a.self_, a.positional[0], 0, i64::MAX)?;
        m.truth(found.is_some())
    }),
    NativeRow::slot(ARRAY, "__iadd__", add_in_place),
    NativeRow::slot(ARRAY, "__imul__", multiply_in_place),
    NativeRow::slot(ITERATOR, "__getattribute__", getattribute),
    NativeRow::slot(ITERATOR, "__iter__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::slot(ITERATOR, "__next__", next),
    NativeRow::no_arguments(ITERATOR, "__reduce__", iterator_reduce),
    NativeRow::one(ITERATOR, "__setstate__", |m, a| {
        let at = m.index_to_i64(a.positional[0], StaticType::OverflowError)?;
        let array = m.field(a.self_, 24);
        if !array.is_null() {
            let most = length(m, array) as i64;
            m.set_word(a.self_, 16, at.clamp(0, most));
        }
        m.none()
    }),
];

/// Whether a list, tuple, array, bytes-like object or (for `u`) str tells how long the new array is to be.
fn has_length(m: &Machine, code: char, source: Address) -> bool {
    match m.heap.kind(source) {
        Kind::List | Kind::Tuple | Kind::Bytes | Kind::ByteArray => true,
        Kind::Str => code == 'u',
        Kind::Array => self::code(m, source) == code,
        _ => false,
    }
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if arguments.self_ == m.heap.type_object(ARRAY) {
        arguments.no_keywords(m, "array.array")?;
    }
    let given = arguments.positional.len();
    if !(1..=2).contains(&given) {
        let bound = if given == 0 { "at least 1 argument" } else { "at most 2 arguments" };
        return m.type_error(format!("array() takes {bound} ({given} given)"));
    }
    let code = type_code(m, arguments.positional[0])?;
    let source = arguments.get(1);
    if let Some(source) = source
        && code != 'u'
        && m.is_str(source)
    {
        return m.type_error(format!("cannot use a str to initialize an array with typecode '{code}'"));
    }
    if let Some(source) = source
        && code != 'u'
        && m.heap.kind(source) == Kind::Array
        && self::code(m, source) == 'u'
    {
        return m.type_error(format!("cannot use a unicode array to initialize an array with typecode '{code}'"));
    }
    let iterator = match source.filter(|source| !has_length(m, code, *source)) {
        Some(source) => m.iter(source)?,
        None => Address::NULL,
    };
    if item::size_of(code).is_none() {
        m.xdecref(iterator);
        return m.value_error("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    }
    let array = match source.filter(|_| iterator.is_null()) {
        Some(source) => filled(m, arguments.self_, code, source),
        None => from_data(m, arguments.self_, code, &[]),
    }?;
    let result = if iterator.is_null() { Ok(()) } else { storage::extend(m, array, iterator) };
    m.xdecref(iterator);
    finish(m, array, result)
}

/// The array, unless filling it went wrong.
fn finish(m: &mut Machine, array: Address, result: Outcome<()>) -> Outcome {
    match result {
        Ok(()) => Ok(array),
        Err(raised) => {
            m.decref(array);
            Err(raised)
        }
    }
}

fn type_code(m: &mut Machine, letter: Address) -> Outcome<char> {
    let complaint = "array() argument 1 must be a unicode character";
    let text = m.expect_text(letter, complaint)?;
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(code), None) => Ok(code),
        _ => m.type_error(format!("{complaint}, not str")),
    }
}

/// From something that tells its length.
fn filled(m: &mut Machine, class: Address, code: char, source: Address) -> Outcome {
    let items = match m.heap.kind(source) {
        Kind::Bytes | Kind::ByteArray => {
            let array = from_data(m, class, code, &[])?;
            let result = operation::append_bytes(m, array, source);
            return finish(m, array, result);
        }
        Kind::Array => {
            let all = data(m, source);
            return from_data(m, class, code, &all);
        }
        Kind::Str => {
            let points: Vec<u8> = m.heap.str_points(source).iter().flat_map(|point| point.to_le_bytes()).collect();
            return from_data(m, class, code, &points);
        }
        Kind::List => m.heap.list_items(source),
        _ => m.heap.tuple_items(source),
    };
    let room = vec![0; items.len() * item::size_of(code).unwrap_or(1) as usize];
    let array = from_data(m, class, code, &room)?;
    for (at, value) in items.into_iter().enumerate() {
        let place = place(m, array, at as u64);
        if let Err(raised) = item::store(m, place, code, value) {
            m.decref(array);
            return Err(raised);
        }
    }
    Ok(array)
}

fn get(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (array, key) = (arguments.self_, arguments.positional[0]);
    if m.is_index(key) {
        return match m.sequence_index(key, |m| length(m, array))? {
            Some(at) => Ok(storage::item(m, array, at)),
            None => Err(m.raise(StaticType::IndexError, "array index out of range")),
        };
    }
    if !m.is_slice(key) {
        return m.type_error("array indices must be integers");
    }
    let found = m.unpack_slice(key)?.within(length(m, array));
    let (all, size) = (data(m, array), item_size(m, array) as usize);
    let selected: Vec<u8> = found.indices().flat_map(|at| all[at as usize * size..][..size].to_vec()).collect();
    let class = m.heap.type_object(ARRAY);
    from_data(m, class, code(m, array), &selected)
}

fn set(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (array, key, value) = (arguments.self_, arguments.positional[0], arguments.positional[1]);
    if m.is_index(key) {
        let Some(at) = m.sequence_index(key, |m| length(m, array))? else {
            return Err(m.raise(StaticType::IndexError, "array assignment index out of range"));
        };
        let (place, code) = (place(m, array, at), code(m, array));
        item::store(m, place, code, value)?;
        return m.none();
    }
    if !m.is_slice(key) {
        return m.type_error("array indices must be integers");
    }
    let unpacked = m.unpack_slice(key)?;
    let found = unpacked.within(length(m, array));
    if m.heap.kind(value) != Kind::Array {
        let name = m.type_name(value);
        return m.type_error(format!("can only assign array (not \"{name}\") to array slice"));
    }
    if code(m, value) != code(m, array) {
        return m.type_error("bad argument type for built-in operation");
    }
    let (size, needed) = (item_size(m, array) as usize, length(m, value));
    let (mut all, new_items) = (data(m, array), data(m, value));
    if found.step == 1 {
        let start = found.start as usize * size;
        all.splice(start..start + found.count as usize * size, new_items);
    } else if needed == 0 {
        remove_selected(&mut all, size, found.indices().collect());
    } else if needed != found.count as u64 {
        let count = found.count;
        return m.value_error(format!("attempt to assign array of size {needed} to extended slice of size {count}"));
    } else {
        for (at, bytes) in found.indices().zip(new_items.chunks(size)) {
            all[at as usize * size..][..size].copy_from_slice(bytes);
        }
    }
    replace_all(m, array, &all)?;
    m.none()
}

/// Takes out the items at these indices.
fn remove_selected(all: &mut Vec<u8>, size: usize, gone: Vec<u64>) {
    let kept = all.chunks(size).enumerate().filter(|(at, _)| !gone.contains(&(*at as u64)));
    *all = kept.flat_map(|(_, bytes)| bytes.to_vec()).collect();
}

fn delete(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (array, key) = (arguments.self_, arguments.positional[0]);
    let gone: Vec<u64> = if m.is_index(key) {
        match m.sequence_index(key, |m| length(m, array))? {
            Some(at) => vec![at],
            None => return Err(m.raise(StaticType::IndexError, "array assignment index out of range")),
        }
    } else if m.is_slice(key) {
        m.unpack_slice(key)?.within(length(m, array)).indices().collect()
    } else {
        return m.type_error("array indices must be integers");
    };
    let (mut all, size) = (data(m, array), item_size(m, array) as usize);
    remove_selected(&mut all, size, gone);
    replace_all(m, array, &all)?;
    m.none()
}

fn add(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let other = arguments.positional[0];
    if m.heap.kind(other) != Kind::Array {
        let name = m.type_name(other);
        return m.type_error(format!("can only append array (not \"{name}\") to array"));
    }
    if code(m, other) != code(m, arguments.self_) {
        return m.type_error("bad argument type for built-in operation");
    }
    let joined = [data(m, arguments.self_), data(m, other)].concat();
    let class = m.heap.type_object(ARRAY);
    from_data(m, class, code(m, arguments.self_), &joined)
}

fn add_in_place(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let other = arguments.positional[0];
    if m.heap.kind(other) != Kind::Array {
        let name = m.type_name(other);
        return m.type_error(format!("can only extend array with array (not \"{name}\")"));
    }
    storage::extend(m, arguments.self_, other)?;
    Ok(m.incref(arguments.self_))
}

/// The content repeated; `None` if the operand is no number.
fn repeated(m: &mut Machine, arguments: &Arguments<'_>) -> Outcome<Option<Vec<u8>>> {
    let Some(times) = m.repetitions(arguments.positional[0])? else { return Ok(None) };
    let data = data(m, arguments.self_);
    if !(data.len() as u64).checked_mul(times).is_some_and(|size| m.heap.can_allocate(size)) {
        return m.memory_error();
    }
    Ok(Some(if data.is_empty() { data } else { data.repeat(times as usize) }))
}

fn multiply(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some(all) = repeated(m, &arguments)? else { return m.not_implemented() };
    let class = m.heap.type_object(ARRAY);
    from_data(m, class, code(m, arguments.self_), &all)
}

fn multiply_in_place(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some(all) = repeated(m, &arguments)? else { return m.not_implemented() };
    replace_all(m, arguments.self_, &all)?;
    Ok(m.incref(arguments.self_))
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (array, other) = (arguments.self_, arguments.positional[0]);
    if m.heap.kind(other) != Kind::Array {
        return m.not_implemented();
    }
    if length(m, array) != length(m, other) && matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return m.truth(op == CompareOp::Ne);
    }
    let left = m.list_from(array)?;
    let right = m.list_from(other);
    let result = right.and_then(|right| {
        let result = m.rich_compare(left, right, op);
        m.decref(right);
        result
    });
    m.decref(left);
    result
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (type_, letter) = (m.heap.type_of(arguments.self_), code(m, arguments.self_));
    let name = m.type_short_name(type_);
    let name = m.heap.str_text(name);
    if length(m, arguments.self_) == 0 {
        return m.new_text(&format!("{name}('{letter}')"));
    }
    let content = if letter == 'u' { operation::to_unicode(m, arguments) } else { operation::to_list(m, arguments) }?;
    let shown = m.repr_text(content);
    m.decref(content);
    let shown = shown?;
    m.new_text(&format!("{name}('{letter}', {shown})"))
}

/// The first index from `start` up to `stop` at which an equal value stands.
fn position(m: &mut Machine, array: Address, value: Address, start: i64, stop: i64) -> Outcome<Option<u64>> {
    let mut at = start.max(0) as u64;
    while at < length(m, array) && (at as i64) < stop {
        let item = storage::item(m, array, at);
        let equal = m.equal(item, value);
        m.decref(item);
        if equal? {
            return Ok(Some(at));
        }
        at += 1;
    }
    Ok(None)
}

// The iterator: index 16, array 24.

fn next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (at, array) = (m.word(arguments.self_, 16), m.field(arguments.self_, 24));
    if array.is_null() {
        return Ok(Address::NULL);
    }
    if (at as u64) < length(m, array) {
        m.set_word(arguments.self_, 16, at + 1);
        return Ok(storage::item(m, array, at as u64));
    }
    m.set_field(arguments.self_, 24, Address::NULL);
    Ok(Address::NULL)
}

fn iterator_reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (at, array) = (m.word(arguments.self_, 16), m.field(arguments.self_, 24));
    let iter = m.builtin_function("iter")?;
    if array.is_null() {
        let empty = m.heap.empty_tuple();
        let args = m.heap.new_tuple_of(&[empty]);
        return Ok(m.heap.new_tuple_from(&[iter, args]));
    }
    let args = m.heap.new_tuple_of(&[array]);
    let at = m.heap.new_int_ssize(at);
    Ok(m.heap.new_tuple_from(&[iter, args, at]))
}
