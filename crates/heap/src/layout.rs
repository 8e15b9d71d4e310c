//! One table of all structs: which word of an object means what.
//!
//! The table drives destruction, the collector's traversal, the audit and the byte inspector. Rows stand in the order in which
//! CPython's `tp_traverse` and `tp_clear` go through the references, which is not always that of the offsets.
//! `ob_refcnt` and `ob_type` are left out; variable parts (items of a tuple, tables) have code of their own.

pub mod callable;
pub mod container;
pub mod exception;
pub mod iterator;
pub mod itertools;
pub mod native;
pub mod runtime;

use crate::{
    Heap,
    address::Address,
    static_type::{ALL, StaticType},
};

/// What a field of a struct is, as C sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CType {
    /// An owned reference, or null.
    Ref,
    /// A pointer to an object that is not counted.
    Borrowed,
    /// The head of the list of weak references to the object.
    WeakList,
    /// An owned block of memory, or null.
    Buffer,
    /// Any other pointer.
    Pointer,
    /// A number of 64 bits.
    Word,
    /// A signed number of 64 bits.
    Signed,
    /// An unsigned number of 32 bits.
    U32,
    /// A signed number of 32 bits.
    I32,
    /// An unsigned number of 16 bits.
    U16,
    /// A byte.
    U8,
    /// A signed byte.
    I8,
    /// A floating-point number of 64 bits.
    Double,
}

impl CType {
    /// Bytes of such a field.
    pub const fn size(self) -> u64 {
        match self {
            Self::U32 | Self::I32 => 4,
            Self::U16 => 2,
            Self::U8 | Self::I8 => 1,
            _ => 8,
        }
    }
}

/// One field of a struct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in C, without the prefix.
    pub name: &'static str,
    /// Bytes from the start of the object.
    pub offset: u64,
    /// What it is.
    pub ctype: CType,
}

/// Declares a module with one constant per offset, and the table of the fields.
macro_rules! layout {
    ($(#[$doc:meta])* $module:ident { $($constant:ident $name:literal $offset:literal $ctype:ident,)* }) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "the names are CPython's own")]
        pub mod $module {
            $(pub const $constant: u64 = $offset;)*
            /// The fields, in the order of `tp_traverse`.
            pub const FIELDS: &[$crate::layout::Field] = &[$($crate::layout::Field {
                name: $name,
                offset: $offset,
                ctype: $crate::layout::CType::$ctype,
            },)*];
        }
    };
}
pub(crate) use layout;

/// The fields of the instances of a builtin type, header left out.
pub const fn fields(which: StaticType) -> &'static [Field] {
    if let Some(fields) = callable::fields(which) {
        return fields;
    }
    if let Some(fields) = container::fields(which) {
        return fields;
    }
    if let Some(fields) = exception::fields(which) {
        return fields;
    }
    if let Some(fields) = iterator::fields(which) {
        return fields;
    }
    if let Some(fields) = itertools::fields(which) {
        return fields;
    }
    if let Some(fields) = runtime::fields(which) {
        return fields;
    }
    match native::fields(which) {
        Some(fields) => fields,
        None => &[],
    }
}

/// The same by number, computed once: the fields of static type `n`.
static FIELDS: [&[Field]; ALL.len()] = {
    let mut table: [&[Field]; ALL.len()] = [&[]; ALL.len()];
    let mut i = 0;
    while i < ALL.len() {
        table[i] = fields(ALL[i]);
        i += 1;
    }
    table
};

// Every field lies inside its struct, at a multiple of its size.
const _: () = {
    let mut i = 0;
    while i < ALL.len() {
        let fields = fields(ALL[i]);
        let size = ALL[i].row().basic_size as u64;
        let mut j = 0;
        while j < fields.len() {
            let field = fields[j];
            assert!(
                field.offset >= 16 && field.offset + field.ctype.size() <= size,
                "a field lies in its struct"
            );
            assert!(field.offset.is_multiple_of(field.ctype.size()), "a field is aligned");
            j += 1;
        }
        i += 1;
    }
};

impl StaticType {
    /// The fields of the instances, header left out.
    #[inline]
    pub fn fields(self) -> &'static [Field] {
        FIELDS[self as usize]
    }
}

impl Heap {
    /// The fields that the nearest builtin base gives to `object`, header left out.
    #[inline]
    pub fn fields_of(&self, object: Address) -> &'static [Field] {
        let which = self.static_base(self.type_of(object));
        match (which, which.fields()) {
            // Without time zone `tzinfo`, the first here, is no part of the block (Modules/_datetimemodule.c).
            (StaticType::Time | StaticType::DateTime, [_, rest @ ..]) if self.memory.u8(object.plus(native::time::HAS_TZINFO)) == 0 => rest,
            (_, fields) => fields,
        }
    }

    /// The pointer in the field at `offset`, borrowed.
    #[inline]
    pub fn field(&self, object: Address, offset: u64) -> Address {
        self.memory.address(object.plus(offset))
    }

    /// Writes a pointer field and hands back what it held.
    #[inline]
    pub fn set_field(&mut self, object: Address, offset: u64, owned: Address) -> Address {
        let displaced = self.memory.address(object.plus(offset));
        self.memory.set_address(object.plus(offset), owned);
        displaced
    }
}
