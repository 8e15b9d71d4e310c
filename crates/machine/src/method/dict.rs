//! `dict` (Objects/dictobject.c): rows, items, comparison.

use heapglass_heap::{
    Address, Kind,
    object::{dict as table, str::writer::UnicodeWriter},
    static_type::{StaticType, flag},
};

use super::{dict_build as build, dict_view as view};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    protocol::CompareOp,
    types::slot::{Found, Slot},
};

const DICT: StaticType = StaticType::Dict;

/// The rows of `dict`.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(DICT, build::new),
    NativeRow::slot(DICT, "__init__", build::init),
    NativeRow::slot(DICT, "__repr__", repr),
    NativeRow::slot(DICT, "__lt__", |m, _| m.not_implemented()),
    NativeRow::slot(DICT, "__le__", |m, _| m.not_implemented()),
    NativeRow::slot(DICT, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
    NativeRow::slot(DICT, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
    NativeRow::slot(DICT, "__gt__", |m, _| m.not_implemented()),
    NativeRow::slot(DICT, "__ge__", |m, _| m.not_implemented()),
    NativeRow::slot(DICT, "__iter__", |m, a| view::iterate(m, a.self_, StaticType::DictKeyIterator)),
    NativeRow::slot(DICT, "__or__", build::or),
    NativeRow::slot(DICT, "__ror__", build::reflected_or),
    NativeRow::slot(DICT, "__ior__", build::or_in_place),
    NativeRow::slot(DICT, "__len__", |m, a| m.scalar(m.heap.dict_len(a.self_) as i64)),
    NativeRow::one(DICT, "__getitem__", get_item),
    NativeRow::slot(DICT, "__setitem__", set_item),
    NativeRow::slot(DICT, "__delitem__", delete_item),
    NativeRow::one(DICT, "__contains__", contains),
    NativeRow::no_arguments(DICT, "__reversed__", |m, a| view::iterate_back(m, a.self_, StaticType::DictReverseKeyIterator)),
    NativeRow::no_arguments(DICT, "__sizeof__", |m, a| {
        let size = m.heap.sizeof(a.self_) - m.heap.preheader(a.self_);
        Ok(m.heap.new_int_ssize(size as i64))
    }),
    NativeRow::positional(DICT, "get", get),
    NativeRow::positional(DICT, "setdefault", set_default),
    NativeRow::positional(DICT, "pop", pop),
    NativeRow::no_arguments(DICT, "popitem", pop_item),
    NativeRow::no_arguments(DICT, "keys", |m, a| view::new(m, a.self_, StaticType::DictKeys)),
    NativeRow::no_arguments(DICT, "items", |m, a| view::new(m, a.self_, StaticType::DictItems)),
    NativeRow::no_arguments(DICT, "values", |m, a| view::new(m, a.self_, StaticType::DictValues)),
    NativeRow { convention: Convention::PackedKeywords, ..NativeRow::keywords(DICT, "update", build::update) },
    NativeRow::class_method(DICT, "fromkeys", build::from_keys),
    NativeRow::no_arguments(DICT, "clear", |m, a| {
        table::remove::clear(m, a.self_);
        m.none()
    }),
    NativeRow::no_arguments(DICT, "copy", |m, a| Ok(m.heap.dict_copy(a.self_))),
];

impl Machine {
    /// `KeyError(key)`.
    pub fn key_error(&mut self, key: Address) -> heapglass_heap::Raised {
        self.incref(key);
        self.raise_value(StaticType::KeyError, key)
    }

    /// The value under any key, borrowed.
    pub fn dict_get(&mut self, dict: Address, key: Address) -> Outcome<Option<Address>> {
        let hash = self.hash(key)?;
        table::get(self, dict, key, hash)
    }

    /// Stores a value under any key; both are borrowed.
    pub fn dict_set(&mut self, dict: Address, key: Address, value: Address) -> Outcome<()> {
        if self.heap.is_heap_type(self.heap.type_of(key)) {
            // Key and value are the dict's to be while Python code hashes and compares the key.
            self.incref(key);
            self.incref(value);
            let result = self.dict_set_held(dict, key, value);
            self.decref(value);
            self.decref(key);
            return result;
        }
        self.dict_set_held(dict, key, value)
    }

    fn dict_set_held(&mut self, dict: Address, key: Address, value: Address) -> Outcome<()> {
        let hash = self.hash(key)?;
        if let Some(old) = table::set(self, dict, key, hash, value)? {
            self.decref(old);
        }
        Ok(())
    }

    /// Takes the item under a key out; false if there is none.
    pub fn dict_delete(&mut self, dict: Address, key: Address) -> Outcome<bool> {
        let hash = self.hash(key)?;
        match table::remove_key(self, dict, key, hash)? {
            Some(removed) => {
                removed.release(self);
                Ok(true)
            }
            None => Ok(false),
        }
    }

    /// Whether `object` is a dict or an instance of a subclass.
    pub fn is_dict(&self, object: Address) -> bool {
        self.heap.type_has(self.heap.type_of(object), flag::DICT_SUBCLASS)
    }
}

fn get_item(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (dict, key) = (arguments.self_, arguments.positional[0]);
    if let Some(value) = m.dict_get(dict, key)? {
        return Ok(m.incref(value));
    }
    let type_ = m.heap.type_of(dict);
    if type_ != DICT.address() {
        match m.find_slot(type_, Slot::Missing) {
            Found::Missing => {}
            Found::Native(function) => return function(m, Arguments::of(dict, &[key])),
            Found::Attribute(attribute) => {
                // `_PyObject_LookupSpecial` binds the method.
                let method = m.descriptor_get(attribute, dict, type_)?;
                let result = m.call(method, &[key], &[]);
                m.decref(method);
                return result;
            }
        }
    }
    Err(m.key_error(key))
}

fn set_item(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.dict_set(arguments.self_, arguments.positional[0], arguments.positional[1])?;
    m.none()
}

fn delete_item(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if m.dict_delete(arguments.self_, arguments.positional[0])? {
        return m.none();
    }
    Err(m.key_error(arguments.positional[0]))
}

fn contains(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let found = m.dict_get(arguments.self_, arguments.positional[0])?;
    m.truth(found.is_some())
}

fn get(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "get", 1, 2)?;
    match m.dict_get(arguments.self_, arguments.positional[0])?.or(arguments.get(1)) {
        Some(value) => Ok(m.incref(value)),
        None => m.none(),
    }
}

