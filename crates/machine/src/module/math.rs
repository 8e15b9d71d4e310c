//! `math` (Modules/mathmodule.c).

use heapglass_heap::{Address, static_type::StaticType};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive};

use crate::{
    machine::{Machine, Outcome},
    method::float::to_int,
    native::{Arguments, Convention, NativeFn, NativeRow},
    protocol::BinaryOp,
    types::slot::Slot,
};

const fn one(name: &'static str, function: NativeFn) -> NativeRow {
    NativeRow::function("math", name, Convention::One, function)
}

const fn any(name: &'static str, function: NativeFn) -> NativeRow {
    NativeRow::function("math", name, Convention::Keywords, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    one("sqrt", |m, a| real(m, a, f64::sqrt)),
    one("cbrt", |m, a| real(m, a, f64::cbrt)),
    one("exp", |m, a| real(m, a, f64::exp)),
    one("exp2", |m, a| real(m, a, f64::exp2)),
    one("expm1", |m, a| real(m, a, f64::exp_m1)),
    one("log1p", |m, a| real(m, a, f64::ln_1p)),
    one("sin", |m, a| real(m, a, f64::sin)),
    one("cos", |m, a| real(m, a, f64::cos)),
    one("tan", |m, a| real(m, a, f64::tan)),
    one("asin", |m, a| real(m, a, f64::asin)),
    one("acos", |m, a| real(m, a, f64::acos)),
    one("atan", |m, a| real(m, a, f64::atan)),
    one("sinh", |m, a| real(m, a, f64::sinh)),
    one("cosh", |m, a| real(m, a, f64::cosh)),
    one("tanh", |m, a| real(m, a, f64::tanh)),
    one("asinh", |m, a| real(m, a, f64::asinh)),
    one("acosh", |m, a| real(m, a, f64::acosh)),
    one("atanh", |m, a| real(m, a, f64::atanh)),
    one("fabs", |m, a| real(m, a, f64::abs)),
    one("degrees", |m, a| real(m, a, f64::to_degrees)),
    one("radians", |m, a| real(m, a, f64::to_radians)),
    one("floor", |m, a| whole(m, a, Slot::Floor, f64::floor)),
    one("ceil", |m, a| whole(m, a, Slot::Ceil, f64::ceil)),
    one("trunc", trunc),
    one("isnan", |m, a| test(m, a, f64::is_nan)),
    one("isinf", |m, a| test(m, a, f64::is_infinite)),
    one("isfinite", |m, a| test(m, a, f64::is_finite)),
    any("log", log),
    one("log2", |m, a| logarithm(m, a.positional[0], f64::log2)),
    one("log10", |m, a| logarithm(m, a.positional[0], f64::log10)),
    any("pow", |m, a| two(m, a, "pow", f64::powf)),
    any("fmod", |m, a| two(m, a, "fmod", |x, y| x % y)),
    any("atan2", |m, a| two(m, a, "atan2", f64::atan2)),
    any("copysign", |m, a| two(m, a, "copysign", f64::copysign)),
    any("hypot", hypot),
    any("dist", dist),
    any("gcd", |m, a| fold(m, a, 0, |x, y| x.gcd(&y))),
    any("lcm", |m, a| fold(m, a, 1, |x, y| x.lcm(&y))),
    one("factorial", factorial),
    any("comb", |m, a| choose(m, a, true)),
    any("perm", |m, a| choose(m, a, false)),
    one("isqrt", integer_root),
    any("prod", product),
    one("fsum", float_sum),
    one("modf", |m, a| {
        let value = m.to_f64(a.positional[0])?;
        let items = [m.heap.new_float(value.fract()), m.heap.new_float(value.trunc())];
        Ok(m.heap.new_tuple_from(&items))
    }),
    any("isclose", is_close),
];

/// The constants.
pub fn fill(m: &mut Machine, dict: Address) -> Outcome<()> {
    let constants = [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ];
    for (name, value) in constants {
        let value = m.heap.new_float(value);
        m.namespace_put(dict, name, value)?;
    }
    Ok(())
}

/// A result that is NaN or infinite though the argument was neither is an error.
fn checked(m: &mut Machine, result: f64, all_finite: bool, any_nan: bool) -> Outcome {
    if result.is_nan() && !any_nan {
        return m.value_error("math domain error");
    }
    if result.is_infinite() && all_finite {
        return Err(m.raise(StaticType::OverflowError, "math range error"));
    }
    Ok(m.heap.new_float(result))
}

fn real(m: &mut Machine, arguments: Arguments<'_>, function: fn(f64) -> f64) -> Outcome {
    let x = m.to_f64(arguments.positional[0])?;
    let result = function(x);
    if result.is_infinite() && x.is_finite() && x.abs() <= 1.0 {
        return m.value_error("math domain error");
    }
    checked(m, result, x.is_finite(), x.is_nan())
}

fn two(m: &mut Machine, arguments: Arguments<'_>, name: &str, function: fn(f64, f64) -> f64) -> Outcome {
    arguments.arity(m, name, 2, 2)?;
    let (x, y) = (m.to_f64(arguments.positional[0])?, m.to_f64(arguments.positional[1])?);
    if name == "pow" && x == 0.0 && y < 0.0 {
        return m.value_error("math domain error");
    }
    checked(m, function(x, y), x.is_finite() && y.is_finite(), x.is_nan() || y.is_nan())
}

fn test(m: &mut Machine, arguments: Arguments<'_>, function: fn(f64) -> bool) -> Outcome {
    let x = m.to_f64(arguments.positional[0])?;
    m.truth(function(x))
}

fn whole(m: &mut Machine, arguments: Arguments<'_>, slot: Slot, function: fn(f64) -> f64) -> Outcome {
    if let Some(result) = m.call_slot(arguments.positional[0], slot, &[])? {
        return Ok(result);
    }
    let x = m.to_f64(arguments.positional[0])?;
    to_int(m, function(x))
}

fn trunc(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    match m.call_special(arguments.positional[0], Slot::Trunc, &[])? {
        Some(result) => Ok(result),
        None => {
            let name = m.type_name(arguments.positional[0]);
            m.type_error(format!("type {name} doesn't define __trunc__ method"))
        }
    }
}

/// The logarithm of any int, too large for a float or not, or of a float.
fn log_value(m: &mut Machine, object: Address, function: fn(f64) -> f64) -> Outcome<f64> {
    if m.is_int(object) && m.heap.int_to_i64(object).is_none() {
        let value = m.big_int(object);
        if value.is_positive() {
            let shift = value.bits().saturating_sub(64);
            let head = (value >> shift).to_f64().unwrap_or(0.0);
            return Ok(function(head) + shift as f64 * function(2.0));
        }
    }
    let x = m.to_f64(object)?;
    if x <= 0.0 {
        return m.value_error("math domain error");
    }
    Ok(function(x))
}

fn logarithm(m: &mut Machine, object: Address, function: fn(f64) -> f64) -> Outcome {
    let value = log_value(m, object, function)?;
    Ok(m.heap.new_float(value))
}

fn log(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "log", 1, 2)?;
    let value = log_value(m, arguments.positional[0], f64::ln)?;
    let Some(base) = arguments.get(1) else { return Ok(m.heap.new_float(value)) };
    let base = log_value(m, base, f64::ln)?;
    if base == 0.0 {
        return Err(m.raise(StaticType::ZeroDivisionError, "float division by zero"));
    }
    Ok(m.heap.new_float(value / base))
}

