//! Calling what was found: bound, unbound, native.

use heapglass_heap::{Address, static_type::StaticType};

use crate::machine::{Machine, Outcome};

impl Machine {
    /// One native function deeper; `RecursionError` at the limit. `what` ends its sentence: " in comparison".
    pub fn enter_native(&mut self, what: &str) -> Outcome<()> {
        if self.registers.native >= self.limits.native_depth {
            return Err(self.raise(
                StaticType::RecursionError,
                format!("maximum recursion depth exceeded{what}"),
            ));
        }
        self.registers.native += 1;
        Ok(())
    }

    /// Back from [`Machine::enter_native`].
    pub fn leave_native(&mut self) {
        self.registers.native = self.registers.native.saturating_sub(1);
    }

    /// Calls a class attribute (borrowed) as a method of `object`: a function gets `object` as its first argument without
    /// a bound method being made; anything else is bound by its `__get__` first.
    pub fn call_attribute_of(
        &mut self,
        attribute: Address,
        object: Address,
        arguments: &[Address],
    ) -> Outcome {
        let type_ = self.heap.type_of(attribute);
        if self
            .heap
            .type_has(type_, heapglass_heap::static_type::flag::METHOD_DESCRIPTOR)
        {
            let mut all = Vec::with_capacity(arguments.len() + 1);
            all.push(object);
            all.extend_from_slice(arguments);
            self.incref(attribute);
            let result = self.call(attribute, &all, &[]);
            self.decref(attribute);
            return result;
        }
        let owner = self.heap.type_of(object);
        let bound = self.descriptor_get(attribute, object, owner)?;
        let result = self.call(bound, arguments, &[]);
        self.decref(bound);
        result
    }

    /// `object.name(*arguments)` without making a bound method.
    pub fn call_method(&mut self, object: Address, name: &str, arguments: &[Address]) -> Outcome {
        let name = self.name(name);
        self.call_method_named(object, name, arguments, &[])
    }

    /// The same with a str object as name, and keywords.
    pub fn call_method_named(
        &mut self,
        object: Address,
        name: Address,
        arguments: &[Address],
        keywords: &[(Address, Address)],
    ) -> Outcome {
        let (callable, receiver) = self.load_method(object, name)?;
        let result = match receiver {
            None => self.call(callable, arguments, keywords),
            Some(receiver) => {
                let mut all = Vec::with_capacity(arguments.len() + 1);
                all.push(receiver);
                all.extend_from_slice(arguments);
                let result = self.call(callable, &all, keywords);
                self.decref(receiver);
                result
            }
        };
        self.decref(callable);
        result
    }

    /// Whether `object` can be called.
    pub fn is_callable(&mut self, object: Address) -> bool {
        let type_ = self.heap.type_of(object);
        self.has_slot(type_, crate::types::slot::Slot::Call)
            || self.heap.is_exact(object, StaticType::Function)
    }
}
