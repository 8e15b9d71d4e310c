//! `heapglass run`: a program's output, errors and exit status as CPython would give them.

use std::{
    io::{BufRead as _, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
    sync::atomic::{AtomicUsize, Ordering},
};

use heapglass_compiler::DiagnosticKind;
use heapglass_machine::{
    Ending, Machine, MoreInput,
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
    input: Option<Vec<String>>,
    /// Files beside the program: names and bytes.
    files: Vec<(String, Vec<u8>)>,
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
                wanted.input = Some(text.lines().map(str::to_owned).collect());
            }
            "--file" => wanted.files.push(read_file(rest.next().ok_or("--file needs NAME=PATH")?)?),
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

/// `NAME=PATH`: a file that the program finds under this name.
fn read_file(argument: &str) -> Result<(String, Vec<u8>), String> {
    let (name, path) = argument.split_once('=').ok_or_else(|| format!("`{argument}` is not NAME=PATH"))?;
    let bytes = std::fs::read(path).map_err(|error| format!("cannot read {path}: {error}"))?;
    Ok((name.to_owned(), bytes))
}

/// Bytes of output that are on their way already.
static SHOWN: AtomicUsize = AtomicUsize::new(0);

fn show_output(machine: &Machine) {
    let shown = SHOWN.swap(machine.output.len(), Ordering::Relaxed);
    let mut stdout = std::io::stdout();
    let _ = stdout.write_all(machine.output.get(shown..).unwrap_or_default());
    let _ = stdout.flush();
}

/// A line of the real standard input, after what the program has printed so far.
fn ask(machine: &Machine) -> Option<String> {
    show_output(machine);
    let mut line = Vec::new();
    let read = std::io::stdin().lock().read_until(b'\n', &mut line).ok()?;
    if line.last() == Some(&b'\n') {
        line.pop();
    }
    (read > 0).then(|| String::from_utf8_lossy(&line).into_owned())
}

/// What CPython says of a source that is no UTF-8, if it is none.
fn bad_encoding(bytes: &[u8], name: &str) -> Option<String> {
    let error = std::str::from_utf8(bytes).err()?;
    let mut first_lines = bytes.splitn(3, |byte| *byte == b'\n').take(2);
    if first_lines.any(|line| line.starts_with(b"#") && line.windows(6).any(|part| part == b"coding")) {
        return None;
    }
    let at = error.valid_up_to();
    let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    let byte = bytes.get(at)?;
    Some(format!(
        "SyntaxError: Non-UTF-8 code starting with '\\x{byte:02x}' in file {name} on line {line}, but no encoding declared; \
         see https://peps.python.org/pep-0263/ for details\n"
    ))
}

fn run_program(wanted: &Wanted) -> u8 {
    let source = match std::fs::read(&wanted.file) {
        Ok(bytes) => {
            if let Some(sentence) = bad_encoding(&bytes, &absolute(&wanted.file)) {
                complain(&sentence);
                return 1;
            }
            String::from_utf8_lossy(&bytes).into_owned()
        }
        Err(error) => {
            complain(&format!("heapglass: cannot read {}: {error}\n", wanted.file));
            return 2;
        }
    };
    let name = absolute(&wanted.file);
    let mut machine = Machine::new(Limits::default());
    match &wanted.input {
        Some(lines) => machine.input.clone_from(lines),
        None => machine.more_input = MoreInput::Ask(ask),
    }
    for (name, bytes) in &wanted.files {
        machine.remove_file(name);
        machine.new_named_file(name, bytes);
    }
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
    show_output(&machine);
    let _ = std::io::stderr().write_all(&machine.errors);
    match &machine.registers.ending {
        Some(Ending::Finished(status)) => *status as u8,
        Some(ending) => {
            if let Some(complaint) = ending.complaint() {
                complain(&format!("heapglass: {complaint}\n"));
            }
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
