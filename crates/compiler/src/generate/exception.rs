//! `try` with `except` and `finally`.

use super::sequence::Label;
use super::unit::BlockKind;
use super::{Done, Generator};
use crate::ast::{Context, ExceptHandler, Try};
use crate::location::Location;
use crate::opcode::Opcode;

impl<'a> Generator<'a> {
    pub(super) fn try_statement(&mut self, location: Location, node: &'a Try) -> Done {
        if node.finalbody.is_empty() {
            self.try_except(location, node)
        } else {
            self.try_finally(location, node, Self::try_except)
        }
    }

    /// `finally` stands twice: after the body, and as a handler that raises again.
    pub(super) fn try_finally(
        &mut self,
        location: Location,
        node: &'a Try,
        except: fn(&mut Self, Location, &'a Try) -> Done,
    ) -> Done {
        let [body, end, exit, cleanup] = std::array::from_fn(|_| self.new_label());
        self.jump(location, Opcode::SetupFinally, end);
        self.place(body);
        self.push_block(location, BlockKind::FinallyTry(&node.finalbody), Some(body), Some(end))?;
        if node.handlers.is_empty() {
            self.statements(&node.body)?;
        } else {
            except(self, location, node)?;
        }
        self.op(Location::NONE, Opcode::PopBlock);
        self.pop_block();
        self.statements(&node.finalbody)?;
        self.jump(Location::NONE, Opcode::Jump, exit);

        self.place(end);
        self.jump(Location::NONE, Opcode::SetupCleanup, cleanup);
        self.op(Location::NONE, Opcode::PushExcInfo);
        self.push_block(Location::NONE, BlockKind::FinallyEnd, Some(end), None)?;
        self.statements(&node.finalbody)?;
        self.pop_block();
        self.op_arg(Location::NONE, Opcode::Reraise, 0);
        self.place(cleanup);
        self.pop_except_and_reraise(Location::NONE);
        self.place(exit);
        Ok(())
    }

    fn try_except(&mut self, location: Location, node: &'a Try) -> Done {
        let [body, except, end, cleanup] = std::array::from_fn(|_| self.new_label());
        self.jump(location, Opcode::SetupFinally, except);
        self.place(body);
        self.push_block(location, BlockKind::TryExcept, Some(body), None)?;
        self.statements(&node.body)?;
        self.pop_block();
        self.op(Location::NONE, Opcode::PopBlock);
        self.statements(&node.orelse)?;
        self.jump(Location::NONE, Opcode::Jump, end);

        self.place(except);
        self.jump(Location::NONE, Opcode::SetupCleanup, cleanup);
        self.op(Location::NONE, Opcode::PushExcInfo);
        self.push_block(location, BlockKind::ExceptionHandler, None, None)?;
        for (index, handler) in node.handlers.iter().enumerate() {
            if handler.type_.is_none() && index + 1 < node.handlers.len() {
                return Err(Location::from(handler.span).error("default 'except:' must be last"));
            }
            self.handler(handler, end)?;
        }
        self.pop_block();
        self.op_arg(Location::NONE, Opcode::Reraise, 0);
        self.place(cleanup);
        self.pop_except_and_reraise(Location::NONE);
        self.place(end);
        Ok(())
    }

    fn handler(&mut self, handler: &'a ExceptHandler, end: Label) -> Done {
        let location = Location::from(handler.span);
        let next = self.new_label();
        if let Some(type_) = &handler.type_ {
            self.expression(type_)?;
            self.op(location, Opcode::CheckExcMatch);
            self.jump(location, Opcode::PopJumpIfFalse, next);
        }
        if let Some(name) = &handler.name {
            self.named_handler(location, handler, name, end)?;
        } else {
            let body = self.new_label();
            self.op(location, Opcode::PopTop);
            self.place(body);
            self.push_block(location, BlockKind::HandlerCleanup(None), Some(body), None)?;
            self.statements(&handler.body)?;
            self.pop_block();
            self.op(Location::NONE, Opcode::PopBlock);
            self.op(Location::NONE, Opcode::PopExcept);
            self.jump(Location::NONE, Opcode::Jump, end);
        }
        self.place(next);
        Ok(())
    }

    /// `except … as name`: the name is unbound again however the body ends.
    fn named_handler(&mut self, location: Location, handler: &'a ExceptHandler, name: &'a str, end: Label) -> Done {
        let [cleanup_end, body] = std::array::from_fn(|_| self.new_label());
        self.name_op(location, name, Context::Store)?;
        self.jump(location, Opcode::SetupCleanup, cleanup_end);
        self.place(body);
        self.push_block(location, BlockKind::HandlerCleanup(Some(name)), Some(body), None)?;
        self.statements(&handler.body)?;
        self.pop_block();
        self.op(Location::NONE, Opcode::PopBlock);
        self.op(Location::NONE, Opcode::PopBlock);
        self.op(Location::NONE, Opcode::PopExcept);
        self.forget_name(Location::NONE, Some(name))?;
        self.jump(Location::NONE, Opcode::Jump, end);
        self.place(cleanup_end);
        self.forget_name(Location::NONE, Some(name))?;
        self.op_arg(Location::NONE, Opcode::Reraise, 1);
        Ok(())
    }
}
