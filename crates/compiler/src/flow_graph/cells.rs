//! Cells and free variables get their slots after the locals; generators and closures get their first instructions.

use super::{Graph, Instruction};
use crate::generate::unit::Unit;
use crate::location::Location;
use crate::opcode::Opcode;

impl Graph {
    /// Numbers the slots of cells and adds the instructions every call begins with (`prepare_localsplus`).
    pub(crate) fn place_cells(&mut self, unit: &Unit, is_generator: bool) {
        let locals = unit.varnames.len();
        let cells = unit.cellvars.names();
        let frees = unit.freevars.len();
        // The slot of each cell: its own, or that of the local of the same name.
        let own = |index: usize| locals + u32::try_from(index).unwrap_or(u32::MAX);
        let mut slots: Vec<u32> = (0..cells.len() + frees as usize).map(own).collect();
        for (slot, name) in slots.iter_mut().zip(cells) {
            if let Some(local) = unit.varnames.get(name) {
                *slot = local;
            }
        }
        self.add_prefix(unit, &slots[..cells.len()], frees, is_generator);
        let mut dropped = 0;
        for (index, slot) in slots.iter_mut().enumerate() {
            if *slot == own(index) {
                *slot -= dropped;
            } else {
                dropped += 1;
            }
        }
        for id in self.order() {
            for instruction in &mut self.blocks[id].instructions {
                if matches!(
                    instruction.opcode,
                    Opcode::MakeCell
                        | Opcode::LoadClosure
                        | Opcode::LoadDeref
                        | Opcode::StoreDeref
                        | Opcode::DeleteDeref
                        | Opcode::LoadFromDictOrDeref
                ) {
                    instruction.argument = slots[instruction.argument as usize];
                }
            }
        }
    }

    fn add_prefix(&mut self, unit: &Unit, cells: &[u32], frees: u32, is_generator: bool) {
        let mut prefix = Vec::new();
        if frees > 0 {
            prefix.push(Instruction::new(Opcode::CopyFreeVars, frees, Location::NONE));
        }
        let mut sorted: Vec<(u32, u32)> = cells.iter().copied().zip(0..).collect();
        sorted.sort_unstable();
        prefix.extend(sorted.iter().map(|&(_, cell)| Instruction::new(Opcode::MakeCell, cell, Location::NONE)));
        if is_generator {
            let place = Location { column: -1, end_column: -1, ..Location::line(unit.firstlineno) };
            prefix.push(Instruction::new(Opcode::ReturnGenerator, 0, place));
            prefix.push(Instruction::new(Opcode::PopTop, 0, Location::NONE));
        }
        self.blocks[self.entry].instructions.splice(0..0, prefix);
    }
}
