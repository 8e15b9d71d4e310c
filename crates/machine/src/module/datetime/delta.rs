//! `timedelta`.

use heapglass_heap::{
    Address, Kind,
    layout::native::timedelta::{DAYS, HASH, MICROSECONDS, SECONDS},
    object::tuple::hash_items,
    static_type::StaticType,
};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::{DELTA, MOST_DAYS, calendar::DAY};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::{BinaryOp, CompareOp},
    types::object_type::getattribute,
};

macro_rules! member {
    ($name:literal $offset:ident) => {
        NativeRow::member(DELTA, $name, |m, a| {
            let value = m.heap.memory.i32(a.self_.plus($offset));
            Ok(m.heap.new_int(i64::from(value)))
        })
    };
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(DELTA, make),
    NativeRow::slot(DELTA, "__repr__", repr),
    NativeRow::slot(DELTA, "__hash__", hash),
    NativeRow::slot(DELTA, "__str__", text),
    NativeRow::slot(DELTA, "__getattribute__", getattribute),
    NativeRow::slot(DELTA, "__add__", |m, a| sum(m, a.self_, a.positional[0], 1)),
    NativeRow::slot(DELTA, "__radd__", |m, a| sum(m, a.positional[0], a.self_, 1)),
    NativeRow::slot(DELTA, "__sub__", |m, a| sum(m, a.self_, a.positional[0], -1)),
    NativeRow::slot(DELTA, "__rsub__", |m, a| sum(m, a.positional[0], a.self_, -1)),
    NativeRow::slot(DELTA, "__mul__", |m, a| multiply(m, a)),
    NativeRow::slot(DELTA, "__rmul__", |m, a| multiply(m, a)),
    NativeRow::slot(DELTA, "__mod__", |m, a| divided(m, a.self_, a.positional[0], Part::Rest)),
    NativeRow::slot(DELTA, "__rmod__", |m, a| divided(m, a.positional[0], a.self_, Part::Rest)),
    NativeRow::slot(DELTA, "__divmod__", |m, a| divided(m, a.self_, a.positional[0], Part::Both)),
    NativeRow::slot(DELTA, "__rdivmod__", |m, a| divided(m, a.positional[0], a.self_, Part::Both)),
    NativeRow::slot(DELTA, "__neg__", |m, a| new(m, -read(m, a.self_))),
    NativeRow::slot(DELTA, "__pos__", |m, a| new(m, read(m, a.self_))),
    NativeRow::slot(DELTA, "__abs__", |m, a| new(m, read(m, a.self_).abs())),
    NativeRow::slot(DELTA, "__bool__", |m, a| m.truth(read(m, a.self_) != 0)),
    NativeRow::slot(DELTA, "__floordiv__", |m, a| divided(m, a.self_, a.positional[0], Part::Whole)),
    NativeRow::slot(DELTA, "__rfloordiv__", |m, a| divided(m, a.positional[0], a.self_, Part::Whole)),
    NativeRow::slot(DELTA, "__truediv__", |m, a| divide(m, a.self_, a.positional[0])),
    NativeRow::slot(DELTA, "__rtruediv__", |m, a| divide(m, a.positional[0], a.self_)),
    NativeRow::no_arguments(DELTA, "total_seconds", |m, a| {
        let total = micros(m, a.self_);
        let million = m.heap.new_int(1_000_000);
        let result = m.binary(BinaryOp::TrueDivide, total, million);
        m.decref(total);
        m.decref(million);
        result
    }),
    NativeRow::no_arguments(DELTA, "__reduce__", |m, a| {
        let parts = [DAYS, SECONDS, MICROSECONDS].map(|offset| {
            let value = m.heap.memory.i32(a.self_.plus(offset));
            m.heap.new_int(i64::from(value))
        });
        let parts = m.heap.new_tuple_from(&parts);
        let class = m.heap.type_of(a.self_);
        m.incref(class);
        Ok(m.heap.new_tuple_from(&[class, parts]))
    }),
    member!("days" DAYS),
    member!("seconds" SECONDS),
    member!("microseconds" MICROSECONDS),
];

/// The length in microseconds.
pub fn read(m: &Machine, object: Address) -> i128 {
    let part = |offset: u64| i128::from(m.heap.memory.i32(object.plus(offset)));
    part(DAYS) * DAY + part(SECONDS) * 1_000_000 + part(MICROSECONDS)
}

/// A new duration.
pub fn new(m: &mut Machine, total: i128) -> Outcome {
    new_of(m, DELTA.address(), total)
}

