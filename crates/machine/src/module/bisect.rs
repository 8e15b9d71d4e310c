//! `_bisect` (Modules/_bisectmodule.c): places in sorted sequences.

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeFn, NativeRow},
};

const fn row(name: &'static str, function: NativeFn) -> NativeRow {
    NativeRow::function("_bisect", name, Convention::Keywords, function)
}

/// The rows.
pub const ROWS: &[NativeRow] = &[
    row("bisect_right", |m, a| find(m, a, "bisect_right", true)),
    row("bisect_left", |m, a| find(m, a, "bisect_left", false)),
    row("insort_right", |m, a| insert(m, a, "insort_right", true)),
    row("insort_left", |m, a| insert(m, a, "insort_left", false)),
];

struct Search {
    sequence: Address,
    item: Address,
    low: i64,
    high: i64,
    key: Option<Address>,
}

fn parsed(m: &mut Machine, arguments: Arguments<'_>, name: &str) -> Outcome<Search> {
    let [sequence, item, low, high, key] = arguments.parsed(m, name, ["a", "x", "lo", "hi", "key"], 2, 4)?;
    let none = m.heap.none();
    let low = match low {
        Some(low) => m.index_to_i64(low, StaticType::OverflowError)?,
        None => 0,
    };
    let high = match high.filter(|high| !m.heap.is_none(*high)) {
        Some(high) => m.index_to_i64(high, StaticType::OverflowError)?,
        None => -1,
    };
    Ok(Search {
        sequence: sequence.unwrap_or(none),
        item: item.unwrap_or(none),
        low,
        high,
        key: key.filter(|key| !m.heap.is_none(*key)),
    })
}

/// The place of an item (or of the key of one): before its equals, or behind them.
fn place(m: &mut Machine, search: &Search, item: Address, right: bool) -> Outcome<i64> {
    let mut low = search.low;
    if low < 0 {
        return m.value_error("lo must be non-negative");
    }
    let mut high = if search.high == -1 { m.length(search.sequence)? } else { search.high };
    while low < high {
        let middle = low + (high - low) / 2;
        let index = m.heap.new_int_ssize(middle);
        let found = m.get_item(search.sequence, index);
        m.decref(index);
        let mut found = found?;
        if let Some(key) = search.key {
            let mapped = m.call(key, &[found], &[]);
            m.decref(found);
            found = mapped?;
        }
        let less = if right { m.less(item, found) } else { m.less(found, item) };
        m.decref(found);
        if less? == right {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}

fn find(m: &mut Machine, arguments: Arguments<'_>, name: &str, right: bool) -> Outcome {
    let search = parsed(m, arguments, name)?;
    let at = place(m, &search, search.item, right)?;
    Ok(m.heap.new_int_ssize(at))
}

fn insert(m: &mut Machine, arguments: Arguments<'_>, name: &str, right: bool) -> Outcome {
    let search = parsed(m, arguments, name)?;
    let at = match search.key {
        None => place(m, &search, search.item, right)?,
        Some(key) => {
            let mapped = m.call(key, &[search.item], &[])?;
            let at = place(m, &search, mapped, right);
            m.decref(mapped);
            at?
        }
    };
    if m.heap.is_exact(search.sequence, StaticType::List) {
        m.incref(search.item);
        m.heap.list_insert(search.sequence, at.min(m.heap.list_len(search.sequence) as i64) as u64, search.item);
        return m.none();
    }
    let index = m.heap.new_int_ssize(at);
    let result = m.call_method(search.sequence, "insert", &[index, search.item]);
    m.decref(index);
    let result = result?;
    m.decref(result);
    m.none()
}
