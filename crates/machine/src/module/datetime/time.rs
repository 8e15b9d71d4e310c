//! `time`.

use heapglass_heap::{Address, layout::native::time::HASH};

use super::{
    TIME,
    calendar::Civil,
    date::{field, invalid, state_bytes},
    delta, fields,
    iso::{self, Offset},
    shared::{self, expect_zone, number, utc_offset},
    zone,
};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
    types::object_type::getattribute,
};

/// The names of the arguments.
const NAMES: [&str; 6] = ["hour", "minute", "second", "microsecond", "tzinfo", "fold"];

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(TIME, make),
    NativeRow::slot(TIME, "__repr__", repr),
    NativeRow::slot(TIME, "__hash__", hash),
    NativeRow::slot(TIME, "__str__", |m, a| m.call_method(a.self_, "isoformat", &[])),
    NativeRow::slot(TIME, "__getattribute__", getattribute),
    NativeRow::slot(TIME, "__bool__", |m, _| m.truth(true)),
    NativeRow::keywords(TIME, "isoformat", |m, a| {
        let [timespec] = a.parsed(m, "isoformat", ["timespec"], 0, 1)?;
        let mut text = shown(m, a.self_, timespec)?;
        if let Some(offset) = utc_offset(m, a.self_)? {
            text.push_str(&iso::show_offset(offset, ":"));
        }
        m.new_text(&text)
    }),
    NativeRow::keywords(TIME, "strftime", shared::strftime),
    NativeRow::one(TIME, "__format__", shared::format),
    NativeRow::no_arguments(TIME, "utcoffset", |m, a| shared::ask_offset(m, a, "utcoffset")),
    NativeRow::no_arguments(TIME, "tzname", shared::ask_name),
    NativeRow::no_arguments(TIME, "dst", |m, a| shared::ask_offset(m, a, "dst")),
    NativeRow::keywords(TIME, "replace", |m, a| {
        let given = a.parsed(m, "replace", NAMES, 0, 5)?;
        let mut civil = fields::read(m, a.self_);
        set_fields(m, &mut civil, &given[..4], given[5])?;
        let zone = if given[4].is_some() { expect_zone(m, given[4])? } else { fields::tzinfo(m, a.self_) };
        let class = m.heap.type_of(a.self_);
        of_class(m, class, &civil, zone)
    }),
    NativeRow::class_method(TIME, "fromisoformat", |m, a| {
        a.arity(m, "fromisoformat", 1, 1)?;
        let given = a.positional[0];
        if !m.is_str(given) {
            return m.type_error("fromisoformat: argument must be str");
        }
        let text = m.heap.str_text(given);
        let found = iso::time(text.strip_prefix('T').unwrap_or(&text).as_bytes());
        let Some((civil, offset)) = found else { return invalid(m, given) };
        let zone = zone_of(m, offset)?;
        let result = of_class(m, a.self_, &civil, zone);
        m.xdecref(zone);
        result
    }),
    NativeRow::one(TIME, "__reduce_ex__", |m, a| {
        let protocol = number(m, a.positional[0])?;
        reduce(m, a.self_, protocol)
    }),
    NativeRow::no_arguments(TIME, "__reduce__", |m, a| reduce(m, a.self_, 2)),
    field!(TIME, "hour", hour),
    field!(TIME, "minute", minute),
    field!(TIME, "second", second),
    field!(TIME, "microsecond", microsecond),
    NativeRow::get(TIME, "tzinfo", |m, a| zone_or_none(m, a.self_)),
    field!(TIME, "fold", fold),
];

/// The time zone of a time or datetime, a new reference; `None` without one.
pub fn zone_or_none(m: &mut Machine, object: Address) -> Outcome {
    match fields::tzinfo(m, object).non_null() {
        Some(zone) => Ok(m.incref(zone)),
        None => m.none(),
    }
}

/// The time zone of an offset that was read, a new reference or null.
pub fn zone_of(m: &mut Machine, offset: Offset) -> Outcome {
    match offset {
        Offset::Naive => Ok(Address::NULL),
        Offset::Aware(0) => {
            let utc = zone::utc(m);
            Ok(m.incref(utc))
        }
        Offset::Aware(offset) => zone::of_offset(m, offset),
    }
}

/// The time of day of a time or datetime as `timespec` wants it.
pub fn shown(m: &mut Machine, object: Address, timespec: Option<Address>) -> Outcome<String> {
    let spec = match timespec {
        None => "auto".to_owned(),
        Some(spec) => {
            let name = m.type_name(spec);
            let complaint = format!("isoformat() argument 'timespec' must be str, not {name}");
            if !m.is_str(spec) {
                return m.type_error(complaint);
            }
            m.heap.str_text(spec)
        }
    };
    match iso::show_time(&fields::read(m, object), &spec) {
        Some(text) => Ok(text),
        None => m.value_error("Unknown timespec value"),
    }
}

/// Puts given hour, minute, second, microsecond and fold into a time.
pub fn set_fields(m: &mut Machine, civil: &mut Civil, given: &[Option<Address>], fold: Option<Address>) -> Outcome<()> {
    let places = [&mut civil.hour, &mut civil.minute, &mut civil.second, &mut civil.microsecond];
    for (place, object) in places.into_iter().zip(given) {
        if let Some(object) = object {
            *place = number(m, *object)?;
        }
    }
    if let Some(fold) = fold {
        civil.fold = number(m, fold)?;
    }
    Ok(())
}

fn checked(m: &mut Machine, class: Address, civil: &Civil, zone: Address) -> Outcome {
    match civil.wrong_time() {
        Some(complaint) => m.value_error(complaint),
        None => Ok(fields::new_time(m, class, civil, zone)),
    }
}

