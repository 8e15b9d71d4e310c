//! The recorded walks: what importing each module of CPython's library does to the collector's counters.
//!
//! tests/oracle/import_walks.py records them from CPython 3.12.1 and says how the file is laid out.

use std::{ops::Range, sync::OnceLock};

static FILE: &[u8] = include_bytes!("walks.bin");

/// A container as the walks tell them apart: what the free lists may keep, by number.
pub(crate) type Kind = u8;
/// One more than the greatest [`Kind`]: any other container, list, dict, tuples of 1 to 20.
pub(crate) const KINDS: usize = 23;

/// One event of a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event<'a> {
    /// A container is born.
    Born(Kind),
    /// A container dies.
    Died(Kind),
    /// The eval loop looks whether a collection is due.
    Look,
    /// The module object is made.
    Module,
    /// Another module is imported, unless it has been before.
    Import(usize),
    /// Containers have become garbage; four bytes each: the kind, and how many containers of this module ago it was born.
    Garbage(&'a [u8]),
    /// The module's code dies.
    Code,
}

/// All walks.
pub(crate) struct WalkTable {
    modules: Vec<(&'static str, Range<usize>)>,
    events: Vec<u8>,
}

/// The recorded walks.
pub(crate) fn table() -> &'static WalkTable {
    static TABLE: OnceLock<WalkTable> = OnceLock::new();
    TABLE.get_or_init(|| {
        heapglass_late::bring();
        WalkTable::read(FILE)
    })
}

/// Address and length of the recorded walks, for who brings them late.
pub(crate) fn late_blocks() -> impl Iterator<Item = (usize, usize)> {
    [(FILE.as_ptr().addr(), FILE.len())].into_iter()
}

impl WalkTable {
    /// The number of a module that was recorded.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.modules.iter().position(|(known, _)| *known == name)
    }

    /// The events of a module, in order; none for one that is there from the start.
    pub(crate) fn events(&self, number: usize) -> Events<'_> {
        let range = self.modules.get(number).map_or(0..0, |(_, range)| range.clone());
        Events(self.events.get(range).unwrap_or_default())
    }

    fn read(file: &'static [u8]) -> Self {
        let mut modules = Vec::new();
        let mut rest = file.strip_prefix(b"walks 1\n").unwrap_or_default();
        let count = take(&mut rest, 2);
        let mut start = 0;
        for _ in 0..count {
            let length = take(&mut rest, 1).min(rest.len());
            let (name, after) = rest.split_at(length);
            rest = after;
            let end = start + take(&mut rest, 4);
            modules.push((std::str::from_utf8(name).unwrap_or_default(), start..end));
            start = end;
        }
        Self { modules, events: unpack(rest) }
    }
}

/// Takes a little-endian number of so many bytes from the front.
fn take(from: &mut &[u8], bytes: usize) -> usize {
    let (taken, rest) = from.split_at(bytes.min(from.len()));
    *from = rest;
    taken.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
}

/// Takes a number of seven bits a byte.
fn take_number(from: &mut &[u8]) -> usize {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = take(from, 1);
        number |= (byte & 127) << shift;
        shift += 7;
        if byte < 128 || shift > 56 {
            return number;
        }
    }
}

/// Undoes `compress` of import_walks.py: literal bytes, then a length and a distance to copy from, over and over.
fn unpack(mut packed: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    while !packed.is_empty() {
        let literal = take_number(&mut packed).min(packed.len());
        out.extend_from_slice(&packed[..literal]);
        packed = &packed[literal..];
        let length = take_number(&mut packed);
        if length == 0 {
            break;
        }
        let distance = take_number(&mut packed);
        for _ in 0..length {
            let Some(from) = out.len().checked_sub(distance.max(1)) else { return out };
            out.push(out[from]);
        }
    }
    out
}

/// The events of one walk.
pub(crate) struct Events<'a>(&'a [u8]);

impl<'a> Iterator for Events<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        const DIES: u8 = KINDS as u8;
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(match first {
            kind if *kind < DIES => Event::Born(*kind),
            kind if *kind < 2 * DIES => Event::Died(*kind - DIES),
            46 => Event::Look,
            47 => Event::Module,
            48 => Event::Import(take(&mut self.0, 2)),
            50 => Event::Code,
            _ => {
                let bytes = 4 * take(&mut self.0, 1);
                let (members, rest) = self.0.split_at(bytes.min(self.0.len()));
                self.0 = rest;
                Event::Garbage(members)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, table};

    #[test]
    fn every_walk_can_be_read_to_its_end() {
        let table = table();
        for (number, (name, range)) in table.modules.iter().enumerate() {
            let makes_module = table.events(number).filter(|event| *event == Event::Module).count();
            assert!(makes_module <= 1, "{name} makes its module once");
            assert!(range.end <= table.events.len(), "{name} lies within the file");
            for event in table.events(number) {
                if let Event::Import(other) = event {
                    assert!(other < table.modules.len(), "{name} imports modules of the table");
                }
            }
        }
        assert!(table.number("gc").is_some());
    }

    #[test]
    fn a_module_of_the_start_has_an_empty_walk() {
        let table = table();
        let sys = table.number("sys").expect("sys is in the table");
        assert_eq!(table.events(sys).count(), 0);
    }
}
