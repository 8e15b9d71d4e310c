//! Gamma, neighbours of floats, scaling by powers of two.

use std::f64::consts::PI;

use heapglass_heap::static_type::StaticType;
use num_traits::{Signed, ToPrimitive};

use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
};

/// Why a function has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not defined there.
    Domain,
    /// It is too large for a float.
    Range,
}

/// A function that tells itself where it fails.
pub fn checked(m: &mut Machine, arguments: Arguments<'_>, function: fn(f64) -> Result<f64, Refusal>) -> Outcome {
    let x = m.to_f64(arguments.positional[0])?;
    match function(x) {
        Ok(value) => Ok(m.heap.new_float(value)),
        Err(Refusal::Domain) => m.value_error("math domain error"),
        Err(Refusal::Range) => Err(m.raise(StaticType::OverflowError, "math range error")),
    }
}

// Lanczos' approximation with 13 terms (Modules/mathmodule.c).
const G: f64 = 6.024_680_040_776_729_583_740_234_375;
const G_LESS_HALF: f64 = 5.524_680_040_776_729_583_740_234_375;
const NUMERATOR: [f64; 13] = [
    23_531_376_880.410_759_688_572_007_674_451_636_754_734_846_804_940,
    42_919_803_642.649_098_768_957_899_047_001_988_850_926_355_848_959,
    35_711_959_237.355_668_049_440_185_451_547_166_705_960_488_635_843,
    17_921_034_426.037_209_699_919_755_754_458_931_112_671_403_265_390,
    6_039_542_586.352_028_005_064_291_644_307_297_921_069_938_842_070_8,
    1_439_720_407.311_721_673_663_223_072_794_912_393_971_548_578_637_2,
    248_874_557.862_054_156_511_460_386_413_229_423_216_321_251_278_01,
    31_426_415.585_400_194_380_614_231_628_318_205_362_874_684_987_640,
    2_876_370.628_935_372_441_225_409_051_620_849_613_599_114_537_876_8,
    186_056.265_395_223_495_040_294_989_716_045_699_282_207_842_363_28,
    8_071.672_002_365_816_210_638_002_902_272_250_613_821_851_632_502_4,
    210.824_277_751_579_345_872_509_733_920_713_362_711_669_695_802_91,
    2.506_628_274_631_000_270_164_908_177_133_837_338_626_431_079_340_8,
];
const DENOMINATOR: [f64; 13] = [
    0.0, 39_916_800.0, 120_543_840.0, 150_917_976.0, 105_258_076.0, 45_995_730.0, 13_339_535.0, 2_637_558.0, 357_423.0, 32_670.0,
    1925.0, 66.0, 1.0,
];

fn lanczos(x: f64) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    if x < 5.0 {
        for (n, d) in NUMERATOR.iter().zip(DENOMINATOR).rev() {
            above = above * x + n;
            below = below * x + d;
        }
    } else {
        for (n, d) in NUMERATOR.iter().zip(DENOMINATOR) {
            above = above / x + n;
            below = below / x + d;
        }
    }
    above / below
}

/// The sine of `pi * x`.
fn sine_of_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let value = match (2.0 * y).round() as i32 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1f64.copysign(x) * value
}

/// `gamma(x)`
pub fn gamma(x: f64) -> Result<f64, Refusal> {
    if !x.is_finite() {
        return if x.is_nan() || x > 0.0 { Ok(x) } else { Err(Refusal::Domain) };
    }
    let size = x.abs();
    if x == x.floor() {
        if x <= 0.0 {
            return Err(Refusal::Domain);
        }
        if x <= 23.0 {
            return Ok((2..x as u64).fold(1.0, |product, factor| product * factor as f64));
        }
    }
    if size < 1e-20 {
        let result = 1.0 / x;
        return if result.is_infinite() { Err(Refusal::Range) } else { Ok(result) };
    }
    if size > 200.0 {
        return if x < 0.0 { Ok(0.0 / sine_of_pi(x)) } else { Err(Refusal::Range) };
    }
    let y = size + G_LESS_HALF;
    let lost = if size > G_LESS_HALF { (y - size) - G_LESS_HALF } else { (y - G_LESS_HALF) - size };
    let correction = lost * G / y;
    let scale = |value: f64, by: fn(f64, f64) -> f64| {
        if size < 140.0 {
            by(value, y.powf(size - 0.5))
        } else {
            let root = y.powf(size / 2.0 - 0.25);
            by(by(value, root), root)
        }
    };
    let result = if x < 0.0 {
        let value = -PI / sine_of_pi(size) / size * y.exp() / lanczos(size);
        scale(value - correction * value, |a, b| a / b)
    } else {
        let value = lanczos(size) / y.exp();
        scale(value + correction * value, |a, b| a * b)
    };
    if result.is_infinite() { Err(Refusal::Range) } else { Ok(result) }
}

