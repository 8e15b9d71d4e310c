//! A message as one text, in which signs that no message has stand for variables and choices. So it is small: a program carries
//! more than a thousand of them.
//!
//! ```text
//! VARIABLE index                                          what the argument with this index says
//! CHOICE index (key KEY text CASE)… END                   the text of the first case that fits; the last fits always
//! ```
//!
//! An index is one digit of base 36.

use crate::{Argument, Language};

/// Before the index of a variable.
pub(crate) const VARIABLE: char = '\u{1}';
/// Before the index of the argument that decides.
pub(crate) const CHOICE: char = '\u{2}';
/// Behind the key of a case: a plural form, a number or a word.
pub(crate) const KEY: char = '\u{3}';
/// Behind the text of a case.
pub(crate) const CASE: char = '\u{4}';
/// Behind the last case.
pub(crate) const END: char = '\u{5}';

/// An index as it is written.
pub(crate) fn digit(index: usize) -> char {
    u32::try_from(index).ok().and_then(|index| char::from_digit(index, 36)).unwrap_or('z')
}

/// Writes a message with its variables filled in.
pub(crate) fn fill(text: &mut String, pattern: &str, arguments: &[Argument<'_>], language: &Language) {
    let mut rest = pattern;
    while let Some(at) = rest.find([VARIABLE, CHOICE]) {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let mut signs = from.chars();
        let sign = signs.next();
        let argument = signs.next().and_then(|index| arguments.get(index.to_digit(36)? as usize));
        rest = signs.as_str();
        match (sign, argument) {
            (Some(CHOICE), _) => {
                let (case, behind) = choose(rest, argument, language);
                fill(text, case, arguments, language);
                rest = behind;
            }
            (_, Some(Argument::Text(words))) => isolate(text, words, language),
            (_, Some(Argument::Number(value))) => text.push_str(&language.number(*value)),
            (_, None) => {}
        }
    }
    text.push_str(rest);
}

/// Before text in a sentence that goes the other way, and behind it: the first letter of the text decides which way it goes, and no sign
/// of it takes the direction of the sentence (Unicode Bidirectional Algorithm, FSI and PDI).
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// Writes a variable. Where the language is written from right to left it is isolated from the sentence, unless it stands in code, which
/// is isolated as a whole, or has only digits, which go from left to right everywhere.
fn isolate(text: &mut String, words: &str, language: &Language) {
    let is_in_code = || text.matches('`').count() % 2 == 1;
    if !language.right_to_left || words.bytes().all(|sign| sign.is_ascii_digit()) || is_in_code() {
        return text.push_str(words);
    }
    text.push(ISOLATES[0]);
    text.push_str(words);
    text.push(ISOLATES[1]);
}

/// A text without the signs that isolate its variables: for what is kept as data.
pub fn unisolated(text: &str) -> String {
    text.replace(|sign| ('\u{2066}'..='\u{2069}').contains(&sign), "")
}

/// The case that fits, and what stands behind the choice.
fn choose<'a>(mut cases: &'a str, argument: Option<&Argument<'_>>, language: &Language) -> (&'a str, &'a str) {
    let fits = |key: &str| match argument {
        Some(Argument::Text(words)) => key == *words,
        Some(Argument::Number(value)) => key.parse() == Ok(*value) || key == language.plural(*value).name(),
        None => false,
    };
    let (mut chosen, mut last) = (None, "");
    while let Some((key, from)) = cases.split_once(KEY).filter(|_| !cases.starts_with(END)) {
        let (case, behind) = from.split_at(case_end(from));
        if chosen.is_none() && fits(key) {
            chosen = Some(case);
        }
        last = case;
        cases = behind.strip_prefix(CASE).unwrap_or_default();
    }
    (chosen.unwrap_or(last), cases.strip_prefix(END).unwrap_or(cases))
}

/// Where the text of a case ends: other choices may stand in it.
fn case_end(text: &str) -> usize {
    let mut depth = 0_usize;
    let end = text.char_indices().find(|(_, sign)| {
        match *sign {
            CHOICE => depth += 1,
            END => depth = depth.saturating_sub(1),
            _ => {}
        }
        *sign == CASE && depth == 0
    });
    end.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ENGLISH_LANGUAGE;

    fn filled(pattern: &str, arguments: &[Argument<'_>]) -> String {
        let mut text = String::new();
        fill(&mut text, pattern, arguments, &ENGLISH_LANGUAGE);
        text
    }

    #[test]
    fn a_choice_stands_in_a_choice_and_text_behind_both() {
        let pattern = "(\u{2}0a\u{3}A\u{2}1one\u{3} one\u{4}other\u{3} \u{1}1s\u{4}\u{5}!\u{4}b\u{3}B\u{4}\u{5})";
        assert_eq!(filled(pattern, &[Argument::Text("a"), Argument::Number(1)]), "(A one!)");
        assert_eq!(filled(pattern, &[Argument::Text("a"), Argument::Number(2)]), "(A 2s!)");
        assert_eq!(filled(pattern, &[Argument::Text("b"), Argument::Number(2)]), "(B)");
        assert_eq!(filled(pattern, &[Argument::Text("neither"), Argument::Number(2)]), "(B)");
    }

    #[test]
    fn a_variable_keeps_its_own_direction_in_a_language_from_right_to_left() {
        let arabic = crate::language_of("ar").expect("it is known");
        let of = |pattern: &str, words: &str| {
            let mut text = String::new();
            fill(&mut text, pattern, &[Argument::Text(words), Argument::Number(5_003)], arabic);
            text
        };
        assert_eq!(of("القيمة \u{1}0، \u{1}1", "-3"), "القيمة \u{2068}-3\u{2069}، 5,003");
        assert_eq!(unisolated(&of("القيمة \u{1}0", "-3")), "القيمة -3");
        // Digits alone need nothing, and what stands in code is isolated with it.
        assert_eq!(of("السطر \u{1}0", "12"), "السطر 12");
        assert_eq!(of("`x = \u{1}0` هو \u{1}0", "[1]"), "`x = [1]` هو \u{2068}[1]\u{2069}");
        assert_eq!(filled("value \u{1}0", &[Argument::Text("-3")]), "value -3");
    }

    #[test]
    fn a_damaged_message_ends_somewhere() {
        for broken in ["\u{2}", "\u{2}0", "\u{2}0a", "\u{2}0a\u{3}", "\u{2}0a\u{3}x\u{4}", "\u{1}", "\u{2}0\u{5}", "\u{2}0a\u{3}\u{2}\u{5}", "\u{5}\u{4}\u{3}"] {
            let _ = filled(broken, &[Argument::Number(1)]);
        }
    }
}
