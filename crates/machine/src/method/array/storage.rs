//! The buffer of an array: reading it whole, growing and shrinking it (Modules/arraymodule.c).

use heapglass_heap::{Address, Kind, domain::Domain, layout::container::array as field, static_type::StaticType};

use super::item;
use crate::machine::{Machine, Outcome};

/// The type code of an array. Where CPython has a pointer to a description lie the letter and the size of an item.
pub fn code(m: &Machine, array: Address) -> char {
    char::from(m.heap.memory.u64(array.plus(field::DESCRIPTION)) as u8)
}

/// Bytes of an item of an array.
pub fn item_size(m: &Machine, array: Address) -> u64 {
    m.heap.array_item_size(array).max(1)
}

/// How many items.
pub fn length(m: &Machine, array: Address) -> u64 {
    m.heap.memory.u64(array.plus(field::LENGTH))
}

/// Where item `at` lies.
pub fn place(m: &Machine, array: Address, at: u64) -> Address {
    m.field(array, field::BUFFER).plus(at * item_size(m, array))
}

/// Item `at` as an object.
pub fn item(m: &mut Machine, array: Address, at: u64) -> Address {
    let (place, code) = (place(m, array, at), code(m, array));
    item::load(m, place, code)
}

/// The content as bytes.
pub fn data(m: &Machine, array: Address) -> Vec<u8> {
    let size = length(m, array) * item_size(m, array);
    if size == 0 { Vec::new() } else { m.heap.memory.slice(m.field(array, field::BUFFER), size).to_vec() }
}

/// `newarrayobject`: an array of exactly these bytes.
pub fn from_data(m: &mut Machine, class: Address, code: char, data: &[u8]) -> Outcome {
    let array = m.heap.generic_allocate(class, 0);
    let size = item::size_of(code).unwrap_or(1);
    let length = data.len() as u64 / size;
    m.heap.memory.set_u64(array.plus(field::DESCRIPTION), code as u64 | size << 8);
    if !data.is_empty() {
        let buffer = m.heap.allocate(Domain::Mem, data.len() as u64);
        m.heap.memory.write(buffer, data);
        m.heap.memory.set_address(array.plus(field::BUFFER), buffer);
    }
    m.heap.memory.set_u64(array.plus(field::LENGTH), length);
    m.heap.memory.set_u64(array.plus(field::ALLOCATED), length);
    Ok(array)
}

/// `array_resize`: grows by a sixteenth and a little, and gives back only when much is left over.
pub fn resize(m: &mut Machine, array: Address, length: u64) -> Outcome<()> {
    let old = self::length(m, array);
    if length != old && m.word(array, field::EXPORTS) > 0 {
        return Err(m.raise(StaticType::BufferError, "cannot resize an array that is exporting buffers"));
    }
    let (allocated, buffer) = (m.heap.memory.u64(array.plus(field::ALLOCATED)), m.field(array, field::BUFFER));
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

/// Makes room for, or takes out, what differs, and writes all items anew.
pub fn replace_all(m: &mut Machine, array: Address, data: &[u8]) -> Outcome<()> {
    resize(m, array, data.len() as u64 / item_size(m, array))?;
    if !data.is_empty() {
        let buffer = m.field(array, field::BUFFER);
        m.heap.memory.write(buffer, data);
    }
    Ok(())
}

/// Puts a value before item `at`.
pub fn insert_at(m: &mut Machine, array: Address, at: u64, value: Address) -> Outcome<()> {
    let bytes = item::bytes_of(m, code(m, array), value)?;
    let (length, size) = (length(m, array), item_size(m, array));
    resize(m, array, length + 1)?;
    let at = at.min(length);
    let place = m.field(array, field::BUFFER).plus(at * size);
    m.heap.memory.copy(place, place.plus(size), (length - at) * size);
    m.heap.memory.write(place, &bytes);
    Ok(())
}

/// Appends bytes, a whole number of items.
pub fn append_data(m: &mut Machine, array: Address, more: &[u8]) -> Outcome<()> {
    let (old, size) = (length(m, array), item_size(m, array));
    resize(m, array, old + more.len() as u64 / size)?;
    if !more.is_empty() {
        let place = place(m, array, old);
        m.heap.memory.write(place, more);
    }
    Ok(())
}

/// Appends the items of another array of the same kind, or of any iterable.
pub fn extend(m: &mut Machine, array: Address, source: Address) -> Outcome<()> {
    if m.heap.kind(source) == Kind::Array {
        if code(m, source) != code(m, array) {
            return m.type_error("can only extend with array of same kind");
        }
        let more = data(m, source);
        return append_data(m, array, &more);
    }
    m.for_each(source, |m, item| {
        let end = length(m, array);
        let result = insert_at(m, array, end, item);
        m.decref(item);
        result
    })
}

/// Takes item `at` out.
pub fn take_at(m: &mut Machine, array: Address, at: u64) -> Outcome {
    let value = item(m, array, at);
    let (mut all, size) = (data(m, array), item_size(m, array) as usize);
    all.drain(at as usize * size..(at as usize + 1) * size);
    if let Err(raised) = replace_all(m, array, &all) {
        m.decref(value);
        return Err(raised);
    }
    Ok(value)
}
