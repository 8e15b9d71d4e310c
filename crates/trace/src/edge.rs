//! The references an object holds, as `tests/oracle/schema.md` names them.

use heapglass_machine::{
    Machine,
    heap::{
        Address, Kind, StaticType,
        object::{dict::instance::Attributes, frame as frame_object, function, generator::FrameState, traceback},
        slot,
        static_type::field,
        weakref_list,
    },
    view::AUTOMATIC_NAMES,
};
use serde_json::{Value, json};

use crate::record::Walk;

/// A kind, where, and the label of the target.
pub(crate) type Edge = (&'static str, Value, u32);

/// Collects edges; null pointers are left out.
struct Edges<'a, 'b> {
    walk: &'a mut Walk<'b>,
    found: Vec<Edge>,
}

impl Edges<'_, '_> {
    fn add(&mut self, kind: &'static str, at: Value, to: Address) {
        if !to.is_null() {
            let label = self.walk.label(to);
            self.found.push((kind, at, label));
        }
    }
}

/// All edges of an object, in the schema's order.
pub(crate) fn edges(walk: &mut Walk<'_>, object: Address) -> Vec<Edge> {
    let machine = walk.machine;
    let mut edges = Edges { walk, found: Vec::new() };
    let heap = &machine.heap;
    if heap.is_type(object) {
        if is_user_class(machine, object) {
            of_class(&mut edges, machine, object);
        }
        return edges.found;
    }
    let type_ = heap.type_of(object);
    let mut solid = type_;
    while heap.is_heap_type(solid) && is_user_class(machine, solid) {
        solid = heap.memory.address(solid.plus(field::BASE));
    }
    let known = of_builtin(&mut edges, machine, object);
    if !known && !visits_nothing(machine, solid) && heap.is_gc_object(object) {
        let mut referents = Vec::new();
        slot::traverse(heap, object, &mut |referent| referents.push(referent));
        for referent in referents.into_iter().filter(|referent| *referent != type_) {
            let at = json!(edges.found.len());
            edges.add("ref", at, referent);
        }
    }
    if solid != type_ || heap.kind(object) == Kind::Exception {
        of_instance(&mut edges, machine, object);
    }
    edges.found
}

/// Whether a type visits nothing of its own: `object`, and `typing.Generic`, which CPython has in C.
fn visits_nothing(machine: &Machine, solid: Address) -> bool {
    let heap = &machine.heap;
    solid == StaticType::Object.address()
        || machine.class_name(solid) == "Generic"
            && heap
                .dict_get_text(heap.memory.address(solid.plus(field::DICT)), "__module__")
                .is_some_and(|module| heap.is_str(module) && heap.str_text(module) == "typing")
}

/// Whether a class was made by the program: its `__module__` is `__main__`.
fn is_user_class(machine: &Machine, class: Address) -> bool {
    let heap = &machine.heap;
    let names = heap.memory.address(class.plus(field::DICT));
    if !heap.is_heap_type(class) || names.is_null() {
        return false;
    }
    heap.dict_get_text(names, "__module__").is_some_and(|module| heap.is_str(module) && heap.str_text(module) == "__main__")
}

fn of_class(edges: &mut Edges<'_, '_>, machine: &Machine, class: Address) {
    let heap = &machine.heap;
    let metaclass = heap.type_of(class);
    if is_user_class(machine, metaclass) {
        edges.add("class", Value::Null, metaclass);
    }
    let bases = heap.memory.address(class.plus(field::BASES));
    if !bases.is_null() {
        for (index, base) in heap.tuple_items(bases).into_iter().enumerate() {
            edges.add("base", json!(index), base);
        }
    }
    let names = heap.memory.address(class.plus(field::DICT));
    let items: Vec<_> = heap.dict_items(names).filter(|(key, _)| heap.is_str(*key)).collect();
    for (key, value) in items {
        let name = heap.str_text(key);
        if !AUTOMATIC_NAMES.contains(&name.as_str()) {
            edges.add("attr", json!(name), value);
        }
    }
}

fn of_instance(edges: &mut Edges<'_, '_>, machine: &Machine, object: Address) {
    let heap = &machine.heap;
    let type_ = heap.type_of(object);
    if is_user_class(machine, type_) {
        edges.add("class", Value::Null, type_);
    }
    let mut class = type_;
    while heap.is_heap_type(class) {
        let slots: Vec<_> = heap.type_slots(class).collect();
        for (name, offset) in slots {
            let held = heap.memory.address(object.plus(offset));
            let name = if name.is_null() { String::new() } else { heap.str_text(name) };
            edges.add("slot", json!(name), held);
        }
        class = heap.memory.address(class.plus(field::BASE));
    }
    let attributes = if heap.has_managed_dict(object) { heap.attributes(object) } else { Attributes::None };
    match attributes {
        Attributes::Values(values) => {
            for (name, value) in heap.instance_items(object, values) {
                edges.add("attr", json!(heap.str_text(name)), value);
            }
        }
        Attributes::Dict(dict) => edges.add("dict", Value::Null, dict),
        Attributes::None => {
            if let Some(place) = heap.dict_place(object) {
                edges.add("dict", Value::Null, heap.memory.address(place));
            }
        }
    }
}

fn items(edges: &mut Edges<'_, '_>, kind: &'static str, held: Vec<Address>) {
    for (index, item) in held.into_iter().enumerate() {
        edges.add(kind, json!(index), item);
    }
}

/// The contents a builtin type keeps; false if the type is not one of these.
fn of_builtin(edges: &mut Edges<'_, '_>, machine: &Machine, object: Address) -> bool {
    let heap = &machine.heap;
    let word = |offset: u64| heap.memory.address(object.plus(offset));
    match heap.kind(object) {
        Kind::List => items(edges, "item", heap.list_items(object)),
        Kind::Tuple => items(edges, "item", heap.tuple_items(object)),
        Kind::Dict | Kind::DefaultDict | Kind::OrderedDict => {
            let entries: Vec<_> = heap.dict_items(object).collect();
            for (index, (key, value)) in entries.into_iter().enumerate() {
                edges.add("key", json!(index), key);
                edges.add("value", json!(index), value);
            }
        }
        Kind::Set => items(edges, "element", heap.set_keys(object)),
        Kind::Function => of_function(edges, machine, object),
        Kind::Method => {
            edges.add("function", Value::Null, word(16));
            edges.add("self", Value::Null, word(24));
        }
        Kind::BuiltinFunction => {
            let self_ = word(24);
            if !self_.is_null() && heap.kind(self_) != Kind::Module {
                edges.add("self", Value::Null, self_);
            }
        }
        Kind::Cell => edges.add("contents", Value::Null, word(16)),
        Kind::Generator => {
            if !matches!(heap.generator_state(object), FrameState::Completed | FrameState::Cleared) {
                of_frame(edges, machine, heap.generator_frame(object));
            }
        }
        Kind::Exception => {
            edges.add("args", Value::Null, word(24));
            edges.add("traceback", Value::Null, word(40));
            edges.add("context", Value::Null, word(48));
            edges.add("cause", Value::Null, word(56));
        }
        Kind::Traceback => {
            edges.add("frame", Value::Null, word(traceback::FRAME));
            edges.add("next", Value::Null, word(traceback::NEXT));
        }
        Kind::Frame => {
            let frame = word(frame_object::FRAME);
            let optimised = machine.code_facts(machine.frame_code(frame)).is_some_and(|facts| facts.code.flags & 1 != 0);
            if optimised {
                of_frame(edges, machine, frame);
            }
        }
        Kind::WeakReference => {
            let target = word(weakref_list::field::OBJECT);
            if !target.is_null() && target != heap.none() && heap.refcount(target) > 0 {
                edges.add("weak", Value::Null, target);
            }
            edges.add("callback", Value::Null, word(weakref_list::field::CALLBACK));
        }
        Kind::Slice | Kind::Range => {
            for (kind, offset) in [("start", 16), ("stop", 24), ("step", 32)] {
                edges.add(kind, Value::Null, word(offset));
            }
        }
        Kind::Str | Kind::Int | Kind::Float | Kind::Bytes | Kind::Module | Kind::Code => {}
        _ => return false,
    }
    true
}

fn of_function(edges: &mut Edges<'_, '_>, machine: &Machine, object: Address) {
    let heap = &machine.heap;
    let code = heap.memory.address(object.plus(function::CODE));
    if !machine.code_facts(code).is_some_and(|facts| facts.is_program) {
        return;
    }
    let fields = [
        ("defaults", function::DEFAULTS),
        ("kwdefaults", function::KEYWORD_DEFAULTS),
        ("closure", function::CLOSURE),
        ("annotations", function::ANNOTATIONS),
        ("dict", function::DICT),
    ];
    for (kind, offset) in fields {
        edges.add(kind, Value::Null, heap.memory.address(object.plus(offset)));
    }
}

/// Names and value stack of a frame of the program that is not running.
fn of_frame(edges: &mut Edges<'_, '_>, machine: &Machine, frame: Address) {
    let Some(facts) = machine.code_facts(machine.frame_code(frame)).filter(|facts| facts.is_program) else { return };
    for (name, object, scope) in machine.frame_names(frame, &facts) {
        let kind = match scope {
            "free" => "free",
            "cell" => "cell",
            _ => "local",
        };
        edges.add(kind, json!(name), object);
    }
    if frame == machine.registers.frame {
        if edges.walk.unwinding {
            return;
        }
        let mut held = machine.running_stack_words(facts);
        if edges.walk.returned.is_some() && held.last() == edges.walk.returned.as_ref() {
            held.pop();
        }
        items(edges, "stack", held);
        return;
    }
    items(edges, "stack", machine.saved_stack_words(frame, facts).unwrap_or_default());
}