/// An instance of a class: made here, or by calling a subclass.
pub fn of_class(m: &mut Machine, class: Address, civil: &Civil, zone: Address) -> Outcome {
    if class == TIME.address() {
        return checked(m, class, civil, zone);
    }
    let numbers = [civil.hour, civil.minute, civil.second, civil.microsecond].map(|value| m.heap.new_int(value));
    let none = m.heap.none();
    let parts = [numbers[0], numbers[1], numbers[2], numbers[3], zone.non_null().unwrap_or(none)];
    let (key, fold) = (m.name("fold"), m.heap.new_int(civil.fold));
    let named = [(key, fold)];
    let result = m.call(class, &parts, if civil.fold == 0 { &[] } else { &named });
    for part in numbers {
        m.decref(part);
    }
    m.decref(fold);
    result
}

fn make(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if let [state, rest @ ..] = arguments.positional
        && rest.len() < 2
        && arguments.keywords.is_empty()
        && let Some(mut bytes) = state_bytes(m, *state, 6)
        && bytes[0] & 0x7F < 24
    {
        let zone = rest.first().copied().filter(|zone| !m.heap.is_none(*zone)).unwrap_or(Address::NULL);
        if !zone.is_null() && !m.heap.is_instance(zone, super::TZINFO) {
            return m.type_error("bad tzinfo state arg");
        }
        let fold = i64::from(bytes[0] >> 7);
        bytes[0] &= 0x7F;
        let civil = Civil { fold, ..fields::read_time_bytes(Civil::default(), &bytes) };
        return Ok(fields::new_time(m, arguments.self_, &civil, zone));
    }
    let given = arguments.parsed(m, "", NAMES, 0, 5)?;
    let mut civil = Civil::default();
    set_fields(m, &mut civil, &given[..4], given[5])?;
    let zone = expect_zone(m, given[4])?;
    checked(m, arguments.self_, &civil, zone)
}

/// `fold=1, tzinfo=…` after the numbers of a representation.
pub fn repr_tail(m: &mut Machine, object: Address, fold: i64) -> Outcome<String> {
    let mut tail = String::new();
    if fold != 0 {
        tail.push_str(", fold=1");
    }
    if let Some(zone) = fields::tzinfo(m, object).non_null() {
        let shown = m.repr_text(zone)?;
        tail.push_str(&format!(", tzinfo={shown}"));
    }
    Ok(tail)
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (civil, class) = (fields::read(m, arguments.self_), m.heap.type_of(arguments.self_));
    let mut text = format!("{}({}, {}", m.full_type_title(class), civil.hour, civil.minute);
    if civil.second != 0 || civil.microsecond != 0 {
        text.push_str(&format!(", {}", civil.second));
    }
    if civil.microsecond != 0 {
        text.push_str(&format!(", {}", civil.microsecond));
    }
    text.push_str(&repr_tail(m, arguments.self_, civil.fold)?);
    m.new_text(&(text + ")"))
}

fn hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    if m.word(this, HASH) == -1 {
        let civil = fields::read(m, this);
        let plain = unfolded(m, this)?;
        let offset = utc_offset(m, plain);
        m.decref(plain);
        let hash = match offset? {
            None => shared::bytes_hash(m, &fields::time_bytes(&civil)),
            Some(offset) => delta::hash_of(civil.of_day() - offset),
        };
        m.set_word(this, HASH, hash);
    }
    arguments.hash(m, m.word(this, HASH))
}

/// The same time with `fold=0`, a new reference.
fn unfolded(m: &mut Machine, object: Address) -> Outcome {
    let civil = fields::read(m, object);
    if civil.fold == 0 {
        return Ok(m.incref(object));
    }
    let zone = fields::tzinfo(m, object);
    Ok(fields::new_time(m, TIME.address(), &Civil { fold: 0, ..civil }, zone))
}

/// Comparisons.
pub(super) fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if !m.heap.is_instance(b, TIME) {
        return m.not_implemented();
    }
    let (x, y) = (fields::read(m, a).of_day(), fields::read(m, b).of_day());
    if fields::tzinfo(m, a) == fields::tzinfo(m, b) {
        return m.truth(op.holds(x.cmp(&y)));
    }
    let (first, second) = (utc_offset(m, a)?, utc_offset(m, b)?);
    match (first, second) {
        (Some(first), Some(second)) => m.truth(op.holds((x - first).cmp(&(y - second)))),
        (None, None) => m.truth(op.holds(x.cmp(&y))),
        _ if op == CompareOp::Eq => m.truth(false),
        _ if op == CompareOp::Ne => m.truth(true),
        _ => m.type_error("can't compare offset-naive and offset-aware times"),
    }
}

fn reduce(m: &mut Machine, object: Address, protocol: i64) -> Outcome {
    let civil = fields::read(m, object);
    let mut state = fields::time_bytes(&civil);
    if protocol > 3 && civil.fold != 0 {
        state[0] |= 0x80;
    }
    reduced(m, object, &state)
}

/// Class and arguments: the state, and the time zone if there is one.
pub fn reduced(m: &mut Machine, object: Address, state: &[u8]) -> Outcome {
    let mut parts = vec![m.heap.new_bytes(state)];
    if let Some(zone) = fields::tzinfo(m, object).non_null() {
        m.incref(zone);
        parts.push(zone);
    }
    let parts = m.heap.new_tuple_from(&parts);
    let class = m.heap.type_of(object);
    m.incref(class);
    Ok(m.heap.new_tuple_from(&[class, parts]))
}

