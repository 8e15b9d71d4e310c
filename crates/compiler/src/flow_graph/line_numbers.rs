//! Lines for instructions the compiler made up (PEP 626): every exit must have one.

use super::{Block, BlockId, Graph};
use crate::location::Location;
use crate::opcode::Opcode;

impl Graph {
    pub(super) fn resolve_line_numbers(&mut self, firstlineno: i32) {
        self.duplicate_exits_without_line();
        self.propagate_lines();
        self.guarantee_lines(firstlineno);
    }

    fn is_exit_without_line(&self, id: BlockId) -> bool {
        let block = &self.blocks[id];
        block.exits_scope() && block.instructions.iter().all(|instruction| !instruction.location.has_line())
    }

    /// An exit that several jumps share is copied, so that each copy can take the line of its jump.
    fn duplicate_exits_without_line(&mut self) {
        let mut next_label = self.next_label();
        let mut current = Some(self.entry);
        while let Some(id) = current {
            let jump = self.blocks[id].last().copied().filter(|last| last.opcode.is_jump());
            if let Some(jump) = jump
                && let Some(target) = jump.target
                && self.is_exit_without_line(target)
                && self.blocks[target].predecessors > 1
            {
                let added = self.blocks.len();
                let mut copy = Block {
                    instructions: self.blocks[target].instructions.clone(),
                    next: self.blocks[target].next,
                    label: Some(next_label),
                    predecessors: 1,
                    ..Block::default()
                };
                next_label += 1;
                copy.instructions[0].location = jump.location;
                self.blocks.push(copy);
                self.blocks[target].predecessors -= 1;
                self.blocks[target].next = Some(added);
                if let Some(last) = self.blocks[id].instructions.last_mut() {
                    last.target = Some(added);
                }
            }
            current = self.blocks[id].next;
        }
        for id in self.order() {
            let block = &self.blocks[id];
            let Some(next) = block.next.filter(|_| block.falls_through()) else { continue };
            if let Some(last) = block.last()
                && self.is_exit_without_line(next)
            {
                let location = last.location;
                self.blocks[next].instructions[0].location = location;
            }
        }
    }

    /// An instruction without a line takes that of the one before.
    fn propagate_lines(&mut self) {
        for id in self.order() {
            let mut previous = Location::NONE;
            for instruction in &mut self.blocks[id].instructions {
                if instruction.location.has_line() {
                    previous = instruction.location;
                } else {
                    instruction.location = previous;
                }
            }
            let block = &self.blocks[id];
            let Some(last) = block.last() else { continue };
            let next = block.next.filter(|_| block.falls_through());
            let target = last.target.filter(|_| last.opcode.is_jump());
            for reached in next.into_iter().chain(target) {
                if self.blocks[reached].predecessors != 1 {
                    continue;
                }
                if let Some(first) = self.blocks[reached].instructions.first_mut()
                    && !first.location.has_line()
                {
                    first.location = previous;
                }
            }
        }
    }

    fn guarantee_lines(&mut self, firstlineno: i32) {
        let mut line = firstlineno;
        for id in self.order() {
            let Some(last) = self.blocks[id].last().copied() else { continue };
            if last.location.has_line() {
                line = last.location.line;
            } else if last.opcode == Opcode::ReturnValue {
                for instruction in &mut self.blocks[id].instructions {
                    instruction.location.line = line;
                }
            }
        }
    }
}
