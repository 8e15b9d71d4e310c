//! Arithmetic of ints: machine words where they suffice, big numbers otherwise.

use heapglass_heap::{Address, static_type::StaticType};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
};

/// What a binary operator does with two ints (borrowed).
pub type Operation = fn(&mut Machine, Address, Address) -> Outcome;

/// `a op b` where `a` is the receiver.
pub fn forward(m: &mut Machine, arguments: Arguments<'_>, operation: Operation) -> Outcome {
    let other = arguments.positional[0];
    if m.is_int(other) { operation(m, arguments.self_, other) } else { m.not_implemented() }
}

/// `a op b` where `b` is the receiver.
pub fn reflected(m: &mut Machine, arguments: Arguments<'_>, operation: Operation) -> Outcome {
    let other = arguments.positional[0];
    if m.is_int(other) { operation(m, other, arguments.self_) } else { m.not_implemented() }
}

#[inline]
fn words(m: &Machine, a: Address, b: Address) -> Option<(i64, i64)> {
    Some((m.heap.int_to_i64(a)?, m.heap.int_to_i64(b)?))
}

/// What two ints of one digit each come to, or what long arithmetic makes of them.
#[inline]
fn with(m: &mut Machine, a: Address, b: Address, small: fn(i64, i64) -> i64, long: impl FnOnce(&mut Machine) -> Address) -> Outcome {
    if m.is_compact(a)
        && m.is_compact(b)
        && let Some((x, y)) = words(m, a, b)
    {
        let result = small(x, y);
        return Ok(m.heap.new_int(result));
    }
    let digits = m.heap.int_digit_count(a) + m.heap.int_digit_count(b);
    m.heap.charge(digits >> DIGITS_PER_UNIT);
    Ok(long(m))
}

/// A unit of work is that many digits added, as a power of two.
const DIGITS_PER_UNIT: u32 = 3;
/// A unit of work is so many products of two words.
const PRODUCTS_PER_UNIT: u64 = 25;
/// From so many words on the libraries' quick algorithms pay.
const LONG: u64 = 64;

/// The work of multiplying (or dividing) ints of so many 30-bit digits, in units.
fn product_work(a: u64, b: u64) -> u64 {
    let (short, long) = (a.min(b) / 2, a.max(b) / 2);
    let per_word = if short < LONG { short } else { 2 * short.isqrt() };
    long.saturating_mul(per_word) / PRODUCTS_PER_UNIT
}

/// Counts the work of a product before it is made.
fn count_product(m: &mut Machine, a: Address, b: Address) -> Outcome<()> {
    let (a, b) = (m.heap.int_digit_count(a), m.heap.int_digit_count(b));
    if a.min(b) <= 1 { Ok(()) } else { m.count_work(product_work(a, b)) }
}

/// Counts the work of a division before it is made: a digit of the quotient takes a round through the divisor.
fn count_quotient(m: &mut Machine, a: Address, b: Address) -> Outcome<()> {
    let (a, b) = (m.heap.int_digit_count(a), m.heap.int_digit_count(b));
    if a <= b || b <= 1 { Ok(()) } else { m.count_work((a - b).saturating_mul(b) / (4 * PRODUCTS_PER_UNIT)) }
}

/// `a + b`
pub fn add(m: &mut Machine, a: Address, b: Address) -> Outcome {
    with(m, a, b, |x, y| x + y, |m| m.long_sum(a, b, false))
}

/// `a - b`
pub fn subtract(m: &mut Machine, a: Address, b: Address) -> Outcome {
    with(m, a, b, |x, y| x - y, |m| m.long_sum(a, b, true))
}

/// `a * b`
pub fn multiply(m: &mut Machine, a: Address, b: Address) -> Outcome {
    count_product(m, a, b)?;
    with(m, a, b, |x, y| x * y, |m| m.long_product(a, b))
}

/// `a & b`
pub fn and(m: &mut Machine, a: Address, b: Address) -> Outcome {
    with(m, a, b, |x, y| x & y, |m| m.long_bitwise(a, b, '&'))
}

/// `a | b`
pub fn or(m: &mut Machine, a: Address, b: Address) -> Outcome {
    with(m, a, b, |x, y| x | y, |m| m.long_bitwise(a, b, '|'))
}

/// `a ^ b`
pub fn xor(m: &mut Machine, a: Address, b: Address) -> Outcome {
    with(m, a, b, |x, y| x ^ y, |m| m.long_bitwise(a, b, '^'))
}

fn zero_division<T>(m: &mut Machine, text: &str) -> Outcome<T> {
    Err(m.raise(StaticType::ZeroDivisionError, text))
}

