//! Writing the data segment at start-up.

use std::sync::LazyLock;

use super::{BOOLS, BYTE_CHARS, EMPTY_BYTES, EMPTY_KEYS, EMPTY_STR, EMPTY_TUPLE, IDENTIFIERS, SET_DUMMY, SINGLETONS};
use crate::{
    Heap,
    address::Address,
    object::{
        bytes,
        dict::keys,
        int,
        siphash::hash_bytes,
        str::{self, state},
        tuple,
    },
    refcount::IMMORTAL,
    static_type::{ALL, StaticType, field, flag},
};

/// The strs that 3.12.1 has compiled in and interned: those that are plain words.
const TEXTS: &str = include_str!("identifiers.txt");

/// The characters whose strs start-up has interned when a program begins: names in its modules, and the `*` of their imports.
/// Recorded by the oracle. A character that is one of [`TEXTS`] too is never interned itself.
const INTERNED_CHARACTERS: &[u8] = b"*BCLSTfhijklmoqtvwy";

/// The code address of `_PyGen_Finalize`: generators have a finalizer from the start.
const GENERATOR_FINALIZE: u64 = 0x5555_5555_0000;

/// What lies behind the fixed part of the data segment.
struct Tail {
    identifiers: Vec<(&'static str, Address)>,
    tuples: Address,
}

/// The one static str with spaces that a program can meet: the message of an `IndexError` of a list (`_Py_STR(list_err)`).
const LIST_ERROR: &str = "list index out of range";

static TAIL: LazyLock<Tail> = LazyLock::new(|| {
    let mut at = Address::new(IDENTIFIERS);
    let mut identifiers = Vec::new();
    for text in TEXTS.split_ascii_whitespace().chain([LIST_ERROR]) {
        identifiers.push((text, at));
        at = at.plus((str::ASCII_DATA + text.len() as u64 + 1).next_multiple_of(16));
    }
    Tail {
        identifiers,
        tuples: at,
    }
});

/// The static identifiers and where they lie.
pub fn identifiers() -> impl Iterator<Item = (&'static str, Address)> {
    TAIL.identifiers.iter().copied()
}

/// Where the static objects end.
pub(crate) fn end() -> u64 {
    *END
}

static END: LazyLock<u64> = LazyLock::new(|| {
    let tuples: u64 = ALL
        .iter()
        .map(|which| tuple_size(bases(*which).len()) + tuple_size(resolution_order(*which).len()))
        .sum();
    let names: u64 = ALL.iter().map(|which| name_size(*which)).sum();
    TAIL.tuples.raw() + tuples + names
});

fn tuple_size(items: usize) -> u64 {
    (16 + tuple::ITEMS + 8 * items as u64).next_multiple_of(16)
}

fn name_size(which: StaticType) -> u64 {
    (which.row().name.len() as u64 + 1).next_multiple_of(16)
}

/// `__bases__`.
fn bases(which: StaticType) -> Vec<StaticType> {
    match which {
        StaticType::Object => Vec::new(),
        _ => vec![which.row().base],
    }
}

/// `__mro__`.
fn resolution_order(which: StaticType) -> Vec<StaticType> {
    let mut order = vec![which];
    let mut at = which;
    while at != StaticType::Object {
        at = at.row().base;
        order.push(at);
    }
    order
}

impl Heap {
    /// Fills the data segment: types, singletons, small ints, characters, identifiers. Their dicts come later.
    pub fn start_statics(&mut self) {
        self.extend_data_segment(Address::new(end()));
        self.write_types();
        for (i, which) in [
            StaticType::NoneType,
            StaticType::Ellipsis,
            StaticType::NotImplementedType,
        ]
        .iter()
        .enumerate()
        {
            self.start_static(Address::new(SINGLETONS + 16 * i as u64), *which);
        }
        self.write_ints();
        self.write_texts();
        self.write_bytes();
        self.start_static(Address::new(EMPTY_TUPLE), StaticType::Tuple);
        self.write_empty_keys();
        self.start_static(Address::new(SET_DUMMY), StaticType::Object);
    }

    fn start_static(&mut self, at: Address, type_: StaticType) {
        self.memory.set_u64(at, u64::from(IMMORTAL));
        self.memory.set_address(at.plus(8), type_.address());
        self.note_birth(at);
    }

