//! `complex` (Objects/complexobject.c).

use heapglass_heap::{Address, Domain, Kind, static_type::StaticType};
use num_bigint::BigInt;
use num_traits::FromPrimitive;

use super::float::hash_f64;
use crate::{
    format::{float as digits, message::Piece, spec},
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
    types::slot::Slot,
};

const COMPLEX: StaticType = StaticType::Complex;

/// Real and imaginary part.
type Pair = (f64, f64);

/// The rows of `complex`.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(COMPLEX, new),
    NativeRow::slot(COMPLEX, "__repr__", repr),
    NativeRow::slot(COMPLEX, "__hash__", hash),
    NativeRow::slot(COMPLEX, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(COMPLEX, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(COMPLEX, "__add__", |m, a| operate(m, a, false, |x, y| Some((x.0 + y.0, x.1 + y.1)))),
    NativeRow::slot(COMPLEX, "__radd__", |m, a| operate(m, a, true, |x, y| Some((x.0 + y.0, x.1 + y.1)))),
    NativeRow::slot(COMPLEX, "__sub__", |m, a| operate(m, a, false, |x, y| Some((x.0 - y.0, x.1 - y.1)))),
    NativeRow::slot(COMPLEX, "__rsub__", |m, a| operate(m, a, true, |x, y| Some((x.0 - y.0, x.1 - y.1)))),
    NativeRow::slot(COMPLEX, "__mul__", |m, a| operate(m, a, false, |x, y| Some(product(x, y)))),
    NativeRow::slot(COMPLEX, "__rmul__", |m, a| operate(m, a, true, |x, y| Some(product(x, y)))),
    NativeRow::slot(COMPLEX, "__truediv__", |m, a| operate(m, a, false, quotient)),
    NativeRow::slot(COMPLEX, "__rtruediv__", |m, a| operate(m, a, true, quotient)),
    NativeRow::slot(COMPLEX, "__pow__", |m, a| power(m, a, false)),
    NativeRow::slot(COMPLEX, "__rpow__", |m, a| power(m, a, true)),
    NativeRow::slot(COMPLEX, "__neg__", |m, a| made(m, a, |x| (-x.0, -x.1))),
    NativeRow::slot(COMPLEX, "__pos__", |m, a| made(m, a, |x| x)),
    NativeRow::slot(COMPLEX, "__abs__", |m, a| {
        let (real, imaginary) = m.heap.complex_value(a.self_);
        let size = real.hypot(imaginary);
        if size.is_infinite() && real.is_finite() && imaginary.is_finite() {
            return Err(m.raise(StaticType::OverflowError, "absolute value too large"));
        }
        Ok(m.heap.new_float(size))
    }),
    NativeRow::slot(COMPLEX, "__bool__", |m, a| m.truth(m.heap.complex_value(a.self_) != (0.0, 0.0))),
    NativeRow::no_arguments(COMPLEX, "conjugate", |m, a| made(m, a, |x| (x.0, -x.1))),
    NativeRow::no_arguments(COMPLEX, "__complex__", |m, a| made(m, a, |x| x)),
    NativeRow::one(COMPLEX, "__format__", format),
    NativeRow::member(COMPLEX, "real", |m, a| {
        let value = m.heap.complex_value(a.self_).0;
        Ok(m.heap.new_float(value))
    }),
    NativeRow::member(COMPLEX, "imag", |m, a| {
        let value = m.heap.complex_value(a.self_).1;
        Ok(m.heap.new_float(value))
    }),
];

fn made(m: &mut Machine, arguments: Arguments<'_>, change: fn(Pair) -> Pair) -> Outcome {
    let (real, imaginary) = change(m.heap.complex_value(arguments.self_));
    Ok(m.heap.new_complex(real, imaginary))
}

fn operand(m: &mut Machine, object: Address) -> Outcome<Option<Pair>> {
    if m.heap.kind(object) == Kind::Complex {
        return Ok(Some(m.heap.complex_value(object)));
    }
    Ok(m.float_operand(object)?.map(|real| (real, 0.0)))
}

fn operands(m: &mut Machine, arguments: Arguments<'_>, swapped: bool) -> Outcome<Option<(Pair, Pair)>> {
    let Some(x) = operand(m, arguments.self_)? else { return Ok(None) };
    let Some(y) = operand(m, arguments.positional[0])? else { return Ok(None) };
    Ok(Some(if swapped { (y, x) } else { (x, y) }))
}

fn operate(m: &mut Machine, arguments: Arguments<'_>, swapped: bool, operation: fn(Pair, Pair) -> Option<Pair>) -> Outcome {
    let Some((x, y)) = operands(m, arguments, swapped)? else { return m.not_implemented() };
    match operation(x, y) {
        Some((real, imaginary)) => Ok(m.heap.new_complex(real, imaginary)),
        None => Err(m.raise(StaticType::ZeroDivisionError, "complex division by zero")),
    }
}

fn product(x: Pair, y: Pair) -> Pair {
    (x.0 * y.0 - x.1 * y.1, x.0 * y.1 + x.1 * y.0)
}

/// Division scaled by the larger part of the divisor, as `_Py_c_quot` does.
pub(crate) fn quotient(x: Pair, y: Pair) -> Option<Pair> {
    if y == (0.0, 0.0) {
        return None;
    }
    Some(if y.0.abs() >= y.1.abs() {
        let ratio = y.1 / y.0;
        let divisor = y.0 + y.1 * ratio;
        ((x.0 + x.1 * ratio) / divisor, (x.1 - x.0 * ratio) / divisor)
    } else {
        let ratio = y.0 / y.1;
        let divisor = y.0 * ratio + y.1;
        ((x.0 * ratio + x.1) / divisor, (x.1 * ratio - x.0) / divisor)
    })
}

fn power(m: &mut Machine, arguments: Arguments<'_>, swapped: bool) -> Outcome {
    if arguments.get(1).is_some_and(|modulus| !m.heap.is_none(modulus)) {
        return m.value_error("complex modulo");
    }
    match operands(m, arguments, swapped)? {
        Some((x, y)) => power_of(m, x, y),
        None => m.not_implemented(),
    }
}

/// `x ** y`: repeated multiplication for small whole exponents, the polar form otherwise.
pub fn power_of(m: &mut Machine, x: Pair, y: Pair) -> Outcome {
    if x == (0.0, 0.0) && (y.1 != 0.0 || y.0 < 0.0) {
        return Err(m.raise(StaticType::ZeroDivisionError, "0.0 to a negative or complex power"));
    }
    let (real, imaginary) = if y == (0.0, 0.0) {
        (1.0, 0.0)
    } else if x == (0.0, 0.0) {
        (0.0, 0.0)
    } else if y.1 == 0.0 && y.0.fract() == 0.0 && y.0.abs() <= 100.0 {
        let (mut result, mut base, mut left) = ((1.0, 0.0), x, y.0.abs() as u32);
        while left > 0 {
            if left & 1 == 1 {
                result = product(result, base);
            }
            base = product(base, base);
            left >>= 1;
        }
        if y.0 < 0.0 { quotient((1.0, 0.0), result).unwrap_or((f64::NAN, f64::NAN)) } else { result }
    } else {
        let (size, angle) = (x.0.hypot(x.1), x.1.atan2(x.0));
        let mut length = size.powf(y.0);
        let mut phase = angle * y.0;
        if y.1 != 0.0 {
            length *= (-angle * y.1).exp();
            phase += y.1 * size.ln();
        }
        (length * phase.cos(), length * phase.sin())
    };
    if real.is_infinite() || imaginary.is_infinite() {
        return Err(m.raise(StaticType::OverflowError, "complex exponentiation"));
    }
    Ok(m.heap.new_complex(real, imaginary))
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let other = arguments.positional[0];
    let x = m.heap.complex_value(arguments.self_);
    let equal = match m.heap.kind(other) {
        Kind::Complex => x == m.heap.complex_value(other),
        Kind::Float => x == (m.heap.float_value(other), 0.0),
        // Exactly: the int is not rounded to a float.
        Kind::Int => x.1 == 0.0 && x.0.fract() == 0.0 && BigInt::from_f64(x.0).is_some_and(|value| value == m.big_int(other)),
        _ => return m.not_implemented(),
    };
    m.truth(equal == (op == CompareOp::Eq))
}

fn hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (real, imaginary) = m.heap.complex_value(arguments.self_);
    let mixed = hash_f64(real, arguments.self_).wrapping_add(hash_f64(imaginary, arguments.self_).wrapping_mul(1_000_003));
    arguments.hash(m, if mixed == -1 { -2 } else { mixed })
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (real, imaginary) = m.heap.complex_value(arguments.self_);
    let parts = [digits::repr_part(real), digits::repr_part(imaginary)];
    let bare = real == 0.0 && !real.is_sign_negative();
    let sign = if bare || imaginary.is_sign_negative() && !imaginary.is_nan() { "" } else { "+" };
    let signed = format!("{sign}{}", parts[1]);
    let buffers: Vec<Address> = parts[usize::from(bare)..].iter().map(|part| m.heap.allocate(Domain::Mem, digits::buffer_size(part))).collect();
    let (lead, first, tail) = if bare { ("", "", "") } else { ("(", parts[0].as_str(), ")") };
    let result = m.from_format("%s%s%sj%s", &[Piece::Text(lead), Piece::Text(first), Piece::Text(&signed), Piece::Text(tail)]);
    for buffer in buffers.into_iter().rev() {
        m.heap.release(Domain::Mem, buffer);
    }
    result
}

