//! Ints from text and as text: `int(...)`, `repr`, `format`.

use heapglass_heap::{Address, Domain, Kind, static_type::StaticType};
use num_bigint::{BigInt, Sign};
use num_traits::{FromPrimitive, Zero};

use super::int::exact;
use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::Arguments,
    text::case,
    types::slot::Slot,
};

/// The digits that may be converted, unless the program sets another limit (`_PY_LONG_DEFAULT_MAX_STR_DIGITS`).
pub const MOST_DIGITS: u32 = 4300;
/// No limit is enforced on fewer digits, and none may be lower (`_PY_LONG_MAX_STR_DIGITS_THRESHOLD`).
pub const LEAST_LIMIT: u32 = 640;

/// `repr(int)`.
pub fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let text = decimal(m, arguments.self_)?;
    let scratch = decimal_scratch(m, arguments.self_);
    let result = text_object(m, &text);
    m.heap.release(Domain::Object, scratch);
    result
}

/// The int in which the conversion to base 10^9 works.
pub(crate) fn decimal_scratch(m: &mut Machine, int: Address) -> Address {
    let digits = m.heap.int_digit_count(int);
    // A digit of base 2^30 takes a little more than one of base 10^9: one in 99.
    m.heap.take_digits(1 + digits + digits / 99)
}

fn text_object(m: &mut Machine, text: &str) -> Outcome {
    if let [digit] = text.as_bytes() {
        // Not the shared one-character str: the digits are written into a new object.
        let object = m.heap.new_blank_str(1, 127);
        let place = m.heap.str_data(object);
        m.heap.memory.set_u8(place, *digit);
        return Ok(object);
    }
    m.new_text(text)
}

/// The decimal text of an int; too long a one is refused.
pub fn decimal(m: &mut Machine, object: Address) -> Outcome<String> {
    if let Some(value) = m.heap.int_to_i64(object) {
        return Ok(value.to_string());
    }
    let value = m.big_int(object);
    let limit = m.registers.int_max_str_digits;
    // A digit holds 3.32 bits; do not even convert what is certainly too long.
    let too_long = limit > 0 && value.bits() > (u64::from(limit) + 1) * 10 / 3;
    if !too_long {
        m.count_work(value.bits().saturating_mul(value.bits()) >> 19)?;
    }
    let text = if too_long { String::new() } else { value.to_string() };
    if too_long || limit > 0 && text.trim_start_matches('-').len() > limit as usize {
        return m.value_error(format!(
            "Exceeds the limit ({limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
        ));
    }
    Ok(text)
}

/// `int.__new__`: `int(x=0, /)` or `int(text, base=10)`.
pub fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [object, base] = arguments.parsed(m, "int", ["", "base"], 0, 2)?;
    let value = match (object, base) {
        (None, None) => m.heap.new_int(0),
        (None, Some(_)) => return m.type_error("int() missing string argument"),
        (Some(object), None) => from_object(m, object)?,
        (Some(object), Some(base)) => {
            let base = m.index_clamped(base)?;
            if base != 0 && !(2..=36).contains(&base) {
                return m.value_error("int() base must be >= 2 and <= 36, or 0");
            }
            match m.heap.kind(object) {
                Kind::Str | Kind::Bytes | Kind::ByteArray => from_text(m, object, base as u32)?,
                _ => return m.type_error("int() can't convert non-string with explicit base"),
            }
        }
    };
    if arguments.self_ == StaticType::Int.address() {
        return Ok(value);
    }
    let digits = m.heap.int_digits(value);
    m.decref(value);
    let object = m.heap.generic_allocate(arguments.self_, digits.1.len().max(1) as u64);
    m.heap.write_int(object, digits.0, &digits.1);
    Ok(object)
}

