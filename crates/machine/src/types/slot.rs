//! Slots: the special methods of a type. Builtin types have them as native functions; classes find them along their MRO.

use std::sync::OnceLock;

use heapglass_heap::{
    Address, Heap,
    static_type::{ALL, StaticType},
};

use crate::{
    machine::{Machine, Outcome},
    native::{self, Arguments, NativeFn, NativeKind, Owner},
};

macro_rules! slots {
    ($($variant:ident $name:literal,)*) => {
        /// A special method.
        #[allow(missing_docs, reason = "the names are those of the methods")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Slot {
            $($variant,)*
        }

        impl Slot {
            /// All slots by number.
            pub const ALL: &[Slot] = &[$(Slot::$variant,)*];

            /// `__name__`.
            pub const fn name(self) -> &'static str {
                const NAMES: &[&str] = &[$($name,)*];
                NAMES[self as usize]
            }
        }
    };
}

slots! {
    Repr "__repr__", Str "__str__", Hash "__hash__", Call "__call__", Init "__init__", Del "__del__",
    GetAttribute "__getattribute__", GetAttr "__getattr__", SetAttr "__setattr__", DelAttr "__delattr__",
    Lt "__lt__", Le "__le__", Eq "__eq__", Ne "__ne__", Gt "__gt__", Ge "__ge__",
    Iter "__iter__", Next "__next__", Get "__get__", Set "__set__", Delete "__delete__",
    Bool "__bool__", Len "__len__", GetItem "__getitem__", SetItem "__setitem__", DelItem "__delitem__", Contains "__contains__",
    Int "__int__", Float "__float__", Index "__index__", Neg "__neg__", Pos "__pos__", Abs "__abs__", Invert "__invert__",
    Add "__add__", Sub "__sub__", Mul "__mul__", MatMul "__matmul__", TrueDiv "__truediv__", FloorDiv "__floordiv__",
    Mod "__mod__", DivMod "__divmod__", Pow "__pow__", LShift "__lshift__", RShift "__rshift__", And "__and__", Or "__or__", Xor "__xor__",
    RAdd "__radd__", RSub "__rsub__", RMul "__rmul__", RMatMul "__rmatmul__", RTrueDiv "__rtruediv__", RFloorDiv "__rfloordiv__",
    RMod "__rmod__", RDivMod "__rdivmod__", RPow "__rpow__", RLShift "__rlshift__", RRShift "__rrshift__", RAnd "__rand__", ROr "__ror__", RXor "__rxor__",
    IAdd "__iadd__", ISub "__isub__", IMul "__imul__", IMatMul "__imatmul__", ITrueDiv "__itruediv__", IFloorDiv "__ifloordiv__",
    IMod "__imod__", IPow "__ipow__", ILShift "__ilshift__", IRShift "__irshift__", IAnd "__iand__", IOr "__ior__", IXor "__ixor__",
    Await "__await__", AIter "__aiter__", ANext "__anext__",
    Enter "__enter__", Exit "__exit__", AEnter "__aenter__", AExit "__aexit__",
    Format "__format__", LengthHint "__length_hint__", Missing "__missing__", Reversed "__reversed__",
    InstanceCheck "__instancecheck__", SubclassCheck "__subclasscheck__", InitSubclass "__init_subclass__", SetName "__set_name__",
    ClassGetItem "__class_getitem__", MroEntries "__mro_entries__", Prepare "__prepare__", New "__new__",
    Bytes "__bytes__", Complex "__complex__", Round "__round__", Trunc "__trunc__", Floor "__floor__", Ceil "__ceil__",
    Dir "__dir__", Fspath "__fspath__", SizeOf "__sizeof__",
}

/// How a type implements a slot.
#[derive(Clone, Copy, Debug)]
pub enum Found {
    /// In Rust.
    Native(NativeFn),
    /// By an attribute found along the MRO (borrowed), still to be bound.
    Attribute(Address),
    /// Not at all, or as a `None` that forbids it.
    Missing,
}

