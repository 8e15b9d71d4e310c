//! Signals: what a status means, raising, and the dicts `traps` and `flags`, whose words lie in their context.

use heapglass_heap::{
    Address, Raised,
    layout::native::{
        decimal_context::{STATUS, TRAPS},
        signal_dict::FLAGS,
    },
    static_type::StaticType,
};

use super::{CONDITIONS, CONTEXT, EXCEPTIONS, SIGNALS, Variable};
use crate::{
    decimal::condition as c,
    machine::{Machine, Outcome},
    native::{Arguments, NativeRow},
    protocol::CompareOp,
    types::object_type::getattribute,
};

/// The traps of `DefaultContext`.
pub const DEFAULT_TRAPS: u32 = c::ALL_INVALID | c::DIVISION_BY_ZERO | c::OVERFLOW;
/// The traps of `BasicContext`.
pub const BASIC_TRAPS: u32 = DEFAULT_TRAPS | c::UNDERFLOW | c::CLAMPED;

const DICT: StaticType = StaticType::SignalDictMixin;
const NO_SIGNAL: &str = "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, \
                         Underflow, Subnormal, Inexact, Rounded,\n   Clamped]";

/// The rows of `SignalDictMixin`.
pub const ROWS: &[NativeRow] = &[
    NativeRow::new(DICT, |m, a| Ok(m.heap.generic_allocate(a.self_, 0))),
    NativeRow::slot(DICT, "__repr__", repr),
    NativeRow::slot(DICT, "__getattribute__", getattribute),
    NativeRow::slot(DICT, "__eq__", |m, a| equal(m, a, CompareOp::Eq)),
    NativeRow::slot(DICT, "__ne__", |m, a| equal(m, a, CompareOp::Ne)),
    NativeRow::slot(DICT, "__iter__", |m, a| {
        word_of(m, a.self_)?;
        let classes = signal_tuple(m);
        let iterator = m.iter(classes);
        m.decref(classes);
        iterator
    }),
    NativeRow::slot(DICT, "__init__", |m, _| m.none()),
    NativeRow::slot(DICT, "__len__", |m, a| {
        word_of(m, a.self_)?;
        m.scalar(9)
    }),
    NativeRow::slot(DICT, "__getitem__", |m, a| {
        let flags = word_of(m, a.self_)?;
        let bits = bits_of(m, a.positional[0])?;
        let status = m.heap.memory.u32(flags);
        m.truth(status & bits != 0)
    }),
    NativeRow::slot(DICT, "__setitem__", |m, a| {
        let flags = word_of(m, a.self_)?;
        let bits = bits_of(m, a.positional[0])?;
        let on = m.is_true(a.positional[1])?;
        let status = m.heap.memory.u32(flags);
        m.heap.memory.set_u32(flags, if on { status | bits } else { status & !bits });
        m.none()
    }),
    NativeRow::slot(DICT, "__delitem__", |m, _| m.value_error("signal keys cannot be deleted")),
    NativeRow::no_arguments(DICT, "copy", |m, a| {
        let flags = word_of(m, a.self_)?;
        let status = m.heap.memory.u32(flags);
        as_dict(m, status)
    }),
];

fn signal_tuple(m: &mut Machine) -> Address {
    let classes: Vec<Address> = SIGNALS.map(|at| m.decimal_exception(at)).collect();
    m.heap.new_tuple_of(&classes)
}

/// The word of the context that the dict shows.
fn word_of(m: &mut Machine, dict: Address) -> Outcome {
    let flags = m.field(dict, FLAGS);
    let owner = |offset: u64| Address::new(flags.raw().wrapping_sub(offset));
    let alive = !flags.is_null()
        && [STATUS, TRAPS].iter().any(|offset| {
            m.heap.memory.contains(owner(*offset), 16) && {
                let type_ = m.heap.type_of(owner(*offset));
                m.heap.memory.contains(type_, 416) && m.heap.is_subtype(type_, CONTEXT.address())
            }
        });
    if alive { Ok(flags) } else { m.value_error("invalid signal dict") }
}

/// The bits of a signal given by its class.
fn bits_of(m: &mut Machine, class: Address) -> Outcome<u32> {
    match SIGNALS.into_iter().find(|at| m.decimal_exception(*at) == class) {
        Some(at) => Ok(EXCEPTIONS[at].bits),
        None => Err(m.raise(StaticType::KeyError, NO_SIGNAL)),
    }
}

fn as_dict(m: &mut Machine, status: u32) -> Outcome {
    let dict = m.heap.new_dict();
    for at in SIGNALS {
        let (class, value) = (m.decimal_exception(at), m.heap.bool(status & EXCEPTIONS[at].bits != 0));
        m.dict_store(dict, class, value)?;
    }
    Ok(dict)
}

fn repr(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let flags = word_of(m, arguments.self_)?;
    let status = m.heap.memory.u32(flags);
    let parts: Vec<String> = SIGNALS
        .map(|at| {
            let on = if status & EXCEPTIONS[at].bits != 0 { "True" } else { "False" };
            format!("<class 'decimal.{}'>:{on}", EXCEPTIONS[at].name)
        })
        .collect();
    m.new_text(&format!("{{{}}}", parts.join(", ")))
}

