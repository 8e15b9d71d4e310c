//! The command `heapglass trace`: its arguments, and the document on standard output.

use std::process::ExitCode;

use heapglass_cli::trace::{TraceOptions, trace as trace_source};

use crate::{complain, run::HOST_STACK, say, usage_error};

/// Runs the command.
pub(crate) fn trace(arguments: &[String]) -> ExitCode {
    let (file, options) = match read_arguments(arguments) {
        Ok(wanted) => wanted,
        Err(sentence) => return usage_error(&sentence),
    };
    let source = match std::fs::read(&file) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => {
            complain(&format!("heapglass: cannot read {file}: {error}\n"));
            return ExitCode::from(2);
        }
    };
    let name = file.rsplit('/').next().unwrap_or(&file).to_owned();
    let running = std::thread::Builder::new()
        .stack_size(HOST_STACK)
        .spawn(move || say(&format!("{:#}\n", trace_source(&source, &name, &options))));
    match running.map(std::thread::JoinHandle::join) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        _ => ExitCode::from(3),
    }
}

fn read_arguments(arguments: &[String]) -> Result<(String, TraceOptions), String> {
    let mut options = TraceOptions::default();
    let mut file = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--repl" => options.repl = true,
            "--pools" => options.pools = true,
            "--alloc" => options.alloc = true,
            "--max-steps" => {
                let number = rest.next().and_then(|number| number.parse().ok());
                options.max_steps = number.ok_or("--max-steps needs a number")?;
            }
            "--profile" => match rest.next().map(String::as_str) {
                Some("3.12" | "3.12.1") => {}
                other => return Err(format!("there is no profile `{}`", other.unwrap_or(""))),
            },
            flag if flag.starts_with("--") => return Err(format!("there is no option `{flag}`")),
            _ if file.is_some() => return Err("one program at a time".to_owned()),
            _ => file = Some(argument.clone()),
        }
    }
    file.map(|file| (file, options)).ok_or("which program?".to_owned())
}
