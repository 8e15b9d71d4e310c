//! Sums, products, quotients, remainders, square roots.

use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::Zero;

use super::{Class, Context, Number, Rounding, condition as c, padded, power_of_ten};

/// `a + b`
pub fn add(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a, b]) {
        return nan;
    }
    if a.is_infinite() || b.is_infinite() {
        return if a.is_infinite() && b.is_infinite() && a.negative != b.negative {
            context.refuse(c::INVALID_OPERATION)
        } else {
            Number::infinity(if a.is_infinite() { a.negative } else { b.negative })
        };
    }
    let Some(sum) = exact_sum(a, b, context) else { return context.refuse(c::MALLOC_ERROR) };
    context.finish(sum)
}

/// The sum, exact but for digits far beyond the precision, which are only hinted at.
fn exact_sum(a: &Number, b: &Number, context: &Context) -> Option<Number> {
    let exponent = a.exponent.min(b.exponent);
    let zero_sign = if a.negative == b.negative { a.negative } else { context.rounding == Rounding::Floor };
    if a.is_zero() && b.is_zero() {
        return Some(Number::new(zero_sign, BigUint::zero(), exponent));
    }
    if a.is_zero() || b.is_zero() {
        let other = if a.is_zero() { b } else { a };
        let exponent = exponent.max(other.exponent - context.precision - 1).min(other.exponent);
        let coefficient = padded(&other.coefficient, other.exponent - exponent)?;
        return Some(Number::new(other.negative, coefficient, exponent));
    }
    let (high, low) = if a.exponent >= b.exponent { (a, b) } else { (b, a) };
    let edge = high.exponent + (-1).min(high.digits() - context.precision - 2);
    let (low_coefficient, low_exponent) = if low.adjusted() < edge {
        (BigUint::from(1u32), edge)
    } else {
        (low.coefficient.clone(), low.exponent)
    };
    let high_coefficient = padded(&high.coefficient, high.exponent - low_exponent)?;
    if high.negative == low.negative {
        return Some(Number::new(high.negative, high_coefficient + low_coefficient, low_exponent));
    }
    Some(match high_coefficient.cmp(&low_coefficient) {
        std::cmp::Ordering::Equal => Number::new(zero_sign, BigUint::zero(), low_exponent),
        std::cmp::Ordering::Greater => Number::new(high.negative, high_coefficient - low_coefficient, low_exponent),
        std::cmp::Ordering::Less => Number::new(low.negative, low_coefficient - high_coefficient, low_exponent),
    })
}

/// `a - b`
pub fn subtract(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a, b]) {
        return nan;
    }
    add(a, &b.clone().signed(!b.negative), context)
}

/// The product before rounding.
fn exact_product(a: &Number, b: &Number, context: &mut Context) -> Number {
    let negative = a.negative != b.negative;
    if a.is_infinite() || b.is_infinite() {
        return if a.is_zero() || b.is_zero() {
            context.refuse(c::INVALID_OPERATION)
        } else {
            Number::infinity(negative)
        };
    }
    Number::new(negative, &a.coefficient * &b.coefficient, a.exponent + b.exponent)
}

/// `a * b`
pub fn multiply(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a, b]) {
        return nan;
    }
    let product = exact_product(a, b, context);
    context.finish(product)
}

/// `a * b + addend`, rounded once.
pub fn fused(a: &Number, b: &Number, addend: &Number, context: &mut Context) -> Number {
    if a.class == Class::Signaling || b.class == Class::Signaling {
        return context.nan_among(&[a, b]).unwrap_or_else(Number::nan);
    }
    if let Some(quiet) = [a, b].into_iter().find(|x| x.is_nan()) {
        return add(quiet, addend, context);
    }
    let product = exact_product(a, b, context);
    if product.is_nan() { product } else { add(&product, addend, context) }
}

