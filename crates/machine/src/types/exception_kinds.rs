//! Exceptions with fields of their own: `StopIteration`, `SystemExit`, `NameError`, `AttributeError`, `ImportError`,
//! `SyntaxError`, and the text of `KeyError` (`Objects/exceptions.c`).

use heapglass_heap::{
    Address,
    layout::exception::{
        attribute_error, base, import_error, name_error, stop_iteration, syntax_error, system_exit,
    },
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::field_row::{read_field, write_field},
};

read_field! {
    stop_value stop_iteration::VALUE;
    exit_code system_exit::CODE;
    name_error_name name_error::NAME;
    attribute_name attribute_error::NAME;
    attribute_object attribute_error::OBJECT;
    import_message import_error::MESSAGE;
    import_name import_error::NAME;
    import_path import_error::PATH;
    import_name_from import_error::NAME_FROM;
    syntax_message syntax_error::MESSAGE;
    syntax_filename syntax_error::FILENAME;
    syntax_lineno syntax_error::LINENO;
    syntax_offset syntax_error::OFFSET;
    syntax_end_lineno syntax_error::END_LINENO;
    syntax_end_offset syntax_error::END_OFFSET;
    syntax_text syntax_error::TEXT;
    syntax_print syntax_error::PRINT_FILE_AND_LINE;
}

write_field! {
    set_stop_value stop_iteration::VALUE;
    set_exit_code system_exit::CODE;
    set_name_error_name name_error::NAME;
    set_attribute_name attribute_error::NAME;
    set_attribute_object attribute_error::OBJECT;
    set_import_message import_error::MESSAGE;
    set_import_name import_error::NAME;
    set_import_path import_error::PATH;
    set_import_name_from import_error::NAME_FROM;
    set_syntax_message syntax_error::MESSAGE;
    set_syntax_filename syntax_error::FILENAME;
    set_syntax_lineno syntax_error::LINENO;
    set_syntax_offset syntax_error::OFFSET;
    set_syntax_text syntax_error::TEXT;
    set_syntax_end_lineno syntax_error::END_LINENO;
    set_syntax_end_offset syntax_error::END_OFFSET;
    set_syntax_print syntax_error::PRINT_FILE_AND_LINE;
}

fn stop_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.start_exception(&arguments)?;
    let value = arguments.get(0).unwrap_or(m.heap.none());
    m.store_field(arguments.self_, stop_iteration::VALUE, value);
    Ok(m.heap.none())
}

/// The code is the only argument, or the tuple of all.
fn exit_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.start_exception(&arguments)?;
    match *arguments.positional {
        [] => {}
        [code] => m.store_field(arguments.self_, system_exit::CODE, code),
        _ => {
            let args = m.heap.exception_args(arguments.self_);
            m.store_field(arguments.self_, system_exit::CODE, args);
        }
    }
    Ok(m.heap.none())
}

/// Takes the keywords `known` and stores each in its field; the rest of the call is `BaseException.__init__`'s.
fn init_with_keywords(m: &mut Machine, arguments: &Arguments<'_>, name: &str, known: &[(&str, u64)]) -> Outcome<()> {
    let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
    arguments.only_keywords(m, name, &names)?;
    m.set_exception_args(arguments.self_, arguments.positional);
    let mut unseen = arguments.keywords.len();
    for (name, offset) in known {
        if unseen > 0 {
            // Each name is looked for with a new str (`PyArg_ParseTupleAndKeywords`).
            let key = m.heap.new_str(name);
            m.heap.release_leaf(key);
        }
        let found = arguments.keyword(m, name);
        unseen -= usize::from(found.is_some());
        let value = found.unwrap_or(Address::NULL);
        m.store_field(arguments.self_, *offset, value);
    }
    Ok(())
}

fn name_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    init_with_keywords(m, &arguments, "NameError", &[("name", name_error::NAME)])?;
    Ok(m.heap.none())
}

fn attribute_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let known = [("name", attribute_error::NAME), ("obj", attribute_error::OBJECT)];
    init_with_keywords(m, &arguments, "AttributeError", &known)?;
    Ok(m.heap.none())
}

