//! Folding in statements.

use super::Folder;
use crate::ast::{
    Arguments, FunctionDef, MatchCase, Parameter, Pattern, PatternKind, Statement, StatementKind, Try, TypeParameter,
    TypeParameterKind, WithItem,
};

impl Folder {
    pub(super) fn statements(&mut self, body: &mut [Statement]) {
        for statement in body {
            self.statement(statement);
        }
    }

    fn statement(&mut self, statement: &mut Statement) {
        match &mut statement.kind {
            StatementKind::FunctionDef(node) | StatementKind::AsyncFunctionDef(node) => self.function(node),
            StatementKind::ClassDef(node) => {
                self.expressions(&mut node.decorators);
                self.type_parameters(&mut node.type_params);
                self.expressions(&mut node.bases);
                for keyword in &mut node.keywords {
                    self.expression(&mut keyword.value);
                }
                self.body(&mut node.body);
            }
            StatementKind::TypeAlias { type_params, value, .. } => {
                self.type_parameters(type_params);
                self.expression(value);
            }
            StatementKind::Return(value) => self.boxed(value),
            StatementKind::Delete(targets) => self.expressions(targets),
            StatementKind::Assign { targets, value } => {
                self.expressions(targets);
                self.expression(value);
            }
            StatementKind::AugAssign { target, value, .. } => {
                self.expression(target);
                self.expression(value);
            }
            StatementKind::AnnAssign { target, annotation, value, .. } => {
                self.expression(target);
                if !self.features.annotations {
                    self.expression(annotation);
                }
                self.boxed(value);
            }
            StatementKind::Raise { exc, cause } => {
                self.boxed(exc);
                self.boxed(cause);
            }
            StatementKind::Assert { test, msg } => {
                self.expression(test);
                self.boxed(msg);
            }
            StatementKind::Expr(value) => self.expression(value),
            _ => self.block(statement),
        }
    }

    /// Statements that hold others; what is left over holds no expression.
    fn block(&mut self, statement: &mut Statement) {
        match &mut statement.kind {
            StatementKind::For(node) => {
                self.expression(&mut node.target);
                self.expression(&mut node.iter);
                self.statements(&mut node.body);
                self.statements(&mut node.orelse);
                self.iterable(&mut node.iter);
            }
            StatementKind::AsyncFor(node) => {
                self.expression(&mut node.target);
                self.expression(&mut node.iter);
                self.statements(&mut node.body);
                self.statements(&mut node.orelse);
            }
            StatementKind::While { test, body, orelse } | StatementKind::If { test, body, orelse } => {
                self.expression(test);
                self.statements(body);
                self.statements(orelse);
            }
            StatementKind::With { items, body } | StatementKind::AsyncWith { items, body } => {
                self.with_items(items);
                self.statements(body);
            }
            StatementKind::Match { subject, cases } => {
                self.expression(subject);
                cases.iter_mut().for_each(|case| self.case(case));
            }
            StatementKind::Try(node) | StatementKind::TryStar(node) => self.try_statement(node),
            _ => {}
        }
    }

    fn function(&mut self, node: &mut FunctionDef) {
        self.type_parameters(&mut node.type_params);
        self.arguments(&mut node.args);
        self.body(&mut node.body);
        self.expressions(&mut node.decorators);
        if !self.features.annotations {
            self.boxed(&mut node.returns);
        }
    }

    pub(super) fn arguments(&mut self, args: &mut Arguments) {
        let named = args.posonlyargs.iter_mut().chain(&mut args.args).chain(args.vararg.as_deref_mut());
        named.for_each(|parameter| self.parameter(parameter));
        args.kwonlyargs.iter_mut().for_each(|parameter| self.parameter(parameter));
        args.kw_defaults.iter_mut().flatten().for_each(|default| self.expression(default));
        if let Some(kwarg) = &mut args.kwarg {
            self.parameter(kwarg);
        }
        self.expressions(&mut args.defaults);
    }

    fn parameter(&mut self, parameter: &mut Parameter) {
        if !self.features.annotations {
            self.boxed(&mut parameter.annotation);
        }
    }

    fn type_parameters(&mut self, parameters: &mut [TypeParameter]) {
        for parameter in parameters {
            if let TypeParameterKind::TypeVar { bound } = &mut parameter.kind {
                self.boxed(bound);
            }
        }
    }

    fn with_items(&mut self, items: &mut [WithItem]) {
        for item in items {
            self.expression(&mut item.context);
            self.optional(item.vars.as_mut());
        }
    }

    fn try_statement(&mut self, node: &mut Try) {
        self.statements(&mut node.body);
        for handler in &mut node.handlers {
            self.optional(handler.type_.as_mut());
            self.statements(&mut handler.body);
        }
        self.statements(&mut node.orelse);
        self.statements(&mut node.finalbody);
    }

    fn case(&mut self, case: &mut MatchCase) {
        self.pattern(&mut case.pattern);
        self.optional(case.guard.as_mut());
        self.statements(&mut case.body);
    }

    fn pattern(&mut self, pattern: &mut Pattern) {
        match &mut pattern.kind {
            PatternKind::Value(value) => self.expression(value),
            PatternKind::Sequence(patterns) | PatternKind::Or(patterns) => self.patterns(patterns),
            PatternKind::Mapping { keys, patterns, .. } => {
                self.expressions(keys);
                self.patterns(patterns);
            }
            PatternKind::Class { cls, patterns, kwd_patterns, .. } => {
                self.expression(cls);
                self.patterns(patterns);
                self.patterns(kwd_patterns);
            }
            PatternKind::As { pattern: Some(pattern), .. } => self.pattern(pattern),
            PatternKind::As { .. } | PatternKind::Singleton(_) | PatternKind::Star(_) => {}
        }
    }

    fn patterns(&mut self, patterns: &mut [Pattern]) {
        patterns.iter_mut().for_each(|pattern| self.pattern(pattern));
    }
}
