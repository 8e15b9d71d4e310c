//! `_ast.tree`: the syntax tree of a source as nested tuples, of which the module `ast` makes its nodes.
//!
//! A node is `(name, place, field, …)`; the place is a tuple of four numbers, or `None` for nodes that have none.

use heapglass_compiler::{
    Mode,
    ast::{
        Alias, Arguments as Parameters, Comprehension, Constant, ExceptHandler, Expression, ExpressionKind as E, FunctionDef,
        For, Keyword, MatchCase, Module, Parameter, Pattern, PatternKind as P, Span, Statement, StatementKind as S, Try,
        TypeParameter, TypeParameterKind, WithItem,
    },
    parse,
};
use heapglass_heap::Address;

use crate::{
    code_object::new_int,
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::function("_ast", "tree", Convention::Positional, tree),
    NativeRow::function("_ast", "check", Convention::Positional, |m, a| {
        a.arity(m, "check", 3, 3)?;
        let mode = mode_of(m, a.positional[2])?;
        crate::dynamic::check_syntax(m, a.positional[0], a.positional[1], mode)
    }),
];

fn mode_of(m: &mut Machine, name: Address) -> Outcome<Mode> {
    Ok(match m.expect_text(name, "mode must be str")?.as_str() {
        "eval" => Mode::Expression,
        "single" => Mode::Prompt,
        _ => Mode::File,
    })
}

fn tree(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "tree", 2, 2)?;
    let source = m.expect_text(arguments.positional[0], "source must be str")?;
    let mode = mode_of(m, arguments.positional[1])?;
    // The caller has checked the source: what is wrong with it was told.
    let Ok(parsed) = parse::parse(&source, mode) else { return m.none() };
    let mut builder = Builder { m };
    Ok(match &parsed {
        Module::File(body) => {
            let body = builder.statements(body);
            let ignores = builder.m.heap.new_list(0);
            builder.node("Module", None, &[body, ignores])
        }
        Module::Interactive(body) => {
            let body = builder.statements(body);
            builder.node("Interactive", None, &[body])
        }
        Module::Expression(body) => {
            let body = builder.expression(body);
            builder.node("Expression", None, &[body])
        }
    })
}

struct Builder<'m> {
    m: &'m mut Machine,
}

