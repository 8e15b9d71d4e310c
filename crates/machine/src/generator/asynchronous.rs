//! Asynchronous generators (Objects/genobject.c): `__anext__`, `asend`, `athrow` and `aclose` return objects that are awaited.
//!
//! What such a generator yields comes wrapped; anything else that comes out of it is an await on its way to the event loop.
//! The wrapped value ends the wait as the value of a `StopIteration`.

use heapglass_heap::{
    Address, Raised,
    layout::runtime::{async_step as step, generator as field, wrapped_value},
    object::generator::FrameState,
    static_type::StaticType,
};

use super::methods::{check_thrown, itself};
use crate::{
    machine::{Machine, Outcome},
    method::singleton::class_item,
    native::{Arguments, NativeRow},
    types::{field_row::read_field, object_type::getattribute},
};

const GENERATOR: StaticType = StaticType::AsyncGenerator;
const SEND: StaticType = StaticType::AsyncGenASend;
const THROW: StaticType = StaticType::AsyncGenAThrow;

/// `ags_state`, `agt_state`: not begun, under way, over.
const INIT: i32 = 0;
const ITERATING: i32 = 1;
const CLOSED: i32 = 2;

read_field! {
    origin field::ORIGIN_OR_FINALIZER;
}

/// The rows.
pub(crate) const ROWS: &[NativeRow] = &[
    NativeRow::slot(GENERATOR, "__aiter__", itself),
    NativeRow::slot(GENERATOR, "__anext__", |m, a| new_send(m, a.self_, Address::NULL)),
    NativeRow::slot(GENERATOR, "__del__", super::methods::finalize),
    NativeRow::one(GENERATOR, "asend", |m, a| new_send(m, a.self_, a.positional[0])),
    NativeRow::packed(GENERATOR, "athrow", athrow),
    NativeRow::no_arguments(GENERATOR, "aclose", |m, a| new_throw(m, a.self_, Address::NULL)),
    NativeRow::class_method(GENERATOR, "__class_getitem__", class_item),
    NativeRow::member(StaticType::Coroutine, "cr_origin", origin),
    NativeRow::slot(GENERATOR, "__getattribute__", getattribute),
    NativeRow::slot(StaticType::Coroutine, "__getattribute__", getattribute),
    NativeRow::slot(StaticType::AsyncGenWrappedValue, "__getattribute__", getattribute),
    NativeRow::slot(SEND, "__getattribute__", getattribute),
    NativeRow::slot(THROW, "__getattribute__", getattribute),
    NativeRow::slot(SEND, "__await__", itself),
    NativeRow::slot(SEND, "__iter__", itself),
    NativeRow::slot(SEND, "__next__", |m, a| send(m, a.self_, m.heap.none())),
    NativeRow::one(SEND, "send", |m, a| send(m, a.self_, a.positional[0])),
    NativeRow::positional(SEND, "throw", send_throw),
    NativeRow::no_arguments(SEND, "close", close),
    NativeRow::slot(THROW, "__await__", itself),
    NativeRow::slot(THROW, "__iter__", itself),
    NativeRow::slot(THROW, "__next__", |m, a| throw_send(m, a.self_, m.heap.none())),
    NativeRow::one(THROW, "send", |m, a| throw_send(m, a.self_, a.positional[0])),
    NativeRow::positional(THROW, "throw", throw_throw),
    NativeRow::no_arguments(THROW, "close", close),
];

/// What is yielded, wrapped (`INTRINSIC_ASYNC_GEN_WRAP`).
pub(crate) fn wrap(m: &mut Machine, value: Address) -> Outcome {
    Ok(m.heap.new_wrapped_value(value))
}

fn new_send(m: &mut Machine, generator: Address, value: Address) -> Outcome {
    init_hooks(m, generator)?;
    Ok(m.heap.new_async_send(generator, value))
}

fn new_throw(m: &mut Machine, generator: Address, arguments: Address) -> Outcome {
    init_hooks(m, generator)?;
    m.incref(generator);
    m.heap.xincref(arguments);
    Ok(m.new_words(THROW, &[generator.raw(), arguments.raw()]))
}

fn athrow(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if arguments.positional.len() > 1 {
        let text = "the (type, exc, tb) signature of athrow() is deprecated, use the single-arg signature instead.";
        m.warn_deprecated(text)?;
    }
    new_throw(m, arguments.self_, arguments.packed)
}

