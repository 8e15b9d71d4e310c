//! What dates and times ask of time zones, and what they have in common.

use heapglass_heap::{Address, static_type::StaticType};

use super::{DELTA, TZINFO, calendar::DAY, delta, fields};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
};

/// The rows of comparisons of a type.
macro_rules! comparisons {
    ($which:ident, $function:path) => {
        [
            NativeRow::slot($which, "__lt__", |m, a| $function(m, a, CompareOp::Lt)),
            NativeRow::slot($which, "__le__", |m, a| $function(m, a, CompareOp::Le)),
            NativeRow::slot($which, "__eq__", |m, a| $function(m, a, CompareOp::Eq)),
            NativeRow::slot($which, "__ne__", |m, a| $function(m, a, CompareOp::Ne)),
            NativeRow::slot($which, "__gt__", |m, a| $function(m, a, CompareOp::Gt)),
            NativeRow::slot($which, "__ge__", |m, a| $function(m, a, CompareOp::Ge)),
        ]
    };
}

/// Comparisons of dates.
pub const DATE_ROWS: &[NativeRow] = &comparisons!(DATE, super::date::compare);
/// Comparisons of times.
pub const TIME_ROWS: &[NativeRow] = &comparisons!(TIME, super::time::compare);
/// Comparisons of datetimes.
pub const MOMENT_ROWS: &[NativeRow] = &comparisons!(DATETIME, super::moment::compare);
/// Comparisons of durations.
pub const DELTA_ROWS: &[NativeRow] = &comparisons!(DELTA, super::delta::compare);
/// Comparisons of time zones.
pub const ZONE_ROWS: &[NativeRow] = &comparisons!(ZONE, super::zone::compare);

use super::{DATE, DATETIME, TIME, ZONE};

/// An argument that has to be a time zone or `None`; borrowed, null for `None`.
pub fn expect_zone(m: &mut Machine, object: Option<Address>) -> Outcome {
    match object.filter(|object| !m.heap.is_none(*object)) {
        None => Ok(Address::NULL),
        Some(zone) if m.heap.is_instance(zone, TZINFO) => Ok(zone),
        Some(other) => {
            let name = m.type_name(other);
            m.type_error(format!("tzinfo argument must be None or of a tzinfo subclass, not type '{name}'"))
        }
    }
}

/// An int argument of a field.
pub fn number(m: &mut Machine, object: Address) -> Outcome<i64> {
    let value = m.index_to_i64(object, StaticType::OverflowError)?;
    if i32::try_from(value).is_err() {
        let text = if value > 0 {
            "signed integer is greater than maximum"
        } else {
            "signed integer is less than minimum"
        };
        return Err(m.raise(StaticType::OverflowError, text));
    }
    Ok(value)
}

/// Raises the `OverflowError` of a date beyond the years 1 to 9999.
pub fn beyond<T>(m: &mut Machine) -> Outcome<T> {
    Err(m.raise(StaticType::OverflowError, "date value out of range"))
}

/// What `tzinfo.utcoffset(dt)` or `tzinfo.dst(dt)` says, in microseconds; `None` without a time zone, or if it says so.
pub fn offset_of(m: &mut Machine, zone: Address, method: &str, argument: Address) -> Outcome<Option<i128>> {
    if zone.is_null() {
        return Ok(None);
    }
    let result = m.call_method(zone, method, &[argument])?;
    if m.heap.is_none(result) {
        return Ok(None);
    }
    if !m.heap.is_instance(result, DELTA) {
        let name = m.type_name(result);
        m.decref(result);
        return m.type_error(format!("tzinfo.{method}() must return None or a timedelta, not '{name}'"));
    }
    let offset = delta::read(m, result);
    m.decref(result);
    if offset.abs() >= DAY {
        return m.value_error("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).");
    }
    Ok(Some(offset))
}

/// What a time or datetime hands to its time zone: itself, or `None`.
pub fn zone_argument(m: &Machine, object: Address) -> Address {
    if m.heap.is_instance(object, TIME) { m.heap.none() } else { object }
}

/// The offset of a time or datetime from UTC.
pub fn utc_offset(m: &mut Machine, object: Address) -> Outcome<Option<i128>> {
    let (zone, argument) = (fields::tzinfo(m, object), zone_argument(m, object));
    offset_of(m, zone, "utcoffset", argument)
}

