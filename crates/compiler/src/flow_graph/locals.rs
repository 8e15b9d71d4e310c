//! Reads of locals that may be unbound must check: `LOAD_FAST` becomes `LOAD_FAST_CHECK`.

use super::{BlockId, Graph};
use crate::opcode::Opcode;

/// Only so many locals are followed from block to block; the others within one block only.
const FOLLOWED: u32 = 64;

/// The blocks still to be looked at, and which locals may be unbound when each begins.
struct Search {
    masks: Vec<u64>,
    waiting: Vec<bool>,
    stack: Vec<BlockId>,
}

impl Search {
    fn reach(&mut self, block: BlockId, mask: u64) {
        let both = self.masks[block] | mask;
        if self.masks[block] != both {
            self.masks[block] = both;
            if !self.waiting[block] {
                self.waiting[block] = true;
                self.stack.push(block);
            }
        }
    }
}

impl Graph {
    pub(super) fn check_unbound_locals(&mut self, locals: u32, parameters: u32) {
        if locals == 0 {
            return;
        }
        if locals > FOLLOWED {
            self.check_other_locals(locals);
        }
        let count = self.blocks.len();
        let mut search = Search { masks: vec![0; count], waiting: vec![false; count], stack: Vec::new() };
        let start = (parameters..locals.min(FOLLOWED)).fold(0, |mask, local| mask | 1u64 << local);
        search.reach(self.entry, start);
        for id in self.order() {
            self.check_block(id, &mut search);
        }
        while let Some(id) = search.stack.pop() {
            search.waiting[id] = false;
            self.check_block(id, &mut search);
        }
    }

    fn check_block(&mut self, id: BlockId, search: &mut Search) {
        let mut unsafe_mask = search.masks[id];
        for instruction in &mut self.blocks[id].instructions {
            if let Some(handler) = instruction.handler {
                search.reach(handler, unsafe_mask);
            }
            if instruction.argument >= FOLLOWED {
                continue;
            }
            let bit = 1u64 << instruction.argument;
            match instruction.opcode {
                Opcode::DeleteFast | Opcode::LoadFastAndClear | Opcode::StoreFastMaybeNull => unsafe_mask |= bit,
                Opcode::StoreFast | Opcode::LoadFastCheck => unsafe_mask &= !bit,
                Opcode::LoadFast => {
                    if unsafe_mask & bit != 0 {
                        instruction.opcode = Opcode::LoadFastCheck;
                    }
                    unsafe_mask &= !bit;
                }
                _ => {}
            }
        }
        let block = &self.blocks[id];
        if let Some(next) = block.next.filter(|_| block.falls_through()) {
            search.reach(next, unsafe_mask);
        }
        if let Some(target) = block.last().filter(|last| last.opcode.is_jump()).and_then(|last| last.target) {
            search.reach(target, unsafe_mask);
        }
    }

    /// Locals beyond the first 64 count as bound only after a read or write in the same block.
    fn check_other_locals(&mut self, locals: u32) {
        let mut bound_in = vec![0; (locals - FOLLOWED) as usize];
        for (number, id) in (1..).zip(self.order()) {
            for instruction in &mut self.blocks[id].instructions {
                let Some(local) = instruction.argument.checked_sub(FOLLOWED) else { continue };
                let Some(state) = bound_in.get_mut(local as usize) else { continue };
                match instruction.opcode {
                    Opcode::DeleteFast | Opcode::LoadFastAndClear | Opcode::StoreFastMaybeNull => *state = number - 1,
                    Opcode::StoreFast => *state = number,
                    Opcode::LoadFast => {
                        if *state != number {
                            instruction.opcode = Opcode::LoadFastCheck;
                        }
                        *state = number;
                    }
                    _ => {}
                }
            }
        }
    }
}
