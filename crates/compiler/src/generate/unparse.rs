//! Annotations as text, for `from __future__ import annotations` (`Python/ast_unparse.c`).

mod comprehension;
mod operator;
mod text;

use crate::ast::{Arguments, BooleanOperator, Constant, Expression, ExpressionKind, Keyword, Parameter, Text};
use operator::{Precedence, binary, comparison, unary};

/// The text of `expression`, with as few parentheses as CPython uses.
pub(super) fn unparse(expression: &Expression) -> Text {
    let mut writer = Writer { text: Vec::new() };
    writer.expression(expression, Precedence::Test);
    Text(writer.text)
}

struct Writer {
    text: Vec<u32>,
}

impl Writer {
    fn push(&mut self, text: &str) {
        self.text.extend(text.chars().map(u32::from));
    }

    /// Writes `inside`, in parentheses if what is around binds tighter than `own`.
    fn grouped(&mut self, around: Precedence, own: Precedence, inside: impl FnOnce(&mut Self)) {
        let open = around > own;
        self.push(if open { "(" } else { "" });
        inside(self);
        self.push(if open { ")" } else { "" });
    }

    fn list(&mut self, items: &[Expression]) {
        for (index, item) in items.iter().enumerate() {
            self.push(if index > 0 { ", " } else { "" });
            self.expression(item, Precedence::Test);
        }
    }

    fn expression(&mut self, node: &Expression, around: Precedence) {
        match &node.kind {
            ExpressionKind::NamedExpr { target, value } => self.grouped(around, Precedence::Tuple, |writer| {
                writer.expression(target, Precedence::Atom);
                writer.push(" := ");
                writer.expression(value, Precedence::Atom);
            }),
            ExpressionKind::BoolOp { op, values } => {
                let (own, word) = match op {
                    BooleanOperator::And => (Precedence::And, " and "),
                    BooleanOperator::Or => (Precedence::Or, " or "),
                };
                self.grouped(around, own, |writer| {
                    for (index, value) in values.iter().enumerate() {
                        writer.push(if index > 0 { word } else { "" });
                        writer.expression(value, own.tighter());
                    }
                });
            }
            ExpressionKind::BinOp { left, op, right } => {
                let (own, sign) = binary(*op);
                let to_the_right = own == Precedence::Power;
                self.grouped(around, own, |writer| {
                    writer.expression(left, if to_the_right { own.tighter() } else { own });
                    writer.push(sign);
                    writer.expression(right, if to_the_right { own } else { own.tighter() });
                });
            }
            ExpressionKind::UnaryOp { op, operand } => {
                let (own, sign) = unary(*op);
                self.grouped(around, own, |writer| {
                    writer.push(sign);
                    writer.expression(operand, own);
                });
            }
            ExpressionKind::Lambda { args, body } => self.grouped(around, Precedence::Test, |writer| {
                let named = !args.args.is_empty() || !args.posonlyargs.is_empty();
                writer.push(if named { "lambda " } else { "lambda" });
                writer.arguments(args);
                writer.push(": ");
                writer.expression(body, Precedence::Test);
            }),
            ExpressionKind::IfExp { test, body, orelse } => self.grouped(around, Precedence::Test, |writer| {
                writer.expression(body, Precedence::Or);
                writer.push(" if ");
                writer.expression(test, Precedence::Or);
                writer.push(" else ");
                writer.expression(orelse, Precedence::Test);
            }),
            ExpressionKind::Compare { left, ops, comparators } => self.grouped(around, Precedence::Comparison, |writer| {
                writer.expression(left, Precedence::Comparison.tighter());
                for (op, value) in ops.iter().zip(comparators) {
                    writer.push(comparison(*op));
                    writer.expression(value, Precedence::Comparison.tighter());
                }
            }),
            ExpressionKind::Await(value) => self.grouped(around, Precedence::Await, |writer| {
                writer.push("await ");
                writer.expression(value, Precedence::Atom);
            }),
            ExpressionKind::Yield(None) => self.push("(yield)"),
            ExpressionKind::Yield(Some(value)) => self.yielded("(yield ", value),
            ExpressionKind::YieldFrom(value) => self.yielded("(yield from ", value),
            ExpressionKind::Constant(value) => self.constant(value),
            ExpressionKind::Name { id, .. } => self.push(id),
            _ => self.structure(node, around),
        }
    }

