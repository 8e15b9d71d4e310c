//! `accumulate`, `batched` and `pairwise`.

use heapglass_heap::{
    Address,
    layout::itertools::{accumulate, batched, pairwise},
    static_type::StaticType,
};

use super::{instance, itself, reduce, set_state};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::BinaryOp,
    types::object_type::getattribute,
};

const ACCUMULATE: StaticType = StaticType::ItertoolsAccumulate;
const BATCHED: StaticType = StaticType::ItertoolsBatched;
const PAIRWISE: StaticType = StaticType::ItertoolsPairwise;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(ACCUMULATE, accumulate_new),
    NativeRow::slot(ACCUMULATE, "__getattribute__", getattribute),
    NativeRow::slot(ACCUMULATE, "__iter__", itself),
    NativeRow::slot(ACCUMULATE, "__next__", accumulate_next),
    NativeRow::no_arguments(ACCUMULATE, "__reduce__", reduce),
    NativeRow::one(ACCUMULATE, "__setstate__", set_state),
    NativeRow::new(BATCHED, batched_new),
    NativeRow::slot(BATCHED, "__getattribute__", getattribute),
    NativeRow::slot(BATCHED, "__iter__", itself),
    NativeRow::slot(BATCHED, "__next__", batched_next),
    NativeRow::new(PAIRWISE, |m, a| {
        m.no_keywords_for(&a, PAIRWISE)?;
        a.arity(m, "pairwise", 1, 1)?;
        let iterator = m.iter(a.positional[0])?;
        Ok(instance(m, a.self_, &[(pairwise::ITERATOR, iterator)]))
    }),
    NativeRow::slot(PAIRWISE, "__getattribute__", getattribute),
    NativeRow::slot(PAIRWISE, "__iter__", itself),
    NativeRow::slot(PAIRWISE, "__next__", pairwise_next),
];

fn accumulate_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let given = arguments.positional.len();
    if given > 2 {
        return m.type_error(format!("accumulate() takes at most 2 positional arguments ({given} given)"));
    }
    let [iterable, function, _] = m.named_arguments(&arguments, "accumulate", ["iterable", "func", "initial"], 1)?;
    let iterator = m.iter(iterable.unwrap_or_default())?;
    let function = function.filter(|function| !m.heap.is_none(*function)).unwrap_or_default();
    let initial = arguments.keyword(m, "initial").unwrap_or(m.heap.none());
    m.heap.xincref(function);
    m.incref(initial);
    let words =
        [(accumulate::ITERATOR, iterator), (accumulate::BINARY_OPERATION, function), (accumulate::INITIAL, initial)];
    Ok(instance(m, arguments.self_, &words))
}

fn accumulate_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let initial = m.field(this, accumulate::INITIAL);
    if !m.heap.is_none(initial) {
        let none = m.heap.none();
        m.heap.memory.set_address(this.plus(accumulate::TOTAL), initial);
        m.heap.memory.set_address(this.plus(accumulate::INITIAL), none);
        return Ok(m.incref(initial));
    }
    let Some(value) = m.next_of_field(this, accumulate::ITERATOR)? else { return Ok(Address::NULL) };
    let total = m.field(this, accumulate::TOTAL);
    if total.is_null() {
        m.incref(value);
        m.heap.memory.set_address(this.plus(accumulate::TOTAL), value);
        return Ok(value);
    }
    let function = m.field(this, accumulate::BINARY_OPERATION);
    let sum = if function.is_null() {
        m.binary(BinaryOp::Add, total, value)
    } else {
        m.call(function, &[total, value], &[])
    };
    m.decref(value);
    let sum = sum?;
    m.incref(sum);
    m.set_field(this, accumulate::TOTAL, sum);
    Ok(sum)
}

fn batched_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [iterable, size] = m.named_arguments(&arguments, "batched", ["iterable", "n"], 2)?;
    let size = m.index_to_i64(size.unwrap_or_default(), StaticType::OverflowError)?;
    if size < 1 {
        return m.value_error("n must be at least one");
    }
    let iterator = m.iter(iterable.unwrap_or_default())?;
    let object = instance(m, arguments.self_, &[(batched::ITERATOR, iterator)]);
    m.set_word(object, batched::BATCH_SIZE, size);
    Ok(object)
}

fn batched_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let size = m.word(this, batched::BATCH_SIZE) as usize;
    let mut items = Vec::new();
    while items.len() < size {
        match m.next_of_field(this, batched::ITERATOR) {
            Ok(Some(item)) => items.push(item),
            Ok(None) => break,
            Err(raised) => {
                for item in items {
                    m.decref(item);
                }
                m.set_field(this, batched::ITERATOR, Address::NULL);
                return Err(raised);
            }
        }
    }
    if items.is_empty() {
        m.set_field(this, batched::ITERATOR, Address::NULL);
        return Ok(Address::NULL);
    }
    Ok(m.heap.new_tuple_from(&items))
}

fn pairwise_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    if m.field(this, pairwise::ITERATOR).is_null() {
        return Ok(Address::NULL);
    }
    if m.field(this, pairwise::OLD).is_null() {
        match m.next_of_field(this, pairwise::ITERATOR) {
            Ok(Some(first)) => m.set_field(this, pairwise::OLD, first),
            end => {
                m.set_field(this, pairwise::ITERATOR, Address::NULL);
                return end.map(|_| Address::NULL);
            }
        }
    }
    let old = m.field(this, pairwise::OLD);
    m.heap.xincref(old);
    match m.next_of_field(this, pairwise::ITERATOR) {
        Ok(Some(new)) => {
            let pair = m.heap.new_tuple_of(&[old, new]);
            m.set_field(this, pairwise::OLD, new);
            m.decref(old);
            Ok(pair)
        }
        end => {
            m.set_field(this, pairwise::ITERATOR, Address::NULL);
            m.set_field(this, pairwise::OLD, Address::NULL);
            m.xdecref(old);
            end.map(|_| Address::NULL)
        }
    }
}
