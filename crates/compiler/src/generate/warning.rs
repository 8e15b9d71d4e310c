//! What CPython warns of while it compiles: calls, subscripts and comparisons of literals that can hardly be meant.

use super::Generator;
use crate::ast::{ComparisonOperator, Constant, Expression, ExpressionKind};
use crate::code::Warning;
use crate::location::Location;

impl Generator<'_> {
    fn warn(&mut self, location: Location, message: String) {
        let line = u32::try_from(location.line).unwrap_or(0);
        self.warnings.push(Warning { line, message });
    }

    /// `x is 1`.
    pub(super) fn warn_of_identity(
        &mut self,
        location: Location,
        left: &Expression,
        ops: &[ComparisonOperator],
        comparators: &[Expression],
    ) {
        let mut left = left;
        for (op, right) in ops.iter().zip(comparators) {
            let (word, instead) = match op {
                ComparisonOperator::Is => ("is", "=="),
                ComparisonOperator::IsNot => ("is not", "!="),
                _ => {
                    left = right;
                    continue;
                }
            };
            let literal = [left, right].into_iter().find(|operand| is_plain_literal(operand));
            if let Some(name) = literal.and_then(type_name) {
                return self.warn(location, format!("\"{word}\" with '{name}' literal. Did you mean \"{instead}\"?"));
            }
            left = right;
        }
    }

    /// `(1, 2)(3)`: a comma is missing.
    pub(super) fn warn_of_callee(&mut self, callee: &Expression) {
        if matches!(callee.kind, ExpressionKind::Lambda { .. }) {
            return;
        }
        if let Some(name) = type_name(callee) {
            let message = format!("'{name}' object is not callable; perhaps you missed a comma?");
            self.warn(callee.span.into(), message);
        }
    }

    /// `{1, 2}[0]`, `[1, 2]["a"]`.
    pub(super) fn warn_of_subscript(&mut self, value: &Expression, index: &Expression) {
        let Some(name) = type_name(value) else { return };
        if matches!(name, "NoneType" | "ellipsis" | "int" | "bool" | "float" | "complex" | "frozenset" | "set")
            || matches!(name, "generator" | "function")
        {
            // True and False are subscripted as integers are.
            let message = format!("'{name}' object is not subscriptable; perhaps you missed a comma?");
            self.warn(value.span.into(), message);
        }
        let Some(index) = type_name(index).filter(|index| !matches!(*index, "int" | "bool")) else { return };
        if matches!(name, "str" | "bytes" | "tuple" | "list") {
            let message =
                format!("{name} indices must be integers or slices, not {index}; perhaps you missed a comma?");
            self.warn(value.span.into(), message);
        }
    }

    /// `assert (x, "message")`.
    pub(super) fn warn_of_assertion(&mut self, location: Location, test: &Expression) {
        let is_tuple = match &test.kind {
            ExpressionKind::Tuple { elts, .. } => !elts.is_empty(),
            ExpressionKind::Constant(Constant::Tuple(items)) => !items.is_empty(),
            _ => false,
        };
        if is_tuple {
            self.warn(location, "assertion is always true, perhaps remove parentheses?".into());
        }
    }
}

/// A constant whose identity means nothing.
fn is_plain_literal(operand: &Expression) -> bool {
    match &operand.kind {
        ExpressionKind::Constant(value) => {
            !matches!(value, Constant::None | Constant::True | Constant::False | Constant::Ellipsis)
        }
        _ => false,
    }
}

/// The type a display or literal is sure to have (`infer_type`).
fn type_name(value: &Expression) -> Option<&'static str> {
    Some(match &value.kind {
        ExpressionKind::Tuple { .. } => "tuple",
        ExpressionKind::List { .. } | ExpressionKind::ListComp { .. } => "list",
        ExpressionKind::Dict { .. } | ExpressionKind::DictComp { .. } => "dict",
        ExpressionKind::Set(_) | ExpressionKind::SetComp { .. } => "set",
        ExpressionKind::GeneratorExp { .. } => "generator",
        ExpressionKind::Lambda { .. } => "function",
        ExpressionKind::JoinedStr(_) | ExpressionKind::FormattedValue { .. } => "str",
        ExpressionKind::Constant(constant) => match constant {
            Constant::None => "NoneType",
            Constant::True | Constant::False => "bool",
            Constant::Ellipsis => "ellipsis",
            Constant::Int(_) => "int",
            Constant::Float(_) => "float",
            Constant::Complex { .. } => "complex",
            Constant::Str(_) => "str",
            Constant::Bytes(_) => "bytes",
            Constant::Tuple(_) => "tuple",
            Constant::FrozenSet(_) => "frozenset",
        },
        _ => return None,
    })
}
