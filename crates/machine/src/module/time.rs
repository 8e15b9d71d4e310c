//! `time` on the virtual clock: each step takes the same time, native loops take some more for every item, and it moves on when
//! the program sleeps.

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};

/// Seconds since 1970 when a program starts: 2024-01-01.
const START: u64 = 1_704_067_200;
/// What a look at the clock costs, in nanoseconds.
const LOOK: u64 = 100;
/// What a step takes, in nanoseconds.
const STEP: u64 = 20;
/// What an item takes that native code fetches or compares, in nanoseconds.
pub(crate) const ITEM: u64 = 5;

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("time", name, convention, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("time", Convention::NoArguments, |m, _| seconds(m, START)),
    row("time_ns", Convention::NoArguments, |m, _| nanoseconds(m, START)),
    row("perf_counter", Convention::NoArguments, |m, _| seconds(m, 0)),
    row("perf_counter_ns", Convention::NoArguments, |m, _| nanoseconds(m, 0)),
    row("monotonic", Convention::NoArguments, |m, _| seconds(m, 0)),
    row("monotonic_ns", Convention::NoArguments, |m, _| nanoseconds(m, 0)),
    row("process_time", Convention::NoArguments, |m, _| seconds(m, 0)),
    row("process_time_ns", Convention::NoArguments, |m, _| nanoseconds(m, 0)),
    row("sleep", Convention::One, sleep),
    row("gmtime", Convention::Positional, broken_down),
    row("localtime", Convention::Positional, broken_down),
];

/// Constants.
pub fn fill(m: &mut Machine, dict: Address) -> Outcome<()> {
    m.put_int(dict, "timezone", 0)?;
    m.put_int(dict, "daylight", 0)?;
    m.namespace_put(dict, "struct_time", StaticType::StructSequenceTime.address())
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

fn look(m: &mut Machine) -> u64 {
    m.registers.clock = m.registers.clock.saturating_add(LOOK);
    m.now()
}

fn seconds(m: &mut Machine, start: u64) -> Outcome {
    let now = look(m) as f64 / 1e9 + start as f64;
    Ok(m.heap.new_float(now))
}

fn nanoseconds(m: &mut Machine, start: u64) -> Outcome {
    let now = look(m) + start * 1_000_000_000;
    Ok(m.heap.new_int(now as i64))
}

fn sleep(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let length = m.to_f64(arguments.positional[0])?;
    if length < 0.0 {
        return m.value_error("sleep length must be non-negative");
    }
    m.registers.clock = m.registers.clock.saturating_add((length * 1e9) as u64);
    m.none()
}

/// Year, month, day, hour, minute, second, weekday, day of the year, in UTC.
fn broken_down(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let now = match arguments.get(0).filter(|now| !m.heap.is_none(*now)) {
        Some(now) => m.to_f64(now)?.floor() as i64,
        None => (START + look(m) / 1_000_000_000) as i64,
    };
    let (days, rest) = (now.div_euclid(86_400), now.rem_euclid(86_400));
    // Days since 0000-03-01, then years of 400, 100, 4 and 1 (the civil calendar).
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month as usize - 1];
    let ordinal = before + day + i64::from(leap && month > 2);
    let facts = [year, month, day, rest / 3600, rest / 60 % 60, rest % 60, (days + 3).rem_euclid(7), ordinal, 0];
    let items = facts.map(|fact| m.heap.new_int(fact));
    Ok(m.new_struct_sequence(StaticType::StructSequenceTime, &items))
}
