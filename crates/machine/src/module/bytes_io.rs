//! `io.BytesIO` (Modules/_io/bytesio.c): the content lies in a bytes object, which is shared until it is written to.

use heapglass_heap::{
    Address, Kind,
    layout::native::{
        bytes_io::{BUFFER, DICT, EXPORTS, POSITION, STRING_SIZE},
        bytes_io_buffer::SOURCE,
    },
    object::memory_view::Part,
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

const TYPE: StaticType = StaticType::BytesIO;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(TYPE, |m, a| {
        let file = m.heap.generic_allocate(a.self_, 0);
        let empty = m.heap.empty_bytes();
        m.heap.memory.set_address(file.plus(BUFFER), empty);
        Ok(file)
    }),
    NativeRow::slot(TYPE, "__iter__", itself),
    NativeRow::slot(TYPE, "__next__", |m, a| {
        let line = line(m, a.self_, -1)?;
        if line.is_empty() { Ok(Address::NULL) } else { Ok(m.heap.new_bytes(&line)) }
    }),
    NativeRow::slot(TYPE, "__init__", init),
    NativeRow::no_arguments(TYPE, "readable", yes),
    NativeRow::no_arguments(TYPE, "seekable", yes),
    NativeRow::no_arguments(TYPE, "writable", yes),
    NativeRow::no_arguments(TYPE, "close", |m, a| close(m, a.self_)),
    NativeRow::no_arguments(TYPE, "flush", |m, a| {
        check_open(m, a.self_)?;
        m.none()
    }),
    NativeRow::no_arguments(TYPE, "isatty", |m, a| {
        check_open(m, a.self_)?;
        m.truth(false)
    }),
    NativeRow::no_arguments(TYPE, "tell", |m, a| {
        check_open(m, a.self_)?;
        let position = m.word(a.self_, POSITION);
        Ok(m.heap.new_int_ssize(position))
    }),
    NativeRow::one(TYPE, "write", |m, a| {
        let written = write(m, a.self_, a.positional[0])?;
        Ok(m.heap.new_int_ssize(written))
    }),
    NativeRow::one(TYPE, "writelines", |m, a| {
        check_open(m, a.self_)?;
        m.for_each(a.positional[0], |m, part| {
            let written = write(m, a.self_, part);
            m.decref(part);
            written.map(|_| ())
        })?;
        m.none()
    }),
    NativeRow::positional(TYPE, "read1", read),
    NativeRow::positional(TYPE, "readline", |m, a| {
        let most = limit(m, &a, "readline")?;
        let line = line(m, a.self_, most)?;
        Ok(m.heap.new_bytes(&line))
    }),
    NativeRow::positional(TYPE, "readlines", read_lines),
    NativeRow::one(TYPE, "readinto", read_into),
    NativeRow::one(TYPE, "readinto1", read_into),
    NativeRow::no_arguments(TYPE, "getbuffer", get_buffer),
    NativeRow::no_arguments(TYPE, "__getstate__", get_state),
    NativeRow::one(TYPE, "__setstate__", set_state),
    NativeRow::no_arguments(TYPE, "fileno", |m, _| unsupported(m, "fileno")),
    NativeRow::no_arguments(TYPE, "detach", |m, _| unsupported(m, "detach")),
    NativeRow::positional(TYPE, "read", read),
    NativeRow::no_arguments(TYPE, "getvalue", get_value),
    NativeRow::positional(TYPE, "seek", seek),
    NativeRow::positional(TYPE, "truncate", truncate),
    NativeRow::no_arguments(TYPE, "__enter__", itself),
    NativeRow::positional(TYPE, "__exit__", |m, a| close(m, a.self_)),
    NativeRow::no_arguments(TYPE, "__sizeof__", |m, a| {
        let size = m.heap.sizeof_method(a.self_);
        Ok(m.heap.new_int_ssize(size as i64))
    }),
    NativeRow::get(TYPE, "closed", |m, a| m.truth(m.field(a.self_, BUFFER).is_null())),
];

fn check_open(m: &mut Machine, file: Address) -> Outcome<()> {
    if m.field(file, BUFFER).is_null() {
        return m.value_error("I/O operation on closed file.");
    }
    Ok(())
}

