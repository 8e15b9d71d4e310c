//! Directions and distances of jumps.

use super::{Block, Graph, Instruction};
use crate::opcode::Opcode;

/// Units an instruction takes: prefixes, itself, caches.
pub(crate) fn size(instruction: &Instruction) -> u32 {
    let argument = instruction.argument;
    let prefixes = u32::from(argument > 0xFF) + u32::from(argument > 0xFFFF) + u32::from(argument > 0xFF_FFFF);
    let caches = u32::try_from(instruction.opcode.caches()).unwrap_or(0);
    prefixes + 1 + caches
}

impl Graph {
    /// Makes jumps point forward or back, and their arguments distances.
    pub(crate) fn resolve_jumps(&mut self) {
        self.direct_jumps();
        while self.measure() {}
    }

    /// A conditional jump only goes forward: backwards it becomes its opposite over a plain jump.
    fn direct_jumps(&mut self) {
        let mut visited = vec![false; self.blocks.len()];
        let mut current = Some(self.entry);
        while let Some(id) = current {
            visited[id] = true;
            current = self.blocks[id].next;
            let Some(last) = self.blocks[id].last().copied().filter(|last| last.opcode.is_jump()) else { continue };
            let Some(target) = last.target else { continue };
            let forward = !visited[target];
            let opcode = match last.opcode {
                Opcode::Jump if forward => Opcode::JumpForward,
                Opcode::Jump => Opcode::JumpBackward,
                Opcode::JumpNoInterrupt if forward => Opcode::JumpForward,
                Opcode::JumpNoInterrupt => Opcode::JumpBackwardNoInterrupt,
                _ if forward => continue,
                Opcode::PopJumpIfNotNone => Opcode::PopJumpIfNone,
                Opcode::PopJumpIfNone => Opcode::PopJumpIfNotNone,
                Opcode::PopJumpIfFalse => Opcode::PopJumpIfTrue,
                Opcode::PopJumpIfTrue => Opcode::PopJumpIfFalse,
                _ => continue,
            };
            let next = self.blocks[id].next;
            let is_plain = matches!(last.opcode, Opcode::Jump | Opcode::JumpNoInterrupt);
            if let Some(last) = self.blocks[id].instructions.last_mut() {
                last.opcode = opcode;
                if !is_plain {
                    last.target = next;
                }
            }
            if !is_plain {
                let mut jump = Instruction::new(Opcode::Jump, self.blocks[target].label.unwrap_or(0), last.location);
                jump.target = Some(target);
                let is_cold = self.blocks[id].is_cold;
                let added = self.blocks.len();
                self.blocks.push(Block { instructions: vec![jump], next, is_cold, ..Block::default() });
                visited.push(false);
                self.blocks[id].next = Some(added);
                current = Some(added);
            }
        }
    }

    /// Sets offsets and distances; true if some instruction changed its size, so that all must be done again.
    fn measure(&mut self) -> bool {
        let order = self.order();
        let mut offset = 0;
        for &id in &order {
            self.blocks[id].offset = offset;
            offset += self.blocks[id].instructions.iter().map(size).sum::<u32>();
        }
        let mut changed = false;
        for id in order {
            let mut after = self.blocks[id].offset;
            for index in 0..self.blocks[id].instructions.len() {
                let instruction = self.blocks[id].instructions[index];
                let old_size = size(&instruction);
                after += old_size;
                let Some(target) = instruction.target.filter(|_| instruction.opcode.is_jump()) else { continue };
                let there = self.blocks[target].offset;
                let instruction = &mut self.blocks[id].instructions[index];
                instruction.argument = there.abs_diff(after);
                changed |= size(instruction) != old_size;
            }
        }
        changed
    }
}