fn set_default(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "setdefault", 1, 2)?;
    let default = arguments.get(1).unwrap_or(m.heap.none());
    let key = arguments.positional[0];
    let hash = m.hash(key)?;
    let (value, _) = table::compare::set_default(m, arguments.self_, key, hash, default)?;
    Ok(m.incref(value))
}

fn pop(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "pop", 1, 2)?;
    let key = arguments.positional[0];
    if m.heap.dict_len(arguments.self_) > 0 {
        let hash = m.hash(key)?;
        if let Some(removed) = table::remove_key(m, arguments.self_, key, hash)? {
            if let Some(key) = removed.key {
                m.decref(key);
            }
            return Ok(removed.value);
        }
    }
    match arguments.get(1) {
        Some(default) => Ok(m.incref(default)),
        None => Err(m.key_error(key)),
    }
}

fn pop_item(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if m.heap.dict_len(arguments.self_) == 0 {
        let text = m.heap.new_str("popitem(): dictionary is empty");
        return Err(m.raise_value(StaticType::KeyError, text));
    }
    // The result is allocated before the table is looked at, as in CPython.
    let none = m.heap.none();
    let result = m.heap.new_tuple_from(&[none, none]);
    if let Some((key, value)) = m.heap.dict_pop_item(arguments.self_) {
        m.heap.tuple_set(result, 0, key);
        m.heap.tuple_set(result, 1, value);
    }
    Ok(result)
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let dict = arguments.self_;
    if !m.enter_repr(dict) {
        return m.new_text("{...}");
    }
    if m.heap.dict_len(dict) == 0 {
        m.leave_repr(dict);
        return m.new_text("{}");
    }
    // "{" + "1: 2" + ", 3: 4" * (length - 1) + "}"
    let mut text = UnicodeWriter::growing(6 + 6 * (m.heap.dict_len(dict) - 1));
    if let Err(raised) = repr_items(m, dict, &mut text) {
        m.leave_repr(dict);
        text.discard(&mut m.heap);
        return Err(raised);
    }
    text.overallocate = false;
    text.write_char(&mut m.heap, u32::from(b'}'));
    m.leave_repr(dict);
    Ok(text.finish(&mut m.heap))
}

fn repr_items(m: &mut Machine, dict: Address, text: &mut UnicodeWriter) -> Outcome<()> {
    text.write_char(&mut m.heap, u32::from(b'{'));
    let (mut position, mut first) = (0, true);
    while let Some((next, key, value, _)) = m.heap.dict_next(dict, position) {
        position = next;
        m.incref(key);
        m.incref(value);
        if !first {
            text.write_ascii(&mut m.heap, ", ");
        }
        first = false;
        let mut result = m.push_repr(text, key);
        if result.is_ok() {
            text.write_ascii(&mut m.heap, ": ");
            result = m.push_repr(text, value);
        }
        m.decref(key);
        m.decref(value);
        result?;
    }
    Ok(())
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if !m.is_dict(b) {
        return m.not_implemented();
    }
    let equal = dicts_equal(m, a, b)?;
    m.truth(equal == (op == CompareOp::Eq))
}

fn dicts_equal(m: &mut Machine, a: Address, b: Address) -> Outcome<bool> {
    if m.heap.dict_len(a) != m.heap.dict_len(b) {
        return Ok(false);
    }
    let mut position = 0;
    while let Some((next, key, value, hash)) = m.heap.dict_next(a, position) {
        position = next;
        m.incref(value);
        m.incref(key);
        let other = table::get(m, b, key, hash);
        let equal = match other {
            Ok(Some(other)) => {
                m.incref(other);
                let equal = m.equal(value, other);
                m.decref(key);
                m.decref(value);
                m.decref(other);
                equal
            }
            other => {
                m.decref(key);
                m.decref(value);
                other.map(|_| false)
            }
        };
        if !equal? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether an object is a dict whose items can be read without asking it: not of a subclass that iterates otherwise.
pub fn reads_as_dict(m: &mut Machine, object: Address) -> bool {
    if !m.is_dict(object) {
        return false;
    }
    let type_ = m.heap.type_of(object);
    type_ == DICT.address() || matches!(m.find_slot(type_, Slot::Iter), Found::Native(_)) && m.heap.kind(object) != Kind::OrderedDict
}
