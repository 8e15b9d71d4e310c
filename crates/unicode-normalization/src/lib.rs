//! The normalization forms: those of CPython 3.12.1, which are Unicode 15.0's. Identifiers are compared in form KC.
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
        let points: Vec<u32> = self.chars().map(u32::from).collect();
        let characters: Vec<char> = normalize(&points, Form::Kc).into_iter().filter_map(char::from_u32).collect();
        characters.into_iter()
    }
}

/// A normalization form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Taken apart, and put together.
    C,
    /// Taken apart.
    D,
    /// As C, with characters that only look different made one.
    Kc,
    /// As D, the same way.
    Kd,
}

/// Code points in a normalization form (`unicodedata.normalize`); surrogates stay what they are.
pub fn normalize(points: &[u32], form: Form) -> Vec<u32> {
    let tables = tables();
    let compatible = matches!(form, Form::Kc | Form::Kd);
    let mut parts: Vec<(u32, u8)> = Vec::new();
    for point in points {
        tables.decompose(*point, compatible, &mut |part| parts.push((part, tables.class(part))));
    }
    // Marks stand in the order of their classes.
    for run in parts.chunk_by_mut(|(_, left), (_, right)| *left != 0 && *right != 0) {
        run.sort_by_key(|(_, class)| *class);
    }
    match form {
        Form::C | Form::Kc => tables.compose(&parts),
        Form::D | Form::Kd => parts.into_iter().map(|(part, _)| part).collect(),
    }
}

/// The canonical combining class (`unicodedata.combining`).
pub fn combining_class(point: u32) -> u8 {
    tables().class(point)
}

/// Address and length of the tables, for who brings them late.
pub fn late_blocks() -> impl Iterator<Item = (usize, usize)> {
    [(FILE.as_ptr().addr(), FILE.len())].into_iter()
}

#[derive(Default)]
struct Tables {
    decompositions: HashMap<u32, Vec<u32>>,
    /// Start, end, class.
    classes: Vec<(u32, u32, u8)>,
    compositions: HashMap<(u32, u32), u32>,
    /// What a whole character is put together of.
    pairs: HashMap<u32, (u32, u32)>,
    /// Start and end of those whose decomposition is canonical too.
    singular: Vec<(u32, u32)>,
    /// The canonical decompositions that are others.
    canonical: HashMap<u32, Vec<u32>>,
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
        tables.decompositions = take_decompositions(&mut rest);
        let mut end = 0;
        for _ in 0..take(&mut rest) {
            let start = end + take(&mut rest);
            end = start + take(&mut rest);
            tables.classes.push((start, end, take(&mut rest) as u8));
        }
        for _ in 0..take(&mut rest) {
            let pair = (take(&mut rest), take(&mut rest));
            let whole = take(&mut rest);
            tables.compositions.insert(pair, whole);
            tables.pairs.insert(whole, pair);
        }
        let mut end = 0;
        for _ in 0..take(&mut rest) {
            let start = end + take(&mut rest);
            end = start + take(&mut rest);
            tables.singular.push((start, end));
        }
        tables.canonical = take_decompositions(&mut rest);
        tables
    }

    /// The canonical combining class.
    fn class(&self, number: u32) -> u8 {
        let range = self.classes.partition_point(|(_, end, _)| *end <= number);
        self.classes.get(range).filter(|(start, ..)| *start <= number).map_or(0, |(.., class)| *class)
    }

    fn decompose(&self, number: u32, compatible: bool, push: &mut impl FnMut(u32)) {
        if !compatible && let Some((first, second)) = self.pairs.get(&number) {
            self.decompose(*first, false, push);
            return self.decompose(*second, false, push);
        }
        let parts = if compatible || self.is_singular(number) { &self.decompositions } else { &self.canonical };
        if let Some(parts) = parts.get(&number) {
            parts.iter().for_each(|part| push(*part));
            return;
        }
        let index = number.wrapping_sub(SYLLABLES);
        if index >= LEADINGS * VOWELS_EACH * TRAILINGS_EACH {
            return push(number);
        }
        let trailing = index % TRAILINGS_EACH;
        let parts = [LEADING + index / (VOWELS_EACH * TRAILINGS_EACH), VOWELS + index / TRAILINGS_EACH % VOWELS_EACH, TRAILING + trailing];
        let count = if trailing == 0 { 2 } else { 3 };
        parts[..count].iter().copied().for_each(push);
    }

    fn is_singular(&self, number: u32) -> bool {
        let range = self.singular.partition_point(|(_, end)| *end <= number);
        self.singular.get(range).is_some_and(|(start, _)| *start <= number)
    }

    fn compose(&self, parts: &[(u32, u8)]) -> Vec<u32> {
        let mut out: Vec<u32> = Vec::new();
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

    fn pair(&self, first: u32, second: u32) -> Option<u32> {
        let (leading, vowel) = (first.wrapping_sub(LEADING), second.wrapping_sub(VOWELS));
        if leading < LEADINGS && vowel < VOWELS_EACH {
            return Some(SYLLABLES + (leading * VOWELS_EACH + vowel) * TRAILINGS_EACH);
        }
        let (syllable, trailing) = (first.wrapping_sub(SYLLABLES), second.wrapping_sub(TRAILING));
        if syllable < LEADINGS * VOWELS_EACH * TRAILINGS_EACH && syllable % TRAILINGS_EACH == 0 && (1..TRAILINGS_EACH).contains(&trailing) {
            return Some(first + trailing);
        }
        self.compositions.get(&(first, second)).copied()
    }
}

fn take_decompositions(rest: &mut &[u8]) -> HashMap<u32, Vec<u32>> {
    let mut character = 0;
    let count = take(rest);
    let each = (0..count).map(|_| {
        character += take(rest);
        let length = take(rest);
        (character, (0..length).map(|_| take(rest)).collect())
    });
    each.collect()
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
    use super::{Form, UnicodeNormalization, normalize};

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

    #[test]
    fn canonical_forms_keep_what_only_looks_alike() {
        // unicodedata.normalize of CPython 3.12.1: NFC and NFD.
        let rows = [
            ("ﬁ²", "ﬁ²", "ﬁ²"),
            ("\u{e9}\u{1e9b}\u{323}", "\u{e9}\u{1e9b}\u{323}", "e\u{301}\u{17f}\u{323}\u{307}"),
            ("\u{212b}\u{1ffd}\u{958}", "\u{c5}\u{b4}\u{915}\u{93c}", "A\u{30a}\u{b4}\u{915}\u{93c}"),
            ("\u{f900}\u{d55c}", "\u{8c48}\u{d55c}", "\u{8c48}\u{1112}\u{1161}\u{11ab}"),
        ];
        for (text, composed, apart) in rows {
            let points: Vec<u32> = text.chars().map(u32::from).collect();
            let shown = |form| normalize(&points, form).into_iter().filter_map(char::from_u32).collect::<String>();
            assert_eq!((shown(Form::C).as_str(), shown(Form::D).as_str()), (composed, apart), "{text}");
        }
    }
}
