//! `heapglass trace`: what a program does to memory, step by step, in the schema of `tests/oracle/schema.md`.

mod allocation;
mod edge;
mod label;
mod node;
mod record;

use heapglass_machine::{Ending, Machine, limits::Limits};
use serde_json::{Value, json};

use record::{Recorder, Recording};

/// Where the program lies, as it lay when the truth was recorded (tests/conditions.py): a code object holds its whole path.
pub(crate) const PROGRAM_FOLDER: &str = "/home/student/";

/// What is traced, and how far.
#[derive(Clone, Debug)]
pub struct TraceOptions {
    /// Type the program at the prompt, statement by statement.
    pub repl: bool,
    /// Record every event of the allocator.
    pub alloc: bool,
    /// Record the pymalloc pool of each object.
    pub pools: bool,
    /// Steps (calls, lines, returns, exceptions) after which the trace is cut.
    pub max_steps: usize,
    /// Limits of the machine.
    pub limits: Limits,
}

impl Default for TraceOptions {
    fn default() -> Self {
        Self { repl: false, alloc: false, pools: false, max_steps: 10_000, limits: Limits::default() }
    }
}

/// Runs `source` and returns the trace document.
pub fn trace(source: &str, name: &str, options: &TraceOptions) -> Value {
    let mut machine = Machine::new(options.limits.clone());
    machine.registers.first_birth = machine.heap.last_birth() as u32;
    machine.heap.log.switch_on();
    let path = format!("{PROGRAM_FOLDER}{name}");
    let started = if options.repl { machine.start_prompt(source, name) } else { machine.start_file(source, &path) };
    if let Err(diagnostic) = started {
        machine.registers.ending = Some(Ending::Finished(1));
        let exception = Some(("SyntaxError", diagnostic.message.as_str(), None));
        return document(name, options, Vec::new(), &exit(&machine, false, json!([]), exception));
    }
    let recording = Recording::shared(options, &mut machine);
    machine.watch.attention = 0;
    machine.watch.events = true;
    machine.watch.observer = Some(Box::new(Recorder::new(&recording)));
    machine.resume();
    let mut recording = recording.borrow_mut();
    let truncated = recording.is_full(options.max_steps);
    let died = recording.take_died(&mut machine);
    let steps = std::mem::take(&mut recording.steps);
    let last_line = steps.iter().rev().find(|step| step["event"] == "exception").map(|step| step["line"].clone());
    let found = final_exception(&String::from_utf8_lossy(&machine.errors));
    let found = found.as_ref().map(|(kind, message)| (kind.as_str(), message.as_str(), last_line));
    let failed = found.filter(|_| !truncated && status(&machine) != 0);
    document(name, options, steps, &exit(&machine, truncated, died, failed))
}

fn document(name: &str, options: &TraceOptions, steps: Vec<Value>, exit: &Value) -> Value {
    json!({
        "schema": "cpython-memory-trace/1",
        "encoding": "delta",
        "source": {"name": name},
        "python": {"implementation": "heapglass", "version": "3.12.1"},
        "options": {"mode": if options.repl { "repl" } else { "script" }, "alloc": options.alloc, "pools": options.pools},
        "steps": steps,
        "exit": exit,
    })
}

fn status(machine: &Machine) -> i32 {
    match machine.registers.ending {
        Some(Ending::Finished(status)) => status,
        Some(_) => 3,
        None => 0,
    }
}

fn exit(machine: &Machine, truncated: bool, died: Value, exception: Option<(&str, &str, Option<Value>)>) -> Value {
    let exception = exception.map(|(kind, message, line)| json!({"type": kind, "message": message, "line": line}));
    json!({
        "code": if truncated { Value::Null } else { json!(status(machine)) },
        "truncated": truncated,
        "stdout": String::from_utf8_lossy(&machine.output),
        "stderr": String::from_utf8_lossy(&machine.errors).replace(PROGRAM_FOLDER, ""),
        "exception": exception,
        "died": died,
        "collections": [],
    })
}

/// The exception that ended the program, from the traceback it printed: the last line that names one.
fn final_exception(errors: &str) -> Option<(String, String)> {
    if !errors.contains("Traceback (most recent call last):") && !errors.contains("Error") {
        return None;
    }
    let is_name = |text: &str| {
        text.chars().next().is_some_and(|first| first.is_alphabetic() || first == '_')
            && text.chars().all(|char| char.is_alphanumeric() || char == '_' || char == '.')
    };
    let line = errors.lines().rev().find(|line| is_name(line.split(": ").next().unwrap_or_default()))?;
    let (kind, message) = line.split_once(": ").unwrap_or((line, ""));
    Some((kind.rsplit('.').next().unwrap_or(kind).to_string(), message.to_string()))
}
