//! `io.StringIO` (Modules/_io/stringio.c): a buffer of code points, four bytes each.

use heapglass_heap::{
    Address,
    domain::Domain,
    layout::native::string_io::{
        BUFFER, BUFFER_SIZE, CLOSED, OK, POSITION, READ_NEWLINE, READ_TRANSLATE, READ_UNIVERSAL, STATE, STRING_SIZE, WRITER,
        WRITE_NEWLINE,
    },
    object::str::writer::UnicodeWriter,
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

const TYPE: StaticType = StaticType::StringIO;
/// State: the text stands in the buffer.
const REALIZED: u32 = 1;
/// State: the text stands in the writer.
const ACCUMULATING: u32 = 2;
/// Where the writer (`_PyUnicodeWriter`) keeps the room it has, ...
const WRITER_SIZE: u64 = 80;
/// ... how much is written ...
const WRITER_POSITION: u64 = 88;
/// ... and whether its buffer is borrowed.
const WRITER_READ_ONLY: u64 = 109;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(TYPE, |m, a| {
        let file = m.heap.generic_allocate(a.self_, 0);
        let buffer = m.heap.allocate(Domain::Mem, 0);
        m.heap.memory.set_address(file.plus(BUFFER), buffer);
        Ok(file)
    }),
    NativeRow::slot(TYPE, "__init__", init),
    NativeRow::one(TYPE, "write", write),
    NativeRow::one(TYPE, "writelines", write_lines),
    NativeRow::no_arguments(TYPE, "getvalue", |m, a| {
        check_open(m, a.self_)?;
        if is_accumulating(m, a.self_) {
            return Ok(intermediate(m, a.self_));
        }
        let all = content(m, a.self_)?;
        new_text(m, &all)
    }),
    NativeRow::positional(TYPE, "read", read),
    NativeRow::positional(TYPE, "readline", read_line),
    NativeRow::positional(TYPE, "readlines", read_lines),
    NativeRow::slot(TYPE, "__iter__", |m, a| {
        check_open(m, a.self_)?;
        Ok(m.incref(a.self_))
    }),
    NativeRow::slot(TYPE, "__next__", |m, a| {
        let line = next_line(m, a.self_, None)?;
        if line.is_empty() { Ok(Address::NULL) } else { new_text(m, &line) }
    }),
    NativeRow::no_arguments(TYPE, "tell", |m, a| {
        check_open(m, a.self_)?;
        let position = m.word(a.self_, POSITION);
        Ok(m.heap.new_int(position))
    }),
    NativeRow::positional(TYPE, "seek", seek),
    NativeRow::positional(TYPE, "truncate", truncate),
    NativeRow::no_arguments(TYPE, "flush", |m, _| m.none()),
    NativeRow::no_arguments(TYPE, "close", |m, a| {
        close(m, a.self_)
    }),
    NativeRow::no_arguments(TYPE, "readable", |m, a| open_and(m, a, true)),
    NativeRow::no_arguments(TYPE, "writable", |m, a| open_and(m, a, true)),
    NativeRow::no_arguments(TYPE, "seekable", |m, a| open_and(m, a, true)),
    NativeRow::no_arguments(TYPE, "isatty", |m, a| open_and(m, a, false)),
    NativeRow::no_arguments(TYPE, "fileno", |m, _| super::bytes_io::unsupported(m, "fileno")),
    NativeRow::no_arguments(TYPE, "detach", |m, _| super::bytes_io::unsupported(m, "detach")),
    NativeRow::get(TYPE, "encoding", |m, _| m.none()),
    NativeRow::get(TYPE, "errors", |m, _| m.none()),
    NativeRow::no_arguments(TYPE, "__enter__", |m, a| {
        if m.heap.memory.u8(a.self_.plus(CLOSED)) != 0 {
            return m.value_error("I/O operation on closed file.");
        }
        Ok(m.incref(a.self_))
    }),
    NativeRow::positional(TYPE, "__exit__", |m, a| {
        close(m, a.self_)
    }),
    NativeRow::get(TYPE, "closed", |m, a| m.truth(m.heap.memory.u8(a.self_.plus(CLOSED)) != 0)),
    NativeRow::get(TYPE, "line_buffering", |m, _| m.truth(false)),
    NativeRow::get(TYPE, "encoding", |m, _| m.none()),
    NativeRow::get(TYPE, "errors", |m, _| m.none()),
    NativeRow::get(TYPE, "newlines", |m, _| m.none()),
];

