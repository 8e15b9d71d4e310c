//! `enumerate`, `reversed`, `zip`, `map`, `filter`: types whose instances are iterators.

use heapglass_heap::{Address, static_type::StaticType};
use num_traits::One;

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

const ENUMERATE: StaticType = StaticType::Enumerate;
const REVERSED: StaticType = StaticType::Reversed;
const ZIP: StaticType = StaticType::Zip;
const MAP: StaticType = StaticType::Map;
const FILTER: StaticType = StaticType::Filter;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(ENUMERATE, enumerate_new),
    NativeRow::slot(ENUMERATE, "__iter__", itself),
    NativeRow::slot(ENUMERATE, "__next__", enumerate_next),
    NativeRow::new(REVERSED, reversed_new),
    NativeRow::slot(REVERSED, "__iter__", itself),
    NativeRow::slot(REVERSED, "__next__", reversed_next),
    NativeRow::no_arguments(REVERSED, "__length_hint__", |m, a| {
        let sequence = m.field(a.self_, 24);
        let left = m.word(a.self_, 16) + 1;
        // A sequence that has become shorter has none left.
        let left = if sequence.is_null() || m.length(sequence)? < left { 0 } else { left };
        Ok(m.heap.new_int_ssize(left))
    }),
    NativeRow::new(ZIP, zip_new),
    NativeRow::slot(ZIP, "__iter__", itself),
    NativeRow::slot(ZIP, "__next__", zip_next),
    NativeRow::new(MAP, map_new),
    NativeRow::slot(MAP, "__iter__", itself),
    NativeRow::slot(MAP, "__next__", map_next),
    NativeRow::new(FILTER, filter_new),
    NativeRow::slot(FILTER, "__iter__", itself),
    NativeRow::slot(FILTER, "__next__", filter_next),
];

fn itself(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    Ok(m.incref(arguments.self_))
}

/// An instance of the class whose words from 16 on are these (references taken over).
fn instance(m: &mut Machine, class: Address, words: &[u64]) -> Outcome {
    let object = m.heap.generic_allocate(class, 0);
    for (at, word) in words.iter().enumerate() {
        m.heap.memory.set_u64(object.plus(16 + 8 * at as u64), *word);
    }
    Ok(object)
}

// enumerate: index 16, iterator 24, result 32, long index 40, one 48.

fn enumerate_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "enumerate", &["iterable", "start"])?;
    let Some(iterable) = arguments.get_or_keyword(m, 0, "iterable") else {
        return m.type_error("enumerate() missing required argument 'iterable'");
    };
    arguments.arity(m, "enumerate", 0, 2)?;
    let start = match arguments.get_or_keyword(m, 1, "start") {
        Some(start) => m.index(start)?,
        None => m.heap.new_int(0),
    };
    let object = instance(m, arguments.self_, &[])?;
    let word = m.heap.int_to_i64(start);
    let long = if word.is_none() { start } else { Address::NULL };
    if word.is_some() {
        m.decref(start);
    }
    let iterator = match m.iter(iterable) {
        Ok(iterator) => iterator,
        Err(raised) => {
            m.decref(object);
            return Err(raised);
        }
    };
    let none = m.heap.none();
    let result = m.heap.new_tuple_from(&[none, none]);
    let one = m.heap.new_int(1);
    m.set_word(object, 16, word.unwrap_or(i64::MAX));
    for (offset, value) in [(24, iterator), (32, result), (40, long), (48, one)] {
        m.heap.memory.set_address(object.plus(offset), value);
    }
    Ok(object)
}

fn enumerate_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let Some(item) = m.next(m.field(this, 24))? else { return Ok(Address::NULL) };
    let index = m.word(this, 16);
    let counter = if index == i64::MAX {
        let current = m.field(this, 40);
        let value = if current.is_null() { m.heap.new_int(i64::MAX) } else { current };
        let next = m.big_int(value) + num_bigint::BigInt::one();
        let next = m.new_big_int(&next);
        m.heap.memory.set_address(this.plus(40), next);
        value
    } else {
        m.set_word(this, 16, index + 1);
        m.heap.new_int_ssize(index)
    };
    let result = m.field(this, 32);
    Ok(m.reused_tuple(result, &[counter, item]))
}

// reversed: index 16, sequence 24.

fn reversed_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.no_keywords_of(m, REVERSED)?;
    arguments.arity(m, "reversed", 1, 1)?;
    let sequence = arguments.positional[0];
    if let Some(method) = m.lookup_special(sequence, "__reversed__")? {
        if m.heap.is_none(method) {
            return Err(m.raise_about_type("'%.200s' object is not reversible", sequence));
        }
        let result = m.call(method, &[], &[]);
        m.decref(method);
        return result;
    }
    if !m.is_sequence(sequence) {
        return Err(m.raise_about_type("'%.200s' object is not reversible", sequence));
    }
    let length = m.length(sequence)?;
    m.incref(sequence);
    instance(m, arguments.self_, &[(length - 1) as u64, sequence.raw()])
}

