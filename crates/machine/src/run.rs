//! A program from its source to its exit status.
//!
//! ```text
//! new -> start_file -> resume … resume -> (the program ends) -> exit sequence -> registers.ending
//! ```

mod finish;
mod prompt;
mod start;
mod starting_state;

use std::rc::Rc;

use heapglass_compiler::{Compilation, Diagnostic, Mode, compile};
use heapglass_heap::{Address, Heap, Raised, StaticType, profile::PYTHON_3_12};

use crate::{
    code_table::CodeTable,
    frame::Shim,
    import::ModuleFinder,
    limits::Limits,
    machine::{Machine, MoreInput, Outcome, Registers},
    thread_state::{ARENA, BASE_EXC_ITEM, EXC_INFO, MAIN_CODE, MAIN_DICT, MAIN_FUNCTION, MAIN_MODULE, MODULES, SYS_DICT},
    watch::Watch,
};

impl Machine {
    /// A machine without memory, to restore a snapshot into.
    pub fn bare(limits: Limits) -> Self {
        let mut heap = Heap::default();
        heap.byte_limit = limits.heap_bytes;
        heap.work_limit = limits.work;
        Self::with_heap(heap, limits)
    }

    /// A machine that has started up: builtin types and modules are there, no program yet.
    pub fn new(limits: Limits) -> Self {
        let mut heap = Heap::new(&PYTHON_3_12);
        heap.byte_limit = limits.heap_bytes;
        heap.work_limit = limits.work;
        let mut machine = Self::with_heap(heap, limits);
        machine.replace_thread_word(EXC_INFO, BASE_EXC_ITEM);
        machine.start_interpreter();
        machine.lookups.clear();
        // Steps are the program's.
        machine.registers.step = 0;
        machine
    }

    fn with_heap(heap: Heap, limits: Limits) -> Self {
        Self {
            heap,
            registers: Registers {
                recursion_limit: limits.recursion,
                thread: crate::method::thread_lock::MAIN_THREAD,
                int_max_str_digits: crate::method::int_text::MOST_DIGITS,
                switch_interval: 5000,
                ..Registers::default()
            },
            codes: CodeTable::default(),
            output: Vec::new(),
            errors: Vec::new(),
            input: Vec::new(),
            more_input: MoreInput::Ended,
            lookups: crate::types::lookup_cache::LookupCache::default(),
            ready_patterns: crate::module::regex::ReadyPatterns::default(),
            prompt: Vec::new(),
            finder: ModuleFinder::default(),
            limits,
            watch: Watch::default(),
        }
    }

    /// Compiles a program file and stands before its first instruction.
    ///
    /// # Errors
    /// What the compiler refuses.
    pub fn start_file(&mut self, source: &str, name: &str) -> Result<(), Diagnostic> {
        self.codes.add_source(name, Rc::from(source));
        self.start_source(source, name, Some(name))
    }

    /// The same with the source of `python -c`, which tracebacks do not quote.
    ///
    /// # Errors
    /// What the compiler refuses.
    pub fn start_command(&mut self, source: &str) -> Result<(), Diagnostic> {
        self.start_source(source, "<string>", None)
    }

    fn start_source(&mut self, source: &str, name: &str, file: Option<&str>) -> Result<(), Diagnostic> {
        let compilation = compile(source, name, Mode::File)?;
        self.make_main_module(file);
        self.name_in_arguments(file.unwrap_or("-c"));
        self.begin(&starting_state::FILE);
        for warning in &compilation.warnings {
            self.write_error(&warning.display(name, if file.is_some() { source } else { "" }));
        }
        self.start_piece(&compilation, &starting_state::FILE.state);
        self.count_blocks_elsewhere();
        Ok(())
    }

    /// The program's name as the only item of `sys.argv`, its folder as the first of `sys.path`.
    fn name_in_arguments(&mut self, name: &str) {
        let sys = self.thread_word(SYS_DICT);
        if let Some(path) = self.heap.dict_get_text(sys, "path") {
            let own = match name.rsplit_once('/') {
                Some((folder, _)) => folder,
                None if name == "-c" => "",
                None => crate::module::posix::FOLDER,
            };
            for folder in [own, "/usr/lib/python312.zip", "/usr/lib/python3.12", "/usr/lib/python3.12/lib-dynload"] {
                let folder = self.heap.new_str(folder);
                self.heap.list_append(path, folder);
            }
        }
        let Some(argv) = self.heap.dict_get_text(sys, "argv") else { return };
        let name = self.heap.new_str(name);
        self.heap.list_append(argv, name);
    }

