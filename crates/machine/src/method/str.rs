//! `str` (Objects/unicodeobject.c): rows and slots.

use heapglass_heap::{Address, static_type::StaticType};

use super::{str_case as case, str_encode as encode, str_format as format, str_search as search, str_shape as shape, str_split as split};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    protocol::CompareOp,
    text::quote,
};

const STR: StaticType = StaticType::Str;

/// The rows of `str`.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(STR, new),
    NativeRow::slot(STR, "__repr__", repr),
    NativeRow::slot(STR, "__hash__", |m, a| {
        let hash = m.heap.str_hash(a.self_);
        a.hash(m, hash)
    }),
    NativeRow::slot(STR, "__str__", |m, a| exact(m, a.self_)),
    NativeRow::slot(STR, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
    NativeRow::slot(STR, "__le__", |m, a| compare(m, a, CompareOp::Le)),
    NativeRow::slot(STR, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(STR, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(STR, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
    NativeRow::slot(STR, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
    NativeRow::slot(STR, "__iter__", |m, a| {
        let ascii = m.heap.str_is_ascii(a.self_);
        let which = if ascii { StaticType::StrAsciiIterator } else { StaticType::StrIterator };
        Ok(m.new_index_iterator(which, a.self_, 0))
    }),
    NativeRow::slot(STR, "__mod__", format::percent),
    NativeRow::slot(STR, "__rmod__", format::reflected_percent),
    NativeRow::slot(STR, "__len__", |m, a| m.scalar(m.heap.str_len(a.self_) as i64)),
    NativeRow::slot(STR, "__getitem__", get),
    NativeRow::slot(STR, "__add__", add),
    NativeRow::slot(STR, "__mul__", multiply),
    NativeRow::slot(STR, "__rmul__", multiply),
    NativeRow::slot(STR, "__contains__", search::contains),
    NativeRow::keywords(STR, "encode", encode::encode),
    NativeRow::positional(STR, "replace", search::replace),
    NativeRow::keywords(STR, "split", split::split),
    NativeRow::keywords(STR, "rsplit", split::rsplit),
    NativeRow::one(STR, "join", split::join),
    NativeRow::no_arguments(STR, "capitalize", case::capitalize),
    NativeRow::no_arguments(STR, "casefold", case::fold),
    NativeRow::no_arguments(STR, "title", case::title),
    NativeRow::positional(STR, "center", shape::center),
    NativeRow::packed(STR, "count", search::count),
    NativeRow::keywords(STR, "expandtabs", shape::expand_tabs),
    NativeRow::packed(STR, "find", search::find),
    NativeRow::one(STR, "partition", split::partition),
    NativeRow::packed(STR, "index", search::index),
    NativeRow::positional(STR, "ljust", shape::left),
    NativeRow::no_arguments(STR, "lower", case::lower),
    NativeRow::positional(STR, "lstrip", shape::strip_left),
    NativeRow::packed(STR, "rfind", search::rfind),
    NativeRow::packed(STR, "rindex", search::rindex),
    NativeRow::positional(STR, "rjust", shape::right),
    NativeRow::positional(STR, "rstrip", shape::strip_right),
    NativeRow::one(STR, "rpartition", split::rpartition),
    NativeRow::keywords(STR, "splitlines", split::lines),
    NativeRow::positional(STR, "strip", shape::strip),
    NativeRow::no_arguments(STR, "swapcase", case::swap),
    NativeRow::one(STR, "translate", encode::translate),
    NativeRow::no_arguments(STR, "upper", case::upper),
    NativeRow::packed(STR, "startswith", search::starts_with),
    NativeRow::packed(STR, "endswith", search::ends_with),
    NativeRow::one(STR, "removeprefix", shape::remove_prefix),
    NativeRow::one(STR, "removesuffix", shape::remove_suffix),
    NativeRow::no_arguments(STR, "isascii", |m, a| m.truth(m.heap.str_is_ascii(a.self_))),
    NativeRow::no_arguments(STR, "islower", case::is_lower),
    NativeRow::no_arguments(STR, "isupper", case::is_upper),
    NativeRow::no_arguments(STR, "istitle", case::is_title),
    NativeRow::no_arguments(STR, "isspace", case::is_space),
    NativeRow::no_arguments(STR, "isdecimal", case::is_decimal),
    NativeRow::no_arguments(STR, "isdigit", case::is_digit),
    NativeRow::no_arguments(STR, "isnumeric", case::is_numeric),
    NativeRow::no_arguments(STR, "isalpha", case::is_alpha),
    NativeRow::no_arguments(STR, "isalnum", case::is_alnum),
    NativeRow::no_arguments(STR, "isidentifier", case::is_identifier),
    NativeRow::no_arguments(STR, "isprintable", case::is_printable),
    NativeRow::one(STR, "zfill", shape::zero_fill),
    NativeRow { convention: Convention::PackedKeywords, ..NativeRow::keywords(STR, "format", format::format) },
    NativeRow::one(STR, "format_map", format::format_map),
    NativeRow::one(STR, "__format__", format::format_slot),
    NativeRow::static_method(STR, "maketrans", encode::make_translation),
    NativeRow::no_arguments(STR, "__sizeof__", |m, a| {
        let size = m.heap.sizeof(a.self_) - m.heap.preheader(a.self_);
        Ok(m.heap.new_int_ssize(size as i64))
    }),
    NativeRow::no_arguments(STR, "__getnewargs__", |m, a| {
        let points = m.heap.str_points(a.self_);
        let copy = m.heap.new_str_points(&points);
        Ok(m.heap.new_tuple_from(&[copy]))
    }),
];

/// The str itself, or a str of the same characters if it is an instance of a subclass. A new reference.
pub fn exact(m: &mut Machine, object: Address) -> Outcome {
    if m.heap.is_exact(object, STR) {
        return Ok(m.incref(object));
    }
    let points = m.heap.str_points(object);
    Ok(m.heap.new_str_points(&points))
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "str", &["object", "encoding", "errors"])?;
    arguments.arity(m, "str", 0, 3)?;
    let object = arguments.get_or_keyword(m, 0, "object");
    let encoding = arguments.get_or_keyword(m, 1, "encoding");
    let errors = arguments.get_or_keyword(m, 2, "errors");
    let text = match object {
        None => m.heap.empty_str(),
        Some(object) if encoding.is_none() && errors.is_none() => m.str(object)?,
        Some(object) => encode::decode_object(m, object, encoding, errors)?,
    };
    if arguments.self_ == STR.address() {
        return Ok(text);
    }
    let instance = m.heap.generic_allocate(arguments.self_, 0);
    m.heap.fill_str_instance(instance, text);
    m.decref(text);
    Ok(instance)
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let text = quote::repr(&m.heap.str_points(arguments.self_));
    Ok(m.heap.new_str_points(&text))
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if !m.is_str(b) {
        return m.not_implemented();
    }
    let verdict = match op {
        CompareOp::Eq => m.heap.str_equal(a, b),
        CompareOp::Ne => !m.heap.str_equal(a, b),
        _ => op.holds(m.heap.str_points(a).cmp(&m.heap.str_points(b))),
    };
    m.truth(verdict)
}

fn get(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (text, key) = (arguments.self_, arguments.positional[0]);
    if m.is_index(key) {
        return match m.sequence_index(key, |m| m.heap.str_len(text))? {
            Some(at) => {
                let point = m.heap.str_char(text, at);
                Ok(m.heap.new_str_points(&[point]))
            }
            None => Err(m.raise(StaticType::IndexError, "string index out of range")),
        };
    }
    if !m.is_slice(key) {
        return Err(m.raise_about_type("string indices must be integers, not '%.200s'", key));
    }
    let found = m.unpack_slice(key)?.within(m.heap.str_len(text));
    if found.count <= 0 {
        return Ok(m.heap.empty_str());
    }
    if found.step == 1 {
        let whole = found.count as u64 == m.heap.str_len(text);
        if whole && !m.heap.is_exact(text, STR) {
            return exact(m, text);
        }
        return Ok(m.heap.str_slice(text, found.start as u64, (found.start + found.count) as u64));
    }
    let points: Vec<u32> = found.indices().map(|at| m.heap.str_char(text, at)).collect();
    Ok(m.heap.new_str_points(&points))
}

fn add(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if !m.is_str(b) {
        return Err(m.raise_about_type("can only concatenate str (not \"%.200s\") to str", b));
    }
    if m.heap.str_len(a) == 0 {
        return exact(m, b);
    }
    if m.heap.str_len(b) == 0 {
        return exact(m, a);
    }
    Ok(m.heap.str_concat(a, b))
}

fn multiply(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let text = arguments.self_;
    let Some(times) = m.repetitions(arguments.positional[0])? else { return m.not_implemented() };
    let length = m.heap.str_len(text);
    if times == 0 || length == 0 {
        return Ok(m.heap.empty_str());
    }
    if times == 1 {
        return exact(m, text);
    }
    let bytes = length.checked_mul(times).filter(|bytes| m.heap.can_allocate(*bytes));
    if bytes.is_none() {
        return m.memory_error();
    }
    let points = m.heap.str_points(text).repeat(times as usize);
    Ok(m.heap.new_str_points(&points))
}

impl Machine {
    /// The code points of an argument that has to be a str.
    pub(crate) fn expect_points(&mut self, object: Address, complaint: &str) -> Outcome<Vec<u32>> {
        if self.is_str(object) {
            return Ok(self.heap.str_points(object));
        }
        let name = self.type_name(object);
        self.type_error(format!("{complaint}, not {name}"))
    }
}