fn reversed_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let (at, sequence) = (m.word(this, 16), m.field(this, 24));
    if at >= 0 && !sequence.is_null() {
        let key = m.heap.new_int(at);
        let item = m.get_item(sequence, key);
        m.decref(key);
        match item {
            Ok(item) => {
                m.set_word(this, 16, at - 1);
                return Ok(item);
            }
            Err(_) if m.error_matches(StaticType::IndexError) || m.error_matches(StaticType::StopIteration) => m.clear_error(),
            Err(raised) => return Err(raised),
        }
    }
    m.set_word(this, 16, -1);
    m.set_field(this, 24, Address::NULL);
    Ok(Address::NULL)
}

// zip: size 16, iterators 24, result 32, strict 40.

fn zip_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "zip", &["strict"])?;
    let strict = match arguments.keyword(m, "strict") {
        Some(flag) => m.is_true(flag)?,
        None => false,
    };
    let iterators = iterators_of(m, arguments.positional)?;
    let size = arguments.positional.len();
    let none = m.heap.none();
    let result = m.heap.new_tuple_from(&vec![none; size]);
    instance(m, arguments.self_, &[size as u64, iterators.raw(), result.raw(), u64::from(strict)])
}

/// A tuple of the iterators of some iterables.
fn iterators_of(m: &mut Machine, iterables: &[Address]) -> Outcome {
    let mut iterators = Vec::with_capacity(iterables.len());
    for iterable in iterables {
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
    Ok(m.heap.new_tuple_from(&iterators))
}

fn zip_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let iterators = m.heap.tuple_items(m.field(this, 24));
    if iterators.is_empty() {
        return Ok(Address::NULL);
    }
    // The kept tuple is used again if nobody has it; if not, a new one is made before it is known that there are items.
    let kept = m.field(this, 32);
    let reused = m.heap.refcount(kept) == 1;
    let result = if reused { m.incref(kept) } else { m.heap.new_tuple(iterators.len() as u64) };
    for (at, iterator) in iterators.iter().enumerate() {
        match m.next(*iterator) {
            Ok(Some(item)) => {
                let old = m.heap.tuple_item(result, at as u64);
                m.heap.tuple_set(result, at as u64, item);
                m.xdecref(old);
            }
            ended => {
                m.decref(result);
                ended?;
                return if m.word(this, 40) as u8 != 0 { zip_ended(m, &iterators, at) } else { Ok(Address::NULL) };
            }
        }
    }
    if !m.heap.is_tracked(result) {
        m.heap.gc_track(result);
    }
    Ok(result)
}

/// `strict=True`: the iterator at `at` has ended; all must have.
fn zip_ended(m: &mut Machine, iterators: &[Address], at: usize) -> Outcome {
    let pieces = |count: usize| {
        let plural = if count == 1 { " " } else { "s 1-" };
        [Piece::Number(count as i64 + 1), Piece::Text(plural), Piece::Number(count as i64)]
    };
    if at > 0 {
        return Err(m.raise_format(StaticType::ValueError, "zip() argument %d is shorter than argument%s%d", &pieces(at)));
    }
    for (i, iterator) in iterators.iter().enumerate().skip(1) {
        if let Some(item) = m.next(*iterator)? {
            m.decref(item);
            return Err(m.raise_format(StaticType::ValueError, "zip() argument %d is longer than argument%s%d", &pieces(i)));
        }
    }
    Ok(Address::NULL)
}

// map: iterators 16, function 24.

fn map_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.no_keywords_of(m, MAP)?;
    if arguments.positional.len() < 2 {
        return m.type_error("map() must have at least two arguments.");
    }
    let iterators = iterators_of(m, &arguments.positional[1..])?;
    let function = m.incref(arguments.positional[0]);
    instance(m, arguments.self_, &[iterators.raw(), function.raw()])
}

fn map_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let mut values = Vec::new();
    for iterator in m.heap.tuple_items(m.field(this, 16)) {
        let value = m.next(iterator);
        if let Ok(Some(value)) = value {
            values.push(value);
            continue;
        }
        for value in values {
            m.decref(value);
        }
        value?;
        return Ok(Address::NULL);
    }
    let result = m.call(m.field(this, 24), &values, &[]);
    for value in values {
        m.decref(value);
    }
    result
}

// filter: function 16, iterator 24.

fn filter_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.no_keywords_of(m, FILTER)?;
    arguments.arity(m, "filter", 2, 2)?;
    let iterator = m.iter(arguments.positional[1])?;
    let function = m.incref(arguments.positional[0]);
    instance(m, arguments.self_, &[function.raw(), iterator.raw()])
}

fn filter_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (function, iterator) = (m.field(arguments.self_, 16), m.field(arguments.self_, 24));
    let plain = m.heap.is_none(function) || function == StaticType::Bool.address();
    while let Some(item) = m.next(iterator)? {
        let wanted = if plain {
            m.is_true(item)
        } else {
            m.call_one(function, item).and_then(|verdict| {
                let truth = m.is_true(verdict);
                m.decref(verdict);
                truth
            })
        };
        if matches!(wanted, Ok(true)) {
            return Ok(item);
        }
        m.decref(item);
        wanted?;
    }
    Ok(Address::NULL)
}
