//! What one source is judged by.

use std::{cell::RefCell, rc::Rc};

use heapglass_machine::{
    Ending, Machine,
    limits::Limits,
    watch::{Flow, Moment, Observer},
};

use crate::laws::Broken;

/// Small limits, so that many programs are judged: all of them end.
fn limits() -> Limits {
    Limits { steps: 60_000, heap_bytes: 96 << 20, output_bytes: 256 << 10, ..Limits::small_stack() }
}

/// The references are counted before one instruction in so many.
const AUDITED: u64 = 6_007;

struct Auditor {
    seen: u64,
    found: Rc<RefCell<Option<String>>>,
}

impl Observer for Auditor {
    fn observe(&mut self, machine: &mut Machine, moment: Moment) -> Flow {
        if moment == Moment::Instruction {
            self.seen += 1;
            if self.seen.is_multiple_of(AUDITED) && machine.registers.ending.is_none() && self.found.borrow().is_none() {
                *self.found.borrow_mut() = discrepancy(machine);
            }
        }
        Flow::Continue
    }
}

fn discrepancy(machine: &Machine) -> Option<String> {
    let discrepancies = machine.audit().err()?;
    let texts: Vec<&str> = discrepancies.iter().take(3).map(|one| one.text.as_str()).collect();
    Some(format!("step {}: {}", machine.registers.step, texts.join("; ")))
}

/// Compiles and runs a source. A source that is refused keeps all laws.
///
/// # Errors
/// The law it breaks. A panic is the caller's to catch.
pub fn judge(source: &str) -> Result<(), Broken> {
    let mut machine = Machine::new(limits());
    if machine.start_file(source, "program.py").is_err() {
        return Ok(());
    }
    let found = Rc::new(RefCell::new(None));
    machine.watch.attention = 0;
    machine.watch.events = true;
    machine.watch.observer = Some(Box::new(Auditor { seen: 0, found: Rc::clone(&found) }));
    machine.resume();
    if let Some(text) = found.borrow_mut().take() {
        return Err(Broken::Audit(text));
    }
    match &machine.registers.ending {
        Some(ending @ Ending::Unsupported(..)) => Err(Broken::Unsupported(ending.complaint().unwrap_or_default())),
        Some(Ending::Finished(_)) => discrepancy(&machine).map_or(Ok(()), |text| Err(Broken::Audit(format!("at the end: {text}")))),
        Some(Ending::Limit(_) | Ending::Waiting) => Ok(()),
        None => Err(Broken::Time("the program stands still".to_owned())),
    }
}