/// `a // b`
pub fn floor_divide(m: &mut Machine, a: Address, b: Address) -> Outcome {
    if m.heap.int_is_zero(b) {
        return zero_division(m, "integer division or modulo by zero");
    }
    count_quotient(m, a, b)?;
    with(m, a, b, |x, y| Integer::div_floor(&x, &y), |m| {
        let (quotient, rest) = m.long_divmod(a, b);
        m.decref(rest);
        quotient
    })
}

/// `a % b`
pub fn remainder(m: &mut Machine, a: Address, b: Address) -> Outcome {
    if m.heap.int_is_zero(b) {
        return zero_division(m, "integer modulo by zero");
    }
    count_quotient(m, a, b)?;
    with(m, a, b, |x, y| x.mod_floor(&y), |m| m.long_remainder(a, b))
}

/// `divmod(a, b)`
pub fn div_mod(m: &mut Machine, a: Address, b: Address) -> Outcome {
    if m.heap.int_is_zero(b) {
        return zero_division(m, "integer division or modulo by zero");
    }
    count_quotient(m, a, b)?;
    let (quotient, rest) = if m.is_compact(a) && m.is_compact(b) {
        (floor_divide(m, a, b)?, remainder(m, a, b)?)
    } else {
        m.long_divmod(a, b)
    };
    Ok(m.heap.new_tuple_from(&[quotient, rest]))
}

/// `a << b`
pub fn left_shift(m: &mut Machine, a: Address, b: Address) -> Outcome {
    if m.heap.int_is_negative(b) {
        return m.value_error("negative shift count");
    }
    if m.heap.int_is_zero(a) {
        return Ok(m.heap.new_int(0));
    }
    let Some(count) = m.heap.int_to_i64(b) else {
        return Err(m.raise(StaticType::OverflowError, "too many digits in integer"));
    };
    if !m.heap.can_allocate(count as u64 / 8) {
        return m.memory_error();
    }
    Ok(m.long_left_shift(a, count as u64))
}

/// `a >> b`
pub fn right_shift(m: &mut Machine, a: Address, b: Address) -> Outcome {
    if m.heap.int_is_negative(b) {
        return m.value_error("negative shift count");
    }
    let count = m.heap.int_to_i64(b).unwrap_or(i64::MAX);
    Ok(m.long_right_shift(a, count as u64))
}

/// `a / b`
pub fn true_divide(m: &mut Machine, a: Address, b: Address) -> Outcome {
    if m.heap.int_is_zero(b) {
        return zero_division(m, "division by zero");
    }
    const EXACT: u64 = 1 << 53;
    let value = match words(m, a, b) {
        Some((x, y)) if x.unsigned_abs() <= EXACT && y.unsigned_abs() <= EXACT => x as f64 / y as f64,
        _ => match big_quotient(&m.big_int(a), &m.big_int(b)) {
            Some(value) => value,
            None => return Err(m.raise(StaticType::OverflowError, "integer division result too large for a float")),
        },
    };
    Ok(m.heap.new_float(value))
}

/// The float nearest to `a / b`; `None` if it is too large.
pub fn big_quotient(a: &BigInt, b: &BigInt) -> Option<f64> {
    if a.is_zero() {
        return Some(if b.is_negative() { -0.0 } else { 0.0 });
    }
    // Scale so that the quotient has at least 64 bits, and keep whether anything was cut off in the lowest bit.
    let shift = 66 + b.bits() as i64 - a.bits() as i64;
    let (x, y) = (a.abs(), b.abs());
    let (mut quotient, rest) = if shift >= 0 { (x << shift as u64).div_rem(&y) } else { x.div_rem(&(y << (-shift) as u64)) };
    if !rest.is_zero() && quotient.is_even() {
        quotient += BigInt::one();
    }
    let value = scaled(&quotient, -shift)?;
    Some(if a.is_negative() != b.is_negative() { -value } else { value })
}

/// `quotient · 2^exponent` rounded once, ties to even; `quotient` has a sticky lowest bit.
fn scaled(quotient: &BigInt, exponent: i64) -> Option<f64> {
    let bits = quotient.bits() as i64;
    let top = bits + exponent;
    if top > 1025 {
        return None;
    }
    let keep = if top >= -1021 { 53 } else { 53 - (-1021 - top) };
    if keep < 0 {
        return Some(0.0);
    }
    let drop = bits - keep;
    let (mut kept, rest) = quotient.div_mod_floor(&(BigInt::one() << drop as u64));
    let half = BigInt::one() << (drop - 1) as u64;
    if rest > half || (rest == half && kept.is_odd()) {
        kept += 1;
    }
    let mantissa = kept.to_u64()? as f64;
    let power = exponent + drop;
    let value = if power < -1022 { mantissa * 2f64.powi(-1022) * 2f64.powi((power + 1022) as i32) } else if power > 1000 {
        mantissa * 2f64.powi(900) * 2f64.powi((power - 900) as i32)
    } else {
        mantissa * 2f64.powi(power as i32)
    };
    value.is_finite().then_some(value)
}

