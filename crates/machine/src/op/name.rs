//! Names looked up in dicts: module and class scope, globals, builtins.

use heapglass_compiler::opcode::Opcode;
use heapglass_heap::{Address, Raised, static_type::StaticType};

use super::Row;
use crate::{
    eval::Next,
    frame::{code_field, field},
    machine::{Machine, Outcome},
};

pub(crate) const TABLE: &[Row] = &[
    (Opcode::LoadName, load_name),
    (Opcode::StoreName, store_name),
    (Opcode::DeleteName, delete_name),
    (Opcode::LoadGlobal, load_global),
    (Opcode::StoreGlobal, store_global),
    (Opcode::DeleteGlobal, delete_global),
    (Opcode::LoadFromDictOrGlobals, load_from_dict_or_globals),
];

/// How many bytes before the next instruction the `index` entry of `LOAD_GLOBAL`'s inline cache lies: after the counter, before
/// the two versions.
const INDEX_CACHE: u64 = 6;

fn load_name(m: &mut Machine, index: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::NAMES, index);
    let locals = m.frame_word(field::LOCALS);
    if locals.is_null() {
        let text = m.heap.str_text(name);
        return Err(m.raise(StaticType::SystemError, format!("no locals when loading '{text}'")));
    }
    let value = match m.mapping_get(locals, name)? {
        Some(value) => value,
        None => m.load_global_name(name)?,
    };
    m.push(value);
    Ok(Next::Instruction)
}

fn load_from_dict_or_globals(m: &mut Machine, index: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::NAMES, index);
    let mapping = m.pop();
    let found = m.mapping_get(mapping, name);
    m.decref(mapping);
    let value = match found? {
        Some(value) => value,
        None => m.load_global_name(name)?,
    };
    m.push(value);
    Ok(Next::Instruction)
}

/// `LOAD_GLOBAL` at `at` of a global whose entry the inline cache knows; `false` if it is anything else, and nothing has happened.
#[inline(always)]
pub(crate) fn push_remembered(m: &mut Machine, argument: u32, at: Address) -> bool {
    let known = m.heap.memory.u16(at.plus(2 + 2 * Opcode::LoadGlobal.caches() as u64).minus(INDEX_CACHE));
    if known == 0 {
        return false;
    }
    let name = m.code_item(code_field::NAMES, argument >> 1);
    let globals = m.frame_word(field::GLOBALS);
    let Some(value) = m.heap.dict_value_by_number(globals, u64::from(known) - 1, name) else { return false };
    m.incref(value);
    if argument & 1 != 0 {
        m.push(Address::NULL);
    }
    m.push(value);
    true
}

pub(crate) fn load_global(m: &mut Machine, argument: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::NAMES, argument >> 1);
    let value = match m.remembered_global(name) {
        Some(value) => m.incref(value),
        None => m.load_global_name(name)?,
    };
    if argument & 1 != 0 {
        m.push(Address::NULL);
    }
    m.push(value);
    Ok(Next::Instruction)
}

fn store_name(m: &mut Machine, index: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::NAMES, index);
    let locals = m.frame_word(field::LOCALS);
    let value = m.peek(1);
    let stored = if m.heap.is_exact(locals, StaticType::Dict) {
        m.namespace_set(locals, name, value)
    } else {
        m.set_item(locals, name, value)
    };
    m.pop_decref();
    stored.map(|()| Next::Instruction)
}

fn store_global(m: &mut Machine, index: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::NAMES, index);
    let globals = m.frame_word(field::GLOBALS);
    let value = m.peek(1);
    let stored = m.namespace_set(globals, name, value);
    m.pop_decref();
    stored.map(|()| Next::Instruction)
}

fn delete_name(m: &mut Machine, index: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::NAMES, index);
    let locals = m.frame_word(field::LOCALS);
    let removed = if m.heap.is_exact(locals, StaticType::Dict) {
        m.namespace_remove(locals, name)?
    } else {
        m.del_item(locals, name).is_ok()
    };
    if removed {
        return Ok(Next::Instruction);
    }
    Err(m.undefined_name_to_delete(name))
}

fn delete_global(m: &mut Machine, index: u32) -> Outcome<Next> {
    let name = m.code_item(code_field::NAMES, index);
    let globals = m.frame_word(field::GLOBALS);
    if m.namespace_remove(globals, name)? {
        return Ok(Next::Instruction);
    }
    Err(m.undefined_name_to_delete(name))
}

impl Machine {
    /// `mapping[name]` as a new reference; `None` where it is missing. `mapping` may be any object with `__getitem__`.
    pub(crate) fn mapping_get(&mut self, mapping: Address, name: Address) -> Outcome<Option<Address>> {
        if self.heap.is_exact(mapping, StaticType::Dict) {
            let value = self.namespace_get(mapping, name)?;
            return Ok(value.map(|value| self.incref(value)));
        }
        match self.get_item(mapping, name) {
            Ok(value) => Ok(Some(value)),
            Err(Raised) if self.error_matches(StaticType::KeyError) => {
                self.clear_error();
                Ok(None)
            }
            Err(Raised) => Err(Raised),
        }
    }

    /// The global under `name`, borrowed, found by the number of its entry. The inline cache of the running `LOAD_GLOBAL`
    /// remembers the number, raised by one.
    #[inline]
    fn remembered_global(&mut self, name: Address) -> Option<Address> {
        let cache = self.registers.instruction.minus(INDEX_CACHE);
        let globals = self.frame_word(field::GLOBALS);
        let known = self.heap.memory.u16(cache);
        if known != 0
            && let Some(value) = self.heap.dict_value_by_number(globals, u64::from(known) - 1, name)
        {
            return Some(value);
        }
        let number = self.heap.dict_entry_of_str(globals, name)?;
        self.heap.memory.set_u16(cache, u16::try_from(number + 1).unwrap_or(0));
        self.heap.dict_value_by_number(globals, number, name)
    }

    /// A global or builtin as a new reference, or `NameError`.
    #[inline]
    fn load_global_name(&mut self, name: Address) -> Outcome {
        let globals = self.frame_word(field::GLOBALS);
        if let Some(value) = self.namespace_get(globals, name)? {
            return Ok(self.incref(value));
        }
        let builtins = self.frame_word(field::BUILTINS);
        match self.mapping_get(builtins, name)? {
            Some(value) => Ok(value),
            None => Err(self.undefined_name(name)),
        }
    }

    /// The dict complains first (`PyDict_DelItem`).
    #[cold]
    fn undefined_name_to_delete(&mut self, name: Address) -> Raised {
        self.incref(name);
        self.raise_value(StaticType::KeyError, name);
        self.undefined_name(name)
    }

    #[cold]
    fn undefined_name(&mut self, name: Address) -> Raised {
        self.raise_name_error(StaticType::NameError, "name '%.200s' is not defined", name)
    }
}
