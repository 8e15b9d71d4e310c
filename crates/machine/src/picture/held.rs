//! What an object refers to, in the order and under the labels in which its box shows it.

use heapglass_heap::{
    Address, Kind,
    interpreter_frame::{LOCALSPLUS, STACK_TOP},
    layout::{callable::builtin_function, container::default_dict, native::nd_array},
    object::{deque, dict::instance::Attributes, exception, frame, function, generator::FrameState, references::Place, traceback},
    static_type::field,
    weakref_list,
};
use heapglass_words::facts;

use super::parts::in_place;
use crate::machine::Machine;

/// A reference that an object holds.
pub(crate) struct Held {
    /// Index, key, attribute or field, ready to show.
    pub(crate) label: String,
    /// The key of a dict's row, else null.
    pub(crate) key: Address,
    /// The object referred to.
    pub(crate) target: Address,
    /// It does not count.
    pub(crate) weak: bool,
}

impl Held {
    fn new(label: impl Into<String>, target: Address) -> Self {
        Self { label: label.into(), key: Address::NULL, target, weak: false }
    }
}

/// Cells or rows that a picture shows at most, and what has been left out.
struct Shelf {
    all: Vec<Held>,
    most: usize,
    hidden: usize,
}

impl Shelf {
    fn add(&mut self, label: impl Into<String>, target: Address) {
        if !target.is_null() {
            self.push(Held::new(label, target));
        }
    }

    fn push(&mut self, held: Held) {
        if self.all.len() < self.most {
            self.all.push(held);
        } else {
            self.hidden += 1;
        }
    }

    /// Of a long sequence the beginning and the end, the middle only counted.
    fn sequence(&mut self, items: &[Address], label: impl Fn(usize) -> String) {
        let room = self.most.saturating_sub(self.all.len());
        let first = if items.len() > room { room.saturating_sub(1) } else { items.len() };
        let last = if items.len() > room { items.len().saturating_sub(1) } else { items.len() };
        let shown = (0..first).chain(last.max(first)..items.len());
        for index in shown {
            self.all.push(Held::new(label(index), items[index]));
        }
        self.hidden += last.saturating_sub(first);
    }
}

/// The references that a picture shows for an object, at most `most`, and how many more it holds.
pub(crate) fn held(machine: &Machine, object: Address, most: usize) -> (Vec<Held>, u32) {
    let mut shelf = Shelf { all: Vec::new(), most, hidden: 0 };
    own_attributes(machine, object, &mut shelf);
    by_kind(machine, object, &mut shelf);
    (shelf.all, shelf.hidden as u32)
}

/// How many of the references of [`held`] are attributes, and no items: they come first.
pub(crate) fn own_attribute_count(machine: &Machine, object: Address) -> usize {
    let mut shelf = Shelf { all: Vec::new(), most: usize::MAX, hidden: 0 };
    own_attributes(machine, object, &mut shelf);
    shelf.all.len()
}

/// Of a box that shows a part with this number, how many parts it shows in all.
pub(crate) fn shown_with(part: usize) -> usize {
    std::iter::successors(Some(MOST_PARTS), |most| Some(most * 4)).find(|most| *most > part).unwrap_or(MOST_PARTS)
}

/// Cells or rows of one object that a picture shows unless asked for more; each time it is asked it is four times as many.
pub(super) const MOST_PARTS: usize = 24;

fn own_attributes(machine: &Machine, object: Address, shelf: &mut Shelf) {
    let heap = &machine.heap;
    let mut class = heap.type_of(object);
    while heap.is_heap_type(class) {
        for (name, offset) in heap.type_slots(class) {
            let name = if name.is_null() { "slot".to_string() } else { heap.str_text(name) };
            shelf.push(Held::new(name, heap.memory.address(object.plus(offset))));
        }
        class = heap.memory.address(class.plus(field::BASE));
    }
    if heap.has_managed_dict(object) {
        match heap.attributes(object) {
            Attributes::None => {}
            Attributes::Values(values) => {
                for (name, value) in heap.instance_items(object, values) {
                    shelf.push(Held::new(heap.str_text(name), value));
                }
            }
            Attributes::Dict(dict) => shelf.add("__dict__", dict),
        }
    }
    if heap.kind(object) == Kind::DefaultDict {
        shelf.add(FACTORY, heap.memory.address(object.plus(default_dict::FACTORY)));
    }
}

