//! `cmath` (Modules/cmathmodule.c).

pub mod special;

use std::f64::consts::{E, LN_2, LN_10, PI};

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    method::complex::{part, quotient},
    module::math::{close, special::Refusal},
    native::{Arguments, Convention, NativeRow},
};

type Pair = (f64, f64);
type Function = fn(Pair) -> Result<Pair, Refusal>;

/// Beyond this a square overflows, or nearly.
const LARGE: f64 = f64::MAX / 4.0;
const LOG_LARGE: f64 = 708.396_418_532_264_1;

macro_rules! function {
    ($name:literal, $function:path) => {
        NativeRow::function("cmath", $name, Convention::One, |m, a| apply(m, a, $function))
    };
}

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("cmath", name, convention, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    function!("acos", acos),
    function!("acosh", acosh),
    function!("asin", asin),
    function!("asinh", asinh),
    function!("atan", atan),
    function!("atanh", atanh),
    function!("cos", cos),
    function!("cosh", cosh),
    function!("exp", exp),
    function!("log10", log10),
    function!("sin", sin),
    function!("sinh", sinh),
    function!("sqrt", sqrt),
    function!("tan", tan),
    function!("tanh", tanh),
    row("log", Convention::Positional, logarithm),
    row("phase", Convention::One, |m, a| {
        let (x, y) = number(m, a.positional[0])?;
        Ok(m.heap.new_float(y.atan2(x)))
    }),
    row("polar", Convention::One, |m, a| {
        let (x, y) = number(m, a.positional[0])?;
        let length = x.hypot(y);
        if length.is_infinite() && x.is_finite() && y.is_finite() {
            return failed(m, Refusal::Range);
        }
        let parts = [m.heap.new_float(length), m.heap.new_float(y.atan2(x))];
        Ok(m.heap.new_tuple_from(&parts))
    }),
    row("rect", Convention::Positional, |m, a| {
        a.arity(m, "rect", 2, 2)?;
        let (length, angle) = (m.to_f64(a.positional[0])?, m.to_f64(a.positional[1])?);
        finished(m, rect((length, angle)))
    }),
    row("isfinite", Convention::One, |m, a| test(m, a, |(x, y)| x.is_finite() && y.is_finite())),
    row("isinf", Convention::One, |m, a| test(m, a, |(x, y)| x.is_infinite() || y.is_infinite())),
    row("isnan", Convention::One, |m, a| test(m, a, |(x, y)| x.is_nan() || y.is_nan())),
    row("isclose", Convention::Keywords, is_close),
];

/// The constants.
pub fn fill(m: &mut Machine, dict: Address) -> Outcome<()> {
    for (name, value) in [("e", E), ("pi", PI), ("tau", 2.0 * PI), ("inf", f64::INFINITY), ("nan", f64::NAN)] {
        let value = m.heap.new_float(value);
        m.namespace_put(dict, name, value)?;
    }
    for (name, value) in [("infj", f64::INFINITY), ("nanj", f64::NAN)] {
        let value = m.heap.new_complex(0.0, value);
        m.namespace_put(dict, name, value)?;
    }
    Ok(())
}

/// The value of any number: a complex one, or what `__complex__`, `__float__` or `__index__` says.
fn number(m: &mut Machine, object: Address) -> Outcome<Pair> {
    if m.is_str(object) {
        return m.type_error("must be real number, not str");
    }
    match part(m, object, "first") {
        Err(raised) if m.error_matches(StaticType::TypeError) && !m.heap.is_instance(object, StaticType::Complex) => {
            let known = ["__complex__", "__float__", "__index__"];
            for name in known {
                if m.lookup_special(object, name)?.is_some_and(|found| {
                    m.decref(found);
                    true
                }) {
                    return Err(raised);
                }
            }
            m.clear_error();
            let name = m.type_name(object);
            m.type_error(format!("must be real number, not {name}"))
        }
        other => other,
    }
}

