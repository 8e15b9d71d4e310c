//! Displays: lists, tuples, sets, dicts and what adds to them.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, Raised, object::set, static_type::StaticType};

use super::Row;
use crate::{
    eval::Next,
    format::message::Piece,
    machine::{Machine, Outcome},
    method::dict::reads_as_dict,
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::BuildTuple, build_tuple),
    (Opcode::BuildList, build_list),
    (Opcode::BuildSet, build_set),
    (Opcode::BuildMap, build_map),
    (Opcode::BuildConstKeyMap, build_const_key_map),
    (Opcode::ListAppend, list_append),
    (Opcode::ListExtend, list_extend),
    (Opcode::SetAdd, set_add),
    (Opcode::SetUpdate, set_update),
    (Opcode::MapAdd, map_add),
    (Opcode::DictUpdate, dict_update),
    (Opcode::DictMerge, dict_merge),
];

impl Machine {
    /// The `count` values on top, lowest first; they stay there.
    pub(crate) fn top_values(&self, count: u32) -> Vec<Address> {
        (0..u64::from(count)).rev().map(|index| self.peek(index + 1)).collect()
    }

    /// Takes the `count` values on top off the stack, lowest first; the caller owns them.
    pub(crate) fn take_values(&mut self, count: u32) -> Vec<Address> {
        let values = self.top_values(count);
        self.drop_places(u64::from(count));
        values
    }

    /// Takes the `count` values on top off the stack and gives their references up, lowest first.
    pub(crate) fn discard_values(&mut self, count: u32) {
        let mut few = [Address::NULL; 8];
        let Some(values) = few.get_mut(..count as usize) else {
            for value in self.take_values(count) {
                self.xdecref(value);
            }
            return;
        };
        self.drop_places(u64::from(count));
        for (place, value) in values.iter_mut().enumerate() {
            *value = self.heap.memory.address(self.registers.stack.plus(8 * place as u64));
        }
        for value in values {
            self.xdecref(*value);
        }
    }
}

fn build_tuple(m: &mut Machine, count: u32) -> Outcome<Next> {
    let items = m.take_values(count);
    let tuple = m.heap.new_tuple_from(&items);
    m.push(tuple);
    Ok(Next::Instruction)
}

fn build_list(m: &mut Machine, count: u32) -> Outcome<Next> {
    let items = m.take_values(count);
    let list = m.heap.new_list_from(&items);
    m.push(list);
    Ok(Next::Instruction)
}

fn build_set(m: &mut Machine, count: u32) -> Outcome<Next> {
    let set = m.heap.new_set(StaticType::Set.address());
    let mut result = Ok(());
    for item in m.take_values(count) {
        if result.is_ok() {
            result = add_to_set(m, set, item);
        }
        m.decref(item);
    }
    if let Err(raised) = result {
        m.decref(set);
        return Err(raised);
    }
    m.push(set);
    Ok(Next::Instruction)
}

/// `set.add(item)` for an exact set; both borrowed.
fn add_to_set(m: &mut Machine, target: Address, item: Address) -> Outcome<()> {
    let hash = m.hash(item)?;
    set::add(m, target, item, hash).map(|_| ())
}

fn build_map(m: &mut Machine, count: u32) -> Outcome<Next> {
    let items = m.top_values(2 * count);
    let keys: Vec<Address> = items.iter().copied().step_by(2).collect();
    let values: Vec<Address> = items.iter().copied().skip(1).step_by(2).collect();
    let made = dict_from(m, &keys, &values);
    m.discard_values(2 * count);
    m.push(made?);
    Ok(Next::Instruction)
}

fn build_const_key_map(m: &mut Machine, count: u32) -> Outcome<Next> {
    let names = m.peek(1);
    let keys = m.heap.tuple_items(names);
    let values: Vec<Address> = (0..u64::from(count)).rev().map(|index| m.peek(index + 2)).collect();
    let made = dict_from(m, &keys, &values);
    let names = m.pop();
    m.discard_values(count);
    m.decref(names);
    m.push(made?);
    Ok(Next::Instruction)
}

