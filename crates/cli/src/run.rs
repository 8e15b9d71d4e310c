//! `heapglass run`: a program's output, errors and exit status as CPython would give them.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use heapglass_compiler::DiagnosticKind;
use heapglass_machine::{
    Ending, Machine,
    limits::Limits,
    watch::{Flow, Moment, Observer},
};

use crate::{complain, module_path, usage_error};

/// The host's stack for the thread that runs the machine, in bytes: nested evaluation loops live there.
pub(crate) const HOST_STACK: usize = 512 << 20;

/// What the command line asks for.
#[derive(Default)]
struct Wanted {
    file: String,
    prompt: bool,
    input: Vec<String>,
    /// Directories to look for modules in, before the program's own.
    path: Vec<PathBuf>,
    /// After how many instructions to prove that each reference is accounted for.
    audit: Option<u64>,
    /// What stands after the program's name.
    arguments: Vec<String>,
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
    let mut wanted = Wanted::default();
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
            "--path" => wanted.path.push(PathBuf::from(rest.next().ok_or("--path needs a directory")?)),
            "--audit" => wanted.audit = Some(1),
            flag if flag.starts_with("--audit=") => match flag["--audit=".len()..].parse() {
                Ok(every) if every > 0 => wanted.audit = Some(every),
                _ => return Err(format!("`{flag}` is no number of instructions")),
            },
            flag if flag.starts_with("--") => return Err(format!("there is no option `{flag}`")),
            _ => {
                wanted.file.clone_from(argument);
                wanted.arguments = rest.cloned().collect();
                break;
            }
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
    let name = absolute(&wanted.file);
    let mut machine = Machine::new(Limits::default());
    machine.input.clone_from(&wanted.input);
    let started =
        if wanted.prompt { machine.start_prompt(&source, &name) } else { machine.start_file(&source, &name) };
    if let Err(diagnostic) = started {
        machine.report_diagnostic(&diagnostic, &source, &name);
        complain(&String::from_utf8_lossy(&machine.errors));
        return if diagnostic.kind == DiagnosticKind::Unsupported { 3 } else { 1 };
    }
    machine.finder = module_path::finder(&wanted.path, Path::new(&name));
    machine.set_arguments(&[std::slice::from_ref(&wanted.file), &wanted.arguments[..]].concat());
    if let Some(every) = wanted.audit {
        machine.watch.attention = 0;
        machine.watch.observer = Some(Box::new(Auditor { every }));
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

/// Proves before every so many instructions that each reference is accounted for.
struct Auditor {
    every: u64,
}

impl Observer for Auditor {
    fn observe(&mut self, machine: &mut Machine, moment: Moment) -> Flow {
        let now = machine.registers.step % self.every == 0 && matches!(moment, Moment::Instruction);
        if !now || machine.registers.ending.is_some() {
            return Flow::Continue;
        }
        let Err(found) = machine.audit() else { return Flow::Continue };
        for one in found.iter().take(5) {
            complain(&format!("heapglass: step {}: {}\n", machine.registers.step, one.text));
        }
        Flow::Abandon
    }
}

/// CPython names the program by its whole path.
fn absolute(file: &str) -> String {
    std::path::absolute(file).map_or_else(|_| file.to_owned(), |path| path.to_string_lossy().into_owned())
}
