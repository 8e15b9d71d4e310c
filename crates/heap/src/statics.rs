//! The data segment: everything CPython has compiled in, at addresses known beforehand.
//!
//! ```text
//! BASE      TYPES                SINGLETONS
//! | runtime | static types . . . | None … | True False | small ints | chars | bytes | '' b'' () | names | tuples |
//! ```

mod bootstrap;

pub use bootstrap::identifiers;

use crate::{
    Heap,
    address::Address,
    memory::BASE,
    static_type::{ALL, StaticType, TYPE_SIZE},
};

/// Bytes kept free at the start of the data segment for the runtime struct (allocator, collector, free lists).
pub const RUNTIME_BYTES: u64 = 0x1_0000;
/// A few words of the object layer: see [`word`].
pub const WORDS: u64 = BASE + RUNTIME_BYTES;
/// Where the static types begin.
pub const TYPES: u64 = WORDS + 256;
/// `None`, then `Ellipsis`, then `NotImplemented`, 16 bytes each.
pub const SINGLETONS: u64 = TYPES + ALL.len() as u64 * TYPE_SIZE;
/// `False`, then `True`, 32 bytes each.
pub const BOOLS: u64 = SINGLETONS + 48;
/// The ints from −5 to 256, 32 bytes each.
pub const SMALL_INTS: u64 = BOOLS + 64;
/// The strings of one character below U+0080, 48 bytes each.
pub const ASCII_CHARS: u64 = SMALL_INTS + 262 * 32;
/// The strings of one character from U+0080 to U+00FF, 64 bytes each.
pub const LATIN_CHARS: u64 = ASCII_CHARS + 128 * 48;
/// The bytes objects of length 1, 48 bytes each.
pub const BYTE_CHARS: u64 = LATIN_CHARS + 128 * 64;
/// `''`.
pub const EMPTY_STR: u64 = BYTE_CHARS + 256 * 48;
/// `b''`.
pub const EMPTY_BYTES: u64 = EMPTY_STR + 48;
/// `()`, after its unused GC head.
pub const EMPTY_TUPLE: u64 = EMPTY_BYTES + 48 + 16;
/// The keys object that all empty dicts share.
pub const EMPTY_KEYS: u64 = EMPTY_TUPLE + 32;
/// What a set puts in place of a discarded key.
pub const SET_DUMMY: u64 = EMPTY_KEYS + 48;
/// Where the static identifiers begin; after them the tuples of bases and resolution orders, and the texts of `tp_name`.
pub const IDENTIFIERS: u64 = SET_DUMMY + 16;

/// Offsets in the words of the object layer.
pub mod word {
    /// The dict of interned strings, those of the data segment left out.
    pub const INTERNED: u64 = 0;
    /// The next dict version (`ma_version_tag`).
    pub const DICT_VERSION: u64 = 8;
    /// The next function version, 32 bits.
    pub const FUNCTION_VERSION: u64 = 16;
    /// The next type version, 32 bits.
    pub const TYPE_VERSION: u64 = 20;
}

/// Where the data segment ends.
pub fn end() -> Address {
    Address::new(bootstrap::end())
}

impl Heap {
    /// `None`.
    #[inline]
    pub const fn none(&self) -> Address {
        Address::new(SINGLETONS)
    }

    /// `...`.
    #[inline]
    pub const fn ellipsis(&self) -> Address {
        Address::new(SINGLETONS + 16)
    }

    /// `NotImplemented`.
    #[inline]
    pub const fn not_implemented(&self) -> Address {
        Address::new(SINGLETONS + 32)
    }

    /// `False`.
    #[inline]
    pub const fn false_(&self) -> Address {
        Address::new(BOOLS)
    }

    /// `True`.
    #[inline]
    pub const fn true_(&self) -> Address {
        Address::new(BOOLS + 32)
    }

    /// `True` or `False`.
    #[inline]
    pub const fn bool(&self, value: bool) -> Address {
        Address::new(BOOLS + 32 * value as u64)
    }

    /// `''`.
    #[inline]
    pub const fn empty_str(&self) -> Address {
        Address::new(EMPTY_STR)
    }

    /// `b''`.
    #[inline]
    pub const fn empty_bytes(&self) -> Address {
        Address::new(EMPTY_BYTES)
    }

    /// `()`.
    #[inline]
    pub const fn empty_tuple(&self) -> Address {
        Address::new(EMPTY_TUPLE)
    }

    /// The shared int with this value, if it is one of −5 to 256.
    #[inline]
    pub const fn small_int(&self, value: i64) -> Option<Address> {
        if value >= -5 && value <= 256 {
            Some(Address::new(SMALL_INTS + (value + 5) as u64 * 32))
        } else {
            None
        }
    }

    /// The shared string of this one character, if it is below U+0100.
    #[inline]
    pub const fn latin_char(&self, point: u32) -> Option<Address> {
        match point {
            0..0x80 => Some(Address::new(ASCII_CHARS + point as u64 * 48)),
            0x80..0x100 => Some(Address::new(LATIN_CHARS + (point as u64 - 0x80) * 64)),
            _ => None,
        }
    }

    /// The shared bytes object of this one byte.
    #[inline]
    pub const fn byte_char(&self, byte: u8) -> Address {
        Address::new(BYTE_CHARS + byte as u64 * 48)
    }

    /// Whether this is an object of the data segment: never counted, never freed.
    #[inline]
    pub fn is_static(&self, object: Address) -> bool {
        object.raw() < bootstrap::end()
    }

    /// `None` is so common an operand that it has a test of its own.
    #[inline]
    pub fn is_none(&self, object: Address) -> bool {
        object.raw() == SINGLETONS
    }
}

const _: () = assert!(TYPES.is_multiple_of(16) && IDENTIFIERS.is_multiple_of(16));
const _: () = assert!(StaticType::Object as u64 == 0);
