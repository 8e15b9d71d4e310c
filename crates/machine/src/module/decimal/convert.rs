//! From other objects to decimals, exactly or rounded by a context, and the arguments of the methods.

use heapglass_heap::{Address, Kind, static_type::StaticType};
use num_bigint::BigUint;

use super::{Variable, signal};
use crate::{
    decimal::{Class, Context, FAR, Number, condition as c, text},
    machine::{Machine, Outcome},
    native::Arguments,
    text::case,
};

/// Arguments by position (`most` of them at most) or by name, as of a nameless function.
pub fn take<const N: usize>(
    m: &mut Machine,
    arguments: &Arguments<'_>,
    names: [&str; N],
    required: usize,
    most: usize,
) -> Outcome<[Option<Address>; N]> {
    arguments.parsed(m, "", names, required, most)
}

/// The context that an optional argument names, borrowed: the one in force if there is none.
pub fn context_or_current(m: &mut Machine, given: Option<Address>) -> Outcome {
    match given.filter(|context| !m.heap.is_none(*context)) {
        None => m.current_decimal_context(),
        Some(context) if m.is_decimal_context(context) => Ok(context),
        Some(_) => m.type_error("optional argument must be a context"),
    }
}

/// An int as a decimal.
pub fn of_int(m: &Machine, object: Address) -> Number {
    let value = m.big_int(object);
    Number::new(value.sign() == num_bigint::Sign::Minus, value.into_parts().1, 0)
}

/// A float as a decimal, exactly: `m · 2^-n` is `m · 5^n · 10^-n`.
pub fn of_float(value: f64) -> Number {
    let negative = value.is_sign_negative();
    if value.is_nan() {
        return Number::nan().signed(negative);
    }
    if value.is_infinite() {
        return Number::infinity(negative);
    }
    let bits = value.to_bits();
    let (fraction, power) = (bits & ((1 << 52) - 1), (bits >> 52 & 0x7FF) as i64);
    let (mut mantissa, mut exponent) = if power == 0 { (fraction, -1074) } else { (fraction | 1 << 52, power - 1075) };
    if mantissa == 0 {
        return Number::small(0).signed(negative);
    }
    while mantissa & 1 == 0 && exponent < 0 {
        mantissa >>= 1;
        exponent += 1;
    }
    if exponent >= 0 {
        return Number::new(negative, BigUint::from(mantissa) << exponent as u64, 0);
    }
    Number::new(negative, BigUint::from(mantissa) * BigUint::from(5u32).pow(exponent.unsigned_abs() as u32), exponent)
}

/// The value of a decimal or int; `None` of anything else.
pub fn operand(m: &Machine, object: Address) -> Option<Number> {
    if m.is_decimal(object) {
        Some(m.decimal_value(object))
    } else if m.is_int(object) {
        Some(of_int(m, object))
    } else {
        None
    }
}

/// The value of an argument that has to be a decimal or int.
pub fn expect(m: &mut Machine, object: Address) -> Outcome<Number> {
    match operand(m, object) {
        Some(value) => Ok(value),
        None => {
            let name = m.type_name(object);
            m.type_error(format!("conversion from {name} to Decimal is not supported"))
        }
    }
}

/// The number that a str spells in digits of any script. Unless it is taken strictly, blanks around it and underscores in it
/// are left out.
fn of_text(m: &Machine, object: Address, strict: bool) -> Option<Number> {
    let points = m.heap.str_points(object);
    let inner: Vec<u32> = if strict {
        points
    } else {
        let start = points.iter().position(|point| !case::is_space(*point)).unwrap_or(points.len());
        let end = points.iter().rposition(|point| !case::is_space(*point)).map_or(start, |end| end + 1);
        points[start..end].to_vec()
    };
    let mut plain = String::with_capacity(inner.len());
    for point in inner {
        match case::decimal_value(point) {
            Some(digit) => plain.push(char::from(b'0' + digit as u8)),
            None if !strict && point == u32::from('_') => {}
            None => plain.push(char::from_u32(point).filter(char::is_ascii)?),
        }
    }
    text::parse(&plain)
}

/// The number that a tuple or list of sign, digits and exponent describes.
fn of_tuple(m: &mut Machine, object: Address) -> Outcome<Number> {
    let tuple = m.tuple_from(object)?;
    let parts = m.heap.tuple_items(tuple);
    let result = if let [sign, digits, exponent] = parts[..] {
        from_parts(m, sign, digits, exponent)
    } else {
        m.value_error("argument must be a sequence of length 3")
    };
    m.decref(tuple);
    result
}

