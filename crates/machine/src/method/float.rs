//! `float` (Objects/floatobject.c).

use heapglass_heap::{Address, Domain, Kind, static_type::StaticType};
use num_bigint::BigInt;
use num_traits::One;

use super::int_text::truncated;
use crate::{
    format::{float as digits, message::Piece},
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::{CompareOp, hash},
    text::case,
    types::slot::Slot,
};

const FLOAT: StaticType = StaticType::Float;

/// The rows of `float`.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(FLOAT, new),
    NativeRow::slot(FLOAT, "__repr__", repr),
    NativeRow::slot(FLOAT, "__hash__", hash_slot),
    NativeRow::slot(FLOAT, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
    NativeRow::slot(FLOAT, "__le__", |m, a| compare(m, a, CompareOp::Le)),
    NativeRow::slot(FLOAT, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(FLOAT, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(FLOAT, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
    NativeRow::slot(FLOAT, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
    NativeRow::slot(FLOAT, "__add__", |m, a| forward(m, a, |x, y| Ok(x + y))),
    NativeRow::slot(FLOAT, "__radd__", |m, a| reflected(m, a, |x, y| Ok(x + y))),
    NativeRow::slot(FLOAT, "__sub__", |m, a| forward(m, a, |x, y| Ok(x - y))),
    NativeRow::slot(FLOAT, "__rsub__", |m, a| reflected(m, a, |x, y| Ok(x - y))),
    NativeRow::slot(FLOAT, "__mul__", |m, a| forward(m, a, |x, y| Ok(x * y))),
    NativeRow::slot(FLOAT, "__rmul__", |m, a| reflected(m, a, |x, y| Ok(x * y))),
    NativeRow::slot(FLOAT, "__mod__", |m, a| forward(m, a, modulo)),
    NativeRow::slot(FLOAT, "__rmod__", |m, a| reflected(m, a, modulo)),
    NativeRow::slot(FLOAT, "__divmod__", |m, a| div_mod(m, a, false)),
    NativeRow::slot(FLOAT, "__rdivmod__", |m, a| div_mod(m, a, true)),
    NativeRow::slot(FLOAT, "__pow__", |m, a| power(m, a, false)),
    NativeRow::slot(FLOAT, "__rpow__", |m, a| power(m, a, true)),
    NativeRow::slot(FLOAT, "__neg__", |m, a| unary(m, a, |x| -x)),
    NativeRow::slot(FLOAT, "__pos__", |m, a| exact(m, a.self_)),
    NativeRow::slot(FLOAT, "__abs__", |m, a| unary(m, a, f64::abs)),
    NativeRow::slot(FLOAT, "__bool__", |m, a| m.truth(m.heap.float_value(a.self_) != 0.0)),
    NativeRow::slot(FLOAT, "__int__", trunc),
    NativeRow::slot(FLOAT, "__float__", |m, a| exact(m, a.self_)),
    NativeRow::slot(FLOAT, "__floordiv__", |m, a| forward(m, a, floor_quotient)),
    NativeRow::slot(FLOAT, "__rfloordiv__", |m, a| reflected(m, a, floor_quotient)),
    NativeRow::slot(FLOAT, "__truediv__", |m, a| forward(m, a, quotient)),
    NativeRow::slot(FLOAT, "__rtruediv__", |m, a| reflected(m, a, quotient)),
    NativeRow::no_arguments(FLOAT, "conjugate", |m, a| exact(m, a.self_)),
    NativeRow::no_arguments(FLOAT, "__trunc__", trunc),
    NativeRow::no_arguments(FLOAT, "__floor__", |m, a| to_int(m, m.heap.float_value(a.self_).floor())),
    NativeRow::no_arguments(FLOAT, "__ceil__", |m, a| to_int(m, m.heap.float_value(a.self_).ceil())),
    NativeRow::positional(FLOAT, "__round__", round),
    NativeRow::no_arguments(FLOAT, "as_integer_ratio", ratio),
    NativeRow::no_arguments(FLOAT, "is_integer", is_integer),
    NativeRow::no_arguments(FLOAT, "hex", hex),
    NativeRow::class_method(FLOAT, "fromhex", super::float_hex::from_hex),
    NativeRow::no_arguments(FLOAT, "__getnewargs__", new_arguments),
    NativeRow::one(FLOAT, "__format__", format_slot),
    NativeRow::get(FLOAT, "real", |m, a| exact(m, a.self_)),
    NativeRow::get(FLOAT, "imag", |m, _| Ok(m.heap.new_float(0.0))),
];

/// The float itself, or a float of the same value if it is an instance of a subclass. A new reference.
fn exact(m: &mut Machine, object: Address) -> Outcome {
    if m.heap.is_exact(object, FLOAT) {
        return Ok(m.incref(object));
    }
    let value = m.heap.float_value(object);
    Ok(m.heap.new_float(value))
}

impl Machine {
    /// The value of a float or int operand; `None` for anything else.
    pub(crate) fn float_operand(&mut self, object: Address) -> Outcome<Option<f64>> {
        match self.heap.kind(object) {
            Kind::Float => Ok(Some(self.heap.float_value(object))),
            Kind::Int => self.int_to_f64(object).map(Some),
            _ => Ok(None),
        }
    }

    /// The value of any real number (`PyFloat_AsDouble`): a float, or what `__float__` or `__index__` says.
    pub fn to_f64(&mut self, object: Address) -> Outcome<f64> {
        // A subclass of int may have a `__float__` of its own.
        if (self.heap.kind(object) == Kind::Float || self.heap.is_exact(object, StaticType::Int))
            && let Some(value) = self.float_operand(object)?
        {
            return Ok(value);
        }
        if let Some(result) = self.call_slot(object, Slot::Float, &[])? {
            let value = checked_float(self, object, result);
            self.decref(result);
            return value;
        }
        if self.is_index(object) {
            let index = self.index(object)?;
            let value = self.int_to_f64(index);
            self.decref(index);
            return value;
        }
        let name = self.type_name(object);
        self.type_error(format!("must be real number, not {name}"))
    }
}

/// The value of what `__float__` of an object returned.
fn checked_float(m: &mut Machine, object: Address, result: Address) -> Outcome<f64> {
    if !m.heap.is_exact(result, StaticType::Float) {
        let (name, returned) = (m.type_name(object), m.type_name(result));
        let method = format!("{name}.__float__");
        if m.heap.kind(result) != Kind::Float {
            let pieces = [Piece::Text(&name), Piece::Text(&returned)];
            return Err(m.raise_format(StaticType::TypeError, "%.50s.__float__ returned non-float (type %.50s)", &pieces));
        }
        m.warn_of_subclass(&method, "float", &returned)?;
    }
    Ok(m.heap.float_value(result))
}

/// What a float operator does; the error is the text of a `ZeroDivisionError`.
type Operation = fn(f64, f64) -> Result<f64, &'static str>;

fn forward(m: &mut Machine, arguments: Arguments<'_>, operation: Operation) -> Outcome {
    operate(m, arguments.self_, arguments.positional[0], operation)
}

fn reflected(m: &mut Machine, arguments: Arguments<'_>, operation: Operation) -> Outcome {
    operate(m, arguments.positional[0], arguments.self_, operation)
}

fn operands(m: &mut Machine, a: Address, b: Address) -> Outcome<Option<(f64, f64)>> {
    let Some(x) = m.float_operand(a)? else { return Ok(None) };
    let Some(y) = m.float_operand(b)? else { return Ok(None) };
    Ok(Some((x, y)))
}

fn operate(m: &mut Machine, a: Address, b: Address, operation: Operation) -> Outcome {
    let Some((x, y)) = operands(m, a, b)? else { return m.not_implemented() };
    match operation(x, y) {
        Ok(value) => Ok(m.heap.new_float(value)),
        Err(text) => Err(m.raise(StaticType::ZeroDivisionError, text)),
    }
}

fn unary(m: &mut Machine, arguments: Arguments<'_>, change: fn(f64) -> f64) -> Outcome {
    let value = change(m.heap.float_value(arguments.self_));
    Ok(m.heap.new_float(value))
}

fn quotient(x: f64, y: f64) -> Result<f64, &'static str> {
    if y == 0.0 { Err("float division by zero") } else { Ok(x / y) }
}

/// `x % y` with the sign of `y`.
pub fn modulo(x: f64, y: f64) -> Result<f64, &'static str> {
    if y == 0.0 {
        return Err("float modulo");
    }
    let rest = x % y;
    Ok(if rest == 0.0 { 0f64.copysign(y) } else if (y < 0.0) != (rest < 0.0) { rest + y } else { rest })
}

fn floor_quotient(x: f64, y: f64) -> Result<f64, &'static str> {
    if y == 0.0 { Err("float floor division by zero") } else { Ok(quotient_and_rest(x, y).0) }
}

/// `divmod(x, y)` for `y` other than zero.
fn quotient_and_rest(x: f64, y: f64) -> (f64, f64) {
    let mut rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest == 0.0 {
        rest = 0f64.copysign(y);
    } else if (y < 0.0) != (rest < 0.0) {
        rest += y;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0f64.copysign(x / y), rest);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest)
}

