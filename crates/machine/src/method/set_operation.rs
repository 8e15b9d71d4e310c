//! Set algebra on any two operands.

use heapglass_heap::{
    Address, Kind,
    object::{dict, set as table},
    static_type::StaticType,
};

use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
};

/// Changes a set by another iterable.
pub type Change = fn(&mut Machine, Address, Address) -> Outcome<()>;

/// A new set of class `class` with the items of `iterable` (`make_new_set`).
pub fn new_from(m: &mut Machine, class: Address, iterable: Address) -> Outcome {
    let set = m.heap.new_set(class);
    match update(m, set, iterable) {
        Ok(()) => Ok(set),
        Err(raised) => {
            m.decref(set);
            Err(raised)
        }
    }
}

/// A copy; of a subclass it is a plain set or frozenset (`make_new_set_basetype`).
pub fn copy_of(m: &mut Machine, set: Address) -> Outcome {
    let frozen = m.heap.is_instance(set, StaticType::FrozenSet);
    let class = if frozen { StaticType::FrozenSet } else { StaticType::Set };
    new_from(m, class.address(), set)
}

/// Whether an object is a set or frozenset, or of a subclass.
pub fn is_set(m: &Machine, object: Address) -> bool {
    m.heap.kind(object) == Kind::Set
}

/// `set |= iterable` for any iterable.
pub fn update(m: &mut Machine, set: Address, iterable: Address) -> Outcome<()> {
    if is_set(m, iterable) {
        return table::merge(m, set, iterable);
    }
    if m.heap.is_exact(iterable, StaticType::Dict) {
        return table::merge_dict(m, set, iterable);
    }
    m.for_each(iterable, |m, key| {
        let result = m.hash(key).and_then(|hash| table::add(m, set, key, hash));
        m.decref(key);
        result.map(|_| ())
    })
}

fn has_key(m: &mut Machine, container: Address, key: Address, hash: i64) -> Outcome<bool> {
    if is_set(m, container) {
        table::contains(m, container, key, hash)
    } else {
        dict::get(m, container, key, hash).map(|found| found.is_some())
    }
}

/// `set -= iterable`
pub fn difference_update(m: &mut Machine, set: Address, iterable: Address) -> Outcome<()> {
    if set == iterable {
        for key in m.heap.set_take_all(set) {
            m.decref(key);
        }
        return Ok(());
    }
    if is_set(m, iterable) {
        let mut index = 0;
        while let Some((at, entry)) = m.heap.set_next(iterable, index) {
            index = at + 1;
            drop_key(m, set, entry.key, entry.hash)?;
        }
    } else {
        m.for_each(iterable, |m, key| {
            let result = m.hash(key).and_then(|hash| drop_key(m, set, key, hash));
            m.decref(key);
            result
        })?;
    }
    m.heap.set_drop_marks(set);
    Ok(())
}

/// A new set of the keys that `other` lacks (`set_difference`): those of a much larger set are copied and thinned out, else
/// they are picked one by one.
pub fn difference(m: &mut Machine, set: Address, other: Address) -> Outcome {
    let length = if is_set(m, other) {
        m.heap.set_len(other)
    } else if m.heap.is_exact(other, StaticType::Dict) {
        m.heap.dict_len(other)
    } else {
        0
    };
    let sized = is_set(m, other) || m.heap.is_exact(other, StaticType::Dict);
    if !sized || m.heap.set_len(set) >> 2 > length {
        let copy = copy_of(m, set)?;
        return finish(m, copy, |m, copy| difference_update(m, copy, other));
    }
    let result = empty_like(m, set);
    finish(m, result, |m, result| {
        let mut index = 0;
        while let Some((at, entry)) = m.heap.set_next(set, index) {
            index = at + 1;
            m.incref(entry.key);
            let outcome = has_key(m, other, entry.key, entry.hash)
                .and_then(|found| if found { Ok(false) } else { table::add(m, result, entry.key, entry.hash) });
            m.decref(entry.key);
            outcome?;
        }
        Ok(())
    })
}

/// A new set of the keys that only one of the two has (`set_symmetric_difference`): a changed copy of the second.
pub fn symmetric_difference(m: &mut Machine, set: Address, other: Address) -> Outcome {
    let result = empty_like(m, set);
    finish(m, result, |m, result| {
        update(m, result, other)?;
        symmetric_update(m, result, set)
    })
}

/// An empty set or frozenset, as the operand is.
fn empty_like(m: &mut Machine, set: Address) -> Address {
    let frozen = m.heap.is_instance(set, StaticType::FrozenSet);
    m.heap.new_set(if frozen { StaticType::FrozenSet } else { StaticType::Set }.address())
}

/// Fills in a new set; if that fails, the set goes.
fn finish(m: &mut Machine, set: Address, fill: impl FnOnce(&mut Machine, Address) -> Outcome<()>) -> Outcome {
    match fill(m, set) {
        Ok(()) => Ok(set),
        Err(raised) => {
            m.decref(set);
            Err(raised)
        }
    }
}

fn drop_key(m: &mut Machine, set: Address, key: Address, hash: i64) -> Outcome<()> {
    m.incref(key);
    let found = table::discard(m, set, key, hash);
    m.decref(key);
    if let Some(found) = found? {
        m.decref(found);
    }
    Ok(())
}

