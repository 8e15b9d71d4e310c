//! Decimal floating-point numbers (the General Decimal Arithmetic Specification, which libmpdec implements): values and
//! contexts as plain data. How they lie in memory is the affair of [`crate::module::decimal`].

pub mod arithmetic;
pub mod integral;
pub mod logical;
pub mod order;
pub mod power;
pub mod rounding;
pub mod series;
pub mod text;

use num_bigint::BigUint;
use num_traits::{One, Zero};

/// Conditions, as bits of a context's status (libmpdec, mpdecimal.h).
#[allow(missing_docs, reason = "the names are those of the specification")]
pub mod condition {
    pub const CLAMPED: u32 = 0x1;
    pub const CONVERSION_SYNTAX: u32 = 0x2;
    pub const DIVISION_BY_ZERO: u32 = 0x4;
    pub const DIVISION_IMPOSSIBLE: u32 = 0x8;
    pub const DIVISION_UNDEFINED: u32 = 0x10;
    pub const INEXACT: u32 = 0x40;
    pub const INVALID_CONTEXT: u32 = 0x80;
    pub const INVALID_OPERATION: u32 = 0x100;
    pub const MALLOC_ERROR: u32 = 0x200;
    pub const FLOAT_OPERATION: u32 = 0x400;
    pub const OVERFLOW: u32 = 0x800;
    pub const ROUNDED: u32 = 0x1000;
    pub const SUBNORMAL: u32 = 0x2000;
    pub const UNDERFLOW: u32 = 0x4000;
    /// All that the signal `InvalidOperation` stands for.
    pub const ALL_INVALID: u32 = CONVERSION_SYNTAX
        | DIVISION_IMPOSSIBLE
        | DIVISION_UNDEFINED
        | 0x20
        | INVALID_CONTEXT
        | INVALID_OPERATION
        | MALLOC_ERROR;
    /// What makes a result meaningless.
    pub const ERRORS: u32 = ALL_INVALID | DIVISION_BY_ZERO;
}

/// The largest precision and exponent of a context.
pub const MOST: i64 = 999_999_999_999_999_999;
/// The least exponent of a digit.
pub const LEAST_TINY: i64 = -1_999_999_999_999_999_997;
/// Exponents further from zero are as good as this one.
pub const FAR: i64 = 3_500_000_000_000_000_000;
/// Digits a coefficient may have; more is a `MemoryError`.
const MOST_DIGITS: i64 = 5_000_000;

/// How a result that does not fit is rounded, in libmpdec's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of the specification")]
pub enum Rounding {
    Up,
    Down,
    Ceiling,
    Floor,
    HalfUp,
    HalfDown,
    HalfEven,
    ZeroFiveUp,
}

impl Rounding {
    /// All, by number, with the names Python knows them by.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Up, "ROUND_UP"),
        (Self::Down, "ROUND_DOWN"),
        (Self::Ceiling, "ROUND_CEILING"),
        (Self::Floor, "ROUND_FLOOR"),
        (Self::HalfUp, "ROUND_HALF_UP"),
        (Self::HalfDown, "ROUND_HALF_DOWN"),
        (Self::HalfEven, "ROUND_HALF_EVEN"),
        (Self::ZeroFiveUp, "ROUND_05UP"),
    ];
}

/// What a computation is held to, and what happened in it.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// Digits of a result.
    pub precision: i64,
    /// The largest adjusted exponent.
    pub most: i64,
    /// The least adjusted exponent of a normal number.
    pub least: i64,
    /// How to round.
    pub rounding: Rounding,
    /// Whether exponents are brought down so that the coefficient fills its room.
    pub clamp: bool,
    /// The conditions met so far, bits of [`condition`].
    pub status: u32,
}

impl Context {
    /// The context in which every number that can be represented is exact (`mpd_maxcontext`).
    pub const fn widest() -> Self {
        Self { precision: MOST, most: MOST, least: -MOST, rounding: Rounding::HalfEven, clamp: false, status: 0 }
    }

    /// The exponent of the last digit of the least subnormal number.
    pub const fn tiny(&self) -> i64 {
        self.least - (self.precision - 1)
    }

    /// The exponent of the last digit of the largest number.
    pub const fn top(&self) -> i64 {
        self.most - (self.precision - 1)
    }

    /// Notes conditions.
    pub const fn note(&mut self, conditions: u32) {
        self.status |= conditions;
    }

