//! The methods that `Decimal` and `Context` share: as `x.exp(context)` and as `context.exp(x)`.

use heapglass_heap::Address;

use super::{
    CONTEXT, DECIMAL, Variable, convert,
    operator::{Binary, Unary, in_context, ratio},
};
use crate::{
    decimal::{
        Class, Context, Number, arithmetic,
        integral::{self, class_name},
        logical, order, series, text,
    },
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

macro_rules! shared {
    ($kind:ident: $($name:literal $function:path;)*) => {
        &[$(
            NativeRow::keywords(DECIMAL, $name, |m, a| $kind::of_decimal(m, a, $function)),
            NativeRow::keywords(CONTEXT, $name, |m, a| $kind::of_context(m, a, $function)),
        )*]
    };
}

/// Operations of one number.
pub const UNARY_ROWS: &[NativeRow] = shared! { unary:
    "exp" series::exp;
    "ln" series::ln;
    "log10" series::log10;
    "next_minus" integral::next_minus;
    "next_plus" integral::next_plus;
    "normalize" integral::reduce;
    "sqrt" arithmetic::square_root;
    "logb" integral::exponent_of;
    "logical_invert" logical::invert;
};

/// Operations of two numbers.
pub const BINARY_ROWS: &[NativeRow] = shared! { binary:
    "compare" order::compare_numbers;
    "compare_signal" order::compare_signal;
    "max" order::greatest;
    "max_mag" order::greatest_magnitude;
    "min" order::least;
    "min_mag" order::least_magnitude;
    "next_toward" integral::next_toward;
    "remainder_near" arithmetic::remainder_near;
    "compare_total" order::compare_total;
    "compare_total_mag" order::compare_total_magnitude;
    "copy_sign" copy_sign;
    "logical_and" logical::and;
    "logical_or" logical::or;
    "logical_xor" logical::xor;
    "rotate" logical::rotate;
    "scaleb" integral::scale;
    "shift" logical::shift;
};

/// Questions.
pub const TEST_ROWS: &[NativeRow] = shared! { test:
    "is_finite" finite;
    "is_infinite" infinite;
    "is_nan" nan;
    "is_qnan" quiet;
    "is_snan" signaling;
    "is_signed" negative;
    "is_zero" zero;
};

/// What only `Decimal` has, or has in another way than `Context`.
pub const ROWS: &[NativeRow] = &[
    NativeRow::no_arguments(DECIMAL, "is_canonical", |m, _| m.truth(true)),
    NativeRow::one(CONTEXT, "is_canonical", |m, a| {
        if m.is_decimal(a.positional[0]) { m.truth(true) } else { m.type_error("argument must be a Decimal") }
    }),
    NativeRow::keywords(DECIMAL, "is_normal", |m, a| test::with_context(m, a, integral::is_normal)),
    NativeRow::keywords(CONTEXT, "is_normal", |m, a| test::of_context(m, a, integral::is_normal)),
    NativeRow::keywords(DECIMAL, "is_subnormal", |m, a| test::with_context(m, a, integral::is_subnormal)),
    NativeRow::keywords(CONTEXT, "is_subnormal", |m, a| test::of_context(m, a, integral::is_subnormal)),
    NativeRow::keywords(DECIMAL, "to_integral", |m, a| to_integral(m, a, integral::to_integral)),
    NativeRow::keywords(DECIMAL, "to_integral_value", |m, a| to_integral(m, a, integral::to_integral)),
    NativeRow::keywords(DECIMAL, "to_integral_exact", |m, a| to_integral(m, a, integral::to_integral_exact)),
    NativeRow::keywords(DECIMAL, "quantize", |m, a| {
        let [exponent, rounding, context] = convert::take(m, &a, ["exp", "rounding", "context"], 1, 3)?;
        let context = convert::context_or_current(m, context)?;
        let mut settings = m.decimal_settings(context);
        if let Some(rounding) = rounding.filter(|rounding| !m.heap.is_none(*rounding)) {
            settings.rounding = super::context::rounding_of(m, rounding)?;
        }
        let exponent = convert::expect(m, exponent.unwrap_or(a.self_))?;
        let result = integral::quantize(&m.decimal_value(a.self_), &exponent, &mut settings);
        super::signal::note(m, context, settings.status)?;
        m.new_decimal(&result)
    }),
    NativeRow::keywords(DECIMAL, "fma", |m, a| {
        let [other, third, context] = convert::take(m, &a, ["other", "third", "context"], 2, 3)?;
        let context = convert::context_or_current(m, context)?;
        let (y, z) = (convert::expect(m, other.unwrap_or(a.self_))?, convert::expect(m, third.unwrap_or(a.self_))?);
        let x = m.decimal_value(a.self_);
        in_context(m, context, |settings| arithmetic::fused(&x, &y, &z, settings))
    }),
    NativeRow::keywords(DECIMAL, "same_quantum", |m, a| {
        let [other, context] = convert::take(m, &a, ["other", "context"], 1, 2)?;
        convert::context_or_current(m, context)?;
        let other = convert::expect(m, other.unwrap_or(a.self_))?;
        m.truth(logical::same_quantum(&m.decimal_value(a.self_), &other))
    }),
    NativeRow::keywords(DECIMAL, "number_class", |m, a| {
        let [context] = convert::take(m, &a, ["context"], 0, 1)?;
        let context = convert::context_or_current(m, context)?;
        m.new_text(class_name(&m.decimal_value(a.self_), &m.decimal_settings(context)))
    }),
    NativeRow::keywords(DECIMAL, "to_eng_string", |m, a| {
        let [context] = convert::take(m, &a, ["context"], 0, 1)?;
        let context = convert::context_or_current(m, context)?;
        m.new_text(&text::engineering(&m.decimal_value(a.self_), m.decimal_capitals(context)))
    }),
    NativeRow::no_arguments(DECIMAL, "adjusted", |m, a| {
        let value = m.decimal_value(a.self_);
        let adjusted = if value.is_finite() && !value.is_zero() { value.adjusted() } else { value.exponent };
        Ok(m.heap.new_int(if value.is_finite() && value.is_zero() { value.adjusted() } else { adjusted }))
    }),
    NativeRow::no_arguments(DECIMAL, "canonical", |m, a| Ok(m.incref(a.self_))),
    NativeRow::no_arguments(DECIMAL, "conjugate", |m, a| Ok(m.incref(a.self_))),
    NativeRow::no_arguments(DECIMAL, "radix", |m, _| m.new_decimal(&Number::small(10))),
    NativeRow::no_arguments(DECIMAL, "copy_abs", |m, a| m.new_decimal(&m.decimal_value(a.self_).signed(false))),
    NativeRow::no_arguments(DECIMAL, "copy_negate", |m, a| {
        let value = m.decimal_value(a.self_);
        let negative = !value.negative;
        m.new_decimal(&value.signed(negative))
    }),
    NativeRow::class_method(DECIMAL, "from_float", from_float),
    NativeRow::no_arguments(DECIMAL, "as_tuple", as_tuple),
    NativeRow::no_arguments(DECIMAL, "as_integer_ratio", |m, a| ratio(m, a.self_)),
    NativeRow::get(DECIMAL, "real", |m, a| Ok(m.incref(a.self_))),
    NativeRow::get(DECIMAL, "imag", |m, _| m.new_decimal(&Number::small(0))),
];

mod unary {
    use super::{Arguments, Machine, Outcome, Unary, convert, in_context};

    pub(super) fn of_decimal(m: &mut Machine, arguments: Arguments<'_>, operation: Unary) -> Outcome {
        let [context] = convert::take(m, &arguments, ["context"], 0, 1)?;
        let context = convert::context_or_current(m, context)?;
        let value = m.decimal_value(arguments.self_);
        in_context(m, context, |settings| operation(&value, settings))
    }

    pub(super) fn of_context(m: &mut Machine, arguments: Arguments<'_>, operation: Unary) -> Outcome {
        let value = super::only(m, &arguments)?;
        in_context(m, arguments.self_, |settings| operation(&value, settings))
    }
}

mod binary {
    use super::{Arguments, Binary, Machine, Outcome, convert, in_context};

    pub(super) fn of_decimal(m: &mut Machine, arguments: Arguments<'_>, operation: Binary) -> Outcome {
        let [other, context] = convert::take(m, &arguments, ["other", "context"], 1, 2)?;
        let context = convert::context_or_current(m, context)?;
        let (x, y) = (m.decimal_value(arguments.self_), convert::expect(m, other.unwrap_or(arguments.self_))?);
        in_context(m, context, |settings| operation(&x, &y, settings))
    }

    pub(super) fn of_context(m: &mut Machine, arguments: Arguments<'_>, operation: Binary) -> Outcome {
        let (x, y) = super::two(m, &arguments)?;
        in_context(m, arguments.self_, |settings| operation(&x, &y, settings))
    }
}

mod test {
    use super::{Arguments, Context, Machine, Number, Outcome, convert};

    pub(super) fn of_decimal(m: &mut Machine, arguments: Arguments<'_>, holds: fn(&Number, &Context) -> bool) -> Outcome {
        if !arguments.positional.is_empty() || !arguments.keywords.is_empty() {
            return m.type_error("the method takes no arguments");
        }
        m.truth(holds(&m.decimal_value(arguments.self_), &Context::widest()))
    }

    pub(super) fn with_context(m: &mut Machine, arguments: Arguments<'_>, holds: fn(&Number, &Context) -> bool) -> Outcome {
        let [context] = convert::take(m, &arguments, ["context"], 0, 1)?;
        let context = convert::context_or_current(m, context)?;
        m.truth(holds(&m.decimal_value(arguments.self_), &m.decimal_settings(context)))
    }

    pub(super) fn of_context(m: &mut Machine, arguments: Arguments<'_>, holds: fn(&Number, &Context) -> bool) -> Outcome {
        let value = super::only(m, &arguments)?;
        m.truth(holds(&value, &m.decimal_settings(arguments.self_)))
    }
}

/// The one operand of a context's method.
pub fn only(m: &mut Machine, arguments: &Arguments<'_>) -> Outcome<Number> {
    if !arguments.keywords.is_empty() {
        return m.type_error("Context method takes no keyword arguments");
    }
    match arguments.positional {
        [object] => convert::expect(m, *object),
        given => {
            let given = given.len();
            m.type_error(format!("Context method takes exactly one argument ({given} given)"))
        }
    }
}

/// The two operands of a context's method.
pub fn two(m: &mut Machine, arguments: &Arguments<'_>) -> Outcome<(Number, Number)> {
    let [a, b] = convert::take(m, arguments, ["a", "b"], 2, 2)?;
    let none = m.heap.none();
    Ok((convert::expect(m, a.unwrap_or(none))?, convert::expect(m, b.unwrap_or(none))?))
}

fn copy_sign(a: &Number, b: &Number, _: &mut Context) -> Number {
    a.clone().signed(b.negative)
}

fn finite(a: &Number, _: &Context) -> bool {
    a.is_finite()
}

fn infinite(a: &Number, _: &Context) -> bool {
    a.is_infinite()
}

fn nan(a: &Number, _: &Context) -> bool {
    a.is_nan()
}

fn quiet(a: &Number, _: &Context) -> bool {
    a.class == Class::Quiet
}

fn signaling(a: &Number, _: &Context) -> bool {
    a.class == Class::Signaling
}

const fn negative(a: &Number, _: &Context) -> bool {
    a.negative
}

fn zero(a: &Number, _: &Context) -> bool {
    a.is_zero()
}

fn to_integral(m: &mut Machine, arguments: Arguments<'_>, operation: Unary) -> Outcome {
    let [rounding, context] = convert::take(m, &arguments, ["rounding", "context"], 0, 2)?;
    let context = convert::context_or_current(m, context)?;
    let mut settings = m.decimal_settings(context);
    if let Some(rounding) = rounding.filter(|rounding| !m.heap.is_none(*rounding)) {
        settings.rounding = super::context::rounding_of(m, rounding)?;
    }
    let result = operation(&m.decimal_value(arguments.self_), &mut settings);
    super::signal::note(m, context, settings.status)?;
    m.new_decimal(&result)
}

fn from_float(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "from_float", 1, 1)?;
    let object = arguments.positional[0];
    let value = match m.heap.kind(object) {
        heapglass_heap::Kind::Float => convert::of_float(m.heap.float_value(object)),
        heapglass_heap::Kind::Int => convert::of_int(m, object),
        _ => return m.type_error("argument must be int or float"),
    };
    let made = m.new_decimal(&value)?;
    if arguments.self_ == DECIMAL.address() {
        return Ok(made);
    }
    let result = m.call(arguments.self_, &[made], &[]);
    m.decref(made);
    result
}

fn as_tuple(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.decimal_value(arguments.self_);
    let exponent = match value.class {
        Class::Finite => m.heap.new_int(value.exponent),
        Class::Infinite => m.heap.new_interned("F"),
        Class::Quiet => m.heap.new_interned("n"),
        Class::Signaling => m.heap.new_interned("N"),
    };
    let empty = value.is_nan() && value.coefficient == num_bigint::BigUint::default();
    let spelled = if empty { String::new() } else { value.coefficient.to_string() };
    let digits: Vec<Address> = spelled.bytes().map(|digit| m.heap.new_int(i64::from(digit - b'0'))).collect();
    let parts = [m.heap.new_int(i64::from(value.negative)), m.heap.new_tuple_from(&digits), exponent];
    let class = m.decimal_variable(Variable::Tuple);
    let result = m.call(class, &parts, &[]);
    for part in parts {
        m.decref(part);
    }
    result
}

