//! `__build_class__`: what a `class` statement calls (`builtin___build_class__` in `Python/bltinmodule.c`).
//!
//! It comes in two halves, so that the class body between them can be an ordinary frame.

use heapglass_heap::{Address, Kind, static_type::StaticType};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
};

/// A class statement whose body has still to run. References are owned unless said otherwise.
#[derive(Clone, Debug)]
pub struct ClassInTheMaking {
    /// The name, a str.
    pub name: Address,
    /// The bases after `__mro_entries__`, a tuple.
    pub bases: Address,
    /// The bases as written; the same tuple, and the same reference, if nothing was replaced.
    pub written_bases: Address,
    /// The metaclass, or any callable given as one.
    pub metaclass: Address,
    /// The namespace the body fills: the body's locals.
    pub namespace: Address,
    /// The keywords of the class statement without `metaclass`; `keyword_dict` holds them.
    pub keywords: Vec<(Address, Address)>,
    /// The dict in which CPython carries them; null if there were none, `metaclass` counted.
    pub keyword_dict: Address,
}

impl Machine {
    /// `__build_class__(function, name, *bases, **keywords)`, the body run in a nested evaluation loop.
    pub fn build_class(
        &mut self,
        function: Address,
        name: Address,
        bases: &[Address],
        keywords: &[(Address, Address)],
    ) -> Outcome {
        let making = self.prepare_class(name, bases, keywords)?;
        match self.run_class_body(function, making.namespace) {
            Ok(cell) => self.finish_class(making, cell),
            Err(raised) => {
                self.drop_class(making);
                Err(raised)
            }
        }
    }

    /// The first half: bases, metaclass and namespace.
    pub fn prepare_class(
        &mut self,
        name: Address,
        bases: &[Address],
        keywords: &[(Address, Address)],
    ) -> Outcome<ClassInTheMaking> {
        if self.heap.kind(name) != Kind::Str {
            return Err(self.raise(StaticType::TypeError, "__build_class__: name is not a string"));
        }
        let written_bases = self.heap.new_tuple_of(bases);
        let bases = match self.update_bases(written_bases) {
            Ok(bases) => bases,
            Err(raised) => {
                self.decref(written_bases);
                return Err(raised);
            }
        };
        let mut making = ClassInTheMaking {
            name: self.incref(name),
            bases,
            written_bases,
            metaclass: Address::NULL,
            namespace: Address::NULL,
            keywords: Vec::new(),
            keyword_dict: if keywords.is_empty() { Address::NULL } else { self.heap.new_dict() },
        };
        for &(key, value) in keywords {
            if let Err(raised) = self.namespace_set(making.keyword_dict, key, value) {
                self.drop_class(making);
                return Err(raised);
            }
            if self.heap.str_text(key) == "metaclass" {
                making.metaclass = self.incref(value);
            } else {
                making.keywords.push((key, value));
            }
        }
        if !making.metaclass.is_null() {
            let metaclass = self.name("metaclass");
            if let Err(raised) = self.namespace_remove(making.keyword_dict, metaclass) {
                self.drop_class(making);
                return Err(raised);
            }
        }
        match self.choose_metaclass(&mut making).and_then(|()| self.prepare_namespace(&mut making)) {
            Ok(()) => Ok(making),
            Err(raised) => {
                self.drop_class(making);
                Err(raised)
            }
        }
    }

    /// Replaces bases that are no types by what their `__mro_entries__` says: a new tuple, or the same reference.
    fn update_bases(&mut self, bases: Address) -> Outcome {
        let items = self.heap.tuple_items(bases);
        let name = self.name("__mro_entries__");
        let mut updated: Vec<Address> = Vec::new();
        let mut changed = false;
        for &base in &items {
            let entries = if self.heap.is_type(base) { None } else { self.lookup_attribute(base, name)? };
            let Some(method) = entries else {
                updated.push(self.incref(base));
                continue;
            };
            changed = true;
            let result = self.call(method, &[bases], &[]);
            self.decref(method);
            let result = result?;
            if self.heap.kind(result) != Kind::Tuple {
                self.decref(result);
                return Err(self.raise(StaticType::TypeError, "__mro_entries__ must return a tuple"));
            }
            for entry in self.heap.tuple_items(result) {
                updated.push(self.incref(entry));
            }
            self.decref(result);
        }
        if changed {
            return Ok(self.heap.new_tuple_from(&updated));
        }
        for base in updated {
            self.decref(base);
        }
        Ok(bases)
    }

