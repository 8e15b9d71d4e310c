//! Every place that holds a reference to an object, in words: names, value stacks, items, attributes, the interpreter.
//!
//! Between two instructions the places are as many as the object's count (the law of the audit), unless native code that has
//! called back into Python holds some; those are a place of their own.

use heapglass_heap::{
    Address, Kind,
    interpreter_frame::{self, LOCALSPLUS, Owner},
    object::{generator::FrameState, references::Place},
    runtime, slot,
};
use heapglass_words::holders as words;

use crate::machine::Machine;

/// What kind of place holds a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kept {
    /// A name: a global, a local, a name of a class's body.
    Name,
    /// The value stack of a running call.
    Stack,
    /// An item, attribute or field of an object.
    Object,
    /// The interpreter.
    Interpreter,
    /// Native code that runs.
    Native,
}

/// A place, as sentences name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spot {
    /// A global name.
    Global(String),
    /// A name of a running call, and its function; the function may be unknown (empty).
    Local(String, String),
    /// The value stack of a running call of this function, which may be unknown (empty).
    Stack(String),
    /// Another one, in words.
    Other(String),
}

impl Spot {
    /// The place in words.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Global(name) => words::global_name(name),
            Self::Local(name, function) if function.is_empty() => words::local_name(name),
            Self::Local(name, function) => words::local_name_of(name, function),
            Self::Stack(function) if function.is_empty() => words::value_stack().to_string(),
            Self::Stack(function) => words::value_stack_of(function),
            Self::Other(words) => words.clone(),
        }
    }
}

/// A place that holds a reference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Holding {
    pub(super) kept: Kept,
    /// The frame's address or the holder's birth number, and what in it: what tells the place from others.
    pub(super) holder: u64,
    pub(super) slot: String,
    /// The place, for sentences.
    pub(super) spot: Spot,
}

impl Holding {
    /// Native code that runs.
    pub(super) fn native(words: &str) -> Self {
        Self { kept: Kept::Native, holder: 0, slot: String::new(), spot: Spot::Other(words.to_string()) }
    }

    /// Whether it is the same place, perhaps at another index.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.kept == other.kept && self.holder == other.holder && self.slot == other.slot
    }
}

/// All places that hold `object`.
pub(super) fn places(machine: &Machine, object: Address) -> Vec<Holding> {
    let mut found = Vec::new();
    in_frames(machine, object, &mut found);
    in_objects(machine, object, &mut found);
    in_runtime(machine, object, &mut found);
    let missing = if machine.heap.is_immortal(object) { 0 } else { u64::from(machine.heap.refcount(object)).saturating_sub(found.len() as u64) };
    found.extend((0..missing).map(|_| Holding::native(words::native_code())));
    found
}

/// The function of a frame, for sentences: empty for the program's module.
pub(super) fn function_of(machine: &Machine, frame: Address) -> String {
    let facts = if machine.is_shim(frame) { None } else { machine.code_facts(machine.frame_code(frame)) };
    facts.map(|facts| facts.code.name.clone()).filter(|name| name != "<module>").unwrap_or_default()
}

/// The places in running frames alone.
pub(super) fn in_frames(machine: &Machine, object: Address, found: &mut Vec<Holding>) {
    let mut frame = machine.registers.frame;
    while !frame.is_null() {
        let is_asleep = machine.heap.frame_owner(frame) == Owner::Generator
            && machine.heap.generator_state(machine.heap.generator_of_frame(frame)) != FrameState::Executing;
        if !is_asleep {
            in_frame(machine, frame, object, found);
        }
        frame = machine.frame_previous(frame);
    }
}

/// The words of a frame's slots in use.
pub(super) fn frame_slots(machine: &Machine, frame: Address) -> u64 {
    if frame == machine.registers.frame {
        machine.registers.stack.raw().saturating_sub(frame.raw() + LOCALSPLUS) / 8
    } else {
        machine.heap.memory.i32(frame.plus(interpreter_frame::STACK_TOP)).max(0) as u64
    }
}