    /// What carries its own brackets, and what follows an object.
    fn structure(&mut self, node: &Expression, around: Precedence) {
        match &node.kind {
            ExpressionKind::Dict { keys, values } => self.dict(keys, values),
            ExpressionKind::Set(items) => self.bracketed("{", items, "}"),
            ExpressionKind::List { elts, .. } => self.bracketed("[", elts, "]"),
            ExpressionKind::Tuple { elts, .. } if elts.is_empty() => self.push("()"),
            ExpressionKind::Tuple { elts, .. } => self.grouped(around, Precedence::Tuple, |writer| {
                writer.list(elts);
                writer.push(if elts.len() == 1 { "," } else { "" });
            }),
            ExpressionKind::Call { func, args, keywords } => self.call(func, args, keywords),
            ExpressionKind::Attribute { value, attr, .. } => {
                self.expression(value, Precedence::Atom);
                let is_int = matches!(value.kind, ExpressionKind::Constant(Constant::Int(_)));
                self.push(if is_int { " ." } else { "." });
                self.push(attr);
            }
            ExpressionKind::Subscript { value, slice, .. } => {
                self.expression(value, Precedence::Atom);
                self.push("[");
                self.expression(slice, Precedence::Tuple);
                self.push("]");
            }
            ExpressionKind::Starred { value, .. } => {
                self.push("*");
                self.expression(value, Precedence::BitOr);
            }
            ExpressionKind::Slice { lower, upper, step } => {
                self.optional(lower.as_deref());
                self.push(":");
                self.optional(upper.as_deref());
                if let Some(step) = step {
                    self.push(":");
                    self.expression(step, Precedence::Test);
                }
            }
            ExpressionKind::JoinedStr(_) | ExpressionKind::FormattedValue { .. } => self.fstring(node),
            _ => self.comprehension(node),
        }
    }

    fn optional(&mut self, node: Option<&Expression>) {
        if let Some(node) = node {
            self.expression(node, Precedence::Test);
        }
    }

    fn yielded(&mut self, word: &str, value: &Expression) {
        self.push(word);
        self.expression(value, Precedence::Test);
        self.push(")");
    }

    fn bracketed(&mut self, open: &str, items: &[Expression], close: &str) {
        self.push(open);
        self.list(items);
        self.push(close);
    }

    fn dict(&mut self, keys: &[Option<Expression>], values: &[Expression]) {
        self.push("{");
        for (index, (key, value)) in keys.iter().zip(values).enumerate() {
            self.push(if index > 0 { ", " } else { "" });
            if let Some(key) = key {
                self.expression(key, Precedence::Test);
                self.push(": ");
                self.expression(value, Precedence::Test);
            } else {
                self.push("**");
                self.expression(value, Precedence::BitOr);
            }
        }
        self.push("}");
    }

    fn call(&mut self, func: &Expression, args: &[Expression], keywords: &[Keyword]) {
        self.expression(func, Precedence::Atom);
        if let ([only], []) = (args, keywords)
            && matches!(only.kind, ExpressionKind::GeneratorExp { .. })
        {
            return self.expression(only, Precedence::Test);
        }
        self.push("(");
        self.list(args);
        for (index, keyword) in keywords.iter().enumerate() {
            self.push(if index > 0 || !args.is_empty() { ", " } else { "" });
            match &keyword.arg {
                Some(name) => {
                    self.push(name);
                    self.push("=");
                }
                None => self.push("**"),
            }
            self.expression(&keyword.value, Precedence::Test);
        }
        self.push(")");
    }

    fn arguments(&mut self, args: &Arguments) {
        let positional = args.posonlyargs.len() + args.args.len();
        let required = positional - args.defaults.len().min(positional);
        let mut first = true;
        for (index, parameter) in args.posonlyargs.iter().chain(&args.args).enumerate() {
            self.parameter(&mut first, "", parameter);
            if let Some(default) = index.checked_sub(required).and_then(|index| args.defaults.get(index)) {
                self.push("=");
                self.expression(default, Precedence::Test);
            }
            if index + 1 == args.posonlyargs.len() {
                self.push(", /");
            }
        }
        if let Some(vararg) = &args.vararg {
            self.parameter(&mut first, "*", vararg);
        } else if !args.kwonlyargs.is_empty() {
            self.push(if first { "*" } else { ", *" });
            first = false;
        }
        for (parameter, default) in args.kwonlyargs.iter().zip(&args.kw_defaults) {
            self.parameter(&mut first, "", parameter);
            if let Some(default) = default {
                self.push("=");
                self.expression(default, Precedence::Test);
            }
        }
        if let Some(kwarg) = &args.kwarg {
            self.parameter(&mut first, "**", kwarg);
        }
    }

    fn parameter(&mut self, first: &mut bool, stars: &str, parameter: &Parameter) {
        self.push(if *first { "" } else { ", " });
        *first = false;
        self.push(stars);
        self.push(&parameter.arg);
        if let Some(annotation) = &parameter.annotation {
            self.push(": ");
            self.expression(annotation, Precedence::Test);
        }
    }
}
