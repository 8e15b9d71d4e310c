//! `with`, `async with`, and waiting for awaitables.

use super::sequence::Label;
use super::unit::{BlockKind, UnitKind};
use super::{Done, Generator};
use crate::ast::{Statement, WithItem};
use crate::location::Location;
use crate::opcode::Opcode;

impl<'a> Generator<'a> {
    pub(super) fn with_statement(&mut self, location: Location, items: &'a [WithItem], body: &'a [Statement]) -> Done {
        let Some((item, rest)) = items.split_first() else { return self.statements(body) };
        let [block, handler, exit, cleanup] = std::array::from_fn(|_| self.new_label());
        self.expression(&item.context)?;
        self.op(location, Opcode::BeforeWith);
        self.jump(location, Opcode::SetupWith, handler);
        self.place(block);
        self.push_block(location, BlockKind::With(location), Some(block), Some(handler))?;
        match &item.vars {
            Some(vars) => self.expression(vars)?,
            None => self.op(location, Opcode::PopTop),
        }
        self.with_statement(location, rest, body)?;
        self.op(Location::NONE, Opcode::PopBlock);
        self.pop_block();
        self.call_exit_with_nones(location);
        self.op(location, Opcode::PopTop);
        self.jump(location, Opcode::Jump, exit);

        self.place(handler);
        self.jump(location, Opcode::SetupCleanup, cleanup);
        self.op(location, Opcode::PushExcInfo);
        self.op(location, Opcode::WithExceptStart);
        self.finish_with(cleanup);
        self.place(exit);
        Ok(())
    }

    pub(super) fn async_with_statement(
        &mut self,
        location: Location,
        items: &'a [WithItem],
        body: &'a [Statement],
    ) -> Done {
        if self.unit().kind != UnitKind::AsyncFunction {
            return Err(location.error("'async with' outside async function"));
        }
        let Some((item, rest)) = items.split_first() else { return Ok(()) };
        let [block, handler, exit, cleanup] = std::array::from_fn(|_| self.new_label());
        self.expression(&item.context)?;
        self.op(location, Opcode::BeforeAsyncWith);
        self.await_top(location, 1);
        self.jump(location, Opcode::SetupWith, handler);
        self.place(block);
        self.push_block(location, BlockKind::AsyncWith(location), Some(block), Some(handler))?;
        match &item.vars {
            Some(vars) => self.expression(vars)?,
            None => self.op(location, Opcode::PopTop),
        }
        if rest.is_empty() {
            self.statements(body)?;
        } else {
            self.async_with_statement(location, rest, body)?;
        }
        self.pop_block();
        self.op(location, Opcode::PopBlock);
        self.call_exit_with_nones(location);
        self.await_top(location, 2);
        self.op(location, Opcode::PopTop);
        self.jump(location, Opcode::Jump, exit);

        self.place(handler);
        self.jump(location, Opcode::SetupCleanup, cleanup);
        self.op(location, Opcode::PushExcInfo);
        self.op(location, Opcode::WithExceptStart);
        self.await_top(location, 2);
        self.finish_with(cleanup);
        self.place(exit);
        Ok(())
    }

    /// After `__exit__` was called with an exception: a true result swallows it.
    fn finish_with(&mut self, cleanup: Label) {
        let [suppress, exit] = std::array::from_fn(|_| self.new_label());
        self.jump(Location::NONE, Opcode::PopJumpIfTrue, suppress);
        self.op_arg(Location::NONE, Opcode::Reraise, 2);
        self.place(suppress);
        self.op(Location::NONE, Opcode::PopTop);
        self.op(Location::NONE, Opcode::PopBlock);
        self.op(Location::NONE, Opcode::PopExcept);
        self.op(Location::NONE, Opcode::PopTop);
        self.op(Location::NONE, Opcode::PopTop);
        self.jump(Location::NONE, Opcode::Jump, exit);
        self.place(cleanup);
        self.pop_except_and_reraise(Location::NONE);
        self.place(exit);
    }

    /// `__exit__(None, None, None)`.
    pub(super) fn call_exit_with_nones(&mut self, location: Location) {
        for _ in 0..3 {
            self.load_none(location);
        }
        self.op_arg(location, Opcode::Call, 2);
    }

    /// Waits for the value on top of the stack; `origin` tells `GET_AWAITABLE` who asks.
    pub(super) fn await_top(&mut self, location: Location, origin: u32) {
        self.op_arg(location, Opcode::GetAwaitable, origin);
        self.load_none(location);
        self.yield_from(location, true);
    }

    /// Hands on what an iterator or awaitable yields until it is done.
    pub(super) fn yield_from(&mut self, location: Location, is_await: bool) {
        let [send, fail, exit] = std::array::from_fn(|_| self.new_label());
        self.place(send);
        self.jump(location, Opcode::Send, exit);
        // The only way YIELD_VALUE raises is by throw or close, which CLEANUP_THROW looks after.
        self.jump(location, Opcode::SetupFinally, fail);
        self.op_arg(location, Opcode::YieldValue, 0);
        self.op(Location::NONE, Opcode::PopBlock);
        self.op_arg(location, Opcode::Resume, if is_await { 3 } else { 2 });
        self.jump(location, Opcode::JumpNoInterrupt, send);
        self.place(fail);
        self.op(location, Opcode::CleanupThrow);
        self.place(exit);
        self.op(location, Opcode::EndSend);
    }
}
