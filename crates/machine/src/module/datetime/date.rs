//! `date`, and the tuple of a year, week and weekday.

use heapglass_heap::{Address, layout::native::date::HASH, static_type::StaticType};

use super::{
    DATE, DELTA,
    calendar::{Civil, DAY, EPOCH, LAST, iso_week, of_iso_week, weekday},
    delta, fields, iso,
    shared::{self, beyond, number},
};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
    types::object_type::getattribute,
};

const WEEK: StaticType = StaticType::IsoCalendarDate;

/// A getter of a field.
macro_rules! field {
    ($which:ident, $name:literal, $field:ident) => {
        NativeRow::get($which, $name, |m, a| {
            let value = $crate::module::datetime::fields::read(m, a.self_).$field;
            Ok(m.heap.new_int(value))
        })
    };
}
pub(super) use field;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(DATE, make),
    NativeRow::slot(DATE, "__repr__", |m, a| {
        let (civil, class) = (fields::read(m, a.self_), m.heap.type_of(a.self_));
        let title = m.full_type_title(class);
        m.new_text(&format!("{title}({}, {}, {})", civil.year, civil.month, civil.day))
    }),
    NativeRow::slot(DATE, "__hash__", hash),
    NativeRow::slot(DATE, "__str__", |m, a| m.call_method(a.self_, "isoformat", &[])),
    NativeRow::slot(DATE, "__getattribute__", getattribute),
    NativeRow::slot(DATE, "__add__", |m, a| moved(m, a.self_, a.positional[0], 1)),
    NativeRow::slot(DATE, "__radd__", |m, a| moved(m, a.self_, a.positional[0], 1)),
    NativeRow::slot(DATE, "__sub__", |m, a| {
        let other = a.positional[0];
        if fields::is_date(m, other) {
            let apart = fields::read(m, a.self_).ordinal() - fields::read(m, other).ordinal();
            return delta::new(m, i128::from(apart) * DAY);
        }
        moved(m, a.self_, other, -1)
    }),
    NativeRow::slot(DATE, "__rsub__", |m, _| m.not_implemented()),
    NativeRow::class_method(DATE, "fromtimestamp", |m, a| {
        a.arity(m, "fromtimestamp", 1, 1)?;
        let seconds = super::moment_make::whole_seconds(m, a.positional[0])?;
        let civil = Civil::at((i128::from(seconds) + i128::from(EPOCH) * 86_400) * 1_000_000);
        match civil {
            Some(civil) => of_class(m, a.self_, &civil),
            None => super::moment_make::year_out_of_range(m, seconds),
        }
    }),
    NativeRow::class_method(DATE, "fromordinal", |m, a| {
        a.arity(m, "fromordinal", 1, 1)?;
        let ordinal = m.index_clamped(a.positional[0])?;
        if ordinal < 1 {
            return m.value_error("ordinal must be >= 1");
        }
        if ordinal > LAST {
            let year = super::calendar::date_of(ordinal.min(1 << 40)).0;
            return m.value_error(format!("year {year} is out of range"));
        }
        of_class(m, a.self_, &Civil::midnight(ordinal))
    }),
    NativeRow::class_method(DATE, "fromisoformat", |m, a| {
        a.arity(m, "fromisoformat", 1, 1)?;
        if !m.is_str(a.positional[0]) {
            return m.type_error("fromisoformat: argument must be str");
        }
        let text = m.heap.str_text(a.positional[0]);
        let found = iso::date(text.as_bytes()).and_then(|civil| civil.wrong_date().map_or(Ok(civil), Err));
        match found {
            Ok(civil) if [7, 8, 10].contains(&text.len()) => of_class(m, a.self_, &civil),
            Err(complaint) if !complaint.is_empty() => m.value_error(complaint),
            _ => invalid(m, a.positional[0]),
        }
    }),
    NativeRow::class_method(DATE, "fromisocalendar", |m, a| {
        let [year, week, day] = a.parsed(m, "fromisocalendar", ["year", "week", "day"], 3, 3)?;
        let given = [year, week, day].map(|object| object.unwrap_or(a.self_));
        let mut parts = [0; 3];
        for (part, object) in parts.iter_mut().zip(given) {
            *part = match number(m, object) {
                Err(_) if m.error_matches(StaticType::OverflowError) => {
                    m.clear_error();
                    return m.value_error("ISO calendar component out of range");
                }
                other => other?,
            };
        }
        let [year, week, day] = parts;
        match of_iso_week(year, week, day) {
            Ok(ordinal) if (1..=LAST).contains(&ordinal) => of_class(m, a.self_, &Civil::midnight(ordinal)),
            Ok(_) => m.value_error("year 10000 is out of range"),
            Err(complaint) => m.value_error(complaint),
        }
    }),
    NativeRow::class_method(DATE, "today", |m, a| {
        a.no_keywords(m, "today")?;
        a.arity(m, "today", 0, 0)?;
        let module = m.import_module("time")?;
        let now = m.call_method(module, "time", &[]);
        m.decref(module);
        let now = now?;
        let result = m.call_method(a.self_, "fromtimestamp", &[now]);
        m.decref(now);
        result
    }),
    NativeRow::no_arguments(DATE, "ctime", |m, a| m.new_text(&iso::show_ctime(&fields::read(m, a.self_)))),
    NativeRow::keywords(DATE, "strftime", shared::strftime),
    NativeRow::one(DATE, "__format__", shared::format),
    NativeRow::no_arguments(DATE, "timetuple", |m, a| {
        let civil = fields::read(m, a.self_);
        Ok(m.new_time_tuple(&shared::broken_down(&civil), -1))
    }),
    NativeRow::no_arguments(DATE, "isocalendar", |m, a| {
        let (year, week, day) = iso_week(fields::read(m, a.self_).ordinal());
        let tuple = m.heap.generic_allocate(WEEK.address(), 3);
        for (at, value) in [year, week, day].into_iter().enumerate() {
            let value = m.heap.new_int(value);
            m.heap.tuple_set(tuple, at as u64, value);
        }
        Ok(tuple)
    }),
    NativeRow::no_arguments(DATE, "isoformat", |m, a| m.new_text(&iso::show_date(&fields::read(m, a.self_)))),
    NativeRow::no_arguments(DATE, "isoweekday", |m, a| {
        let day = weekday(fields::read(m, a.self_).ordinal());
        Ok(m.heap.new_int(day + 1))
    }),
    NativeRow::no_arguments(DATE, "toordinal", |m, a| {
        let ordinal = fields::read(m, a.self_).ordinal();
        Ok(m.heap.new_int(ordinal))
    }),
    NativeRow::no_arguments(DATE, "weekday", |m, a| {
        let day = weekday(fields::read(m, a.self_).ordinal());
        Ok(m.heap.new_int(day))
    }),
    NativeRow::keywords(DATE, "replace", |m, a| {
        let given = a.parsed(m, "replace", ["year", "month", "day"], 0, 3)?;
        let mut civil = fields::read(m, a.self_);
        set_fields(m, &mut civil, &given)?;
        let class = m.heap.type_of(a.self_);
        of_class(m, class, &civil)
    }),
    NativeRow::no_arguments(DATE, "__reduce__", |m, a| {
        let state = fields::date_bytes(&fields::read(m, a.self_));
        let state = m.heap.new_bytes(&state);
        let parts = m.heap.new_tuple_from(&[state]);
        let class = m.heap.type_of(a.self_);
        m.incref(class);
        Ok(m.heap.new_tuple_from(&[class, parts]))
    }),
    field!(DATE, "year", year),
    field!(DATE, "month", month),
    field!(DATE, "day", day),
    NativeRow::new(WEEK, |m, a| {
        let given = a.parsed(m, "IsoCalendarDate", ["year", "week", "weekday"], 3, 3)?;
        let tuple = m.heap.generic_allocate(a.self_, 3);
        for (at, value) in given.into_iter().enumerate() {
            let value = value.unwrap_or(tuple);
            m.incref(value);
            m.heap.tuple_set(tuple, at as u64, value);
        }
        Ok(tuple)
    }),
    NativeRow::slot(WEEK, "__repr__", |m, a| {
        let mut shown = Vec::new();
        for item in m.heap.tuple_items(a.self_) {
            shown.push(m.repr_text(item)?);
        }
        let title = WEEK.row().name;
        m.new_text(&format!("{title}(year={}, week={}, weekday={})", shown[0], shown[1], shown[2]))
    }),
    NativeRow::no_arguments(WEEK, "__reduce__", |m, a| {
        let items = m.heap.tuple_items(a.self_);
        let plain = m.heap.new_tuple_of(&items);
        let parts = m.heap.new_tuple_from(&[plain]);
        let class = StaticType::Tuple.address();
        m.incref(class);
        Ok(m.heap.new_tuple_from(&[class, parts]))
    }),
    NativeRow::get(WEEK, "year", |m, a| item(m, a, 0)),
    NativeRow::get(WEEK, "week", |m, a| item(m, a, 1)),
    NativeRow::get(WEEK, "weekday", |m, a| item(m, a, 2)),
];

