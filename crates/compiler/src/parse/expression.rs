//! Expressions.

use ruff_python_ast as syntax;

use super::Lowering;
use crate::ast::{
    BinaryOperator, BooleanOperator, ComparisonOperator, Comprehension, Constant, Context, Expression, ExpressionKind,
    UnaryOperator,
};

impl Lowering<'_> {
    /// Lowers a chain such as `a.b(c)[d] + e` from its innermost left end outwards, so that a long chain needs no deep stack.
    pub(super) fn expression(&mut self, expression: &syntax::Expr) -> Expression {
        let mut links = Vec::new();
        let mut innermost = expression;
        while let Some(left) = left_end(innermost) {
            links.push(innermost);
            innermost = left;
        }
        let span = self.positions.span(innermost);
        let mut lowered = Expression {
            kind: self.innermost(innermost),
            span,
        };
        for link in links.into_iter().rev() {
            let span = self.positions.span(link);
            lowered = Expression {
                kind: self.link(link, Box::new(lowered)),
                span,
            };
        }
        lowered
    }

    fn link(&mut self, link: &syntax::Expr, left: Box<Expression>) -> ExpressionKind {
        match link {
            syntax::Expr::BinOp(it) => ExpressionKind::BinOp {
                left,
                op: binary_operator(it.op),
                right: self.boxed(&it.right),
            },
            syntax::Expr::Call(it) => {
                let (args, keywords) = self.arguments(&it.arguments);
                ExpressionKind::Call {
                    func: left,
                    args,
                    keywords,
                }
            }
            syntax::Expr::Attribute(it) => ExpressionKind::Attribute {
                value: left,
                attr: it.attr.id.to_string(),
                ctx: context(it.ctx),
            },
            syntax::Expr::Subscript(it) => ExpressionKind::Subscript {
                value: left,
                slice: self.boxed(&it.slice),
                ctx: context(it.ctx),
            },
            _ => left.kind,
        }
    }

    fn innermost(&mut self, expression: &syntax::Expr) -> ExpressionKind {
        use syntax::Expr;
        match expression {
            Expr::Name(it) => ExpressionKind::Name {
                id: it.id.to_string(),
                ctx: context(it.ctx),
            },
            Expr::Starred(it) => ExpressionKind::Starred {
                value: self.boxed(&it.value),
                ctx: context(it.ctx),
            },
            Expr::List(it) => ExpressionKind::List {
                elts: self.expressions(&it.elts),
                ctx: context(it.ctx),
            },
            Expr::Tuple(it) => ExpressionKind::Tuple {
                elts: self.expressions(&it.elts),
                ctx: context(it.ctx),
            },
            Expr::Set(it) => ExpressionKind::Set(self.expressions(&it.elts)),
            Expr::Dict(it) => self.dict(it),
            Expr::BoolOp(it) => ExpressionKind::BoolOp {
                op: boolean_operator(it.op),
                values: self.expressions(&it.values),
            },
            Expr::UnaryOp(it) => ExpressionKind::UnaryOp {
                op: unary_operator(it.op),
                operand: self.boxed(&it.operand),
            },
            Expr::Compare(it) => ExpressionKind::Compare {
                left: self.boxed(&it.left),
                ops: it.ops.iter().copied().map(comparison_operator).collect(),
                comparators: self.expressions(&it.comparators),
            },
            Expr::Named(it) => ExpressionKind::NamedExpr {
                target: self.boxed(&it.target),
                value: self.boxed(&it.value),
            },
            Expr::If(it) => ExpressionKind::IfExp {
                body: self.boxed(&it.body),
                test: self.boxed(&it.test),
                orelse: self.boxed(&it.orelse),
            },
            Expr::Lambda(it) => ExpressionKind::Lambda {
                args: Box::new(self.parameters(it.parameters.as_deref())),
                body: self.boxed(&it.body),
            },
            Expr::Await(it) => ExpressionKind::Await(self.boxed(&it.value)),
            Expr::Yield(it) => ExpressionKind::Yield(self.optional(it.value.as_deref())),
            Expr::YieldFrom(it) => ExpressionKind::YieldFrom(self.boxed(&it.value)),
            Expr::Slice(it) => ExpressionKind::Slice {
                lower: self.optional(it.lower.as_deref()),
                upper: self.optional(it.upper.as_deref()),
                step: self.optional(it.step.as_deref()),
            },
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.comprehension(expression)
            }
            _ => self.literal(expression),
        }
    }

    fn literal(&mut self, expression: &syntax::Expr) -> ExpressionKind {
        use syntax::Expr;
        match expression {
            Expr::StringLiteral(it) => ExpressionKind::Constant(self.string(it)),
            Expr::BytesLiteral(it) => ExpressionKind::Constant(Constant::Bytes(it.value.bytes().collect())),
            Expr::NumberLiteral(it) => ExpressionKind::Constant(self.number(it)),
            Expr::BooleanLiteral(it) => {
                ExpressionKind::Constant(if it.value { Constant::True } else { Constant::False })
            }
            Expr::EllipsisLiteral(_) => ExpressionKind::Constant(Constant::Ellipsis),
            Expr::FString(it) => self.f_string(it),
            // Template strings are refused for this version before lowering; other kinds are done elsewhere.
            _ => ExpressionKind::Constant(Constant::None),
        }
    }

    fn dict(&mut self, it: &syntax::ExprDict) -> ExpressionKind {
        let mut keys = Vec::with_capacity(it.items.len());
        let mut values = Vec::with_capacity(it.items.len());
        for item in &it.items {
            keys.push(item.key.as_ref().map(|key| self.expression(key)));
            values.push(self.expression(&item.value));
        }
        ExpressionKind::Dict { keys, values }
    }

    fn comprehension(&mut self, expression: &syntax::Expr) -> ExpressionKind {
        use syntax::Expr;
        match expression {
            Expr::ListComp(it) => ExpressionKind::ListComp {
                elt: self.boxed(&it.elt),
                generators: self.generators(&it.generators),
            },
            Expr::SetComp(it) => ExpressionKind::SetComp {
                elt: self.boxed(&it.elt),
                generators: self.generators(&it.generators),
            },
            Expr::Generator(it) => ExpressionKind::GeneratorExp {
                elt: self.boxed(&it.elt),
                generators: self.generators(&it.generators),
            },
            Expr::DictComp(it) => match it.key.as_deref() {
                Some(key) => ExpressionKind::DictComp {
                    key: self.boxed(key),
                    value: self.boxed(&it.value),
                    generators: self.generators(&it.generators),
                },
                // `{**a for a in b}` is of a later Python and refused before lowering.
                None => ExpressionKind::Constant(Constant::None),
            },
            _ => ExpressionKind::Constant(Constant::None),
        }
    }

    fn generators(&mut self, generators: &[syntax::Comprehension]) -> Vec<Comprehension> {
        let one = |it: &syntax::Comprehension| Comprehension {
            target: self.expression(&it.target),
            iter: self.expression(&it.iter),
            ifs: self.expressions(&it.ifs),
            is_async: it.is_async,
        };
        generators.iter().map(one).collect()
    }
}

