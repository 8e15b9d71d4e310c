//! `tzinfo` and `timezone`.

use heapglass_heap::{
    Address,
    layout::native::timezone::{NAME, OFFSET},
    static_type::StaticType,
};

use super::{
    DATETIME, DELTA, TZINFO, ZONE,
    calendar::DAY,
    delta, fields, iso,
    shared::{offset_of, utc_offset},
};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
    types::object_type::getattribute,
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(TZINFO, |m, a| Ok(m.heap.generic_allocate(a.self_, 0))),
    NativeRow::slot(TZINFO, "__getattribute__", getattribute),
    NativeRow::one(TZINFO, "tzname", |m, _| missing(m, "tzname")),
    NativeRow::one(TZINFO, "utcoffset", |m, _| missing(m, "utcoffset")),
    NativeRow::one(TZINFO, "dst", |m, _| missing(m, "dst")),
    NativeRow::one(TZINFO, "fromutc", from_utc),
    NativeRow::no_arguments(TZINFO, "__reduce__", reduce),
    NativeRow::new(ZONE, make),
    NativeRow::slot(ZONE, "__repr__", repr),
    NativeRow::slot(ZONE, "__hash__", |m, a| {
        let hash = delta::hash_of(offset(m, a.self_));
        a.hash(m, hash)
    }),
    NativeRow::slot(ZONE, "__str__", |m, a| {
        let name = name(m, a.self_);
        m.new_text(&name)
    }),
    NativeRow::one(ZONE, "tzname", |m, a| {
        check_argument(m, a.positional[0], "tzname")?;
        let name = name(m, a.self_);
        m.new_text(&name)
    }),
    NativeRow::one(ZONE, "utcoffset", |m, a| {
        check_argument(m, a.positional[0], "utcoffset")?;
        Ok(m.field_or_none(a.self_, OFFSET))
    }),
    NativeRow::one(ZONE, "dst", |m, a| {
        check_argument(m, a.positional[0], "dst")?;
        m.none()
    }),
    NativeRow::one(ZONE, "fromutc", |m, a| {
        let moment = a.positional[0];
        if !fields::is_moment(m, moment) {
            return m.type_error("fromutc: argument must be a datetime instance");
        }
        if fields::tzinfo(m, moment) != a.self_ {
            return m.value_error("fromutc: dt.tzinfo is not self");
        }
        let offset = offset(m, a.self_);
        super::moment::moved_by(m, moment, offset)
    }),
    NativeRow::no_arguments(ZONE, "__getinitargs__", |m, a| {
        let mut parts = vec![m.field_or_none(a.self_, OFFSET)];
        if let Some(name) = m.field(a.self_, NAME).non_null() {
            m.incref(name);
            parts.push(name);
        }
        Ok(m.heap.new_tuple_from(&parts))
    }),
];

fn missing(m: &mut Machine, method: &str) -> Outcome {
    Err(m.raise(StaticType::NotImplementedError, format!("a tzinfo subclass must implement {method}()")))
}

/// `timezone.utc`, borrowed.
pub fn utc(m: &mut Machine) -> Address {
    let dict = m.type_dict(ZONE.address());
    m.heap.dict_get_text(dict, "utc").unwrap_or(Address::NULL)
}

/// A new time zone; offset and name are borrowed, the name may be null.
pub fn new_zone(m: &mut Machine, offset: Address, name: Address) -> Address {
    m.incref(offset);
    if !name.is_null() {
        m.incref(name);
    }
    m.heap.new_record(ZONE, &[(OFFSET, offset), (NAME, name)])
}

/// The time zone of an offset in microseconds, a new reference.
pub fn of_offset(m: &mut Machine, micros: i128) -> Outcome {
    let offset = delta::new(m, micros)?;
    let result = make(m, Arguments::of(ZONE.address(), &[offset]));
    m.decref(offset);
    result
}

fn offset(m: &Machine, zone: Address) -> i128 {
    delta::read(m, m.field(zone, OFFSET))
}

