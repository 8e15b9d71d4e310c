//! Case and character classes (Objects/unicodectype.c), from the Unicode tables of the standard library.

use unicode_general_category::{GeneralCategory, get_general_category};

/// Characters of Unicode 15.1 and 16.0, which the tables have and 3.12 does not: first and last of each run.
const NEWER: [(u32, u32); 50] = [
    (0x897, 0x897), (0x1b4e, 0x1b4f), (0x1b7f, 0x1b7f), (0x1c89, 0x1c8a), (0x2427, 0x2429), (0x2ffc, 0x2fff),
    (0x31e4, 0x31e5), (0x31ef, 0x31ef), (0xa7cb, 0xa7cd), (0xa7da, 0xa7dc), (0x105c0, 0x105f3), (0x10d40, 0x10d65),
    (0x10d69, 0x10d85), (0x10d8e, 0x10d8f), (0x10ec2, 0x10ec4), (0x10efc, 0x10efc), (0x11380, 0x11389),
    (0x1138b, 0x1138b), (0x1138e, 0x1138e), (0x11390, 0x113b5), (0x113b7, 0x113c0), (0x113c2, 0x113c2),
    (0x113c5, 0x113c5), (0x113c7, 0x113ca), (0x113cc, 0x113d5), (0x113d7, 0x113d8), (0x113e1, 0x113e2),
    (0x116d0, 0x116e3), (0x11bc0, 0x11be1), (0x11bf0, 0x11bf9), (0x11f5a, 0x11f5a), (0x13460, 0x143fa),
    (0x16100, 0x16139), (0x16d40, 0x16d79), (0x18cff, 0x18cff), (0x1cc00, 0x1ccf9), (0x1cd00, 0x1ceb3),
    (0x1e5d0, 0x1e5fa), (0x1e5ff, 0x1e5ff), (0x1f8b2, 0x1f8bb), (0x1f8c0, 0x1f8c1), (0x1fa89, 0x1fa89),
    (0x1fa8f, 0x1fa8f), (0x1fabe, 0x1fabe), (0x1fac6, 0x1fac6), (0x1fadc, 0x1fadc), (0x1fadf, 0x1fadf),
    (0x1fae9, 0x1fae9), (0x1fbcb, 0x1fbef), (0x2ebf0, 0x2ee5d),
];

/// Digits that are no decimals: first and last of a run, the value of the first.
const OTHER_DIGITS: [(u32, u32, u32); 21] = [
    (0xb2, 0xb3, 2), (0xb9, 0xb9, 1), (0x1369, 0x1371, 1), (0x19da, 0x19da, 1), (0x2070, 0x2070, 0), (0x2074, 0x2079,
    4), (0x2080, 0x2089, 0), (0x2460, 0x2468, 1), (0x2474, 0x247c, 1), (0x2488, 0x2490, 1), (0x24ea, 0x24ea, 0),
    (0x24f5, 0x24fd, 1), (0x24ff, 0x24ff, 0), (0x2776, 0x277e, 1), (0x2780, 0x2788, 1), (0x278a, 0x2792, 1), (0x10a40,
    0x10a43, 1), (0x10e60, 0x10e68, 1), (0x11052, 0x1105a, 1), (0x1f100, 0x1f100, 0), (0x1f101, 0x1f10a, 0),
];

fn category(point: u32) -> Option<GeneralCategory> {
    if point >= NEWER[0].0 {
        let after = NEWER.partition_point(|(first, _)| *first <= point);
        if point <= NEWER[after - 1].1 {
            return None;
        }
    }
    char::from_u32(point).map(get_general_category)
}

/// `str.isspace` of one character.
pub fn is_space(point: u32) -> bool {
    matches!(point, 9..=13 | 28..=32 | 0x85 | 0xa0 | 0x1680 | 0x2000..=0x200a | 0x2028 | 0x2029 | 0x202f | 0x205f | 0x3000)
}