    fn write_types(&mut self) {
        let mut at = TAIL.tuples;
        for which in ALL {
            let (type_, row) = (which.address(), which.row());
            self.start_static(type_, StaticType::Type);
            let memory = &mut self.memory;
            memory.set_u64(type_.plus(field::BASIC_SIZE), u64::from(row.basic_size));
            memory.set_u64(type_.plus(field::ITEM_SIZE), u64::from(row.item_size));
            memory.set_u64(type_.plus(field::FLAGS), u64::from(row.flags) | flag::VALID_VERSION_TAG);
            memory.set_u32(type_.plus(field::VERSION_TAG), *which as u32 + 1);
            memory.set_i64(type_.plus(field::DICT_OFFSET), i64::from(row.dict_offset));
            memory.set_i64(type_.plus(field::WEAKLIST_OFFSET), i64::from(row.weaklist_offset));
            memory.set_u8(type_.plus(field::KIND), row.kind as u8);
            memory.set_u16(type_.plus(field::STATIC_BASE), *which as u16);
            if matches!(
                which,
                StaticType::Generator | StaticType::Coroutine | StaticType::AsyncGenerator
            ) {
                memory.set_u64(type_.plus(field::FINALIZE), GENERATOR_FINALIZE);
            }
            if *which != StaticType::Object {
                memory.set_address(type_.plus(field::BASE), row.base.address());
            }
            for (place, types) in [(field::BASES, bases(*which)), (field::MRO, resolution_order(*which))] {
                let object = if types.is_empty() {
                    Address::new(EMPTY_TUPLE)
                } else {
                    self.write_tuple(at, &types)
                };
                self.memory.set_address(type_.plus(place), object);
                at = at.plus(tuple_size(types.len()));
            }
        }
        for which in ALL {
            self.memory.write(at, which.row().name.as_bytes());
            self.memory.set_address(which.address().plus(field::NAME), at);
            at = at.plus(name_size(*which));
        }
    }

    fn write_tuple(&mut self, at: Address, types: &[StaticType]) -> Address {
        let object = at.plus(16);
        self.start_static(object, StaticType::Tuple);
        self.memory.set_u64(object.plus(tuple::LENGTH), types.len() as u64);
        for (i, which) in types.iter().enumerate() {
            self.memory
                .set_address(object.plus(tuple::ITEMS + 8 * i as u64), which.address());
        }
        object
    }

    fn write_ints(&mut self) {
        for value in -5..=256_i64 {
            if let Some(object) = self.small_int(value) {
                self.start_static(object, StaticType::Int);
                self.write_int(object, value < 0, &[value.unsigned_abs() as u32]);
            }
        }
        for value in [0, 1] {
            let object = Address::new(BOOLS + 32 * value);
            self.start_static(object, StaticType::Bool);
            self.write_int(object, false, &[value as u32]);
        }
        debug_assert_eq!(self.memory.u64(self.false_().plus(int::TAG)), 1);
    }

    fn write_texts(&mut self) {
        self.write_text(Address::new(EMPTY_STR), "", state::INTERNED_STATIC);
        for (text, at) in identifiers() {
            self.write_text(at, text, state::INTERNED_STATIC);
        }
        for byte in 0..=255_u8 {
            let object = self.latin_char(u32::from(byte)).unwrap_or_default();
            let text = char::from(byte).to_string();
            let known = INTERNED_CHARACTERS.contains(&byte);
            self.write_text(object, &text, if known { state::INTERNED_STATIC } else { 0 });
        }
    }

    fn write_text(&mut self, at: Address, text: &str, interned: u32) {
        self.start_static(at, StaticType::Str);
        let ascii = text.is_ascii();
        let length = text.chars().count() as u64;
        self.start_str(at, length, 1, ascii);
        let bits = self.memory.u32(at.plus(str::STATE)) | state::STATIC | interned;
        self.memory.set_u32(at.plus(str::STATE), bits);
        let latin: Vec<u8> = text.chars().map(|c| c as u8).collect();
        self.memory.write(self.str_data(at), &latin);
        self.memory.set_i64(at.plus(str::HASH), hash_bytes(&latin));
        if !ascii {
            // Characters from U+0080 on are born with their two bytes of UTF-8, here behind the character.
            let cache = at.plus(str::DATA + 3);
            self.memory.write(cache, text.as_bytes());
            self.memory.set_u64(at.plus(str::UTF8_LENGTH), text.len() as u64);
            self.memory.set_address(at.plus(str::UTF8), cache);
        }
    }

    fn write_bytes(&mut self) {
        self.start_static(Address::new(EMPTY_BYTES), StaticType::Bytes);
        self.memory.set_i64(Address::new(EMPTY_BYTES + bytes::HASH), -1);
        for byte in 0..=255_u8 {
            let object = Address::new(BYTE_CHARS + 48 * u64::from(byte));
            self.start_static(object, StaticType::Bytes);
            self.memory.set_u64(object.plus(bytes::LENGTH), 1);
            self.memory.set_i64(object.plus(bytes::HASH), -1);
            self.memory.set_u8(object.plus(bytes::DATA), byte);
        }
    }

    fn write_empty_keys(&mut self) {
        let keys = Address::new(EMPTY_KEYS);
        self.memory.set_u64(keys, u64::from(IMMORTAL));
        self.memory.set_u8(keys.plus(keys::KIND), keys::KeysKind::Text as u8);
        self.memory.set_u32(keys.plus(keys::KEYS_VERSION), 1);
        self.memory.set_i64(keys.plus(keys::INDEX), keys::EMPTY);
    }
}
