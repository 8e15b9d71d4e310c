//! What an object is made of, for copies and pickles: `__reduce_ex__` and `__getstate__` of `object` (Objects/typeobject.c).

use heapglass_heap::{
    Address, Kind,
    static_type::{StaticType, field, flag},
};

use crate::{
    machine::{Machine, Outcome},
    native::{self, Arguments, NativeRow},
    types::instance::NewFound,
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::one(StaticType::Object, "__reduce_ex__", reduce_ex),
    NativeRow::no_arguments(StaticType::Object, "__reduce__", |m, a| {
        let zero = m.heap.new_int(0);
        m.reduce_old(a.self_, zero)
    }),
    NativeRow::no_arguments(StaticType::Object, "__getstate__", getstate),
];

fn getstate(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    m.default_state(arguments.self_, false)
}

/// A `__reduce__` of the class's own goes first.
fn reduce_ex(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let object = arguments.self_;
    let protocol = m.index_to_i64(arguments.positional[0], StaticType::OverflowError)?;
    let name = m.name("__reduce__");
    if let Some(method) = m.lookup_attribute(object, name)? {
        let type_ = m.heap.type_of(object);
        let own = m.get_attribute(type_, name);
        let default = m.type_lookup(StaticType::Object.address(), name);
        let overridden = match own {
            Ok(own) => {
                m.decref(own);
                Ok(Some(own) != default)
            }
            Err(raised) => Err(raised),
        };
        let result = match overridden {
            Ok(true) => Some(m.call(method, &[], &[])),
            Ok(false) => None,
            Err(raised) => Some(Err(raised)),
        };
        m.decref(method);
        if let Some(result) = result {
            return result;
        }
    }
    if protocol >= 2 { m.reduce_new(object) } else { m.reduce_old(object, arguments.positional[0]) }
}

impl Machine {
    fn cannot_pickle(&mut self, object: Address) -> Outcome {
        let name = self.type_name(object);
        self.type_error(format!("cannot pickle '{name}' object"))
    }

    /// An attribute of the module `copyreg`.
    fn copyreg(&mut self, name: &str) -> Outcome {
        let copyreg = self.import_module("copyreg")?;
        let found = self.get_attribute_named(copyreg, name);
        self.decref(copyreg);
        found
    }

    /// `copyreg._reduce_ex(object, protocol)`.
    fn reduce_old(&mut self, object: Address, protocol: Address) -> Outcome {
        let function = self.copyreg("_reduce_ex")?;
        let result = self.call(function, &[object, protocol], &[]);
        self.decref(function);
        result
    }

    /// The names of the slots of a class and its bases, as `copyreg._slotnames` finds them once for each class (`list` or
    /// `None`). New reference.
    fn slot_names(&mut self, type_: Address) -> Outcome {
        let dict = self.type_dict(type_);
        let key = self.name("__slotnames__");
        let known = self.namespace_get(dict, key)?;
        let names = match known {
            Some(names) => self.incref(names),
            None => {
                let function = self.copyreg("_slotnames")?;
                let names = self.call(function, &[type_], &[]);
                self.decref(function);
                names?
            }
        };
        if self.heap.is_none(names) || self.heap.kind(names) == Kind::List {
            return Ok(names);
        }
        let (class, found) = (self.name_of_type(type_), self.type_name(names));
        self.decref(names);
        if known.is_some() {
            return self.type_error(format!("{class}.__slotnames__ should be a list or None, not {found}"));
        }
        self.type_error("copyreg._slotnames didn't return a list or None")
    }

