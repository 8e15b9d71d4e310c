//! Constants that no instruction loads any more leave `co_consts`; the first stays, it may be the docstring.

use super::{Facts, Graph};
use crate::opcode::Opcode;

fn has_const(opcode: Opcode) -> bool {
    matches!(opcode, Opcode::LoadConst | Opcode::ReturnConst | Opcode::KwNames)
}

impl Graph {
    pub(super) fn drop_unused_consts(&mut self, facts: &mut Facts) {
        if facts.consts.is_empty() {
            return;
        }
        let mut used = vec![false; facts.consts.len()];
        used[0] = true;
        let order = self.order();
        for &id in &order {
            for instruction in self.blocks[id].instructions.iter().filter(|found| has_const(found.opcode)) {
                used[instruction.argument as usize] = true;
            }
        }
        let mut numbers = Vec::with_capacity(used.len());
        let mut next = 0;
        for &is_used in &used {
            numbers.push(next);
            next += u32::from(is_used);
        }
        let mut keep = used.iter();
        facts.consts.retain(|_| keep.next().copied().unwrap_or(true));
        for id in order {
            for instruction in self.blocks[id].instructions.iter_mut().filter(|found| has_const(found.opcode)) {
                instruction.argument = numbers[instruction.argument as usize];
            }
        }
    }
}