fn div_mod(m: &mut Machine, arguments: Arguments<'_>, swapped: bool) -> Outcome {
    let (mut a, mut b) = (arguments.self_, arguments.positional[0]);
    if swapped {
        (a, b) = (b, a);
    }
    let Some((x, y)) = operands(m, a, b)? else { return m.not_implemented() };
    if y == 0.0 {
        return Err(m.raise(StaticType::ZeroDivisionError, "float divmod()"));
    }
    let (quotient, rest) = quotient_and_rest(x, y);
    let items = [m.heap.new_float(quotient), m.heap.new_float(rest)];
    Ok(m.heap.new_tuple_from(&items))
}

fn power(m: &mut Machine, arguments: Arguments<'_>, swapped: bool) -> Outcome {
    if arguments.get(1).is_some_and(|modulus| !m.heap.is_none(modulus)) {
        return m.type_error("pow() 3rd argument not allowed unless all arguments are integers");
    }
    let (mut a, mut b) = (arguments.self_, arguments.positional[0]);
    if swapped {
        (a, b) = (b, a);
    }
    let Some((x, y)) = operands(m, a, b)? else { return m.not_implemented() };
    if x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(m.raise(StaticType::ZeroDivisionError, "0.0 cannot be raised to a negative power"));
    }
    if x < 0.0 && x.is_finite() && y.is_finite() && y.fract() != 0.0 {
        return super::complex::power_of(m, (x, 0.0), (y, 0.0));
    }
    let value = x.powf(y);
    if value.is_infinite() && x.is_finite() && y.is_finite() {
        let args = [m.heap.new_int(34), m.heap.new_str("Numerical result out of range")];
        let error = m.call(StaticType::OverflowError.address(), &args, &[]);
        for arg in args {
            m.decref(arg);
        }
        let error = error?;
        return Err(m.raise_object(error));
    }
    Ok(m.heap.new_float(value))
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let x = m.heap.float_value(arguments.self_);
    let other = arguments.positional[0];
    let ordering = match m.heap.kind(other) {
        Kind::Float => x.partial_cmp(&m.heap.float_value(other)),
        Kind::Int => compare_with_int(x, &m.big_int(other)),
        _ => return m.not_implemented(),
    };
    let verdict = ordering.map_or(op == CompareOp::Ne, |ordering| op.holds(ordering));
    m.truth(verdict)
}