    /// `object.__getstate__` (`object_getstate_default`). `required`: what a class written in C keeps to itself would be lost,
    /// which is refused.
    fn default_state(&mut self, object: Address, required: bool) -> Outcome {
        let type_ = self.heap.type_of(object);
        if required && self.heap.memory.u64(type_.plus(field::ITEM_SIZE)) != 0 {
            let name = self.type_name(object);
            return self.type_error(format!("cannot pickle {name} objects"));
        }
        let state = if self.heap.has_no_attributes(object) { self.heap.none() } else { self.instance_dict(object)? };
        let names = match self.slot_names(type_) {
            Ok(names) => names,
            Err(raised) => {
                self.decref(state);
                return Err(raised);
            }
        };
        if required && self.has_hidden_fields(type_, names) {
            self.decref(names);
            self.decref(state);
            return self.cannot_pickle(object);
        }
        let slots = self.slot_values(object, names);
        self.decref(names);
        match slots {
            Ok(Some(slots)) => Ok(self.heap.new_tuple_from(&[state, slots])),
            Ok(None) => Ok(state),
            Err(raised) => {
                self.decref(state);
                Err(raised)
            }
        }
    }

    /// Whether instances have fields besides the dict, the list of weak references and the named slots.
    fn has_hidden_fields(&self, type_: Address, names: Address) -> bool {
        let word = |offset| self.heap.memory.u64(type_.plus(offset)) as i64;
        let mut size = self.heap.memory.u64(StaticType::Object.address().plus(field::BASIC_SIZE)) as i64;
        if word(field::DICT_OFFSET) != 0 && !self.heap.type_has(type_, flag::MANAGED_DICT) {
            size += 8;
        }
        if word(field::WEAKLIST_OFFSET) > 0 {
            size += 8;
        }
        if !self.heap.is_none(names) {
            size += 8 * self.heap.list_len(names) as i64;
        }
        word(field::BASIC_SIZE) > size
    }

    /// A dict of the slots that are filled, if there are any.
    fn slot_values(&mut self, object: Address, names: Address) -> Outcome<Option<Address>> {
        if self.heap.is_none(names) || self.heap.list_len(names) == 0 {
            return Ok(None);
        }
        let slots = self.heap.new_dict();
        for name in self.heap.list_items(names) {
            self.incref(name);
            let value = self.lookup_attribute(object, name);
            let put = match value {
                Ok(Some(value)) => {
                    let put = self.set_item(slots, name, value);
                    self.decref(value);
                    put
                }
                Ok(None) => Ok(()),
                Err(raised) => Err(raised),
            };
            self.decref(name);
            if let Err(raised) = put {
                self.decref(slots);
                return Err(raised);
            }
        }
        if self.heap.dict_len(slots) == 0 {
            self.decref(slots);
            return Ok(None);
        }
        Ok(Some(slots))
    }

    /// The state of an object: what its `__getstate__` says (`object_getstate`).
    pub(crate) fn state_of(&mut self, object: Address, required: bool) -> Outcome {
        let method = self.get_attribute_named(object, "__getstate__")?;
        let default = self.heap.is_exact(method, StaticType::BuiltinFunction)
            && self.heap.memory.address(method.plus(24)) == object
            && native::row_at(self.heap.memory.address(method.plus(16)))
                .is_some_and(|row| std::ptr::fn_addr_eq(row.function, getstate as native::NativeFn));
        let state = if default { self.default_state(object, required) } else { self.call(method, &[], &[]) };
        self.decref(method);
        state
    }

    /// `__reduce_ex__` of protocol 2 and later: `(copyreg.__newobj__, (class, *args), state, list items, dict items)`.
    fn reduce_new(&mut self, object: Address) -> Outcome {
        let type_ = self.heap.type_of(object);
        if matches!(self.find_new(type_), NewFound::Missing) {
            return self.cannot_pickle(object);
        }
        let arguments = self.new_arguments(object)?;
        let mut parts = self.maker(type_, &arguments);
        let (list, dict) = (self.heap.kind(object) == Kind::List, self.heap.kind(object) == Kind::Dict);
        let required = matches!(arguments, NewArguments::None) && !list && !dict;
        self.release_arguments(arguments);
        for step in 0..3 {
            let Ok(so_far) = &mut parts else { break };
            let next = match step {
                0 => self.state_of(object, required),
                1 if list => self.iter(object),
                2 if dict => self.call_method(object, "items", &[]).and_then(|items| {
                    let iterator = self.iter(items);
                    self.decref(items);
                    iterator
                }),
                _ => Ok(self.heap.none()),
            };
            match next {
                Ok(next) => so_far.push(next),
                Err(raised) => {
                    for part in std::mem::take(so_far) {
                        self.decref(part);
                    }
                    parts = Err(raised);
                }
            }
        }
        let parts = parts?;
        Ok(self.heap.new_tuple_from(&parts))
    }

