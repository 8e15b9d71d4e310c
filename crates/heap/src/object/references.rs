//! Who refers to whom, with the name of the place: for pictures and for the audit.

use std::fmt;

use crate::{
    Heap,
    address::Address,
    interpreter_frame::{self, Owner},
    kind::Kind,
    layout::{CType, container::deque, runtime},
    object::{dict::instance::Attributes, frame, generator::FrameState},
    static_type::field,
};

/// Where in an object a reference is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A field of the struct, by its name in C.
    Field(&'static str),
    /// An item of a list, tuple or deque.
    Item(u64),
    /// A member of a set, by its place in the table.
    Member(u64),
    /// A key of a dict, by its place in the table.
    Key(u64),
    /// The value under this key of a dict.
    Value(Address),
    /// The attribute of this name, kept before the instance.
    Attribute(Address),
    /// The slot of this name.
    Slot(Address),
    /// `__dict__`.
    Dict,
    /// The type of an instance of a class.
    Type,
    /// A name in the table that the instances of a class share.
    SharedName(u64),
    /// A local variable or a word of the value stack of a frame.
    Local(u64),
}

/// A reference that an object owns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The object referred to.
    pub target: Address,
    /// Where the reference is kept.
    pub place: Place,
}

impl Place {
    /// The place in words: `[3]`, `.name`, `__dict__`. Keys other than strs are given by their address.
    pub fn describe(self, heap: &Heap) -> String {
        match self {
            Self::Field(name) => name.to_owned(),
            Self::Item(index) => format!("[{index}]"),
            Self::Member(index) => format!("member in entry {index}"),
            Self::Key(index) => format!("key in entry {index}"),
            Self::Value(key) if heap.is_str(key) => format!("[{:?}]", heap.str_text(key)),
            Self::Value(key) => format!("value under {key}"),
            Self::Attribute(name) | Self::Slot(name) if name.is_null() => "slot".to_owned(),
            Self::Attribute(name) | Self::Slot(name) => format!(".{}", heap.str_text(name)),
            Self::Dict => "__dict__".to_owned(),
            Self::Type => "type".to_owned(),
            Self::SharedName(index) => format!("shared name {index}"),
            Self::Local(index) => format!("local {index}"),
        }
    }
}

impl fmt::Display for Edge {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?} -> {}", self.place, self.target)
    }
}

/// Collects edges, leaving out null pointers.
struct Edges(Vec<Edge>);

impl Edges {
    fn add(&mut self, target: Address, place: Place) {
        if !target.is_null() {
            self.0.push(Edge { target, place });
        }
    }
}

impl Heap {
    /// Every reference that `object` owns, whether the collector may know it or not. Keys of a split table belong to the class
    /// that shares it out; weak references are not owned.
    pub fn references(&self, object: Address) -> Vec<Edge> {
        let mut edges = Edges(Vec::new());
        let type_ = self.type_of(object);
        if self.is_heap_type(type_) {
            self.class_references(object, type_, &mut edges);
        }
        let kind = self.type_kind(type_);
        if kind == Kind::Type {
            self.type_references(object, &mut edges);
        } else {
            for field in self.fields_of(object).iter().filter(|field| field.ctype == CType::Ref) {
                edges.add(self.field(object, field.offset), Place::Field(field.name));
            }
        }
        self.variable_references(object, kind, &mut edges);
        if self.is_heap_type(type_) {
            edges.add(type_, Place::Type);
        }
        edges.0
    }

    /// What a class adds to its instances: slots, attributes, `__dict__`.
    fn class_references(&self, object: Address, type_: Address, edges: &mut Edges) {
        let mut class = type_;
        while self.is_heap_type(class) {
            for (name, offset) in self.type_slots(class) {
                edges.add(self.field(object, offset), Place::Slot(name));
            }
            class = self.memory.address(class.plus(field::BASE));
        }
        if !self.has_managed_dict(object) {
            return;
        }
        match self.attributes(object) {
            Attributes::None => {}
            Attributes::Dict(dict) => edges.add(dict, Place::Dict),
            Attributes::Values(values) => {
                for (name, value) in self.instance_items(object, values) {
                    edges.add(value, Place::Attribute(name));
                }
            }
        }
    }

