//! `co_linetable`: which part of the source each instruction comes from (PEP 626, PEP 657; `Objects/locations.md`).
//!
//! An entry is a byte `1 kkkk lll` (kind k, length l+1 units) and what the kind asks for.

/// One run of instruction units with one place in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineEntry {
    /// First unit (two bytes of `co_code` each), caches counted.
    pub start: u32,
    /// Unit after the last.
    pub end: u32,
    /// The place; `None` for instructions without one.
    pub place: Option<Place>,
}

/// A place in the source; columns are UTF-8 bytes from 0, `None` where the compiler gave none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// First line, from 1.
    pub line: u32,
    /// Last line.
    pub end_line: u32,
    /// First column.
    pub column: Option<u32>,
    /// Column after the last.
    pub end_column: Option<u32>,
}

/// Entry kinds: 0–9 short forms, then these (`_PyCodeLocationInfoKind`).
pub(crate) const ONE_LINE_0: u8 = 10;
pub(crate) const NO_COLUMNS: u8 = 13;
pub(crate) const LONG: u8 = 14;
pub(crate) const NONE: u8 = 15;

/// Reads a line table. Bytes that break off or lead outside the numbers end the list early.
pub fn line_table(table: &[u8], firstlineno: u32) -> Vec<LineEntry> {
    let mut reader = Reader { bytes: table, at: 0 };
    let mut entries = Vec::new();
    let mut line = i64::from(firstlineno);
    let mut start = 0;
    while let Some(head) = reader.byte() {
        let end = start + u32::from(head & 7) + 1;
        let Some(place) = reader.place(head >> 3 & 15, &mut line) else {
            break;
        };
        entries.push(LineEntry { start, end, place });
        start = end;
    }
    entries
}

/// The line of the instruction at `unit`; `None` if it has none. A plain search, for tracebacks and views.
pub fn line_at(table: &[u8], firstlineno: u32, unit: u32) -> Option<u32> {
    let entries = line_table(table, firstlineno);
    let entry = entries.iter().find(|entry| entry.start <= unit && unit < entry.end)?;
    entry.place.map(|place| place.line)
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    /// Six bits a byte, lowest first; bit 6 says that more follow.
    fn number(&mut self) -> Option<u32> {
        let mut value = 0;
        let mut shift = 0;
        loop {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x3F).checked_shl(shift)?;
            if byte & 0x40 == 0 {
                return Some(value);
            }
            shift += 6;
        }
    }

    /// A number whose lowest bit is its sign.
    fn signed(&mut self) -> Option<i64> {
        let value = self.number()?;
        let size = i64::from(value >> 1);
        Some(if value & 1 == 0 { size } else { -size })
    }

    /// What follows an entry's first byte; moves `line` as the entry says. The outer `None` is a broken table.
    fn place(&mut self, kind: u8, line: &mut i64) -> Option<Option<Place>> {
        let same_line = |line: i64, column: u32, end_column: u32| {
            let line = u32::try_from(line).ok()?;
            Some(Place { line, end_line: line, column: Some(column), end_column: Some(end_column) })
        };
        match kind {
            NONE => Some(None),
            LONG => {
                *line += self.signed()?;
                let end_line = *line + i64::from(self.number()?);
                let (column, end_column) = (self.number()?, self.number()?);
                Some(Some(Place {
                    line: u32::try_from(*line).ok()?,
                    end_line: u32::try_from(end_line).ok()?,
                    column: column.checked_sub(1),
                    end_column: end_column.checked_sub(1),
                }))
            }
            NO_COLUMNS => {
                *line += self.signed()?;
                let line = u32::try_from(*line).ok()?;
                Some(Some(Place { line, end_line: line, column: None, end_column: None }))
            }
            10..=12 => {
                *line += i64::from(kind - ONE_LINE_0);
                let (column, end_column) = (u32::from(self.byte()?), u32::from(self.byte()?));
                same_line(*line, column, end_column).map(Some)
            }
            short => {
                let second = self.byte()?;
                let column = u32::from(short) * 8 + u32::from(second >> 4);
                same_line(*line, column, column + u32::from(second & 15)).map(Some)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, line_at, line_table};

    /// `compile("x = 1\nyy = x + 300\n", "", "exec").co_linetable` of CPython 3.12.1.
    const TABLE: &[u8] = &[
        0xF0, 0x03, 0x01, 0x01, 0x01, 0xD8, 0x04, 0x05, 0x80, 0x01, 0xD8, 0x05, 0x06, 0x88, 0x13, 0x81, 0x57, 0x81,
        0x02,
    ];

    #[test]
    fn a_table_gives_lines_and_columns() {
        let entries = line_table(TABLE, 1);
        let place = Place { line: 1, end_line: 1, column: Some(4), end_column: Some(5) };
        assert_eq!(entries[1].place, Some(place));
        assert_eq!(line_at(TABLE, 1, 0), Some(0));
        assert_eq!(line_at(TABLE, 1, 3), Some(2));
    }
}
