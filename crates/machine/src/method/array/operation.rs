//! The methods of `array.array`, and how it is pickled.

use heapglass_heap::{Address, Kind, layout::container::array as field, static_type::StaticType};

use super::{
    item, position,
    storage::{append_data, code, data, extend, from_data, insert_at, item_size, length, replace_all, resize, take_at},
};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};

const ARRAY: StaticType = StaticType::Array;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::one(ARRAY, "append", |m, a| {
        let end = length(m, a.self_);
        insert_at(m, a.self_, end, a.positional[0])?;
        m.none()
    }),
    NativeRow::no_arguments(ARRAY, "buffer_info", buffer_info),
    NativeRow::no_arguments(ARRAY, "byteswap", |m, a| {
        let (size, mut all) = (item_size(m, a.self_) as usize, data(m, a.self_));
        all.chunks_mut(size).for_each(|bytes| bytes.reverse());
        replace_all(m, a.self_, &all)?;
        m.none()
    }),
    NativeRow::no_arguments(ARRAY, "__copy__", copy),
    NativeRow::one(ARRAY, "count", count),
    NativeRow::one(ARRAY, "__deepcopy__", copy),
    NativeRow::one(ARRAY, "extend", |m, a| {
        extend(m, a.self_, a.positional[0])?;
        m.none()
    }),
    NativeRow::positional(ARRAY, "fromfile", from_file),
    NativeRow::one(ARRAY, "fromlist", from_list),
    NativeRow::one(ARRAY, "frombytes", |m, a| {
        append_bytes(m, a.self_, a.positional[0])?;
        m.none()
    }),
    NativeRow::one(ARRAY, "fromunicode", from_unicode),
    NativeRow::positional(ARRAY, "index", index),
    NativeRow::positional(ARRAY, "insert", insert),
    NativeRow::positional(ARRAY, "pop", pop),
    NativeRow::one(ARRAY, "__reduce_ex__", reduce),
    NativeRow::one(ARRAY, "remove", remove),
    NativeRow::no_arguments(ARRAY, "reverse", |m, a| {
        let size = item_size(m, a.self_) as usize;
        let turned: Vec<u8> = data(m, a.self_).chunks(size).rev().flatten().copied().collect();
        replace_all(m, a.self_, &turned)?;
        m.none()
    }),
    NativeRow::one(ARRAY, "tofile", to_file),
    NativeRow::no_arguments(ARRAY, "tolist", to_list),
    NativeRow::no_arguments(ARRAY, "tobytes", |m, a| {
        let data = data(m, a.self_);
        Ok(m.heap.new_bytes(&data))
    }),
    NativeRow::no_arguments(ARRAY, "tounicode", |m, a| {
        if code(m, a.self_) != 'u' {
            return m.value_error("tounicode() may only be called on unicode type arrays");
        }
        to_unicode(m, a)
    }),
    NativeRow::no_arguments(ARRAY, "__sizeof__", |m, a| {
        let size = m.heap.sizeof_method(a.self_);
        Ok(m.heap.new_int_ssize(size as i64))
    }),
    NativeRow::class_method(ARRAY, "__class_getitem__", crate::method::singleton::class_item),
    NativeRow::get(ARRAY, "typecode", |m, a| {
        let code = code(m, a.self_);
        m.new_text(&code.to_string())
    }),
    NativeRow::get(ARRAY, "itemsize", |m, a| {
        let size = item_size(m, a.self_);
        Ok(m.heap.new_int_ssize(size as i64))
    }),
    NativeRow::function("array", "_array_reconstructor", Convention::Positional, reconstruct),
];

fn buffer_info(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let place = m.field(arguments.self_, field::BUFFER);
    let items = [m.heap.new_int_ssize(place.raw() as i64), m.heap.new_int_ssize(length(m, arguments.self_) as i64)];
    Ok(m.heap.new_tuple_from(&items))
}

fn copy(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let all = data(m, arguments.self_);
    let class = m.heap.type_object(ARRAY);
    from_data(m, class, code(m, arguments.self_), &all)
}

fn count(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (mut found, mut at) = (0, 0);
    while let Some(next) = position(m, arguments.self_, arguments.positional[0], at, i64::MAX)? {
        found += 1;
        at = next as i64 + 1;
    }
    Ok(m.heap.new_int_ssize(found))
}

/// `frombytes`: a whole number of items from a bytes-like object.
pub fn append_bytes(m: &mut Machine, array: Address, source: Address) -> Outcome<()> {
    let more = m.expect_bytes(source)?;
    if !more.len().is_multiple_of(item_size(m, array) as usize) {
        return m.value_error("bytes length not a multiple of item size");
    }
    append_data(m, array, &more)
}

fn from_file(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "fromfile", 2, 2)?;
    let items = m.index_to_i64(arguments.positional[1], StaticType::OverflowError)?;
    if items < 0 {
        return m.value_error("negative count");
    }
    let wanted = items.saturating_mul(item_size(m, arguments.self_) as i64);
    let size = m.heap.new_int_ssize(wanted);
    let read = m.call_method(arguments.positional[0], "read", &[size]);
    m.decref(size);
    let read = read?;
    if m.heap.kind(read) != Kind::Bytes {
        m.decref(read);
        return m.type_error("read() didn't return bytes");
    }
    let short = (m.heap.bytes_len(read) as i64) < wanted;
    let result = append_bytes(m, arguments.self_, read);
    m.decref(read);
    result?;
    if short {
        return Err(m.raise(StaticType::EOFError, "read() didn't return enough bytes"));
    }
    m.none()
}

