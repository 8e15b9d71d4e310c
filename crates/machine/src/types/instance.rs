//! Making instances: `type.__call__`, `object.__new__`, `object.__init__`.

use std::sync::OnceLock;

use heapglass_heap::{
    Address, Kind, Raised,
    domain::Domain,
    static_type::{ALL, StaticType, flag},
};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{self, Arguments, NativeFn, NativeKind, NativeRow, Owner},
    types::slot::{Found, Slot, static_slot},
};

/// The native `tp_new` of a builtin type, inherited ones included.
pub fn static_new(which: StaticType) -> Option<NativeFn> {
    static TABLE: OnceLock<Vec<Option<NativeFn>>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table: Vec<Option<NativeFn>> = Vec::with_capacity(ALL.len());
        for &which in ALL {
            let own = native::rows()
                .iter()
                .find(|row| row.owner == Owner::Type(which) && matches!(row.kind, NativeKind::New))
                .map(|row| row.function);
            let base = which.row().base;
            let closed = u64::from(which.row().flags) & flag::DISALLOW_INSTANTIATION != 0;
            let inherited = if base == which || closed || base == StaticType::Object { None } else { table[base as usize] };
            table.push(own.or(inherited));
        }
        table
    });
    table[which as usize]
}

/// Whether calling the type passes the arguments as they are (`tp_vectorcall`), not in a tuple.
fn has_vectorcall(type_: Address) -> bool {
    matches!(
        StaticType::at(type_),
        Some(
            StaticType::Bool
                | StaticType::Float
                | StaticType::Tuple
                | StaticType::List
                | StaticType::Dict
                | StaticType::Set
                | StaticType::FrozenSet
                | StaticType::Range
                | StaticType::Enumerate
                | StaticType::Reversed
                | StaticType::Super
                | StaticType::Map
                | StaticType::Filter
        )
    )
}

/// How a type makes its instances.
#[derive(Clone, Copy, Debug)]
pub enum NewFound {
    /// In Rust: called with the class as `self_`.
    Native(NativeFn),
    /// By a callable (borrowed) that gets the class as first argument.
    Callable(Address),
    /// Not at all.
    Missing,
}

impl Machine {
    /// What makes instances of `type_`.
    pub fn find_new(&mut self, type_: Address) -> NewFound {
        if let Some(which) = self.heap.builtin_type(type_) {
            return static_new(which).map_or(NewFound::Missing, NewFound::Native);
        }
        let name = self.slot_name(Slot::New);
        let Some(found) = self.type_lookup(type_, name) else { return NewFound::Missing };
        match self.heap.kind(found) {
            Kind::StaticMethod => NewFound::Callable(self.heap.memory.address(found.plus(16))),
            Kind::BuiltinFunction => {
                let row = native::row_at(self.heap.memory.address(found.plus(16)));
                match row {
                    Some(row) if matches!(row.kind, NativeKind::New) => NewFound::Native(self.solid_new(type_, row.function)),
                    _ => NewFound::Callable(found),
                }
            }
            _ => NewFound::Callable(found),
        }
    }

    /// `object.__new__` found first on the MRO of a class with another solid base gives way to that base's.
    fn solid_new(&self, type_: Address, found: NativeFn) -> NativeFn {
        if std::ptr::fn_addr_eq(found, object_new as NativeFn) {
            return static_new(self.heap.static_base(type_)).unwrap_or(found);
        }
        found
    }

    /// `type_(*arguments, **keywords)`, where `type_` is the arguments' `self_`: `type_call`.
    pub fn call_type(&mut self, arguments: Arguments<'_>) -> Outcome {
        let type_ = arguments.self_;
        if type_ == StaticType::Type.address() && arguments.positional.len() == 1 && arguments.keywords.is_empty() {
            let class = self.heap.type_of(arguments.positional[0]);
            return Ok(self.incref(class));
        }
        if has_vectorcall(type_) || !arguments.packed.is_null() {
            return self.instantiate_packed(type_, arguments);
        }
        if type_ == StaticType::Str.address() && arguments.positional.len() == 1 {
            // `CALL_NO_KW_STR_1` is no call.
            return self.with_packed(arguments, |m, arguments| m.instantiate_packed(type_, arguments));
        }
        self.with_packed_arguments(arguments, |m, arguments| m.instantiate_packed(type_, arguments))
    }

    /// Whether a type's call takes its arguments by vector.
    pub(crate) fn takes_vector(&self, type_: Address) -> bool {
        has_vectorcall(type_) || type_ == StaticType::Type.address()
    }

    fn instantiate_packed(&mut self, type_: Address, arguments: Arguments<'_>) -> Outcome {
        let object = self.new_packed(type_, arguments)?;
        let actual = self.heap.type_of(object);
        if !self.heap.is_subtype(actual, type_) {
            return Ok(object);
        }
        match self.initialise_packed(Arguments { self_: object, ..arguments }) {
            Ok(()) => Ok(object),
            Err(raised) => {
                self.decref(object);
                Err(raised)
            }
        }
    }

    /// The first half of an instantiation: `tp_new`.
    pub fn new_instance_of(&mut self, type_: Address, arguments: &[Address], keywords: &[(Address, Address)]) -> Outcome {
        self.new_packed(type_, Arguments::with(type_, arguments, keywords))
    }

