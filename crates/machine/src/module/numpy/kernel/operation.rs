//! The operations of NumPy on numbers and on columns of numbers.

/// Numbers of one kind: those of integers and truth values, or those of floats.
pub(super) enum Column {
    Ints(Vec<i64>),
    Floats(Vec<f64>),
}

impl Column {
    pub(super) fn floats(&self) -> Vec<f64> {
        match self {
            Self::Ints(values) => values.iter().map(|value| *value as f64).collect(),
            Self::Floats(values) => values.clone(),
        }
    }

    pub(super) fn ints(&self) -> Vec<i64> {
        match self {
            Self::Ints(values) => values.clone(),
            Self::Floats(values) => values.iter().map(|value| *value as i64).collect(),
        }
    }

    pub(super) fn is_float(&self) -> bool {
        matches!(self, Self::Floats(_))
    }

    pub(super) fn is_true(&self) -> Vec<bool> {
        match self {
            Self::Ints(values) => values.iter().map(|value| *value != 0).collect(),
            Self::Floats(values) => values.iter().map(|value| *value != 0.0).collect(),
        }
    }
}

pub(super) fn of_floats(name: &str, a: f64, b: f64) -> Option<f64> {
    Some(match name {
        "add" => a + b,
        "subtract" => a - b,
        "multiply" => a * b,
        "true_divide" => a / b,
        "floor_divide" => (a / b).floor(),
        "remainder" if b == 0.0 => f64::NAN,
        "remainder" => {
            let rest = a % b;
            if rest != 0.0 && (rest < 0.0) != (b < 0.0) { rest + b } else { rest }
        }
        "power" => a.powf(b),
        "maximum" => if a.is_nan() || a > b { a } else { b },
        "minimum" => if a.is_nan() || a < b { a } else { b },
        "arctan2" => a.atan2(b),
        "hypot" => a.hypot(b),
        _ => return None,
    })
}

pub(super) fn of_ints(name: &str, a: i64, b: i64) -> Option<i64> {
    Some(match name {
        "add" => a.wrapping_add(b),
        "subtract" => a.wrapping_sub(b),
        "multiply" => a.wrapping_mul(b),
        "floor_divide" | "remainder" if b == 0 => 0,
        "floor_divide" => {
            let whole = a.wrapping_div(b);
            whole - i64::from(a.wrapping_rem(b) != 0 && (a < 0) != (b < 0))
        }
        "remainder" => {
            let rest = a.wrapping_rem(b);
            if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest }
        }
        "power" => {
            let (mut result, mut square, mut rest) = (1_i64, a, b);
            while rest > 0 {
                if rest & 1 == 1 {
                    result = result.wrapping_mul(square);
                }
                square = square.wrapping_mul(square);
                rest >>= 1;
            }
            result
        }
        "maximum" => a.max(b),
        "minimum" => a.min(b),
        "bitwise_and" => a & b,
        "bitwise_or" => a | b,
        "bitwise_xor" => a ^ b,
        "left_shift" => if (0..64).contains(&b) { a << b } else { 0 },
        "right_shift" => a >> b.clamp(0, 63),
        _ => return None,
    })
}

pub(super) fn compared<T: PartialOrd>(name: &str, a: &T, b: &T) -> Option<bool> {
    Some(match name {
        "less" => a < b,
        "less_equal" => a <= b,
        "equal" => a == b,
        "not_equal" => a != b,
        "greater" => a > b,
        "greater_equal" => a >= b,
        _ => return None,
    })
}

/// One operation on two columns of the same length; `None` if there is none of this name for such numbers.
pub(super) fn combine(name: &str, a: &Column, b: &Column, float: bool) -> Option<Column> {
    if let "logical_and" | "logical_or" | "logical_xor" = name {
        let pairs = a.is_true().into_iter().zip(b.is_true());
        return Some(Column::Ints(pairs.map(|(a, b)| i64::from(match name {
            "logical_and" => a && b,
            "logical_or" => a || b,
            _ => a != b,
        })).collect()));
    }
    if float || a.is_float() || b.is_float() {
        let (a, b) = (a.floats(), b.floats());
        let pairs = || a.iter().zip(&b);
        if let Some(truths) = pairs().map(|(a, b)| compared(name, a, b).map(i64::from)).collect::<Option<Vec<i64>>>()
            && compared(name, &0.0, &0.0).is_some()
        {
            return Some(Column::Ints(truths));
        }
        return pairs().map(|(a, b)| of_floats(name, *a, *b)).collect::<Option<Vec<f64>>>().map(Column::Floats);
    }
    let (a, b) = (a.ints(), b.ints());
    let pairs = a.iter().zip(&b);
    let values = pairs.map(|(a, b)| compared(name, a, b).map(i64::from).or_else(|| of_ints(name, *a, *b)));
    values.collect::<Option<Vec<i64>>>().map(Column::Ints)
}