fn name(m: &mut Machine, zone: Address) -> String {
    if let Some(name) = m.field(zone, NAME).non_null() {
        return m.heap.str_text(name);
    }
    match offset(m, zone) {
        0 => "UTC".to_owned(),
        offset => format!("UTC{}", iso::show_offset(offset, ":")),
    }
}

fn make(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [offset, name] = arguments.parsed(m, "timezone", ["offset", "name"], 1, 2)?;
    let offset = offset.unwrap_or(arguments.self_);
    if !m.heap.is_instance(offset, DELTA) {
        let found = m.type_name(offset);
        return m.type_error(format!("timezone() argument 1 must be datetime.timedelta, not {found}"));
    }
    if let Some(name) = name
        && !m.is_str(name)
    {
        let found = m.type_name(name);
        return m.type_error(format!("timezone() argument 2 must be str, not {found}"));
    }
    let micros = delta::read(m, offset);
    if name.is_none() && micros == 0 {
        let utc = utc(m);
        return Ok(m.incref(utc));
    }
    if micros.abs() >= DAY {
        let shown = m.repr_text(offset)?;
        return m.value_error(format!(
            "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {shown}."
        ));
    }
    Ok(new_zone(m, offset, name.unwrap_or(Address::NULL)))
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if arguments.self_ == utc(m) {
        return m.new_text("datetime.timezone.utc");
    }
    let mut text = m.repr_text(m.field(arguments.self_, OFFSET))?;
    if let Some(name) = m.field(arguments.self_, NAME).non_null() {
        let shown = m.repr_text(name)?;
        text.push_str(&format!(", {shown}"));
    }
    m.new_text(&format!("datetime.timezone({text})"))
}

/// Comparisons: only whether the offsets are equal.
pub(super) fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let other = arguments.positional[0];
    if !m.heap.is_instance(other, ZONE) || !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return m.not_implemented();
    }
    let equal = offset(m, arguments.self_) == offset(m, other);
    m.truth(equal == (op == CompareOp::Eq))
}

fn check_argument(m: &mut Machine, object: Address, method: &str) -> Outcome<()> {
    if m.heap.is_none(object) || m.heap.is_instance(object, DATETIME) {
        return Ok(());
    }
    let name = m.type_name(object);
    m.type_error(format!("{method}(dt) argument must be a datetime instance or None, not {name}"))
}

/// `tzinfo.fromutc`: standard offset first, then what daylight saving adds there.
fn from_utc(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (zone, moment) = (arguments.self_, arguments.positional[0]);
    if !fields::is_moment(m, moment) {
        return m.type_error("fromutc: argument must be a datetime instance");
    }
    if fields::tzinfo(m, moment) != zone {
        return m.value_error("fromutc: dt.tzinfo is not self");
    }
    let Some(offset) = utc_offset(m, moment)? else {
        return m.value_error("fromutc: non-None utcoffset() result required");
    };
    let Some(saving) = offset_of(m, zone, "dst", moment)? else {
        return m.value_error("fromutc: non-None dst() result required");
    };
    let standard = super::moment::moved_by(m, moment, offset - saving)?;
    let there = offset_of(m, zone, "dst", standard);
    let result = match there {
        Ok(Some(saving)) => super::moment::moved_by(m, standard, saving),
        Ok(None) => m.value_error("fromutc: tz.dst() gave inconsistent results; cannot convert"),
        Err(raised) => Err(raised),
    };
    m.decref(standard);
    result
}

/// Class, `__getinitargs__()`, and the state.
fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let key = m.name("__getinitargs__");
    let parts = match m.lookup_attribute(this, key)? {
        Some(method) => {
            let parts = m.call(method, &[], &[]);
            m.decref(method);
            parts?
        }
        None => m.heap.empty_tuple(),
    };
    let state = match m.call_method(this, "__getstate__", &[]) {
        Ok(state) => state,
        Err(raised) => {
            m.decref(parts);
            return Err(raised);
        }
    };
    let class = m.heap.type_of(this);
    m.incref(class);
    Ok(m.heap.new_tuple_from(&[class, parts, state]))
}
