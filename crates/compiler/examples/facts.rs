//! Prints the facts of every code object of the files given, to be compared with CPython's. `--single` or `--eval`
//! compile them as statements typed at the prompt or as expressions.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "that is what it is for")]

use heapglass_compiler::{Mode, compile, facts};

fn main() {
    let mut mode = Mode::File;
    for file in std::env::args().skip(1) {
        match file.as_str() {
            "--single" => mode = Mode::Prompt,
            "--eval" => mode = Mode::Expression,
            _ => {}
        }
        let Ok(source) = std::fs::read_to_string(&file) else { continue };
        let source = source.strip_prefix('\u{feff}').unwrap_or(&source);
        match compile(source, &file, mode) {
            Ok(compilation) => {
                for warning in &compilation.warnings {
                    eprint!("{}", warning.display(&file, ""));
                }
                for line in facts::json_lines(&compilation, &file, |_| false) {
                    println!("{line}");
                }
            }
            Err(error) => println!(
                "{{\"file\": {file:?}, \"error\": {:?}, \"kind\": \"{:?}\", \"line\": {}, \"offset\": {}, \
                 \"end_line\": {}, \"end_offset\": {}}}",
                error.message, error.kind, error.line, error.column, error.end_line, error.end_column
            ),
        }
    }
}
