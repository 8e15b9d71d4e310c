//! The parser's errors in CPython's words.

use ruff_python_ast::Mod;
use ruff_python_parser::Parsed;
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::parse::Positions;
use crate::prescan::{Bracket, Scan};

/// The first error of a parse.
///
/// # Errors
/// When there is one.
pub(crate) fn check(source: &str, scan: &Scan, parsed: &Parsed<Mod>) -> Result<(), Diagnostic> {
    let first = parsed.errors().iter().map(|it| (it.range(), it.error.to_string()));
    let unsupported = parsed.unsupported_syntax_errors().iter().map(|it| (it.range(), it.to_string()));
    let Some((range, message)) = first.chain(unsupported).min_by_key(|(range, _)| range.start()) else { return Ok(()) };
    let positions = Positions::new(source);
    if let Some(bracket) = scan.unclosed
        && positions.place(range.start()).0 > bracket.line
    {
        return Err(never_closed(source, &positions, bracket));
    }
    let place = Place::new(source, &positions, range);
    Err(Diagnostic { message, ..place.diagnostic() })
}

fn never_closed(source: &str, positions: &Positions, bracket: Bracket) -> Diagnostic {
    let place = Place::new(source, positions, TextRange::empty(TextSize::new(bracket.offset)));
    Diagnostic { message: format!("'{}' was never closed", bracket.character), end_column: 0, ..place.diagnostic() }
}

/// A place as `SyntaxError` gives it: lines and columns from 1, columns in characters.
pub(crate) struct Place {
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

impl Place {
    /// The place of `range` in `source`.
    pub(crate) fn new(source: &str, positions: &Positions, range: TextRange) -> Self {
        let (line, column) = in_characters(source, positions, range.start());
        let (end_line, end_column) = in_characters(source, positions, range.end());
        Self { line, column, end_line, end_column }
    }

    /// A `SyntaxError` here, its message yet to be given.
    pub(crate) fn diagnostic(&self) -> Diagnostic {
        let &Self { line, column, end_line, end_column } = self;
        Diagnostic { kind: DiagnosticKind::Syntax, message: "invalid syntax".to_owned(), line, column, end_line, end_column }
    }
}

fn in_characters(source: &str, positions: &Positions, offset: TextSize) -> (u32, u32) {
    let (line, _) = positions.place(offset);
    let before = &source[TextRange::new(positions.line_start(line), offset)];
    (line, u32::try_from(before.chars().count()).unwrap_or(u32::MAX).saturating_add(1))
}
