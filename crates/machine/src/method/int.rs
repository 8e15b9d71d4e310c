//! `int` and `bool`: rows, conversion to and from big numbers (Objects/longobject.c, Objects/boolobject.c).

use heapglass_heap::{Address, Domain, static_type::StaticType};
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive};

use super::{int_arithmetic as arithmetic, int_bytes, int_text};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
};

const INT: StaticType = StaticType::Int;
const BOOL: StaticType = StaticType::Bool;

/// The rows of `int` and `bool`.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(INT, int_text::new),
    NativeRow::slot(INT, "__repr__", int_text::repr),
    NativeRow::slot(INT, "__hash__", hash),
    NativeRow::slot(INT, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
    NativeRow::slot(INT, "__le__", |m, a| compare(m, a, CompareOp::Le)),
    NativeRow::slot(INT, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(INT, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(INT, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
    NativeRow::slot(INT, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
    NativeRow::slot(INT, "__add__", |m, a| arithmetic::forward(m, a, arithmetic::add)),
    NativeRow::slot(INT, "__radd__", |m, a| arithmetic::reflected(m, a, arithmetic::add)),
    NativeRow::slot(INT, "__sub__", |m, a| arithmetic::forward(m, a, arithmetic::subtract)),
    NativeRow::slot(INT, "__rsub__", |m, a| arithmetic::reflected(m, a, arithmetic::subtract)),
    NativeRow::slot(INT, "__mul__", |m, a| arithmetic::forward(m, a, arithmetic::multiply)),
    NativeRow::slot(INT, "__rmul__", |m, a| arithmetic::reflected(m, a, arithmetic::multiply)),
    NativeRow::slot(INT, "__mod__", |m, a| arithmetic::forward(m, a, arithmetic::remainder)),
    NativeRow::slot(INT, "__rmod__", |m, a| arithmetic::reflected(m, a, arithmetic::remainder)),
    NativeRow::slot(INT, "__divmod__", |m, a| arithmetic::forward(m, a, arithmetic::div_mod)),
    NativeRow::slot(INT, "__rdivmod__", |m, a| arithmetic::reflected(m, a, arithmetic::div_mod)),
    NativeRow::slot(INT, "__pow__", arithmetic::power_slot),
    NativeRow::slot(INT, "__rpow__", arithmetic::reflected_power_slot),
    NativeRow::slot(INT, "__neg__", |m, a| unary(m, a, |x| -x)),
    NativeRow::slot(INT, "__pos__", |m, a| unary(m, a, |x| x)),
    NativeRow::slot(INT, "__abs__", |m, a| unary(m, a, |x| x.abs())),
    NativeRow::slot(INT, "__bool__", |m, a| m.truth(!m.heap.int_is_zero(a.self_))),
    NativeRow::slot(INT, "__invert__", |m, a| unary(m, a, |x| -x - 1)),
    NativeRow::slot(INT, "__lshift__", |m, a| arithmetic::forward(m, a, arithmetic::left_shift)),
    NativeRow::slot(INT, "__rlshift__", |m, a| arithmetic::reflected(m, a, arithmetic::left_shift)),
    NativeRow::slot(INT, "__rshift__", |m, a| arithmetic::forward(m, a, arithmetic::right_shift)),
    NativeRow::slot(INT, "__rrshift__", |m, a| arithmetic::reflected(m, a, arithmetic::right_shift)),
    NativeRow::slot(INT, "__and__", |m, a| arithmetic::forward(m, a, arithmetic::and)),
    NativeRow::slot(INT, "__rand__", |m, a| arithmetic::reflected(m, a, arithmetic::and)),
    NativeRow::slot(INT, "__xor__", |m, a| arithmetic::forward(m, a, arithmetic::xor)),
    NativeRow::slot(INT, "__rxor__", |m, a| arithmetic::reflected(m, a, arithmetic::xor)),
    NativeRow::slot(INT, "__or__", |m, a| arithmetic::forward(m, a, arithmetic::or)),
    NativeRow::slot(INT, "__ror__", |m, a| arithmetic::reflected(m, a, arithmetic::or)),
    NativeRow::slot(INT, "__int__", |m, a| exact(m, a.self_)),
    NativeRow::slot(INT, "__float__", float),
    NativeRow::slot(INT, "__floordiv__", |m, a| arithmetic::forward(m, a, arithmetic::floor_divide)),
    NativeRow::slot(INT, "__rfloordiv__", |m, a| arithmetic::reflected(m, a, arithmetic::floor_divide)),
    NativeRow::slot(INT, "__truediv__", |m, a| arithmetic::forward(m, a, arithmetic::true_divide)),
    NativeRow::slot(INT, "__rtruediv__", |m, a| arithmetic::reflected(m, a, arithmetic::true_divide)),
    NativeRow::slot(INT, "__index__", |m, a| exact(m, a.self_)),
    NativeRow::no_arguments(INT, "conjugate", |m, a| exact(m, a.self_)),
    NativeRow::no_arguments(INT, "bit_length", bit_length),
    NativeRow::no_arguments(INT, "bit_count", bit_count),
    NativeRow::keywords(INT, "to_bytes", int_bytes::to_bytes),
    NativeRow::class_method(INT, "from_bytes", int_bytes::from_bytes),
    NativeRow::no_arguments(INT, "as_integer_ratio", ratio),
    NativeRow::no_arguments(INT, "is_integer", |m, _| m.truth(true)),
    NativeRow::no_arguments(INT, "__trunc__", |m, a| exact(m, a.self_)),
    NativeRow::no_arguments(INT, "__floor__", |m, a| exact(m, a.self_)),
    NativeRow::no_arguments(INT, "__ceil__", |m, a| exact(m, a.self_)),
    NativeRow::positional(INT, "__round__", round),
    NativeRow::no_arguments(INT, "__getnewargs__", new_arguments),
    NativeRow::one(INT, "__format__", int_text::format),
    NativeRow::no_arguments(INT, "__sizeof__", size_of),
    NativeRow::get(INT, "real", |m, a| exact(m, a.self_)),
    NativeRow::get(INT, "imag", |m, _| Ok(m.heap.new_int(0))),
    NativeRow::get(INT, "numerator", |m, a| exact(m, a.self_)),
    NativeRow::get(INT, "denominator", |m, _| Ok(m.heap.new_int(1))),
    NativeRow::new(BOOL, bool_new),
    NativeRow::slot(BOOL, "__repr__", bool_repr),
    NativeRow::slot(BOOL, "__invert__", |m, a| {
        m.warn_deprecated(INVERSION)?;
        unary(m, a, |x| !x)
    }),
    NativeRow::slot(BOOL, "__and__", |m, a| bool_bits(m, a, arithmetic::and)),
    NativeRow::slot(BOOL, "__rand__", |m, a| bool_bits(m, a, arithmetic::and)),
    NativeRow::slot(BOOL, "__xor__", |m, a| bool_bits(m, a, arithmetic::xor)),
    NativeRow::slot(BOOL, "__rxor__", |m, a| bool_bits(m, a, arithmetic::xor)),
    NativeRow::slot(BOOL, "__or__", |m, a| bool_bits(m, a, arithmetic::or)),
    NativeRow::slot(BOOL, "__ror__", |m, a| bool_bits(m, a, arithmetic::or)),
];

const INVERSION: &str = "Bitwise inversion '~' on bool is deprecated. This returns the bitwise inversion of the underlying int \
object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you \
really want the bitwise inversion of the underlying int.";

impl Machine {
    /// The value of an int object of any size.
    pub fn big_int(&self, object: Address) -> BigInt {
        if let Some(value) = self.heap.int_to_i64(object) {
            return BigInt::from(value);
        }
        let (negative, digits) = self.heap.int_digits(object);
        // Base 2^30 digits become base 2^32 words, low ones first.
        let (mut words, mut pending, mut bits) = (Vec::with_capacity(digits.len()), 0u64, 0);
        for digit in digits {
            pending |= u64::from(digit) << bits;
            bits += 30;
            if bits >= 32 {
                words.push(pending as u32);
                pending >>= 32;
                bits -= 32;
            }
        }
        words.push(pending as u32);
        BigInt::from_slice(if negative { Sign::Minus } else { Sign::Plus }, &words)
    }

    /// An int object of any value.
    pub fn new_big_int(&mut self, value: &BigInt) -> Address {
        if let Some(small) = value.to_i64() {
            return self.heap.new_int(small);
        }
        let digits = thirty_bit_digits(value);
        self.heap.new_int_digits(value.is_negative(), &digits)
    }

    /// The nearest float; `OverflowError` if there is none.
    pub fn int_to_f64(&mut self, object: Address) -> Outcome<f64> {
        if let Some(value) = self.heap.int_to_i64(object) {
            return Ok(value as f64);
        }
        match self.big_int(object).to_f64().filter(|value| value.is_finite()) {
            Some(value) => Ok(value),
            None => Err(self.raise(StaticType::OverflowError, "int too large to convert to float")),
        }
    }
}

/// The digits of a magnitude in base 2^30, the lowest first.
pub fn thirty_bit_digits(value: &BigInt) -> Vec<u32> {
    let (mut digits, mut pending, mut bits) = (Vec::new(), 0u64, 0);
    for word in value.magnitude().iter_u32_digits() {
        pending |= u64::from(word) << bits;
        bits += 32;
        while bits >= 30 {
            digits.push((pending & 0x3fff_ffff) as u32);
            pending >>= 30;
            bits -= 30;
        }
    }
    digits.push(pending as u32);
    digits
}

/// The int itself, or an int of the same value if it is an instance of a subclass. A new reference.
pub fn exact(m: &mut Machine, object: Address) -> Outcome {
    if m.heap.is_exact(object, INT) {
        return Ok(m.incref(object));
    }
    let value = m.big_int(object);
    Ok(m.new_big_int(&value))
}

/// How two ints compare.
pub fn ordering(m: &Machine, a: Address, b: Address) -> std::cmp::Ordering {
    match (m.heap.int_to_i64(a), m.heap.int_to_i64(b)) {
        (Some(x), Some(y)) => x.cmp(&y),
        _ => m.big_int(a).cmp(&m.big_int(b)),
    }
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if !m.is_int(b) {
        return m.not_implemented();
    }
    let verdict = op.holds(ordering(m, a, b));
    m.truth(verdict)
}

fn hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let hash = m.heap.int_hash(arguments.self_);
    arguments.hash(m, hash)
}

fn unary(m: &mut Machine, arguments: Arguments<'_>, change: fn(BigInt) -> BigInt) -> Outcome {
    let value = m.big_int(arguments.self_);
    let unchanged = value.clone();
    let result = change(value);
    if result == unchanged && m.heap.is_exact(arguments.self_, INT) {
        return Ok(m.incref(arguments.self_));
    }
    Ok(m.new_big_int(&result))
}

fn float(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.int_to_f64(arguments.self_)?;
    Ok(m.heap.new_float(value))
}

fn bit_length(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let bits = m.big_int(arguments.self_).bits();
    Ok(m.heap.new_int_ssize(bits as i64))
}

fn bit_count(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let ones = m.big_int(arguments.self_).magnitude().count_ones();
    Ok(m.heap.new_int(ones as i64))
}

fn ratio(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let numerator = exact(m, arguments.self_)?;
    let one = m.heap.new_int(1);
    Ok(m.heap.new_tuple_from(&[numerator, one]))
}

fn new_arguments(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = exact(m, arguments.self_)?;
    Ok(m.heap.new_tuple_from(&[value]))
}

fn size_of(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let digits = m.heap.int_digit_count(arguments.self_).max(1);
    let type_ = m.heap.type_of(arguments.self_);
    let basic = m.heap.memory.u64(type_.plus(heapglass_heap::static_type::field::BASIC_SIZE));
    Ok(m.heap.new_int_ssize((basic + 4 * digits) as i64))
}

/// `round(int, n)`: to a multiple of 10^-n, ties to even.
fn round(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "__round__", 0, 1)?;
    let Some(places) = arguments.get(0).filter(|places| !m.heap.is_none(*places)) else {
        return exact(m, arguments.self_);
    };
    let places = m.index_clamped(places)?;
    if places >= 0 {
        return exact(m, arguments.self_);
    }
    let value = m.big_int(arguments.self_);
    let Some(power) = u32::try_from(places.unsigned_abs()).ok().filter(|power| u64::from(*power) <= value.bits()) else {
        return Ok(m.heap.new_int(0));
    };
    let unit = BigInt::from(10).pow(power);
    let (quotient, rest) = value.div_mod_floor(&unit);
    let twice: BigInt = &rest * 2;
    let up = twice > unit || (twice == unit && quotient.is_odd());
    let rounded = if up { (quotient + 1) * unit } else { quotient * unit };
    let work = m.heap.take_digits(m.heap.int_digit_count(arguments.self_));
    m.heap.release(Domain::Object, work);
    Ok(m.new_big_int(&rounded))
}

fn bool_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.no_keywords(m, "bool")?;
    arguments.arity(m, "bool", 0, 1)?;
    let value = match arguments.get(0) {
        Some(object) => m.is_true(object)?,
        None => false,
    };
    m.truth(value)
}

fn bool_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let text = if m.heap.int_is_zero(arguments.self_) { "False" } else { "True" };
    Ok(m.heap.new_interned(text))
}

/// `&`, `|`, `^`: of two bools a bool, otherwise what ints do.
fn bool_bits(m: &mut Machine, arguments: Arguments<'_>, operation: arithmetic::Operation) -> Outcome {
    let other = arguments.positional[0];
    if !m.heap.is_exact(other, BOOL) {
        return arithmetic::forward(m, arguments, operation);
    }
    let result = operation(m, arguments.self_, other)?;
    let value = !m.heap.int_is_zero(result);
    m.decref(result);
    m.truth(value)
}