fn hypot(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut parts = Vec::new();
    for part in arguments.positional {
        parts.push(m.to_f64(*part)?);
    }
    let length = parts.into_iter().fold(0.0, f64::hypot);
    Ok(m.heap.new_float(length))
}

fn dist(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "dist", 2, 2)?;
    let (p, q) = (m.tuple_from(arguments.positional[0])?, m.tuple_from(arguments.positional[1])?);
    let (xs, ys) = (m.heap.tuple_items(p), m.heap.tuple_items(q));
    let mut length = 0f64;
    for (x, y) in xs.iter().zip(&ys) {
        length = length.hypot(m.to_f64(*x)? - m.to_f64(*y)?);
    }
    m.decref(p);
    m.decref(q);
    if xs.len() != ys.len() {
        return m.value_error("both points must have the same number of dimensions");
    }
    Ok(m.heap.new_float(length))
}

fn big(m: &mut Machine, object: Address) -> Outcome<BigInt> {
    let int = m.index(object)?;
    let value = m.big_int(int);
    m.decref(int);
    Ok(value)
}

fn fold(m: &mut Machine, arguments: Arguments<'_>, start: i64, operation: fn(BigInt, BigInt) -> BigInt) -> Outcome {
    let mut result = BigInt::from(start);
    for object in arguments.positional {
        let value = big(m, *object)?;
        result = operation(result, value);
    }
    Ok(m.new_big_int(&result.abs()))
}

