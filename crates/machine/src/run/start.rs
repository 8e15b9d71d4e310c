//! Starting up: types, then the modules that are always there.

use heapglass_heap::{Address, Kind};

use crate::{
    machine::{Machine, Outcome},
    thread_state::{BUILTINS, BUILTINS_COPY, MODULES, SYS_COPY, SYS_DICT},
};

impl Machine {
    /// Fills a new heap with builtin types, `sys` and `builtins`. Nothing of the program's is there yet, so nothing can
    /// fail but a table of ours; then the message is on standard error.
    pub(super) fn start_interpreter(&mut self) {
        if self.try_start().is_err() {
            self.report_uncaught();
        }
        // The one slice that is kept for reuse is there when a program begins.
        let none = self.heap.none();
        let slice = self.heap.new_slice(none, none, none);
        self.decref(slice);
        // Whatever start-up made is older than the program.
        heapglass_heap::gc::collect(self, 2, heapglass_heap::gc::Reason::Manual);
    }

    fn try_start(&mut self) -> Outcome<()> {
        self.start_types()?;
        let modules = self.heap.new_dict();
        self.replace_thread_word(MODULES, modules);
        for (name, word) in [("sys", SYS_DICT), ("builtins", BUILTINS)] {
            let Some(module) = self.new_native_module(name)? else { continue };
            let dict = self.module_dict(module);
            self.incref(dict);
            self.replace_thread_word(word, dict);
            self.put(modules, name, module);
        }
        let name = self.name("modules");
        let sys: Address = self.thread_word(SYS_DICT);
        self.namespace_set(sys, name, modules)?;
        let copy = self.heap.dict_copy(self.thread_word(BUILTINS));
        self.replace_thread_word(BUILTINS_COPY, copy);
        let copy = self.copy_functions(sys)?;
        self.replace_thread_word(SYS_COPY, copy);
        Ok(())
    }

    /// A dict of the functions in a module's dict and of the names every module has.
    fn copy_functions(&mut self, dict: Address) -> Outcome {
        const COMMON: [&str; 5] = ["__name__", "__doc__", "__package__", "__loader__", "__spec__"];
        let copy = self.heap.new_dict();
        let entries: Vec<(Address, Address)> = self.heap.dict_items(dict).collect();
        for (name, value) in entries {
            let text = self.heap.str_text(name);
            let is_function = self.heap.kind(value) == Kind::BuiltinFunction && !text.starts_with("__");
            if is_function || COMMON.contains(&text.as_str()) {
                self.namespace_set(copy, name, value)?;
            }
        }
        Ok(copy)
    }
}
