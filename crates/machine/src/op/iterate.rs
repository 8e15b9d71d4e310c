//! `for`: a generator's frame is entered like a function's; any other iterator is asked for its next item.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, static_type::StaticType};

use super::Row;
use crate::{
    eval::Next,
    machine::{Machine, Outcome},
    method::iterator::next_of_common,
    watch::Moment,
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::GetIter, get_iter),
    (Opcode::GetYieldFromIter, get_yield_from_iter),
    (Opcode::ForIter, for_iter),
];

fn get_iter(m: &mut Machine, _: u32) -> Outcome<Next> {
    let iterable = m.peek(1);
    let iterator = m.iter(iterable);
    m.drop_places(1);
    m.decref(iterable);
    m.push(iterator?);
    Ok(Next::Instruction)
}

fn get_yield_from_iter(m: &mut Machine, _: u32) -> Outcome<Next> {
    let iterable = m.peek(1);
    if m.heap.is_exact(iterable, StaticType::Generator) {
        return Ok(Next::Instruction);
    }
    if m.heap.is_exact(iterable, StaticType::Coroutine) {
        if m.runs_coroutine_code() {
            return Ok(Next::Instruction);
        }
        m.pop_decref();
        let text = "cannot 'yield from' a coroutine object in a non-coroutine generator";
        return Err(m.raise(StaticType::TypeError, text));
    }
    get_iter(m, 0)
}

/// At the end the iterator goes and the `END_FOR` that only generators reach is skipped.
pub(crate) fn for_iter(m: &mut Machine, distance: u32) -> Outcome<Next> {
    let iterator = m.peek(1);
    if m.heap.is_exact(iterator, StaticType::Generator) && m.can_resume_generator(iterator) {
        m.check_recursion()?;
        let none = m.heap.none();
        m.enter_generator(iterator, none, distance);
        return Ok(Next::Instruction);
    }
    if let Some(Ok(item)) = next_of_common(m, iterator) {
        return Ok(take_item(m, iterator, item.non_null(), distance));
    }
    let item = match m.next_or_raise(iterator) {
        Ok(item) => item,
        Err(raised) if m.watch.abandoned || !m.error_matches(StaticType::StopIteration) => return Err(raised),
        Err(_) => {
            // The end told by an exception of Python code is seen by whoever watches exceptions.
            let stop = m.error().unwrap_or_default();
            m.happened(Moment::Exception(stop))?;
            m.clear_error();
            None
        }
    };
    Ok(take_item(m, iterator, item, distance))
}

#[inline]
fn take_item(m: &mut Machine, iterator: Address, item: Option<Address>, distance: u32) -> Next {
    match item {
        Some(item) => m.push(item),
        None => {
            m.drop_places(1);
            m.decref(iterator);
            m.jump_forward(distance + 1);
        }
    }
    Next::Instruction
}