fn format(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let spec_text = m.expect_text(arguments.positional[0], "__format__() argument must be str")?;
    if spec_text.is_empty() {
        return m.str(arguments.self_);
    }
    m.check_format_size(&spec_text, true)?;
    let (real, imaginary) = m.heap.complex_value(arguments.self_);
    let name = m.type_name(arguments.self_);
    let parsed = match spec::parse(&spec_text, &name, 'g', '>') {
        Ok(parsed) => parsed,
        Err(error) => return m.format_error(error),
    };
    if parsed.code_given && !matches!(parsed.code, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n') {
        return m.format_error(spec::unknown_code(parsed.code, &name));
    }
    if parsed.fill == '0' || parsed.align == Some('=') {
        let text = if parsed.fill == '0' { "Zero padding is" } else { "'=' alignment flag is" };
        return m.value_error(format!("{text} not allowed in complex format specifier"));
    }
    let mut plain = parsed.clone();
    plain.width = 0;
    let (bare, parens) = (!parsed.code_given && real == 0.0 && !real.is_sign_negative(), !parsed.code_given);
    let mut body = String::new();
    for (value, is_real) in [(real, true), (imaginary, false)] {
        if is_real && bare {
            continue;
        }
        // The second part always has a sign, unless it stands alone.
        if !is_real && !bare {
            plain.sign = Some('+');
        }
        match crate::format::text::format_float(value, &plain, &name) {
            Ok(shown) if parsed.code_given => body += &shown,
            Ok(shown) => body += shown.strip_suffix(".0").unwrap_or(&shown),
            Err(error) => return m.format_error(error),
        }
    }
    body += "j";
    if parens && !bare {
        body = format!("({body})");
    }
    let padded = spec::pad(&parsed, "", &body, '>');
    m.new_text(&padded)
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "complex", &["real", "imag"])?;
    arguments.arity(m, "complex", 0, 2)?;
    let (real, imaginary) = (arguments.get_or_keyword(m, 0, "real"), arguments.get_or_keyword(m, 1, "imag"));
    if let (Some(object), None) = (real, imaginary)
        && m.heap.is_exact(object, COMPLEX)
        && arguments.self_ == COMPLEX.address()
    {
        return Ok(m.incref(object));
    }
    let (a, b) = match real {
        Some(object) if m.is_str(object) => {
            if imaginary.is_some() {
                return m.type_error("complex() can't take second arg if first is a string");
            }
            let source = m.heap.str_text(object);
            match parse(&source) {
                Some(value) => value,
                None => return m.value_error("complex() arg is a malformed string"),
            }
        }
        Some(object) => part(m, object, "first")?,
        None => (0.0, 0.0),
    };
    let (c, d) = match imaginary {
        Some(object) if m.is_str(object) => return m.type_error("complex() second arg can't be a string"),
        Some(object) => part(m, object, "second")?,
        None => (0.0, 0.0),
    };
    // What a part does not have is not added: that would lose the sign of a zero.
    let is_complex = |m: &Machine, object: Option<Address>| object.is_some_and(|object| m.heap.kind(object) != Kind::Float && !m.is_int(object));
    let (first, second) = (is_complex(m, real), is_complex(m, imaginary));
    let value = match imaginary {
        None => (a, b),
        Some(_) => (if second { a - d } else { a }, if first { c + b } else { c }),
    };
    if arguments.self_ == COMPLEX.address() {
        return Ok(m.heap.new_complex(value.0, value.1));
    }
    let object = m.heap.generic_allocate(arguments.self_, 0);
    m.heap.set_complex_value(object, value.0, value.1);
    Ok(object)
}

