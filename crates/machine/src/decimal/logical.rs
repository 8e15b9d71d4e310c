//! Operations on the digits as such: logical ones on zeros and ones, shifts and rotations.

use num_bigint::BigUint;
use num_traits::Zero;

use super::{Context, Number, condition as c, integral::small_whole};

/// Digits, highest first, filled with zeros to the precision, or cut to it; `None` if that is too long.
fn places(a: &Number, context: &Context) -> Option<Vec<u8>> {
    let text = a.coefficient.to_string().into_bytes();
    let room = usize::try_from(context.precision).ok().filter(|room| *room <= super::MOST_DIGITS as usize)?;
    let mut places = vec![b'0'; room.saturating_sub(text.len())];
    places.extend_from_slice(&text[text.len().saturating_sub(room)..]);
    Some(places)
}

fn number(places: &[u8], negative: bool, exponent: i64) -> Number {
    Number::new(negative, BigUint::parse_bytes(places, 10).unwrap_or_default(), exponent)
}

/// Whether it is a logical operand: positive, exponent 0, only zeros and ones.
fn is_logical(a: &Number) -> bool {
    a.is_finite()
        && !a.negative
        && a.exponent == 0
        && a.coefficient.to_string().bytes().all(|digit| digit <= b'1')
}

fn combine(a: &Number, b: &Number, context: &mut Context, operation: fn(u8, u8) -> u8) -> Number {
    if !is_logical(a) || !is_logical(b) {
        return context.refuse(c::INVALID_OPERATION);
    }
    let wide = Context { precision: context.precision.min(a.digits().max(b.digits())), ..*context };
    let (Some(x), Some(y)) = (places(a, &wide), places(b, &wide)) else { return context.refuse(c::MALLOC_ERROR) };
    let result: Vec<u8> = x.iter().zip(&y).map(|(x, y)| b'0' + operation(x - b'0', y - b'0')).collect();
    number(&result, false, 0)
}

/// `logical_and`
pub fn and(a: &Number, b: &Number, context: &mut Context) -> Number {
    combine(a, b, context, |x, y| x & y)
}

/// `logical_or`
pub fn or(a: &Number, b: &Number, context: &mut Context) -> Number {
    combine(a, b, context, |x, y| x | y)
}

/// `logical_xor`
pub fn xor(a: &Number, b: &Number, context: &mut Context) -> Number {
    combine(a, b, context, |x, y| x ^ y)
}

/// `logical_invert`
pub fn invert(a: &Number, context: &mut Context) -> Number {
    if !is_logical(a) {
        return context.refuse(c::INVALID_OPERATION);
    }
    let Some(places) = places(a, context) else { return context.refuse(c::MALLOC_ERROR) };
    let result: Vec<u8> = places.iter().map(|digit| b'1' - (digit - b'0')).collect();
    number(&result, false, 0)
}

fn moved(a: &Number, b: &Number, context: &mut Context, change: fn(&mut [u8], i64)) -> Number {
    if let Some(nan) = context.nan_among(&[a, b]) {
        return nan;
    }
    let Some(by) = small_whole(b, context.precision) else { return context.refuse(c::INVALID_OPERATION) };
    if a.is_infinite() {
        return a.clone();
    }
    let Some(mut places) = places(a, context) else { return context.refuse(c::MALLOC_ERROR) };
    change(&mut places, by);
    number(&places, a.negative, a.exponent)
}

/// `rotate`
pub fn rotate(a: &Number, b: &Number, context: &mut Context) -> Number {
    moved(a, b, context, |places, by| {
        let by = by.rem_euclid(places.len().max(1) as i64);
        places.rotate_left(by as usize);
    })
}

/// `shift`
pub fn shift(a: &Number, b: &Number, context: &mut Context) -> Number {
    moved(a, b, context, |places, by| {
        let (length, by_places) = (places.len(), by.unsigned_abs() as usize);
        if by >= 0 {
            places.rotate_left(by_places.min(length));
            places[length - by_places.min(length)..].fill(b'0');
        } else {
            places.rotate_right(by_places.min(length));
            places[..by_places.min(length)].fill(b'0');
        }
    })
}

/// `same_quantum`: whether the exponents are equal.
pub fn same_quantum(a: &Number, b: &Number) -> bool {
    if a.is_finite() && b.is_finite() {
        return a.exponent == b.exponent;
    }
    a.is_nan() && b.is_nan() || a.is_infinite() && b.is_infinite()
}

/// Whether a coefficient is a power of ten.
pub fn is_power_of_ten(coefficient: &BigUint) -> bool {
    !coefficient.is_zero() && {
        let text = coefficient.to_string();
        text.strip_prefix('1').is_some_and(|rest| rest.bytes().all(|digit| digit == b'0'))
    }
}
