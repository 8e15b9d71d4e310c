//! Breakpoints with conditions.
//!
//! A condition is an expression in the names of the call that is about to run the line. It is worked out on a copy of the machine,
//! so whatever it does is undone; but one that would change the program is refused all the same, because it would mean something
//! else each time it is asked.
//!
//! The copy is made once and then brought up to date page by page.

mod effect;

use heapglass_compiler::{Compilation, Mode, opcode::Opcode};
use heapglass_heap::Raised;
use heapglass_words::breakpoint as words;

use crate::{
    limits::Limits,
    machine::{Ending, Machine, MoreInput, Outcome},
    picture::Breakpoint,
    session::Session,
    trace_function::Tracing,
    watch::Watch,
};

/// Steps that working out a condition may take.
const MOST_STEPS: u64 = 20_000;

/// Work of native code that working out a condition may take.
const MOST_WORK: u64 = 1_000_000;

/// What a condition is called in tracebacks and messages.
const FILE: &str = "<condition>";

/// Breakpoints, and the copy on which their conditions are worked out.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    points: Vec<Point>,
    copy: Option<Machine>,
    /// Pages of the machine that are counted as clean only for the copy's sake.
    written: Vec<u32>,
}

#[derive(Debug)]
struct Point {
    line: u32,
    condition: Option<Condition>,
}

#[derive(Debug)]
struct Condition {
    text: String,
    compilation: Compilation,
}

impl Session {
    /// Why this text cannot be the condition of a breakpoint; `None` if it may be. What it does when it is worked out is seen then.
    pub fn complaint_about(condition: &str) -> Option<String> {
        compiled(condition).err()
    }
}

fn compiled(text: &str) -> Result<Condition, String> {
    let text = text.trim();
    let compilation = heapglass_compiler::compile(text, FILE, Mode::Expression)
        .map_err(|diagnostic| words::no_expression(text, &diagnostic.message))?;
    let stores = |unit: &[u8]| [Opcode::StoreName as u8, Opcode::StoreGlobal as u8].contains(&unit[0]);
    if compilation.codes.iter().any(|code| code.code.chunks(2).any(stores)) {
        return Err(words::names_a_value(text));
    }
    Ok(Condition { text: text.to_owned(), compilation })
}

impl Conditions {
    /// Reads the conditions; a sentence if one is not an expression.
    pub(super) fn new(points: &[Breakpoint]) -> Result<Self, String> {
        let point = |point: &Breakpoint| {
            let condition = match point.condition.trim() {
                "" => None,
                text => Some(compiled(text)?),
            };
            Ok(Point { line: point.line, condition })
        };
        Ok(Self { points: points.iter().map(point).collect::<Result<_, String>>()?, ..Self::default() })
    }

    /// The lines that have a breakpoint.
    pub(super) fn lines(&self) -> Vec<u32> {
        self.points.iter().map(|point| point.line).collect()
    }

    /// A run begins: nothing is known of its memory.
    pub(super) fn begin(&mut self, _machine: &mut Machine) {
        self.copy = None;
        self.written.clear();
    }

    /// A run ends: whoever restores a checkpoint has to know all the pages that were written.
    pub(super) fn end(&mut self, machine: &mut Machine) {
        self.copy = None;
        for page in self.written.drain(..) {
            machine.heap.memory.mark_dirty(page);
        }
    }

    /// Whether there is a breakpoint on this line, which is about to run, whose condition holds; what it says then.
    pub(super) fn hold(&mut self, machine: &mut Machine, line: u32) -> Result<Option<String>, String> {
        for index in 0..self.points.len() {
            if self.points[index].line != line {
                continue;
            }
            if self.points[index].condition.is_none() {
                return Ok(Some(String::new()));
            }
            self.bring_up_to_date(machine);
            let (Some(condition), Some(copy)) = (&self.points[index].condition, &mut self.copy) else { continue };
            if condition.holds(machine, copy)? {
                return Ok(Some(words::holds(&condition.text)));
            }
        }
        Ok(None)
    }

