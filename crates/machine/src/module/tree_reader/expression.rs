//! Expressions, patterns and parameters.

use heapglass_compiler::ast::{
    Arguments as Parameters, BinaryOperator as B, BooleanOperator, ComparisonOperator as C, Comprehension, Constant, Context,
    Expression, ExpressionKind as E, Keyword, MatchCase, Parameter, Pattern, PatternKind as P, UnaryOperator as U,
};
use heapglass_heap::Address;

use super::Reader;
use crate::machine::Outcome;

/// The operators by name.
const BINARY: [B; 13] = [
    B::Add, B::Sub, B::Mult, B::MatMult, B::Div, B::Mod, B::Pow, B::LShift, B::RShift, B::BitOr, B::BitXor, B::BitAnd, B::FloorDiv,
];
const UNARY: [U; 4] = [U::Invert, U::Not, U::UAdd, U::USub];
const COMPARISONS: [C; 10] = [C::Eq, C::NotEq, C::Lt, C::LtE, C::Gt, C::GtE, C::Is, C::IsNot, C::In, C::NotIn];
const CONTEXTS: [Context; 3] = [Context::Load, Context::Store, Context::Del];
const BOOLEAN: [BooleanOperator; 2] = [BooleanOperator::And, BooleanOperator::Or];

impl Reader<'_> {
    /// An operator or context: the one that is called like the node's class.
    fn named<T: Copy + std::fmt::Debug>(&mut self, node: Address, sort: &str, all: &[T]) -> Outcome<T> {
        let kind = self.kind(node, sort)?;
        match all.iter().find(|one| format!("{one:?}") == kind) {
            Some(one) => Ok(*one),
            None => self.m.type_error(format!("expected some sort of {sort}, but got {kind}")),
        }
    }

    pub(super) fn binary(&mut self, node: Address) -> Outcome<B> {
        let op = self.required(node, "op")?;
        self.named(op, "operator", &BINARY)
    }

    fn context(&mut self, node: Address) -> Outcome<Context> {
        let context = self.required(node, "ctx")?;
        self.named(context, "expr_context", &CONTEXTS)
    }

    pub(super) fn boxed(&mut self, node: Address, field: &str) -> Outcome<Box<Expression>> {
        let value = self.required(node, field)?;
        self.expression(value).map(Box::new)
    }

    pub(super) fn optional_boxed(&mut self, node: Address, field: &str) -> Outcome<Option<Box<Expression>>> {
        self.optional(node, field)?.map(|value| self.expression(value).map(Box::new)).transpose()
    }

    pub(super) fn expressions(&mut self, node: Address, field: &str) -> Outcome<Vec<Expression>> {
        self.list(node, field, Self::expression)
    }

    /// Something that is assigned to or deleted.
    pub(super) fn target(&mut self, node: Address, context: Context) -> Outcome<Expression> {
        let target = self.expression(node)?;
        self.check_target(&target, context)?;
        Ok(target)
    }

    pub(super) fn target_in(&mut self, node: Address, field: &str) -> Outcome<Expression> {
        let value = self.required(node, field)?;
        self.target(value, Context::Store)
    }

    fn check_target(&mut self, target: &Expression, wanted: Context) -> Outcome<()> {
        let found = match &target.kind {
            E::Name { ctx, .. } | E::Attribute { ctx, .. } | E::Subscript { ctx, .. } => ctx,
            E::Starred { value, ctx } if wanted == Context::Store => {
                self.check_target(value, wanted)?;
                ctx
            }
            E::List { elts, ctx } | E::Tuple { elts, ctx } => {
                for item in elts {
                    self.check_target(item, wanted)?;
                }
                ctx
            }
            _ => return self.invalid(format!("expression which can't be assigned to in {wanted:?} context")),
        };
        if *found != wanted {
            return self.invalid(format!("expression must have {wanted:?} context but has {found:?} instead"));
        }
        Ok(())
    }

    pub(super) fn expression(&mut self, node: Address) -> Outcome<Expression> {
        if self.m.heap.is_none(node) {
            return self.invalid("None disallowed in expression list");
        }
        let span = self.span(node, "expr")?;
        let kind = self.kind(node, "expr")?;
        let kind = self.deeper(|this| match this.operation(node, &kind)? {
            Some(found) => Ok(found),
            None => this.atom(node, &kind),
        })?;
        Ok(Expression { kind, span })
    }

    /// What has expressions on both sides, or for parts.
    fn operation(&mut self, node: Address, kind: &str) -> Outcome<Option<E>> {
        Ok(Some(match kind {
            "BoolOp" => {
                let op = self.required(node, "op")?;
                let (op, values) = (self.named(op, "boolop", &BOOLEAN)?, self.expressions(node, "values")?);
                if values.len() < 2 {
                    return self.invalid("BoolOp with less than 2 values");
                }
                E::BoolOp { op, values }
            }
            "NamedExpr" => {
                E::NamedExpr { target: Box::new(self.target_in(node, "target")?), value: self.boxed(node, "value")? }
            }
            "BinOp" => {
                let (left, op) = (self.boxed(node, "left")?, self.binary(node)?);
                E::BinOp { left, op, right: self.boxed(node, "right")? }
            }
            "UnaryOp" => {
                let op = self.required(node, "op")?;
                E::UnaryOp { op: self.named(op, "unaryop", &UNARY)?, operand: self.boxed(node, "operand")? }
            }
            "Lambda" => {
                let parameters = self.required(node, "args")?;
                E::Lambda { args: Box::new(self.parameters(parameters)?), body: self.boxed(node, "body")? }
            }
            "IfExp" => E::IfExp {
                test: self.boxed(node, "test")?,
                body: self.boxed(node, "body")?,
                orelse: self.boxed(node, "orelse")?,
            },
            "Compare" => {
                let left = self.boxed(node, "left")?;
                let ops = self.list(node, "ops", |this, op| this.named(op, "cmpop", &COMPARISONS))?;
                let comparators = self.expressions(node, "comparators")?;
                if comparators.is_empty() {
                    return self.invalid("Compare with no comparators");
                }
                if comparators.len() != ops.len() {
                    return self.invalid("Compare has a different number of comparators and operands");
                }
                E::Compare { left, ops, comparators }
            }
            "Call" => E::Call {
                func: self.boxed(node, "func")?,
                args: self.expressions(node, "args")?,
                keywords: self.list(node, "keywords", Self::keyword)?,
            },
            "ListComp" => E::ListComp { elt: self.boxed(node, "elt")?, generators: self.generators(node)? },
            "SetComp" => E::SetComp { elt: self.boxed(node, "elt")?, generators: self.generators(node)? },
            "GeneratorExp" => E::GeneratorExp { elt: self.boxed(node, "elt")?, generators: self.generators(node)? },
            "DictComp" => E::DictComp {
                key: self.boxed(node, "key")?,
                value: self.boxed(node, "value")?,
                generators: self.generators(node)?,
            },
            "Await" => E::Await(self.boxed(node, "value")?),
            "Yield" => E::Yield(self.optional_boxed(node, "value")?),
            "YieldFrom" => E::YieldFrom(self.boxed(node, "value")?),
            _ => return Ok(None),
        }))
    }

    fn atom(&mut self, node: Address, kind: &str) -> Outcome<E> {
        Ok(match kind {
            "Dict" => {
                let none = self.m.heap.none();
                let key = |this: &mut Self, key| if key == none { Ok(None) } else { this.expression(key).map(Some) };
                let (keys, values) = (self.list(node, "keys", key)?, self.expressions(node, "values")?);
                if keys.len() != values.len() {
                    return self.invalid("Dict doesn't have the same number of keys as values");
                }
                E::Dict { keys, values }
            }
            "Set" => E::Set(self.expressions(node, "elts")?),
            "FormattedValue" => {
                let value = self.boxed(node, "value")?;
                let conversion = self.required(node, "conversion")?;
                let conversion = u32::try_from(self.number(conversion)?).ok().and_then(char::from_u32);
                if conversion.is_some_and(|letter| !matches!(letter, 's' | 'r' | 'a')) {
                    let text = "Unrecognized conversion character";
                    return Err(self.m.raise(heapglass_heap::static_type::StaticType::SystemError, text));
                }
                E::FormattedValue { value, conversion, format_spec: self.optional_boxed(node, "format_spec")? }
            }
            "JoinedStr" => E::JoinedStr(self.expressions(node, "values")?),
            "Constant" => {
                let name = self.m.name("value");
                let value = self.m.get_attribute(node, name)?;
                self.held.push(value);
                E::Constant(self.constant(value)?)
            }
            "Attribute" => E::Attribute {
                value: self.boxed(node, "value")?,
                attr: self.text(node, "attr")?,
                ctx: self.context(node)?,
            },
            "Subscript" => E::Subscript {
                value: self.boxed(node, "value")?,
                slice: self.boxed(node, "slice")?,
                ctx: self.context(node)?,
            },
            "Starred" => E::Starred { value: self.boxed(node, "value")?, ctx: self.context(node)? },
            "Name" => E::Name { id: self.text(node, "id")?, ctx: self.context(node)? },
            "List" => E::List { elts: self.expressions(node, "elts")?, ctx: self.context(node)? },
            "Tuple" => E::Tuple { elts: self.expressions(node, "elts")?, ctx: self.context(node)? },
            "Slice" => E::Slice {
                lower: self.optional_boxed(node, "lower")?,
                upper: self.optional_boxed(node, "upper")?,
                step: self.optional_boxed(node, "step")?,
            },
            _ => return self.m.type_error(format!("expected some sort of expr, but got {kind}")),
        })
    }

    fn generators(&mut self, node: Address) -> Outcome<Vec<Comprehension>> {
        let generators = self.list(node, "generators", |this, one| {
            let is_async = this.required(one, "is_async")?;
            Ok(Comprehension {
                target: this.target_in(one, "target")?,
                iter: *this.boxed(one, "iter")?,
                ifs: this.expressions(one, "ifs")?,
                is_async: this.number(is_async)? != 0,
            })
        })?;
        if generators.is_empty() { self.invalid("comprehension with no generators") } else { Ok(generators) }
    }

    pub(super) fn keyword(&mut self, node: Address) -> Outcome<Keyword> {
        let span = self.span(node, "keyword")?;
        Ok(Keyword { arg: self.optional_text(node, "arg")?, value: *self.boxed(node, "value")?, span })
    }

    fn parameter(&mut self, node: Address) -> Outcome<Parameter> {
        let span = self.span(node, "arg")?;
        Ok(Parameter { arg: self.text(node, "arg")?, annotation: self.optional_boxed(node, "annotation")?, span })
    }

    pub(super) fn parameters(&mut self, node: Address) -> Outcome<Parameters> {
        let none = self.m.heap.none();
        let one = |this: &mut Self, field| {
            this.optional(node, field)?.map(|node| this.parameter(node).map(Box::new)).transpose()
        };
        let default = |this: &mut Self, value| if value == none { Ok(None) } else { this.expression(value).map(Some) };
        let parameters = Parameters {
            posonlyargs: self.list(node, "posonlyargs", Self::parameter)?,
            args: self.list(node, "args", Self::parameter)?,
            vararg: one(self, "vararg")?,
            kwonlyargs: self.list(node, "kwonlyargs", Self::parameter)?,
            kw_defaults: self.list(node, "kw_defaults", default)?,
            kwarg: one(self, "kwarg")?,
            defaults: self.expressions(node, "defaults")?,
        };
        if parameters.defaults.len() > parameters.posonlyargs.len() + parameters.args.len() {
            return self.invalid("more positional defaults than args on arguments");
        }
        if parameters.kw_defaults.len() != parameters.kwonlyargs.len() {
            return self.invalid("length of kwonlyargs is not the same as kw_defaults on arguments");
        }
        Ok(parameters)
    }

    pub(super) fn case(&mut self, node: Address) -> Outcome<MatchCase> {
        let pattern = self.required(node, "pattern")?;
        Ok(MatchCase {
            pattern: self.pattern(pattern)?,
            guard: self.optional_boxed(node, "guard")?.map(|guard| *guard),
            body: self.body(node, "body")?,
        })
    }

    fn patterns(&mut self, node: Address, field: &str) -> Outcome<Vec<Pattern>> {
        self.list(node, field, Self::pattern)
    }

    fn pattern(&mut self, node: Address) -> Outcome<Pattern> {
        let span = self.span(node, "pattern")?;
        let kind = self.kind(node, "pattern")?;
        let kind = self.deeper(|this| this.pattern_kind(node, &kind))?;
        Ok(Pattern { kind, span })
    }

    /// What a value pattern may be.
    fn check_literal(&mut self, value: &Expression) -> Outcome<()> {
        let number = |value: &Expression| matches!(value.kind, E::Constant(_) | E::UnaryOp { op: U::USub, .. });
        match &value.kind {
            E::Constant(Constant::None | Constant::True | Constant::False | Constant::Ellipsis | Constant::Tuple(_)) => {
                self.invalid("unexpected constant inside of a literal pattern")
            }
            E::Constant(_) | E::Attribute { .. } | E::JoinedStr(_) => Ok(()),
            E::UnaryOp { op: U::USub, operand } if matches!(operand.kind, E::Constant(_)) => Ok(()),
            E::BinOp { left, op: B::Add | B::Sub, right } if number(left) && number(right) => Ok(()),
            _ => self.invalid("patterns may only match literals and attribute lookups"),
        }
    }

    fn pattern_kind(&mut self, node: Address, kind: &str) -> Outcome<P> {
        Ok(match kind {
            "MatchValue" => {
                let value = self.boxed(node, "value")?;
                self.check_literal(&value)?;
                P::Value(value)
            }
            "MatchSingleton" => {
                let value = self.optional(node, "value")?;
                match value.map(|value| self.constant(value)).transpose()?.unwrap_or(Constant::None) {
                    constant @ (Constant::None | Constant::True | Constant::False) => P::Singleton(constant),
                    _ => return self.invalid("MatchSingleton can only contain True, False and None"),
                }
            }
            "MatchSequence" => P::Sequence(self.patterns(node, "patterns")?),
            "MatchMapping" => {
                let (keys, patterns) = (self.expressions(node, "keys")?, self.patterns(node, "patterns")?);
                if keys.len() != patterns.len() {
                    return self.invalid("MatchMapping doesn't have the same number of keys as patterns");
                }
                P::Mapping { keys, patterns, rest: self.optional_text(node, "rest")? }
            }
            "MatchClass" => {
                let (cls, patterns) = (self.boxed(node, "cls")?, self.patterns(node, "patterns")?);
                let kwd_attrs = self.list(node, "kwd_attrs", Self::identifier)?;
                let kwd_patterns = self.patterns(node, "kwd_patterns")?;
                if kwd_attrs.len() != kwd_patterns.len() {
                    return self.invalid("MatchClass doesn't have the same number of keyword attributes as patterns");
                }
                P::Class { cls, patterns, kwd_attrs, kwd_patterns }
            }
            "MatchStar" => P::Star(self.optional_text(node, "name")?),
            "MatchAs" => {
                let inner = self.optional(node, "pattern")?.map(|inner| self.pattern(inner).map(Box::new)).transpose()?;
                let name = self.optional_text(node, "name")?;
                if inner.is_some() && name.is_none() {
                    return self.invalid("MatchAs must specify a target name if a pattern is given");
                }
                P::As { pattern: inner, name }
            }
            "MatchOr" => {
                let patterns = self.patterns(node, "patterns")?;
                if patterns.len() < 2 {
                    return self.invalid("MatchOr requires at least 2 patterns");
                }
                P::Or(patterns)
            }
            _ => return self.m.type_error(format!("expected some sort of pattern, but got {kind}")),
        })
    }
}
