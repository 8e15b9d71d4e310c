//! What the operators and conversions of Python do with decimals.

use heapglass_heap::{Address, Kind, layout::native::decimal::HASH, static_type::StaticType};
use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::{One, ToPrimitive, Zero};

use super::{DECIMAL, convert, signal};
use crate::{
    decimal::{Class, Context, Number, Rounding, arithmetic, condition as c, integral, order, power, text},
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::{CompareOp, hash::MODULUS},
    types::object_type::getattribute,
};

/// An operation of two numbers.
pub type Binary = fn(&Number, &Number, &mut Context) -> Number;
/// An operation of one number.
pub type Unary = fn(&Number, &mut Context) -> Number;

macro_rules! binary_slots {
    ($($name:literal $reflected:literal $function:path;)*) => {
        /// The operators of two operands.
        pub const BINARY_ROWS: &[NativeRow] = &[$(
            NativeRow::slot(DECIMAL, $name, |m, a| operate(m, a.self_, a.positional[0], $function)),
            NativeRow::slot(DECIMAL, $reflected, |m, a| operate(m, a.positional[0], a.self_, $function)),
        )*];
    };
}

binary_slots! {
    "__add__" "__radd__" arithmetic::add;
    "__sub__" "__rsub__" arithmetic::subtract;
    "__mul__" "__rmul__" arithmetic::multiply;
    "__mod__" "__rmod__" arithmetic::remainder;
    "__floordiv__" "__rfloordiv__" arithmetic::divide_whole;
    "__truediv__" "__rtruediv__" arithmetic::divide;
}

