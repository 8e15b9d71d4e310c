//! `sum`, `min`, `max`, `any`, `all`, `sorted`, `len`.

use heapglass_heap::{Address, Kind, static_type::StaticType};

use super::numbers::small_int;
use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
    protocol::{BinaryOp, CompareOp},
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::function("builtins", "len", Convention::One, length),
    NativeRow::function("builtins", "sum", Convention::Keywords, sum),
    NativeRow::function("builtins", "min", Convention::PackedKeywords, |m, a| extreme(m, a, "min", CompareOp::Lt)),
    NativeRow::function("builtins", "max", Convention::PackedKeywords, |m, a| extreme(m, a, "max", CompareOp::Gt)),
    NativeRow::function("builtins", "any", Convention::One, |m, a| search(m, a, true)),
    NativeRow::function("builtins", "all", Convention::One, |m, a| search(m, a, false)),
    NativeRow::function("builtins", "sorted", Convention::Keywords, sorted),
];

fn length(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let length = m.length(arguments.positional[0])?;
    Ok(m.heap.new_int_ssize(length))
}

fn search(m: &mut Machine, arguments: Arguments<'_>, wanted: bool) -> Outcome {
    let iterator = m.iter(arguments.positional[0])?;
    let result = loop {
        match m.next(iterator) {
            Err(raised) => break Err(raised),
            Ok(None) => break Ok(!wanted),
            Ok(Some(item)) => {
                let truth = m.is_true(item);
                m.decref(item);
                match truth {
                    Err(raised) => break Err(raised),
                    Ok(truth) if truth == wanted => break Ok(wanted),
                    Ok(_) => {}
                }
            }
        }
    };
    m.decref(iterator);
    m.truth(result?)
}

fn sum(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "sum", &["start"])?;
    arguments.arity(m, "sum", 1, 2)?;
    let iterator = m.iter(arguments.positional[0])?;
    let start = arguments.get_or_keyword(m, 1, "start");
    let refusal = start.and_then(|start| match m.heap.kind(start) {
        Kind::Str => Some("sum() can't sum strings [use ''.join(seq) instead]"),
        Kind::Bytes => Some("sum() can't sum bytes [use b''.join(seq) instead]"),
        Kind::ByteArray => Some("sum() can't sum bytearray [use b''.join(seq) instead]"),
        _ => None,
    });
    if let Some(text) = refusal {
        m.decref(iterator);
        return m.type_error(text);
    }
    let start = match start {
        Some(start) => m.incref(start),
        None => m.heap.new_int(0),
    };
    let total = sum_items(m, iterator, start);
    // The iterator goes before the result is made.
    m.decref(iterator);
    Ok(match total? {
        Total::Word(word) => m.heap.new_int_ssize(word),
        Total::Float(value) => m.heap.new_float(value),
        Total::Object(total) => total,
    })
}

/// A sum, not yet an object as long as a machine word or a C double holds it.
enum Total {
    Word(i64),
    Float(f64),
    Object(Address),
}

/// Adds the items to an owned start. Ints are summed in a machine word, floats with compensation, as CPython does.
fn sum_items(m: &mut Machine, iterator: Address, start: Address) -> Outcome<Total> {
    let mut total = start;
    if let Some(mut word) = small_int(m, total) {
        m.decref(total);
        loop {
            let item = match m.next(iterator)? {
                None => return Ok(Total::Word(word)),
                Some(item) => item,
            };
            let exact_bool = m.heap.is_exact(item, StaticType::Bool);
            let value = if exact_bool { m.heap.int_to_i64(item) } else { small_int(m, item) };
            match value.and_then(|value| word.checked_add(value)) {
                Some(next) => {
                    word = next;
                    m.decref(item);
                }
                None => {
                    let boxed = m.heap.new_int(word);
                    total = add(m, boxed, item)?;
                    break;
                }
            }
        }
    }
    if m.heap.is_exact(total, StaticType::Float) {
        match sum_floats(m, iterator, total)? {
            Total::Object(partial) => total = partial,
            done => return Ok(done),
        }
    }
    loop {
        match m.next(iterator) {
            Err(raised) => {
                m.decref(total);
                return Err(raised);
            }
            Ok(None) => return Ok(Total::Object(total)),
            Ok(Some(item)) => total = add(m, total, item)?,
        }
    }
}

/// `total + item`; both are given away.
fn add(m: &mut Machine, total: Address, item: Address) -> Outcome {
    let result = m.binary(BinaryOp::Add, total, item);
    m.decref(total);
    m.decref(item);
    result
}