fn new_of(m: &mut Machine, class: Address, total: i128) -> Outcome {
    let days = total.div_euclid(DAY);
    if days.abs() > i128::from(MOST_DAYS) {
        let text = if i32::try_from(days).is_ok() {
            format!("days={days}; must have magnitude <= 999999999")
        } else {
            "Python int too large to convert to C int".to_owned()
        };
        return Err(m.raise(StaticType::OverflowError, text));
    }
    let rest = total.rem_euclid(DAY);
    let object = m.heap.generic_allocate(class, 0);
    m.set_word(object, HASH, -1);
    for (offset, value) in [(DAYS, days), (SECONDS, rest / 1_000_000), (MICROSECONDS, rest % 1_000_000)] {
        m.heap.memory.set_i32(object.plus(offset), value as i32);
    }
    Ok(object)
}

/// From an int of any size.
fn new_big(m: &mut Machine, class: Address, total: &BigInt) -> Outcome {
    match total.to_i128().filter(|total| total.abs() < i128::MAX / 4) {
        Some(total) => new_of(m, class, total),
        None => Err(m.raise(StaticType::OverflowError, "Python int too large to convert to C int")),
    }
}

/// The length as an int object.
fn micros(m: &mut Machine, object: Address) -> Address {
    let total = read(m, object);
    m.new_big_int(&BigInt::from(total))
}

fn is_delta(m: &Machine, object: Address) -> bool {
    m.heap.is_instance(object, DELTA)
}

/// Nearest whole number to a quotient; in a tie the even one.
fn nearest(above: &BigInt, below: &BigInt) -> BigInt {
    let (whole, rest) = above.div_mod_floor(below);
    let twice = (rest * 2i32).abs();
    let size = below.abs();
    if twice > size || twice == size && whole.is_odd() { whole + 1 } else { whole }
}

fn make(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    const NAMES: [&str; 7] = ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"];
    const IN_ORDER: [(usize, &str, i64); 7] = [
        (2, "microseconds", 1),
        (3, "milliseconds", 1_000),
        (1, "seconds", 1_000_000),
        (4, "minutes", 60_000_000),
        (5, "hours", 3_600_000_000),
        (0, "days", 86_400_000_000),
        (6, "weeks", 604_800_000_000),
    ];
    let given = arguments.parsed(m, "__new__", NAMES, 0, 7)?;
    let (mut total, mut left) = (BigInt::zero(), 0.0);
    for (at, name, unit) in IN_ORDER {
        if let Some(object) = given[at] {
            total += component(m, object, name, unit, &mut left)?;
        }
    }
    if left != 0.0 {
        let mut whole = f64::round(left);
        if (whole - left).abs() == 0.5 {
            let odd = f64::from(u8::from(total.is_odd()));
            whole = 2.0 * ((left + odd) * 0.5).round() - odd;
        }
        total += whole as i64;
    }
    new_big(m, arguments.self_, &total)
}

/// So many units in whole microseconds; fractions of a microsecond are added to `left`.
fn component(m: &mut Machine, object: Address, name: &str, unit: i64, left: &mut f64) -> Outcome<BigInt> {
    if m.is_int(object) {
        return Ok(m.big_int(object) * unit);
    }
    if m.heap.kind(object) != Kind::Float {
        let found = m.type_name(object);
        return m.type_error(format!("unsupported type for timedelta {name} component: {found}"));
    }
    let value = m.heap.float_value(object);
    let Some(whole) = crate::method::int_text::truncated(value) else {
        return if value.is_nan() {
            m.value_error("cannot convert float NaN to integer")
        } else {
            Err(m.raise(StaticType::OverflowError, "cannot convert float infinity to integer"))
        };
    };
    let rest = value.fract() * unit as f64;
    *left += rest.fract();
    Ok(whole * unit + rest.trunc() as i64)
}

fn sum(m: &mut Machine, a: Address, b: Address, sign: i128) -> Outcome {
    if !is_delta(m, a) || !is_delta(m, b) {
        return m.not_implemented();
    }
    let total = read(m, a) + sign * read(m, b);
    new(m, total)
}

/// The exact value of a float as a quotient.
fn ratio(m: &mut Machine, object: Address) -> Outcome<(BigInt, BigInt)> {
    let value = m.call_method(object, "as_integer_ratio", &[])?;
    let pair = if m.heap.is_instance(value, StaticType::Tuple) {
        match m.heap.tuple_items(value)[..] {
            [above, below] if m.is_int(above) && m.is_int(below) => Ok((m.big_int(above), m.big_int(below))),
            [_, _] => m.type_error("as_integer_ratio() must return two ints"),
            _ => m.value_error("as_integer_ratio() must return a 2-tuple"),
        }
    } else {
        let found = m.type_name(value);
        m.type_error(format!("unexpected return type from as_integer_ratio(): expected tuple, got '{found}'"))
    };
    m.decref(value);
    pair
}

