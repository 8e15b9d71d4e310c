//! `iter`, `next`, `reversed`'s lookup.

use heapglass_heap::static_type::StaticType;

use crate::{
    machine::{Machine, Outcome},
    native::{Arguments, Convention, NativeRow},
};

/// The rows.
pub const ROWS: &[NativeRow] = &[
    NativeRow::function("builtins", "iter", Convention::Positional, iterate),
    NativeRow::function("builtins", "next", Convention::Positional, next),
];

fn iterate(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "iter", 1, 2)?;
    let Some(sentinel) = arguments.get(1) else { return m.iter(arguments.positional[0]) };
    let callable = arguments.positional[0];
    if !m.is_callable(callable) {
        return m.type_error("iter(object, sentinel): object must be callable");
    }
    m.incref(callable);
    m.incref(sentinel);
    Ok(m.new_words(StaticType::CallableIterator, &[callable.raw(), sentinel.raw()]))
}

fn next(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    arguments.arity(m, "next", 1, 2)?;
    let iterator = arguments.positional[0];
    if !m.is_iterator(iterator) {
        return Err(m.raise_about_type("'%.200s' object is not an iterator", iterator));
    }
    let Some(default) = arguments.get(1) else {
        return m.next_or_stop(iterator);
    };
    match m.next(iterator)? {
        Some(item) => Ok(item),
        None => Ok(m.incref(default)),
    }
}

impl Machine {
    /// `next(iterator)` as Python sees it: `StopIteration` at the end, with the value of a generator.
    pub fn next_or_stop(&mut self, iterator: heapglass_heap::Address) -> Outcome {
        use crate::types::slot::{Found, Slot};
        let type_ = self.heap.type_of(iterator);
        let result = match self.find_slot(type_, Slot::Next) {
            Found::Native(function) => function(self, Arguments::of(iterator, &[]))?,
            Found::Attribute(attribute) => return self.call_attribute_of(attribute, iterator, &[]),
            Found::Missing => return self.type_error("not an iterator"),
        };
        if result.is_null() {
            if self.error().is_some() {
                return Err(heapglass_heap::Raised);
            }
            return Err(self.raise_bare(StaticType::StopIteration));
        }
        Ok(result)
    }
}
