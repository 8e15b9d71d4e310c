//! `_struct.Struct`: a format that has been read (Modules/_struct.c). Its codes lie in a block of their own.

use heapglass_heap::{
    Address, Domain,
    layout::native::struct_object::{CODES, FORMAT, LENGTH, SIZE},
    static_type::StaticType,
};

use super::structs::{Layout, error, pack_values, unpack_values};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    types::object_type::getattribute,
};

const STRUCT: StaticType = StaticType::Struct;
/// Bytes of a code: what it is, offset, size, repetitions.
const CODE_SIZE: u64 = 32;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(STRUCT, |m, a| {
        let object = m.heap.generic_allocate(a.self_, 0);
        m.set_word(object, SIZE, -1);
        m.set_word(object, LENGTH, -1);
        Ok(object)
    }),
    NativeRow::slot(STRUCT, "__init__", init),
    NativeRow::slot(STRUCT, "__getattribute__", getattribute),
    NativeRow::slot(STRUCT, "__repr__", |m, a| {
        let (_, text) = layout(m, a.self_)?;
        let shown = m.heap.new_str(&text);
        let repr = m.repr_text(shown);
        m.decref(shown);
        let repr = repr?;
        m.new_text(&format!("_struct.Struct({repr})").replace("_struct.", ""))
    }),
    NativeRow::positional(STRUCT, "pack", |m, a| {
        let (layout, _) = layout(m, a.self_)?;
        let data = pack_values(m, &layout, a.positional)?;
        Ok(m.heap.new_bytes(&data))
    }),
    NativeRow::positional(STRUCT, "pack_into", |m, a| {
        let (layout, _) = layout(m, a.self_)?;
        into(m, &layout, a.positional)
    }),
    NativeRow::one(STRUCT, "unpack", |m, a| {
        let (layout, _) = layout(m, a.self_)?;
        unpack_values(m, &layout, a.positional[0], 0, true)
    }),
    NativeRow::keywords(STRUCT, "unpack_from", |m, a| {
        let [buffer, offset] = a.parsed(m, "unpack_from", ["buffer", "offset"], 1, 2)?;
        let (layout, _) = layout(m, a.self_)?;
        let offset = offset.map_or(Ok(0), |offset| m.index_clamped(offset))?;
        unpack_values(m, &layout, buffer.unwrap_or(a.self_), offset, false)
    }),
    NativeRow::get(STRUCT, "format", |m, a| {
        let (_, text) = layout(m, a.self_)?;
        m.new_text(&text)
    }),
    NativeRow::get(STRUCT, "size", |m, a| {
        let size = m.word(a.self_, SIZE);
        Ok(m.heap.new_int_ssize(size))
    }),
    NativeRow::no_arguments(STRUCT, "__sizeof__", |m, a| {
        let size = m.heap.sizeof_method(a.self_);
        Ok(m.heap.new_int_ssize(size as i64))
    }),
    NativeRow::function("_struct", "pack_into", Convention::Positional, |m, a| {
        let Some((format, rest)) = a.positional.split_first() else {
            return m.type_error("pack_into expected at least 1 argument, got 0");
        };
        let layout = Layout::read(m, *format)?;
        into(m, &layout, rest)
    }),
];

/// The format as it was read, and its text.
fn layout(m: &mut Machine, object: Address) -> Outcome<(Layout, String)> {
    let format = m.field(object, FORMAT);
    if format.is_null() {
        return Err(m.raise(StaticType::RuntimeError, "Struct object is not initialized"));
    }
    let text = String::from_utf8_lossy(m.heap.bytes_data(format)).into_owned();
    Layout::parse(&text).map(|layout| (layout, text)).map_err(|complaint| error(m, complaint))
}

fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [format] = arguments.parsed(m, "Struct", ["format"], 1, 1)?;
    let given = format.unwrap_or(arguments.self_);
    let layout = Layout::read(m, given)?;
    let format = if m.is_str(given) {
        let text = m.heap.str_text(given);
        m.heap.new_bytes(text.as_bytes())
    } else {
        m.incref(given)
    };
    m.set_field(arguments.self_, FORMAT, format);
    let codes = layout.codes() as u64;
    let old = m.field(arguments.self_, CODES);
    if !old.is_null() {
        m.heap.release(Domain::Mem, old);
    }
    let block = m.heap.allocate(Domain::Mem, (codes + 1) * CODE_SIZE);
    m.heap.memory.set_address(arguments.self_.plus(CODES), block);
    m.set_word(arguments.self_, SIZE, layout.size as i64);
    m.set_word(arguments.self_, LENGTH, layout.values() as i64);
    // How many codes there are is told by the zero that ends them.
    for code in 0..=codes {
        m.heap.memory.fill(block.plus(code * CODE_SIZE), CODE_SIZE, u8::from(code < codes));
    }
    m.none()
}

/// `pack_into(buffer, offset, *values)`
fn into(m: &mut Machine, layout: &Layout, arguments: &[Address]) -> Outcome {
    let [buffer, offset, values @ ..] = arguments else {
        let text = if arguments.is_empty() { "pack_into expected buffer argument" } else { "pack_into expected offset argument" };
        return m.type_error(text);
    };
    if values.len() != layout.values() {
        let (wanted, given) = (layout.values(), values.len());
        return Err(error(m, format!("pack_into expected {wanted} items for packing (got {given})")));
    }
    let view = m.new_memory_view(*buffer)?;
    let result = write(m, layout, view, *offset, values);
    let released = m.call_method(view, "release", &[]);
    m.decref(view);
    if let Ok(released) = released {
        m.decref(released);
    }
    result
}

fn write(m: &mut Machine, layout: &Layout, view: Address, offset: Address, values: &[Address]) -> Outcome {
    let readonly = m.get_attribute_named(view, "readonly")?;
    if readonly == m.heap.true_() {
        return m.type_error("read-write bytes-like object expected");
    }
    let room = crate::method::memory_view::data(m, view)?.len() as i64;
    let (offset, size) = (m.index_clamped(offset)?, layout.size as i64);
    let at = if offset < 0 { offset.saturating_add(room) } else { offset };
    if offset < 0 && offset.saturating_add(size) > 0 {
        return Err(error(m, format!("no space to pack {size} bytes at offset {offset}")));
    }
    if at < 0 {
        return Err(error(m, format!("offset {offset} out of range for {room}-byte buffer")));
    }
    if room - at < size {
        let least = i128::from(at) + i128::from(size);
        return Err(error(
            m,
            format!(
                "pack_into requires a buffer of at least {least} bytes for packing {size} bytes at offset {offset} (actual \
                 buffer size is {room})"
            ),
        ));
    }
    let data = pack_values(m, layout, values)?;
    let code = m.heap.new_str("B");
    let plain = m.call_method(view, "cast", &[code]);
    m.decref(code);
    let plain = plain?;
    let parts = [m.heap.new_int(at), m.heap.new_int(at + size)];
    let slice = m.call(StaticType::Slice.address(), &parts, &[]);
    let bytes = m.heap.new_bytes(&data);
    let result = slice.and_then(|slice| {
        let result = m.set_item(plain, slice, bytes);
        m.decref(slice);
        result
    });
    for part in [parts[0], parts[1], bytes] {
        m.decref(part);
    }
    let released = m.call_method(plain, "release", &[]);
    m.decref(plain);
    if let Ok(released) = released {
        m.decref(released);
    }
    result?;
    m.none()
}
