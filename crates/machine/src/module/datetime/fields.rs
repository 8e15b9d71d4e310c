//! Dates and times as bytes of their objects, the year's high byte first.

use heapglass_heap::{
    Address,
    layout::native::{
        date::{HAS_TZINFO, HASH},
        datetime, time,
    },
    static_type::StaticType,
};

use super::{DATE, DATETIME, TIME, calendar::Civil};
use crate::machine::Machine;

/// Where the bytes begin.
const DATA: u64 = 25;
/// Bytes of a `time` without a time zone; its struct ends before the field.
const NAIVE_TIME_SIZE: u64 = 32;
/// Bytes of a `datetime` without a time zone.
const NAIVE_MOMENT_SIZE: u64 = 40;

/// The bytes of year, month and day.
pub const fn date_bytes(civil: &Civil) -> [u8; 4] {
    [(civil.year >> 8) as u8, civil.year as u8, civil.month as u8, civil.day as u8]
}

/// The bytes of a time of day.
pub const fn time_bytes(civil: &Civil) -> [u8; 6] {
    let micro = civil.microsecond;
    [
        civil.hour as u8,
        civil.minute as u8,
        civil.second as u8,
        (micro >> 16) as u8,
        (micro >> 8) as u8,
        micro as u8,
    ]
}

/// Both.
pub fn moment_bytes(civil: &Civil) -> Vec<u8> {
    [date_bytes(civil).as_slice(), time_bytes(civil).as_slice()].concat()
}

/// Year, month and day of four bytes.
pub fn read_date_bytes(bytes: &[u8]) -> Civil {
    Civil {
        year: i64::from(bytes[0]) << 8 | i64::from(bytes[1]),
        month: i64::from(bytes[2]),
        day: i64::from(bytes[3]),
        ..Civil::default()
    }
}

/// The time of day of six bytes, on a day.
pub fn read_time_bytes(day: Civil, bytes: &[u8]) -> Civil {
    Civil {
        hour: i64::from(bytes[0]),
        minute: i64::from(bytes[1]),
        second: i64::from(bytes[2]),
        microsecond: i64::from(bytes[3]) << 16 | i64::from(bytes[4]) << 8 | i64::from(bytes[5]),
        ..day
    }
}

/// What a date, time or datetime holds.
pub fn read(m: &Machine, object: Address) -> Civil {
    let memory = &m.heap.memory;
    if m.heap.is_instance(object, TIME) {
        let civil = read_time_bytes(Civil::default(), memory.slice(object.plus(DATA), 6));
        return Civil { fold: i64::from(memory.u8(object.plus(time::FOLD))), ..civil };
    }
    let day = read_date_bytes(memory.slice(object.plus(DATA), 4));
    if !m.heap.is_instance(object, DATETIME) {
        return day;
    }
    let civil = read_time_bytes(day, memory.slice(object.plus(DATA + 4), 6));
    Civil { fold: i64::from(memory.u8(object.plus(datetime::FOLD))), ..civil }
}

/// Whether it is a `date`, perhaps a `datetime`.
pub fn is_date(m: &Machine, object: Address) -> bool {
    m.heap.is_instance(object, DATE)
}

/// Whether it is a `datetime`.
pub fn is_moment(m: &Machine, object: Address) -> bool {
    m.heap.is_instance(object, DATETIME)
}

/// The `tzinfo` of a time or datetime, borrowed; null if there is none.
pub fn tzinfo(m: &Machine, object: Address) -> Address {
    if m.heap.memory.u8(object.plus(HAS_TZINFO)) == 0 {
        return Address::NULL;
    }
    m.field(object, if m.heap.is_instance(object, TIME) { time::TZINFO } else { datetime::TZINFO })
}

/// A block for an instance: shorter where the type is exact and has no time zone.
fn allocate(m: &mut Machine, class: Address, exact: StaticType, naive_size: Option<u64>) -> Address {
    let object = match naive_size {
        Some(size) if class == exact.address() => {
            let object = m.heap.new_instance(class, size);
            m.heap.memory.fill(object.plus(16), size - 16, 0);
            object
        }
        _ => m.heap.generic_allocate(class, 0),
    };
    m.set_word(object, HASH, -1);
    object
}

/// A new `date`.
pub fn new_date(m: &mut Machine, class: Address, civil: &Civil) -> Address {
    let object = allocate(m, class, DATE, None);
    m.heap.memory.write(object.plus(DATA), &date_bytes(civil));
    object
}

/// A new `time`; `zone` is borrowed, null for none.
pub fn new_time(m: &mut Machine, class: Address, civil: &Civil, zone: Address) -> Address {
    let object = allocate(m, class, TIME, zone.is_null().then_some(NAIVE_TIME_SIZE));
    m.heap.memory.write(object.plus(DATA), &time_bytes(civil));
    m.heap.memory.set_u8(object.plus(time::FOLD), civil.fold as u8);
    set_zone(m, object, time::TZINFO, zone);
    object
}

/// A new `datetime`; `zone` is borrowed, null for none.
pub fn new_moment(m: &mut Machine, class: Address, civil: &Civil, zone: Address) -> Address {
    let object = allocate(m, class, DATETIME, zone.is_null().then_some(NAIVE_MOMENT_SIZE));
    m.heap.memory.write(object.plus(DATA), &moment_bytes(civil));
    m.heap.memory.set_u8(object.plus(datetime::FOLD), civil.fold as u8);
    set_zone(m, object, datetime::TZINFO, zone);
    object
}

fn set_zone(m: &mut Machine, object: Address, offset: u64, zone: Address) {
    if !zone.is_null() {
        m.incref(zone);
        m.heap.memory.set_address(object.plus(offset), zone);
        m.heap.memory.set_u8(object.plus(HAS_TZINFO), 1);
    }
}
