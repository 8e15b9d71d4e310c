//! One arm for each kind of statement.

use super::{Done, Generator};
use crate::ast::{Expression, ExpressionKind, Statement, StatementKind};
use crate::location::Location;
use crate::opcode::{Opcode, intrinsic_1};

impl<'a> Generator<'a> {
    pub(super) fn statements(&mut self, body: &'a [Statement]) -> Done {
        body.iter().try_for_each(|statement| self.statement(statement))
    }

    pub(super) fn statement(&mut self, statement: &'a Statement) -> Done {
        let location = Location::from(statement.span);
        match &statement.kind {
            StatementKind::FunctionDef(node) => self.function(location, node, false),
            StatementKind::AsyncFunctionDef(node) => self.function(location, node, true),
            StatementKind::ClassDef(node) => self.class(location, node),
            StatementKind::TypeAlias { name, type_params, value } => {
                self.type_alias(statement, name, type_params, value)
            }
            StatementKind::Return(value) => self.return_statement(location, value.as_deref()),
            StatementKind::Delete(targets) => self.expressions(targets),
            StatementKind::Assign { targets, value } => self.assignment(location, targets, value),
            StatementKind::AugAssign { target, op, value } => self.augmented_assignment(location, target, *op, value),
            StatementKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated_assignment(location, target, annotation, value.as_deref(), *simple)
            }
            StatementKind::For(node) => self.for_statement(location, node),
            StatementKind::AsyncFor(node) => self.async_for_statement(location, node),
            StatementKind::While { test, body, orelse } => self.while_statement(location, test, body, orelse),
            StatementKind::If { test, body, orelse } => self.if_statement(location, test, body, orelse),
            StatementKind::With { items, body } => self.with_statement(location, items, body),
            StatementKind::AsyncWith { items, body } => self.async_with_statement(location, items, body),
            StatementKind::Match { subject, cases } => self.match_statement(subject, cases),
            StatementKind::Raise { exc, cause } => self.raise(location, exc.as_deref(), cause.as_deref()),
            StatementKind::Try(node) => self.try_statement(location, node),
            StatementKind::TryStar(node) => self.try_star_statement(location, node),
            StatementKind::Assert { test, msg } => self.assert_statement(location, test, msg.as_deref()),
            StatementKind::Import(names) => self.import(location, names),
            StatementKind::ImportFrom { module, names, level } => {
                self.import_from(location, module.as_deref(), names, *level)
            }
            StatementKind::Global(_) | StatementKind::Nonlocal(_) => Ok(()),
            StatementKind::Expr(value) => self.expression_statement(location, value),
            StatementKind::Pass => {
                self.op(location, Opcode::Nop);
                Ok(())
            }
            StatementKind::Break => self.break_statement(location),
            StatementKind::Continue => self.continue_statement(location),
        }
    }

    fn expression_statement(&mut self, location: Location, value: &Expression) -> Done {
        if self.interactive && self.units.len() <= 1 {
            self.expression(value)?;
            self.op_arg(location, Opcode::CallIntrinsic1, intrinsic_1::PRINT.into());
            self.op(Location::NONE, Opcode::PopTop);
            return Ok(());
        }
        if matches!(value.kind, ExpressionKind::Constant(_)) {
            self.op(location, Opcode::Nop);
            return Ok(());
        }
        self.expression(value)?;
        self.op(Location::NONE, Opcode::PopTop);
        Ok(())
    }

    fn raise(&mut self, location: Location, exc: Option<&Expression>, cause: Option<&Expression>) -> Done {
        let mut count = 0;
        if let Some(exc) = exc {
            for value in std::iter::once(exc).chain(cause) {
                self.expression(value)?;
                count += 1;
            }
        }
        self.op_arg(location, Opcode::RaiseVarargs, count);
        Ok(())
    }
}
