//! What of a memory is other than when it was looked at before.

use super::{BASE, GRANULE, Memory};
use crate::address::Address;

/// Bytes of a line: what is told apart.
pub const LINE: u64 = 64;
const LINE_WORDS: usize = (LINE / 8) as usize;
const LINE_BIRTHS: usize = (LINE / GRANULE) as usize;
/// Lines that share a word of bits.
const GROUP: usize = 64;

/// A memory as it was, and which of its lines have changed since the look before: a bit for each.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    words: Vec<u64>,
    births: Vec<u32>,
    changed: Vec<u64>,
}

impl Changes {
    /// Compares with the look before. What was not there then has changed.
    pub fn look(&mut self, memory: &Memory) {
        let known = self.words.len().min(memory.words.len());
        self.words.resize(memory.words.len(), 0);
        self.births.resize(memory.births.len(), 0);
        self.changed.clear();
        let groups = self.words.chunks_mut(GROUP * LINE_WORDS).zip(self.births.chunks_mut(GROUP * LINE_BIRTHS));
        let now = memory.words.chunks(GROUP * LINE_WORDS).zip(memory.births.chunks(GROUP * LINE_BIRTHS));
        for (index, ((words, births), (new_words, new_births))) in groups.zip(now).enumerate() {
            let is_new = (index + 1) * GROUP * LINE_WORDS > known;
            if !is_new && !differ_words(words, new_words) && !differ_births(births, new_births) {
                self.changed.push(0);
                continue;
            }
            let lines = words.chunks(LINE_WORDS).zip(births.chunks(LINE_BIRTHS));
            let new_lines = new_words.chunks(LINE_WORDS).zip(new_births.chunks(LINE_BIRTHS));
            let bits = lines.zip(new_lines).enumerate().fold(0, |bits, (line, ((words, births), (new_words, new_births)))| {
                let differs = is_new || differ_words(words, new_words) || differ_births(births, new_births);
                bits | u64::from(differs) << line
            });
            words.copy_from_slice(new_words);
            births.copy_from_slice(new_births);
            self.changed.push(bits);
        }
    }

    /// The number of the line that `at` lies in.
    pub fn line(at: Address) -> u32 {
        (at.raw().wrapping_sub(BASE) / LINE) as u32
    }

    /// Whether a line has changed, its birth numbers included. What lies beyond the memory has.
    #[inline]
    pub fn has(&self, line: u32) -> bool {
        let line = line as usize;
        self.changed.get(line / GROUP).is_none_or(|bits| bits >> (line % GROUP) & 1 == 1)
    }
}

// Not `==`: where there is no wide comparison it goes byte by byte.
fn differ_words(one: &[u64], other: &[u64]) -> bool {
    one.iter().zip(other).fold(0, |all, (one, other)| all | (one ^ other)) != 0
}

fn differ_births(one: &[u32], other: &[u32]) -> bool {
    one.iter().zip(other).fold(0, |all, (one, other)| all | (one ^ other)) != 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::PAGE;

    #[test]
    fn a_line_has_changed_if_a_byte_or_a_birth_number_in_it_has() {
        let mut memory = Memory::new();
        let start = memory.grow(3);
        let mut changes = Changes::default();
        changes.look(&memory);
        assert!(changes.has(Changes::line(start)), "what was not there before has changed");
        changes.look(&memory);
        assert!(!changes.has(Changes::line(start)));
        let (byte, birth) = (start.plus(PAGE + 7), start.plus(2 * PAGE + 16));
        memory.set_u8(byte, 1);
        memory.set_birth(birth, 5);
        changes.look(&memory);
        let changed: Vec<u32> = (0..(3 * PAGE / LINE) as u32).filter(|line| changes.has(*line)).collect();
        assert_eq!(changed, [Changes::line(byte), Changes::line(birth)]);
        memory.grow(1);
        changes.look(&memory);
        assert!(!changes.has(Changes::line(byte)));
        assert!(changes.has(Changes::line(start.plus(3 * PAGE))));
        assert!(changes.has(u32::MAX));
    }
}
