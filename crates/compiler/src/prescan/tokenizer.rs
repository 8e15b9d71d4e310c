//! The loop over the source.

use super::indentation::Indentation;
use super::nesting::Nesting;
use super::string::FString;
use super::{Bracket, Scan, Stop, Token, TokenKind};
use crate::diagnostic::{Diagnostic, DiagnosticKind};

/// `MAXLEVEL` of `Parser/tokenizer.h`: brackets open at once.
const MAX_BRACKETS: usize = 200;

/// The marks of three and of two characters; every other one is of one.
const LONG_OPERATORS: [&str; 25] = [
    "**=", "//=", ">>=", "<<=", "...", "!=", "%=", "&=", "**", "*=", "+=", "-=", "->", "//", "/=", ":=", "<<", "<=",
    "<>", "==", ">=", ">>", "@=", "^=", "|=",
];

/// The state of CPython's tokenizer.
pub(super) struct Tokenizer<'s> {
    pub(super) source: &'s str,
    /// Byte offset of the next character.
    pub(super) cursor: usize,
    /// The current line, from 1.
    pub(super) line: u32,
    /// Byte offset of the current line.
    pub(super) line_start: usize,
    pub(super) brackets: Vec<Bracket>,
    pub(super) f_strings: Vec<FString>,
    pub(super) indentation: Indentation,
    nesting: Nesting,
    tokens: Vec<Token>,
    /// The comment this line ends with; CPython counts it to the line's end.
    comment: Option<usize>,
    /// No token yet on this line.
    at_line_start: bool,
    /// The last line may end without a line feed.
    ends_bare: bool,
}

impl<'s> Tokenizer<'s> {
    pub(super) fn new(source: &'s str, ends_bare: bool) -> Self {
        Self {
            ends_bare,
            source,
            cursor: 0,
            line: 1,
            line_start: 0,
            brackets: Vec::new(),
            f_strings: Vec::new(),
            indentation: Indentation::default(),
            nesting: Nesting::default(),
            tokens: Vec::new(),
            comment: None,
            at_line_start: true,
        }
    }

    pub(super) fn run(mut self) -> Result<Scan, Diagnostic> {
        match self.tokens() {
            Err(stop) if stop.error.kind == DiagnosticKind::TooDeep => Err(stop.error),
            Err(stop) => {
                let end = position(self.cursor);
                let token = Token {
                    kind: TokenKind::Error,
                    start: end,
                    end,
                    line: self.line,
                    level: 0,
                };
                self.tokens.push(token);
                // An error about a format string also keeps CPython from finding open brackets.
                let unclosed = if self.f_strings.is_empty() {
                    self.brackets.last().copied()
                } else {
                    None
                };
                Ok(Scan {
                    tokens: self.tokens,
                    unclosed,
                    stop: Some(stop),
                })
            }
            Ok(unclosed) => Ok(Scan {
                tokens: self.tokens,
                unclosed,
                stop: None,
            }),
        }
    }

    /// Reads all tokens; the innermost bracket left open.
    fn tokens(&mut self) -> Result<Option<Bracket>, Stop> {
        while self.cursor < self.source.len() {
            if self.in_text_of_f_string() {
                self.f_string_text()?;
            } else {
                if self.at_line_start && self.brackets.is_empty() {
                    self.at_line_start = false;
                    self.indent()?;
                }
                self.token()?;
            }
        }
        if self.brackets.is_empty() && self.in_text_of_f_string() {
            return Err(self.unterminated_f_string());
        }
        self.finish()
    }

    /// A logical line without a line feed gets its end; open blocks end.
    fn finish(&mut self) -> Result<Option<Bracket>, Stop> {
        let unclosed = self.brackets.last().copied();
        let end = self.source.len();
        if unclosed.is_none() {
            if self
                .tokens
                .last()
                .is_some_and(|last| !matches!(last.kind, TokenKind::Newline | TokenKind::Dedent | TokenKind::Indent))
            {
                let start = self.comment.unwrap_or(end);
                self.push(TokenKind::Newline, start)?;
            }
            for _ in 0..self.indentation.depth() {
                self.push(TokenKind::Dedent, end)?;
            }
        }
        self.push(TokenKind::End, end)?;
        Ok(unclosed)
    }

