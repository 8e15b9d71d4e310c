//! Interning: equal names are one object. In 3.12 an interned str never dies.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    sync::LazyLock,
};

use super::{STATE, state};
use crate::{Heap, address::Address, statics};

/// The texts of the static identifiers with their places. Which strs are interned at run time is in memory alone.
static IDENTIFIERS: LazyLock<HashMap<&'static str, Address, BuildHasherDefault<WordHasher>>> =
    LazyLock::new(|| statics::identifiers().collect());

/// A quick hash for short texts that nobody chooses to collide (multiply and rotate, eight bytes at a time).
#[derive(Default)]
struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let word = chunk.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
            self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

impl Heap {
    /// The interned str equal to `owned`; `owned` itself if it is the first.
    pub fn intern(&mut self, owned: Address) -> Address {
        let bits = self.memory.u32(owned.plus(STATE));
        if bits & state::INTERNED != 0 || !self.is_exact_str(owned) {
            return owned;
        }
        if let Some(shared) = self.static_str(owned) {
            self.release_leaf(owned);
            // A character of the table is interned when it becomes a name.
            let bits = self.memory.u32(shared.plus(STATE));
            if bits & state::INTERNED == 0 {
                self.memory.set_u32(shared.plus(STATE), bits | state::INTERNED_STATIC);
            }
            return shared;
        }
        let interned = self.interned_dict();
        if let Some(first) = self.dict_get_str(interned, owned) {
            self.release_leaf(owned);
            return first;
        }
        self.memory.set_u32(owned.plus(STATE), bits | state::INTERNED_IMMORTAL);
        self.make_immortal(owned);
        // Keys and values are immortal from here on: nothing is displaced and nothing counted.
        self.dict_set_str(interned, owned, owned);
        owned
    }

    /// An interned str of this text.
    pub fn new_interned(&mut self, text: &str) -> Address {
        if let Some(shared) = Self::identifier(text) {
            return shared;
        }
        let owned = self.new_str(text);
        self.intern(owned)
    }

    /// `PyUnicode_InternFromString`: a str is made first, even where an equal one is interned already and takes its place.
    pub fn intern_from_string(&mut self, text: &str) -> Address {
        let owned = self.new_str(text);
        self.intern(owned)
    }

    fn letter(point: u32) -> Option<Address> {
        let mut buffer = [0; 4];
        char::from_u32(point).and_then(|letter| Self::identifier(letter.encode_utf8(&mut buffer)))
    }

    /// The static str of this text, if the data segment has one beside the table of characters.
    pub fn identifier(text: &str) -> Option<Address> {
        IDENTIFIERS.get(text).copied()
    }

    /// Whether a str is interned.
    #[inline]
    pub fn is_interned(&self, object: Address) -> bool {
        self.memory.u32(object.plus(STATE)) & state::INTERNED != 0
    }

    fn static_str(&self, object: Address) -> Option<Address> {
        match self.str_len(object) {
            0 => Some(self.empty_str()),
            // Some letters are identifiers as well: `'x'` in a program is not the `chr(120)` of the character table.
            1 => Self::letter(self.str_char(object, 0)).or_else(|| self.latin_char(self.str_char(object, 0))),
            _ if self.str_is_ascii(object) => std::str::from_utf8(self.str_bytes(object))
                .ok()
                .and_then(Self::identifier),
            _ => None,
        }
    }

    /// The dict of strs interned at run time, made when first needed.
    fn interned_dict(&mut self) -> Address {
        let place = Address::new(statics::WORDS + statics::word::INTERNED);
        let dict = self.memory.address(place);
        if !dict.is_null() {
            return dict;
        }
        let dict = self.new_dict();
        self.memory.set_address(place, dict);
        dict
    }
}
