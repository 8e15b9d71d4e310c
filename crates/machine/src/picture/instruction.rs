//! The instruction that runs next, as `dis` shows it.

use heapglass_compiler::opcode::Opcode;

use super::Instruction;
use crate::machine::Machine;

/// The instruction at the instruction pointer, its prefixes folded in.
pub(super) fn instruction(machine: &Machine) -> Option<Instruction> {
    let code = machine.frame_code(machine.registers.frame.non_null()?);
    let facts = machine.code_facts(code)?;
    let bytes = &facts.code.code;
    let offset = machine.registers.instruction.raw().checked_sub(machine.code_start(code).raw())?;
    let mut at = usize::try_from(offset).ok()?;
    let mut argument = 0_u32;
    loop {
        let opcode = Opcode::from_byte(*bytes.get(at)?)?;
        argument = argument << 8 | u32::from(*bytes.get(at + 1)?);
        if opcode != Opcode::ExtendedArg {
            let words = if opcode.has_argument() { words(machine, &facts.code, opcode, argument) } else { String::new() };
            return Some(Instruction { offset: offset as u32, name: opcode.name().to_string(), argument: words });
        }
        at += 2;
    }
}

/// The argument in words: the name or constant it stands for, where it stands for one.
fn words(machine: &Machine, code: &heapglass_compiler::Code, opcode: Opcode, argument: u32) -> String {
    let name = |index: u32| code.names.get(index as usize).cloned();
    let local = |index: u32| code.localsplus.get(index as usize).map(|variable| variable.name.clone());
    let found = match opcode {
        Opcode::LoadName | Opcode::StoreName | Opcode::DeleteName | Opcode::StoreGlobal | Opcode::DeleteGlobal => name(argument),
        Opcode::StoreAttr | Opcode::DeleteAttr | Opcode::ImportName | Opcode::ImportFrom => name(argument),
        Opcode::LoadGlobal | Opcode::LoadAttr => name(argument >> 1),
        Opcode::LoadSuperAttr => name(argument >> 2),
        Opcode::LoadFast | Opcode::StoreFast | Opcode::DeleteFast | Opcode::LoadFastCheck | Opcode::LoadFastAndClear => local(argument),
        Opcode::LoadDeref | Opcode::StoreDeref | Opcode::DeleteDeref | Opcode::MakeCell | Opcode::LoadClosure => local(argument),
        Opcode::LoadConst | Opcode::ReturnConst => constant(machine, argument),
        _ => None,
    };
    found.unwrap_or_else(|| argument.to_string())
}

fn constant(machine: &Machine, index: u32) -> Option<String> {
    let code = machine.frame_code(machine.registers.frame);
    let constants = machine.heap.memory.address(code.plus(heapglass_heap::object::code::CONSTS));
    let held = (u64::from(index) < machine.heap.tuple_len(constants)).then(|| machine.heap.tuple_item(constants, u64::from(index)))?;
    Some(machine.atom_repr(held).unwrap_or_else(|| machine.short_type_name(held)))
}