/// `__pow__` with an optional modulus.
pub fn power_slot(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let modulus = arguments.get(1).filter(|modulus| !m.heap.is_none(*modulus));
    power(m, arguments.self_, arguments.positional[0], modulus)
}

/// `__rpow__`.
pub fn reflected_power_slot(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let modulus = arguments.get(1).filter(|modulus| !m.heap.is_none(*modulus));
    power(m, arguments.positional[0], arguments.self_, modulus)
}

/// `pow(a, b, modulus)`.
pub fn power(m: &mut Machine, a: Address, b: Address, modulus: Option<Address>) -> Outcome {
    if !m.is_int(a) || !m.is_int(b) || modulus.is_some_and(|modulus| !m.is_int(modulus)) {
        return m.not_implemented();
    }
    if let Some(modulus) = modulus {
        return modular_power(m, a, b, modulus);
    }
    if m.heap.int_is_negative(b) {
        let (x, y) = (m.int_to_f64(a)?, m.int_to_f64(b)?);
        if x == 0.0 {
            return zero_division(m, "0.0 cannot be raised to a negative power");
        }
        return Ok(m.heap.new_float(x.powf(y)));
    }
    let base = m.big_int(a);
    if base.is_zero() || base.magnitude().is_one() {
        let odd = m.big_int(b).is_odd();
        let zero_exponent = m.heap.int_is_zero(b);
        let value = if base.is_zero() { i64::from(zero_exponent) } else if base.is_negative() && odd { -1 } else { 1 };
        return Ok(m.heap.new_int(value));
    }
    let exponent = m.heap.int_to_i64(b).and_then(|exponent| u32::try_from(exponent).ok());
    let Some(exponent) = exponent.filter(|exponent| m.heap.can_allocate(base.bits() * u64::from(*exponent) / 8)) else {
        return m.memory_error();
    };
    power_by_squaring(m, a, exponent)
}

/// Squares and multiplies from the exponent's top bit down; up to the third power it just multiplies.
fn power_by_squaring(m: &mut Machine, a: Address, exponent: u32) -> Outcome {
    match exponent {
        0 => return Ok(m.heap.new_int(1)),
        1 => {
            let one = m.heap.new_int(1);
            return multiply(m, a, one);
        }
        _ => {}
    }
    let mut power = if exponent <= 3 { multiply(m, a, a)? } else { m.incref(a) };
    let mut step = |m: &mut Machine, other: Option<Address>| -> Outcome<()> {
        let next = multiply(m, power, other.unwrap_or(power));
        m.decref(power);
        let next = next?;
        power = next;
        Ok(())
    };
    if exponent == 3 {
        step(m, Some(a))?;
    } else if exponent > 3 {
        for bit in (0..31 - exponent.leading_zeros()).rev() {
            step(m, None)?;
            if exponent >> bit & 1 != 0 {
                step(m, Some(a))?;
            }
        }
    }
    Ok(power)
}

fn modular_power(m: &mut Machine, a: Address, b: Address, modulus: Address) -> Outcome {
    let (mut base, mut exponent, modulus) = (m.big_int(a), m.big_int(b), m.big_int(modulus));
    if modulus.is_zero() {
        return m.value_error("pow() 3rd argument cannot be 0");
    }
    if exponent.is_negative() {
        match base.modinv(&modulus) {
            Some(inverse) => base = inverse,
            None => return m.value_error("base is not invertible for the given modulus"),
        }
        exponent = -exponent;
    }
    let words = modulus.bits() / 64 + 1;
    m.count_work(exponent.bits().saturating_mul(words).saturating_mul(words) / PRODUCTS_PER_UNIT)?;
    let result = base.modpow(&exponent, &modulus);
    Ok(m.new_big_int(&result))
}

#[cfg(test)]
mod tests {
    use num_bigint::BigInt;

    use super::big_quotient;

    #[test]
    fn quotients_of_big_ints_are_rounded_once() {
        let ten = |power: u32| BigInt::from(10).pow(power);
        assert_eq!(big_quotient(&ten(400), &ten(399)), Some(10.0));
        assert_eq!(big_quotient(&BigInt::from(1), &ten(310)), Some(1e-310));
        assert_eq!(big_quotient(&-ten(30), &BigInt::from(3)), Some(-3.333333333333333e29));
        assert_eq!(big_quotient(&ten(400), &BigInt::from(1)), None);
        assert_eq!(big_quotient(&(BigInt::from(1) << 1023u32), &BigInt::from(1)), Some(2f64.powi(1023)));
    }
}