fn equal(m: &mut Machine, arguments: Arguments<'_>, op: CompareOp) -> Outcome {
    let flags = word_of(m, arguments.self_)?;
    let (status, other) = (m.heap.memory.u32(flags), arguments.positional[0]);
    let others = if m.heap.is_instance(other, DICT) {
        let flags = word_of(m, other)?;
        m.heap.memory.u32(flags)
    } else if m.heap.is_instance(other, StaticType::Dict) {
        if m.heap.dict_len(other) == 0 {
            return m.value_error("invalid signal dict");
        }
        match dict_bits(m, other) {
            Ok(bits) => bits,
            Err(raised) => {
                if !m.error_matches(StaticType::KeyError) {
                    return Err(raised);
                }
                m.clear_error();
                return m.not_implemented();
            }
        }
    } else {
        return m.not_implemented();
    };
    let same = SIGNALS.into_iter().all(|at| (status & EXCEPTIONS[at].bits != 0) == (others & EXCEPTIONS[at].bits != 0));
    m.truth(same == (op == CompareOp::Eq))
}

fn dict_bits(m: &mut Machine, dict: Address) -> Outcome<u32> {
    if m.heap.dict_len(dict) != SIGNALS.len() as u64 {
        return Err(m.raise(StaticType::KeyError, "invalid signal dict"));
    }
    let items: Vec<(Address, Address)> = m.heap.dict_items(dict).collect();
    let mut bits = 0;
    for (class, value) in items {
        let signal = bits_of(m, class)?;
        if m.is_true(value)? {
            bits |= signal;
        }
    }
    Ok(bits)
}

/// The bits that `flags` or `traps` are set to: a signal dict, a dict of all signals, or (not by assignment) a list of classes.
pub fn given_bits(m: &mut Machine, object: Address, lists: bool) -> Outcome<u32> {
    if lists && m.heap.is_instance(object, StaticType::List) {
        let mut bits = 0;
        for class in m.heap.list_items(object) {
            bits |= bits_of(m, class)?;
        }
        return Ok(bits);
    }
    if m.heap.is_instance(object, DICT) {
        let flags = word_of(m, object)?;
        return Ok(m.heap.memory.u32(flags));
    }
    if m.heap.is_instance(object, StaticType::Dict) {
        return dict_bits(m, object);
    }
    m.type_error("argument must be a signal dict")
}

/// The classes of all that a status says, the conditions first (a new list).
pub fn class_list(m: &mut Machine, status: u32) -> Address {
    let mut classes = Vec::new();
    if status & c::INVALID_OPERATION != 0 {
        classes.push(m.decimal_exception(1));
    }
    for at in CONDITIONS.chain(2..SIGNALS.end) {
        if status & EXCEPTIONS[at].bits != 0 {
            classes.push(m.decimal_exception(at));
        }
    }
    m.heap.new_list_of(&classes)
}

/// The classes of the signals of a status (a new list), for `__reduce__`.
pub fn signal_list(m: &mut Machine, status: u32) -> Address {
    let classes: Vec<Address> =
        SIGNALS.filter(|at| status & EXCEPTIONS[*at].bits != 0).map(|at| m.decimal_exception(at)).collect();
    m.heap.new_list_of(&classes)
}

/// The names of the signals of a status, in the order of the bits: `[InvalidOperation, Rounded]`.
pub fn names(status: u32) -> String {
    let mut names: Vec<&str> = Vec::new();
    for bit in (0..15).map(|n| 1 << n).filter(|bit| status & bit != 0) {
        let found = SIGNALS.into_iter().find(|at| EXCEPTIONS[*at].bits & bit != 0);
        if let Some(at) = found
            && !names.contains(&EXCEPTIONS[at].name)
        {
            names.push(EXCEPTIONS[at].name);
        }
    }
    format!("[{}]", names.join(", "))
}

/// Notes conditions in a context (borrowed) and raises if one is trapped.
pub fn note(m: &mut Machine, context: Address, status: u32) -> Outcome<()> {
    if status == 0 {
        return Ok(());
    }
    let noted = m.heap.memory.u32(context.plus(STATUS)) | (status & !c::MALLOC_ERROR);
    m.heap.memory.set_u32(context.plus(STATUS), noted);
    if status & c::MALLOC_ERROR != 0 {
        return m.memory_error();
    }
    let trapped = status & m.heap.memory.u32(context.plus(TRAPS));
    if trapped == 0 { Ok(()) } else { Err(raise(m, trapped)) }
}

fn raise(m: &mut Machine, trapped: u32) -> Raised {
    let Some(at) = SIGNALS.into_iter().find(|at| trapped & EXCEPTIONS[*at].bits != 0) else { return Raised };
    let (class, list) = (m.decimal_exception(at), class_list(m, trapped));
    let made = m.call(class, &[list], &[]);
    m.decref(list);
    match made {
        Ok(exception) => m.raise_object(exception),
        Err(raised) => raised,
    }
}

/// A new dict over a word of a context.
pub fn new_signal_dict(m: &mut Machine, word: Address) -> Outcome {
    let class = m.decimal_variable(Variable::SignalDict);
    let dict = m.heap.generic_allocate(class, 0);
    m.heap.memory.set_address(dict.plus(FLAGS), word);
    Ok(dict)
}
