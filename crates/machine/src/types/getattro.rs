//! `tp_getattro` and `tp_setattro`: which code a type runs for an attribute access.
//!
//! The slot words of type objects hold fake code addresses, 16 apart; a class gets its words when it is made and again when
//! one of the four methods behind them is set on it or on a base (`update_slot` in `Objects/typeobject.c`).

use heapglass_heap::{
    Address,
    static_type::{ALL, StaticType, field},
};

use crate::machine::Machine;

const TEXT: u64 = 0x5555_5550_0000;

/// How attributes are read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Access {
    /// `PyObject_GenericGetAttr`, `PyObject_GenericSetAttr`.
    Generic,
    /// Of type objects.
    Type,
    /// Of modules: with the module's `__getattr__`.
    Module,
    /// Of `super` objects.
    Super,
    /// Of bound methods: those of the function as well.
    Method,
    /// Of `list[int]`: those of `list` as well.
    Alias,
    /// Of weak proxies: those of the referent.
    Proxy,
    /// `__getattribute__`, `__getattr__`, `__setattr__` or `__delattr__` of a class.
    Python,
}

const ACCESSES: [Access; 8] = [
    Access::Generic,
    Access::Type,
    Access::Module,
    Access::Super,
    Access::Method,
    Access::Alias,
    Access::Proxy,
    Access::Python,
];

impl Access {
    const fn code(self) -> Address {
        Address::new(TEXT + 16 * self as u64)
    }

    #[inline]
    fn at(code: Address) -> Self {
        ACCESSES.get((code.raw().wrapping_sub(TEXT) / 16) as usize).copied().unwrap_or(Self::Generic)
    }
}

fn static_getter(which: StaticType) -> Access {
    match which {
        StaticType::Type => Access::Type,
        StaticType::Module => Access::Module,
        StaticType::Super => Access::Super,
        StaticType::Method => Access::Method,
        StaticType::GenericAlias => Access::Alias,
        StaticType::WeakProxy | StaticType::WeakCallableProxy => Access::Proxy,
        _ => Access::Generic,
    }
}

fn static_setter(which: StaticType) -> Access {
    match which {
        StaticType::Type => Access::Type,
        StaticType::WeakProxy | StaticType::WeakCallableProxy => Access::Proxy,
        _ => Access::Generic,
    }
}

/// Where CPython's `slot_tp_finalize` would lie: what `tp_finalize` of a class with `__del__` holds.
const FINALIZER: Address = Address::new(0x5555_5555_2000);

impl Machine {
    /// How attributes of instances of `type_` are read.
    #[inline]
    pub fn getter_of(&self, type_: Address) -> Access {
        Access::at(self.heap.memory.address(type_.plus(field::GETATTRO)))
    }

    /// How attributes of instances of `type_` are written.
    #[inline]
    pub fn setter_of(&self, type_: Address) -> Access {
        Access::at(self.heap.memory.address(type_.plus(field::SETATTRO)))
    }

    /// Fills the two words of every builtin type.
    pub fn start_access_slots(&mut self) {
        for &which in ALL {
            let type_ = which.address();
            self.heap.memory.set_address(type_.plus(field::GETATTRO), static_getter(which).code());
            self.heap.memory.set_address(type_.plus(field::SETATTRO), static_setter(which).code());
        }
        for which in [StaticType::Generator, StaticType::Coroutine, StaticType::AsyncGenerator] {
            self.heap.memory.set_address(which.address().plus(field::FINALIZE), FINALIZER);
        }
    }

    /// Finds the two words of a class anew.
    pub fn update_access_slots(&mut self, type_: Address) {
        let hook = self.name("__getattr__");
        let getter = if self.type_lookup(type_, hook).is_some() {
            Access::Python
        } else {
            self.access_by(type_, "__getattribute__", field::GETATTRO)
        };
        let setter = match self.access_by(type_, "__setattr__", field::SETATTRO) {
            Access::Python => Access::Python,
            _ => self.access_by(type_, "__delattr__", field::SETATTRO),
        };
        self.heap.memory.set_address(type_.plus(field::GETATTRO), getter.code());
        self.heap.memory.set_address(type_.plus(field::SETATTRO), setter.code());
        let hook = self.name("__del__");
        let finalizer = if self.type_lookup(type_, hook).is_some() { FINALIZER } else { Address::NULL };
        self.heap.memory.set_address(type_.plus(field::FINALIZE), finalizer);
    }

    /// The word of the builtin type whose wrapper descriptor `name` is; anything else is Python.
    fn access_by(&mut self, type_: Address, name: &str, word: u64) -> Access {
        let name = self.name(name);
        let Some(attribute) = self.type_lookup(type_, name) else { return Access::Generic };
        if !self.heap.is_exact(attribute, StaticType::WrapperDescriptor) {
            return Access::Python;
        }
        let owner = self.heap.memory.address(attribute.plus(16));
        if self.heap.memory.address(attribute.plus(24)) != name || !self.heap.is_subtype(type_, owner) {
            return Access::Python;
        }
        Access::at(self.heap.memory.address(owner.plus(word)))
    }

    /// After `name` was set on the class `type_`: the words of it and of all classes below.
    pub fn update_slots_below(&mut self, type_: Address, name: &str) {
        if !matches!(name, "__getattr__" | "__getattribute__" | "__setattr__" | "__delattr__" | "__del__") {
            return;
        }
        self.update_access_slots(type_);
        for subclass in self.subclasses(type_) {
            self.update_slots_below(subclass, name);
        }
    }
}
