//! `Class.__bases__ = …` (`type_set_bases` in Objects/typeobject.c): the class and all below it get new resolution orders, or keep
//! their old ones.

use heapglass_heap::{
    Address, Kind, Raised,
    static_type::{StaticType, field},
};

use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
};

/// A class whose order was changed: the class, its new order, and the old one, which is owned (or null).
type Changed = (Address, Address, Address);

/// The setter.
pub(super) fn set_bases(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let type_ = arguments.self_;
    let value = m.check_settable(type_, "__bases__", arguments.get(0))?;
    let bases = check(m, type_, value)?;
    let new_base = m.best_base(&bases)?;
    let old_base = m.field(type_, field::BASE);
    if m.solid_base(new_base) != m.solid_base(old_base) {
        let (new_name, old_name) = (m.name_of_type(new_base), m.name_of_type(old_base));
        let text = format!("__bases__ assignment: '{new_name}' object layout differs from '{old_name}'");
        return m.type_error(text);
    }
    m.type_modified(type_);
    m.change_bases(type_, value, new_base)
}

/// The new bases: classes, at least one, and none of them below the class itself.
fn check(m: &mut Machine, type_: Address, value: Address) -> Outcome<Vec<Address>> {
    let name = m.name_of_type(type_);
    if m.heap.kind(value) != Kind::Tuple {
        let found = m.type_name(value);
        return m.type_error(format!("can only assign tuple to {name}.__bases__, not {found}"));
    }
    let bases = m.heap.tuple_items(value);
    if bases.is_empty() {
        return m.type_error(format!("can only assign non-empty tuple to {name}.__bases__, not ()"));
    }
    for base in &bases {
        if !m.heap.is_type(*base) {
            let found = m.type_name(*base);
            return m.type_error(format!("{name}.__bases__ must be tuple of classes, not '{found}'"));
        }
        // Where a metaclass's `mro()` has come back here, an order may lag behind the chain of bases.
        if m.heap.is_subtype(*base, type_) || m.is_below(*base, type_) {
            return m.type_error("a __bases__ item causes an inheritance cycle");
        }
    }
    Ok(bases)
}

impl Machine {
    /// Whether `base` is on the `tp_base` chain of `type_`.
    fn is_below(&self, type_: Address, base: Address) -> bool {
        let mut at = type_;
        while !at.is_null() && at != StaticType::Object.address() {
            if at == base {
                return true;
            }
            at = self.field(at, field::BASE);
        }
        false
    }

    fn change_bases(&mut self, type_: Address, bases: Address, base: Address) -> Outcome {
        let [old_bases, old_base] = [field::BASES, field::BASE].map(|offset| self.field(type_, offset));
        self.incref(old_bases);
        self.incref(old_base);
        self.store_field(type_, field::BASES, bases);
        self.store_field(type_, field::BASE, base);
        let mut changed = Vec::new();
        let outcome = self.renew_mro_below(type_, &mut changed);
        let settled = self.settle(type_, bases, (old_bases, old_base), changed, outcome);
        self.decref(old_bases);
        self.decref(old_base);
        settled?;
        Ok(self.heap.none())
    }

    /// The new orders stay, or the old ones come back.
    fn settle(
        &mut self,
        type_: Address,
        bases: Address,
        (old_bases, old_base): (Address, Address),
        changed: Vec<Changed>,
        outcome: Outcome<()>,
    ) -> Outcome<()> {
        let still = self.field(type_, field::BASES) == bases;
        if let Err(Raised) = outcome {
            for (class, new, old) in changed.into_iter().rev() {
                if self.field(class, field::MRO) == new {
                    self.set_field(class, field::MRO, old);
                } else {
                    self.xdecref(old);
                }
            }
            if still {
                self.store_field(type_, field::BASES, old_bases);
                self.store_field(type_, field::BASE, old_base);
            }
            return Err(Raised);
        }
        let classes: Vec<Address> = changed.iter().map(|(class, ..)| *class).collect();
        for (.., old) in changed {
            self.xdecref(old);
        }
        if still {
            for old in self.heap.tuple_items(old_bases) {
                self.remove_subclass(old, type_)?;
            }
            for new in self.heap.tuple_items(bases) {
                self.add_subclass(new, type_)?;
            }
        }
        for class in classes {
            self.update_access_slots(class);
        }
        Ok(())
    }

    /// `mro_hierarchy`.
    fn renew_mro_below(&mut self, type_: Address, changed: &mut Vec<Changed>) -> Outcome<()> {
        let bases = self.heap.tuple_items(self.field(type_, field::BASES));
        // A class in the making has no order yet.
        let old = self.field(type_, field::MRO);
        self.heap.xincref(old);
        let outcome = self.set_mro(type_, &bases);
        let new = self.field(type_, field::MRO);
        if outcome.is_err() || new == old {
            self.xdecref(old);
            return outcome;
        }
        changed.push((type_, new, old));
        for subclass in self.subclasses(type_) {
            self.renew_mro_below(subclass, changed)?;
        }
        Ok(())
    }
}