    fn choose_metaclass(&mut self, making: &mut ClassInTheMaking) -> Outcome<()> {
        let bases = self.heap.tuple_items(making.bases);
        if making.metaclass.is_null() {
            let first = bases.first().map_or(StaticType::Type.address(), |base| self.heap.type_of(*base));
            making.metaclass = self.incref(first);
        }
        if self.heap.is_type(making.metaclass) {
            let winner = self.calculate_metaclass(making.metaclass, &bases)?;
            if winner != making.metaclass {
                self.incref(winner);
                self.decref(making.metaclass);
                making.metaclass = winner;
            }
        }
        Ok(())
    }

    fn prepare_namespace(&mut self, making: &mut ClassInTheMaking) -> Outcome<()> {
        let name = self.name("__prepare__");
        let Some(prepare) = self.lookup_attribute(making.metaclass, name)? else {
            making.namespace = self.heap.new_dict();
            return Ok(());
        };
        let result = self.call_with_dict(prepare, &[making.name, making.bases], &making.keywords);
        self.decref(prepare);
        let namespace = result?;
        making.namespace = namespace;
        if self.heap.kind(namespace) == Kind::Dict || self.has_slot(self.heap.type_of(namespace), crate::types::slot::Slot::GetItem)
        {
            return Ok(());
        }
        let owner = if self.heap.is_type(making.metaclass) {
            self.name_of_type(making.metaclass)
        } else {
            "<metaclass>".to_owned()
        };
        let found = self.type_name(namespace);
        let pieces = [Piece::Text(&owner), Piece::Text(&found)];
        Err(self.raise_format(StaticType::TypeError, "%.200s.__prepare__() must return a mapping, not %.200s", &pieces))
    }

    /// The second half: the body has returned `cell` (owned: the `__class__` cell or `None`); the metaclass is called.
    pub fn finish_class(&mut self, making: ClassInTheMaking, cell: Address) -> Outcome {
        let result = self.call_metaclass(&making, cell);
        self.decref(cell);
        self.drop_class(making);
        result
    }

    fn call_metaclass(&mut self, making: &ClassInTheMaking, cell: Address) -> Outcome {
        if making.bases != making.written_bases {
            // `PyMapping_SetItemString` makes the name anew each time.
            let key = self.heap.new_str("__orig_bases__");
            let result = self.set_item(making.namespace, key, making.written_bases);
            self.decref(key);
            result?;
        }
        let arguments = [making.name, making.bases, making.namespace];
        let class = self.call_with_dict(making.metaclass, &arguments, &making.keywords)?;
        if !self.heap.is_type(class) || !self.heap.is_exact(cell, StaticType::Cell) {
            return Ok(class);
        }
        let content = self.heap.memory.address(cell.plus(16));
        if content == class {
            return Ok(class);
        }
        let name = self.heap.str_text(making.name);
        let raised = if content.is_null() {
            let shown = self.repr_text(class)?;
            let text = format!(
                "__class__ not set defining '{name}' as {shown}. Was __classcell__ propagated to type.__new__?"
            );
            self.raise(StaticType::RuntimeError, text)
        } else {
            let (found, shown) = (self.repr_text(content)?, self.repr_text(class)?);
            let text = format!("__class__ set to {found} defining '{name}' as {shown}");
            self.raise(StaticType::TypeError, text)
        };
        self.decref(class);
        Err(raised)
    }

    /// Gives up the references of a class in the making.
    pub fn drop_class(&mut self, making: ClassInTheMaking) {
        self.xdecref(making.namespace);
        self.xdecref(making.metaclass);
        self.xdecref(making.keyword_dict);
        self.decref(making.bases);
        if making.written_bases != making.bases {
            self.decref(making.written_bases);
        }
        self.decref(making.name);
    }
}
