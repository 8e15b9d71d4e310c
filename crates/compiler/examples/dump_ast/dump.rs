//! A syntax tree as text, one token a line, in the form of `tests/compiler/dump_ast.py`.

use std::fmt::Write as _;

use heapglass_compiler::ast::{
    Alias, Arguments, Comprehension, Constant, ExceptHandler, Expression, ExpressionKind as E, FunctionDef, Keyword,
    Module, Parameter, Pattern, PatternKind as P, Span, Statement, StatementKind as S, Text, TypeParameter,
    TypeParameterKind, WithItem,
};
use heapglass_compiler::{Mode, parse};

/// The tree of `source`, or its error.
pub(crate) fn dump(source: &str) -> String {
    let mut dump = Dump::default();
    match parse::parse(source, Mode::File) {
        Ok(module) => dump.module(&module),
        Err(error) => {
            let heapglass_compiler::Diagnostic {
                kind,
                message,
                line,
                column,
                end_line,
                end_column,
            } = error;
            dump.word(format_args!(
                "{line}:{column}-{end_line}:{end_column} {kind:?}: {message}"
            ));
        }
    }
    dump.0
}

/// The text so far.
#[derive(Default)]
struct Dump(String);

impl Dump {
    fn word(&mut self, word: impl std::fmt::Display) {
        let _ = writeln!(self.0, "{word}");
    }

