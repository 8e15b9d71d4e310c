//! The whole machine in one struct: a snapshot is its memory and its registers, nothing else (decision D2).

use std::rc::Rc;

use heapglass_compiler::Compilation;
use heapglass_heap::{Address, Heap, Raised};

use crate::{code_table::CodeTable, import::ModuleFinder, limits::{Limit, Limits}, module::regex::ReadyPatterns, trace_function::Tracing, types::lookup_cache::LookupCache, watch::Watch};

/// What a Python-level operation comes to: a value, or an exception set in the thread state.
pub type Outcome<T = Address> = Result<T, Raised>;

/// Everything a processor would keep outside memory. Small, copied at every checkpoint.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Registers {
    /// Steps made: instructions executed plus phases of collections.
    pub step: u64,
    /// The running frame (`_PyInterpreterFrame`); null when nothing runs.
    pub frame: Address,
    /// The next instruction: an address inside the running code object.
    pub instruction: Address,
    /// One past the top of the running frame's value stack.
    pub stack: Address,
    /// How many evaluation loops are nested in native code; 0 outside, 1 in the program's own loop.
    pub nesting: u32,
    /// Python frames that are active.
    pub depth: u32,
    /// `sys.getrecursionlimit()`: a program may change it.
    pub recursion_limit: u32,
    /// `sys.get_int_max_str_digits()`: a program may change it; 0 is no limit.
    pub int_max_str_digits: u32,
    /// `sys.getswitchinterval()` in microseconds.
    pub switch_interval: u32,
    /// Native functions that may call back, nested (comparison, `repr`, …): guards the host's stack.
    pub native: u32,
    /// Native iterators that ask each other for an item (`map` over `map`), nested: guards the host's stack as well.
    pub iterators: u32,
    /// Steps that children of the program have made (`subprocess`).
    pub children: u64,
    /// Bytes written to standard output so far; the text itself is kept beside the machine and cut back on restore.
    pub output: u64,
    /// The same for standard error.
    pub errors: u64,
    /// The names of the next call's keyword arguments (a tuple of the running code's constants, borrowed), or null.
    pub keyword_names: Address,
    /// The exception about to be unwound was raised before: this frame adds no traceback entry. Only set within a step.
    pub reraised: bool,
    /// Whether the program has set a trace or profile function.
    pub tracing: Tracing,
    /// Nanoseconds of the virtual clock beside those that each step takes; see [`Machine::now`].
    pub clock: u64,
    /// Whether a profiler is told of calls or lines ([`crate::module::lsprof`]).
    pub profiling: bool,
    /// Lines of scripted input consumed.
    pub input: u64,
    /// Code objects entered into the code table so far.
    pub codes: u64,
    /// The birth number given out last before the program began: what is younger is the program's.
    pub first_birth: u32,
    /// The number a C slot returned last; see [`Machine::scalar`].
    pub scalar: i64,
    /// The number of the thread that runs (`threading.get_ident()`).
    pub thread: u64,
    /// How many locks are held.
    pub locks: u64,
    /// How the program ended, once it has.
    pub ending: Option<Ending>,
}

/// How a program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It ran to its end, or left by `SystemExit`; the exit status.
    Finished(i32),
    /// A limit was reached.
    Limit(Limit),
    /// It wants a line of input that nobody has given yet. Not an end for good: see [`MoreInput::Wait`].
    Waiting,
    /// It met a construct or builtin that is not supported yet: what, and its line.
    Unsupported(String, u32),
}

impl Ending {
    /// Why the program could not go on, if it could not.
    pub fn complaint(&self) -> Option<String> {
        match self {
            Self::Limit(limit) => Some(limit.words()),
            Self::Unsupported(what, line) => Some(heapglass_words::limits::unsupported(what, &line.to_string())),
            Self::Finished(_) | Self::Waiting => None,
        }
    }
}

/// What happens when a program wants a line of input and all have been read.
#[derive(Clone, Copy, Debug, Default)]
pub enum MoreInput {
    /// There are no more: the end of the file.
    #[default]
    Ended,
    /// The machine stops in the middle of the call, with [`Ending::Waiting`]; whoever has an answer restores a checkpoint.
    Wait,
    /// This function is asked; `None` is the end of the file.
    Ask(fn(&Machine) -> Option<String>),
}

/// A simulated CPython.
#[derive(Debug)]
pub struct Machine {
    /// Memory and allocator, objects, counts, collector.
    pub heap: Heap,
    /// The registers.
    pub registers: Registers,
    /// Immutable facts about code objects, found by the index each code object carries in its bytes.
    pub codes: CodeTable,
    /// Standard output so far.
    pub output: Vec<u8>,
    /// Standard error so far.
    pub errors: Vec<u8>,
    /// Lines that `input()` will read.
    pub input: Vec<String>,
    /// Where further lines come from once those are read.
    pub more_input: MoreInput,
    /// What was found in classes before.
    pub lookups: LookupCache,
    /// Patterns that were read before.
    pub ready_patterns: ReadyPatterns,
    /// Statements still to be typed at the prompt, the next one last.
    pub prompt: Vec<Rc<Compilation>>,
    /// Where modules are looked for.
    pub finder: ModuleFinder,
    /// Named limits.
    pub limits: Limits,
    /// Who looks on.
    pub watch: Watch,
}

/// Stands for [`Registers::scalar`] where a native slot returns a number that is no object.
pub(crate) const SCALAR: Address = Address::new(8);

impl Machine {
    /// The result of a native `__len__` or `__hash__`: C functions return a plain number, of which only a caller that asks by
    /// name makes an int.
    #[inline]
    pub(crate) fn scalar(&mut self, value: i64) -> Outcome {
        self.registers.scalar = value;
        Ok(SCALAR)
    }

    /// An int of a number that a native slot returned; other results stay what they are.
    #[inline]
    pub(crate) fn boxed(&mut self, result: Address) -> Address {
        if result == SCALAR { self.heap.new_int_ssize(self.registers.scalar) } else { result }
    }

    /// One more reference to `object`, which is returned for convenience.
    #[inline]
    pub fn incref(&mut self, object: Address) -> Address {
        self.heap.incref(object);
        object
    }

    /// One reference less; the object dies with its last.
    #[inline]
    pub fn decref(&mut self, object: Address) {
        heapglass_heap::refcount::decref(self, object);
    }

    /// As [`Machine::decref`], but null is allowed.
    #[inline]
    pub fn xdecref(&mut self, object: Address) {
        if !object.is_null() {
            self.decref(object);
        }
    }
}