fn in_frame(machine: &Machine, frame: Address, object: Address, found: &mut Vec<Holding>) {
    let heap = &machine.heap;
    let fields = [
        (interpreter_frame::FRAME_OBJECT, "frame-object"),
        (interpreter_frame::LOCALS, "names"),
        (interpreter_frame::FUNCTION, "function"),
        (interpreter_frame::CODE, "code"),
    ];
    for (offset, name) in fields {
        if heap.memory.address(frame.plus(offset)) == object {
            let function = function_of(machine, frame);
            let words = if function.is_empty() { words::of_module_frame(name) } else { words::of_call(name, &function) };
            found.push(Holding { kept: Kept::Object, holder: frame.raw(), slot: name.to_string(), spot: Spot::Other(words) });
        }
    }
    for index in 0..frame_slots(machine, frame) {
        if heap.memory.address(frame.plus(LOCALSPLUS + 8 * index)) == object {
            found.push(slot_of_frame(machine, frame, index));
        }
    }
}

pub(super) fn slot_of_frame(machine: &Machine, frame: Address, index: u64) -> Holding {
    let function = function_of(machine, frame);
    let facts = if machine.is_shim(frame) { None } else { machine.code_facts(machine.frame_code(frame)) };
    let name = facts.and_then(|facts| facts.code.localsplus.get(index as usize)).map(|variable| variable.name.clone());
    match name {
        Some(name) => Holding { kept: Kept::Name, holder: frame.raw(), slot: name.clone(), spot: Spot::Local(name, function) },
        None => Holding { kept: Kept::Stack, holder: frame.raw(), slot: "stack".to_string(), spot: Spot::Stack(function) },
    }
}

/// The places in objects that live.
fn in_objects(machine: &Machine, object: Address, found: &mut Vec<Holding>) {
    let heap = &machine.heap;
    for (holder, birth) in heap.memory.births() {
        if heap.refcount(holder) == 0 {
            continue;
        }
        let mut times = 0_usize;
        let mut field = String::new();
        slot::owned_references(heap, holder, &mut |target, place| {
            if target == object {
                times += 1;
                place.clone_into(&mut field);
            }
        });
        if times > 0 {
            found.extend(described(machine, holder, birth, object, times, &field));
        }
    }
}

/// The `times` references from `holder` to `object`, each with its label.
fn described(machine: &Machine, holder: Address, birth: u32, object: Address, times: usize, field: &str) -> Vec<Holding> {
    let heap = &machine.heap;
    let mut edges: Vec<Place> = heap.references(holder).into_iter().filter(|edge| edge.target == object).map(|edge| edge.place).collect();
    edges.truncate(times);
    let globals = main_globals(machine);
    let mut all: Vec<Holding> = edges.into_iter().map(|place| holding(machine, holder, birth, place, holder == globals)).collect();
    while all.len() < times {
        let spot = Spot::Other(format!("{} ({field})", title(machine, holder)));
        all.push(Holding { kept: Kept::Object, holder: u64::from(birth), slot: field.to_string(), spot });
    }
    all
}

fn holding(machine: &Machine, holder: Address, birth: u32, place: Place, is_globals: bool) -> Holding {
    let heap = &machine.heap;
    match place {
        Place::Value(key) if is_globals && heap.is_str(key) => {
            let name = heap.str_text(key);
            Holding { kept: Kept::Name, holder: 0, slot: name.clone(), spot: Spot::Global(name) }
        }
        // An item that moves up because one before it went is still the same reference.
        Place::Item(_) | Place::Member(_) | Place::Key(_) => {
            let spot = Spot::Other(part(machine, holder, place));
            Holding { kept: Kept::Object, holder: u64::from(birth), slot: String::new(), spot }
        }
        _ => Holding {
            kept: Kept::Object,
            holder: u64::from(birth),
            slot: mark(machine, place),
            spot: Spot::Other(part(machine, holder, place)),
        },
    }
}

/// What tells a place in an object from its others: the same in all languages.
fn mark(machine: &Machine, place: Place) -> String {
    match place {
        Place::Value(key) if !machine.heap.is_str(key) => {
            format!("[{}]", machine.atom_repr(key).filter(|text| text.len() < 30).unwrap_or_else(|| machine.object_id(key).to_string()))
        }
        Place::Value(key) => format!("['{}']", machine.heap.str_text(key)),
        Place::Type => "(type)".to_string(),
        Place::Local(_) => "(locals)".to_string(),
        Place::Field(name) => format!("({name})"),
        other => other.describe(&machine.heap),
    }
}

