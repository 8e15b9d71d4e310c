//! Normalization form KC, in which identifiers are compared: that of CPython 3.12.1, which is Unicode 15.0's.
//!
//! tests/oracle/unicode_normalization.py records the tables and says how the file is laid out.

use std::{collections::HashMap, sync::OnceLock};

static FILE: &[u8] = include_bytes!("forms.bin");

// Hangul syllables are put together by a rule (The Unicode Standard, 3.12).
const SYLLABLES: u32 = 0xac00;
const LEADING: u32 = 0x1100;
const VOWELS: u32 = 0x1161;
const TRAILING: u32 = 0x11a7;
const LEADINGS: u32 = 19;
const VOWELS_EACH: u32 = 21;
const TRAILINGS_EACH: u32 = 28;

/// What can be normalized.
pub trait UnicodeNormalization {
    /// The characters in normalization form KC (`unicodedata.normalize("NFKC", …)`).
    fn nfkc(self) -> std::vec::IntoIter<char>;
}

impl UnicodeNormalization for &str {
    fn nfkc(self) -> std::vec::IntoIter<char> {
        let tables = tables();
        let mut parts: Vec<(char, u8)> = Vec::new();
        for character in self.chars() {
            tables.decompose(character, &mut |part| parts.push((part, tables.class(part))));
        }
        // Marks stand in the order of their classes.
        for run in parts.chunk_by_mut(|(_, left), (_, right)| *left != 0 && *right != 0) {
            run.sort_by_key(|(_, class)| *class);
        }
        tables.compose(&parts).into_iter()
    }
}

/// Address and length of the tables, for who brings them late.
pub fn late_blocks() -> impl Iterator<Item = (usize, usize)> {
    [(FILE.as_ptr().addr(), FILE.len())].into_iter()
}

#[derive(Default)]
struct Tables {
    decompositions: HashMap<u32, Vec<char>>,
    /// Start, end, class.
    classes: Vec<(u32, u32, u8)>,
    compositions: HashMap<(u32, u32), char>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        heapglass_late::bring();
        Tables::read(FILE)
    })
}

impl Tables {
    fn read(mut rest: &[u8]) -> Self {
        let mut tables = Self::default();
        let mut character = 0;
        for _ in 0..take(&mut rest) {
            character += take(&mut rest);
            let length = take(&mut rest);
            let parts = (0..length).filter_map(|_| char::from_u32(take(&mut rest))).collect();
            tables.decompositions.insert(character, parts);
        }
        let mut end = 0;
        for _ in 0..take(&mut rest) {
            let start = end + take(&mut rest);
            end = start + take(&mut rest);
            tables.classes.push((start, end, take(&mut rest) as u8));
        }
        for _ in 0..take(&mut rest) {
            let pair = (take(&mut rest), take(&mut rest));
            tables.compositions.extend(char::from_u32(take(&mut rest)).map(|whole| (pair, whole)));
        }
        tables
    }

    /// The canonical combining class.
    fn class(&self, character: char) -> u8 {
        let number = u32::from(character);
        let range = self.classes.partition_point(|(_, end, _)| *end <= number);
        self.classes.get(range).filter(|(start, ..)| *start <= number).map_or(0, |(.., class)| *class)
    }

    fn decompose(&self, character: char, push: &mut impl FnMut(char)) {
        let number = u32::from(character);
        if let Some(parts) = self.decompositions.get(&number) {
            parts.iter().for_each(|part| push(*part));
            return;
        }
        let index = number.wrapping_sub(SYLLABLES);
        if index >= LEADINGS * VOWELS_EACH * TRAILINGS_EACH {
            return push(character);
        }
        let trailing = index % TRAILINGS_EACH;
        let parts = [LEADING + index / (VOWELS_EACH * TRAILINGS_EACH), VOWELS + index / TRAILINGS_EACH % VOWELS_EACH, TRAILING + trailing];
        let count = if trailing == 0 { 2 } else { 3 };
        parts[..count].iter().filter_map(|part| char::from_u32(*part)).for_each(push);
    }

    fn compose(&self, parts: &[(char, u8)]) -> Vec<char> {
        let mut out: Vec<char> = Vec::new();
        let mut starter = None;
        let mut last_class = None;
        for (character, class) in parts {
            // A mark reaches the starter unless one of its own class, or another starter, stands between.
            let reaches = last_class.is_none_or(|last| last < *class);
            let whole = starter.filter(|_| reaches).and_then(|place: usize| self.pair(out[place], *character).map(|whole| (place, whole)));
            if let Some((place, whole)) = whole {
                out[place] = whole;
                continue;
            }
            if *class == 0 {
                starter = Some(out.len());
                last_class = None;
            } else {
                last_class = Some(*class);
            }
            out.push(*character);
        }
        out
    }

    fn pair(&self, first: char, second: char) -> Option<char> {
        let (first, second) = (u32::from(first), u32::from(second));
        let (leading, vowel) = (first.wrapping_sub(LEADING), second.wrapping_sub(VOWELS));
        if leading < LEADINGS && vowel < VOWELS_EACH {
            return char::from_u32(SYLLABLES + (leading * VOWELS_EACH + vowel) * TRAILINGS_EACH);
        }
        let (syllable, trailing) = (first.wrapping_sub(SYLLABLES), second.wrapping_sub(TRAILING));
        if syllable < LEADINGS * VOWELS_EACH * TRAILINGS_EACH && syllable % TRAILINGS_EACH == 0 && (1..TRAILINGS_EACH).contains(&trailing) {
            return char::from_u32(first + trailing);
        }
        self.compositions.get(&(first, second)).copied()
    }
}

/// Takes a number of seven bits a byte from the front.
fn take(rest: &mut &[u8]) -> u32 {
    let (mut number, mut shift) = (0, 0);
    while let Some((byte, after)) = rest.split_first() {
        *rest = after;
        number |= u32::from(byte & 127) << shift;
        shift += 7;
        if *byte < 128 || shift > 28 {
            break;
        }
    }
    number
}

#[cfg(test)]
mod tests {
    use super::UnicodeNormalization;

    fn normalized(text: &str) -> String {
        text.nfkc().collect()
    }

    #[test]
    fn characters_are_put_together_as_cpython_puts_them() {
        // unicodedata.normalize("NFKC", …) of CPython 3.12.1.
        let rows = [
            ("ﬁne", "fine"),
            ("e\u{301}", "é"),
            ("ａｂ１", "ab1"),
            ("x²", "x2"),
            ("a\u{328}\u{301}", "ą\u{301}"),
            ("a\u{301}\u{328}", "ą\u{301}"),
            ("\u{1112}\u{1161}\u{11ab}", "한"),
            ("한글", "한글"),
            ("Å", "Å"),
            ("\u{958}", "\u{915}\u{93c}"),
            ("ǆ", "dž"),
            ("名前", "名前"),
        ];
        for (text, expected) in rows {
            assert_eq!(normalized(text), expected, "{text}");
        }
    }
}
