//! How deep the value stack gets.

use super::{BlockId, Graph, exits_scope, has_target, is_unconditional_jump};

impl Graph {
    /// The greatest depth, in words; notes the depth at the start of each block. A generator begins with the
    /// value sent to it on the stack.
    pub(crate) fn stack_depth(&mut self, is_generator: bool) -> i32 {
        for block in &mut self.blocks {
            block.start_depth = -1;
        }
        let mut stack = Vec::new();
        self.enter_at(self.entry, i32::from(is_generator), &mut stack);
        let mut deepest = 0;
        while let Some(id) = stack.pop() {
            let mut depth = self.blocks[id].start_depth;
            let mut next = self.blocks[id].next;
            for index in 0..self.blocks[id].instructions.len() {
                let instruction = self.blocks[id].instructions[index];
                let after = depth + instruction.opcode.stack_effect(instruction.argument, false);
                deepest = deepest.max(after);
                if let Some(target) = instruction.target.filter(|_| has_target(instruction.opcode)) {
                    let there = depth + instruction.opcode.stack_effect(instruction.argument, true);
                    deepest = deepest.max(there);
                    self.enter_at(target, there, &mut stack);
                }
                depth = after;
                if is_unconditional_jump(instruction.opcode) || exits_scope(instruction.opcode) {
                    next = None;
                    break;
                }
            }
            if let Some(next) = next {
                self.enter_at(next, depth, &mut stack);
            }
        }
        deepest
    }

    fn enter_at(&mut self, id: BlockId, depth: i32, stack: &mut Vec<BlockId>) {
        let block = &mut self.blocks[id];
        if block.start_depth < depth && block.start_depth < 100 {
            block.start_depth = depth;
            stack.push(id);
        }
    }
}
