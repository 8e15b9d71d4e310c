//! `match`.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, Raised, static_type::{StaticType, flag}};

use super::Row;
use crate::{
    eval::Next,
    machine::{Machine, Outcome},
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::GetLen, get_len),
    (Opcode::MatchMapping, match_mapping),
    (Opcode::MatchSequence, match_sequence),
    (Opcode::MatchKeys, match_keys),
    (Opcode::MatchClass, match_class),
];

fn get_len(m: &mut Machine, _: u32) -> Outcome<Next> {
    let length = m.length(m.peek(1))?;
    let length = m.heap.new_int(length);
    m.push(length);
    Ok(Next::Instruction)
}

fn push_flag(m: &mut Machine, bit: u64) -> Outcome<Next> {
    let has = m.heap.type_has(m.heap.type_of(m.peek(1)), bit);
    let result = m.heap.bool(has);
    m.push(result);
    Ok(Next::Instruction)
}

fn match_mapping(m: &mut Machine, _: u32) -> Outcome<Next> {
    push_flag(m, flag::MAPPING)
}

fn match_sequence(m: &mut Machine, _: u32) -> Outcome<Next> {
    push_flag(m, flag::SEQUENCE)
}

/// Subject and keys stay; a tuple of the values is pushed, or `None`.
fn match_keys(m: &mut Machine, _: u32) -> Outcome<Next> {
    let (subject, keys) = (m.peek(2), m.peek(1));
    let name = m.name("get");
    if m.heap.tuple_len(keys) == 0 {
        return push_matched(m, Ok(true), Vec::new());
    }
    let (get, receiver) = m.load_method(subject, name)?;
    // The keys seen so far, and a default that nobody else has.
    let seen = m.heap.new_set(StaticType::Set.address());
    let marker = m.heap.generic_allocate(StaticType::Object.address(), 0);
    let mut values = Vec::new();
    let mut outcome = Ok(true);
    for key in m.heap.tuple_items(keys) {
        if let Err(raised) = check_new_key(m, seen, key) {
            outcome = Err(raised);
            break;
        }
        let found = match receiver {
            Some(receiver) => m.call(get, &[receiver, key, marker], &[]),
            None => m.call(get, &[key, marker], &[]),
        };
        match found {
            Ok(value) if value == marker => {
                m.decref(value);
                outcome = Ok(false);
                break;
            }
            Ok(value) => values.push(value),
            Err(raised) => {
                outcome = Err(raised);
                break;
            }
        }
    }
    if let Some(receiver) = receiver {
        m.decref(receiver);
    }
    m.decref(get);
    m.decref(seen);
    m.decref(marker);
    push_matched(m, outcome, values)
}

/// A pattern must not look for one key twice.
fn check_new_key(m: &mut Machine, seen: Address, key: Address) -> Outcome<()> {
    let before = m.heap.set_len(seen);
    let hash = m.hash(key)?;
    heapglass_heap::object::set::add(m, seen, key, hash)?;
    if m.heap.set_len(seen) > before {
        return Ok(());
    }
    let text = format!("mapping pattern checks duplicate key ({})", m.repr_text(key)?);
    m.value_error(text)
}

/// Pushes a tuple of the values found, or `None`.
fn push_matched(m: &mut Machine, outcome: Outcome<bool>, values: Vec<Address>) -> Outcome<Next> {
    if matches!(outcome, Ok(true)) {
        let tuple = m.heap.new_tuple_from(&values);
        m.push(tuple);
        return Ok(Next::Instruction);
    }
    for value in values {
        m.decref(value);
    }
    outcome?;
    let none = m.heap.none();
    m.push(none);
    Ok(Next::Instruction)
}

/// `case Class(a, b, name=c)`: the subject, the class and the names give way to a tuple of attributes, or `None`.
fn match_class(m: &mut Machine, positional: u32) -> Outcome<Next> {
    let (subject, class, names) = (m.peek(3), m.peek(2), m.peek(1));
    let names = m.heap.tuple_items(names);
    let matched = class_attributes(m, subject, class, positional as usize, &names);
    m.discard_values(3);
    let matched = matched?.unwrap_or_else(|| m.heap.none());
    m.push(matched);
    Ok(Next::Instruction)
}