/// A place in an object, in words: `list #3 [0]`, `Node #4.next`.
pub(super) fn part(machine: &Machine, holder: Address, place: Place) -> String {
    let heap = &machine.heap;
    let holder = title(machine, holder);
    match place {
        Place::Value(key) if !heap.is_str(key) => {
            let key = machine.atom_repr(key).filter(|text| text.len() < 30).unwrap_or_else(|| title(machine, key));
            format!("{holder} [{key}]")
        }
        Place::Value(key) => format!("{holder} ['{}']", heap.str_text(key)),
        Place::Key(_) => words::as_key(&holder),
        Place::Member(_) => words::as_member(&holder),
        Place::Type => words::its_class(&holder),
        Place::Local(_) => words::its_names(&holder),
        Place::Field("ob_ref") => words::its_contents(&holder),
        Place::Field(name) => format!("{holder} ({name})"),
        Place::Attribute(name) | Place::Slot(name) if name.is_null() => words::a_slot(&holder),
        Place::Attribute(name) | Place::Slot(name) => format!("{holder}.{}", heap.str_text(name)),
        Place::SharedName(index) => words::shared_name(&holder, &index.to_string()),
        Place::Item(_) | Place::Dict => format!("{holder} {}", place.describe(heap)),
    }
}

/// An object as sentences call it: `list #3`, `class Node`, `function f`. It is a name, the same in all languages.
pub(super) fn title(machine: &Machine, object: Address) -> String {
    let name = machine.own_name(object);
    match machine.heap.kind(object) {
        _ if name.is_empty() => format!("{} {}", machine.short_type_name(object), machine.object_id(object)),
        Kind::Type => format!("class {name}"),
        Kind::Module => format!("module {name}"),
        _ => format!("function {name}"),
    }
}

/// What the interpreter holds references with, in words. `name` is that of the field, for those that have Python's.
pub(super) fn keeper(field: Address, name: &'static str) -> &'static str {
    match field {
        runtime::BUILTINS => words::builtins(),
        runtime::SYS_DICT => words::sys_dict(),
        runtime::CURRENT_EXCEPTION => words::exception_raised(),
        runtime::EXC_STATE => words::exception_handled(),
        runtime::THREAD_REFERENCES => words::thread_state(),
        runtime::DECIMAL_REFERENCES => words::decimal_module(),
        runtime::CACHED_NAMES => words::lookup_cache(),
        runtime::GC_GARBAGE | runtime::GC_CALLBACKS | runtime::MODULES => name,
        _ => words::interpreter(),
    }
}

/// The dict of the program's own names; null if it is gone.
pub(super) fn main_globals(machine: &Machine) -> Address {
    let mut globals = Address::NULL;
    let mut frame = machine.registers.frame;
    while !frame.is_null() {
        if !machine.is_shim(frame) {
            globals = machine.heap.memory.address(frame.plus(interpreter_frame::GLOBALS));
        }
        frame = machine.frame_previous(frame);
    }
    globals
}

fn in_runtime(machine: &Machine, object: Address, found: &mut Vec<Holding>) {
    let heap = &machine.heap;
    let mut add = |slot: &str, words: &str| {
        found.push(Holding { kept: Kept::Interpreter, holder: 0, slot: slot.to_string(), spot: Spot::Other(words.to_string()) });
    };
    for (start, words, name) in runtime::OWNED_REFERENCES {
        for index in 0..*words {
            if heap.memory.address(runtime::word(*start, index)) == object {
                add(name, keeper(*start, name));
            }
        }
    }
    for held in machine.exit_callback_references() {
        if held == object {
            add("atexit", words::exit_callback());
        }
    }
}

/// Whether an object lives at `place`: for those who kept its address.
pub(super) fn lives(machine: &Machine, place: Address, birth: u32) -> bool {
    machine.heap.memory.contains(place, 16) && machine.heap.memory.birth(place) == birth
}
