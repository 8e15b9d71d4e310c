//! From the arguments of a call to the local slots of its frame (`initialize_locals` in Python/ceval.c).

use heapglass_heap::{
    Address, Raised,
    object::{dict, function as function_field},
    static_type::StaticType,
};

use super::errors;
use crate::{
    format::message::Piece,
    frame::{code_field, code_flag, field},
    machine::{Machine, Outcome},
};

/// A call being bound: the new frame and what its code says about parameters.
pub(super) struct Binding {
    pub(super) frame: Address,
    pub(super) function: Address,
    pub(super) code: Address,
    /// Parameters that positional arguments can fill.
    pub(super) positional: usize,
    /// Those of them that have no name for callers.
    pub(super) positional_only: usize,
    /// Parameters after `*`.
    pub(super) keyword_only: usize,
    flags: u32,
}

impl Binding {
    /// Parameters that arguments can be named after, or stand for by place.
    pub(super) fn named(&self) -> usize {
        self.positional + self.keyword_only
    }

    fn place(&self, slot: usize) -> Address {
        self.frame.plus(field::LOCALSPLUS + 8 * slot as u64)
    }

    pub(super) fn slot(&self, m: &Machine, slot: usize) -> Address {
        m.heap.memory.address(self.place(slot))
    }

    fn fill(&self, m: &mut Machine, slot: usize, owned: Address) {
        m.heap.memory.set_address(self.place(slot), owned);
    }

    /// The name of a parameter, borrowed.
    pub(super) fn name(&self, m: &Machine, slot: usize) -> Address {
        let names = m.heap.memory.address(self.code.plus(code_field::SLOT_NAMES));
        m.heap.tuple_item(names, slot as u64)
    }
}

impl Machine {
    /// A frame for `function` with its parameters bound. Takes over `function`, `locals` (or null) and the arguments, whose
    /// last ones go by `names` (borrowed). On an error all of it is released.
    pub(crate) fn bind(&mut self, function: Address, locals: Address, owned: Vec<Address>, names: &[Address]) -> Outcome {
        let code = self.function_code(function);
        let words = self.heap.frame_words(code);
        let frame = self.heap.push_data_stack(words);
        self.heap.start_frame(frame, function, locals, code, 0);
        let binding = Binding {
            frame,
            function,
            code,
            positional: self.code_u32(code, code_field::ARGUMENT_COUNT) as usize,
            positional_only: self.code_u32(code, code_field::POSITIONAL_ONLY_COUNT) as usize,
            keyword_only: self.code_u32(code, code_field::KEYWORD_ONLY_COUNT) as usize,
            flags: self.code_u32(code, code_field::FLAGS),
        };
        match self.fill_slots(&binding, owned, names) {
            Ok(()) => Ok(frame),
            Err(raised) => {
                self.discard_frame(frame);
                Err(raised)
            }
        }
    }

    fn fill_slots(&mut self, binding: &Binding, mut owned: Vec<Address>, names: &[Address]) -> Outcome<()> {
        let values = owned.split_off(owned.len() - names.len());
        let given = owned.len();
        let extra_keywords = (binding.flags & code_flag::VARKEYWORDS != 0).then(|| self.heap.new_dict());
        if let Some(dict) = extra_keywords {
            let slot = binding.named() + usize::from(binding.flags & code_flag::VARARGS != 0);
            binding.fill(self, slot, dict);
        }
        let rest = owned.split_off(given.min(binding.positional));
        for (slot, value) in owned.into_iter().enumerate() {
            binding.fill(self, slot, value);
        }
        if binding.flags & code_flag::VARARGS != 0 {
            let tuple = self.heap.new_tuple_from(&rest);
            binding.fill(self, binding.named(), tuple);
        } else {
            for value in rest {
                self.decref(value);
            }
        }
        self.bind_keywords(binding, values, names, extra_keywords)?;
        if given > binding.positional && binding.flags & code_flag::VARARGS == 0 {
            return Err(errors::too_many_positional(self, binding, given));
        }
        self.fill_defaults(binding, given)?;
        self.fill_keyword_defaults(binding)
    }

