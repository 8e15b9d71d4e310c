//! `import`: modules that are loaded already, builtin modules, and library modules written in Python.

use std::rc::Rc;

use heapglass_compiler::{Mode, compile};
use heapglass_heap::{Address, Raised, StaticType};

use crate::{
    machine::{Machine, Outcome},
    thread_state::MODULES,
};

impl Machine {
    /// `import a.b` gives `a`, `from a.b import c` gives `a.b`. A new reference.
    pub(crate) fn import_statement(&mut self, name: &str, wants_leaf: bool, level: i64) -> Outcome {
        if level > 0 {
            return Err(self.raise(StaticType::ImportError, "attempted relative import with no known parent package"));
        }
        let leaf = self.import_module(name)?;
        if wants_leaf || !name.contains('.') {
            return Ok(leaf);
        }
        self.decref(leaf);
        let root = name.split('.').next().unwrap_or(name);
        self.import_module(root)
    }

    /// The module with this name, imported if need be. A new reference.
    pub fn import_module(&mut self, name: &str) -> Outcome {
        let mut module = Address::NULL;
        for (end, _) in name.match_indices('.').chain([(name.len(), "")]) {
            let part = &name[..end];
            let next = match self.import_one(part) {
                Ok(next) => next,
                Err(raised) => {
                    self.xdecref(module);
                    return Err(raised);
                }
            };
            if let Some((_, leaf)) = part.rsplit_once('.') {
                let leaf = self.name(leaf);
                self.set_attribute(module, leaf, Some(next))?;
            }
            self.xdecref(module);
            module = next;
        }
        Ok(module)
    }

    /// How many modules are loaded: the length of `sys.modules`.
    pub fn loaded_modules(&self) -> u64 {
        self.heap.dict_len(self.thread_word(MODULES))
    }

    fn import_one(&mut self, name: &str) -> Outcome {
        if let Some(module) = self.module_named(name) {
            if self.heap.is_none(module) {
                let text = format!("import of {name} halted; None in sys.modules");
                return Err(self.raise_import_error(StaticType::ModuleNotFoundError, text, name));
            }
            return Ok(self.incref(module));
        }
        if let Some(module) = self.new_native_module(name)? {
            self.enter_module(name, module)?;
            // CPython's import system is Python code, which comes past the check for a due collection many times.
            self.check_breaker()?;
            return Ok(module);
        }
        if let Some(source) = crate::module::library::source(name) {
            return self.import_source(name, source);
        }
        Err(self.raise_import_error(StaticType::ModuleNotFoundError, format!("No module named '{name}'"), name))
    }

    /// Puts a module in `sys.modules`.
    fn enter_module(&mut self, name: &str, module: Address) -> Outcome<()> {
        let modules = self.thread_word(MODULES);
        let key = self.heap.new_interned(name);
        let result = self.namespace_set(modules, key, module);
        self.decref(key);
        result
    }

    /// Runs the source of a library module in a new module.
    fn import_source(&mut self, name: &str, source: &str) -> Outcome {
        let file = format!("/usr/lib/python3.12/{name}.py");
        let compilation = match compile(source, &file, Mode::File) {
            Ok(compilation) => compilation,
            Err(diagnostic) => {
                let text = format!("library module {name}: {} (line {})", diagnostic.message, diagnostic.line);
                return Err(self.raise(StaticType::ImportError, text));
            }
        };
        self.codes.add_source(&file, Rc::from(source));
        let module = self.new_source_module(name, &file)?;
        self.enter_module(name, module)?;
        let dict = self.module_dict(module);
        let (code, arena) = self.load_compilation(&compilation, false);
        self.decref(arena);
        let function = self.new_function(code, dict);
        self.decref(code);
        let result = self.run_class_body(function, dict);
        self.decref(function);
        match result {
            Ok(value) => {
                self.decref(value);
                Ok(module)
            }
            Err(raised) => {
                let modules = self.thread_word(MODULES);
                let key = self.name(name);
                if !self.watch.abandoned {
                    let pending = self.take_error();
                    let _ = self.namespace_remove(modules, key);
                    self.set_error(pending);
                }
                self.decref(module);
                Err(raised)
            }
        }
    }

    /// An empty module with the names every module has.
    fn new_source_module(&mut self, name: &str, file: &str) -> Outcome {
        let dict = self.heap.new_dict();
        let none = self.heap.none();
        let text = self.heap.new_interned(name);
        self.incref(text);
        self.put(dict, "__name__", text);
        for empty in ["__doc__", "__package__", "__loader__", "__spec__"] {
            self.put(dict, empty, none);
        }
        let file = self.heap.new_str(file);
        self.put(dict, "__file__", file);
        if let Some(builtins) = self.module_named("builtins") {
            let builtins = self.module_dict(builtins);
            self.incref(builtins);
            self.put(dict, "__builtins__", builtins);
        }
        Ok(self.heap.new_module(dict, text))
    }

    /// `from module import name`: an attribute, or a submodule.
    pub(crate) fn import_attribute(&mut self, module: Address, name: Address) -> Outcome {
        if let Some(value) = self.lookup_attribute(module, name)? {
            return Ok(value);
        }
        let dunder = self.name("__name__");
        let module_name = match self.lookup_attribute(module, dunder)? {
            Some(value) => {
                let text = self.heap.is_str(value).then(|| self.heap.str_text(value));
                self.decref(value);
                text
            }
            None => None,
        };
        let wanted = self.heap.str_text(name);
        let shown = module_name.clone().unwrap_or_else(|| "<unknown module name>".to_owned());
        if let Some(module) = self.module_named(&format!("{shown}.{wanted}")) {
            return Ok(self.incref(module));
        }
        let text = format!("cannot import name '{wanted}' from '{shown}' (unknown location)");
        Err(self.raise_import_error(StaticType::ImportError, text, &shown))
    }

    /// An `ImportError` that knows the module's name.
    #[cold]
    fn raise_import_error(&mut self, which: StaticType, text: String, name: &str) -> Raised {
        let message = self.heap.new_str(&text);
        let args = self.heap.new_tuple_from(&[message]);
        let exception = self.new_exception(which, args);
        // `msg`, then `name`.
        let name = self.heap.new_str(name);
        let place = exception.plus(heapglass_heap::object::exception::FIRST_EXTRA + 8);
        self.heap.memory.set_address(place, name);
        self.raise_object(exception)
    }

    /// The names that `from module import *` binds: `__all__`, or all that do not begin with an underscore. New references.
    pub(crate) fn public_names(&mut self, module: Address) -> Outcome<Vec<Address>> {
        let all = self.name("__all__");
        if let Some(all) = self.lookup_attribute(module, all)? {
            let list = self.list_from(all);
            self.decref(all);
            let list = list?;
            let names = self.heap.list_items(list);
            for name in &names {
                self.incref(*name);
            }
            self.decref(list);
            return Ok(names);
        }
        let dict = self.module_dict(module);
        let mut names: Vec<Address> = self.heap.dict_items(dict).map(|(name, _)| name).collect();
        names.retain(|name| self.heap.is_str(*name) && !self.heap.str_text(*name).starts_with('_'));
        for name in &names {
            self.incref(*name);
        }
        Ok(names)
    }
}
