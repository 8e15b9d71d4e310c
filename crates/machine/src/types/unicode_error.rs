//! `UnicodeEncodeError`, `UnicodeDecodeError` and `UnicodeTranslateError` (`Objects/exceptions.c`).

use heapglass_heap::{Address, Kind, layout::exception::unicode_error, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::field_row::{read_field, write_field},
};

read_field! {
    encoding unicode_error::ENCODING;
    object unicode_error::OBJECT;
    reason unicode_error::REASON;
}

write_field! {
    set_encoding unicode_error::ENCODING;
    set_object unicode_error::OBJECT;
    set_reason unicode_error::REASON;
}

fn encode_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    init(m, &arguments, StaticType::UnicodeEncodeError)
}

fn decode_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    init(m, &arguments, StaticType::UnicodeDecodeError)
}

fn translate_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    init(m, &arguments, StaticType::UnicodeTranslateError)
}

fn expect_str(m: &mut Machine, value: Address, number: usize) -> Outcome<()> {
    if m.heap.is_str(value) {
        return Ok(());
    }
    let found = m.type_name(value);
    m.type_error(format!("argument {number} must be str, not {found}"))
}

/// Encoding (but for a translation), object, start, end, reason.
fn init(m: &mut Machine, arguments: &Arguments<'_>, which: StaticType) -> Outcome {
    let exception = arguments.self_;
    m.start_exception(arguments)?;
    let wanted = if which == StaticType::UnicodeTranslateError { 4 } else { 5 };
    arguments.parse_arity(m, "", wanted, wanted)?;
    let [object, start, end, reason] = arguments.positional[wanted - 4..] else { return Ok(m.heap.none()) };
    let encoding = if wanted == 5 { arguments.positional[0] } else { Address::NULL };
    if wanted == 5 {
        expect_str(m, encoding, 1)?;
    }
    if which != StaticType::UnicodeDecodeError {
        expect_str(m, object, wanted - 3)?;
    }
    let start = m.index_to_i64(start, StaticType::OverflowError)?;
    let end = m.index_to_i64(end, StaticType::OverflowError)?;
    expect_str(m, reason, wanted)?;
    m.store_field(exception, unicode_error::ENCODING, encoding);
    if which == StaticType::UnicodeDecodeError && m.heap.kind(object) != Kind::Bytes {
        let Some(bytes) = m.bytes_like(object)? else {
            let found = m.type_name(object);
            return m.type_error(format!("a bytes-like object is required, not '{found}'"));
        };
        let bytes = m.heap.new_bytes(&bytes);
        m.store_field(exception, unicode_error::OBJECT, bytes);
        m.decref(bytes);
    } else {
        m.store_field(exception, unicode_error::OBJECT, object);
    }
    m.heap.memory.set_i64(exception.plus(unicode_error::START), start);
    m.heap.memory.set_i64(exception.plus(unicode_error::END), end);
    m.store_field(exception, unicode_error::REASON, reason);
    Ok(m.heap.none())
}

fn start(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.heap.memory.i64(arguments.self_.plus(unicode_error::START));
    Ok(m.heap.new_int(value))
}

fn end(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.heap.memory.i64(arguments.self_.plus(unicode_error::END));
    Ok(m.heap.new_int(value))
}

/// A member of C's type `Py_ssize_t` takes only ints, and is always there.
fn set_number(m: &mut Machine, arguments: &Arguments<'_>, offset: u64) -> Outcome {
    let value = match arguments.get(0) {
        None => return m.type_error("can't delete numeric/char attribute".to_owned()),
        Some(value) if m.heap.kind(value) == Kind::Int => value,
        Some(_) => return m.type_error("an integer is required".to_owned()),
    };
    let Some(value) = m.heap.int_to_i64(value) else {
        return Err(m.raise(StaticType::OverflowError, "Python int too large to convert to C ssize_t"));
    };
    m.heap.memory.set_i64(arguments.self_.plus(offset), value);
    Ok(m.heap.none())
}

fn set_start(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    set_number(m, &arguments, unicode_error::START)
}

fn set_end(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    set_number(m, &arguments, unicode_error::END)
}

fn str(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let exception = arguments.self_;
    let object = m.heap.memory.address(exception.plus(unicode_error::OBJECT));
    if object.is_null() {
        return Ok(m.heap.empty_str());
    }
    let text = |m: &mut Machine, offset| {
        let value = m.heap.memory.address(exception.plus(offset));
        if value.is_null() { Ok("<NULL>".to_owned()) } else { m.str_of(value) }
    };
    let reason = text(m, unicode_error::REASON)?;
    let start = m.heap.memory.i64(exception.plus(unicode_error::START));
    let end = m.heap.memory.i64(exception.plus(unicode_error::END));
    let (is_str, is_bytes) = (m.heap.is_str(object), m.heap.kind(object) == Kind::Bytes);
    let length = if is_str || is_bytes { m.length(object)? } else { 0 };
    let single = (0..length).contains(&start) && end == start.wrapping_add(1);
    let what = if single && is_str {
        let shown = match m.heap.str_char(object, start as u64) {
            point @ 0..0x100 => format!("\\x{point:02x}"),
            point @ 0x100..0x1_0000 => format!("\\u{point:04x}"),
            point => format!("\\U{point:08x}"),
        };
        format!("character '{shown}' in position {start}")
    } else if single {
        let byte = m.heap.bytes_data(object)[start as usize];
        format!("byte 0x{byte:02x} in position {start}")
    } else {
        let decoding = m.heap.is_instance(exception, StaticType::UnicodeDecodeError);
        let noun = if decoding { "bytes" } else { "characters" };
        format!("{noun} in position {start}-{}", end.wrapping_sub(1))
    };
    let text = if m.heap.is_instance(exception, StaticType::UnicodeTranslateError) {
        format!("can't translate {what}: {reason}")
    } else {
        let decoding = m.heap.is_instance(exception, StaticType::UnicodeDecodeError);
        let verb = if decoding { "decode" } else { "encode" };
        format!("'{}' codec can't {verb} {what}: {reason}", text(m, unicode_error::ENCODING)?)
    };
    Ok(m.heap.new_str(&text))
}

macro_rules! unicode_rows {
    ($which:ident $init:ident) => {
        &[
            NativeRow::slot(StaticType::$which, "__init__", $init),
            NativeRow::slot(StaticType::$which, "__str__", str),
            NativeRow::member_set(StaticType::$which, "encoding", encoding, set_encoding),
            NativeRow::member_set(StaticType::$which, "object", object, set_object),
            NativeRow::member_set(StaticType::$which, "start", start, set_start),
            NativeRow::member_set(StaticType::$which, "end", end, set_end),
            NativeRow::member_set(StaticType::$which, "reason", reason, set_reason),
        ]
    };
}

/// `UnicodeEncodeError`.
pub const ENCODE_ROWS: &[NativeRow] = unicode_rows!(UnicodeEncodeError encode_init);
/// `UnicodeDecodeError`.
pub const DECODE_ROWS: &[NativeRow] = unicode_rows!(UnicodeDecodeError decode_init);
/// `UnicodeTranslateError`.
pub const TRANSLATE_ROWS: &[NativeRow] = unicode_rows!(UnicodeTranslateError translate_init);
