//! Keys, values and items of an ordered dict, and the iterator over them.

use heapglass_heap::{
    Address,
    layout::{
        container::{
            dict_view,
            ordered_dict::{FIRST, LAST, STATE},
        },
        iterator::ordered_dict as field,
    },
    object::{
        dict as table,
        ordered_dict::{self as nodes, node},
    },
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::object_type::getattribute,
};

const ITERATOR: StaticType = StaticType::OrderedDictIterator;
const KEY_VIEW: StaticType = StaticType::OrderedDictKeys;
const VALUE_VIEW: StaticType = StaticType::OrderedDictValues;
const ITEM_VIEW: StaticType = StaticType::OrderedDictItems;

/// From the last to the first (`_odict_ITER_REVERSED`).
pub const REVERSED: u32 = 1;
/// Hands out keys.
pub const KEYS: u32 = 2;
/// Hands out values.
pub const VALUES: u32 = 4;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::slot(KEY_VIEW, "__iter__", |m, a| over(m, a, KEYS)),
    NativeRow::no_arguments(KEY_VIEW, "__reversed__", |m, a| over(m, a, KEYS | REVERSED)),
    NativeRow::slot(VALUE_VIEW, "__iter__", |m, a| over(m, a, VALUES)),
    NativeRow::no_arguments(VALUE_VIEW, "__reversed__", |m, a| over(m, a, VALUES | REVERSED)),
    NativeRow::slot(ITEM_VIEW, "__iter__", |m, a| over(m, a, KEYS | VALUES)),
    NativeRow::no_arguments(ITEM_VIEW, "__reversed__", |m, a| over(m, a, KEYS | VALUES | REVERSED)),
    NativeRow::slot(ITERATOR, "__getattribute__", getattribute),
    NativeRow::slot(ITERATOR, "__iter__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::slot(ITERATOR, "__next__", next),
    NativeRow::no_arguments(ITERATOR, "__reduce__", reduce),
];

/// `keys()`, `values()` or `items()`.
pub fn view(m: &mut Machine, odict: Address, which: StaticType) -> Address {
    m.incref(odict);
    m.heap.new_dict_view(which, odict)
}

fn over(m: &mut Machine, arguments: Arguments<'_>, kind: u32) -> Outcome {
    let odict = m.field(arguments.self_, dict_view::DICT);
    if odict.is_null() {
        return m.none();
    }
    Ok(iterator(m, odict, kind))
}

/// An iterator; one over items keeps a tuple for reuse, made before its fields are set.
pub fn iterator(m: &mut Machine, odict: Address, kind: u32) -> Address {
    let object = m.heap.new_record(ITERATOR, &[]);
    if kind & (KEYS | VALUES) == KEYS | VALUES {
        let none = m.heap.none();
        let result = m.heap.new_tuple_from(&[none, none]);
        m.heap.memory.set_address(object.plus(field::RESULT), result);
    }
    let first = m.field(odict, if kind & REVERSED != 0 { LAST } else { FIRST });
    let current = if first.is_null() { Address::NULL } else { m.field(first, node::KEY) };
    m.heap.xincref(current);
    m.incref(odict);
    m.heap.memory.set_u32(object.plus(field::KIND), kind);
    m.heap.memory.set_address(object.plus(field::CURRENT), current);
    m.heap.memory.set_address(object.plus(field::DICT), odict);
    let (size, state) = (m.heap.dict_len(odict), m.heap.memory.u64(odict.plus(STATE)));
    m.heap.memory.set_u64(object.plus(field::SIZE), size);
    m.heap.memory.set_u64(object.plus(field::STATE), state);
    object
}

/// The next key, taken over by the caller; null at the end.
fn next_key(m: &mut Machine, this: Address) -> Outcome {
    let odict = m.field(this, field::DICT);
    if odict.is_null() {
        return Ok(Address::NULL);
    }
    let current = m.field(this, field::CURRENT);
    if current.is_null() {
        m.set_field(this, field::DICT, Address::NULL);
        return Ok(Address::NULL);
    }
    let mutated = m.heap.memory.u64(odict.plus(STATE)) != m.heap.memory.u64(this.plus(field::STATE));
    let resized = m.heap.dict_len(odict) != m.heap.memory.u64(this.plus(field::SIZE));
    if mutated || resized {
        let text =
            if mutated { "OrderedDict mutated during iteration" } else { "OrderedDict changed size during iteration" };
        m.set_field(this, field::DICT, Address::NULL);
        return Err(m.raise(StaticType::RuntimeError, text));
    }
    let hash = m.hash(current)?;
    let Some(at) = nodes::find_node(m, odict, current, hash)? else {
        let raised = m.key_error(current);
        m.set_field(this, field::CURRENT, Address::NULL);
        return Err(raised);
    };
    let back = m.heap.memory.u32(this.plus(field::KIND)) & REVERSED != 0;
    let following = m.field(at, if back { node::PREVIOUS } else { node::NEXT });
    let key = if following.is_null() { Address::NULL } else { m.field(following, node::KEY) };
    m.heap.xincref(key);
    m.heap.memory.set_address(this.plus(field::CURRENT), key);
    Ok(current)
}

fn next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let odict = m.field(this, field::DICT);
    let key = next_key(m, this)?;
    let kind = m.heap.memory.u32(this.plus(field::KIND));
    if key.is_null() || kind & VALUES == 0 {
        return Ok(key);
    }
    let value = m.hash(key).and_then(|hash| table::get(m, odict, key, hash));
    let value = match value {
        Ok(Some(value)) => m.incref(value),
        Ok(None) => {
            let raised = m.key_error(key);
            m.decref(key);
            return Err(raised);
        }
        Err(raised) => {
            m.decref(key);
            return Err(raised);
        }
    };
    if kind & KEYS == 0 {
        m.decref(key);
        return Ok(value);
    }
    let kept = m.field(this, field::RESULT);
    Ok(m.reused_tuple(kept, &[key, value]))
}

/// `(iter, ([what is left],))`: a copy of the iterator is used up for it.
fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let copy = m.heap.new_record(ITERATOR, &[]);
    for offset in [field::DICT, field::CURRENT] {
        let held = m.field(this, offset);
        m.store_field(copy, offset, held);
    }
    for offset in [field::KIND, field::SIZE, field::STATE] {
        let word = m.word(this, offset);
        m.set_word(copy, offset, word);
    }
    let list = m.list_from(copy);
    m.decref(copy);
    let list = list?;
    let iter = m.builtin_function("iter")?;
    let args = m.heap.new_tuple_from(&[list]);
    Ok(m.heap.new_tuple_from(&[iter, args]))
}
