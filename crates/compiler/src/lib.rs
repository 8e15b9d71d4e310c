//! Python source in, CPython 3.12's code objects out. The only crate that names the parser.
//!
//! ```text
//! source -> prescan -> parse -> ast -> fold -> symbols -> generate -> flow graph -> assemble -> Compilation
//! ```

mod arena;
mod assemble;
pub mod ast;
/// Characters: their names and normalization forms, which the parser needs too.
pub mod characters {
    pub use unicode_names2::{character, name};
    pub use unicode_normalization::{Form, combining_class, normalize};
}
pub mod code;
mod constants;
pub mod containers;
mod diagnose;
pub mod diagnostic;
pub mod exception_table;
pub mod facts;
mod flow_graph;
mod fold;
mod future;
mod generate;
pub mod lines;
mod interning;
mod location;
pub mod opcode;
pub mod parse;
mod prescan;
mod symbols;
mod token_warning;

pub use code::{Code, CodeId, Compilation, Constant, ConstantId, LocalVariable, Parts, Warning};
pub use diagnostic::{Diagnostic, DiagnosticKind};
use constants::Constants;
use containers::cache::Cache;
use containers::traffic::{Event, Traffic};
use interning::Interned;

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

/// Compiles `source` as CPython 3.12.1 does.
///
/// # Errors
/// The first thing CPython would refuse, in its words; or what this compiler does not know yet.
pub fn compile(source: &str, filename: &str, mode: Mode) -> Result<Compilation, Diagnostic> {
    let module = parse::parse(source, mode)?;
    let scan = prescan::scan(source, mode)?;
    let mut compilation = compile_tree(&module, filename, Interned::by_parser(source, &scan))?;
    compilation.warnings.splice(0..0, token_warning::warnings(source, &scan));
    Ok(compilation)
}

/// Whether the parser would take `source`; what only the later phases refuse, as `return` outside of a function, is not asked.
///
/// # Errors
/// As [`compile`].
pub fn check(source: &str, mode: Mode) -> Result<(), Diagnostic> {
    parse::parse(source, mode)?;
    prescan::scan(source, mode)?;
    Ok(())
}

/// Whether it is the tokenizer that finds this wrong, which knows the line without its end.
#[must_use]
pub fn is_of_tokenizer(diagnostic: &Diagnostic, source: &str, mode: Mode) -> bool {
    // Two that the tokenizer tells with the line's end, one where it has read on.
    let with_end = ["unexpected EOF while parsing", "unexpected character after line continuation character"];
    if diagnostic.message.ends_with(" was never closed") && (diagnostic.line as usize) < source.lines().count() {
        return true;
    }
    diagnostic.kind == DiagnosticKind::Syntax
        && !with_end.contains(&diagnostic.message.as_str())
        && match prescan::scan(source, mode) {
            Ok(scan) => scan.stop.is_some_and(|stop| stop.error.message == diagnostic.message),
            Err(found) => found.message == diagnostic.message,
        }
}

/// Compiles a tree, e.g. one statement typed at the prompt.
///
/// # Errors
/// As [`compile`].
pub fn compile_module(module: &ast::Module, filename: &str) -> Result<Compilation, Diagnostic> {
    compile_tree(module, filename, Interned::default())
}

fn compile_tree(module: &ast::Module, filename: &str, interned: Interned) -> Result<Compilation, Diagnostic> {
    let mut module = module.clone();
    let traffic = Traffic::default();
    // The list of what the parser's arena owns; it lives as long as the program runs.
    traffic.make(Event::List);
    let cache = Cache::new(&traffic);
    let found_in = |stage: DiagnosticKind| {
        move |diagnostic: Diagnostic| match diagnostic.kind {
            DiagnosticKind::Syntax => Diagnostic { kind: stage, ..diagnostic },
            _ => diagnostic,
        }
    };
    let features = future::features(&module).map_err(found_in(DiagnosticKind::Names))?;
    let literals = fold::fold(&mut module, features, &traffic);
    let symbols = symbols::build(&module, features, &traffic).map_err(found_in(DiagnosticKind::Names))?;
    generate::generate(&module, filename, features, symbols, &literals, Constants::new(interned, &traffic, cache))
        .map_err(found_in(DiagnosticKind::Code))
}

/// Address and length of the tables of characters, for who brings them late.
pub fn late_blocks() -> impl Iterator<Item = (usize, usize)> {
    unicode_names2::late_blocks().chain(unicode_normalization::late_blocks())
}
