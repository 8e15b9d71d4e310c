//! Characters by their names, for `\N{...}`, and their names: those of CPython 3.12.1, which are Unicode 15.0's.
//!
//! tests/oracle/unicode_names.py records them and says how the file is laid out.

use std::ops::RangeInclusive;

static FILE: &[u8] = include_bytes!("names.bin");

const HANGUL: &str = "HANGUL SYLLABLE ";
const HANGUL_FIRST: u32 = 0xac00;
const LEADING: [&str; 19] = ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];
const VOWELS: [&str; 21] = [
    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I",
];
const TRAILING: [&str; 28] = [
    "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C",
    "K", "T", "P", "H",
];

const IDEOGRAPH: &str = "CJK UNIFIED IDEOGRAPH-";
const IDEOGRAPHS: [RangeInclusive<u32>; 9] = [
    0x3400..=0x4dbf,
    0x4e00..=0x9fff,
    0x20000..=0x2a6df,
    0x2a700..=0x2b739,
    0x2b740..=0x2b81d,
    0x2b820..=0x2cea1,
    0x2ceb0..=0x2ebe0,
    0x30000..=0x3134a,
    0x31350..=0x323af,
];

/// The character with this name or alias, as `\N{name}` finds it (Modules/unicodedata.c): case matters only where the name
/// follows from a rule.
pub fn character(name: &str) -> Option<char> {
    if let Some(syllable) = name.strip_prefix(HANGUL) {
        return hangul(syllable);
    }
    if let Some(digits) = name.strip_prefix(IDEOGRAPH) {
        return ideograph(digits);
    }
    heapglass_late::bring();
    recorded(&name.to_ascii_uppercase())
}

/// Address and length of the table, for who brings it late.
pub fn late_blocks() -> impl Iterator<Item = (usize, usize)> {
    [(FILE.as_ptr().addr(), FILE.len())].into_iter()
}

fn hangul(syllable: &str) -> Option<char> {
    // Of several beginnings the longest counts.
    let longest = |parts: &[&str], text: &str| {
        let fitting = parts.iter().enumerate().filter(|(_, part)| text.starts_with(**part));
        fitting.max_by_key(|(_, part)| part.len()).map(|(index, part)| (index as u32, part.len()))
    };
    let (leading, length) = longest(&LEADING, syllable)?;
    let rest = &syllable[length..];
    let (vowel, length) = longest(&VOWELS, rest)?;
    let rest = &rest[length..];
    let (trailing, length) = longest(&TRAILING, rest)?;
    let whole = length == rest.len();
    whole.then(|| char::from_u32(HANGUL_FIRST + (leading * 21 + vowel) * 28 + trailing)).flatten()
}

fn ideograph(digits: &str) -> Option<char> {
    let usual = matches!(digits.len(), 4 | 5) && digits.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'A'..=b'F'));
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| usual)?;
    IDEOGRAPHS.iter().any(|range| range.contains(&number)).then(|| char::from_u32(number)).flatten()
}

/// The name of a character (`unicodedata.name`), `None` if it has none.
pub fn name(character: char) -> Option<String> {
    let number = u32::from(character);
    let syllable = number.wrapping_sub(HANGUL_FIRST) as usize;
    if syllable < LEADING.len() * 21 * 28 {
        return Some(format!("{HANGUL}{}{}{}", LEADING[syllable / 588], VOWELS[syllable / 28 % 21], TRAILING[syllable % 28]));
    }
    if IDEOGRAPHS.iter().any(|range| range.contains(&number)) {
        return Some(format!("{IDEOGRAPH}{number:X}"));
    }
    heapglass_late::bring();
    let mut rest = FILE;
    let words = take_words(&mut rest)?;
    let mut found = None;
    walk(&mut rest, |known, packed| {
        if known == number {
            found = Some(packed);
        }
        known >= number
    })?;
    let mut packed = found?;
    let mut name = String::new();
    while let Some(index) = take(&mut packed) {
        let index = match index {
            100.. => 99 + (usize::from(index - 100) << 8) + usize::from(take(&mut packed)?),
            _ => usize::from(index) - 1,
        };
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(std::str::from_utf8(words.get(index)?).ok()?);
    }
    Some(name)
}

