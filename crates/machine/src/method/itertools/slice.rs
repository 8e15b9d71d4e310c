//! `islice`.

use heapglass_heap::{Address, layout::itertools::islice, static_type::StaticType};

use super::{instance, itself, reduce, set_state};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    types::object_type::getattribute,
};

const ISLICE: StaticType = StaticType::ItertoolsIslice;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(ISLICE, new),
    NativeRow::slot(ISLICE, "__getattribute__", getattribute),
    NativeRow::slot(ISLICE, "__iter__", itself),
    NativeRow::slot(ISLICE, "__next__", next),
    NativeRow::no_arguments(ISLICE, "__reduce__", reduce),
    NativeRow::one(ISLICE, "__setstate__", set_state),
];

/// A number of an `islice`: `None` counts as not given; `Err(())` where it is no number from 0 on.
fn number(m: &mut Machine, given: Option<Address>) -> Result<Option<i64>, ()> {
    let Some(given) = given.filter(|given| !m.heap.is_none(*given)) else { return Ok(None) };
    if !m.is_index(given) {
        return Err(());
    }
    match m.index_to_i64(given, StaticType::OverflowError) {
        Ok(number) if number >= 0 => Ok(Some(number)),
        Ok(_) => Err(()),
        Err(_) => {
            m.clear_error();
            Err(())
        }
    }
}

fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.no_keywords_for(&arguments, ISLICE)?;
    arguments.arity(m, "islice", 2, 4)?;
    let (first, second) = (arguments.get(1), arguments.get(2));
    let one_bound = arguments.positional.len() == 2;
    let bad = "islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    let Ok(stop) = number(m, if one_bound { first } else { second }) else {
        let what = if one_bound { "Stop argument for" } else { "Indices for" };
        return m.value_error(format!("{what} {bad}"));
    };
    let Ok(start) = number(m, if one_bound { None } else { first }) else {
        return m.value_error(format!("Indices for {bad}"));
    };
    let step = match number(m, arguments.get(3)) {
        Ok(None) => 1,
        Ok(Some(step)) if step >= 1 => step,
        _ => return m.value_error("Step for islice() must be a positive integer or None."),
    };
    let iterator = m.iter(arguments.positional[0])?;
    let object = instance(m, arguments.self_, &[(islice::ITERATOR, iterator)]);
    for (offset, value) in [(islice::NEXT, start.unwrap_or(0)), (islice::STOP, stop.unwrap_or(-1)), (islice::STEP, step)] {
        m.set_word(object, offset, value);
    }
    Ok(object)
}

/// The next item that the iterator yields, counted; `None` at its end.
fn step(m: &mut Machine, this: Address) -> Outcome<Option<Address>> {
    let item = m.next_of_field(this, islice::ITERATOR);
    if matches!(item, Ok(Some(_))) {
        let count = m.word(this, islice::COUNT);
        m.set_word(this, islice::COUNT, count + 1);
    }
    item
}

fn wanted(m: &mut Machine, this: Address) -> Outcome<Option<Address>> {
    let stop = m.word(this, islice::STOP);
    while m.word(this, islice::COUNT) < m.word(this, islice::NEXT) {
        match step(m, this)? {
            Some(item) => m.decref(item),
            None => return Ok(None),
        }
    }
    if stop != -1 && m.word(this, islice::COUNT) >= stop {
        return Ok(None);
    }
    let item = step(m, this)?;
    if item.is_some() {
        let old = m.word(this, islice::NEXT);
        let next = old.wrapping_add(m.word(this, islice::STEP));
        m.set_word(this, islice::NEXT, if next < old || stop != -1 && next > stop { stop } else { next });
    }
    Ok(item)
}

fn next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let item = wanted(m, arguments.self_);
    if let Ok(Some(item)) = item {
        return Ok(item);
    }
    m.set_field(arguments.self_, islice::ITERATOR, Address::NULL);
    item.map(|_| Address::NULL)
}