/// Raises `io.UnsupportedOperation`.
pub(super) fn unsupported(m: &mut Machine, name: &str) -> Outcome {
    let io = m.import_module("io")?;
    let class = m.name("UnsupportedOperation");
    let class = m.get_attribute(io, class);
    m.decref(io);
    let class = class?;
    let text = m.heap.new_str(name);
    let error = m.call(class, &[text], &[]);
    m.decref(text);
    m.decref(class);
    let error = error?;
    Err(m.raise_object(error))
}

fn check_exported(m: &mut Machine, file: Address) -> Outcome<()> {
    m.check_exports(file, EXPORTS)
}

/// `readinto(buffer)`: fills a buffer that may be written.
fn read_into(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (file, target) = (arguments.self_, arguments.positional[0]);
    let writable = match m.heap.kind(target) {
        Kind::ByteArray | Kind::Array => true,
        Kind::MemoryView => !crate::method::memory_view::is_readonly(m, target),
        _ => false,
    };
    if !writable {
        let name = m.type_name(target);
        return m.type_error(format!("readinto() argument must be read-write bytes-like object, not {name}"));
    }
    check_open(m, file)?;
    let room = m.bytes_like(target)?.map_or(0, |data| data.len());
    let data = take(m, file, room as i64, false);
    let view = m.new_memory_view(target)?;
    let start = m.field(view, heapglass_heap::layout::container::memory_view::BUFFER);
    if !data.is_empty() {
        m.heap.memory.write(start, &data);
    }
    m.decref(view);
    Ok(m.heap.new_int_ssize(data.len() as i64))
}

/// `getbuffer()`: a view of the content, which has the buffer to itself.
fn get_buffer(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let file = arguments.self_;
    check_open(m, file)?;
    let source = m.incref(file);
    let buffer = m.heap.new_record(StaticType::BytesIOBuffer, &[(SOURCE, source)]);
    let view = m.new_memory_view(buffer);
    m.decref(buffer);
    view
}

/// What a view looks at, and how many bytes it is.
pub(crate) fn exported(m: &mut Machine, buffer: Address) -> (Part, u64) {
    let file = m.field(buffer, SOURCE);
    let data = m.field(file, BUFFER);
    if m.heap.refcount(data) > 1 {
        let content = content(m, file);
        rewrite(m, file, &content, content.len());
    }
    let place = m.field(file, BUFFER).plus(heapglass_heap::object::bytes::DATA);
    let size = m.word(file, STRING_SIZE) as u64;
    (Part { buffer: place, item_size: 1, format: b'B', readonly: false }, size)
}

/// `(content, position, dict)`
fn get_state(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let file = arguments.self_;
    let content = get_value(m, arguments)?;
    let position = m.word(file, POSITION);
    let position = m.heap.new_int_ssize(position);
    let dict = m.field(file, DICT);
    let dict = if dict.is_null() { m.heap.none() } else { m.heap.dict_copy(dict) };
    Ok(m.heap.new_tuple_from(&[content, position, dict]))
}

fn set_state(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (file, state) = (arguments.self_, arguments.positional[0]);
    let items = if m.heap.kind(state) == Kind::Tuple { m.heap.tuple_items(state) } else { Vec::new() };
    let [content, position, dict, ..] = items[..] else {
        let name = m.type_name(file);
        let given = m.type_name(state);
        return m.type_error(format!("{name}.__setstate__ argument should be 3-tuple, got {given}"));
    };
    check_exported(m, file)?;
    let empty = m.heap.empty_bytes();
    m.set_field(file, BUFFER, empty);
    m.set_word(file, STRING_SIZE, 0);
    m.set_word(file, POSITION, 0);
    write(m, file, content)?;
    if !m.is_int(position) {
        let given = m.type_name(position);
        return m.type_error(format!("second item of state must be an integer, not {given}"));
    }
    let position = m.index_to_i64(position, StaticType::OverflowError)?;
    if position < 0 {
        return m.value_error("position value cannot be negative");
    }
    m.set_word(file, POSITION, position);
    if m.heap.is_none(dict) {
        return m.none();
    }
    if m.heap.kind(dict) != Kind::Dict {
        let given = m.type_name(dict);
        return m.type_error(format!("third item of state should be a dict, got a {given}"));
    }
    let own = m.field(file, DICT);
    if own.is_null() {
        m.store_field(file, DICT, dict);
    } else {
        heapglass_heap::object::dict::compare::merge(m, own, dict, true)?;
    }
    m.none()
}

