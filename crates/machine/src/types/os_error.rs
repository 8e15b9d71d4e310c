//! `OSError`: its numbers, its classes by number, its file names (`Objects/exceptions.c`).
//!
//! A class that has an `__init__` of its own but no `__new__` reads its arguments there; all others read them in `__new__`.

use heapglass_heap::{
    Address, Kind,
    layout::exception::{base, os_error},
    static_type::StaticType,
};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::{
        field_row::{read_field, write_field},
        slot::{Found, Slot},
    },
};

read_field! {
    errno os_error::ERRNO;
    strerror os_error::STRERROR;
    filename os_error::FILENAME;
    filename2 os_error::FILENAME2;
}

write_field! {
    set_errno os_error::ERRNO;
    set_strerror os_error::STRERROR;
    set_filename os_error::FILENAME;
    set_filename2 os_error::FILENAME2;
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

/// Whether the arguments are read in `__init__` (`oserror_use_init`).
fn uses_init(m: &mut Machine, type_: Address) -> bool {
    let own = |m: &mut Machine, slot| {
        matches!(m.find_slot(type_, slot), Found::Attribute(found) if !m.heap.is_exact(found, StaticType::BuiltinFunction))
    };
    own(m, Slot::Init) && !own(m, Slot::New)
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut type_ = arguments.self_;
    if uses_init(m, type_) {
        let empty = m.heap.empty_tuple();
        let exception = m.heap.new_exception_object(type_, empty);
        m.heap.memory.set_i64(exception.plus(os_error::WRITTEN), -1);
        return Ok(exception);
    }
    let name = m.name_of_type(type_);
    arguments.no_keywords(m, &name)?;
    if type_ == StaticType::OSError.address()
        && (2..=5).contains(&arguments.positional.len())
        && m.heap.kind(arguments.positional[0]) == Kind::Int
        && let Some(errno) = m.heap.int_to_i64(arguments.positional[0])
    {
        type_ = class_of_errno(errno).address();
    }
    let args = arguments.tuple(m);
    let exception = m.heap.new_exception_object(type_, args);
    m.heap.memory.set_i64(exception.plus(os_error::WRITTEN), -1);
    if let Err(raised) = read_arguments(m, exception, arguments.positional) {
        m.decref(exception);
        return Err(raised);
    }
    Ok(exception)
}

fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let type_ = m.heap.type_of(arguments.self_);
    if uses_init(m, type_) {
        let name = m.type_name(arguments.self_);
        arguments.no_keywords(m, &name)?;
        m.set_exception_args(arguments.self_, arguments.positional);
        read_arguments(m, arguments.self_, arguments.positional)?;
    }
    Ok(m.heap.none())
}

/// Number, words and names out of two to five arguments; of those only the first two remain in `args` if there is a name.
fn read_arguments(m: &mut Machine, exception: Address, given: &[Address]) -> Outcome<()> {
    if !(2..=5).contains(&given.len()) {
        return Ok(());
    }
    if let Some(named) = given.get(2).filter(|value| !m.heap.is_none(**value)) {
        let blocking = m.heap.type_of(exception) == StaticType::BlockingIOError.address();
        if blocking && m.is_number(*named) {
            let written = m.index_to_i64(*named, StaticType::ValueError)?;
            m.heap.memory.set_i64(exception.plus(os_error::WRITTEN), written);
        } else {
            m.store_field(exception, os_error::FILENAME, *named);
            if let Some(second) = given.get(4).filter(|value| !m.heap.is_none(**value)) {
                m.store_field(exception, os_error::FILENAME2, *second);
            }
            m.set_exception_args(exception, &given[..2]);
        }
    }
    m.store_field(exception, os_error::ERRNO, given[0]);
    m.store_field(exception, os_error::STRERROR, given[1]);
    Ok(())
}

fn str(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let word = |m: &Machine, offset| m.heap.memory.address(arguments.self_.plus(offset));
    let or_none = |m: &Machine, value: Address| if value.is_null() { m.heap.none() } else { value };
    let (errno, strerror) = (word(m, os_error::ERRNO), word(m, os_error::STRERROR));
    let (first, second) = (word(m, os_error::FILENAME), word(m, os_error::FILENAME2));
    if first.is_null() && (errno.is_null() || strerror.is_null()) {
        return m.exception_text(arguments.self_);
    }
    let (errno, strerror) = (or_none(m, errno), or_none(m, strerror));
    let pieces = [Piece::Display(errno), Piece::Display(strerror), Piece::Repr(first), Piece::Repr(second)];
    match (first.is_null(), second.is_null()) {
        (true, _) => m.from_format("[Errno %S] %S", &pieces[..2]),
        (false, true) => m.from_format("[Errno %S] %S: %R", &pieces[..3]),
        (false, false) => m.from_format("[Errno %S] %S: %R -> %R", &pieces),
    }
}

/// The names belong to the arguments again.
fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let exception = arguments.self_;
    let word = |m: &Machine, offset| m.heap.memory.address(exception.plus(offset));
    let held = m.heap.exception_args(exception);
    let (first, second) = (word(m, os_error::FILENAME), word(m, os_error::FILENAME2));
    let args = if m.heap.tuple_len(held) == 2 && !first.is_null() {
        let mut items = m.heap.tuple_items(held);
        items.push(first);
        if !second.is_null() {
            items.extend([m.heap.none(), second]);
        }
        m.heap.new_tuple_of(&items)
    } else {
        m.incref(held)
    };
    let (type_, dict) = (m.heap.type_of(exception), word(m, base::DICT));
    let parts = [type_, args, dict];
    let reduced = m.heap.new_tuple_of(if dict.is_null() { &parts[..2] } else { &parts });
    m.decref(args);
    Ok(reduced)
}

fn written(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    match m.heap.memory.i64(arguments.self_.plus(os_error::WRITTEN)) {
        -1 => Err(m.raise(StaticType::AttributeError, "characters_written")),
        written => Ok(m.heap.new_int(written)),
    }
}

fn set_written(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let place = arguments.self_.plus(os_error::WRITTEN);
    let value = match arguments.get(0) {
        Some(value) => m.index_to_i64(value, StaticType::ValueError)?,
        None if m.heap.memory.i64(place) == -1 => {
            return Err(m.raise(StaticType::AttributeError, "characters_written"));
        }
        None => -1,
    };
    m.heap.memory.set_i64(place, value);
    Ok(m.heap.none())
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(StaticType::OSError, new),
    NativeRow::slot(StaticType::OSError, "__init__", init),
    NativeRow::slot(StaticType::OSError, "__str__", str),
    NativeRow::no_arguments(StaticType::OSError, "__reduce__", reduce),
    NativeRow::member_set(StaticType::OSError, "errno", errno, set_errno),
    NativeRow::member_set(StaticType::OSError, "strerror", strerror, set_strerror),
    NativeRow::member_set(StaticType::OSError, "filename", filename, set_filename),
    NativeRow::member_set(StaticType::OSError, "filename2", filename2, set_filename2),
    NativeRow::get_set(StaticType::OSError, "characters_written", written, set_written),
];
