//! What only `bytearray` has (Objects/bytearrayobject.c).

use heapglass_heap::{Address, Domain, Kind, object::bytes::array::EXPORTS, static_type::StaticType};

use super::{
    bytes::content,
    bytes_new::{self, byte_of},
};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    text::{quote, search},
};

const ARRAY: StaticType = StaticType::ByteArray;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(ARRAY, new),
    NativeRow::slot(ARRAY, "__init__", init),
    NativeRow::slot(ARRAY, "__repr__", repr),
    NativeRow::slot(ARRAY, "__iter__", |m, a| Ok(m.new_index_iterator(StaticType::ByteArrayIterator, a.self_, 0))),
    NativeRow::slot(ARRAY, "__setitem__", set),
    NativeRow::slot(ARRAY, "__delitem__", delete),
    NativeRow::slot(ARRAY, "__iadd__", add_in_place),
    NativeRow::slot(ARRAY, "__imul__", multiply_in_place),
    NativeRow::one(ARRAY, "append", append),
    NativeRow::one(ARRAY, "extend", extend),
    NativeRow::positional(ARRAY, "insert", insert),
    NativeRow::positional(ARRAY, "pop", pop),
    NativeRow::one(ARRAY, "remove", remove),
    NativeRow::no_arguments(ARRAY, "clear", |m, a| {
        replace_content(m, a.self_, &[])?;
        m.none()
    }),
    NativeRow::no_arguments(ARRAY, "copy", |m, a| {
        let data = content(m, a.self_);
        Ok(m.heap.new_bytearray(&data))
    }),
    NativeRow::no_arguments(ARRAY, "reverse", |m, a| {
        let mut data = content(m, a.self_);
        data.reverse();
        m.heap.bytearray_set(a.self_, &data);
        m.none()
    }),
    NativeRow::no_arguments(ARRAY, "__reduce__", |m, a| reduce(m, a.self_, 2)),
    NativeRow::positional(ARRAY, "__reduce_ex__", |m, a| {
        a.arity(m, "__reduce_ex__", 0, 1)?;
        let protocol = match a.get(0) {
            Some(protocol) => m.index_to_i64(protocol, StaticType::OverflowError)?,
            None => 0,
        };
        reduce(m, a.self_, protocol)
    }),
    NativeRow::no_arguments(ARRAY, "__alloc__", |m, a| {
        let room = m.word(a.self_, 24);
        Ok(m.heap.new_int_ssize(room))
    }),
];

/// `(class, (content,), state)`; old protocols know no bytes, so they get a str of Latin-1.
fn reduce(m: &mut Machine, array: Address, protocol: i64) -> Outcome {
    let state = m.state_of(array, false)?;
    let data = content(m, array);
    let arguments = if data.is_empty() {
        Vec::new()
    } else if protocol < 3 {
        let text: String = data.iter().map(|byte| char::from(*byte)).collect();
        vec![m.heap.new_str(&text), m.heap.new_str("latin-1")]
    } else {
        vec![m.heap.new_bytes(&data)]
    };
    let arguments = m.heap.new_tuple_from(&arguments);
    let class = m.heap.type_of(array);
    m.incref(class);
    Ok(m.heap.new_tuple_from(&[class, arguments, state]))
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = m.heap.generic_allocate(arguments.self_, 0);
    m.heap.start_bytearray(object);
    Ok(object)
}

fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let data = bytes_new::source(m, &arguments, "bytearray")?;
    if let Some(source) = arguments.get_or_keyword(m, 0, "source")
        && comes_byte_by_byte(m, source)
        && m.word(arguments.self_, EXPORTS) == 0
    {
        // Each byte is appended as it comes.
        for length in 1..=data.len() as u64 {
            m.heap.bytearray_resize(arguments.self_, length);
        }
    }
    replace_content(m, arguments.self_, &data)?;
    m.none()
}

/// Whether a source is iterated over: what has no buffer, is no text, number, list or tuple.
fn comes_byte_by_byte(m: &mut Machine, source: Address) -> bool {
    let whole = matches!(
        m.heap.kind(source),
        Kind::Bytes | Kind::ByteArray | Kind::MemoryView | Kind::Array | Kind::Str | Kind::Int
    );
    let counted = m.heap.is_exact(source, StaticType::List) || m.heap.is_exact(source, StaticType::Tuple);
    !whole && !counted && !m.is_index(source)
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = m.type_name(arguments.self_);
    let shown = quote::bytearray_repr(m.heap.bytearray_data(arguments.self_));
    // Any byte may need four characters.
    let buffer = m.heap.allocate(Domain::Object, name.len() as u64 + 4 * m.heap.bytes_len(arguments.self_) + 6);
    let result = m.new_text(&format!("{name}({shown})"));
    m.heap.release(Domain::Object, buffer);
    result
}

/// Replaces the whole content; its length may not change while a view looks at it.
fn replace_content(m: &mut Machine, array: Address, data: &[u8]) -> Outcome<()> {
    if data.len() as u64 != m.heap.bytes_len(array) {
        m.check_exports(array, EXPORTS)?;
    }
    m.heap.bytearray_set(array, data);
    Ok(())
}

