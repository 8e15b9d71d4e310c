//! From a unit's instructions to its code object (`Python/assemble.c`).

mod line_table;

use crate::code::{Code, ConstantId, LocalVariable, Parts};
use crate::constants::Constants;
use crate::diagnostic::Diagnostic;
use crate::exception_table;
use crate::flow_graph::{Facts, Graph, Instruction};
use crate::generate::unit::Unit;
use crate::opcode::{EXTENDED_ARG, Opcode};

/// Kinds of `localsplus` slots (`Include/internal/pycore_code.h`).
pub(crate) mod locals {
    /// A fast local that only an inlined comprehension sees.
    pub(crate) const HIDDEN: u8 = 0x10;
    /// A local.
    pub(crate) const LOCAL: u8 = 0x20;
    /// A variable inner functions use.
    pub(crate) const CELL: u8 = 0x40;
    /// A variable of an outer function.
    pub(crate) const FREE: u8 = 0x80;
}

/// `CO_GENERATOR`, `CO_COROUTINE`, `CO_ASYNC_GENERATOR`.
const GENERATOR_FLAGS: u32 = 0x20 | 0x80 | 0x200;

/// The code object of `unit`.
pub(crate) fn assemble(unit: Unit, flags: u32, filename: &str, constants: &mut Constants) -> Result<Code, Diagnostic> {
    let mut unit = unit;
    let consts_list = constants.traffic().list();
    let mut graph = Graph::new(&unit.sequence);
    let mut consts = std::mem::take(&mut unit.consts);
    graph.optimize(&mut Facts {
        consts: &mut consts,
        constants,
        locals: unit.varnames.len(),
        parameters: unit.parameters,
        firstlineno: unit.firstlineno,
    });
    let is_generator = flags & GENERATOR_FLAGS != 0;
    graph.place_cells(&unit, is_generator);
    let stacksize = graph.stack_depth(is_generator);
    graph.remove_pseudo_operations();
    graph.resolve_jumps();
    let firstlineno = u32::try_from(unit.firstlineno).unwrap_or(0);
    let blocks: Vec<_> = graph.order().into_iter().map(|id| &graph.blocks[id]).collect();
    let instructions: Vec<Instruction> = blocks.iter().flat_map(|block| block.instructions.iter().copied()).collect();
    let localsplus = local_variables(&unit);
    let linetable = line_table::line_table(&instructions, unit.firstlineno);
    let exceptiontable = exceptions(&graph, &instructions);
    let names: Vec<String> = unit.names.names().iter().map(|name| name.to_string()).collect();
    let code = bytes(&instructions);
    let parts = parts(constants, &code, &exceptiontable, &linetable, &names, &mut consts, &localsplus);
    drop(consts_list);
    Ok(Code {
        flags,
        filename: filename.to_owned(),
        argcount: unit.posonlyargcount + unit.argcount,
        posonlyargcount: unit.posonlyargcount,
        kwonlyargcount: unit.kwonlyargcount,
        stacksize: u32::try_from(stacksize).unwrap_or(0),
        firstlineno,
        code,
        consts,
        names,
        localsplus,
        linetable,
        exceptiontable,
        parts,
        name: unit.name,
        qualname: unit.qualname,
    })
}

/// The objects of a code object, in the order CPython makes them.
fn parts(
    constants: &mut Constants,
    code: &[u8],
    exceptiontable: &[u8],
    linetable: &[u8],
    names: &[String],
    consts: &mut Vec<ConstantId>,
    localsplus: &[LocalVariable],
) -> Parts {
    let exceptiontable = constants.bytes(exceptiontable);
    let linetable = constants.bytes(linetable);
    // The code object copies it, but the cache of constants keeps it for a while.
    constants.bytes(code);
    let names = constants.names(names.iter().map(String::as_str));
    let before = constants.len();
    let tuple = constants.consts(consts);
    let is_new = tuple.0 as usize >= before;
    let localsplusnames = constants.names(localsplus.iter().map(|variable| variable.name.as_str()));
    if is_new {
        constants.intern_all(tuple, consts);
    }
    Parts { consts: tuple, names, localsplusnames, linetable, exceptiontable }
}

/// `co_code`.
fn bytes(instructions: &[Instruction]) -> Vec<u8> {
    let mut code = Vec::with_capacity(instructions.len() * 4);
    for instruction in instructions {
        let [low, second, third, high] = instruction.argument.to_le_bytes();
        let prefixes = [(high, 0xFF_FFFF), (third, 0xFFFF), (second, 0xFF)];
        for (byte, most) in prefixes {
            if instruction.argument > most {
                code.extend([EXTENDED_ARG, byte]);
            }
        }
        code.extend([instruction.opcode as u8, low]);
        code.resize(code.len() + 2 * instruction.opcode.caches(), Opcode::Cache as u8);
    }
    code
}

/// Local, cell and free variables in slot order; a local that is a cell has one slot.
fn local_variables(unit: &Unit) -> Vec<LocalVariable> {
    let mut variables = Vec::new();
    for name in unit.varnames.names() {
        let hidden = if unit.fast_hidden.contains_key(name) { locals::HIDDEN } else { 0 };
        let cell = if unit.cellvars.get(name).is_some() { locals::CELL } else { 0 };
        variables.push(LocalVariable { name: name.to_string(), kind: locals::LOCAL | hidden | cell });
    }
    for name in unit.cellvars.names().iter().filter(|name| unit.varnames.get(name).is_none()) {
        variables.push(LocalVariable { name: name.to_string(), kind: locals::CELL });
    }
    for name in unit.freevars.names() {
        variables.push(LocalVariable { name: name.to_string(), kind: locals::FREE });
    }
    variables
}

/// `co_exceptiontable`: one entry for each run of instructions under one handler.
fn exceptions(graph: &Graph, instructions: &[Instruction]) -> Vec<u8> {
    let mut table = Vec::new();
    let mut offset = 0;
    let mut start = 0;
    let mut current: Option<usize> = None;
    let place = |handler: Option<usize>| handler.map(|id| graph.blocks[id].offset);
    let mut finish = |handler: Option<usize>, start: u32, end: u32| {
        let Some(block) = handler.map(|id| &graph.blocks[id]) else { return };
        let lasti = block.preserve_lasti;
        let depth = u32::try_from(block.start_depth - 1 - i32::from(lasti)).unwrap_or(0);
        let entry = exception_table::Entry { start, end, target: block.offset, depth, lasti };
        exception_table::write(&mut table, entry);
    };
    for instruction in instructions {
        if place(instruction.handler) != place(current) {
            finish(current, start, offset);
            start = offset;
            current = instruction.handler;
        }
        offset += crate::flow_graph::size(instruction);
    }
    finish(current, start, offset);
    table
}
