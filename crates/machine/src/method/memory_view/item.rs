//! Items and slices of memory views.

use heapglass_heap::{
    Address, Kind,
    layout::container::memory_view::{BASE, BUFFER, ITEM_SIZE},
    static_type::StaticType,
};

use super::{checked, code, count, dimensions, is_readonly, part, shape, strides};
use crate::{
    machine::{Machine, Outcome},
    method::array::item as number,
    module::structs::{from_half, half},
    native::Arguments,
};

/// Item `at` of a view of one dimension as an object.
pub fn load(m: &mut Machine, view: Address, at: u64) -> Outcome {
    let (place, code) = (place(m, view, at), code(m, view));
    load_at(m, place, code)
}

fn load_at(m: &mut Machine, place: Address, code: char) -> Outcome {
    match code {
        'c' => {
            let byte = m.heap.memory.u8(place);
            Ok(m.heap.new_bytes(&[byte]))
        }
        '?' => m.truth(m.heap.memory.u8(place) != 0),
        'N' | 'P' => Ok(number::load(m, place, 'Q')),
        'n' => Ok(number::load(m, place, 'q')),
        'e' => {
            let bits = m.heap.memory.u16(place);
            Ok(m.heap.new_float(from_half(bits)))
        }
        'u' | 'w' => {
            let text = format!("memoryview: format {code} not supported");
            Err(m.raise(StaticType::NotImplementedError, text))
        }
        _ => Ok(number::load(m, place, code)),
    }
}

fn place(m: &Machine, view: Address, at: u64) -> Address {
    let stride = strides(m, view).first().copied().unwrap_or(0);
    m.field(view, BUFFER).plus(stride.wrapping_mul(at as i64) as u64)
}

/// The items from a place on, along the dimensions from `dimension` on, as nested lists.
pub fn to_list(m: &mut Machine, view: Address, dimension: usize, start: Address) -> Outcome {
    let (shape, strides, code) = (shape(m, view), strides(m, view), code(m, view));
    if shape.len() == dimension {
        return load_at(m, start, code);
    }
    let list = m.heap.new_list(0);
    for at in 0..shape[dimension] {
        let place = start.plus(strides[dimension].wrapping_mul(at) as u64);
        let item = if dimension + 1 == shape.len() {
            load_at(m, place, code)
        } else {
            to_list(m, view, dimension + 1, place)
        };
        match item {
            Ok(item) => m.heap.list_append(list, item),
            Err(raised) => {
                m.decref(list);
                return Err(raised);
            }
        }
    }
    Ok(list)
}

fn out_of_bounds<T>(m: &mut Machine, dimension: usize) -> Outcome<T> {
    Err(m.raise(StaticType::IndexError, format!("index out of bounds on dimension {dimension}")))
}

/// Where the item lies that a tuple of indices names; `None` if the key is no such tuple.
fn place_of_tuple(m: &mut Machine, view: Address, key: Address) -> Outcome<Option<Address>> {
    if m.heap.kind(key) != Kind::Tuple {
        return Ok(None);
    }
    let indices = m.heap.tuple_items(key);
    for index in &indices {
        if !m.is_index(*index) {
            return Ok(None);
        }
    }
    let (shape, strides) = (shape(m, view), strides(m, view));
    if indices.len() < shape.len() {
        return Err(m.raise(StaticType::NotImplementedError, "sub-views are not implemented"));
    }
    if indices.len() > shape.len() {
        let (dimensions, given) = (shape.len(), indices.len());
        return m.type_error(format!("cannot index {dimensions}-dimension view with {given}-element tuple"));
    }
    let mut place = m.field(view, BUFFER);
    for (dimension, index) in indices.into_iter().enumerate() {
        let Some(at) = m.sequence_index(index, |_| shape[dimension] as u64)? else {
            return out_of_bounds(m, dimension + 1);
        };
        place = place.plus(strides[dimension].wrapping_mul(at as i64) as u64);
    }
    Ok(Some(place))
}

/// Where a single item lies that a key names; `None` if the key names none.
fn place_of(m: &mut Machine, view: Address, key: Address) -> Outcome<Option<Address>> {
    if m.is_index(key) {
        if dimensions(m, view) != 1 {
            let text = "multi-dimensional sub-views are not implemented";
            return Err(m.raise(StaticType::NotImplementedError, text));
        }
        return match m.sequence_index(key, |m| count(m, view))? {
            Some(at) => Ok(Some(place(m, view, at))),
            None => out_of_bounds(m, 1),
        };
    }
    place_of_tuple(m, view, key)
}

/// `view[key]`
pub fn get(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (view, key) = (arguments.self_, arguments.positional[0]);
    checked(m, view)?;
    if dimensions(m, view) == 0 && key == m.heap.ellipsis() {
        return Ok(m.incref(view));
    }
    if dimensions(m, view) == 0 && !is_empty_tuple(m, key) {
        return m.type_error("invalid indexing of 0-dim memory");
    }
    if !m.is_slice(key) {
        let place = place_of(m, view, key)?;
        // An index may have released the view.
        checked(m, view)?;
        return match place {
            Some(place) => load_at(m, place, code(m, view)),
            None if are_slices(m, key) => {
                Err(m.raise(StaticType::NotImplementedError, "multi-dimensional slicing is not implemented"))
            }
            None => m.type_error("memoryview: invalid slice key"),
        };
    }
    if m.slice_is_plain(key) {
        return slice_of(m, view, key);
    }
    // Another view holds the buffer while the numbers of the slice are asked for (`mbuf_add_view`).
    let held = super::again(m, view, |_| {});
    let result = slice_of(m, held, key);
    m.decref(held);
    result
}