    /// Binds keyword arguments; values that found no place are released when one fails.
    fn bind_keywords(&mut self, binding: &Binding, values: Vec<Address>, names: &[Address], extra: Option<Address>) -> Outcome<()> {
        let mut result = Ok(());
        for (value, name) in values.into_iter().zip(names) {
            if result.is_ok() {
                result = self.bind_keyword(binding, *name, value, names, extra);
            } else {
                self.decref(value);
            }
        }
        result
    }

    fn bind_keyword(&mut self, binding: &Binding, name: Address, value: Address, names: &[Address], extra: Option<Address>) -> Outcome<()> {
        if !self.heap.is_str(name) {
            self.decref(value);
            let text = format!("{}() keywords must be strings", errors::qualified_name(self, binding));
            return Err(self.raise(StaticType::TypeError, text));
        }
        match self.parameter_named(binding, name) {
            Some(slot) if binding.slot(self, slot).is_null() => {
                binding.fill(self, slot, value);
                Ok(())
            }
            Some(_) => {
                self.decref(value);
                let pieces = [errors::function_name(self, binding), Piece::Str(name)];
                Err(self.raise_format(StaticType::TypeError, "%U() got multiple values for argument '%S'", &pieces))
            }
            None => {
                let result = match extra {
                    Some(dict) => self.dict_store(dict, name, value),
                    None => Err(errors::unexpected_keyword(self, binding, name, names)),
                };
                self.decref(value);
                result
            }
        }
    }

    /// The slot of the parameter with this name, positional-only ones left out.
    fn parameter_named(&self, binding: &Binding, name: Address) -> Option<usize> {
        let slots = binding.positional_only..binding.named();
        slots.clone().find(|slot| binding.name(self, *slot) == name).or_else(|| {
            let mut slots = slots;
            slots.find(|slot| self.heap.str_equal(binding.name(self, *slot), name))
        })
    }

    fn fill_defaults(&mut self, binding: &Binding, given: usize) -> Outcome<()> {
        if given >= binding.positional {
            return Ok(());
        }
        let defaults = self.heap.memory.address(binding.function.plus(function_field::DEFAULTS));
        let count = if defaults.is_null() { 0 } else { self.heap.tuple_len(defaults) as usize };
        let required = binding.positional - count.min(binding.positional);
        let missing: Vec<usize> = (given..required).filter(|slot| binding.slot(self, *slot).is_null()).collect();
        if !missing.is_empty() {
            return Err(errors::missing(self, binding, "positional", &missing));
        }
        for slot in given.max(required)..binding.positional {
            if binding.slot(self, slot).is_null() {
                let value = self.heap.tuple_item(defaults, (slot - required) as u64);
                self.incref(value);
                binding.fill(self, slot, value);
            }
        }
        Ok(())
    }

    fn fill_keyword_defaults(&mut self, binding: &Binding) -> Outcome<()> {
        let defaults = self.heap.memory.address(binding.function.plus(function_field::KEYWORD_DEFAULTS));
        let mut missing = Vec::new();
        for slot in binding.positional..binding.named() {
            if !binding.slot(self, slot).is_null() {
                continue;
            }
            let name = binding.name(self, slot);
            let value = if defaults.is_null() { None } else { self.default_of(defaults, name)? };
            match value {
                Some(value) => {
                    self.incref(value);
                    binding.fill(self, slot, value);
                }
                None => missing.push(slot),
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(errors::missing(self, binding, "keyword-only", &missing)) }
    }

    fn default_of(&mut self, defaults: Address, name: Address) -> Result<Option<Address>, Raised> {
        dict::get_known_str(self, defaults, name)
    }
}