/// A new dict of borrowed keys and values, with room for all from the start (`_PyDict_FromItems`).
fn dict_from(m: &mut Machine, keys: &[Address], values: &[Address]) -> Outcome {
    let text_keys = keys.iter().all(|key| m.heap.is_exact(*key, StaticType::Str));
    let made = m.heap.new_dict_presized(keys.len() as u64, text_keys);
    for (key, value) in keys.iter().zip(values) {
        if let Err(raised) = m.dict_store(made, *key, *value) {
            m.decref(made);
            return Err(raised);
        }
    }
    Ok(made)
}

fn list_append(m: &mut Machine, depth: u32) -> Outcome<Next> {
    let item = m.pop();
    let list = m.peek(u64::from(depth));
    m.heap.list_append(list, item);
    Ok(Next::Instruction)
}

fn set_add(m: &mut Machine, depth: u32) -> Outcome<Next> {
    let item = m.peek(1);
    let set = m.peek(u64::from(depth) + 1);
    let result = add_to_set(m, set, item);
    m.pop_decref();
    result.map(|()| Next::Instruction)
}

fn map_add(m: &mut Machine, depth: u32) -> Outcome<Next> {
    let (key, value) = (m.peek(2), m.peek(1));
    let target = m.peek(u64::from(depth) + 2);
    let result = m.dict_store(target, key, value);
    m.drop_places(2);
    m.decref(key);
    m.decref(value);
    result.map(|()| Next::Instruction)
}

fn list_extend(m: &mut Machine, depth: u32) -> Outcome<Next> {
    let iterable = m.peek(1);
    let list = m.peek(u64::from(depth) + 1);
    let result = m.list_extend(list, iterable);
    if result.is_err() && m.error_matches(StaticType::TypeError) && !m.is_iterable(iterable) {
        let name = m.type_name(iterable);
        m.clear_error();
        m.raise(StaticType::TypeError, format!("Value after * must be an iterable, not {name}"));
    }
    m.pop_decref();
    result.map(|()| Next::Instruction)
}

fn set_update(m: &mut Machine, depth: u32) -> Outcome<Next> {
    let iterable = m.peek(1);
    let set = m.peek(u64::from(depth) + 1);
    let result = crate::method::set_operation::update(m, set, iterable);
    m.pop_decref();
    result.map(|()| Next::Instruction)
}

/// `{**mapping}`.
fn dict_update(m: &mut Machine, depth: u32) -> Outcome<Next> {
    let mapping = m.peek(1);
    let target = m.peek(u64::from(depth) + 1);
    let result = match m.is_mapping(mapping) {
        Ok(true) => m.dict_update(target, mapping),
        Ok(false) => {
            let name = m.type_name(mapping);
            Err(m.raise(StaticType::TypeError, format!("'{name}' object is not a mapping")))
        }
        Err(raised) => Err(raised),
    };
    m.pop_decref();
    result.map(|()| Next::Instruction)
}

/// `f(**mapping)`: names must not come twice.
fn dict_merge(m: &mut Machine, depth: u32) -> Outcome<Next> {
    let mapping = m.peek(1);
    let target = m.peek(u64::from(depth) + 1);
    let callable = m.peek(u64::from(depth) + 3);
    let mut result = merge_new(m, target, mapping);
    if result.is_err() && !m.watch.abandoned {
        result = Err(tell_keyword_error(m, callable, mapping));
    }
    m.pop_decref();
    result.map(|()| Next::Instruction)
}

/// Stores the items of a mapping, a `KeyError` for the first key that is there already (`_PyDict_MergeEx`).
fn merge_new(m: &mut Machine, target: Address, mapping: Address) -> Outcome<()> {
    if reads_as_dict(m, mapping) {
        if m.heap.dict_len(target) == 0 {
            return m.dict_merge(target, mapping);
        }
        m.heap.dict_make_room(target, mapping);
        let items: Vec<(Address, Address)> = m.heap.dict_items(mapping).collect();
        for (key, value) in items {
            refuse_known(m, target, key)?;
            m.dict_store(target, key, value)?;
        }
        return Ok(());
    }
    let iterator = m.iterator_of_keys(mapping)?;
    let result = merge_new_keys(m, target, mapping, iterator);
    m.decref(iterator);
    result
}