fn factorial(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = big(m, arguments.positional[0])?;
    if value.is_negative() {
        return m.value_error("factorial() not defined for negative values");
    }
    let Some(n) = value.to_u64().filter(|n| *n <= 100_000) else {
        return Err(m.raise(StaticType::OverflowError, "factorial() argument should not exceed 100000 here"));
    };
    let result = (2..=n).fold(BigInt::one(), |product, factor| product * factor);
    Ok(m.new_big_int(&result))
}

fn choose(m: &mut Machine, arguments: Arguments<'_>, unordered: bool) -> Outcome {
    let name = if unordered { "comb" } else { "perm" };
    arguments.arity(m, name, if unordered { 2 } else { 1 }, 2)?;
    let n = big(m, arguments.positional[0])?;
    let k = match arguments.get(1).filter(|k| !m.heap.is_none(*k)) {
        Some(k) => big(m, k)?,
        None => n.clone(),
    };
    for (letter, value) in [("n", &n), ("k", &k)] {
        if value.is_negative() {
            return m.value_error(format!("{letter} must be a non-negative integer"));
        }
    }
    if k > n {
        return Ok(m.heap.new_int(0));
    }
    let steps = if unordered { k.clone().min(&n - &k) } else { k };
    let Some(steps) = steps.to_u64().filter(|steps| *steps <= 100_000) else { return m.memory_error() };
    let mut result = BigInt::one();
    for i in 0..steps {
        result *= &n - i;
        if unordered {
            result /= i + 1;
        }
    }
    Ok(m.new_big_int(&result))
}

fn integer_root(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = big(m, arguments.positional[0])?;
    if value.is_negative() {
        return m.value_error("isqrt() argument must be nonnegative");
    }
    Ok(m.new_big_int(&value.sqrt()))
}

fn product(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "prod", &["start"])?;
    arguments.arity(m, "prod", 1, 1)?;
    let mut result = match arguments.keyword(m, "start") {
        Some(start) => m.incref(start),
        None => m.heap.new_int(1),
    };
    m.for_each(arguments.positional[0], |m, item| {
        let next = m.binary(BinaryOp::Multiply, result, item);
        m.decref(item);
        let old = std::mem::replace(&mut result, next?);
        m.decref(old);
        Ok(())
    })?;
    Ok(result)
}

/// An exact sum: partial sums that do not overlap (Shewchuk).
fn float_sum(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut partials: Vec<f64> = Vec::new();
    m.for_each(arguments.positional[0], |m, item| {
        let value = m.to_f64(item);
        m.decref(item);
        let mut x = value?;
        let mut kept = 0;
        for at in 0..partials.len() {
            let mut y = partials[at];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        partials.push(x);
        Ok(())
    })?;
    let total = partials.iter().rev().sum();
    Ok(m.heap.new_float(total))
}

fn is_close(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "isclose", &["a", "b", "rel_tol", "abs_tol"])?;
    let mut numbers = [0.0, 0.0, 1e-9, 0.0];
    for (at, name) in ["a", "b", "rel_tol", "abs_tol"].iter().enumerate() {
        let given = if at < 2 { arguments.get_or_keyword(m, at, name) } else { arguments.keyword(m, name) };
        if let Some(object) = given {
            numbers[at] = m.to_f64(object)?;
        }
    }
    let [a, b, relative, absolute] = numbers;
    let close = a == b
        || !a.is_infinite() && !b.is_infinite() && {
            let distance = (b - a).abs();
            distance <= (relative * b).abs() || distance <= (relative * a).abs() || distance <= absolute
        };
    m.truth(close)
}