/// Whether `str.splitlines` cuts here.
pub fn is_line_break(point: u32) -> bool {
    matches!(point, 10..=13 | 28..=30 | 0x85 | 0x2028 | 0x2029)
}

/// `str.isalpha` of one character: the categories Lm, Lt, Lu, Ll, Lo.
pub fn is_alpha(point: u32) -> bool {
    use GeneralCategory as G;
    let letter = [G::UppercaseLetter, G::LowercaseLetter, G::TitlecaseLetter, G::ModifierLetter, G::OtherLetter];
    category(point).is_some_and(|found| letter.contains(&found))
}

/// `str.isdecimal` of one character.
pub fn is_decimal(point: u32) -> bool {
    category(point) == Some(GeneralCategory::DecimalNumber)
}

/// The value of a decimal digit of any script.
pub fn decimal_value(point: u32) -> Option<u32> {
    if !is_decimal(point) {
        return None;
    }
    // Decimal digits come in runs of ten; the run of this one begins where a multiple of ten back is no digit.
    let mut zero = point;
    while zero > 0 && is_decimal(zero - 1) {
        zero -= 1;
    }
    Some((point - zero) % 10)
}

/// The two letters of a character's category.
pub fn category_name(point: u32) -> &'static str {
    match (point, category(point)) {
        (0xd800..=0xdfff, _) => "Cs",
        (_, found) => found.map_or("Cn", |found| found.abbreviation()),
    }
}

/// The value of a digit: a decimal, a superscript and the like.
pub fn digit_value(point: u32) -> Option<u32> {
    let other = OTHER_DIGITS.iter().find(|(first, last, _)| (*first..=*last).contains(&point));
    other.map(|(first, _, value)| point - first + value).or_else(|| decimal_value(point))
}

/// `str.isdigit` of one character: decimals, superscripts and the like.
pub fn is_digit(point: u32) -> bool {
    is_decimal(point) || OTHER_DIGITS.iter().any(|(first, last, _)| (*first..=*last).contains(&point))
}

/// `str.isnumeric` of one character.
pub fn is_numeric(point: u32) -> bool {
    use GeneralCategory as G;
    // Ideographs that are numbers are letters besides.
    matches!(category(point), Some(G::DecimalNumber | G::LetterNumber | G::OtherNumber)) || matches!(
        point,
        0x3405 | 0x3483 | 0x382a | 0x3b4d | 0x4e00 | 0x4e03 | 0x4e07 | 0x4e09 | 0x4e5d | 0x4e8c | 0x4e94 | 0x4e96
            | 0x4ebf..=0x4ec0 | 0x4edf | 0x4ee8 | 0x4f0d | 0x4f70 | 0x5104 | 0x5146 | 0x5169 | 0x516b | 0x516d
            | 0x5341 | 0x5343..=0x5345 | 0x534c | 0x53c1..=0x53c4 | 0x56db | 0x58f1 | 0x58f9 | 0x5e7a
            | 0x5efe..=0x5eff | 0x5f0c..=0x5f0e | 0x5f10 | 0x62fe | 0x634c | 0x67d2 | 0x6f06 | 0x7396 | 0x767e
            | 0x8086 | 0x842c | 0x8cae | 0x8cb3 | 0x8d30 | 0x9621 | 0x9646 | 0x964c | 0x9678 | 0x96f6 | 0xf96b
            | 0xf973 | 0xf978 | 0xf9b2 | 0xf9d1 | 0xf9d3 | 0xf9fd | 0x20001 | 0x20064 | 0x200e2 | 0x20121 | 0x2092a
            | 0x20983 | 0x2098c
    )
}

/// Whether the character has the property Uppercase.
pub fn is_upper(point: u32) -> bool {
    char::from_u32(point).is_some_and(char::is_uppercase) && category(point).is_some()
}

/// Whether the character has the property Lowercase.
pub fn is_lower(point: u32) -> bool {
    char::from_u32(point).is_some_and(char::is_lowercase) && category(point).is_some()
}