/// A new set of the common keys (`set_intersection`).
pub fn intersection(m: &mut Machine, set: Address, other: Address) -> Outcome {
    if set == other {
        return copy_of(m, set);
    }
    let frozen = m.heap.is_instance(set, StaticType::FrozenSet);
    let result = m.heap.new_set(if frozen { StaticType::FrozenSet } else { StaticType::Set }.address());
    let filled = if is_set(m, other) {
        // The smaller one is walked through.
        let (walked, asked) = if m.heap.set_len(other) > m.heap.set_len(set) { (set, other) } else { (other, set) };
        add_common(m, result, walked, asked)
    } else {
        m.for_each(other, |m, key| {
            let outcome = m.hash(key).and_then(|hash| {
                if table::contains(m, set, key, hash)? {
                    table::add(m, result, key, hash)?;
                }
                Ok(())
            });
            m.decref(key);
            outcome
        })
    };
    match filled {
        Ok(()) => Ok(result),
        Err(raised) => {
            m.decref(result);
            Err(raised)
        }
    }
}

fn add_common(m: &mut Machine, result: Address, walked: Address, asked: Address) -> Outcome<()> {
    let mut index = 0;
    while let Some((at, entry)) = m.heap.set_next(walked, index) {
        index = at + 1;
        m.incref(entry.key);
        let outcome = table::contains(m, asked, entry.key, entry.hash)
            .and_then(|found| if found { table::add(m, result, entry.key, entry.hash).map(|_| ()) } else { Ok(()) });
        m.decref(entry.key);
        outcome?;
    }
    Ok(())
}

/// `set &= iterable`
pub fn intersection_update(m: &mut Machine, set: Address, iterable: Address) -> Outcome<()> {
    let common = intersection(m, set, iterable)?;
    m.heap.set_swap(set, common);
    m.decref(common);
    Ok(())
}

/// `set ^= iterable`
pub fn symmetric_update(m: &mut Machine, set: Address, iterable: Address) -> Outcome<()> {
    if set == iterable {
        return difference_update(m, set, set);
    }
    let other = if is_set(m, iterable) { m.incref(iterable) } else { new_from(m, StaticType::Set.address(), iterable)? };
    let mut index = 0;
    let mut result = Ok(());
    while let Some((at, entry)) = m.heap.set_next(other, index) {
        index = at + 1;
        m.incref(entry.key);
        result = table::discard(m, set, entry.key, entry.hash).and_then(|found| match found {
            Some(found) => {
                m.decref(found);
                Ok(())
            }
            None => table::add(m, set, entry.key, entry.hash).map(|_| ()),
        });
        m.decref(entry.key);
        if result.is_err() {
            break;
        }
    }
    m.decref(other);
    result
}

/// Whether all keys of a set are in another set.
pub fn is_subset(m: &mut Machine, part: Address, whole: Address) -> Outcome<bool> {
    let mut index = 0;
    while let Some((at, entry)) = m.heap.set_next(part, index) {
        index = at + 1;
        m.incref(entry.key);
        let found = has_key(m, whole, entry.key, entry.hash);
        m.decref(entry.key);
        if !found? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a set and an iterable have nothing in common.
pub fn is_disjoint(m: &mut Machine, set: Address, other: Address) -> Outcome<bool> {
    if !is_set(m, other) {
        return find_first(m, set, other, true);
    }
    let common = intersection(m, set, other)?;
    let empty = m.heap.set_len(common) == 0;
    m.decref(common);
    Ok(empty)
}

/// Looks up what an iterable yields until something is in the set (`wanted`) or is not. True if that never happens.
pub fn find_first(m: &mut Machine, set: Address, iterable: Address, wanted: bool) -> Outcome<bool> {
    let iterator = m.iter(iterable)?;
    let verdict = loop {
        match m.next(iterator) {
            Ok(None) => break Ok(true),
            Ok(Some(key)) => {
                let found = m.hash(key).and_then(|hash| heapglass_heap::object::set::contains(m, set, key, hash));
                m.decref(key);
                match found {
                    Ok(found) if found == wanted => break Ok(false),
                    Ok(_) => {}
                    Err(raised) => break Err(raised),
                }
            }
            Err(raised) => break Err(raised),
        }
    };
    m.decref(iterator);
    verdict
}

/// `a op b` of two sets.
pub fn binary(m: &mut Machine, a: Address, b: Address, operation: fn(&mut Machine, Address, Address) -> Outcome) -> Outcome {
    if is_set(m, a) && is_set(m, b) { operation(m, a, b) } else { m.not_implemented() }
}

/// `a | b` of two sets (`set_or`).
pub fn union(m: &mut Machine, a: Address, b: Address) -> Outcome {
    let copy = copy_of(m, a)?;
    finish(m, copy, |m, copy| if a == b { Ok(()) } else { update(m, copy, b) })
}

/// `a & b` of two sets.
pub fn binary_intersection(m: &mut Machine, a: Address, b: Address) -> Outcome {
    if !is_set(m, a) || !is_set(m, b) {
        return m.not_implemented();
    }
    intersection(m, a, b)
}

/// `a op= b` of two sets.
pub fn in_place(m: &mut Machine, arguments: Arguments<'_>, change: Change) -> Outcome {
    if !is_set(m, arguments.positional[0]) {
        return m.not_implemented();
    }
    change(m, arguments.self_, arguments.positional[0])?;
    Ok(m.incref(arguments.self_))
}