fn failed<T>(m: &mut Machine, refusal: Refusal) -> Outcome<T> {
    match refusal {
        Refusal::Domain => m.value_error("math domain error"),
        Refusal::Range => Err(m.raise(StaticType::OverflowError, "math range error")),
    }
}

fn finished(m: &mut Machine, result: Result<Pair, Refusal>) -> Outcome {
    match result {
        Ok((real, imaginary)) => Ok(m.heap.new_complex(real, imaginary)),
        Err(refusal) => failed(m, refusal),
    }
}

fn apply(m: &mut Machine, arguments: Arguments<'_>, function: Function) -> Outcome {
    let z = number(m, arguments.positional[0])?;
    finished(m, function(z))
}

fn test(m: &mut Machine, arguments: Arguments<'_>, holds: fn(Pair) -> bool) -> Outcome {
    let z = number(m, arguments.positional[0])?;
    m.truth(holds(z))
}

fn is_close(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let given = m.named_arguments(&arguments, "isclose", ["a", "b", "rel_tol", "abs_tol"], 2)?;
    let none = m.heap.none();
    let [a, b] = [given[0], given[1]].map(|object| object.unwrap_or(none));
    let (a, b) = (number(m, a)?, number(m, b)?);
    let mut tolerances = [1e-9, 0.0];
    for (tolerance, object) in tolerances.iter_mut().zip(&given[2..]) {
        if let Some(object) = object {
            *tolerance = m.to_f64(*object)?;
        }
    }
    if tolerances.iter().any(|tolerance| *tolerance < 0.0) {
        return m.value_error("tolerances must be non-negative");
    }
    let infinite = [a.0, a.1, b.0, b.1].iter().any(|x| x.is_infinite());
    let size = |z: Pair| if infinite { f64::INFINITY } else { z.0.hypot(z.1) };
    let apart = size((a.0 - b.0, a.1 - b.1));
    m.truth(close(a == b, apart, (size(a), size(b)), tolerances[0], tolerances[1]))
}

fn logarithm(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "log", 1, 2)?;
    let z = number(m, arguments.positional[0])?;
    let Some(base) = arguments.get(1) else { return finished(m, log(z)) };
    let base = number(m, base)?;
    let result = log(z).and_then(|z| log(base).and_then(|base| quotient(z, base).ok_or(Refusal::Domain)));
    finished(m, result)
}

fn is_finite((x, y): Pair) -> bool {
    x.is_finite() && y.is_finite()
}

fn from_table(table: &str, z: Pair) -> Result<Pair, Refusal> {
    special::entry(table, z).ok_or(Refusal::Domain)
}

/// Whether the value at an infinite real part only depends on the direction of a finite imaginary part.
fn runs_off((x, y): Pair) -> bool {
    x.is_infinite() && y.is_finite() && y != 0.0
}

/// A magnitude in the direction of an angle.
fn towards(magnitude: f64, angle: f64) -> Pair {
    (magnitude.copysign(angle.cos()), magnitude.copysign(angle.sin()))
}

/// A result that is too large.
fn ranged(z: Pair) -> Result<Pair, Refusal> {
    if z.0.is_infinite() || z.1.is_infinite() { Err(Refusal::Range) } else { Ok(z) }
}

/// `log(abs(z))` where the parts are large.
fn log_of_large((x, y): Pair) -> f64 {
    (x / 2.0).hypot(y / 2.0).ln() + 2.0 * LN_2
}

fn is_large((x, y): Pair) -> bool {
    x.abs() > LARGE || y.abs() > LARGE
}

fn root(z: Pair) -> Pair {
    sqrt(z).unwrap_or((f64::NAN, f64::NAN))
}

fn acos(z: Pair) -> Result<Pair, Refusal> {
    let (x, y) = z;
    if !is_finite(z) {
        return from_table(special::ACOS, z);
    }
    if is_large(z) {
        let size = log_of_large(z);
        return Ok((y.abs().atan2(x), if x < 0.0 { -size.copysign(y) } else { size.copysign(-y) }));
    }
    let (a, b) = (root((1.0 - x, -y)), root((1.0 + x, y)));
    Ok((2.0 * a.0.atan2(b.0), libm::asinh(b.0 * a.1 - b.1 * a.0)))
}

