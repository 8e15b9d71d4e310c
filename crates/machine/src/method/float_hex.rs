//! Floats from hexadecimal text (`float_fromhex` in Objects/floatobject.c).

use heapglass_heap::static_type::StaticType;
use num_bigint::BigInt;
use num_traits::One;

use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
};

const FLOAT: StaticType = StaticType::Float;

/// `float.fromhex(text)`.
pub fn from_hex(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "fromhex", 1, 1)?;
    let text = m.expect_text(arguments.positional[0], "fromhex() argument must be str")?;
    let blank = |c: char| matches!(c, ' ' | '\t'..='\r');
    let Some(value) = parse_hex(text.trim_matches(blank)) else {
        return m.value_error("invalid hexadecimal floating-point string");
    };
    let Some(value) = value else {
        return Err(m.raise(StaticType::OverflowError, "hexadecimal value too large to represent as a float"));
    };
    let plain = m.heap.new_float(value);
    if arguments.self_ == FLOAT.address() {
        return Ok(plain);
    }
    let result = m.call(arguments.self_, &[plain], &[]);
    m.decref(plain);
    result
}

/// The outer `None`: no such text; the inner: too large a number.
fn parse_hex(text: &str) -> Option<Option<f64>> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let lower = rest.to_ascii_lowercase();
    let magnitude = match lower.as_str() {
        "inf" | "infinity" => Some(f64::INFINITY),
        "nan" => Some(f64::NAN),
        _ => {
            let body = lower.strip_prefix("0x").unwrap_or(&lower);
            let (mantissa, exponent) = body.split_once('p').unwrap_or((body, "0"));
            let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
            let digits = format!("{whole}{fraction}");
            let exponent_digits = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
            let well_formed = !digits.is_empty()
                && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
                && !exponent_digits.is_empty()
                && exponent_digits.bytes().all(|byte| byte.is_ascii_digit());
            if !well_formed {
                return None;
            }
            let number = BigInt::parse_bytes(digits.as_bytes(), 16)?;
            // What does not even fit is as good as the greatest exponent.
            let limit = if exponent.starts_with('-') { i64::MIN / 2 } else { i64::MAX / 2 };
            let exponent = exponent.parse::<i64>().unwrap_or(limit).clamp(i64::MIN / 2, i64::MAX / 2) - 4 * fraction.len() as i64;
            let top = number.bits() as i64 + exponent;
            if number.bits() == 0 || top < -1200 {
                Some(0.0)
            } else if top > 1100 {
                None
            } else {
                let one = BigInt::one();
                let (above, below) =
                    if exponent >= 0 { (number << exponent as u64, one) } else { (number, one << (-exponent) as u64) };
                super::int_arithmetic::big_quotient(&above, &below).filter(|value| value.is_finite())
            }
        }
    };
    Some(magnitude.map(|magnitude| if negative { -magnitude } else { magnitude }))
}
