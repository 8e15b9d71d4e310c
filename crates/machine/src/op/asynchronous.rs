//! `await`: enough to drive coroutines by hand with `send`.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Raised, static_type::StaticType};

use super::Row;
use crate::{
    eval::Next,
    machine::{Machine, Outcome},
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::GetAwaitable, get_awaitable),
    (Opcode::GetAiter, not_yet),
    (Opcode::GetAnext, not_yet),
    (Opcode::BeforeAsyncWith, not_yet),
    (Opcode::EndAsyncFor, not_yet),
];

fn get_awaitable(m: &mut Machine, _: u32) -> Outcome<Next> {
    let awaited = m.peek(1);
    if m.heap.is_exact(awaited, StaticType::Coroutine) {
        if m.generator_delegate(awaited).is_some() {
            m.pop_decref();
            return Err(m.raise(StaticType::RuntimeError, "coroutine is being awaited already"));
        }
        return Ok(Next::Instruction);
    }
    let name = m.name("__await__");
    let class = m.heap.type_of(awaited);
    let Some(attribute) = m.type_lookup(class, name) else {
        let name = m.type_name(awaited);
        m.pop_decref();
        return Err(m.raise(StaticType::TypeError, format!("object {name} can't be used in 'await' expression")));
    };
    let iterator = m.call_attribute_of(attribute, awaited, &[]);
    m.pop_decref();
    m.push(iterator?);
    Ok(Next::Instruction)
}

fn not_yet(m: &mut Machine, _: u32) -> Outcome<Next> {
    let _: Raised = m.unsupported("asynchronous iteration");
    Err(Raised)
}
