//! Functions of ints: divisors, factorials, choices, roots.

use heapglass_heap::{Address, static_type::StaticType};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::function("math", "gcd", Convention::Positional, |m, a| fold(m, a, 0, |x, y| x.gcd(&y))),
    NativeRow::function("math", "lcm", Convention::Positional, |m, a| fold(m, a, 1, |x, y| x.lcm(&y))),
    NativeRow::function("math", "factorial", Convention::One, factorial),
    NativeRow::function("math", "comb", Convention::Positional, |m, a| choose(m, a, true)),
    NativeRow::function("math", "perm", Convention::Positional, |m, a| choose(m, a, false)),
    NativeRow::function("math", "isqrt", Convention::One, integer_root),
];

fn big(m: &mut Machine, object: Address) -> Outcome<BigInt> {
    let int = m.index(object)?;
    let value = m.big_int(int);
    m.decref(int);
    Ok(value)
}

fn fold(m: &mut Machine, arguments: Arguments<'_>, start: i64, operation: fn(BigInt, BigInt) -> BigInt) -> Outcome {
    let mut result = BigInt::from(start);
    for object in arguments.positional {
        let value = big(m, *object)?;
        result = operation(result, value);
    }
    Ok(m.new_big_int(&result.abs()))
}

/// The product of the ints from `low` to `high`, halves first.
fn product_of(low: u64, high: u64) -> BigInt {
    if high < low {
        return BigInt::one();
    }
    if high - low < 8 {
        return (low..=high).fold(BigInt::one(), |product, factor| product * factor);
    }
    let middle = low + (high - low) / 2;
    product_of(low, middle) * product_of(middle + 1, high)
}

fn factorial(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = big(m, arguments.positional[0])?;
    if value.is_negative() {
        return m.value_error("factorial() not defined for negative values");
    }
    if value.to_i64().is_none() {
        let text = "factorial() argument should not exceed 9223372036854775807";
        return Err(m.raise(StaticType::OverflowError, text));
    }
    let Some(n) = value.to_u64().filter(|n| *n <= 200_000) else { return m.memory_error() };
    Ok(m.new_big_int(&product_of(1, n)))
}

fn choose(m: &mut Machine, arguments: Arguments<'_>, unordered: bool) -> Outcome {
    let name = if unordered { "comb" } else { "perm" };
    arguments.arity(m, name, if unordered { 2 } else { 1 }, 2)?;
    let n = big(m, arguments.positional[0])?;
    let k = match arguments.get(1).filter(|k| !m.heap.is_none(*k)) {
        Some(k) => big(m, k)?,
        None => n.clone(),
    };
    for (letter, value) in [("n", &n), ("k", &k)] {
        if value.is_negative() {
            return m.value_error(format!("{letter} must be a non-negative integer"));
        }
    }
    if k > n {
        return Ok(m.heap.new_int(0));
    }
    if k.is_zero() {
        return Ok(m.heap.new_int(1));
    }
    let steps = if unordered { k.clone().min(&n - &k) } else { k };
    if steps.to_i64().is_none() {
        let what = if unordered { "min(n - k, k)" } else { "k" };
        let text = format!("{what} must not exceed 9223372036854775807");
        return Err(m.raise(StaticType::OverflowError, text));
    }
    let Some(steps) = steps.to_u64().filter(|steps| *steps <= 100_000) else { return m.memory_error() };
    let mut result = BigInt::one();
    for i in 0..steps {
        result *= &n - i;
        if unordered {
            result /= i + 1;
        }
    }
    Ok(m.new_big_int(&result))
}

fn integer_root(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = big(m, arguments.positional[0])?;
    if value.is_negative() {
        return m.value_error("isqrt() argument must be nonnegative");
    }
    Ok(m.new_big_int(&value.sqrt()))
}

