//! Writing `co_linetable`; [`crate::lines`] reads it.

use crate::flow_graph::{Instruction, size};
use crate::lines::{LONG, NO_COLUMNS, NONE, ONE_LINE_0};
use crate::location::Location;

/// The table of `instructions`.
pub(super) fn line_table(instructions: &[Instruction], firstlineno: i32) -> Vec<u8> {
    let mut writer = Writer { bytes: Vec::new(), line: firstlineno };
    let mut location = Location::NONE;
    let mut units = 0;
    for instruction in instructions {
        if instruction.location != location {
            writer.run(location, units);
            location = instruction.location;
            units = 0;
        }
        units += size(instruction);
    }
    writer.run(location, units);
    writer.bytes
}

struct Writer {
    bytes: Vec<u8>,
    /// The line of the entry before.
    line: i32,
}

impl Writer {
    /// Entries for `units` units, at most eight each.
    fn run(&mut self, location: Location, units: u32) {
        let mut rest = units;
        while rest > 0 {
            let part = rest.min(8);
            self.entry(location, part);
            rest -= part;
        }
    }

    fn entry(&mut self, location: Location, units: u32) {
        let Location { line, end_line, column, end_column } = location;
        if line < 0 {
            return self.head(NONE, units);
        }
        let delta = line - self.line;
        let short = |value: i32| u8::try_from(value).unwrap_or(0);
        if column < 0 || end_column < 0 {
            if end_line == line || end_line == -1 {
                self.head(NO_COLUMNS, units);
                self.signed(delta);
                self.line = line;
                return;
            }
        } else if end_line == line {
            if delta == 0 && column < 80 && (0..16).contains(&(end_column - column)) {
                self.head(short(column >> 3), units);
                self.bytes.push(short((column & 7) << 4 | (end_column - column)));
                return;
            }
            if (0..3).contains(&delta) && column < 128 && end_column < 128 {
                self.head(ONE_LINE_0 + short(delta), units);
                self.bytes.extend([short(column), short(end_column)]);
                self.line = line;
                return;
            }
        }
        self.head(LONG, units);
        self.signed(delta);
        self.number(end_line - line);
        self.number(column + 1);
        self.number(end_column + 1);
        self.line = line;
    }

    fn head(&mut self, kind: u8, units: u32) {
        self.bytes.push(0x80 | kind << 3 | u8::try_from(units - 1).unwrap_or(7));
    }

    fn number(&mut self, value: i32) {
        let mut value = u32::try_from(value).unwrap_or(0);
        while value >= 64 {
            self.bytes.push(0x40 | (value & 0x3F) as u8);
            value >>= 6;
        }
        self.bytes.push(value as u8);
    }

    fn signed(&mut self, value: i32) {
        self.number(if value < 0 { (-value) << 1 | 1 } else { value << 1 });
    }
}
