//! Iterators over sequences, ranges and sets (Objects/iterobject.c and the ends of the sequence files).
//!
//! A `__next__` here hands out the null pointer at the end. An exhausted iterator lets go of what it walked over.

use heapglass_heap::{Address, Kind, static_type::StaticType};
use num_traits::Zero;

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

/// Where the iterator is.
pub(crate) const INDEX: u64 = 16;
/// What it walks over; null at the end.
pub(crate) const SEQUENCE: u64 = 24;
/// Of a set iterator: the set.
const SET: u64 = 16;
/// How many keys the set had.
const SET_USED: u64 = 24;
/// Where in the table.
const SET_POSITION: u64 = 32;
/// Keys left.
const SET_LEFT: u64 = 40;
/// Of a range iterator.
const START: u64 = 16;
const STEP: u64 = 24;
const LEFT: u64 = 32;

macro_rules! rows {
    ($($which:ident $next:ident $hint:ident),*) => {
        &[$(
            NativeRow::slot(StaticType::$which, "__iter__", |m, a| Ok(m.incref(a.self_))),
            NativeRow::slot(StaticType::$which, "__next__", $next),
            NativeRow::no_arguments(StaticType::$which, "__length_hint__", $hint),
        )*]
    };
}

/// The rows of all these iterators.
pub const ROWS: &[NativeRow] = rows!(
    ListIterator next_of_list hint_forward,
    ListReverseIterator previous_of_list hint_back,
    TupleIterator next_of_tuple hint_forward,
    StrIterator next_of_str hint_forward,
    StrAsciiIterator next_of_str hint_forward,
    BytesIterator next_of_bytes hint_forward,
    ByteArrayIterator next_of_bytes hint_forward,
    SequenceIterator next_of_sequence hint_sequence,
    RangeIterator next_of_range hint_range,
    LongRangeIterator next_of_long_range hint_long_range,
    SetIterator next_of_set hint_set
);

/// What `for` gets from the iterators it meets most, without looking for their `__next__`; null at the end.
#[inline]
pub(crate) fn next_of_common(m: &mut Machine, iterator: Address) -> Option<Outcome> {
    let type_ = m.heap.type_of(iterator);
    let arguments = Arguments::of(iterator, &[]);
    if type_ == StaticType::RangeIterator.address() {
        Some(next_of_range(m, arguments))
    } else if type_ == StaticType::ListIterator.address() {
        Some(next_of_list(m, arguments))
    } else {
        None
    }
}

/// The iterator of `iter(callable, sentinel)` has no length hint.
pub const CALLABLE_ROWS: &[NativeRow] = &[
    NativeRow::slot(StaticType::CallableIterator, "__iter__", |m, a| Ok(m.incref(a.self_))),
    NativeRow::slot(StaticType::CallableIterator, "__next__", next_of_callable),
];

impl Machine {
    /// An iterator over the items of a sequence by index; `which` is the iterator's type.
    pub fn new_index_iterator(&mut self, which: StaticType, sequence: Address, start: i64) -> Address {
        self.incref(sequence);
        self.new_words(which, &[start as u64, sequence.raw()])
    }
}

fn end(m: &mut Machine, iterator: Address) -> Outcome {
    m.set_field(iterator, SEQUENCE, Address::NULL);
    Ok(Address::NULL)
}

/// The sequence and the index, unless the iterator is exhausted.
fn place(m: &Machine, iterator: Address) -> Option<(Address, i64)> {
    Some((m.field(iterator, SEQUENCE).non_null()?, m.word(iterator, INDEX)))
}

fn next_of_list(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let iterator = arguments.self_;
    let Some((list, at)) = place(m, iterator) else { return Ok(Address::NULL) };
    if (at as u64) < m.heap.list_len(list) {
        m.set_word(iterator, INDEX, at + 1);
        let item = m.heap.list_item(list, at as u64);
        return Ok(m.incref(item));
    }
    end(m, iterator)
}

fn previous_of_list(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let iterator = arguments.self_;
    let Some((list, at)) = place(m, iterator) else { return Ok(Address::NULL) };
    if at >= 0 && (at as u64) < m.heap.list_len(list) {
        m.set_word(iterator, INDEX, at - 1);
        let item = m.heap.list_item(list, at as u64);
        return Ok(m.incref(item));
    }
    m.set_word(iterator, INDEX, -1);
    end(m, iterator)
}

fn next_of_tuple(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let iterator = arguments.self_;
    let Some((tuple, at)) = place(m, iterator) else { return Ok(Address::NULL) };
    if (at as u64) < m.heap.tuple_len(tuple) {
        m.set_word(iterator, INDEX, at + 1);
        let item = m.heap.tuple_item(tuple, at as u64);
        return Ok(m.incref(item));
    }
    end(m, iterator)
}

fn next_of_str(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let iterator = arguments.self_;
    let Some((text, at)) = place(m, iterator) else { return Ok(Address::NULL) };
    if (at as u64) < m.heap.str_len(text) {
        m.set_word(iterator, INDEX, at + 1);
        let point = m.heap.str_char(text, at as u64);
        return Ok(m.heap.new_str_points(&[point]));
    }
    end(m, iterator)
}

