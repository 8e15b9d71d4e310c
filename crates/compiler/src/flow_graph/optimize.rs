//! The order of simplifications, dead code, empty blocks, needless jumps (`optimize_cfg`).

use super::{BlockId, Facts, Graph, has_target, is_block_push, is_unconditional_jump};
use crate::opcode::Opcode;

/// Exits of at most so many instructions are copied to where they are jumped to from.
const MOST_COPIED: usize = 4;

impl Graph {
    pub(super) fn simplify(&mut self, facts: &mut Facts) {
        self.remove_empty_blocks();
        self.inline_small_exits();
        for id in self.order() {
            self.optimize_block(id, facts);
        }
        self.remove_nops_and_pairs();
        self.inline_small_exits();
        self.count_predecessors();
        for id in self.order() {
            if self.blocks[id].predecessors == 0 {
                self.blocks[id].instructions.clear();
            }
        }
        for id in self.order() {
            self.remove_redundant_nops(id);
        }
        self.remove_empty_blocks();
        self.remove_redundant_jumps();
    }

    fn inline_small_exits(&mut self) {
        for id in self.order() {
            let Some(last) = self.blocks[id].last().filter(|last| is_unconditional_jump(last.opcode)) else { continue };
            let Some(target) = last.target.map(|target| &self.blocks[target]) else { continue };
            if target.exits_scope() && target.instructions.len() <= MOST_COPIED {
                let copied = target.instructions.clone();
                let instructions = &mut self.blocks[id].instructions;
                if let Some(last) = instructions.last_mut() {
                    last.clear();
                }
                instructions.extend(copied);
            }
        }
    }

    /// Counts the ways into each block. A block waiting twice counts its own ways twice, as in CPython.
    fn count_predecessors(&mut self) {
        let mut visited = vec![false; self.blocks.len()];
        let mut stack = vec![self.entry];
        self.blocks[self.entry].predecessors = 1;
        while let Some(id) = stack.pop() {
            visited[id] = true;
            let mut reached: Vec<BlockId> = Vec::new();
            if self.blocks[id].falls_through() {
                reached.extend(self.blocks[id].next);
            }
            let instructions = self.blocks[id].instructions.iter();
            reached.extend(
                instructions
                    .filter(|instruction| instruction.opcode.is_jump() || is_block_push(instruction.opcode))
                    .filter_map(|instruction| instruction.target),
            );
            for block in reached {
                if !visited[block] {
                    stack.push(block);
                }
                self.blocks[block].predecessors += 1;
            }
        }
    }

    fn remove_empty_blocks(&mut self) {
        let mut current = Some(self.entry);
        while let Some(id) = current {
            self.blocks[id].next = self.next_nonempty(self.blocks[id].next);
            current = self.blocks[id].next;
        }
        if let Some(entry) = self.next_nonempty(Some(self.entry)) {
            self.entry = entry;
        }
        let mut next_label = self.next_label();
        for id in self.order() {
            for index in 0..self.blocks[id].instructions.len() {
                let instruction = self.blocks[id].instructions[index];
                if !has_target(instruction.opcode) {
                    continue;
                }
                let target = self.next_nonempty(instruction.target);
                if target != instruction.target
                    && let Some(block) = target
                {
                    let label = *self.blocks[block].label.get_or_insert(next_label);
                    next_label = next_label.max(label + 1);
                    let instruction = &mut self.blocks[id].instructions[index];
                    instruction.target = target;
                    instruction.argument = label;
                }
            }
        }
    }

    /// A jump to the block below is none.
    pub(super) fn remove_redundant_jumps(&mut self) {
        for id in self.order() {
            let next = self.blocks[id].next;
            if let Some(last) = self.blocks[id].instructions.last_mut()
                && is_unconditional_jump(last.opcode)
                && next.is_some()
                && last.target == next
            {
                last.set(Opcode::Nop, 0);
            }
        }
    }
}
