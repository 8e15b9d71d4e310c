//! What an object is drawn with: its shape, its value in short, its cells and rows.

use std::collections::HashMap;

use heapglass_heap::{
    Address, Kind, StaticType,
    interpreter_frame::LOCALSPLUS,
    object::{dict::instance::Attributes, generator::FrameState},
    static_type::field,
    weakref_list,
};

use super::{BlockPlace, Object, Part, Shape, heap_map, photograph::Graph};
use crate::machine::Machine;

/// Cells or rows of one object that a picture shows.
const MOST_PARTS: usize = 24;
/// Characters of a value shown in place.
const LONGEST_IN_PLACE: usize = 24;
/// Characters of a value shown as an object of its own.
const LONGEST_VALUE: usize = 60;

/// A reference that an object holds: its label, the object, and whether it does not count.
pub(crate) type Held = (String, Address, bool);

/// The text of an object that is small enough to stand in a cell instead of an arrow.
pub(super) fn in_place(machine: &Machine, object: Address) -> Option<String> {
    let heap = &machine.heap;
    match heap.kind(object) {
        _ if heap.is_heap_type(heap.type_of(object)) => None,
        Kind::Type if !heap.is_heap_type(object) => Some(machine.class_name(object)),
        Kind::Module => Some(format!("module {}", machine.own_name(object))),
        Kind::BuiltinFunction => Some(format!("{}()", machine.own_name(object))),
        Kind::ByteArray => None,
        Kind::Tuple if object == heap.empty_tuple() => Some("()".to_string()),
        _ => machine.atom_repr(object).filter(|text| text.chars().count() <= LONGEST_IN_PLACE),
    }
}

/// `text`, its end left out if it is long.
fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_string();
    }
    text.chars().take(longest - 1).chain(['…']).collect()
}

/// The object's box, its parts included.
pub(super) fn object(graph: &Graph<'_>, object: Address, verdicts: &HashMap<Address, (Option<i64>, String)>) -> Object {
    let machine = graph.machine;
    let heap = &machine.heap;
    let (held, hidden) = held(machine, object);
    let (scratch, verdict) = verdicts.get(&object).cloned().unwrap_or_default();
    let spare = if heap.kind(object) == Kind::List { heap.list_allocated(object) - heap.list_len(object) } else { 0 };
    let parts = held.into_iter().map(|(label, target, weak)| Part {
        label,
        key: None,
        value: graph.known(target),
        weak,
        changed: false,
    });
    Object {
        id: machine.object_id(object),
        address: object.raw(),
        shape: shape(machine, object),
        type_name: machine.short_type_name(object),
        name: machine.own_name(object),
        value: machine.atom_repr(object).or_else(|| machine.array_text(object)).map(|text| shortened(&text, LONGEST_VALUE)).unwrap_or_default(),
        count: (!heap.is_immortal(object)).then(|| u64::from(heap.refcount(object))),
        count_change: 0,
        size: heap.sizeof(object),
        generation: generation(machine, object),
        reachable: graph.is_reachable(object),
        born_line: None,
        reuses_address: false,
        is_new: false,
        parts: parts.collect(),
        hidden_parts: hidden,
        spare: spare as u32,
        scratch,
        verdict,
        block: place(machine, object),
    }
}

fn place(machine: &Machine, object: Address) -> Option<BlockPlace> {
    heap_map::place_of(machine, object)
}

/// The generation the collector keeps the object in. Objects are in the oldest unless a younger list has them.
fn generation(machine: &Machine, object: Address) -> Option<u8> {
    let heap = &machine.heap;
    if !heap.is_gc_object(object) || !heap.is_tracked(object) {
        return None;
    }
    (0..2).find(|generation| heap.gc_objects(*generation).contains(&object)).or(Some(2))
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
        Kind::WeakReference => Shape::Weakref,
        Kind::Module => Shape::Module,
        kind if (Kind::DictIterator..=Kind::Filter).contains(&kind) => Shape::Iterator,
        _ => Shape::Other,
    }
}

/// The references that a picture shows for an object, and how many more it holds.
pub(crate) fn held(machine: &Machine, object: Address) -> (Vec<Held>, u32) {
    let mut all = Vec::new();
    if machine.heap.is_heap_type(machine.heap.type_of(object)) {
        own_attributes(machine, object, &mut all);
    }
    builtin_parts(machine, object, &mut all);
    let hidden = all.len().saturating_sub(MOST_PARTS);
    all.truncate(MOST_PARTS);
    (all, hidden as u32)
}

