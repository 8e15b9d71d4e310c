//! `if`, loops, `return`, `break`, `continue`, `assert`.

use super::unit::{BlockKind, UnitKind};
use super::{Done, Generator};
use crate::ast::{Expression, ExpressionKind, For, Statement};
use crate::location::Location;
use crate::opcode::Opcode;

impl<'a> Generator<'a> {
    pub(super) fn if_statement(
        &mut self,
        location: Location,
        test: &Expression,
        body: &'a [Statement],
        orelse: &'a [Statement],
    ) -> Done {
        let end = self.new_label();
        let next = if orelse.is_empty() { end } else { self.new_label() };
        self.jump_if(location, test, next, false)?;
        self.statements(body)?;
        if !orelse.is_empty() {
            self.jump(Location::NONE, Opcode::Jump, end);
            self.place(next);
            self.statements(orelse)?;
        }
        self.place(end);
        Ok(())
    }

    pub(super) fn while_statement(
        &mut self,
        location: Location,
        test: &Expression,
        body: &'a [Statement],
        orelse: &'a [Statement],
    ) -> Done {
        let [start, inside, end, anchor] = std::array::from_fn(|_| self.new_label());
        self.place(start);
        self.push_block(location, BlockKind::WhileLoop, Some(start), Some(end))?;
        self.jump_if(location, test, anchor, false)?;
        self.place(inside);
        self.statements(body)?;
        // The test stands a second time at the bottom.
        self.jump_if(location, test, inside, true)?;
        self.pop_block();
        self.place(anchor);
        self.statements(orelse)?;
        self.place(end);
        Ok(())
    }

    pub(super) fn for_statement(&mut self, location: Location, node: &'a For) -> Done {
        let [start, inside, cleanup, end] = std::array::from_fn(|_| self.new_label());
        self.push_block(location, BlockKind::ForLoop, Some(start), Some(end))?;
        self.expression(&node.iter)?;
        self.op(location, Opcode::GetIter);
        self.place(start);
        self.jump(location, Opcode::ForIter, cleanup);
        self.place(inside);
        self.expression(&node.target)?;
        self.statements(&node.body)?;
        self.jump(Location::NONE, Opcode::Jump, start);
        self.place(cleanup);
        self.op(Location::NONE, Opcode::EndFor);
        self.pop_block();
        self.statements(&node.orelse)?;
        self.place(end);
        Ok(())
    }

    pub(super) fn async_for_statement(&mut self, location: Location, node: &'a For) -> Done {
        if self.unit().kind != UnitKind::AsyncFunction {
            return Err(location.error("'async for' outside async function"));
        }
        let [start, except, end] = std::array::from_fn(|_| self.new_label());
        self.expression(&node.iter)?;
        self.op(location, Opcode::GetAiter);
        self.place(start);
        self.push_block(location, BlockKind::ForLoop, Some(start), Some(end))?;
        self.jump(location, Opcode::SetupFinally, except);
        self.op(location, Opcode::GetAnext);
        self.load_none(location);
        self.yield_from(location, true);
        self.op(location, Opcode::PopBlock);
        self.expression(&node.target)?;
        self.statements(&node.body)?;
        self.jump(Location::NONE, Opcode::Jump, start);
        self.pop_block();
        self.place(except);
        self.op(node.iter.span.into(), Opcode::EndAsyncFor);
        self.statements(&node.orelse)?;
        self.place(end);
        Ok(())
    }

    pub(super) fn return_statement(&mut self, location: Location, value: Option<&'a Expression>) -> Done {
        let scope = self.scope();
        if !scope.is_function_like() {
            return Err(location.error("'return' outside function"));
        }
        if value.is_some() && scope.coroutine && scope.generator {
            return Err(location.error("'return' with value in async generator"));
        }
        let constant = value.and_then(|value| match &value.kind {
            ExpressionKind::Constant(constant) => Some(constant),
            _ => None,
        });
        let preserve_top = value.is_some() && constant.is_none();
        let mut place = location;
        if let Some(value) = value {
            if preserve_top {
                self.expression(value)?;
            } else {
                place = value.span.into();
                self.op(place, Opcode::Nop);
            }
        }
        if value.is_none_or(|value| Location::from(value.span).line != location.line) {
            place = location;
            self.op(place, Opcode::Nop);
        }
        self.unwind_blocks(&mut place, preserve_top, false)?;
        if value.is_none() {
            self.load_none(place);
        } else if let Some(constant) = constant {
            self.load_literal(place, constant);
        }
        self.op(place, Opcode::ReturnValue);
        Ok(())
    }

    pub(super) fn break_statement(&mut self, location: Location) -> Done {
        let mut place = location;
        self.op(place, Opcode::Nop);
        let Some(block) = self.unwind_blocks(&mut place, false, true)? else {
            return Err(location.error("'break' outside loop"));
        };
        self.unwind_block(&mut place, &block, false)?;
        if let Some(exit) = block.exit {
            self.jump(place, Opcode::Jump, exit);
        }
        Ok(())
    }

    pub(super) fn continue_statement(&mut self, location: Location) -> Done {
        let mut place = location;
        self.op(place, Opcode::Nop);
        let Some(block) = self.unwind_blocks(&mut place, false, true)? else {
            return Err(location.error("'continue' not properly in loop"));
        };
        if let Some(start) = block.start {
            self.jump(place, Opcode::Jump, start);
        }
        Ok(())
    }

    pub(super) fn assert_statement(
        &mut self,
        location: Location,
        test: &Expression,
        message: Option<&Expression>,
    ) -> Done {
        self.warn_of_assertion(location, test);
        let end = self.new_label();
        self.jump_if(location, test, end, true)?;
        self.op(location, Opcode::LoadAssertionError);
        if let Some(message) = message {
            self.expression(message)?;
            self.op_arg(location, Opcode::Call, 0);
        }
        self.op_arg(location, Opcode::RaiseVarargs, 1);
        self.place(end);
        Ok(())
    }
}