fn recorded(name: &str) -> Option<char> {
    let mut rest = FILE;
    let words = take_words(&mut rest)?;
    let mut wanted = Vec::new();
    for word in name.split(' ') {
        let index = words.iter().position(|known| *known == word.as_bytes())?;
        match index.checked_sub(99) {
            None => wanted.push(index as u8 + 1),
            Some(beyond) => wanted.extend([100 + (beyond >> 8) as u8, beyond as u8]),
        }
    }
    // The names, then the aliases.
    let mut found = None;
    for _ in 0..2 {
        walk(&mut rest, |number, packed| {
            if packed == wanted {
                found = Some(number);
            }
            found.is_some()
        })?;
        if let Some(number) = found {
            return char::from_u32(number);
        }
    }
    None
}

/// The words that names are made of.
fn take_words(rest: &mut &'static [u8]) -> Option<Vec<&'static [u8]>> {
    let count = take_word(rest)?;
    let mut words = Vec::with_capacity(count);
    for _ in 0..count {
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        words.push(&rest[..end]);
        *rest = &rest[end + 1..];
    }
    Some(words)
}

/// Shows one list's characters with the numbers of their words until `done` says so; else leaves `rest` behind it.
fn walk(rest: &mut &'static [u8], mut done: impl FnMut(u32, &'static [u8]) -> bool) -> Option<()> {
    let count = take_word(rest)?;
    let mut number = 0;
    for _ in 0..count {
        let mut shift = 0;
        loop {
            let byte = take(rest)?;
            number += u32::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 {
                break;
            }
        }
        let name = *rest;
        let mut length = 0;
        loop {
            match take(rest)? {
                0 => break,
                100.. => {
                    take(rest)?;
                    length += 2;
                }
                _ => length += 1,
            }
        }
        if done(number, name.get(..length)?) {
            return Some(());
        }
    }
    Some(())
}

fn take(rest: &mut &[u8]) -> Option<u8> {
    let (first, after) = rest.split_first()?;
    *rest = after;
    Some(*first)
}

fn take_word(rest: &mut &[u8]) -> Option<usize> {
    Some(usize::from(take(rest)?) | usize::from(take(rest)?) << 8)
}

#[cfg(test)]
mod tests {
    use super::{character, name};

    #[test]
    fn names_are_found_in_any_case_and_aliases_too() {
        // unicodedata.lookup of CPython 3.12.1.
        let found = ["bullet", "GREEK SMALL LETTER ALPHA", "line feed", "Grinning Face", "LATIN SMALL LETTER A"];
        assert_eq!(found.map(character), ['\u{2022}', 'α', '\n', '\u{1f600}', 'a'].map(Some));
        assert_eq!(["bul let", "", "LATIN SMALL LETTER R WITH TILDE", "TANGUT IDEOGRAPH-17000"].map(character), [None; 4]);
    }

    #[test]
    fn names_that_follow_from_a_rule_are_in_capitals() {
        let found = ["HANGUL SYLLABLE GA", "HANGUL SYLLABLE GAGG", "HANGUL SYLLABLE A", "CJK UNIFIED IDEOGRAPH-4E00", "CJK UNIFIED IDEOGRAPH-04E00"];
        assert_eq!(found.map(character), ['\u{ac00}', '\u{ac02}', '\u{c544}', '\u{4e00}', '\u{4e00}'].map(Some));
        let unknown = ["hangul syllable ga", "HANGUL SYLLABLE ", "cjk unified ideograph-4e00", "CJK UNIFIED IDEOGRAPH-4e00", "CJK UNIFIED IDEOGRAPH-2A6E0"];
        assert_eq!(unknown.map(character), [None; 5]);
    }

    #[test]
    fn characters_tell_their_names() {
        // unicodedata.name of CPython 3.12.1.
        let rows = [
            ('a', Some("LATIN SMALL LETTER A")), ('\u{1f600}', Some("GRINNING FACE")), ('\u{d55c}', Some("HANGUL SYLLABLE HAN")),
            ('\u{4e00}', Some("CJK UNIFIED IDEOGRAPH-4E00")), ('\n', None), ('\u{378}', None), ('\u{e01ef}', Some("VARIATION SELECTOR-256")),
        ];
        for (letter, expected) in rows {
            assert_eq!(name(letter).as_deref(), expected, "{letter:?}");
        }
    }
}
