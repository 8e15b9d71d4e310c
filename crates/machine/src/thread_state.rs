//! The thread state: a few words of the data segment that say what the interpreter is busy with.
//!
//! In CPython these are fields of `PyThreadState` and `PyInterpreterState`. Every word that holds a reference owns it,
//! except [`EXC_INFO`], which points at an `_PyErr_StackItem`: the one here, or one inside a generator.

use heapglass_heap::{Address, statics};

use crate::machine::Machine;

/// Where the words begin: the upper half of the object layer's words.
const BEGIN: u64 = statics::WORDS + 128;
/// The exception being raised (`current_exception`), or null.
pub const CURRENT_EXCEPTION: Address = Address::new(BEGIN);
/// The top of the stack of exceptions being handled (`exc_info`).
pub const EXC_INFO: Address = Address::new(BEGIN + 8);
/// The lowest item of that stack: its `exc_value`, or null.
pub const BASE_EXC_VALUE: Address = Address::new(BEGIN + 16);
/// Its `previous_item`: always null.
pub const BASE_EXC_PREVIOUS: Address = Address::new(BEGIN + 24);
/// `sys.modules`.
pub const MODULES: Address = Address::new(BEGIN + 32);
/// The `builtins` module's dict.
pub const BUILTINS: Address = Address::new(BEGIN + 40);
/// The `sys` module's dict.
pub const SYS_DICT: Address = Address::new(BEGIN + 48);
/// The list that stands for the parser's arena: it holds the program's literal constants while `__main__` runs.
pub const ARENA: Address = Address::new(BEGIN + 56);
/// The code object of the program while `__main__` runs.
pub const MAIN_CODE: Address = Address::new(BEGIN + 64);
/// How deep `repr` is inside containers, and such things: a list of the objects being shown, or null (`Py_ReprEnter`).
pub const REPR_RUNNING: Address = Address::new(BEGIN + 72);
/// The `__main__` module's dict while the program runs.
pub const MAIN_DICT: Address = Address::new(BEGIN + 80);

/// The words that own a reference, with what the audit calls them.
pub const OWNERS: &[(Address, &str)] = &[
    (CURRENT_EXCEPTION, "the exception being raised"),
    (BASE_EXC_VALUE, "the exception being handled"),
    (MODULES, "sys.modules"),
    (BUILTINS, "the interpreter's builtins"),
    (SYS_DICT, "the interpreter's sys"),
    (ARENA, "the parser's arena"),
    (MAIN_CODE, "the running program"),
    (REPR_RUNNING, "the reprs in progress"),
    (MAIN_DICT, "the running program's namespace"),
];

impl Machine {
    /// Reads a word of the thread state.
    #[inline]
    pub fn thread_word(&self, word: Address) -> Address {
        self.heap.memory.address(word)
    }

    /// Writes a word of the thread state and returns what was there; counts are the caller's affair.
    #[inline]
    pub fn replace_thread_word(&mut self, word: Address, value: Address) -> Address {
        let old = self.heap.memory.address(word);
        self.heap.memory.set_address(word, value);
        old
    }
}