fn compare_with_int(x: f64, y: &BigInt) -> Option<std::cmp::Ordering> {
    if x.is_nan() {
        return None;
    }
    if x.is_infinite() {
        return x.partial_cmp(&0.0);
    }
    let whole = truncated(x)?;
    Some(whole.cmp(y).then_with(|| x.fract().partial_cmp(&0.0).unwrap_or(std::cmp::Ordering::Equal)))
}

/// `hash(float)` (`_Py_HashDouble`); NaN takes the hash of its address.
pub fn hash_f64(value: f64, object: Address) -> i64 {
    if value.is_nan() {
        return hash::pointer_hash(object);
    }
    if value.is_infinite() {
        return if value > 0.0 { 314_159 } else { -314_159 };
    }
    if value == 0.0 {
        return 0;
    }
    let bits = value.abs().to_bits();
    let biased = (bits >> 52) as i64;
    let (mantissa, exponent) = if biased == 0 { (bits, -1074) } else { ((bits & ((1 << 52) - 1)) | 1 << 52, biased - 1075) };
    // The mantissa modulo 2^61 - 1, rotated by the exponent.
    let turn = exponent.rem_euclid(61) as u32;
    let modulus = u128::from(hash::MODULUS);
    let rotated = (u128::from(mantissa) << turn) % modulus;
    let hash = if value < 0.0 { -(rotated as i64) } else { rotated as i64 };
    if hash == -1 { -2 } else { hash }
}

