//! Why a source does not compile, in the words CPython uses.

/// A `SyntaxError` (or one of its kin) before the program runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which exception CPython raises.
    pub kind: DiagnosticKind,
    /// CPython's message, as in `SyntaxError.msg`.
    pub message: String,
    /// Line from 1.
    pub line: u32,
    /// Column from 1, in characters; 0 if unknown.
    pub column: u32,
    /// Last line; 0 if unknown.
    pub end_line: u32,
    /// Column after the end, from 1, in characters; 0 or [`Diagnostic::NO_COLUMN`] if unknown.
    pub end_column: u32,
}

impl Diagnostic {
    /// The end of a token that has no columns: CPython's −1.
    pub const NO_COLUMN: u32 = u32::MAX;
}

/// The exception a source that does not compile raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiagnosticKind {
    /// `SyntaxError`.
    Syntax,
    /// `SyntaxError` found where names are resolved (`symtable.c`, `future.c`): raised with nothing but its message.
    Names,
    /// `SyntaxError` found where code is made (`compile.c`), which knows a line only if its file can be read.
    Code,
    /// `IndentationError`.
    Indentation,
    /// `TabError`.
    Tab,
    /// `ValueError`, e.g. for a null byte.
    Value,
    /// `OverflowError` and `RecursionError` and `MemoryError` of the compiler: too deep or too large.
    TooDeep,
    /// Valid Python which this version of Heapglass does not run yet; the message names it.
    Unsupported,
}
