//! Attributes of code objects, frames, tracebacks, generators and modules.

use heapglass_heap::{
    Address, Kind,
    interpreter_frame::Owner,
    layout::runtime::{code, frame, generator, module, traceback},
    object::generator::FrameState,
    static_type::StaticType,
};

use crate::{
    module::NATIVE,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::field_row::read_field,
};

read_field! {
    co_consts code::CONSTS;
    co_names code::NAMES;
    co_filename code::FILENAME;
    co_name code::NAME;
    co_qualname code::QUALNAME;
    co_linetable code::LINETABLE;
    co_exceptiontable code::EXCEPTIONTABLE;
    tb_next traceback::NEXT;
    tb_frame traceback::FRAME;
    generator_name generator::NAME;
    generator_qualname generator::QUALNAME;
    module_dict module::DICT;
}

macro_rules! code_number {
    ($($name:ident $offset:expr;)*) => {
        $(fn $name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
            let value = m.heap.memory.i32(arguments.self_.plus($offset));
            Ok(m.heap.new_int(i64::from(value)))
        })*
    };
}

code_number! {
    co_argcount code::ARGCOUNT;
    co_posonlyargcount code::POSONLYARGCOUNT;
    co_kwonlyargcount code::KWONLYARGCOUNT;
    co_stacksize code::STACKSIZE;
    co_flags code::FLAGS;
    co_nlocals code::NLOCALS;
    co_firstlineno code::FIRSTLINENO;
    tb_lasti traceback::LASTI;
}

/// The names of the slots whose kind has one of the bits.
fn slot_names(m: &mut Machine, code_object: Address, bits: u8) -> Outcome {
    let names = m.heap.memory.address(code_object.plus(code::LOCALSPLUSNAMES));
    let kinds = m.heap.memory.address(code_object.plus(code::LOCALSPLUSKINDS));
    let chosen: Vec<Address> = (0..m.heap.tuple_len(names))
        .filter(|index| m.heap.memory.u8(kinds.plus(32 + index)) & bits != 0)
        .map(|index| m.heap.tuple_item(names, index))
        .collect();
    Ok(m.heap.new_tuple_of(&chosen))
}

fn co_varnames(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    slot_names(m, arguments.self_, 0x20)
}

fn co_cellvars(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    slot_names(m, arguments.self_, 0x40)
}

fn co_freevars(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    slot_names(m, arguments.self_, 0x80)
}

fn co_code(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    // What the running program has written into it (specialisation, line events) does not show.
    if let Some(facts) = m.code_facts(arguments.self_).cloned() {
        return Ok(m.heap.new_bytes(&facts.code.code));
    }
    let units = m.heap.memory.u64(arguments.self_.plus(code::UNITS));
    let at = arguments.self_.plus(heapglass_heap::layout::runtime::BYTECODE);
    let bytes = m.heap.memory.slice(at, 2 * units).to_vec();
    Ok(m.heap.new_bytes(&bytes))
}

fn code_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let word = |m: &Machine, offset| m.heap.str_text(m.heap.memory.address(arguments.self_.plus(offset)));
    let (name, file) = (word(m, code::NAME), word(m, code::FILENAME));
    let line = m.heap.memory.i32(arguments.self_.plus(code::FIRSTLINENO));
    let text = format!("<code object {name} at {}, file \"{file}\", line {line}>", arguments.self_);
    Ok(m.heap.new_str(&text))
}

/// The interpreter frame of a frame object.
fn inner(m: &Machine, frame_object: Address) -> Address {
    m.heap.memory.address(frame_object.plus(frame::FRAME))
}

fn f_back(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let held = m.heap.memory.address(arguments.self_.plus(frame::BACK));
    if !held.is_null() {
        return Ok(m.incref(held));
    }
    let previous = m.frame_previous(inner(m, arguments.self_));
    let previous = m.python_frame(previous);
    if previous.is_null() {
        return Ok(m.heap.none());
    }
    let object = m.heap.frame_object_of(previous);
    Ok(m.incref(object))
}

fn f_locals(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.frame_locals(inner(m, arguments.self_))
}

fn f_lineno(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let line = m.frame_line(inner(m, arguments.self_));
    Ok(if line == 0 { m.heap.none() } else { m.heap.new_int(i64::from(line)) })
}

fn f_lasti(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let unit = m.frame_unit(inner(m, arguments.self_));
    Ok(m.heap.new_int(if unit < 0 { -1 } else { 2 * unit }))
}

