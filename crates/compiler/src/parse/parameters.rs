//! Parameters of functions, type parameters, and arguments of calls.

use ruff_python_ast as syntax;
use ruff_text_size::Ranged;

use super::Lowering;
use crate::ast::{Arguments, Expression, Keyword, Parameter, TypeParameter, TypeParameterKind};

impl Lowering<'_> {
    pub(super) fn parameters(&mut self, parameters: Option<&syntax::Parameters>) -> Arguments {
        let Some(it) = parameters else {
            return Arguments::default();
        };
        let positional = it.posonlyargs.iter().chain(&it.args);
        Arguments {
            posonlyargs: it
                .posonlyargs
                .iter()
                .map(|one| self.parameter(&one.parameter))
                .collect(),
            args: it.args.iter().map(|one| self.parameter(&one.parameter)).collect(),
            vararg: it.vararg.as_deref().map(|one| Box::new(self.parameter(one))),
            kwonlyargs: it.kwonlyargs.iter().map(|one| self.parameter(&one.parameter)).collect(),
            kw_defaults: it
                .kwonlyargs
                .iter()
                .map(|one| one.default.as_deref().map(|value| self.expression(value)))
                .collect(),
            kwarg: it.kwarg.as_deref().map(|one| Box::new(self.parameter(one))),
            defaults: positional
                .filter_map(|one| one.default.as_deref())
                .map(|value| self.expression(value))
                .collect(),
        }
    }

    fn parameter(&mut self, it: &syntax::Parameter) -> Parameter {
        let end = it.annotation.as_deref().map_or(it.name.end(), |_| it.end());
        Parameter {
            arg: it.name.id.to_string(),
            annotation: self.optional(it.annotation.as_deref()),
            span: self.positions.between(it.name.start(), end),
        }
    }

    pub(super) fn type_parameters(&mut self, parameters: Option<&syntax::TypeParams>) -> Vec<TypeParameter> {
        let list = parameters.map_or(&[][..], |it| &it.type_params[..]);
        list.iter().map(|it| self.type_parameter(it)).collect()
    }

    fn type_parameter(&mut self, parameter: &syntax::TypeParam) -> TypeParameter {
        let span = self.positions.span(parameter);
        let kind = match parameter {
            syntax::TypeParam::TypeVar(it) => TypeParameterKind::TypeVar {
                bound: self.optional(it.bound.as_deref()),
            },
            syntax::TypeParam::TypeVarTuple(_) => TypeParameterKind::TypeVarTuple,
            syntax::TypeParam::ParamSpec(_) => TypeParameterKind::ParamSpec,
        };
        TypeParameter {
            kind,
            name: parameter.name().id.to_string(),
            span,
        }
    }

    /// The positional and the named arguments of a call or a class.
    pub(super) fn arguments(&mut self, arguments: &syntax::Arguments) -> (Vec<Expression>, Vec<Keyword>) {
        let positional = arguments.args.iter().map(|it| self.argument(it, arguments)).collect();
        let keywords = arguments
            .keywords
            .iter()
            .map(|it| Keyword {
                arg: it.arg.as_ref().map(|name| name.id.to_string()),
                value: self.expression(&it.value),
                span: self.positions.span(it),
            })
            .collect();
        (positional, keywords)
    }

    /// A generator expression that is the only argument reaches over the call's own parentheses.
    fn argument(&mut self, it: &syntax::Expr, arguments: &syntax::Arguments) -> Expression {
        let mut lowered = self.expression(it);
        if let syntax::Expr::Generator(generator) = it
            && !generator.parenthesized
        {
            lowered.span = self.positions.span(arguments);
        }
        lowered
    }
}
