//! Running other programs: each step is announced, each failure is one sentence.

use std::path::Path;
use std::process::{Command, Stdio};

/// Why a task could not be done, as a sentence for the person who started it.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

/// What a task comes back with.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// Says in one line what happens next.
pub(crate) fn announce(line: &str) {
    eprintln!("==> {line}");
}

/// Whether the program ran and ended well. What it prints is shown.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.status().is_ok_and(|status| status.success())
}

/// Runs a program that has to succeed; `otherwise` says what it means when it does not.
pub(crate) fn must(command: &mut Command, otherwise: &str) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure(format!("{otherwise} ({status})"))),
        Err(error) => Err(Failure(format!(
            "{otherwise} (could not start {:?}: {error})",
            command.get_program()
        ))),
    }
}

/// What a program prints, without the line end; empty if it cannot be run.
pub(crate) fn output(command: &mut Command) -> String {
    let ran = command.stderr(Stdio::null()).output();
    ran.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_string())
        .unwrap_or_default()
}

/// Turns an error of the file system into a sentence.
pub(crate) fn file<T>(result: std::io::Result<T>, what: &str, path: &Path) -> Outcome<T> {
    result.map_err(|error| Failure(format!("could not {what} {}: {error}", path.display())))
}
