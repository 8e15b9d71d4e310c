//! Python source in, CPython 3.12's code objects out. The only crate that names the parser.
//!
//! ```text
//! source -> prescan -> parse -> ast -> fold -> symbols -> generate -> flow graph -> assemble -> Compilation
//! ```

pub mod ast;
pub mod code;
pub mod diagnostic;
pub mod exception_table;
pub mod lines;
mod diagnose;
pub mod opcode;
pub mod parse;
mod prescan;

pub use code::{Code, CodeId, Compilation, Constant, ConstantId, LocalVariable};
pub use diagnostic::{Diagnostic, DiagnosticKind};

/// What is compiled: a file, a statement at the prompt, or an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// `exec`.
    File,
    /// `single`.
    Prompt,
    /// `eval`.
    Expression,
}
