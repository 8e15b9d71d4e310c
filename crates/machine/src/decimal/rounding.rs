//! Bringing an exact result into a context.

use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::{One, Zero};

use super::{Class, Context, FAR, Number, Rounding, condition as c, digits, padded, power_of_ten};

/// Whether the last digit kept goes up by one. `beyond` compares what is cut off with half a unit.
fn goes_up(rounding: Rounding, kept: &BigUint, negative: bool, beyond: std::cmp::Ordering) -> bool {
    match rounding {
        Rounding::Up => true,
        Rounding::Down => false,
        Rounding::Ceiling => !negative,
        Rounding::Floor => negative,
        Rounding::HalfUp => beyond.is_ge(),
        Rounding::HalfDown => beyond.is_gt(),
        Rounding::HalfEven => beyond.is_gt() || beyond.is_eq() && kept.is_odd(),
        Rounding::ZeroFiveUp => (kept % 5u32).is_zero(),
    }
}

/// A coefficient without its last `cut` digits, rounded; and whether anything but zeros was cut off.
pub fn shortened(coefficient: &BigUint, cut: i64, negative: bool, rounding: Rounding) -> (BigUint, bool) {
    if cut <= 0 || coefficient.is_zero() {
        return (coefficient.clone(), false);
    }
    let (kept, beyond) = if cut > digits(coefficient) {
        (BigUint::zero(), std::cmp::Ordering::Less)
    } else {
        let unit = power_of_ten(cut);
        let (kept, rest) = coefficient.div_rem(&unit);
        if rest.is_zero() {
            return (kept, false);
        }
        (kept, (rest << 1u32).cmp(&unit))
    };
    let up = goes_up(rounding, &kept, negative, beyond);
    (if up { kept + 1u32 } else { kept }, true)
}

impl Context {
    /// What a number too large for the context becomes.
    pub fn overflow(&mut self, negative: bool) -> Number {
        self.note(c::OVERFLOW | c::INEXACT | c::ROUNDED);
        let largest = match self.rounding {
            Rounding::Down | Rounding::ZeroFiveUp => true,
            Rounding::Ceiling => negative,
            Rounding::Floor => !negative,
            _ => false,
        };
        if largest { self.largest(negative) } else { Number::infinity(negative) }
    }

    /// The largest finite number.
    pub fn largest(&mut self, negative: bool) -> Number {
        match padded(&BigUint::one(), self.precision) {
            Some(power) => Number::new(negative, power - 1u32, self.top()),
            None => self.refuse(c::MALLOC_ERROR),
        }
    }

    /// A number too small for the context.
    pub fn underflow(&mut self, negative: bool) -> Number {
        self.finish(Number::new(negative, BigUint::one(), self.tiny() - 2))
    }

    /// Rounds and clamps a result so that it fits (`mpd_qfinalize`).
    pub fn finish(&mut self, mut x: Number) -> Number {
        match x.class {
            Class::Infinite => return x,
            Class::Quiet | Class::Signaling => return self.payload(x),
            Class::Finite => {}
        }
        x.exponent = x.exponent.clamp(-FAR, FAR);
        let (tiny, top) = (self.tiny(), self.top());
        if x.coefficient.is_zero() {
            let exponent = x.exponent.clamp(tiny, if self.clamp { top } else { self.most });
            if exponent != x.exponent {
                x.exponent = exponent;
                self.note(c::CLAMPED);
            }
            return x;
        }
        let mut least = x.digits() + x.exponent - self.precision;
        if least > top {
            return self.overflow(x.negative);
        }
        let subnormal = least < tiny;
        least = least.max(tiny);
        if x.exponent < least {
            let (coefficient, changed) = shortened(&x.coefficient, least - x.exponent, x.negative, self.rounding);
            x = Number::new(x.negative, coefficient, least);
            if x.digits() > self.precision {
                x.coefficient /= 10u32;
                x.exponent += 1;
                if x.exponent > top {
                    return self.overflow(x.negative);
                }
            }
            self.note(c::ROUNDED);
            if changed {
                self.note(c::INEXACT | if subnormal { c::UNDERFLOW } else { 0 });
            }
            if x.coefficient.is_zero() {
                self.note(c::CLAMPED);
            }
        }
        if subnormal {
            self.note(c::SUBNORMAL);
        }
        if self.clamp && x.exponent > top {
            self.note(c::CLAMPED);
            match padded(&x.coefficient, x.exponent - top) {
                Some(coefficient) => x = Number::new(x.negative, coefficient, top),
                None => return self.refuse(c::MALLOC_ERROR),
            }
        }
        x
    }

    /// The payload of a NaN, cut to what the context has room for.
    fn payload(&self, mut x: Number) -> Number {
        let room = self.precision - i64::from(self.clamp);
        if !x.coefficient.is_zero() && x.digits() > room {
            x.coefficient %= power_of_ten(room);
        }
        x
    }

    /// What an operation on NaNs yields: the first signaling one made quiet, or else the first. `None` if there is none.
    pub fn nan_among(&mut self, operands: &[&Number]) -> Option<Number> {
        let signaling = operands.iter().find(|x| x.class == Class::Signaling);
        if signaling.is_some() {
            self.note(c::INVALID_OPERATION);
        }
        let found = signaling.or_else(|| operands.iter().find(|x| x.class == Class::Quiet))?;
        let quiet = Number { class: Class::Quiet, ..(*found).clone() };
        Some(self.payload(quiet))
    }
}
