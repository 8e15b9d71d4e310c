//! `groupby` and its groups.

use heapglass_heap::{
    Address,
    layout::itertools::{groupby, grouper},
    static_type::StaticType,
};

use super::{instance, itself, reduce, set_state};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::object_type::getattribute,
};

const GROUPBY: StaticType = StaticType::ItertoolsGroupby;
const GROUPER: StaticType = StaticType::ItertoolsGrouper;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(GROUPBY, new),
    NativeRow::slot(GROUPBY, "__getattribute__", getattribute),
    NativeRow::slot(GROUPBY, "__iter__", itself),
    NativeRow::slot(GROUPBY, "__next__", next),
    NativeRow::no_arguments(GROUPBY, "__reduce__", reduce),
    NativeRow::one(GROUPBY, "__setstate__", set_state),
    NativeRow::new(GROUPER, |m, a| {
        a.arity(m, "_grouper", 2, 2)?;
        if !m.heap.is_subtype(m.heap.type_of(a.positional[0]), m.heap.type_object(GROUPBY)) {
            let found = m.type_name(a.positional[0]);
            return m.type_error(format!("_grouper() argument 1 must be itertools.groupby, not {found}"));
        }
        Ok(new_group(m, a.positional[0], a.positional[1]))
    }),
    NativeRow::slot(GROUPER, "__getattribute__", getattribute),
    NativeRow::slot(GROUPER, "__iter__", itself),
    NativeRow::slot(GROUPER, "__next__", group_next),
    NativeRow::no_arguments(GROUPER, "__reduce__", reduce),
];

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [iterable, key] = m.named_arguments(&arguments, "groupby", ["iterable", "key"], 1)?;
    let key = key.unwrap_or(m.heap.none());
    let object = instance(m, arguments.self_, &[]);
    let iterator = match m.iter(iterable.unwrap_or_default()) {
        Ok(iterator) => iterator,
        Err(raised) => {
            m.decref(object);
            return Err(raised);
        }
    };
    m.incref(key);
    m.heap.memory.set_address(object.plus(groupby::ITERATOR), iterator);
    m.heap.memory.set_address(object.plus(groupby::KEY_FUNC), key);
    Ok(object)
}

/// Takes the next item and its key; `false` at the end.
fn step(m: &mut Machine, this: Address) -> Outcome<bool> {
    let Some(value) = m.next_of_field(this, groupby::ITERATOR)? else { return Ok(false) };
    let function = m.field(this, groupby::KEY_FUNC);
    let key = if m.heap.is_none(function) { Ok(m.incref(value)) } else { m.call_one(function, value) };
    let key = match key {
        Ok(key) => key,
        Err(raised) => {
            m.decref(value);
            return Err(raised);
        }
    };
    let old = m.heap.set_field(this, groupby::CURRENT_VALUE, value);
    m.set_field(this, groupby::CURRENT_KEY, key);
    m.xdecref(old);
    Ok(true)
}

fn new_group(m: &mut Machine, parent: Address, key: Address) -> Address {
    m.incref(parent);
    m.incref(key);
    let class = m.heap.type_object(GROUPER);
    let group = m.heap.new_record_of(class, &[(grouper::PARENT, parent), (grouper::TARGET_KEY, key)]);
    m.heap.memory.set_address(parent.plus(groupby::CURRENT_GROUPER), group);
    group
}

/// Skips what is left of the group, then starts the next one.
fn next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    m.heap.memory.set_address(this.plus(groupby::CURRENT_GROUPER), Address::NULL);
    loop {
        let (current, target) = (m.field(this, groupby::CURRENT_KEY), m.field(this, groupby::TARGET_KEY));
        if !current.is_null() && (target.is_null() || !m.equal(target, current)?) {
            break;
        }
        if !step(m, this)? {
            return Ok(Address::NULL);
        }
    }
    let key = m.field(this, groupby::CURRENT_KEY);
    m.incref(key);
    m.set_field(this, groupby::TARGET_KEY, key);
    let group = new_group(m, this, key);
    m.incref(key);
    Ok(m.heap.new_tuple_from(&[key, group]))
}

fn group_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let parent = m.field(this, grouper::PARENT);
    if m.field(parent, groupby::CURRENT_GROUPER) != this {
        return Ok(Address::NULL);
    }
    if m.field(parent, groupby::CURRENT_VALUE).is_null() && !step(m, parent)? {
        return Ok(Address::NULL);
    }
    let (target, current) = (m.field(this, grouper::TARGET_KEY), m.field(parent, groupby::CURRENT_KEY));
    if !m.equal(target, current)? {
        return Ok(Address::NULL);
    }
    let value = m.heap.set_field(parent, groupby::CURRENT_VALUE, Address::NULL);
    m.set_field(parent, groupby::CURRENT_KEY, Address::NULL);
    Ok(value)
}
