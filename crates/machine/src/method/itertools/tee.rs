//! `tee`: several iterators over the items of one, kept in links of 57.

use heapglass_heap::{
    Address, Kind,
    layout::itertools::{tee, tee_data},
    static_type::StaticType,
};

use super::{itself, reduce, set_state};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    types::object_type::getattribute,
};

const TEE: StaticType = StaticType::ItertoolsTee;
const DATA: StaticType = StaticType::ItertoolsTeeDataobject;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(TEE, |m, a| {
        a.arity(m, "tee", 1, 1)?;
        from_iterable(m, a.positional[0])
    }),
    NativeRow::slot(TEE, "__iter__", itself),
    NativeRow::slot(TEE, "__next__", next),
    NativeRow::no_arguments(TEE, "__copy__", |m, a| Ok(copy(m, a.self_))),
    NativeRow::no_arguments(TEE, "__reduce__", reduce),
    NativeRow::one(TEE, "__setstate__", set_state),
    NativeRow::new(DATA, data_new),
    NativeRow::slot(DATA, "__getattribute__", getattribute),
    NativeRow::no_arguments(DATA, "__reduce__", reduce),
    NativeRow::function("itertools", "tee", Convention::Positional, tee_function),
];

fn new_data(m: &mut Machine, iterator: Address) -> Address {
    m.incref(iterator);
    let class = m.heap.type_object(DATA);
    m.heap.new_record_of(class, &[(tee_data::ITERATOR, iterator)])
}

/// `_tee_dataobject(iterable, values, next)`: how a link is unpickled.
fn data_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "teedataobject", 3, 3)?;
    let [iterable, values, next] = [0, 1, 2].map(|at| arguments.positional[at]);
    if m.heap.kind(values) != Kind::List {
        let found = m.type_name(values);
        return m.type_error(format!("teedataobject() argument 2 must be list, not {found}"));
    }
    let iterator = m.iter(iterable)?;
    let data = new_data(m, iterator);
    m.decref(iterator);
    let (items, last) = (m.heap.list_items(values), m.heap.is_none(next));
    let is_link = m.heap.type_of(next) == m.heap.type_object(DATA);
    let length = items.len() as u64;
    if length > tee_data::CELLS || !last && (!is_link || length < tee_data::CELLS) {
        m.decref(data);
        return m.value_error("Invalid arguments");
    }
    for (at, item) in (0..).zip(items) {
        m.incref(item);
        m.heap.memory.set_address(data.plus(tee_data::VALUES + 8 * at), item);
    }
    m.heap.memory.set_u32(data.plus(tee_data::READ), length as u32);
    if !last {
        m.incref(next);
        m.heap.memory.set_address(data.plus(tee_data::NEXT_LINK), next);
    }
    Ok(data)
}

fn new_tee(m: &mut Machine, data: Address, index: u32) -> Address {
    let class = m.heap.type_object(TEE);
    let object = m.heap.new_record_of(class, &[(tee::DATA, data)]);
    m.heap.memory.set_u32(object.plus(tee::INDEX), index);
    object
}

/// An iterator that can be copied; one that is a `tee` already is.
fn from_iterable(m: &mut Machine, iterable: Address) -> Outcome {
    let iterator = m.iter(iterable)?;
    if m.heap.type_of(iterator) == m.heap.type_object(TEE) {
        let made = copy(m, iterator);
        m.decref(iterator);
        return Ok(made);
    }
    let data = new_data(m, iterator);
    m.decref(iterator);
    Ok(new_tee(m, data, 0))
}

fn copy(m: &mut Machine, this: Address) -> Address {
    let data = m.field(this, tee::DATA);
    m.incref(data);
    new_tee(m, data, m.heap.memory.u32(this.plus(tee::INDEX)))
}

/// `tee(iterable, n=2)`
fn tee_function(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "tee", 1, 2)?;
    let count = match arguments.get(1) {
        Some(count) => m.index_to_i64(count, StaticType::OverflowError)?,
        None => 2,
    };
    if count < 0 {
        return m.value_error("n must be >= 0");
    }
    if count == 0 {
        return Ok(m.heap.empty_tuple());
    }
    let mut first = m.iter(arguments.positional[0])?;
    let key = m.name("__copy__");
    let mut copier = m.lookup_attribute(first, key)?;
    if copier.is_none() {
        let made = from_iterable(m, first);
        m.decref(first);
        first = made?;
        copier = m.lookup_attribute(first, key)?;
    }
    let copier = copier.unwrap_or_default();
    let mut all = vec![first];
    let mut result = Ok(());
    while (all.len() as i64) < count {
        match m.call(copier, &[], &[]) {
            Ok(next) => all.push(next),
            Err(raised) => {
                result = Err(raised);
                break;
            }
        }
    }
    m.decref(copier);
    let all = m.heap.new_tuple_from(&all);
    match result {
        Ok(()) => Ok(all),
        Err(raised) => {
            m.decref(all);
            Err(raised)
        }
    }
}

/// Item `index` of a link: read, or asked for from the iterator behind it.
fn item(m: &mut Machine, data: Address, index: u32) -> Outcome {
    let read = m.heap.memory.u32(data.plus(tee_data::READ));
    let place = data.plus(tee_data::VALUES + 8 * u64::from(index));
    if index < read {
        let value = m.heap.memory.address(place);
        return Ok(m.incref(value));
    }
    if m.heap.memory.u32(data.plus(tee_data::RUNNING)) != 0 {
        return Err(m.raise(StaticType::RuntimeError, "cannot re-enter the tee iterator"));
    }
    m.heap.memory.set_u32(data.plus(tee_data::RUNNING), 1);
    let value = m.next_of_field(data, tee_data::ITERATOR);
    m.heap.memory.set_u32(data.plus(tee_data::RUNNING), 0);
    let Some(value) = value? else { return Ok(Address::NULL) };
    m.heap.memory.set_u32(data.plus(tee_data::READ), read + 1);
    m.heap.memory.set_address(place, value);
    Ok(m.incref(value))
}

/// The link after a full one, a new reference.
fn next_link(m: &mut Machine, data: Address) -> Address {
    let mut link = m.field(data, tee_data::NEXT_LINK);
    if link.is_null() {
        link = new_data(m, m.field(data, tee_data::ITERATOR));
        m.heap.memory.set_address(data.plus(tee_data::NEXT_LINK), link);
    }
    m.incref(link)
}

fn next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let mut index = m.heap.memory.u32(this.plus(tee::INDEX));
    if u64::from(index) >= tee_data::CELLS {
        let link = next_link(m, m.field(this, tee::DATA));
        m.set_field(this, tee::DATA, link);
        index = 0;
        m.heap.memory.set_u32(this.plus(tee::INDEX), 0);
    }
    let value = item(m, m.field(this, tee::DATA), index)?;
    if !value.is_null() {
        m.heap.memory.set_u32(this.plus(tee::INDEX), index + 1);
    }
    Ok(value)
}
