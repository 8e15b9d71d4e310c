//! `import`: modules that are loaded already, builtin modules, and library modules written in Python.

mod absent;
mod finder;
mod walk;
mod walk_table;

use heapglass_compiler::{Mode, compile};
use heapglass_heap::{Address, Raised, StaticType, layout::exception::import_error};

pub use self::finder::{FoundSource, ModuleFinder};
pub(crate) use self::walk_table::late_blocks;
use crate::{
    machine::{Machine, Outcome},
    thread_state::{FINALIZING, MODULES},
};

impl Machine {
    /// `import a.b` gives `a`, `from a.b import c` gives `a.b`, whose submodules named in `wanted` (borrowed: a tuple, or
    /// `None`) are imported too. Relative names are seen from the package that `globals` (borrowed, or null) tell of. A new reference.
    pub(crate) fn import_statement(&mut self, name: &str, wanted: Address, level: i64, globals: Address) -> Outcome {
        if level < 0 {
            return self.value_error("level must be >= 0");
        }
        if level == 0 && name.is_empty() {
            return self.value_error("Empty module name");
        }
        let absolute;
        let name = if level > 0 {
            absolute = self.absolute_name(name, level, globals)?;
            absolute.as_str()
        } else {
            name
        };
        let leaf = self.import_module(name)?;
        if !self.heap.is_none(wanted) {
            let result = self.import_submodules(leaf, name, wanted);
            return self.keep_if_ok(leaf, result);
        }
        if !name.contains('.') {
            return Ok(leaf);
        }
        self.decref(leaf);
        let root = name.split('.').next().unwrap_or(name);
        self.import_module(root)
    }

    /// The value, or the error after letting go of it.
    fn keep_if_ok(&mut self, owned: Address, result: Outcome<()>) -> Outcome {
        match result {
            Ok(()) => Ok(owned),
            Err(raised) => {
                self.decref(owned);
                Err(raised)
            }
        }
    }

    /// The full name of a relative import, seen from the package of the globals (`resolve_name`).
    fn absolute_name(&mut self, name: &str, level: i64, globals: Address) -> Outcome<String> {
        let package = self.package_of(globals)?;
        if package.is_empty() {
            return Err(self.raise(StaticType::ImportError, "attempted relative import with no known parent package"));
        }
        let mut base = package.as_str();
        for _ in 1..level {
            let Some((parent, _)) = base.rsplit_once('.') else {
                return Err(self.raise(StaticType::ImportError, "attempted relative import beyond top-level package"));
            };
            base = parent;
        }
        Ok(if name.is_empty() { base.to_owned() } else { format!("{base}.{name}") })
    }

    /// `__package__` of some globals, or what `__spec__` or `__name__` tell of it; empty outside packages (`calc_package`).
    fn package_of(&mut self, globals: Address) -> Outcome<String> {
        if globals.is_null() {
            return Err(self.raise(StaticType::KeyError, "'__name__' not in globals"));
        }
        if !self.is_dict(globals) {
            return self.type_error("globals must be a dict");
        }
        let known = |m: &Self, name| m.heap.dict_get_text(globals, name).filter(|value| !m.heap.is_none(*value));
        let (found, complaint) = match (known(self, "__package__"), known(self, "__spec__")) {
            (Some(package), _) => (self.incref(package), "package must be a string"),
            (None, Some(spec)) => (self.get_attribute_named(spec, "parent")?, "__spec__.parent must be a string"),
            (None, None) => match self.heap.dict_get_text(globals, "__name__") {
                Some(name) => (self.incref(name), "__name__ must be a string"),
                None => return Err(self.raise(StaticType::KeyError, "'__name__' not in globals")),
            },
        };
        let text = self.is_str(found).then(|| self.heap.str_text(found));
        self.decref(found);
        let Some(text) = text else { return self.type_error(complaint) };
        let of_name = complaint.starts_with("__name__") && self.heap.dict_get_text(globals, "__path__").is_none();
        Ok(if of_name { text.rsplit_once('.').map_or("", |(package, _)| package).to_owned() } else { text })
    }

    /// `from package import a`: what is no attribute of the package may be a module in it.
    fn import_submodules(&mut self, module: Address, name: &str, wanted: Address) -> Outcome<()> {
        let path = self.name("__path__");
        let Some(path) = self.lookup_attribute(module, path)? else { return Ok(()) };
        self.decref(path);
        for index in 0..self.heap.tuple_items(wanted).len() {
            let item = self.heap.tuple_items(wanted)[index];
            if let Some(value) = self.lookup_attribute(module, item)? {
                self.decref(value);
                continue;
            }
            let full = format!("{name}.{}", self.heap.str_text(item));
            if self.module_named(&full).is_none() && self.finder.find(&full).is_none() {
                continue;
            }
            let submodule = self.import_module(&full)?;
            self.decref(submodule);
        }
        Ok(())
    }

