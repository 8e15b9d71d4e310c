//! Exceptions with fields of their own: `StopIteration`, `SystemExit`, `NameError`, `AttributeError`, `ImportError`, `OSError`,
//! `SyntaxError`, `UnicodeError`s, and the text of `KeyError` (`Objects/exceptions.c`).

use heapglass_heap::{
    Address, Kind,
    layout::exception::{
        attribute_error, import_error, name_error, os_error, stop_iteration, syntax_error, system_exit, unicode_error,
    },
    static_type::StaticType,
};

use crate::{
    format::message::Piece,
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
    errno os_error::ERRNO;
    strerror os_error::STRERROR;
    filename os_error::FILENAME;
    filename2 os_error::FILENAME2;
    syntax_message syntax_error::MESSAGE;
    syntax_filename syntax_error::FILENAME;
    syntax_lineno syntax_error::LINENO;
    syntax_offset syntax_error::OFFSET;
    syntax_end_lineno syntax_error::END_LINENO;
    syntax_end_offset syntax_error::END_OFFSET;
    syntax_text syntax_error::TEXT;
    unicode_encoding unicode_error::ENCODING;
    unicode_object unicode_error::OBJECT;
    unicode_reason unicode_error::REASON;
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
    set_errno os_error::ERRNO;
    set_strerror os_error::STRERROR;
    set_filename os_error::FILENAME;
    set_filename2 os_error::FILENAME2;
    set_syntax_message syntax_error::MESSAGE;
    set_syntax_filename syntax_error::FILENAME;
    set_syntax_lineno syntax_error::LINENO;
    set_syntax_offset syntax_error::OFFSET;
    set_syntax_text syntax_error::TEXT;
    set_unicode_reason unicode_error::REASON;
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
    if let [message] = *arguments.positional {
        m.store_field(arguments.self_, import_error::MESSAGE, message);
    }
    Ok(m.heap.none())
}

fn import_str(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let message = m.heap.memory.address(arguments.self_.plus(import_error::MESSAGE));
    if !message.is_null() && m.heap.is_exact_str(message) {
        return Ok(m.incref(message));
    }
    m.exception_text(arguments.self_)
}

/// Which subclass of `OSError` an error number makes.
fn class_of_errno(errno: i64) -> StaticType {
    match errno {
        11 | 114 | 115 => StaticType::BlockingIOError,
        32 | 108 => StaticType::BrokenPipeError,
        10 => StaticType::ChildProcessError,
        103 => StaticType::ConnectionAbortedError,
        111 => StaticType::ConnectionRefusedError,
        104 => StaticType::ConnectionResetError,
        17 => StaticType::FileExistsError,
        2 => StaticType::FileNotFoundError,
        21 => StaticType::IsADirectoryError,
        20 => StaticType::NotADirectoryError,
        4 => StaticType::InterruptedError,
        1 | 13 => StaticType::PermissionError,
        3 => StaticType::ProcessLookupError,
        110 => StaticType::TimeoutError,
        _ => StaticType::OSError,
    }
}

fn os_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut type_ = arguments.self_;
    if type_ == StaticType::OSError.address()
        && arguments.positional.len() >= 2
        && m.heap.kind(arguments.positional[0]) == Kind::Int
        && let Some(errno) = m.heap.int_to_i64(arguments.positional[0])
    {
        type_ = class_of_errno(errno).address();
    }
    let args = arguments.tuple(m);
    let exception = m.heap.new_exception_object(type_, args);
    m.heap.memory.set_i64(exception.plus(os_error::WRITTEN), -1);
    Ok(exception)
}

fn os_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = m.type_name(arguments.self_);
    arguments.no_keywords(m, &name)?;
    let given = arguments.positional;
    if !(2..=5).contains(&given.len()) {
        m.set_exception_args(arguments.self_, given);
        return Ok(m.heap.none());
    }
    m.store_field(arguments.self_, os_error::ERRNO, given[0]);
    m.store_field(arguments.self_, os_error::STRERROR, given[1]);
    let named = given.get(2).filter(|value| !m.heap.is_none(**value));
    if let Some(filename) = named {
        m.store_field(arguments.self_, os_error::FILENAME, *filename);
        if let Some(second) = given.get(4) {
            m.store_field(arguments.self_, os_error::FILENAME2, *second);
        }
        m.set_exception_args(arguments.self_, &given[..2]);
    } else {
        m.set_exception_args(arguments.self_, given);
    }
    Ok(m.heap.none())
}

