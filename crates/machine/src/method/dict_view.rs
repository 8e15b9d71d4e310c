//! `dict.keys()`, `dict.values()`, `dict.items()` and the iterators over dicts.

use heapglass_heap::{Address, Kind, static_type::StaticType};

use super::set_operation as operation;
use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
};

const KEYS: StaticType = StaticType::DictKeys;
const VALUES: StaticType = StaticType::DictValues;
const ITEMS: StaticType = StaticType::DictItems;

/// The dict of a view.
const VIEW_DICT: u64 = 16;
/// The dict of an iterator, null at the end.
const DICT: u64 = 16;
/// How many items the dict had.
const USED: u64 = 24;
/// Where the iterator is.
const POSITION: u64 = 32;
/// The tuple that an iterator over items hands out again when nobody else holds it.
const RESULT: u64 = 40;
/// Items left.
const LEFT: u64 = 48;

macro_rules! view_rows {
    ($view:ident, $forward:ident, $back:ident) => {
        &[
            NativeRow::slot($view, "__repr__", repr),
            NativeRow::slot($view, "__len__", |m, a| {
                let length = m.heap.dict_len(m.field(a.self_, VIEW_DICT));
                m.scalar(length as i64)
            }),
            NativeRow::slot($view, "__iter__", |m, a| iterate(m, m.field(a.self_, VIEW_DICT), StaticType::$forward)),
            NativeRow::no_arguments($view, "__reversed__", |m, a| {
                iterate_back(m, m.field(a.self_, VIEW_DICT), StaticType::$back)
            }),
            NativeRow::get($view, "mapping", mapping),
        ]
    };
}

macro_rules! set_like_rows {
    ($view:ident) => {
        &[
            NativeRow::slot($view, "__contains__", contains),
            NativeRow::slot($view, "__lt__", |m, a| compare(m, a, CompareOp::Lt)),
            NativeRow::slot($view, "__le__", |m, a| compare(m, a, CompareOp::Le)),
            NativeRow::slot($view, "__eq__", |m, a| compare(m, a, CompareOp::Eq)),
            NativeRow::slot($view, "__ne__", |m, a| compare(m, a, CompareOp::Ne)),
            NativeRow::slot($view, "__gt__", |m, a| compare(m, a, CompareOp::Gt)),
            NativeRow::slot($view, "__ge__", |m, a| compare(m, a, CompareOp::Ge)),
            NativeRow::slot($view, "__sub__", |m, a| with_set(m, a.self_, a.positional[0], operation::difference_update)),
            NativeRow::slot($view, "__rsub__", |m, a| with_set(m, a.positional[0], a.self_, operation::difference_update)),
            NativeRow::slot($view, "__and__", |m, a| intersect(m, a.self_, a.positional[0])),
            NativeRow::slot($view, "__rand__", |m, a| intersect(m, a.positional[0], a.self_)),
            NativeRow::slot($view, "__or__", |m, a| with_set(m, a.self_, a.positional[0], operation::update)),
            NativeRow::slot($view, "__ror__", |m, a| with_set(m, a.positional[0], a.self_, operation::update)),
            NativeRow::slot($view, "__xor__", |m, a| with_set(m, a.self_, a.positional[0], operation::symmetric_update)),
            NativeRow::slot($view, "__rxor__", |m, a| with_set(m, a.positional[0], a.self_, operation::symmetric_update)),
            NativeRow::one($view, "isdisjoint", is_disjoint),
        ]
    };
}

macro_rules! iterator_rows {
    ($($which:ident $next:ident),*) => {
        &[$(
            NativeRow::slot(StaticType::$which, "__iter__", |m, a| Ok(m.incref(a.self_))),
            NativeRow::slot(StaticType::$which, "__next__", $next),
            NativeRow::no_arguments(StaticType::$which, "__length_hint__", length_hint),
        )*]
    };
}

