//! Numbers.

use super::name::is_name_part;
use super::tokenizer::{Tokenizer, position};
use super::{Stop, TokenKind};

/// Keywords that may follow a number without a space, whatever comes next.
const SHORT_KEYWORDS: [&str; 3] = ["if", "in", "is"];
/// Keywords that may follow a number without a space, if they end there.
const LONG_KEYWORDS: [&str; 5] = ["and", "else", "for", "or", "not"];

impl Tokenizer<'_> {
    pub(super) fn number(&mut self) -> Result<(), Stop> {
        let start = self.cursor;
        match self.rest().as_bytes() {
            [b'0', b'x' | b'X', ..] => self.based(16, "hexadecimal")?,
            [b'0', b'o' | b'O', ..] => self.based(8, "octal")?,
            [b'0', b'b' | b'B', ..] => self.based(2, "binary")?,
            [b'0', ..] => self.zeros()?,
            [b'.', ..] => self.fraction()?,
            _ => {
                self.digits()?;
                self.after_whole_part()?;
            }
        }
        self.push(TokenKind::Number, start)
    }

    fn next_is(&self, wanted: impl Fn(char) -> bool) -> bool {
        self.peek().is_some_and(wanted)
    }

    fn based(&mut self, radix: u32, kind: &str) -> Result<(), Stop> {
        self.cursor += 2;
        loop {
            if self.next_is(|it| it == '_') {
                self.cursor += 1;
            }
            if !self.next_is(|it| it.is_digit(radix)) {
                return Err(self
                    .wrong_digit(radix, kind)
                    .unwrap_or_else(|| self.error(&format!("invalid {kind} literal"))));
            }
            while self.next_is(|it| it.is_digit(radix)) {
                self.cursor += 1;
            }
            if !self.next_is(|it| it == '_') {
                break;
            }
        }
        match self.wrong_digit(radix, kind) {
            Some(error) => Err(error),
            None => self.end_of_number(kind),
        }
    }

    /// The error about a decimal digit too large for `radix`.
    fn wrong_digit(&mut self, radix: u32, kind: &str) -> Option<Stop> {
        let digit = self.peek().filter(|it| radix < 10 && it.is_ascii_digit())?;
        self.cursor += 1;
        Some(self.error(&format!("invalid digit '{digit}' in {kind} literal")))
    }

    /// Zeros, which may not be followed by other digits unless a float comes of it.
    fn zeros(&mut self) -> Result<(), Stop> {
        let start = self.cursor;
        loop {
            if self.next_is(|it| it == '_') {
                self.cursor += 1;
                if !self.next_is(|it| it.is_ascii_digit()) {
                    return Err(self.error("invalid decimal literal"));
                }
            }
            if !self.next_is(|it| it == '0') {
                break;
            }
            self.cursor += 1;
        }
        let zeros_end = self.cursor + 1;
        if !self.next_is(|it| it.is_ascii_digit()) {
            return self.after_whole_part();
        }
        self.digits()?;
        if self.next_is(|it| matches!(it, '.' | 'e' | 'E' | 'j' | 'J')) {
            return self.after_whole_part();
        }
        let message =
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
        // These two columns are in bytes.
        let (column, end_column) = (
            position(start + 1 - self.line_start),
            position(zeros_end - self.line_start),
        );
        Err(self.error_between(column, end_column, message))
    }

    /// Digits with single underscores between them.
    fn digits(&mut self) -> Result<(), Stop> {
        loop {
            while self.next_is(|it| it.is_ascii_digit()) {
                self.cursor += 1;
            }
            if !self.next_is(|it| it == '_') {
                return Ok(());
            }
            self.cursor += 1;
            if !self.next_is(|it| it.is_ascii_digit()) {
                return Err(self.error("invalid decimal literal"));
            }
        }
    }

    fn after_whole_part(&mut self) -> Result<(), Stop> {
        if self.next_is(|it| it == '.') {
            self.fraction()
        } else {
            self.exponent()
        }
    }

    fn fraction(&mut self) -> Result<(), Stop> {
        self.cursor += 1;
        if self.next_is(|it| it.is_ascii_digit()) {
            self.digits()?;
        }
        self.exponent()
    }

    fn exponent(&mut self) -> Result<(), Stop> {
        if !self.next_is(|it| matches!(it, 'e' | 'E')) {
            return self.imaginary();
        }
        let behind = &self.rest()[1..];
        if behind.starts_with(['+', '-']) {
            self.cursor += 2;
            if !self.next_is(|it| it.is_ascii_digit()) {
                return Err(self.error("invalid decimal literal"));
            }
        } else if behind.starts_with(|it: char| it.is_ascii_digit()) {
            self.cursor += 1;
        } else {
            return self.end_of_number("decimal");
        }
        self.digits()?;
        self.imaginary()
    }

    fn imaginary(&mut self) -> Result<(), Stop> {
        if self.next_is(|it| matches!(it, 'j' | 'J')) {
            self.cursor += 1;
            return self.end_of_number("imaginary");
        }
        self.end_of_number("decimal")
    }

    /// No name may touch a number, a few keywords apart.
    fn end_of_number(&self, kind: &str) -> Result<(), Stop> {
        let rest = self.rest();
        let ended = |keyword: &&str| {
            rest.strip_prefix(*keyword)
                .is_some_and(|behind| !behind.starts_with(is_name_part))
        };
        let keyword = SHORT_KEYWORDS.iter().any(|keyword| rest.starts_with(keyword)) || LONG_KEYWORDS.iter().any(ended);
        if !keyword && self.next_is(|it| it.is_ascii() && is_name_part(it)) {
            Err(self.error(&format!("invalid {kind} literal")))
        } else {
            Ok(())
        }
    }
}
