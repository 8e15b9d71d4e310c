//! `heapglass`: run, trace and compile programs from a terminal.

mod compile;
mod module_path;
mod record;
mod run;
mod trace_command;

use std::process::ExitCode;

const USAGE: &str = "usage: heapglass run [--profile 3.12] [--repl] [--stdin FILE] [--file NAME=PATH] [--path DIR] [--audit[=N]] FILE [ARGUMENT...]
       heapglass trace [--profile 3.12] [--repl] [--alloc] [--pools] [--max-steps N] FILE
       heapglass record [--jumps N] FILE
       heapglass compile [--digest] FILE...
       heapglass --version | --help";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("run") => run::run(&arguments[1..]),
        Some("trace") => trace_command::trace(&arguments[1..]),
        Some("record") => record::record(&arguments[1..]),
        Some("compile") => compile::compile(&arguments[1..]),
        Some("--version") => {
            say(&format!("heapglass {} (models CPython 3.12.1)\n", env!("CARGO_PKG_VERSION")));
            ExitCode::SUCCESS
        }
        Some("--help" | "-h") => {
            say(&format!("{USAGE}\n"));
            ExitCode::SUCCESS
        }
        Some(other) => usage_error(&format!("there is no command `{other}`; {USAGE}")),
        None => usage_error(USAGE),
    }
}

/// An error of use: one line, status 2.
fn usage_error(sentence: &str) -> ExitCode {
    complain(&format!("heapglass: {sentence}\n"));
    ExitCode::from(2)
}

/// Writes to standard output; a closed pipe is not our affair.
fn say(text: &str) {
    use std::io::Write as _;
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Writes to standard error.
fn complain(text: &str) {
    use std::io::Write as _;
    let _ = std::io::stderr().write_all(text.as_bytes());
}
