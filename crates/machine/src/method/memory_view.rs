//! `memoryview` (Objects/memoryobject.c).

pub mod cast;
pub mod item;

use heapglass_heap::{
    Address, Kind,
    layout::container::memory_view::{
        BASE, BUFFER, DIMENSIONS, FORMAT, HASH, ITEM_SIZE, LENGTH, OBJECT, READONLY, SHAPE, STRIDES,
    },
    object::memory_view::{Part, release},
    static_type::StaticType,
};

use super::array::storage as array;
use crate::module::bytes_io;
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
    types::object_type::getattribute,
};

const VIEW: StaticType = StaticType::MemoryView;
const ITERATOR: StaticType = StaticType::MemoryIterator;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(VIEW, new),
    NativeRow::slot(VIEW, "__repr__", |m, a| {
        let word = if m.heap.memory_view_released(a.self_) { "released memory" } else { "memory" };
        m.new_text(&format!("<{word} at {}>", a.self_))
    }),
    NativeRow::slot(VIEW, "__hash__", hash),
    NativeRow::slot(VIEW, "__getattribute__", getattribute),
    NativeRow::slot(VIEW, "__lt__", |m, _| m.not_implemented()),
    NativeRow::slot(VIEW, "__le__", |m, _| m.not_implemented()),
    NativeRow::slot(VIEW, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(VIEW, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(VIEW, "__gt__", |m, _| m.not_implemented()),
    NativeRow::slot(VIEW, "__ge__", |m, _| m.not_implemented()),
    NativeRow::slot(VIEW, "__iter__", iterate),
    NativeRow::slot(VIEW, "__buffer__", |m, a| m.new_memory_view(a.self_)),
    NativeRow::slot(VIEW, "__release_buffer__", |m, _| m.none()),
    NativeRow::slot(VIEW, "__len__", |m, a| {
        checked(m, a.self_)?;
        let count = count(m, a.self_);
        m.scalar(count as i64)
    }),
    NativeRow::slot(VIEW, "__getitem__", item::get),
    NativeRow::slot(VIEW, "__setitem__", item::set),
    NativeRow::slot(VIEW, "__delitem__", |m, a| {
        checked(m, a.self_)?;
        if is_readonly(m, a.self_) {
            return m.type_error("cannot modify read-only memory");
        }
        m.type_error("cannot delete memory")
    }),
    NativeRow::no_arguments(VIEW, "release", |m, a| {
        release(m, a.self_);
        m.none()
    }),
    NativeRow::keywords(VIEW, "tobytes", |m, a| {
        a.only_keywords(m, "tobytes", &["order"])?;
        let data = data(m, a.self_)?;
        Ok(m.heap.new_bytes(&data))
    }),
    NativeRow::keywords(VIEW, "hex", |m, a| {
        let data = data(m, a.self_)?;
        let bytes = m.heap.new_bytes(&data);
        let key = m.name("hex");
        let method = m.get_attribute(bytes, key);
        m.decref(bytes);
        let method = method?;
        let text = m.call(method, a.positional, a.keywords);
        m.decref(method);
        text
    }),
    NativeRow::no_arguments(VIEW, "tolist", |m, a| {
        checked(m, a.self_)?;
        let start = m.field(a.self_, BUFFER);
        item::to_list(m, a.self_, 0, start)
    }),
    NativeRow::keywords(VIEW, "cast", cast::cast),
    NativeRow::no_arguments(VIEW, "toreadonly", |m, a| {
        checked(m, a.self_)?;
        Ok(again(m, a.self_, |part| part.readonly = true))
    }),
    NativeRow::no_arguments(VIEW, "__enter__", |m, a| {
        checked(m, a.self_)?;
        Ok(m.incref(a.self_))
    }),
    NativeRow::positional(VIEW, "__exit__", |m, a| {
        release(m, a.self_);
        m.none()
    }),
    NativeRow::get(VIEW, "obj", |m, a| {
        checked(m, a.self_)?;
        Ok(m.field_or_none(a.self_, OBJECT))
    }),
    NativeRow::get(VIEW, "nbytes", |m, a| number(m, a.self_, LENGTH)),
    NativeRow::get(VIEW, "readonly", |m, a| {
        checked(m, a.self_)?;
        m.truth(is_readonly(m, a.self_))
    }),
    NativeRow::get(VIEW, "itemsize", |m, a| number(m, a.self_, ITEM_SIZE)),
    NativeRow::get(VIEW, "format", |m, a| {
        checked(m, a.self_)?;
        let code = code(m, a.self_);
        m.new_text(&code.to_string())
    }),
    NativeRow::get(VIEW, "ndim", |m, a| {
        checked(m, a.self_)?;
        let count = dimensions(m, a.self_);
        Ok(m.heap.new_int_ssize(count as i64))
    }),
    NativeRow::get(VIEW, "shape", |m, a| {
        let shape = shape(m, a.self_);
        numbers(m, a.self_, &shape)
    }),
    NativeRow::get(VIEW, "strides", |m, a| {
        let strides = strides(m, a.self_);
        numbers(m, a.self_, &strides)
    }),
    NativeRow::get(VIEW, "suboffsets", |m, a| numbers(m, a.self_, &[])),
    NativeRow::get(VIEW, "c_contiguous", |m, a| contiguous(m, a.self_, true, false)),
    NativeRow::get(VIEW, "f_contiguous", |m, a| contiguous(m, a.self_, false, true)),
    NativeRow::get(VIEW, "contiguous", |m, a| contiguous(m, a.self_, true, true)),
    NativeRow::slot(ITERATOR, "__getattribute__", getattribute),
    NativeRow::slot(ITERATOR, "__iter__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::slot(ITERATOR, "__next__", next),
];

fn number(m: &mut Machine, view: Address, offset: u64) -> Outcome {
    checked(m, view)?;
    let value = m.word(view, offset);
    Ok(m.heap.new_int_ssize(value))
}

fn numbers(m: &mut Machine, view: Address, values: &[i64]) -> Outcome {
    checked(m, view)?;
    let values: Vec<Address> = values.iter().map(|value| m.heap.new_int_ssize(*value)).collect();
    Ok(m.heap.new_tuple_from(&values))
}

/// The type code of a view's items.
pub(super) fn code(m: &Machine, view: Address) -> char {
    char::from(m.heap.memory.u64(view.plus(FORMAT)) as u8)
}

pub(crate) fn is_readonly(m: &Machine, view: Address) -> bool {
    m.heap.memory.u32(view.plus(READONLY)) != 0
}

fn dimensions(m: &Machine, view: Address) -> u64 {
    u64::from(m.heap.memory.u32(view.plus(DIMENSIONS)))
}

fn words(m: &Machine, view: Address, at: u64) -> Vec<i64> {
    let place = m.field(view, at);
    (0..dimensions(m, view)).map(|i| m.heap.memory.i64(place.plus(8 * i))).collect()
}

fn shape(m: &Machine, view: Address) -> Vec<i64> {
    words(m, view, SHAPE)
}

fn strides(m: &Machine, view: Address) -> Vec<i64> {
    words(m, view, STRIDES)
}

/// Items along the first dimension.
fn count(m: &Machine, view: Address) -> u64 {
    shape(m, view).first().map_or(1, |first| *first as u64)
}

/// A released view is refused.
fn checked(m: &mut Machine, view: Address) -> Outcome<()> {
    if m.heap.memory_view_released(view) {
        return m.value_error("operation forbidden on released memoryview object");
    }
    Ok(())
}

/// Where the items lie, in order: all of the dimensions from `dimension` on.
fn places(m: &Machine, view: Address, dimension: usize, start: Address, visit: &mut dyn FnMut(Address)) {
    let (shape, strides) = (shape(m, view), strides(m, view));
    if dimension == shape.len() {
        return visit(start);
    }
    for at in 0..shape[dimension] {
        let place = start.plus((strides[dimension].wrapping_mul(at)) as u64);
        if dimension + 1 == shape.len() {
            visit(place);
        } else {
            places(m, view, dimension + 1, place, visit);
        }
    }
}

/// The content of a view.
pub fn data(m: &mut Machine, view: Address) -> Outcome<Vec<u8>> {
    checked(m, view)?;
    let size = m.word(view, ITEM_SIZE) as u64;
    let mut data = Vec::new();
    places(m, view, 0, m.field(view, BUFFER), &mut |place| data.extend_from_slice(m.heap.memory.slice(place, size)));
    Ok(data)
}

/// What a view looks at, to make another one of.
pub(super) fn part(m: &Machine, view: Address) -> Part {
    Part {
        buffer: m.field(view, BUFFER),
        item_size: m.word(view, ITEM_SIZE) as u64,
        format: code(m, view) as u8,
        readonly: is_readonly(m, view),
    }
}

/// Another view of the same, but for what `change` changes.
fn again(m: &mut Machine, view: Address, change: impl FnOnce(&mut Part)) -> Address {
    let mut part = part(m, view);
    change(&mut part);
    let (shape, strides) = (shape(m, view), strides(m, view));
    m.heap.new_memory_view(m.field(view, BASE), part, &shape, &strides)
}

impl Machine {
    /// `memoryview(object)` (`PyMemoryView_FromObject`).
    pub(crate) fn new_memory_view(&mut self, object: Address) -> Outcome {
        let (part, length) = match self.heap.kind(object) {
            Kind::Bytes => {
                let buffer = object.plus(heapglass_heap::object::bytes::DATA);
                (Part { buffer, item_size: 1, format: b'B', readonly: true }, self.heap.bytes_len(object))
            }
            Kind::ByteArray => {
                let buffer = self.field(object, heapglass_heap::object::bytes::array::START);
                (Part { buffer, item_size: 1, format: b'B', readonly: false }, self.heap.bytes_len(object))
            }
            Kind::Array => {
                let (item_size, length) = (array::item_size(self, object), array::length(self, object));
                let (buffer, format) = (array::place(self, object, 0), array::code(self, object) as u8);
                (Part { buffer, item_size, format, readonly: false }, length * item_size)
            }
            Kind::MemoryView => {
                checked(self, object)?;
                return Ok(again(self, object, |_| {}));
            }
            Kind::Native if self.heap.is_exact(object, StaticType::BytesIOBuffer) => bytes_io::exported(self, object),
            _ => {
                let name = self.type_name(object);
                return self.type_error(format!("memoryview: a bytes-like object is required, not '{name}'"));
            }
        };
        let buffer = self.heap.new_managed_buffer(object, part, length);
        let items = (length / part.item_size) as i64;
        let view = self.heap.new_memory_view(buffer, part, &[items], &[part.item_size as i64]);
        self.decref(buffer);
        Ok(view)
    }
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let given = arguments.positional.len() + arguments.keywords.len();
    if given > 1 {
        return m.type_error(format!("memoryview() takes at most 1 argument ({given} given)"));
    }
    arguments.only_keywords(m, "memoryview", &["object"])?;
    let Some(object) = arguments.get_or_keyword(m, 0, "object") else {
        return m.type_error("memoryview() missing required argument 'object' (pos 1)");
    };
    m.new_memory_view(object)
}

/// Equal shape and equal values; what has no buffer is not equal, and a released view only to itself.
fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (view, other) = (arguments.self_, arguments.positional[0]);
    if view == other || m.heap.memory_view_released(view) {
        return m.truth((view == other) == (op == CompareOp::Eq));
    }
    let is_view = m.heap.kind(other) == Kind::MemoryView;
    if is_view && m.heap.memory_view_released(other) {
        return m.truth(op == CompareOp::Ne);
    }
    if !is_view && !matches!(m.heap.kind(other), Kind::Bytes | Kind::ByteArray | Kind::Array) {
        return m.not_implemented();
    }
    let second = m.new_memory_view(other)?;
    let equal = equal_views(m, view, second);
    m.decref(second);
    m.truth(equal? == (op == CompareOp::Eq))
}

fn equal_views(m: &mut Machine, a: Address, b: Address) -> Outcome<bool> {
    if shape(m, a) != shape(m, b) {
        return Ok(false);
    }
    if code(m, a) == code(m, b) && !matches!(code(m, a), 'd' | 'f') {
        return Ok(data(m, a)? == data(m, b)?);
    }
    if code(m, a) != code(m, b) {
        // Items of two formats are unpacked by the module `struct` (`struct_get_unpacker`, Objects/memoryobject.c).
        // A collection that the import brings finds the second view in the hands of native code.
        m.registers.nesting += 1;
        let module = m.import_module("struct");
        m.registers.nesting -= 1;
        m.decref(module?);
    }
    let starts = [m.field(a, BUFFER), m.field(b, BUFFER)];
    let left = item::to_list(m, a, 0, starts[0])?;
    let right = item::to_list(m, b, 0, starts[1]);
    let equal = right.and_then(|right| {
        let equal = m.equal(left, right);
        m.decref(right);
        equal
    });
    m.decref(left);
    equal
}

fn hash(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let view = arguments.self_;
    let known = m.word(view, HASH);
    if known != -1 {
        return arguments.hash(m, known);
    }
    checked(m, view)?;
    if !is_readonly(m, view) {
        return m.value_error("cannot hash writable memoryview object");
    }
    if !matches!(code(m, view), 'B' | 'b' | 'c') {
        return m.value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    }
    let data = data(m, view)?;
    let hash = heapglass_heap::object::siphash::hash_bytes(&data);
    m.set_word(view, HASH, hash);
    arguments.hash(m, hash)
}

/// Whether the items lie side by side, the last (`c`) or the first (`fortran`) dimension varying fastest.
fn contiguous(m: &mut Machine, view: Address, c: bool, fortran: bool) -> Outcome {
    checked(m, view)?;
    let answer = c && is_contiguous(m, view, true) || fortran && is_contiguous(m, view, false);
    m.truth(answer)
}

/// Whether the items lie side by side in C's order, or in Fortran's.
pub(super) fn is_contiguous(m: &Machine, view: Address, c: bool) -> bool {
    if m.word(view, LENGTH) == 0 {
        return true;
    }
    let mut dimensions: Vec<(i64, i64)> = shape(m, view).into_iter().zip(strides(m, view)).collect();
    if c {
        dimensions.reverse();
    }
    let mut expected = m.word(view, ITEM_SIZE);
    for (size, stride) in dimensions {
        if size > 1 && stride != expected {
            return false;
        }
        expected *= size;
    }
    true
}

// The iterator: index 16, view 24, length 32, format 40.

fn iterate(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let view = arguments.self_;
    checked(m, view)?;
    if dimensions(m, view) == 0 {
        return m.type_error("invalid indexing of 0-dim memory");
    }
    if dimensions(m, view) > 1 {
        let text = "multi-dimensional sub-views are not implemented";
        return Err(m.raise(StaticType::NotImplementedError, text));
    }
    m.incref(view);
    let (length, format) = (count(m, view), m.heap.memory.u64(view.plus(FORMAT)));
    Ok(m.new_words(ITERATOR, &[0, view.raw(), length, format]))
}

fn next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (at, view, length) = (m.word(arguments.self_, 16), m.field(arguments.self_, 24), m.word(arguments.self_, 32));
    if view.is_null() {
        return Ok(Address::NULL);
    }
    if at < length {
        m.set_word(arguments.self_, 16, at + 1);
        checked(m, view)?;
        return item::load(m, view, at as u64);
    }
    m.set_field(arguments.self_, 24, Address::NULL);
    Ok(Address::NULL)
}