/// The attributes that the object's classes give it.
pub(crate) fn own_attributes(machine: &Machine, object: Address, all: &mut Vec<Held>) {
    let heap = &machine.heap;
    let mut class = heap.type_of(object);
    while heap.is_heap_type(class) {
        for (name, offset) in heap.type_slots(class) {
            let held = heap.memory.address(object.plus(offset));
            let name = if name.is_null() { "slot".to_string() } else { heap.str_text(name) };
            all.push((name, held, false));
        }
        class = heap.memory.address(class.plus(field::BASE));
    }
    if !heap.has_managed_dict(object) {
        return;
    }
    match heap.attributes(object) {
        Attributes::None => {}
        Attributes::Values(values) => {
            let items = heap.instance_items(object, values);
            all.extend(items.into_iter().map(|(name, value)| (heap.str_text(name), value, false)));
        }
        Attributes::Dict(dict) => all.push(("__dict__".to_string(), dict, false)),
    }
}

fn builtin_parts(machine: &Machine, object: Address, all: &mut Vec<Held>) {
    let heap = &machine.heap;
    let item = |(index, held): (usize, Address)| (index.to_string(), held, false);
    match heap.kind(object) {
        Kind::List => all.extend(heap.list_items(object).into_iter().enumerate().map(item)),
        Kind::Tuple => all.extend(heap.tuple_items(object).into_iter().enumerate().map(item)),
        Kind::Deque => all.extend(heapglass_heap::object::deque::items(heap, object).into_iter().enumerate().map(item)),
        Kind::Set => all.extend(heap.set_keys(object).into_iter().map(|key| (String::new(), key, false))),
        Kind::Dict | Kind::DefaultDict | Kind::OrderedDict => {
            for (key, value) in heap.dict_items(object) {
                let label = in_place(machine, key).unwrap_or_else(|| machine.short_type_name(key));
                all.push((label, value, false));
            }
        }
        Kind::Type if heap.is_heap_type(object) => class_parts(machine, object, all),
        Kind::Function => {
            for (name, offset) in [("__defaults__", 56), ("__kwdefaults__", 64), ("__closure__", 72), ("__dict__", 88)] {
                all.extend(heap.memory.address(object.plus(offset)).non_null().map(|held| (name.to_string(), held, false)));
            }
        }
        Kind::Generator => generator_parts(machine, object, all),
        Kind::WeakReference => {
            let target = heap.memory.address(object.plus(weakref_list::field::OBJECT));
            if target != heap.none() {
                all.push(("refers to".to_string(), target, true));
            }
            let callback = heap.memory.address(object.plus(weakref_list::field::CALLBACK));
            all.extend(callback.non_null().map(|held| ("callback".to_string(), held, false)));
        }
        Kind::Frame | Kind::Type | Kind::Code | Kind::Module => {}
        _ if machine.is_nd_array(object) => {
            let base = machine.field(object, heapglass_heap::layout::native::nd_array::BASE);
            all.extend(base.non_null().map(|base| ("base".to_string(), base, false)));
        }
        _ => {
            for edge in heap.references(object) {
                if let heapglass_heap::object::references::Place::Field(name) = edge.place {
                    all.push((name.to_string(), edge.target, false));
                }
            }
        }
    }
}

fn class_parts(machine: &Machine, class: Address, all: &mut Vec<Held>) {
    let heap = &machine.heap;
    let bases = heap.memory.address(class.plus(field::BASES));
    if !bases.is_null() {
        let real = heap.tuple_items(bases).into_iter().filter(|base| *base != StaticType::Object.address());
        all.extend(real.map(|base| ("base".to_string(), base, false)));
    }
    let names = heap.memory.address(class.plus(field::DICT));
    if !names.is_null() {
        let own = machine.namespace(names).into_iter();
        all.extend(own.filter(|(_, value)| !is_descriptor(machine, *value)).map(|(name, value)| (name, value, false)));
    }
}

/// What CPython puts into a class's dict for slots and `__dict__`.
fn is_descriptor(machine: &Machine, object: Address) -> bool {
    matches!(machine.heap.kind(object), Kind::MemberDescriptor | Kind::GetSetDescriptor)
}

fn generator_parts(machine: &Machine, generator: Address, all: &mut Vec<Held>) {
    let heap = &machine.heap;
    if heap.generator_state(generator) == FrameState::Cleared {
        return;
    }
    let frame = heap.generator_frame(generator);
    let Some(facts) = machine.code_facts(machine.frame_code(frame)) else { return };
    for (slot, variable) in facts.code.localsplus.iter().enumerate() {
        let held = heap.memory.address(frame.plus(LOCALSPLUS + 8 * slot as u64));
        all.extend(held.non_null().map(|held| (variable.name.clone(), held, false)));
    }
}
