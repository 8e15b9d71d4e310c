//! `id`, `callable`, `isinstance`, `getattr` and its family, `repr`, `format`, `dir`.

use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    types::slot::Slot,
};

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("builtins", name, convention, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("id", Convention::One, |m, a| Ok(m.heap.new_int(a.positional[0].raw() as i64))),
    row("callable", Convention::One, |m, a| {
        let verdict = m.is_callable(a.positional[0]);
        m.truth(verdict)
    }),
    row("repr", Convention::One, |m, a| m.repr(a.positional[0])),
    row("ascii", Convention::One, |m, a| m.ascii(a.positional[0])),
    row("format", Convention::Positional, format),
    row("isinstance", Convention::Positional, is_instance),
    row("issubclass", Convention::Positional, is_subclass),
    row("getattr", Convention::Positional, get_attribute),
    row("hasattr", Convention::Positional, has_attribute),
    row("setattr", Convention::Positional, set_attribute),
    row("delattr", Convention::Positional, delete_attribute),
    row("dir", Convention::Positional, dir),
    row("vars", Convention::Positional, vars),
    row("__build_class__", Convention::Keywords, build_class),
];

fn format(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "format", 1, 2)?;
    let spec = match arguments.get(1) {
        Some(spec) if !m.is_str(spec) => {
            let name = m.type_name(spec);
            return m.type_error(format!("format() argument 2 must be str, not {name}"));
        }
        Some(spec) => spec,
        None => m.heap.empty_str(),
    };
    m.format(arguments.positional[0], spec)
}

fn is_instance(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "isinstance", 2, 2)?;
    let verdict = m.is_instance(arguments.positional[0], arguments.positional[1])?;
    m.truth(verdict)
}

fn is_subclass(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "issubclass", 2, 2)?;
    let verdict = m.is_subclass(arguments.positional[0], arguments.positional[1])?;
    m.truth(verdict)
}

/// The name argument of `getattr` and the like. It is interned, as a constant would be, where it is set.
fn attribute_name(m: &mut Machine, name: Address, function: &str) -> Outcome<()> {
    if m.is_str(name) {
        return Ok(());
    }
    let _ = function;
    Err(m.raise_about_type("attribute name must be string, not '%.200s'", name))
}

fn get_attribute(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "getattr", 2, 3)?;
    let (object, name) = (arguments.positional[0], arguments.positional[1]);
    attribute_name(m, name, "getattr")?;
    let Some(default) = arguments.get(2) else { return m.get_attribute(object, name) };
    match m.lookup_attribute(object, name)? {
        Some(value) => Ok(value),
        None => Ok(m.incref(default)),
    }
}

fn has_attribute(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "hasattr", 2, 2)?;
    attribute_name(m, arguments.positional[1], "hasattr")?;
    match m.lookup_attribute(arguments.positional[0], arguments.positional[1])? {
        Some(value) => {
            m.decref(value);
            m.truth(true)
        }
        None => m.truth(false),
    }
}

fn set_attribute(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "setattr", 3, 3)?;
    let (object, name, value) = (arguments.positional[0], arguments.positional[1], arguments.positional[2]);
    attribute_name(m, name, "setattr")?;
    // PyObject_SetAttr interns the name.
    let owned = m.incref(name);
    let interned = if m.heap.is_exact(name, StaticType::Str) { m.heap.intern(owned) } else { owned };
    let result = m.set_attribute(object, interned, Some(value));
    m.decref(interned);
    result?;
    m.none()
}

fn delete_attribute(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "delattr", 2, 2)?;
    attribute_name(m, arguments.positional[1], "delattr")?;
    m.set_attribute(arguments.positional[0], arguments.positional[1], None)?;
    m.none()
}

/// `dir(object)`, or the names of the running scope.
fn dir(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "dir", 0, 1)?;
    match arguments.get(0) {
        Some(object) => m.dir_of(object),
        None => {
            let scope = m.running_locals()?;
            let names = m.list_from(scope);
            m.decref(scope);
            m.sorted_names(names?)
        }
    }
}

impl Machine {
    /// `dir(object)`: a sorted list.
    pub(crate) fn dir_of(&mut self, object: Address) -> Outcome {
        match self.call_special(object, Slot::Dir, &[])? {
            Some(names) => self.sorted_names(names),
            None => self.type_error("object does not provide __dir__"),
        }
    }

    /// Takes the names over.
    fn sorted_names(&mut self, names: Address) -> Outcome {
        let list = self.list_from(names);
        self.decref(names);
        let list = list?;
        match self.sort_list(list, None, false) {
            Ok(()) => Ok(list),
            Err(raised) => {
                self.decref(list);
                Err(raised)
            }
        }
    }
}

fn vars(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "vars", 0, 1)?;
    let Some(object) = arguments.get(0) else { return m.running_locals() };
    let name = m.name("__dict__");
    match m.lookup_attribute(object, name)? {
        Some(dict) => Ok(dict),
        None => m.type_error("vars() argument must have __dict__ attribute"),
    }
}

fn build_class(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [function, name, bases @ ..] = arguments.positional else {
        return m.type_error("__build_class__: not enough arguments");
    };
    if m.heap.kind(*function) != Kind::Function {
        return m.type_error("__build_class__: func must be a function");
    }
    if !m.is_str(*name) {
        return m.type_error("__build_class__: name is not a string");
    }
    m.build_class(*function, *name, bases, arguments.keywords)
}
