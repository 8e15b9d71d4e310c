//! What a search says: what was found, or why there is nothing.

use heapglass_heap::Address;

use crate::{
    machine::Machine,
    picture::{Direction, ObjectId, Seek, Sign},
    session::Session,
};

/// Characters of a value or a text that a sentence quotes.
const QUOTED: usize = 40;

fn shortened(text: &str) -> String {
    let cut = text.chars().count() > QUOTED;
    let start: String = text.chars().take(QUOTED).collect();
    if cut { format!("{start}…") } else { start }
}

/// An object as sentences name it: its value if it is a small one, else its type and number.
pub(super) fn object(machine: &Machine, object: Address) -> String {
    let type_name = machine.short_type_name(object);
    let own_name = machine.own_name(object);
    if !own_name.is_empty() {
        let kind = if type_name == "type" { "class" } else { &type_name };
        return format!("{kind} {own_name} {}", machine.object_id(object));
    }
    match machine.atom_repr(object) {
        Some(value) if type_name == "NoneType" || type_name == "bool" => value,
        Some(value) => format!("the {type_name} {}", shortened(&value)),
        None => format!("{type_name} {}", machine.object_id(object)),
    }
}

fn id(machine: &Machine, birth: u32) -> ObjectId {
    ObjectId(birth.wrapping_sub(machine.registers.first_birth))
}

/// "list #5 is made.", if it has not died within the same instruction.
pub(super) fn made(machine: &Machine, address: Address, birth: u32) -> Option<String> {
    let lives = machine.heap.memory.birth(address) == birth;
    lives.then(|| format!("{} is made.", capital(&object(machine, address))))
}

/// "list #5 dies.", if it is the program's and the one that is looked for.
pub(super) fn died(machine: &Machine, birth: u32, type_: Address, which: Option<ObjectId>) -> Option<String> {
    let id = id(machine, birth);
    let wanted = which.map_or(id.0.cast_signed() > 0, |which| which == id);
    let name = || if machine.heap.memory.birth(type_) == 0 { "object".to_owned() } else { machine.class_name(type_) };
    wanted.then(|| format!("{} {id} dies.", capital(&name())))
}

/// "ValueError is raised: invalid literal".
pub(super) fn raised(machine: &Machine, exception: Address) -> String {
    let name = machine.short_type_name(exception);
    let arguments = machine.heap.exception_args(exception);
    let text = (!arguments.is_null()).then(|| machine.heap.tuple_items(arguments)).and_then(|items| items.first().copied());
    match text.filter(|text| machine.heap.is_str(*text)) {
        Some(text) => format!("{name} is raised: {}", shortened(&machine.heap.str_text(text))),
        None => format!("{name} is raised."),
    }
}

/// "Written: …"
pub(super) fn written(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    let text = text.trim_end_matches('\n');
    if text.is_empty() { "A line end is written.".to_owned() } else { format!("Written: {}", shortened(&text.replace('\n', "⏎"))) }
}

/// Which bytes of a block changed.
pub(super) fn block_written(machine: &Machine, start: Address, before: &[u8], now: &[u8]) -> String {
    let first = before.iter().zip(now).position(|(before, now)| before != now).unwrap_or(0);
    let changed = before.iter().zip(now).filter(|(before, now)| before != now).count();
    let holder = machine.heap.object_in_block(start, now.len() as u64);
    let holder = holder.map_or(String::new(), |holder| format!(", of {}", object(machine, holder)));
    format!("{changed} of the {} bytes at {start} change, from byte {first} on{holder}.", now.len())
}

/// "list #5 dies, and 2 other objects with it."
pub(super) fn with_others(sentence: &str, others: usize) -> String {
    let start = sentence.trim_end_matches('.');
    match others {
        0 => sentence.to_owned(),
        1 => format!("{start}, and another object with it."),
        _ => format!("{start}, and {others} other objects with it."),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    // Names of classes stay as they are.
    match letters.next() {
        Some(first) if text.starts_with("the ") => first.to_uppercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

impl Session {
    /// Why there is no such place.
    pub(super) fn nothing(&self, to: &Seek) -> String {
        let recorded = self.recorded();
        let where_to = |direction: Direction| match direction {
            Direction::Backward => "before this".to_owned(),
            Direction::Forward if self.finished => "after this".to_owned(),
            Direction::Forward => format!("after this in what is recorded so far (up to step {recorded})"),
        };
        let find = |what: &str, direction: Direction| format!("{what} {}.", where_to(direction));
        match to {
            Seek::Step(step) if self.finished => format!("There is no step {step}: the recording ends at step {recorded}."),
            Seek::Step(step) => format!("Step {step} is not recorded yet: the recording has come to step {recorded}."),
            Seek::Stop(_) | Seek::First | Seek::Last => "The recording does not reach so far.".to_owned(),
            Seek::Next | Seek::Over | Seek::NextInstruction if self.finished => "This is the end of the recording.".to_owned(),
            Seek::Next | Seek::Over | Seek::NextInstruction => format!("The recording has not come further yet (step {recorded})."),
            Seek::Previous | Seek::BackOver | Seek::PreviousInstruction => "This is where the program begins.".to_owned(),
            Seek::Out => find("There is no line further out", Direction::Forward),
            Seek::BackOut => "No call of the program led here: there is nothing further out.".to_owned(),
            Seek::NextOnLines(lines) => find(&runs(lines), Direction::Forward),
            Seek::PreviousOnLines(lines) => find(&runs(lines), Direction::Backward),
            Seek::Execution { line, time: 1 } => format!("Line {line} does not run in what is recorded."),
            Seek::Execution { line, time } => format!("Line {line} does not run {time} times in what is recorded."),
            Seek::NextCollection => find("No collection runs", Direction::Forward),
            Seek::PreviousCollection => find("No collection runs", Direction::Backward),
            Seek::Break(direction, points) => find(&holds(points), *direction),
            Seek::Find(direction, sign) => find(&happens(sign), *direction),
        }
    }
}

fn runs(lines: &[u32]) -> String {
    match lines {
        [] => "There is no breakpoint, and none".to_owned(),
        [line] => format!("Line {line} does not run"),
        _ => "None of the breakpoints is reached".to_owned(),
    }
}

fn holds(points: &[crate::picture::Breakpoint]) -> String {
    match points {
        [point] if !point.condition.trim().is_empty() => format!("Line {} does not run with `{}` true", point.line, point.condition.trim()),
        _ => runs(&points.iter().map(|point| point.line).collect::<Vec<_>>()),
    }
}

fn happens(sign: &Sign) -> String {
    match sign {
        Sign::Allocation => "No object is made".to_owned(),
        Sign::Death => "No object dies".to_owned(),
        Sign::DeathOf(id) => format!("{id} does not die"),
        Sign::Collection => "No collection begins".to_owned(),
        Sign::Exception => "No exception is raised".to_owned(),
        Sign::Output => "Nothing is written".to_owned(),
        Sign::Name { name, .. } => format!("`{name}` does not change"),
        Sign::Count(id) => format!("The count of {id} does not change"),
        Sign::Write(_) => "Nothing changes in this block".to_owned(),
    }
}
