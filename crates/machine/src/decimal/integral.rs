//! Operations on the exponent: quantize, rounding to whole numbers, neighbours, scaling.

use num_bigint::BigUint;
use num_traits::{One, ToPrimitive, Zero};

use super::{Class, Context, Number, Rounding, arithmetic, condition as c, order, padded, rounding::shortened};

/// A finite number with another exponent, and whether digits other than zeros were lost.
pub fn rescaled(a: &Number, exponent: i64, rounding: Rounding) -> Option<(Number, bool)> {
    let (coefficient, changed) = if exponent <= a.exponent {
        (padded(&a.coefficient, a.exponent - exponent)?, false)
    } else {
        shortened(&a.coefficient, exponent - a.exponent, a.negative, rounding)
    };
    Some((Number::new(a.negative, coefficient, exponent), changed))
}

/// `quantize`: `a` with the exponent of `b`.
pub fn quantize(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a, b]) {
        return nan;
    }
    if a.is_infinite() || b.is_infinite() {
        return if a.is_infinite() && b.is_infinite() { a.clone() } else { context.refuse(c::INVALID_OPERATION) };
    }
    if b.exponent > context.most || b.exponent < context.tiny() {
        return context.refuse(c::INVALID_OPERATION);
    }
    if a.is_zero() {
        return context.finish(Number::new(a.negative, BigUint::zero(), b.exponent));
    }
    if a.adjusted() > context.most || a.adjusted() - b.exponent + 1 > context.precision {
        return context.refuse(c::INVALID_OPERATION);
    }
    let Some((result, changed)) = rescaled(a, b.exponent, context.rounding) else {
        return context.refuse(c::MALLOC_ERROR);
    };
    if result.adjusted() > context.most && !result.is_zero() || result.digits() > context.precision {
        return context.refuse(c::INVALID_OPERATION);
    }
    if !result.is_zero() && result.adjusted() < context.least {
        context.note(c::SUBNORMAL);
    }
    if result.exponent > a.exponent {
        context.note(c::ROUNDED | if changed { c::INEXACT } else { 0 });
    }
    context.finish(result)
}

fn to_whole(a: &Number, context: &mut Context) -> (Number, bool) {
    if let Some(nan) = context.nan_among(&[a]) {
        return (nan, false);
    }
    if a.is_infinite() || a.exponent >= 0 {
        return (a.clone(), false);
    }
    rescaled(a, 0, context.rounding).unwrap_or_else(|| (a.clone(), false))
}

/// `to_integral_value`: rounded to a whole number, which sets no flags.
pub fn to_integral(a: &Number, context: &mut Context) -> Number {
    to_whole(a, context).0
}

/// `to_integral_exact`: the same, with flags.
pub fn to_integral_exact(a: &Number, context: &mut Context) -> Number {
    let (result, changed) = to_whole(a, context);
    if a.is_finite() && !a.is_zero() && a.exponent < 0 {
        context.note(if changed { c::INEXACT | c::ROUNDED } else { c::ROUNDED });
    }
    result
}

/// `normalize`: no zeros at the end.
pub fn reduce(a: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a]) {
        return nan;
    }
    let mut result = context.finish(a.clone());
    if result.is_zero() {
        return Number::new(result.negative, BigUint::zero(), 0);
    }
    if result.is_finite() {
        let most = if context.clamp { context.top() } else { context.most };
        arithmetic::strip_zeros(&mut result.coefficient, &mut result.exponent, most);
    }
    result
}

/// The next number towards positive infinity, or towards negative infinity.
fn neighbour(a: &Number, context: &mut Context, up: bool) -> Number {
    if a.is_infinite() {
        return if a.negative == up { context.largest(a.negative) } else { a.clone() };
    }
    let mut work = context.quiet();
    work.rounding = if up { Rounding::Ceiling } else { Rounding::Floor };
    let rounded = work.finish(a.clone());
    if order::compare(&rounded, a).is_ne() {
        return rounded;
    }
    let step = Number::new(!up, BigUint::one(), context.tiny() - 1);
    arithmetic::add(&rounded, &step, &mut work)
}

/// `next_plus`
pub fn next_plus(a: &Number, context: &mut Context) -> Number {
    context.nan_among(&[a]).unwrap_or_else(|| neighbour(a, context, true))
}

/// `next_minus`
pub fn next_minus(a: &Number, context: &mut Context) -> Number {
    context.nan_among(&[a]).unwrap_or_else(|| neighbour(a, context, false))
}

/// `next_toward`
pub fn next_toward(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a, b]) {
        return nan;
    }
    let direction = order::compare(a, b);
    if direction.is_eq() {
        return a.clone().signed(b.negative);
    }
    let result = neighbour(a, context, direction.is_lt());
    if result.is_infinite() {
        context.note(c::OVERFLOW | c::INEXACT | c::ROUNDED);
    } else if result.adjusted() < context.least {
        context.note(c::UNDERFLOW | c::SUBNORMAL | c::INEXACT | c::ROUNDED);
        if result.is_zero() {
            context.note(c::CLAMPED);
        }
    }
    result
}

/// A whole operand between −most and most; `None` for anything else.
pub fn small_whole(b: &Number, most: i64) -> Option<i64> {
    if !b.is_finite() || b.exponent != 0 {
        return None;
    }
    let magnitude = b.coefficient.to_i64().filter(|magnitude| *magnitude <= most)?;
    Some(if b.negative { -magnitude } else { magnitude })
}

/// `scaleb`
pub fn scale(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a, b]) {
        return nan;
    }
    let Some(by) = small_whole(b, 2 * (context.most + context.precision)) else {
        return context.refuse(c::INVALID_OPERATION);
    };
    if a.is_infinite() {
        return a.clone();
    }
    context.finish(Number { exponent: a.exponent.saturating_add(by), ..a.clone() })
}

/// `logb`
pub fn exponent_of(a: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a]) {
        return nan;
    }
    if a.is_infinite() {
        return Number::infinity(false);
    }
    if a.is_zero() {
        context.note(c::DIVISION_BY_ZERO);
        return Number::infinity(true);
    }
    let adjusted = a.adjusted();
    context.finish(Number::new(adjusted.is_negative(), BigUint::from(adjusted.unsigned_abs()), 0))
}

/// Whether it is finite, not zero, and not below the context's least exponent.
pub fn is_normal(a: &Number, context: &Context) -> bool {
    a.is_finite() && !a.is_zero() && a.adjusted() >= context.least
}

/// Whether it is finite, not zero, and below the context's least exponent.
pub fn is_subnormal(a: &Number, context: &Context) -> bool {
    a.is_finite() && !a.is_zero() && a.adjusted() < context.least
}

/// `number_class`
pub fn class_name(a: &Number, context: &Context) -> &'static str {
    match (a.class, a.negative) {
        (Class::Signaling, _) => "sNaN",
        (Class::Quiet, _) => "NaN",
        (Class::Infinite, false) => "+Infinity",
        (Class::Infinite, true) => "-Infinity",
        (Class::Finite, false) if a.is_zero() => "+Zero",
        (Class::Finite, true) if a.is_zero() => "-Zero",
        (Class::Finite, false) if is_subnormal(a, context) => "+Subnormal",
        (Class::Finite, true) if is_subnormal(a, context) => "-Subnormal",
        (Class::Finite, false) => "+Normal",
        (Class::Finite, true) => "-Normal",
    }
}
