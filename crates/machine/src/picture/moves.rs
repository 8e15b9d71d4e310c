//! What a phase of a collection did, one thing after the other, read from the heap's log.

use std::collections::{HashMap, HashSet, VecDeque};

use heapglass_heap::{
    Address, Kind,
    event::Event,
    gc::Phase,
    interpreter_frame,
    object::references::{Edge, Place},
};

use heapglass_words::narration;
use serde::{Deserialize, Serialize};

use super::{ObjectId, held::{held, own_attribute_count}};
use crate::machine::Machine;

/// One thing that a phase of a collection did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Move {
    /// What.
    pub deed: Deed,
    /// To which object.
    pub object: ObjectId,
    /// Its name on the page, also if it is gone by now.
    pub title: String,
    /// The object whose reference this is about.
    pub from: Option<ObjectId>,
    /// Its name on the page.
    pub from_title: String,
    /// Where in that object the reference is, as its box labels it; empty if the box does not show it.
    pub label: String,
    /// The name of the program that is this reference, as module variables are rows of a dict.
    pub is_name: bool,
    /// The scratch count of `object` afterwards, if it has one.
    pub scratch: Option<i64>,
    /// The generation that it was in ([`Deed::Gathered`]) or joins ([`Deed::Promoted`]).
    pub generation: Option<u8>,
}

/// What a phase of a collection does to one object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Deed {
    /// It is to be examined.
    Gathered,
    /// Its count was copied to its scratch count.
    Copied,
    /// A reference to it was taken off its scratch count.
    Subtracted,
    /// Its scratch count is not 0: it is held from outside.
    Held,
    /// Its scratch count is 0: it is set aside.
    SetAside,
    /// One that is held refers to it, before it was looked at.
    Reached,
    /// One that is held refers to it, after it had been set aside.
    Rescued,
    /// The collector does not watch it any more: it can be in no ring.
    Untracked,
    /// It joined an older generation.
    Promoted,
    /// A weak reference to it was made dead.
    WeakrefCleared,
    /// The callback of this weak reference was called.
    CallbackCalled,
    /// Its finalizer ran.
    Finalized,
    /// It dropped what it held.
    Cleared,
    /// It was put into `gc.garbage`.
    Saved,
    /// It died.
    Died,
}

/// Things told one by one; more are only counted.
const MOST_MOVES: usize = 2_000;

/// What the phase that has just ended did to the program's objects, and how much more it did.
pub(super) fn of_phase(machine: &Machine, phase: Phase) -> (Vec<Move>, u64) {
    let Some((Event::CollectionPhase { .. }, events)) = machine.heap.log.events().split_last() else { return (Vec::new(), 0) };
    let mut reader = Reader { machine, first: machine.registers.first_birth, globals: globals(machine), labels: HashMap::new() };
    let mut moves = Vec::new();
    let mut others = 0;
    let mut reached = HashSet::new();
    for event in events {
        let Some(deed) = deed(event).filter(|deed| belongs(*deed, phase)) else { continue };
        match event {
            Event::Reached { object, .. } => drop(reached.insert(*object)),
            // That it is held is known since it was reached.
            Event::Held { object, .. } if reached.contains(object) => continue,
            _ => {}
        }
        match reader.read(event, deed).filter(|_| moves.len() < MOST_MOVES) {
            Some(found) => moves.push(found),
            None => others += 1,
        }
    }
    (moves, others)
}

/// Between the phases anything can die, and what happened before the collection began is in the log as well.
fn belongs(deed: Deed, phase: Phase) -> bool {
    match phase {
        Phase::Gather => deed == Deed::Gathered,
        Phase::Copy => deed == Deed::Copied,
        Phase::Subtract => deed == Deed::Subtracted,
        Phase::Rescue => matches!(deed, Deed::Held | Deed::SetAside | Deed::Reached | Deed::Rescued),
        Phase::Promote => matches!(deed, Deed::Untracked | Deed::Promoted),
        Phase::Weakrefs => matches!(deed, Deed::WeakrefCleared | Deed::CallbackCalled | Deed::Died),
        Phase::Finalize => matches!(deed, Deed::Finalized | Deed::Died),
        Phase::Recheck => !matches!(deed, Deed::Gathered | Deed::Died | Deed::Untracked),
        Phase::Clear => matches!(deed, Deed::Cleared | Deed::Saved | Deed::Died),
        Phase::Done => false,
    }
}

fn deed(event: &Event) -> Option<Deed> {
    let deed = match event {
        Event::Gathered { .. } => Deed::Gathered,
        Event::ScratchCopied { .. } => Deed::Copied,
        Event::ReferenceTaken { .. } => Deed::Subtracted,
        Event::Held { .. } => Deed::Held,
        Event::SetAside { .. } => Deed::SetAside,
        Event::Reached { again: false, .. } => Deed::Reached,
        Event::Reached { again: true, .. } => Deed::Rescued,
        Event::Untracked { .. } => Deed::Untracked,
        Event::Promoted { .. } => Deed::Promoted,
        Event::WeakrefCleared { .. } => Deed::WeakrefCleared,
        Event::CallbackCalled { .. } => Deed::CallbackCalled,
        Event::Finalizing { .. } => Deed::Finalized,
        Event::Clearing { .. } => Deed::Cleared,
        Event::Saved { .. } => Deed::Saved,
        Event::Died { .. } => Deed::Died,
        _ => return None,
    };
    Some(deed)
}

