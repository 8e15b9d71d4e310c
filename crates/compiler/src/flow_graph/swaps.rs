//! Runs of `SWAP`: as few as possible, and none where exchanging instructions does as well.

use super::{Block, BlockId, Graph};
use crate::opcode::Opcode;

impl Graph {
    /// Replaces a run of swaps that begins at `start` by the shortest with the same effect; returns its end.
    pub(super) fn shorten_swaps(&mut self, id: BlockId, start: usize) -> usize {
        let instructions = &mut self.blocks[id].instructions;
        let is_run = |opcode| matches!(opcode, Opcode::Swap | Opcode::Nop);
        let length = instructions[start..].iter().take_while(|instruction| is_run(instruction.opcode)).count();
        let run = &mut instructions[start..start + length];
        let swaps: Vec<usize> =
            run.iter().filter(|swap| swap.opcode == Opcode::Swap).map(|swap| swap.argument as usize).collect();
        if swaps.len() < 2 {
            return start;
        }
        // What lies where after the whole run.
        let mut stack: Vec<Option<usize>> = (0..swaps.iter().copied().max().unwrap_or(0)).map(Some).collect();
        for swap in swaps {
            stack.swap(0, swap - 1);
        }
        let mut free = length;
        for item in 0..stack.len() {
            if stack[item].is_none_or(|place| place == item) {
                continue;
            }
            // Each cycle of misplaced items is resolved through the top of the stack.
            let mut at = item;
            loop {
                if at != 0 {
                    free -= 1;
                    run[free].opcode = Opcode::Swap;
                    run[free].argument = u32::try_from(at + 1).unwrap_or(u32::MAX);
                }
                let Some(next) = stack[at].take() else { break };
                at = next;
            }
        }
        for unused in &mut run[..free] {
            unused.clear();
        }
        start + length - 1
    }

    /// `SWAP 2, POP_TOP, STORE_FAST` is `STORE_FAST, POP_TOP` (`apply_static_swaps`).
    pub(super) fn apply_swaps(&mut self, id: BlockId, last: usize) {
        let block = &mut self.blocks[id];
        for index in (0..=last).rev() {
            let swap = block.instructions[index];
            if swap.opcode != Opcode::Swap {
                if swap.opcode == Opcode::Nop || is_swappable(swap.opcode) {
                    continue;
                }
                return;
            }
            let Some(first) = next_swappable(block, index, None) else { return };
            let line = block.instructions[first].location.line;
            let mut second = first;
            for _ in 1..swap.argument {
                match next_swappable(block, second, Some(line)) {
                    Some(found) => second = found,
                    None => return,
                }
            }
            let (one, other) = (stored_by(block, first), stored_by(block, second));
            if one.is_some() || other.is_some() {
                if one == other {
                    return;
                }
                for between in first + 1..second {
                    let stored = stored_by(block, between);
                    if stored.is_some() && (stored == one || stored == other) {
                        return;
                    }
                }
            }
            block.instructions[index].clear();
            block.instructions.swap(first, second);
        }
    }
}

/// Takes only the top of the stack, raises nothing, runs nothing but finalizers.
fn is_swappable(opcode: Opcode) -> bool {
    matches!(opcode, Opcode::StoreFast | Opcode::StoreFastMaybeNull | Opcode::PopTop)
}

fn stored_by(block: &Block, index: usize) -> Option<u32> {
    let instruction = &block.instructions[index];
    let stores = matches!(instruction.opcode, Opcode::StoreFast | Opcode::StoreFastMaybeNull);
    stores.then_some(instruction.argument)
}

fn next_swappable(block: &Block, index: usize, line: Option<i32>) -> Option<usize> {
    for (at, instruction) in block.instructions.iter().enumerate().skip(index + 1) {
        if line.is_some_and(|line| line >= 0 && instruction.location.line != line) {
            return None;
        }
        if instruction.opcode == Opcode::Nop {
            continue;
        }
        return is_swappable(instruction.opcode).then_some(at);
    }
    None
}
