//! What a program calls on generators and coroutines.

use heapglass_heap::{Address, Kind, Raised, StaticType, static_type::flag};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
};

/// `send`, `throw`, `close` and iteration.
pub(crate) const ROWS: &[NativeRow] = &[
    NativeRow::slot(StaticType::Generator, "__iter__", itself),
    NativeRow::slot(StaticType::Generator, "__next__", next),
    NativeRow::slot(StaticType::Generator, "__del__", finalize),
    NativeRow::one(StaticType::Generator, "send", send),
    NativeRow::positional(StaticType::Generator, "throw", throw),
    NativeRow::no_arguments(StaticType::Generator, "close", close),
    NativeRow::slot(StaticType::Coroutine, "__del__", finalize),
    NativeRow::one(StaticType::Coroutine, "send", send),
    NativeRow::positional(StaticType::Coroutine, "throw", throw),
    NativeRow::no_arguments(StaticType::Coroutine, "close", close),
];

/// The object itself: `iter(iterator)`.
pub(super) fn itself(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    Ok(m.incref(arguments.self_))
}

/// As `tp_iternext`: null at the end, with the `StopIteration` only if it has a value.
pub(super) fn next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let none = m.heap.none();
    match m.generator_send(arguments.self_, none)? {
        Some(value) => Ok(value),
        None if m.error().is_some() => Err(Raised),
        None => Ok(Address::NULL),
    }
}

/// The end of the generator as a method shows it: a `StopIteration`.
fn or_stop(m: &mut Machine, result: Option<Address>) -> Outcome {
    match result {
        Some(value) => Ok(value),
        None if m.error().is_some() => Err(Raised),
        None => Err(m.raise_bare(StaticType::StopIteration)),
    }
}

pub(super) fn send(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let result = m.generator_send(arguments.self_, arguments.positional[0])?;
    or_stop(m, result)
}

/// `throw(exception)`, or the old way `throw(type, value, traceback)`.
pub(super) fn throw(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    check_thrown(m, &arguments, "throw")?;
    let result = m.generator_throw(arguments.self_, arguments.positional, true)?;
    or_stop(m, result)
}

/// Checks the number of the arguments of `throw`.
pub(super) fn check_thrown(m: &mut Machine, arguments: &Arguments<'_>, name: &str) -> Outcome<()> {
    arguments.arity(m, name, 1, 3)?;
    if arguments.positional.len() > 1 {
        let text = format!("the (type, exc, tb) signature of {name}() is deprecated, use the single-arg signature instead.");
        m.warn_deprecated(&text)?;
    }
    Ok(())
}

/// The exception for a type, a value and a traceback (`_gen_throw`).
pub(super) fn exception_of(m: &mut Machine, given: &[Address]) -> Outcome {
    let first = given[0];
    let value = given.get(1).copied().filter(|value| !m.heap.is_none(*value));
    let traceback = given.get(2).copied().filter(|traceback| !m.heap.is_none(*traceback));
    if traceback.is_some_and(|traceback| m.heap.kind(traceback) != Kind::Traceback) {
        return m.type_error("throw() third argument must be a traceback object");
    }
    let exception = instance_of(m, first, value)?;
    if let Some(traceback) = traceback {
        m.incref(traceback);
        let old = m.heap.replace_exception_traceback(exception, traceback);
        m.xdecref(old);
    }
    Ok(exception)
}

fn instance_of(m: &mut Machine, first: Address, value: Option<Address>) -> Outcome {
    if m.is_exception(first) {
        if value.is_some() {
            return Err(m.raise(StaticType::TypeError, "instance exception may not have a separate value"));
        }
        return Ok(m.incref(first));
    }
    if !m.heap.is_type(first) || !m.heap.type_has(first, flag::EXCEPTION_SUBCLASS) {
        let name = m.type_name(first);
        let text = format!("exceptions must be classes or instances deriving from BaseException, not {name}");
        return Err(m.raise(StaticType::TypeError, text));
    }
    let made: Outcome = match value {
        Some(value) if m.is_exception(value) && m.heap.is_subtype(m.heap.type_of(value), first) => Ok(m.incref(value)),
        Some(value) if m.heap.type_has(m.heap.type_of(value), flag::TUPLE_SUBCLASS) => {
            let items = m.heap.tuple_items(value);
            m.call(first, &items, &[])
        }
        Some(value) => m.call_one(first, value),
        None => m.call(first, &[], &[]),
    };
    let made = match made {
        Ok(made) if m.is_exception(made) => return Ok(made),
        Ok(made) => made,
        Err(raised) if m.watch.abandoned => return Err(raised),
        // What goes wrong in making it is thrown in its place.
        Err(_) => return Ok(m.take_error()),
    };
    let (class, type_) = (m.repr_text(first)?, m.heap.type_of(made));
    let type_ = m.repr_text(type_)?;
    m.decref(made);
    let text = format!("calling {class} should have returned an instance of BaseException, not {type_}");
    m.raise(StaticType::TypeError, text);
    Ok(m.take_error())
}

pub(super) fn close(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.generator_close(arguments.self_)?;
    Ok(m.heap.none())
}

pub(super) fn finalize(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.finalize_generator(arguments.self_);
    Ok(m.heap.none())
}
