//! `memoryview` of one dimension (Objects/memoryobject.c).

use heapglass_heap::{
    Address, Kind,
    layout::container::memory_view::{BUFFER, FORMAT, HASH, ITEM_SIZE, LENGTH, OBJECT, READONLY, STRIDES},
    object::bytes::array::EXPORTS,
    static_type::StaticType,
};

use super::array;
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
};

const VIEW: StaticType = StaticType::MemoryView;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(VIEW, new),
    NativeRow::slot(VIEW, "__repr__", repr),
    NativeRow::slot(VIEW, "__len__", |m, a| {
        checked(m, a.self_)?;
        let count = count(m, a.self_);
        Ok(m.heap.new_int(count as i64))
    }),
    NativeRow::slot(VIEW, "__getitem__", get),
    NativeRow::slot(VIEW, "__setitem__", set),
    NativeRow::slot(VIEW, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(VIEW, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(VIEW, "__hash__", hash),
    NativeRow::no_arguments(VIEW, "tobytes", |m, a| {
        let data = data(m, a.self_)?;
        Ok(m.heap.new_bytes(&data))
    }),
    NativeRow::no_arguments(VIEW, "tolist", to_list),
    NativeRow::no_arguments(VIEW, "release", release),
    NativeRow::no_arguments(VIEW, "toreadonly", to_readonly),
    NativeRow::no_arguments(VIEW, "__enter__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::positional(VIEW, "__exit__", release),
    NativeRow::positional(VIEW, "hex", |m, a| {
        let data = data(m, a.self_)?;
        let digits: String = data.iter().map(|byte| format!("{byte:02x}")).collect();
        m.new_text(&digits)
    }),
    NativeRow::get(VIEW, "obj", |m, a| {
        checked(m, a.self_)?;
        Ok(m.field_or_none(a.self_, OBJECT))
    }),
    NativeRow::get(VIEW, "nbytes", |m, a| {
        checked(m, a.self_)?;
        let length = m.word(a.self_, LENGTH);
        Ok(m.heap.new_int(length))
    }),
    NativeRow::get(VIEW, "itemsize", |m, a| {
        let size = m.word(a.self_, ITEM_SIZE);
        Ok(m.heap.new_int(size))
    }),
    NativeRow::get(VIEW, "format", |m, a| {
        let code = code(m, a.self_);
        m.new_text(&code.to_string())
    }),
    NativeRow::get(VIEW, "readonly", |m, a| m.truth(m.heap.memory.u32(a.self_.plus(READONLY)) != 0)),
    NativeRow::get(VIEW, "ndim", |m, _| Ok(m.heap.new_int(1))),
    NativeRow::get(VIEW, "contiguous", |m, a| m.truth(m.word(a.self_, STRIDES) == m.word(a.self_, ITEM_SIZE))),
    NativeRow::get(VIEW, "shape", |m, a| {
        let count = count(m, a.self_);
        let count = m.heap.new_int(count as i64);
        Ok(m.heap.new_tuple_from(&[count]))
    }),
    NativeRow::get(VIEW, "strides", |m, a| {
        let stride = m.word(a.self_, STRIDES);
        let stride = m.heap.new_int(stride);
        Ok(m.heap.new_tuple_from(&[stride]))
    }),
];

fn code(m: &Machine, view: Address) -> char {
    char::from(m.heap.memory.u64(view.plus(FORMAT)) as u8)
}

fn count(m: &Machine, view: Address) -> u64 {
    (m.word(view, LENGTH) / m.word(view, ITEM_SIZE).max(1)) as u64
}

/// A released view is refused.
fn checked(m: &mut Machine, view: Address) -> Outcome<()> {
    if m.field(view, OBJECT).is_null() {
        return m.value_error("operation forbidden on released memoryview object");
    }
    Ok(())
}

/// Where item `at` lies.
fn place(m: &Machine, view: Address, at: u64) -> Address {
    let offset = m.word(view, STRIDES).wrapping_mul(at as i64);
    m.field(view, BUFFER).plus(offset as u64)
}

/// The content of a view.
pub fn data(m: &mut Machine, view: Address) -> Outcome<Vec<u8>> {
    checked(m, view)?;
    let size = m.word(view, ITEM_SIZE) as u64;
    let mut data = Vec::new();
    for at in 0..count(m, view) {
        let place = place(m, view, at);
        data.extend_from_slice(m.heap.memory.slice(place, size));
    }
    Ok(data)
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "memoryview", &["object"])?;
    let Some(object) = arguments.get_or_keyword(m, 0, "object") else {
        return m.type_error("memoryview() missing required argument 'object' (pos 1)");
    };
    let (buffer, length, size, code, readonly) = match m.heap.kind(object) {
        Kind::Bytes => (object.plus(32), m.heap.bytes_len(object), 1, b'B', true),
        Kind::ByteArray => {
            let exports = m.word(object, EXPORTS);
            m.set_word(object, EXPORTS, exports + 1);
            (m.field(object, 40), m.heap.bytes_len(object), 1, b'B', false)
        }
        Kind::Array => {
            let size = array::item_size(m, object);
            let exports = m.word(object, array::EXPORTS);
            m.set_word(object, array::EXPORTS, exports + 1);
            (m.field(object, array::BUFFER), array::length(m, object) * size, size, array::code(m, object) as u8, false)
        }
        Kind::MemoryView => {
            checked(m, object)?;
            let readonly = m.heap.memory.u32(object.plus(READONLY)) != 0;
            let size = m.word(object, ITEM_SIZE) as u64;
            let part = Part { owner: m.field(object, OBJECT), buffer: m.field(object, BUFFER), length: m.word(object, LENGTH) as u64 };
            return Ok(view_of(m, part, size, m.word(object, STRIDES), code(m, object) as u8, readonly));
        }
        _ => {
            let name = m.type_name(object);
            return m.type_error(format!("memoryview: a bytes-like object is required, not '{name}'"));
        }
    };
    let part = Part { owner: object, buffer, length };
    Ok(view_of(m, part, size, size as i64, code, readonly))
}

/// What a view looks at: the owner (borrowed), where, how many bytes.
struct Part {
    owner: Address,
    buffer: Address,
    length: u64,
}

fn view_of(m: &mut Machine, part: Part, size: u64, stride: i64, code: u8, readonly: bool) -> Address {
    let view = m.heap.generic_allocate(VIEW.address(), 3);
    m.incref(part.owner);
    m.heap.memory.set_address(view.plus(OBJECT), part.owner);
    m.heap.memory.set_address(view.plus(BUFFER), part.buffer);
    for (offset, value) in [(LENGTH, part.length as i64), (ITEM_SIZE, size as i64), (STRIDES, stride), (FORMAT, i64::from(code)), (HASH, -1)] {
        m.set_word(view, offset, value);
    }
    m.heap.memory.set_u32(view.plus(READONLY), u32::from(readonly));
    view
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let released = m.field(arguments.self_, OBJECT).is_null();
    let word = if released { "released memory" } else { "memory" };
    m.new_text(&format!("<{word} at {}>", arguments.self_))
}

fn get(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (view, key) = (arguments.self_, arguments.positional[0]);
    checked(m, view)?;
    if m.is_index(key) {
        return match m.sequence_index(key, |m| count(m, view))? {
            Some(at) => {
                let (place, code) = (place(m, view, at), code(m, view));
                Ok(array::load(m, place, code))
            }
            None => Err(m.raise(StaticType::IndexError, "index out of bounds on dimension 1")),
        };
    }
    if !m.is_slice(key) {
        return m.type_error("memoryview: invalid slice key");
    }
    let found = m.unpack_slice(key)?.within(count(m, view));
    let size = m.word(view, ITEM_SIZE) as u64;
    let start = if found.count > 0 { place(m, view, found.start as u64) } else { m.field(view, BUFFER) };
    let part = Part { owner: m.field(view, OBJECT), buffer: start, length: found.count as u64 * size };
    let stride = m.word(view, STRIDES) * found.step;
    let readonly = m.heap.memory.u32(view.plus(READONLY)) != 0;
    Ok(view_of(m, part, size, stride, code(m, view) as u8, readonly))
}

fn set(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (view, key, value) = (arguments.self_, arguments.positional[0], arguments.positional[1]);
    checked(m, view)?;
    if m.heap.memory.u32(view.plus(READONLY)) != 0 {
        return m.type_error("cannot modify read-only memory");
    }
    if m.is_index(key) {
        let Some(at) = m.sequence_index(key, |m| count(m, view))? else {
            return Err(m.raise(StaticType::IndexError, "index out of bounds on dimension 1"));
        };
        let (place, code) = (place(m, view, at), code(m, view));
        array::store(m, place, code, value)?;
        return m.none();
    }
    let found = m.unpack_slice(key)?.within(count(m, view));
    let data = m.expect_bytes(value)?;
    let size = m.word(view, ITEM_SIZE) as usize;
    if data.len() != found.count as usize * size {
        return m.value_error("memoryview assignment: lvalue and rvalue have different structures");
    }
    for (at, item) in found.indices().zip(data.chunks(size.max(1))) {
        let place = place(m, view, at);
        m.heap.memory.write(place, item);
    }
    m.none()
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let other = m.bytes_like(arguments.positional[0])?;
    let Some(other) = other else { return m.not_implemented() };
    let equal = data(m, arguments.self_)? == other;
    m.truth(equal == (op == CompareOp::Eq))
}

fn hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if m.heap.memory.u32(arguments.self_.plus(READONLY)) == 0 {
        return m.value_error("cannot hash writable memoryview object");
    }
    let data = data(m, arguments.self_)?;
    let hash = heapglass_heap::object::siphash::hash_bytes(&data);
    Ok(m.heap.new_int(hash))
}

fn to_list(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    checked(m, arguments.self_)?;
    let list = m.heap.new_list(0);
    for at in 0..count(m, arguments.self_) {
        let (place, code) = (place(m, arguments.self_, at), code(m, arguments.self_));
        let item = array::load(m, place, code);
        m.heap.list_append(list, item);
    }
    Ok(list)
}

fn to_readonly(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let view = new(m, Arguments::of(VIEW.address(), &[arguments.self_]))?;
    m.heap.memory.set_u32(view.plus(READONLY), 1);
    Ok(view)
}

fn release(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.set_field(arguments.self_, OBJECT, Address::NULL);
    m.none()
}
