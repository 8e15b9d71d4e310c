//! The line of an instruction, read from `co_linetable` (Objects/locations.md, `PyCode_Addr2Line`).
//!
//! Each entry begins with a byte whose top bit is set: four bits say how the place is written, three how many units it covers.
//! Only the line is wanted here, so the columns that follow are skipped: their bytes have the top bit clear.

use crate::{Address, Heap, object::code};

/// The entry has no place at all.
const NO_PLACE: u8 = 15;
/// A line relative to the one before, then end line and columns.
const LONG: u8 = 14;
/// A line relative to the one before, without columns.
const NO_COLUMNS: u8 = 13;
/// The same line; from here on to 12 one, two lines further down.
const ONE_LINE: u8 = 10;

impl Heap {
    /// The line of code unit `unit` (two bytes each); that of the `def` before the first; `None` if it has no line.
    pub fn code_line(&self, code: Address, unit: i64) -> Option<u32> {
        let mut line = i64::from(self.memory.u32(code.plus(code::FIRST_LINE)));
        if unit < 0 {
            return Some(line as u32);
        }
        let table = self.bytes_data(self.memory.address(code.plus(code::LINE_TABLE)));
        let mut covered = 0;
        let mut rest = table;
        while let Some((head, after)) = rest.split_first() {
            let length = after.iter().position(|byte| byte & 0x80 != 0).unwrap_or(after.len());
            let (place, next) = after.split_at(length);
            let kind = head >> 3 & 15;
            line += match kind {
                LONG | NO_COLUMNS => signed(place),
                ONE_LINE..=12 => i64::from(kind - ONE_LINE),
                _ => 0,
            };
            covered += i64::from(head & 7) + 1;
            if unit < covered {
                return (kind != NO_PLACE).then_some(line as u32);
            }
            rest = next;
        }
        None
    }
}

/// The first number of `bytes`, six bits at a time, its sign in the lowest bit.
fn signed(bytes: &[u8]) -> i64 {
    let mut value: i64 = 0;
    for (index, byte) in bytes.iter().enumerate().take(10) {
        value |= i64::from(byte & 63) << (6 * index);
        if byte & 64 == 0 {
            break;
        }
    }
    if value & 1 != 0 { -(value >> 1) } else { value >> 1 }
}