/// The rows of all views.
pub const KEYS_ROWS: &[NativeRow] = view_rows!(KEYS, DictKeyIterator, DictReverseKeyIterator);
/// The rows of `dict_values`.
pub const VALUES_ROWS: &[NativeRow] = view_rows!(VALUES, DictValueIterator, DictReverseValueIterator);
/// The rows of `dict_items`.
pub const ITEMS_ROWS: &[NativeRow] = view_rows!(ITEMS, DictItemIterator, DictReverseItemIterator);
/// What keys have of sets.
pub const KEYS_SET_ROWS: &[NativeRow] = set_like_rows!(KEYS);
/// What items have of sets.
pub const ITEMS_SET_ROWS: &[NativeRow] = set_like_rows!(ITEMS);
/// The rows of the iterators.
pub const ITERATOR_ROWS: &[NativeRow] = iterator_rows!(
    DictKeyIterator next,
    DictValueIterator next,
    DictItemIterator next,
    DictReverseKeyIterator previous,
    DictReverseValueIterator previous,
    DictReverseItemIterator previous
);

/// A view of a dict.
pub fn new(m: &mut Machine, dict: Address, which: StaticType) -> Outcome {
    m.incref(dict);
    Ok(m.new_words(which, &[dict.raw()]))
}

/// An iterator over a dict.
pub fn iterate(m: &mut Machine, dict: Address, which: StaticType) -> Outcome {
    start(m, dict, which, 0)
}

/// An iterator over a dict from the end.
pub fn iterate_back(m: &mut Machine, dict: Address, which: StaticType) -> Outcome {
    let last = m.heap.dict_last_position(dict);
    start(m, dict, which, last)
}

fn start(m: &mut Machine, dict: Address, which: StaticType, position: i64) -> Outcome {
    m.incref(dict);
    let used = m.heap.dict_len(dict);
    let iterator = m.new_words(which, &[dict.raw(), used, position as u64, 0, used]);
    if matches!(which, StaticType::DictItemIterator | StaticType::DictReverseItemIterator) {
        let none = m.heap.none();
        let result = m.heap.new_tuple_from(&[none, none]);
        m.heap.memory.set_address(iterator.plus(RESULT), result);
    }
    Ok(iterator)
}

fn mapping(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let dict = m.field(arguments.self_, VIEW_DICT);
    m.call(StaticType::MappingProxy.address(), &[dict], &[])
}

/// Checks that the dict did not change its size; gives the dict, borrowed, unless the iteration is over.
fn checked(m: &mut Machine, iterator: Address) -> Outcome<Option<Address>> {
    let dict = m.field(iterator, DICT);
    if dict.is_null() {
        return Ok(None);
    }
    if m.word(iterator, USED) != m.heap.dict_len(dict) as i64 {
        m.set_word(iterator, USED, -1);
        return Err(m.raise(StaticType::RuntimeError, "dictionary changed size during iteration"));
    }
    Ok(Some(dict))
}

fn finish(m: &mut Machine, iterator: Address) -> Outcome {
    m.set_field(iterator, DICT, Address::NULL);
    Ok(Address::NULL)
}

fn next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let iterator = arguments.self_;
    let Some(dict) = checked(m, iterator)? else { return Ok(Address::NULL) };
    let position = m.word(iterator, POSITION) as u64;
    let Some((position, key, value, _)) = m.heap.dict_next(dict, position) else { return finish(m, iterator) };
    let left = m.word(iterator, LEFT);
    if left == 0 {
        m.raise(StaticType::RuntimeError, "dictionary keys changed during iteration");
        m.set_field(iterator, DICT, Address::NULL);
        return Err(heapglass_heap::Raised);
    }
    m.set_word(iterator, POSITION, position as i64);
    m.set_word(iterator, LEFT, left - 1);
    yielded(m, iterator, key, value)
}