fn set(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (array, key, value) = (arguments.self_, arguments.positional[0], arguments.positional[1]);
    if m.is_index(key) {
        let Some(at) = m.sequence_index(key, |m| m.heap.bytes_len(array))? else {
            return Err(m.raise(StaticType::IndexError, "bytearray index out of range"));
        };
        let byte = byte_of(m, value, "bytearray")?;
        if at >= m.heap.bytes_len(array) {
            // The value's `__index__` has made it shorter.
            return Err(m.raise(StaticType::IndexError, "bytearray index out of range"));
        }
        m.heap.bytearray_set_item(array, at, byte);
        return m.none();
    }
    if !m.is_slice(key) {
        return Err(m.raise_about_type("bytearray indices must be integers or slices, not %.200s", key));
    }
    let new_items = match m.bytes_like(value)? {
        Some(data) => data,
        None if m.is_int(value) || m.is_str(value) => {
            return m.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        }
        None => bytes_new::source(m, &Arguments::of(array, &[value]), "bytearray")?,
    };
    let found = m.unpack_slice(key)?.within(m.heap.bytes_len(array));
    let mut data = content(m, array);
    if found.step == 1 {
        let start = found.start as usize;
        data.splice(start..start + found.count as usize, new_items);
    } else if new_items.len() as i64 == found.count {
        for (at, byte) in found.indices().zip(new_items) {
            data[at as usize] = byte;
        }
    } else {
        let (given, wanted) = (new_items.len(), found.count);
        return m.value_error(format!("attempt to assign bytes of size {given} to extended slice of size {wanted}"));
    }
    replace_content(m, array, &data)?;
    m.none()
}

fn delete(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (array, key) = (arguments.self_, arguments.positional[0]);
    let mut data = content(m, array);
    if m.is_index(key) {
        let Some(at) = m.sequence_index(key, |m| m.heap.bytes_len(array))? else {
            return Err(m.raise(StaticType::IndexError, "bytearray index out of range"));
        };
        data.remove(at as usize);
    } else {
        let found = m.unpack_slice(key)?.within(m.heap.bytes_len(array));
        let gone: Vec<u64> = found.indices().collect();
        let mut at = 0;
        data.retain(|_| {
            at += 1;
            !gone.contains(&(at - 1))
        });
    }
    replace_content(m, array, &data)?;
    m.none()
}

fn append(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let byte = byte_of(m, arguments.positional[0], "bytearray")?;
    m.check_exports(arguments.self_, EXPORTS)?;
    let length = m.heap.bytes_len(arguments.self_);
    m.heap.bytearray_resize(arguments.self_, length + 1);
    m.heap.bytearray_set_item(arguments.self_, length, byte);
    m.none()
}

fn extend(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let more = match m.bytes_like(arguments.positional[0])? {
        Some(data) => data,
        None => {
            let iterable = arguments.positional[0];
            let mut data = Vec::new();
            m.for_each(iterable, |m, item| {
                let byte = byte_of(m, item, "bytearray");
                m.decref(item);
                data.push(byte?);
                Ok(())
            })?;
            data
        }
    };
    grow(m, arguments.self_, &more)?;
    m.none()
}

fn grow(m: &mut Machine, array: Address, more: &[u8]) -> Outcome<()> {
    let mut data = content(m, array);
    data.extend_from_slice(more);
    replace_content(m, array, &data)
}

fn add_in_place(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some(more) = m.bytes_like(arguments.positional[0])? else {
        let (name, own) = (m.type_name(arguments.positional[0]), m.type_name(arguments.self_));
        return m.type_error(format!("can't concat {name} to {own}"));
    };
    grow(m, arguments.self_, &more)?;
    Ok(m.incref(arguments.self_))
}

fn multiply_in_place(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some(times) = m.repetitions(arguments.positional[0])? else { return m.not_implemented() };
    let data = content(m, arguments.self_);
    if !(data.len() as u64).checked_mul(times).is_some_and(|size| m.heap.can_allocate(size)) {
        return m.memory_error();
    }
    replace_content(m, arguments.self_, &data.repeat(if data.is_empty() { 0 } else { times as usize }))?;
    Ok(m.incref(arguments.self_))
}

fn insert(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "insert", 2, 2)?;
    let at = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?;
    let byte = byte_of(m, arguments.positional[1], "bytearray")?;
    let mut data = content(m, arguments.self_);
    let length = data.len() as i64;
    let at = if at < 0 { (at + length).max(0) } else { at.min(length) };
    data.insert(at as usize, byte);
    replace_content(m, arguments.self_, &data)?;
    m.none()
}

fn pop(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "pop", 0, 1)?;
    let at = match arguments.get(0) {
        Some(at) => m.index_to_i64(at, StaticType::IndexError)?,
        None => -1,
    };
    let mut data = content(m, arguments.self_);
    let length = data.len() as i64;
    if length == 0 {
        return Err(m.raise(StaticType::IndexError, "pop from empty bytearray"));
    }
    let at = if at < 0 { at + length } else { at };
    if !(0..length).contains(&at) {
        return Err(m.raise(StaticType::IndexError, "pop index out of range"));
    }
    let byte = data.remove(at as usize);
    replace_content(m, arguments.self_, &data)?;
    Ok(m.heap.new_int(i64::from(byte)))
}

fn remove(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let byte = byte_of(m, arguments.positional[0], "bytearray")?;
    let mut data = content(m, arguments.self_);
    let Some(at) = search::find(&data, &[byte]) else {
        return m.value_error("value not found in bytearray");
    };
    data.remove(at);
    replace_content(m, arguments.self_, &data)?;
    m.none()
}
