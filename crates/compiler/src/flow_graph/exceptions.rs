//! Which handler each instruction is under.

use super::{BlockId, Graph, is_block_push};
use crate::opcode::Opcode;

impl Graph {
    pub(super) fn mark_handlers(&mut self) {
        for id in self.order() {
            let targets: Vec<BlockId> = self.blocks[id]
                .instructions
                .iter()
                .filter(|instruction| is_block_push(instruction.opcode))
                .filter_map(|instruction| instruction.target)
                .collect();
            for target in targets {
                self.blocks[target].is_handler = true;
            }
        }
    }

    /// Follows the stack of open handlers through the graph (`label_exception_targets`).
    pub(super) fn find_handlers(&mut self) {
        let mut entered: Vec<Option<Vec<BlockId>>> = vec![None; self.blocks.len()];
        let mut visited = vec![false; self.blocks.len()];
        let mut todo = vec![self.entry];
        entered[self.entry] = Some(Vec::new());
        visited[self.entry] = true;
        while let Some(id) = todo.pop() {
            let mut open = entered[id].take().unwrap_or_default();
            let mut instructions = std::mem::take(&mut self.blocks[id].instructions);
            for instruction in &mut instructions {
                let mut reach = |target: Option<BlockId>, open: &[BlockId]| {
                    if let Some(target) = target.filter(|&target| !visited[target]) {
                        entered[target] = Some(open.to_vec());
                        visited[target] = true;
                        todo.push(target);
                    }
                };
                if is_block_push(instruction.opcode) {
                    reach(instruction.target, &open);
                    if let Some(target) = instruction.target {
                        self.blocks[target].preserve_lasti |= instruction.opcode != Opcode::SetupFinally;
                        open.push(target);
                    }
                } else if instruction.opcode == Opcode::PopBlock {
                    open.pop();
                } else {
                    if instruction.opcode == Opcode::YieldValue {
                        instruction.argument = u32::try_from(open.len()).unwrap_or(u32::MAX);
                    }
                    instruction.handler = open.last().copied();
                    if instruction.opcode.is_jump() {
                        reach(instruction.target, &open);
                    }
                }
            }
            self.blocks[id].instructions = instructions;
            let next = self.blocks[id].next.filter(|&next| self.blocks[id].falls_through() && !visited[next]);
            if let Some(next) = next {
                entered[next] = Some(open);
                visited[next] = true;
                todo.push(next);
            }
        }
    }
}
