//! A CPython 3.12.1 that runs on simulated memory, can stop at any instruction, and remembers every step.

mod audit;
pub mod builtin;
mod call;
mod code_object;
pub mod code_table;
pub mod decimal;
mod dynamic;
mod eval;
mod exception;
pub mod file;
mod foreign;
pub mod format;
pub mod frame;
mod generator;
mod host;
pub mod import;
pub mod limits;
pub mod line_event;
pub mod line_row;
pub mod machine;
pub mod method;
pub mod module;
pub mod native;
mod op;
pub mod picture;
pub mod predict;
pub mod protocol;
mod raise;
mod regex;
mod run;
mod session;
mod stack;
pub mod text;
pub mod thread_state;
pub mod timeline;
pub mod trace_function;
mod traceback;
pub mod types;
mod unwind;
pub mod view;
pub mod watch;

pub use heapglass_heap as heap;
pub use heapglass_late::bring_with;
pub use machine::{Ending, Machine, MoreInput, Outcome, Registers};
pub use session::{Session, World};

/// Address and length of all data that the machine can do without at first, for who brings it late.
pub fn late_blocks() -> impl Iterator<Item = (usize, usize)> {
    module::library::late_blocks().chain(import::late_blocks()).chain(heapglass_compiler::late_blocks())
}
