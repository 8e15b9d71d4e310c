//! Values of constants: equality as Python has it, frozensets, items.

use num_bigint::BigInt;

use crate::ast::{Constant, Text};

/// A number, whatever its type; truth values are integers.
#[derive(Clone, Debug)]
pub(super) enum Number {
    Int(BigInt),
    Float(f64),
    Complex(f64, f64),
}

impl Number {
    pub(super) fn of(value: &Constant) -> Option<Self> {
        match value {
            Constant::True => Some(Self::Int(1.into())),
            Constant::False => Some(Self::Int(BigInt::ZERO)),
            Constant::Int(value) => Some(Self::Int(value.clone())),
            Constant::Float(value) => Some(Self::Float(*value)),
            Constant::Complex { real, imaginary } => Some(Self::Complex(*real, *imaginary)),
            _ => None,
        }
    }

    /// As `float(…)`: `None` when it overflows or is complex.
    pub(super) fn float(&self) -> Option<f64> {
        match self {
            Self::Int(value) => int_to_float(value),
            Self::Float(value) => Some(*value),
            Self::Complex(..) => None,
        }
    }

    /// As `complex(…)`.
    pub(super) fn complex(&self) -> Option<(f64, f64)> {
        match self {
            Self::Complex(real, imaginary) => Some((*real, *imaginary)),
            other => other.float().map(|real| (real, 0.0)),
        }
    }
}

/// The nearest double, ties to even; `None` beyond the largest.
pub(super) fn int_to_float(value: &BigInt) -> Option<f64> {
    let float: f64 = value.to_string().parse().ok()?;
    float.is_finite().then_some(float)
}

/// `one == other`.
pub(crate) fn equal(one: &Constant, other: &Constant) -> bool {
    if let (Some(one), Some(other)) = (Number::of(one), Number::of(other)) {
        return match (&one, &other) {
            (Number::Int(one), Number::Int(other)) => one == other,
            (Number::Int(int), Number::Float(float)) | (Number::Float(float), Number::Int(int)) => {
                float.fract() == 0.0 && int_to_float(int) == Some(*float)
            }
            _ => one.complex() == other.complex(),
        };
    }
    match (one, other) {
        (Constant::Tuple(one), Constant::Tuple(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| equal(one, other))
        }
        (Constant::FrozenSet(one), Constant::FrozenSet(other)) => {
            one.len() == other.len() && one.iter().all(|item| other.iter().any(|same| equal(item, same)))
        }
        _ => one == other,
    }
}

/// `frozenset(items)`: of equal items the first stays.
pub(crate) fn frozen(items: Vec<Constant>) -> Constant {
    let mut kept: Vec<Constant> = Vec::with_capacity(items.len());
    for item in items {
        if !kept.iter().any(|other| equal(other, &item)) {
            kept.push(item);
        }
    }
    Constant::FrozenSet(kept)
}

/// `value[index]`, if that is not an error.
pub(super) fn item(value: &Constant, index: &Constant) -> Option<Constant> {
    let Number::Int(index) = Number::of(index)? else { return None };
    let index = i64::try_from(&index).ok()?;
    let place = |length: usize| {
        let length = i64::try_from(length).ok()?;
        let index = if index < 0 { index + length } else { index };
        usize::try_from(index).ok()
    };
    match value {
        Constant::Tuple(items) => items.get(place(items.len())?).cloned(),
        Constant::Str(text) => {
            let point = text.0.get(place(text.0.len())?)?;
            Some(Constant::Str(Text(vec![*point])))
        }
        Constant::Bytes(bytes) => bytes.get(place(bytes.len())?).map(|&byte| Constant::Int(byte.into())),
        _ => None,
    }
}