    /// The NaN that an impossible operation yields.
    pub fn refuse(&mut self, conditions: u32) -> Number {
        self.note(conditions);
        Number::nan()
    }

    /// The same context, with nothing noted, for a step on the way.
    pub const fn quiet(&self) -> Self {
        Self { status: 0, ..*self }
    }
}

/// What kind of number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of the specification")]
pub enum Class {
    Finite,
    Infinite,
    Quiet,
    Signaling,
}

/// A decimal number: `(-1)^negative · coefficient · 10^exponent`. The coefficient of a NaN is its payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The sign; zeros and NaNs have one too.
    pub negative: bool,
    /// Finite, infinite or no number.
    pub class: Class,
    /// The digits.
    pub coefficient: BigUint,
    /// The exponent of the last digit.
    pub exponent: i64,
}

impl Number {
    /// A finite number.
    pub const fn new(negative: bool, coefficient: BigUint, exponent: i64) -> Self {
        Self { negative, class: Class::Finite, coefficient, exponent }
    }

    /// A small number.
    pub fn small(value: u32) -> Self {
        Self::new(false, BigUint::from(value), 0)
    }

    /// An infinity.
    pub fn infinity(negative: bool) -> Self {
        Self { negative, class: Class::Infinite, coefficient: BigUint::zero(), exponent: 0 }
    }

    /// A NaN without payload.
    pub fn nan() -> Self {
        Self { negative: false, class: Class::Quiet, coefficient: BigUint::zero(), exponent: 0 }
    }

    /// Whether it is a NaN of either kind.
    pub fn is_nan(&self) -> bool {
        matches!(self.class, Class::Quiet | Class::Signaling)
    }

    /// Whether it is finite.
    pub fn is_finite(&self) -> bool {
        self.class == Class::Finite
    }

    /// Whether it is an infinity.
    pub fn is_infinite(&self) -> bool {
        self.class == Class::Infinite
    }

    /// Whether it is a zero of either sign.
    pub fn is_zero(&self) -> bool {
        self.is_finite() && self.coefficient.is_zero()
    }

    /// Digits of the coefficient, at least one.
    pub fn digits(&self) -> i64 {
        digits(&self.coefficient)
    }

    /// The exponent of the first digit.
    pub fn adjusted(&self) -> i64 {
        self.exponent + self.digits() - 1
    }

    /// The same with another sign.
    pub fn signed(mut self, negative: bool) -> Self {
        self.negative = negative;
        self
    }

    /// Whether it is a whole number.
    pub fn is_whole(&self) -> bool {
        self.is_finite() && {
            let places = -self.exponent;
            places <= 0
                || self.coefficient.is_zero()
                || places < self.digits() && (&self.coefficient % power_of_ten(places)).is_zero()
        }
    }

    /// The magnitude of a whole number; `None` if it is too long.
    pub fn whole(&self) -> Option<BigUint> {
        if self.coefficient.is_zero() {
            return Some(BigUint::zero());
        }
        if self.exponent >= 0 {
            return padded(&self.coefficient, self.exponent);
        }
        if self.exponent + self.digits() <= 0 {
            return Some(BigUint::zero());
        }
        Some(&self.coefficient / power_of_ten(-self.exponent))
    }
}

/// 10 to a power that is known to be small enough.
pub fn power_of_ten(exponent: i64) -> BigUint {
    if exponent <= 0 { BigUint::one() } else { BigUint::from(10u32).pow(exponent.min(MOST_DIGITS) as u32) }
}

/// A coefficient with zeros after it; `None` if that gets too long.
pub fn padded(coefficient: &BigUint, zeros: i64) -> Option<BigUint> {
    if coefficient.is_zero() || zeros <= 0 {
        return Some(coefficient.clone());
    }
    (zeros <= MOST_DIGITS).then(|| coefficient * power_of_ten(zeros))
}

/// Decimal digits of a number; zero has one.
pub fn digits(value: &BigUint) -> i64 {
    if let Ok(small) = u128::try_from(value) {
        return small.checked_ilog10().map_or(1, |log| i64::from(log) + 1);
    }
    let least = ((value.bits() - 1) as f64 * std::f64::consts::LOG10_2) as i64;
    let more = if *value >= power_of_ten(least + 1) { 2 } else { 1 };
    if *value < power_of_ten(least) { least } else { least + more }
}
