//! Regular expressions in Python's syntax: parsed to a tree, made into a program, run with backtracking on a stack of its own.
//!
//! The host's stack only grows with the nesting of the pattern, never with the length of the text.

mod build;
mod node;
mod parse;
mod run;
mod set;
mod size;

pub(crate) use build::Regex;
pub(crate) use run::{Found, TooMuch};

/// Bits of `re.RegexFlag`.
pub(crate) use parse::TOO_LARGE;

pub(crate) mod flag {
    /// `re.IGNORECASE`.
    pub(crate) const IGNORE_CASE: u32 = 2;
    /// `re.LOCALE`: no locale is known here.
    pub(crate) const LOCALE: u32 = 4;
    /// `re.MULTILINE`.
    pub(crate) const MULTILINE: u32 = 8;
    /// `re.DOTALL`.
    pub(crate) const DOT_ALL: u32 = 16;
    /// `re.UNICODE`.
    pub(crate) const UNICODE: u32 = 32;
    /// `re.VERBOSE`.
    pub(crate) const VERBOSE: u32 = 64;
    /// `re.ASCII`.
    pub(crate) const ASCII: u32 = 256;
}

/// Why a pattern is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mistake {
    /// CPython's words.
    pub(crate) message: String,
    /// The code point at which it was noticed, if it has a place.
    pub(crate) position: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::Regex;

    fn points(text: &str) -> Vec<u32> {
        text.chars().map(u32::from).collect()
    }

    fn spans(pattern: &str, text: &str) -> Vec<Option<(usize, usize)>> {
        let regex = Regex::new(&points(pattern), 0, false).expect("the pattern is sound");
        let text = points(text);
        let found = regex.search(&text, 0, text.len()).expect("it ends");
        found.map_or_else(Vec::new, |found| {
            (0..=regex.groups).map(|group| found.span(group)).collect()
        })
    }

    #[test]
    fn groups_hold_what_their_last_iteration_matched() {
        assert_eq!(spans("(a|b)*c", "xabac"), [Some((1, 5)), Some((3, 4))]);
        assert_eq!(spans("(?:(a)|b)*", "ab"), [Some((0, 2)), Some((0, 1))]);
        assert_eq!(
            spans(r"(\w+?)(\d*)$", "abc123"),
            [Some((0, 6)), Some((0, 3)), Some((3, 6))]
        );
    }

    #[test]
    fn looking_around_consumes_nothing() {
        assert_eq!(spans("(?<=a)b(?!c)", "abcab"), [Some((4, 5))]);
        assert_eq!(spans("(?=(a+))a*b", "aab"), [Some((0, 3)), Some((0, 2))]);
    }

    #[test]
    fn empty_iterations_end_a_loop() {
        assert_eq!(spans("(a*)*", "b"), [Some((0, 0)), Some((0, 0))]);
        assert_eq!(spans("(?:a?)*?b", "aab"), [Some((0, 3))]);
    }

    #[test]
    fn what_is_possessive_gives_nothing_back() {
        assert!(spans("a++a", "aaa").is_empty());
        assert!(spans("(?>a*)a", "aaa").is_empty());
    }

    #[test]
    fn mistakes_have_the_words_and_the_place_of_cpython() {
        for (pattern, message, position) in [
            ("*a", "nothing to repeat", 0),
            ("a**", "multiple repeat", 2),
            ("(a", "missing ), unterminated subpattern", 0),
            ("a)", "unbalanced parenthesis", 1),
            ("[a", "unterminated character set", 0),
            ("[b-a]", "bad character range b-a", 1),
            (r"\q", r"bad escape \q", 0),
            (r"(a)\2", "invalid group reference 2", 4),
        ] {
            let mistake = Regex::new(&points(pattern), 0, false).expect_err(pattern);
            assert_eq!(
                (mistake.message.as_str(), mistake.position),
                (message, Some(position)),
                "{pattern}"
            );
        }
    }

    #[test]
    fn a_million_letters_need_no_deep_stack() {
        let text = "ab".repeat(500_000);
        assert_eq!(spans("(?:ab)*", &text), [Some((0, 1_000_000))]);
    }
}
