//! The text of one exception: its traceback (`tb_printinternal` in Python/traceback.c) and its last line.

use heapglass_heap::{Address, StaticType, object::traceback as field};

use super::carets;
use crate::{frame::code_field, machine::Machine, thread_state::FINALIZING};

/// The line above the entries (`EXCEPTION_TB_HEADER`).
pub(super) const TRACEBACK_HEADER: &str = "Traceback (most recent call last):";
/// Entries shown of a run of equal ones (`TB_RECURSIVE_CUTOFF`).
const REPEATS_SHOWN: usize = 3;
/// What an entry that is shown counts as work of native code.
const ENTRY_WORK: u64 = 200;
/// Entries shown at most (`PyTraceBack_LIMIT`).
const MOST_ENTRIES: usize = 1000;

/// One entry of a traceback.
#[derive(Clone, PartialEq)]
struct Entry {
    file: String,
    line: u32,
    function: String,
    traceback: Address,
}

impl Entry {
    fn repeats(&self, other: &Self) -> bool {
        self.file == other.file && self.line == other.line && self.function == other.function
    }
}

impl Machine {
    /// "Traceback (most recent call last):" and its entries; nothing for a null traceback.
    pub(crate) fn traceback_text(&mut self, traceback: Address) -> String {
        if traceback.is_null() || self.heap.is_none(traceback) {
            return String::new();
        }
        let mut entries = Vec::new();
        let mut at = traceback;
        while !at.is_null() && !self.heap.is_none(at) {
            self.heap.charge(1);
            entries.push(self.traceback_entry(at));
            at = self.heap.memory.address(at.plus(field::NEXT));
        }
        let mut text = format!("{TRACEBACK_HEADER}\n");
        let from = entries.len().saturating_sub(MOST_ENTRIES);
        let mut repeated = 0;
        let mut before: Option<&Entry> = None;
        for entry in &entries[from..] {
            if before.is_none_or(|before| !before.repeats(entry)) {
                write_repeats(&mut text, repeated);
                repeated = 0;
                before = Some(entry);
            }
            repeated += 1;
            if repeated <= REPEATS_SHOWN {
                self.heap.charge(ENTRY_WORK);
                self.write_entry(entry, &mut text);
            }
        }
        write_repeats(&mut text, repeated);
        text
    }

    fn traceback_entry(&self, traceback: Address) -> Entry {
        let code = self.traceback_code(traceback);
        Entry {
            file: self.heap.str_text(self.heap.code_reference(code, code_field::FILE_NAME)),
            line: self.traceback_line(traceback),
            function: self.heap.str_text(self.heap.code_reference(code, code_field::NAME)),
            traceback,
        }
    }

    fn write_entry(&self, entry: &Entry, text: &mut String) {
        text.push_str(&format!("  File \"{}\", line {}, in {}\n", entry.file, entry.line, entry.function));
        // Reading a file takes the module `io`, which is among the first to go.
        if !self.thread_word(FINALIZING).is_null() {
            return;
        }
        let Some(source) = self.codes.source(&entry.file) else { return };
        let Some(line) = source.lines().nth((entry.line as usize).saturating_sub(1)) else { return };
        text.push_str(&format!("    {}\n", line.trim_start_matches([' ', '\t', '\x0c'])));
        let unit = self.traceback_unit(entry.traceback);
        let Some(facts) = self.code_facts(self.traceback_code(entry.traceback)) else { return };
        let place = heapglass_compiler::lines::line_table(&facts.code.linetable, facts.code.firstlineno)
            .into_iter()
            .find(|part| part.start as usize <= unit && unit < part.end as usize)
            .and_then(|part| part.place);
        if let Some(place) = place.filter(|place| place.line == entry.line) {
            text.push_str(&carets::line(line, &place));
        }
    }

    /// `ValueError: message`.
    pub(crate) fn exception_line(&mut self, exception: Address) -> String {
        let class = self.class_text(self.heap.type_of(exception));
        if self.heap.is_subtype(self.heap.type_of(exception), StaticType::SyntaxError.address())
            && let Some(text) = self.syntax_error_text(exception, &class)
        {
            return text;
        }
        let message = self.str_of(exception).unwrap_or_else(|_| {
            self.clear_error();
            "<exception str() failed>".to_owned()
        });
        if message.is_empty() { class } else { format!("{class}: {message}") }
    }

    /// `str()` of an exception that nobody handles.
    pub(crate) fn unraisable_message(&mut self, exception: Address) -> String {
        self.str_of(exception).unwrap_or_else(|_| {
            self.clear_error();
            "<exception str() failed>".to_owned()
        })
    }

    /// A class with its module, unless that is `builtins` or `__main__`.
    pub(crate) fn class_text(&mut self, class: Address) -> String {
        let mut part = |name: &str| {
            let value = self.get_attribute_named(class, name).ok()?;
            let text = self.heap.is_str(value).then(|| self.heap.str_text(value));
            self.decref(value);
            text
        };
        let (module, name) = (part("__module__"), part("__qualname__"));
        self.clear_error();
        let name = name.unwrap_or_else(|| "<unknown>".to_owned());
        match module {
            Some(module) if module == "builtins" || module == "__main__" => name,
            Some(module) => format!("{module}.{name}"),
            None => format!("<unknown>.{name}"),
        }
    }
}

fn write_repeats(text: &mut String, count: usize) {
    if count > REPEATS_SHOWN {
        let more = count - REPEATS_SHOWN;
        let plural = if more > 1 { "s" } else { "" };
        text.push_str(&format!("  [Previous line repeated {more} more time{plural}]\n"));
    }
}
