//! Rewrites of a few neighbouring instructions (`optimize_basic_block`).

use super::{BlockId, Facts, Graph};
use crate::code::Constant;
use crate::opcode::Opcode;

impl Graph {
    pub(super) fn optimize_block(&mut self, id: BlockId, facts: &mut Facts) {
        // The operation looked at; a copy of a constant counts as loading it.
        let (mut opcode, mut argument) = (Opcode::Cache, 0);
        let mut index = 0;
        while index < self.blocks[id].instructions.len() {
            let instruction = self.blocks[id].instructions[index];
            let copies_constant =
                opcode == Opcode::LoadConst && instruction.opcode == Opcode::Copy && instruction.argument == 1;
            if !copies_constant {
                (opcode, argument) = (instruction.opcode, instruction.argument);
            }
            let following = self.blocks[id].instructions.get(index + 1).map(|next| next.opcode);
            let mut next_index = index + 1;
            match opcode {
                Opcode::LoadConst => next_index += self.after_constant(id, index, argument, facts),
                Opcode::BuildTuple => self.build_tuple(id, index, facts),
                Opcode::PopJumpIfNotNone
                | Opcode::PopJumpIfNone
                | Opcode::PopJumpIfFalse
                | Opcode::PopJumpIfTrue
                | Opcode::Jump
                    if self.thread_jump(id, index) =>
                {
                    next_index = index;
                }
                Opcode::Swap if argument == 1 => self.blocks[id].instructions[index].clear(),
                Opcode::Swap => {
                    let last = self.shorten_swaps(id, index);
                    self.apply_swaps(id, last);
                    next_index = last + 1;
                }
                Opcode::PushNull if following == Some(Opcode::LoadGlobal) => {
                    let instructions = &mut self.blocks[id].instructions;
                    if instructions[index + 1].argument & 1 == 0 {
                        instructions[index].clear();
                        instructions[index + 1].argument |= 1;
                    }
                }
                _ => {}
            }
            index = next_index;
        }
    }

    /// A constant before a condition, a comparison with `None` or a return. Returns how many instructions more
    /// are done with.
    fn after_constant(&mut self, id: BlockId, index: usize, argument: u32, facts: &mut Facts) -> usize {
        let constant = facts.consts[argument as usize];
        let instructions = &mut self.blocks[id].instructions;
        let Some(following) = instructions.get(index + 1).copied() else { return 0 };
        match following.opcode {
            Opcode::PopJumpIfFalse | Opcode::PopJumpIfTrue => {
                let is_true = facts.constants.is_true(constant);
                instructions[index].clear();
                if is_true == (following.opcode == Opcode::PopJumpIfTrue) {
                    instructions[index + 1].opcode = Opcode::Jump;
                } else {
                    instructions[index + 1].clear();
                }
            }
            Opcode::IsOp => {
                let jump = instructions.get(index + 2).map(|jump| jump.opcode);
                let is_none = matches!(facts.constants.get(constant), Constant::None);
                let if_false = match jump {
                    Some(Opcode::PopJumpIfFalse) => true,
                    Some(Opcode::PopJumpIfTrue) => false,
                    _ => return 0,
                };
                if is_none {
                    let if_not_none = (following.argument == 1) != if_false;
                    instructions[index].clear();
                    instructions[index + 1].clear();
                    instructions[index + 2].opcode =
                        if if_not_none { Opcode::PopJumpIfNotNone } else { Opcode::PopJumpIfNone };
                }
            }
            Opcode::ReturnValue => {
                instructions[index].clear();
                instructions[index + 1].set(Opcode::ReturnConst, argument);
                return 1;
            }
            _ => {}
        }
        0
    }

    /// Packing and unpacking of up to three values is a swap; a tuple of constants is a constant.
    fn build_tuple(&mut self, id: BlockId, index: usize, facts: &mut Facts) {
        let instructions = &mut self.blocks[id].instructions;
        let size = instructions[index].argument;
        if let Some(next) = instructions.get_mut(index + 1)
            && next.opcode == Opcode::UnpackSequence
            && next.argument == size
            && (1..=3).contains(&size)
        {
            if size == 1 {
                next.clear();
            } else {
                next.opcode = Opcode::Swap;
            }
            instructions[index].clear();
            return;
        }
        let Some(start) = index.checked_sub(size as usize) else { return };
        let items = &instructions[start..index];
        if !items.iter().all(|item| item.opcode == Opcode::LoadConst) {
            return;
        }
        let items = items.iter().map(|item| facts.consts[item.argument as usize]).collect();
        let tuple = facts.constants.tuple(items);
        let number = facts.consts.iter().position(|&constant| constant == tuple).unwrap_or_else(|| {
            facts.consts.push(tuple);
            facts.consts.len() - 1
        });
        for item in &mut instructions[start..index] {
            item.clear();
        }
        instructions[index].set(Opcode::LoadConst, u32::try_from(number).unwrap_or(u32::MAX));
    }

    /// A jump to a jump goes where that goes, unless a line would be passed over.
    fn thread_jump(&mut self, id: BlockId, index: usize) -> bool {
        let jump = self.blocks[id].instructions[index];
        let Some(&onward) = jump.target.and_then(|target| self.blocks[target].instructions.first()) else {
            return false;
        };
        let same_line = jump.location.line == onward.location.line || onward.location.line == -1;
        if onward.opcode != Opcode::Jump || !same_line || jump.target == onward.target {
            return false;
        }
        self.blocks[id].instructions[index].target = onward.target;
        true
    }
}
