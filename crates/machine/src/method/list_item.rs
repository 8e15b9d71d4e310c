//! `list[i]`, `list[i:j]`, and assigning to and deleting them.

use heapglass_heap::{Address, domain::Domain, static_type::StaticType};

use super::slice::Selection;
use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::Arguments,
};

fn wrong_key<T>(m: &mut Machine, key: Address) -> Outcome<T> {
    Err(m.raise_about_type("list indices must be integers or slices, not %.200s", key))
}

/// `list[key]`
pub fn get(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (list, key) = (arguments.self_, arguments.positional[0]);
    if m.is_index(key) {
        return match m.sequence_index(key, |m| m.heap.list_len(list))? {
            Some(at) => {
                let item = m.heap.list_item(list, at);
                Ok(m.incref(item))
            }
            None => {
                let text = m.heap.new_interned("list index out of range");
                Err(m.raise_value(StaticType::IndexError, text))
            }
        };
    }
    if !m.is_slice(key) {
        return wrong_key(m, key);
    }
    let found = m.unpack_slice(key)?.within(m.heap.list_len(list));
    let items: Vec<Address> = found.indices().map(|at| m.heap.list_item(list, at)).collect();
    Ok(m.heap.new_list_prealloc_of(&items))
}

/// `list[key] = value`
pub fn set(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (list, key, value) = (arguments.self_, arguments.positional[0], arguments.positional[1]);
    if m.is_index(key) {
        let Some(at) = m.sequence_index(key, |m| m.heap.list_len(list))? else {
            return Err(m.raise(StaticType::IndexError, "list assignment index out of range"));
        };
        m.incref(value);
        let old = m.heap.list_set(list, at, value);
        m.decref(old);
        return m.none();
    }
    if !m.is_slice(key) {
        return wrong_key(m, key);
    }
    let unpacked = m.unpack_slice(key)?;
    let found = unpacked.within(m.heap.list_len(list));
    if found.step == 1 {
        let items = new_items(m, value, "can only assign an iterable")?;
        // The items may have come from code that changed the list.
        let found = unpacked.within(m.heap.list_len(list));
        replace(m, list, found, &items);
        return m.none();
    }
    let items = new_items(m, value, "must assign iterable to extended slice")?;
    let found = unpacked.within(m.heap.list_len(list));
    if items.len() as i64 != found.count {
        let given = items.len();
        for item in items {
            m.decref(item);
        }
        let pieces = [Piece::Number(given as i64), Piece::Number(found.count)];
        let format = "attempt to assign sequence of size %zd to extended slice of size %zd";
        return Err(m.raise_format(StaticType::ValueError, format, &pieces));
    }
    let old: Vec<Address> = found.indices().zip(items).map(|(at, item)| m.heap.list_set(list, at, item)).collect();
    for item in old {
        m.decref(item);
    }
    m.none()
}

/// New references to the items of `value` (`PySequence_Fast`).
fn new_items(m: &mut Machine, value: Address, complaint: &str) -> Outcome<Vec<Address>> {
    let owned = if m.heap.is_exact(value, StaticType::List) || m.heap.is_exact(value, StaticType::Tuple) {
        m.incref(value)
    } else {
        match m.iter(value) {
            Ok(iterator) => {
                let list = m.list_from(iterator);
                m.decref(iterator);
                list?
            }
            Err(raised) => {
                if m.error_matches(StaticType::TypeError) {
                    m.clear_error();
                    return m.type_error(complaint);
                }
                return Err(raised);
            }
        }
    };
    let items = if m.heap.is_exact(owned, StaticType::Tuple) { m.heap.tuple_items(owned) } else { m.heap.list_items(owned) };
    for item in &items {
        m.incref(*item);
    }
    m.decref(owned);
    Ok(items)
}

fn replace(m: &mut Machine, list: Address, found: Selection, items: &[Address]) {
    let start = found.start as u64;
    m.list_replace(list, start, start.max(found.stop.max(0) as u64), items);
}

/// Items that go are kept on the C stack meanwhile if they are no more than these.
const RECYCLED_ON_STACK: u64 = 8;

impl Machine {
    /// `list[start:end] = items`, which are taken over (`list_ass_slice`).
    pub(super) fn list_replace(&mut self, list: Address, start: u64, end: u64, owned_items: &[Address]) {
        let removed = end - start;
        if owned_items.is_empty() && removed == self.heap.list_len(list) {
            let (items, buffer) = self.heap.list_detach(list);
            for item in items.into_iter().rev() {
                self.decref(item);
            }
            self.heap.release(Domain::Mem, buffer);
            return;
        }
        let recycled =
            if removed > RECYCLED_ON_STACK { self.heap.allocate(Domain::Mem, 8 * removed) } else { Address::NULL };
        for item in self.heap.list_splice(list, start, end, owned_items).into_iter().rev() {
            self.decref(item);
        }
        self.heap.release(Domain::Mem, recycled);
    }
}

/// `del list[key]`
pub fn delete(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let (list, key) = (arguments.self_, arguments.positional[0]);
    if m.is_index(key) {
        let Some(at) = m.sequence_index(key, |m| m.heap.list_len(list))? else {
            return Err(m.raise(StaticType::IndexError, "list assignment index out of range"));
        };
        m.list_replace(list, at, at + 1, &[]);
        return m.none();
    }
    if !m.is_slice(key) {
        return wrong_key(m, key);
    }
    let found = m.unpack_slice(key)?.within(m.heap.list_len(list));
    if found.step == 1 {
        replace(m, list, found, &[]);
        return m.none();
    }
    if found.count == 0 {
        return m.none();
    }
    let gone: Vec<u64> = found.indices().collect();
    let garbage = m.heap.allocate(Domain::Mem, 8 * gone.len() as u64);
    let items = m.heap.list_items(list);
    let is_gone = |at: usize| {
        let offset = at as i64 - found.start;
        offset % found.step == 0 && (0..found.count).contains(&(offset / found.step))
    };
    let kept: Vec<Address> = items.iter().enumerate().filter(|(at, _)| !is_gone(*at)).map(|(_, item)| *item).collect();
    m.heap.list_reorder(list, &kept);
    m.heap.list_resize(list, kept.len() as u64);
    // Lower indices first, whatever the direction of the slice.
    let mut gone = gone;
    gone.sort_unstable();
    for at in gone {
        m.decref(items[at as usize]);
    }
    m.heap.release(Domain::Mem, garbage);
    m.none()
}
