//! Constant folding on the tree, before names are resolved (`Python/ast_opt.c`).
//!
//! Only what CPython 3.12 folds is folded, and only up to its limits: what remains is seen by `dis`, and every
//! folded value is one more object.

mod arithmetic;
mod complex;
mod format;
mod statement;
mod value;

use crate::ast::{
    ComparisonOperator, Comprehension, Constant, Context, Expression, ExpressionKind, Module, Statement, StatementKind,
    UnaryOperator,
};
use crate::arena::Held;
use crate::containers::traffic::{Event, Traffic};
use crate::future::Features;

pub(crate) use value::{equal, frozen};

/// Folds every constant expression of `module`; returns all literals and all folded values.
pub(crate) fn fold(module: &mut Module, features: Features, traffic: &Traffic) -> Vec<Held> {
    let mut folder = Folder { features, literals: Vec::new(), traffic: traffic.clone() };
    match module {
        Module::File(body) => folder.body(body),
        Module::Interactive(body) => folder.statements(body),
        Module::Expression(value) => folder.expression(value),
    }
    folder.literals
}

struct Folder {
    features: Features,
    literals: Vec<Held>,
    traffic: Traffic,
}

impl Folder {
    /// A body whose first statement may be a docstring. Text that only folding made is none: it is wrapped.
    fn body(&mut self, body: &mut [Statement]) {
        let had_docstring = docstring(body).is_some();
        self.statements(body);
        if had_docstring || docstring(body).is_none() {
            return;
        }
        if let Some(Statement { kind: StatementKind::Expr(value), span }) = body.first_mut() {
            let inner = std::mem::replace(&mut value.kind, ExpressionKind::JoinedStr(Vec::new()));
            let text = Expression { kind: inner, span: value.span };
            **value = Expression { kind: ExpressionKind::JoinedStr(vec![text]), span: *span };
        }
    }

    fn expressions(&mut self, nodes: &mut [Expression]) {
        for node in nodes {
            self.expression(node);
        }
    }

    fn optional(&mut self, node: Option<&mut Expression>) {
        if let Some(node) = node {
            self.expression(node);
        }
    }

    fn boxed(&mut self, node: &mut Option<Box<Expression>>) {
        self.optional(node.as_deref_mut());
    }

    fn expression(&mut self, node: &mut Expression) {
        self.parts(node);
        if let ExpressionKind::UnaryOp { op: UnaryOperator::Not, operand } = &mut node.kind
            && invert(operand)
        {
            // The comparison takes the place of `not`, with its own position.
            let nothing = Expression { kind: ExpressionKind::Constant(Constant::None), span: operand.span };
            *node = std::mem::replace(&mut **operand, nothing);
            return;
        }
        let folded = match &mut node.kind {
            ExpressionKind::UnaryOp { op, operand } => {
                constant(operand).and_then(|value| self.calculated(arithmetic::unary(*op, value), true))
            }
            ExpressionKind::BinOp { left, op, right } => match (constant(left), &mut right.kind) {
                (Some(left), ExpressionKind::Constant(right)) => {
                    let folded = arithmetic::binary(left, *op, right);
                    if let Some(Constant::Tuple(items)) = &folded
                        && folded.as_ref() != Some(left)
                        && folded.as_ref() != Some(right)
                    {
                        self.traffic.make_tuple(items.len());
                    }
                    self.calculated(folded, arithmetic::raises(left, *op, right))
                }
                (Some(Constant::Str(text)), ExpressionKind::Tuple { elts, .. }) => {
                    format::percent(text, *op, elts).map(ExpressionKind::JoinedStr)
                }
                _ => None,
            },
            ExpressionKind::Tuple { elts, ctx: Context::Load } => {
                self.tuple(elts)
            }
            ExpressionKind::Subscript { value, slice, ctx: Context::Load } => {
                match (constant(value), constant(slice)) {
                    (Some(value), Some(index)) => self.tried(value::item(value, index), true),
                    _ => None,
                }
            }
            ExpressionKind::Name { id, ctx: Context::Load } if id == "__debug__" => {
                Some(ExpressionKind::Constant(Constant::True))
            }
            _ => None,
        };
        if let Some(kind) = folded {
            self.note(&kind, true);
            node.kind = kind;
        }
    }

    /// What was folded; where it is an error of Python's that stops the folding, an exception came and went.
    fn tried(&self, folded: Option<Constant>, raises: bool) -> Option<ExpressionKind> {
        if folded.is_none() && raises {
            self.traffic.exception();
        }
        folded.map(ExpressionKind::Constant)
    }

    /// As [`Self::tried`], for a value that is a new object.
    fn calculated(&self, folded: Option<Constant>, raises: bool) -> Option<ExpressionKind> {
        if matches!(folded, Some(Constant::Float(_))) {
            self.traffic.make(Event::Float);
        }
        self.tried(folded, raises)
    }

    /// A display of constants as a tuple, which the arena holds from now on.
    fn tuple(&self, elts: &[Expression]) -> Option<ExpressionKind> {
        let items = constants(elts)?;
        self.traffic.make_tuple(items.len());
        Some(ExpressionKind::Constant(Constant::Tuple(items)))
    }