fn open_and(m: &mut Machine, arguments: Arguments<'_>, answer: bool) -> Outcome {
    check_open(m, arguments.self_)?;
    m.truth(answer)
}

fn check_open(m: &mut Machine, file: Address) -> Outcome<()> {
    if m.heap.memory.u8(file.plus(CLOSED)) != 0 {
        return m.value_error("I/O operation on closed file");
    }
    if m.heap.memory.u8(file.plus(OK)) == 0 {
        return m.value_error("I/O operation on uninitialized object");
    }
    Ok(())
}

/// A str that is not one of the shared ones, unless it is empty.
fn new_text(m: &mut Machine, points: &[u32]) -> Outcome {
    Ok(m.heap.new_str_points(points))
}

/// Whether all was written at the end so far: then the text stands in a writer, not in the buffer.
fn is_accumulating(m: &Machine, file: Address) -> bool {
    m.heap.memory.u32(file.plus(STATE)) == ACCUMULATING
}

fn writer(m: &Machine, file: Address) -> UnicodeWriter {
    let read_only = m.heap.memory.u8(file.plus(WRITER_READ_ONLY)) != 0;
    UnicodeWriter::from_fields(m.field(file, WRITER), m.heap.memory.u64(file.plus(WRITER_POSITION)), m.heap.memory.u64(file.plus(WRITER_SIZE)), read_only)
}

fn keep_writer(m: &mut Machine, file: Address, writer: UnicodeWriter) {
    let (buffer, position, size, read_only) = writer.into_fields();
    m.heap.memory.set_address(file.plus(WRITER), buffer);
    m.heap.memory.set_u64(file.plus(WRITER_POSITION), position);
    m.heap.memory.set_u64(file.plus(WRITER_SIZE), size);
    m.heap.memory.set_u8(file.plus(WRITER_READ_ONLY), u8::from(read_only));
}

/// The text so far, after which the writer goes on with a copy (`make_intermediate`).
fn intermediate(m: &mut Machine, file: Address) -> Address {
    let text = writer(m, file).finish(&mut m.heap);
    let mut next = UnicodeWriter::growing(0);
    next.write_str(&mut m.heap, text);
    keep_writer(m, file, next);
    text
}

/// Moves the text from the writer to the buffer (`realize`).
fn realize(m: &mut Machine, file: Address) -> Outcome<()> {
    if !is_accumulating(m, file) {
        return Ok(());
    }
    m.heap.memory.set_u32(file.plus(STATE), REALIZED);
    let text = writer(m, file).finish(&mut m.heap);
    keep_writer(m, file, UnicodeWriter::new());
    let points = m.heap.str_points(text);
    let done = resize(m, file, points.len() as u64);
    if done.is_ok() {
        let buffer = m.field(file, BUFFER);
        for (at, point) in (0..).zip(points) {
            m.heap.memory.set_u32(buffer.plus(4 * at), point);
        }
    }
    m.decref(text);
    done
}

fn close(m: &mut Machine, file: Address) -> Outcome {
    m.heap.memory.set_u8(file.plus(CLOSED), 1);
    resize(m, file, 0)?;
    writer(m, file).discard(&mut m.heap);
    keep_writer(m, file, UnicodeWriter::new());
    m.set_field(file, READ_NEWLINE, Address::NULL);
    m.set_field(file, WRITE_NEWLINE, Address::NULL);
    m.none()
}

