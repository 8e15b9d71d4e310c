//! What an object is drawn with: its shape, its value in short, its cells and rows.

use std::collections::HashMap;

use heapglass_heap::{
    Address, Kind,
    layout::iterator,
    object::{frame, generator, generator::FrameState},
    weakref_list,
};
use heapglass_words::facts;

use super::{Object, Part, Shape, Value, heap_map, held::held, photograph::Graph};
use crate::machine::Machine;

/// Characters of a value shown in place.
const LONGEST_IN_PLACE: usize = 24;
/// Characters of a value shown as an object of its own.
const LONGEST_VALUE: usize = 60;

/// The text of an object that is small enough to stand in a cell instead of an arrow. With `as_objects`, numbers and
/// text are drawn as the objects they are; what there is one of for the whole process stays in place.
pub(super) fn in_place(machine: &Machine, object: Address, as_objects: bool) -> Option<String> {
    let heap = &machine.heap;
    match heap.kind(object) {
        _ if heap.is_heap_type(heap.type_of(object)) => None,
        Kind::Type if !heap.is_heap_type(object) => Some(machine.class_name(object)),
        Kind::Module => Some(format!("module {}", machine.own_name(object))),
        // A method of an object holds that object.
        Kind::BuiltinFunction => machine.bound_to(object).is_null().then(|| format!("{}()", machine.own_name(object))),
        Kind::ByteArray => None,
        Kind::Singleton => machine.atom_repr(object),
        _ if as_objects => None,
        Kind::Tuple if object == heap.empty_tuple() => Some("()".to_string()),
        _ => machine.atom_repr(object).filter(|text| text.chars().count() <= LONGEST_IN_PLACE),
    }
}

/// `text`, its end left out if it is long.
pub(super) fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_string();
    }
    text.chars().take(longest - 1).chain(['…']).collect()
}

/// The collector's scratch count of each candidate, and what it thinks of it.
pub(super) type Verdicts = HashMap<Address, (Option<i64>, String)>;

/// The object's box, its parts included, and what its arrows lead to.
pub(super) fn object(graph: &Graph<'_>, object: Address, verdicts: &Verdicts) -> (Object, Vec<Address>) {
    let machine = graph.machine;
    let heap = &machine.heap;
    let (held, hidden) = held(machine, object, graph.most_parts(object));
    let (scratch, verdict) = verdicts.get(&object).cloned().unwrap_or_default();
    let spare = if heap.kind(object) == Kind::List { heap.list_allocated(object) - heap.list_len(object) } else { 0 };
    let mut targets = Vec::new();
    let mut known = |target: Address| {
        let value = graph.known(target);
        if matches!(value, Value::Arrow(_)) {
            targets.push(target);
        }
        value
    };
    let parts: Vec<Part> = held.into_iter().map(|held| Part {
        label: held.label,
        key: held.key.non_null().map(&mut known).filter(|key| matches!(key, Value::Arrow(_))),
        value: known(held.target),
        weak: held.weak,
        changed: false,
    }).collect();
    let photographed = Object {
        id: machine.object_id(object),
        address: object.raw(),
        shape: shape(machine, object),
        type_name: machine.short_type_name(object),
        name: name(machine, object),
        fact: fact(machine, object),
        position: position(machine, object),
        causes: Vec::new(),
        value: machine.value_text(object, LONGEST_VALUE).map(|text| shortened(&text, LONGEST_VALUE)).unwrap_or_default(),
        count: (!heap.is_immortal(object)).then(|| u64::from(heap.refcount(object))),
        count_change: 0,
        size: heap.sizeof(object),
        generation: graph.generation(object),
        reachable: graph.is_reachable(object),
        born_line: None,
        reuses_address: false,
        is_new: false,
        parts,
        hidden_parts: hidden,
        spare: spare as u32,
        scratch,
        verdict,
        block: heap_map::place_of(machine, &graph.arenas, object),
    };
    (photographed, targets)
}

