//! `isinstance` and `issubclass`.

use heapglass_heap::{
    Address, Kind,
    static_type::{StaticType, field},
};

use crate::machine::{Machine, Outcome};

impl Machine {
    /// `isinstance(object, class)`.
    pub fn is_instance(&mut self, object: Address, class: Address) -> Outcome<bool> {
        if self.heap.type_of(object) == class {
            return Ok(true);
        }
        if self.heap.is_exact(class, StaticType::Type) {
            return self.is_instance_plainly(object, class);
        }
        if self.heap.is_exact(class, StaticType::UnionType) {
            let members = self.heap.memory.address(class.plus(16));
            return self.is_instance_of_any(object, members);
        }
        if self.heap.kind(class) == Kind::Tuple {
            return self.is_instance_of_any(object, class);
        }
        if let Some(verdict) = self.ask_class(class, "__instancecheck__", object)? {
            return Ok(verdict);
        }
        self.is_instance_plainly(object, class)
    }

    fn is_instance_of_any(&mut self, object: Address, classes: Address) -> Outcome<bool> {
        self.enter_native(" in __instancecheck__")?;
        let mut verdict = Ok(false);
        for class in self.heap.tuple_items(classes) {
            verdict = self.is_instance(object, class);
            if !matches!(verdict, Ok(false)) {
                break;
            }
        }
        self.leave_native();
        verdict
    }

    /// Asks `__instancecheck__` or `__subclasscheck__` of the metaclass, unless it is that of `type`.
    fn ask_class(&mut self, class: Address, name: &str, argument: Address) -> Outcome<Option<bool>> {
        let Some(checker) = self.lookup_special(class, name)? else { return Ok(None) };
        let result = self.call(checker, &[argument], &[]);
        self.decref(checker);
        let result = result?;
        let verdict = self.is_true(result);
        self.decref(result);
        verdict.map(Some)
    }

    /// `type.__instancecheck__`: by type, then by `__class__`.
    pub fn is_instance_plainly(&mut self, object: Address, class: Address) -> Outcome<bool> {
        if !self.heap.is_type(class) {
            let text = "isinstance() arg 2 must be a type, a tuple of types, or a union";
            self.check_class(class, text)?;
        } else if self.heap.is_subtype(self.heap.type_of(object), class) {
            return Ok(true);
        }
        let name = self.name("__class__");
        let Some(claimed) = self.lookup_attribute(object, name)? else { return Ok(false) };
        let is_other = claimed != self.heap.type_of(object);
        let verdict = is_other && self.heap.is_type(claimed) && self.heap.is_type(class) && self.heap.is_subtype(claimed, class);
        self.decref(claimed);
        Ok(verdict)
    }

    /// Anything with a tuple `__bases__` may stand for a class.
    fn check_class(&mut self, class: Address, text: &str) -> Outcome<()> {
        let name = self.name("__bases__");
        if let Some(bases) = self.lookup_attribute(class, name)? {
            let is_tuple = self.heap.kind(bases) == Kind::Tuple;
            self.decref(bases);
            if is_tuple {
                return Ok(());
            }
        }
        Err(self.raise(StaticType::TypeError, text))
    }

    /// `issubclass(class, base)`.
    pub fn is_subclass(&mut self, class: Address, base: Address) -> Outcome<bool> {
        if self.heap.is_exact(base, StaticType::Type) {
            if class == base {
                return Ok(true);
            }
            return self.is_subclass_plainly(class, base);
        }
        let classes = if self.heap.is_exact(base, StaticType::UnionType) {
            self.heap.memory.address(base.plus(16))
        } else {
            base
        };
        if self.heap.kind(classes) == Kind::Tuple {
            for candidate in self.heap.tuple_items(classes) {
                if self.is_subclass(class, candidate)? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        if let Some(verdict) = self.ask_class(base, "__subclasscheck__", class)? {
            return Ok(verdict);
        }
        self.is_subclass_plainly(class, base)
    }

    /// `type.__subclasscheck__`.
    pub fn is_subclass_plainly(&mut self, class: Address, base: Address) -> Outcome<bool> {
        if !self.heap.is_type(class) {
            self.check_class(class, "issubclass() arg 1 must be a class")?;
            return Ok(false);
        }
        if !self.heap.is_type(base) {
            self.check_class(base, "issubclass() arg 2 must be a class, a tuple of classes, or a union")?;
            return Ok(false);
        }
        Ok(self.heap.is_subtype(class, base))
    }

    /// The classes made from `type_` that are still alive, borrowed, oldest first.
    pub fn subclasses(&self, type_: Address) -> Vec<Address> {
        let dict = self.heap.memory.address(type_.plus(field::SUBCLASSES));
        if dict.is_null() {
            return Vec::new();
        }
        let referents = self.heap.dict_items(dict).map(|(_, weakref)| self.heap.memory.address(weakref.plus(16)));
        referents.filter(|class| !class.is_null() && !self.heap.is_none(*class)).collect()
    }
}