/// Sums floats (and ints) with Neumaier's compensation, to the iterator's end or to something else.
fn sum_floats(m: &mut Machine, iterator: Address, owned_start: Address) -> Outcome<Total> {
    let (mut sum, mut lost) = (m.heap.float_value(owned_start), 0.0);
    m.decref(owned_start);
    loop {
        let Some(item) = m.next(iterator)? else {
            let value = if lost != 0.0 && f64::is_finite(lost) { sum + lost } else { sum };
            return Ok(Total::Float(value));
        };
        if m.heap.is_exact(item, StaticType::Float) {
            let value = m.heap.float_value(item);
            m.decref(item);
            let next = sum + value;
            lost += if sum.abs() >= value.abs() { (sum - next) + value } else { (value - next) + sum };
            sum = next;
        } else if let Some(value) = small_int(m, item) {
            m.decref(item);
            sum += value as f64;
        } else {
            let value = if lost != 0.0 && f64::is_finite(lost) { sum + lost } else { sum };
            let boxed = m.heap.new_float(value);
            return Ok(Total::Object(add(m, boxed, item)?));
        }
    }
}

/// The best item so far and its key.
struct Best {
    item: Address,
    key: Address,
}

fn extreme(m: &mut Machine, arguments: Arguments<'_>, name: &str, op: CompareOp) -> Outcome {
    arguments.only_keywords(m, name, &["key", "default"])?;
    let given = arguments.positional.len();
    if given == 0 {
        // The general complaint gives way to a better one.
        if arguments.arity(m, name, 1, 1).is_err() {
            m.clear_error();
        }
        return Err(m.raise_format(StaticType::TypeError, "%s expected at least 1 argument, got 0", &[Piece::Text(name)]));
    }
    let key = arguments.keyword(m, "key");
    let default = arguments.keyword(m, "default");
    // Keywords are looked up under names made for the moment, until all are found.
    let names = ["key", "default"].into_iter().take(if arguments.keywords.is_empty() { 0 } else { 1 + usize::from(default.is_some()) });
    for name in names {
        let name = m.heap.new_str(name);
        m.decref(name);
    }
    let key = key.filter(|key| !m.heap.is_none(*key));
    if given > 1 && default.is_some() {
        let format = "Cannot specify a default for %s() with multiple positional arguments";
        return Err(m.raise_format(StaticType::TypeError, format, &[Piece::Text(name)]));
    }
    let iterator = if given > 1 {
        let source = arguments.tuple(m);
        let iterator = m.iter(source);
        m.decref(source);
        iterator?
    } else {
        m.iter(arguments.positional[0])?
    };
    let result = best_of(m, iterator, key, op);
    m.decref(iterator);
    match (result?, default) {
        (Some(best), _) => Ok(best),
        (None, Some(default)) => Ok(m.incref(default)),
        (None, None) => Err(m.raise_format(StaticType::ValueError, "%s() iterable argument is empty", &[Piece::Text(name)])),
    }
}

fn best_of(m: &mut Machine, iterator: Address, key: Option<Address>, op: CompareOp) -> Outcome<Option<Address>> {
    let mut best: Option<Best> = None;
    loop {
        let outcome = match m.next(iterator) {
            Ok(None) => break,
            Ok(Some(item)) => challenge(m, &mut best, item, key, op),
            Err(raised) => Err(raised),
        };
        if let Err(raised) = outcome {
            if let Some(best) = best {
                m.decref(best.key);
                m.decref(best.item);
            }
            return Err(raised);
        }
    }
    Ok(best.map(|best| {
        m.decref(best.key);
        best.item
    }))
}

/// Puts an owned item in the best one's place if it is better.
fn challenge(m: &mut Machine, best: &mut Option<Best>, item: Address, key: Option<Address>, op: CompareOp) -> Outcome<()> {
    let value = match key {
        Some(function) => match m.call_one(function, item) {
            Ok(value) => value,
            Err(raised) => {
                m.decref(item);
                return Err(raised);
            }
        },
        None => m.incref(item),
    };
    let Some(current) = best else {
        *best = Some(Best { item, key: value });
        return Ok(());
    };
    let better = m.compare_bool(value, current.key, op);
    let (loser_key, loser) = if matches!(better, Ok(true)) {
        let old = std::mem::replace(current, Best { item, key: value });
        (old.key, old.item)
    } else {
        (value, item)
    };
    m.decref(loser_key);
    m.decref(loser);
    better.map(|_| ())
}

fn sorted(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.only_keywords(m, "sort", &["key", "reverse"])?;
    arguments.arity(m, "sorted", 1, 1)?;
    let list = m.list_from(arguments.positional[0])?;
    let key = arguments.keyword(m, "key").filter(|key| !m.heap.is_none(*key));
    let reverse = match arguments.keyword(m, "reverse") {
        Some(flag) => m.is_true(flag),
        None => Ok(false),
    };
    // The list's own method sorts it.
    let name = m.name("sort");
    let method = m.get_attribute(list, name);
    let sorted = reverse.and_then(|reverse| {
        let method = method?;
        let sorted = m.deeper(|m| m.sort_list(list, key, reverse).map(|()| list)).map(|_| ());
        m.decref(method);
        sorted
    });
    match sorted {
        Ok(()) => Ok(list),
        Err(raised) => {
            m.decref(list);
            Err(raised)
        }
    }
}