fn f_globals(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    Ok(m.field_or_none(inner(m, arguments.self_), heapglass_heap::interpreter_frame::GLOBALS))
}

fn f_builtins(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    Ok(m.field_or_none(inner(m, arguments.self_), heapglass_heap::interpreter_frame::BUILTINS))
}

fn f_code(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    Ok(m.field_or_none(inner(m, arguments.self_), heapglass_heap::interpreter_frame::CODE))
}

fn frame_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let inner = inner(m, arguments.self_);
    let code_object = m.frame_code(inner);
    let word = |m: &Machine, offset| m.heap.str_text(m.heap.memory.address(code_object.plus(offset)));
    let (name, file, line) = (word(m, code::NAME), word(m, code::FILENAME), m.frame_line(inner));
    let text = format!("<frame at {}, file '{file}', line {line}, code {name}>", arguments.self_);
    Ok(m.heap.new_str(&text))
}

/// `frame.clear()`: locals and value stack of a frame that no longer runs; a suspended generator is closed.
fn frame_clear(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let inner = inner(m, arguments.self_);
    match m.heap.frame_owner(inner) {
        Owner::Generator => {
            let generator = m.heap.generator_of_frame(inner);
            if m.heap.generator_state(generator) == FrameState::Executing {
                return Err(m.raise(StaticType::RuntimeError, "cannot clear an executing frame"));
            }
            m.finalize_generator(generator);
        }
        Owner::FrameObject => heapglass_heap::slot::clear(m, arguments.self_),
        Owner::Thread | Owner::NativeStack => {
            return Err(m.raise(StaticType::RuntimeError, "cannot clear an executing frame"));
        }
    }
    m.none()
}

fn tb_lineno(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let line = m.traceback_line(arguments.self_);
    Ok(m.heap.new_int(i64::from(line)))
}

fn set_tb_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = match arguments.get(0) {
        Some(value) if m.heap.is_none(value) => Address::NULL,
        Some(value) if m.heap.kind(value) == Kind::Traceback => value,
        Some(value) => {
            let found = m.type_name(value);
            return Err(m.raise(StaticType::TypeError, format!("expected traceback object, got '{found}'")));
        }
        None => return Err(m.raise(StaticType::TypeError, "can't delete tb_next attribute")),
    };
    let mut at = value;
    while !at.is_null() {
        if at == arguments.self_ {
            return Err(m.raise(StaticType::ValueError, "traceback loop detected"));
        }
        at = m.heap.memory.address(at.plus(traceback::NEXT));
    }
    m.store_field(arguments.self_, traceback::NEXT, value);
    Ok(m.heap.none())
}

fn generator_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = m.heap.memory.address(arguments.self_.plus(generator::QUALNAME));
    let (kind, name) = (m.type_name(arguments.self_), m.heap.str_text(name));
    Ok(m.heap.new_str(&format!("<{kind} object {name} at {}>", arguments.self_)))
}

fn set_generator_name(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.expect_str_value(arguments.get(0), "__name__")?;
    m.store_field(arguments.self_, generator::NAME, value);
    Ok(m.heap.none())
}

fn set_generator_qualname(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.expect_str_value(arguments.get(0), "__qualname__")?;
    m.store_field(arguments.self_, generator::QUALNAME, value);
    Ok(m.heap.none())
}

fn generator_running(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let running = m.heap.generator_state(arguments.self_) == FrameState::Executing;
    Ok(m.heap.bool(running))
}

fn generator_suspended(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let suspended = m.heap.generator_state(arguments.self_) == FrameState::Suspended;
    Ok(m.heap.bool(suspended))
}

fn generator_frame(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if matches!(m.heap.generator_state(arguments.self_), FrameState::Cleared | FrameState::Completed) {
        return Ok(m.heap.none());
    }
    let frame = m.heap.generator_frame(arguments.self_);
    let object = m.heap.frame_object_of(frame);
    Ok(m.incref(object))
}

fn generator_code(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let frame = m.heap.generator_frame(arguments.self_);
    Ok(m.field_or_none(frame, heapglass_heap::interpreter_frame::CODE))
}

fn module_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let module_object = m.heap.generic_allocate(arguments.self_, 0);
    let dict = m.heap.new_dict();
    m.heap.memory.set_address(module_object.plus(module::DICT), dict);
    Ok(module_object)
}