fn itself(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    check_open(m, arguments.self_)?;
    Ok(m.incref(arguments.self_))
}

fn yes(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    check_open(m, arguments.self_)?;
    m.truth(true)
}

fn close(m: &mut Machine, file: Address) -> Outcome {
    check_exported(m, file)?;
    m.set_field(file, BUFFER, Address::NULL);
    m.none()
}

fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [initial] = m.named_arguments(&arguments, "BytesIO", ["initial_bytes"], 0)?;
    let file = arguments.self_;
    check_exported(m, file)?;
    m.set_word(file, POSITION, 0);
    m.set_word(file, STRING_SIZE, 0);
    if m.field(file, BUFFER).is_null() {
        // A closed stream opens anew.
        let empty = m.heap.empty_bytes();
        m.heap.memory.set_address(file.plus(BUFFER), empty);
    }
    let Some(initial) = initial.filter(|initial| !m.heap.is_none(*initial)) else { return m.none() };
    if m.heap.is_exact(initial, StaticType::Bytes) {
        m.store_field(file, BUFFER, initial);
        let size = m.heap.bytes_len(initial);
        m.set_word(file, STRING_SIZE, size as i64);
        return m.none();
    }
    write(m, file, initial)?;
    m.set_word(file, POSITION, 0);
    m.none()
}

/// The content up to the end of what was written.
fn content(m: &Machine, file: Address) -> Vec<u8> {
    let size = m.word(file, STRING_SIZE) as usize;
    m.heap.bytes_data(m.field(file, BUFFER))[..size].to_vec()
}

/// Puts a new bytes object with this content and room in the place of the buffer.
fn rewrite(m: &mut Machine, file: Address, data: &[u8], room: usize) {
    let mut all = data.to_vec();
    all.resize(room.max(data.len()), 0);
    let buffer = m.heap.new_bytes(&all);
    m.set_field(file, BUFFER, buffer);
}

/// How large the buffer becomes that must hold `size` bytes (`resize_buffer`).
fn room_for(size: usize, allocated: usize) -> usize {
    if size < allocated / 2 {
        size + 1
    } else if size < allocated {
        allocated
    } else if (size as f64) < allocated as f64 * 1.125 {
        size + (size >> 3) + if size < 9 { 3 } else { 6 }
    } else {
        size + 1
    }
}

fn write(m: &mut Machine, file: Address, source: Address) -> Outcome<i64> {
    check_open(m, file)?;
    check_exported(m, file)?;
    let more = m.expect_bytes(source)?;
    if more.is_empty() {
        return Ok(0);
    }
    let mut data = content(m, file);
    let start = m.word(file, POSITION) as usize;
    let end = start + more.len();
    if !m.heap.can_allocate(end as u64) {
        return m.memory_error();
    }
    let allocated = m.heap.bytes_len(m.field(file, BUFFER)) as usize;
    data.resize(data.len().max(end), 0);
    data[start..end].copy_from_slice(&more);
    let room = if end > allocated { room_for(end, allocated) } else { allocated };
    rewrite(m, file, &data, room);
    m.set_word(file, STRING_SIZE, data.len() as i64);
    m.set_word(file, POSITION, end as i64);
    Ok(more.len() as i64)
}

/// A size argument: −1 where none is given, or `None`.
fn limit(m: &mut Machine, arguments: &Arguments<'_>, name: &str) -> Outcome<i64> {
    arguments.arity(m, name, 0, 1)?;
    check_open(m, arguments.self_)?;
    match arguments.get(0).filter(|most| !m.heap.is_none(*most)) {
        Some(most) if m.is_index(most) => m.index_to_i64(most, StaticType::OverflowError),
        Some(most) => Err(m.raise_about_type("argument should be integer or None, not '%.200s'", most)),
        None => Ok(-1),
    }
}