fn os_str(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let word = |m: &Machine, offset| m.heap.memory.address(arguments.self_.plus(offset));
    let (errno, strerror) = (word(m, os_error::ERRNO), word(m, os_error::STRERROR));
    let (first, second) = (word(m, os_error::FILENAME), word(m, os_error::FILENAME2));
    if errno.is_null() || strerror.is_null() {
        return m.exception_text(arguments.self_);
    }
    let pieces = [Piece::Display(errno), Piece::Display(strerror), Piece::Repr(first), Piece::Repr(second)];
    match (first.is_null(), second.is_null()) {
        (true, _) => m.from_format("[Errno %S] %S", &pieces[..2]),
        (false, true) => m.from_format("[Errno %S] %S: %R", &pieces[..3]),
        (false, false) => m.from_format("[Errno %S] %S: %R -> %R", &pieces),
    }
}

fn syntax_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.start_exception(&arguments)?;
    if let Some(message) = arguments.get(0) {
        m.store_field(arguments.self_, syntax_error::MESSAGE, message);
    }
    let Some(details) = arguments.get(1) else { return Ok(m.heap.none()) };
    if m.heap.kind(details) != Kind::Tuple {
        return Ok(m.heap.none());
    }
    let offsets = [
        syntax_error::FILENAME,
        syntax_error::LINENO,
        syntax_error::OFFSET,
        syntax_error::TEXT,
        syntax_error::END_LINENO,
        syntax_error::END_OFFSET,
    ];
    for (value, offset) in m.heap.tuple_items(details).into_iter().zip(offsets) {
        m.store_field(arguments.self_, offset, value);
    }
    Ok(m.heap.none())
}