    /// The module with this name, imported if need be. A new reference.
    pub fn import_module(&mut self, name: &str) -> Outcome {
        let mut module = Address::NULL;
        for (end, _) in name.match_indices('.').chain([(name.len(), "")]) {
            // What holds a package while a module in it is imported is `sys.modules`.
            self.xdecref(module);
            let part = &name[..end];
            if part.is_empty() {
                continue;
            }
            module = self.import_one(part)?;
            let Some((package, leaf)) = part.rsplit_once('.') else { continue };
            if let Some(package) = self.module_named(package).filter(|package| !self.heap.is_none(*package)) {
                let leaf = self.name(leaf);
                if let Err(raised) = self.set_attribute(package, leaf, Some(module)) {
                    self.decref(module);
                    return Err(raised);
                }
            }
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
        if !self.thread_word(FINALIZING).is_null() {
            return Err(self.raise(StaticType::ImportError, "sys.meta_path is None, Python is likely shutting down"));
        }
        match self.walk_of(name) {
            Some(walk) => self.import_along_walk(name, walk),
            None => self.load_module(name),
        }
    }

    /// Finds a module and makes it.
    fn load_module(&mut self, name: &str) -> Outcome {
        if let Some(module) = self.new_native_module(name)? {
            self.enter_module(name, module)?;
            // CPython's import system is Python code, which comes past the check for a due collection many times.
            self.check_breaker()?;
            return Ok(module);
        }
        if let Some(source) = self.finder.find(name) {
            return self.import_source(name, &source);
        }
        let mut text = format!("No module named '{name}'");
        if let Some((parent, _)) = name.rsplit_once('.')
            && !parent.is_empty()
            && !self.is_package(parent)?
        {
            text.push_str(&format!("; '{parent}' is not a package"));
        } else if let Some(reason) = absent::reason(name) {
            text.push_str(&format!(": {reason}"));
        }
        Err(self.raise_import_error(StaticType::ModuleNotFoundError, text, name))
    }

    /// Whether the module, which is loaded, may have others in it: whether it has a `__path__`.
    fn is_package(&mut self, name: &str) -> Outcome<bool> {
        if self.finder.find(name).is_some_and(|found| found.package) {
            return Ok(true);
        }
        let Some(module) = self.module_named(name) else { return Ok(false) };
        let path = self.name("__path__");
        let found = self.lookup_attribute(module, path)?;
        self.xdecref(found.unwrap_or_default());
        Ok(found.is_some())
    }

    /// Puts a module in `sys.modules`.
    fn enter_module(&mut self, name: &str, module: Address) -> Outcome<()> {
        let modules = self.thread_word(MODULES);
        let key = self.heap.new_interned(name);
        let result = self.namespace_set(modules, key, module);
        self.decref(key);
        result
    }

    /// Runs the source of a module in a new module.
    fn import_source(&mut self, name: &str, source: &FoundSource) -> Outcome {
        let file = source.file.as_str();
        let compilation = match compile(&source.text, file, Mode::File) {
            Ok(compilation) => compilation,
            Err(diagnostic) => {
                let text = format!("module {name}: {} (line {})", diagnostic.message, diagnostic.line);
                return Err(self.raise(StaticType::ImportError, text));
            }
        };
        self.codes.add_source(file, source.text.clone());
        let module = self.new_source_module(name, source)?;
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
    fn new_source_module(&mut self, name: &str, source: &FoundSource) -> Outcome {
        let dict = self.heap.new_dict();
        let none = self.heap.none();
        let text = self.heap.new_interned(name);
        self.incref(text);
        self.put(dict, "__name__", text);
        for empty in ["__doc__", "__loader__", "__spec__"] {
            self.put(dict, empty, none);
        }
        let package = if source.package { name } else { name.rsplit_once('.').map_or("", |(package, _)| package) };
        let package = self.heap.new_interned(package);
        self.put(dict, "__package__", package);
        let file = self.heap.new_str(&source.file);
        self.put(dict, "__file__", file);
        if source.package {
            let directory = source.file.rsplit_once('/').map_or("", |(directory, _)| directory);
            let directory = self.heap.new_str(directory);
            let path = self.heap.new_list_of(&[directory]);
            self.decref(directory);
            self.put(dict, "__path__", path);
        }
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
        let raised = self.raise_import_error(StaticType::ImportError, text, &shown);
        if let Some(exception) = self.error() {
            self.incref(name);
            self.heap.memory.set_address(exception.plus(import_error::NAME_FROM), name);
        }
        Err(raised)
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
