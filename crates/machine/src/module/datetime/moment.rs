//! `datetime`: attributes, arithmetic, comparisons, text.

use heapglass_heap::{Address, layout::native::datetime::HASH};

use super::{
    DATETIME, DELTA,
    calendar::{Civil, DAY, EPOCH},
    date::{self, field},
    delta, fields, iso, moment_make,
    shared::{self, beyond, expect_zone, number, offset_of, utc_offset},
    time::{self, repr_tail, zone_or_none},
    zone,
};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
    types::object_type::getattribute,
};

/// The names of the arguments.
pub const NAMES: [&str; 9] =
    ["year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"];

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::slot(DATETIME, "__repr__", repr),
    NativeRow::slot(DATETIME, "__hash__", hash),
    NativeRow::slot(DATETIME, "__str__", |m, a| {
        let (key, blank) = (m.name("sep"), m.heap.new_str(" "));
        let method = m.get_attribute_named(a.self_, "isoformat")?;
        let result = m.call(method, &[], &[(key, blank)]);
        m.decref(method);
        m.decref(blank);
        result
    }),
    NativeRow::slot(DATETIME, "__getattribute__", getattribute),
    NativeRow::slot(DATETIME, "__add__", |m, a| moved(m, a.self_, a.positional[0], 1)),
    NativeRow::slot(DATETIME, "__radd__", |m, a| moved(m, a.self_, a.positional[0], 1)),
    NativeRow::slot(DATETIME, "__sub__", |m, a| {
        if fields::is_moment(m, a.positional[0]) {
            return apart(m, a.self_, a.positional[0]);
        }
        moved(m, a.self_, a.positional[0], -1)
    }),
    NativeRow::slot(DATETIME, "__rsub__", |m, _| m.not_implemented()),
    NativeRow::no_arguments(DATETIME, "date", |m, a| {
        let civil = fields::read(m, a.self_);
        Ok(fields::new_date(m, super::DATE.address(), &civil))
    }),
    NativeRow::no_arguments(DATETIME, "time", |m, a| {
        let civil = fields::read(m, a.self_);
        Ok(fields::new_time(m, super::TIME.address(), &civil, Address::NULL))
    }),
    NativeRow::no_arguments(DATETIME, "timetz", |m, a| {
        let (civil, zone) = (fields::read(m, a.self_), fields::tzinfo(m, a.self_));
        Ok(fields::new_time(m, super::TIME.address(), &civil, zone))
    }),
    NativeRow::no_arguments(DATETIME, "ctime", |m, a| m.new_text(&iso::show_ctime(&fields::read(m, a.self_)))),
    NativeRow::no_arguments(DATETIME, "timetuple", |m, a| {
        let zone = fields::tzinfo(m, a.self_);
        let saving = match offset_of(m, zone, "dst", a.self_)? {
            None => -1,
            Some(saving) => i64::from(saving != 0),
        };
        let civil = fields::read(m, a.self_);
        Ok(m.new_time_tuple(&shared::broken_down(&civil), saving))
    }),
    NativeRow::no_arguments(DATETIME, "timestamp", timestamp),
    NativeRow::no_arguments(DATETIME, "utctimetuple", |m, a| {
        let offset = utc_offset(m, a.self_)?.unwrap_or(0);
        let Some(civil) = Civil::at(fields::read(m, a.self_).total() - offset) else { return beyond(m) };
        Ok(m.new_time_tuple(&shared::broken_down(&civil), 0))
    }),
    NativeRow::keywords(DATETIME, "isoformat", isoformat),
    NativeRow::no_arguments(DATETIME, "utcoffset", |m, a| shared::ask_offset(m, a, "utcoffset")),
    NativeRow::no_arguments(DATETIME, "tzname", shared::ask_name),
    NativeRow::no_arguments(DATETIME, "dst", |m, a| shared::ask_offset(m, a, "dst")),
    NativeRow::keywords(DATETIME, "replace", |m, a| {
        let given = a.parsed(m, "replace", NAMES, 0, 8)?;
        let mut civil = fields::read(m, a.self_);
        date::set_fields(m, &mut civil, &given[..3])?;
        time::set_fields(m, &mut civil, &given[3..7], given[8])?;
        let zone = if given[7].is_some() { expect_zone(m, given[7])? } else { fields::tzinfo(m, a.self_) };
        let class = m.heap.type_of(a.self_);
        moment_make::of_class(m, class, &civil, zone)
    }),
    NativeRow::keywords(DATETIME, "astimezone", as_zone),
    NativeRow::one(DATETIME, "__reduce_ex__", |m, a| {
        let protocol = number(m, a.positional[0])?;
        reduce(m, a.self_, protocol)
    }),
    NativeRow::no_arguments(DATETIME, "__reduce__", |m, a| reduce(m, a.self_, 2)),
    field!(DATETIME, "hour", hour),
    field!(DATETIME, "minute", minute),
    field!(DATETIME, "second", second),
    field!(DATETIME, "microsecond", microsecond),
    NativeRow::get(DATETIME, "tzinfo", |m, a| zone_or_none(m, a.self_)),
    field!(DATETIME, "fold", fold),
];

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (civil, class) = (fields::read(m, arguments.self_), m.heap.type_of(arguments.self_));
    let Civil { year, month, day, hour, minute, second, microsecond, fold } = civil;
    let mut text = format!("{}({year}, {month}, {day}, {hour}, {minute}", m.full_type_title(class));
    if second != 0 || microsecond != 0 {
        text.push_str(&format!(", {second}"));
    }
    if microsecond != 0 {
        text.push_str(&format!(", {microsecond}"));
    }
    text.push_str(&repr_tail(m, arguments.self_, fold)?);
    m.new_text(&(text + ")"))
}