fn import_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let known =
        [("name", import_error::NAME), ("path", import_error::PATH), ("name_from", import_error::NAME_FROM)];
    init_with_keywords(m, &arguments, "ImportError", &known)?;
    let message = if let [message] = *arguments.positional { message } else { Address::NULL };
    m.store_field(arguments.self_, import_error::MESSAGE, message);
    Ok(m.heap.none())
}

/// The exception's `__dict__` with the fields that are set: a copy if there are any, `None` if there is nothing at all.
fn state(m: &mut Machine, exception: Address, fields: &[(&str, u64)]) -> Address {
    let word = |m: &Machine, offset| m.heap.memory.address(exception.plus(offset));
    let dict = word(m, base::DICT);
    if fields.iter().all(|(_, offset)| word(m, *offset).is_null()) {
        let state = if dict.is_null() { m.heap.none() } else { dict };
        return m.incref(state);
    }
    let copy = if dict.is_null() { m.heap.new_dict() } else { m.heap.dict_copy(dict) };
    for (name, offset) in fields {
        let value = word(m, *offset);
        if !value.is_null()
            && let Some(old) = m.heap.dict_set_text(copy, name, value)
        {
            m.decref(old);
        }
    }
    copy
}

fn import_reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let exception = arguments.self_;
    let fields = [("name", import_error::NAME), ("path", import_error::PATH), ("name_from", import_error::NAME_FROM)];
    let state = state(m, exception, &fields);
    let (type_, args) = (m.heap.type_of(exception), m.heap.exception_args(exception));
    let parts = [type_, args, state];
    let reduced = m.heap.new_tuple_of(if m.heap.is_none(state) { &parts[..2] } else { &parts });
    m.decref(state);
    Ok(reduced)
}

/// What is pickled of an `AttributeError`: all but the object.
fn attribute_state(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    Ok(state(m, arguments.self_, &[("name", attribute_error::NAME), ("args", base::ARGS)]))
}

fn attribute_reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let state = attribute_state(m, arguments)?;
    let (type_, args) = (m.heap.type_of(arguments.self_), m.heap.exception_args(arguments.self_));
    let reduced = m.heap.new_tuple_of(&[type_, args, state]);
    m.decref(state);
    Ok(reduced)
}

fn import_str(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let message = m.heap.memory.address(arguments.self_.plus(import_error::MESSAGE));
    if !message.is_null() && m.heap.is_exact_str(message) {
        return Ok(m.incref(message));
    }
    m.exception_text(arguments.self_)
}

fn syntax_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.start_exception(&arguments)?;
    if let Some(message) = arguments.get(0) {
        m.store_field(arguments.self_, syntax_error::MESSAGE, message);
    }
    let [_, details] = *arguments.positional else { return Ok(m.heap.none()) };
    let mut items = Vec::new();
    let collected = m.for_each(details, |_, item| {
        items.push(item);
        Ok(())
    });
    let stored = collected.and_then(|()| store_details(m, arguments.self_, &items));
    for item in items {
        m.decref(item);
    }
    stored?;
    Ok(m.heap.none())
}

fn store_details(m: &mut Machine, exception: Address, details: &[Address]) -> Outcome<()> {
    let offsets = [
        syntax_error::FILENAME,
        syntax_error::LINENO,
        syntax_error::OFFSET,
        syntax_error::TEXT,
        syntax_error::END_LINENO,
        syntax_error::END_OFFSET,
    ];
    m.store_field(exception, syntax_error::END_LINENO, Address::NULL);
    m.store_field(exception, syntax_error::END_OFFSET, Address::NULL);
    Arguments::of(exception, details).parse_arity(m, "", 4, 6)?;
    for (value, offset) in details.iter().zip(offsets) {
        m.store_field(exception, offset, *value);
    }
    if details.len() == 5 {
        return m.type_error("end_offset must be provided when end_lineno is provided".to_owned());
    }
    Ok(())
}