/// Whether the character has category Lt.
pub fn is_title(point: u32) -> bool {
    category(point) == Some(GeneralCategory::TitlecaseLetter)
}

/// Whether `repr` shows the character as it is.
pub fn is_printable(point: u32) -> bool {
    use GeneralCategory as G;
    match category(point) {
        None | Some(G::Control | G::Format | G::Surrogate | G::PrivateUse | G::Unassigned | G::LineSeparator | G::ParagraphSeparator) => false,
        Some(G::SpaceSeparator) => point == 32,
        Some(_) => true,
    }
}

/// Whether a name may begin with the character.
pub fn is_identifier_start(point: u32) -> bool {
    point == 0x5f || is_alpha(point) || category(point) == Some(GeneralCategory::LetterNumber)
}

/// Whether a name may go on with the character.
pub fn is_identifier_part(point: u32) -> bool {
    use GeneralCategory as G;
    let more = [G::NonspacingMark, G::SpacingMark, G::DecimalNumber, G::ConnectorPunctuation];
    is_identifier_start(point) || point == 0xb7 || category(point).is_some_and(|found| more.contains(&found))
}

/// `str.upper`.
pub fn upper(text: &[u32]) -> Vec<u32> {
    map(text, |c, out| if has_no_capital(c) { out.push(c.into()) } else { out.extend(c.to_uppercase().map(u32::from)) })
}

/// Letters that got a capital after Unicode 15.0, which 3.12 knows.
fn has_no_capital(c: char) -> bool {
    matches!(c, 'ƛ' | 'ɤ' | '\u{1c8a}')
}

/// `str.lower`; a final sigma is the one at the end of a word.
pub fn lower(text: &[u32]) -> Vec<u32> {
    let mut out = Vec::with_capacity(text.len());
    for at in 0..text.len() {
        push_lower(text, at, &mut out);
    }
    out
}

fn push_lower(text: &[u32], at: usize, out: &mut Vec<u32>) {
    match char::from_u32(text[at]) {
        Some('Σ') => out.push(if ends_word(text, at) { 0x3c2 } else { 0x3c3 }),
        Some(c) => out.extend(c.to_lowercase().map(u32::from)),
        None => out.push(text[at]),
    }
}

fn ends_word(text: &[u32], at: usize) -> bool {
    let cased = |point: &&u32| is_upper(**point) || is_lower(**point) || is_title(**point);
    let passed = |point: &&u32| matches!(**point, 0x27 | 0xad | 0x2019 | 0x300..=0x36f);
    let before = text[..at].iter().rev().find(|point| !passed(point));
    let after = text[at + 1..].iter().find(|point| !passed(point));
    before.as_ref().is_some_and(cased) && !after.as_ref().is_some_and(cased)
}

/// `str.casefold`.
pub fn fold(text: &[u32]) -> Vec<u32> {
    map(text, |c, out| match c {
        'ß' | 'ẞ' => out.extend([0x73, 0x73]),
        'ς' => out.push(0x3c3),
        '\u{345}' => out.push(0x3b9),
        'ſ' => out.push(0x73),
        'µ' => out.push(0x3bc),
        'ﬀ'..='ﬆ' | 'ŉ' | 'ǰ' => out.extend(c.to_uppercase().flat_map(char::to_lowercase).map(u32::from)),
        _ => out.extend(c.to_lowercase().map(u32::from)),
    })
}