fn module_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "module", &["name", "doc"])?;
    let Some(name) = arguments.get_or_keyword(m, 0, "name") else {
        let text = "module() missing required argument 'name' (pos 1)";
        return Err(m.raise(StaticType::TypeError, text));
    };
    if !m.heap.is_str(name) {
        let found = m.type_name(name);
        let text = format!("module() argument 'name' must be str, not {found}");
        return Err(m.raise(StaticType::TypeError, text));
    }
    let none = m.heap.none();
    let doc = arguments.get_or_keyword(m, 1, "doc").unwrap_or(none);
    let dict = m.heap.memory.address(arguments.self_.plus(module::DICT));
    for (key, value) in [("__name__", name), ("__doc__", doc), ("__package__", none), ("__loader__", none), ("__spec__", none)] {
        let key = m.name(key);
        m.namespace_set(dict, key, value)?;
    }
    m.store_field(arguments.self_, module::NAME, name);
    Ok(none)
}

fn module_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let dict = m.heap.memory.address(arguments.self_.plus(module::DICT));
    let text_of = |m: &mut Machine, key: &str| -> Outcome<Option<String>> {
        let key = m.name(key);
        let found = if dict.is_null() { None } else { m.namespace_get(dict, key)? };
        match found {
            Some(value) if m.heap.is_str(value) => m.repr_text(value).map(Some),
            _ => Ok(None),
        }
    };
    let name = text_of(m, "__name__")?.unwrap_or_else(|| "'?'".to_owned());
    let text = match text_of(m, "__file__")? {
        Some(file) => format!("<module {name} from {file}>"),
        // A module that the program made is told from a builtin one by what fills that one.
        None if !NATIVE.iter().any(|native| name == format!("'{}'", native.name)) => format!("<module {name}>"),
        None => format!("<module {name} (built-in)>"),
    };
    Ok(m.heap.new_str(&text))
}

fn module_getattribute(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.check_attribute_name(arguments.positional[0])?;
    m.module_get_attribute(arguments.self_, arguments.positional[0])
}

fn module_dir(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = m.name("__dict__");
    let dict = m.get_attribute(arguments.self_, name)?;
    let listed = names_of_module(m, arguments.self_, dict);
    m.decref(dict);
    listed
}

fn names_of_module(m: &mut Machine, module: Address, dict: Address) -> Outcome {
    if m.heap.kind(dict) != Kind::Dict {
        let name = m.type_name(module);
        return m.type_error(format!("{name}.__dict__ is not a dictionary"));
    }
    let hook = m.name("__dir__");
    if let Some(function) = m.namespace_get(dict, hook)? {
        return m.call(function, &[], &[]);
    }
    let names: Vec<Address> = m.heap.dict_items(dict).map(|(name, _)| name).collect();
    Ok(m.heap.new_list_of(&names))
}

/// What a generator or coroutine waits for.
fn generator_waits_for(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    match m.generator_delegate(arguments.self_) {
        Some(awaited) => Ok(m.incref(awaited)),
        None => m.none(),
    }
}

fn async_running(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let running = m.heap.memory.u8(arguments.self_.plus(generator::RUNNING_ASYNC)) != 0;
    m.truth(running)
}

/// The annotations of a module, made when they are asked for.
fn module_annotations(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let dict = m.field(arguments.self_, module::DICT);
    let key = m.name("__annotations__");
    if let Some(found) = m.namespace_get(dict, key)? {
        return Ok(m.incref(found));
    }
    let made = m.heap.new_dict();
    m.namespace_set(dict, key, made)?;
    Ok(made)
}

fn set_module_annotations(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let dict = m.field(arguments.self_, module::DICT);
    let key = m.name("__annotations__");
    match arguments.get(0) {
        Some(value) => m.namespace_set(dict, key, value)?,
        None if !m.namespace_remove(dict, key)? => return Err(m.raise(StaticType::AttributeError, "__annotations__")),
        None => {}
    }
    m.none()
}

macro_rules! generator_rows {
    ($which:ident $running:expr; $suspended:literal $frame:literal $code:literal $waits:literal) => {
        &[
            NativeRow::slot(StaticType::$which, "__repr__", generator_repr),
            NativeRow::get_set(StaticType::$which, "__name__", generator_name, set_generator_name),
            NativeRow::get_set(StaticType::$which, "__qualname__", generator_qualname, set_generator_qualname),
            $running,
            NativeRow::get(StaticType::$which, $waits, generator_waits_for),
            NativeRow::get(StaticType::$which, $suspended, generator_suspended),
            NativeRow::get(StaticType::$which, $frame, generator_frame),
            NativeRow::get(StaticType::$which, $code, generator_code),
        ]
    };
}