fn to_file(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    const BLOCK: usize = 64 * 1024;
    for part in data(m, arguments.self_).chunks(BLOCK) {
        let bytes = m.heap.new_bytes(part);
        let written = m.call_method(arguments.positional[0], "write", &[bytes]);
        m.decref(bytes);
        let written = written?;
        m.decref(written);
    }
    m.none()
}

fn from_list(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (array, list) = (arguments.self_, arguments.positional[0]);
    if m.heap.kind(list) != Kind::List {
        return m.type_error("arg must be list");
    }
    let (old, code) = (length(m, array), code(m, array));
    let items = m.heap.list_items(list);
    if items.is_empty() {
        return m.none();
    }
    resize(m, array, old + items.len() as u64)?;
    for (at, value) in items.into_iter().enumerate() {
        let place = super::storage::place(m, array, old + at as u64);
        if let Err(raised) = item::store(m, place, code, value) {
            m.heap.memory.set_u64(array.plus(field::LENGTH), old);
            return Err(raised);
        }
    }
    m.none()
}

fn from_unicode(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let points = m.expect_points(arguments.positional[0], "fromunicode() argument must be str")?;
    if code(m, arguments.self_) != 'u' {
        return m.value_error("fromunicode() may only be called on unicode type arrays");
    }
    let more: Vec<u8> = points.iter().flat_map(|point| point.to_le_bytes()).collect();
    append_data(m, arguments.self_, &more)?;
    m.none()
}

fn index(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "index", 1, 3)?;
    let size = length(m, arguments.self_) as i64;
    let mut bounds = [0, i64::MAX];
    for (at, bound) in bounds.iter_mut().enumerate() {
        if let Some(given) = arguments.get(at + 1) {
            let given = m.slice_index(given)?;
            *bound = if given < 0 { (given + size).max(0) } else { given };
        }
    }
    match position(m, arguments.self_, arguments.positional[0], bounds[0], bounds[1])? {
        Some(at) => Ok(m.heap.new_int_ssize(at as i64)),
        None => m.value_error("array.index(x): x not in array"),
    }
}

fn insert(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "insert", 2, 2)?;
    let at = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?;
    let length = length(m, arguments.self_) as i64;
    let at = if at < 0 { (at + length).max(0) } else { at.min(length) };
    insert_at(m, arguments.self_, at as u64, arguments.positional[1])?;
    m.none()
}

fn pop(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "pop", 0, 1)?;
    let at = match arguments.get(0) {
        Some(at) => m.index_to_i64(at, StaticType::OverflowError)?,
        None => -1,
    };
    let length = length(m, arguments.self_) as i64;
    if length == 0 {
        return Err(m.raise(StaticType::IndexError, "pop from empty array"));
    }
    let at = if at < 0 { at + length } else { at };
    if !(0..length).contains(&at) {
        return Err(m.raise(StaticType::IndexError, "pop index out of range"));
    }
    take_at(m, arguments.self_, at as u64)
}

fn remove(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    match position(m, arguments.self_, arguments.positional[0], 0, i64::MAX)? {
        Some(at) => {
            let value = take_at(m, arguments.self_, at)?;
            m.decref(value);
            m.none()
        }
        None => m.value_error("array.remove(x): x not in array"),
    }
}

/// A list of the items.
pub fn to_list(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut items = Vec::new();
    for at in 0..length(m, arguments.self_) {
        items.push(super::storage::item(m, arguments.self_, at));
    }
    Ok(m.heap.new_list_from(&items))
}

/// The code points as a str.
pub fn to_unicode(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let all = data(m, arguments.self_);
    let points: Vec<u32> = all.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect();
    Ok(m.heap.new_str_points(&points))
}

fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let array = arguments.self_;
    let protocol = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?;
    let key = m.name("__dict__");
    let state = match m.lookup_attribute(array, key)? {
        Some(dict) => dict,
        None => m.heap.none(),
    };
    let (class, letter) = (m.heap.type_of(array), code(m, array));
    let code = m.heap.new_str(&letter.to_string());
    if protocol < 3 {
        let list = to_list(m, arguments)?;
        let args = m.heap.new_tuple_from(&[code, list]);
        m.incref(class);
        return Ok(m.heap.new_tuple_from(&[class, args, state]));
    }
    let module = m.import_module("array")?;
    let key = m.name("_array_reconstructor");
    let maker = m.get_attribute(module, key);
    m.decref(module);
    let maker = maker?;
    let all = data(m, array);
    let (format, bytes) = (m.heap.new_int_ssize(item::machine_format(letter)), m.heap.new_bytes(&all));
    m.incref(class);
    let args = m.heap.new_tuple_from(&[class, code, format, bytes]);
    Ok(m.heap.new_tuple_from(&[maker, args, state]))
}

/// What a pickled array is made again with; formats of other machines are not read.
fn reconstruct(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "_array_reconstructor", 4, 4)?;
    let [class, code, _, bytes] = arguments.positional[..] else { return m.not_implemented() };
    if !m.heap.is_type(class) {
        let name = m.type_name(class);
        return m.type_error(format!("first argument must be a type object, not {name}"));
    }
    m.call(class, &[code, bytes], &[])
}