fn previous(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let iterator = arguments.self_;
    let Some(dict) = checked(m, iterator)? else { return Ok(Address::NULL) };
    let position = m.word(iterator, POSITION);
    if position < 0 {
        return finish(m, iterator);
    }
    let Some((position, key, value)) = m.heap.dict_previous(dict, position) else { return finish(m, iterator) };
    m.set_word(iterator, POSITION, position);
    let left = m.word(iterator, LEFT);
    m.set_word(iterator, LEFT, left - 1);
    yielded(m, iterator, key, value)
}

/// What the kind of iterator hands out.
fn yielded(m: &mut Machine, iterator: Address, key: Address, value: Address) -> Outcome {
    let type_ = m.heap.type_of(iterator);
    match StaticType::at(type_) {
        Some(StaticType::DictKeyIterator | StaticType::DictReverseKeyIterator) => Ok(m.incref(key)),
        Some(StaticType::DictValueIterator | StaticType::DictReverseValueIterator) => Ok(m.incref(value)),
        _ => {
            m.incref(key);
            m.incref(value);
            let result = m.field(iterator, RESULT);
            Ok(m.reused_tuple(result, &[key, value]))
        }
    }
}

impl Machine {
    /// A tuple of these items (taken over): `kept` again if its owner is the only one to hold it, otherwise a new one.
    pub(crate) fn reused_tuple(&mut self, kept: Address, owned: &[Address]) -> Address {
        if kept.is_null() || self.heap.refcount(kept) != 1 {
            return self.heap.new_tuple_from(owned);
        }
        self.incref(kept);
        let old = self.heap.tuple_items(kept);
        for (at, item) in owned.iter().enumerate() {
            self.heap.tuple_set(kept, at as u64, *item);
        }
        for item in old {
            self.xdecref(item);
        }
        if !self.heap.is_tracked(kept) {
            self.heap.gc_track(kept);
        }
        kept
    }
}

fn length_hint(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let dict = m.field(arguments.self_, DICT);
    let valid = !dict.is_null() && m.word(arguments.self_, USED) == m.heap.dict_len(dict) as i64;
    let left = if valid { m.word(arguments.self_, LEFT) } else { 0 };
    Ok(m.heap.new_int(left))
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let view = arguments.self_;
    let name = m.type_name(view);
    if !m.enter_repr(view) {
        return m.new_text("...");
    }
    let shown = m.list_from(view).and_then(|list| {
        let shown = m.from_format("%s(%R)", &[Piece::Text(&name), Piece::Repr(list)]);
        m.decref(list);
        shown
    });
    m.leave_repr(view);
    shown
}

fn contains(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (dict, item) = (m.field(arguments.self_, VIEW_DICT), arguments.positional[0]);
    if m.heap.is_instance(arguments.self_, KEYS) {
        let found = m.dict_get(dict, item)?;
        return m.truth(found.is_some());
    }
    if m.heap.kind(item) != Kind::Tuple || m.heap.tuple_len(item) != 2 {
        return m.truth(false);
    }
    let (key, value) = (m.heap.tuple_item(item, 0), m.heap.tuple_item(item, 1));
    let Some(found) = m.dict_get(dict, key)? else { return m.truth(false) };
    m.incref(found);
    let equal = m.equal(found, value);
    m.decref(found);
    m.truth(equal?)
}

fn is_set_like(m: &Machine, object: Address) -> bool {
    m.heap.kind(object) == Kind::Set || m.heap.is_instance(object, KEYS) || m.heap.is_instance(object, ITEMS)
}

fn all_contained(m: &mut Machine, part: Address, whole: Address) -> Outcome<bool> {
    let iterator = m.iter(part)?;
    let result = loop {
        match m.next(iterator) {
            Err(raised) => break Err(raised),
            Ok(None) => break Ok(true),
            Ok(Some(item)) => {
                let contained = m.contains(whole, item);
                m.decref(item);
                if !matches!(contained, Ok(true)) {
                    break contained;
                }
            }
        }
    };
    m.decref(iterator);
    result
}