fn class_attributes(
    m: &mut Machine,
    subject: Address,
    class: Address,
    positional: usize,
    names: &[Address],
) -> Outcome<Option<Address>> {
    if !m.heap.is_type(class) {
        let text = "called match pattern must be a class";
        return Err(m.raise(StaticType::TypeError, text));
    }
    if !m.is_instance(subject, class)? {
        return Ok(None);
    }
    // The names asked for so far, and the values found.
    let set = m.heap.new_set(StaticType::Set.address());
    let values = m.heap.new_list(0);
    let mut seen: Vec<Address> = Vec::new();
    let mut outcome =
        if positional > 0 { positional_attributes(m, subject, class, positional, &mut seen, values) } else { Ok(true) };
    for name in names {
        if !matches!(outcome, Ok(true)) {
            break;
        }
        outcome = attribute(m, subject, class, *name, &mut seen, values);
    }
    let tuple = matches!(outcome, Ok(true)).then(|| {
        let items = m.heap.list_items(values);
        m.heap.new_tuple_of(&items)
    });
    m.decref(values);
    m.decref(set);
    outcome.map(|_| tuple)
}

/// Positional sub-patterns go by `__match_args__`; some builtin types match the subject itself.
fn positional_attributes(
    m: &mut Machine,
    subject: Address,
    class: Address,
    positional: usize,
    seen: &mut Vec<Address>,
    values: Address,
) -> Outcome<bool> {
    let name = m.name("__match_args__");
    let class_name = m.name_of_type(class);
    // Where there are none, an exception is made and forgotten.
    let match_args = match m.get_attribute(class, name) {
        Err(Raised) if m.error_matches(StaticType::AttributeError) => {
            m.clear_error();
            None
        }
        found => Some(found?),
    };
    let Some(match_args) = match_args else {
        if !m.heap.type_has(class, flag::MATCH_SELF) {
            return Err(too_many(m, &class_name, 0, positional));
        }
        if positional > 1 {
            return Err(too_many(m, &class_name, 1, positional));
        }
        m.incref(subject);
        m.heap.list_append(values, subject);
        return Ok(true);
    };
    if !m.heap.is_exact(match_args, StaticType::Tuple) {
        let found = m.type_name(match_args);
        m.decref(match_args);
        let text = format!("{class_name}.__match_args__ must be a tuple (got {found})");
        return Err(m.raise(StaticType::TypeError, text));
    }
    let wanted = m.heap.tuple_items(match_args);
    let outcome = if wanted.len() < positional {
        Err(too_many(m, &class_name, wanted.len(), positional))
    } else {
        let mut outcome = Ok(true);
        for name in &wanted[..positional] {
            outcome = attribute(m, subject, class, *name, seen, values);
            if !matches!(outcome, Ok(true)) {
                break;
            }
        }
        outcome
    };
    m.decref(match_args);
    outcome
}

fn too_many(m: &mut Machine, class: &str, allowed: usize, given: usize) -> Raised {
    let plural = if allowed == 1 { "" } else { "s" };
    let text = format!("{class}() accepts {allowed} positional sub-pattern{plural} ({given} given)");
    m.raise(StaticType::TypeError, text)
}

fn attribute(
    m: &mut Machine,
    subject: Address,
    class: Address,
    name: Address,
    seen: &mut Vec<Address>,
    values: Address,
) -> Outcome<bool> {
    if !m.heap.is_str(name) {
        let found = m.type_name(name);
        let text = format!("__match_args__ elements must be strings (got {found})");
        return Err(m.raise(StaticType::TypeError, text));
    }
    if seen.iter().any(|before| m.heap.str_equal(*before, name)) {
        let (class, name) = (m.name_of_type(class), m.heap.str_text(name));
        let text = format!("{class}() got multiple sub-patterns for attribute '{name}'");
        return Err(m.raise(StaticType::TypeError, text));
    }
    seen.push(name);
    match m.lookup_attribute(subject, name)? {
        Some(value) => {
            m.heap.list_append(values, value);
            Ok(true)
        }
        None => Ok(false),
    }
}
