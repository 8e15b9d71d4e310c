//! `__reduce__` and `__setstate__` of iterators: how a copy takes up where the original stands.

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

/// The first two words after the header: of an index iterator the index and what it walks over.
const FIRST: u64 = 16;
const SECOND: u64 = 24;
const THIRD: u64 = 32;
const FOURTH: u64 = 40;

macro_rules! rows {
    ($($which:ident $reduce:ident $setstate:ident,)* ; $($only:ident $own:ident,)*) => {
        &[
            $(
                NativeRow::no_arguments(StaticType::$which, "__reduce__", $reduce),
                NativeRow::one(StaticType::$which, "__setstate__", $setstate),
            )*
            $(NativeRow::no_arguments(StaticType::$only, "__reduce__", $own),)*
        ]
    };
}

/// The rows.
pub const ROWS: &[NativeRow] = rows!(
    ListIterator reduce_list set_forward,
    ListReverseIterator reduce_list_back set_back,
    TupleIterator reduce_tuple set_forward,
    StrIterator reduce_text set_forward,
    StrAsciiIterator reduce_text set_forward,
    BytesIterator reduce_tuple set_forward,
    ByteArrayIterator reduce_text set_forward,
    SequenceIterator reduce_tuple set_open,
    RangeIterator reduce_range set_range,
    LongRangeIterator reduce_long_range set_long_range,
    Reversed reduce_reversed set_back,
    Zip reduce_zip set_strict,
    ;
    CallableIterator reduce_callable,
    SetIterator reduce_rest,
    DictKeyIterator reduce_rest,
    DictValueIterator reduce_rest,
    DictItemIterator reduce_rest,
    DictReverseKeyIterator reduce_rest,
    DictReverseValueIterator reduce_rest,
    DictReverseItemIterator reduce_rest,
    Enumerate reduce_enumerate,
    Map reduce_map,
    Filter reduce_filter,
);

impl Machine {
    /// A function of `builtins`, a new reference (`_PyEval_GetBuiltin`).
    pub(crate) fn builtin_named(&mut self, name: &str) -> Outcome {
        let dict = self.thread_word(crate::thread_state::BUILTINS);
        match self.heap.dict_get_text(dict, name) {
            Some(found) => Ok(self.incref(found)),
            None => Err(self.raise(StaticType::AttributeError, name)),
        }
    }

    /// `(maker, (argument,), *state)`; all owned.
    fn made_of(&mut self, maker: Address, argument: Address, state: Option<Address>) -> Address {
        let arguments = self.heap.new_tuple_from(&[argument]);
        match state {
            Some(state) => self.heap.new_tuple_from(&[maker, arguments, state]),
            None => self.heap.new_tuple_from(&[maker, arguments]),
        }
    }
}

/// `(iter, (sequence,), index)`, or `(iter, (empty,))` at the end.
fn reduce_index(m: &mut Machine, iterator: Address, maker: &str, empty: fn(&mut Machine) -> Address) -> Outcome {
    let sequence = m.field(iterator, SECOND);
    if sequence.is_null() {
        let maker = m.builtin_named("iter")?;
        let empty = empty(m);
        return Ok(m.made_of(maker, empty, None));
    }
    let maker = m.builtin_named(maker)?;
    let index = m.word(iterator, FIRST);
    let index = m.heap.new_int(index);
    m.incref(sequence);
    Ok(m.made_of(maker, sequence, Some(index)))
}

fn reduce_list(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    reduce_index(m, a.self_, "iter", |m| m.heap.new_list(0))
}

fn reduce_list_back(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    reduce_index(m, a.self_, "reversed", |m| m.heap.new_list(0))
}

fn reduce_tuple(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    reduce_index(m, a.self_, "iter", |m| m.heap.new_tuple_from(&[]))
}

fn reduce_text(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    reduce_index(m, a.self_, "iter", |m| m.heap.new_str(""))
}

fn reduce_callable(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let (callable, sentinel) = (m.field(a.self_, FIRST), m.field(a.self_, SECOND));
    let maker = m.builtin_named("iter")?;
    if callable.is_null() || sentinel.is_null() {
        let empty = m.heap.new_tuple_from(&[]);
        return Ok(m.made_of(maker, empty, None));
    }
    let arguments = m.heap.new_tuple_of(&[callable, sentinel]);
    Ok(m.heap.new_tuple_from(&[maker, arguments]))
}

/// What is left, as a list; the iterator itself stays where it is.
fn reduce_rest(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let maker = m.builtin_named("iter")?;
    // A copy of the iterator is walked to its end.
    let iterator = a.self_;
    let class = m.heap.type_of(iterator);
    let copy = m.heap.generic_allocate(class, 0);
    let words = m.heap.memory.u64(class.plus(heapglass_heap::static_type::field::BASIC_SIZE)) / 8;
    for word in 2..words {
        let value = m.heap.memory.u64(iterator.plus(8 * word));
        m.heap.memory.set_u64(copy.plus(8 * word), value);
    }
    let held = m.field(copy, FIRST);
    m.heap.xincref(held);
    if !m.heap.is_instance(iterator, StaticType::SetIterator) {
        // The tuple that an iterator over items uses again stays the original's.
        m.heap.memory.set_u64(copy.plus(FOURTH), 0);
    }
    let list = m.list_from(copy);
    m.decref(copy);
    match list {
        Ok(list) => Ok(m.made_of(maker, list, None)),
        Err(raised) => {
            m.decref(maker);
            Err(raised)
        }
    }
}