fn item(m: &mut Machine, arguments: Arguments<'_>, at: u64) -> Outcome {
    let value = m.heap.tuple_item(arguments.self_, at);
    Ok(m.incref(value))
}

/// Raises the `ValueError` of text that is no ISO date or time.
pub fn invalid<T>(m: &mut Machine, text: Address) -> Outcome<T> {
    let shown = m.repr_text(text)?;
    m.value_error(format!("Invalid isoformat string: {shown}"))
}

/// Puts given year, month and day into a date.
pub fn set_fields(m: &mut Machine, civil: &mut Civil, given: &[Option<Address>]) -> Outcome<()> {
    for (field, object) in [&mut civil.year, &mut civil.month, &mut civil.day].into_iter().zip(given) {
        if let Some(object) = object {
            *field = number(m, *object)?;
        }
    }
    Ok(())
}

fn checked(m: &mut Machine, class: Address, civil: &Civil) -> Outcome {
    match civil.wrong_date() {
        Some(complaint) => m.value_error(complaint),
        None => Ok(fields::new_date(m, class, civil)),
    }
}

/// An instance of a class: made here, or by calling a subclass.
pub fn of_class(m: &mut Machine, class: Address, civil: &Civil) -> Outcome {
    if class == DATE.address() {
        return checked(m, class, civil);
    }
    let parts = [civil.year, civil.month, civil.day].map(|value| m.heap.new_int(value));
    let result = m.call(class, &parts, &[]);
    for part in parts {
        m.decref(part);
    }
    result
}