/// The first step of an asynchronous generator is told to the event loop (`async_gen_init_hooks`).
fn init_hooks(m: &mut Machine, generator: Address) -> Outcome<()> {
    if m.heap.memory.u8(generator.plus(field::HOOKS_INITED)) != 0 {
        return Ok(());
    }
    m.heap.memory.set_u8(generator.plus(field::HOOKS_INITED), 1);
    let [first, last] = [m.thread_word(super::hooks::FIRST_ITERATION), m.thread_word(super::hooks::FINALIZER)];
    if !last.is_null() {
        m.store_field(generator, field::ORIGIN_OR_FINALIZER, last);
    }
    if !first.is_null() {
        m.incref(first);
        let told = m.call_one(first, generator);
        m.decref(first);
        let told = told?;
        m.decref(told);
    }
    Ok(())
}

fn state(m: &Machine, this: Address) -> i32 {
    m.heap.memory.i32(this.plus(step::STATE))
}

fn set_state(m: &mut Machine, this: Address, state: i32) {
    m.heap.memory.set_i32(this.plus(step::STATE), state);
}

fn is_running(m: &Machine, generator: Address) -> bool {
    m.heap.memory.u8(generator.plus(field::RUNNING_ASYNC)) != 0
}

fn set_running(m: &mut Machine, generator: Address, running: bool) {
    m.heap.memory.set_u8(generator.plus(field::RUNNING_ASYNC), u8::from(running));
}

/// Whether the generator's end, by itself or by being closed, is what is being raised.
fn is_end(m: &Machine) -> bool {
    m.error_matches(StaticType::StopAsyncIteration) || m.error_matches(StaticType::GeneratorExit)
}

fn is_wrapped(m: &Machine, value: Address) -> bool {
    m.heap.is_exact(value, StaticType::AsyncGenWrappedValue)
}

/// What a step of the generator means for who waits (`async_gen_unwrap_value`).
fn unwrap(m: &mut Machine, generator: Address, result: Outcome<Option<Address>>) -> Outcome {
    match result {
        Ok(Some(value)) if is_wrapped(m, value) => {
            let inner = m.field(value, wrapped_value::VALUE);
            m.incref(inner);
            m.raise_stop_value(inner);
            m.decref(value);
            set_running(m, generator, false);
            Err(Raised)
        }
        Ok(Some(value)) => Ok(value),
        Ok(None) | Err(Raised) if m.watch.abandoned => Err(Raised),
        Ok(None) | Err(Raised) => {
            if m.error().is_none() {
                m.raise_bare(StaticType::StopAsyncIteration);
            }
            if is_end(m) {
                m.heap.memory.set_u8(generator.plus(field::CLOSED), 1);
            }
            set_running(m, generator, false);
            Err(Raised)
        }
    }
}

/// `asend(…).send(value)`.
fn send(m: &mut Machine, this: Address, value: Address) -> Outcome {
    let generator = m.field(this, step::GENERATOR);
    let mut sent = value;
    match state(m, this) {
        CLOSED => return reused(m, "__anext__()/asend()"),
        INIT => {
            if is_running(m, generator) {
                return running_already(m, "anext()");
            }
            let given = m.field(this, step::VALUE);
            if m.heap.is_none(sent) && !given.is_null() {
                sent = given;
            }
            set_state(m, this, ITERATING);
        }
        _ => {}
    }
    set_running(m, generator, true);
    let result = m.generator_send(generator, sent);
    let result = unwrap(m, generator, result);
    if result.is_err() {
        set_state(m, this, CLOSED);
    }
    result
}

fn send_throw(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    if state(m, this) == CLOSED {
        return reused(m, "__anext__()/asend()");
    }
    let generator = m.field(this, step::GENERATOR);
    let result = throw_given(m, generator, arguments);
    let result = unwrap(m, generator, result);
    if result.is_err() {
        set_state(m, this, CLOSED);
    }
    result
}

fn throw_given(m: &mut Machine, generator: Address, arguments: Arguments<'_>) -> Outcome<Option<Address>> {
    check_thrown(m, &arguments, "throw")?;
    m.generator_throw(generator, arguments.positional, true)
}

fn close(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    set_state(m, arguments.self_, CLOSED);
    m.none()
}