fn from_parts(m: &mut Machine, sign: Address, digits: Address, exponent: Address) -> Outcome<Number> {
    let sign = if m.is_int(sign) { m.heap.int_to_i64(sign) } else { None };
    let Some(sign) = sign.filter(|sign| (0..=1).contains(sign)) else {
        return m.value_error("sign must be an integer with the value 0 or 1");
    };
    let mut class = Class::Finite;
    let mut power = 0;
    if m.is_str(exponent) {
        class = match m.heap.str_text(exponent).as_str() {
            "F" => Class::Infinite,
            "n" => Class::Quiet,
            "N" => Class::Signaling,
            _ => return m.value_error("string argument in the third position must be 'F', 'n' or 'N'"),
        };
    } else if m.is_int(exponent) {
        power = m.index_to_i64(exponent, StaticType::OverflowError)?;
    } else {
        return m.value_error("exponent must be an integer");
    }
    let items = match m.heap.kind(digits) {
        Kind::Tuple => m.heap.tuple_items(digits),
        Kind::List => m.heap.list_items(digits),
        _ => return m.value_error("coefficient must be a tuple of digits"),
    };
    let mut spelled = Vec::new();
    for digit in items {
        match if m.is_int(digit) { m.heap.int_to_i64(digit) } else { None } {
            Some(value) if (0..10).contains(&value) => spelled.push(b'0' + value as u8),
            _ => return m.value_error("coefficient must be a tuple of digits"),
        }
    }
    let coefficient = BigUint::parse_bytes(&spelled, 10).unwrap_or_default();
    let coefficient = if class == Class::Infinite { BigUint::default() } else { coefficient };
    Ok(Number { negative: sign == 1, class, coefficient, exponent: power.clamp(-FAR, FAR) })
}

/// The value that `Decimal(object)` and `create_decimal` start from. `FloatOperation` is signalled in `context`.
pub fn any(m: &mut Machine, object: Address, context: Address, strict: bool) -> Outcome<Number> {
    if let Some(value) = operand(m, object) {
        return Ok(value);
    }
    if m.is_str(object) {
        return match of_text(m, object, strict) {
            Some(value) => Ok(value),
            None => {
                signal::note(m, context, c::CONVERSION_SYNTAX)?;
                Ok(Number::nan())
            }
        };
    }
    match m.heap.kind(object) {
        Kind::Tuple | Kind::List => of_tuple(m, object),
        Kind::Float => {
            let value = m.heap.float_value(object);
            signal::note(m, context, c::FLOAT_OPERATION)?;
            Ok(of_float(value))
        }
        _ => {
            let name = m.type_name(object);
            m.type_error(format!("conversion from {name} to Decimal is not supported"))
        }
    }
}

/// A number that has to be represented exactly, or is refused.
pub fn exact(m: &mut Machine, value: Number, context: Address) -> Outcome<Number> {
    let mut widest = Context::widest();
    let result = widest.finish(value);
    if widest.status & (c::INEXACT | c::ROUNDED | c::CLAMPED) != 0 {
        signal::note(m, context, c::INVALID_OPERATION)?;
        return Ok(Number::nan());
    }
    signal::note(m, context, widest.status & c::ERRORS)?;
    Ok(result)
}

/// A number rounded by a context; a NaN whose payload is too long is refused.
pub fn rounded(m: &mut Machine, value: Number, context: Address) -> Outcome<Number> {
    let mut settings = m.decimal_settings(context);
    let room = settings.precision - i64::from(settings.clamp);
    let result = if value.is_nan() && value.coefficient != BigUint::default() && value.digits() > room {
        settings.refuse(c::CONVERSION_SYNTAX)
    } else {
        settings.finish(value)
    };
    signal::note(m, context, settings.status)?;
    Ok(result)
}

/// The exact numerator and denominator of a `numbers.Rational`; `None` of anything else.
pub fn rational(m: &mut Machine, object: Address) -> Outcome<Option<(Number, Number)>> {
    let class = m.decimal_variable(Variable::Rational);
    if !m.is_instance(object, class)? {
        return Ok(None);
    }
    let mut parts = [Number::small(0), Number::small(1)];
    for (part, name) in parts.iter_mut().zip(["numerator", "denominator"]) {
        let value = m.get_attribute_named(object, name)?;
        let known = m.is_int(value);
        if known {
            *part = of_int(m, value);
        }
        m.decref(value);
        if !known {
            return m.type_error("numerator and denominator must be integers");
        }
    }
    let [numerator, denominator] = parts;
    Ok(Some((numerator, denominator)))
}