fn content(m: &mut Machine, file: Address) -> Outcome<Vec<u32>> {
    check_open(m, file)?;
    realize(m, file)?;
    let size = m.word(file, STRING_SIZE) as u64;
    let buffer = m.field(file, BUFFER);
    Ok((0..size).map(|at| m.heap.memory.u32(buffer.plus(4 * at))).collect())
}

/// Room for `points` code points and one more (`resize_buffer`): a little more than asked for when growing a little.
fn resize(m: &mut Machine, file: Address, points: u64) -> Outcome<()> {
    let (room, buffer, size) = (m.word(file, BUFFER_SIZE) as u64, m.field(file, BUFFER), points + 1);
    let wanted = if size < room / 2 {
        size
    } else if size < room {
        return Ok(());
    } else if size * 8 <= room * 9 {
        size + (size >> 3) + if size < 9 { 3 } else { 6 }
    } else {
        size + 1
    };
    if !m.heap.can_allocate(4 * wanted) {
        return m.memory_error();
    }
    let moved = m.heap.reallocate(Domain::Mem, buffer, 4 * wanted);
    m.heap.memory.set_address(file.plus(BUFFER), moved);
    m.set_word(file, BUFFER_SIZE, wanted as i64);
    Ok(())
}

fn put(m: &mut Machine, file: Address, points: &[u32]) -> Outcome<()> {
    let start = m.word(file, POSITION) as u64;
    let end = start + points.len() as u64;
    let size = m.word(file, STRING_SIZE) as u64;
    realize(m, file)?;
    if end > size {
        resize(m, file, end)?;
    }
    let buffer = m.field(file, BUFFER);
    for at in size..start {
        m.heap.memory.set_u32(buffer.plus(4 * at), 0);
    }
    for (at, point) in (start..).zip(points) {
        m.heap.memory.set_u32(buffer.plus(4 * at), *point);
    }
    m.set_word(file, POSITION, end as i64);
    m.set_word(file, STRING_SIZE, end.max(size) as i64);
    Ok(())
}

fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "StringIO", &["initial_value", "newline"])?;
    arguments.arity(m, "StringIO", 0, 2)?;
    set_newline(m, arguments.self_, arguments.get_or_keyword(m, 1, "newline"))?;
    m.heap.memory.set_u8(arguments.self_.plus(OK), 1);
    m.heap.memory.set_u8(arguments.self_.plus(CLOSED), 0);
    let file = arguments.self_;
    m.set_word(file, STRING_SIZE, 0);
    resize(m, file, 0)?;
    m.set_word(file, POSITION, 0);
    writer(m, file).discard(&mut m.heap);
    keep_writer(m, file, UnicodeWriter::new());
    m.heap.memory.set_u32(file.plus(STATE), REALIZED);
    let value = arguments.get_or_keyword(m, 0, "initial_value").filter(|value| !m.heap.is_none(*value));
    if let Some(value) = value {
        let points = m.expect_points(value, "initial_value must be str or None")?;
        let points = translated(m, file, points);
        if !points.is_empty() {
            put(m, file, &points)?;
            m.set_word(file, POSITION, 0);
            return m.none();
        }
    }
    m.heap.memory.set_u32(file.plus(STATE), ACCUMULATING);
    m.none()
}

