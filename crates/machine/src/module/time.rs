//! `time` on the virtual clock: each step takes the same time, native loops take some more for every item, and it moves on when
//! the program sleeps.

pub mod format;

use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};
use format::Fields;

/// Seconds since 1970 when a program starts: 2024-01-01.
const START: u64 = 1_704_067_200;
/// What a look at the clock costs, in nanoseconds.
const LOOK: u64 = 100;
/// What a step takes, in nanoseconds.
const STEP: u64 = 20;
/// What an item takes that native code fetches or compares, in nanoseconds.
pub(crate) const ITEM: u64 = 5;

/// Nanoseconds that the program has slept: a word of the thread state.
const SLEPT: Address = Address::new(heapglass_heap::runtime::THREAD_WORDS.raw() + 8 * 60);
const TIME: StaticType = StaticType::StructSequenceTime;
/// The numbers of the clocks.
const CLOCKS: [(&str, i64); 7] = [
    ("CLOCK_REALTIME", 0),
    ("CLOCK_MONOTONIC", 1),
    ("CLOCK_PROCESS_CPUTIME_ID", 2),
    ("CLOCK_THREAD_CPUTIME_ID", 3),
    ("CLOCK_MONOTONIC_RAW", 4),
    ("CLOCK_BOOTTIME", 7),
    ("CLOCK_TAI", 11),
];

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("time", name, convention, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("time", Convention::NoArguments, |m, _| seconds(m, wall)),
    row("time_ns", Convention::NoArguments, |m, _| nanoseconds(m, wall)),
    row("clock_gettime", Convention::One, |m, a| {
        let clock = clock_of(m, a.positional[0])?;
        seconds(m, clock)
    }),
    row("clock_gettime_ns", Convention::One, |m, a| {
        let clock = clock_of(m, a.positional[0])?;
        nanoseconds(m, clock)
    }),
    row("clock_getres", Convention::One, |m, a| {
        clock_of(m, a.positional[0])?;
        Ok(m.heap.new_float(1e-9))
    }),
    row("perf_counter", Convention::NoArguments, |m, _| seconds(m, running)),
    row("perf_counter_ns", Convention::NoArguments, |m, _| nanoseconds(m, running)),
    row("monotonic", Convention::NoArguments, |m, _| seconds(m, running)),
    row("monotonic_ns", Convention::NoArguments, |m, _| nanoseconds(m, running)),
    row("process_time", Convention::NoArguments, |m, _| seconds(m, working)),
    row("process_time_ns", Convention::NoArguments, |m, _| nanoseconds(m, working)),
    row("thread_time", Convention::NoArguments, |m, _| seconds(m, working)),
    row("thread_time_ns", Convention::NoArguments, |m, _| nanoseconds(m, working)),
    row("sleep", Convention::One, sleep),
    row("gmtime", Convention::Positional, |m, a| broken_down(m, a, "gmtime")),
    row("localtime", Convention::Positional, |m, a| broken_down(m, a, "localtime")),
    row("asctime", Convention::Positional, |m, a| {
        a.arity(m, "asctime", 0, 1)?;
        let fields = given_or_now(m, a.get(0), "asctime")?;
        m.new_text(&ascii(&fields))
    }),
    row("ctime", Convention::Positional, |m, a| {
        a.arity(m, "ctime", 0, 1)?;
        let fields = at_seconds(m, a.get(0))?;
        m.new_text(&ascii(&fields))
    }),
    row("mktime", Convention::One, |m, a| {
        let fields = fields_of(m, a.positional[0], "mktime")?;
        Ok(m.heap.new_float(fields.seconds() as f64))
    }),
    row("strftime", Convention::Positional, strftime),
    row("strptime", Convention::Positional, |m, a| {
        let module = m.import_module("_strptime")?;
        let result = m.call_method(module, "_strptime_time", a.positional);
        m.decref(module);
        result
    }),
    row("tzset", Convention::NoArguments, |m, _| m.none()),
    row("get_clock_info", Convention::One, clock_info),
];

/// What `time.struct_time` has besides its items.
pub const TIME_ROWS: &[NativeRow] = &[
    NativeRow::new(TIME, new_struct_time),
    NativeRow::no_arguments(TIME, "__reduce__", |m, a| {
        let items = m.heap.tuple_items(a.self_);
        let plain = m.heap.new_tuple_of(&items);
        let dict = m.heap.new_dict();
        let parts = m.heap.new_tuple_from(&[plain, dict]);
        let class = m.heap.type_of(a.self_);
        m.incref(class);
        Ok(m.heap.new_tuple_from(&[class, parts]))
    }),
    NativeRow::get(TIME, "tm_zone", |m, a| {
        if is_of_clock(m, a.self_) { m.new_text("UTC") } else { m.none() }
    }),
    NativeRow::get(TIME, "tm_gmtoff", |m, a| {
        if is_of_clock(m, a.self_) { Ok(m.heap.new_int(0)) } else { m.none() }
    }),
];