/// The attribute of a `defaultdict` that makes what is missing.
pub(crate) const FACTORY: &str = "default_factory";

fn by_kind(machine: &Machine, object: Address, shelf: &mut Shelf) {
    let heap = &machine.heap;
    let at = |offset: u64| heap.memory.address(object.plus(offset));
    match heap.kind(object) {
        Kind::List => shelf.sequence(&heap.list_items(object), |index| index.to_string()),
        Kind::Tuple => shelf.sequence(&heap.tuple_items(object), |index| index.to_string()),
        Kind::Deque => shelf.sequence(&deque::items(heap, object), |index| index.to_string()),
        Kind::Set => shelf.sequence(&heap.set_keys(object), |_| String::new()),
        Kind::Dict | Kind::DefaultDict | Kind::OrderedDict => {
            for (key, value) in heap.dict_items(object) {
                if shelf.all.len() >= shelf.most {
                    shelf.hidden += 1;
                    continue;
                }
                let label = in_place(machine, key, false).unwrap_or_else(|| machine.short_type_name(key));
                shelf.push(Held { key, ..Held::new(label, value) });
            }
        }
        Kind::Type if heap.is_heap_type(object) => of_class(machine, object, shelf),
        Kind::Function => {
            for (name, offset) in [
                ("defaults", function::DEFAULTS),
                ("kwdefaults", function::KEYWORD_DEFAULTS),
                ("closure", function::CLOSURE),
                ("__dict__", function::DICT),
            ] {
                shelf.add(name, at(offset));
            }
        }
        Kind::Method => {
            let fields = heap.references(object);
            let named = |wanted: &str| fields.iter().find(|edge| matches!(edge.place, Place::Field(name) if name.ends_with(wanted)));
            shelf.add("self", named("self").map_or(Address::NULL, |edge| edge.target));
            shelf.add("function", named("func").map_or(Address::NULL, |edge| edge.target));
        }
        Kind::BuiltinFunction => shelf.add("self", machine.bound_to(object)),
        Kind::Cell => shelf.push(Held::new("contents", heap.references(object).first().map_or(Address::NULL, |edge| edge.target))),
        Kind::Generator => of_generator(machine, object, shelf),
        Kind::Frame => of_frame(machine, object, shelf),
        Kind::Traceback => {
            shelf.add("frame", at(traceback::FRAME));
            shelf.add("next", at(traceback::NEXT));
        }
        Kind::Exception => {
            for (name, offset) in [
                ("args", exception::ARGS),
                ("traceback", exception::TRACEBACK),
                ("cause", exception::CAUSE),
                ("context", exception::CONTEXT),
                ("notes", exception::NOTES),
            ] {
                shelf.add(name, at(offset));
            }
            for edge in heap.references(object) {
                if let Place::Field(name) = edge.place
                    && !["dict", "args", "notes", "traceback", "context", "cause"].contains(&name)
                {
                    shelf.add(name, edge.target);
                }
            }
        }
        Kind::WeakReference => {
            let target = at(weakref_list::field::OBJECT);
            if target != heap.none() {
                shelf.push(Held { weak: true, ..Held::new(facts::cell_to(), target) });
            }
            shelf.add("callback", at(weakref_list::field::CALLBACK));
        }
        Kind::Type | Kind::Code | Kind::Module => {}
        _ if machine.is_nd_array(object) => shelf.add("base", machine.field(object, nd_array::BASE)),
        _ => of_fields(machine, object, shelf),
    }
}

/// The fields of the C struct; those of iterators in words.
fn of_fields(machine: &Machine, object: Address, shelf: &mut Shelf) {
    for edge in machine.heap.references(object) {
        match edge.place {
            Place::Field("seq" | "it_seq") => shelf.add(facts::cell_over(), edge.target),
            Place::Field("ittuple" | "iters") => shelf.add(facts::cell_iterators(), edge.target),
            Place::Field("sit" | "it") => shelf.add(facts::cell_iterator(), edge.target),
            Place::Field(name) => shelf.add(name, edge.target),
            Place::Item(index) => shelf.add(index.to_string(), edge.target),
            // `__dict__` is among the attributes.
            _ => {}
        }
    }
}