/// The object's own name: of a class, function or module; the function of a generator or frame.
fn name(machine: &Machine, object: Address) -> String {
    let heap = &machine.heap;
    match heap.kind(object) {
        Kind::Generator => heap.memory.address(object.plus(generator::NAME)).non_null().map_or(String::new(), |name| heap.str_text(name)),
        Kind::Frame => {
            let code = machine.frame_code(heap.memory.address(object.plus(frame::FRAME)));
            machine.code_facts(code).map_or(String::new(), |facts| facts.code.name.clone())
        }
        _ => machine.own_name(object),
    }
}

/// A few quiet words beside the name: how much it holds, where it sleeps.
fn fact(machine: &Machine, object: Address) -> String {
    let heap = &machine.heap;
    let line = |line: Option<u32>| line.map_or(String::new(), |line| facts::line(&line.to_string()));
    match heap.kind(object) {
        Kind::Type => facts::class().to_string(),
        Kind::Generator => match heap.generator_state(object) {
            FrameState::Created => facts::not_started().to_string(),
            FrameState::Suspended => line(machine.line_of(object)),
            FrameState::Executing => facts::running().to_string(),
            FrameState::Completed | FrameState::Cleared => facts::finished().to_string(),
        },
        Kind::Frame | Kind::Traceback => line(machine.line_of(object)),
        Kind::Str if heap.is_interned(object) => facts::interned().to_string(),
        Kind::WeakReference if heap.memory.address(object.plus(weakref_list::field::OBJECT)) == heap.none() => facts::to_nothing().to_string(),
        _ => String::new(),
    }
}

/// How far an iterator has come, in items.
fn position(machine: &Machine, object: Address) -> Option<u64> {
    let heap = &machine.heap;
    let offset = match heap.kind(object) {
        Kind::ListIterator | Kind::TupleIterator | Kind::StrIterator | Kind::BytesIterator | Kind::ByteArrayIterator | Kind::SequenceIterator => {
            // Without its sequence it is spent, and the position says nothing.
            heap.memory.address(object.plus(iterator::sequence::SEQUENCE)).non_null()?;
            iterator::sequence::INDEX
        }
        Kind::Enumerate => iterator::enumerate::INDEX,
        _ => return None,
    };
    Some(heap.memory.u64(object.plus(offset)))
}

/// The silhouette.
pub(super) fn shape(machine: &Machine, object: Address) -> Shape {
    let heap = &machine.heap;
    let is_instance = heap.is_heap_type(heap.type_of(object));
    match heap.kind(object) {
        _ if machine.is_nd_array(object) => Shape::Bytes,
        Kind::Object if is_instance && !heap.has_managed_dict(object) => Shape::Slotted,
        Kind::Object if is_instance => Shape::Instance,
        Kind::Int | Kind::Float | Kind::Complex => Shape::Number,
        Kind::Str => Shape::Text,
        Kind::Bytes | Kind::ByteArray | Kind::MemoryView | Kind::Array => Shape::Bytes,
        Kind::List | Kind::Deque => Shape::List,
        Kind::Tuple => Shape::Tuple,
        Kind::Dict | Kind::OrderedDict | Kind::DefaultDict | Kind::MappingProxy => Shape::Dict,
        Kind::Set => Shape::Set,
        Kind::Type => Shape::Class,
        Kind::Function | Kind::BuiltinFunction | Kind::StaticMethod | Kind::ClassMethod | Kind::Property => Shape::Function,
        Kind::Method | Kind::MethodWrapper => Shape::Method,
        Kind::Cell => Shape::Cell,
        Kind::Generator => Shape::Generator,
        Kind::Exception => Shape::Exception,
        Kind::Traceback => Shape::Traceback,
        Kind::Frame => Shape::Frame,
        Kind::WeakReference => Shape::Weakref,
        Kind::Module => Shape::Module,
        kind if (Kind::DictIterator..=Kind::Filter).contains(&kind) => Shape::Iterator,
        _ => Shape::Other,
    }
}
