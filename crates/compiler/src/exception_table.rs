//! `co_exceptiontable`: where an exception raised in a range of instructions is handled
//! (`Objects/exception_handling_notes.txt`).

/// One protected range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// First protected unit (two bytes of `co_code` each), caches counted.
    pub start: u32,
    /// Unit after the last protected one.
    pub end: u32,
    /// Unit of the handler.
    pub target: u32,
    /// Depth to which the value stack is cut before the exception is pushed, in words.
    pub depth: u32,
    /// Whether the index of the raising instruction is pushed below the exception.
    pub lasti: bool,
}

/// Reads an exception table; stops early where the bytes break off.
pub fn entries(table: &[u8]) -> Vec<Entry> {
    let mut bytes = table.iter().copied();
    let mut found = Vec::new();
    while let Some(entry) = entry(&mut bytes) {
        found.push(entry);
    }
    found
}

/// The handler of the instruction at `unit`.
pub fn handler(entries: &[Entry], unit: u32) -> Option<Entry> {
    entries.iter().copied().find(|entry| entry.start <= unit && unit < entry.end)
}

fn entry(bytes: &mut impl Iterator<Item = u8>) -> Option<Entry> {
    let start = number(bytes)?;
    let length = number(bytes)?;
    let target = number(bytes)?;
    let depth_and_lasti = number(bytes)?;
    let (depth, lasti) = (depth_and_lasti >> 1, depth_and_lasti & 1 == 1);
    Some(Entry { start, end: start.checked_add(length)?, target, depth, lasti })
}

/// Six bits a byte, highest first; bit 6 says that more follow, bit 7 marks the start of an entry.
fn number(bytes: &mut impl Iterator<Item = u8>) -> Option<u32> {
    let mut value: u32 = 0;
    loop {
        let byte = bytes.next()?;
        value = value.checked_mul(64)? | u32::from(byte & 0x3F);
        if byte & 0x40 == 0 {
            return Some(value);
        }
    }
}

/// Appends `entry` as CPython writes it (`assemble_emit_exception_table_entry`).
pub(crate) fn write(table: &mut Vec<u8>, entry: Entry) {
    write_number(table, entry.start, 0x80);
    write_number(table, entry.end - entry.start, 0);
    write_number(table, entry.target, 0);
    write_number(table, entry.depth << 1 | u32::from(entry.lasti), 0);
}

fn write_number(table: &mut Vec<u8>, value: u32, mark: u8) {
    let mut mark = mark;
    for shift in [24, 18, 12, 6] {
        if value >> shift != 0 {
            table.push(((value >> shift) & 0x3F) as u8 | 0x40 | mark);
            mark = 0;
        }
    }
    table.push((value & 0x3F) as u8 | mark);
}

#[cfg(test)]
mod tests {
    use super::{Entry, entries, write};

    #[test]
    fn what_is_written_is_read_back() {
        let first = Entry { start: 3, end: 70, target: 4097, depth: 1, lasti: true };
        let second = Entry { start: 64, end: 65, target: 5, depth: 0, lasti: false };
        let mut table = Vec::new();
        write(&mut table, first);
        write(&mut table, second);
        assert_eq!(entries(&table), [first, second]);
    }
}
