//! Where an instruction comes from, as the passes after parsing carry it.

use crate::ast::Span;
use crate::diagnostic::{Diagnostic, DiagnosticKind};

/// A place in the source, or none: all −1. Lines from 1, columns in UTF-8 bytes from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Location {
    pub(crate) line: i32,
    pub(crate) end_line: i32,
    pub(crate) column: i32,
    pub(crate) end_column: i32,
}

impl Location {
    /// An artificial instruction's (`NO_LOCATION`).
    pub(crate) const NONE: Self = Self { line: -1, end_line: -1, column: -1, end_column: -1 };

    /// The start of a line.
    pub(crate) const fn line(line: i32) -> Self {
        Self { line, end_line: line, column: 0, end_column: 0 }
    }

    /// Whether there is a line.
    pub(crate) const fn has_line(self) -> bool {
        self.line >= 0
    }

    /// A `SyntaxError` at this place.
    pub(crate) fn error(self, message: impl Into<String>) -> Diagnostic {
        self.diagnostic(DiagnosticKind::Syntax, message)
    }

    /// Another kind of refusal at this place.
    pub(crate) fn diagnostic(self, kind: DiagnosticKind, message: impl Into<String>) -> Diagnostic {
        let number = |value: i32| u32::try_from(value).unwrap_or(0);
        Diagnostic {
            kind,
            message: message.into(),
            line: number(self.line),
            column: number(self.column + 1),
            end_line: number(self.end_line),
            end_column: number(self.end_column + 1),
        }
    }
}

/// A span without a line is that of a node the optimiser made.
impl From<Span> for Location {
    fn from(span: Span) -> Self {
        if span.line == 0 {
            return Self::NONE;
        }
        let number = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
        Self {
            line: number(span.line),
            end_line: number(span.end_line),
            column: number(span.column),
            end_column: number(span.end_column),
        }
    }
}
