//! Strings and format strings.

use super::tokenizer::Tokenizer;
use super::{Stop, TokenKind};

/// `MAXFSTRINGLEVEL` of `Parser/tokenizer.h`: format strings within each other.
const MAX_F_STRINGS: usize = 150;
/// `MAX_EXPR_NESTING`: fields within each other's formats.
const MAX_FIELDS: usize = 3;

/// An open format string.
pub(super) struct FString {
    quote: char,
    triple: bool,
    raw: bool,
    /// Byte offset of its prefix, that of its line, and its line.
    start: usize,
    line_start: usize,
    line: u32,
    /// For each open field, how many brackets are open within it, its own included.
    pub(super) fields: Vec<usize>,
    /// For each open field, whether its format has begun.
    formats: Vec<bool>,
}

impl Tokenizer<'_> {
    /// A string whose prefix begins at `start` and whose quotes at `quotes`, where the cursor stands.
    pub(super) fn string(&mut self, start: usize, quotes: usize) -> Result<(), Stop> {
        let prefix = self.source[start..quotes].to_ascii_lowercase();
        let quote = self.peek().unwrap_or_default();
        let triple = self.rest().starts_with(&String::from_iter([quote; 3]));
        let (line, line_start) = (self.line, self.line_start);
        self.cursor += if triple { 3 } else { 1 };
        if prefix.contains('f') {
            if self.f_strings.len() >= MAX_F_STRINGS {
                return Err(self.error("too many nested f-strings"));
            }
            let raw = prefix.contains('r');
            self.f_strings.push(FString {
                quote,
                triple,
                raw,
                start,
                line_start,
                line,
                fields: Vec::new(),
                formats: Vec::new(),
            });
            return self.push(TokenKind::FStringStart, start);
        }
        loop {
            match self.peek() {
                Some(next) if next == quote && !triple => break self.cursor += 1,
                Some(next) if next == quote && self.closes(quote) => break self.cursor += 3,
                None | Some('\n') if self.peek().is_none() || !triple => {
                    return Err(self.unterminated(start, line, line_start, quote, triple));
                }
                Some('\\') => {
                    self.cursor += 1;
                    self.string_character();
                }
                _ => self.string_character(),
            }
        }
        self.push_from(TokenKind::String, start, line)
    }

    fn closes(&self, quote: char) -> bool {
        self.rest().starts_with(&String::from_iter([quote; 3]))
    }

    fn string_character(&mut self) {
        let feed = self.peek() == Some('\n');
        self.advance();
        if feed {
            self.next_line();
        }
    }

    fn unterminated(&mut self, start: usize, line: u32, line_start: usize, quote: char, triple: bool) -> Stop {
        let detected = self.last_line();
        (self.cursor, self.line, self.line_start) = (start + 1, line, line_start);
        // The opening quote may be meant to close a format string around.
        if self
            .f_strings
            .last()
            .is_some_and(|it| (it.quote, it.triple) == (quote, triple))
        {
            return self.error("f-string: expecting '}'");
        }
        let kind = if triple { "triple-quoted string" } else { "string" };
        self.error(&format!("unterminated {kind} literal (detected at line {detected})"))
    }

    /// The line the tokenizer is on; behind the last line feed that is still the last line.
    fn last_line(&self) -> u32 {
        if self.cursor == self.source.len() && self.cursor == self.line_start && self.line > 1 {
            self.line - 1
        } else {
            self.line
        }
    }

    pub(super) fn in_text_of_f_string(&self) -> bool {
        self.f_strings
            .last()
            .is_some_and(|it| match (it.fields.last(), it.formats.last()) {
                (Some(brackets), Some(format)) => *format && *brackets == self.brackets.len(),
                _ => true,
            })
    }

    /// Directly within the braces of a field, before its format.
    pub(super) fn at_top_of_field(&self) -> bool {
        self.f_strings
            .last()
            .is_some_and(|it| it.fields.last() == Some(&self.brackets.len()) && it.formats.last() == Some(&false))
    }

    pub(super) fn enter_format(&mut self) -> Result<(), Stop> {
        if let Some(format) = self.f_strings.last_mut().and_then(|it| it.formats.last_mut()) {
            *format = true;
        }
        Ok(())
    }

    pub(super) fn leave_field(&mut self) {
        if let Some(f_string) = self.f_strings.last_mut() {
            f_string.fields.pop();
            f_string.formats.pop();
        }
    }

    /// Text of a format string up to the next field, the end of the format, or the closing quotes.
    pub(super) fn f_string_text(&mut self) -> Result<(), Stop> {
        let Some(f_string) = self.f_strings.last() else {
            return Ok(());
        };
        let (quote, triple, raw) = (f_string.quote, f_string.triple, f_string.raw);
        let in_format = !f_string.fields.is_empty();
        let (start, line) = (self.cursor, self.line);
        loop {
            match self.peek() {
                None if in_format => break,
                None => return Err(self.unterminated_f_string()),
                Some('\n') if !triple && in_format => {
                    // The format of a single-quoted string ends with the line; the parser finds no brace there.
                    if let Some(format) = self.f_strings.last_mut().and_then(|it| it.formats.last_mut()) {
                        *format = false;
                    }
                    break;
                }
                Some('\n') if !triple => return Err(self.unterminated_f_string()),
                Some(next) if next == quote && (!triple || self.closes(quote)) => {
                    self.middle(start, line)?;
                    return self.f_string_end(if triple { 3 } else { 1 });
                }
                Some('{') if !in_format && self.rest().starts_with("{{") => self.cursor += 2,
                Some('}') if !in_format && self.rest().starts_with("}}") => self.cursor += 2,
                Some('{') => {
                    self.middle(start, line)?;
                    return self.enter_field();
                }
                Some('}') => {
                    // A format ends with a piece of text even if that is empty.
                    if in_format {
                        self.push_from(TokenKind::FStringMiddle, start, line)?;
                    } else {
                        self.middle(start, line)?;
                    }
                    return self.close_text();
                }
                Some('\\') => self.escape(raw),
                _ => self.string_character(),
            }
        }
        self.middle(start, line)
    }

    /// A backslash takes the next character with it; a brace only where it belongs to `\N{…}`.
    fn escape(&mut self, raw: bool) {
        self.cursor += 1;
        if !raw && self.rest().starts_with("N{") {
            let length = self.rest().find(['}', '\n']).map_or(self.rest().len(), |end| end);
            self.cursor += if self.rest()[length..].starts_with('}') {
                length + 1
            } else {
                2
            };
        } else if !self.rest().starts_with(['{', '}']) {
            self.string_character();
        }
    }

    fn middle(&mut self, start: usize, line: u32) -> Result<(), Stop> {
        if self.cursor > start {
            self.push_from(TokenKind::FStringMiddle, start, line)
        } else {
            Ok(())
        }
    }

    /// A `}` in text: the end of a field behind its format, or one too many.
    fn close_text(&mut self) -> Result<(), Stop> {
        let start = self.cursor;
        self.cursor += 1;
        if self.f_strings.last().is_some_and(|it| it.fields.is_empty()) {
            return Err(self.error("f-string: single '}' is not allowed"));
        }
        self.brackets.pop();
        self.leave_field();
        self.push(TokenKind::Operator, start)
    }

    fn enter_field(&mut self) -> Result<(), Stop> {
        if self.f_strings.last().is_some_and(|it| it.fields.len() >= MAX_FIELDS) {
            return Err(self.error("f-string: expressions nested too deeply"));
        }
        self.open_bracket('{')?;
        let brackets = self.brackets.len();
        if let Some(f_string) = self.f_strings.last_mut() {
            f_string.fields.push(brackets);
            f_string.formats.push(false);
        }
        Ok(())
    }

    /// The closing quotes. Within a format they leave its brace open.
    fn f_string_end(&mut self, length: usize) -> Result<(), Stop> {
        let start = self.cursor;
        self.cursor += length;
        self.f_strings.pop();
        self.push(TokenKind::FStringEnd, start)
    }

    pub(super) fn unterminated_f_string(&mut self) -> Stop {
        let detected = self.last_line();
        let Some(f_string) = self.f_strings.last() else {
            return self.error("unterminated f-string literal");
        };
        let kind = if f_string.triple {
            "triple-quoted f-string"
        } else {
            "f-string"
        };
        (self.cursor, self.line, self.line_start) = (f_string.start + 1, f_string.line, f_string.line_start);
        self.error(&format!("unterminated {kind} literal (detected at line {detected})"))
    }
}