fn compare(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let (a, b) = (arguments.self_, arguments.positional[0]);
    if !is_set_like(m, b) {
        return m.not_implemented();
    }
    let (length_a, length_b) = (m.length(a)?, m.length(b)?);
    let verdict = match op {
        CompareOp::Eq => length_a == length_b && all_contained(m, a, b)?,
        CompareOp::Ne => !(length_a == length_b && all_contained(m, a, b)?),
        CompareOp::Lt => length_a < length_b && all_contained(m, a, b)?,
        CompareOp::Le => length_a <= length_b && all_contained(m, a, b)?,
        CompareOp::Gt => length_a > length_b && all_contained(m, b, a)?,
        CompareOp::Ge => length_a >= length_b && all_contained(m, b, a)?,
    };
    m.truth(verdict)
}

fn with_set(m: &mut Machine, a: Address, b: Address, change: fn(&mut Machine, Address, Address) -> Outcome<()>) -> Outcome {
    // The keys are taken from the dict itself.
    let source = if m.heap.is_exact(a, KEYS) { m.field(a, VIEW_DICT) } else { a };
    let set = operation::new_from(m, StaticType::Set.address(), source)?;
    match change(m, set, b) {
        Ok(()) => Ok(set),
        Err(raised) => {
            m.decref(set);
            Err(raised)
        }
    }
}

/// The length of what has keys that can be looked up: a view of keys or items, or a set.
fn looked_up(m: &Machine, object: Address) -> Option<u64> {
    if m.heap.is_exact(object, KEYS) || m.heap.is_exact(object, ITEMS) {
        Some(m.heap.dict_len(m.field(object, VIEW_DICT)))
    } else if m.heap.is_exact(object, StaticType::Set) {
        Some(m.heap.set_len(object))
    } else {
        None
    }
}

/// `a & b`: what of the smaller one is in the view, in its order (`_PyDictView_Intersect`).
fn intersect(m: &mut Machine, a: Address, b: Address) -> Outcome {
    let is_view = |m: &Machine, object| m.heap.is_exact(object, KEYS) || m.heap.is_exact(object, ITEMS);
    let (mut view, mut other) = if is_view(m, a) { (a, b) } else { (b, a) };
    if let (Some(own), Some(length)) = (looked_up(m, view), looked_up(m, other)) {
        if !is_view(m, other) && own <= length {
            return m.call_method(other, "intersection", &[view]);
        }
        if is_view(m, other) && length > own {
            std::mem::swap(&mut view, &mut other);
        }
    }
    let set = m.heap.new_set(StaticType::Set.address());
    let result = m.for_each(other, |m, key| {
        let added = match m.contains(view, key) {
            Ok(true) => m.hash(key).and_then(|hash| heapglass_heap::object::set::add(m, set, key, hash)).map(|_| ()),
            Ok(false) => Ok(()),
            Err(raised) => Err(raised),
        };
        m.decref(key);
        added
    });
    match result {
        Ok(()) => Ok(set),
        Err(raised) => {
            m.decref(set);
            Err(raised)
        }
    }
}

/// Looks the keys of the smaller one up in the other (`dictviews_isdisjoint`).
fn is_disjoint(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (mut view, mut other) = (arguments.self_, arguments.positional[0]);
    let own = looked_up(m, view).unwrap_or(0);
    if view == other {
        return m.truth(own == 0);
    }
    if looked_up(m, other).is_some_and(|length| length > own) {
        std::mem::swap(&mut view, &mut other);
    }
    let iterator = m.iter(other)?;
    let result = loop {
        let key = match m.next(iterator) {
            Ok(Some(key)) => key,
            Ok(None) => break Ok(true),
            Err(raised) => break Err(raised),
        };
        let found = m.contains(view, key);
        m.decref(key);
        match found {
            Ok(true) => break Ok(false),
            Ok(false) => {}
            Err(raised) => break Err(raised),
        }
    };
    m.decref(iterator);
    m.truth(result?)
}