/// Constants.
pub fn fill(m: &mut Machine, dict: Address) -> Outcome<()> {
    for name in ["timezone", "altzone", "daylight"] {
        m.put_int(dict, name, 0)?;
    }
    m.put_int(dict, "_STRUCT_TM_ITEMS", 11)?;
    let names = [m.heap.new_str("UTC"), m.heap.new_str("UTC")];
    let names = m.heap.new_tuple_from(&names);
    m.namespace_put(dict, "tzname", names)?;
    for (name, number) in CLOCKS {
        m.put_int(dict, name, number)?;
    }
    let type_ = m.type_dict(TIME.address());
    for (name, number) in [("n_sequence_fields", 9), ("n_fields", 11), ("n_unnamed_fields", 0)] {
        m.put_int(type_, name, number)?;
    }
    m.namespace_put(dict, "struct_time", TIME.address())
}

impl Machine {
    /// Nanoseconds since the program began, on the virtual clock.
    pub fn now(&self) -> u64 {
        self.registers.clock.saturating_add(self.registers.step.saturating_mul(STEP))
    }

    /// Native code has dealt with so many items.
    #[inline]
    pub(crate) fn spend(&mut self, items: u64) {
        self.registers.clock = self.registers.clock.wrapping_add(items.wrapping_mul(ITEM));
    }
}

/// Nanoseconds since 1970.
fn wall(m: &Machine) -> i64 {
    (m.now() + START * 1_000_000_000) as i64
}

/// Nanoseconds since the program began.
fn running(m: &Machine) -> i64 {
    m.now() as i64
}

/// The same without those it slept.
fn working(m: &Machine) -> i64 {
    m.now().saturating_sub(m.heap.memory.u64(SLEPT)) as i64
}

/// What a clock shows, in nanoseconds.
type Clock = fn(&Machine) -> i64;

impl Machine {
    /// Nanoseconds since 1970, of which a look at the clock takes some.
    pub(crate) fn wall_clock(&mut self) -> i64 {
        look(self);
        wall(self)
    }

    /// A `struct_time`.
    pub(crate) fn new_time_tuple(&mut self, t: &Fields, saving: i64) -> Address {
        let items = [t.year, t.month, t.day, t.hour, t.minute, t.second, t.weekday, t.day_of_year, saving];
        let items = items.map(|item| self.heap.new_int(item));
        self.new_struct_sequence(TIME, &items)
    }
}

fn look(m: &mut Machine) {
    m.registers.clock = m.registers.clock.saturating_add(LOOK);
}

fn seconds(m: &mut Machine, clock: Clock) -> Outcome {
    look(m);
    let now = clock(m);
    let (whole, rest) = (now.div_euclid(1_000_000_000), now.rem_euclid(1_000_000_000));
    Ok(m.heap.new_float(whole as f64 + rest as f64 * 1e-9))
}

fn nanoseconds(m: &mut Machine, clock: Clock) -> Outcome {
    look(m);
    let now = clock(m);
    Ok(m.heap.new_int(now))
}

fn clock_of(m: &mut Machine, object: Address) -> Outcome<Clock> {
    let number = m.index_to_i64(object, StaticType::OverflowError)?;
    match number {
        0 | 11 => Ok(wall),
        1 | 4 | 7 => Ok(running),
        2 | 3 => Ok(working),
        _ => Err(m.raise(StaticType::OSError, "[Errno 22] Invalid argument")),
    }
}

fn sleep(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = arguments.positional[0];
    let length = if m.is_int(object) {
        m.int_to_f64(object)?
    } else if m.heap.kind(object) == Kind::Float {
        m.heap.float_value(object)
    } else {
        let int = m.index(object)?;
        let value = m.int_to_f64(int);
        m.decref(int);
        value?
    };
    if length.is_nan() {
        return m.value_error("Invalid value NaN (not a number)");
    }
    if length < 0.0 {
        return m.value_error("sleep length must be non-negative");
    }
    if length > 9.2e9 {
        return Err(m.raise(StaticType::OverflowError, "timestamp too large to convert to C _PyTime_t"));
    }
    let nanoseconds = (length * 1e9).ceil() as u64;
    m.registers.clock = m.registers.clock.saturating_add(nanoseconds);
    let slept = m.heap.memory.u64(SLEPT).saturating_add(nanoseconds);
    m.heap.memory.set_u64(SLEPT, slept);
    m.none()
}

/// The broken-down time of given seconds, or of now.
fn at_seconds(m: &mut Machine, given: Option<Address>) -> Outcome<Fields> {
    let now = match given.filter(|now| !m.heap.is_none(*now)) {
        Some(now) => crate::module::datetime::moment_make::whole_seconds(m, now)?,
        None => m.wall_clock().div_euclid(1_000_000_000),
    };
    if now.abs() > 67_768_036_191_676_799 {
        return Err(m.raise(StaticType::OverflowError, "[Errno 75] Value too large for defined data type"));
    }
    Ok(Fields::at(now))
}

fn broken_down(m: &mut Machine, arguments: Arguments<'_>, name: &str) -> Outcome {
    arguments.arity(m, name, 0, 1)?;
    let fields = at_seconds(m, arguments.get(0))?;
    Ok(m.new_time_tuple(&fields, 0))
}

