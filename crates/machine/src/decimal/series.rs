//! Exponential and logarithms, correctly rounded: computed with more digits until the rounding is certain.

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::{Context, Number, Rounding, condition as c, digits, logical::is_power_of_ten, power_of_ten};

/// `10^places · atanh(1/n)`
fn inverse_atanh(n: u32, places: i64) -> BigInt {
    let square = n * n;
    let mut power = BigInt::from(power_of_ten(places)) / n;
    let mut sum = power.clone();
    let mut odd = 1u32;
    while !power.is_zero() {
        power /= square;
        odd += 2;
        sum += &power / odd;
    }
    sum
}

/// `10^places · ln 10`, from ln 2 = 2 atanh(1/3) and ln 1.25 = 2 atanh(1/9).
fn ln_ten(places: i64) -> BigInt {
    let guard = places + 4;
    (inverse_atanh(3, guard) * 6 + inverse_atanh(9, guard) * 2) / 10_000
}

/// `10^places · ln(x)` for a positive number, wrong by a few units of the last place at most.
pub fn ln_fixed(x: &Number, places: i64) -> BigInt {
    let whole = x.adjusted();
    let roots = 4 + places.ilog2().min(40);
    let guard = places + i64::from(roots) / 2 + 8;
    let unit = power_of_ten(guard);
    // Between 1 and 10, then square roots until close to 1.
    let shift = guard - (x.digits() - 1);
    let mut mantissa =
        if shift >= 0 { &x.coefficient * power_of_ten(shift) } else { &x.coefficient / power_of_ten(-shift) };
    for _ in 0..roots {
        mantissa = (mantissa * &unit).sqrt();
    }
    let ratio = ((&mantissa - &unit) * &unit) / (&mantissa + &unit);
    let square = &ratio * &ratio / &unit;
    let (mut power, mut sum, mut odd) = (ratio.clone(), ratio, 1u32);
    while !power.is_zero() {
        power = power * &square / &unit;
        odd += 2;
        sum += &power / odd;
    }
    let part = BigInt::from(sum << (roots + 1));
    let extra = guard + digits(&BigUint::from(whole.unsigned_abs()));
    let tens = if whole == 0 { BigInt::zero() } else { ln_ten(extra) * whole / BigInt::from(power_of_ten(extra - guard)) };
    (part + tens) / BigInt::from(power_of_ten(guard - places))
}

/// `e^x` for `x = scaled / 10^places`, as a coefficient of about `places` digits and its exponent.
pub fn exp_fixed(scaled: &BigInt, places: i64) -> (BigUint, i64) {
    let whole_digits = (digits(scaled.magnitude()) - places).max(0);
    let halvings = 4 + (places.unsigned_abs() as f64).sqrt() as u32 / 2;
    let guard = places + i64::from(halvings) / 2 + 8;
    let unit = BigInt::from(power_of_ten(guard));
    let fine = guard + whole_digits;
    let (tens, rest) = (scaled * BigInt::from(power_of_ten(fine - places))).div_mod_floor(&ln_ten(fine));
    let small = (rest / BigInt::from(power_of_ten(fine - guard))) >> halvings;
    let (mut term, mut sum, mut n) = (unit.clone(), unit.clone(), 1u32);
    while !term.is_zero() {
        term = term * &small / (&unit * n);
        sum += &term;
        n += 1;
    }
    for _ in 0..halvings {
        sum = &sum * &sum / &unit;
    }
    let coefficient = sum.magnitude() / power_of_ten(guard - places);
    (coefficient, tens.to_i64().unwrap_or(if tens.is_negative() { -super::MOST } else { super::MOST }) - places)
}

/// Rounds to nearest what `approximate` computes with so many digits, with more until a few units do not matter.
fn certain(context: &mut Context, mut approximate: impl FnMut(i64) -> Number) -> Number {
    let rounding = std::mem::replace(&mut context.rounding, Rounding::HalfEven);
    let mut more = 6;
    let mut number = approximate(context.precision + more);
    while more < 200 && !is_certain(&number, context.precision) {
        more += 10;
        number = approximate(context.precision + more);
    }
    context.note(c::INEXACT | c::ROUNDED);
    let result = context.finish(number);
    context.rounding = rounding;
    result
}

/// Whether a few units of the last place cannot change what the number is rounded to.
fn is_certain(number: &Number, precision: i64) -> bool {
    let cut = number.digits() - precision;
    if cut < 3 {
        return false;
    }
    let unit = power_of_ten(cut);
    let rest = BigInt::from(&number.coefficient % &unit);
    let half = BigInt::from(unit) / 2;
    let apart: BigInt = rest - half;
    apart.abs() > BigInt::from(50)
}

/// What is too long for the digits kept.
const MOST_PRECISION: i64 = 100_000;

