//! `_datetime` (Modules/_datetimemodule.c): dates, times and durations with CPython's structs.

pub mod calendar;
pub mod date;
pub mod delta;
pub mod fields;
pub mod iso;
pub mod moment;
pub mod moment_make;
pub mod shared;
pub mod time;
pub mod zone;

use heapglass_heap::{Address, static_type::StaticType};

use crate::machine::{Machine, Outcome};
use calendar::{Civil, DAY};

/// `date`.
pub const DATE: StaticType = StaticType::Date;
/// `time`.
pub const TIME: StaticType = StaticType::Time;
/// `datetime`.
pub const DATETIME: StaticType = StaticType::DateTime;
/// `timedelta`.
pub const DELTA: StaticType = StaticType::TimeDelta;
/// `tzinfo`.
pub const TZINFO: StaticType = StaticType::TzInfo;
/// `timezone`.
pub const ZONE: StaticType = StaticType::TimeZone;

/// Days that a duration may have.
pub const MOST_DAYS: i64 = 999_999_999;

/// Makes the types ready, with their constants, and puts them into the module's dict.
pub fn fill(m: &mut Machine, dict: Address) -> Outcome<()> {
    let fresh = m.heap.memory.address(DELTA.address().plus(heapglass_heap::static_type::field::DICT)).is_null();
    m.ready_types(&[DELTA, DATE, TIME, TZINFO, ZONE, DATETIME, StaticType::IsoCalendarDate])?;
    if fresh {
        put_constants(m)?;
    }
    m.put_types(dict, &[DATE, DATETIME, TIME, DELTA, TZINFO, ZONE])?;
    m.put_int(dict, "MINYEAR", 1)?;
    m.put_int(dict, "MAXYEAR", 9999)?;
    let utc = zone::utc(m);
    m.incref(utc);
    m.namespace_put(dict, "UTC", utc)
}

fn put_constants(m: &mut Machine) -> Outcome<()> {
    let put = |m: &mut Machine, which: StaticType, name: &str, value: Address| {
        let dict = m.type_dict(which.address());
        m.namespace_put(dict, name, value)
    };
    let least = delta::new(m, -i128::from(MOST_DAYS) * DAY)?;
    let most = delta::new(m, (i128::from(MOST_DAYS) + 1) * DAY - 1)?;
    let (micro, day) = (delta::new(m, 1)?, delta::new(m, DAY)?);
    for (name, value) in [("resolution", micro), ("min", least), ("max", most)] {
        put(m, DELTA, name, value)?;
    }
    let first = Civil { year: 1, month: 1, day: 1, ..Civil::default() };
    let last = Civil { year: 9999, month: 12, day: 31, hour: 23, minute: 59, second: 59, microsecond: 999_999, fold: 0 };
    for (name, civil) in [("min", first), ("max", last)] {
        let date = fields::new_date(m, DATE.address(), &civil);
        put(m, DATE, name, date)?;
        let time = fields::new_time(m, TIME.address(), &civil, Address::NULL);
        put(m, TIME, name, time)?;
        let moment = fields::new_moment(m, DATETIME.address(), &civil, Address::NULL);
        put(m, DATETIME, name, moment)?;
    }
    put(m, DATE, "resolution", day)?;
    for which in [TIME, DATETIME] {
        m.incref(micro);
        put(m, which, "resolution", micro)?;
    }
    let zero = delta::new(m, 0)?;
    let utc = zone::new_zone(m, zero, Address::NULL);
    m.decref(zero);
    put(m, ZONE, "utc", utc)?;
    for (name, seconds) in [("min", -86_340), ("max", 86_340)] {
        let offset = delta::new(m, seconds * 1_000_000)?;
        let made = zone::new_zone(m, offset, Address::NULL);
        m.decref(offset);
        put(m, ZONE, name, made)?;
    }
    Ok(())
}