fn acosh(z: Pair) -> Result<Pair, Refusal> {
    let (x, y) = z;
    if !is_finite(z) {
        return from_table(special::ACOSH, z);
    }
    if is_large(z) {
        return Ok((log_of_large(z), y.atan2(x)));
    }
    let (a, b) = (root((x - 1.0, y)), root((x + 1.0, y)));
    Ok((libm::asinh(a.0 * b.0 + a.1 * b.1), 2.0 * a.1.atan2(b.0)))
}

/// `-i f(iz)`: how the circular functions come from the hyperbolic ones.
fn turned(function: Function, (x, y): Pair) -> Result<Pair, Refusal> {
    function((-y, x)).map(|(real, imaginary)| (imaginary, -real))
}

fn asin(z: Pair) -> Result<Pair, Refusal> {
    turned(asinh, z)
}

fn asinh(z: Pair) -> Result<Pair, Refusal> {
    let (x, y) = z;
    if !is_finite(z) {
        return from_table(special::ASINH, z);
    }
    if is_large(z) {
        return Ok((log_of_large(z).copysign(x), y.atan2(x.abs())));
    }
    let (a, b) = (root((1.0 + y, -x)), root((1.0 - y, x)));
    Ok((libm::asinh(a.0 * b.1 - b.0 * a.1), y.atan2(a.0 * b.0 - a.1 * b.1)))
}

fn atan(z: Pair) -> Result<Pair, Refusal> {
    turned(atanh, z)
}

fn atanh(z: Pair) -> Result<Pair, Refusal> {
    let (x, y) = z;
    if !is_finite(z) {
        return from_table(special::ATANH, z);
    }
    if x.is_sign_negative() {
        return atanh((-x, -y)).map(|(real, imaginary)| (-real, -imaginary));
    }
    let height = y.abs();
    let too_large = LARGE.sqrt();
    if x > too_large || height > too_large {
        let half = (x / 2.0).hypot(y / 2.0);
        return Ok((x / 4.0 / half / half, -(PI / 2.0).copysign(-y)));
    }
    if x == 1.0 && height < f64::MIN_POSITIVE.sqrt() {
        if height == 0.0 {
            return Err(Refusal::Domain);
        }
        let real = -(height.sqrt() / height.hypot(2.0).sqrt()).ln();
        return Ok((real, (2f64.atan2(-height) / 2.0).copysign(y)));
    }
    let real = (4.0 * x / ((1.0 - x) * (1.0 - x) + height * height)).ln_1p() / 4.0;
    Ok((real, -(-2.0 * y).atan2((1.0 - x) * (1.0 + x) - height * height) / 2.0))
}

fn cos((x, y): Pair) -> Result<Pair, Refusal> {
    cosh((-y, x))
}

fn cosh(z: Pair) -> Result<Pair, Refusal> {
    let (x, y) = z;
    if !is_finite(z) {
        if !runs_off(z) {
            return from_table(special::COSH, z);
        }
        let (real, imaginary) = towards(f64::INFINITY, y);
        return Ok((real, if x > 0.0 { imaginary } else { -imaginary }));
    }
    if x.abs() > LOG_LARGE {
        let less = x - 1f64.copysign(x);
        return ranged((y.cos() * less.cosh() * E, y.sin() * less.sinh() * E));
    }
    ranged((y.cos() * x.cosh(), y.sin() * x.sinh()))
}

fn exp(z: Pair) -> Result<Pair, Refusal> {
    let (x, y) = z;
    if !is_finite(z) {
        if !runs_off(z) {
            return from_table(special::EXP, z);
        }
        return Ok(towards(if x > 0.0 { f64::INFINITY } else { 0.0 }, y));
    }
    if x > LOG_LARGE {
        let size = (x - 1.0).exp();
        return ranged((size * y.cos() * E, size * y.sin() * E));
    }
    let size = x.exp();
    ranged((size * y.cos(), size * y.sin()))
}

