//! `__slots__` of a class statement (`type_new_slots` in `Objects/typeobject.c`).

use heapglass_heap::{
    Address, Kind, Raised,
    static_type::{StaticType, field},
};

use crate::machine::{Machine, Outcome};

/// What a class body's `__slots__` comes to.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClassSlots {
    /// The sorted, mangled names: a tuple the caller owns; null without `__slots__`.
    pub names: Address,
    /// Whether instances get a dict they do not inherit.
    pub add_dict: bool,
    /// Whether instances get a list of weak references they do not inherit.
    pub add_weak: bool,
}

impl Machine {
    /// Reads `__slots__` from the dict of a class in the making.
    pub fn class_slots(&mut self, name: &str, base: Address, bases: &[Address], dict: Address) -> Outcome<ClassSlots> {
        let may_add_dict = self.heap.memory.u64(base.plus(field::DICT_OFFSET)) == 0;
        let fixed_size = self.heap.memory.u64(base.plus(field::ITEM_SIZE)) == 0;
        let may_add_weak = self.heap.memory.u64(base.plus(field::WEAKLIST_OFFSET)) == 0 && fixed_size;
        let key = self.name("__slots__");
        let Some(declared) = self.namespace_get(dict, key)? else {
            return Ok(ClassSlots { names: Address::NULL, add_dict: may_add_dict, add_weak: may_add_weak });
        };
        let declared = self.slots_as_tuple(declared)?;
        let result = self.read_slots(name, base, dict, declared, may_add_dict, may_add_weak);
        self.decref(declared);
        let mut slots = result?;
        self.secondary_bases_provide(&mut slots, base, bases, may_add_dict, may_add_weak);
        Ok(slots)
    }

    /// A single str is one slot; anything else is iterated.
    fn slots_as_tuple(&mut self, declared: Address) -> Outcome {
        if self.heap.kind(declared) == Kind::Str {
            self.incref(declared);
            return Ok(self.heap.new_tuple_from(&[declared]));
        }
        self.tuple_from(declared)
    }

    fn read_slots(
        &mut self,
        class_name: &str,
        base: Address,
        dict: Address,
        declared: Address,
        may_add_dict: bool,
        may_add_weak: bool,
    ) -> Outcome<ClassSlots> {
        let items = self.heap.tuple_items(declared);
        if !items.is_empty() && self.heap.memory.u64(base.plus(field::ITEM_SIZE)) != 0 {
            let name = self.name_of_type(base);
            let text = format!("nonempty __slots__ not supported for subtype of '{name}'");
            return Err(self.raise(StaticType::TypeError, text));
        }
        let mut slots = ClassSlots::default();
        for &item in &items {
            let text = self.slot_identifier(item)?;
            let (allowed, added) = match text.as_str() {
                "__dict__" => (may_add_dict, &mut slots.add_dict),
                "__weakref__" => (may_add_weak, &mut slots.add_weak),
                _ => continue,
            };
            if !allowed || *added {
                let text = format!("{text} slot disallowed: we already got one");
                return Err(self.raise(StaticType::TypeError, text));
            }
            *added = true;
        }
        slots.names = self.sorted_slots(class_name, dict, &items)?;
        Ok(slots)
    }

    fn slot_identifier(&mut self, item: Address) -> Outcome<String> {
        if self.heap.kind(item) != Kind::Str {
            let name = self.type_name(item);
            return Err(self.raise(StaticType::TypeError, format!("__slots__ items must be strings, not '{name}'")));
        }
        let text = self.heap.str_text(item);
        let starts = |c: char| c == '_' || c.is_alphabetic();
        if text.starts_with(starts) && text.chars().all(|c| c == '_' || c.is_alphanumeric()) {
            return Ok(text);
        }
        Err(self.raise(StaticType::TypeError, "__slots__ must be identifiers"))
    }

    /// The slots that become fields, mangled and sorted, as a tuple. A list is made on the way, as in CPython.
    fn sorted_slots(&mut self, class_name: &str, dict: Address, items: &[Address]) -> Outcome {
        let mut names: Vec<(String, Address)> = Vec::new();
        let mut failure = None;
        for &item in items {
            let text = self.heap.str_text(item);
            if text == "__dict__" || text == "__weakref__" {
                continue;
            }
            let owned = match mangle(class_name, &text) {
                None => self.incref(item),
                Some(mangled) => self.heap.new_str(&mangled),
            };
            let text = self.heap.str_text(owned);
            names.push((text.clone(), owned));
            let special = text == "__qualname__" || text == "__classcell__" || text == "__classdictcell__";
            match self.namespace_get(dict, owned) {
                Ok(Some(_)) if !special => failure = Some(text),
                Ok(_) => {}
                Err(raised) => return Err(raised),
            }
            if failure.is_some() {
                break;
            }
        }
        if let Some(text) = failure {
            for (_, name) in names {
                self.decref(name);
            }
            return Err(self.raise_slot_conflict(&text));
        }
        names.sort_by(|a, b| a.0.chars().cmp(b.0.chars()));
        let names: Vec<Address> = names.into_iter().map(|(_, name)| name).collect();
        let list = self.heap.new_list_from(&names);
        for name in &names {
            self.incref(*name);
        }
        let tuple = self.heap.new_tuple_from(&names);
        self.decref(list);
        Ok(tuple)
    }

    fn raise_slot_conflict(&mut self, text: &str) -> Raised {
        self.raise(StaticType::ValueError, format!("'{text}' in __slots__ conflicts with class variable"))
    }

    /// A second base may bring the dict or the weak references that the first lacks.
    fn secondary_bases_provide(
        &self,
        slots: &mut ClassSlots,
        base: Address,
        bases: &[Address],
        may_add_dict: bool,
        may_add_weak: bool,
    ) {
        if bases.len() < 2 {
            return;
        }
        for &other in bases.iter().filter(|other| **other != base) {
            if may_add_dict && self.heap.memory.u64(other.plus(field::DICT_OFFSET)) != 0 {
                slots.add_dict = true;
            }
            if may_add_weak && self.heap.memory.u64(other.plus(field::WEAKLIST_OFFSET)) != 0 {
                slots.add_weak = true;
            }
        }
    }
}

/// A private name as the class `class_name` stores it; `None` if it is not private.
pub fn mangle(class_name: &str, name: &str) -> Option<String> {
    let class_name = class_name.trim_start_matches('_');
    let private = name.starts_with("__") && !name.ends_with("__") && !name.contains('.') && !class_name.is_empty();
    private.then(|| format!("_{class_name}{name}"))
}
