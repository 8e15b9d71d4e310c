//! `and`, `or`, comparisons, `… if … else …`, and jumps on conditions.

use super::sequence::Label;
use super::{Done, Generator};
use crate::ast::{BooleanOperator, ComparisonOperator, Expression, ExpressionKind, UnaryOperator};
use crate::location::Location;
use crate::opcode::Opcode;

impl Generator<'_> {
    pub(super) fn boolean(&mut self, location: Location, op: BooleanOperator, values: &[Expression]) -> Done {
        let jump = jump_opcode(op == BooleanOperator::Or);
        let end = self.new_label();
        let Some((last, others)) = values.split_last() else { return Ok(()) };
        for value in others {
            self.expression(value)?;
            self.op_arg(location, Opcode::Copy, 1);
            self.jump(location, jump, end);
            self.op(location, Opcode::PopTop);
        }
        self.expression(last)?;
        self.place(end);
        Ok(())
    }

    pub(super) fn conditional(
        &mut self,
        location: Location,
        test: &Expression,
        body: &Expression,
        orelse: &Expression,
    ) -> Done {
        let [end, next] = std::array::from_fn(|_| self.new_label());
        self.jump_if(location, test, next, false)?;
        self.expression(body)?;
        self.jump(Location::NONE, Opcode::Jump, end);
        self.place(next);
        self.expression(orelse)?;
        self.place(end);
        Ok(())
    }

    pub(super) fn compare(
        &mut self,
        location: Location,
        left: &Expression,
        ops: &[ComparisonOperator],
        comparators: &[Expression],
    ) -> Done {
        self.warn_of_identity(location, left, ops, comparators);
        self.expression(left)?;
        let Some(((last_op, last), others)) = split_last(ops, comparators) else { return Ok(()) };
        if others.is_empty() {
            self.expression(last)?;
            self.comparison(location, last_op);
            return Ok(());
        }
        let cleanup = self.new_label();
        for (op, value) in others {
            self.chained(location, op, value)?;
            self.op_arg(location, Opcode::Copy, 1);
            self.jump(location, Opcode::PopJumpIfFalse, cleanup);
            self.op(location, Opcode::PopTop);
        }
        self.expression(last)?;
        self.comparison(location, last_op);
        let end = self.new_label();
        self.jump(Location::NONE, Opcode::Jump, end);
        self.place(cleanup);
        self.op_arg(location, Opcode::Swap, 2);
        self.op(location, Opcode::PopTop);
        self.place(end);
        Ok(())
    }

    /// One comparison of a chain: its right side stays for the next.
    fn chained(&mut self, location: Location, op: ComparisonOperator, value: &Expression) -> Done {
        self.expression(value)?;
        self.op_arg(location, Opcode::Swap, 2);
        self.op_arg(location, Opcode::Copy, 2);
        self.comparison(location, op);
        Ok(())
    }

    /// Jumps to `next` if the truth of `test` is `condition`, and falls through otherwise.
    pub(super) fn jump_if(&mut self, location: Location, test: &Expression, next: Label, condition: bool) -> Done {
        match &test.kind {
            ExpressionKind::UnaryOp { op: UnaryOperator::Not, operand } => {
                return self.jump_if(location, operand, next, !condition);
            }
            ExpressionKind::BoolOp { op, values } => {
                return self.jump_if_boolean(location, *op, values, next, condition);
            }
            ExpressionKind::IfExp { test, body, orelse } => {
                let [end, otherwise] = std::array::from_fn(|_| self.new_label());
                self.jump_if(location, test, otherwise, false)?;
                self.jump_if(location, body, next, condition)?;
                self.jump(Location::NONE, Opcode::Jump, end);
                self.place(otherwise);
                self.jump_if(location, orelse, next, condition)?;
                self.place(end);
                return Ok(());
            }
            ExpressionKind::Compare { left, ops, comparators } if ops.len() > 1 => {
                return self.jump_if_chain(test.span.into(), (left, ops, comparators), next, condition);
            }
            _ => {}
        }
        self.expression(test)?;
        self.jump(test.span.into(), jump_opcode(condition), next);
        Ok(())
    }

    fn jump_if_boolean(
        &mut self,
        location: Location,
        op: BooleanOperator,
        values: &[Expression],
        next: Label,
        condition: bool,
    ) -> Done {
        let Some((last, others)) = values.split_last() else { return Ok(()) };
        let is_or = op == BooleanOperator::Or;
        let short = if is_or == condition { next } else { self.new_label() };
        for value in others {
            self.jump_if(location, value, short, is_or)?;
        }
        self.jump_if(location, last, next, condition)?;
        if short != next {
            self.place(short);
        }
        Ok(())
    }

    fn jump_if_chain(
        &mut self,
        location: Location,
        (left, ops, comparators): (&Expression, &[ComparisonOperator], &[Expression]),
        next: Label,
        condition: bool,
    ) -> Done {
        let Some(((last_op, last), others)) = split_last(ops, comparators) else { return Ok(()) };
        self.warn_of_identity(location, left, ops, comparators);
        let cleanup = self.new_label();
        self.expression(left)?;
        for (op, value) in others {
            self.chained(location, op, value)?;
            self.jump(location, Opcode::PopJumpIfFalse, cleanup);
        }
        self.expression(last)?;
        self.comparison(location, last_op);
        self.jump(location, jump_opcode(condition), next);
        let end = self.new_label();
        self.jump(Location::NONE, Opcode::Jump, end);
        self.place(cleanup);
        self.op(location, Opcode::PopTop);
        if !condition {
            self.jump(Location::NONE, Opcode::Jump, next);
        }
        self.place(end);
        Ok(())
    }
}

fn jump_opcode(condition: bool) -> Opcode {
    if condition { Opcode::PopJumpIfTrue } else { Opcode::PopJumpIfFalse }
}

type Step<'a> = (ComparisonOperator, &'a Expression);

/// The last comparison of a chain and those before it.
fn split_last<'a>(ops: &[ComparisonOperator], comparators: &'a [Expression]) -> Option<(Step<'a>, Vec<Step<'a>>)> {
    let mut steps: Vec<Step> = ops.iter().copied().zip(comparators).collect();
    let last = steps.pop()?;
    Some((last, steps))
}
