//! `print`, `input`, and writing to `sys.stdout`.

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Ending, Machine, MoreInput, Outcome},
    native::{Arguments, Convention, NativeRow},
    thread_state::SYS_DICT,
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::function("builtins", "print", Convention::Keywords, print),
    NativeRow::function("builtins", "input", Convention::Positional, input),
    NativeRow::function("builtins", "open", Convention::Keywords, open),
];

impl Machine {
    /// `sys.name`, borrowed.
    pub fn sys_attribute(&self, name: &str) -> Option<Address> {
        let dict = self.thread_word(SYS_DICT);
        if dict.is_null() { None } else { self.heap.dict_get_text(dict, name) }
    }

    /// Calls `file.write(text)`; the text is borrowed.
    pub fn write_to_file(&mut self, file: Address, text: Address) -> Outcome<()> {
        let name = self.name("write");
        let writer = self.get_attribute(file, name)?;
        let result = self.call_one(writer, text);
        self.decref(writer);
        let result = result?;
        self.decref(result);
        Ok(())
    }

    /// Writes `str(object)` to a file (`PyFile_WriteObject`): the writer is looked up before the text is made.
    fn print_object(&mut self, file: Address, object: Address) -> Outcome<()> {
        let name = self.name("write");
        let writer = self.get_attribute(file, name)?;
        let text = match self.str(object) {
            Ok(text) => text,
            Err(raised) => {
                self.decref(writer);
                return Err(raised);
            }
        };
        let result = self.call_one(writer, text);
        self.decref(text);
        self.decref(writer);
        let result = result?;
        self.decref(result);
        Ok(())
    }

    fn print_separator(&mut self, file: Address, separator: Option<Address>, default: &str) -> Outcome<()> {
        match separator {
            Some(separator) => self.print_object(file, separator),
            None => {
                let text = self.heap.new_str(default);
                let result = self.write_to_file(file, text);
                self.decref(text);
                result
            }
        }
    }
}

fn text_or_none(m: &mut Machine, arguments: &Arguments<'_>, name: &str) -> Outcome<Option<Address>> {
    let Some(value) = arguments.keyword(m, name).filter(|value| !m.heap.is_none(*value)) else { return Ok(None) };
    if !m.is_str(value) {
        let type_name = m.type_name(value);
        return m.type_error(format!("{name} must be None or a string, not {type_name}"));
    }
    Ok(Some(value))
}

/// While `print` works, a tuple holds its arguments (`_PyArg_UnpackKeywordsWithVararg`): the collector counts it.
fn print(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let held = m.heap.new_tuple_of(arguments.positional);
    let result = print_held(m, arguments);
    m.decref(held);
    result
}

fn print_held(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "print", &["sep", "end", "file", "flush"])?;
    let file = match arguments.keyword(m, "file").filter(|file| !m.heap.is_none(*file)) {
        Some(file) => file,
        None => match m.sys_attribute("stdout") {
            Some(file) if m.heap.is_none(file) => return m.none(),
            Some(file) => file,
            None => return Err(m.raise(StaticType::RuntimeError, "lost sys.stdout")),
        },
    };
    let separator = text_or_none(m, &arguments, "sep")?;
    let end = text_or_none(m, &arguments, "end")?;
    for (at, object) in arguments.positional.iter().enumerate() {
        if at > 0 {
            m.print_separator(file, separator, " ")?;
        }
        m.print_object(file, *object)?;
    }
    m.print_separator(file, end, "\n")?;
    if let Some(flush) = arguments.keyword(m, "flush")
        && m.is_true(flush)?
    {
        let result = m.call_method(file, "flush", &[])?;
        m.decref(result);
    }
    m.none()
}

/// `input(prompt='')`: the next scripted line.
fn input(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "input", 0, 1)?;
    if let (Some(prompt), Some(file)) = (arguments.get(0), m.sys_attribute("stdout")) {
        m.print_object(file, prompt)?;
    }
    match m.next_input_line()? {
        Some(line) => m.new_text(line.trim_end_matches('\n')),
        None => Err(m.raise(StaticType::EOFError, "EOF when reading a line")),
    }
}

impl Machine {
    /// The next line of input; `None` at its end.
    ///
    /// # Errors
    /// The machine stops and waits for somebody to give it.
    pub(crate) fn next_input_line(&mut self) -> Outcome<Option<String>> {
        let at = self.registers.input as usize;
        if at >= self.input.len() {
            let more = match self.more_input {
                MoreInput::Ended => None,
                MoreInput::Wait => return Err(self.stop(Ending::Waiting)),
                MoreInput::Ask(ask) => ask(self),
            };
            self.input.extend(more);
        }
        let line = self.input.get(at).cloned();
        self.registers.input += u64::from(line.is_some());
        Ok(line)
    }
}

/// `open(file, mode='r', …)`: the files beside the program are the affair of a library module.
fn open(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if arguments.get_or_keyword(m, 0, "file").is_none() {
        return m.type_error("open() missing required argument 'file' (pos 1)");
    }
    let module = m.import_module("_virtual_file")?;
    let function = m.get_attribute_named(module, "open");
    m.decref(module);
    let function = function?;
    let result = m.call(function, arguments.positional, arguments.keywords);
    m.decref(function);
    result
}
