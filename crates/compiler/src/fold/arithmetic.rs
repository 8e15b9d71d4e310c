//! Operators on constants, with the limits that keep folded objects small.

use num_bigint::{BigInt, Sign};

use super::complex;
use super::value::{Number, int_to_float};
use crate::ast::{BinaryOperator, Constant, Text, UnaryOperator};

/// Bits of an integer result (`MAX_INT_SIZE`).
const MOST_BITS: u64 = 128;
/// Items of a repeated tuple (`MAX_COLLECTION_SIZE`).
const MOST_ITEMS: usize = 256;
/// Items of a repeated tuple, nested ones counted (`MAX_TOTAL_ITEMS`).
const MOST_TOTAL_ITEMS: usize = 1024;
/// Characters of a repeated text (`MAX_STR_SIZE`).
const MOST_CHARACTERS: usize = 4096;

/// `op value`, if CPython folds it.
pub(super) fn unary(op: UnaryOperator, value: &Constant) -> Option<Constant> {
    if op == UnaryOperator::Not {
        return Some(if is_true(value) { Constant::False } else { Constant::True });
    }
    Some(match (op, Number::of(value)?) {
        (UnaryOperator::Invert, Number::Int(value)) => Constant::Int(-value - 1),
        (UnaryOperator::Invert, _) => return None,
        (UnaryOperator::USub, Number::Int(value)) => Constant::Int(-value),
        (UnaryOperator::USub, Number::Float(value)) => Constant::Float(-value),
        (UnaryOperator::USub, Number::Complex(real, imaginary)) => {
            Constant::Complex { real: -real, imaginary: -imaginary }
        }
        (_, Number::Int(value)) => Constant::Int(value),
        (_, Number::Float(value)) => Constant::Float(value),
        (_, Number::Complex(real, imaginary)) => Constant::Complex { real, imaginary },
    })
}

/// Whether what [`binary`] does not fold is an error, rather than too large for the taste of the optimiser.
pub(super) fn raises(left: &Constant, op: BinaryOperator, right: &Constant) -> bool {
    let (Some(one), Some(other)) = (Number::of(left), Number::of(right)) else {
        let counted = Number::of(left).is_some() || Number::of(right).is_some();
        return match op {
            // Formatting is never tried.
            BinaryOperator::Mod => !matches!(left, Constant::Str(_) | Constant::Bytes(_)),
            BinaryOperator::Mult => !counted,
            _ => true,
        };
    };
    let whole = matches!((&one, &other), (Number::Int(_), Number::Int(_)));
    match op {
        BinaryOperator::Add | BinaryOperator::Sub | BinaryOperator::Mult => false,
        BinaryOperator::LShift | BinaryOperator::RShift => {
            !whole || matches!(&other, Number::Int(count) if count.sign() == Sign::Minus)
        }
        BinaryOperator::Pow => !whole || matches!(&other, Number::Int(power) if power.sign() == Sign::Minus),
        _ => true,
    }
}

/// `left op right`, if CPython folds it.
pub(super) fn binary(left: &Constant, op: BinaryOperator, right: &Constant) -> Option<Constant> {
    if let (Some(one), Some(other)) = (Number::of(left), Number::of(right)) {
        return match (&one, &other) {
            (Number::Int(one), Number::Int(other)) => {
                let both_bools = !matches!(left, Constant::Int(_)) && !matches!(right, Constant::Int(_));
                integers(one, op, other, both_bools)
            }
            (Number::Complex(..), _) | (_, Number::Complex(..)) => {
                complex::binary(one.complex()?, op, other.complex()?)
            }
            _ => floats(one.float()?, op, other.float()?).map(Constant::Float),
        };
    }
    match op {
        BinaryOperator::Add => joined(left, right),
        BinaryOperator::Mult => match (Number::of(left), Number::of(right)) {
            (Some(Number::Int(times)), _) => repeated(right, &times),
            (_, Some(Number::Int(times))) => repeated(left, &times),
            _ => None,
        },
        _ => None,
    }
}