/// An argument's value; only the first is asked for `__complex__`.
pub(crate) fn part(m: &mut Machine, object: Address, which: &str) -> Outcome<Pair> {
    let is_complex = m.heap.kind(object) == Kind::Complex;
    if which == "first"
        && !m.heap.is_exact(object, COMPLEX)
        && let Some(result) = m.call_special(object, Slot::Complex, &[])?
    {
        let value = checked(m, result);
        m.decref(result);
        return value;
    }
    if is_complex {
        return Ok(m.heap.complex_value(object));
    }
    let type_ = m.heap.type_of(object);
    if m.has_slot(type_, Slot::Float) || m.is_index(object) {
        return Ok((m.to_f64(object)?, 0.0));
    }
    let name = m.type_name(object);
    let kinds = if which == "first" { "a string or a number" } else { "a number" };
    m.type_error(format!("complex() {which} argument must be {kinds}, not '{name}'"))
}

/// The value of what `__complex__` returned.
fn checked(m: &mut Machine, result: Address) -> Outcome<Pair> {
    let returned = m.type_name(result);
    if m.heap.kind(result) != Kind::Complex {
        return m.type_error(format!("__complex__ returned non-complex (type {returned})"));
    }
    if !m.heap.is_exact(result, COMPLEX) {
        m.warn_of_subclass("__complex__", "complex", &returned)?;
    }
    Ok(m.heap.complex_value(result))
}

/// Reads `1+2j`, with parentheses and blanks around it.
fn parse(text: &str) -> Option<Pair> {
    let trimmed = text.trim();
    let inner = trimmed.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).map_or(trimmed, str::trim);
    let Some(body) = inner.strip_suffix(['j', 'J']) else { return Some((digits::parse(inner)?, 0.0)) };
    let split = body.char_indices().skip(1).filter(|(at, c)| matches!(c, '+' | '-') && !body[..*at].ends_with(['e', 'E'])).last();
    let unit = |text: &str| match text {
        "" | "+" => Some(1.0),
        "-" => Some(-1.0),
        other => digits::parse(other),
    };
    match split {
        Some((at, _)) => Some((digits::parse(&body[..at])?, unit(&body[at..])?)),
        None => Some((0.0, unit(body)?)),
    }
}