fn of_class(machine: &Machine, class: Address, shelf: &mut Shelf) {
    let heap = &machine.heap;
    let bases = heap.memory.address(class.plus(field::BASES));
    if !bases.is_null() {
        for base in heap.tuple_items(bases) {
            shelf.add("base", base);
        }
    }
    let names = heap.memory.address(class.plus(field::DICT));
    if !names.is_null() {
        let own = machine.namespace(names).into_iter();
        own.filter(|(_, value)| !is_descriptor(machine, *value)).for_each(|(name, value)| shelf.add(name, value));
    }
}

/// What CPython puts into a class's dict for slots and `__dict__`.
fn is_descriptor(machine: &Machine, object: Address) -> bool {
    matches!(machine.heap.kind(object), Kind::MemberDescriptor | Kind::GetSetDescriptor)
}

/// The names and the value stack of the frame that sleeps in a generator.
fn of_generator(machine: &Machine, generator: Address, shelf: &mut Shelf) {
    let heap = &machine.heap;
    if heap.generator_state(generator) == FrameState::Cleared {
        return;
    }
    let frame = heap.generator_frame(generator);
    let Some(facts) = machine.code_facts(machine.frame_code(frame)) else { return };
    let slots = facts.code.localsplus.len() as u64;
    for (slot, variable) in (0..).zip(&facts.code.localsplus) {
        shelf.add(variable.name.clone(), heap.memory.address(frame.plus(LOCALSPLUS + 8 * slot)));
    }
    if matches!(heap.generator_state(generator), FrameState::Suspended) {
        let top = u64::try_from(heap.memory.i32(frame.plus(STACK_TOP))).unwrap_or(0);
        for word in slots..top {
            shelf.add(facts::cell_stack(&(word - slots).to_string()), heap.memory.address(frame.plus(LOCALSPLUS + 8 * word)));
        }
    }
}

/// The local names that a frame object keeps alive. Those of a module live in its dict.
fn of_frame(machine: &Machine, object: Address, shelf: &mut Shelf) {
    let frame = machine.heap.memory.address(object.plus(frame::FRAME));
    if let Some(facts) = machine.code_facts(machine.frame_code(frame))
        && facts.code.flags & crate::frame::code_flag::OPTIMIZED != 0
    {
        for (name, value, _) in machine.frame_names(frame, &facts) {
            shelf.add(name, value);
        }
    }
    shelf.add("back", machine.heap.memory.address(object.plus(frame::BACK)));
}

impl Machine {
    /// The object that a builtin function is a method of; null for one that stands in a module.
    pub(super) fn bound_to(&self, function: Address) -> Address {
        let bound = self.heap.memory.address(function.plus(builtin_function::SELF));
        if bound.is_null() || self.heap.kind(bound) == Kind::Module { Address::NULL } else { bound }
    }

    /// `tb_lineno`, which CPython works out only when it is asked for.
    fn line_of_traceback(&self, object: Address) -> Option<u32> {
        let heap = &self.heap;
        if let Ok(line) = u32::try_from(heap.memory.i32(object.plus(traceback::LINE))) {
            return Some(line);
        }
        let frame = heap.memory.address(heap.memory.address(object.plus(traceback::FRAME)).plus(frame::FRAME));
        let unit = usize::try_from(heap.memory.i32(object.plus(traceback::LAST_INSTRUCTION)) / 2).ok()?;
        self.code_facts(self.frame_code(frame))?.lines.get(unit).copied()
    }

    /// The line of the frame that a generator or frame object stands for: where it goes on, or where it was left.
    pub(super) fn line_of(&self, object: Address) -> Option<u32> {
        let heap = &self.heap;
        let frame = match heap.kind(object) {
            Kind::Generator if heap.generator_state(object) == FrameState::Suspended => heap.generator_frame(object),
            Kind::Frame => heap.memory.address(object.plus(frame::FRAME)),
            Kind::Traceback => return self.line_of_traceback(object),
            _ => return None,
        };
        Some(self.frame_line(frame))
    }
}