fn is_true(value: &Constant) -> bool {
    match value {
        Constant::None | Constant::False => false,
        Constant::True | Constant::Ellipsis => true,
        Constant::Int(value) => *value != BigInt::ZERO,
        Constant::Float(value) => *value != 0.0,
        Constant::Complex { real, imaginary } => *real != 0.0 || *imaginary != 0.0,
        Constant::Str(text) => !text.0.is_empty(),
        Constant::Bytes(bytes) => !bytes.is_empty(),
        Constant::Tuple(items) | Constant::FrozenSet(items) => !items.is_empty(),
    }
}

fn integers(left: &BigInt, op: BinaryOperator, right: &BigInt, both_bools: bool) -> Option<Constant> {
    let zero = BigInt::ZERO;
    let both = *left != zero && *right != zero;
    let value = match op {
        BinaryOperator::Add => left + right,
        BinaryOperator::Sub => left - right,
        BinaryOperator::Mult if both && left.bits() + right.bits() > MOST_BITS => return None,
        BinaryOperator::Mult => left * right,
        BinaryOperator::MatMult => return None,
        BinaryOperator::Div => return true_division(left, right).map(Constant::Float),
        BinaryOperator::FloorDiv if *right == zero => return None,
        BinaryOperator::FloorDiv => floor_division(left, right).0,
        BinaryOperator::Mod if *right == zero => return None,
        BinaryOperator::Mod => floor_division(left, right).1,
        BinaryOperator::Pow => return integer_power(left, right),
        BinaryOperator::LShift => {
            let shift = shift_count(right)?;
            if both && (shift > MOST_BITS || left.bits() > MOST_BITS - shift) {
                return None;
            }
            if *left == zero { zero } else { left << shift }
        }
        BinaryOperator::RShift => left >> shift_count(right)?,
        BinaryOperator::BitOr => left | right,
        BinaryOperator::BitXor => left ^ right,
        BinaryOperator::BitAnd => left & right,
    };
    let is_bitwise = matches!(op, BinaryOperator::BitOr | BinaryOperator::BitXor | BinaryOperator::BitAnd);
    if is_bitwise && both_bools {
        return Some(if value == BigInt::ZERO { Constant::False } else { Constant::True });
    }
    Some(Constant::Int(value))
}

/// A shift too long for the machine counts as very long; a negative one is an error.
fn shift_count(count: &BigInt) -> Option<u64> {
    match count.sign() {
        Sign::Minus => None,
        _ => Some(u32::try_from(count).map_or(u64::from(u32::MAX), u64::from)),
    }
}

/// Quotient and remainder, rounded down.
fn floor_division(left: &BigInt, right: &BigInt) -> (BigInt, BigInt) {
    let (quotient, remainder) = (left / right, left % right);
    if remainder != BigInt::ZERO && (remainder.sign() == Sign::Minus) != (right.sign() == Sign::Minus) {
        (quotient - 1, remainder + right)
    } else {
        (quotient, remainder)
    }
}

/// The nearest double to a quotient: both sides are scaled so that 66 bits or more remain, and the lost part
/// leaves a mark in the lowest.
fn true_division(left: &BigInt, right: &BigInt) -> Option<f64> {
    if *right == BigInt::ZERO {
        return None;
    }
    if left.bits() <= 53 && right.bits() <= 53 {
        return Some(int_to_float(left)? / int_to_float(right)?);
    }
    let shift = 66 + i64::try_from(right.bits()).ok()? - i64::try_from(left.bits()).ok()?;
    let (scaled, divisor) = if shift >= 0 { (left << shift, right.clone()) } else { (left.clone(), right << -shift) };
    let mut quotient = &scaled / &divisor;
    if scaled % divisor != BigInt::ZERO {
        quotient = quotient << 1u32 | BigInt::from(1);
    } else {
        quotient <<= 1u32;
    }
    let exponent = i32::try_from(-shift - 1).ok()?;
    if exponent < -1000 {
        return None;
    }
    let value = int_to_float(&quotient)? * 2f64.powi(exponent);
    value.is_finite().then_some(value)
}

