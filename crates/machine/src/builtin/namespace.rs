//! `globals`, `locals`, `__import__`, `exec`, `eval`, `compile`, and the words that leave the program.

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    frame::field,
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    thread_state::SYS_DICT,
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::function("builtins", "globals", Convention::NoArguments, |m, _| {
        let globals = m.running_globals();
        Ok(m.incref(globals))
    }),
    NativeRow::function("builtins", "locals", Convention::NoArguments, |m, _| m.running_locals()),
    NativeRow::function("builtins", "__import__", Convention::Keywords, import),
    NativeRow::function("builtins", "exec", Convention::Keywords, crate::dynamic::exec),
    NativeRow::function("builtins", "eval", Convention::Keywords, crate::dynamic::eval),
    NativeRow::function("builtins", "compile", Convention::Keywords, crate::dynamic::compile),
    NativeRow::function("builtins", "breakpoint", Convention::Keywords, breakpoint),
    NativeRow::function("builtins", "help", Convention::Positional, help),
    NativeRow::function("builtins", "exit", Convention::Positional, exit),
    NativeRow::function("builtins", "quit", Convention::Positional, exit),
];

impl Machine {
    /// The frame of the Python code that runs, or called the native function that runs.
    pub fn running_frame(&self) -> Address {
        self.python_frame(self.registers.frame)
    }

    /// Its globals, borrowed; an empty word when nothing runs.
    pub fn running_globals(&self) -> Address {
        let frame = self.running_frame();
        if frame.is_null() { self.heap.none() } else { self.heap.memory.address(frame.plus(field::GLOBALS)) }
    }

    /// `locals()` of the running frame.
    pub fn running_locals(&mut self) -> Outcome {
        let frame = self.running_frame();
        if frame.is_null() {
            return Ok(self.heap.new_dict());
        }
        let locals = self.frame_locals(frame)?;
        // For names of inlined comprehensions CPython has a dict ready, mostly in vain (`_PyFrame_GetLocals`).
        let hidden = self.heap.new_dict();
        self.decref(hidden);
        Ok(locals)
    }
}

fn import(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some(name) = arguments.get_or_keyword(m, 0, "name") else {
        return m.type_error("__import__() missing required argument 'name' (pos 1)");
    };
    if !m.is_str(name) {
        return m.type_error("module name must be a string");
    }
    let name = m.heap.str_text(name);
    let wanted = match arguments.get_or_keyword(m, 3, "fromlist") {
        Some(list) if m.is_true(list)? => m.tuple_from(list)?,
        _ => m.heap.none(),
    };
    let level = match arguments.get_or_keyword(m, 4, "level") {
        Some(level) => m.index_clamped(level),
        None => Ok(0),
    };
    let globals = arguments.get_or_keyword(m, 1, "globals").unwrap_or(Address::NULL);
    let module = level.and_then(|level| m.import_statement(&name, wanted, level, globals));
    m.decref(wanted);
    module
}

/// `breakpoint(...)`: whatever `sys.breakpointhook` does.
fn breakpoint(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let sys = m.thread_word(SYS_DICT);
    let Some(hook) = m.heap.dict_get_text(sys, "breakpointhook") else {
        return Err(m.raise(StaticType::RuntimeError, "lost sys.breakpointhook"));
    };
    m.incref(hook);
    let result = m.call(hook, arguments.positional, arguments.keywords);
    m.decref(hook);
    result
}

/// `help(object)`: the module `pydoc` writes it.
fn help(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let module = m.import_module("pydoc")?;
    let helper = m.get_attribute_named(module, "help");
    m.decref(module);
    let helper = helper?;
    let result = m.call(helper, arguments.positional, &[]);
    m.decref(helper);
    result
}

fn exit(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let error = m.call(StaticType::SystemExit.address(), arguments.positional, &[])?;
    Err(m.raise_object(error))
}
