//! Annotations as text, for `from __future__ import annotations` (`Python/ast_unparse.c`).

use crate::ast::{Expression, Text};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::location::Location;

/// The text of `expression`.
pub(super) fn unparse(expression: &Expression) -> Result<Text, Diagnostic> {
    let location = Location::from(expression.span);
    Err(location.diagnostic(DiagnosticKind::Unsupported, "annotations kept as text are not supported yet"))
}
