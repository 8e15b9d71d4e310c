//! The methods that only `Context` has.

use super::{
    CONTEXT, convert,
    method::{only, two},
    operator::{Binary, Unary, both, in_context},
};
use crate::{
    decimal::{Number, arithmetic, integral, logical, power, text},
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

macro_rules! unary {
    ($name:literal, $function:path) => {
        NativeRow::keywords(CONTEXT, $name, |m, a| one_operand(m, a, $function))
    };
}

macro_rules! binary {
    ($name:literal, $function:path) => {
        NativeRow::keywords(CONTEXT, $name, |m, a| two_operands(m, a, $function))
    };
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    unary!("abs", arithmetic::absolute),
    unary!("minus", arithmetic::minus),
    unary!("plus", arithmetic::plus),
    unary!("to_integral", integral::to_integral),
    unary!("to_integral_value", integral::to_integral),
    unary!("to_integral_exact", integral::to_integral_exact),
    binary!("add", arithmetic::add),
    binary!("subtract", arithmetic::subtract),
    binary!("multiply", arithmetic::multiply),
    binary!("divide", arithmetic::divide),
    binary!("divide_int", arithmetic::divide_whole),
    binary!("remainder", arithmetic::remainder),
    binary!("quantize", integral::quantize),
    NativeRow::keywords(CONTEXT, "divmod", |m, a| {
        let (x, y) = two(m, &a)?;
        both(m, &x, &y, a.self_)
    }),
    NativeRow::keywords(CONTEXT, "power", |m, a| {
        let [x, y, modulus] = convert::take(m, &a, ["a", "b", "modulo"], 2, 3)?;
        let none = m.heap.none();
        let (x, y) = (convert::expect(m, x.unwrap_or(none))?, convert::expect(m, y.unwrap_or(none))?);
        match modulus.filter(|modulus| !m.heap.is_none(*modulus)) {
            None => in_context(m, a.self_, |settings| power::power(&x, &y, settings)),
            Some(modulus) => {
                let modulus = convert::expect(m, modulus)?;
                in_context(m, a.self_, |settings| power::power_modulo(&x, &y, &modulus, settings))
            }
        }
    }),
    NativeRow::keywords(CONTEXT, "fma", |m, a| {
        let [x, y, z] = convert::take(m, &a, ["a", "b", "c"], 3, 3)?;
        let none = m.heap.none();
        let [x, y, z] = [x, y, z].map(|object| object.unwrap_or(none));
        let (x, y, z) = (convert::expect(m, x)?, convert::expect(m, y)?, convert::expect(m, z)?);
        in_context(m, a.self_, |settings| arithmetic::fused(&x, &y, &z, settings))
    }),
    NativeRow::keywords(CONTEXT, "same_quantum", |m, a| {
        let (x, y) = two(m, &a)?;
        m.truth(logical::same_quantum(&x, &y))
    }),
    NativeRow::no_arguments(CONTEXT, "Etiny", |m, a| {
        let tiny = m.decimal_settings(a.self_).tiny();
        Ok(m.heap.new_int(tiny))
    }),
    NativeRow::no_arguments(CONTEXT, "Etop", |m, a| {
        let top = m.decimal_settings(a.self_).top();
        Ok(m.heap.new_int(top))
    }),
    NativeRow::no_arguments(CONTEXT, "radix", |m, _| m.new_decimal(&Number::small(10))),
    NativeRow::one(CONTEXT, "_apply", |m, a| {
        let value = only(m, &a)?;
        in_context(m, a.self_, |settings| settings.finish(value))
    }),
    NativeRow::one(CONTEXT, "canonical", |m, a| {
        if !m.is_decimal(a.positional[0]) {
            return m.type_error("argument must be a Decimal");
        }
        Ok(m.incref(a.positional[0]))
    }),
    NativeRow::one(CONTEXT, "copy_abs", |m, a| {
        let value = only(m, &a)?;
        m.new_decimal(&value.signed(false))
    }),
    NativeRow::one(CONTEXT, "copy_decimal", |m, a| {
        if m.is_decimal(a.positional[0]) {
            return Ok(m.incref(a.positional[0]));
        }
        let value = only(m, &a)?;
        m.new_decimal(&value)
    }),
    NativeRow::one(CONTEXT, "copy_negate", |m, a| {
        let value = only(m, &a)?;
        let negative = !value.negative;
        m.new_decimal(&value.signed(negative))
    }),
    NativeRow::one(CONTEXT, "number_class", |m, a| {
        let value = only(m, &a)?;
        m.new_text(integral::class_name(&value, &m.decimal_settings(a.self_)))
    }),
    NativeRow::one(CONTEXT, "to_sci_string", |m, a| {
        let value = only(m, &a)?;
        m.new_text(&text::plain(&value, m.decimal_capitals(a.self_)))
    }),
    NativeRow::one(CONTEXT, "to_eng_string", |m, a| {
        let value = only(m, &a)?;
        m.new_text(&text::engineering(&value, m.decimal_capitals(a.self_)))
    }),
    NativeRow::positional(CONTEXT, "create_decimal", |m, a| {
        a.arity(m, "create_decimal", 0, 1)?;
        let value = match a.get(0) {
            Some(object) => convert::any(m, object, a.self_, true)?,
            None => Number::small(0),
        };
        let value = convert::rounded(m, value, a.self_)?;
        m.new_decimal(&value)
    }),
    NativeRow::one(CONTEXT, "create_decimal_from_float", |m, a| {
        let object = a.positional[0];
        let value = match m.heap.kind(object) {
            heapglass_heap::Kind::Float => convert::of_float(m.heap.float_value(object)),
            heapglass_heap::Kind::Int => convert::of_int(m, object),
            _ => return m.type_error("argument must be int or float"),
        };
        let value = convert::rounded(m, value, a.self_)?;
        m.new_decimal(&value)
    }),
];

fn one_operand(m: &mut Machine, arguments: Arguments<'_>, operation: Unary) -> Outcome {
    let value = only(m, &arguments)?;
    in_context(m, arguments.self_, |settings| operation(&value, settings))
}

fn two_operands(m: &mut Machine, arguments: Arguments<'_>, operation: Binary) -> Outcome {
    let (x, y) = two(m, &arguments)?;
    in_context(m, arguments.self_, |settings| operation(&x, &y, settings))
}