fn ascii(t: &Fields) -> String {
    let day = format::WEEKDAYS.get(t.weekday as usize).map_or("???", |name| &name[..3]);
    let month = format::MONTHS.get(t.month as usize - 1).map_or("???", |name| &name[..3]);
    format!("{day} {month}{:3} {:02}:{:02}:{:02} {}", t.day, t.hour, t.minute, t.second, t.year)
}

/// The nine numbers of a tuple.
fn fields_of(m: &mut Machine, object: Address, function: &str) -> Outcome<Fields> {
    if m.heap.kind(object) != Kind::Tuple {
        return m.type_error("Tuple or struct_time argument required");
    }
    let items = m.heap.tuple_items(object);
    if items.len() != 9 {
        return m.type_error(format!("{function}(): illegal time tuple argument"));
    }
    let mut numbers = [0; 9];
    for (number, item) in numbers.iter_mut().zip(items) {
        *number = crate::module::datetime::shared::number(m, item)?;
    }
    Ok(Fields::of(numbers))
}

/// The numbers of a tuple, each in its range; without one, the time of now.
fn given_or_now(m: &mut Machine, given: Option<Address>, function: &str) -> Outcome<Fields> {
    let Some(given) = given else { return at_seconds(m, None) };
    let mut t = fields_of(m, given, function)?;
    if t.year < i64::from(i32::MIN) + 1900 {
        return Err(m.raise(StaticType::OverflowError, "year out of range"));
    }
    // Zero stands for the first month, day, or day of the year.
    for field in [&mut t.month, &mut t.day, &mut t.day_of_year] {
        *field += i64::from(*field == 0);
    }
    let ranges = [
        (t.month, 1, 12, "month out of range"),
        (t.day, 1, 31, "day of month out of range"),
        (t.hour, 0, 23, "hour out of range"),
        (t.minute, 0, 59, "minute out of range"),
        (t.second, 0, 61, "seconds out of range"),
        (t.weekday, -1, i64::MAX, "day of week out of range"),
        (t.day_of_year, 1, 366, "day of year out of range"),
    ];
    if let Some((.., complaint)) = ranges.iter().find(|(value, low, high, _)| !(low..=high).contains(&value)) {
        return m.value_error(*complaint);
    }
    t.weekday = t.weekday.rem_euclid(7);
    Ok(t)
}

fn strftime(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "strftime", 1, 2)?;
    let template = arguments.positional[0];
    if !m.is_str(template) {
        let name = m.type_name(template);
        return m.type_error(format!("strftime() argument 1 must be str, not {name}"));
    }
    let t = given_or_now(m, arguments.get(1), "strftime")?;
    let text = m.heap.str_text(template);
    if text.contains('\0') {
        return m.value_error("embedded null character");
    }
    m.new_text(&format::format(&text, &t))
}

/// Whether the tuple tells a time of the clock, and so has a zone.
fn is_of_clock(m: &Machine, object: Address) -> bool {
    let saving = m.heap.tuple_item(object, 8);
    m.is_int(saving) && m.heap.int_to_i64(saving) == Some(0)
}

fn new_struct_time(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [sequence, _] = arguments.parsed(m, "structseq", ["sequence", "dict"], 1, 2)?;
    let given = match m.tuple_from(sequence.unwrap_or(arguments.self_)) {
        Ok(given) => given,
        Err(raised) if !m.error_matches(StaticType::TypeError) => return Err(raised),
        Err(_) => {
            m.clear_error();
            return m.type_error("constructor requires a sequence");
        }
    };
    let items = m.heap.tuple_items(given);
    if !(9..=11).contains(&items.len()) {
        m.decref(given);
        let (how, bound) = if items.len() < 9 { ("least", 9) } else { ("most", 11) };
        let count = items.len();
        return m.type_error(format!("time.struct_time() takes an at {how} {bound}-sequence ({count}-sequence given)"));
    }
    for item in &items[..9] {
        m.incref(*item);
    }
    m.decref(given);
    Ok(m.new_struct_sequence(TIME, &items[..9]))
}

fn clock_info(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = m.expect_text(arguments.positional[0], "get_clock_info() argument 1 must be str")?;
    let (function, monotonic, adjustable) = match name.as_str() {
        "time" => ("clock_gettime(CLOCK_REALTIME)", false, true),
        "monotonic" | "perf_counter" => ("clock_gettime(CLOCK_MONOTONIC)", true, false),
        "process_time" => ("clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false),
        "thread_time" => ("clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false),
        _ => return m.value_error("unknown clock"),
    };
    let class = {
        let types = m.import_module("types")?;
        let class = m.get_attribute_named(types, "SimpleNamespace");
        m.decref(types);
        class?
    };
    let values = [m.heap.new_str(function), m.heap.bool(monotonic), m.heap.bool(adjustable), m.heap.new_float(1e-9)];
    let mut named = Vec::new();
    for (key, value) in ["implementation", "monotonic", "adjustable", "resolution"].iter().zip(values) {
        named.push((m.name(key), value));
    }
    let result = m.call(class, &[], &named);
    m.decref(class);
    m.decref(values[0]);
    m.decref(values[3]);
    result
}