impl Builder<'_> {
    /// A node; the fields are given away.
    fn node(&mut self, name: &str, span: Option<Span>, fields: &[Address]) -> Address {
        let place = match span {
            None => self.m.heap.none(),
            Some(span) => {
                let numbers = [span.line, span.column, span.end_line, span.end_column];
                let numbers = numbers.map(|number| self.m.heap.new_int(i64::from(number)));
                self.m.heap.new_tuple_from(&numbers)
            }
        };
        let mut items = vec![self.m.heap.new_str(name), place];
        items.extend_from_slice(fields);
        self.m.heap.new_tuple_from(&items)
    }

    fn list<T>(&mut self, items: &[T], mut make: impl FnMut(&mut Self, &T) -> Address) -> Address {
        let list = self.m.heap.new_list(0);
        for item in items {
            let made = make(self, item);
            self.m.heap.list_append(list, made);
        }
        list
    }

    fn statements(&mut self, body: &[Statement]) -> Address {
        self.list(body, Self::statement)
    }

    fn expressions(&mut self, items: &[Expression]) -> Address {
        self.list(items, Self::expression)
    }

    fn optional(&mut self, item: Option<&Expression>) -> Address {
        match item {
            Some(item) => self.expression(item),
            None => self.m.heap.none(),
        }
    }

    fn text(&mut self, text: &str) -> Address {
        self.m.heap.new_str(text)
    }

    fn optional_text(&mut self, text: Option<&str>) -> Address {
        match text {
            Some(text) => self.text(text),
            None => self.m.heap.none(),
        }
    }

    fn number(&mut self, number: u32) -> Address {
        self.m.heap.new_int(i64::from(number))
    }

    /// An operator or a context: a node without fields, named as the enumeration names it.
    fn bare(&mut self, value: impl std::fmt::Debug) -> Address {
        self.node(&format!("{value:?}"), None, &[])
    }

    fn constant(&mut self, value: &Constant) -> Address {
        let heap = &mut self.m.heap;
        match value {
            Constant::None => heap.none(),
            Constant::True => heap.true_(),
            Constant::False => heap.false_(),
            Constant::Ellipsis => heap.ellipsis(),
            Constant::Int(number) => new_int(self.m, number),
            Constant::Float(number) => heap.new_float(*number),
            Constant::Complex { real, imaginary } => heap.new_complex(*real, *imaginary),
            Constant::Str(text) => heap.new_str_points(&text.0),
            Constant::Bytes(bytes) => heap.new_bytes(bytes),
            Constant::Tuple(items) | Constant::FrozenSet(items) => {
                let items: Vec<Address> = items.iter().map(|item| self.constant(item)).collect();
                self.m.heap.new_tuple_from(&items)
            }
        }
    }

    fn statement(&mut self, statement: &Statement) -> Address {
        let (name, fields) = match &statement.kind {
            S::FunctionDef(function) => ("FunctionDef", self.function(function)),
            S::AsyncFunctionDef(function) => ("AsyncFunctionDef", self.function(function)),
            S::ClassDef(class) => ("ClassDef", vec![
                self.text(&class.name),
                self.expressions(&class.bases),
                self.list(&class.keywords, Self::keyword),
                self.statements(&class.body),
                self.expressions(&class.decorators),
                self.list(&class.type_params, Self::type_parameter),
            ]),
            S::Return(value) => ("Return", vec![self.optional(value.as_deref())]),
            S::Delete(targets) => ("Delete", vec![self.expressions(targets)]),
            S::Assign { targets, value } => {
                ("Assign", vec![self.expressions(targets), self.expression(value), self.m.heap.none()])
            }
            S::TypeAlias { name, type_params, value } => ("TypeAlias", vec![
                self.expression(name),
                self.list(type_params, Self::type_parameter),
                self.expression(value),
            ]),
            S::AugAssign { target, op, value } => {
                ("AugAssign", vec![self.expression(target), self.bare(op), self.expression(value)])
            }
            S::AnnAssign { target, annotation, value, simple } => ("AnnAssign", vec![
                self.expression(target),
                self.expression(annotation),
                self.optional(value.as_deref()),
                self.number(u32::from(*simple)),
            ]),
            S::For(parts) => ("For", self.for_loop(parts)),
            S::AsyncFor(parts) => ("AsyncFor", self.for_loop(parts)),
            S::While { test, body, orelse } => {
                ("While", vec![self.expression(test), self.statements(body), self.statements(orelse)])
            }
            S::If { test, body, orelse } => {
                ("If", vec![self.expression(test), self.statements(body), self.statements(orelse)])
            }
            S::With { items, body } => ("With", self.with(items, body)),
            S::AsyncWith { items, body } => ("AsyncWith", self.with(items, body)),
            S::Match { subject, cases } => ("Match", vec![self.expression(subject), self.list(cases, Self::case)]),
            S::Raise { exc, cause } => ("Raise", vec![self.optional(exc.as_deref()), self.optional(cause.as_deref())]),
            S::Try(parts) => ("Try", self.try_statement(parts)),
            S::TryStar(parts) => ("TryStar", self.try_statement(parts)),
            S::Assert { test, msg } => ("Assert", vec![self.expression(test), self.optional(msg.as_deref())]),
            S::Import(names) => ("Import", vec![self.list(names, Self::alias)]),
            S::ImportFrom { module, names, level } => ("ImportFrom", vec![
                self.optional_text(module.as_deref()),
                self.list(names, Self::alias),
                self.number(*level),
            ]),
            S::Global(names) => ("Global", vec![self.list(names, |this, name| this.text(name))]),
            S::Nonlocal(names) => ("Nonlocal", vec![self.list(names, |this, name| this.text(name))]),
            S::Expr(value) => ("Expr", vec![self.expression(value)]),
            S::Pass => ("Pass", Vec::new()),
            S::Break => ("Break", Vec::new()),
            S::Continue => ("Continue", Vec::new()),
        };
        self.node(name, Some(statement.span), &fields)
    }

    fn function(&mut self, function: &FunctionDef) -> Vec<Address> {
        vec![
            self.text(&function.name),
            self.parameters(&function.args),
            self.statements(&function.body),
            self.expressions(&function.decorators),
            self.optional(function.returns.as_deref()),
            self.m.heap.none(),
            self.list(&function.type_params, Self::type_parameter),
        ]
    }

    fn for_loop(&mut self, parts: &For) -> Vec<Address> {
        vec![
            self.expression(&parts.target),
            self.expression(&parts.iter),
            self.statements(&parts.body),
            self.statements(&parts.orelse),
            self.m.heap.none(),
        ]
    }

    fn with(&mut self, items: &[WithItem], body: &[Statement]) -> Vec<Address> {
        let items = self.list(items, |this, item| {
            let fields = [this.expression(&item.context), this.optional(item.vars.as_ref())];
            this.node("withitem", None, &fields)
        });
        vec![items, self.statements(body), self.m.heap.none()]
    }

    fn try_statement(&mut self, parts: &Try) -> Vec<Address> {
        vec![
            self.statements(&parts.body),
            self.list(&parts.handlers, Self::handler),
            self.statements(&parts.orelse),
            self.statements(&parts.finalbody),
        ]
    }

    fn handler(&mut self, handler: &ExceptHandler) -> Address {
        let fields = [
            self.optional(handler.type_.as_ref()),
            self.optional_text(handler.name.as_deref()),
            self.statements(&handler.body),
        ];
        self.node("ExceptHandler", Some(handler.span), &fields)
    }

    fn alias(&mut self, alias: &Alias) -> Address {
        let fields = [self.text(&alias.name), self.optional_text(alias.asname.as_deref())];
        self.node("alias", Some(alias.span), &fields)
    }

    fn keyword(&mut self, keyword: &Keyword) -> Address {
        let fields = [self.optional_text(keyword.arg.as_deref()), self.expression(&keyword.value)];
        self.node("keyword", Some(keyword.span), &fields)
    }

    fn type_parameter(&mut self, parameter: &TypeParameter) -> Address {
        let name = self.text(&parameter.name);
        let (kind, fields) = match &parameter.kind {
            TypeParameterKind::TypeVar { bound } => ("TypeVar", vec![name, self.optional(bound.as_deref())]),
            TypeParameterKind::ParamSpec => ("ParamSpec", vec![name]),
            TypeParameterKind::TypeVarTuple => ("TypeVarTuple", vec![name]),
        };
        self.node(kind, Some(parameter.span), &fields)
    }

    fn parameter(&mut self, parameter: &Parameter) -> Address {
        let fields = [self.text(&parameter.arg), self.optional(parameter.annotation.as_deref()), self.m.heap.none()];
        self.node("arg", Some(parameter.span), &fields)
    }

    fn parameters(&mut self, all: &Parameters) -> Address {
        let one = |this: &mut Self, given: Option<&Parameter>| match given {
            Some(parameter) => this.parameter(parameter),
            None => this.m.heap.none(),
        };
        let fields = [
            self.list(&all.posonlyargs, Self::parameter),
            self.list(&all.args, Self::parameter),
            one(self, all.vararg.as_deref()),
            self.list(&all.kwonlyargs, Self::parameter),
            self.list(&all.kw_defaults, |this, default| this.optional(default.as_ref())),
            one(self, all.kwarg.as_deref()),
            self.expressions(&all.defaults),
        ];
        self.node("arguments", None, &fields)
    }

    fn case(&mut self, case: &MatchCase) -> Address {
        let fields = [self.pattern(&case.pattern), self.optional(case.guard.as_ref()), self.statements(&case.body)];
        self.node("match_case", None, &fields)
    }

    fn patterns(&mut self, patterns: &[Pattern]) -> Address {
        self.list(patterns, Self::pattern)
    }

    fn pattern(&mut self, pattern: &Pattern) -> Address {
        let (name, fields) = match &pattern.kind {
            P::Value(value) => ("MatchValue", vec![self.expression(value)]),
            P::Singleton(value) => ("MatchSingleton", vec![self.constant(value)]),
            P::Sequence(patterns) => ("MatchSequence", vec![self.patterns(patterns)]),
            P::Mapping { keys, patterns, rest } => ("MatchMapping", vec![
                self.expressions(keys),
                self.patterns(patterns),
                self.optional_text(rest.as_deref()),
            ]),
            P::Class { cls, patterns, kwd_attrs, kwd_patterns } => ("MatchClass", vec![
                self.expression(cls),
                self.patterns(patterns),
                self.list(kwd_attrs, |this, name| this.text(name)),
                self.patterns(kwd_patterns),
            ]),
            P::Star(name) => ("MatchStar", vec![self.optional_text(name.as_deref())]),
            P::As { pattern, name } => {
                let inner = match pattern {
                    Some(pattern) => self.pattern(pattern),
                    None => self.m.heap.none(),
                };
                ("MatchAs", vec![inner, self.optional_text(name.as_deref())])
            }
            P::Or(patterns) => ("MatchOr", vec![self.patterns(patterns)]),
        };
        self.node(name, Some(pattern.span), &fields)
    }

    fn generators(&mut self, generators: &[Comprehension]) -> Address {
        self.list(generators, |this, one| {
            let fields = [
                this.expression(&one.target),
                this.expression(&one.iter),
                this.expressions(&one.ifs),
                this.number(u32::from(one.is_async)),
            ];
            this.node("comprehension", None, &fields)
        })
    }

    fn comprehension(&mut self, elt: &Expression, generators: &[Comprehension]) -> Vec<Address> {
        vec![self.expression(elt), self.generators(generators)]
    }

    fn expression(&mut self, expression: &Expression) -> Address {
        let (name, fields) = match &expression.kind {
            E::BoolOp { op, values } => ("BoolOp", vec![self.bare(op), self.expressions(values)]),
            E::NamedExpr { target, value } => ("NamedExpr", vec![self.expression(target), self.expression(value)]),
            E::BinOp { left, op, right } => {
                ("BinOp", vec![self.expression(left), self.bare(op), self.expression(right)])
            }
            E::UnaryOp { op, operand } => ("UnaryOp", vec![self.bare(op), self.expression(operand)]),
            E::Lambda { args, body } => ("Lambda", vec![self.parameters(args), self.expression(body)]),
            E::IfExp { test, body, orelse } => {
                ("IfExp", vec![self.expression(test), self.expression(body), self.expression(orelse)])
            }
            E::Dict { keys, values } => {
                ("Dict", vec![self.list(keys, |this, key| this.optional(key.as_ref())), self.expressions(values)])
            }
            E::Set(elts) => ("Set", vec![self.expressions(elts)]),
            E::ListComp { elt, generators } => ("ListComp", self.comprehension(elt, generators)),
            E::SetComp { elt, generators } => ("SetComp", self.comprehension(elt, generators)),
            E::GeneratorExp { elt, generators } => ("GeneratorExp", self.comprehension(elt, generators)),
            E::DictComp { key, value, generators } => {
                ("DictComp", vec![self.expression(key), self.expression(value), self.generators(generators)])
            }
            E::Await(value) => ("Await", vec![self.expression(value)]),
            E::Yield(value) => ("Yield", vec![self.optional(value.as_deref())]),
            E::YieldFrom(value) => ("YieldFrom", vec![self.expression(value)]),
            E::Compare { left, ops, comparators } => ("Compare", vec![
                self.expression(left),
                self.list(ops, |this, op| this.bare(op)),
                self.expressions(comparators),
            ]),
            E::Call { func, args, keywords } => {
                ("Call", vec![self.expression(func), self.expressions(args), self.list(keywords, Self::keyword)])
            }
            E::FormattedValue { value, conversion, format_spec } => {
                let conversion = conversion.map_or(-1, |letter| i64::from(u32::from(letter)));
                ("FormattedValue", vec![
                    self.expression(value),
                    self.m.heap.new_int(conversion),
                    self.optional(format_spec.as_deref()),
                ])
            }
            E::JoinedStr(values) => ("JoinedStr", vec![self.expressions(values)]),
            E::Constant(value) => ("Constant", vec![self.constant(value), self.m.heap.none()]),
            E::Attribute { value, attr, ctx } => {
                ("Attribute", vec![self.expression(value), self.text(attr), self.bare(ctx)])
            }
            E::Subscript { value, slice, ctx } => {
                ("Subscript", vec![self.expression(value), self.expression(slice), self.bare(ctx)])
            }
            E::Starred { value, ctx } => ("Starred", vec![self.expression(value), self.bare(ctx)]),
            E::Name { id, ctx } => ("Name", vec![self.text(id), self.bare(ctx)]),
            E::List { elts, ctx } => ("List", vec![self.expressions(elts), self.bare(ctx)]),
            E::Tuple { elts, ctx } => ("Tuple", vec![self.expressions(elts), self.bare(ctx)]),
            E::Slice { lower, upper, step } => {
                ("Slice", [lower, upper, step].map(|part| self.optional(part.as_deref())).to_vec())
            }
        };
        self.node(name, Some(expression.span), &fields)
    }
}