fn hash_slot(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let hash = hash_f64(m.heap.float_value(arguments.self_), arguments.self_);
    arguments.hash(m, hash)
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let text = digits::repr(m.heap.float_value(arguments.self_));
    let buffer = m.heap.allocate(Domain::Mem, digits::buffer_size(&text));
    let result = m.new_text(&text);
    m.heap.release(Domain::Mem, buffer);
    result
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.no_keywords_of(m, FLOAT)?;
    arguments.arity(m, "float", 0, 1)?;
    let class = arguments.self_;
    if class == FLOAT.address()
        && let Some(object) = arguments.get(0)
        && m.heap.is_exact(object, FLOAT)
    {
        return Ok(m.incref(object));
    }
    let value = match arguments.get(0) {
        None => 0.0,
        Some(object) => from_object(m, object)?,
    };
    if class == FLOAT.address() {
        return Ok(m.heap.new_float(value));
    }
    let object = m.heap.generic_allocate(class, 0);
    m.heap.set_float_value(object, value);
    Ok(object)
}

fn from_object(m: &mut Machine, object: Address) -> Outcome<f64> {
    let points: Vec<u32> = match m.heap.kind(object) {
        Kind::Str if m.heap.is_exact(object, StaticType::Str) => m.heap.str_points(object),
        Kind::Str => match m.call_slot(object, Slot::Float, &[])? {
            Some(result) => {
                let value = checked_float(m, object, result);
                m.decref(result);
                return value;
            }
            None => m.heap.str_points(object),
        },
        Kind::Bytes | Kind::ByteArray | Kind::MemoryView | Kind::Array => {
            // Bytes beyond ASCII are no blanks and no digits.
            m.expect_bytes(object)?.into_iter().map(|byte| if byte < 128 { byte.into() } else { 0xfffd }).collect()
        }
        Kind::Float if !m.heap.is_exact(object, FLOAT) => {
            // `PyNumber_Float` asks a subclass for its `__float__`.
            let Some(result) = m.call_slot(object, Slot::Float, &[])? else { return m.to_f64(object) };
            let value = checked_float(m, object, result);
            m.decref(result);
            return value;
        }
        _ => {
            let type_ = m.heap.type_of(object);
            if m.is_int(object) || m.has_slot(type_, Slot::Float) || m.is_index(object) {
                return m.to_f64(object);
            }
            // First a buffer is asked for.
            m.raise_about_type("a bytes-like object is required, not '%.100s'", object);
            return Err(m.raise_about_type("float() argument must be a string or a real number, not '%.200s'", object));
        }
    };
    match parse(&points) {
        Some(value) => Ok(value),
        None => {
            let text: String = points.iter().filter_map(|point| char::from_u32(*point)).collect();
            if !begins_like_a_number(text.trim_start()) {
                // What reads C strings complains first (`PyOS_string_to_double`).
                let format = "could not convert string to float: '%.200s'";
                m.raise_format(StaticType::ValueError, format, &[Piece::Text(text.trim_start())]);
            }
            Err(m.raise_format(StaticType::ValueError, "could not convert string to float: %R", &[Piece::Repr(object)]))
        }
    }
}