/// `int(object)` (`PyNumber_Long`).
fn from_object(m: &mut Machine, object: Address) -> Outcome {
    if m.heap.is_exact(object, StaticType::Int) {
        return Ok(m.incref(object));
    }
    if let Some(result) = m.call_slot(object, Slot::Int, &[])? {
        return exact_result(m, result, "__int__");
    }
    if m.is_index(object) {
        let index = m.index(object)?;
        let value = exact(m, index);
        m.decref(index);
        return value;
    }
    if let Some(method) = m.lookup_special(object, "__trunc__")? {
        let result = truncated_by(m, method);
        m.decref(method);
        return result;
    }
    match m.heap.kind(object) {
        Kind::Str | Kind::Bytes | Kind::ByteArray | Kind::MemoryView | Kind::Array => from_text(m, object, 10),
        _ => {
            // The object was asked for a buffer first.
            m.raise_about_type("a bytes-like object is required, not '%.100s'", object);
            let format = "int() argument must be a string, a bytes-like object or a real number, not '%.200s'";
            Err(m.raise_about_type(format, object))
        }
    }
}

/// What a conversion method returned (owned), as an exact int.
fn exact_result(m: &mut Machine, result: Address, method: &str) -> Outcome {
    let returned = m.type_name(result);
    let checked = if m.heap.is_exact(result, StaticType::Int) {
        return Ok(result);
    } else if m.is_int(result) {
        m.warn_of_subclass(method, "int", &returned)
    } else {
        Err(m.raise_about_type(&format!("{method} returned non-int (type %.200s)"), result))
    };
    let value = checked.and_then(|()| exact(m, result));
    m.decref(result);
    value
}

/// `int(object)` by way of its bound `__trunc__`.
fn truncated_by(m: &mut Machine, method: Address) -> Outcome {
    m.warn_deprecated("The delegation of int() to __trunc__ is deprecated.")?;
    let result = m.call(method, &[], &[])?;
    let value = if m.is_index(result) {
        m.index(result)
    } else {
        let returned = m.type_name(result);
        m.type_error(format!("__trunc__ returned non-Integral (type {returned})"))
    };
    m.decref(result);
    let index = value?;
    let value = exact(m, index);
    m.decref(index);
    value
}

/// Digits in base 2^30 that `PyLong_FromString` makes room for.
fn room_for(points: &[u32], base: u32) -> u64 {
    let text: String = points.iter().filter_map(|point| char::from_u32(*point)).collect();
    let rest = text.trim().trim_start_matches(['+', '-']);
    let (base, digits, _) = without_prefix(rest, base);
    let count = digits.chars().filter(|char| *char != '_').count() as u64;
    if base.is_power_of_two() {
        (count * u64::from(base.ilog2())).div_ceil(30)
    } else {
        (count as f64 * f64::from(base).ln() / f64::from(1 << 30).ln()) as u64 + 1
    }
}

fn from_text(m: &mut Machine, object: Address, base: u32) -> Outcome {
    let points = match m.heap.kind(object) {
        Kind::Str => m.heap.str_points(object),
        _ => m.expect_bytes(object)?.into_iter().map(u32::from).collect(),
    };
    match parse(&points, base, m.registers.int_max_str_digits) {
        Ok(value) => {
            let room = room_for(&points, base);
            Ok(m.new_int_from_room(&value, room))
        }
        Err(Refusal::Malformed) => {
            let format = "invalid literal for int() with base %d: %.200R";
            if m.heap.is_str(object) {
                // Raised twice, first about a copy of the C string (`PyLong_FromString`).
                let text = m.heap.str_text(object);
                let copy = m.heap.new_str(&text);
                m.raise_format(StaticType::ValueError, format, &[Piece::Number(base.into()), Piece::Repr(copy)]);
                m.decref(copy);
            }
            if m.is_str(object) || m.heap.kind(object) == Kind::Bytes {
                return Err(m.raise_format(StaticType::ValueError, format, &[Piece::Number(base.into()), Piece::Repr(object)]));
            }
            // Of another buffer the bytes are shown.
            let data = m.expect_bytes(object)?;
            let bytes = m.heap.new_bytes(&data);
            let raised = m.raise_format(StaticType::ValueError, format, &[Piece::Number(base.into()), Piece::Repr(bytes)]);
            m.decref(bytes);
            Err(raised)
        }
        Err(Refusal::TooLong(digits, limit)) => m.value_error(format!(
            "Exceeds the limit ({limit} digits) for integer string conversion: value has {digits} digits; \
             use sys.set_int_max_str_digits() to increase the limit"
        )),
    }
}