/// The other slots, and the methods behind conversions.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(DECIMAL, new),
    NativeRow::slot(DECIMAL, "__repr__", |m, a| {
        let text = shown(m, a.self_)?;
        m.new_text(&format!("Decimal('{text}')"))
    }),
    NativeRow::slot(DECIMAL, "__hash__", hash),
    NativeRow::slot(DECIMAL, "__str__", |m, a| {
        let text = shown(m, a.self_)?;
        m.new_text(&text)
    }),
    NativeRow::slot(DECIMAL, "__getattribute__", getattribute),
    NativeRow::slot(DECIMAL, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
    NativeRow::slot(DECIMAL, "__le__", |m, a| compare(m, a, CompareOp::Le)),
    NativeRow::slot(DECIMAL, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(DECIMAL, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(DECIMAL, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
    NativeRow::slot(DECIMAL, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
    NativeRow::slot(DECIMAL, "__divmod__", |m, a| div_mod(m, a.self_, a.positional[0])),
    NativeRow::slot(DECIMAL, "__rdivmod__", |m, a| div_mod(m, a.positional[0], a.self_)),
    NativeRow::slot(DECIMAL, "__pow__", |m, a| power_of(m, a.self_, a.positional[0], a.get(1))),
    NativeRow::slot(DECIMAL, "__rpow__", |m, a| power_of(m, a.positional[0], a.self_, None)),
    NativeRow::slot(DECIMAL, "__neg__", |m, a| apply(m, a.self_, arithmetic::minus)),
    NativeRow::slot(DECIMAL, "__pos__", |m, a| apply(m, a.self_, arithmetic::plus)),
    NativeRow::slot(DECIMAL, "__abs__", |m, a| apply(m, a.self_, arithmetic::absolute)),
    NativeRow::slot(DECIMAL, "__bool__", |m, a| {
        let zero = m.decimal_value(a.self_).is_zero();
        m.truth(!zero)
    }),
    NativeRow::slot(DECIMAL, "__int__", |m, a| to_int(m, a.self_, Rounding::Down)),
    NativeRow::slot(DECIMAL, "__float__", |m, a| {
        let value = to_float(m, a.self_)?;
        Ok(m.heap.new_float(value))
    }),
    NativeRow::positional(DECIMAL, "__round__", round),
    NativeRow::no_arguments(DECIMAL, "__ceil__", |m, a| to_int(m, a.self_, Rounding::Ceiling)),
    NativeRow::no_arguments(DECIMAL, "__floor__", |m, a| to_int(m, a.self_, Rounding::Floor)),
    NativeRow::no_arguments(DECIMAL, "__trunc__", |m, a| to_int(m, a.self_, Rounding::Down)),
    NativeRow::no_arguments(DECIMAL, "__complex__", |m, a| {
        let value = to_float(m, a.self_)?;
        Ok(m.heap.new_complex(value, 0.0))
    }),
    NativeRow::positional(DECIMAL, "__format__", format),
    NativeRow::no_arguments(DECIMAL, "__copy__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::one(DECIMAL, "__deepcopy__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::no_arguments(DECIMAL, "__reduce__", |m, a| {
        let text = m.str(a.self_)?;
        let arguments = m.heap.new_tuple_from(&[text]);
        let class = m.heap.type_of(a.self_);
        m.incref(class);
        Ok(m.heap.new_tuple_from(&[class, arguments]))
    }),
    NativeRow::no_arguments(DECIMAL, "__sizeof__", |m, a| {
        let size = m.heap.sizeof_method(a.self_);
        Ok(m.heap.new_int_ssize(size as i64))
    }),
];

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [value, context] = convert::take(m, &arguments, ["value", "context"], 0, 2)?;
    let context = convert::context_or_current(m, context)?;
    let plain = arguments.self_ == DECIMAL.address();
    let Some(object) = value else { return m.new_decimal_of(arguments.self_, &Number::small(0)) };
    if plain && m.heap.is_exact(object, DECIMAL) {
        return Ok(m.incref(object));
    }
    let value = convert::any(m, object, context, false)?;
    let value = if m.is_decimal(object) { value } else { convert::exact(m, value, context)? };
    m.new_decimal_of(arguments.self_, &value)
}

/// `str()` of a decimal, as the context's `capitals` wants it.
fn shown(m: &mut Machine, object: Address) -> Outcome<String> {
    let context = m.current_decimal_context()?;
    let capitals = m.decimal_capitals(context);
    Ok(text::plain(&m.decimal_value(object), capitals))
}

/// The result of an operation in a context object, whose flags it sets.
pub fn in_context(m: &mut Machine, context: Address, operation: impl FnOnce(&mut Context) -> Number) -> Outcome {
    let mut settings = m.decimal_settings(context);
    let result = operation(&mut settings);
    signal::note(m, context, settings.status)?;
    m.new_decimal(&result)
}

fn apply(m: &mut Machine, object: Address, operation: Unary) -> Outcome {
    let (value, context) = (m.decimal_value(object), m.current_decimal_context()?);
    in_context(m, context, |settings| operation(&value, settings))
}

fn operate(m: &mut Machine, a: Address, b: Address, operation: Binary) -> Outcome {
    let (Some(x), Some(y)) = (convert::operand(m, a), convert::operand(m, b)) else { return m.not_implemented() };
    let context = m.current_decimal_context()?;
    in_context(m, context, |settings| operation(&x, &y, settings))
}

/// Quotient and rest as a tuple.
pub fn both(m: &mut Machine, x: &Number, y: &Number, context: Address) -> Outcome {
    let mut settings = m.decimal_settings(context);
    let (quotient, rest) = arithmetic::divide_both(x, y, &mut settings);
    signal::note(m, context, settings.status)?;
    let parts = [m.new_decimal(&quotient)?, m.new_decimal(&rest)?];
    Ok(m.heap.new_tuple_from(&parts))
}

fn div_mod(m: &mut Machine, a: Address, b: Address) -> Outcome {
    let (Some(x), Some(y)) = (convert::operand(m, a), convert::operand(m, b)) else { return m.not_implemented() };
    let context = m.current_decimal_context()?;
    both(m, &x, &y, context)
}

fn power_of(m: &mut Machine, a: Address, b: Address, modulus: Option<Address>) -> Outcome {
    let (Some(x), Some(y)) = (convert::operand(m, a), convert::operand(m, b)) else { return m.not_implemented() };
    let modulus = match modulus.filter(|modulus| !m.heap.is_none(*modulus)) {
        None => None,
        Some(modulus) => match convert::operand(m, modulus) {
            Some(modulus) => Some(modulus),
            None => return m.not_implemented(),
        },
    };
    let context = m.current_decimal_context()?;
    in_context(m, context, |settings| match &modulus {
        None => power::power(&x, &y, settings),
        Some(modulus) => power::power_modulo(&x, &y, modulus, settings),
    })
}

/// What a decimal is compared with: both sides, scaled alike where the other is a fraction.
fn compared(m: &mut Machine, x: Number, other: Address, op: CompareOp, context: Address) -> Outcome<Option<(Number, Number)>> {
    if let Some(y) = convert::operand(m, other) {
        return Ok(Some((x, y)));
    }
    let exactly = matches!(op, CompareOp::Eq | CompareOp::Ne);
    let real = match m.heap.kind(other) {
        Kind::Float => Some(m.heap.float_value(other)),
        Kind::Complex if exactly => {
            let (real, imaginary) = m.heap.complex_value(other);
            if imaginary != 0.0 {
                return Ok(None);
            }
            Some(real)
        }
        _ => None,
    };
    if let Some(real) = real {
        if exactly {
            let status = heapglass_heap::layout::native::decimal_context::STATUS;
            let noted = m.heap.memory.u32(context.plus(status)) | c::FLOAT_OPERATION;
            m.heap.memory.set_u32(context.plus(status), noted);
        } else {
            signal::note(m, context, c::FLOAT_OPERATION)?;
        }
        return Ok(Some((x, convert::of_float(real))));
    }
    let Some((numerator, denominator)) = convert::rational(m, other)? else { return Ok(None) };
    let scaled = if x.is_nan() { x } else { arithmetic::multiply(&x, &denominator, &mut Context::widest()) };
    Ok(Some((scaled, numerator)))
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (x, context) = (m.decimal_value(arguments.self_), m.current_decimal_context()?);
    let Some((x, y)) = compared(m, x, arguments.positional[0], op, context)? else { return m.not_implemented() };
    if x.is_nan() || y.is_nan() {
        let signaling = x.class == Class::Signaling || y.class == Class::Signaling;
        if signaling || !matches!(op, CompareOp::Eq | CompareOp::Ne) {
            signal::note(m, context, c::INVALID_OPERATION)?;
        }
        return m.truth(op == CompareOp::Ne);
    }
    m.truth(op.holds(order::compare(&x, &y)))
}

fn hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let known = m.word(arguments.self_, HASH);
    if known != -1 {
        return arguments.hash(m, known);
    }
    let value = m.decimal_value(arguments.self_);
    let hash = match value.class {
        Class::Signaling => return m.type_error("Cannot hash a signaling NaN value"),
        Class::Quiet => crate::protocol::hash::pointer_hash(arguments.self_),
        Class::Infinite => 314_159,
        Class::Finite => {
            let modulus = BigUint::from(MODULUS);
            // Of 10 and of its inverse, the exponents repeat after the modulus less one.
            let base = if value.exponent >= 0 {
                BigUint::from(10u32)
            } else {
                BigUint::from(10u32).modpow(&BigUint::from(MODULUS - 2), &modulus)
            };
            let power = base.modpow(&BigUint::from(value.exponent.unsigned_abs()), &modulus);
            (value.coefficient * power % modulus).to_i64().unwrap_or(0)
        }
    };
    let hash = if value.negative && value.class != Class::Quiet { -hash } else { hash };
    let hash = if hash == -1 { -2 } else { hash };
    m.set_word(arguments.self_, HASH, hash);
    arguments.hash(m, hash)
}

/// An int, rounded in a direction.
fn to_int(m: &mut Machine, object: Address, rounding: Rounding) -> Outcome {
    let value = m.decimal_value(object);
    match value.class {
        Class::Infinite => return Err(m.raise(StaticType::OverflowError, "cannot convert Infinity to integer")),
        Class::Quiet | Class::Signaling => return m.value_error("cannot convert NaN to integer"),
        Class::Finite => {}
    }
    let mut work = Context { rounding, ..Context::widest() };
    let whole = integral::to_integral(&value, &mut work);
    let Some(magnitude) = whole.whole() else { return m.memory_error() };
    let sign = if value.negative { Sign::Minus } else { Sign::Plus };
    Ok(m.new_big_int(&BigInt::from_biguint(sign, magnitude)))
}

fn to_float(m: &mut Machine, object: Address) -> Outcome<f64> {
    let value = m.decimal_value(object);
    let sign = if value.negative { -1.0 } else { 1.0 };
    match value.class {
        Class::Infinite => Ok(sign * f64::INFINITY),
        Class::Quiet => Ok(f64::NAN.copysign(sign)),
        Class::Signaling => m.value_error("cannot convert signaling NaN to float"),
        Class::Finite => {
            let result: f64 = text::plain(&value, true).parse().unwrap_or(0.0);
            if result.is_infinite() {
                return Err(m.raise(StaticType::OverflowError, "Python int too large to convert to C double"));
            }
            Ok(result)
        }
    }
}

fn round(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "__round__", 0, 1)?;
    let Some(places) = arguments.get(0) else { return to_int(m, arguments.self_, Rounding::HalfEven) };
    if !m.is_int(places) {
        return m.type_error("optional arg must be an integer");
    }
    let places = m.index_to_i64(places, StaticType::OverflowError)?;
    let (value, context) = (m.decimal_value(arguments.self_), m.current_decimal_context()?);
    let unit = Number::new(false, BigUint::one(), places.checked_neg().unwrap_or(i64::MAX));
    in_context(m, context, |settings| integral::quantize(&value, &unit, settings))
}

fn format(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "__format__", 1, 2)?;
    let spec = m.expect_text(arguments.positional[0], "format arg must be str")?;
    if arguments.get(1).is_some_and(|given| !m.heap.is_instance(given, StaticType::Dict)) {
        return m.type_error("optional argument must be a dict");
    }
    let context = m.current_decimal_context()?;
    let capitals = m.decimal_capitals(context);
    let Some(spec) = text::Spec::read(&spec) else { return m.value_error("invalid format string") };
    let shown = spec.format(&m.decimal_value(arguments.self_), &m.decimal_settings(context), capitals);
    m.new_text(&shown)
}

/// Numerator and denominator in lowest terms.
pub fn ratio(m: &mut Machine, object: Address) -> Outcome {
    let value = m.decimal_value(object);
    match value.class {
        Class::Infinite => return Err(m.raise(StaticType::OverflowError, "cannot convert Infinity to integer ratio")),
        Class::Quiet | Class::Signaling => return m.value_error("cannot convert NaN to integer ratio"),
        Class::Finite => {}
    }
    let unit = crate::decimal::padded(&BigUint::one(), -value.exponent);
    let (Some(numerator), Some(unit)) = (crate::decimal::padded(&value.coefficient, value.exponent), unit) else {
        return m.memory_error();
    };
    let common = if numerator.is_zero() { unit.clone() } else { numerator.gcd(&unit) };
    let sign = if value.negative { Sign::Minus } else { Sign::Plus };
    let parts = [
        m.new_big_int(&BigInt::from_biguint(sign, numerator / &common)),
        m.new_big_int(&BigInt::from(unit / common)),
    ];
    Ok(m.heap.new_tuple_from(&parts))
}
