//! Statements.

use heapglass_compiler::ast::{
    Alias, ClassDef, Context, ExceptHandler, For, FunctionDef, Statement, StatementKind as S, Try, TypeParameter,
    TypeParameterKind, WithItem,
};
use heapglass_heap::Address;

use super::Reader;
use crate::machine::Outcome;

impl Reader<'_> {
    /// Statements of which there may be none.
    pub(super) fn statements(&mut self, node: Address, field: &str) -> Outcome<Vec<Statement>> {
        self.list(node, field, Self::statement)
    }

    /// Statements of which there must be some.
    pub(super) fn body(&mut self, node: Address, field: &str) -> Outcome<Vec<Statement>> {
        self.some(node, field, Self::statement)
    }

    fn statement(&mut self, node: Address) -> Outcome<Statement> {
        if self.m.heap.is_none(node) {
            return self.invalid("None disallowed in statement list");
        }
        let span = self.span(node, "stmt")?;
        let kind = self.kind(node, "stmt")?;
        let kind = self.deeper(|this| match this.block(node, &kind)? {
            Some(found) => Ok(found),
            None => this.simple(node, &kind),
        })?;
        Ok(Statement { kind, span })
    }

    /// Statements that hold others.
    fn block(&mut self, node: Address, kind: &str) -> Outcome<Option<S>> {
        Ok(Some(match kind {
            "FunctionDef" => S::FunctionDef(self.function(node)?),
            "AsyncFunctionDef" => S::AsyncFunctionDef(self.function(node)?),
            "ClassDef" => S::ClassDef(Box::new(ClassDef {
                name: self.text(node, "name")?,
                bases: self.expressions(node, "bases")?,
                keywords: self.list(node, "keywords", Self::keyword)?,
                body: self.body(node, "body")?,
                decorators: self.expressions(node, "decorator_list")?,
                type_params: self.type_parameters(node)?,
            })),
            "For" => S::For(self.for_loop(node)?),
            "AsyncFor" => S::AsyncFor(self.for_loop(node)?),
            "While" => S::While {
                test: self.boxed(node, "test")?,
                body: self.body(node, "body")?,
                orelse: self.statements(node, "orelse")?,
            },
            "If" => S::If {
                test: self.boxed(node, "test")?,
                body: self.body(node, "body")?,
                orelse: self.statements(node, "orelse")?,
            },
            "With" => S::With { items: self.with_items(node)?, body: self.body(node, "body")? },
            "AsyncWith" => S::AsyncWith { items: self.with_items(node)?, body: self.body(node, "body")? },
            "Match" => {
                S::Match { subject: self.boxed(node, "subject")?, cases: self.some(node, "cases", Self::case)? }
            }
            "Try" => S::Try(self.try_statement(node)?),
            "TryStar" => S::TryStar(self.try_statement(node)?),
            _ => return Ok(None),
        }))
    }

    fn simple(&mut self, node: Address, kind: &str) -> Outcome<S> {
        Ok(match kind {
            "Return" => S::Return(self.optional_boxed(node, "value")?),
            "Delete" => S::Delete(self.some(node, "targets", |this, target| this.target(target, Context::Del))?),
            "Assign" => S::Assign {
                targets: self.some(node, "targets", |this, target| this.target(target, Context::Store))?,
                value: self.boxed(node, "value")?,
            },
            "TypeAlias" => S::TypeAlias {
                name: Box::new(self.target_in(node, "name")?),
                type_params: self.type_parameters(node)?,
                value: self.boxed(node, "value")?,
            },
            "AugAssign" => S::AugAssign {
                target: Box::new(self.target_in(node, "target")?),
                op: self.binary(node)?,
                value: self.boxed(node, "value")?,
            },
            "AnnAssign" => {
                let simple = self.required(node, "simple")?;
                S::AnnAssign {
                    target: Box::new(self.target_in(node, "target")?),
                    annotation: self.boxed(node, "annotation")?,
                    value: self.optional_boxed(node, "value")?,
                    simple: self.number(simple)? != 0,
                }
            }
            "Raise" => {
                let (exc, cause) = (self.optional_boxed(node, "exc")?, self.optional_boxed(node, "cause")?);
                if exc.is_none() && cause.is_some() {
                    return self.invalid("Raise with cause but no exception");
                }
                S::Raise { exc, cause }
            }
            "Assert" => S::Assert { test: self.boxed(node, "test")?, msg: self.optional_boxed(node, "msg")? },
            "Import" => S::Import(self.some(node, "names", Self::alias)?),
            "ImportFrom" => {
                let level = match self.optional(node, "level")? {
                    Some(level) => self.number(level)?,
                    None => 0,
                };
                let Ok(level) = u32::try_from(level) else { return self.invalid("Negative ImportFrom level") };
                S::ImportFrom {
                    module: self.optional_text(node, "module")?,
                    names: self.some(node, "names", Self::alias)?,
                    level,
                }
            }
            "Global" => S::Global(self.some(node, "names", Self::identifier)?),
            "Nonlocal" => S::Nonlocal(self.some(node, "names", Self::identifier)?),
            "Expr" => S::Expr(self.boxed(node, "value")?),
            "Pass" => S::Pass,
            "Break" => S::Break,
            "Continue" => S::Continue,
            _ => return self.m.type_error(format!("expected some sort of stmt, but got {kind}")),
        })
    }

    fn function(&mut self, node: Address) -> Outcome<Box<FunctionDef>> {
        let parameters = self.required(node, "args")?;
        Ok(Box::new(FunctionDef {
            name: self.text(node, "name")?,
            args: self.parameters(parameters)?,
            body: self.body(node, "body")?,
            decorators: self.expressions(node, "decorator_list")?,
            returns: self.optional_boxed(node, "returns")?,
            type_params: self.type_parameters(node)?,
        }))
    }

    fn type_parameters(&mut self, node: Address) -> Outcome<Vec<TypeParameter>> {
        // Trees made for older versions lack the list.
        if self.optional(node, "type_params")?.is_none() {
            return Ok(Vec::new());
        }
        self.list(node, "type_params", |this, one| {
            let kind = match this.kind(one, "type_param")?.as_str() {
                "ParamSpec" => TypeParameterKind::ParamSpec,
                "TypeVarTuple" => TypeParameterKind::TypeVarTuple,
                _ => TypeParameterKind::TypeVar { bound: this.optional_boxed(one, "bound")? },
            };
            Ok(TypeParameter { kind, name: this.text(one, "name")?, span: this.span(one, "type_param")? })
        })
    }

    fn for_loop(&mut self, node: Address) -> Outcome<Box<For>> {
        Ok(Box::new(For {
            target: self.target_in(node, "target")?,
            iter: *self.boxed(node, "iter")?,
            body: self.body(node, "body")?,
            orelse: self.statements(node, "orelse")?,
        }))
    }

    fn with_items(&mut self, node: Address) -> Outcome<Vec<WithItem>> {
        self.some(node, "items", |this, item| {
            let vars = this.optional(item, "optional_vars")?;
            Ok(WithItem {
                context: *this.boxed(item, "context_expr")?,
                vars: vars.map(|vars| this.target(vars, Context::Store)).transpose()?,
            })
        })
    }

    fn try_statement(&mut self, node: Address) -> Outcome<Box<Try>> {
        let parts = Try {
            body: self.body(node, "body")?,
            handlers: self.list(node, "handlers", Self::handler)?,
            orelse: self.statements(node, "orelse")?,
            finalbody: self.statements(node, "finalbody")?,
        };
        let kind = self.m.type_name(node);
        if parts.handlers.is_empty() && parts.finalbody.is_empty() {
            return self.invalid(format!("{kind} has neither handlers nor finalbody"));
        }
        if parts.handlers.is_empty() && !parts.orelse.is_empty() {
            return self.invalid(format!("{kind} has orelse but no except handlers"));
        }
        Ok(Box::new(parts))
    }

    fn handler(&mut self, node: Address) -> Outcome<ExceptHandler> {
        let span = self.span(node, "excepthandler")?;
        Ok(ExceptHandler {
            type_: self.optional_boxed(node, "type")?.map(|type_| *type_),
            name: self.optional_text(node, "name")?,
            body: self.body(node, "body")?,
            span,
        })
    }

    fn alias(&mut self, node: Address) -> Outcome<Alias> {
        let span = self.span(node, "alias")?;
        Ok(Alias { name: self.text(node, "name")?, asname: self.optional_text(node, "asname")?, span })
    }
}