pub(super) fn of_one_float(name: &str, value: f64) -> Option<f64> {
    Some(match name {
        "negative" => -value,
        "absolute" => value.abs(),
        "sqrt" => value.sqrt(),
        "exp" => value.exp(),
        "log" => value.ln(),
        "log2" => value.log2(),
        "log10" => value.log10(),
        "sin" => value.sin(),
        "cos" => value.cos(),
        "tan" => value.tan(),
        "floor" => value.floor(),
        "ceil" => value.ceil(),
        "trunc" => value.trunc(),
        "rint" => value.round_ties_even(),
        "sign" if value == 0.0 || value.is_nan() => value,
        "sign" => value.signum(),
        "isnan" => f64::from(u8::from(value.is_nan())),
        "isinf" => f64::from(u8::from(value.is_infinite())),
        "isfinite" => f64::from(u8::from(value.is_finite())),
        "copy" => value,
        _ => return None,
    })
}

/// Adds up as NumPy does: eight sums side by side, and halves of what is longer than 128.
pub(super) fn pairwise_sum(values: &[f64]) -> f64 {
    let count = values.len();
    if count < 8 {
        return values.iter().fold(-0.0, |sum, value| sum + value);
    }
    if count <= 128 {
        let mut sums = [0.0; 8];
        sums.copy_from_slice(&values[..8]);
        let chunks = values[8..].chunks_exact(8);
        let rest = chunks.remainder();
        for chunk in chunks {
            for (sum, value) in sums.iter_mut().zip(chunk) {
                *sum += value;
            }
        }
        let [a, b, c, d, e, f, g, h] = sums;
        return rest.iter().fold(((a + b) + (c + d)) + ((e + f) + (g + h)), |sum, value| sum + value);
    }
    let half = count / 2;
    let half = half - half % 8;
    pairwise_sum(&values[..half]) + pairwise_sum(&values[half..])
}

/// The place of the first smallest or largest item.
pub(super) fn first_extreme<T: PartialOrd + Copy>(values: &[T], largest: bool) -> i64 {
    let mut best = 0;
    for (at, value) in values.iter().enumerate() {
        let better = if largest { *value > values[best] } else { *value < values[best] };
        if better {
            best = at;
        }
    }
    best as i64
}

pub(super) fn reduce_floats(name: &str, values: &[f64]) -> Option<f64> {
    Some(match name {
        "add" => pairwise_sum(values) + 0.0,
        "add_in_turn" => values.iter().fold(-0.0, |sum, value| sum + value) + 0.0,
        "argmin" => first_extreme(values, false) as f64,
        "argmax" => first_extreme(values, true) as f64,
        "multiply" => values.iter().product(),
        "any" => f64::from(u8::from(values.iter().any(|value| *value != 0.0))),
        "all" => f64::from(u8::from(values.iter().all(|value| *value != 0.0))),
        _ => {
            let (first, rest) = values.split_first()?;
            rest.iter().try_fold(*first, |so_far, value| of_floats(name, so_far, *value))?
        }
    })
}

pub(super) fn reduce_ints(name: &str, values: &[i64]) -> Option<i64> {
    Some(match name {
        "add" | "add_in_turn" => values.iter().fold(0, |sum: i64, value| sum.wrapping_add(*value)),
        "multiply" => values.iter().fold(1, |product: i64, value| product.wrapping_mul(*value)),
        "argmin" => first_extreme(values, false),
        "argmax" => first_extreme(values, true),
        "any" => i64::from(values.iter().any(|value| *value != 0)),
        "all" => i64::from(values.iter().all(|value| *value != 0)),
        _ => {
            let (first, rest) = values.split_first()?;
            rest.iter().try_fold(*first, |so_far, value| of_ints(name, so_far, *value))?
        }
    })
}