fn integer_power(left: &BigInt, right: &BigInt) -> Option<Constant> {
    let zero = BigInt::ZERO;
    if right.sign() == Sign::Minus {
        return floats(int_to_float(left)?, BinaryOperator::Pow, int_to_float(right)?).map(Constant::Float);
    }
    let exponent = u32::try_from(right).ok()?;
    if *left != zero && exponent != 0 && left.bits() > MOST_BITS / u64::from(exponent) {
        return None;
    }
    Some(Constant::Int(left.pow(exponent)))
}

fn floats(left: f64, op: BinaryOperator, right: f64) -> Option<f64> {
    let value = match op {
        BinaryOperator::Add => return Some(left + right),
        BinaryOperator::Sub => return Some(left - right),
        BinaryOperator::Mult => return Some(left * right),
        BinaryOperator::Div | BinaryOperator::FloorDiv | BinaryOperator::Mod if right == 0.0 => return None,
        BinaryOperator::Div => return Some(left / right),
        BinaryOperator::FloorDiv => return Some(float_floor_division(left, right).0),
        BinaryOperator::Mod => return Some(float_floor_division(left, right).1),
        BinaryOperator::Pow => {
            let is_complex = left < 0.0 && right.fract() != 0.0;
            if is_complex || (left == 0.0 && right < 0.0) {
                return None;
            }
            left.powf(right)
        }
        _ => return None,
    };
    (value.is_finite() || !left.is_finite() || !right.is_finite()).then_some(value)
}

/// `divmod` of doubles (`_float_div_mod`).
fn float_floor_division(left: f64, right: f64) -> (f64, f64) {
    let mut remainder = left % right;
    let mut quotient = (left - remainder) / right;
    if remainder == 0.0 {
        remainder = 0f64.copysign(right);
    } else if (right < 0.0) != (remainder < 0.0) {
        remainder += right;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0f64.copysign(left / right), remainder);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, remainder)
}

fn joined(left: &Constant, right: &Constant) -> Option<Constant> {
    Some(match (left, right) {
        (Constant::Str(one), Constant::Str(other)) => Constant::Str(Text([one.0.as_slice(), &other.0].concat())),
        (Constant::Bytes(one), Constant::Bytes(other)) => Constant::Bytes([one.as_slice(), other].concat()),
        (Constant::Tuple(one), Constant::Tuple(other)) => Constant::Tuple([one.as_slice(), other].concat()),
        _ => return None,
    })
}

fn repeated(value: &Constant, times: &BigInt) -> Option<Constant> {
    let (size, most) = match value {
        Constant::Str(text) => (text.0.len(), MOST_CHARACTERS),
        Constant::Bytes(bytes) => (bytes.len(), MOST_CHARACTERS),
        Constant::Tuple(items) => (items.len(), MOST_ITEMS),
        _ => return None,
    };
    let times = if size == 0 { 0 } else { usize::try_from(times).ok().filter(|&times| times <= most / size)? };
    if times > 0 && !fits(value, &mut (MOST_TOTAL_ITEMS / times)) {
        return None;
    }
    Some(match value {
        Constant::Str(text) => Constant::Str(Text(text.0.repeat(times))),
        Constant::Bytes(bytes) => Constant::Bytes(bytes.repeat(times)),
        Constant::Tuple(items) => Constant::Tuple(items.iter().cycle().take(items.len() * times).cloned().collect()),
        _ => return None,
    })
}

/// Whether all items, nested ones counted, are within `room`, which shrinks.
fn fits(value: &Constant, room: &mut usize) -> bool {
    let Constant::Tuple(items) = value else { return true };
    let Some(rest) = room.checked_sub(items.len()) else { return false };
    *room = rest;
    items.iter().all(|item| fits(item, room))
}