/// Generators, but for `send`, `throw`, `close`, `__iter__`, `__next__`.
pub const GENERATOR_ROWS: &[NativeRow] =
    generator_rows!(Generator NativeRow::get(StaticType::Generator, "gi_running", generator_running);
        "gi_suspended" "gi_frame" "gi_code" "gi_yieldfrom");
/// Coroutines.
pub const COROUTINE_ROWS: &[NativeRow] =
    generator_rows!(Coroutine NativeRow::get(StaticType::Coroutine, "cr_running", generator_running);
        "cr_suspended" "cr_frame" "cr_code" "cr_await");
/// Asynchronous generators.
pub const ASYNC_GENERATOR_ROWS: &[NativeRow] =
    generator_rows!(AsyncGenerator NativeRow::member(StaticType::AsyncGenerator, "ag_running", async_running);
        "ag_suspended" "ag_frame" "ag_code" "ag_await");

/// Code objects, frames, tracebacks and modules.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(StaticType::Code, |m, a| {
        a.arity(m, "code", 16, 18)?;
        m.value_error("code: code objects are only made by the compiler here")
    }),
    NativeRow::slot(StaticType::Code, "__repr__", code_repr),
    NativeRow::member(StaticType::Code, "co_argcount", co_argcount),
    NativeRow::member(StaticType::Code, "co_posonlyargcount", co_posonlyargcount),
    NativeRow::member(StaticType::Code, "co_kwonlyargcount", co_kwonlyargcount),
    NativeRow::member(StaticType::Code, "co_stacksize", co_stacksize),
    NativeRow::member(StaticType::Code, "co_flags", co_flags),
    NativeRow::member(StaticType::Code, "co_nlocals", co_nlocals),
    NativeRow::member(StaticType::Code, "co_consts", co_consts),
    NativeRow::member(StaticType::Code, "co_names", co_names),
    NativeRow::member(StaticType::Code, "co_filename", co_filename),
    NativeRow::member(StaticType::Code, "co_name", co_name),
    NativeRow::member(StaticType::Code, "co_qualname", co_qualname),
    NativeRow::member(StaticType::Code, "co_firstlineno", co_firstlineno),
    NativeRow::member(StaticType::Code, "co_linetable", co_linetable),
    NativeRow::member(StaticType::Code, "co_exceptiontable", co_exceptiontable),
    NativeRow::get(StaticType::Code, "co_varnames", co_varnames),
    NativeRow::get(StaticType::Code, "co_cellvars", co_cellvars),
    NativeRow::get(StaticType::Code, "co_freevars", co_freevars),
    NativeRow::get(StaticType::Code, "co_code", co_code),
    NativeRow::slot(StaticType::Frame, "__repr__", frame_repr),
    NativeRow::no_arguments(StaticType::Frame, "clear", frame_clear),
    NativeRow::get(StaticType::Frame, "f_back", f_back),
    NativeRow::get(StaticType::Frame, "f_locals", f_locals),
    NativeRow::get(StaticType::Frame, "f_lineno", f_lineno),
    NativeRow::get(StaticType::Frame, "f_lasti", f_lasti),
    NativeRow::get(StaticType::Frame, "f_globals", f_globals),
    NativeRow::get(StaticType::Frame, "f_builtins", f_builtins),
    NativeRow::get(StaticType::Frame, "f_code", f_code),
    NativeRow::member(StaticType::Traceback, "tb_frame", tb_frame),
    NativeRow::member(StaticType::Traceback, "tb_lasti", tb_lasti),
    NativeRow::get_set(StaticType::Traceback, "tb_next", tb_next, set_tb_next),
    NativeRow::get(StaticType::Traceback, "tb_lineno", tb_lineno),
    NativeRow::new(StaticType::Module, module_new),
    NativeRow::slot(StaticType::Module, "__repr__", module_repr),
    NativeRow::slot(StaticType::Module, "__getattribute__", module_getattribute),
    NativeRow::slot(StaticType::Module, "__init__", module_init),
    NativeRow::no_arguments(StaticType::Module, "__dir__", module_dir),
    NativeRow::member(StaticType::Module, "__dict__", module_dict),
    NativeRow::get_set(StaticType::Module, "__annotations__", module_annotations, set_module_annotations),
];
