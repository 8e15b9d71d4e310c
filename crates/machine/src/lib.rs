//! A CPython 3.12.1 that runs on simulated memory, can stop at any instruction, and remembers every step.

mod call;
pub mod code_table;
pub mod format;
mod host;
pub mod limits;
pub mod machine;
pub mod method;
pub mod native;
pub mod picture;
pub mod protocol;
mod raise;
mod stack;
pub mod text;
pub mod thread_state;
pub mod types;
pub mod watch;

pub use heapglass_heap as heap;
pub use machine::{Ending, Machine, Outcome, Registers};
