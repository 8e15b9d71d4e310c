//! One arm for each kind of expression.

use super::unit::UnitKind;
use super::{Done, Generator};
use crate::ast::{BinaryOperator, ComparisonOperator, Context, Expression, ExpressionKind, UnaryOperator};
use crate::location::Location;
use crate::opcode::{Opcode, binary_operator, comparison, intrinsic_1};

impl<'a> Generator<'a> {
    pub(super) fn expressions(&mut self, values: &[Expression]) -> Done {
        values.iter().try_for_each(|value| self.expression(value))
    }

    pub(super) fn expression(&mut self, node: &Expression) -> Done {
        let location = Location::from(node.span);
        match &node.kind {
            ExpressionKind::BoolOp { op, values } => self.boolean(location, *op, values),
            ExpressionKind::NamedExpr { target, value } => {
                self.expression(value)?;
                self.op_arg(location, Opcode::Copy, 1);
                self.expression(target)
            }
            ExpressionKind::BinOp { left, op, right } => {
                self.expression(left)?;
                self.expression(right)?;
                self.binary(location, *op, false);
                Ok(())
            }
            ExpressionKind::UnaryOp { op, operand } => {
                self.expression(operand)?;
                self.unary(location, *op);
                Ok(())
            }
            ExpressionKind::Lambda { args, body } => self.lambda(location, node, args, body),
            ExpressionKind::IfExp { test, body, orelse } => self.conditional(location, test, body, orelse),
            ExpressionKind::Dict { keys, values } => self.dict(location, keys, values),
            ExpressionKind::Set(items) => self.set(location, items),
            ExpressionKind::ListComp { .. }
            | ExpressionKind::SetComp { .. }
            | ExpressionKind::DictComp { .. }
            | ExpressionKind::GeneratorExp { .. } => self.comprehension(location, node),
            ExpressionKind::Await(value) => self.await_expression(location, value),
            ExpressionKind::Yield(value) => self.yield_expression(location, value.as_deref()),
            ExpressionKind::YieldFrom(value) => self.yield_from_expression(location, value),
            ExpressionKind::Compare { left, ops, comparators } => self.compare(location, left, ops, comparators),
            ExpressionKind::Call { func, args, keywords } => self.call(location, func, args, keywords),
            ExpressionKind::FormattedValue { value, conversion, format_spec } => {
                self.formatted_value(location, value, *conversion, format_spec.as_deref())
            }
            ExpressionKind::JoinedStr(values) => self.joined_str(location, values),
            ExpressionKind::Constant(value) => {
                self.load_literal(location, value);
                Ok(())
            }
            ExpressionKind::Attribute { value, attr, ctx } => self.attribute(location, value, attr, *ctx),
            ExpressionKind::Subscript { value, slice, ctx } => self.subscript(location, value, slice, *ctx),
            ExpressionKind::Starred { ctx: Context::Store, .. } => {
                Err(location.error("starred assignment target must be in a list or tuple"))
            }
            ExpressionKind::Starred { .. } => Err(location.error("can't use starred expression here")),
            ExpressionKind::Name { id, ctx } => self.name_op(location, id, *ctx),
            ExpressionKind::List { elts, ctx } => match ctx {
                Context::Load => self.list(location, elts),
                Context::Store => self.unpack(location, elts),
                Context::Del => self.expressions(elts),
            },
            ExpressionKind::Tuple { elts, ctx } => match ctx {
                Context::Load => self.tuple(location, elts),
                Context::Store => self.unpack(location, elts),
                Context::Del => self.expressions(elts),
            },
            ExpressionKind::Slice { lower, upper, step } => {
                self.slice(location, lower.as_deref(), upper.as_deref(), step.as_deref())
            }
        }
    }