    /// Makes the copy what the machine is.
    fn bring_up_to_date(&mut self, machine: &mut Machine) {
        let written: Vec<u32> = machine.heap.memory.dirty_pages().collect();
        let copy = match &mut self.copy {
            Some(copy) => {
                copy.heap.memory.follow(&machine.heap.memory, &written);
                copy
            }
            None => {
                let mut copy = Machine::bare(Limits::clone(&machine.limits));
                copy.heap.memory = machine.heap.memory.clone();
                self.copy.insert(copy)
            }
        };
        self.written.extend(written);
        self.written.sort_unstable();
        self.written.dedup();
        machine.heap.memory.clean();
        copy.heap.memory.clean();
        copy.heap.memory.thaw();
        copy.registers = machine.registers.clone();
        copy.registers.tracing = Tracing::Off;
        copy.registers.profiling = false;
        copy.codes.clone_from(&machine.codes);
        copy.output.clear();
        copy.errors.clear();
        copy.input.clear();
        copy.more_input = MoreInput::Ended;
        copy.lookups.clear();
        copy.watch = Watch::default();
        copy.heap.work_limit = machine.heap.work_limit.min(machine.heap.work() + MOST_WORK);
        copy.limits.steps = machine.registers.step + machine.registers.children + MOST_STEPS;
    }
}

impl Condition {
    /// Works the condition out on `copy`, which is as `machine` is; an error if it is none.
    fn holds(&self, machine: &Machine, copy: &mut Machine) -> Result<bool, String> {
        // A collection that the condition makes due would be the program's doing, not the condition's.
        copy.heap.gc_disable();
        copy.heap.memory.set_u64(heapglass_heap::runtime::GC_SCHEDULED, 0);
        copy.save_stack();
        let outcome = self.evaluate(copy);
        let text = &self.text;
        let ending = copy.registers.ending.clone();
        match (outcome, ending) {
            (_, Some(Ending::Limit(_))) if copy.heap.work_limit_reached() => {
                Err(words::too_much_work(text))
            }
            (_, Some(Ending::Limit(_))) if copy.registers.step >= machine.registers.step + MOST_STEPS => {
                Err(words::too_many_steps(text, &MOST_STEPS.to_string()))
            }
            (_, Some(ending)) => Err(match ending.complaint() {
                Some(reason) => words::cannot_be_worked_out(text, &reason),
                None => words::would_end_the_program(text),
            }),
            (Err(Raised), None) => {
                let what = copy.error().map_or_else(String::new, |exception| described(copy, exception));
                let (line, step) = (machine.frame_line_next(), machine.registers.step);
                Err(words::raises(text, &what, &line.to_string(), &step.to_string()))
            }
            (Ok(truth), None) => match effect::change(machine, copy) {
                Some(what) => Err(what.sentence(text)),
                None => Ok(truth),
            },
        }
    }

    fn evaluate(&self, copy: &mut Machine) -> Outcome<bool> {
        let frame = copy.registers.frame;
        let globals = copy.running_globals();
        let namespace = copy.heap.dict_copy(globals);
        let facts = copy.code_facts(copy.frame_code(frame)).cloned();
        let names = facts.map_or_else(Vec::new, |facts| copy.frame_names(frame, &facts));
        for (name, value, scope) in names.into_iter().filter(|(_, _, scope)| *scope != "global") {
            let value = match scope {
                "local" | "class" => value,
                _ => copy.heap.memory.address(value.plus(heapglass_heap::layout::callable::cell::CONTENTS)),
            };
            if !value.is_null() {
                copy.incref(value);
                copy.put(namespace, &name, value);
            }
        }
        let (code, arena) = copy.load_piece(&self.compilation);
        let function = copy.new_function(code, namespace);
        let result = copy.run_class_body(function, namespace);
        let truth = match result {
            Ok(value) => {
                let truth = copy.is_true(value);
                copy.decref(value);
                truth
            }
            Err(raised) => Err(raised),
        };
        if copy.registers.ending.is_none() {
            for owned in [function, code, arena, namespace] {
                copy.decref(owned);
            }
        }
        truth
    }
}

/// "NameError: name 'x' is not defined".
fn described(machine: &Machine, exception: heapglass_heap::Address) -> String {
    let name = machine.short_type_name(exception);
    let arguments = machine.heap.exception_args(exception);
    let first = (!arguments.is_null()).then(|| machine.heap.tuple_items(arguments)).and_then(|items| items.first().copied());
    match first.and_then(|first| if machine.heap.is_str(first) { Some(machine.heap.str_text(first)) } else { machine.atom_repr(first) }) {
        Some(text) => format!("{name}: {text}"),
        None => name,
    }
}
