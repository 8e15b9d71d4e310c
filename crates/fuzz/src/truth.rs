//! What a real CPython prints, where one is at hand.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use crate::laws::{Broken, Printed};

/// Runs `source` under the interpreter `python` and compares standard output with what ours printed.
pub fn agrees(python: &str, source: &str, ours: &Printed) -> Result<(), Broken> {
    let Some(theirs) = run(python, source) else { return Ok(()) };
    if theirs == ours.output {
        return Ok(());
    }
    let line = theirs.lines().zip(ours.output.lines()).position(|(left, right)| left != right);
    let at = line.unwrap_or_else(|| theirs.lines().count().min(ours.output.lines().count()));
    let show = |text: &str| text.lines().nth(at).unwrap_or("(nothing)").to_owned();
    Err(Broken::Truth(format!("line {}: CPython prints `{}`, ours `{}`", at + 1, show(&theirs), show(&ours.output))))
}

/// The program comes from a file, as a student's does: the compiler's traces in memory are those of a script.
fn run(python: &str, source: &str) -> Option<String> {
    let path = std::env::temp_dir().join(format!("heapglass-fuzz-{}.py", std::process::id()));
    std::fs::File::create(&path).ok()?.write_all(source.as_bytes()).ok()?;
    let mut command = Command::new(python);
    command.arg("-u").arg(&path).env("PYTHONHASHSEED", "0").env("PYTHONDONTWRITEBYTECODE", "1").stderr(Stdio::null());
    let output = command.output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
