//! What the compiler hands to the machine: code objects as CPython 3.12 makes them, and the graph of their constants.

use num_bigint::BigInt;

use crate::ast::Text;
use crate::containers::ContainerTraffic;

/// Which constant of a [`Compilation`]: two places with the same number hold one and the same object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConstantId(pub u32);

/// Which code object of a [`Compilation`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CodeId(pub u32);

/// The result of compiling one source: all its code objects and all their constants.
#[derive(Clone, Debug, Default)]
pub struct Compilation {
    /// Every constant, each object once. The order is that of first use.
    pub constants: Vec<Constant>,
    /// Every code object; inner ones come before the code that holds them.
    pub codes: Vec<Code>,
    /// The module's own code: the last of `codes`.
    pub root: CodeId,
    /// Literal constants that the parser's arena holds one more reference to while `__main__` runs,
    /// one entry per reference, in source order (`reference: refcount_constants`).
    pub arena: Vec<ConstantId>,
    /// `SyntaxWarning`s, in the order CPython gives them.
    pub warnings: Vec<Warning>,
    /// What CPython's compiler makes and drops on the way.
    pub containers: ContainerTraffic,
}

/// A `SyntaxWarning`: the source compiles, but hardly does what was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// Line from 1.
    pub line: u32,
    /// CPython's message.
    pub message: String,
}

impl Warning {
    /// The two lines CPython writes to the standard error; one where `source` has no such line.
    pub fn display(&self, filename: &str, source: &str) -> String {
        let mut text = format!("{filename}:{}: SyntaxWarning: {}\n", self.line, self.message);
        let line = source.lines().nth((self.line as usize).saturating_sub(1)).map_or("", str::trim);
        if !line.is_empty() {
            text.push_str(&format!("  {line}\n"));
        }
        text
    }
}

/// A constant by structure. Items of tuples and frozensets are constants in their own right, so sharing shows.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the names are those of Python's types")]
pub enum Constant {
    None,
    True,
    False,
    Ellipsis,
    Int(BigInt),
    Float(f64),
    Complex { real: f64, imaginary: f64 },
    Str(Text),
    Bytes(Vec<u8>),
    Tuple(Vec<ConstantId>),
    FrozenSet(Vec<ConstantId>),
    Code(CodeId),
}

/// One code object. Field names are those of `code` in CPython's documentation, less the `co_`.
#[derive(Clone, Debug, Default)]
pub struct Code {
    /// `co_name`.
    pub name: String,
    /// `co_qualname`.
    pub qualname: String,
    /// `co_filename`.
    pub filename: String,
    /// `co_flags`.
    pub flags: u32,
    /// `co_argcount`: positional parameters, the positional-only ones included.
    pub argcount: u32,
    /// `co_posonlyargcount`.
    pub posonlyargcount: u32,
    /// `co_kwonlyargcount`.
    pub kwonlyargcount: u32,
    /// `co_stacksize`, in words.
    pub stacksize: u32,
    /// `co_firstlineno`.
    pub firstlineno: u32,
    /// `co_code`: two bytes an instruction, inline caches included (as zeros).
    pub code: Vec<u8>,
    /// `co_consts`.
    pub consts: Vec<ConstantId>,
    /// `co_names`.
    pub names: Vec<String>,
    /// Local, cell and free variables in slot order (`co_localsplusnames`).
    pub localsplus: Vec<LocalVariable>,
    /// `co_linetable`.
    pub linetable: Vec<u8>,
    /// `co_exceptiontable`.
    pub exceptiontable: Vec<u8>,
    /// The objects that hold some of the above.
    pub parts: Parts,
}

/// Tuples and bytes of a code object. Equal ones are one object throughout a compilation, and one with an equal
/// constant of the program (`_PyCompile_ConstCacheMergeOne`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// `co_consts`.
    pub consts: ConstantId,
    /// `co_names`.
    pub names: ConstantId,
    /// `co_localsplusnames`.
    pub localsplusnames: ConstantId,
    /// `co_linetable`.
    pub linetable: ConstantId,
    /// `co_exceptiontable`.
    pub exceptiontable: ConstantId,
}

/// One slot of a frame's `localsplus`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalVariable {
    /// Its name.
    pub name: String,
    /// `CO_FAST_LOCAL` 0x20, `CO_FAST_CELL` 0x40, `CO_FAST_FREE` 0x80, `CO_FAST_HIDDEN` 0x10, or combined.
    pub kind: u8,
}
