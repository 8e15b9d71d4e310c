//! `bytes` (Objects/bytesobject.c) and what `bytearray` shares with it.

use heapglass_heap::{Address, Kind, static_type::StaticType};

use super::{bytes_new, bytes_text as text, percent};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
    text::quote,
};

const BYTES: StaticType = StaticType::Bytes;
const ARRAY: StaticType = StaticType::ByteArray;

macro_rules! shared_rows {
    ($type:ident) => {
        &[
            NativeRow::slot($type, "__len__", |m, a| m.scalar(m.heap.bytes_len(a.self_) as i64)),
            NativeRow::slot($type, "__getitem__", get),
            NativeRow::slot($type, "__contains__", contains),
            NativeRow::slot($type, "__add__", add),
            NativeRow::slot($type, "__mul__", multiply),
            NativeRow::slot($type, "__rmul__", multiply),
            NativeRow::slot($type, "__mod__", |m, a| percent::format(m, a.self_, a.positional[0])),
            NativeRow::slot($type, "__rmod__", |m, a| match m.heap.kind(a.positional[0]) {
                Kind::Bytes | Kind::ByteArray => percent::format(m, a.positional[0], a.self_),
                _ => m.not_implemented(),
            }),
            NativeRow::slot($type, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
            NativeRow::slot($type, "__le__", |m, a| compare(m, a, CompareOp::Le)),
            NativeRow::slot($type, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
            NativeRow::slot($type, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
            NativeRow::slot($type, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
            NativeRow::slot($type, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
            NativeRow::keywords($type, "decode", decode),
            NativeRow::keywords($type, "hex", hex),
            NativeRow::class_method($type, "fromhex", from_hex),
            NativeRow::packed($type, "find", |m, a| text::find(m, a, "find", false)),
            NativeRow::packed($type, "rfind", |m, a| text::find(m, a, "rfind", true)),
            NativeRow::packed($type, "index", |m, a| text::index(m, a, "index", false)),
            NativeRow::packed($type, "rindex", |m, a| text::index(m, a, "rindex", true)),
            NativeRow::packed($type, "count", text::count),
            NativeRow::packed($type, "startswith", |m, a| text::matches_end(m, a, "startswith", |part, affix| part.starts_with(affix))),
            NativeRow::packed($type, "endswith", |m, a| text::matches_end(m, a, "endswith", |part, affix| part.ends_with(affix))),
            NativeRow::positional($type, "replace", text::replace),
            NativeRow::one($type, "join", text::join),
            NativeRow::keywords($type, "split", |m, a| text::split(m, a, false)),
            NativeRow::keywords($type, "rsplit", |m, a| text::split(m, a, true)),
            NativeRow::keywords($type, "splitlines", text::lines),
            NativeRow::one($type, "partition", |m, a| text::partition(m, a, false)),
            NativeRow::one($type, "rpartition", |m, a| text::partition(m, a, true)),
            NativeRow::positional($type, "strip", |m, a| text::strip(m, a, true, true)),
            NativeRow::positional($type, "lstrip", |m, a| text::strip(m, a, true, false)),
            NativeRow::positional($type, "rstrip", |m, a| text::strip(m, a, false, true)),
            NativeRow::one($type, "removeprefix", |m, a| text::remove_affix(m, a, true)),
            NativeRow::one($type, "removesuffix", |m, a| text::remove_affix(m, a, false)),
            NativeRow::no_arguments($type, "upper", |m, a| text::changed(m, a, |data| data.make_ascii_uppercase())),
            NativeRow::no_arguments($type, "lower", |m, a| text::changed(m, a, |data| data.make_ascii_lowercase())),
            NativeRow::no_arguments($type, "title", |m, a| text::changed(m, a, text::title)),
            NativeRow::no_arguments($type, "capitalize", |m, a| text::changed(m, a, text::capitalize)),
            NativeRow::no_arguments($type, "swapcase", |m, a| text::changed(m, a, text::swap_case)),
            NativeRow::positional($type, "center", |m, a| text::pad(m, a, "center")),
            NativeRow::positional($type, "ljust", |m, a| text::pad(m, a, "ljust")),
            NativeRow::positional($type, "rjust", |m, a| text::pad(m, a, "rjust")),
            NativeRow::one($type, "zfill", text::zero_fill),
            NativeRow::keywords($type, "expandtabs", text::expand_tabs),
            NativeRow::keywords($type, "translate", text::translate),
            NativeRow::static_method($type, "maketrans", text::make_translation),
            NativeRow::no_arguments($type, "isalpha", |m, a| text::all(m, a, |b| b.is_ascii_alphabetic())),
            NativeRow::no_arguments($type, "isdigit", |m, a| text::all(m, a, |b| b.is_ascii_digit())),
            NativeRow::no_arguments($type, "istitle", |m, a| {
                let points: Vec<u32> = content(m, a.self_).iter().map(|byte| if *byte < 128 { (*byte).into() } else { 0 }).collect();
                m.truth(crate::text::case::is_titled(&points))
            }),
            NativeRow::no_arguments($type, "isalnum", |m, a| text::all(m, a, |b| b.is_ascii_alphanumeric())),
            NativeRow::no_arguments($type, "isspace", |m, a| text::all(m, a, |b| text::is_blank(&b))),
            NativeRow::no_arguments($type, "isascii", |m, a| {
                let verdict = content(m, a.self_).is_ascii();
                m.truth(verdict)
            }),
            NativeRow::no_arguments($type, "islower", |m, a| text::cased(m, a, false)),
            NativeRow::no_arguments($type, "isupper", |m, a| text::cased(m, a, true)),
        ]
    };
}

/// What bytes have in common with bytearrays.
pub const SHARED_ROWS: &[NativeRow] = shared_rows!(BYTES);
/// The same for bytearrays.
pub const ARRAY_SHARED_ROWS: &[NativeRow] = shared_rows!(ARRAY);
/// The rows of `bytes` alone.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(BYTES, bytes_new::new),
    NativeRow::slot(BYTES, "__repr__", |m, a| {
        let shown = quote::bytes_repr(m.heap.bytes_data(a.self_));
        m.new_text(&shown)
    }),
    NativeRow::slot(BYTES, "__hash__", |m, a| {
        let hash = m.heap.bytes_hash(a.self_);
        a.hash(m, hash)
    }),
    NativeRow::slot(BYTES, "__iter__", |m, a| Ok(m.new_index_iterator(StaticType::BytesIterator, a.self_, 0))),
    NativeRow::no_arguments(BYTES, "__bytes__", |m, a| {
        let data = content(m, a.self_);
        Ok(m.heap.new_bytes(&data))
    }),
    NativeRow::no_arguments(BYTES, "__getnewargs__", |m, a| {
        let data = content(m, a.self_);
        let copy = m.heap.new_bytes(&data);
        Ok(m.heap.new_tuple_from(&[copy]))
    }),
];

/// The content of bytes or a bytearray.
pub fn content(m: &Machine, object: Address) -> Vec<u8> {
    if m.heap.kind(object) == Kind::ByteArray {
        m.heap.bytearray_data(object).to_vec()
    } else {
        m.heap.bytes_data(object).to_vec()
    }
}

/// A new object of the receiver's kind: bytes or a bytearray.
pub fn alike(m: &mut Machine, receiver: Address, data: &[u8]) -> Outcome {
    Ok(if m.heap.kind(receiver) == Kind::ByteArray { m.heap.new_bytearray(data) } else { m.heap.new_bytes(data) })
}

/// As [`alike`], but exact bytes that did not change are handed out again.
pub fn alike_or_same(m: &mut Machine, receiver: Address, data: &[u8]) -> Outcome {
    if m.heap.is_exact(receiver, BYTES) && m.heap.bytes_data(receiver) == data {
        return Ok(m.incref(receiver));
    }
    alike(m, receiver, data)
}

fn get(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (object, key) = (arguments.self_, arguments.positional[0]);
    let array = m.heap.kind(object) == Kind::ByteArray;
    if m.is_index(key) {
        return match m.sequence_index(key, |m| m.heap.bytes_len(object))? {
            Some(at) => {
                let byte = content(m, object)[at as usize];
                Ok(m.heap.new_int(i64::from(byte)))
            }
            None => {
                let text = if array { "bytearray index out of range" } else { "index out of range" };
                Err(m.raise(StaticType::IndexError, text))
            }
        };
    }
    if !m.is_slice(key) {
        let format = if array { "bytearray indices must be integers or slices, not %.200s" } else { "byte indices must be integers or slices, not %.200s" };
        return Err(m.raise_about_type(format, key));
    }
    let found = m.unpack_slice(key)?.within(m.heap.bytes_len(object));
    let data = content(m, object);
    let selected: Vec<u8> = found.indices().map(|at| data[at as usize]).collect();
    let whole = found.step == 1 && selected.len() == data.len();
    if whole { alike_or_same(m, object, &selected) } else { alike(m, object, &selected) }
}

fn contains(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let needle = text::needle(m, arguments.positional[0])?;
    let found = crate::text::search::find(&content(m, arguments.self_), &needle).is_some();
    m.truth(found)
}

fn add(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let other = arguments.positional[0];
    let Some(right) = m.bytes_like(other)? else {
        let (own, name) = (m.type_name(arguments.self_), m.type_name(other));
        return m.type_error(format!("can't concat {name} to {own}"));
    };
    let left = content(m, arguments.self_);
    if left.is_empty() && m.heap.is_exact(other, BYTES) && m.heap.is_exact(arguments.self_, BYTES) {
        return Ok(m.incref(other));
    }
    if right.is_empty() && m.heap.is_exact(arguments.self_, BYTES) {
        return Ok(m.incref(arguments.self_));
    }
    alike(m, arguments.self_, &[left, right].concat())
}

fn multiply(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some(times) = m.repetitions(arguments.positional[0])? else { return m.not_implemented() };
    let data = content(m, arguments.self_);
    if !(data.len() as u64).checked_mul(times).is_some_and(|size| m.heap.can_allocate(size)) {
        return m.memory_error();
    }
    if times == 1 {
        return alike_or_same(m, arguments.self_, &data);
    }
    alike(m, arguments.self_, &data.repeat(if data.is_empty() { 0 } else { times as usize }))
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let other = arguments.positional[0];
    let plain = m.heap.kind(arguments.self_) == Kind::Bytes;
    if plain && m.heap.kind(other) != Kind::Bytes {
        return m.not_implemented();
    }
    let Some(right) = m.bytes_like(other)? else { return m.not_implemented() };
    let verdict = op.holds(content(m, arguments.self_).cmp(&right));
    m.truth(verdict)
}

fn decode(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [encoding, errors] = m.named_arguments(&arguments, "decode", ["encoding", "errors"], 0)?;
    let (encoding, errors) = m.codec(encoding, errors, "decode")?;
    let data = content(m, arguments.self_);
    m.decode_data(&data, encoding, errors)
}

/// `hex([sep[, bytes_per_sep]])`: groups are counted from the right, or from the left where the number is negative.
fn hex(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "hex", &["sep", "bytes_per_sep"])?;
    arguments.arity(m, "hex", 0, 2)?;
    let group = match arguments.get_or_keyword(m, 1, "bytes_per_sep") {
        Some(group) => m.index_to_i64(group, heapglass_heap::static_type::StaticType::OverflowError)?,
        None => 1,
    };
    let separator = match arguments.get_or_keyword(m, 0, "sep") {
        Some(separator) => Some(hex_separator(m, separator)?),
        None => None,
    };
    let data = content(m, arguments.self_);
    let size = group.unsigned_abs() as usize;
    let mut digits = String::new();
    for (at, byte) in data.iter().enumerate() {
        let left = if group < 0 { at } else { data.len() - at };
        if let Some(separator) = separator.filter(|_| at > 0 && size > 0 && left.is_multiple_of(size)) {
            digits.push(separator);
        }
        digits.push_str(&format!("{byte:02x}"));
    }
    m.new_text(&digits)
}

fn hex_separator(m: &mut Machine, separator: Address) -> Outcome<char> {
    if m.length(separator)? != 1 {
        return m.value_error("sep must be length 1.");
    }
    let point = match m.heap.kind(separator) {
        Kind::Str => m.heap.str_points(separator)[0],
        Kind::Bytes => u32::from(m.heap.bytes_data(separator)[0]),
        _ => return m.type_error("sep must be str or bytes."),
    };
    match char::from_u32(point).filter(char::is_ascii) {
        Some(separator) => Ok(separator),
        None => m.value_error("sep must be ASCII."),
    }
}

fn from_hex(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "fromhex", 1, 1)?;
    let source = m.expect_text(arguments.positional[0], "fromhex() argument must be str")?;
    // Positions are those of characters; beyond ASCII there is no digit and no blank.
    let source: String = source.chars().map(|c| if c.is_ascii() { c } else { '?' }).collect();
    let mut data = Vec::new();
    let mut rest = source.as_str();
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c']);
        if rest.is_empty() {
            break;
        }
        match rest.get(..2).and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(byte) if !rest.starts_with('+') => data.push(byte),
            _ => {
                let at = source.len() - rest.len();
                let at = if rest.starts_with(|c: char| c.is_ascii_hexdigit()) { at + 1 } else { at };
                return m.value_error(format!("non-hexadecimal number found in fromhex() arg at position {at}"));
            }
        }
        rest = &rest[2..];
    }
    let array = m.heap.type_kind(arguments.self_) == Kind::ByteArray;
    let plain = if array { m.heap.new_bytearray(&data) } else { m.heap.new_bytes(&data) };
    if arguments.self_ == BYTES.address() || arguments.self_ == ARRAY.address() {
        return Ok(plain);
    }
    let result = m.call(arguments.self_, &[plain], &[]);
    m.decref(plain);
    result
}