/// The next bytes, at most `most` if that is not negative, and what comes after them is next.
fn take(m: &mut Machine, file: Address, most: i64, until_line_end: bool) -> Vec<u8> {
    let all = content(m, file);
    let start = (m.word(file, POSITION) as usize).min(all.len());
    let mut rest = all[start..].to_vec();
    if until_line_end && let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
        rest.truncate(end + 1);
    }
    if most >= 0 {
        rest.truncate(most as usize);
    }
    let position = m.word(file, POSITION) + rest.len() as i64;
    m.set_word(file, POSITION, position);
    rest
}

fn line(m: &mut Machine, file: Address, most: i64) -> Outcome<Vec<u8>> {
    check_open(m, file)?;
    Ok(take(m, file, most, true))
}

/// All that is there comes as the buffer itself, if that is no larger.
fn read(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let most = limit(m, &arguments, "read")?;
    let file = arguments.self_;
    let buffer = m.field(file, BUFFER);
    let all = m.heap.bytes_len(buffer) as i64;
    let whole = m.word(file, POSITION) == 0 && m.word(file, STRING_SIZE) == all && !(0..all).contains(&most) && m.word(file, EXPORTS) == 0;
    if whole && all > 1 {
        m.set_word(file, POSITION, all);
        return Ok(m.incref(buffer));
    }
    let data = take(m, file, most, false);
    Ok(m.heap.new_bytes(&data))
}

fn read_lines(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let most = limit(m, &arguments, "readlines")?;
    let list = m.heap.new_list(0);
    let mut size = 0;
    loop {
        let line = take(m, arguments.self_, -1, true);
        if line.is_empty() {
            return Ok(list);
        }
        size += line.len() as i64;
        let line = m.heap.new_bytes(&line);
        m.heap.list_append(list, line);
        if most > 0 && size >= most {
            return Ok(list);
        }
    }
}

/// The buffer itself, cut to what was written.
fn get_value(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let file = arguments.self_;
    check_open(m, file)?;
    let data = content(m, file);
    if m.word(file, EXPORTS) > 0 {
        return Ok(m.heap.new_bytes(&data));
    }
    if data.len() as u64 != m.heap.bytes_len(m.field(file, BUFFER)) {
        rewrite(m, file, &data, data.len());
    }
    let buffer = m.field(file, BUFFER);
    debug_assert_eq!(m.heap.kind(buffer), Kind::Bytes, "the buffer is a bytes object");
    Ok(m.incref(buffer))
}

fn seek(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "seek", 1, 2)?;
    let file = arguments.self_;
    check_open(m, file)?;
    let offset = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?;
    let whence = match arguments.get(1) {
        Some(whence) => m.index_to_i64(whence, StaticType::OverflowError)?,
        None => 0,
    };
    let from = match whence {
        0 if offset < 0 => return m.value_error(format!("negative seek value {offset}")),
        0 => 0,
        1 => m.word(file, POSITION),
        2 => m.word(file, STRING_SIZE),
        _ => return m.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)")),
    };
    let position = from.saturating_add(offset).max(0);
    m.set_word(file, POSITION, position);
    Ok(m.heap.new_int_ssize(position))
}

fn truncate(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "truncate", 0, 1)?;
    let file = arguments.self_;
    check_open(m, file)?;
    check_exported(m, file)?;
    let size = match arguments.get(0).filter(|size| !m.heap.is_none(*size)) {
        Some(size) => m.index_to_i64(size, StaticType::OverflowError)?,
        None => m.word(file, POSITION),
    };
    if size < 0 {
        return m.value_error(format!("negative size value {size}"));
    }
    if size < m.word(file, STRING_SIZE) {
        let data = content(m, file);
        let allocated = m.heap.bytes_len(m.field(file, BUFFER)) as usize;
        rewrite(m, file, &data[..size as usize], room_for(size as usize, allocated));
        m.set_word(file, STRING_SIZE, size);
    }
    Ok(m.heap.new_int_ssize(size))
}