/// `a / b`
pub fn divide(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a, b]) {
        return nan;
    }
    let negative = a.negative != b.negative;
    if a.is_infinite() {
        return if b.is_infinite() { context.refuse(c::INVALID_OPERATION) } else { Number::infinity(negative) };
    }
    if b.is_infinite() {
        context.note(c::CLAMPED);
        return Number::new(negative, BigUint::zero(), context.tiny());
    }
    if b.is_zero() {
        return by_zero(a, negative, context);
    }
    let ideal = a.exponent - b.exponent;
    if a.is_zero() {
        return context.finish(Number::new(negative, BigUint::zero(), ideal));
    }
    let shift = b.digits() - a.digits() + context.precision + 1;
    let parts = (padded(&a.coefficient, shift), padded(&b.coefficient, -shift));
    let (Some(dividend), Some(divisor)) = parts else { return context.refuse(c::MALLOC_ERROR) };
    let (mut quotient, rest) = dividend.div_rem(&divisor);
    let mut exponent = ideal - shift;
    if !rest.is_zero() {
        // A digit other than 0 and 5 stands for all that follows.
        if (&quotient % 5u32).is_zero() {
            quotient += 1u32;
        }
    } else {
        strip_zeros(&mut quotient, &mut exponent, ideal);
    }
    context.finish(Number::new(negative, quotient, exponent))
}

fn by_zero(a: &Number, negative: bool, context: &mut Context) -> Number {
    if a.is_zero() {
        return context.refuse(c::DIVISION_UNDEFINED);
    }
    context.note(c::DIVISION_BY_ZERO);
    Number::infinity(negative)
}

/// Takes zeros from the end while the exponent is below `most`.
pub fn strip_zeros(coefficient: &mut BigUint, exponent: &mut i64, most: i64) {
    let ten = BigUint::from(10u32);
    while *exponent < most && !coefficient.is_zero() {
        let (shorter, last) = coefficient.div_rem(&ten);
        if !last.is_zero() {
            break;
        }
        *coefficient = shorter;
        *exponent += 1;
    }
}

/// Quotient without fraction, and the rest, of finite numbers, the divisor not zero.
fn whole_division(a: &Number, b: &Number, context: &mut Context) -> (Number, Number) {
    let negative = a.negative != b.negative;
    let exponent = a.exponent.min(b.exponent);
    let apart = a.adjusted() - b.adjusted();
    if a.is_zero() || apart <= -2 {
        let rest = padded(&a.coefficient, a.exponent - exponent).map(|rest| Number::new(a.negative, rest, exponent));
        let rest = rest.unwrap_or_else(|| a.clone());
        return (Number::new(negative, BigUint::zero(), 0), rest);
    }
    if apart <= context.precision {
        let parts = (padded(&a.coefficient, a.exponent - exponent), padded(&b.coefficient, b.exponent - exponent));
        let (Some(dividend), Some(divisor)) = parts else {
            let nan = context.refuse(c::MALLOC_ERROR);
            return (nan.clone(), nan);
        };
        let (quotient, rest) = dividend.div_rem(&divisor);
        let quotient = Number::new(negative, quotient, 0);
        if quotient.digits() <= context.precision {
            return (quotient, Number::new(a.negative, rest, exponent));
        }
    }
    let nan = context.refuse(c::DIVISION_IMPOSSIBLE);
    (nan.clone(), nan)
}

/// `a // b`
pub fn divide_whole(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a, b]) {
        return nan;
    }
    let negative = a.negative != b.negative;
    if a.is_infinite() {
        return if b.is_infinite() { context.refuse(c::INVALID_OPERATION) } else { Number::infinity(negative) };
    }
    if b.is_infinite() {
        return Number::new(negative, BigUint::zero(), 0);
    }
    if b.is_zero() {
        return by_zero(a, negative, context);
    }
    let (quotient, _) = whole_division(a, b, context);
    context.finish(quotient)
}

/// `a % b`, with the sign of `a`.
pub fn remainder(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a, b]) {
        return nan;
    }
    if a.is_infinite() {
        return context.refuse(c::INVALID_OPERATION);
    }
    if b.is_infinite() {
        return context.finish(a.clone());
    }
    if b.is_zero() {
        let conditions = if a.is_zero() { c::DIVISION_UNDEFINED } else { c::INVALID_OPERATION };
        return context.refuse(conditions);
    }
    let (_, rest) = whole_division(a, b, context);
    context.finish(rest)
}

/// `divmod(a, b)`
pub fn divide_both(a: &Number, b: &Number, context: &mut Context) -> (Number, Number) {
    if let Some(nan) = context.nan_among(&[a, b]) {
        return (nan.clone(), nan);
    }
    let negative = a.negative != b.negative;
    if a.is_infinite() {
        let nan = context.refuse(c::INVALID_OPERATION);
        return (if b.is_infinite() { nan.clone() } else { Number::infinity(negative) }, nan);
    }
    if b.is_infinite() {
        return (Number::new(negative, BigUint::zero(), 0), context.finish(a.clone()));
    }
    if b.is_zero() {
        if a.is_zero() {
            let nan = context.refuse(c::DIVISION_UNDEFINED);
            return (nan.clone(), nan);
        }
        let nan = context.refuse(c::DIVISION_BY_ZERO | c::INVALID_OPERATION);
        return (Number::infinity(negative), nan);
    }
    let (quotient, rest) = whole_division(a, b, context);
    (context.finish(quotient), context.finish(rest))
}