    /// One token or one stretch of what is none.
    fn token(&mut self) -> Result<(), Stop> {
        let start = self.cursor;
        let Some(first) = self.peek() else { return Ok(()) };
        match first {
            ' ' | '\t' | '\x0c' => {
                self.cursor += 1;
                Ok(())
            }
            '\n' => self.newline(),
            '#' => {
                self.comment = Some(self.cursor);
                self.cursor += self.rest().find('\n').unwrap_or(self.rest().len());
                Ok(())
            }
            '\\' => self.continuation(),
            '_' | 'a'..='z' | 'A'..='Z' | '\u{80}'.. => self.name(),
            '0'..='9' => self.number(),
            '.' if self.rest()[1..].starts_with(|next: char| next.is_ascii_digit()) => self.number(),
            '"' | '\'' => self.string(start, start),
            '(' | '[' | '{' => self.open_bracket(first),
            ')' | ']' | '}' => self.close(first),
            _ => self.operator(first),
        }
    }

    fn newline(&mut self) -> Result<(), Stop> {
        let ends_line = self.brackets.is_empty()
            && self
                .tokens
                .last()
                .is_some_and(|last| !matches!(last.kind, TokenKind::Newline | TokenKind::Dedent | TokenKind::Indent));
        let start = self.comment.take().unwrap_or(self.cursor);
        self.cursor += 1;
        if ends_line {
            self.push(TokenKind::Newline, start)?;
        }
        self.next_line();
        self.at_line_start = self.brackets.is_empty();
        Ok(())
    }

    /// The cursor stands behind a line feed.
    pub(super) fn next_line(&mut self) {
        self.line += 1;
        self.line_start = self.cursor;
    }

    /// A backslash outside strings: the line goes on.
    pub(super) fn continuation(&mut self) -> Result<(), Stop> {
        self.cursor += 1;
        let rest = self.rest();
        let bare = rest.is_empty() && self.ends_bare;
        if rest == "\n" || rest.is_empty() && !bare {
            return self.continued_end();
        }
        if bare || !rest.starts_with('\n') {
            self.advance();
            let column = self.column(self.cursor);
            return Err(self.error_at(
                DiagnosticKind::Syntax,
                column,
                0,
                "unexpected character after line continuation character",
            ));
        }
        self.cursor += 1;
        self.next_line();
        Ok(())
    }

    /// The source ends where a line is to go on.
    pub(super) fn continued_end(&mut self) -> Result<(), Stop> {
        let feed = self.rest().is_empty();
        self.cursor = self.source.len();
        if !self.brackets.is_empty() {
            return Ok(());
        }
        let column = self.column(self.source.len()) + u32::from(feed);
        Err(self.error_at(DiagnosticKind::Syntax, column, Diagnostic::NO_COLUMN, "unexpected EOF while parsing"))
    }

    pub(super) fn open_bracket(&mut self, character: char) -> Result<(), Stop> {
        let start = self.cursor;
        self.cursor += 1;
        if self.brackets.len() >= MAX_BRACKETS {
            return Err(self.error("too many nested parentheses"));
        }
        self.brackets.push(Bracket {
            character,
            offset: position(start),
            line: self.line,
        });
        self.push(TokenKind::Operator, start)
    }