/// The rows' `utcoffset`, `dst`: what the time zone says, as an object.
pub fn ask_offset(m: &mut Machine, arguments: Arguments<'_>, method: &str) -> Outcome {
    let (zone, argument) = (fields::tzinfo(m, arguments.self_), zone_argument(m, arguments.self_));
    match offset_of(m, zone, method, argument)? {
        Some(offset) => delta::new(m, offset),
        None => m.none(),
    }
}

/// `tzname()`.
pub fn ask_name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (zone, argument) = (fields::tzinfo(m, arguments.self_), zone_argument(m, arguments.self_));
    if zone.is_null() {
        return m.none();
    }
    let result = m.call_method(zone, "tzname", &[argument])?;
    if m.heap.is_none(result) || m.is_str(result) {
        return Ok(result);
    }
    let name = m.type_name(result);
    m.decref(result);
    m.type_error(format!("tzinfo.tzname() must return None or a string, not '{name}'"))
}

/// `__format__`: `str()` without a specification, or `strftime`.
pub fn format(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if !m.is_str(arguments.positional[0]) {
        let name = m.type_name(arguments.positional[0]);
        return m.type_error(format!("__format__() argument 1 must be str, not {name}"));
    }
    if m.heap.str_len(arguments.positional[0]) == 0 {
        return m.str(arguments.self_);
    }
    m.call_method(arguments.self_, "strftime", &[arguments.positional[0]])
}

/// `strftime`: `%f`, `%z` and `%Z` are put in here, the rest is the affair of the C library.
pub fn strftime(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [template] = arguments.parsed(m, "strftime", ["format"], 1, 1)?;
    let template = template.unwrap_or(arguments.self_);
    if !m.is_str(template) {
        let name = m.type_name(template);
        return m.type_error(format!("strftime() argument 1 must be str, not {name}"));
    }
    let this = arguments.self_;
    let text = m.heap.str_text(template);
    let mut civil = fields::read(m, this);
    if m.heap.is_instance(this, TIME) {
        (civil.year, civil.month, civil.day) = (1900, 1, 1);
    }
    let has_zone = !m.heap.is_instance(this, super::DATE) || fields::is_moment(m, this);
    let mut prepared = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find('%') {
        prepared.push_str(&rest[..at]);
        rest = &rest[at..];
        let (length, shown) = if rest.starts_with("%f") {
            (2, format!("{:06}", civil.microsecond))
        } else if rest.starts_with("%z") || rest.starts_with("%:z") {
            let colon = rest.starts_with("%:z");
            let offset = if has_zone { utc_offset(m, this)? } else { None };
            let separator = if colon { ":" } else { "" };
            (2 + usize::from(colon), offset.map_or_else(String::new, |offset| super::iso::show_offset(offset, separator)))
        } else if rest.starts_with("%Z") {
            (2, zone_name(m, this, has_zone)?.replace('%', "%%"))
        } else {
            let length = rest.chars().take(2).map(char::len_utf8).sum();
            (length, rest[..length].to_owned())
        };
        prepared.push_str(&shown);
        rest = &rest[length..];
    }
    prepared.push_str(rest);
    let fields = broken_down(&civil);
    m.new_text(&crate::module::time::format::format(&prepared, &fields))
}

fn zone_name(m: &mut Machine, object: Address, has_zone: bool) -> Outcome<String> {
    if !has_zone {
        return Ok(String::new());
    }
    let name = ask_name(m, Arguments::of(object, &[]))?;
    let text = if m.is_str(name) { m.heap.str_text(name) } else { String::new() };
    m.decref(name);
    Ok(text)
}

/// The fields of a `struct_time`.
pub fn broken_down(civil: &super::calendar::Civil) -> crate::module::time::format::Fields {
    crate::module::time::format::Fields {
        year: civil.year,
        month: civil.month,
        day: civil.day,
        hour: civil.hour,
        minute: civil.minute,
        second: civil.second,
        weekday: super::calendar::weekday(civil.ordinal()),
        day_of_year: super::iso::day_of_year(civil),
    }
}

/// The bytes of an object whose hash is that of its bytes.
pub fn bytes_hash(m: &mut Machine, bytes: &[u8]) -> i64 {
    let object = m.heap.new_bytes(bytes);
    let hash = m.heap.bytes_hash(object);
    m.decref(object);
    hash
}