/// The expression with which a chain's link begins.
fn left_end(expression: &syntax::Expr) -> Option<&syntax::Expr> {
    match expression {
        syntax::Expr::BinOp(it) => Some(&it.left),
        syntax::Expr::Call(it) => Some(&it.func),
        syntax::Expr::Attribute(it) => Some(&it.value),
        syntax::Expr::Subscript(it) => Some(&it.value),
        _ => None,
    }
}

fn context(context: syntax::ExprContext) -> Context {
    match context {
        syntax::ExprContext::Load | syntax::ExprContext::Invalid => Context::Load,
        syntax::ExprContext::Store => Context::Store,
        syntax::ExprContext::Del => Context::Del,
    }
}

pub(super) fn binary_operator(operator: syntax::Operator) -> BinaryOperator {
    match operator {
        syntax::Operator::Add => BinaryOperator::Add,
        syntax::Operator::Sub => BinaryOperator::Sub,
        syntax::Operator::Mult => BinaryOperator::Mult,
        syntax::Operator::MatMult => BinaryOperator::MatMult,
        syntax::Operator::Div => BinaryOperator::Div,
        syntax::Operator::Mod => BinaryOperator::Mod,
        syntax::Operator::Pow => BinaryOperator::Pow,
        syntax::Operator::LShift => BinaryOperator::LShift,
        syntax::Operator::RShift => BinaryOperator::RShift,
        syntax::Operator::BitOr => BinaryOperator::BitOr,
        syntax::Operator::BitXor => BinaryOperator::BitXor,
        syntax::Operator::BitAnd => BinaryOperator::BitAnd,
        syntax::Operator::FloorDiv => BinaryOperator::FloorDiv,
    }
}

fn boolean_operator(operator: syntax::BoolOp) -> BooleanOperator {
    match operator {
        syntax::BoolOp::And => BooleanOperator::And,
        syntax::BoolOp::Or => BooleanOperator::Or,
    }
}

fn unary_operator(operator: syntax::UnaryOp) -> UnaryOperator {
    match operator {
        syntax::UnaryOp::Invert => UnaryOperator::Invert,
        syntax::UnaryOp::Not => UnaryOperator::Not,
        syntax::UnaryOp::UAdd => UnaryOperator::UAdd,
        syntax::UnaryOp::USub => UnaryOperator::USub,
    }
}

fn comparison_operator(operator: syntax::CmpOp) -> ComparisonOperator {
    match operator {
        syntax::CmpOp::Eq => ComparisonOperator::Eq,
        syntax::CmpOp::NotEq => ComparisonOperator::NotEq,
        syntax::CmpOp::Lt => ComparisonOperator::Lt,
        syntax::CmpOp::LtE => ComparisonOperator::LtE,
        syntax::CmpOp::Gt => ComparisonOperator::Gt,
        syntax::CmpOp::GtE => ComparisonOperator::GtE,
        syntax::CmpOp::Is => ComparisonOperator::Is,
        syntax::CmpOp::IsNot => ComparisonOperator::IsNot,
        syntax::CmpOp::In => ComparisonOperator::In,
        syntax::CmpOp::NotIn => ComparisonOperator::NotIn,
    }
}