fn syntax_str(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let word = |m: &Machine, offset| m.heap.memory.address(arguments.self_.plus(offset));
    let (message, filename, lineno) =
        (word(m, syntax_error::MESSAGE), word(m, syntax_error::FILENAME), word(m, syntax_error::LINENO));
    let message = if message.is_null() { "None".to_owned() } else { m.str_of(message)? };
    let file = (!filename.is_null() && m.heap.is_str(filename)).then(|| m.heap.str_text(filename));
    let file = file.map(|file| file.rsplit('/').next().unwrap_or_default().to_owned());
    // A line that is no C number counts as -1.
    let line = (!lineno.is_null() && m.heap.is_exact(lineno, StaticType::Int))
        .then(|| m.heap.int_to_i64(lineno).unwrap_or(-1));
    let text = match (file, line) {
        (Some(file), Some(line)) => format!("{message} ({file}, line {line})"),
        (Some(file), None) => format!("{message} ({file})"),
        (None, Some(line)) => format!("{message} (line {line})"),
        (None, None) => message,
    };
    Ok(m.heap.new_str(&text))
}

/// `KeyError('x')` shows the repr of its only argument.
fn key_str(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let args = m.heap.exception_args(arguments.self_);
    if m.heap.tuple_len(args) == 1 {
        let only = m.heap.tuple_item(args, 0);
        return m.repr(only);
    }
    m.exception_text(arguments.self_)
}

impl Machine {
    /// `BaseException.__str__`.
    pub fn exception_text(&mut self, exception: Address) -> Outcome {
        let args = self.heap.exception_args(exception);
        match self.heap.tuple_len(args) {
            0 => Ok(self.heap.empty_str()),
            1 => {
                let only = self.heap.tuple_item(args, 0);
                self.str(only)
            }
            _ => self.str(args),
        }
    }
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::slot(StaticType::StopIteration, "__init__", stop_init),
    NativeRow::member_set(StaticType::StopIteration, "value", stop_value, set_stop_value),
    NativeRow::slot(StaticType::SystemExit, "__init__", exit_init),
    NativeRow::member_set(StaticType::SystemExit, "code", exit_code, set_exit_code),
    NativeRow::slot(StaticType::NameError, "__init__", name_init),
    NativeRow::member_set(StaticType::NameError, "name", name_error_name, set_name_error_name),
    NativeRow::slot(StaticType::AttributeError, "__init__", attribute_init),
    NativeRow::no_arguments(StaticType::AttributeError, "__getstate__", attribute_state),
    NativeRow::no_arguments(StaticType::AttributeError, "__reduce__", attribute_reduce),
    NativeRow::member_set(StaticType::AttributeError, "name", attribute_name, set_attribute_name),
    NativeRow::member_set(StaticType::AttributeError, "obj", attribute_object, set_attribute_object),
    NativeRow::slot(StaticType::ImportError, "__init__", import_init),
    NativeRow::slot(StaticType::ImportError, "__str__", import_str),
    NativeRow::no_arguments(StaticType::ImportError, "__reduce__", import_reduce),
    NativeRow::member_set(StaticType::ImportError, "msg", import_message, set_import_message),
    NativeRow::member_set(StaticType::ImportError, "name", import_name, set_import_name),
    NativeRow::member_set(StaticType::ImportError, "path", import_path, set_import_path),
    NativeRow::member_set(StaticType::ImportError, "name_from", import_name_from, set_import_name_from),
    NativeRow::slot(StaticType::SyntaxError, "__init__", syntax_init),
    NativeRow::slot(StaticType::SyntaxError, "__str__", syntax_str),
    NativeRow::member_set(StaticType::SyntaxError, "msg", syntax_message, set_syntax_message),
    NativeRow::member_set(StaticType::SyntaxError, "filename", syntax_filename, set_syntax_filename),
    NativeRow::member_set(StaticType::SyntaxError, "lineno", syntax_lineno, set_syntax_lineno),
    NativeRow::member_set(StaticType::SyntaxError, "offset", syntax_offset, set_syntax_offset),
    NativeRow::member_set(StaticType::SyntaxError, "end_lineno", syntax_end_lineno, set_syntax_end_lineno),
    NativeRow::member_set(StaticType::SyntaxError, "end_offset", syntax_end_offset, set_syntax_end_offset),
    NativeRow::member_set(StaticType::SyntaxError, "text", syntax_text, set_syntax_text),
    NativeRow::member_set(StaticType::SyntaxError, "print_file_and_line", syntax_print, set_syntax_print),
    NativeRow::slot(StaticType::KeyError, "__str__", key_str),
];
