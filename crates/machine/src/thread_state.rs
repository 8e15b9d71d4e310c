//! The thread state: a few words of the data segment that say what the interpreter is busy with.
//!
//! In CPython these are fields of `PyThreadState` and `PyInterpreterState`. Every word that holds a reference owns it,
//! except [`MAIN_DICT`] and [`EXC_INFO`]; that one points at an `_PyErr_StackItem`: the one here, or one inside a generator.

use heapglass_heap::{Address, runtime};

use crate::machine::Machine;

/// The exception being raised, or null.
pub const CURRENT_EXCEPTION: Address = runtime::CURRENT_EXCEPTION;
/// The top of the stack of exceptions being handled.
pub const EXC_INFO: Address = runtime::EXC_INFO;
/// The lowest item of that stack: the exception, or null, then the item below, always null.
pub const BASE_EXC_ITEM: Address = runtime::EXC_STATE;
/// `sys.modules`.
pub const MODULES: Address = runtime::MODULES;
/// The `builtins` module's dict.
pub const BUILTINS: Address = runtime::BUILTINS;
/// The `sys` module's dict.
pub const SYS_DICT: Address = runtime::SYS_DICT;
/// The list that stands for the parser's arena: it holds the program's literal constants while `__main__` runs.
pub const ARENA: Address = runtime::THREAD_REFERENCES;
/// A function around the program's code, which is what its frame belongs to.
pub const MAIN_FUNCTION: Address = Address::new(runtime::THREAD_REFERENCES.raw() + 8);
/// The library module being imported, while CPython's way of importing it is followed.
pub const IMPORTED: Address = Address::new(runtime::THREAD_REFERENCES.raw() + 16);
/// The code object of the program while it runs.
pub const MAIN_CODE: Address = Address::new(runtime::THREAD_REFERENCES.raw() + 32);
/// The `__main__` module, as the code that runs the program holds it.
pub const MAIN_MODULE: Address = Address::new(runtime::THREAD_REFERENCES.raw() + 40);
/// The `__main__` module's dict, borrowed from the module.
pub const MAIN_DICT: Address = runtime::THREAD_WORDS;
/// The thread's own dict (`PyThreadState_GetDict`), or null. Its list `Py_Repr` has the objects whose `repr` is under way.
pub const THREAD_DICT: Address = Address::new(runtime::THREAD_REFERENCES.raw() + 24);
/// A copy of the dict of `sys` from the time when it had functions only: another interpreter would start from it.
pub const SYS_COPY: Address = Address::new(runtime::THREAD_REFERENCES.raw() + 56);
/// A copy of the dict of `builtins` as it was at start-up; what a program has added to it goes at the end.
pub const BUILTINS_COPY: Address = Address::new(runtime::THREAD_REFERENCES.raw() + 48);
/// Whether modules are being taken down: nothing can be imported any more, and source lines are not found.
pub const FINALIZING: Address = Address::new(runtime::THREAD_WORDS.raw() + 8);
/// The profiler that is told of calls (`c_profileobj`), or null.
pub const PROFILER: Address = Address::new(runtime::THREAD_REFERENCES.raw() + 160);
/// The profiler that is told of lines (`c_traceobj`), or null.
pub const LINE_PROFILER: Address = Address::new(runtime::THREAD_REFERENCES.raw() + 168);
/// What the program drew last ([`crate::module::objgraph`]): a str, or null.
pub const DRAWING: Address = Address::new(runtime::THREAD_REFERENCES.raw() + 176);

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
