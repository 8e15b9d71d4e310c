//! Sums, products and lengths.

use heapglass_heap::{Address, Kind, static_type::StaticType};
use num_bigint::{BigInt, BigUint, Sign};
use num_traits::{Signed, ToPrimitive, Zero};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    protocol::BinaryOp,
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::function("math", "prod", Convention::Keywords, product),
    NativeRow::function("math", "fsum", Convention::One, float_sum),
    NativeRow::function("math", "sumprod", Convention::Positional, sum_of_products),
    NativeRow::function("math", "hypot", Convention::Positional, hypot),
    NativeRow::function("math", "dist", Convention::Positional, dist),
];

fn product(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if arguments.positional.len() != 1 {
        let given = arguments.positional.len();
        return m.type_error(format!("prod() takes exactly 1 positional argument ({given} given)"));
    }
    arguments.only_keywords(m, "prod", &["start"])?;
    let mut result = match arguments.keyword(m, "start") {
        Some(start) => m.incref(start),
        None => m.heap.new_int(1),
    };
    let outcome = m.for_each(arguments.positional[0], |m, item| {
        let next = m.binary(BinaryOp::Multiply, result, item);
        m.decref(item);
        let old = std::mem::replace(&mut result, next?);
        m.decref(old);
        Ok(())
    });
    if let Err(raised) = outcome {
        m.decref(result);
        return Err(raised);
    }
    Ok(result)
}

/// An exact sum: partial sums that do not overlap (Shewchuk), rounded once.
fn float_sum(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut partials: Vec<f64> = Vec::new();
    let (mut special, mut infinities) = (0.0, 0.0);
    m.for_each(arguments.positional[0], |m, item| {
        let value = m.to_f64(item);
        m.decref(item);
        let given = value?;
        let mut x = given;
        let mut kept = 0;
        for at in 0..partials.len() {
            let mut y = partials[at];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        if x == 0.0 {
            return Ok(());
        }
        if x.is_finite() {
            partials.push(x);
            return Ok(());
        }
        if given.is_finite() {
            return Err(m.raise(StaticType::OverflowError, "intermediate overflow in fsum"));
        }
        if given.is_infinite() {
            infinities += given;
        }
        special += given;
        partials.clear();
        Ok(())
    })?;
    if special != 0.0 {
        if infinities.is_nan() {
            return m.value_error("-inf + inf in fsum");
        }
        return Ok(m.heap.new_float(special));
    }
    let mut rest = partials.into_iter().rev();
    let (mut high, mut low) = (rest.next().unwrap_or(0.0), 0.0);
    for y in rest.by_ref() {
        let x = high;
        high = x + y;
        low = y - (high - x);
        if low != 0.0 {
            break;
        }
    }
    // A tie is decided by what follows.
    if let Some(next) = rest.next()
        && (low < 0.0 && next < 0.0 || low > 0.0 && next > 0.0)
    {
        let twice = low * 2.0;
        let x = high + twice;
        if twice == x - high {
            high = x;
        }
    }
    Ok(m.heap.new_float(high))
}

/// A finite float as an int times a power of two.
fn parts(x: f64) -> (BigInt, i64) {
    let bits = x.to_bits();
    let (fraction, power) = (bits & ((1 << 52) - 1), (bits >> 52 & 0x7FF) as i64);
    let (mantissa, exponent) = if power == 0 { (fraction, -1074) } else { (fraction | 1 << 52, power - 1075) };
    let sign = if x < 0.0 { Sign::Minus } else { Sign::Plus };
    (BigInt::from_biguint(sign, BigUint::from(mantissa)), exponent)
}

/// An exact number: an int times a power of two.
#[derive(Clone, Debug, Default)]
struct Exact {
    mantissa: BigInt,
    exponent: i64,
}

impl Exact {
    fn add(&mut self, mantissa: BigInt, exponent: i64) {
        if mantissa.is_zero() {
            return;
        }
        if self.mantissa.is_zero() {
            (self.mantissa, self.exponent) = (mantissa, exponent);
        } else if exponent >= self.exponent {
            self.mantissa += mantissa << (exponent - self.exponent) as u64;
        } else {
            self.mantissa = (&self.mantissa << (self.exponent - exponent) as u64) + mantissa;
            self.exponent = exponent;
        }
    }

    fn add_product(&mut self, x: f64, y: f64) {
        let ((a, i), (b, j)) = (parts(x), parts(y));
        self.add(a * b, i + j);
    }

    /// The nearest float; the lowest bit may stand for all that is below it.
    fn rounded(&self) -> f64 {
        let magnitude = self.mantissa.magnitude();
        let top = magnitude.bits() as i64 + self.exponent;
        // The last bit that a float of this size has.
        let last = (top - 53).max(-1074);
        let cut = last - self.exponent;
        let kept = if cut <= 0 {
            magnitude << cut.unsigned_abs()
        } else {
            let kept = magnitude >> cut.unsigned_abs();
            let rest = magnitude - (&kept << cut.unsigned_abs());
            let half = BigUint::from(1u32) << (cut as u64 - 1);
            if rest > half || rest == half && kept.bit(0) { kept + 1u32 } else { kept }
        };
        let value = libm::ldexp(kept.to_f64().unwrap_or(f64::INFINITY), last as i32);
        if self.mantissa.is_negative() { -value } else { value }
    }

    /// The nearest float to the square root.
    fn root(&self) -> f64 {
        let magnitude = self.mantissa.magnitude();
        let mut shift = (130 - magnitude.bits() as i64).max(0);
        if (self.exponent - shift) % 2 != 0 {
            shift += 1;
        }
        let scaled = magnitude << shift as u64;
        let mut root = scaled.sqrt();
        let exact = &root * &root == scaled;
        root = (root << 1u32) + u32::from(!exact);
        Self { mantissa: root.into(), exponent: (self.exponent - shift) / 2 - 1 }.rounded()
    }
}

/// The length of a vector, rounded once.
fn length(parts_of: &[f64]) -> f64 {
    if parts_of.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    if parts_of.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    let mut square = Exact::default();
    for part in parts_of {
        square.add_product(*part, *part);
    }
    if square.mantissa.is_zero() { 0.0 } else { square.root() }
}

fn hypot(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut given = Vec::new();
    for part in arguments.positional {
        given.push(m.to_f64(*part)?);
    }
    Ok(m.heap.new_float(length(&given)))
}

fn dist(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "dist", 2, 2)?;
    let p = m.tuple_from(arguments.positional[0])?;
    let q = match m.tuple_from(arguments.positional[1]) {
        Ok(q) => q,
        Err(raised) => {
            m.decref(p);
            return Err(raised);
        }
    };
    let result = distances(m, p, q);
    m.decref(p);
    m.decref(q);
    let apart = result?;
    Ok(m.heap.new_float(length(&apart)))
}