    /// Fills `sys.argv`: the program's name, and what else the command line says.
    pub fn set_arguments(&mut self, arguments: &[String]) {
        let items: Vec<Address> = arguments.iter().map(|argument| self.heap.new_str(argument)).collect();
        let list = self.heap.new_list_of(&items);
        for item in items {
            self.decref(item);
        }
        let sys = self.thread_word(SYS_DICT);
        self.put(sys, "argv", list);
    }

    /// Enters the frame of a compiled piece of the program, with the `__main__` dict as its namespace.
    fn start_main(&mut self, compilation: &Compilation) {
        let (code, arena) = self.load_compilation(compilation, true);
        let dict = self.thread_word(MAIN_DICT);
        let function = self.new_function(code, dict);
        self.replace_thread_word(ARENA, arena);
        self.replace_thread_word(MAIN_CODE, code);
        self.replace_thread_word(MAIN_FUNCTION, function);
        self.registers.nesting = 1;
        self.push_shim(Shim::Leave, &[], 0);
        self.incref(function);
        self.incref(dict);
        // A module's code has no parameters: nothing can go wrong.
        if let Ok(frame) = self.bind(function, dict, Vec::new(), &[]) {
            self.enter_frame(frame);
        }
        if self.registers.first_birth == 0 {
            // What there is now, the program's constants included, is older than its first line.
            self.registers.first_birth = self.heap.memory.births().map(|(_, birth)| birth).max().unwrap_or(0);
        }
    }

    /// `__main__` with the names that are there before the program's first line. `file` is null at the prompt.
    fn make_main_module(&mut self, file: Option<&str>) {
        let dict = self.heap.new_dict();
        // One str that is not interned: the name of the module and its `__name__`.
        let name = self.heap.new_str("__main__");
        self.incref(name);
        let none = self.heap.none();
        let annotations = self.heap.new_dict();
        self.put(dict, "__name__", name);
        for empty in ["__doc__", "__package__", "__loader__", "__spec__"] {
            self.put(dict, empty, none);
        }
        self.put(dict, "__annotations__", annotations);
        if let Some(builtins) = self.module_named("builtins") {
            self.incref(builtins);
            self.put(dict, "__builtins__", builtins);
        }
        if let Some(file) = file {
            let file = self.heap.new_str(file);
            self.put(dict, "__file__", file);
            self.put(dict, "__cached__", none);
        }
        let module = self.heap.new_module(dict, name);
        self.replace_thread_word(MAIN_DICT, dict);
        self.replace_thread_word(MAIN_MODULE, module);
        let modules = self.thread_word(MODULES);
        self.incref(module);
        self.put(modules, "__main__", module);
    }

    /// Stores an owned value under a name; the dict is one of ours, so nothing can go wrong.
    pub(crate) fn put(&mut self, dict: Address, name: &str, owned: Address) {
        if self.namespace_put(dict, name, owned).is_err() {
            self.clear_error();
        }
    }

    /// A module that has been imported, borrowed.
    pub(crate) fn module_named(&mut self, name: &str) -> Option<Address> {
        let modules = self.thread_word(MODULES);
        self.heap.dict_get_text(modules, name)
    }

    /// Goes on until the program has ended, a limit is reached, or whoever looks on wants a pause. `registers.ending` tells.
    pub fn resume(&mut self) {
        if self.registers.ending.is_some() || self.registers.frame.is_null() {
            return;
        }
        self.watch.paused = false;
        let outcome = self.run_loop();
        if self.watch.paused || self.watch.abandoned {
            return;
        }
        self.program_ended(outcome);
    }

    /// Releases what the running program was held by; in the order of CPython's callers on the C stack.
    fn release_main(&mut self) {
        for word in [MAIN_FUNCTION, MAIN_CODE, ARENA] {
            let held = self.replace_thread_word(word, Address::NULL);
            self.xdecref(held);
        }
    }

    fn program_ended(&mut self, outcome: Outcome) {
        self.release_main();
        if !self.prompt.is_empty() && !(outcome.is_err() && self.is_system_exit()) {
            match outcome {
                Ok(value) => self.decref(value),
                Err(Raised) => {
                    self.report_uncaught();
                }
            }
            self.next_prompt_statement();
            self.resume();
            return;
        }
        let status = match outcome {
            Ok(value) => {
                self.decref(value);
                Ok(())
            }
            Err(Raised) => Err(Raised),
        };
        self.finish(status);
    }

    /// Whether the exception being raised asks for the end of the program.
    pub(crate) fn is_system_exit(&self) -> bool {
        self.error_matches(StaticType::SystemExit)
    }
}
