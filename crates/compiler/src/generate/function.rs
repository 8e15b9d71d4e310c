//! Functions and lambdas: defaults, annotations, decorators, bodies.

use super::scope::function_flags;
use super::unit::UnitKind;
use super::{Done, Generator, split_docstring};
use crate::ast::{Arguments, Context, Expression, ExpressionKind, FunctionDef, Parameter};
use crate::diagnostic::Diagnostic;
use crate::location::Location;
use crate::opcode::{Opcode, intrinsic_2};
use crate::symbols::BlockKey;

impl<'a> Generator<'a> {
    pub(super) fn function(&mut self, location: Location, node: &'a FunctionDef, is_async: bool) -> Done {
        Self::check_parameters(&node.args)?;
        self.expressions(&node.decorators)?;
        let first_line = first_line(location, &node.decorators);
        let generic = !node.type_params.is_empty();
        if generic {
            self.op(location, Opcode::PushNull);
        }
        let mut flags = self.default_arguments(location, &node.args)?;
        let passed = (flags & function_flags::DEFAULTS) + (flags & function_flags::KEYWORD_DEFAULTS) / 2;
        if generic {
            if passed == 2 {
                self.op_arg(location, Opcode::Swap, 2);
            }
            self.enter_type_parameters(&node.name, &node.type_params, first_line)?;
            self.type_parameters(&node.type_params)?;
            for slot in 0..passed {
                self.op_arg(location, Opcode::LoadFast, slot);
            }
        }
        if self.signature_annotations(location, node)? {
            flags |= function_flags::ANNOTATIONS;
        }
        self.function_body(location, node, is_async, flags, first_line)?;
        if generic {
            self.op_arg(location, Opcode::Swap, 2);
            self.op_arg(location, Opcode::CallIntrinsic2, intrinsic_2::SET_FUNCTION_TYPE_PARAMS.into());
            self.unit().argcount = passed;
            let code = self.finish_scope(false)?;
            self.make_closure(location, code, 0)?;
            if passed > 0 {
                self.op_arg(location, Opcode::Swap, passed + 1);
            }
            self.op_arg(location, Opcode::Call, passed);
        }
        self.apply_decorators(&node.decorators);
        self.name_op(location, &node.name, Context::Store)
    }

    fn function_body(
        &mut self,
        location: Location,
        node: &'a FunctionDef,
        is_async: bool,
        flags: u32,
        first_line: i32,
    ) -> Done {
        let kind = if is_async { UnitKind::AsyncFunction } else { UnitKind::Function };
        self.enter_scope(&node.name, kind, BlockKey::node(node), first_line)?;
        let mut body = node.body.as_slice();
        // The docstring, or None, is always the first constant.
        let mut first_constant = self.constants.none();
        if let Some((Expression { kind: ExpressionKind::Constant(docstring), .. }, rest)) = split_docstring(body) {
            first_constant = self.constants.merge(docstring);
            body = rest;
        }
        self.const_number(first_constant);
        self.count_arguments(&node.args);
        self.statements(body)?;
        let scope = self.scope();
        if scope.coroutine || scope.generator {
            self.guard_stop_iteration();
        }
        let code = self.finish_scope(true)?;
        self.make_closure(location, code, flags)
    }

    pub(super) fn lambda(
        &mut self,
        location: Location,
        node: &Expression,
        args: &Arguments,
        body: &Expression,
    ) -> Done {
        Self::check_parameters(args)?;
        let flags = self.default_arguments(location, args)?;
        self.enter_scope("<lambda>", UnitKind::Lambda, BlockKey::node(node), location.line)?;
        let none = self.constants.none();
        self.const_number(none);
        self.count_arguments(args);
        self.expression(body)?;
        let is_generator = self.scope().generator;
        if !is_generator {
            self.op(Location::line(location.line), Opcode::ReturnValue);
        }
        let code = self.finish_scope(!is_generator)?;
        self.make_closure(location, code, flags)
    }

