//! `math` (Modules/mathmodule.c).

pub mod special;
pub mod sum;
pub mod whole;

use heapglass_heap::{Address, static_type::StaticType};
use num_traits::{Signed, ToPrimitive};

use crate::{
    machine::{Machine, Outcome},
    method::float::to_int,
    native::{Arguments, Convention, NativeFn, NativeRow},
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
    one("asinh", |m, a| real(m, a, libm::asinh)),
    one("acosh", |m, a| real(m, a, libm::acosh)),
    one("atanh", |m, a| real(m, a, libm::atanh)),
    one("fabs", |m, a| real(m, a, f64::abs)),
    one("degrees", |m, a| scaled(m, a, 180.0 / std::f64::consts::PI)),
    one("radians", |m, a| scaled(m, a, std::f64::consts::PI / 180.0)),
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
    one("erf", |m, a| real(m, a, libm::erf)),
    one("erfc", |m, a| real(m, a, libm::erfc)),
    one("gamma", |m, a| special::checked(m, a, special::gamma)),
    one("lgamma", |m, a| special::checked(m, a, special::log_gamma)),
    one("ulp", |m, a| {
        let x = m.to_f64(a.positional[0])?;
        Ok(m.heap.new_float(special::ulp(x)))
    }),
    one("frexp", |m, a| {
        let (mantissa, exponent) = libm::frexp(m.to_f64(a.positional[0])?);
        let parts = [m.heap.new_float(mantissa), m.heap.new_int(if mantissa.is_finite() { exponent.into() } else { 0 })];
        Ok(m.heap.new_tuple_from(&parts))
    }),
    any("ldexp", special::ldexp),
    any("nextafter", special::next_after),
    any("remainder", |m, a| two(m, a, "remainder", special::remainder)),
    one("modf", |m, a| {
        let value = m.to_f64(a.positional[0])?;
        let fraction = if value.is_infinite() { 0.0 } else { value.fract() };
        let items = [m.heap.new_float(fraction.copysign(value)), m.heap.new_float(value.trunc())];
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

fn scaled(m: &mut Machine, arguments: Arguments<'_>, factor: f64) -> Outcome {
    let x = m.to_f64(arguments.positional[0])?;
    Ok(m.heap.new_float(x * factor))
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
    if name == "pow" && x == 0.0 && y < 0.0 && y.is_finite() {
        return m.value_error("math domain error");
    }
    let result = function(x, y);
    if name == "remainder" && result.is_infinite() {
        return m.value_error("math domain error");
    }
    checked(m, result, x.is_finite() && y.is_finite(), x.is_nan() || y.is_nan())
}

fn test(m: &mut Machine, arguments: Arguments<'_>, function: fn(f64) -> bool) -> Outcome {
    let x = m.to_f64(arguments.positional[0])?;
    m.truth(function(x))
}

fn whole(m: &mut Machine, arguments: Arguments<'_>, slot: Slot, function: fn(f64) -> f64) -> Outcome {
    let given = arguments.positional[0];
    let is_float = m.heap.type_of(given) == StaticType::Float.address();
    if !is_float && let Some(result) = m.call_special(given, slot, &[])? {
        return Ok(result);
    }
    let x = m.to_f64(given)?;
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
        if !value.is_positive() {
            return m.value_error("math domain error");
        }
        let float = value.to_f64().unwrap_or(f64::INFINITY);
        if float.is_finite() {
            return Ok(function(float));
        }
        let shift = value.bits().saturating_sub(64);
        let head = (value >> shift).to_f64().unwrap_or(0.0);
        let scaled = head / 2f64.powi(64);
        return Ok(function(scaled) + function(2.0) * (shift + 64) as f64);
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

fn is_close(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if arguments.positional.len() > 2 {
        let given = arguments.positional.len();
        return m.type_error(format!("isclose() takes exactly 2 positional arguments ({given} given)"));
    }
    let given = m.named_arguments(&arguments, "isclose", ["a", "b", "rel_tol", "abs_tol"], 2)?;
    let mut numbers = [0.0, 0.0, 1e-9, 0.0];
    for (number, object) in numbers.iter_mut().zip(given) {
        if let Some(object) = object {
            *number = m.to_f64(object)?;
        }
    }
    let [a, b, relative, absolute] = numbers;
    if relative < 0.0 || absolute < 0.0 {
        return m.value_error("tolerances must be non-negative");
    }
    m.truth(close(a == b, (b - a).abs(), (a.abs(), b.abs()), relative, absolute))
}

/// Whether two numbers are as close as two tolerances allow.
pub fn close(same: bool, distance: f64, sizes: (f64, f64), relative: f64, absolute: f64) -> bool {
    same || !sizes.0.is_infinite()
        && !sizes.1.is_infinite()
        && (distance <= relative * sizes.1 || distance <= relative * sizes.0 || distance <= absolute)
}
