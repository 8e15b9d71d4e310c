//! Leaving blocks by `return`, `break` and `continue`: what each open block has to undo.

use super::sequence::Label;
use super::unit::{BlockKind, FrameBlock};
use super::{Done, Generator};
use crate::ast::Context;
use crate::diagnostic::Diagnostic;
use crate::location::Location;
use crate::opcode::Opcode;

/// More open blocks than this are an error (`CO_MAXBLOCKS`).
const MOST_BLOCKS: usize = 20;

impl<'a> Generator<'a> {
    pub(super) fn push_block(
        &mut self,
        location: Location,
        kind: BlockKind<'a>,
        start: Option<Label>,
        exit: Option<Label>,
    ) -> Done {
        if self.unit().blocks.len() >= MOST_BLOCKS {
            return Err(location.error("too many statically nested blocks"));
        }
        self.unit().blocks.push(FrameBlock { kind, start, exit });
        Ok(())
    }

    pub(super) fn pop_block(&mut self) {
        self.unit().blocks.pop();
    }

    /// Undoes the open blocks from the innermost one outwards, up to the nearest loop if `to_loop`; the loop is
    /// returned. `location` becomes artificial after a block that runs code of its own.
    pub(super) fn unwind_blocks(
        &mut self,
        location: &mut Location,
        preserve_top: bool,
        to_loop: bool,
    ) -> Result<Option<FrameBlock<'a>>, Diagnostic> {
        let Some(&top) = self.unit().blocks.last() else { return Ok(None) };
        if matches!(top.kind, BlockKind::ExceptionGroupHandler) {
            let message = "'break', 'continue' and 'return' cannot appear in an except* block";
            return Err(location.error(message));
        }
        if to_loop && matches!(top.kind, BlockKind::WhileLoop | BlockKind::ForLoop) {
            return Ok(Some(top));
        }
        self.pop_block();
        self.unwind_block(location, &top, preserve_top)?;
        let found = self.unwind_blocks(location, preserve_top, to_loop)?;
        self.unit().blocks.push(top);
        Ok(found)
    }

    /// Undoes one block. The value on top of the stack is kept if `preserve_top`.
    pub(super) fn unwind_block(&mut self, location: &mut Location, block: &FrameBlock<'a>, preserve_top: bool) -> Done {
        match block.kind {
            BlockKind::WhileLoop
            | BlockKind::ExceptionHandler
            | BlockKind::ExceptionGroupHandler
            | BlockKind::AsyncComprehension => {}
            BlockKind::ForLoop | BlockKind::PopValue => {
                self.swap_if(*location, preserve_top);
                self.op(*location, Opcode::PopTop);
            }
            BlockKind::TryExcept => self.op(*location, Opcode::PopBlock),
            BlockKind::FinallyTry(body) => {
                self.op(*location, Opcode::PopBlock);
                if preserve_top {
                    self.push_block(*location, BlockKind::PopValue, None, None)?;
                }
                self.statements(body)?;
                if preserve_top {
                    self.pop_block();
                }
                *location = Location::NONE;
            }
            BlockKind::FinallyEnd => {
                self.swap_if(*location, preserve_top);
                self.op(*location, Opcode::PopTop);
                self.swap_if(*location, preserve_top);
                self.op(*location, Opcode::PopBlock);
                self.op(*location, Opcode::PopExcept);
            }
            BlockKind::With(place) | BlockKind::AsyncWith(place) => {
                self.op(place, Opcode::PopBlock);
                self.swap_if(place, preserve_top);
                self.call_exit_with_nones(place);
                if matches!(block.kind, BlockKind::AsyncWith(_)) {
                    self.await_top(place, 2);
                }
                self.op(place, Opcode::PopTop);
                *location = Location::NONE;
            }
            BlockKind::HandlerCleanup(name) => {
                if name.is_some() {
                    self.op(*location, Opcode::PopBlock);
                }
                self.swap_if(*location, preserve_top);
                self.op(*location, Opcode::PopBlock);
                self.op(*location, Opcode::PopExcept);
                self.forget_name(*location, name)?;
            }
        }
        Ok(())
    }

    fn swap_if(&mut self, location: Location, preserve_top: bool) {
        if preserve_top {
            self.op_arg(location, Opcode::Swap, 2);
        }
    }

    /// The end of `except … as name`: `name = None; del name`.
    pub(super) fn forget_name(&mut self, location: Location, name: Option<&str>) -> Done {
        let Some(name) = name else { return Ok(()) };
        self.load_none(location);
        self.name_op(location, name, Context::Store)?;
        self.name_op(location, name, Context::Del)
    }

    /// Raises the exception on the stack again, after the handler's own bookkeeping.
    pub(super) fn pop_except_and_reraise(&mut self, location: Location) {
        self.op_arg(location, Opcode::Copy, 3);
        self.op(location, Opcode::PopExcept);
        self.op_arg(location, Opcode::Reraise, 1);
    }
}