    fn node(&mut self, kind: &str, span: Span) {
        let Span {
            line,
            column,
            end_line,
            end_column,
        } = span;
        self.word(format_args!("{kind} {line}:{column}-{end_line}:{end_column}"));
    }

    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.word(format_args!("[{}", items.len()));
        for item in items {
            each(self, item);
        }
    }

    fn option<T>(&mut self, item: Option<&T>, each: impl FnOnce(&mut Self, &T)) {
        match item {
            Some(item) => each(self, item),
            None => self.word("-"),
        }
    }

    fn name(&mut self, name: &str) {
        self.text(&Text::new(name));
    }

    fn text(&mut self, text: &Text) {
        let points: Vec<_> = text.0.iter().map(|point| format!("{point:x}")).collect();
        self.word(format_args!("'{}'", points.join(".")));
    }

    fn module(&mut self, module: &Module) {
        match module {
            Module::File(body) | Module::Interactive(body) => self.body(body),
            Module::Expression(body) => self.expression(body),
        }
    }

    fn body(&mut self, body: &[Statement]) {
        self.list(body, Self::statement);
    }

    fn expressions(&mut self, items: &[Expression]) {
        self.list(items, Self::expression);
    }

    fn optional(&mut self, item: Option<&Expression>) {
        self.option(item, Self::expression);
    }

    fn statement(&mut self, statement: &Statement) {
        let span = statement.span;
        let kind = match &statement.kind {
            S::AnnAssign { .. } => "AnnAssign",
            S::Assert { .. } => "Assert",
            S::Assign { .. } => "Assign",
            S::AsyncFor(_) => "AsyncFor",
            S::AsyncFunctionDef(_) => "AsyncFunctionDef",
            S::AsyncWith { .. } => "AsyncWith",
            S::AugAssign { .. } => "AugAssign",
            S::Break => "Break",
            S::ClassDef(_) => "ClassDef",
            S::Continue => "Continue",
            S::Delete(_) => "Delete",
            S::Expr(_) => "Expr",
            S::For(_) => "For",
            S::FunctionDef(_) => "FunctionDef",
            S::Global(_) => "Global",
            S::If { .. } => "If",
            S::Import(_) => "Import",
            S::ImportFrom { .. } => "ImportFrom",
            S::Match { .. } => "Match",
            S::Nonlocal(_) => "Nonlocal",
            S::Pass => "Pass",
            S::Raise { .. } => "Raise",
            S::Return(_) => "Return",
            S::Try(_) => "Try",
            S::TryStar(_) => "TryStar",
            S::TypeAlias { .. } => "TypeAlias",
            S::While { .. } => "While",
            S::With { .. } => "With",
        };
        self.node(kind, span);
        self.statement_fields(&statement.kind);
    }

    fn statement_fields(&mut self, kind: &S) {
        match kind {
            S::FunctionDef(it) | S::AsyncFunctionDef(it) => self.function(it),
            S::ClassDef(it) => {
                self.name(&it.name);
                self.expressions(&it.bases);
                self.list(&it.keywords, Self::keyword);
                self.body(&it.body);
                self.expressions(&it.decorators);
                self.list(&it.type_params, Self::type_parameter);
            }
            S::Return(value) => self.optional(value.as_deref()),
            S::Delete(targets) => self.expressions(targets),
            S::Assign { targets, value } => {
                self.expressions(targets);
                self.expression(value);
            }
            S::TypeAlias {
                name,
                type_params,
                value,
            } => {
                self.expression(name);
                self.list(type_params, Self::type_parameter);
                self.expression(value);
            }
            S::AugAssign { target, op, value } => {
                self.expression(target);
                self.word(format_args!("{op:?}"));
                self.expression(value);
            }
            S::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => {
                self.expression(target);
                self.expression(annotation);
                self.optional(value.as_deref());
                self.word(u8::from(*simple));
            }
            S::For(it) | S::AsyncFor(it) => {
                self.expression(&it.target);
                self.expression(&it.iter);
                self.body(&it.body);
                self.body(&it.orelse);
            }
            S::While { test, body, orelse } | S::If { test, body, orelse } => {
                self.expression(test);
                self.body(body);
                self.body(orelse);
            }
            S::With { items, body } | S::AsyncWith { items, body } => {
                self.list(items, Self::with_item);
                self.body(body);
            }
            S::Match { subject, cases } => {
                self.expression(subject);
                self.list(cases, |dump, case| {
                    dump.pattern(&case.pattern);
                    dump.optional(case.guard.as_ref());
                    dump.body(&case.body);
                });
            }
            S::Try(it) | S::TryStar(it) => {
                self.body(&it.body);
                self.list(&it.handlers, Self::handler);
                self.body(&it.orelse);
                self.body(&it.finalbody);
            }
            _ => self.simple_statement_fields(kind),
        }
    }

    fn simple_statement_fields(&mut self, kind: &S) {
        match kind {
            S::Raise {
                exc: first,
                cause: second,
            } => {
                self.optional(first.as_deref());
                self.optional(second.as_deref());
            }
            S::Assert { test, msg } => {
                self.expression(test);
                self.optional(msg.as_deref());
            }
            S::Import(names) => self.list(names, Self::alias),
            S::ImportFrom { module, names, level } => {
                self.option(module.as_ref(), |dump, name| dump.name(name));
                self.list(names, Self::alias);
                self.word(level);
            }
            S::Global(names) | S::Nonlocal(names) => self.list(names, |dump, name| dump.name(name)),
            S::Expr(value) => self.expression(value),
            _ => {}
        }
    }

    fn function(&mut self, it: &FunctionDef) {
        self.name(&it.name);
        self.arguments(&it.args);
        self.body(&it.body);
        self.expressions(&it.decorators);
        self.optional(it.returns.as_deref());
        self.list(&it.type_params, Self::type_parameter);
    }

    fn arguments(&mut self, it: &Arguments) {
        self.list(&it.posonlyargs, Self::parameter);
        self.list(&it.args, Self::parameter);
        self.option(it.vararg.as_deref(), Self::parameter);
        self.list(&it.kwonlyargs, Self::parameter);
        self.list(&it.kw_defaults, |dump, value| dump.optional(value.as_ref()));
        self.option(it.kwarg.as_deref(), Self::parameter);
        self.expressions(&it.defaults);
    }

    fn parameter(&mut self, it: &Parameter) {
        self.node("arg", it.span);
        self.name(&it.arg);
        self.optional(it.annotation.as_deref());
    }

    fn type_parameter(&mut self, it: &TypeParameter) {
        let kind = match &it.kind {
            TypeParameterKind::TypeVar { .. } => "TypeVar",
            TypeParameterKind::ParamSpec => "ParamSpec",
            TypeParameterKind::TypeVarTuple => "TypeVarTuple",
        };
        self.node(kind, it.span);
        self.name(&it.name);
        if let TypeParameterKind::TypeVar { bound } = &it.kind {
            self.optional(bound.as_deref());
        }
    }

    fn alias(&mut self, it: &Alias) {
        self.node("alias", it.span);
        self.name(&it.name);
        self.option(it.asname.as_ref(), |dump, name| dump.name(name));
    }

    fn keyword(&mut self, it: &Keyword) {
        self.node("keyword", it.span);
        self.option(it.arg.as_ref(), |dump, name| dump.name(name));
        self.expression(&it.value);
    }

    fn with_item(&mut self, it: &WithItem) {
        self.expression(&it.context);
        self.optional(it.vars.as_ref());
    }

    fn handler(&mut self, it: &ExceptHandler) {
        self.node("ExceptHandler", it.span);
        self.optional(it.type_.as_ref());
        self.option(it.name.as_ref(), |dump, name| dump.name(name));
        self.body(&it.body);
    }

    fn pattern(&mut self, pattern: &Pattern) {
        let span = pattern.span;
        match &pattern.kind {
            P::Value(value) => {
                self.node("MatchValue", span);
                self.expression(value);
            }
            P::Singleton(value) => {
                self.node("MatchSingleton", span);
                self.constant(value);
            }
            P::Sequence(patterns) => {
                self.node("MatchSequence", span);
                self.list(patterns, Self::pattern);
            }
            P::Mapping { keys, patterns, rest } => {
                self.node("MatchMapping", span);
                self.expressions(keys);
                self.list(patterns, Self::pattern);
                self.option(rest.as_ref(), |dump, name| dump.name(name));
            }
            P::Class {
                cls,
                patterns,
                kwd_attrs,
                kwd_patterns,
            } => {
                self.node("MatchClass", span);
                self.expression(cls);
                self.list(patterns, Self::pattern);
                self.list(kwd_attrs, |dump, name| dump.name(name));
                self.list(kwd_patterns, Self::pattern);
            }
            P::Star(name) => {
                self.node("MatchStar", span);
                self.option(name.as_ref(), |dump, name| dump.name(name));
            }
            P::As { pattern, name } => {
                self.node("MatchAs", span);
                self.option(pattern.as_deref(), Self::pattern);
                self.option(name.as_ref(), |dump, name| dump.name(name));
            }
            P::Or(patterns) => {
                self.node("MatchOr", span);
                self.list(patterns, Self::pattern);
            }
        }
    }

    fn expression(&mut self, expression: &Expression) {
        let kind = match &expression.kind {
            E::Attribute { .. } => "Attribute",
            E::Await(_) => "Await",
            E::BinOp { .. } => "BinOp",
            E::BoolOp { .. } => "BoolOp",
            E::Call { .. } => "Call",
            E::Compare { .. } => "Compare",
            E::Constant(_) => "Constant",
            E::Dict { .. } => "Dict",
            E::DictComp { .. } => "DictComp",
            E::FormattedValue { .. } => "FormattedValue",
            E::GeneratorExp { .. } => "GeneratorExp",
            E::IfExp { .. } => "IfExp",
            E::JoinedStr(_) => "JoinedStr",
            E::Lambda { .. } => "Lambda",
            E::List { .. } => "List",
            E::ListComp { .. } => "ListComp",
            E::Name { .. } => "Name",
            E::NamedExpr { .. } => "NamedExpr",
            E::Set(_) => "Set",
            E::SetComp { .. } => "SetComp",
            E::Slice { .. } => "Slice",
            E::Starred { .. } => "Starred",
            E::Subscript { .. } => "Subscript",
            E::Tuple { .. } => "Tuple",
            E::UnaryOp { .. } => "UnaryOp",
            E::Yield(_) => "Yield",
            E::YieldFrom(_) => "YieldFrom",
        };
        self.node(kind, expression.span);
        self.expression_fields(&expression.kind);
    }

    fn expression_fields(&mut self, kind: &E) {
        match kind {
            E::BoolOp { op, values } => {
                self.word(format_args!("{op:?}"));
                self.expressions(values);
            }
            E::NamedExpr {
                target: first,
                value: second,
            } => {
                self.expression(first);
                self.expression(second);
            }
            E::BinOp { left, op, right } => {
                self.expression(left);
                self.word(format_args!("{op:?}"));
                self.expression(right);
            }
            E::UnaryOp { op, operand } => {
                self.word(format_args!("{op:?}"));
                self.expression(operand);
            }
            E::Lambda { args, body } => {
                self.arguments(args);
                self.expression(body);
            }
            E::IfExp { test, body, orelse } => {
                self.expression(test);
                self.expression(body);
                self.expression(orelse);
            }
            E::Dict { keys, values } => {
                self.list(keys, |dump, key| dump.optional(key.as_ref()));
                self.expressions(values);
            }
            E::DictComp { key, value, generators } => {
                self.expression(key);
                self.expression(value);
                self.list(generators, Self::generator);
            }
            E::ListComp { elt, generators } | E::SetComp { elt, generators } | E::GeneratorExp { elt, generators } => {
                self.expression(elt);
                self.list(generators, Self::generator);
            }
            E::Await(value) | E::YieldFrom(value) => self.expression(value),
            E::Yield(value) => self.optional(value.as_deref()),
            E::Compare { left, ops, comparators } => {
                self.expression(left);
                self.list(ops, |dump, op| dump.word(format_args!("{op:?}")));
                self.expressions(comparators);
            }
            E::Call { func, args, keywords } => {
                self.expression(func);
                self.expressions(args);
                self.list(keywords, Self::keyword);
            }
            _ => self.atom_fields(kind),
        }
    }

    fn atom_fields(&mut self, kind: &E) {
        match kind {
            E::FormattedValue {
                value,
                conversion,
                format_spec,
            } => {
                self.expression(value);
                self.word(conversion.map_or(-1, |it| it as i32));
                self.optional(format_spec.as_deref());
            }
            E::JoinedStr(values) | E::Set(values) => self.expressions(values),
            E::Constant(value) => self.constant(value),
            E::Attribute { value, attr, ctx } => {
                self.expression(value);
                self.name(attr);
                self.word(format_args!("{ctx:?}"));
            }
            E::Subscript { value, slice, ctx } => {
                self.expression(value);
                self.expression(slice);
                self.word(format_args!("{ctx:?}"));
            }
            E::Starred { value, ctx } => {
                self.expression(value);
                self.word(format_args!("{ctx:?}"));
            }
            E::Name { id, ctx } => {
                self.name(id);
                self.word(format_args!("{ctx:?}"));
            }
            E::List { elts, ctx } | E::Tuple { elts, ctx } => {
                self.expressions(elts);
                self.word(format_args!("{ctx:?}"));
            }
            E::Slice { lower, upper, step } => {
                for part in [lower, upper, step] {
                    self.optional(part.as_deref());
                }
            }
            _ => {}
        }
    }

    fn generator(&mut self, it: &Comprehension) {
        self.expression(&it.target);
        self.expression(&it.iter);
        self.expressions(&it.ifs);
        self.word(u8::from(it.is_async));
    }

    fn constant(&mut self, constant: &Constant) {
        match constant {
            Constant::Str(text) => self.text(text),
            Constant::Bytes(bytes) => self.word(format_args!("b{bytes:?}")),
            Constant::Int(value) => self.word(format_args!("{value:x}")),
            Constant::Float(value) => self.word(format_args!("f{:016x}", value.to_bits())),
            Constant::Complex { imaginary, .. } => self.word(format_args!("j{:016x}", imaginary.to_bits())),
            other => self.word(format_args!("{other:?}")),
        }
    }
}
