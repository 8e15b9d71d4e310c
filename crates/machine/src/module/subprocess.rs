//! `_subprocess`: an interpreter of its own for a piece of source, run to its end at once.
//!
//! The child is a machine beside this one; nothing of it remains but what it wrote and how it ended.

use heapglass_heap::static_type::StaticType;

use crate::{
    limits::Limits,
    machine::{Ending, Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};

/// The rows.
pub const ROWS: &[NativeRow] = &[NativeRow::function("_subprocess", "run", Convention::Positional, run)];

/// The status of a child that was stopped by a limit, or met what is not supported.
const STOPPED: i32 = 3;

/// What a child left behind.
struct Left {
    status: i32,
    steps: u64,
    output: Vec<u8>,
    errors: Vec<u8>,
}

/// `run(source, arguments, input, prompt)`: the exit status, standard output and standard error as bytes. With `prompt` true
/// the source is typed at the interactive prompt, statement by statement.
fn run(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "run", 4, 4)?;
    let source = m.str_of(arguments.positional[0])?;
    let list = m.list_from(arguments.positional[1])?;
    let words = m.heap.list_items(list).into_iter().map(|word| m.str_of(word)).collect::<Outcome<Vec<String>>>();
    m.decref(list);
    let words = words?;
    let input = m.str_of(arguments.positional[2])?;
    let prompt = m.is_true(arguments.positional[3])?;
    let Some(processes) = m.limits.processes.checked_sub(1) else {
        return Err(m.raise(
            StaticType::BlockingIOError,
            "[Errno 11] Resource temporarily unavailable",
        ));
    };
    let made = m.registers.step.saturating_add(m.registers.children);
    let steps = m.limits.steps.saturating_sub(made);
    if steps == 0 {
        return Err(m.stop_at_limit());
    }
    let left = child(
        m,
        &source,
        &words,
        &input,
        prompt,
        Limits {
            processes,
            steps,
            ..m.limits.clone()
        },
    );
    m.registers.children += left.steps;
    let parts = [
        m.heap.new_int(i64::from(left.status)),
        m.heap.new_bytes(&left.output),
        m.heap.new_bytes(&left.errors),
    ];
    Ok(m.heap.new_tuple_from(&parts))
}

fn child(m: &Machine, source: &str, arguments: &[String], input: &str, prompt: bool, limits: Limits) -> Left {
    let mut machine = Machine::new(limits);
    machine.finder = m.finder.clone();
    machine.input = input.lines().map(str::to_owned).collect();
    let started = if prompt {
        machine.start_prompt(source, "<stdin>")
    } else {
        machine.start_command(source)
    };
    let status = match started {
        Err(diagnostic) => {
            machine.report_diagnostic(&diagnostic, source, if prompt { "<stdin>" } else { "<string>" });
            1
        }
        Ok(()) => {
            machine.set_arguments(arguments);
            machine.resume();
            match machine.registers.ending.take() {
                Some(Ending::Finished(status)) => status,
                Some(Ending::Waiting) => 1,
                Some(ending) => {
                    // The program reads this: it is the same in all languages, as what Python says is.
                    let complaint = heapglass_words::in_english(|| ending.complaint()).unwrap_or_default();
                    machine.errors.extend_from_slice(format!("heapglass: {complaint}\n").as_bytes());
                    STOPPED
                }
                None => STOPPED,
            }
        }
    };
    Left {
        status,
        steps: machine.registers.step + machine.registers.children,
        output: machine.output,
        errors: machine.errors,
    }
}
