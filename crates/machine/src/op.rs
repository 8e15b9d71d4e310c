//! The instructions, by kind of syntax. [`OPERATIONS`] finds one by its byte.
//!
//! To add one: write a function `fn(&mut Machine, u32) -> Outcome<Next>` in the file of its kind and name it in that file's
//! `TABLE`.

mod adaptive;
pub(crate) mod arithmetic;
mod asynchronous;
pub(crate) mod attribute;
pub(crate) mod call;
mod cell;
mod class_body;
pub(crate) mod compare;
mod container;
mod exception;
mod exception_group;
pub(crate) mod flow;
mod format;
pub(crate) mod function;
mod generator;
mod import;
pub(crate) mod iterate;
pub(crate) mod line;
pub(crate) mod local;
pub(crate) mod name;
mod pattern;
pub(crate) mod quick;
pub(crate) mod stack;
pub(crate) mod subscript;
mod unpack;
mod with_statement;

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::Raised;

use crate::{
    eval::{Next, Operation},
    machine::{Machine, Outcome},
};

/// A row of a file's table.
pub(crate) type Row = (Opcode, Operation);

const FILES: &[&[Row]] = &[
    arithmetic::TABLE,
    asynchronous::TABLE,
    attribute::TABLE,
    call::TABLE,
    cell::TABLE,
    class_body::TABLE,
    compare::TABLE,
    container::TABLE,
    exception::TABLE,
    exception_group::TABLE,
    flow::TABLE,
    format::TABLE,
    function::TABLE,
    generator::TABLE,
    import::TABLE,
    iterate::TABLE,
    local::TABLE,
    name::TABLE,
    pattern::TABLE,
    stack::TABLE,
    subscript::TABLE,
    unpack::TABLE,
    with_statement::TABLE,
];

/// The operation of each byte of `co_code`.
pub(crate) static OPERATIONS: [Operation; 256] = operations();

/// The length in bytes of each instruction, inline caches included.
pub(crate) static WIDTHS: [u8; 256] = widths();

const fn operations() -> [Operation; 256] {
    let mut table: [Operation; 256] = [unknown; 256];
    let mut file = 0;
    while file < FILES.len() {
        let mut row = 0;
        while row < FILES[file].len() {
            table[FILES[file][row].0 as usize] = FILES[file][row].1;
            row += 1;
        }
        file += 1;
    }
    table[line::INSTRUMENTED_LINE as usize] = line::instrumented_line;
    table
}

const fn widths() -> [u8; 256] {
    let mut table = [2; 256];
    let mut file = 0;
    while file < FILES.len() {
        let mut row = 0;
        while row < FILES[file].len() {
            let opcode = FILES[file][row].0;
            table[opcode as usize] = 2 + 2 * opcode.caches() as u8;
            row += 1;
        }
        file += 1;
    }
    table
}

/// A byte that no compiler emits.
fn unknown(m: &mut Machine, _: u32) -> Outcome<Next> {
    let _: Raised = m.unsupported("this instruction");
    Err(Raised)
}