/// `(iter, (range(…),), None)` with the numbers that are left.
fn reduce_range(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let (start, step, left) = (m.word(a.self_, FIRST), m.word(a.self_, SECOND), m.word(a.self_, THIRD));
    let numbers = [start, start.wrapping_add(step.wrapping_mul(left)), step].map(|number| m.heap.new_int(number));
    range_of(m, numbers)
}

fn reduce_long_range(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let [start, step, left] = [FIRST, SECOND, THIRD].map(|offset| m.big_int(m.field(a.self_, offset)));
    let stop = &start + &step * left;
    let numbers = [&start, &stop, &step].map(|number| m.new_big_int(number));
    range_of(m, numbers)
}

fn range_of(m: &mut Machine, [start, stop, step]: [Address; 3]) -> Outcome {
    let maker = m.builtin_named("iter")?;
    let range = m.new_range_of(start, stop, step);
    let none = m.heap.none();
    Ok(m.made_of(maker, range, Some(none)))
}

/// `(class, arguments)` of the iterator types that are classes themselves.
fn class_and(m: &mut Machine, iterator: Address, arguments: Address) -> Outcome {
    let class = m.heap.type_of(iterator);
    m.incref(class);
    Ok(m.heap.new_tuple_from(&[class, arguments]))
}

fn reduce_enumerate(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let long = m.field(a.self_, FOURTH);
    let index = m.word(a.self_, FIRST);
    let index = if long.is_null() { m.heap.new_int(index) } else { m.incref(long) };
    let inner = m.field(a.self_, SECOND);
    m.incref(inner);
    let arguments = m.heap.new_tuple_from(&[inner, index]);
    class_and(m, a.self_, arguments)
}

fn reduce_zip(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let iterators = m.field_or_none(a.self_, SECOND);
    let class = m.heap.type_of(a.self_);
    m.incref(class);
    if m.heap.memory.u8(a.self_.plus(FOURTH)) == 0 {
        return Ok(m.heap.new_tuple_from(&[class, iterators]));
    }
    let strict = m.heap.true_();
    Ok(m.heap.new_tuple_from(&[class, iterators, strict]))
}

fn reduce_map(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let (iterators, function) = (m.field(a.self_, FIRST), m.field(a.self_, SECOND));
    let mut all = vec![function];
    all.extend(m.heap.tuple_items(iterators));
    let arguments = m.heap.new_tuple_of(&all);
    class_and(m, a.self_, arguments)
}

fn reduce_filter(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let parts = [m.field(a.self_, FIRST), m.field(a.self_, SECOND)];
    let arguments = m.heap.new_tuple_of(&parts);
    class_and(m, a.self_, arguments)
}

fn reduce_reversed(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let (index, sequence) = (m.word(a.self_, FIRST), m.field(a.self_, SECOND));
    let class = m.heap.type_of(a.self_);
    m.incref(class);
    if sequence.is_null() {
        let empty = m.heap.new_tuple_from(&[]);
        return Ok(m.made_of(class, empty, None));
    }
    m.incref(sequence);
    let index = m.heap.new_int(index);
    Ok(m.made_of(class, sequence, Some(index)))
}

// Setting the index: what lies outside is brought to the nearest end.

fn set_index(m: &mut Machine, a: Arguments<'_>, least: i64, beyond: i64) -> Outcome {
    let index = m.index_to_i64(a.positional[0], StaticType::OverflowError)?;
    let sequence = m.field(a.self_, SECOND);
    if !sequence.is_null() {
        let length = m.length(sequence)?;
        m.set_word(a.self_, FIRST, index.min(length.saturating_add(beyond)).max(least));
    }
    m.none()
}

fn set_forward(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    set_index(m, a, 0, 0)
}

fn set_back(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    set_index(m, a, -1, -1)
}

/// Nobody knows how long the sequence is.
fn set_open(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let index = m.index_to_i64(a.positional[0], StaticType::OverflowError)?;
    if !m.field(a.self_, SECOND).is_null() {
        m.set_word(a.self_, FIRST, index.max(0));
    }
    m.none()
}

fn set_range(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let index = m.index_to_i64(a.positional[0], StaticType::OverflowError)?;
    let (start, step, left) = (m.word(a.self_, FIRST), m.word(a.self_, SECOND), m.word(a.self_, THIRD));
    let index = index.clamp(0, left.max(0));
    m.set_word(a.self_, FIRST, start.wrapping_add(index.wrapping_mul(step)));
    m.set_word(a.self_, THIRD, left - index);
    m.none()
}

fn set_long_range(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let index = m.index(a.positional[0])?;
    let at = m.big_int(index);
    m.decref(index);
    let [start, step, left] = [FIRST, SECOND, THIRD].map(|offset| m.big_int(m.field(a.self_, offset)));
    let at = at.clamp(Default::default(), left.clone());
    for (offset, value) in [(FIRST, start + &at * step), (THIRD, left - at)] {
        let value = m.new_big_int(&value);
        m.set_field(a.self_, offset, value);
    }
    m.none()
}

fn set_strict(m: &mut Machine, a: Arguments<'_>) -> Outcome {
    let strict = m.is_true(a.positional[0])?;
    m.heap.memory.set_u8(a.self_.plus(FOURTH), u8::from(strict));
    m.none()
}
