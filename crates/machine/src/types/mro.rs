//! The method resolution order (C3), as `mro_implementation` in `Objects/typeobject.c` finds it.

use heapglass_heap::{
    Address, Raised,
    static_type::{StaticType, field},
};

use crate::machine::{Machine, Outcome};

impl Machine {
    /// The types of a type's MRO, borrowed.
    pub fn mro_of(&self, type_: Address) -> Vec<Address> {
        let mro = self.heap.memory.address(type_.plus(field::MRO));
        if mro.is_null() { vec![type_] } else { self.heap.tuple_items(mro) }
    }

    /// The C3 linearisation of a class with these bases, the class first. Borrowed.
    pub fn linearise(&mut self, type_: Address, bases: &[Address]) -> Result<Vec<Address>, Raised> {
        if let [base] = bases {
            let mut order = vec![type_];
            order.extend(self.mro_of(*base));
            return Ok(order);
        }
        self.check_duplicate_bases(bases)?;
        let mut sequences: Vec<Vec<Address>> = bases.iter().map(|base| self.mro_of(*base)).collect();
        sequences.push(bases.to_vec());
        let mut order = vec![type_];
        loop {
            sequences.retain(|sequence| !sequence.is_empty());
            if sequences.is_empty() {
                return Ok(order);
            }
            let in_tail = |candidate: Address| sequences.iter().any(|sequence| sequence[1..].contains(&candidate));
            let next = sequences.iter().map(|sequence| sequence[0]).find(|candidate| !in_tail(*candidate));
            let Some(next) = next else {
                return Err(self.raise_no_consistent_order(&sequences));
            };
            order.push(next);
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
                let name = self.short_name_text(*base);
                return Err(self.raise(StaticType::TypeError, format!("duplicate base class {name}")));
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
        let names: Vec<String> = heads.iter().map(|head| self.short_name_text(*head)).collect();
        let names = names.join(", ");
        let text = format!("Cannot create a consistent method resolution\norder (MRO) for bases {names}");
        self.raise(StaticType::TypeError, text)
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