/// Which line ends are read and written; `None` reads all kinds.
fn set_newline(m: &mut Machine, file: Address, newline: Option<Address>) -> Outcome<()> {
    let given = match newline {
        None => Some("\n".to_owned()),
        Some(newline) if m.heap.is_none(newline) => None,
        Some(newline) => Some(m.expect_text(newline, "StringIO() argument 'newline' must be str or None")?),
    };
    if given.as_deref().is_some_and(|text| !matches!(text, "" | "\n" | "\r" | "\r\n")) {
        let shown = m.repr_text(newline.unwrap_or_default())?;
        return m.value_error(format!("illegal newline value: {shown}"));
    }
    let universal = given.as_deref().is_none_or(str::is_empty);
    m.heap.memory.set_u8(file.plus(READ_UNIVERSAL), u8::from(universal));
    m.heap.memory.set_u8(file.plus(READ_TRANSLATE), u8::from(given.is_none()));
    let writes = given.as_deref().is_some_and(|text| text.starts_with('\r'));
    let text = given.map_or(Address::NULL, |text| match text.as_str() {
        "\n" => m.heap.latin_char(10).unwrap_or_default(),
        text => m.heap.new_str(text),
    });
    m.store_field(file, WRITE_NEWLINE, if writes { text } else { Address::NULL });
    m.set_field(file, READ_NEWLINE, text);
    Ok(())
}

fn write(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let text = arguments.positional[0];
    if !m.is_str(text) {
        let name = m.type_name(text);
        return m.type_error(format!("string argument expected, got '{name}'"));
    }
    let file = arguments.self_;
    check_open(m, file)?;
    let points = m.heap.str_points(text);
    let length = points.len() as i64;
    let written = translated(m, file, points);
    let (position, size) = (m.word(file, POSITION), m.word(file, STRING_SIZE));
    if is_accumulating(m, file) && position == size {
        let translation = (written.len() as i64 != length || m.word(file, WRITE_NEWLINE) != 0).then(|| m.heap.new_str_points(&written));
        let mut open = writer(m, file);
        open.write_str(&mut m.heap, translation.unwrap_or(text));
        keep_writer(m, file, open);
        m.xdecref(translation.unwrap_or_default());
        let end = position + written.len() as i64;
        m.set_word(file, POSITION, end);
        m.set_word(file, STRING_SIZE, end);
    } else if !written.is_empty() {
        put(m, file, &written)?;
    }
    Ok(m.heap.new_int_ssize(length))
}

/// The text as it is kept: with the line ends that `newline` asks for.
fn translated(m: &Machine, file: Address, points: Vec<u32>) -> Vec<u32> {
    let ends: Vec<u32> = match m.field(file, WRITE_NEWLINE) {
        end if !end.is_null() => m.heap.str_points(end),
        _ if m.heap.memory.u8(file.plus(READ_TRANSLATE)) != 0 && points.contains(&13) => vec![10],
        _ => return points,
    };
    let mut kept = Vec::with_capacity(points.len());
    let reads = m.heap.memory.u8(file.plus(READ_TRANSLATE)) != 0;
    let mut before = 0;
    for point in points {
        match point {
            10 if reads && before == 13 => {}
            13 if reads => kept.push(10),
            10 => kept.extend(&ends),
            _ => kept.push(point),
        }
        before = point;
    }
    kept
}

fn write_lines(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let file = arguments.self_;
    m.for_each(arguments.positional[0], |m, line| {
        let written = write(m, Arguments::of(file, &[line]));
        m.decref(line);
        let written = written?;
        m.decref(written);
        Ok(())
    })?;
    m.none()
}

fn rest(m: &mut Machine, file: Address) -> Outcome<Vec<u32>> {
    let all = content(m, file)?;
    let start = (m.word(file, POSITION) as usize).min(all.len());
    Ok(all[start..].to_vec())
}

fn read(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut points = rest(m, arguments.self_)?;
    if let Some(most) = arguments.get(0).filter(|most| !m.heap.is_none(*most)) {
        if !m.is_index(most) {
            return Err(m.raise_about_type("argument should be integer or None, not '%.200s'", most));
        }
        let most = m.index_clamped(most)?;
        if most >= 0 {
            points.truncate(most as usize);
        }
    }
    let position = m.word(arguments.self_, POSITION) + points.len() as i64;
    m.set_word(arguments.self_, POSITION, position);
    new_text(m, &points)
}

