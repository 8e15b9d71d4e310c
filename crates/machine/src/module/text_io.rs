//! `sys.stdin`, `sys.stdout`, `sys.stderr`: text streams without a file behind them.

use heapglass_heap::{
    Address,
    layout::native::text_io::{FLAGS, OK},
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

const TEXT_IO: StaticType = StaticType::TextIOWrapper;
/// File numbers.
pub const STDIN: u64 = 0;
/// Standard output.
pub const STDOUT: u64 = 1;
/// Standard error.
pub const STDERR: u64 = 2;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::one(TEXT_IO, "write", write),
    NativeRow::one(TEXT_IO, "writelines", write_lines),
    NativeRow::no_arguments(TEXT_IO, "flush", |m, _| m.none()),
    NativeRow::no_arguments(TEXT_IO, "close", |m, _| m.none()),
    NativeRow::no_arguments(TEXT_IO, "isatty", |m, _| m.truth(false)),
    NativeRow::no_arguments(TEXT_IO, "readable", |m, a| m.truth(number(m, a.self_) == STDIN)),
    NativeRow::no_arguments(TEXT_IO, "writable", |m, a| m.truth(number(m, a.self_) != STDIN)),
    NativeRow::no_arguments(TEXT_IO, "seekable", |m, _| m.truth(false)),
    NativeRow::no_arguments(TEXT_IO, "fileno", |m, a| {
        let number = number(m, a.self_);
        Ok(m.heap.new_int(number as i64))
    }),
    NativeRow::positional(TEXT_IO, "read", read),
    NativeRow::positional(TEXT_IO, "readline", read_line),
    NativeRow::positional(TEXT_IO, "readlines", |m, a| m.list_from(a.self_)),
    NativeRow::slot(TEXT_IO, "__iter__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::slot(TEXT_IO, "__next__", |m, _| match m.next_input_line()? {
        Some(line) => m.new_text(&ended(&line)),
        None => Ok(Address::NULL),
    }),
    NativeRow::slot(TEXT_IO, "__repr__", repr),
    NativeRow::get(TEXT_IO, "name", |m, a| {
        let name = name(m, a.self_);
        m.new_text(name)
    }),
    NativeRow::get(TEXT_IO, "encoding", |m, _| m.new_text("utf-8")),
    NativeRow::get(TEXT_IO, "errors", |m, _| m.new_text("strict")),
    NativeRow::get(TEXT_IO, "closed", |m, _| m.truth(false)),
    NativeRow::get(TEXT_IO, "line_buffering", |m, _| m.truth(false)),
    NativeRow::get(TEXT_IO, "mode", |m, a| {
        let mode = if number(m, a.self_) == STDIN { "r" } else { "w" };
        m.new_text(mode)
    }),
];

fn number(m: &Machine, file: Address) -> u64 {
    m.heap.memory.u64(file.plus(FLAGS))
}

/// Whether this is the stream that leads to standard error.
pub(crate) fn is_standard_error(m: &Machine, file: Address) -> bool {
    m.heap.is_exact(file, TEXT_IO) && number(m, file) == STDERR
}

fn name(m: &Machine, file: Address) -> &'static str {
    match number(m, file) {
        STDIN => "<stdin>",
        STDOUT => "<stdout>",
        _ => "<stderr>",
    }
}

fn ended(line: &str) -> String {
    if line.ends_with('\n') { line.to_owned() } else { format!("{line}\n") }
}

impl Machine {
    /// A standard stream.
    pub(crate) fn new_stream(&mut self, number: u64) -> Address {
        let file = self.new_words(TEXT_IO, &[]);
        self.heap.memory.set_u64(file.plus(OK), 1);
        self.heap.memory.set_u64(file.plus(FLAGS), number);
        file
    }
}

fn write(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let text = arguments.positional[0];
    if !m.is_str(text) {
        let name = m.type_name(text);
        return m.type_error(format!("write() argument must be str, not {name}"));
    }
    let shown = m.heap.str_text(text);
    // Text is encoded, and written through at once: `python -u`.
    let bytes = m.heap.new_bytes(shown.as_bytes());
    let written = m.heap.new_int_ssize(shown.len() as i64);
    m.decref(bytes);
    m.decref(written);
    match number(m, arguments.self_) {
        STDOUT => m.write_output(&shown),
        STDERR => m.write_error(&shown),
        _ => return m.value_error("not writable"),
    }
    if m.watch.abandoned {
        return Err(heapglass_heap::Raised);
    }
    let length = m.heap.str_len(text);
    Ok(m.heap.new_int_ssize(length as i64))
}

fn write_lines(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let file = arguments.self_;
    m.for_each(arguments.positional[0], |m, line| {
        let result = write(m, Arguments::of(file, &[line]));
        m.decref(line);
        let written = result?;
        m.decref(written);
        Ok(())
    })?;
    m.none()
}

fn read(m: &mut Machine, _: Arguments<'_>) -> Outcome {
    let mut text = String::new();
    while let Some(line) = m.next_input_line()? {
        text.push_str(&ended(&line));
    }
    m.new_text(&text)
}

fn read_line(m: &mut Machine, _: Arguments<'_>) -> Outcome {
    match m.next_input_line()? {
        Some(line) => m.new_text(&ended(&line)),
        None => m.new_text(""),
    }
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let name = name(m, arguments.self_);
    let mode = if number(m, arguments.self_) == STDIN { "r" } else { "w" };
    m.new_text(&format!("<_io.TextIOWrapper name='{name}' mode='{mode}' encoding='utf-8'>"))
}
