//! `_heapq` (Modules/_heapqmodule.c): heaps in lists.

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeFn, NativeRow},
};

const fn row(name: &'static str, convention: Convention, function: NativeFn) -> NativeRow {
    NativeRow::function("_heapq", name, convention, function)
}

/// The rows; those of heaps with the greatest item in front are private.
pub const ROWS: &[NativeRow] = &[
    row("heappush", Convention::Positional, |m, a| {
        a.arity(m, "heappush", 2, 2)?;
        let heap = list(m, a.positional[0], "heappush")?;
        m.incref(a.positional[1]);
        m.heap.list_append(heap, a.positional[1]);
        let last = m.heap.list_len(heap) - 1;
        rise(m, heap, 0, last, false)?;
        m.none()
    }),
    row("heappushpop", Convention::Positional, |m, a| {
        a.arity(m, "heappushpop", 2, 2)?;
        let (heap, item) = (list(m, a.positional[0], "heappushpop")?, a.positional[1]);
        if m.heap.list_len(heap) == 0 || !before(m, heap, m.heap.list_item(heap, 0), item)? {
            return Ok(m.incref(item));
        }
        replace(m, heap, item, false)
    }),
    row("heappop", Convention::One, |m, a| pop(m, a, "heappop", false)),
    row("heapreplace", Convention::Positional, |m, a| {
        a.arity(m, "heapreplace", 2, 2)?;
        let heap = list(m, a.positional[0], "heapreplace")?;
        replace(m, heap, a.positional[1], false)
    }),
    row("heapify", Convention::One, |m, a| heapify(m, a, "heapify", false)),
    row("_heappop_max", Convention::One, |m, a| pop(m, a, "_heappop_max", true)),
    row("_heapify_max", Convention::One, |m, a| heapify(m, a, "_heapify_max", true)),
    row("_heapreplace_max", Convention::Positional, |m, a| {
        a.arity(m, "_heapreplace_max", 2, 2)?;
        let heap = list(m, a.positional[0], "_heapreplace_max")?;
        replace(m, heap, a.positional[1], true)
    }),
];

fn list(m: &mut Machine, object: Address, function: &str) -> Outcome {
    if m.heap.is_instance(object, StaticType::List) {
        return Ok(object);
    }
    let name = m.type_name(object);
    let which = if function.contains("replace") || function.contains("push") { " 1" } else { "" };
    m.type_error(format!("{function}() argument{which} must be list, not {name}"))
}

/// `a < b`, where both are items of a list that must keep its length meanwhile; arguments that are no items are not held.
fn before(m: &mut Machine, heap: Address, a: Address, b: Address) -> Outcome<bool> {
    let size = m.heap.list_len(heap);
    m.incref(a);
    m.incref(b);
    let less = m.less(a, b);
    m.decref(a);
    m.decref(b);
    let less = less?;
    if m.heap.list_len(heap) != size {
        return Err(m.raise(StaticType::RuntimeError, "list changed size during iteration"));
    }
    Ok(less)
}

/// Whether the item at `a` belongs above that at `b`.
fn above(m: &mut Machine, heap: Address, a: u64, b: u64, max: bool) -> Outcome<bool> {
    let (first, second) = if max { (b, a) } else { (a, b) };
    let (first, second) = (m.heap.list_item(heap, first), m.heap.list_item(heap, second));
    before(m, heap, first, second)
}

fn swap(m: &mut Machine, heap: Address, a: u64, b: u64) {
    let (x, y) = (m.heap.list_item(heap, a), m.heap.list_item(heap, b));
    m.heap.list_set(heap, a, y);
    m.heap.list_set(heap, b, x);
}

/// Moves an item up, to `top` at the most.
fn rise(m: &mut Machine, heap: Address, top: u64, mut at: u64, max: bool) -> Outcome<()> {
    while at > top {
        let parent = (at - 1) / 2;
        if !above(m, heap, at, parent, max)? {
            break;
        }
        swap(m, heap, at, parent);
        at = parent;
    }
    Ok(())
}

/// Lets the item at `top` sink to the bottom, and rise from there to where it belongs.
fn settle(m: &mut Machine, heap: Address, top: u64, max: bool) -> Outcome<()> {
    let size = m.heap.list_len(heap);
    let mut at = top;
    while at < size / 2 {
        let mut child = 2 * at + 1;
        if child + 1 < size && !above(m, heap, child, child + 1, max)? {
            child += 1;
        }
        swap(m, heap, child, at);
        at = child;
    }
    rise(m, heap, top, at, max)
}

fn pop(m: &mut Machine, arguments: Arguments<'_>, function: &str, max: bool) -> Outcome {
    let heap = list(m, arguments.positional[0], function)?;
    let size = m.heap.list_len(heap);
    if size == 0 {
        return Err(m.raise(StaticType::IndexError, "index out of range"));
    }
    let last = m.heap.list_pop(heap, size - 1);
    if size == 1 {
        return Ok(last);
    }
    let first = m.heap.list_set(heap, 0, last);
    if let Err(raised) = settle(m, heap, 0, max) {
        m.decref(first);
        return Err(raised);
    }
    Ok(first)
}

fn replace(m: &mut Machine, heap: Address, item: Address, max: bool) -> Outcome {
    if m.heap.list_len(heap) == 0 {
        return Err(m.raise(StaticType::IndexError, "index out of range"));
    }
    m.incref(item);
    let first = m.heap.list_set(heap, 0, item);
    if let Err(raised) = settle(m, heap, 0, max) {
        m.decref(first);
        return Err(raised);
    }
    Ok(first)
}

fn heapify(m: &mut Machine, arguments: Arguments<'_>, function: &str, max: bool) -> Outcome {
    let heap = list(m, arguments.positional[0], function)?;
    for top in (0..m.heap.list_len(heap) / 2).rev() {
        settle(m, heap, top, max)?;
    }
    m.none()
}