fn isoformat(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [separator, timespec] = arguments.parsed(m, "isoformat", ["sep", "timespec"], 0, 2)?;
    let separator = match separator {
        None => "T".to_owned(),
        Some(object) if m.is_str(object) && m.heap.str_len(object) == 1 => m.heap.str_text(object),
        Some(object) => {
            let name = m.type_name(object);
            return m.type_error(format!("isoformat() argument 1 must be a unicode character, not {name}"));
        }
    };
    let mut text = iso::show_date(&fields::read(m, arguments.self_)) + &separator;
    text.push_str(&time::shown(m, arguments.self_, timespec)?);
    if let Some(offset) = utc_offset(m, arguments.self_)? {
        text.push_str(&iso::show_offset(offset, ":"));
    }
    m.new_text(&text)
}

/// The same point on the calendar so many microseconds later, with its time zone.
pub fn moved_by(m: &mut Machine, moment: Address, micros: i128) -> Outcome {
    let Some(civil) = Civil::at(fields::read(m, moment).total() + micros) else { return beyond(m) };
    let (class, zone) = (m.heap.type_of(moment), fields::tzinfo(m, moment));
    moment_make::of_class(m, class, &civil, zone)
}

fn moved(m: &mut Machine, moment: Address, duration: Address, sign: i128) -> Outcome {
    if !m.heap.is_instance(duration, DELTA) {
        return m.not_implemented();
    }
    let micros = sign * delta::read(m, duration);
    moved_by(m, moment, micros)
}

/// The offsets of two datetimes; none is asked for where both have the same time zone.
fn offsets(m: &mut Machine, a: Address, b: Address) -> Outcome<(Option<i128>, Option<i128>)> {
    if fields::tzinfo(m, a) == fields::tzinfo(m, b) {
        return Ok((None, None));
    }
    Ok((utc_offset(m, a)?, utc_offset(m, b)?))
}

fn apart(m: &mut Machine, a: Address, b: Address) -> Outcome {
    let (first, second) = offsets(m, a, b)?;
    if first.is_some() != second.is_some() {
        return m.type_error("can't subtract offset-naive and offset-aware datetimes");
    }
    let between = fields::read(m, a).total() - first.unwrap_or(0) - fields::read(m, b).total() + second.unwrap_or(0);
    delta::new(m, between)
}

/// The same datetime with another `fold`, a new reference.
fn with_fold(m: &mut Machine, object: Address, fold: i64) -> Address {
    let (civil, zone) = (fields::read(m, object), fields::tzinfo(m, object));
    fields::new_moment(m, DATETIME.address(), &Civil { fold, ..civil }, zone)
}

/// Whether the offset depends on `fold`: such a time equals none of another zone (PEP 495).
fn is_problematic(m: &mut Machine, object: Address, offset: Option<i128>) -> Outcome<bool> {
    let fold = fields::read(m, object).fold;
    let flipped = with_fold(m, object, 1 - fold);
    let other = utc_offset(m, flipped);
    m.decref(flipped);
    Ok(other? != offset)
}

