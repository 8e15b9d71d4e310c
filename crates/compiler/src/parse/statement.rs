//! Statements.

use ruff_python_ast as syntax;
use ruff_text_size::{Ranged, TextLen, TextSize};

use super::Lowering;
use crate::ast::{
    Alias, ClassDef, ExceptHandler, Expression, For, FunctionDef, MatchCase, Span, Statement, StatementKind, Try,
    WithItem,
};

impl Lowering<'_> {
    pub(super) fn statements(&mut self, statements: &[syntax::Stmt]) -> Vec<Statement> {
        statements.iter().map(|it| self.statement(it)).collect()
    }

    fn statement(&mut self, statement: &syntax::Stmt) -> Statement {
        use syntax::Stmt;
        let mut span = self.positions.between(statement.start(), self.block_end(statement));
        let kind = match statement {
            Stmt::FunctionDef(it) => {
                span = self.after_decorators(span, &it.decorator_list);
                self.function(it)
            }
            Stmt::ClassDef(it) => {
                span = self.after_decorators(span, &it.decorator_list);
                StatementKind::ClassDef(self.class(it))
            }
            Stmt::For(it) => self.for_loop(it),
            Stmt::While(it) => StatementKind::While {
                test: self.boxed(&it.test),
                body: self.statements(&it.body),
                orelse: self.statements(&it.orelse),
            },
            Stmt::If(it) => self.if_ladder(it),
            Stmt::With(it) => self.with(it),
            Stmt::Match(it) => StatementKind::Match {
                subject: self.boxed(&it.subject),
                cases: it.cases.iter().map(|case| self.case(case)).collect(),
            },
            Stmt::Try(it) => self.try_statement(it),
            Stmt::Pass(it) if self.source[it.start().to_usize()..].starts_with(super::BARE_RAISE) => {
                span = self
                    .positions
                    .between(it.start(), it.start() + super::BARE_RAISE.text_len());
                StatementKind::Raise { exc: None, cause: None }
            }
            _ => {
                span = self.positions.span(statement);
                self.simple_statement(statement)
            }
        };
        Statement { kind, span }
    }

    /// Where a statement with a block ends: behind the semicolon, if its last line has one there.
    fn block_end(&self, block: &impl Ranged) -> TextSize {
        let rest = &self.source[block.end().to_usize()..];
        let spaces = rest.len() - rest.trim_start_matches([' ', '\t', '\x0c']).len();
        let semicolon = if rest[spaces..].starts_with(';') { spaces + 1 } else { 0 };
        block.end() + rest[..semicolon].text_len()
    }

    fn simple_statement(&mut self, statement: &syntax::Stmt) -> StatementKind {
        use syntax::Stmt;
        match statement {
            Stmt::Return(it) => StatementKind::Return(self.optional(it.value.as_deref())),
            Stmt::Delete(it) => StatementKind::Delete(self.expressions(&it.targets)),
            Stmt::TypeAlias(it) => StatementKind::TypeAlias {
                name: self.boxed(&it.name),
                type_params: self.type_parameters(it.type_params.as_deref()),
                value: self.boxed(&it.value),
            },
            Stmt::Assign(it) => StatementKind::Assign {
                targets: self.expressions(&it.targets),
                value: self.boxed(&it.value),
            },
            Stmt::AugAssign(it) => StatementKind::AugAssign {
                target: self.boxed(&it.target),
                op: super::expression::binary_operator(it.op),
                value: self.boxed(&it.value),
            },
            Stmt::AnnAssign(it) => StatementKind::AnnAssign {
                target: self.boxed(&it.target),
                annotation: self.boxed(&it.annotation),
                value: self.optional(it.value.as_deref()),
                simple: it.simple,
            },
            Stmt::Raise(it) => StatementKind::Raise {
                exc: self.optional(it.exc.as_deref()),
                cause: self.optional(it.cause.as_deref()),
            },
            Stmt::Assert(it) => StatementKind::Assert {
                test: self.boxed(&it.test),
                msg: self.optional(it.msg.as_deref()),
            },
            Stmt::Import(it) => StatementKind::Import(self.aliases(&it.names)),
            Stmt::ImportFrom(it) => StatementKind::ImportFrom {
                module: it.module.as_ref().map(|name| name.id.to_string()),
                names: self.aliases(&it.names),
                level: it.level,
            },
            Stmt::Global(it) => StatementKind::Global(names(&it.names)),
            Stmt::Nonlocal(it) => StatementKind::Nonlocal(names(&it.names)),
            Stmt::Expr(it) => StatementKind::Expr(self.boxed(&it.value)),
            Stmt::Break(_) => StatementKind::Break,
            Stmt::Continue(_) => StatementKind::Continue,
            // `IpyEscapeCommand` exists in another mode of the parser only; the compound ones are done above.
            _ => StatementKind::Pass,
        }
    }

    /// CPython's `def` and `class` begin at the keyword, not at the decorators.
    fn after_decorators(&self, span: Span, decorators: &[syntax::Decorator]) -> Span {
        let Some(last) = decorators.last() else { return span };
        let (line, column) = self.positions.place(self.next_token(last.end()));
        Span { line, column, ..span }
    }

    fn decorators(&mut self, decorators: &[syntax::Decorator]) -> Vec<Expression> {
        decorators.iter().map(|it| self.expression(&it.expression)).collect()
    }

    fn function(&mut self, it: &syntax::StmtFunctionDef) -> StatementKind {
        let function = Box::new(FunctionDef {
            decorators: self.decorators(&it.decorator_list),
            name: it.name.id.to_string(),
            type_params: self.type_parameters(it.type_params.as_deref()),
            args: self.parameters(Some(&it.parameters)),
            returns: self.optional(it.returns.as_deref()),
            body: self.statements(&it.body),
        });
        if it.is_async {
            StatementKind::AsyncFunctionDef(function)
        } else {
            StatementKind::FunctionDef(function)
        }
    }

    fn class(&mut self, it: &syntax::StmtClassDef) -> Box<ClassDef> {
        let decorators = self.decorators(&it.decorator_list);
        let type_params = self.type_parameters(it.type_params.as_deref());
        let (bases, keywords) = it
            .arguments
            .as_deref()
            .map_or_else(Default::default, |arguments| self.arguments(arguments));
        Box::new(ClassDef {
            name: it.name.id.to_string(),
            bases,
            keywords,
            body: self.statements(&it.body),
            decorators,
            type_params,
        })
    }

    fn for_loop(&mut self, it: &syntax::StmtFor) -> StatementKind {
        let parts = Box::new(For {
            target: self.expression(&it.target),
            iter: self.expression(&it.iter),
            body: self.statements(&it.body),
            orelse: self.statements(&it.orelse),
        });
        if it.is_async {
            StatementKind::AsyncFor(parts)
        } else {
            StatementKind::For(parts)
        }
    }

    /// Each `elif` is an `If` of its own in the `orelse` of the one before, and reaches to the end of the ladder.
    fn if_ladder(&mut self, it: &syntax::StmtIf) -> StatementKind {
        let test = self.boxed(&it.test);
        let body = self.statements(&it.body);
        let clauses: Vec<_> = it
            .elif_else_clauses
            .iter()
            .map(|clause| {
                (
                    clause.start(),
                    clause.test.as_ref().map(|test| self.boxed(test)),
                    self.statements(&clause.body),
                )
            })
            .collect();
        let mut orelse = Vec::new();
        for (start, test, body) in clauses.into_iter().rev() {
            orelse = match test {
                None => body,
                Some(test) => {
                    let span = self.positions.between(start, self.block_end(it));
                    vec![Statement {
                        kind: StatementKind::If { test, body, orelse },
                        span,
                    }]
                }
            };
        }
        StatementKind::If { test, body, orelse }
    }

    fn with(&mut self, it: &syntax::StmtWith) -> StatementKind {
        let items = it
            .items
            .iter()
            .map(|item| WithItem {
                context: self.expression(&item.context_expr),
                vars: item.optional_vars.as_deref().map(|vars| self.expression(vars)),
            })
            .collect();
        let body = self.statements(&it.body);
        if it.is_async {
            StatementKind::AsyncWith { items, body }
        } else {
            StatementKind::With { items, body }
        }
    }

    fn case(&mut self, it: &syntax::MatchCase) -> MatchCase {
        MatchCase {
            pattern: self.pattern(&it.pattern),
            guard: it.guard.as_deref().map(|guard| self.expression(guard)),
            body: self.statements(&it.body),
        }
    }

    fn try_statement(&mut self, it: &syntax::StmtTry) -> StatementKind {
        let parts = Box::new(Try {
            body: self.statements(&it.body),
            handlers: it.handlers.iter().map(|handler| self.handler(handler)).collect(),
            orelse: self.statements(&it.orelse),
            finalbody: self.statements(&it.finalbody),
        });
        if it.is_star {
            StatementKind::TryStar(parts)
        } else {
            StatementKind::Try(parts)
        }
    }

    fn handler(&mut self, handler: &syntax::ExceptHandler) -> ExceptHandler {
        let syntax::ExceptHandler::ExceptHandler(it) = handler;
        ExceptHandler {
            type_: it.type_.as_deref().map(|expression| self.expression(expression)),
            name: it.name.as_ref().map(|name| name.id.to_string()),
            body: self.statements(&it.body),
            span: self.positions.between(it.start(), self.block_end(it)),
        }
    }

    fn aliases(&self, aliases: &[syntax::Alias]) -> Vec<Alias> {
        let alias = |it: &syntax::Alias| Alias {
            name: it.name.id.to_string(),
            asname: it.asname.as_ref().map(|name| name.id.to_string()),
            span: self.positions.span(it),
        };
        aliases.iter().map(alias).collect()
    }
}

fn names(identifiers: &[syntax::Identifier]) -> Vec<String> {
    identifiers.iter().map(|it| it.id.to_string()).collect()
}
