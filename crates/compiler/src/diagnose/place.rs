//! Places as `SyntaxError` gives them: lines and columns from 1, columns in characters.

use ruff_text_size::{TextRange, TextSize};

use crate::Mode;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::parse::Positions;
use crate::prescan::{Bracket, Token, TokenKind};

/// A source and its lines.
pub(crate) struct Places<'s> {
    pub(super) source: &'s str,
    positions: Positions,
    /// The last line of a file gets an end where it has none.
    is_file: bool,
}

impl<'s> Places<'s> {
    /// The places of `source`.
    pub(crate) fn new(source: &'s str) -> Self {
        Self {
            source,
            positions: Positions::new(source),
            is_file: true,
        }
    }

    /// The same of a source compiled in this mode.
    pub(super) fn of(source: &'s str, mode: Mode) -> Self {
        Self { is_file: mode == Mode::File, ..Self::new(source) }
    }

    /// A `SyntaxError` at `range`, its message yet to be given.
    pub(crate) fn range(&self, range: TextRange) -> Diagnostic {
        self.between(range.start().to_u32(), range.end().to_u32())
    }

    /// A `SyntaxError` from one byte offset to another.
    pub(super) fn between(&self, start: u32, end: u32) -> Diagnostic {
        let (line, column) = self.place(start);
        let (end_line, mut end_column) = self.place(end);
        if end_line > line {
            // CPython converts both columns by the text of the first line.
            let first = self.source[self.line_start(line)..]
                .split('\n')
                .next()
                .unwrap_or_default();
            let bytes = end as usize - self.line_start(end_line);
            let characters = first.char_indices().take_while(|(index, _)| *index < bytes).count();
            end_column = u32::try_from(characters).unwrap_or(0) + 1;
        }
        Diagnostic {
            kind: DiagnosticKind::Syntax,
            message: "invalid syntax".to_owned(),
            line,
            column,
            end_line,
            end_column,
        }
    }

    /// A `SyntaxError` at a token. A line's end is one character wide; the start and the end of a block have no width: their
    /// column is that of the character before.
    pub(super) fn token(&self, token: Token) -> Diagnostic {
        let feed = token.kind == TokenKind::Newline && self.source[..token.end as usize].ends_with('\n');
        let place = self.between(token.start, token.end - u32::from(feed));
        match token.kind {
            TokenKind::Newline => Diagnostic {
                end_column: place.end_column + 1,
                ..place
            },
            TokenKind::Dedent if token.start as usize == self.source.len() => self.end(),
            TokenKind::Indent | TokenKind::Dedent => Diagnostic {
                column: place.end_column - 1,
                end_column: 0,
                ..place
            },
            TokenKind::End => self.end(),
            _ => place,
        }
    }

    /// The same where CPython asks the token for its columns, which the ends of blocks and of the source have not, nor has a
    /// line's end that is not written (`_PyPegen_raise_error`, Parser/pegen_errors.c).
    pub(super) fn last_token(&self, token: Token) -> Diagnostic {
        let place = self.token(token);
        match token.kind {
            TokenKind::Indent | TokenKind::Dedent | TokenKind::End => {}
            TokenKind::Newline if !self.is_file && !self.source[..token.end as usize].ends_with('\n') => {
                let (_, column) = self.place(u32::try_from(self.source.len()).unwrap_or(u32::MAX));
                return Diagnostic { column: column - 1, end_column: Diagnostic::NO_COLUMN, ..place };
            }
            _ => return place,
        }
        Diagnostic { end_column: Diagnostic::NO_COLUMN, ..place }
    }

    /// At the end of the source, CPython counts the last line's own end as its last character.
    fn end(&self) -> Diagnostic {
        let text = self.source.strip_suffix('\n').unwrap_or(self.source);
        let place = self.between(
            u32::try_from(text.len()).unwrap_or(u32::MAX),
            u32::try_from(text.len()).unwrap_or(u32::MAX),
        );
        Diagnostic { end_column: 0, ..place }
    }

    /// The error about a bracket without its partner.
    pub(super) fn never_closed(&self, bracket: Bracket) -> Diagnostic {
        let place = self.between(bracket.offset, bracket.offset);
        Diagnostic {
            message: format!("'{}' was never closed", bracket.character),
            end_column: 0,
            ..place
        }
    }

    fn place(&self, offset: u32) -> (u32, u32) {
        let (line, _) = self.positions.place(TextSize::new(offset));
        let before = self.source[self.line_start(line)..offset as usize].chars().count();
        (line, u32::try_from(before).unwrap_or(u32::MAX - 1) + 1)
    }

    fn line_start(&self, line: u32) -> usize {
        self.positions.line_start(line).to_usize()
    }
}