    fn type_references(&self, type_: Address, edges: &mut Edges) {
        let common = [
            (field::DICT, "dict"),
            (field::BASE, "base"),
            (field::BASES, "bases"),
            (field::MRO, "mro"),
        ];
        for (offset, name) in common {
            edges.add(self.field(type_, offset), Place::Field(name));
        }
        edges.add(self.field(type_, field::SUBCLASSES), Place::Field("subclasses"));
        edges.add(self.field(type_, field::CACHE), Place::Field("cache"));
        if !self.is_heap_type(type_) {
            return;
        }
        let heap_only = [
            (field::HEAP_NAME, "ht_name"),
            (field::HEAP_SLOTS, "ht_slots"),
            (field::HEAP_QUALNAME, "ht_qualname"),
            (field::HEAP_MODULE, "ht_module"),
        ];
        for (offset, name) in heap_only {
            edges.add(self.field(type_, offset), Place::Field(name));
        }
        let keys = self.cached_keys(type_);
        if !keys.is_null() {
            for index in 0..self.keys_entries(keys) {
                edges.add(self.entry_key(keys, index), Place::SharedName(index));
            }
        }
    }

    /// The part that has no fixed length.
    fn variable_references(&self, object: Address, kind: Kind, edges: &mut Edges) {
        match kind {
            Kind::List => (0..self.list_len(object)).for_each(|i| edges.add(self.list_item(object, i), Place::Item(i))),
            Kind::Tuple => {
                (0..self.tuple_len(object)).for_each(|i| edges.add(self.tuple_item(object, i), Place::Item(i)))
            }
            Kind::Set => {
                for i in 0..self.set_entries(object) {
                    if let Some(entry) = self.set_entry(object, i) {
                        edges.add(entry.key, Place::Member(i));
                    }
                }
            }
            Kind::Dict | Kind::DefaultDict | Kind::OrderedDict => self.item_references(object, edges),
            Kind::Generator if self.generator_state(object) != FrameState::Cleared => {
                self.frame_edges(self.generator_frame(object), edges);
            }
            Kind::Frame => {
                let inside = self.memory.address(object.plus(runtime::frame::FRAME));
                if inside == object.plus(frame::OWN_FRAME) && self.frame_owner(inside) == Owner::FrameObject {
                    self.frame_edges(inside, edges);
                }
            }
            Kind::Deque => self.deque_references(object, edges),
            Kind::LruCache => {
                for (at, link) in (0..).zip(self.lru_links(object)) {
                    edges.add(link, Place::Item(at));
                }
            }
            _ => {}
        }
    }

    fn item_references(&self, dict: Address, edges: &mut Edges) {
        let split = self.dict_is_split(dict);
        let keys = self.dict_keys(dict);
        for index in self.dict_indices(dict) {
            let key = self.entry_key(keys, index);
            if !split {
                edges.add(key, Place::Key(index));
            }
            edges.add(self.value_at(dict, index), Place::Value(key));
        }
    }

    fn frame_edges(&self, frame: Address, edges: &mut Edges) {
        let fields = [
            (interpreter_frame::FRAME_OBJECT, "frame_obj"),
            (interpreter_frame::LOCALS, "f_locals"),
            (interpreter_frame::FUNCTION, "f_funcobj"),
            (interpreter_frame::CODE, "f_code"),
        ];
        for (offset, name) in fields {
            edges.add(self.field(frame, offset), Place::Field(name));
        }
        let words = self.memory.i32(frame.plus(interpreter_frame::STACK_TOP)).max(0) as u64;
        for slot in 0..words {
            let place = frame.plus(interpreter_frame::LOCALSPLUS + 8 * slot);
            edges.add(self.memory.address(place), Place::Local(slot));
        }
    }

    fn deque_references(&self, deque: Address, edges: &mut Edges) {
        let mut block = self.field(deque, deque::LEFT_BLOCK);
        let mut place = self.memory.u64(deque.plus(deque::LEFT_INDEX));
        for item in 0..self.memory.u64(deque.plus(deque::LENGTH)) {
            if place == 64 {
                (block, place) = (self.memory.address(block.plus(520)), 0);
            }
            edges.add(self.memory.address(block.plus(8 + 8 * place)), Place::Item(item));
            place += 1;
        }
    }
}
