//! Instructions that do nothing stay only if a line would have no instruction without them.

use super::{BlockId, Graph};
use crate::opcode::Opcode;

impl Graph {
    /// Removes what is needless in one block.
    pub(super) fn remove_redundant_nops(&mut self, id: BlockId) {
        let next_line = self.next_nonempty(self.blocks[id].next).and_then(|next| {
            let mut instructions = self.blocks[next].instructions.iter();
            let placed = |opcode, line: i32| opcode != Opcode::Nop || line >= 0;
            let first = instructions.find(|found| placed(found.opcode, found.location.line))?;
            Some(first.location.line)
        });
        let has_next = self.next_nonempty(self.blocks[id].next).is_some();
        let instructions = &mut self.blocks[id].instructions;
        let mut kept = Vec::with_capacity(instructions.len());
        let mut previous_line = -1;
        for index in 0..instructions.len() {
            let location = instructions[index].location;
            if instructions[index].opcode == Opcode::Nop {
                if !location.has_line() || previous_line == location.line {
                    continue;
                }
                if let Some(following) = instructions.get_mut(index + 1) {
                    if following.location.line == location.line {
                        continue;
                    }
                    if !following.location.has_line() {
                        following.location = location;
                        continue;
                    }
                } else if has_next && next_line.unwrap_or(-1) == location.line {
                    continue;
                }
            }
            kept.push(instructions[index]);
            previous_line = location.line;
        }
        *instructions = kept;
    }

    /// Removes them everywhere, and values that are pushed only to be popped.
    pub(super) fn remove_nops_and_pairs(&mut self) {
        loop {
            let mut done = true;
            let mut previous: Option<(BlockId, usize)> = None;
            for id in self.order() {
                self.remove_redundant_nops(id);
                if self.blocks[id].label.is_some() {
                    previous = None;
                }
                for index in 0..self.blocks[id].instructions.len() {
                    if let Some((block, at)) = previous
                        && self.is_needless_pair(block, at, id, index)
                    {
                        self.blocks[block].instructions[at].clear();
                        self.blocks[id].instructions[index].clear();
                        done = false;
                    }
                    previous = Some((id, index));
                }
                let ends_in_jump =
                    previous.is_some_and(|(block, at)| self.blocks[block].instructions[at].opcode.is_jump());
                if ends_in_jump || !self.blocks[id].falls_through() {
                    previous = None;
                }
            }
            if done {
                return;
            }
        }
    }

    fn is_needless_pair(&self, block: BlockId, at: usize, id: BlockId, index: usize) -> bool {
        let push = &self.blocks[block].instructions[at];
        self.blocks[id].instructions[index].opcode == Opcode::PopTop
            && (push.opcode == Opcode::LoadConst || (push.opcode == Opcode::Copy && push.argument == 1))
    }

    /// Handlers are in the exception table now: what opened and closed them is gone.
    pub(crate) fn remove_pseudo_operations(&mut self) {
        for id in self.order() {
            for instruction in &mut self.blocks[id].instructions {
                if super::is_block_push(instruction.opcode) || instruction.opcode == Opcode::PopBlock {
                    instruction.clear();
                } else if instruction.opcode == Opcode::StoreFastMaybeNull {
                    instruction.opcode = Opcode::StoreFast;
                }
            }
        }
        for id in self.order() {
            self.remove_redundant_nops(id);
        }
    }
}