/// `lgamma(x)`
pub fn log_gamma(x: f64) -> Result<f64, Refusal> {
    const LOG_PI: f64 = 1.144_729_885_849_400_174_143_427_351_353_058_711_647;
    if !x.is_finite() {
        return Ok(if x.is_nan() { x } else { f64::INFINITY });
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { Err(Refusal::Domain) } else { Ok(0.0) };
    }
    let size = x.abs();
    if size < 1e-20 {
        return Ok(-size.ln());
    }
    let mut result = lanczos(size).ln() - G;
    result += (size - 0.5) * ((size + G - 0.5).ln() - 1.0);
    if x < 0.0 {
        result = LOG_PI - sine_of_pi(size).abs().ln() - size.ln() - result;
    }
    if result.is_infinite() { Err(Refusal::Range) } else { Ok(result) }
}

/// The distance to the next float away from zero.
pub fn ulp(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    let x = x.abs();
    if x.is_infinite() {
        return x;
    }
    let next = x.next_up();
    if next.is_infinite() { x - x.next_down() } else { next - x }
}

/// The rest of the division by the nearest whole multiple, even in a tie; infinite where it is not defined.
pub fn remainder(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    if x.is_infinite() || y == 0.0 {
        return f64::INFINITY;
    }
    if y.is_infinite() {
        return x;
    }
    let (size, unit) = (x.abs(), y.abs());
    let rest = size % unit;
    let other = unit - rest;
    let result = if rest < other {
        rest
    } else if rest > other {
        -other
    } else {
        rest - 2.0 * ((0.5 * (size - rest)) % unit)
    };
    1f64.copysign(x) * result
}

/// `ldexp(x, i)`
pub fn ldexp(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "ldexp", 2, 2)?;
    let x = m.to_f64(arguments.positional[0])?;
    if !m.is_int(arguments.positional[1]) {
        return m.type_error("Expected an int as second argument to ldexp.");
    }
    let exponent = m.big_int(arguments.positional[1]);
    let far = if exponent.is_negative() { -100_000 } else { 100_000 };
    let exponent = exponent.to_i32().filter(|exponent| exponent.abs() < 100_000).unwrap_or(far);
    let result = libm::ldexp(x, exponent);
    if result.is_infinite() && x.is_finite() {
        return Err(m.raise(StaticType::OverflowError, "math range error"));
    }
    Ok(m.heap.new_float(result))
}

/// `nextafter(x, y, steps=None)`
pub fn next_after(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if arguments.positional.len() != 2 {
        let given = arguments.positional.len();
        return m.type_error(format!("nextafter() takes exactly 2 positional arguments ({given} given)"));
    }
    let [x, y, steps] = m.named_arguments(&arguments, "nextafter", ["x", "y", "steps"], 2)?;
    let none = m.heap.none();
    let (x, y) = (m.to_f64(x.unwrap_or(none))?, m.to_f64(y.unwrap_or(none))?);
    let steps = match steps.filter(|steps| !m.heap.is_none(*steps)) {
        None => return Ok(m.heap.new_float(libm::nextafter(x, y))),
        Some(steps) => {
            let int = m.index(steps)?;
            let value = m.big_int(int);
            m.decref(int);
            if value.is_negative() {
                return m.value_error("steps must be a non-negative integer");
            }
            value.to_u64().unwrap_or(u64::MAX)
        }
    };
    Ok(m.heap.new_float(walked(x, y, steps)))
}

/// `x`, so many floats nearer to `y`.
fn walked(x: f64, y: f64, steps: u64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return if x.is_nan() { x } else { y };
    }
    if steps == 0 {
        return x;
    }
    if x == y {
        return y;
    }
    // Floats in order, as ints: zero is 0, negative ones are below it.
    let place = |value: f64| {
        let magnitude = i128::from(value.abs().to_bits());
        if value.is_sign_negative() { -magnitude } else { magnitude }
    };
    let (from, to) = (place(x), place(y));
    let apart = to - from;
    if apart.unsigned_abs() <= u128::from(steps) {
        return y;
    }
    let at = from + apart.signum() * i128::from(steps);
    let value = f64::from_bits(at.unsigned_abs() as u64);
    if at < 0 || at == 0 && x < 0.0 { -value } else { value }
}
