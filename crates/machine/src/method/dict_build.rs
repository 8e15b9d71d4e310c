//! Filling dicts: `dict(...)`, `update`, `fromkeys`, `|`.

use heapglass_heap::{
    Address,
    object::dict::{self as table, KeysKind},
    static_type::StaticType,
};

use super::dict::reads_as_dict;
use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::Arguments,
};

const DICT: StaticType = StaticType::Dict;

/// `dict.__new__`
pub fn new(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let dict = m.heap.generic_allocate(arguments.self_, 0);
    m.heap.start_dict_instance(dict);
    Ok(dict)
}

/// `dict.__init__`
pub fn init(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    fill(m, arguments, "dict")
}

/// `dict.update`
pub fn update(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    fill(m, arguments, "update")
}

fn fill(m: &mut Machine, arguments: Arguments<'_>, name: &str) -> Outcome {
    arguments.arity(m, name, 0, 1)?;
    if let Some(source) = arguments.get(0) {
        m.dict_update(arguments.self_, source)?;
    }
    for (key, value) in arguments.keywords {
        if let Some(old) = m.heap.dict_set_str(arguments.self_, *key, *value) {
            m.decref(old);
        }
    }
    m.none()
}

impl Machine {
    /// `dict.update(source)` with a mapping or pairs.
    pub fn dict_update(&mut self, dict: Address, source: Address) -> Outcome<()> {
        if self.heap.is_exact(source, DICT) {
            return self.dict_merge(dict, source);
        }
        let keys = self.name("keys");
        match self.lookup_attribute(source, keys)? {
            Some(method) => {
                self.decref(method);
                self.dict_merge(dict, source)
            }
            None => self.dict_update_pairs(dict, source),
        }
    }

    /// Stores all items of a mapping (`PyDict_Merge`).
    pub fn dict_merge(&mut self, dict: Address, mapping: Address) -> Outcome<()> {
        if reads_as_dict(self, mapping) {
            if table::compare::merge(self, dict, mapping, true)? {
                return Ok(());
            }
            return Err(self.raise(StaticType::RuntimeError, "dict mutated during update"));
        }
        let iterator = self.iterator_of_keys(mapping)?;
        let result = self.merge_keys(dict, mapping, iterator);
        self.decref(iterator);
        result
    }

    /// An iterator over a list of what `keys()` says (`PyMapping_Keys`): a list it returns is that list.
    pub(crate) fn iterator_of_keys(&mut self, mapping: Address) -> Outcome {
        let keys = self.call_method(mapping, "keys", &[])?;
        let list = if self.heap.is_exact(keys, StaticType::List) {
            keys
        } else {
            let iterator = self.iter(keys);
            self.decref(keys);
            let iterator = iterator?;
            let list = self.list_from(iterator);
            self.decref(iterator);
            list?
        };
        let iterator = self.iter(list);
        self.decref(list);
        iterator
    }

    fn merge_keys(&mut self, dict: Address, mapping: Address, iterator: Address) -> Outcome<()> {
        while let Some(key) = self.next(iterator)? {
            let result = match self.get_item(mapping, key) {
                Ok(value) => {
                    let stored = self.dict_set(dict, key, value);
                    self.decref(value);
                    stored
                }
                Err(raised) => Err(raised),
            };
            self.decref(key);
            result?;
        }
        Ok(())
    }

    /// Stores pairs (`PyDict_MergeFromSeq2`).
    fn dict_update_pairs(&mut self, dict: Address, pairs: Address) -> Outcome<()> {
        let iterator = self.iter(pairs)?;
        let mut at = 0;
        let result = loop {
            match self.next(iterator) {
                Err(raised) => break Err(raised),
                Ok(None) => break Ok(()),
                Ok(Some(pair)) => {
                    let stored = self.store_pair(dict, pair, at);
                    self.decref(pair);
                    if stored.is_err() {
                        break stored;
                    }
                }
            }
            at += 1;
        };
        self.decref(iterator);
        result
    }

