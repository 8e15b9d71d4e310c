//! `posix`: the little of an operating system that `os` and `tempfile` are built on (Modules/posixmodule.c).

use heapglass_heap::{Address, Raised, static_type::StaticType};

use crate::{
    file::{Target, Whence},
    machine::{Ending, Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};

const fn row(name: &'static str, convention: Convention, function: crate::native::NativeFn) -> NativeRow {
    NativeRow::function("posix", name, convention, function)
}

/// The folder in which programs run.
pub const FOLDER: &str = "/home/student";
/// The number of the simulated process.
const PROCESS: i64 = 4242;
/// `ENOENT`, `EEXIST`, `EBADF`, `EINVAL`, `EMFILE`, `ENOMEM` and their texts.
const MISSING: (i64, &str) = (2, "No such file or directory");
const NO_DIRECTORY: (i64, &str) = (20, "Not a directory");
const EXISTS: (i64, &str) = (17, "File exists");
const BAD_FILE: (i64, &str) = (9, "Bad file descriptor");
const NO_MEMORY: (i64, &str) = (12, "Cannot allocate memory");
const INVALID: (i64, &str) = (22, "Invalid argument");
const TOO_MANY: (i64, &str) = (24, "Too many open files");

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("getpid", Convention::NoArguments, |m, _| Ok(m.heap.new_int(PROCESS))),
    row("getppid", Convention::NoArguments, |m, _| Ok(m.heap.new_int(1))),
    row("cpu_count", Convention::NoArguments, |m, _| Ok(m.heap.new_int(1))),
    row("getcwd", Convention::NoArguments, |m, _| m.new_text(FOLDER)),
    row("_temporary_file", Convention::NoArguments, |m, _| {
        let opened = m.open_temporary_file();
        number_or(m, opened, TOO_MANY)
    }),
    row("_open_file", Convention::Positional, open_file),
    row("_read_line", Convention::One, |m, a| {
        let file = file(m, a.positional[0])?;
        let line = m.file_read_line(file);
        Ok(m.heap.new_bytes(&line))
    }),
    row("listdir", Convention::Positional, |m, _| {
        let names: Vec<Address> = m.file_names().iter().map(|name| m.heap.new_str(name)).collect();
        let list = m.heap.new_list_of(&names);
        for name in names {
            m.decref(name);
        }
        Ok(list)
    }),
    row("_size", Convention::One, |m, a| {
        let name = file_name(m, a.positional[0])?;
        match m.named_file(&name) {
            Some(file) => {
                let size = m.file_size(file);
                Ok(m.heap.new_int(size as i64))
            }
            None => Err(missing_file(m, MISSING, a.positional[0])),
        }
    }),
    row("remove", Convention::Positional, remove),
    row("unlink", Convention::Positional, remove),
    row("rename", Convention::Positional, |m, a| {
        a.arity(m, "rename", 2, 2)?;
        let (from, to) = (file_name(m, a.positional[0])?, file_name(m, a.positional[1])?);
        if m.rename_file(&from, &to) { m.none() } else { Err(missing_file(m, MISSING, a.positional[0])) }
    }),
    row("dup", Convention::Positional, |m, a| {
        a.arity(m, "dup", 1, 1)?;
        let number = number(m, a.positional[0])?;
        if m.descriptor(number).is_none() {
            return Err(os_error(m, BAD_FILE));
        }
        let copy = m.duplicate_descriptor(number);
        number_or(m, copy, TOO_MANY)
    }),
    row("dup2", Convention::Keywords, |m, a| {
        a.arity(m, "dup2", 2, 3)?;
        let (from, to) = (number(m, a.positional[0])?, number(m, a.positional[1])?);
        let done = m.redirect_descriptor(from, to);
        number_or(m, done.then_some(to), BAD_FILE)
    }),
    row("close", Convention::Positional, |m, a| {
        a.arity(m, "close", 1, 1)?;
        let number = number(m, a.positional[0])?;
        if m.close_descriptor(number) {
            m.none()
        } else {
            Err(os_error(m, BAD_FILE))
        }
    }),
    row("read", Convention::Positional, read),
    row("write", Convention::Positional, write),
    row("lseek", Convention::Positional, seek),
    row("ftruncate", Convention::Positional, truncate),
    row("fsync", Convention::One, |m, _| m.none()),
    row("isatty", Convention::One, |m, _| m.truth(false)),
    row("_exit", Convention::Positional, exit),
    row("abort", Convention::NoArguments, |m, _| {
        m.stop(Ending::Finished(134));
        Err(Raised)
    }),
];

fn number(m: &mut Machine, object: Address) -> Outcome<u64> {
    let number = m.index_to_i64(object, StaticType::OverflowError)?;
    Ok(u64::try_from(number).unwrap_or(u64::MAX))
}

fn number_or(m: &mut Machine, number: Option<u64>, error: (i64, &str)) -> Outcome {
    match number {
        Some(number) => Ok(m.heap.new_int(number as i64)),
        None => Err(os_error(m, error)),
    }
}

/// An `OSError` with its number and text.
fn os_error(m: &mut Machine, (number, text): (i64, &str)) -> Raised {
    let items = [m.heap.new_int(number), m.heap.new_str(text)];
    let error = m.call(StaticType::OSError.address(), &items, &[]);
    for item in items {
        m.decref(item);
    }
    match error {
        Ok(error) => m.raise_object(error),
        Err(raised) => raised,
    }
}

