//! Operators on complex constants (`Objects/complexobject.c`).

use crate::ast::{BinaryOperator, Constant};

type Pair = (f64, f64);

/// `left op right`, if that is no error.
pub(super) fn binary(left: Pair, op: BinaryOperator, right: Pair) -> Option<Constant> {
    let (real, imaginary) = match op {
        BinaryOperator::Add => (left.0 + right.0, left.1 + right.1),
        BinaryOperator::Sub => (left.0 - right.0, left.1 - right.1),
        BinaryOperator::Mult => product(left, right),
        BinaryOperator::Div => quotient(left, right)?,
        BinaryOperator::Pow => power(left, right).filter(|value| value.0.is_finite() && value.1.is_finite())?,
        _ => return None,
    };
    Some(Constant::Complex { real, imaginary })
}

fn product(left: Pair, right: Pair) -> Pair {
    (left.0 * right.0 - left.1 * right.1, left.0 * right.1 + left.1 * right.0)
}

/// Smith's method, as `_Py_c_quot`.
fn quotient(left: Pair, right: Pair) -> Option<Pair> {
    if right == (0.0, 0.0) {
        return None;
    }
    if right.0.abs() >= right.1.abs() {
        let ratio = right.1 / right.0;
        let divisor = right.0 + right.1 * ratio;
        Some(((left.0 + left.1 * ratio) / divisor, (left.1 - left.0 * ratio) / divisor))
    } else {
        let ratio = right.0 / right.1;
        let divisor = right.0 * ratio + right.1;
        Some(((left.0 * ratio + left.1) / divisor, (left.1 * ratio - left.0) / divisor))
    }
}

/// Small whole exponents by multiplying, others in polar form (`complex_pow`).
fn power(base: Pair, exponent: Pair) -> Option<Pair> {
    if exponent.1 == 0.0 && exponent.0.fract() == 0.0 && exponent.0.abs() <= 100.0 {
        let positive = whole_power(base, exponent.0.abs());
        return if exponent.0 > 0.0 { Some(positive) } else { quotient((1.0, 0.0), positive) };
    }
    if exponent == (0.0, 0.0) {
        return Some((1.0, 0.0));
    }
    if base == (0.0, 0.0) {
        return (exponent.1 == 0.0 && exponent.0 >= 0.0).then_some((0.0, 0.0));
    }
    let size = base.0.hypot(base.1);
    let angle = base.1.atan2(base.0);
    let mut length = size.powf(exponent.0);
    let mut phase = angle * exponent.0;
    if exponent.1 != 0.0 {
        length *= (-angle * exponent.1).exp();
        phase += exponent.1 * size.ln();
    }
    Some((length * phase.cos(), length * phase.sin()))
}

fn whole_power(base: Pair, exponent: f64) -> Pair {
    let mut result = (1.0, 0.0);
    let mut square = base;
    let mut rest = exponent;
    while rest > 0.0 {
        if rest % 2.0 == 1.0 {
            result = product(result, square);
        }
        square = product(square, square);
        rest = (rest / 2.0).floor();
    }
    result
}