    fn store_pair(&mut self, dict: Address, pair: Address, at: usize) -> Outcome<()> {
        let exact = self.heap.is_exact(pair, StaticType::Tuple) || self.heap.is_exact(pair, StaticType::List);
        let owned = if exact {
            self.incref(pair)
        } else {
            match self.list_from(pair) {
                Ok(list) => list,
                Err(_) if self.error_matches(StaticType::TypeError) => {
                    let format = "cannot convert dictionary update sequence element #%zd to a sequence";
                    return Err(self.raise_format(StaticType::TypeError, format, &[Piece::Number(at as i64)]));
                }
                Err(raised) => return Err(raised),
            }
        };
        let is_tuple = self.heap.is_exact(owned, StaticType::Tuple);
        let items = if is_tuple { self.heap.tuple_items(owned) } else { self.heap.list_items(owned) };
        let result = match items[..] {
            [key, value] => {
                self.incref(key);
                self.incref(value);
                let stored = self.dict_set(dict, key, value);
                self.decref(key);
                self.decref(value);
                stored
            }
            _ => {
                let pieces = [Piece::Number(at as i64), Piece::Number(items.len() as i64)];
                let format = "dictionary update sequence element #%zd has length %zd; 2 is required";
                Err(self.raise_format(StaticType::ValueError, format, &pieces))
            }
        };
        self.decref(owned);
        result
    }
}

/// `dict.fromkeys(iterable, value=None)`
pub fn from_keys(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.no_keywords(m, "fromkeys")?;
    arguments.arity(m, "fromkeys", 1, 2)?;
    let iterable = arguments.positional[0];
    let value = arguments.get(1).unwrap_or(m.heap.none());
    let dict = m.call(arguments.self_, &[], &[])?;
    let plain = m.heap.is_exact(dict, DICT);
    let empty = plain && m.heap.dict_len(dict) == 0;
    if empty {
        presize(m, dict, iterable);
    }
    let of_set = m.heap.is_exact(iterable, StaticType::Set) || m.heap.is_exact(iterable, StaticType::FrozenSet);
    let result = if empty && (of_set || m.heap.is_exact(iterable, DICT)) {
        fill_from_hashed(m, dict, iterable, value)
    } else {
        m.for_each(iterable, |m, key| {
            let stored = if plain { m.dict_set(dict, key, value) } else { m.set_item(dict, key, value) };
            m.decref(key);
            stored
        })
    };
    match result {
        Ok(()) => Ok(dict),
        Err(raised) => {
            m.decref(dict);
            Err(raised)
        }
    }
}

/// Keys that come from a dict or a set are counted beforehand; those of a set get a table for keys of any type.
fn presize(m: &mut Machine, dict: Address, iterable: Address) {
    let heap = &mut m.heap;
    if heap.is_exact(iterable, DICT) {
        let text = heap.dict_keys_kind(iterable) != KeysKind::General;
        heap.dict_presize(dict, heap.dict_len(iterable), text);
    } else if heap.is_exact(iterable, StaticType::Set) || heap.is_exact(iterable, StaticType::FrozenSet) {
        heap.dict_presize(dict, heap.set_len(iterable), false);
    }
}

/// Keys of a dict or a set bring their hashes along (`dict_dict_fromkeys`, `dict_set_fromkeys`).
fn fill_from_hashed(m: &mut Machine, dict: Address, keys: Address, value: Address) -> Outcome<()> {
    let mut position = 0;
    loop {
        let next = if m.heap.is_exact(keys, DICT) {
            m.heap.dict_next(keys, position).map(|(after, key, _, hash)| (after, key, hash))
        } else {
            m.heap.set_next(keys, position).map(|(at, entry)| (at + 1, entry.key, entry.hash))
        };
        let Some((after, key, hash)) = next else { return Ok(()) };
        position = after;
        // A comparison may take the key out of where it comes from.
        m.incref(key);
        let stored = heapglass_heap::object::dict::set(m, dict, key, hash, value);
        m.decref(key);
        if let Some(old) = stored? {
            m.decref(old);
        }
    }
}

/// `a | b`
pub fn or(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    join(m, arguments.self_, arguments.positional[0])
}

/// `b.__ror__(a)`
pub fn reflected_or(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    join(m, arguments.positional[0], arguments.self_)
}

fn join(m: &mut Machine, a: Address, b: Address) -> Outcome {
    if !m.is_dict(a) || !m.is_dict(b) {
        return m.not_implemented();
    }
    let copy = m.heap.dict_copy(a);
    match m.dict_update(copy, b) {
        Ok(()) => Ok(copy),
        Err(raised) => {
            m.decref(copy);
            Err(raised)
        }
    }
}

/// `a |= b`
pub fn or_in_place(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.dict_update(arguments.self_, arguments.positional[0])?;
    Ok(m.incref(arguments.self_))
}