/// Why text is no int.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It does not read as one.
    Malformed,
    /// It has so many digits, and that is the limit.
    TooLong(usize, u32),
}

/// Reads an int with optional sign, prefix and underscores in a base from 2 to 36, or 0 to let the prefix say.
///
/// Unless the base is a power of two, only `limit` digits are allowed (0: any number).
pub fn parse(points: &[u32], base: u32, limit: u32) -> Result<BigInt, Refusal> {
    let mut text = String::with_capacity(points.len());
    for point in points {
        match case::decimal_value(*point) {
            Some(digit) => text.push(char::from(b'0' + digit as u8)),
            None if case::is_space(*point) => text.push(' '),
            None => text.push(char::from_u32(*point).filter(char::is_ascii).ok_or(Refusal::Malformed)?),
        }
    }
    let text = text.trim_matches(' ');
    let (sign, rest) = match text.as_bytes().first() {
        Some(b'-') => (Sign::Minus, &text[1..]),
        Some(b'+') => (Sign::Plus, &text[1..]),
        _ => (Sign::Plus, text),
    };
    let (base, digits, prefixed) = without_prefix(rest, base);
    let digits = if prefixed { digits.strip_prefix('_').unwrap_or(digits) } else { digits };
    let well_formed = !digits.is_empty()
        && !digits.starts_with('_')
        && !digits.ends_with('_')
        && !digits.contains("__")
        && digits.chars().all(|c| c == '_' || c.is_digit(base));
    if !well_formed {
        return Err(Refusal::Malformed);
    }
    let plain: Vec<u8> = digits.bytes().filter(|b| *b != b'_').collect();
    if !base.is_power_of_two() && limit > 0 && plain.len() > limit.max(LEAST_LIMIT) as usize {
        return Err(Refusal::TooLong(plain.len(), limit));
    }
    let value = BigInt::parse_bytes(&plain, base).ok_or(Refusal::Malformed)?;
    Ok(if sign == Sign::Minus { -value } else { value })
}

/// The base, the digits after a prefix, and whether there was one. Base 0 without prefix allows `0` but not `012`.
fn without_prefix(text: &str, base: u32) -> (u32, &str, bool) {
    let lower = text.get(..2).unwrap_or("").to_ascii_lowercase();
    for (prefix, its_base) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if lower == prefix && (base == 0 || base == its_base) {
            return (its_base, &text[2..], true);
        }
    }
    if base != 0 {
        return (base, text, false);
    }
    let only_zeros = text.bytes().all(|b| b == b'0' || b == b'_');
    if text.starts_with('0') && !only_zeros { (10, "", false) } else { (10, text, false) }
}

/// `int.__format__`.
pub fn format(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let spec = m.expect_text(arguments.positional[0], "__format__() argument must be str")?;
    m.format_to_str(arguments.self_, &spec)
}

/// The int part of a float; `None` for infinities and NaN.
pub fn truncated(value: f64) -> Option<BigInt> {
    if value == 0.0 { Some(BigInt::zero()) } else { BigInt::from_f64(value.trunc()) }
}

#[cfg(test)]
mod tests {
    use num_bigint::BigInt;

    use super::{MOST_DIGITS, Refusal, parse};
    use crate::text::points;

    #[test]
    fn literals_are_read_as_int_does() {
        let read = |text: &str, base| parse(&points(text), base, MOST_DIGITS);
        assert_eq!(read(" -1_000\n", 10), Ok(BigInt::from(-1000)));
        assert_eq!(read("0x_ff", 0), Ok(BigInt::from(255)));
        assert_eq!(read("٣", 10), Ok(BigInt::from(3)));
        assert_eq!(read("ff", 16), Ok(BigInt::from(255)));
        for (text, base) in [("", 10), ("1__0", 10), ("012", 0), ("0x1", 10), ("2", 2), ("- 1", 10), ("1.0", 10)] {
            assert_eq!(read(text, base), Err(Refusal::Malformed), "{text}");
        }
        assert_eq!(read(&"9".repeat(4301), 10), Err(Refusal::TooLong(4301, MOST_DIGITS)));
    }
}