/// Comparisons.
pub(super) fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    let equality = matches!(op, CompareOp::Eq | CompareOp::Ne);
    if !fields::is_moment(m, b) {
        if !fields::is_date(m, b) {
            return m.not_implemented();
        }
        if equality {
            return m.truth(op == CompareOp::Ne);
        }
        let names = [a, b].map(|object| {
            let type_ = m.heap.type_of(object);
            m.full_type_title(type_)
        });
        return m.type_error(format!("can't compare {} to {}", names[0], names[1]));
    }
    let (x, y) = (fields::read(m, a).total(), fields::read(m, b).total());
    if fields::tzinfo(m, a) == fields::tzinfo(m, b) {
        return m.truth(op.holds(x.cmp(&y)));
    }
    let (first, second) = (utc_offset(m, a)?, utc_offset(m, b)?);
    if first.is_some() != second.is_some() {
        if equality {
            return m.truth(op == CompareOp::Ne);
        }
        return m.type_error("can't compare offset-naive and offset-aware datetimes");
    }
    let order = (x - first.unwrap_or(0)).cmp(&(y - second.unwrap_or(0)));
    if equality && order.is_eq() && (is_problematic(m, a, first)? || is_problematic(m, b, second)?) {
        return m.truth(op == CompareOp::Ne);
    }
    m.truth(op.holds(order))
}

fn hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    if m.word(this, HASH) == -1 {
        let civil = fields::read(m, this);
        let offset = if civil.fold == 0 {
            utc_offset(m, this)?
        } else {
            let plain = with_fold(m, this, 0);
            let offset = utc_offset(m, plain);
            m.decref(plain);
            offset?
        };
        let hash = match offset {
            None => shared::bytes_hash(m, &fields::moment_bytes(&civil)),
            Some(offset) => delta::hash_of(civil.total() - offset),
        };
        m.set_word(this, HASH, hash);
    }
    arguments.hash(m, m.word(this, HASH))
}

fn timestamp(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let civil = fields::read(m, arguments.self_);
    let since = civil.total() - i128::from(EPOCH) * DAY;
    if fields::tzinfo(m, arguments.self_).is_null() {
        // The local time, which is UTC here; that of the day before is asked for, too.
        if civil.ordinal() <= 1 {
            return m.value_error("year 0 is out of range");
        }
        let seconds = since.div_euclid(1_000_000) as f64 + civil.microsecond as f64 / 1e6;
        return Ok(m.heap.new_float(seconds));
    }
    let offset = utc_offset(m, arguments.self_)?.unwrap_or(0);
    let total = delta::new(m, since - offset)?;
    let result = m.call_method(total, "total_seconds", &[]);
    m.decref(total);
    result
}

/// `astimezone(tz=None)`: the same point in time in another zone, by default the local one.
fn as_zone(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [wanted] = arguments.parsed(m, "astimezone", ["tz"], 0, 1)?;
    let wanted = expect_zone(m, wanted)?;
    let this = arguments.self_;
    let own = fields::tzinfo(m, this);
    if !own.is_null() && own == wanted {
        return Ok(m.incref(this));
    }
    let offset = utc_offset(m, this)?.unwrap_or(0);
    let Some(civil) = Civil::at(fields::read(m, this).total() - offset) else { return beyond(m) };
    let target = if wanted.is_null() { local_zone(m)? } else { m.incref(wanted) };
    let utc = fields::new_moment(m, DATETIME.address(), &civil, target);
    let result = m.call_method(target, "fromutc", &[utc]);
    m.decref(utc);
    m.decref(target);
    result
}

/// `timezone(timedelta(0), 'UTC')`, a new reference.
fn local_zone(m: &mut Machine) -> Outcome {
    let (zero, name) = (delta::new(m, 0)?, m.heap.new_str("UTC"));
    let zone = zone::new_zone(m, zero, name);
    m.decref(zero);
    m.decref(name);
    Ok(zone)
}

fn reduce(m: &mut Machine, object: Address, protocol: i64) -> Outcome {
    let civil = fields::read(m, object);
    let mut state = fields::moment_bytes(&civil);
    if protocol > 3 && civil.fold != 0 {
        state[2] |= 0x80;
    }
    time::reduced(m, object, &state)
}
