//! Which base decides the layout of instances (`best_base` and `solid_base` in `Objects/typeobject.c`).

use heapglass_heap::{
    Address, Raised,
    static_type::{StaticType, field, flag},
};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
};

impl Machine {
    /// The base whose layout the class extends (`best_base`).
    pub fn best_base(&mut self, bases: &[Address]) -> Outcome {
        let mut winner = Address::NULL;
        let mut best = Address::NULL;
        for &base in bases {
            if !self.heap.is_type(base) {
                return Err(self.raise(StaticType::TypeError, "bases must be types"));
            }
            if !self.heap.type_has(base, flag::BASE_TYPE) {
                let name = self.name_of_type(base);
                return Err(self.raise_unacceptable_base(&name));
            }
            let candidate = self.solid_base(base);
            if winner.is_null() || (winner != candidate && self.heap.is_subtype(candidate, winner)) {
                (winner, best) = (candidate, base);
            } else if !self.heap.is_subtype(winner, candidate) {
                return Err(self.raise(StaticType::TypeError, "multiple bases have instance lay-out conflict"));
            }
        }
        Ok(best)
    }

    fn raise_unacceptable_base(&mut self, name: &str) -> Raised {
        self.raise_format(StaticType::TypeError, "type '%.100s' is not an acceptable base type", &[Piece::Text(name)])
    }

    /// The nearest type on the `tp_base` chain that adds fields.
    pub fn solid_base(&self, type_: Address) -> Address {
        let base = self.heap.memory.address(type_.plus(field::BASE));
        let solid = if base.is_null() || base == type_ { StaticType::Object.address() } else { self.solid_base(base) };
        if self.has_more_fields(type_, solid) { type_ } else { solid }
    }

    fn has_more_fields(&self, type_: Address, base: Address) -> bool {
        let word = |t: Address, at: u64| self.heap.memory.u64(t.plus(at));
        let (size, base_size) = (word(type_, field::BASIC_SIZE), word(base, field::BASIC_SIZE));
        size != base_size || word(type_, field::ITEM_SIZE) != word(base, field::ITEM_SIZE)
    }
}