/// Whether a C string has a number, or the word for a special one, at its start.
fn begins_like_a_number(text: &str) -> bool {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text).to_ascii_lowercase();
    let digits = text.strip_prefix('.').unwrap_or(&text);
    digits.starts_with(|letter: char| letter.is_ascii_digit()) || text.starts_with("inf") || text.starts_with("nan")
}

/// Reads a float with blanks around it and digits of any script.
fn parse(points: &[u32]) -> Option<f64> {
    let range = crate::text::split::stripped(points, true, true, |point| case::is_space(*point));
    let mut text = String::new();
    for point in &points[range] {
        match case::decimal_value(*point) {
            Some(digit) => text.push(char::from(b'0' + digit as u8)),
            None => text.push(char::from_u32(*point).filter(char::is_ascii)?),
        }
    }
    digits::parse(&text)
}

/// The int of a whole float; infinities and NaN are refused.
pub fn to_int(m: &mut Machine, value: f64) -> Outcome {
    match truncated(value) {
        Some(whole) => Ok(m.new_big_int(&whole)),
        None if value.is_nan() => m.value_error("cannot convert float NaN to integer"),
        None => Err(m.raise(StaticType::OverflowError, "cannot convert float infinity to integer")),
    }
}

fn trunc(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    to_int(m, m.heap.float_value(arguments.self_))
}

fn round(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "__round__", 0, 1)?;
    let value = m.heap.float_value(arguments.self_);
    let Some(places) = arguments.get(0).filter(|places| !m.heap.is_none(*places)) else {
        return to_int(m, value.round_ties_even());
    };
    let places = m.index_clamped(places)?;
    let rounded = if !value.is_finite() || places > 323 {
        value
    } else if places < -308 {
        0f64.copysign(value)
    } else if places >= 0 {
        // The decimal text is rounded exactly, ties to even by the exact binary value.
        format!("{value:.*}", places as usize).parse().unwrap_or(value)
    } else {
        let unit = 10f64.powi((-places) as i32);
        (value / unit).round_ties_even() * unit
    };
    if rounded.is_infinite() && value.is_finite() {
        return Err(m.raise(StaticType::OverflowError, "rounded value too large to represent"));
    }
    Ok(m.heap.new_float(rounded))
}

fn ratio(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.heap.float_value(arguments.self_);
    if value.is_nan() {
        return m.value_error("cannot convert NaN to integer ratio");
    }
    if value.is_infinite() {
        return Err(m.raise(StaticType::OverflowError, "cannot convert Infinity to integer ratio"));
    }
    let (mut part, mut exponent) = (value, 0u64);
    while part.fract() != 0.0 {
        part *= 2.0;
        exponent += 1;
    }
    let numerator = truncated(part).unwrap_or_default();
    let denominator = BigInt::one() << exponent;
    let items = [m.new_big_int(&numerator), m.new_big_int(&denominator)];
    Ok(m.heap.new_tuple_from(&items))
}

fn is_integer(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.heap.float_value(arguments.self_);
    m.truth(value.is_finite() && value.fract() == 0.0)
}

fn hex(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let text = digits::hex(m.heap.float_value(arguments.self_));
    let Some((mantissa, exponent)) = text.split_once('p') else { return m.new_text(&text) };
    let (format, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-0x%sp%s%d", rest),
        None => ("0x%sp%s%d", mantissa),
    };
    let (sign, power) = exponent.split_at(1);
    let pieces = [Piece::Text(mantissa.trim_start_matches("0x")), Piece::Text(sign), Piece::Number(power.parse().unwrap_or_default())];
    m.from_format(format, &pieces)
}

fn new_arguments(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = exact(m, arguments.self_)?;
    Ok(m.heap.new_tuple_from(&[value]))
}

fn format_slot(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let spec = m.expect_text(arguments.positional[0], "__format__() argument must be str")?;
    m.format_to_str(arguments.self_, &spec)
}

