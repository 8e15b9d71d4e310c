//! `heapglass run`: a program's output, errors and exit status as CPython would give them.

use std::{io::Write as _, process::ExitCode};

use heapglass_compiler::{Diagnostic, DiagnosticKind};
use heapglass_machine::{Ending, Machine, limits::Limits};

use crate::{complain, usage_error};

/// The host's stack for the thread that runs the machine, in bytes: nested evaluation loops live there.
const HOST_STACK: usize = 512 << 20;

/// What the command line asks for.
struct Wanted {
    file: String,
    prompt: bool,
    input: Vec<String>,
}

/// Runs the command.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    let wanted = match read_arguments(arguments) {
        Ok(wanted) => wanted,
        Err(sentence) => return usage_error(&sentence),
    };
    let running = std::thread::Builder::new().stack_size(HOST_STACK).spawn(move || run_program(&wanted));
    match running.map(std::thread::JoinHandle::join) {
        Ok(Ok(status)) => ExitCode::from(status),
        _ => ExitCode::from(3),
    }
}

fn read_arguments(arguments: &[String]) -> Result<Wanted, String> {
    let mut wanted = Wanted { file: String::new(), prompt: false, input: Vec::new() };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--repl" => wanted.prompt = true,
            "--profile" => match rest.next().map(String::as_str) {
                Some("3.12" | "3.12.1") => {}
                other => return Err(format!("there is no profile `{}`", other.unwrap_or(""))),
            },
            "--stdin" => {
                let file = rest.next().ok_or("--stdin needs a file")?;
                let text = std::fs::read_to_string(file).map_err(|error| format!("cannot read {file}: {error}"))?;
                wanted.input = text.lines().map(str::to_owned).collect();
            }
            flag if flag.starts_with("--") => return Err(format!("there is no option `{flag}`")),
            _ if !wanted.file.is_empty() => return Err("one program at a time".to_owned()),
            _ => wanted.file.clone_from(argument),
        }
    }
    if wanted.file.is_empty() { Err("which program?".to_owned()) } else { Ok(wanted) }
}

fn run_program(wanted: &Wanted) -> u8 {
    let source = match std::fs::read(&wanted.file) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => {
            complain(&format!("heapglass: cannot read {}: {error}\n", wanted.file));
            return 2;
        }
    };
    let mut machine = Machine::new(Limits::default());
    machine.input.clone_from(&wanted.input);
    let started =
        if wanted.prompt { machine.start_prompt(&source) } else { machine.start_file(&source, &absolute(&wanted.file)) };
    if let Err(diagnostic) = started {
        complain(&diagnostic_text(&diagnostic, &source, &absolute(&wanted.file)));
        return if diagnostic.kind == DiagnosticKind::Unsupported { 3 } else { 1 };
    }
    machine.resume();
    let _ = std::io::stdout().write_all(&machine.output);
    let _ = std::io::stderr().write_all(&machine.errors);
    match &machine.registers.ending {
        Some(Ending::Finished(status)) => *status as u8,
        Some(Ending::Limit(sentence) | Ending::Unsupported(sentence)) => {
            complain(&format!("heapglass: {sentence}\n"));
            3
        }
        None => 3,
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

/// CPython names the program by its whole path.
fn absolute(file: &str) -> String {
    std::path::absolute(file).map_or_else(|_| file.to_owned(), |path| path.to_string_lossy().into_owned())
}
