//! What a search says: what was found, or why there is nothing.

use heapglass_heap::Address;
use heapglass_words::seek as words;

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

/// How sentences name an object.
pub(super) struct Named {
    pub(super) text: String,
    /// Whether that is a phrase of the language: "the int 5". Names of classes stay as they are.
    is_phrase: bool,
}

impl Named {
    fn plain(text: String) -> Self {
        Self { text, is_phrase: false }
    }

    /// A sentence that may begin with it.
    fn begins(&self, sentence: String) -> String {
        if self.is_phrase { heapglass_words::capital(&sentence) } else { sentence }
    }

    /// "list #5 is made: its count is 1."
    pub(super) fn made(&self, count: u32) -> String {
        self.begins(words::made_with_count(&self.text, &count.to_string()))
    }

    /// "None is immortal …"
    pub(super) fn immortal(&self) -> String {
        self.begins(words::immortal(&self.text))
    }
}

/// An object as sentences name it: its value if it is a small one, else its type and number.
pub(super) fn object(machine: &Machine, object: Address) -> Named {
    let type_name = machine.short_type_name(object);
    let own_name = machine.own_name(object);
    let id = machine.object_id(object).to_string();
    if !own_name.is_empty() {
        return match &*type_name {
            "type" => Named::plain(format!("class {own_name} {id}")),
            _ => Named::plain(format!("{type_name} {own_name} {id}")),
        };
    }
    match machine.atom_repr(object) {
        Some(value) if type_name == "NoneType" || type_name == "bool" => Named::plain(value),
        Some(value) => Named { text: words::value(&type_name, &shortened(&value)), is_phrase: true },
        None => Named::plain(format!("{type_name} {id}")),
    }
}

fn id(machine: &Machine, birth: u32) -> ObjectId {
    ObjectId(birth.wrapping_sub(machine.registers.first_birth))
}

/// The object that was made, if it has not died within the same instruction.
pub(super) fn made(machine: &Machine, address: Address, birth: u32) -> Option<Named> {
    let lives = machine.heap.memory.birth(address) == birth;
    lives.then(|| object(machine, address))
}

/// "list #5 is made, and 2 other objects with it."
pub(super) fn made_with_others(object: &Named, others: u64) -> String {
    object.begins(words::made_with_others(&object.text, others))
}

/// The object that died, if it is the program's and the one that is looked for.
pub(super) fn died(machine: &Machine, birth: u32, type_: Address, which: Option<ObjectId>) -> Option<Named> {
    let id = id(machine, birth);
    let wanted = which.map_or(id.0.cast_signed() > 0, |which| which == id);
    let name = || if machine.heap.memory.birth(type_) == 0 { "object".to_owned() } else { machine.class_name(type_) };
    wanted.then(|| Named::plain(format!("{} {id}", name())))
}

/// "list #5 dies, and 2 other objects with it."
pub(super) fn died_with_others(object: &Named, others: u64) -> String {
    words::died(&object.text, others)
}

/// "ValueError is raised: invalid literal".
pub(super) fn raised(machine: &Machine, exception: Address) -> String {
    let name = machine.short_type_name(exception);
    let arguments = machine.heap.exception_args(exception);
    let text = (!arguments.is_null()).then(|| machine.heap.tuple_items(arguments)).and_then(|items| items.first().copied());
    match text.filter(|text| machine.heap.is_str(*text)) {
        Some(text) => words::raised(&name, &shortened(&machine.heap.str_text(text))),
        None => words::raised_without_text(&name),
    }
}

/// "Written: …"
pub(super) fn written(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    let text = text.trim_end_matches('\n');
    if text.is_empty() { words::line_end_written().to_owned() } else { words::written(&shortened(&text.replace('\n', "⏎"))) }
}

/// Which bytes of a block changed.
pub(super) fn block_written(machine: &Machine, start: Address, before: &[u8], now: &[u8]) -> String {
    let first = before.iter().zip(now).position(|(before, now)| before != now).unwrap_or(0).to_string();
    let changed = before.iter().zip(now).filter(|(before, now)| before != now).count() as u64;
    let (size, at) = (now.len() as u64, start.to_string());
    match machine.heap.object_in_block(start, size) {
        Some(holder) => words::object_changes(changed, size, &at, &first, &object(machine, holder).text),
        None => words::block_changes(changed, size, &at, &first),
    }
}

impl Session {
    /// Why there is no such place.
    pub(super) fn nothing(&self, to: &Seek) -> String {
        let recorded = self.recorded().to_string();
        let last = recorded.as_str();
        let where_to = |direction: Direction| match direction {
            Direction::Backward => "before",
            Direction::Forward if self.finished => "after",
            Direction::Forward => "so-far",
        };
        let (before, after) = (where_to(Direction::Backward), where_to(Direction::Forward));
        match to {
            Seek::Step(step) if self.finished => words::no_such_step(&step.to_string(), last),
            Seek::Step(step) => words::step_not_recorded(&step.to_string(), last),
            Seek::Stop(_) | Seek::First | Seek::Last => words::not_so_far().to_owned(),
            Seek::Next | Seek::Over | Seek::NextInstruction if self.finished => words::at_the_end().to_owned(),
            Seek::Next | Seek::Over | Seek::NextInstruction => words::no_further(last),
            Seek::Previous | Seek::BackOver | Seek::PreviousInstruction => words::at_the_beginning().to_owned(),
            Seek::Out => words::no_line_further_out(after, last),
            Seek::BackOut => words::nothing_further_out().to_owned(),
            Seek::NextOnLines(lines) => runs(lines, after, last),
            Seek::PreviousOnLines(lines) => runs(lines, before, last),
            Seek::Execution { line, time } => words::does_not_run_times(u64::from(*time), &line.to_string()),
            Seek::NextCollection => words::no_collection_runs(after, last),
            Seek::PreviousCollection => words::no_collection_runs(before, last),
            Seek::Break(direction, points) => holds(points, where_to(*direction), last),
            Seek::Find(direction, sign) => happens(sign, where_to(*direction), last),
        }
    }
}

fn runs(lines: &[u32], place: &str, last: &str) -> String {
    match lines {
        [] => words::no_breakpoint(place, last),
        [line] => words::line_does_not_run(&line.to_string(), place, last),
        _ => words::no_breakpoint_reached(place, last),
    }
}

fn holds(points: &[crate::picture::Breakpoint], place: &str, last: &str) -> String {
    match points {
        [point] if !point.condition.trim().is_empty() => words::line_never_with(&point.line.to_string(), point.condition.trim(), place, last),
        _ => runs(&points.iter().map(|point| point.line).collect::<Vec<_>>(), place, last),
    }
}

fn happens(sign: &Sign, place: &str, last: &str) -> String {
    match sign {
        Sign::Allocation => words::nothing_made(place, last),
        Sign::Death => words::nothing_dies(place, last),
        Sign::DeathOf(id) => words::does_not_die(&id.to_string(), place, last),
        Sign::Collection => words::no_collection_begins(place, last),
        Sign::Exception => words::nothing_raised(place, last),
        Sign::Output => words::nothing_written(place, last),
        Sign::Name { name, .. } => words::name_does_not_change(name, place, last),
        Sign::Count(id) => words::count_does_not_change(&id.to_string(), place, last),
        Sign::Write(_) => words::block_does_not_change(place, last),
    }
}
