//! A CPython 3.12.1 that runs on simulated memory, can stop at any instruction, and remembers every step.

mod audit;
pub mod builtin;
mod call;
mod code_object;
pub mod code_table;
mod eval;
mod exception;
pub mod format;
pub mod frame;
mod generator;
mod host;
mod import;
pub mod limits;
pub mod line_event;
pub mod machine;
pub mod method;
pub mod module;
pub mod native;
mod op;
pub mod picture;
pub mod protocol;
mod raise;
mod run;
mod session;
mod stack;
pub mod text;
pub mod thread_state;
pub mod timeline;
mod traceback;
pub mod types;
mod unwind;
pub mod view;
pub mod watch;

pub use heapglass_heap as heap;
pub use machine::{Ending, Machine, Outcome, Registers};
pub use session::Session;