fn next_of_bytes(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let iterator = arguments.self_;
    let Some((source, at)) = place(m, iterator) else { return Ok(Address::NULL) };
    let data = if m.heap.kind(source) == Kind::Bytes { m.heap.bytes_data(source) } else { m.heap.bytearray_data(source) };
    if let Some(byte) = data.get(at as usize).copied() {
        m.set_word(iterator, INDEX, at + 1);
        return Ok(m.heap.new_int(i64::from(byte)));
    }
    end(m, iterator)
}

fn next_of_sequence(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let iterator = arguments.self_;
    let Some((sequence, at)) = place(m, iterator) else { return Ok(Address::NULL) };
    if at == i64::MAX {
        return Err(m.raise(StaticType::OverflowError, "iter index too large"));
    }
    let key = m.heap.new_int(at);
    let item = m.get_item(sequence, key);
    m.decref(key);
    match item {
        Ok(item) => {
            m.set_word(iterator, INDEX, at + 1);
            Ok(item)
        }
        Err(_) if m.error_matches(StaticType::IndexError) || m.error_matches(StaticType::StopIteration) => {
            m.clear_error();
            end(m, iterator)
        }
        Err(raised) => Err(raised),
    }
}

fn next_of_callable(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let iterator = arguments.self_;
    let callable = m.field(iterator, 16);
    if callable.is_null() {
        return Ok(Address::NULL);
    }
    // The iterator's reference is enough for a function, which its frame holds.
    let held = !m.heap.is_exact(callable, StaticType::Function);
    if held {
        m.incref(callable);
    }
    let result = m.call(callable, &[], &[]);
    if held {
        m.decref(callable);
    }
    match result {
        Ok(value) => {
            let sentinel = m.field(iterator, 24);
            if sentinel.is_null() {
                // The callable has come to the iterator's end itself.
                m.decref(value);
                return Ok(Address::NULL);
            }
            match m.equal(sentinel, value) {
                Ok(false) => return Ok(value),
                equal => {
                    m.decref(value);
                    equal?;
                }
            }
        }
        Err(raised) if !m.error_matches(StaticType::StopIteration) => return Err(raised),
        Err(_) => m.clear_error(),
    }
    m.set_field(iterator, 16, Address::NULL);
    m.set_field(iterator, 24, Address::NULL);
    Ok(Address::NULL)
}

fn next_of_range(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let iterator = arguments.self_;
    let left = m.word(iterator, LEFT);
    if left <= 0 {
        return Ok(Address::NULL);
    }
    let (value, step) = (m.word(iterator, START), m.word(iterator, STEP));
    m.set_word(iterator, LEFT, left - 1);
    m.set_word(iterator, START, value.wrapping_add(step));
    Ok(m.heap.new_int(value))
}

fn next_of_long_range(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let iterator = arguments.self_;
    let left = m.big_int(m.field(iterator, LEFT));
    if left.is_zero() {
        return Ok(Address::NULL);
    }
    let value = m.field(iterator, START);
    let following = m.big_int(value) + m.big_int(m.field(iterator, STEP));
    let (following, left) = (m.new_big_int(&following), m.new_big_int(&(left - 1)));
    // The old start is handed out.
    m.heap.memory.set_address(iterator.plus(START), following);
    m.set_field(iterator, LEFT, left);
    Ok(value)
}

fn next_of_set(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let iterator = arguments.self_;
    let set = m.field(iterator, SET);
    if set.is_null() {
        return Ok(Address::NULL);
    }
    if m.word(iterator, SET_USED) != m.heap.set_len(set) as i64 {
        m.set_word(iterator, SET_USED, -1);
        return Err(m.raise(StaticType::RuntimeError, "Set changed size during iteration"));
    }
    match m.heap.set_next(set, m.word(iterator, SET_POSITION) as u64) {
        Some((at, entry)) => {
            m.set_word(iterator, SET_POSITION, at as i64 + 1);
            let left = m.word(iterator, SET_LEFT);
            m.set_word(iterator, SET_LEFT, left - 1);
            Ok(m.incref(entry.key))
        }
        None => {
            m.set_field(iterator, SET, Address::NULL);
            Ok(Address::NULL)
        }
    }
}

fn hint_forward(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let left = match place(m, arguments.self_) {
        Some((sequence, at)) => (m.length(sequence)? - at).max(0),
        None => 0,
    };
    Ok(m.heap.new_int(left))
}

fn hint_sequence(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let Some((sequence, _)) = place(m, arguments.self_) else { return Ok(m.heap.new_int(0)) };
    let type_ = m.heap.type_of(sequence);
    if !m.has_slot(type_, crate::types::slot::Slot::Len) {
        return m.not_implemented();
    }
    hint_forward(m, arguments)
}

fn hint_back(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let left = place(m, arguments.self_).map_or(0, |(_, at)| at + 1);
    Ok(m.heap.new_int(left))
}

fn hint_range(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let left = m.word(arguments.self_, LEFT);
    Ok(m.heap.new_int(left))
}

fn hint_long_range(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    Ok(m.field_or_none(arguments.self_, LEFT))
}

fn hint_set(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let set = m.field(arguments.self_, SET);
    let valid = !set.is_null() && m.word(arguments.self_, SET_USED) == m.heap.set_len(set) as i64;
    let left = if valid { m.word(arguments.self_, SET_LEFT) } else { 0 };
    Ok(m.heap.new_int(left))
}
