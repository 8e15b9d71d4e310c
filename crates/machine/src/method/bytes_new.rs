//! `bytes(...)` and `bytearray(...)`: from a length, an iterable of ints, text, or another buffer.

use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
};

/// `bytes.__new__`
pub fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let class = arguments.self_;
    let plain = class == StaticType::Bytes.address();
    if let [source] = arguments.positional
        && arguments.keywords.is_empty()
    {
        if plain && m.heap.is_exact(*source, StaticType::Bytes) {
            return Ok(m.incref(*source));
        }
        if let Some(result) = m.call_special(*source, crate::types::slot::Slot::Bytes, &[])? {
            if m.heap.kind(result) != Kind::Bytes {
                let raised = m.raise_about_type("__bytes__ returned non-bytes (type %.200s)", result);
                m.decref(result);
                return Err(raised);
            }
            if plain {
                return Ok(result);
            }
            let data = m.heap.bytes_data(result).to_vec();
            m.decref(result);
            let object = m.heap.generic_allocate(class, data.len() as u64);
            m.heap.fill_bytes(object, &data);
            return Ok(object);
        }
    }
    let data = source(m, &arguments, "bytes")?;
    if class == StaticType::Bytes.address() {
        let zeroed = arguments.get(0).is_some_and(|source| !m.is_str(source) && m.is_index(source));
        return Ok(if zeroed { m.heap.new_zeroed_bytes(data.len() as u64) } else { m.heap.new_bytes(&data) });
    }
    let object = m.heap.generic_allocate(class, data.len() as u64);
    m.heap.fill_bytes(object, &data);
    Ok(object)
}

/// The content that the arguments ask for.
pub fn source(m: &mut Machine, arguments: &Arguments<'_>, name: &str) -> Outcome<Vec<u8>> {
    let [source, encoding, errors] = arguments.parsed(m, name, ["source", "encoding", "errors"], 0, 3)?;
    if encoding.or(errors).is_some() && !source.is_some_and(|source| m.is_str(source)) {
        let which = if encoding.is_some() { "encoding" } else { "errors" };
        return m.type_error(format!("{which} without a string argument"));
    }
    let Some(source) = source else { return Ok(Vec::new()) };
    if m.is_str(source) {
        if encoding.is_none() {
            return m.type_error("string argument without an encoding");
        }
        let (encoding, errors) = m.codec(encoding, errors, name)?;
        return m.encode_text(source, encoding, errors);
    }
    if let Some(data) = m.bytes_like(source)? {
        return Ok(data);
    }
    if m.is_index(source) {
        match m.index_to_i64(source, StaticType::OverflowError) {
            Ok(length) if length < 0 => return m.value_error("negative count"),
            Ok(length) if !m.heap.can_allocate(length as u64) => return m.memory_error(),
            Ok(length) => return Ok(vec![0; length as usize]),
            // No number after all: it may still be something to walk over.
            Err(_) if !m.watch.abandoned && m.error_matches(StaticType::TypeError) => m.clear_error(),
            Err(raised) => return Err(raised),
        }
    }
    if m.heap.is_exact(source, StaticType::List) {
        // A number's `__index__` may change the list.
        let (mut data, mut at) = (Vec::new(), 0);
        while at < m.heap.list_len(source) {
            let item = m.heap.list_item(source, at);
            m.incref(item);
            let byte = byte_of(m, item, name);
            m.decref(item);
            data.push(byte?);
            at += 1;
        }
        return Ok(data);
    }
    if m.heap.is_exact(source, StaticType::Tuple) {
        let items = m.heap.tuple_items(source);
        for item in &items {
            m.incref(*item);
        }
        let data: Outcome<Vec<u8>> = items.iter().map(|item| byte_of(m, *item, name)).collect();
        for item in items {
            m.decref(item);
        }
        return data;
    }
    let type_ = m.heap.type_of(source);
    if !m.has_slot(type_, crate::types::slot::Slot::Iter) && !m.is_sequence(source) {
        let type_name = m.type_name(source);
        return m.type_error(format!("cannot convert '{type_name}' object to {name}"));
    }
    let mut data = Vec::new();
    m.for_each(source, |m, item| {
        let byte = byte_of(m, item, name);
        m.decref(item);
        data.push(byte?);
        Ok(())
    })?;
    Ok(data)
}

/// An int from 0 to 255.
pub fn byte_of(m: &mut Machine, item: Address, name: &str) -> Outcome<u8> {
    let value = m.index_clamped(item)?;
    match u8::try_from(value) {
        Ok(byte) => Ok(byte),
        Err(_) if name == "bytes" => m.value_error("bytes must be in range(0, 256)"),
        Err(_) => m.value_error("byte must be in range(0, 256)"),
    }
}