/// The rest of the division to the nearest whole quotient, even in a tie.
pub fn remainder_near(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a, b]) {
        return nan;
    }
    if a.is_infinite() || b.is_zero() && !a.is_zero() {
        return context.refuse(c::INVALID_OPERATION);
    }
    if b.is_zero() {
        return context.refuse(c::DIVISION_UNDEFINED);
    }
    if b.is_infinite() {
        return context.finish(a.clone());
    }
    let exponent = a.exponent.min(b.exponent);
    if a.is_zero() {
        return context.finish(Number::new(a.negative, BigUint::zero(), exponent));
    }
    let apart = a.adjusted() - b.adjusted();
    if apart > context.precision {
        return context.refuse(c::DIVISION_IMPOSSIBLE);
    }
    if apart <= -2 {
        let rest = padded(&a.coefficient, a.exponent - exponent);
        let rest = rest.map_or_else(|| a.clone(), |rest| Number::new(a.negative, rest, exponent));
        return context.finish(rest);
    }
    let parts = (padded(&a.coefficient, a.exponent - exponent), padded(&b.coefficient, b.exponent - exponent));
    let (Some(dividend), Some(divisor)) = parts else { return context.refuse(c::MALLOC_ERROR) };
    let (mut quotient, mut rest) = dividend.div_rem(&divisor);
    let mut negative = a.negative;
    let twice = &rest << 1u32;
    if twice > divisor || twice == divisor && quotient.is_odd() {
        rest = divisor - rest;
        negative = !negative;
        quotient += 1u32;
    }
    if super::digits(&quotient) > context.precision {
        return context.refuse(c::DIVISION_IMPOSSIBLE);
    }
    context.finish(Number::new(negative, rest, exponent))
}

/// `+a`: rounded, and no negative zero unless rounding to the floor.
pub fn plus(a: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a]) {
        return nan;
    }
    let negative = if a.is_zero() { a.negative && context.rounding == Rounding::Floor } else { a.negative };
    context.finish(a.clone().signed(negative))
}

/// `-a`
pub fn minus(a: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a]) {
        return nan;
    }
    let negative = if a.is_zero() { !a.negative && context.rounding == Rounding::Floor } else { !a.negative };
    context.finish(a.clone().signed(negative))
}

/// `abs(a)`
pub fn absolute(a: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a]) {
        return nan;
    }
    context.finish(a.clone().signed(false))
}

/// The square root, correctly rounded to the nearest.
pub fn square_root(a: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a]) {
        return nan;
    }
    let half = a.exponent.div_euclid(2);
    if a.is_zero() {
        return context.finish(Number::new(a.negative, BigUint::zero(), half));
    }
    if a.negative {
        return context.refuse(c::INVALID_OPERATION);
    }
    if a.is_infinite() {
        return a.clone();
    }
    let even = if a.exponent.rem_euclid(2) == 1 { &a.coefficient * 10u32 } else { a.coefficient.clone() };
    // One digit more than the precision, and whether the root goes on after it.
    let shift = context.precision + 1 - (super::digits(&even) + 1) / 2;
    let (radicand, mut exact) = if shift >= 0 {
        let Some(radicand) = padded(&even, 2 * shift) else { return context.refuse(c::MALLOC_ERROR) };
        (radicand, true)
    } else {
        let (radicand, rest) = even.div_rem(&power_of_ten(-2 * shift));
        (radicand, rest.is_zero())
    };
    let mut root = radicand.sqrt();
    exact = exact && &root * &root == radicand;
    let mut exponent = half - shift;
    if exact {
        strip_zeros(&mut root, &mut exponent, half);
    } else if (&root % 5u32).is_zero() {
        root += 1u32;
    }
    let rounding = std::mem::replace(&mut context.rounding, Rounding::HalfEven);
    let result = context.finish(Number::new(false, root, exponent));
    context.rounding = rounding;
    result
}
