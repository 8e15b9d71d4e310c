//! How a `datetime` comes about: from numbers, timestamps, text, the clock.

use heapglass_heap::{Address, Kind, static_type::StaticType};

use super::{
    DATE, DATETIME, TIME,
    calendar::{Civil, EPOCH},
    date::{self, invalid, state_bytes},
    fields, iso,
    moment::NAMES,
    shared::expect_zone,
    time,
};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(DATETIME, make),
    NativeRow::class_method(DATETIME, "now", |m, a| {
        let [zone] = a.parsed(m, "now", ["tz"], 0, 1)?;
        let zone = expect_zone(m, zone)?;
        let nanoseconds = m.wall_clock();
        of_seconds(m, a.self_, nanoseconds.div_euclid(1_000_000_000), nanoseconds.rem_euclid(1_000_000_000) / 1000, zone)
    }),
    NativeRow::class_method(DATETIME, "utcnow", |m, a| {
        a.no_keywords(m, "utcnow")?;
        a.arity(m, "utcnow", 0, 0)?;
        deprecated(m, "utcnow", "now(datetime.UTC)")?;
        let nanoseconds = m.wall_clock();
        let micros = nanoseconds.rem_euclid(1_000_000_000) / 1000;
        of_seconds(m, a.self_, nanoseconds.div_euclid(1_000_000_000), micros, Address::NULL)
    }),
    NativeRow::class_method(DATETIME, "fromtimestamp", |m, a| {
        let [stamp, zone] = a.parsed(m, "fromtimestamp", ["timestamp", "tz"], 1, 2)?;
        let zone = expect_zone(m, zone)?;
        let (seconds, micros) = split_seconds(m, stamp.unwrap_or(a.self_))?;
        of_seconds(m, a.self_, seconds, micros, zone)
    }),
    NativeRow::class_method(DATETIME, "utcfromtimestamp", |m, a| {
        a.no_keywords(m, "utcfromtimestamp")?;
        a.arity(m, "utcfromtimestamp", 1, 1)?;
        deprecated(m, "utcfromtimestamp", "fromtimestamp(t, datetime.UTC)")?;
        let (seconds, micros) = split_seconds(m, a.positional[0])?;
        of_seconds(m, a.self_, seconds, micros, Address::NULL)
    }),
    NativeRow::class_method(DATETIME, "strptime", |m, a| {
        a.arity(m, "strptime", 2, 2)?;
        for (at, object) in a.positional.iter().enumerate() {
            if !m.is_str(*object) {
                let name = m.type_name(*object);
                return m.type_error(format!("strptime() argument {} must be str, not {name}", at + 1));
            }
        }
        let module = m.import_module("_strptime")?;
        let result = m.call_method(module, "_strptime_datetime", &[a.self_, a.positional[0], a.positional[1]]);
        m.decref(module);
        result
    }),
    NativeRow::class_method(DATETIME, "combine", combine),
    NativeRow::class_method(DATETIME, "fromisoformat", from_iso),
];

/// The deprecation of the functions that know no time zone.
fn deprecated(m: &mut Machine, name: &str, instead: &str) -> Outcome<()> {
    let text = format!(
        "datetime.datetime.{name}() is deprecated and scheduled for removal in a future version. Use timezone-aware objects \
         to represent datetimes in UTC: datetime.datetime.{instead}."
    );
    let (module, text) = (m.import_module("warnings")?, m.heap.new_str(&text));
    let result = m.call_method(module, "warn", &[text, StaticType::DeprecationWarning.address()]);
    m.decref(module);
    m.decref(text);
    let result = result?;
    m.decref(result);
    Ok(())
}

fn checked(m: &mut Machine, class: Address, civil: &Civil, zone: Address) -> Outcome {
    if let Some(complaint) = civil.wrong_date() {
        return m.value_error(complaint);
    }
    match civil.wrong_time() {
        Some(complaint) => m.value_error(complaint),
        None => Ok(fields::new_moment(m, class, civil, zone)),
    }
}

/// An instance of a class: made here, or by calling a subclass. The zone is borrowed, null for none.
pub fn of_class(m: &mut Machine, class: Address, civil: &Civil, zone: Address) -> Outcome {
    if class == DATETIME.address() {
        return checked(m, class, civil, zone);
    }
    let Civil { year, month, day, hour, minute, second, microsecond, fold } = *civil;
    let numbers = [year, month, day, hour, minute, second, microsecond].map(|value| m.heap.new_int(value));
    let none = m.heap.none();
    let mut parts = numbers.to_vec();
    parts.push(zone.non_null().unwrap_or(none));
    let (key, fold_object) = (m.name("fold"), m.heap.new_int(fold));
    let named = [(key, fold_object)];
    let result = m.call(class, &parts, if fold == 0 { &[] } else { &named });
    for part in numbers {
        m.decref(part);
    }
    m.decref(fold_object);
    result
}

