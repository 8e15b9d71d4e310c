//! Short cuts for the commonest operands of hot instructions: what the general forms would come to, without looking for a
//! special method. Each answers `None` where the general form has to decide.

use heapglass_heap::{Address, static_type::StaticType};

use crate::{machine::Machine, protocol::CompareOp};

/// The digit of an exact `int` with at most one, and its sign.
#[inline(always)]
pub(super) fn compact_int(m: &Machine, object: Address) -> Option<i64> {
    if m.heap.is_exact(object, StaticType::Int) { m.heap.compact_int_value(object) } else { None }
}

/// Both operands, if they are such ints.
#[inline(always)]
pub(super) fn compact_ints(m: &Machine, left: Address, right: Address) -> Option<(i64, i64)> {
    Some((compact_int(m, left)?, compact_int(m, right)?))
}

/// Arithmetic of two ints of one digit, by the argument of `BINARY_OP`; `None` for shifts, powers, true division and zero
/// divisors.
#[inline]
pub(super) fn int_operation(argument: u32, x: i64, y: i64) -> Option<i64> {
    match argument % 13 {
        0 => Some(x + y),
        1 => Some(x & y),
        2 if y != 0 => Some(x / y - i64::from(x % y != 0 && (x < 0) != (y < 0))),
        5 => Some(x * y),
        6 if y != 0 => {
            let rest = x % y;
            Some(if rest != 0 && (rest < 0) != (y < 0) { rest + y } else { rest })
        }
        7 => Some(x | y),
        10 => Some(x - y),
        12 => Some(x ^ y),
        _ => None,
    }
}

/// A comparison of two such ints.
#[inline]
pub(crate) fn int_comparison(operator: CompareOp, x: i64, y: i64) -> bool {
    match operator {
        CompareOp::Lt => x < y,
        CompareOp::Le => x <= y,
        CompareOp::Eq => x == y,
        CompareOp::Ne => x != y,
        CompareOp::Gt => x > y,
        CompareOp::Ge => x >= y,
    }
}

/// The place of item `key` of a sequence with `length` items.
#[inline]
fn place(m: &Machine, key: Address, length: u64) -> Option<u64> {
    let index = compact_int(m, key)?;
    let index = if index < 0 { index.checked_add_unsigned(length)? } else { index };
    u64::try_from(index).ok().filter(|index| *index < length)
}

/// `container[key]` of an exact list, tuple or dict, borrowed. In a dict only strs and ints are looked up.
#[inline]
pub(super) fn item(m: &mut Machine, container: Address, key: Address) -> Option<Address> {
    if m.heap.is_exact(container, StaticType::List) {
        let index = place(m, key, m.heap.list_len(container))?;
        return Some(m.heap.list_item(container, index));
    }
    if m.heap.is_exact(container, StaticType::Tuple) {
        let index = place(m, key, m.heap.tuple_len(container))?;
        return Some(m.heap.tuple_item(container, index));
    }
    if m.heap.is_exact(container, StaticType::Dict) && (m.heap.is_exact_str(key) || m.heap.is_exact(key, StaticType::Int)) {
        let hash = m.hash(key).ok()?;
        return m.heap.dict_get_plain(container, key, hash);
    }
    None
}

/// Puts `owned` where `container[key]` is, if that is an exact list, and hands back what was there.
#[inline]
pub(super) fn replace_list_item(m: &mut Machine, container: Address, key: Address, owned: Address) -> Option<Address> {
    if !m.heap.is_exact(container, StaticType::List) {
        return None;
    }
    let index = place(m, key, m.heap.list_len(container))?;
    Some(m.heap.list_set(container, index, owned))
}
