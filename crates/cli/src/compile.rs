//! `heapglass compile`: the code objects of sources, as `tests/compiler/code_objects.py` prints CPython's.

use std::process::ExitCode;

use heapglass_compiler::{Mode, facts};
use heapglass_machine::text::case::is_printable;
use sha2::{Digest as _, Sha256};

use crate::{complain, say, usage_error};

/// Runs the command: one JSON line per code object; with `--digest` a hash of each long fact.
pub(crate) fn compile(arguments: &[String]) -> ExitCode {
    let digest = arguments.iter().any(|argument| argument == "--digest");
    let files: Vec<&String> = arguments.iter().filter(|argument| !argument.starts_with("--")).collect();
    if files.is_empty() {
        return usage_error("compile which files?");
    }
    if let Some(flag) = arguments.iter().find(|argument| argument.starts_with("--") && *argument != "--digest") {
        return usage_error(&format!("there is no option `{flag}`"));
    }
    let mut status = ExitCode::SUCCESS;
    for file in files {
        let source = match std::fs::read(file) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) => {
                complain(&format!("heapglass: cannot read {file}: {error}\n"));
                status = ExitCode::from(2);
                continue;
            }
        };
        match heapglass_compiler::compile(&source, file, Mode::File) {
            Ok(compilation) => {
                for line in facts::json_lines(&compilation, file, is_printable) {
                    say(&format!("{}\n", if digest { digested(&line) } else { line }));
                }
            }
            Err(problem) => {
                let text = serde_json::json!({
                    "file": file,
                    "error": format!("SyntaxError: {}", problem.message),
                    "line": problem.line,
                    "offset": problem.column,
                });
                say(&format!("{text}\n"));
            }
        }
    }
    status
}

/// The facts that `--digest` shortens.
const LONG: [&str; 6] = ["code", "consts", "names", "varnames", "linetable", "exceptiontable"];

/// A line with the first sixteen digits of a SHA-256 in place of each long fact.
fn digested(line: &str) -> String {
    let Ok(mut facts) = serde_json::from_str::<serde_json::Value>(line) else { return line.to_owned() };
    for key in LONG {
        let hash = Sha256::digest(dumped(&facts[key]).as_bytes());
        let digits: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        facts[key] = digits.into();
    }
    facts.to_string()
}

/// A string, or a list of strings, as Python's `json.dumps` writes it.
fn dumped(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Array(items) => format!("[{}]", items.iter().map(dumped).collect::<Vec<_>>().join(", ")),
        other => escaped(&other.to_string()),
    }
}

/// JSON text with everything outside ASCII written as UTF-16 escapes.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for char in text.chars() {
        if char.is_ascii() {
            out.push(char);
        } else {
            let mut units = [0; 2];
            out.extend(char.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    out
}
