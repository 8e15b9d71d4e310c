//! Taking sequences apart.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, Raised, static_type::StaticType};

use super::{Row, adaptive::Form};
use crate::{
    format::message::Piece,
    eval::Next,
    machine::{Machine, Outcome},
};

pub(crate) const TABLE: &[Row] = &[(Opcode::UnpackSequence, unpack_sequence), (Opcode::UnpackEx, unpack_ex)];

/// The general form asks for an iterator even of a tuple; the specialised ones do not.
fn unpack_sequence(m: &mut Machine, count: u32) -> Outcome<Next> {
    let sequence = m.peek(1);
    let cache = m.registers.instruction.minus(2);
    let choose = |m: &Machine| if exact_length(m, sequence) == Some(u64::from(count)) { form_for(m, sequence) } else { 0 };
    let fits = |m: &Machine, form| exact_length(m, sequence) == Some(u64::from(count)) && form_for(m, sequence) == form;
    let items = if m.adapt(cache, choose, fits) == 0 {
        unpack_iterable(m, sequence, count as usize, None)
    } else {
        let items = exact_items(m, sequence);
        for item in &items {
            m.incref(*item);
        }
        Ok(items)
    };
    finish(m, sequence, items)
}

/// The specialised form for a sequence: of two places in a tuple, of a tuple, of a list.
fn form_for(m: &Machine, sequence: Address) -> Form {
    match (m.heap.is_exact(sequence, StaticType::Tuple), exact_length(m, sequence)) {
        (true, Some(2)) => 1,
        (true, _) => 2,
        _ => 3,
    }
}

fn unpack_ex(m: &mut Machine, argument: u32) -> Outcome<Next> {
    let sequence = m.peek(1);
    let items = unpack_iterable(m, sequence, (argument & 0xFF) as usize, Some((argument >> 8) as usize));
    finish(m, sequence, items)
}

/// Replaces the sequence by its items, the first on top.
fn finish(m: &mut Machine, sequence: Address, items: Outcome<Vec<Address>>) -> Outcome<Next> {
    m.drop_places(1);
    m.decref(sequence);
    for item in items?.into_iter().rev() {
        m.push(item);
    }
    Ok(Next::Instruction)
}

/// The length of an exact tuple or list.
fn exact_length(m: &Machine, sequence: Address) -> Option<u64> {
    if m.heap.is_exact(sequence, StaticType::Tuple) {
        Some(m.heap.tuple_len(sequence) as u64)
    } else if m.heap.is_exact(sequence, StaticType::List) {
        Some(m.heap.list_len(sequence) as u64)
    } else {
        None
    }
}

/// The items of an exact tuple or list, borrowed.
fn exact_items(m: &Machine, sequence: Address) -> Vec<Address> {
    if m.heap.is_exact(sequence, StaticType::Tuple) { m.heap.tuple_items(sequence) } else { m.heap.list_items(sequence) }
}

/// `before` items, then with a starred target a list of what is between, then `after` items (`_PyEval_UnpackIterable`).
fn unpack_iterable(m: &mut Machine, iterable: Address, before: usize, after: Option<usize>) -> Outcome<Vec<Address>> {
    let iterator = match m.iter(iterable) {
        Ok(iterator) => iterator,
        Err(Raised) if m.error_matches(StaticType::TypeError) && !m.is_iterable(iterable) => {
            return Err(m.raise_about_type("cannot unpack non-iterable %.200s object", iterable));
        }
        Err(Raised) => return Err(Raised),
    };
    let mut items = Vec::new();
    let result = fill(m, iterator, before, after, &mut items);
    if result.is_err() {
        for item in items.drain(..) {
            m.decref(item);
        }
    }
    m.decref(iterator);
    result.map(|()| items)
}

fn fill(m: &mut Machine, iterator: Address, before: usize, after: Option<usize>, items: &mut Vec<Address>) -> Outcome<()> {
    while items.len() < before {
        match m.next(iterator)? {
            Some(item) => items.push(item),
            None => return Err(too_few(m, before + after.unwrap_or(0), after.map(|_| TOO_FEW_BEFORE), items.len())),
        }
    }
    let Some(after) = after else {
        return match m.next(iterator)? {
            None => Ok(()),
            Some(extra) => {
                m.decref(extra);
                let expected = [Piece::Number(before as i64)];
                Err(m.raise_format(StaticType::ValueError, "too many values to unpack (expected %d)", &expected))
            }
        };
    };
    let rest = m.list_from(iterator)?;
    let length = m.heap.list_len(rest) as usize;
    items.push(rest);
    if length < after {
        return Err(too_few(m, before + after, Some(TOO_FEW_AFTER), before + length));
    }
    items.extend(m.heap.list_cut(rest, after as u64));
    Ok(())
}

/// Too few items for the targets before a starred one.
const TOO_FEW_BEFORE: &str = "not enough values to unpack (expected at least %d, got %d)";
/// Too few items for the targets after a starred one.
const TOO_FEW_AFTER: &str = "not enough values to unpack (expected at least %d, got %zd)";

#[cold]
fn too_few(m: &mut Machine, expected: usize, at_least: Option<&str>, got: usize) -> Raised {
    let format = at_least.unwrap_or("not enough values to unpack (expected %d, got %d)");
    m.raise_format(StaticType::ValueError, format, &[Piece::Number(expected as i64), Piece::Number(got as i64)])
}
