//! `array.array` (Modules/arraymodule.c): numbers side by side, without objects.

use heapglass_heap::{Address, Kind, domain::Domain, layout::container::array as field, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
};

pub use heapglass_heap::layout::container::array::{BUFFER, EXPORTS};

const ARRAY: StaticType = StaticType::Array;
const ITERATOR: StaticType = StaticType::ArrayIterator;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(ARRAY, new),
    NativeRow::slot(ARRAY, "__repr__", repr),
    NativeRow::slot(ARRAY, "__len__", |m, a| {
        let length = length(m, a.self_);
        Ok(m.heap.new_int(length as i64))
    }),
    NativeRow::slot(ARRAY, "__iter__", |m, a| {
        m.incref(a.self_);
        Ok(m.new_words(ITERATOR, &[0, a.self_.raw()]))
    }),
    NativeRow::slot(ARRAY, "__getitem__", get),
    NativeRow::slot(ARRAY, "__setitem__", set),
    NativeRow::slot(ARRAY, "__delitem__", delete),
    NativeRow::slot(ARRAY, "__add__", add),
    NativeRow::slot(ARRAY, "__iadd__", |m, a| {
        extend_with(m, a.self_, a.positional[0])?;
        Ok(m.incref(a.self_))
    }),
    NativeRow::slot(ARRAY, "__mul__", multiply),
    NativeRow::slot(ARRAY, "__rmul__", multiply),
    NativeRow::slot(ARRAY, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(ARRAY, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(ARRAY, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
    NativeRow::slot(ARRAY, "__le__", |m, a| compare(m, a, CompareOp::Le)),
    NativeRow::slot(ARRAY, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
    NativeRow::slot(ARRAY, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
    NativeRow::one(ARRAY, "append", |m, a| {
        let end = length(m, a.self_);
        insert_at(m, a.self_, end, a.positional[0])?;
        m.none()
    }),
    NativeRow::positional(ARRAY, "insert", insert),
    NativeRow::one(ARRAY, "extend", |m, a| {
        extend_with(m, a.self_, a.positional[0])?;
        m.none()
    }),
    NativeRow::one(ARRAY, "fromlist", |m, a| {
        extend_with(m, a.self_, a.positional[0])?;
        m.none()
    }),
    NativeRow::positional(ARRAY, "pop", pop),
    NativeRow::one(ARRAY, "remove", remove),
    NativeRow::positional(ARRAY, "index", index),
    NativeRow::one(ARRAY, "count", count),
    NativeRow::no_arguments(ARRAY, "reverse", reverse),
    NativeRow::no_arguments(ARRAY, "tolist", to_list),
    NativeRow::no_arguments(ARRAY, "tobytes", |m, a| {
        let data = data(m, a.self_);
        Ok(m.heap.new_bytes(&data))
    }),
    NativeRow::one(ARRAY, "frombytes", from_bytes),
    NativeRow::no_arguments(ARRAY, "buffer_info", buffer_info),
    NativeRow::get(ARRAY, "typecode", |m, a| {
        let code = code(m, a.self_);
        m.new_text(&code.to_string())
    }),
    NativeRow::get(ARRAY, "itemsize", |m, a| {
        let size = item_size(m, a.self_);
        Ok(m.heap.new_int(size as i64))
    }),
    NativeRow::slot(ITERATOR, "__iter__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::slot(ITERATOR, "__next__", next),
];

/// Bytes of an item of a type code.
pub fn size_of(code: char) -> Option<u64> {
    Some(match code {
        'b' | 'B' => 1,
        'h' | 'H' => 2,
        'i' | 'I' | 'f' | 'u' => 4,
        'l' | 'L' | 'q' | 'Q' | 'd' => 8,
        _ => return None,
    })
}

/// The type code of an array. Where CPython has a pointer to a description lies the letter.
pub fn code(m: &Machine, array: Address) -> char {
    char::from(m.heap.memory.u64(array.plus(field::DESCRIPTION)) as u8)
}

/// Bytes of an item of an array.
pub fn item_size(m: &Machine, array: Address) -> u64 {
    size_of(code(m, array)).unwrap_or(1)
}

/// How many items.
pub fn length(m: &Machine, array: Address) -> u64 {
    m.heap.memory.u64(array.plus(field::LENGTH))
}

/// The content as bytes.
pub fn data(m: &Machine, array: Address) -> Vec<u8> {
    let size = length(m, array) * item_size(m, array);
    if size == 0 { Vec::new() } else { m.heap.memory.slice(m.field(array, field::BUFFER), size).to_vec() }
}

/// The number at a place as an object.
pub fn load(m: &mut Machine, place: Address, code: char) -> Address {
    let memory = &m.heap.memory;
    let value = match code {
        'b' => i64::from(memory.u8(place) as i8),
        'B' => i64::from(memory.u8(place)),
        'h' => i64::from(memory.u16(place) as i16),
        'H' => i64::from(memory.u16(place)),
        'i' => i64::from(memory.u32(place) as i32),
        'I' => i64::from(memory.u32(place)),
        'l' | 'q' => memory.u64(place) as i64,
        'f' => {
            let value = f32::from_bits(memory.u32(place));
            return m.heap.new_float(f64::from(value));
        }
        'd' => {
            let value = memory.f64(place);
            return m.heap.new_float(value);
        }
        'u' => {
            let point = memory.u32(place);
            return m.heap.new_str_points(&[point]);
        }
        _ => {
            let value = memory.u64(place);
            return m.new_big_int(&num_bigint::BigInt::from(value));
        }
    };
    m.heap.new_int(value)
}

/// The bytes of a value under a type code.
fn bytes_of(m: &mut Machine, code: char, value: Address) -> Outcome<Vec<u8>> {
    match code {
        'd' => return Ok(m.to_f64(value)?.to_le_bytes().to_vec()),
        'f' => return Ok((m.to_f64(value)? as f32).to_le_bytes().to_vec()),
        'u' => {
            let points = m.expect_points(value, "array item must be a unicode character")?;
            return match points[..] {
                [point] => Ok(point.to_le_bytes().to_vec()),
                _ => m.type_error("array item must be a unicode character"),
            };
        }
        _ => {}
    }
    if !m.is_index(value) {
        let name = m.type_name(value);
        return m.type_error(format!("'{name}' object cannot be interpreted as an integer"));
    }
    let int = m.index(value)?;
    let number = m.big_int(int);
    m.decref(int);
    let size = size_of(code).unwrap_or(1);
    let bits = 8 * size as u32;
    let signed = code.is_ascii_lowercase();
    let (low, high) = if signed { (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1) } else { (0, (1i128 << bits) - 1) };
    let Some(number) = i128::try_from(&number).ok().filter(|number| (low..=high).contains(number)) else {
        let (name, unsigned) = match code {
            'b' => ("signed char", false),
            'B' => ("unsigned byte integer", true),
            'h' => ("signed short integer", false),
            'H' => ("unsigned short", true),
            'i' => ("signed integer", false),
            'I' => ("unsigned int", true),
            'L' | 'Q' => ("unsigned int", true),
            _ => return Err(m.raise(StaticType::OverflowError, "Python int too large to convert to C long")),
        };
        let _ = unsigned;
        let too_low = i128::try_from(&number).is_ok_and(|number| number < low) || number.sign() == num_bigint::Sign::Minus;
        let (how, bound) = if too_low { ("less than minimum", "") } else { ("greater than maximum", "") };
        return Err(m.raise(StaticType::OverflowError, format!("{name} is {how}{bound}")));
    };
    Ok(number.to_le_bytes()[..size as usize].to_vec())
}

/// Writes a value at a place.
pub fn store(m: &mut Machine, place: Address, code: char, value: Address) -> Outcome<()> {
    let bytes = bytes_of(m, code, value)?;
    m.heap.memory.write(place, &bytes);
    Ok(())
}

/// `array_resize`: grows by a sixteenth and a little.
fn resize(m: &mut Machine, array: Address, length: u64) -> Outcome<()> {
    if length != self::length(m, array) {
        m.check_exports(array, EXPORTS)?;
    }
    let (allocated, buffer) = (m.heap.memory.u64(array.plus(field::ALLOCATED)), m.field(array, field::BUFFER));
    let old = self::length(m, array);
    let fits = allocated >= length && old < length + 16 && !buffer.is_null();
    if !fits {
        let room = if length == 0 { 0 } else { (length >> 4) + (if old < 8 { 3 } else { 7 }) + length };
        let bytes = room * item_size(m, array);
        if !m.heap.can_allocate(bytes) {
            return m.memory_error();
        }
        let moved = match (buffer.is_null(), room) {
            (true, 0) => Address::NULL,
            (false, 0) => {
                m.heap.release(Domain::Mem, buffer);
                Address::NULL
            }
            (true, _) => m.heap.allocate(Domain::Mem, bytes),
            (false, _) => m.heap.reallocate(Domain::Mem, buffer, bytes),
        };
        m.heap.memory.set_address(array.plus(field::BUFFER), moved);
        m.heap.memory.set_u64(array.plus(field::ALLOCATED), room);
    }
    m.heap.memory.set_u64(array.plus(field::LENGTH), length);
    Ok(())
}

/// An array of exactly these bytes.
fn from_data(m: &mut Machine, class: Address, code: char, data: &[u8]) -> Outcome {
    let array = m.heap.generic_allocate(class, 0);
    let length = data.len() as u64 / size_of(code).unwrap_or(1);
    m.heap.memory.set_u64(array.plus(field::DESCRIPTION), code as u64);
    if !data.is_empty() {
        let buffer = m.heap.allocate(Domain::Mem, data.len() as u64);
        m.heap.memory.write(buffer, data);
        m.heap.memory.set_address(array.plus(field::BUFFER), buffer);
    }
    m.heap.memory.set_u64(array.plus(field::LENGTH), length);
    m.heap.memory.set_u64(array.plus(field::ALLOCATED), length);
    Ok(array)
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if arguments.self_ == ARRAY.address() {
        arguments.no_keywords(m, "array.array")?;
    }
    arguments.arity(m, "array", 1, 2)?;
    let letter = m.expect_text(arguments.positional[0], "array() argument 1 must be a unicode character")?;
    let code = letter.chars().next().filter(|code| letter.chars().count() == 1 && size_of(*code).is_some());
    let Some(code) = code else {
        return m.value_error("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    };
    let Some(source) = arguments.get(1) else { return from_data(m, arguments.self_, code, &[]) };
    match m.heap.kind(source) {
        Kind::Bytes | Kind::ByteArray => {
            let data = m.expect_bytes(source)?;
            return from_data(m, arguments.self_, code, &data);
        }
        Kind::List | Kind::Tuple => {
            let items = if m.heap.kind(source) == Kind::List { m.heap.list_items(source) } else { m.heap.tuple_items(source) };
            let mut data = Vec::new();
            for item in items {
                data.extend(bytes_of(m, code, item)?);
            }
            return from_data(m, arguments.self_, code, &data);
        }
        _ => {}
    }
    let array = from_data(m, arguments.self_, code, &[])?;
    match extend_with(m, array, source) {
        Ok(()) => Ok(array),
        Err(raised) => {
            m.decref(array);
            Err(raised)
        }
    }
}

fn insert_at(m: &mut Machine, array: Address, at: u64, value: Address) -> Outcome<()> {
    let bytes = bytes_of(m, code(m, array), value)?;
    let (length, size) = (length(m, array), item_size(m, array));
    resize(m, array, length + 1)?;
    let place = m.field(array, field::BUFFER).plus(at * size);
    m.heap.memory.copy(place, place.plus(size), (length - at) * size);
    m.heap.memory.write(place, &bytes);
    Ok(())
}

fn extend_with(m: &mut Machine, array: Address, source: Address) -> Outcome<()> {
    if m.heap.kind(source) == Kind::Array {
        if code(m, source) != code(m, array) {
            return m.type_error("can only extend with array of same kind");
        }
        let more = data(m, source);
        let old = length(m, array);
        resize(m, array, old + length(m, source))?;
        let place = m.field(array, field::BUFFER).plus(old * item_size(m, array));
        m.heap.memory.write(place, &more);
        return Ok(());
    }
    m.for_each(source, |m, item| {
        let end = length(m, array);
        let result = insert_at(m, array, end, item);
        m.decref(item);
        result
    })
}

fn item(m: &mut Machine, array: Address, at: u64) -> Address {
    let place = m.field(array, field::BUFFER).plus(at * item_size(m, array));
    load(m, place, code(m, array))
}

fn get(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (array, key) = (arguments.self_, arguments.positional[0]);
    if m.is_index(key) {
        return match m.sequence_index(key, |m| length(m, array))? {
            Some(at) => Ok(item(m, array, at)),
            None => Err(m.raise(StaticType::IndexError, "array index out of range")),
        };
    }
    if !m.is_slice(key) {
        return m.type_error("array indices must be integers");
    }
    let found = m.unpack_slice(key)?.within(length(m, array));
    let (all, size) = (data(m, array), item_size(m, array) as usize);
    let selected: Vec<u8> = found.indices().flat_map(|at| all[at as usize * size..][..size].to_vec()).collect();
    from_data(m, ARRAY.address(), code(m, array), &selected)
}

fn set(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (array, key, value) = (arguments.self_, arguments.positional[0], arguments.positional[1]);
    if m.is_index(key) {
        let Some(at) = m.sequence_index(key, |m| length(m, array))? else {
            return Err(m.raise(StaticType::IndexError, "array assignment index out of range"));
        };
        let place = m.field(array, field::BUFFER).plus(at * item_size(m, array));
        store(m, place, code(m, array), value)?;
        return m.none();
    }
    if m.heap.kind(value) != Kind::Array || code(m, value) != code(m, array) {
        let name = m.type_name(value);
        return m.type_error(format!("can only assign array (not \"{name}\") to array slice"));
    }
    let found = m.unpack_slice(key)?.within(length(m, array));
    let size = item_size(m, array) as usize;
    let (mut all, new_items) = (data(m, array), data(m, value));
    if found.step == 1 {
        let start = found.start as usize * size;
        all.splice(start..start + found.count as usize * size, new_items);
    } else {
        for (at, bytes) in found.indices().zip(new_items.chunks(size)) {
            all[at as usize * size..][..size].copy_from_slice(bytes);
        }
    }
    replace_all(m, array, &all)?;
    m.none()
}

fn replace_all(m: &mut Machine, array: Address, data: &[u8]) -> Outcome<()> {
    resize(m, array, data.len() as u64 / item_size(m, array))?;
    if !data.is_empty() {
        let buffer = m.field(array, field::BUFFER);
        m.heap.memory.write(buffer, data);
    }
    Ok(())
}

fn delete(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (array, key) = (arguments.self_, arguments.positional[0]);
    let gone: Vec<u64> = if m.is_index(key) {
        match m.sequence_index(key, |m| length(m, array))? {
            Some(at) => vec![at],
            None => return Err(m.raise(StaticType::IndexError, "array assignment index out of range")),
        }
    } else {
        m.unpack_slice(key)?.within(length(m, array)).indices().collect()
    };
    let (all, size) = (data(m, array), item_size(m, array) as usize);
    let kept = all.chunks(size).enumerate().filter(|(at, _)| !gone.contains(&(*at as u64)));
    let kept: Vec<u8> = kept.flat_map(|(_, bytes)| bytes.to_vec()).collect();
    replace_all(m, array, &kept)?;
    m.none()
}

fn add(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let other = arguments.positional[0];
    if m.heap.kind(other) != Kind::Array {
        let name = m.type_name(other);
        return m.type_error(format!("can only append array (not \"{name}\") to array"));
    }
    let joined = [data(m, arguments.self_), data(m, other)].concat();
    from_data(m, ARRAY.address(), code(m, arguments.self_), &joined)
}

fn multiply(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some(times) = m.repetitions(arguments.positional[0])? else { return m.not_implemented() };
    let data = data(m, arguments.self_);
    if !(data.len() as u64).checked_mul(times).is_some_and(|size| m.heap.can_allocate(size)) {
        return m.memory_error();
    }
    from_data(m, ARRAY.address(), code(m, arguments.self_), &data.repeat(times as usize))
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let other = arguments.positional[0];
    if m.heap.kind(other) != Kind::Array {
        return m.not_implemented();
    }
    let lists = [arguments.self_, other].map(|array| m.list_from(array));
    let [a, b] = lists;
    let (a, b) = (a?, b?);
    let result = m.rich_compare(a, b, op);
    m.decref(a);
    m.decref(b);
    result
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (name, letter) = (m.type_name(arguments.self_), code(m, arguments.self_));
    let name = name.rsplit('.').next().unwrap_or(&name).to_owned();
    if length(m, arguments.self_) == 0 {
        return m.new_text(&format!("{name}('{letter}')"));
    }
    let list = to_list(m, arguments)?;
    let shown = m.repr_text(list);
    m.decref(list);
    let shown = shown?;
    m.new_text(&format!("{name}('{letter}', {shown})"))
}

fn insert(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "insert", 2, 2)?;
    let at = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?;
    let length = length(m, arguments.self_) as i64;
    let at = if at < 0 { (at + length).max(0) } else { at.min(length) };
    insert_at(m, arguments.self_, at as u64, arguments.positional[1])?;
    m.none()
}

fn take_at(m: &mut Machine, array: Address, at: u64) -> Outcome {
    let value = item(m, array, at);
    let (mut all, size) = (data(m, array), item_size(m, array) as usize);
    all.drain(at as usize * size..(at as usize + 1) * size);
    replace_all(m, array, &all)?;
    Ok(value)
}

fn pop(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "pop", 0, 1)?;
    let at = match arguments.get(0) {
        Some(at) => m.index_to_i64(at, StaticType::IndexError)?,
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

fn position(m: &mut Machine, arguments: &Arguments<'_>) -> Outcome<Option<u64>> {
    for at in 0..length(m, arguments.self_) {
        let value = item(m, arguments.self_, at);
        let equal = m.equal(value, arguments.positional[0]);
        m.decref(value);
        if equal? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn remove(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    match position(m, &arguments)? {
        Some(at) => {
            let value = take_at(m, arguments.self_, at)?;
            m.decref(value);
            m.none()
        }
        None => m.value_error("array.remove(x): x not in array"),
    }
}

fn index(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "index", 1, 3)?;
    match position(m, &arguments)? {
        Some(at) => Ok(m.heap.new_int(at as i64)),
        None => m.value_error("array.index(x): x not in array"),
    }
}

fn count(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut found = 0;
    for at in 0..length(m, arguments.self_) {
        let value = item(m, arguments.self_, at);
        let equal = m.equal(value, arguments.positional[0]);
        m.decref(value);
        found += i64::from(equal?);
    }
    Ok(m.heap.new_int(found))
}

fn reverse(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let size = item_size(m, arguments.self_) as usize;
    let turned: Vec<u8> = data(m, arguments.self_).chunks(size).rev().flatten().copied().collect();
    replace_all(m, arguments.self_, &turned)?;
    m.none()
}

fn to_list(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut items = Vec::new();
    for at in 0..length(m, arguments.self_) {
        items.push(item(m, arguments.self_, at));
    }
    Ok(m.heap.new_list_from(&items))
}

fn from_bytes(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let more = m.expect_bytes(arguments.positional[0])?;
    if !more.len().is_multiple_of(item_size(m, arguments.self_) as usize) {
        return m.value_error("bytes length not a multiple of item size");
    }
    let all = [data(m, arguments.self_), more].concat();
    replace_all(m, arguments.self_, &all)?;
    m.none()
}

fn buffer_info(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let place = m.field(arguments.self_, field::BUFFER);
    let items = [m.heap.new_int(place.raw() as i64), m.heap.new_int(length(m, arguments.self_) as i64)];
    Ok(m.heap.new_tuple_from(&items))
}

fn next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (at, array) = (m.word(arguments.self_, 16), m.field(arguments.self_, 24));
    if array.is_null() {
        return Ok(Address::NULL);
    }
    if (at as u64) < length(m, array) {
        m.set_word(arguments.self_, 16, at + 1);
        return Ok(item(m, array, at as u64));
    }
    m.set_field(arguments.self_, 24, Address::NULL);
    Ok(Address::NULL)
}