    pub(super) fn binary(&mut self, location: Location, op: BinaryOperator, in_place: bool) {
        let number = match op {
            BinaryOperator::Add => binary_operator::ADD,
            BinaryOperator::Sub => binary_operator::SUBTRACT,
            BinaryOperator::Mult => binary_operator::MULTIPLY,
            BinaryOperator::MatMult => binary_operator::MATRIX_MULTIPLY,
            BinaryOperator::Div => binary_operator::TRUE_DIVIDE,
            BinaryOperator::Mod => binary_operator::REMAINDER,
            BinaryOperator::Pow => binary_operator::POWER,
            BinaryOperator::LShift => binary_operator::LSHIFT,
            BinaryOperator::RShift => binary_operator::RSHIFT,
            BinaryOperator::BitOr => binary_operator::OR,
            BinaryOperator::BitXor => binary_operator::XOR,
            BinaryOperator::BitAnd => binary_operator::AND,
            BinaryOperator::FloorDiv => binary_operator::FLOOR_DIVIDE,
        };
        let shift = if in_place { binary_operator::INPLACE_ADD } else { 0 };
        self.op_arg(location, Opcode::BinaryOp, u32::from(number + shift));
    }

    fn unary(&mut self, location: Location, op: UnaryOperator) {
        match op {
            UnaryOperator::Invert => self.op(location, Opcode::UnaryInvert),
            UnaryOperator::Not => self.op(location, Opcode::UnaryNot),
            UnaryOperator::USub => self.op(location, Opcode::UnaryNegative),
            UnaryOperator::UAdd => {
                self.op_arg(location, Opcode::CallIntrinsic1, intrinsic_1::UNARY_POSITIVE.into());
            }
        }
    }

    /// The four low bits of `COMPARE_OP` say which of less, equal, greater, unordered count as true.
    pub(super) fn comparison(&mut self, location: Location, op: ComparisonOperator) {
        let (number, mask) = match op {
            ComparisonOperator::Lt => (comparison::LT, 2),
            ComparisonOperator::LtE => (comparison::LE, 2 | 8),
            ComparisonOperator::Eq => (comparison::EQ, 8),
            ComparisonOperator::NotEq => (comparison::NE, 1 | 2 | 4),
            ComparisonOperator::Gt => (comparison::GT, 4),
            ComparisonOperator::GtE => (comparison::GE, 4 | 8),
            ComparisonOperator::Is => return self.op_arg(location, Opcode::IsOp, 0),
            ComparisonOperator::IsNot => return self.op_arg(location, Opcode::IsOp, 1),
            ComparisonOperator::In => return self.op_arg(location, Opcode::ContainsOp, 0),
            ComparisonOperator::NotIn => return self.op_arg(location, Opcode::ContainsOp, 1),
        };
        self.op_arg(location, Opcode::CompareOp, u32::from(number) << 4 | mask);
    }

    fn await_expression(&mut self, location: Location, value: &Expression) -> Done {
        if !self.scope().is_function_like() {
            return Err(location.error("'await' outside function"));
        }
        if !matches!(self.unit().kind, UnitKind::AsyncFunction | UnitKind::Comprehension) {
            return Err(location.error("'await' outside async function"));
        }
        self.expression(value)?;
        self.await_top(location, 0);
        Ok(())
    }

    fn yield_expression(&mut self, location: Location, value: Option<&Expression>) -> Done {
        if !self.scope().is_function_like() {
            return Err(location.error("'yield' outside function"));
        }
        match value {
            Some(value) => self.expression(value)?,
            None => self.load_none(location),
        }
        self.yield_top(location);
        Ok(())
    }

    fn yield_from_expression(&mut self, location: Location, value: &Expression) -> Done {
        if !self.scope().is_function_like() {
            return Err(location.error("'yield' outside function"));
        }
        if self.unit().kind == UnitKind::AsyncFunction {
            return Err(location.error("'yield from' inside async function"));
        }
        self.expression(value)?;
        self.op(location, Opcode::GetYieldFromIter);
        self.load_none(location);
        self.yield_from(location, false);
        Ok(())
    }

    /// Yields the value on top of the stack.
    pub(super) fn yield_top(&mut self, location: Location) {
        let scope = self.scope();
        if scope.generator && scope.coroutine {
            self.op_arg(location, Opcode::CallIntrinsic1, intrinsic_1::ASYNC_GEN_WRAP.into());
        }
        self.op_arg(location, Opcode::YieldValue, 0);
        self.op_arg(location, Opcode::Resume, 1);
    }
}