    fn close(&mut self, character: char) -> Result<(), Stop> {
        let start = self.cursor;
        self.cursor += 1;
        let field = self
            .f_strings
            .last()
            .is_some_and(|it| it.fields.last() == Some(&self.brackets.len()));
        let Some(open) = self.brackets.pop() else {
            return Err(self.error(&format!("unmatched '{character}'")));
        };
        if !matches!((open.character, character), ('(', ')') | ('[', ']') | ('{', '}')) {
            if field && open.character == '{' {
                return Err(self.error(&format!("f-string: unmatched '{character}'")));
            }
            let mut message = format!(
                "closing parenthesis '{character}' does not match opening parenthesis '{}'",
                open.character
            );
            if open.line != self.line {
                message.push_str(&format!(" on line {}", open.line));
            }
            return Err(self.error(&message));
        }
        if field {
            self.leave_field();
        }
        self.push(TokenKind::Operator, start)
    }

    fn operator(&mut self, first: char) -> Result<(), Stop> {
        let start = self.cursor;
        if first.is_control() {
            self.cursor += 1;
            return Err(self.error(&format!("invalid non-printable character U+{:04X}", u32::from(first))));
        }
        let in_field = self.at_top_of_field();
        let rest = self.rest();
        let long = LONG_OPERATORS.iter().find(|operator| rest.starts_with(**operator));
        // In a field, `:` begins the format and `!=` is a comparison only before something else than a conversion.
        let length = if in_field && first == ':' {
            1
        } else {
            long.map_or(first.len_utf8(), |operator| operator.len())
        };
        self.cursor += length;
        self.push(TokenKind::Operator, start)?;
        if in_field && first == ':' {
            self.enter_format()?;
        }
        Ok(())
    }

    /// Adds the token from `start` to the cursor.
    pub(super) fn push(&mut self, kind: TokenKind, start: usize) -> Result<(), Stop> {
        let level = u32::try_from(self.brackets.len()).unwrap_or(u32::MAX);
        let token = Token {
            kind,
            start: position(start),
            end: position(self.cursor),
            line: self.line,
            level,
        };
        self.tokens.push(token);
        match self
            .nesting
            .count(token, token.text(self.source), self.indentation.depth())
        {
            Ok(()) => Ok(()),
            Err(message) => {
                let column = self.column(start) + 1;
                Err(self.error_at(DiagnosticKind::TooDeep, column, column, &message))
            }
        }
    }

    /// Adds a token that began on an earlier line.
    pub(super) fn push_from(&mut self, kind: TokenKind, start: usize, line: u32) -> Result<(), Stop> {
        self.push(kind, start)?;
        if let Some(last) = self.tokens.last_mut() {
            last.line = line;
        }
        Ok(())
    }

    pub(super) fn rest(&self) -> &'s str {
        &self.source[self.cursor..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Steps over one character.
    pub(super) fn advance(&mut self) {
        self.cursor += self.peek().map_or(0, char::len_utf8);
    }

    /// How many characters lie between the start of the current line and `offset`.
    pub(super) fn column(&self, offset: usize) -> u32 {
        let before = self.source[self.line_start..offset.max(self.line_start)]
            .chars()
            .count();
        u32::try_from(before).unwrap_or(u32::MAX - 1)
    }

    /// The tokenizer's `syntaxerror`: its column is that of the character read last.
    pub(super) fn error(&self, message: &str) -> Stop {
        let column = self.column(self.cursor);
        self.error_between(column, column, message)
    }

    /// CPython prefers these errors to those of the parser, unless they are about a format string.
    pub(super) fn error_between(&self, column: u32, end_column: u32, message: &str) -> Stop {
        Stop {
            first: self.f_strings.is_empty(),
            ..self.error_at(DiagnosticKind::Syntax, column, end_column, message)
        }
    }

    /// An error that counts only if the parser gets as far.
    pub(super) fn error_at(&self, kind: DiagnosticKind, column: u32, end_column: u32, message: &str) -> Stop {
        let error = Diagnostic {
            kind,
            message: message.to_owned(),
            line: self.line,
            column,
            end_line: self.line,
            end_column,
        };
        Stop { error, first: false }
    }
}

/// A byte offset as tokens hold it; sources are far shorter than its range.
pub(super) fn position(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
