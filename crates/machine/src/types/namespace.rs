//! Dicts whose keys are names: class dicts, module dicts, keyword arguments.

use heapglass_heap::{Address, object::dict, static_type::field};

use crate::machine::{Machine, Outcome};

impl Machine {
    /// The dict of a type, borrowed; null for a type that is not ready.
    pub fn type_dict(&self, type_: Address) -> Address {
        self.heap.memory.address(type_.plus(field::DICT))
    }

    /// What `dict` (an exact dict) holds under the str `name`, borrowed.
    pub fn namespace_get(&mut self, dict: Address, name: Address) -> Outcome<Option<Address>> {
        dict::get_known_str(self, dict, name)
    }

    /// Puts `value` (borrowed) under the str `name`.
    pub fn namespace_set(&mut self, dict: Address, name: Address, value: Address) -> Outcome<()> {
        let hash = self.heap.str_hash(name);
        let displaced = dict::set(self, dict, name, hash, value)?;
        if let Some(displaced) = displaced {
            self.decref(displaced);
        }
        Ok(())
    }

    /// Puts `value`, which is taken over, under the name with this text.
    pub fn namespace_put(&mut self, dict: Address, name: &str, value: Address) -> Outcome<()> {
        let name = self.name(name);
        let result = self.namespace_set(dict, name, value);
        self.decref(value);
        result
    }

    /// Takes `name` out; whether it was there.
    pub fn namespace_remove(&mut self, dict: Address, name: Address) -> Outcome<bool> {
        let hash = self.heap.str_hash(name);
        match dict::remove_key(self, dict, name, hash)? {
            None => Ok(false),
            Some(removed) => {
                removed.release(self);
                Ok(true)
            }
        }
    }
}