fn distances(m: &mut Machine, p: Address, q: Address) -> Outcome<Vec<f64>> {
    let (xs, ys) = (m.heap.tuple_items(p), m.heap.tuple_items(q));
    if xs.len() != ys.len() {
        return m.value_error("both points must have the same number of dimensions");
    }
    let mut apart = Vec::new();
    for (x, y) in xs.into_iter().zip(ys) {
        apart.push(m.to_f64(x)? - m.to_f64(y)?);
    }
    Ok(apart)
}

/// What has been added up exactly since the last ordinary sum.
enum Pending {
    Nothing,
    Ints(BigInt),
    Floats(Exact),
}

/// `sumprod(p, q)`: exact for ints, rounded once for floats, ordinary arithmetic for the rest.
fn sum_of_products(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "sumprod", 2, 2)?;
    let p = m.iter(arguments.positional[0])?;
    let q = match m.iter(arguments.positional[1]) {
        Ok(q) => q,
        Err(raised) => {
            m.decref(p);
            return Err(raised);
        }
    };
    let mut total = m.heap.new_int(0);
    let outcome = add_products(m, p, q, &mut total);
    m.decref(p);
    m.decref(q);
    if let Err(raised) = outcome {
        m.decref(total);
        return Err(raised);
    }
    Ok(total)
}

fn add_products(m: &mut Machine, p: Address, q: Address, total: &mut Address) -> Outcome<()> {
    let mut pending = Pending::Nothing;
    loop {
        let x = m.next(p)?;
        let y = match m.next(q) {
            Ok(y) => y,
            Err(raised) => {
                m.xdecref(x.unwrap_or(Address::NULL));
                return Err(raised);
            }
        };
        let (x, y) = match (x, y) {
            (None, None) => return flush(m, pending, total),
            (Some(x), Some(y)) => (x, y),
            (x, y) => {
                m.xdecref(x.or(y).unwrap_or(Address::NULL));
                return m.value_error("Inputs are not the same length");
            }
        };
        let outcome = add_product(m, x, y, &mut pending, total);
        m.decref(x);
        m.decref(y);
        outcome?;
    }
}

fn add_product(m: &mut Machine, x: Address, y: Address, pending: &mut Pending, total: &mut Address) -> Outcome<()> {
    let kinds = [x, y].map(|object| match m.heap.kind(object) {
        Kind::Int if m.heap.is_exact(object, StaticType::Int) => 'i',
        Kind::Int if m.heap.is_exact(object, StaticType::Bool) => 'b',
        Kind::Float if m.heap.is_exact(object, StaticType::Float) => 'f',
        _ => 'o',
    });
    if kinds == ['i', 'i'] && !matches!(pending, Pending::Floats(_)) {
        let product = m.big_int(x) * m.big_int(y);
        match pending {
            Pending::Ints(sum) => *sum += product,
            _ => *pending = Pending::Ints(product),
        }
        return Ok(());
    }
    if kinds.contains(&'f') && !kinds.contains(&'o') {
        let (a, b) = (m.to_f64(x)?, m.to_f64(y)?);
        if a.is_finite() && b.is_finite() && (a * b).is_finite() {
            if !matches!(pending, Pending::Floats(_)) {
                let before = std::mem::replace(pending, Pending::Nothing);
                flush(m, before, total)?;
                *pending = Pending::Floats(Exact::default());
            }
            if let Pending::Floats(sum) = pending {
                sum.add_product(a, b);
            }
            return Ok(());
        }
    }
    let before = std::mem::replace(pending, Pending::Nothing);
    flush(m, before, total)?;
    let product = m.binary(BinaryOp::Multiply, x, y)?;
    add_owned(m, total, product)
}

fn flush(m: &mut Machine, pending: Pending, total: &mut Address) -> Outcome<()> {
    let value = match pending {
        Pending::Nothing => return Ok(()),
        Pending::Ints(sum) => m.new_big_int(&sum),
        Pending::Floats(sum) => m.heap.new_float(sum.rounded()),
    };
    add_owned(m, total, value)
}

fn add_owned(m: &mut Machine, total: &mut Address, owned: Address) -> Outcome<()> {
    let sum = m.binary(BinaryOp::Add, *total, owned);
    m.decref(owned);
    let old = std::mem::replace(total, sum?);
    m.decref(old);
    Ok(())
}