fn merge_new_keys(m: &mut Machine, target: Address, mapping: Address, iterator: Address) -> Outcome<()> {
    while let Some(key) = m.next(iterator)? {
        let result = refuse_known(m, target, key).and_then(|()| m.get_item(mapping, key)).and_then(|value| {
            let stored = m.dict_store(target, key, value);
            m.decref(value);
            stored
        });
        m.decref(key);
        result?;
    }
    Ok(())
}

fn refuse_known(m: &mut Machine, target: Address, key: Address) -> Outcome<()> {
    match m.dict_get(target, key)? {
        Some(_) => Err(m.key_error(key)),
        None => Ok(()),
    }
}

/// What went wrong with keywords, in words about the call, whoever raised it (`format_kwargs_error`).
fn tell_keyword_error(m: &mut Machine, callable: Address, mapping: Address) -> Raised {
    if m.error_matches(StaticType::AttributeError) {
        m.clear_error();
        let name = m.type_name(mapping);
        return m.raise_about_call(callable, "%U argument after ** must be a mapping, not %.200s", Piece::Text(&name));
    }
    if !m.error_matches(StaticType::KeyError) {
        return Raised;
    }
    let error = m.take_error();
    let args = m.heap.exception_args(error);
    if args.is_null() || m.heap.tuple_len(args) != 1 {
        m.set_error(error);
        return Raised;
    }
    let key = m.heap.tuple_item(args, 0);
    let raised = m.raise_about_call(callable, "%U got multiple values for keyword argument '%S'", Piece::Display(key));
    m.decref(error);
    raised
}

impl Machine {
    /// `dict[key] = value` for an exact dict; both borrowed.
    pub(crate) fn dict_store(&mut self, dict: Address, key: Address, value: Address) -> Outcome<()> {
        self.dict_set(dict, key, value)
    }

    /// Whether `object` has keys, which is what `**` asks for.
    fn is_mapping(&mut self, object: Address) -> Outcome<bool> {
        if self.heap.is_exact(object, StaticType::Dict) {
            return Ok(true);
        }
        let name = self.name("keys");
        let keys = self.lookup_attribute(object, name)?;
        if let Some(keys) = keys {
            self.decref(keys);
        }
        Ok(keys.is_some())
    }

    /// How error texts name a callable: `f()`, with its module unless that is `builtins` (`_PyObject_FunctionStr`). A new str.
    pub(crate) fn function_text(&mut self, callable: Address) -> Outcome {
        let name = self.name("__qualname__");
        let Some(qualname) = self.lookup_attribute(callable, name)? else { return self.str(callable) };
        let result = self.function_text_of(callable, qualname);
        self.decref(qualname);
        result
    }

    fn function_text_of(&mut self, callable: Address, qualname: Address) -> Outcome {
        let name = self.name("__module__");
        let Some(module) = self.lookup_attribute(callable, name)? else {
            return self.from_format("%S()", &[Piece::Display(qualname)]);
        };
        let result = if self.heap.is_none(module) || self.heap.is_str(module) && self.heap.str_text(module) == "builtins" {
            self.from_format("%S()", &[Piece::Display(qualname)])
        } else {
            self.from_format("%S.%S()", &[Piece::Display(module), Piece::Display(qualname)])
        };
        self.decref(module);
        result
    }

    /// Raises a `TypeError` about a call; `%U` of the format names the callable, the other piece comes behind.
    #[cold]
    pub(crate) fn raise_about_call(&mut self, callable: Address, format: &str, piece: Piece<'_>) -> Raised {
        match self.function_text(callable) {
            Ok(function) => {
                let raised = self.raise_format(StaticType::TypeError, format, &[Piece::Str(function), piece]);
                self.decref(function);
                raised
            }
            Err(raised) => raised,
        }
    }

    /// Whether `iter(object)` has something to start from.
    pub(crate) fn is_iterable(&mut self, object: Address) -> bool {
        let type_ = self.heap.type_of(object);
        self.has_slot(type_, crate::types::slot::Slot::Iter) || self.is_sequence(object)
    }
}