    /// Folds inside `node`.
    fn parts(&mut self, node: &mut Expression) {
        match &mut node.kind {
            ExpressionKind::NamedExpr { value, .. }
            | ExpressionKind::UnaryOp { operand: value, .. }
            | ExpressionKind::Await(value)
            | ExpressionKind::YieldFrom(value)
            | ExpressionKind::Attribute { value, .. }
            | ExpressionKind::Starred { value, .. } => self.expression(value),
            ExpressionKind::BoolOp { values, .. }
            | ExpressionKind::Set(values)
            | ExpressionKind::JoinedStr(values)
            | ExpressionKind::List { elts: values, .. }
            | ExpressionKind::Tuple { elts: values, .. } => self.expressions(values),
            ExpressionKind::BinOp { left, right, .. } | ExpressionKind::Subscript { value: left, slice: right, .. } => {
                self.expression(left);
                self.expression(right);
            }
            ExpressionKind::Lambda { args, body } => {
                self.arguments(args);
                self.expression(body);
            }
            ExpressionKind::IfExp { test, body, orelse } => {
                self.expression(test);
                self.expression(body);
                self.expression(orelse);
            }
            ExpressionKind::Dict { keys, values } => {
                keys.iter_mut().flatten().for_each(|key| self.expression(key));
                self.expressions(values);
            }
            ExpressionKind::ListComp { elt, generators }
            | ExpressionKind::SetComp { elt, generators }
            | ExpressionKind::GeneratorExp { elt, generators } => {
                self.expression(elt);
                self.generators(generators);
            }
            ExpressionKind::DictComp { key, value, generators } => {
                self.expression(key);
                self.expression(value);
                self.generators(generators);
            }
            ExpressionKind::Yield(value) => self.boxed(value),
            ExpressionKind::Compare { left, ops, comparators } => {
                self.expression(left);
                self.expressions(comparators);
                if let (Some(ComparisonOperator::In | ComparisonOperator::NotIn), Some(last)) =
                    (ops.last(), comparators.last_mut())
                {
                    self.iterable(last);
                }
            }
            ExpressionKind::Call { func, args, keywords } => {
                self.expression(func);
                self.expressions(args);
                keywords.iter_mut().for_each(|keyword| self.expression(&mut keyword.value));
            }
            ExpressionKind::FormattedValue { value, format_spec, .. } => {
                self.expression(value);
                self.boxed(format_spec);
            }
            ExpressionKind::Slice { lower, upper, step } => {
                self.boxed(lower);
                self.boxed(upper);
                self.boxed(step);
            }
            ExpressionKind::Constant(value) => {
                if matches!(value, Constant::Float(_)) {
                    self.traffic.make(Event::Float);
                }
                self.note(&node.kind, false);
            }
            ExpressionKind::Name { .. } => {}
        }
    }

    /// A list or set display that is only iterated over becomes a tuple or frozenset (`fold_iter`).
    fn iterable(&mut self, node: &mut Expression) {
        let folded = match &mut node.kind {
            ExpressionKind::List { elts, ctx } if !elts.iter().any(is_starred) => match self.tuple(elts) {
                Some(tuple) => tuple,
                None => ExpressionKind::Tuple { elts: std::mem::take(elts), ctx: *ctx },
            },
            ExpressionKind::Set(elts) => match constants(elts) {
                Some(items) => {
                    let tuple = self.traffic.tuple(items.len());
                    self.traffic.make(Event::Other);
                    drop(tuple);
                    ExpressionKind::Constant(frozen(items))
                }
                None => return,
            },
            _ => return,
        };
        self.note(&folded, true);
        node.kind = folded;
    }

    fn note(&mut self, kind: &ExpressionKind, folded: bool) {
        if let ExpressionKind::Constant(value) = kind {
            self.literals.push(Held { value: value.clone(), folded });
        }
    }

    fn generators(&mut self, generators: &mut [Comprehension]) {
        for generator in generators {
            self.expression(&mut generator.target);
            self.expression(&mut generator.iter);
            self.expressions(&mut generator.ifs);
            self.iterable(&mut generator.iter);
        }
    }
}

/// `not a is b` is `a is not b`: turns the one comparison round.
fn invert(operand: &mut Expression) -> bool {
    let ExpressionKind::Compare { ops, .. } = &mut operand.kind else { return false };
    let [op] = ops.as_mut_slice() else { return false };
    *op = match op {
        ComparisonOperator::Is => ComparisonOperator::IsNot,
        ComparisonOperator::IsNot => ComparisonOperator::Is,
        ComparisonOperator::In => ComparisonOperator::NotIn,
        ComparisonOperator::NotIn => ComparisonOperator::In,
        _ => return false,
    };
    true
}

fn is_starred(node: &Expression) -> bool {
    matches!(node.kind, ExpressionKind::Starred { .. })
}

fn constant(node: &Expression) -> Option<&Constant> {
    match &node.kind {
        ExpressionKind::Constant(value) => Some(value),
        _ => None,
    }
}

fn constants(nodes: &[Expression]) -> Option<Vec<Constant>> {
    nodes.iter().map(|node| constant(node).cloned()).collect()
}

fn docstring(body: &[Statement]) -> Option<&Constant> {
    let StatementKind::Expr(value) = &body.first()?.kind else { return None };
    constant(value).filter(|value| matches!(value, Constant::Str(_)))
}