/// `exp`
pub fn exp(a: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a]) {
        return nan;
    }
    if a.is_infinite() {
        return if a.negative { Number::small(0) } else { a.clone() };
    }
    if a.is_zero() {
        return Number::small(1);
    }
    if a.adjusted() > 20 {
        return beyond(a.negative, false, context);
    }
    if context.precision <= MOST_PRECISION && a.adjusted() < -context.precision - 2 {
        // 1, and a trace of something that differs from it.
        let one = power_of_ten(context.precision + 2);
        let near = if a.negative { one - 1u32 } else { one + 1u32 };
        return certain(context, |_| Number::new(false, near.clone(), -digits_of_one(&near)));
    }
    if let Some(out) = out_of_range(a, context) {
        return beyond(out, false, context);
    }
    if context.precision > MOST_PRECISION {
        return context.refuse(c::MALLOC_ERROR);
    }
    certain(context, |places| exp_number(a, places))
}

fn digits_of_one(near: &BigUint) -> i64 {
    let length = digits(near);
    if near.to_string().starts_with('9') { length } else { length - 1 }
}

/// Whether `e^a` is above (`false`) or below (`true`) what the context can hold.
pub fn out_of_range(a: &Number, context: &Context) -> Option<bool> {
    let power = super::text::plain(a, true).parse::<f64>().unwrap_or(0.0) / std::f64::consts::LN_10;
    if power > context.most as f64 + 2.0 {
        return Some(false);
    }
    (power < context.tiny() as f64 - 2.0).then_some(true)
}

/// A result above or below what the context can hold.
pub fn beyond(below: bool, negative: bool, context: &mut Context) -> Number {
    let rounding = std::mem::replace(&mut context.rounding, Rounding::HalfEven);
    let result = if below { context.underflow(negative) } else { context.overflow(negative) };
    context.rounding = rounding;
    result
}

fn exp_number(a: &Number, places: i64) -> Number {
    let shift = places + 3 + a.exponent;
    let magnitude =
        if shift >= 0 { &a.coefficient * power_of_ten(shift) } else { &a.coefficient / power_of_ten(-shift) };
    let scaled = BigInt::from_biguint(if a.negative { Sign::Minus } else { Sign::Plus }, magnitude);
    let (coefficient, exponent) = exp_fixed(&scaled, places + 3);
    Number::new(false, coefficient, exponent)
}

/// The digits that a logarithm close to zero needs more.
fn leading_zeros(a: &Number) -> i64 {
    let one = Number::small(1);
    let mut work = Context { precision: 5, ..Context::widest() };
    let apart = super::arithmetic::subtract(a, &one, &mut work);
    if a.adjusted().abs() > 1 || apart.is_zero() { 0 } else { (-apart.adjusted()).max(0) }
}

/// `ln(a)` with so many significant digits.
pub fn ln_number(a: &Number, places: i64) -> Number {
    let places = places + 3 + leading_zeros(a);
    let value = ln_fixed(a, places);
    Number::new(value.is_negative(), value.magnitude().clone(), -places)
}

/// What both logarithms have in common; `None` where there is something to compute.
fn simple_logarithm(a: &Number, context: &mut Context) -> Option<Number> {
    if let Some(nan) = context.nan_among(&[a]) {
        return Some(nan);
    }
    if a.is_zero() {
        return Some(Number::infinity(true));
    }
    if a.negative {
        return Some(context.refuse(c::INVALID_OPERATION));
    }
    if a.is_infinite() {
        return Some(Number::infinity(false));
    }
    None
}

/// `ln`
pub fn ln(a: &Number, context: &mut Context) -> Number {
    if let Some(known) = simple_logarithm(a, context) {
        return known;
    }
    if super::order::compare(a, &Number::small(1)).is_eq() {
        return Number::small(0);
    }
    if context.precision > MOST_PRECISION {
        return context.refuse(c::MALLOC_ERROR);
    }
    certain(context, |places| ln_number(a, places))
}

/// `log10`
pub fn log10(a: &Number, context: &mut Context) -> Number {
    if let Some(known) = simple_logarithm(a, context) {
        return known;
    }
    if is_power_of_ten(&a.coefficient) {
        let power = a.adjusted();
        return context.finish(Number::new(power.is_negative(), BigUint::from(power.unsigned_abs()), 0));
    }
    if context.precision > MOST_PRECISION {
        return context.refuse(c::MALLOC_ERROR);
    }
    certain(context, |places| {
        let places = places + 3 + leading_zeros(a);
        let scaled = ln_fixed(a, places) * BigInt::from(power_of_ten(places)) / ln_ten(places);
        Number::new(scaled.is_negative(), scaled.magnitude().clone(), -places)
    })
}

/// Whether it is exactly one.
pub fn is_one(a: &Number) -> bool {
    a.is_finite() && !a.negative && (a.coefficient.is_one() && a.exponent == 0 || super::order::compare(a, &Number::small(1)).is_eq())
}