    /// The same with arguments that may have come in a tuple.
    pub(crate) fn new_packed(&mut self, type_: Address, arguments: Arguments<'_>) -> Outcome {
        match self.find_new(type_) {
            NewFound::Native(function) => function(self, Arguments { self_: type_, ..arguments }),
            NewFound::Callable(found) if self.heap.kind(found) == Kind::ClassMethod => {
                // Bound to the class, it gets the class twice.
                let name = self.slot_name(Slot::New);
                let bound = self.get_attribute(type_, name)?;
                let mut all = vec![type_];
                all.extend_from_slice(arguments.positional);
                let result = self.call_with_dict(bound, &all, arguments.keywords);
                self.decref(bound);
                result
            }
            NewFound::Callable(callable) => {
                let mut all = Vec::with_capacity(arguments.positional.len() + 1);
                all.push(type_);
                all.extend_from_slice(arguments.positional);
                self.incref(callable);
                let block = self.prepend_block(arguments.positional.len());
                let result = self.call_with_dict(callable, &all, arguments.keywords);
                self.heap.release(Domain::Mem, block);
                self.decref(callable);
                result
            }
            NewFound::Missing => {
                let name = self.name_of_type(type_);
                Err(self.raise_format(StaticType::TypeError, "cannot create '%s' instances", &[Piece::Text(&name)]))
            }
        }
    }

    /// The second half: `tp_init` of the object's type.
    pub fn initialise(&mut self, object: Address, arguments: &[Address], keywords: &[(Address, Address)]) -> Outcome<()> {
        self.initialise_packed(Arguments::with(object, arguments, keywords))
    }

    fn initialise_packed(&mut self, arguments: Arguments<'_>) -> Outcome<()> {
        let object = arguments.self_;
        let type_ = self.heap.type_of(object);
        let result = match self.find_slot(type_, Slot::Init) {
            Found::Missing => return Ok(()),
            Found::Native(function) => function(self, arguments)?,
            Found::Attribute(attribute) => {
                self.note_lookup(type_);
                self.call_prepended(attribute, object, arguments.positional, arguments.keywords)?
            }
        };
        if self.heap.is_none(result) {
            return Ok(());
        }
        let raised = self.raise_about_type("__init__() should return None, not '%.200s'", result);
        self.decref(result);
        Err(raised)
    }

    /// Whether instances of `type_` are made by `object.__new__`.
    pub fn makes_plain_instances(&mut self, type_: Address) -> bool {
        matches!(self.find_new(type_), NewFound::Native(function) if std::ptr::fn_addr_eq(function, object_new as NativeFn))
    }

    fn has_plain_init(&mut self, type_: Address) -> bool {
        let plain = static_slot(StaticType::Object, Slot::Init);
        match (self.find_slot(type_, Slot::Init), plain) {
            (Found::Native(function), Some(plain)) => std::ptr::fn_addr_eq(function, plain),
            _ => false,
        }
    }

    /// A plain instance, with its array of attribute values (`_PyType_NewManagedObject`).
    pub fn new_plain_instance(&mut self, type_: Address) -> Address {
        let object = self.heap.generic_allocate(type_, 0);
        if self.heap.type_has(type_, flag::MANAGED_DICT) {
            self.heap.start_attributes(object);
        }
        object
    }

    fn raise_abstract(&mut self, type_: Address) -> Raised {
        let name = self.name("__abstractmethods__");
        let methods = match self.get_attribute(type_, name) {
            Ok(methods) => methods,
            Err(raised) => return raised,
        };
        let mut names = Vec::new();
        let outcome = self.for_each(methods, |m, item| {
            if m.heap.is_str(item) {
                names.push(m.heap.str_text(item));
            }
            m.decref(item);
            Ok(())
        });
        self.decref(methods);
        if let Err(raised) = outcome {
            return raised;
        }
        names.sort();
        let plural = if names.len() == 1 { "" } else { "s" };
        let (type_name, names) = (self.name_of_type(type_), names.join("', '"));
        let text = format!(
            "Can't instantiate abstract class {type_name} without an implementation for abstract method{plural} '{names}'"
        );
        self.raise(StaticType::TypeError, text)
    }
}

/// `object.__new__`.
pub fn object_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let type_ = arguments.self_;
    if !arguments.positional.is_empty() || !arguments.keywords.is_empty() {
        if !m.makes_plain_instances(type_) {
            let text = "object.__new__() takes exactly one argument (the type to instantiate)";
            return Err(m.raise(StaticType::TypeError, text));
        }
        if m.has_plain_init(type_) {
            let name = m.name_of_type(type_);
            return Err(m.raise_format(StaticType::TypeError, "%.200s() takes no arguments", &[Piece::Text(&name)]));
        }
    }
    if m.heap.type_has(type_, flag::ABSTRACT) {
        return Err(m.raise_abstract(type_));
    }
    Ok(m.new_plain_instance(type_))
}

fn object_init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if !arguments.positional.is_empty() || !arguments.keywords.is_empty() {
        let type_ = m.heap.type_of(arguments.self_);
        if !m.has_plain_init(type_) {
            let text = "object.__init__() takes exactly one argument (the instance to initialize)";
            return Err(m.raise(StaticType::TypeError, text));
        }
        if m.makes_plain_instances(type_) {
            let name = m.name_of_type(type_);
            let format = "%.200s.__init__() takes exactly one argument (the instance to initialize)";
            return Err(m.raise_format(StaticType::TypeError, format, &[Piece::Text(&name)]));
        }
    }
    Ok(m.heap.none())
}

/// `object.__new__` and `object.__init__`.
pub const ROWS: &[NativeRow] =
    &[NativeRow::new(StaticType::Object, object_new), NativeRow::slot(StaticType::Object, "__init__", object_init)];
