//! Functions written in Rust that Python can call: the rows that name them, their arguments, and how they are reached.
//!
//! Every file that brings native functions exports `pub const ROWS: &[NativeRow]`; [`table::FILES`] lists the files.
//! The number of a row is its place in that list. Objects in memory (method descriptors, builtin functions, …) hold
//! the *code address* of a row where CPython holds a pointer to a C structure.

pub mod arguments;
pub mod parsed;
pub mod table;

use std::sync::OnceLock;

use heapglass_heap::{Address, static_type::StaticType};

pub use arguments::Arguments;

use crate::machine::{Machine, Outcome};

/// A native function. It borrows its arguments and returns a new reference.
pub type NativeFn = fn(&mut Machine, Arguments<'_>) -> Outcome;

/// Where the text segment of native functions starts; code addresses are 16 apart and never read.
pub const TEXT: u64 = 0x5555_5560_0000;

/// Where it ends.
pub const TEXT_END: u64 = TEXT + 0x10_0000;

/// Who has the function as an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A builtin type.
    Type(StaticType),
    /// A native module, by name.
    Module(&'static str),
}

/// What object stands for the function in the owner's dict.
#[derive(Clone, Copy, Debug)]
pub enum NativeKind {
    /// A method: `method_descriptor`; a function of a module: `builtin_function_or_method`.
    Method,
    /// `classmethod_descriptor`; `self_` is the class.
    ClassMethod,
    /// `staticmethod` around a builtin function.
    StaticMethod,
    /// `__new__`: a builtin function bound to the type; `self_` is the class to instantiate, `positional` what follows it.
    New,
    /// `wrapper_descriptor`: a slot such as `__repr__`, called by the protocol as well.
    Slot,
    /// `getset_descriptor`, with its setter (`positional` is the value, or empty to delete).
    GetSet(Option<NativeFn>),
    /// `member_descriptor`: as a getset, under another type.
    Member(Option<NativeFn>),
}

/// What the caller checks before the function runs (CPython's `METH_…` flags).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Convention {
    /// `METH_NOARGS`.
    NoArguments,
    /// `METH_O`.
    One,
    /// Any positional arguments, no keywords.
    Positional,
    /// Anything; the function looks at keywords itself.
    Keywords,
    /// `METH_VARARGS`: positional arguments only, packed in a tuple for the time of the call.
    Packed,
    /// `METH_VARARGS | METH_KEYWORDS`: anything, the positional ones packed in a tuple.
    PackedKeywords,
}

/// One native function.
#[derive(Clone, Copy, Debug)]
pub struct NativeRow {
    /// Where it is an attribute.
    pub owner: Owner,
    /// Under which name.
    pub name: &'static str,
    /// As what.
    pub kind: NativeKind,
    /// How it is called.
    pub convention: Convention,
    /// The function itself; of a getset, the getter.
    pub function: NativeFn,
}

macro_rules! method_row {
    ($name:ident, $kind:ident, $convention:ident, $doc:literal) => {
        #[doc = $doc]
        pub const fn $name(owner: StaticType, name: &'static str, function: NativeFn) -> Self {
            Self {
                owner: Owner::Type(owner),
                name,
                kind: NativeKind::$kind,
                convention: Convention::$convention,
                function,
            }
        }
    };
}

impl NativeRow {
    method_row!(
        no_arguments,
        Method,
        NoArguments,
        "A method without arguments: `list.clear`."
    );
    method_row!(
        one,
        Method,
        One,
        "A method of exactly one argument: `list.append`."
    );
    method_row!(
        positional,
        Method,
        Positional,
        "A method of positional arguments only; it checks their number."
    );
    method_row!(
        packed,
        Method,
        Packed,
        "A method that CPython passes its positional arguments to in a tuple (`METH_VARARGS`)."
    );
    method_row!(
        keywords,
        Method,
        Keywords,
        "A method that takes keywords too."
    );
    method_row!(
        class_method,
        ClassMethod,
        Keywords,
        "A class method: `dict.fromkeys`."
    );
    method_row!(
        static_method,
        StaticMethod,
        Keywords,
        "A static method: `str.maketrans`."
    );
    method_row!(
        slot,
        Slot,
        Keywords,
        "A slot: `__add__`, `__repr__`, `__init__`. The number of arguments is checked by the slot's name."
    );

    /// `__new__` of a type.
    pub const fn new(owner: StaticType, function: NativeFn) -> Self {
        Self {
            owner: Owner::Type(owner),
            name: "__new__",
            kind: NativeKind::New,
            convention: Convention::Keywords,
            function,
        }
    }

    /// A read-only computed attribute.
    pub const fn get(owner: StaticType, name: &'static str, get: NativeFn) -> Self {
        Self {
            owner: Owner::Type(owner),
            name,
            kind: NativeKind::GetSet(None),
            convention: Convention::NoArguments,
            function: get,
        }
    }

    /// A computed attribute that can be set.
    pub const fn get_set(
        owner: StaticType,
        name: &'static str,
        get: NativeFn,
        set: NativeFn,
    ) -> Self {
        Self {
            owner: Owner::Type(owner),
            name,
            kind: NativeKind::GetSet(Some(set)),
            convention: Convention::NoArguments,
            function: get,
        }
    }

    /// A read-only field.
    pub const fn member(owner: StaticType, name: &'static str, get: NativeFn) -> Self {
        Self {
            owner: Owner::Type(owner),
            name,
            kind: NativeKind::Member(None),
            convention: Convention::NoArguments,
            function: get,
        }
    }

    /// A field that can be set.
    pub const fn member_set(
        owner: StaticType,
        name: &'static str,
        get: NativeFn,
        set: NativeFn,
    ) -> Self {
        Self {
            owner: Owner::Type(owner),
            name,
            kind: NativeKind::Member(Some(set)),
            convention: Convention::NoArguments,
            function: get,
        }
    }

    /// A function of a module.
    pub const fn function(
        module: &'static str,
        name: &'static str,
        convention: Convention,
        function: NativeFn,
    ) -> Self {
        Self {
            owner: Owner::Module(module),
            name,
            kind: NativeKind::Method,
            convention,
            function,
        }
    }

    /// `list.append` or `len`: how errors name it.
    pub fn full_name(&self) -> String {
        match self.owner {
            Owner::Type(owner) => format!("{}.{}", owner.short_name(), self.name),
            Owner::Module("builtins") => self.name.to_owned(),
            Owner::Module(module) => format!("{module}.{}", self.name),
        }
    }
}

/// All rows in order of their numbers.
pub fn rows() -> &'static [&'static NativeRow] {
    static FLAT: OnceLock<Vec<&'static NativeRow>> = OnceLock::new();
    FLAT.get_or_init(|| table::FILES.iter().flat_map(|file| file.iter()).collect())
}

/// The code address of row `number`.
pub const fn code_address(number: usize) -> Address {
    Address::new(TEXT + 16 * number as u64)
}

/// The row whose code address this is.
#[inline]
pub fn row_at(code: Address) -> Option<&'static NativeRow> {
    rows()
        .get((code.raw().wrapping_sub(TEXT) / 16) as usize)
        .copied()
}
