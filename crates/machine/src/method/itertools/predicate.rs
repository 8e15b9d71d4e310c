//! `takewhile` and `dropwhile`.

use heapglass_heap::{Address, layout::itertools::predicate, static_type::StaticType};

use super::{chain::asks, instance, itself, reduce, set_state};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::object_type::getattribute,
};

const TAKEWHILE: StaticType = StaticType::ItertoolsTakewhile;
const DROPWHILE: StaticType = StaticType::ItertoolsDropwhile;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(TAKEWHILE, |m, a| new(m, a, TAKEWHILE)),
    NativeRow::slot(TAKEWHILE, "__getattribute__", getattribute),
    NativeRow::slot(TAKEWHILE, "__iter__", itself),
    NativeRow::slot(TAKEWHILE, "__next__", take_next),
    NativeRow::no_arguments(TAKEWHILE, "__reduce__", reduce),
    NativeRow::one(TAKEWHILE, "__setstate__", set_state),
    NativeRow::new(DROPWHILE, |m, a| new(m, a, DROPWHILE)),
    NativeRow::slot(DROPWHILE, "__getattribute__", getattribute),
    NativeRow::slot(DROPWHILE, "__iter__", itself),
    NativeRow::slot(DROPWHILE, "__next__", drop_next),
    NativeRow::no_arguments(DROPWHILE, "__reduce__", reduce),
    NativeRow::one(DROPWHILE, "__setstate__", set_state),
];

fn new(m: &mut Machine, arguments: Arguments<'_>, which: StaticType) -> Outcome {
    m.no_keywords_for(&arguments, which)?;
    arguments.arity(m, which.short_name(), 2, 2)?;
    let iterator = m.iter(arguments.positional[1])?;
    let function = m.incref(arguments.positional[0]);
    Ok(instance(m, arguments.self_, &[(predicate::FUNC, function), (predicate::ITERATOR, iterator)]))
}

fn take_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    if m.word(this, predicate::STATE) != 0 {
        return Ok(Address::NULL);
    }
    let Some(item) = m.next_of_field(this, predicate::ITERATOR)? else { return Ok(Address::NULL) };
    let good = asks(m, m.field(this, predicate::FUNC), item);
    if matches!(good, Ok(true)) {
        return Ok(item);
    }
    m.decref(item);
    good?;
    m.set_word(this, predicate::STATE, 1);
    Ok(Address::NULL)
}

fn drop_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    while let Some(item) = m.next_of_field(this, predicate::ITERATOR)? {
        if m.word(this, predicate::STATE) != 0 {
            return Ok(item);
        }
        let good = asks(m, m.field(this, predicate::FUNC), item);
        if matches!(good, Ok(false)) {
            m.set_word(this, predicate::STATE, 1);
            return Ok(item);
        }
        m.decref(item);
        good?;
    }
    Ok(Address::NULL)
}