fn multiply(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (total, factor) = (BigInt::from(read(m, arguments.self_)), arguments.positional[0]);
    if m.is_int(factor) {
        let product = total * m.big_int(factor);
        return new_big(m, DELTA.address(), &product);
    }
    if m.heap.kind(factor) != Kind::Float {
        return m.not_implemented();
    }
    let (above, below) = ratio(m, factor)?;
    if below.is_zero() {
        return zero_division(m, "division by zero");
    }
    new_big(m, DELTA.address(), &nearest(&(total * above), &below))
}

fn zero_division<T>(m: &mut Machine, text: &str) -> Outcome<T> {
    Err(m.raise(StaticType::ZeroDivisionError, text))
}

/// `a / b`
fn divide(m: &mut Machine, a: Address, b: Address) -> Outcome {
    if !is_delta(m, a) {
        return m.not_implemented();
    }
    if is_delta(m, b) {
        let (x, y) = (micros(m, a), micros(m, b));
        let result = m.binary(BinaryOp::TrueDivide, x, y);
        m.decref(x);
        m.decref(y);
        return result;
    }
    let total = BigInt::from(read(m, a));
    if m.is_int(b) {
        let divisor = m.big_int(b);
        if divisor.is_zero() {
            return zero_division(m, "integer division or modulo by zero");
        }
        return new_big(m, DELTA.address(), &nearest(&total, &divisor));
    }
    if m.heap.kind(b) != Kind::Float {
        return m.not_implemented();
    }
    let (above, below) = ratio(m, b)?;
    if above.is_zero() {
        return zero_division(m, "division by zero");
    }
    new_big(m, DELTA.address(), &nearest(&(total * below), &above))
}

/// What of a division is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    Rest,
    Both,
}

fn divided(m: &mut Machine, a: Address, b: Address, part: Part) -> Outcome {
    if !is_delta(m, a) {
        return m.not_implemented();
    }
    let total = BigInt::from(read(m, a));
    let by_int = m.is_int(b) && part == Part::Whole;
    if !by_int && !is_delta(m, b) {
        return m.not_implemented();
    }
    let divisor = if by_int { m.big_int(b) } else { BigInt::from(read(m, b)) };
    if divisor.is_zero() {
        return zero_division(m, "integer division or modulo by zero");
    }
    let (whole, rest) = total.div_mod_floor(&divisor);
    match part {
        Part::Whole if by_int => new_big(m, DELTA.address(), &whole),
        Part::Whole => Ok(m.new_big_int(&whole)),
        Part::Rest => new_big(m, DELTA.address(), &rest),
        Part::Both => {
            let parts = [m.new_big_int(&whole), new_big(m, DELTA.address(), &rest)?];
            Ok(m.heap.new_tuple_from(&parts))
        }
    }
}

/// Comparisons.
pub(super) fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let other = arguments.positional[0];
    if !is_delta(m, other) {
        return m.not_implemented();
    }
    m.truth(op.holds(read(m, arguments.self_).cmp(&read(m, other))))
}

/// The hash of a duration of so many microseconds: that of the tuple of its three parts.
pub fn hash_of(total: i128) -> i64 {
    let rest = total.rem_euclid(DAY);
    let parts = [total.div_euclid(DAY), rest / 1_000_000, rest % 1_000_000];
    hash_items(&parts.map(|part| if part == -1 { -2 } else { part as i64 }))
}

fn hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if m.word(arguments.self_, HASH) == -1 {
        let hash = hash_of(read(m, arguments.self_));
        m.set_word(arguments.self_, HASH, hash);
    }
    arguments.hash(m, m.word(arguments.self_, HASH))
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut parts = Vec::new();
    for (name, offset) in [("days", DAYS), ("seconds", SECONDS), ("microseconds", MICROSECONDS)] {
        let value = m.heap.memory.i32(arguments.self_.plus(offset));
        if value != 0 {
            parts.push(format!("{name}={value}"));
        }
    }
    if parts.is_empty() {
        parts.push("0".to_owned());
    }
    let name = m.heap.type_of(arguments.self_);
    let title = m.full_type_title(name);
    m.new_text(&format!("{title}({})", parts.join(", ")))
}

fn text(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let part = |offset: u64| m.heap.memory.i32(arguments.self_.plus(offset));
    let (days, seconds, micro) = (part(DAYS), part(SECONDS), part(MICROSECONDS));
    let mut text = String::new();
    if days != 0 {
        text = format!("{days} day{}, ", if days == 1 || days == -1 { "" } else { "s" });
    }
    text.push_str(&format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60));
    if micro != 0 {
        text.push_str(&format!(".{micro:06}"));
    }
    m.new_text(&text)
}

impl Machine {
    /// `tp_name`: with the module where the type is a builtin one, bare where a class statement made it.
    pub(crate) fn full_type_title(&self, type_: Address) -> String {
        match self.heap.builtin_type(type_) {
            Some(which) => which.row().name.to_owned(),
            None => self.name_of_type(type_),
        }
    }
}