/// The dict of the program's module, if its frame is there.
fn globals(machine: &Machine) -> Address {
    let frames = machine.program_frames();
    frames.first().map_or(Address::NULL, |frame| machine.heap.memory.address(frame.frame.plus(interpreter_frame::GLOBALS)))
}

struct Reader<'a> {
    machine: &'a Machine,
    /// The program's objects are born after this one.
    first: u32,
    globals: Address,
    /// Where the references of each object are, in the order in which they are taken.
    labels: HashMap<Address, HashMap<Address, VecDeque<String>>>,
}

impl Reader<'_> {
    /// The fact as the page shows it; nothing if it is about the interpreter's objects.
    fn read(&mut self, event: &Event, deed: Deed) -> Option<Move> {
        let found = match *event {
            Event::Gathered { object, generation } | Event::Promoted { object, generation } => {
                Move { generation: Some(generation), ..self.about(object, deed)? }
            }
            Event::ScratchCopied { object, scratch } | Event::Held { object, scratch } => {
                Move { scratch: Some(scratch.cast_signed()), ..self.about(object, deed)? }
            }
            Event::SetAside { object } => Move { scratch: Some(0), ..self.about(object, deed)? },
            Event::ReferenceTaken { from, to, scratch } => self.edge(from, to, Move { scratch: Some(scratch.cast_signed()), ..self.about(to, deed)? }),
            Event::Reached { object, by, .. } => self.edge(by, object, Move { scratch: Some(1), ..self.about(object, deed)? }),
            Event::Untracked { object } => self.about(object, deed)?,
            Event::WeakrefCleared { weakref, object } => self.edge(weakref, object, self.about(object, deed)?),
            Event::CallbackCalled { birth, .. } | Event::Finalizing { birth, .. } | Event::Clearing { birth, .. } | Event::Saved { birth, .. } => {
                self.born(birth, deed)?
            }
            // What no box can show (numbers, text, buffers) is not told.
            Event::Died { birth, type_, .. } if self.may_be_boxed(type_) => self.born(birth, deed)?,
            _ => return None,
        };
        Some(found)
    }

    fn may_be_boxed(&self, type_: Address) -> bool {
        !matches!(self.machine.heap.type_kind(type_), Kind::Int | Kind::Float | Kind::Str | Kind::Bytes | Kind::Complex)
    }

    fn about(&self, object: Address, deed: Deed) -> Option<Move> {
        let found = self.born(self.machine.heap.memory.birth(object), deed)?;
        Some(Move { title: self.machine.title(object), ..found })
    }

    /// The object may be dead: its title comes from the picture before.
    fn born(&self, birth: u32, deed: Deed) -> Option<Move> {
        (birth > self.first).then(|| Move {
            deed,
            object: ObjectId(birth.wrapping_sub(self.first)),
            title: String::new(),
            from: None,
            from_title: String::new(),
            label: String::new(),
            is_name: false,
            scratch: None,
            generation: None,
        })
    }

    fn edge(&mut self, from: Address, to: Address, found: Move) -> Move {
        let is_name = from == self.globals;
        let from_title = if is_name { narration::module().to_string() } else { self.machine.title(from) };
        Move { from: Some(self.machine.object_id(from)), from_title, label: self.label(from, to), is_name, ..found }
    }

    /// The label of the next reference from one object to another.
    fn label(&mut self, from: Address, to: Address) -> String {
        let machine = self.machine;
        let labels = self.labels.entry(from).or_insert_with(|| labels(machine, from));
        labels.get_mut(&to).and_then(VecDeque::pop_front).unwrap_or_default()
    }
}

/// Where the references of an object are: as its box has them, and what no box shows in words.
fn labels(machine: &Machine, object: Address) -> HashMap<Address, VecDeque<String>> {
    let mut found: HashMap<Address, VecDeque<String>> = HashMap::new();
    let kind = machine.heap.kind(object);
    let own = own_attribute_count(machine, object);
    for (index, held) in held(machine, object, usize::MAX).0.into_iter().enumerate() {
        let label = match kind {
            _ if held.label.is_empty() => String::new(),
            _ if index < own => format!(".{}", held.label),
            Kind::List | Kind::Tuple | Kind::Deque | Kind::Dict | Kind::DefaultDict | Kind::OrderedDict => format!("[{}]", held.label),
            _ => format!(".{}", held.label),
        };
        if !held.key.is_null() {
            found.entry(held.key).or_default().push_back(label.clone());
        }
        found.entry(held.target).or_default().push_back(label);
    }
    for edge in machine.heap.references(object) {
        if let Some(words) = hidden(&edge) {
            found.entry(edge.target).or_default().push_back(words.to_string());
        }
    }
    found
}

/// References that belong to an object without being drawn.
fn hidden(edge: &Edge) -> Option<&'static str> {
    match edge.place {
        Place::Type => Some(".__class__"),
        Place::Field("func_globals" | "globals") => Some(".__globals__"),
        Place::Field("mro") => Some(".__mro__"),
        _ => None,
    }
}

impl Machine {
    /// The name that an object has on the page.
    pub(super) fn title(&self, object: Address) -> String {
        let (type_name, name, id) = (self.short_type_name(object), self.own_name(object), self.object_id(object));
        match name.is_empty() {
            true => format!("{type_name} {id}"),
            false if type_name == "type" => format!("class {name} {id}"),
            false => format!("{type_name} {name} {id}"),
        }
    }
}
