//! `yield`, `yield from` and the birth of generators.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Raised, object::generator::FrameState, static_type::StaticType};

use super::Row;
use crate::{
    eval::Next,
    generator,
    machine::{Machine, Outcome},
    watch::Moment,
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::ReturnGenerator, return_generator),
    (Opcode::YieldValue, yield_value),
    (Opcode::Send, send),
];

/// The call of a generator function ends here: its frame moves into a new generator, which is the call's value.
fn return_generator(m: &mut Machine, _: u32) -> Outcome<Next> {
    m.make_generator();
    m.after_return()
}

/// The generator's frame is left as it is, its value goes to the caller's stack.
fn yield_value(m: &mut Machine, _: u32) -> Outcome<Next> {
    let value = m.peek(1);
    m.happened(Moment::Return(value))?;
    m.drop_places(1);
    let generator = generator::of_frame(m.registers.frame);
    m.save_frame();
    m.heap.set_generator_state(generator, FrameState::Suspended);
    m.pop_generator_exc_info(generator);
    let frame = m.registers.frame;
    m.back_to_caller();
    m.forget_previous(frame);
    m.push(value);
    Ok(m.next_in_frame())
}

/// Hands the value on top to the iterator below it. A generator's frame is entered; its value at the end comes to
/// `END_SEND`.
fn send(m: &mut Machine, distance: u32) -> Outcome<Next> {
    let (receiver, value) = (m.peek(2), m.peek(1));
    let type_ = m.heap.type_of(receiver);
    let is_generator = type_ == StaticType::Generator.address() || type_ == StaticType::Coroutine.address();
    if is_generator && m.can_resume_generator(receiver) {
        m.check_recursion()?;
        m.drop_places(1);
        m.enter_generator(receiver, value, distance);
        return Ok(Next::Instruction);
    }
    let result = if m.heap.is_none(value) && m.is_iterator(receiver) {
        m.next_or_raise(receiver)
    } else {
        m.call_method(receiver, "send", &[value]).map(Some)
    };
    let result = match result {
        Err(Raised) if m.error_matches(StaticType::StopIteration) => {
            // The end told by an exception is seen by whoever watches exceptions.
            let stop = m.error().unwrap_or_default();
            m.happened(Moment::Exception(stop))?;
            Ok(None)
        }
        other => other,
    };
    match result? {
        Some(result) => {
            m.set_peek(1, result);
            m.decref(value);
        }
        None => {
            let result = m.take_stop_value();
            m.set_peek(1, result);
            m.decref(value);
            m.jump_forward(distance);
        }
    }
    Ok(Next::Instruction)
}
