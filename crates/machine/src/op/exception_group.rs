//! `except*`: an exception group is split between the clauses, and what they leave is raised again.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, StaticType, object::exception};

use super::Row;
use crate::{
    eval::Next,
    machine::{Machine, Outcome},
    thread_state::EXC_INFO,
};

pub(crate) const TABLE: &[Row] = &[(Opcode::CheckEgMatch, check_eg_match)];

/// The exception and the clause's type give way to the rest and the matching part; either may be `None`.
fn check_eg_match(m: &mut Machine, _: u32) -> Outcome<Next> {
    let (raised, pattern) = (m.peek(2), m.peek(1));
    let parts = super::exception::check_catchable(m, pattern)
        .and_then(|()| check_no_group(m, pattern))
        .and_then(|()| split(m, raised, pattern));
    m.discard_values(2);
    let (matching, rest) = parts?;
    m.push(rest);
    m.push(matching);
    if !m.heap.is_none(matching) {
        set_handled(m, matching);
    }
    Ok(Next::Instruction)
}

/// `except*` looks into groups: it cannot catch them.
fn check_no_group(m: &mut Machine, pattern: Address) -> Outcome<()> {
    let group = StaticType::BaseExceptionGroup.address();
    let is_tuple = m.heap.is_instance(pattern, StaticType::Tuple);
    let classes = if is_tuple { m.heap.tuple_items(pattern) } else { vec![pattern] };
    if classes.into_iter().any(|class| m.heap.is_subtype(class, group)) {
        return m.type_error("catching ExceptionGroup with except* is not allowed. Use except instead.");
    }
    Ok(())
}

/// The matching part becomes the exception being handled.
fn set_handled(m: &mut Machine, exception: Address) {
    let item = m.thread_word(EXC_INFO);
    let before = m.heap.memory.address(item);
    m.incref(exception);
    m.heap.memory.set_address(item, exception);
    m.xdecref(before);
}

fn is_group(m: &Machine, object: Address) -> bool {
    m.heap.is_subtype(m.heap.type_of(object), StaticType::BaseExceptionGroup.address())
}

/// The part of an exception that matches, and the rest; new references (`exception_group_match`).
fn split(m: &mut Machine, raised: Address, pattern: Address) -> Outcome<(Address, Address)> {
    let none = m.heap.none();
    if m.heap.is_none(raised) {
        return Ok((none, none));
    }
    let class = m.heap.type_of(raised);
    if m.class_matches(class, pattern) {
        if is_group(m, raised) {
            return Ok((m.incref(raised), none));
        }
        let alone = m.heap.new_tuple_of(&[raised]);
        let matching = group_of(m, "", alone);
        m.decref(alone);
        return Ok((matching?, none));
    }
    if !is_group(m, raised) {
        return Ok((none, m.incref(raised)));
    }
    let method = m.method_by_text(raised, "split")?;
    let pair = m.call_one(method, pattern);
    m.decref(method);
    let pair = pair?;
    if !m.heap.is_exact(pair, StaticType::Tuple) || m.heap.tuple_len(pair) < 2 {
        m.decref(pair);
        return Err(m.raise(StaticType::TypeError, "split must return a 2-tuple"));
    }
    let (matching, rest) = (m.heap.tuple_item(pair, 0), m.heap.tuple_item(pair, 1));
    m.incref(matching);
    m.incref(rest);
    m.decref(pair);
    Ok((matching, rest))
}

/// A new group of the exceptions of a sequence (borrowed).
fn group_of(m: &mut Machine, message: &str, exceptions: Address) -> Outcome {
    let message = m.heap.new_str(message);
    let made = m.call(StaticType::BaseExceptionGroup.address(), &[message, exceptions], &[]);
    m.decref(message);
    made
}

/// What is raised after all clauses of an `except*` (`_PyExc_PrepReraiseStar`): `results` (a list) holds what each clause
/// raised, and the part nobody matched. `None` if nothing is left. A new reference.
pub(super) fn prepare_reraise(m: &mut Machine, original: Address, results: Address) -> Outcome {
    let none = m.heap.none();
    if !is_group(m, original) {
        return Ok(m.heap.list_items(results).first().map_or(none, |first| m.incref(*first)));
    }
    let (raised, again) = (m.heap.new_list(0), m.heap.new_list(0));
    for result in m.heap.list_items(results).into_iter().filter(|result| *result != none) {
        let list = if same_metadata(m, result, original) { again } else { raised };
        m.incref(result);
        m.heap.list_append(list, result);
    }
    let result = m.group_projection(original, again).and_then(|kept| join(m, raised, kept));
    m.decref(raised);
    m.decref(again);
    result
}

/// What clauses raised, and what is left of the group (taken over; it may be `None`), as one exception.
fn join(m: &mut Machine, raised: Address, kept: Address) -> Outcome {
    if m.heap.list_len(raised) == 0 {
        return Ok(kept);
    }
    if !m.heap.is_none(kept) {
        m.heap.list_append(raised, kept);
    }
    match m.heap.list_items(raised)[..] {
        [one] => Ok(m.incref(one)),
        _ => group_of(m, "", raised),
    }
}

/// Whether `part` was split off `whole` and not raised by a clause: it has the same traceback, cause and context.
fn same_metadata(m: &Machine, part: Address, whole: Address) -> bool {
    let same = |offset| m.heap.exception_field(part, offset) == m.heap.exception_field(whole, offset);
    is_group(m, part) && same(exception::TRACEBACK) && same(exception::CAUSE) && same(exception::CONTEXT)
}
