//! `str` (Objects/unicodeobject.c): a header, then the characters in the narrowest width that holds them all.
//!
//! ```text
//! ascii:    | count | type | length | hash | state | data, 0 |                          data at 40
//! compact:  | count | type | length | hash | state | utf8 length | utf8 | data, 0 |     data at 56
//! legacy:   | count | type | length | hash | state | utf8 length | utf8 | data pointer |   instances of subclasses
//! ```

pub mod intern;
mod text;
pub mod writer;

use crate::{
    Heap,
    address::Address,
    domain::Domain,
    object::siphash::hash_bytes,
    static_type::{StaticType, flag},
};

/// Characters.
pub const LENGTH: u64 = 16;
/// The cached hash; −1 if not yet asked for.
pub const HASH: u64 = 24;
/// The bits of [`state`].
pub const STATE: u64 = 32;
/// Data of an ASCII str.
pub const ASCII_DATA: u64 = 40;
/// Bytes of the UTF-8 cache.
pub const UTF8_LENGTH: u64 = 40;
/// The UTF-8 cache, or null.
pub const UTF8: u64 = 48;
/// Data of a compact str that is not ASCII; the pointer to the data of a legacy one.
pub const DATA: u64 = 56;

/// Bits of the state word.
pub mod state {
    /// Interned, whichever way.
    pub const INTERNED: u32 = 3;
    /// Interned at run time: immortal in 3.12.
    pub const INTERNED_IMMORTAL: u32 = 2;
    /// Interned and part of the data segment.
    pub const INTERNED_STATIC: u32 = 3;
    /// By how much the width (1, 2, 4) is shifted.
    pub const KIND_SHIFT: u32 = 2;
    /// The data follow the header.
    pub const COMPACT: u32 = 1 << 5;
    /// All characters are below U+0080.
    pub const ASCII: u32 = 1 << 6;
    /// Part of the data segment.
    pub const STATIC: u32 = 1 << 7;
}

impl Heap {
    /// Characters in a str.
    #[inline]
    pub fn str_len(&self, object: Address) -> u64 {
        self.memory.u64(object.plus(LENGTH))
    }

    /// Bytes per character: 1, 2 or 4.
    #[inline]
    pub fn str_width(&self, object: Address) -> u64 {
        u64::from(self.memory.u32(object.plus(STATE)) >> state::KIND_SHIFT & 7)
    }

    /// Whether all characters are below U+0080.
    #[inline]
    pub fn str_is_ascii(&self, object: Address) -> bool {
        self.memory.u32(object.plus(STATE)) & state::ASCII != 0
    }

    /// Where the characters begin.
    #[inline]
    pub fn str_data(&self, object: Address) -> Address {
        let bits = self.memory.u32(object.plus(STATE));
        if bits & state::COMPACT == 0 {
            self.memory.address(object.plus(DATA))
        } else if bits & state::ASCII != 0 {
            object.plus(ASCII_DATA)
        } else {
            object.plus(DATA)
        }
    }

    /// The characters as bytes, in their own width.
    #[inline]
    pub fn str_bytes(&self, object: Address) -> &[u8] {
        self.memory
            .slice(self.str_data(object), self.str_len(object) * self.str_width(object))
    }

    /// The `index`th code point.
    #[inline]
    pub fn str_char(&self, object: Address, index: u64) -> u32 {
        let data = self.str_data(object);
        match self.str_width(object) {
            1 => u32::from(self.memory.u8(data.plus(index))),
            2 => u32::from(self.memory.u16(data.plus(2 * index))),
            _ => self.memory.u32(data.plus(4 * index)),
        }
    }

    /// Whether two strs have the same characters.
    #[inline]
    pub fn str_equal(&self, a: Address, b: Address) -> bool {
        a == b
            || self.str_len(a) == self.str_len(b)
                && self.str_width(a) == self.str_width(b)
                && self.str_bytes(a) == self.str_bytes(b)
    }

    /// `hash()` of a str, remembered in the object.
    #[inline]
    pub fn str_hash(&mut self, object: Address) -> i64 {
        match self.memory.i64(object.plus(HASH)) {
            -1 => {
                let hash = hash_bytes(self.str_bytes(object));
                self.memory.set_i64(object.plus(HASH), hash);
                hash
            }
            hash => hash,
        }
    }

    /// `hash()` of a str without remembering it.
    #[inline]
    pub fn str_hash_of(&self, object: Address) -> i64 {
        match self.memory.i64(object.plus(HASH)) {
            -1 => hash_bytes(self.str_bytes(object)),
            hash => hash,
        }
    }

    /// Whether this is a `str`, and not of a subclass.
    #[inline]
    pub fn is_exact_str(&self, object: Address) -> bool {
        self.type_of(object) == StaticType::Str.address()
    }

    /// Whether this is a `str` or of a subclass.
    #[inline]
    pub fn is_str(&self, object: Address) -> bool {
        self.type_has(self.type_of(object), flag::STR_SUBCLASS)
    }

    /// Gives back the UTF-8 cache and, of an instance of a subclass, the characters.
    pub(crate) fn free_str_buffers(&mut self, object: Address) {
        let bits = self.memory.u32(object.plus(STATE));
        if bits & (state::ASCII | state::COMPACT) == state::ASCII | state::COMPACT {
            return;
        }
        let data = if bits & state::COMPACT == 0 {
            self.memory.address(object.plus(DATA))
        } else {
            Address::NULL
        };
        let cache = self.memory.address(object.plus(UTF8));
        if !cache.is_null() && cache != data {
            self.release(Domain::Mem, cache);
        }
        if !data.is_null() {
            self.release(Domain::Object, data);
        }
    }

    /// Gives a str its UTF-8 cache, as `PyUnicode_AsUTF8` does. ASCII strs need none.
    pub fn str_cache_utf8(&mut self, object: Address) {
        let bits = self.memory.u32(object.plus(STATE));
        if bits & state::ASCII != 0 || !self.memory.address(object.plus(UTF8)).is_null() {
            return;
        }
        let text = self.str_text(object);
        let cache = self.allocate(Domain::Mem, text.len() as u64 + 1);
        self.memory.write(cache, text.as_bytes());
        self.memory.set_u8(cache.plus(text.len() as u64), 0);
        self.memory.set_u64(object.plus(UTF8_LENGTH), text.len() as u64);
        self.memory.set_address(object.plus(UTF8), cache);
    }

    /// `sys.getsizeof` of a str, without a pre-header.
    pub(crate) fn str_size(&self, object: Address) -> u64 {
        let bits = self.memory.u32(object.plus(STATE));
        let data = (self.str_len(object) + 1) * self.str_width(object);
        if bits & state::COMPACT == 0 {
            // A legacy str shares its ASCII data with the cache.
            return 64 + data + self.utf8_cache_size(object, self.memory.address(object.plus(DATA)));
        }
        if bits & state::ASCII != 0 {
            return ASCII_DATA + data;
        }
        DATA + data + self.utf8_cache_size(object, Address::NULL)
    }

    fn utf8_cache_size(&self, object: Address, data: Address) -> u64 {
        let cache = self.memory.address(object.plus(UTF8));
        if cache.is_null() || cache == data {
            0
        } else {
            self.memory.u64(object.plus(UTF8_LENGTH)) + 1
        }
    }
}