fn slice_of(m: &mut Machine, view: Address, key: Address) -> Outcome {
    let found = m.unpack_slice(key)?.within(count(m, view));
    let mut part = part(m, view);
    let (mut shape, mut strides) = (shape(m, view), strides(m, view));
    part.buffer = place(m, view, found.start.max(0) as u64);
    shape[0] = found.count as i64;
    strides[0] *= found.step;
    Ok(m.heap.new_memory_view(m.field(view, BASE), part, &shape, &strides))
}

/// `view[key] = value`
pub fn set(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (view, key, value) = (arguments.self_, arguments.positional[0], arguments.positional[1]);
    checked(m, view)?;
    if is_readonly(m, view) {
        return m.type_error("cannot modify read-only memory");
    }
    if dimensions(m, view) == 0 {
        if key != m.heap.ellipsis() && !is_empty_tuple(m, key) {
            return m.type_error("invalid indexing of 0-dim memory");
        }
        let place = m.field(view, BUFFER);
        store(m, view, place, value)?;
        return m.none();
    }
    let many = m.is_slice(key) && dimensions(m, view) > 1 || are_slices(m, key);
    if many {
        let text = "memoryview slice assignments are currently restricted to ndim = 1";
        return Err(m.raise(StaticType::NotImplementedError, text));
    }
    if !m.is_slice(key) {
        let Some(place) = place_of(m, view, key)? else {
            return m.type_error("memoryview: invalid slice key");
        };
        store(m, view, place, value)?;
        return m.none();
    }
    let unpacked = m.unpack_slice(key)?;
    checked(m, view)?;
    let found = unpacked.within(count(m, view));
    let Some(bytes) = m.bytes_like(value)? else {
        let name = m.type_name(value);
        return m.type_error(format!("a bytes-like object is required, not '{name}'"));
    };
    let source = m.new_memory_view(value)?;
    let same = code(m, source) == code(m, view) && count(m, source) == found.count as u64;
    m.decref(source);
    if !same || dimensions(m, view) != 1 {
        return m.value_error("memoryview assignment: lvalue and rvalue have different structures");
    }
    let size = m.word(view, ITEM_SIZE).max(1) as usize;
    for (at, item) in found.indices().zip(bytes.chunks(size)) {
        let place = place(m, view, at);
        m.heap.memory.write(place, item);
    }
    m.none()
}

fn is_empty_tuple(m: &Machine, key: Address) -> bool {
    m.heap.kind(key) == Kind::Tuple && m.heap.tuple_len(key) == 0
}

/// Whether a key is a tuple of slices.
fn are_slices(m: &Machine, key: Address) -> bool {
    m.heap.kind(key) == Kind::Tuple && m.heap.tuple_items(key).into_iter().all(|item| m.is_slice(item)) && !is_empty_tuple(m, key)
}

/// `pack_single`: wrong types and values are told by the format. Reading the value may release the view.
fn store(m: &mut Machine, view: Address, place: Address, value: Address) -> Outcome<()> {
    let code = code(m, view);
    checked(m, view)?;
    match code {
        '?' => {
            let truth = m.is_true(value)?;
            checked(m, view)?;
            m.heap.memory.set_u8(place, u8::from(truth));
            return Ok(());
        }
        'c' => {
            if m.heap.kind(value) != Kind::Bytes {
                return m.type_error("memoryview: invalid type for format 'c'");
            }
            let bytes = m.heap.bytes_data(value).to_vec();
            let [byte] = bytes[..] else {
                return m.value_error("memoryview: invalid value for format 'c'");
            };
            m.heap.memory.set_u8(place, byte);
            return Ok(());
        }
        _ => {}
    }
    let letter = match code {
        'N' | 'P' => 'Q',
        'n' => 'q',
        _ => code,
    };
    // A number with a method of its own is asked once, before anything is written.
    let number = match code {
        'f' | 'd' | 'e' => m.to_f64(value).map(|number| m.heap.new_float(number)),
        _ => m.index(value),
    };
    let stored = number.and_then(|number| {
        let stored = checked(m, view).and_then(|()| match code {
            'e' => match half(m.heap.float_value(number)) {
                Some(bits) => {
                    m.heap.memory.write(place, &bits.to_le_bytes());
                    Ok(())
                }
                None => Err(m.raise(StaticType::OverflowError, "float too large to pack with e format")),
            },
            _ => number::store(m, place, letter, number),
        });
        m.decref(number);
        stored
    });
    match stored {
        Err(_) if m.error_matches(StaticType::TypeError) => {
            m.clear_error();
            m.type_error(format!("memoryview: invalid type for format '{code}'"))
        }
        Err(_) if m.error_matches(StaticType::OverflowError) => {
            m.clear_error();
            m.value_error(format!("memoryview: invalid value for format '{code}'"))
        }
        result => result,
    }
}
