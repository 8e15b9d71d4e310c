//! The text of a source that does not compile (`print_exception_file_and_line` in Python/pythonrun.c).

use heapglass_compiler::{Diagnostic, DiagnosticKind};

use crate::machine::Machine;

impl Machine {
    /// Writes what CPython prints for a source that does not compile to standard error.
    pub fn report_diagnostic(&mut self, diagnostic: &Diagnostic, source: &str, file: &str) {
        let text = diagnostic_text(diagnostic, source, file);
        self.write_error(&text);
    }
}

/// What CPython prints for a source that does not compile.
fn diagnostic_text(diagnostic: &Diagnostic, source: &str, file: &str) -> String {
    let name = match diagnostic.kind {
        DiagnosticKind::Syntax => "SyntaxError",
        DiagnosticKind::Indentation => "IndentationError",
        DiagnosticKind::Tab => "TabError",
        DiagnosticKind::Value => "ValueError",
        DiagnosticKind::TooDeep => "RecursionError",
        DiagnosticKind::Unsupported => return format!("heapglass: {} (line {})\n", diagnostic.message, diagnostic.line),
    };
    let mut text = String::new();
    if diagnostic.line > 0 {
        text.push_str(&format!("  File \"{file}\", line {}\n", diagnostic.line));
        if let Some(line) = source.lines().nth(diagnostic.line as usize - 1) {
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
    if diagnostic.column == 0 {
        return text;
    }
    let start = (diagnostic.column as usize - 1).saturating_sub(indent);
    let end = if diagnostic.end_line > diagnostic.line {
        shown.chars().count()
    } else {
        (diagnostic.end_column as usize).saturating_sub(1 + indent)
    };
    let carets = end.saturating_sub(start).max(1);
    text.push_str(&format!("    {}{}\n", " ".repeat(start), "^".repeat(carets)));
    text
}