/// The content of a state that `__reduce__` gave: bytes of a length, or a str of as many characters.
pub fn state_bytes(m: &Machine, object: Address, length: usize) -> Option<Vec<u8>> {
    let bytes = if m.heap.is_instance(object, StaticType::Bytes) {
        m.heap.bytes_data(object).to_vec()
    } else if m.is_str(object) {
        m.heap.str_points(object).into_iter().map(|point| u8::try_from(point).ok()).collect::<Option<Vec<u8>>>()?
    } else {
        return None;
    };
    (bytes.len() == length).then_some(bytes)
}

fn make(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if let [state] = arguments.positional
        && arguments.keywords.is_empty()
        && let Some(bytes) = state_bytes(m, *state, 4)
        && (1..=12).contains(&bytes[2])
    {
        let civil = fields::read_date_bytes(&bytes);
        return Ok(fields::new_date(m, arguments.self_, &civil));
    }
    let given = arguments.parsed(m, "", ["year", "month", "day"], 3, 3)?;
    let mut civil = Civil::default();
    set_fields(m, &mut civil, &given)?;
    checked(m, arguments.self_, &civil)
}

fn hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if m.word(arguments.self_, HASH) == -1 {
        let hash = shared::bytes_hash(m, &fields::date_bytes(&fields::read(m, arguments.self_)));
        m.set_word(arguments.self_, HASH, hash);
    }
    arguments.hash(m, m.word(arguments.self_, HASH))
}

fn moved(m: &mut Machine, date: Address, duration: Address, sign: i64) -> Outcome {
    if !m.heap.is_instance(duration, DELTA) {
        return m.not_implemented();
    }
    let days = delta::read(m, duration).div_euclid(DAY) as i64;
    let ordinal = fields::read(m, date).ordinal() + sign * days;
    if !(1..=LAST).contains(&ordinal) {
        return beyond(m);
    }
    let class = m.heap.type_of(date);
    of_class(m, class, &Civil::midnight(ordinal))
}

/// Comparisons.
pub(super) fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let other = arguments.positional[0];
    if !fields::is_date(m, other) {
        return m.not_implemented();
    }
    let key = |civil: Civil| (civil.year, civil.month, civil.day);
    m.truth(op.holds(key(fields::read(m, arguments.self_)).cmp(&key(fields::read(m, other)))))
}
