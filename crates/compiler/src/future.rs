//! `from __future__ import …` at the head of a file (`Python/future.c`).

use crate::ast::{Alias, Constant, ExpressionKind, Module, Statement, StatementKind};
use crate::diagnostic::Diagnostic;
use crate::location::Location;

/// The features that still change anything.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Features {
    /// `annotations`: annotations are kept as text.
    pub(crate) annotations: bool,
    /// `barry_as_FLUFL`.
    flufl: bool,
    /// Line of the last statement that may import features; 0 without one.
    last_line: i32,
    last_column: i32,
}

impl Features {
    /// Their bits of `co_flags`.
    pub(crate) fn flags(self) -> u32 {
        (if self.annotations { 0x100_0000 } else { 0 }) | (if self.flufl { 0x40_0000 } else { 0 })
    }

    /// Whether `location` comes after the place where features may be imported.
    pub(crate) fn is_late(self, location: Location) -> bool {
        (location.line, location.column) > (self.last_line, self.last_column)
    }
}

/// The features `module` asks for.
pub(crate) fn features(module: &Module) -> Result<Features, Diagnostic> {
    let mut features = Features { last_line: 0, last_column: 0, ..Features::default() };
    let (Module::File(body) | Module::Interactive(body)) = module else { return Ok(features) };
    for (index, statement) in body.iter().enumerate() {
        match &statement.kind {
            StatementKind::ImportFrom { module: Some(module), names, level: 0 } if module == "__future__" => {
                let location = Location::from(statement.span);
                names.iter().try_for_each(|name| add(&mut features, name, location))?;
                (features.last_line, features.last_column) = (location.line, location.column);
            }
            _ if index == 0 && is_docstring(statement) => {}
            _ => break,
        }
    }
    Ok(features)
}

fn is_docstring(statement: &Statement) -> bool {
    match &statement.kind {
        StatementKind::Expr(value) => matches!(value.kind, ExpressionKind::Constant(Constant::Str(_))),
        _ => false,
    }
}

fn add(features: &mut Features, name: &Alias, location: Location) -> Result<(), Diagnostic> {
    match name.name.as_str() {
        "nested_scopes" | "generators" | "division" | "absolute_import" | "with_statement" | "print_function"
        | "unicode_literals" | "generator_stop" => {}
        "annotations" => features.annotations = true,
        "barry_as_FLUFL" => features.flufl = true,
        "braces" => return Err(refusal(location, "not a chance".into())),
        other => return Err(refusal(location, format!("future feature {other} is not defined"))),
    }
    Ok(())
}

/// These errors know only where they begin.
fn refusal(location: Location, message: String) -> Diagnostic {
    Diagnostic { end_column: 0, ..location.error(message) }
}
