//! Comparing, and the least and greatest of two.

use std::cmp::Ordering;

use super::{Class, Context, Number, condition as c, padded};

/// The order of two magnitudes.
fn magnitudes(a: &Number, b: &Number) -> Ordering {
    match (a.is_infinite(), b.is_infinite()) {
        (true, true) => return Ordering::Equal,
        (true, false) => return Ordering::Greater,
        (false, true) => return Ordering::Less,
        _ => {}
    }
    match (a.is_zero(), b.is_zero()) {
        (true, true) => return Ordering::Equal,
        (true, false) => return Ordering::Less,
        (false, true) => return Ordering::Greater,
        _ => {}
    }
    let first = a.adjusted().cmp(&b.adjusted());
    if first.is_ne() {
        return first;
    }
    let exponent = a.exponent.min(b.exponent);
    padded(&a.coefficient, a.exponent - exponent).cmp(&padded(&b.coefficient, b.exponent - exponent))
}

/// The order of two numbers that are no NaNs.
pub fn compare(a: &Number, b: &Number) -> Ordering {
    if a.is_zero() && b.is_zero() {
        return Ordering::Equal;
    }
    match (a.negative && !a.is_zero(), b.negative && !b.is_zero()) {
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => magnitudes(a, b),
        (true, true) => magnitudes(b, a),
    }
}

fn number_of(order: Ordering) -> Number {
    Number::small(u32::from(order.is_ne())).signed(order.is_lt())
}

/// `compare`: −1, 0, 1 or NaN.
pub fn compare_numbers(a: &Number, b: &Number, context: &mut Context) -> Number {
    context.nan_among(&[a, b]).unwrap_or_else(|| number_of(compare(a, b)))
}

/// `compare_signal`: quiet NaNs are errors too.
pub fn compare_signal(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = context.nan_among(&[a, b]) {
        context.note(c::INVALID_OPERATION);
        return nan;
    }
    number_of(compare(a, b))
}

/// The order in which all representations stand.
pub fn total(a: &Number, b: &Number) -> Ordering {
    if a.negative != b.negative {
        return if a.negative { Ordering::Less } else { Ordering::Greater };
    }
    let rank = |x: &Number| match x.class {
        Class::Finite => 0,
        Class::Infinite => 1,
        Class::Signaling => 2,
        Class::Quiet => 3,
    };
    let order = if a.is_nan() || b.is_nan() {
        rank(a).cmp(&rank(b)).then_with(|| a.coefficient.cmp(&b.coefficient))
    } else {
        magnitudes(a, b).then_with(|| a.exponent.cmp(&b.exponent))
    };
    if a.negative { order.reverse() } else { order }
}

/// `compare_total`.
pub fn compare_total(a: &Number, b: &Number, _: &mut Context) -> Number {
    number_of(total(a, b))
}

/// `compare_total_mag`.
pub fn compare_total_magnitude(a: &Number, b: &Number, _: &mut Context) -> Number {
    number_of(total(&a.clone().signed(false), &b.clone().signed(false)))
}

/// The one of two that `wanted` picks; a quiet NaN gives way to a number.
fn choose(a: &Number, b: &Number, context: &mut Context, order: fn(&Number, &Number) -> Ordering, wanted: Ordering) -> Number {
    if a.class == Class::Quiet && !b.is_nan() {
        return context.finish(b.clone());
    }
    if b.class == Class::Quiet && !a.is_nan() {
        return context.finish(a.clone());
    }
    if let Some(nan) = context.nan_among(&[a, b]) {
        return nan;
    }
    let found = order(a, b).then_with(|| total(a, b));
    let chosen = if found == wanted { a } else { b };
    context.finish(chosen.clone())
}

/// `max`
pub fn greatest(a: &Number, b: &Number, context: &mut Context) -> Number {
    choose(a, b, context, compare, Ordering::Greater)
}

/// `max_mag`
pub fn greatest_magnitude(a: &Number, b: &Number, context: &mut Context) -> Number {
    choose(a, b, context, magnitudes, Ordering::Greater)
}

/// `min`
pub fn least(a: &Number, b: &Number, context: &mut Context) -> Number {
    choose(a, b, context, compare, Ordering::Less)
}

/// `min_mag`
pub fn least_magnitude(a: &Number, b: &Number, context: &mut Context) -> Number {
    choose(a, b, context, magnitudes, Ordering::Less)
}
