//! `zip_longest`.

use heapglass_heap::{Address, layout::itertools::zip_longest as field, static_type::StaticType};

use super::{instance, itself, reduce, set_state};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::object_type::getattribute,
};

const TYPE: StaticType = StaticType::ItertoolsZipLongest;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(TYPE, new),
    NativeRow::slot(TYPE, "__getattribute__", getattribute),
    NativeRow::slot(TYPE, "__iter__", itself),
    NativeRow::slot(TYPE, "__next__", next),
    NativeRow::no_arguments(TYPE, "__reduce__", reduce),
    NativeRow::one(TYPE, "__setstate__", set_state),
];

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let fill = arguments.keyword(m, "fillvalue");
    if arguments.keywords.len() > usize::from(fill.is_some()) {
        return m.type_error("zip_longest() got an unexpected keyword argument");
    }
    let fill = fill.unwrap_or(m.heap.none());
    let mut iterators = Vec::with_capacity(arguments.positional.len());
    for iterable in arguments.positional {
        match m.iter(*iterable) {
            Ok(iterator) => iterators.push(iterator),
            Err(raised) => {
                for iterator in iterators {
                    m.decref(iterator);
                }
                return Err(raised);
            }
        }
    }
    let (size, none) = (iterators.len(), m.heap.none());
    let iterators = m.heap.new_tuple_from(&iterators);
    let result = m.heap.new_tuple_from(&vec![none; size]);
    m.incref(fill);
    let words = [(field::ITERATORS, iterators), (field::RESULT, result), (field::FILL_VALUE, fill)];
    let object = instance(m, arguments.self_, &words);
    m.set_word(object, field::SIZE, size as i64);
    m.set_word(object, field::ACTIVE, size as i64);
    Ok(object)
}

/// The next item of the iterator at `at`, or the fill value; `None` if all have ended.
fn item(m: &mut Machine, this: Address, iterators: Address, at: u64) -> Outcome<Option<Address>> {
    let iterator = m.heap.tuple_item(iterators, at);
    if !iterator.is_null() {
        match m.next(iterator) {
            Ok(Some(item)) => return Ok(Some(item)),
            Ok(None) => {}
            Err(raised) => {
                m.set_word(this, field::ACTIVE, 0);
                return Err(raised);
            }
        }
        let active = m.word(this, field::ACTIVE) - 1;
        m.set_word(this, field::ACTIVE, active);
        if active == 0 {
            return Ok(None);
        }
        m.heap.tuple_set(iterators, at, Address::NULL);
        m.decref(iterator);
    }
    let fill = m.field(this, field::FILL_VALUE);
    Ok(Some(m.incref(fill)))
}

fn next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let size = m.word(this, field::SIZE) as u64;
    if size == 0 || m.word(this, field::ACTIVE) == 0 {
        return Ok(Address::NULL);
    }
    let iterators = m.field(this, field::ITERATORS);
    let mut items = Vec::new();
    for at in 0..size {
        let found = item(m, this, iterators, at);
        if let Ok(Some(item)) = found {
            items.push(item);
            continue;
        }
        for item in items {
            m.decref(item);
        }
        return found.map(|_| Address::NULL);
    }
    let kept = m.field(this, field::RESULT);
    Ok(m.reused_tuple(kept, &items))
}