fn syntax_str(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let word = |m: &Machine, offset| m.heap.memory.address(arguments.self_.plus(offset));
    let (message, filename, lineno) =
        (word(m, syntax_error::MESSAGE), word(m, syntax_error::FILENAME), word(m, syntax_error::LINENO));
    let message = if message.is_null() { "None".to_owned() } else { m.str_of(message)? };
    let file = (!filename.is_null() && m.heap.is_str(filename)).then(|| m.heap.str_text(filename));
    let file = file.map(|file| file.rsplit('/').next().unwrap_or_default().to_owned());
    let line = (!lineno.is_null() && m.heap.is_exact(lineno, StaticType::Int)).then_some(lineno);
    let text = match (file, line) {
        (Some(file), Some(line)) => format!("{message} ({file}, line {})", m.str_of(line)?),
        (Some(file), None) => format!("{message} ({file})"),
        (None, Some(line)) => format!("{message} (line {})", m.str_of(line)?),
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

fn unicode_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.start_exception(&arguments)?;
    let name = m.type_name(arguments.self_);
    arguments.arity(m, &name, 5, 5)?;
    let [encoding, object, start, end, reason] = *arguments.positional else { return Ok(m.heap.none()) };
    m.store_field(arguments.self_, unicode_error::ENCODING, encoding);
    m.store_field(arguments.self_, unicode_error::OBJECT, object);
    let start = m.index_to_i64(start, StaticType::OverflowError)?;
    let end = m.index_to_i64(end, StaticType::OverflowError)?;
    m.heap.memory.set_i64(arguments.self_.plus(unicode_error::START), start);
    m.heap.memory.set_i64(arguments.self_.plus(unicode_error::END), end);
    m.store_field(arguments.self_, unicode_error::REASON, reason);
    Ok(m.heap.none())
}

fn unicode_start(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.heap.memory.i64(arguments.self_.plus(unicode_error::START));
    Ok(m.heap.new_int(value))
}

fn unicode_end(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let value = m.heap.memory.i64(arguments.self_.plus(unicode_error::END));
    Ok(m.heap.new_int(value))
}

fn unicode_str(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let exception = arguments.self_;
    let object = m.heap.memory.address(exception.plus(unicode_error::OBJECT));
    if object.is_null() {
        return Ok(m.heap.empty_str());
    }
    let text = |m: &mut Machine, offset| {
        let value = m.heap.memory.address(exception.plus(offset));
        m.str_of(value)
    };
    let (encoding, reason) = (text(m, unicode_error::ENCODING)?, text(m, unicode_error::REASON)?);
    let start = m.heap.memory.i64(exception.plus(unicode_error::START));
    let end = m.heap.memory.i64(exception.plus(unicode_error::END));
    let decoding = m.heap.is_instance(exception, StaticType::UnicodeDecodeError);
    let verb = if decoding { "decode" } else { "encode" };
    let length = if m.heap.is_str(object) || m.heap.kind(object) == Kind::Bytes { m.length(object)? } else { 0 };
    let single = end == start + 1 && (0..length).contains(&start);
    let what = if single && !decoding && m.heap.is_str(object) {
        let point = m.heap.str_char(object, start as u64);
        let shown = match point {
            0..0x100 => format!("\\x{point:02x}"),
            0x100..0x1_0000 => format!("\\u{point:04x}"),
            _ => format!("\\U{point:08x}"),
        };
        format!("character '{shown}' in position {start}")
    } else if single && m.heap.kind(object) == Kind::Bytes {
        let byte = m.heap.memory.u8(object.plus(32 + start as u64));
        format!("byte 0x{byte:02x} in position {start}")
    } else {
        let noun = if decoding { "bytes" } else { "characters" };
        format!("{noun} in position {start}-{}", end - 1)
    };
    Ok(m.heap.new_str(&format!("'{encoding}' codec can't {verb} {what}: {reason}")))
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

macro_rules! unicode_rows {
    ($which:ident) => {
        &[
            NativeRow::slot(StaticType::$which, "__init__", unicode_init),
            NativeRow::slot(StaticType::$which, "__str__", unicode_str),
            NativeRow::member(StaticType::$which, "encoding", unicode_encoding),
            NativeRow::member(StaticType::$which, "object", unicode_object),
            NativeRow::member(StaticType::$which, "start", unicode_start),
            NativeRow::member(StaticType::$which, "end", unicode_end),
            NativeRow::member_set(StaticType::$which, "reason", unicode_reason, set_unicode_reason),
        ]
    };
}

/// `UnicodeEncodeError`.
pub const ENCODE_ROWS: &[NativeRow] = unicode_rows!(UnicodeEncodeError);
/// `UnicodeDecodeError`.
pub const DECODE_ROWS: &[NativeRow] = unicode_rows!(UnicodeDecodeError);

/// The others.
pub const ROWS: &[NativeRow] = &[
    NativeRow::slot(StaticType::StopIteration, "__init__", stop_init),
    NativeRow::member_set(StaticType::StopIteration, "value", stop_value, set_stop_value),
    NativeRow::slot(StaticType::SystemExit, "__init__", exit_init),
    NativeRow::member_set(StaticType::SystemExit, "code", exit_code, set_exit_code),
    NativeRow::slot(StaticType::NameError, "__init__", name_init),
    NativeRow::member_set(StaticType::NameError, "name", name_error_name, set_name_error_name),
    NativeRow::slot(StaticType::AttributeError, "__init__", attribute_init),
    NativeRow::member_set(StaticType::AttributeError, "name", attribute_name, set_attribute_name),
    NativeRow::member_set(StaticType::AttributeError, "obj", attribute_object, set_attribute_object),
    NativeRow::slot(StaticType::ImportError, "__init__", import_init),
    NativeRow::slot(StaticType::ImportError, "__str__", import_str),
    NativeRow::member_set(StaticType::ImportError, "msg", import_message, set_import_message),
    NativeRow::member_set(StaticType::ImportError, "name", import_name, set_import_name),
    NativeRow::member_set(StaticType::ImportError, "path", import_path, set_import_path),
    NativeRow::member(StaticType::ImportError, "name_from", import_name_from),
    NativeRow::new(StaticType::OSError, os_new),
    NativeRow::slot(StaticType::OSError, "__init__", os_init),
    NativeRow::slot(StaticType::OSError, "__str__", os_str),
    NativeRow::member_set(StaticType::OSError, "errno", errno, set_errno),
    NativeRow::member_set(StaticType::OSError, "strerror", strerror, set_strerror),
    NativeRow::member_set(StaticType::OSError, "filename", filename, set_filename),
    NativeRow::member_set(StaticType::OSError, "filename2", filename2, set_filename2),
    NativeRow::slot(StaticType::SyntaxError, "__init__", syntax_init),
    NativeRow::slot(StaticType::SyntaxError, "__str__", syntax_str),
    NativeRow::member_set(StaticType::SyntaxError, "msg", syntax_message, set_syntax_message),
    NativeRow::member_set(StaticType::SyntaxError, "filename", syntax_filename, set_syntax_filename),
    NativeRow::member_set(StaticType::SyntaxError, "lineno", syntax_lineno, set_syntax_lineno),
    NativeRow::member_set(StaticType::SyntaxError, "offset", syntax_offset, set_syntax_offset),
    NativeRow::member(StaticType::SyntaxError, "end_lineno", syntax_end_lineno),
    NativeRow::member(StaticType::SyntaxError, "end_offset", syntax_end_offset),
    NativeRow::member_set(StaticType::SyntaxError, "text", syntax_text, set_syntax_text),
    NativeRow::slot(StaticType::KeyError, "__str__", key_str),
];
