//! The end of the interpreter (`Py_FinalizeEx` in Python/pylifecycle.c; facts page, section 7).

use heapglass_heap::{
    Address, Kind, StaticType,
    gc::{
        Reason, collect,
        debug::{SAVE_ALL, UNCOLLECTABLE},
    },
    object::dict,
    runtime,
};

use crate::{
    machine::{Ending, Machine, Outcome},
    module::weakref::referent,
    thread_state::{BUILTINS, BUILTINS_COPY, FINALIZING, MAIN_DICT, MAIN_MODULE, MODULES, SYS_DICT},
};

/// Names in `sys` that are set to `None` before modules go.
const SYS_SPECIAL: [&str; 11] = [
    "path", "argv", "ps1", "ps2", "last_exc", "last_type", "last_value", "last_traceback", "path_hooks",
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

    /// `Py_FinalizeEx`: what was asked for at exit, a last ordinary collection, then the modules (`finalize_modules`).
    fn take_down(&mut self) {
        self.run_exit_callbacks();
        if self.heap.gc_enabled() && !self.watch.abandoned {
            collect(self, 2, Reason::Manual);
        }
        self.replace_thread_word(MAIN_DICT, Address::NULL);
        self.clear_special_names();
        self.replace_thread_word(FINALIZING, Address::new(1));
        let names = self.remove_modules();
        self.restore_builtins();
        self.collect_at_exit();
        self.tell_garbage_left();
        self.clear_surviving_modules(names);
        let (sys, builtins) = (self.thread_word(SYS_DICT), self.thread_word(BUILTINS));
        self.clear_module_dict(sys);
        self.clear_module_dict(builtins);
        // Once without the modules that finalizers may have imported, and once without the interpreter's own things.
        self.collect_at_exit();
        self.collect_at_exit();
    }

    /// Sets a name of a dict that belongs to the interpreter.
    fn set_name(&mut self, dict: Address, name: &str, value: Address) {
        let name = self.name(name);
        self.set_key(dict, name, value);
    }

    fn set_key(&mut self, dict: Address, key: Address, value: Address) {
        if !dict.is_null() && !self.watch.abandoned && self.namespace_set(dict, key, value).is_err() {
            self.clear_error();
        }
    }

    /// Where users' values often hide, they go first; the streams are what they were at the start.
    fn clear_special_names(&mut self) {
        let none = self.heap.none();
        let (sys, builtins) = (self.thread_word(SYS_DICT), self.thread_word(BUILTINS));
        self.set_name(builtins, "_", none);
        for name in SYS_SPECIAL {
            self.set_name(sys, name, none);
        }
        for name in ["stdin", "stdout", "stderr"] {
            let original = self.heap.dict_get_text(sys, &format!("__{name}__")).unwrap_or(none);
            self.incref(original);
            self.set_name(sys, name, original);
            self.decref(original);
        }
    }

    /// Every module in `sys.modules` becomes `None`, then the dict is emptied. A list of names and weak references is
    /// returned, by which those are found that something else keeps alive.
    fn remove_modules(&mut self) -> Address {
        let modules = self.thread_word(MODULES);
        let none = self.heap.none();
        let found = self.heap.new_list(0);
        let mut position = 0;
        while let Some((next, name, module, _)) = self.heap.dict_next(modules, position) {
            position = next;
            if self.watch.abandoned || self.heap.kind(module) != Kind::Module {
                continue;
            }
            let weakref = match self.heap.basic_weakrefs(module) {
                (Some(shared), _) => self.incref(shared),
                _ => self.heap.new_weakref(StaticType::WeakReference.address(), module, Address::NULL),
            };
            self.incref(name);
            let entry = self.heap.new_tuple_from(&[name, weakref]);
            self.heap.list_append(found, entry);
            self.set_key(modules, name, none);
        }
        dict::remove::clear(self, modules);
        found
    }

    /// `builtins` loses what a program has put there.
    fn restore_builtins(&mut self) {
        let (builtins, copy) = (self.thread_word(BUILTINS), self.replace_thread_word(BUILTINS_COPY, Address::NULL));
        if builtins.is_null() || copy.is_null() || self.watch.abandoned {
            return self.xdecref(copy);
        }
        let before = self.heap.dict_copy(builtins);
        dict::remove::clear(self, builtins);
        if self.dict_update(builtins, copy).is_err() {
            self.clear_error();
        }
        self.decref(before);
        self.decref(copy);
    }

    /// With `gc.DEBUG_UNCOLLECTABLE`, what is left in `gc.garbage` (`_PyGC_DumpShutdownStats`).
    fn tell_garbage_left(&mut self) {
        let garbage = self.thread_word(runtime::GC_GARBAGE);
        let flags = self.heap.gc_debug();
        if garbage.is_null() || flags & UNCOLLECTABLE == 0 || flags & SAVE_ALL != 0 || self.heap.list_len(garbage) == 0 {
            return;
        }
        match self.repr_text(garbage) {
            Ok(text) => self.write_stderr(&format!("      {text}\n")),
            Err(_) => self.clear_error(),
        }
    }

    /// Modules still alive lose their names, the youngest first; `sys` and `builtins` come last of all. Takes the list of
    /// [`Machine::remove_modules`] over.
    fn clear_surviving_modules(&mut self, owned_names: Address) {
        let (sys, builtins) = (self.thread_word(SYS_DICT), self.thread_word(BUILTINS));
        for index in (0..self.heap.list_len(owned_names)).rev() {
            let entry = self.heap.list_item(owned_names, index);
            let module = referent(self, self.heap.tuple_item(entry, 1));
            if self.heap.is_none(module) {
                continue;
            }
            let dict = self.module_dict(module);
            if dict != sys && dict != builtins {
                self.incref(module);
                self.clear_module_dict(dict);
                self.decref(module);
            }
        }
        self.decref(owned_names);
    }

    /// All names of a module become `None`: first those with one leading underscore, then all but `__builtins__`
    /// (`_PyModule_ClearDict`).
    fn clear_module_dict(&mut self, dict: Address) {
        if dict.is_null() {
            return;
        }
        let none = self.heap.none();
        for first_pass in [true, false] {
            let mut position = 0;
            while let Some((next, key, value, _)) = self.heap.dict_next(dict, position) {
                position = next;
                if self.watch.abandoned || self.heap.is_none(value) || !self.heap.is_str(key) {
                    continue;
                }
                let text = self.heap.str_text(key);
                let underscore = text.starts_with('_') && !text[1..].starts_with('_');
                if if first_pass { underscore } else { text != "__builtins__" } {
                    self.set_key(dict, key, none);
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
