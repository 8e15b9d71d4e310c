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
        let matching = if is_group(m, raised) { m.incref(raised) } else { group_of(m, "", &[raised])? };
        return Ok((matching, none));
    }
    if !is_group(m, raised) {
        return Ok((none, m.incref(raised)));
    }
    let pair = m.call_method(raised, "split", &[pattern])?;
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

/// A new group of these exceptions (borrowed).
fn group_of(m: &mut Machine, message: &str, exceptions: &[Address]) -> Outcome {
    // A single exception outside of any group comes in a tuple, what several clauses raised in a list.
    let list = if exceptions.len() == 1 { m.heap.new_tuple_of(exceptions) } else { m.heap.new_list_of(exceptions) };
    let message = m.heap.new_str(message);
    let made = m.call(StaticType::BaseExceptionGroup.address(), &[message, list], &[]);
    m.decref(message);
    m.decref(list);
    made
}

/// What is raised after all clauses of an `except*` (`_PyExc_PrepReraiseStar`): `results` (a list) holds what each clause
/// raised, and the part nobody matched. `None` if nothing is left. A new reference.
pub(super) fn prepare_reraise(m: &mut Machine, original: Address, results: Address) -> Outcome {
    let results: Vec<Address> = m.heap.list_items(results).into_iter().filter(|item| !m.heap.is_none(*item)).collect();
    let none = m.heap.none();
    if !is_group(m, original) {
        return Ok(results.first().map_or(none, |first| m.incref(*first)));
    }
    let (again, mut raised): (Vec<Address>, Vec<Address>) =
        results.into_iter().partition(|result| same_metadata(m, *result, original));
    let leaves: Vec<Address> = again.iter().flat_map(|group| leaves_of(m, *group)).collect();
    let kept = keep(m, original, &leaves)?;
    if raised.is_empty() {
        return Ok(kept.unwrap_or(none));
    }
    raised.extend(kept);
    let made = if let [one] = raised[..] { Ok(m.incref(one)) } else { group_of(m, "", &raised) };
    if let Some(kept) = kept {
        m.decref(kept);
    }
    made
}

/// Whether `part` was split off `whole` and not raised by a clause: it has the same traceback, cause and context.
fn same_metadata(m: &Machine, part: Address, whole: Address) -> bool {
    let same = |offset| m.heap.exception_field(part, offset) == m.heap.exception_field(whole, offset);
    is_group(m, part) && same(exception::TRACEBACK) && same(exception::CAUSE) && same(exception::CONTEXT)
}

/// The exceptions of a group, borrowed.
fn members(m: &Machine, group: Address) -> Vec<Address> {
    let tuple = m.heap.exception_field(group, exception::FIRST_EXTRA + 8);
    m.heap.tuple_items(tuple)
}

/// All exceptions inside that are no groups themselves.
fn leaves_of(m: &Machine, group: Address) -> Vec<Address> {
    if !is_group(m, group) {
        return vec![group];
    }
    members(m, group).into_iter().flat_map(|member| leaves_of(m, member)).collect()
}

/// The group with only the leaves given, in its own structure; `None` if none of them is inside.
fn keep(m: &mut Machine, group: Address, leaves: &[Address]) -> Outcome<Option<Address>> {
    let mut kept = Vec::new();
    for member in members(m, group) {
        if !is_group(m, member) {
            if leaves.contains(&member) {
                kept.push(m.incref(member));
            }
        } else if let Some(part) = keep(m, member, leaves)? {
            kept.push(part);
        }
    }
    if kept.is_empty() {
        return Ok(None);
    }
    let list = m.heap.new_list_from(&kept);
    let derived = m.call_method(group, "derive", &[list]);
    m.decref(list);
    let derived = derived?;
    for offset in [exception::TRACEBACK, exception::CAUSE, exception::CONTEXT] {
        let value = m.heap.exception_field(group, offset);
        if !value.is_null() {
            m.incref(value);
        }
        let old = m.heap.replace_exception_field(derived, offset, value);
        m.xdecref(old);
    }
    m.copy_notes(group, derived)?;
    Ok(Some(derived))
}
