//! Type parameters and `type` statements (PEP 695).

use super::unit::UnitKind;
use super::{Done, Generator};
use crate::ast::{Context, Expression, ExpressionKind, Statement, TypeParameter, TypeParameterKind};
use crate::location::Location;
use crate::opcode::{Opcode, intrinsic_1, intrinsic_2};
use crate::symbols::BlockKey;

impl Generator<'_> {
    /// Opens the code object in which the parameters of the generic `name` are made.
    pub(super) fn enter_type_parameters(&mut self, name: &str, parameters: &[TypeParameter], line: i32) -> Done {
        let scope_name = format!("<generic parameters of {name}>");
        self.enter_scope(&scope_name, UnitKind::TypeParameters, BlockKey::type_parameters(parameters), line)
    }

    /// Makes the parameters, binds their names and leaves a tuple of them.
    pub(super) fn type_parameters(&mut self, parameters: &[TypeParameter]) -> Done {
        for parameter in parameters {
            self.type_parameter(parameter)?;
        }
        let Some(first) = parameters.first() else { return Ok(()) };
        self.op_count(first.span.into(), Opcode::BuildTuple, parameters.len());
        Ok(())
    }

    fn type_parameter(&mut self, parameter: &TypeParameter) -> Done {
        let location = Location::from(parameter.span);
        self.load_text(location, &parameter.name);
        match &parameter.kind {
            TypeParameterKind::TypeVar { bound: Some(bound) } => self.bound(location, parameter, bound)?,
            TypeParameterKind::TypeVar { bound: None } => {
                self.op_arg(location, Opcode::CallIntrinsic1, intrinsic_1::TYPEVAR.into());
            }
            TypeParameterKind::TypeVarTuple => {
                self.op_arg(location, Opcode::CallIntrinsic1, intrinsic_1::TYPEVARTUPLE.into());
            }
            TypeParameterKind::ParamSpec => {
                self.op_arg(location, Opcode::CallIntrinsic1, intrinsic_1::PARAMSPEC.into());
            }
        }
        self.op_arg(location, Opcode::Copy, 1);
        self.name_op(location, &parameter.name, Context::Store)
    }

    /// A bound, or a tuple of constraints, is a function called when it is first asked for.
    fn bound(&mut self, location: Location, parameter: &TypeParameter, bound: &Expression) -> Done {
        let line = Location::from(bound.span).line;
        self.enter_scope(&parameter.name, UnitKind::TypeParameters, BlockKey::bound(parameter), line)?;
        self.expression(bound)?;
        self.op(location, Opcode::ReturnValue);
        let code = self.finish_scope(true)?;
        self.make_closure(location, code, 0)?;
        let kind = if matches!(bound.kind, ExpressionKind::Tuple { .. }) {
            intrinsic_2::TYPEVAR_WITH_CONSTRAINTS
        } else {
            intrinsic_2::TYPEVAR_WITH_BOUND
        };
        self.op_arg(location, Opcode::CallIntrinsic2, kind.into());
        Ok(())
    }

    pub(super) fn type_alias(
        &mut self,
        statement: &Statement,
        name: &Expression,
        parameters: &[TypeParameter],
        value: &Expression,
    ) -> Done {
        let location = Location::from(statement.span);
        let ExpressionKind::Name { id, .. } = &name.kind else { return Ok(()) };
        let generic = !parameters.is_empty();
        if generic {
            self.op(location, Opcode::PushNull);
            self.enter_type_parameters(id, parameters, location.line)?;
            self.load_text(location, id);
            self.type_parameters(parameters)?;
        } else {
            self.load_text(location, id);
            self.load_none(location);
        }
        self.enter_scope(id, UnitKind::Function, BlockKey::node(statement), location.line)?;
        let none = self.constants.none();
        self.const_number(none);
        self.expression(value)?;
        self.op(location, Opcode::ReturnValue);
        let code = self.finish_scope(false)?;
        self.make_closure(location, code, 0)?;
        self.op_arg(location, Opcode::BuildTuple, 3);
        self.op_arg(location, Opcode::CallIntrinsic1, intrinsic_1::TYPEALIAS.into());
        if generic {
            let code = self.finish_scope(false)?;
            self.make_closure(location, code, 0)?;
            self.op_arg(location, Opcode::Call, 0);
        }
        self.name_op(location, id, Context::Store)
    }
}
