//! The text of a source that does not compile (`print_exception_file_and_line` in Python/pythonrun.c).

use heapglass_compiler::{Diagnostic, DiagnosticKind};
use heapglass_heap::{Address, StaticType};

use crate::machine::Machine;

impl Machine {
    /// Writes what CPython prints for a source that does not compile to standard error.
    pub fn report_diagnostic(&mut self, diagnostic: &Diagnostic, source: &str, file: &str) {
        let text = diagnostic_text(diagnostic, source, file);
        self.write_error(&text);
    }

    /// The last lines of a report about a `SyntaxError` that the program met while it ran; `None` if its fields are not what
    /// they should be.
    pub(super) fn syntax_error_text(&mut self, exception: Address, class: &str) -> Option<String> {
        let message = self.text_field(exception, "msg")?;
        let file = self.text_field(exception, "filename")?;
        let line = self.number_field(exception, "lineno")?;
        let mut text = format!("  File \"{file}\", line {line}\n");
        if let Some(source) = self.text_field(exception, "text") {
            let place = Diagnostic {
                kind: DiagnosticKind::Syntax,
                message: String::new(),
                line,
                column: self.number_field(exception, "offset").unwrap_or(0),
                end_line: self.number_field(exception, "end_lineno").unwrap_or(0),
                end_column: self.number_field(exception, "end_offset").unwrap_or(0),
            };
            text.push_str(&quoted(&source, &place));
        }
        text.push_str(&format!("{class}: {message}"));
        Some(text)
    }

    fn text_field(&mut self, exception: Address, name: &str) -> Option<String> {
        let value = self.get_attribute_named(exception, name).ok()?;
        let text = self.heap.is_str(value).then(|| self.heap.str_text(value));
        self.decref(value);
        text
    }

    fn number_field(&mut self, exception: Address, name: &str) -> Option<u32> {
        let value = self.get_attribute_named(exception, name).ok()?;
        let is_int = self.heap.is_exact(value, StaticType::Int);
        let number = if is_int { self.heap.int_to_i64(value).and_then(|number| u32::try_from(number).ok()) } else { None };
        self.decref(value);
        number
    }
}

/// What CPython prints for a source that does not compile.
fn diagnostic_text(diagnostic: &Diagnostic, source: &str, file: &str) -> String {
    let name = match diagnostic.kind {
        DiagnosticKind::Syntax | DiagnosticKind::Names | DiagnosticKind::Code => "SyntaxError",
        DiagnosticKind::Indentation => "IndentationError",
        DiagnosticKind::Tab => "TabError",
        DiagnosticKind::Value => "ValueError",
        DiagnosticKind::TooDeep => "RecursionError",
        DiagnosticKind::Unsupported => return format!("heapglass: {} (line {})\n", diagnostic.message, diagnostic.line),
    };
    let mut text = String::new();
    if diagnostic.line > 0 {
        text.push_str(&format!("  File \"{file}\", line {}\n", diagnostic.line));
        // The line is read from the file, by all but the parser: it has the source at hand.
        let is_known = !matches!(diagnostic.kind, DiagnosticKind::Names | DiagnosticKind::Code) || !file.starts_with('<');
        if let Some(line) = source.lines().nth(diagnostic.line as usize - 1).filter(|_| is_known) {
            text.push_str(&quoted(line, diagnostic));
        }
    }
    text.push_str(&format!("{name}: {}\n", diagnostic.message));
    text
}

/// The line of source without its indentation, and a line of carets below it.
fn quoted(line: &str, diagnostic: &Diagnostic) -> String {
    let shown = line.trim_start_matches([' ', '\t', '\x0c']).trim_end();
    let indent = line.chars().count() - line.trim_start_matches([' ', '\t', '\x0c']).chars().count();
    let mut text = format!("    {shown}\n");
    // Nothing is pointed at before the text, and not much behind it.
    let length = shown.chars().count();
    let Some(start) = (diagnostic.column as usize).checked_sub(1 + indent).map(|start| start.min(length)) else {
        return text;
    };
    let end = if diagnostic.end_line > diagnostic.line {
        length
    } else {
        let column = if diagnostic.end_column == Diagnostic::NO_COLUMN { 0 } else { diagnostic.end_column };
        (column as usize).saturating_sub(1 + indent).min(length)
    };
    let carets = end.saturating_sub(start).max(1);
    text.push_str(&format!("    {}{}\n", " ".repeat(start), "^".repeat(carets)));
    text
}
