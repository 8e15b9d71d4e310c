//! The end of the interpreter (`Py_FinalizeEx` in Python/pylifecycle.c; facts page, section 7).

use heapglass_heap::{
    Address, StaticType,
    gc::{Reason, collect},
};

use crate::{
    machine::{Ending, Machine, Outcome},
    thread_state::{BUILTINS, MAIN_DICT, MAIN_MODULE, MODULES, SYS_DICT},
};

/// Names in `sys` that are set to `None` before modules go.
const SYS_SPECIAL: [&str; 11] = [
    "path", "argv", "ps1", "ps2", "last_type", "last_value", "last_traceback", "last_exc", "path_hooks",
    "path_importer_cache", "meta_path",
];

impl Machine {
    /// Prints the exception that ended the program, if one did, and takes the interpreter down.
    pub(super) fn finish(&mut self, outcome: Outcome<()>) {
        let exiting = outcome.is_err() && self.is_system_exit();
        let mut status = 0;
        if outcome.is_err() {
            // CPython lets the module go before it prints.
            if !exiting {
                self.release_main_module();
            }
            status = self.report_uncaught();
        }
        if !exiting {
            self.forget_file_names();
        }
        self.release_main_module();
        self.take_down();
        if self.registers.ending.is_none() && !self.watch.abandoned {
            self.load_frame(Address::NULL);
            self.registers.ending = Some(Ending::Finished(status));
        }
    }

    /// A program that has run to its end loses `__file__` and `__cached__`.
    fn forget_file_names(&mut self) {
        let dict = self.thread_word(MAIN_DICT);
        for name in ["__file__", "__cached__"] {
            let name = self.name(name);
            if self.namespace_remove(dict, name).is_err() {
                self.clear_error();
            }
        }
    }

    /// The references that the code around the program has to its module.
    fn release_main_module(&mut self) {
        let held = self.replace_thread_word(MAIN_MODULE, Address::NULL);
        self.xdecref(held);
    }

    fn take_down(&mut self) {
        self.run_exit_callbacks();
        self.replace_thread_word(MAIN_DICT, Address::NULL);
        self.clear_special_names();
        let kept = self.remove_modules();
        self.collect_at_exit();
        self.clear_surviving_modules(kept);
        let sys = self.thread_word(SYS_DICT);
        let builtins = self.thread_word(BUILTINS);
        self.clear_module_dict(sys);
        self.clear_module_dict(builtins);
        self.collect_at_exit();
    }

    /// What `atexit` was told to call.
    fn run_exit_callbacks(&mut self) {
        let Some(atexit) = self.module_named("atexit") else { return };
        let result = self.call_method(atexit, "_run_exitfuncs", &[]);
        match result {
            Ok(value) => self.decref(value),
            Err(_) if self.watch.abandoned => {}
            Err(_) => self.report_unraisable(atexit, None),
        }
    }

    fn clear_special_names(&mut self) {
        let none = self.heap.none();
        let sys = self.thread_word(SYS_DICT);
        for name in SYS_SPECIAL {
            let name = self.name(name);
            if matches!(self.namespace_get(sys, name), Ok(Some(_))) && self.namespace_set(sys, name, none).is_err() {
                self.clear_error();
            }
        }
        let builtins = self.thread_word(BUILTINS);
        let name = self.name("_");
        if matches!(self.namespace_get(builtins, name), Ok(Some(_))) && self.namespace_set(builtins, name, none).is_err() {
            self.clear_error();
        }
    }

    /// Every entry of `sys.modules` becomes `None`, then the dict is emptied. Modules that something else holds survive;
    /// they are returned, held by us (CPython holds weak references).
    fn remove_modules(&mut self) -> Vec<Address> {
        let modules = self.thread_word(MODULES);
        let none = self.heap.none();
        let entries: Vec<(Address, Address)> = self.heap.dict_items(modules).collect();
        let mut kept = Vec::new();
        for (name, module) in entries {
            if self.heap.is_exact(module, StaticType::Module) && self.heap.refcount(module) > 1 {
                kept.push(module);
                self.incref(module);
            }
            if self.namespace_set(modules, name, none).is_err() {
                self.clear_error();
            }
        }
        heapglass_heap::object::dict::remove::clear(self, modules);
        kept
    }

    /// Modules still alive lose their names, the youngest first; `sys` and `builtins` come last of all.
    fn clear_surviving_modules(&mut self, kept: Vec<Address>) {
        let (sys, builtins) = (self.thread_word(SYS_DICT), self.thread_word(BUILTINS));
        for module in kept.iter().rev() {
            let dict = self.module_dict(*module);
            let alone = self.heap.refcount(*module) == 1;
            if dict != sys && dict != builtins && !alone {
                self.clear_module_dict(dict);
            }
        }
        for module in kept {
            self.decref(module);
        }
    }

    /// All names of a module become `None`: first those with one leading underscore, then all but `__builtins__`
    /// (`_PyModule_ClearDict`).
    fn clear_module_dict(&mut self, dict: Address) {
        if dict.is_null() || self.watch.abandoned {
            return;
        }
        let none = self.heap.none();
        for first_pass in [true, false] {
            let items: Vec<(Address, Address)> = self.heap.dict_items(dict).collect();
            for (key, value) in items {
                if self.heap.is_none(value) || !self.heap.is_str(key) {
                    continue;
                }
                let text = self.heap.str_text(key);
                let underscore = text.starts_with('_') && !text[1..].starts_with('_');
                let chosen = if first_pass { underscore } else { !text.starts_with('_') || text != "__builtins__" };
                if chosen && self.namespace_set(dict, key, none).is_err() {
                    self.clear_error();
                }
            }
        }
    }

    fn collect_at_exit(&mut self) {
        if !self.watch.abandoned {
            collect(self, 2, Reason::Shutdown);
        }
    }
}
