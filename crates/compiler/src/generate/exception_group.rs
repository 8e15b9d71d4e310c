//! `try` with `except*` (PEP 654).

use super::sequence::Label;
use super::unit::BlockKind;
use super::{Done, Generator};
use crate::ast::{Context, ExceptHandler, Try};
use crate::location::Location;
use crate::opcode::{Opcode, intrinsic_2};

impl<'a> Generator<'a> {
    pub(super) fn try_star_statement(&mut self, location: Location, node: &'a Try) -> Done {
        if node.finalbody.is_empty() {
            self.try_star_except(location, node)
        } else {
            self.try_finally(location, node, Self::try_star_except)
        }
    }

    /// Each handler takes its part of the group; what is left or raised anew is collected in a list.
    fn try_star_except(&mut self, location: Location, node: &'a Try) -> Done {
        let [body, except, orelse, end, cleanup, collect] = std::array::from_fn(|_| self.new_label());
        self.jump(location, Opcode::SetupFinally, except);
        self.place(body);
        self.push_block(location, BlockKind::TryExcept, Some(body), None)?;
        self.statements(&node.body)?;
        self.pop_block();
        self.op(Location::NONE, Opcode::PopBlock);
        self.jump(Location::NONE, Opcode::Jump, orelse);

        self.place(except);
        self.jump(Location::NONE, Opcode::SetupCleanup, cleanup);
        self.op(Location::NONE, Opcode::PushExcInfo);
        self.push_block(location, BlockKind::ExceptionGroupHandler, None, None)?;
        for (index, handler) in node.handlers.iter().enumerate() {
            let is_last = index + 1 == node.handlers.len();
            self.star_handler(handler, index == 0, is_last.then_some(collect))?;
        }
        self.pop_block();
        self.raise_rest(collect, end);
        self.place(cleanup);
        self.pop_except_and_reraise(Location::NONE);
        self.place(orelse);
        self.statements(&node.orelse)?;
        self.place(end);
        Ok(())
    }

    fn star_handler(&mut self, handler: &'a ExceptHandler, is_first: bool, collect: Option<Label>) -> Done {
        let location = Location::from(handler.span);
        let name = handler.name.as_deref();
        let [except, with_error, no_match, cleanup_end, body] = std::array::from_fn(|_| self.new_label());
        if is_first {
            self.op_arg(location, Opcode::BuildList, 0);
            self.op_arg(location, Opcode::Copy, 2);
        }
        if let Some(type_) = &handler.type_ {
            self.expression(type_)?;
            self.op(location, Opcode::CheckEgMatch);
            self.op_arg(location, Opcode::Copy, 1);
            self.jump(location, Opcode::PopJumpIfNone, no_match);
        }
        match name {
            Some(name) => self.name_op(location, name, Context::Store)?,
            None => self.op(location, Opcode::PopTop),
        }
        self.jump(location, Opcode::SetupCleanup, cleanup_end);
        self.place(body);
        self.push_block(location, BlockKind::HandlerCleanup(name), Some(body), None)?;
        self.statements(&handler.body)?;
        self.pop_block();
        self.op(Location::NONE, Opcode::PopBlock);
        self.forget_name(Location::NONE, name)?;
        self.jump(Location::NONE, Opcode::Jump, except);

        self.place(cleanup_end);
        self.forget_name(Location::NONE, name)?;
        self.op_arg(Location::NONE, Opcode::ListAppend, 3);
        self.op(Location::NONE, Opcode::PopTop);
        self.jump(Location::NONE, Opcode::Jump, with_error);
        self.place(except);
        self.op(Location::NONE, Opcode::Nop);
        self.jump(Location::NONE, Opcode::Jump, with_error);
        self.place(no_match);
        self.op(location, Opcode::PopTop);
        self.place(with_error);
        if let Some(collect) = collect {
            self.op_arg(Location::NONE, Opcode::ListAppend, 1);
            self.jump(Location::NONE, Opcode::Jump, collect);
        }
        Ok(())
    }

    fn raise_rest(&mut self, collect: Label, end: Label) {
        let reraise = self.new_label();
        self.place(collect);
        self.op_arg(Location::NONE, Opcode::CallIntrinsic2, intrinsic_2::PREP_RERAISE_STAR.into());
        self.op_arg(Location::NONE, Opcode::Copy, 1);
        self.jump(Location::NONE, Opcode::PopJumpIfNotNone, reraise);
        self.op(Location::NONE, Opcode::PopTop);
        self.op(Location::NONE, Opcode::PopBlock);
        self.op(Location::NONE, Opcode::PopExcept);
        self.jump(Location::NONE, Opcode::Jump, end);
        self.place(reraise);
        self.op(Location::NONE, Opcode::PopBlock);
        self.op_arg(Location::NONE, Opcode::Swap, 2);
        self.op(Location::NONE, Opcode::PopExcept);
        self.op_arg(Location::NONE, Opcode::Reraise, 0);
    }
}
