//! The method resolution order (C3), as `mro_implementation` in `Objects/typeobject.c` finds it.

use heapglass_heap::{
    Address, Raised,
    domain::Domain,
    static_type::{StaticType, field},
};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
};

impl Machine {
    /// The types of a type's MRO, borrowed.
    pub fn mro_of(&self, type_: Address) -> Vec<Address> {
        let mro = self.heap.memory.address(type_.plus(field::MRO));
        if mro.is_null() { vec![type_] } else { self.heap.tuple_items(mro) }
    }

    /// Makes the MRO and stores it (`mro_internal`); a metaclass may override `mro()`.
    pub fn set_mro(&mut self, type_: Address, bases: &[Address]) -> Outcome<()> {
        let metatype = self.heap.type_of(type_);
        let name = self.name("mro");
        let before = self.field(type_, field::MRO);
        let method = if metatype == StaticType::Type.address() { None } else { self.type_lookup(metatype, name) };
        let order = match method {
            Some(method) => self.call_attribute_of(method, type_, &[])?,
            None => self.linearise(type_, bases)?,
        };
        let mro = self.sequence_to_tuple(order);
        self.decref(order);
        let mro = mro?;
        let checked = if method.is_some() { self.check_mro(type_, mro) } else { Ok(()) };
        if checked.is_err() || self.heap.memory.address(type_.plus(field::MRO)) != before {
            // A `mro()` that has set the order of this very class has the last word.
            self.decref(mro);
            return checked;
        }
        self.set_field(type_, field::MRO, mro);
        Ok(())
    }

    /// What a metaclass's `mro()` has returned must be classes whose instances are laid out alike (`mro_check`).
    fn check_mro(&mut self, type_: Address, mro: Address) -> Outcome<()> {
        let solid = self.solid_base(type_);
        for base in self.heap.tuple_items(mro) {
            if !self.heap.is_type(base) {
                let name = self.type_name(base);
                return self.type_error(format!("mro() returned a non-class ('{name}')"));
            }
            if !self.heap.is_subtype(solid, self.solid_base(base)) {
                let name = self.name_of_type(base);
                return self.type_error(format!("mro() returned base with unsuitable layout ('{name}')"));
            }
        }
        Ok(())
    }

    /// `PySequence_Tuple`: a tuple as it is, a list by its items, anything else by iteration. A new reference.
    fn sequence_to_tuple(&mut self, sequence: Address) -> Outcome {
        if self.heap.is_exact(sequence, StaticType::Tuple) {
            return Ok(self.incref(sequence));
        }
        if self.heap.is_exact(sequence, StaticType::List) {
            let items = self.heap.list_items(sequence);
            return Ok(self.heap.new_tuple_of(&items));
        }
        let mut items = Vec::new();
        let outcome = self.for_each(sequence, |_, item| {
            items.push(item);
            Ok(())
        });
        let tuple = self.heap.new_tuple_from(&items);
        if let Err(raised) = outcome {
            self.decref(tuple);
            return Err(raised);
        }
        Ok(tuple)
    }

    /// `mro_implementation`: the C3 linearisation of a class with these bases, the class first. A new tuple if there is one
    /// base, a new list if there are several.
    pub fn linearise(&mut self, type_: Address, bases: &[Address]) -> Outcome {
        if let Some(unready) = bases.iter().find(|base| self.heap.memory.address(base.plus(field::MRO)).is_null()) {
            let name = self.name_of_type(*unready);
            return self.type_error(format!("Cannot extend an incomplete type '{name}'"));
        }
        if let [base] = bases {
            let mut order = vec![type_];
            order.extend(self.mro_of(*base));
            return Ok(self.heap.new_tuple_of(&order));
        }
        self.check_duplicate_bases(bases)?;
        let sequences = bases.len() as u64 + 1;
        let to_merge = self.heap.allocate(Domain::Mem, 8 * sequences);
        let order = self.heap.new_list_of(&[type_]);
        let positions = self.heap.allocate(Domain::Mem, 4 * sequences);
        let merged = self.merge(order, bases);
        self.heap.release(Domain::Mem, positions);
        self.heap.release(Domain::Mem, to_merge);
        if let Err(raised) = merged {
            self.decref(order);
            return Err(raised);
        }
        Ok(order)
    }

    /// Appends the linearisations of the bases to `order` (`pmerge`).
    fn merge(&mut self, order: Address, bases: &[Address]) -> Outcome<()> {
        let mut sequences: Vec<Vec<Address>> = bases.iter().map(|base| self.mro_of(*base)).collect();
        sequences.push(bases.to_vec());
        loop {
            sequences.retain(|sequence| !sequence.is_empty());
            if sequences.is_empty() {
                return Ok(());
            }
            let in_tail = |candidate: Address| sequences.iter().any(|sequence| sequence[1..].contains(&candidate));
            let next = sequences.iter().map(|sequence| sequence[0]).find(|candidate| !in_tail(*candidate));
            let Some(next) = next else {
                return Err(self.raise_no_consistent_order(&sequences));
            };
            self.incref(next);
            self.heap.list_append(order, next);
            for sequence in &mut sequences {
                if sequence[0] == next {
                    sequence.remove(0);
                }
            }
        }
    }

    fn check_duplicate_bases(&mut self, bases: &[Address]) -> Outcome<()> {
        for (index, base) in bases.iter().enumerate() {
            if bases[index + 1..].contains(base) {
                let name = self.type_short_name(*base);
                return Err(self.raise_format(StaticType::TypeError, "duplicate base class %U", &[Piece::Str(name)]));
            }
        }
        Ok(())
    }

    fn raise_no_consistent_order(&mut self, sequences: &[Vec<Address>]) -> Raised {
        let mut heads: Vec<Address> = Vec::new();
        for sequence in sequences {
            if !heads.contains(&sequence[0]) {
                heads.push(sequence[0]);
            }
        }
        // The heads are gathered in a dict.
        let gathered = self.heap.new_dict();
        for head in &heads {
            let none = self.heap.none();
            if self.dict_set(gathered, *head, none).is_err() {
                self.clear_error();
            }
        }
        let names: Vec<String> = heads.iter().map(|head| self.short_name_text(*head)).collect();
        let names = names.join(", ");
        let text = format!("Cannot create a consistent method resolution\norder (MRO) for bases {names}");
        let raised = self.raise(StaticType::TypeError, text);
        self.decref(gathered);
        raised
    }

    fn short_name_text(&mut self, type_: Address) -> String {
        let name = self.type_short_name(type_);
        self.heap.str_text(name)
    }

    /// `type.__name__` as a str, borrowed.
    pub fn type_short_name(&mut self, type_: Address) -> Address {
        match self.heap.builtin_type(type_) {
            Some(which) => self.name(which.short_name()),
            None => self.heap.memory.address(type_.plus(field::HEAP_NAME)),
        }
    }
}