    fn count_arguments(&mut self, args: &Arguments) {
        let count = |parameters: &[Parameter]| u32::try_from(parameters.len()).unwrap_or(u32::MAX);
        let unit = self.unit();
        // `argcount` counts the positional-only ones too, once the code object is made.
        unit.argcount = count(&args.args);
        unit.posonlyargcount = count(&args.posonlyargs);
        unit.kwonlyargcount = count(&args.kwonlyargs);
    }

    /// Pushes the defaults; returns the bits of `MAKE_FUNCTION` for them.
    fn default_arguments(&mut self, location: Location, args: &Arguments) -> Result<u32, Diagnostic> {
        let mut flags = 0;
        if !args.defaults.is_empty() {
            self.expressions(&args.defaults)?;
            self.op_count(location, Opcode::BuildTuple, args.defaults.len());
            flags |= function_flags::DEFAULTS;
        }
        let mut names = Vec::new();
        let mut list = None;
        for (parameter, default) in args.kwonlyargs.iter().zip(&args.kw_defaults) {
            if let Some(default) = default {
                list.get_or_insert_with(|| self.constants.traffic().list());
                names.push(self.mangled(&parameter.arg));
                self.expression(default)?;
            }
        }
        if !names.is_empty() {
            let tuple = self.constants.texts(names.iter().map(String::as_str));
            drop(list);
            self.load_const(location, tuple);
            self.op_count(location, Opcode::BuildConstKeyMap, names.len());
            flags |= function_flags::KEYWORD_DEFAULTS;
        }
        Ok(flags)
    }

    /// Pushes a tuple of names and annotations, if there are any.
    fn signature_annotations(&mut self, location: Location, node: &FunctionDef) -> Result<bool, Diagnostic> {
        let args = &node.args;
        let parameters = args.args.iter().chain(&args.posonlyargs).chain(args.vararg.as_deref());
        let parameters = parameters.chain(&args.kwonlyargs).chain(args.kwarg.as_deref());
        let mut count = 0;
        for parameter in parameters {
            if let Some(annotation) = &parameter.annotation {
                self.parameter_annotation(location, &parameter.arg, annotation)?;
                count += 2;
            }
        }
        if let Some(returns) = &node.returns {
            self.parameter_annotation(location, "return", returns)?;
            count += 2;
        }
        if count > 0 {
            self.op_arg(location, Opcode::BuildTuple, count);
        }
        Ok(count > 0)
    }

    fn parameter_annotation(&mut self, location: Location, name: &str, annotation: &Expression) -> Done {
        let mangled = self.mangled(name);
        self.load_text(location, &mangled);
        match &annotation.kind {
            // `*args: *Ts` stands for the one item of `[*Ts]`.
            ExpressionKind::Starred { value, .. } if !self.features.annotations => {
                self.expression(value)?;
                self.op_arg(location, Opcode::UnpackSequence, 1);
                Ok(())
            }
            _ => self.annotation(annotation),
        }
    }

    /// An annotation's value, or its text under `from __future__ import annotations`.
    pub(super) fn annotation(&mut self, annotation: &Expression) -> Done {
        if !self.features.annotations {
            return self.expression(annotation);
        }
        let text = super::unparse::unparse(annotation);
        self.load_literal(annotation.span.into(), &crate::ast::Constant::Str(text));
        Ok(())
    }

    pub(super) fn apply_decorators(&mut self, decorators: &[Expression]) {
        for decorator in decorators.iter().rev() {
            self.op_arg(decorator.span.into(), Opcode::Call, 0);
        }
    }

    fn check_parameters(args: &Arguments) -> Done {
        let positional = args.posonlyargs.iter().chain(&args.args).chain(args.vararg.as_deref());
        let mut all = positional.chain(&args.kwonlyargs).chain(args.kwarg.as_deref());
        all.try_for_each(|parameter| Self::check_name(&parameter.arg, parameter.span.into(), Context::Store))
    }
}

/// The line where a decorated definition begins.
pub(super) fn first_line(location: Location, decorators: &[Expression]) -> i32 {
    decorators.first().map_or(location.line, |decorator| Location::from(decorator.span).line)
}