fn next_line(m: &mut Machine, file: Address, most: Option<usize>) -> Outcome<Vec<u32>> {
    let mut points = rest(m, file)?;
    if let Some(end) = line_end(m, file, &points) {
        points.truncate(end);
    }
    points.truncate(most.unwrap_or(usize::MAX));
    let position = m.word(file, POSITION) + points.len() as i64;
    m.set_word(file, POSITION, position);
    Ok(points)
}

/// Where the first line ends (`_PyIO_find_line_ending`).
fn line_end(m: &Machine, file: Address, points: &[u32]) -> Option<usize> {
    let flag = |offset| m.heap.memory.u8(file.plus(offset)) != 0;
    if flag(READ_UNIVERSAL) && !flag(READ_TRANSLATE) {
        let at = points.iter().position(|point| matches!(point, 10 | 13))?;
        return Some(at + 1 + usize::from(points[at] == 13 && points.get(at + 1) == Some(&10)));
    }
    let end = m.field(file, READ_NEWLINE);
    let end = if end.is_null() || flag(READ_TRANSLATE) { vec![10] } else { m.heap.str_points(end) };
    points.windows(end.len().max(1)).position(|window| window == end).map(|at| at + end.len())
}

fn read_line(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "readline", 0, 1)?;
    let most = match arguments.get(0).filter(|most| !m.heap.is_none(*most)) {
        Some(most) => usize::try_from(m.index_clamped(most)?).ok(),
        None => None,
    };
    let line = next_line(m, arguments.self_, most)?;
    new_text(m, &line)
}

fn seek(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "seek", 1, 2)?;
    check_open(m, arguments.self_)?;
    let mut position = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?;
    let whence = match arguments.get(1) {
        Some(whence) => m.index_clamped(whence)?,
        None => 0,
    };
    if !(0..=2).contains(&whence) {
        return m.value_error(format!("Invalid whence ({whence}, should be 0, 1 or 2)"));
    }
    if position < 0 && whence == 0 {
        return m.value_error(format!("Negative seek position {position}"));
    }
    if position != 0 && whence != 0 {
        return Err(m.raise(StaticType::OSError, "Can't do nonzero cur-relative seeks"));
    }
    match whence {
        1 => position = m.word(arguments.self_, POSITION),
        2 => position = m.word(arguments.self_, STRING_SIZE),
        _ => {}
    }
    m.set_word(arguments.self_, POSITION, position);
    Ok(m.heap.new_int(position))
}

fn truncate(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    check_open(m, arguments.self_)?;
    realize(m, arguments.self_)?;
    let size = match arguments.get(0).filter(|size| !m.heap.is_none(*size)) {
        Some(size) => m.index_to_i64(size, StaticType::OverflowError)?,
        None => m.word(arguments.self_, POSITION),
    };
    if size < 0 {
        return m.value_error(format!("Negative size value {size}"));
    }
    if size < m.word(arguments.self_, STRING_SIZE) {
        m.set_word(arguments.self_, STRING_SIZE, size);
    }
    Ok(m.heap.new_int(size))
}

/// `readlines(hint)`: no more lines once they are as long as the hint.
fn read_lines(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "readlines", 0, 1)?;
    check_open(m, arguments.self_)?;
    let hint = match arguments.get(0).filter(|hint| !m.heap.is_none(*hint)) {
        Some(hint) => m.index_to_i64(hint, StaticType::OverflowError)?,
        None => 0,
    };
    let (lines, mut size) = (m.heap.new_list(0), 0);
    loop {
        let line = match next_line(m, arguments.self_, None) {
            Ok(line) => line,
            Err(raised) => {
                m.decref(lines);
                return Err(raised);
            }
        };
        if line.is_empty() {
            return Ok(lines);
        }
        size += line.len() as i64;
        let line = new_text(m, &line)?;
        m.heap.list_append(lines, line);
        if hint > 0 && size >= hint {
            return Ok(lines);
        }
    }
}
