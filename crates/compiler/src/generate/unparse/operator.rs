//! Operators as text, and how tightly they bind.

use crate::ast::{BinaryOperator, ComparisonOperator, UnaryOperator};

/// From loosest to tightest (the `PR_*` of `ast_unparse.c`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Precedence {
    Tuple,
    /// `if`–`else`, `lambda`.
    Test,
    Or,
    And,
    Not,
    Comparison,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Arithmetic,
    Term,
    /// Unary `+`, `-`, `~`.
    Factor,
    Power,
    Await,
    Atom,
}

impl Precedence {
    /// The next tighter one.
    pub(super) fn tighter(self) -> Self {
        match self {
            Self::Tuple => Self::Test,
            Self::Test => Self::Or,
            Self::Or => Self::And,
            Self::And => Self::Not,
            Self::Not => Self::Comparison,
            Self::Comparison => Self::BitOr,
            Self::BitOr => Self::BitXor,
            Self::BitXor => Self::BitAnd,
            Self::BitAnd => Self::Shift,
            Self::Shift => Self::Arithmetic,
            Self::Arithmetic => Self::Term,
            Self::Term => Self::Factor,
            Self::Factor => Self::Power,
            Self::Power => Self::Await,
            Self::Await | Self::Atom => Self::Atom,
        }
    }
}

pub(super) fn binary(op: BinaryOperator) -> (Precedence, &'static str) {
    match op {
        BinaryOperator::Add => (Precedence::Arithmetic, " + "),
        BinaryOperator::Sub => (Precedence::Arithmetic, " - "),
        BinaryOperator::Mult => (Precedence::Term, " * "),
        BinaryOperator::MatMult => (Precedence::Term, " @ "),
        BinaryOperator::Div => (Precedence::Term, " / "),
        BinaryOperator::Mod => (Precedence::Term, " % "),
        BinaryOperator::FloorDiv => (Precedence::Term, " // "),
        BinaryOperator::LShift => (Precedence::Shift, " << "),
        BinaryOperator::RShift => (Precedence::Shift, " >> "),
        BinaryOperator::BitOr => (Precedence::BitOr, " | "),
        BinaryOperator::BitXor => (Precedence::BitXor, " ^ "),
        BinaryOperator::BitAnd => (Precedence::BitAnd, " & "),
        BinaryOperator::Pow => (Precedence::Power, " ** "),
    }
}

pub(super) fn unary(op: UnaryOperator) -> (Precedence, &'static str) {
    match op {
        UnaryOperator::Invert => (Precedence::Factor, "~"),
        UnaryOperator::Not => (Precedence::Not, "not "),
        UnaryOperator::UAdd => (Precedence::Factor, "+"),
        UnaryOperator::USub => (Precedence::Factor, "-"),
    }
}

pub(super) fn comparison(op: ComparisonOperator) -> &'static str {
    match op {
        ComparisonOperator::Eq => " == ",
        ComparisonOperator::NotEq => " != ",
        ComparisonOperator::Lt => " < ",
        ComparisonOperator::LtE => " <= ",
        ComparisonOperator::Gt => " > ",
        ComparisonOperator::GtE => " >= ",
        ComparisonOperator::Is => " is ",
        ComparisonOperator::IsNot => " is not ",
        ComparisonOperator::In => " in ",
        ComparisonOperator::NotIn => " not in ",
    }
}
