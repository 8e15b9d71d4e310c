//! `count`, `cycle` and `repeat`.

use heapglass_heap::{
    Address, Kind,
    layout::itertools::{count, cycle, repeat},
    static_type::StaticType,
};

use super::{instance, itself, reduce, set_state};
use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::BinaryOp,
    types::object_type::getattribute,
};

const COUNT: StaticType = StaticType::ItertoolsCount;
const CYCLE: StaticType = StaticType::ItertoolsCycle;
const REPEAT: StaticType = StaticType::ItertoolsRepeat;
/// `cnt` of a counter that counts with objects.
pub(super) const SLOW: i64 = i64::MAX;

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(COUNT, count_new),
    NativeRow::slot(COUNT, "__repr__", count_repr),
    NativeRow::slot(COUNT, "__getattribute__", getattribute),
    NativeRow::slot(COUNT, "__iter__", itself),
    NativeRow::slot(COUNT, "__next__", count_next),
    NativeRow::no_arguments(COUNT, "__reduce__", reduce),
    NativeRow::new(CYCLE, cycle_new),
    NativeRow::slot(CYCLE, "__getattribute__", getattribute),
    NativeRow::slot(CYCLE, "__iter__", itself),
    NativeRow::slot(CYCLE, "__next__", cycle_next),
    NativeRow::no_arguments(CYCLE, "__reduce__", reduce),
    NativeRow::one(CYCLE, "__setstate__", set_state),
    NativeRow::new(REPEAT, repeat_new),
    NativeRow::slot(REPEAT, "__repr__", repeat_repr),
    NativeRow::slot(REPEAT, "__getattribute__", getattribute),
    NativeRow::slot(REPEAT, "__iter__", itself),
    NativeRow::slot(REPEAT, "__next__", repeat_next),
    NativeRow::no_arguments(REPEAT, "__length_hint__", |m, a| {
        let left = m.word(a.self_, repeat::COUNT);
        if left < 0 {
            return m.type_error("len() of unsized object");
        }
        Ok(m.heap.new_int_ssize(left))
    }),
    NativeRow::no_arguments(REPEAT, "__reduce__", reduce),
];

/// Counts in a machine word while the step is one and the number fits.
fn count_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let given = m.named_arguments(&arguments, "count", ["start", "step"], 0)?;
    for number in given.into_iter().flatten() {
        if !m.is_number(number) {
            return m.type_error("a number is required");
        }
    }
    let [start, step] = [(given[0], 0), (given[1], 1)].map(|(given, default)| match given {
        Some(given) => m.incref(given),
        None => m.heap.new_int_ssize(default),
    });
    let word = |m: &Machine, object: Address| {
        if m.heap.kind(object) == Kind::Int { m.heap.int_to_i64(object) } else { None }
    };
    let first = word(m, start).filter(|_| word(m, step) == Some(1));
    let object = instance(m, arguments.self_, &[(count::LONG_STEP, step)]);
    m.set_word(object, count::COUNT, first.unwrap_or(SLOW));
    if first.is_some() {
        m.decref(start);
    } else {
        m.heap.memory.set_address(object.plus(count::LONG_COUNT), start);
    }
    Ok(object)
}

fn count_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let number = m.word(this, count::COUNT);
    if number != SLOW {
        m.set_word(this, count::COUNT, number + 1);
        return Ok(m.heap.new_int_ssize(number));
    }
    let mut current = m.field(this, count::LONG_COUNT);
    if current.is_null() {
        current = m.heap.new_int_ssize(i64::MAX);
        m.heap.memory.set_address(this.plus(count::LONG_COUNT), current);
    }
    let next = m.binary(BinaryOp::Add, current, m.field(this, count::LONG_STEP))?;
    m.heap.memory.set_address(this.plus(count::LONG_COUNT), next);
    Ok(current)
}

fn count_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    let number = m.word(this, count::COUNT);
    if number != SLOW {
        return m.new_text(&format!("count({number})"));
    }
    let (current, step) = (m.field(this, count::LONG_COUNT), m.field(this, count::LONG_STEP));
    let current = if current.is_null() { "<NULL>".to_owned() } else { m.repr_text(current)? };
    if m.heap.kind(step) == Kind::Int && m.heap.int_to_i64(step) == Some(1) {
        return m.new_text(&format!("count({current})"));
    }
    let step = m.repr_text(step)?;
    m.new_text(&format!("count({current}, {step})"))
}

fn cycle_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.no_keywords_for(&arguments, CYCLE)?;
    arguments.arity(m, "cycle", 1, 1)?;
    let iterator = m.iter(arguments.positional[0])?;
    let saved = m.heap.new_list(0);
    Ok(instance(m, arguments.self_, &[(cycle::ITERATOR, iterator), (cycle::SAVED, saved)]))
}

fn cycle_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    if !m.field(this, cycle::ITERATOR).is_null() {
        if let Some(item) = m.next_of_field(this, cycle::ITERATOR)? {
            // A copy that has been told what was saved saves nothing.
            if m.heap.memory.u32(this.plus(cycle::FIRST_PASS)) == 0 {
                m.incref(item);
                m.heap.list_append(m.field(this, cycle::SAVED), item);
            }
            return Ok(item);
        }
        m.set_field(this, cycle::ITERATOR, Address::NULL);
    }
    let saved = m.field(this, cycle::SAVED);
    let length = m.heap.list_len(saved);
    if length == 0 {
        return Ok(Address::NULL);
    }
    let at = m.word(this, cycle::INDEX) as u64;
    let item = m.heap.list_item(saved, at);
    m.set_word(this, cycle::INDEX, if at + 1 >= length { 0 } else { at as i64 + 1 });
    Ok(m.incref(item))
}

fn repeat_new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let [element, times] = m.named_arguments(&arguments, "repeat", ["object", "times"], 1)?;
    let times = match times {
        Some(times) => m.index_to_i64(times, StaticType::OverflowError)?.max(0),
        None => -1,
    };
    let element = element.map_or(Address::NULL, |element| m.incref(element));
    let object = instance(m, arguments.self_, &[(repeat::ELEMENT, element)]);
    m.set_word(object, repeat::COUNT, times);
    Ok(object)
}

fn repeat_next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let left = m.word(arguments.self_, repeat::COUNT);
    if left == 0 {
        return Ok(Address::NULL);
    }
    if left > 0 {
        m.set_word(arguments.self_, repeat::COUNT, left - 1);
    }
    let element = m.field(arguments.self_, repeat::ELEMENT);
    Ok(m.incref(element))
}

fn repeat_repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let left = m.word(arguments.self_, repeat::COUNT);
    let element = m.repr_text(m.field(arguments.self_, repeat::ELEMENT))?;
    if left < 0 {
        return m.new_text(&format!("repeat({element})"));
    }
    m.new_text(&format!("repeat({element}, {left})"))
}
