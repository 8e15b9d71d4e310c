//! Taking sequences apart.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, Raised, static_type::StaticType};

use super::Row;
use crate::{
    format::message::Piece,
    eval::Next,
    machine::{Machine, Outcome},
};

pub(crate) const TABLE: &[Row] = &[(Opcode::UnpackSequence, unpack_sequence), (Opcode::UnpackEx, unpack_ex)];

fn unpack_sequence(m: &mut Machine, count: u32) -> Outcome<Next> {
    let sequence = m.peek(1);
    let items = match exact_items(m, sequence) {
        Some(items) if items.len() == count as usize => {
            for item in &items {
                m.incref(*item);
            }
            Ok(items)
        }
        _ => unpack_iterable(m, sequence, count as usize, None),
    };
    finish(m, sequence, items)
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

/// The items of an exact tuple or list, borrowed.
fn exact_items(m: &Machine, sequence: Address) -> Option<Vec<Address>> {
    if m.heap.is_exact(sequence, StaticType::Tuple) {
        Some(m.heap.tuple_items(sequence))
    } else if m.heap.is_exact(sequence, StaticType::List) {
        Some(m.heap.list_items(sequence))
    } else {
        None
    }
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
            None => return Err(too_few(m, before + after.unwrap_or(0), after.is_some(), items.len())),
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
        return Err(too_few(m, before + after, true, before + length));
    }
    let from = (length - after) as u64;
    items.extend(m.heap.list_splice(rest, from, length as u64, &[]));
    Ok(())
}

#[cold]
fn too_few(m: &mut Machine, expected: usize, at_least: bool, got: usize) -> Raised {
    let format = if at_least {
        "not enough values to unpack (expected at least %d, got %zd)"
    } else {
        "not enough values to unpack (expected %d, got %zd)"
    };
    m.raise_format(StaticType::ValueError, format, &[Piece::Number(expected as i64), Piece::Number(got as i64)])
}
