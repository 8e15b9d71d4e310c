//! Powers.

use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::{One, ToPrimitive, Zero};

use super::{Context, Number, Rounding, arithmetic, condition as c, order, power_of_ten, series};

/// `a ** b`
pub fn power(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a, b]) {
        return nan;
    }
    let whole = b.is_whole();
    let odd = whole && b.exponent <= 0 && b.whole().is_some_and(|value| value.is_odd());
    let negative = a.negative && odd;
    if a.is_zero() {
        return if b.is_zero() {
            context.refuse(c::INVALID_OPERATION)
        } else if b.negative {
            Number::infinity(negative)
        } else {
            Number::small(0).signed(negative)
        };
    }
    if a.negative && (!whole || b.is_infinite()) {
        return context.refuse(c::INVALID_OPERATION);
    }
    let size = order::compare(&a.clone().signed(false), &Number::small(1));
    if b.is_infinite() {
        if size.is_eq() {
            context.note(c::INEXACT | c::ROUNDED);
            return one_with_zeros(false, context.precision - 1);
        }
        return if size.is_lt() == b.negative { Number::infinity(false) } else { Number::small(0) };
    }
    if a.is_infinite() {
        return if b.is_zero() {
            Number::small(1).signed(negative)
        } else if b.negative {
            Number::small(0).signed(negative)
        } else {
            Number::infinity(negative)
        };
    }
    if b.is_zero() {
        return Number::small(1);
    }
    if size.is_eq() {
        return power_of_one(a, b, whole, negative, context);
    }
    if let Some(below) = bounds(a, b, context) {
        return if below { context.underflow(negative) } else { context.overflow(negative) };
    }
    let exponent = if whole { b.whole().and_then(|value| value.to_u64()) } else { None };
    match exponent {
        Some(exponent) => whole_power(a, exponent, b, negative, context),
        None => real_power(a, b, negative, context),
    }
}

/// 1 followed by so many zeros after the point.
fn one_with_zeros(negative: bool, zeros: i64) -> Number {
    Number::new(negative, power_of_ten(zeros), -zeros)
}

/// A power of 1 or −1: the zeros after the point are those of a product.
fn power_of_one(a: &Number, b: &Number, whole: bool, negative: bool, context: &mut Context) -> Number {
    if !whole {
        context.note(c::INEXACT | c::ROUNDED);
        return one_with_zeros(negative, context.precision - 1);
    }
    if b.negative {
        return Number::small(1).signed(negative);
    }
    let times = b.whole().and_then(|times| times.to_i64()).unwrap_or(context.precision).min(context.precision);
    let mut zeros = (-a.exponent).saturating_mul(times).max(0);
    if zeros > context.precision - 1 {
        zeros = context.precision - 1;
        context.note(c::ROUNDED);
    }
    one_with_zeros(negative, zeros)
}

/// Whether the power is certainly above (`false`) or below (`true`) what the context can hold.
fn bounds(a: &Number, b: &Number, context: &Context) -> Option<bool> {
    let positive = a.clone().signed(false);
    let logarithm = series::ln_number(&positive, 20);
    let product = arithmetic::multiply(&logarithm, b, &mut Context { precision: 20, ..Context::widest() });
    if product.is_zero() {
        return None;
    }
    if product.adjusted() > 20 {
        return Some(product.negative);
    }
    series::out_of_range(&product, context)
}

/// Squares and products with a few digits more (`_mpd_qpow_uint`).
fn whole_power(a: &Number, exponent: u64, b: &Number, negative: bool, context: &mut Context) -> Number {
    let mut work = context.quiet();
    work.precision += b.digits() + b.exponent + 2;
    work.rounding = Rounding::HalfEven;
    work.clamp = false;
    let mut base = a.clone();
    if b.negative {
        work.precision += 1;
        base = arithmetic::divide(&Number::small(1), a, &mut work);
    }
    let mut result = base.clone();
    for bit in (0..exponent.ilog2()).rev() {
        result = arithmetic::multiply(&result, &result, &mut work);
        if exponent >> bit & 1 == 1 {
            result = arithmetic::multiply(&result, &base, &mut work);
        }
        if !result.is_finite() || result.is_zero() {
            break;
        }
    }
    context.note(work.status);
    context.finish(result.signed(negative))
}

/// `exp(b · ln a)` with two dozen digits more.
fn real_power(a: &Number, b: &Number, negative: bool, context: &mut Context) -> Number {
    let precision = context.precision.max(a.digits());
    if precision > 100_000 {
        return context.refuse(c::MALLOC_ERROR);
    }
    let mut work = Context { precision: precision + 23, most: super::MOST, least: -super::MOST, clamp: false, ..context.quiet() };
    work.rounding = Rounding::HalfEven;
    let places = work.precision + 2 * b.adjusted().clamp(0, 40) + 25;
    let mut wide = Context { precision: places, ..work };
    let product = arithmetic::multiply(&series::ln_number(&a.clone().signed(false), places), b, &mut wide);
    let mut result = series::exp(&product, &mut work);
    if order::compare(&result, &Number::small(1)).is_eq() {
        result = one_with_zeros(false, context.precision - 1);
    }
    context.note(c::INEXACT | c::ROUNDED);
    let mut last = context.quiet();
    let result = last.finish(result.signed(negative));
    // What is not exact is below the least normal number even where only zeros were cut off.
    context.note(last.status | if last.status & c::SUBNORMAL != 0 { c::UNDERFLOW } else { 0 });
    result
}

/// `pow(a, b, modulus)`
pub fn power_modulo(a: &Number, b: &Number, modulus: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a, b, modulus]) {
        return nan;
    }
    let whole = |x: &Number| if x.is_whole() { x.whole() } else { None };
    let (true, Some(exponent), Some(divisor)) = (a.is_whole(), whole(b), whole(modulus)) else {
        return context.refuse(c::INVALID_OPERATION);
    };
    // The base may have more zeros than there is room for: only its rest counts.
    let base = if a.exponent > 0 && !divisor.is_zero() && !a.is_zero() {
        let zeros = BigUint::from(10u32).modpow(&BigUint::from(a.exponent.unsigned_abs()), &divisor);
        &a.coefficient * zeros
    } else {
        a.whole().unwrap_or_default()
    };
    let zero_base = a.is_zero();
    let too_long = modulus.digits() + modulus.exponent > context.precision;
    if b.negative && !b.is_zero() || divisor.is_zero() || too_long || zero_base && exponent.is_zero() {
        return context.refuse(c::INVALID_OPERATION);
    }
    let negative = a.negative && exponent.is_odd();
    let result = if divisor.is_one() { BigUint::zero() } else { base.modpow(&exponent, &divisor) };
    Number::new(negative, result, 0)
}