    /// The function that makes the object anew and its arguments.
    fn maker(&mut self, type_: Address, arguments: &NewArguments) -> Outcome<Vec<Address>> {
        if let NewArguments::WithKeywords(positional, keywords) = *arguments {
            let make = self.copyreg("__newobj_ex__")?;
            let all = self.heap.new_tuple_of(&[type_, positional, keywords]);
            return Ok(vec![make, all]);
        }
        let make = self.copyreg("__newobj__")?;
        let mut all = vec![type_];
        if let NewArguments::Positional(tuple) = *arguments {
            all.extend(self.heap.tuple_items(tuple));
        }
        let all = self.heap.new_tuple_of(&all);
        Ok(vec![make, all])
    }

    fn release_arguments(&mut self, arguments: NewArguments) {
        match arguments {
            NewArguments::None => {}
            NewArguments::Positional(tuple) => self.decref(tuple),
            NewArguments::WithKeywords(tuple, dict) => {
                self.decref(tuple);
                self.decref(dict);
            }
        }
    }

    /// What `__getnewargs_ex__` or `__getnewargs__` answers (`_PyObject_GetNewArguments`).
    fn new_arguments(&mut self, object: Address) -> Outcome<NewArguments> {
        if let Some(method) = self.lookup_special(object, "__getnewargs_ex__")? {
            let pair = self.call(method, &[], &[]);
            self.decref(method);
            let pair = pair?;
            let arguments = self.arguments_in(pair);
            self.decref(pair);
            return arguments;
        }
        let Some(method) = self.lookup_special(object, "__getnewargs__")? else { return Ok(NewArguments::None) };
        let tuple = self.call(method, &[], &[]);
        self.decref(method);
        let tuple = tuple?;
        if self.heap.is_instance(tuple, StaticType::Tuple) {
            return Ok(NewArguments::Positional(tuple));
        }
        let found = self.type_name(tuple);
        self.decref(tuple);
        self.type_error(format!("__getnewargs__ should return a tuple, not '{found}'"))
    }

    fn arguments_in(&mut self, pair: Address) -> Outcome<NewArguments> {
        if !self.heap.is_instance(pair, StaticType::Tuple) {
            let found = self.type_name(pair);
            return self.type_error(format!("__getnewargs_ex__ should return a tuple, not '{found}'"));
        }
        let items = self.heap.tuple_items(pair);
        let &[positional, keywords] = &items[..] else {
            let text = format!("__getnewargs_ex__ should return a tuple of length 2, not {}", items.len());
            return self.value_error(text);
        };
        for (item, which, wanted, name) in
            [(positional, "first", StaticType::Tuple, "tuple"), (keywords, "second", StaticType::Dict, "dict")]
        {
            if !self.heap.is_instance(item, wanted) {
                let found = self.type_name(item);
                let text = format!("{which} item of the tuple returned by __getnewargs_ex__ must be a {name}, not '{found}'");
                return self.type_error(text);
            }
        }
        self.incref(positional);
        if self.heap.dict_len(keywords) == 0 {
            return Ok(NewArguments::Positional(positional));
        }
        Ok(NewArguments::WithKeywords(positional, self.incref(keywords)))
    }
}

/// Arguments to make an object anew with; owned.
enum NewArguments {
    None,
    Positional(Address),
    WithKeywords(Address, Address),
}
