//! Exception handlers and what only they reach go to the end.

use super::{Block, BlockId, Graph, Instruction};
use crate::location::Location;
use crate::opcode::Opcode;

impl Graph {
    pub(super) fn move_cold_blocks(&mut self) {
        if self.blocks[self.entry].next.is_none() {
            return;
        }
        self.mark_warm();
        self.mark_cold();
        self.jump_back_to_warm();
        let (cold, warm): (Vec<BlockId>, Vec<BlockId>) =
            self.order().into_iter().partition(|&id| self.blocks[id].is_cold);
        let moved = !cold.is_empty();
        let order: Vec<BlockId> = warm.into_iter().chain(cold).collect();
        for pair in order.windows(2) {
            self.blocks[pair[0]].next = Some(pair[1]);
        }
        if let Some(&last) = order.last() {
            self.blocks[last].next = None;
        }
        if moved {
            self.remove_redundant_jumps();
        }
    }

    fn mark_warm(&mut self) {
        let mut stack = vec![self.entry];
        let mut visited = vec![false; self.blocks.len()];
        visited[self.entry] = true;
        while let Some(id) = stack.pop() {
            self.blocks[id].is_warm = true;
            for reached in self.successors(id) {
                if !visited[reached] {
                    visited[reached] = true;
                    stack.push(reached);
                }
            }
        }
    }

    fn mark_cold(&mut self) {
        let mut visited = vec![false; self.blocks.len()];
        let mut stack: Vec<BlockId> =
            self.order().into_iter().filter(|&id| self.blocks[id].is_handler && !self.blocks[id].is_warm).collect();
        for &id in &stack {
            visited[id] = true;
        }
        while let Some(id) = stack.pop() {
            self.blocks[id].is_cold = true;
            for reached in self.successors(id) {
                if !self.blocks[reached].is_warm && !visited[reached] {
                    visited[reached] = true;
                    stack.push(reached);
                }
            }
        }
    }

    fn successors(&self, id: BlockId) -> impl Iterator<Item = BlockId> + use<> {
        let block = &self.blocks[id];
        let next = block.next.filter(|_| block.falls_through());
        let jumps = block.instructions.iter().filter(|instruction| instruction.opcode.is_jump());
        let targets: Vec<BlockId> = jumps.filter_map(|jump| jump.target).collect();
        next.into_iter().chain(targets)
    }

    /// A cold block that runs on into a warm one will need a jump.
    fn jump_back_to_warm(&mut self) {
        let mut next_label = self.next_label();
        for id in self.order() {
            let block = &self.blocks[id];
            let Some(next) = block.next.filter(|_| block.is_cold && block.falls_through()) else { continue };
            if !self.blocks[next].is_warm {
                continue;
            }
            let label = *self.blocks[next].label.get_or_insert(next_label);
            next_label = next_label.max(label + 1);
            let mut jump = Instruction::new(Opcode::Jump, label, Location::NONE);
            jump.target = Some(next);
            let added = self.blocks.len();
            self.blocks.push(Block { instructions: vec![jump], next: Some(next), is_cold: true, ..Block::default() });
            self.blocks[id].next = Some(added);
        }
    }
}