fn log(z: Pair) -> Result<Pair, Refusal> {
    let (x, y) = z;
    if !is_finite(z) {
        return from_table(special::LOG, z);
    }
    let (high, low) = (x.abs().max(y.abs()), x.abs().min(y.abs()));
    let size = if high > LARGE {
        (high / 2.0).hypot(low / 2.0).ln() + LN_2
    } else if high < f64::MIN_POSITIVE {
        if high == 0.0 {
            return Err(Refusal::Domain);
        }
        let scale = 2f64.powi(53);
        (high * scale).hypot(low * scale).ln() - 53.0 * LN_2
    } else {
        let length = high.hypot(low);
        if (0.71..=1.73).contains(&length) {
            ((high - 1.0) * (high + 1.0) + low * low).ln_1p() / 2.0
        } else {
            length.ln()
        }
    };
    Ok((size, y.atan2(x)))
}

fn log10(z: Pair) -> Result<Pair, Refusal> {
    log(z).map(|(real, imaginary)| (real / LN_10, imaginary / LN_10))
}

fn sin(z: Pair) -> Result<Pair, Refusal> {
    turned(sinh, z)
}

fn sinh(z: Pair) -> Result<Pair, Refusal> {
    let (x, y) = z;
    if !is_finite(z) {
        if !runs_off(z) {
            return from_table(special::SINH, z);
        }
        let (real, imaginary) = towards(f64::INFINITY, y);
        return Ok((if x > 0.0 { real } else { -real }, imaginary));
    }
    if x.abs() > LOG_LARGE {
        let less = x - 1f64.copysign(x);
        return ranged((y.cos() * less.sinh() * E, y.sin() * less.cosh() * E));
    }
    ranged((y.cos() * x.sinh(), y.sin() * x.cosh()))
}

fn sqrt(z: Pair) -> Result<Pair, Refusal> {
    let (x, y) = z;
    if !is_finite(z) {
        return from_table(special::SQRT, z);
    }
    if x == 0.0 && y == 0.0 {
        return Ok((0.0, y));
    }
    let (width, height) = (x.abs(), y.abs());
    let half = if width < f64::MIN_POSITIVE && height < f64::MIN_POSITIVE {
        let scale = 2f64.powi(54);
        (width * scale + (width * scale).hypot(height * scale)).sqrt() * 2f64.powi(-27)
    } else {
        2.0 * (width / 8.0 + (width / 8.0).hypot(height / 8.0)).sqrt()
    };
    let other = height / (2.0 * half);
    Ok(if x >= 0.0 { (half, other.copysign(y)) } else { (other, half.copysign(y)) })
}

fn tan(z: Pair) -> Result<Pair, Refusal> {
    turned(tanh, z)
}

fn tanh(z: Pair) -> Result<Pair, Refusal> {
    let (x, y) = z;
    if !is_finite(z) {
        if !runs_off(z) {
            return from_table(special::TANH, z);
        }
        return Ok((1f64.copysign(x), 0f64.copysign(2.0 * y.sin() * y.cos())));
    }
    if x.abs() > LOG_LARGE {
        return Ok((1f64.copysign(x), 4.0 * y.sin() * y.cos() * (-2.0 * x.abs()).exp()));
    }
    let (tx, ty, cx) = (x.tanh(), y.tan(), 1.0 / x.cosh());
    let product = tx * ty;
    let divisor = 1.0 + product * product;
    Ok((tx * (1.0 + ty * ty) / divisor, ty / divisor * cx * cx))
}

fn rect(z: Pair) -> Result<Pair, Refusal> {
    let (length, angle) = z;
    if !is_finite(z) {
        if !runs_off(z) {
            return from_table(special::RECT, z);
        }
        let (real, imaginary) = towards(f64::INFINITY, angle);
        return Ok(if length > 0.0 { (real, imaginary) } else { (-real, -imaginary) });
    }
    if angle == 0.0 {
        return Ok((length, length * angle));
    }
    Ok((length * angle.cos(), length * angle.sin()))
}