fn push_title(point: u32, out: &mut Vec<u32>) {
    match point {
        0x1c4..=0x1c6 => out.push(0x1c5),
        0x1c7..=0x1c9 => out.push(0x1c8),
        0x1ca..=0x1cc => out.push(0x1cb),
        0x1f1..=0x1f3 => out.push(0x1f2),
        0xdf => out.extend([0x53, 0x73]),
        // An apostrophe before the letter, which stays the one in upper case.
        0x149 => out.extend([0x2bc, 0x4e]),
        // Greek with iota below: one letter, or the iota stays below. Georgian has no title case.
        0x1f80..=0x1faf => out.push(point | 8),
        0x1fb3 | 0x1fc3 | 0x1ff3 => out.push(point + 9),
        0x1fbc | 0x1fcc | 0x1ffc | 0x10d0..=0x10ff => out.push(point),
        0x1fb2..=0x1ff7 => {
            let upper = char::from_u32(point).into_iter().flat_map(char::to_uppercase).map(u32::from);
            out.extend(upper.enumerate().map(|(at, upper)| if at > 0 && upper == 0x399 { 0x345 } else { upper }));
        }
        _ => match char::from_u32(point) {
            Some(c) if has_no_capital(c) => out.push(point),
            Some(c) => {
                let mut upper = c.to_uppercase();
                out.extend(upper.next().map(u32::from));
                out.extend(upper.flat_map(char::to_lowercase).map(u32::from));
            }
            None => out.push(point),
        },
    }
}

/// `str.capitalize`.
pub fn capitalize(text: &[u32]) -> Vec<u32> {
    let mut out = Vec::with_capacity(text.len());
    for (at, point) in text.iter().enumerate() {
        if at == 0 { push_title(*point, &mut out) } else { push_lower(text, at, &mut out) }
    }
    out
}

/// `str.title`.
pub fn title(text: &[u32]) -> Vec<u32> {
    let (mut out, mut in_word) = (Vec::with_capacity(text.len()), false);
    for (at, point) in text.iter().enumerate() {
        if in_word { push_lower(text, at, &mut out) } else { push_title(*point, &mut out) }
        in_word = is_upper(*point) || is_lower(*point) || is_title(*point);
    }
    out
}

/// `str.swapcase`.
pub fn swap(text: &[u32]) -> Vec<u32> {
    let mut out = Vec::with_capacity(text.len());
    for (at, point) in text.iter().enumerate() {
        match char::from_u32(*point) {
            Some(c) if c.is_lowercase() => out.extend(c.to_uppercase().map(u32::from)),
            Some(c) if c.is_uppercase() => push_lower(text, at, &mut out),
            _ => out.push(*point),
        }
    }
    out
}

/// `str.istitle`.
pub fn is_titled(text: &[u32]) -> bool {
    let (mut cased, mut in_word) = (false, false);
    for point in text {
        if is_upper(*point) || is_title(*point) {
            if in_word {
                return false;
            }
            (in_word, cased) = (true, true);
        } else if is_lower(*point) {
            if !in_word {
                return false;
            }
            cased = true;
        } else {
            in_word = false;
        }
    }
    cased
}

fn map(text: &[u32], each: impl Fn(char, &mut Vec<u32>)) -> Vec<u32> {
    let mut out = Vec::with_capacity(text.len());
    for point in text {
        match char::from_u32(*point) {
            Some(c) => each(c, &mut out),
            None => out.push(*point),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{capitalize, fold, is_printable, is_titled, lower, swap, title, upper};
    use crate::text::{plain, points};

    #[test]
    fn case_is_changed_as_cpython_does() {
        assert_eq!(plain(&upper(&points("straße"))), "STRASSE");
        assert_eq!(plain(&lower(&points("ΑΣ"))), "ας");
        assert_eq!(plain(&title(&points("they're bill's"))), "They'Re Bill'S");
        assert_eq!(plain(&capitalize(&points("ßA"))), "Ssa");
        assert_eq!(plain(&swap(&points("aB"))), "Ab");
        assert_eq!(plain(&fold(&points("Straße"))), "strasse");
        assert!(is_titled(&points("Ab Cd")) && !is_titled(&points("ab")));
    }

    #[test]
    fn only_the_plain_space_is_printable_among_spaces() {
        assert!(is_printable(32) && !is_printable(0xa0) && !is_printable(0xad) && is_printable(0xe9));
    }
}
