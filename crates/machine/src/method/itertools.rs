//! The iterators of `itertools` (Modules/itertoolsmodule.c), a file per family.

pub mod chain;
pub mod combinatoric;
pub mod count;
pub mod group;
mod pickling;
pub mod predicate;
pub mod product;
pub mod series;
pub mod slice;
pub mod tee;
pub mod zip_longest;

use heapglass_heap::{Address, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
};

/// `iter(iterator)`
fn itself(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    Ok(m.incref(arguments.self_))
}

/// `__reduce__`
fn reduce(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    pickling::reduce(m, arguments.self_)
}

/// `__setstate__`
fn set_state(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    pickling::set_state(m, arguments.self_, arguments.positional[0])
}

/// `__sizeof__`, which counts the buffers of indices too.
fn size(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let size = m.heap.sizeof_method(arguments.self_);
    Ok(m.heap.new_int_ssize(size as i64))
}

/// A new instance of the class in `arguments` with these words written; the references among them are taken over.
fn instance(m: &mut Machine, class: Address, words: &[(u64, Address)]) -> Address {
    m.heap.new_record_of(class, words)
}

impl Machine {
    /// Arguments by position or by name; the first `required` must be there.
    pub(crate) fn named_arguments<const N: usize>(
        &mut self,
        arguments: &Arguments<'_>,
        function: &str,
        names: [&str; N],
        required: usize,
    ) -> Outcome<[Option<Address>; N]> {
        let given = arguments.positional.len() + arguments.keywords.len();
        if given > N {
            let plural = if N == 1 { "" } else { "s" };
            return self.type_error(format!("{function}() takes at most {N} argument{plural} ({given} given)"));
        }
        arguments.only_keywords(self, function, &names)?;
        let mut found = [None; N];
        for (at, name) in names.iter().enumerate() {
            found[at] = arguments.get_or_keyword(self, at, name);
            if found[at].is_none() && at < required {
                let at = at + 1;
                return self.type_error(format!("{function}() missing required argument '{name}' (pos {at})"));
            }
        }
        Ok(found)
    }

    /// Refuses keywords where the type itself is called, as `_PyArg_NoKeywords` does; a subclass may take them in `__init__`.
    fn no_keywords_for(&mut self, arguments: &Arguments<'_>, which: StaticType) -> Outcome<()> {
        arguments.no_keywords_of(self, which)
    }

    /// The iterator in a field, or null; the field is cleared at the end of what it yields.
    fn next_of_field(&mut self, object: Address, offset: u64) -> Outcome<Option<Address>> {
        let iterator = self.field(object, offset);
        if iterator.is_null() {
            return Ok(None);
        }
        self.next(iterator)
    }
}
