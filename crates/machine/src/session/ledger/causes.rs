//! Why a count changes, in words: a place came, went or handed the reference on.

use heapglass_compiler::opcode::Opcode;
use heapglass_words::counts as words;

use super::Ran;
use crate::{
    machine::Machine,
    session::places::{Holding, Kept, Spot},
};

/// A reference has come to this place.
pub(super) fn arrived(place: &Holding) -> String {
    match (&place.spot, place.kept) {
        (Spot::Stack(function), _) if function.is_empty() => words::put_on_stack().to_string(),
        (Spot::Stack(function), _) => words::put_on_stack_of(function),
        (Spot::Other(holder), Kept::Interpreter) => words::kept_by(holder),
        (Spot::Other(_), Kept::Native) => words::held_by_native().to_string(),
        (Spot::Other(place), _) => words::stored_in(place),
        (name, _) => of_name(name, words::bound),
    }
}

/// A sentence about a name, which takes its kind, the name and its function.
fn of_name(name: &Spot, sentence: impl Fn(&str, &str, &str) -> String) -> String {
    match name {
        Spot::Local(name, function) if function.is_empty() => sentence("local", name, ""),
        Spot::Local(name, function) => sentence("local-of", name, function),
        Spot::Global(name) | Spot::Stack(name) | Spot::Other(name) => sentence("global", name, ""),
    }
}

/// A reference went from one place to another.
pub(super) fn moved(from: &Holding, to: &Holding) -> String {
    match (from.kept, to.kept) {
        (Kept::Stack, Kept::Name) if from.holder != to.holder => of_name(&to.spot, words::passed),
        (Kept::Stack, Kept::Name) => of_name(&to.spot, words::stack_bound),
        (Kept::Stack, Kept::Stack) => match &to.spot {
            Spot::Stack(function) if !function.is_empty() => words::handed_over_to(function),
            _ => words::handed_over().to_string(),
        },
        (Kept::Stack, Kept::Object) => words::stack_stored(&to.spot.words()),
        (Kept::Stack, Kept::Interpreter) => words::stack_kept(&to.spot.words()),
        (Kept::Stack, Kept::Native) => words::stack_native().to_string(),
        (Kept::Native, _) => arrived(to),
        _ => words::moved(&from.spot.words(), &to.spot.words()),
    }
}

/// Why a place no longer holds the object.
pub(super) fn left(machine: &Machine, ran: Ran, place: &Holding) -> String {
    match place.kept {
        Kept::Stack => match &place.spot {
            Spot::Stack(function) if !function.is_empty() => words::taken_from_stack_of(function),
            _ => words::taken_from_stack().to_string(),
        },
        Kept::Native => words::let_go_by_native().to_string(),
        Kept::Interpreter => words::let_go_by(&place.spot.words()),
        Kept::Name if place.holder != 0 && !is_running(machine, place.holder) => of_name(&place.spot, words::call_ended),
        Kept::Name => match opcode(machine, ran) {
            Some(Opcode::DeleteName | Opcode::DeleteFast | Opcode::DeleteGlobal | Opcode::DeleteDeref) => of_name(&place.spot, words::deleted),
            Some(Opcode::StoreName | Opcode::StoreFast | Opcode::StoreGlobal) => of_name(&place.spot, words::bound_elsewhere),
            _ => of_name(&place.spot, words::let_go),
        },
        Kept::Object => {
            let holder = u32::try_from(place.holder).ok();
            let gone = holder.is_some_and(|birth| !machine.heap.memory.births().any(|(at, found)| found == birth && machine.heap.refcount(at) > 0));
            let place = place.spot.words();
            if gone { words::holder_died(&place) } else { words::taken_out_of(&place) }
        }
    }
}

fn is_running(machine: &Machine, wanted: u64) -> bool {
    let mut frame = machine.registers.frame;
    while !frame.is_null() && frame.raw() != wanted {
        frame = machine.frame_previous(frame);
    }
    !frame.is_null()
}

fn opcode(machine: &Machine, ran: Ran) -> Option<Opcode> {
    let mut at = ran.instruction.non_null()?;
    loop {
        let opcode = Opcode::from_byte(machine.heap.memory.u8(at))?;
        if opcode != Opcode::ExtendedArg {
            return Some(opcode);
        }
        at = at.plus(2);
    }
}

/// A sentence about what ran, which takes its kind and the instruction.
pub(super) fn by(machine: &Machine, ran: Ran, sentence: impl Fn(&str, &str) -> String) -> String {
    if ran.frame.is_null() {
        return sentence("interpreter", "");
    }
    opcode(machine, ran).map_or_else(|| sentence("native", ""), |opcode| sentence("instruction", opcode.name()))
}