fn reused(m: &mut Machine, what: &str) -> Outcome {
    Err(m.raise(StaticType::RuntimeError, format!("cannot reuse already awaited {what}")))
}

fn running_already(m: &mut Machine, what: &str) -> Outcome {
    Err(m.raise(StaticType::RuntimeError, format!("{what}: asynchronous generator is already running")))
}

/// `athrow(…).send(value)` and `aclose().send(value)`: those of `aclose` have no arguments.
fn throw_send(m: &mut Machine, this: Address, value: Address) -> Outcome {
    let generator = m.field(this, step::GENERATOR);
    let arguments = m.field(this, step::VALUE);
    if state(m, this) == CLOSED {
        return reused(m, "aclose()/athrow()");
    }
    if matches!(m.heap.generator_state(generator), FrameState::Completed | FrameState::Cleared) {
        set_state(m, this, CLOSED);
        return Err(m.raise_bare(StaticType::StopIteration));
    }
    if state(m, this) == INIT {
        return throw_begin(m, this, generator, arguments, value);
    }
    let result = m.generator_send(generator, value);
    if !arguments.is_null() {
        return unwrap(m, generator, result);
    }
    close_result(m, this, generator, result)
}

/// The first step: the exception is thrown in.
fn throw_begin(m: &mut Machine, this: Address, generator: Address, arguments: Address, value: Address) -> Outcome {
    if is_running(m, generator) {
        set_state(m, this, CLOSED);
        return running_already(m, if arguments.is_null() { "aclose()" } else { "athrow()" });
    }
    if m.heap.memory.u8(generator.plus(field::CLOSED)) != 0 {
        set_state(m, this, CLOSED);
        return Err(m.raise_bare(StaticType::StopAsyncIteration));
    }
    if !m.heap.is_none(value) {
        return Err(m.raise(StaticType::RuntimeError, "can't send non-None value to a just-started coroutine"));
    }
    set_state(m, this, ITERATING);
    set_running(m, generator, true);
    if arguments.is_null() {
        m.heap.memory.set_u8(generator.plus(field::CLOSED), 1);
        let result = m.generator_throw(generator, &[StaticType::GeneratorExit.address()], false);
        return close_result(m, this, generator, result);
    }
    let given = m.heap.tuple_items(arguments);
    let call = Arguments::of(generator, &given);
    let result = call.arity(m, "athrow", 1, 3).and_then(|()| m.generator_throw(generator, &given, false));
    let result = unwrap(m, generator, result);
    if result.is_err() {
        end(m, this, generator);
    }
    result
}

/// What a step of a generator that is being closed means: another yield is refused.
fn close_result(m: &mut Machine, this: Address, generator: Address, result: Outcome<Option<Address>>) -> Outcome {
    let result = refuse_yield(m, this, generator, result);
    if result.is_err() && !m.watch.abandoned {
        end(m, this, generator);
    }
    result
}

/// The same, and the step goes on being one of a generator that runs where it ends or raises (`async_gen_athrow_throw`,
/// Objects/genobject.c).
fn refuse_yield(m: &mut Machine, this: Address, generator: Address, result: Outcome<Option<Address>>) -> Outcome {
    match result {
        Ok(Some(value)) if is_wrapped(m, value) => {
            m.decref(value);
            end(m, this, generator);
            Err(m.raise(StaticType::RuntimeError, "async generator ignored GeneratorExit"))
        }
        Ok(Some(value)) => Ok(value),
        Ok(None) | Err(Raised) if m.watch.abandoned => Err(Raised),
        Ok(None) | Err(Raised) => {
            if m.error().is_none() || is_end(m) {
                m.clear_error();
                m.raise_bare(StaticType::StopIteration);
            }
            Err(Raised)
        }
    }
}

fn end(m: &mut Machine, this: Address, generator: Address) {
    set_running(m, generator, false);
    set_state(m, this, CLOSED);
}

fn throw_throw(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let this = arguments.self_;
    if state(m, this) == CLOSED {
        return reused(m, "aclose()/athrow()");
    }
    let generator = m.field(this, step::GENERATOR);
    let is_close = m.field(this, step::VALUE).is_null();
    let result = throw_given(m, generator, arguments);
    if !is_close {
        return unwrap(m, generator, result);
    }
    refuse_yield(m, this, generator, result)
}