fn make(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if let [state, rest @ ..] = arguments.positional
        && rest.len() < 2
        && arguments.keywords.is_empty()
        && let Some(mut bytes) = state_bytes(m, *state, 10)
        && (1..=12).contains(&(bytes[2] & 0x7F))
    {
        let zone = rest.first().copied().filter(|zone| !m.heap.is_none(*zone)).unwrap_or(Address::NULL);
        if !zone.is_null() && !m.heap.is_instance(zone, super::TZINFO) {
            return m.type_error("bad tzinfo state arg");
        }
        let fold = i64::from(bytes[2] >> 7);
        bytes[2] &= 0x7F;
        let civil = fields::read_time_bytes(fields::read_date_bytes(&bytes), &bytes[4..]);
        return Ok(fields::new_moment(m, arguments.self_, &Civil { fold, ..civil }, zone));
    }
    let given = arguments.parsed(m, "", NAMES, 3, 8)?;
    let mut civil = Civil::default();
    date::set_fields(m, &mut civil, &given[..3])?;
    time::set_fields(m, &mut civil, &given[3..7], given[8])?;
    let zone = expect_zone(m, given[7])?;
    checked(m, arguments.self_, &civil, zone)
}

/// Seconds since 1970 without their fraction.
pub fn whole_seconds(m: &mut Machine, object: Address) -> Outcome<i64> {
    if m.heap.kind(object) == Kind::Float {
        let value = m.heap.float_value(object);
        if value.is_nan() {
            return m.value_error("Invalid value NaN (not a number)");
        }
        if value.abs() >= 9.2e18 {
            return Err(m.raise(StaticType::OverflowError, "timestamp out of range for platform time_t"));
        }
        return Ok(value.floor() as i64);
    }
    let int = m.index(object)?;
    let value = m.heap.int_to_i64(int);
    m.decref(int);
    match value {
        Some(value) => Ok(value),
        None => Err(m.raise(StaticType::OverflowError, "timestamp out of range for platform time_t")),
    }
}

/// Seconds and microseconds of a timestamp, rounded to the nearest even microsecond.
fn split_seconds(m: &mut Machine, object: Address) -> Outcome<(i64, i64)> {
    let whole = whole_seconds(m, object)?;
    if m.heap.kind(object) != Kind::Float {
        return Ok((whole, 0));
    }
    let value = m.heap.float_value(object);
    let micros = (value.fract() * 1e6).round_ties_even() as i64;
    let total = i128::from(value.trunc() as i64) * 1_000_000 + i128::from(micros);
    Ok((total.div_euclid(1_000_000) as i64, total.rem_euclid(1_000_000) as i64))
}

/// Raises the `ValueError` of a timestamp far away.
pub fn year_out_of_range(m: &mut Machine, seconds: i64) -> Outcome {
    let days = seconds.div_euclid(86_400) + EPOCH;
    let year = super::calendar::date_of(days).0;
    m.value_error(format!("year {year} is out of range"))
}

/// The point so many seconds after 1970, in local time (UTC) or in a zone.
fn of_seconds(m: &mut Machine, class: Address, seconds: i64, micros: i64, zone: Address) -> Outcome {
    let total = (i128::from(seconds) + i128::from(EPOCH) * 86_400) * 1_000_000 + i128::from(micros);
    let Some(civil) = Civil::at(total) else { return year_out_of_range(m, seconds) };
    let moment = of_class(m, class, &civil, zone)?;
    if zone.is_null() {
        return Ok(moment);
    }
    let result = m.call_method(zone, "fromutc", &[moment]);
    m.decref(moment);
    result
}

fn combine(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [day, clock, zone] = arguments.parsed(m, "combine", ["date", "time", "tzinfo"], 2, 3)?;
    let [day, clock] = [day, clock].map(|object| object.unwrap_or(arguments.self_));
    for (at, object, which) in [(1, day, DATE), (2, clock, TIME)] {
        if !m.heap.is_instance(object, which) {
            let (wanted, found) = (which.row().name, m.type_name(object));
            return m.type_error(format!("combine() argument {at} must be {wanted}, not {found}"));
        }
    }
    let zone = if zone.is_some() { expect_zone(m, zone)? } else { fields::tzinfo(m, clock) };
    let (on, at) = (fields::read(m, day), fields::read(m, clock));
    of_class(m, arguments.self_, &Civil { year: on.year, month: on.month, day: on.day, ..at }, zone)
}

fn from_iso(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "fromisoformat", 1, 1)?;
    let given = arguments.positional[0];
    if !m.is_str(given) {
        return m.type_error("fromisoformat: argument must be str");
    }
    let text = m.heap.str_text(given);
    let Some(length) = iso::date_length(text.as_bytes()).map(|length| length.min(text.len())) else {
        return invalid(m, given);
    };
    if !text.is_char_boundary(length) {
        return invalid(m, given);
    }
    let (day, rest) = text.split_at(length);
    let on = match iso::date(day.as_bytes()) {
        Ok(on) => on,
        Err(complaint) if complaint.is_empty() => return invalid(m, given),
        Err(complaint) => return m.value_error(complaint),
    };
    let mut letters = rest.chars();
    let (civil, offset) = if letters.next().is_none() {
        (Civil::default(), iso::Offset::Naive)
    } else {
        let Some(found) = iso::time(letters.as_str().as_bytes()) else { return invalid(m, given) };
        found
    };
    let zone = time::zone_of(m, offset)?;
    let civil = Civil { year: on.year, month: on.month, day: on.day, ..civil };
    let result = of_class(m, arguments.self_, &civil, zone);
    m.xdecref(zone);
    result
}