/// The slots of all builtin types, one row after the other.
#[inline]
fn static_slots() -> &'static [Option<NativeFn>] {
    static TABLE: OnceLock<Vec<Option<NativeFn>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut tables: Vec<Vec<Option<NativeFn>>> = Vec::with_capacity(ALL.len());
        for &which in ALL {
            let base = which.row().base;
            let mut table = if base == which {
                vec![None; Slot::ALL.len()]
            } else {
                tables[base as usize].clone()
            };
            for row in native::rows()
                .iter()
                .filter(|row| row.owner == Owner::Type(which))
            {
                if matches!(row.kind, NativeKind::Slot | NativeKind::Method)
                    && let Some(slot) = Slot::ALL.iter().find(|slot| slot.name() == row.name)
                {
                    table[*slot as usize] = Some(row.function);
                }
            }
            let own = |name| native::rows().iter().any(|row| row.owner == Owner::Type(which) && row.name == name);
            if base != which && own("__eq__") && !own("__hash__") {
                table[Slot::Hash as usize] = None;
            }
            tables.push(table);
        }
        tables.concat()
    })
}

/// The native function of a builtin type's slot, inherited ones included.
#[inline]
pub fn static_slot(which: StaticType, slot: Slot) -> Option<NativeFn> {
    static_slots()[which as usize * Slot::ALL.len() + slot as usize]
}

impl Machine {
    /// How `type_` implements `slot`.
    #[inline]
    pub fn find_slot(&mut self, type_: Address, slot: Slot) -> Found {
        match StaticType::at(type_) {
            Some(which) => static_slot(which, slot).map_or(Found::Missing, Found::Native),
            None => self.find_slot_of_class(type_, slot),
        }
    }

    fn find_slot_of_class(&mut self, type_: Address, slot: Slot) -> Found {
        if let Some(which) = self.heap.builtin_type(type_) {
            return static_slot(which, slot).map_or(Found::Missing, Found::Native);
        }
        let name = self.slot_name(slot);
        match self.type_lookup(type_, name) {
            None => Found::Missing,
            Some(attribute) => self.slot_of_attribute(type_, slot, attribute),
        }
    }

    /// The method's name as a str object, borrowed. Nearly all are static, so they lie at the same place in every heap.
    #[inline]
    pub(super) fn slot_name(&mut self, slot: Slot) -> Address {
        static NAMES: OnceLock<Vec<Option<Address>>> = OnceLock::new();
        let names = NAMES.get_or_init(|| Slot::ALL.iter().map(|slot| Heap::identifier(slot.name())).collect());
        match names[slot as usize] {
            Some(name) => name,
            None => self.name(slot.name()),
        }
    }

    /// A wrapper descriptor is its function only where it stands under its own name, in a class below its own
    /// (`update_one_slot`).
    fn slot_of_attribute(&self, type_: Address, slot: Slot, attribute: Address) -> Found {
        // Where `None` means that there is none on purpose; any other slot calls it, and fails.
        if self.heap.is_none(attribute)
            && matches!(slot, Slot::Hash | Slot::Iter | Slot::Contains | Slot::Reversed | Slot::Fspath)
        {
            return Found::Missing;
        }
        if self.heap.is_exact(attribute, StaticType::WrapperDescriptor)
            && let Some(row) = native::row_at(self.heap.memory.address(attribute.plus(40)))
            && row.name == slot.name()
            && self.heap.is_subtype(type_, self.heap.memory.address(attribute.plus(16)))
        {
            return Found::Native(row.function);
        }
        Found::Attribute(attribute)
    }

    /// Calls `slot` of `type(object)` with `arguments`; `None` if the type has no such slot.
    pub fn call_slot(
        &mut self,
        object: Address,
        slot: Slot,
        arguments: &[Address],
    ) -> Outcome<Option<Address>> {
        match self.find_slot(self.heap.type_of(object), slot) {
            Found::Missing => Ok(None),
            Found::Native(function) => {
                let result = function(self, Arguments::of(object, arguments))?;
                Ok(Some(self.boxed(result)))
            }
            Found::Attribute(attribute) => {
                self.note_lookup(self.heap.type_of(object));
                self.call_attribute_of(attribute, object, arguments).map(Some)
            }
        }
    }

    /// The same through a bound method, as CPython does for special methods without a slot: `__format__`, `__dir__`, ….
    pub fn call_special(&mut self, object: Address, slot: Slot, arguments: &[Address]) -> Outcome<Option<Address>> {
        let type_ = self.heap.type_of(object);
        let name = self.slot_name(slot);
        let Some(attribute) = self.type_lookup(type_, name) else { return Ok(None) };
        self.note_lookup(type_);
        let bound = self.descriptor_get(attribute, object, type_)?;
        let result = self.call(bound, arguments, &[]);
        self.decref(bound);
        result.map(Some)
    }

    /// Whether `type_` has `slot`.
    pub fn has_slot(&mut self, type_: Address, slot: Slot) -> bool {
        !matches!(self.find_slot(type_, slot), Found::Missing)
    }
}