/// The name of a file beside the program: the last part of a path that leads into the working directory.
fn file_name(m: &mut Machine, object: Address) -> Outcome<String> {
    let text = if m.is_str(object) { m.heap.str_text(object) } else { String::from_utf8_lossy(&m.expect_bytes(object)?).into_owned() };
    if text.contains('\0') {
        return m.value_error("embedded null byte");
    }
    let text = text.strip_prefix("/home/student/").unwrap_or(&text);
    let text = text.strip_prefix("./").unwrap_or(text);
    Ok(text.to_owned())
}

/// An `OSError` about a file, of the subclass that its number stands for.
fn missing_file(m: &mut Machine, (number, text): (i64, &str), name: Address) -> Raised {
    m.incref(name);
    let items = [m.heap.new_int(number), m.heap.new_str(text), name];
    let error = m.call(StaticType::OSError.address(), &items, &[]);
    for item in items {
        m.decref(item);
    }
    match error {
        Ok(error) => m.raise_object(error),
        Err(raised) => raised,
    }
}

/// `_open_file(name, mode)`: a descriptor. The mode has been checked.
fn open_file(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "_open_file", 2, 2)?;
    let shown = arguments.positional[0];
    if m.is_int(shown) {
        let descriptor = number(m, shown)?;
        return match m.descriptor(descriptor) {
            Some(Target::File(_)) => Ok(m.incref(shown)),
            _ => Err(os_error(m, BAD_FILE)),
        };
    }
    let (name, mode) = (file_name(m, shown)?, m.str_of(arguments.positional[1])?);
    let known = m.named_file(&name);
    if known.is_none() && (name.contains('/') || name.is_empty()) {
        let in_file = name.match_indices('/').any(|(at, _)| m.named_file(&name[..at]).is_some());
        return Err(missing_file(m, if in_file { NO_DIRECTORY } else { MISSING }, shown));
    }
    let file = match known {
        None if mode.contains('r') => return Err(missing_file(m, MISSING, shown)),
        Some(_) if mode.contains('x') => return Err(missing_file(m, EXISTS, shown)),
        Some(file) => file,
        None => m.new_named_file(&name, &[]),
    };
    if mode.contains('w') {
        m.cut_file(file, 0);
    }
    let opened = m.open_named_file(file, mode.contains('a'));
    number_or(m, opened, TOO_MANY)
}

fn remove(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "remove", 1, 1)?;
    let name = file_name(m, arguments.positional[0])?;
    if m.remove_file(&name) { m.none() } else { Err(missing_file(m, MISSING, arguments.positional[0])) }
}

/// The open file behind a descriptor.
fn file(m: &mut Machine, object: Address) -> Outcome {
    let number = number(m, object)?;
    match m.descriptor(number) {
        Some(Target::File(file)) => Ok(file),
        Some(Target::Standard(_)) => Err(os_error(m, (29, "Illegal seek"))),
        None => Err(os_error(m, BAD_FILE)),
    }
}

fn read(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "read", 2, 2)?;
    let number = number(m, arguments.positional[0])?;
    let most = m.index_clamped(arguments.positional[1])?;
    let Ok(most) = u64::try_from(most) else {
        return Err(os_error(m, INVALID));
    };
    let bytes = match m.descriptor(number) {
        Some(Target::File(file)) => m.file_read(file, most),
        Some(Target::Standard(0)) => m
            .next_input_line()?
            .map(|line| format!("{}\n", line.trim_end_matches('\n')).into_bytes())
            .unwrap_or_default(),
        _ => return Err(os_error(m, BAD_FILE)),
    };
    Ok(m.heap.new_bytes(&bytes))
}

fn write(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "write", 2, 2)?;
    let number = number(m, arguments.positional[0])?;
    let bytes = m.expect_bytes(arguments.positional[1])?;
    match m.descriptor(number) {
        Some(Target::File(file)) => {
            if !m.file_write(file, &bytes) {
                return Err(os_error(m, NO_MEMORY));
            }
        }
        Some(Target::Standard(1)) => m.append_output(&String::from_utf8_lossy(&bytes)),
        Some(Target::Standard(2)) => m.append_error(&String::from_utf8_lossy(&bytes)),
        _ => return Err(os_error(m, BAD_FILE)),
    }
    Ok(m.heap.new_int(bytes.len() as i64))
}

fn seek(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "lseek", 3, 3)?;
    let file = file(m, arguments.positional[0])?;
    let offset = m.index_to_i64(arguments.positional[1], StaticType::OverflowError)?;
    let whence = match m.index_clamped(arguments.positional[2])? {
        0 => Whence::Start,
        1 => Whence::Here,
        2 => Whence::End,
        _ => return Err(os_error(m, INVALID)),
    };
    match m.file_seek(file, offset, whence) {
        Some(position) => Ok(m.heap.new_int(position)),
        None => Err(os_error(m, INVALID)),
    }
}

fn truncate(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "ftruncate", 2, 2)?;
    let file = file(m, arguments.positional[0])?;
    let size = m.index_to_i64(arguments.positional[1], StaticType::OverflowError)?;
    match u64::try_from(size) {
        Ok(size) => {
            m.file_truncate(file, size);
            m.none()
        }
        Err(_) => Err(os_error(m, INVALID)),
    }
}

/// Ends the program at once: no `atexit`, no finalizers.
fn exit(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "_exit", 1, 1)?;
    let status = m.index_clamped(arguments.positional[0])?;
    m.stop(Ending::Finished((status & 0xFF) as i32));
    Err(Raised)
}
