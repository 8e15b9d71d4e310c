//! Instantiation of a class whose `__init__` is a Python function: without recursion in Rust.
//!
//! In CPython, `type.__call__` is a C function between the caller and `__init__`. It owns the new object, the function, and a
//! tuple (and dict) made of the arguments; the caller's stack holds class and arguments until it comes back. A shim holds the
//! same here.

use heapglass_heap::{
    Address,
    domain::Domain,
    static_type::{StaticType, field as type_field, flag},
};

use crate::{
    eval::Next,
    frame::{Shim, field},
    machine::{Machine, Outcome},
    native::Arguments,
    types::slot::{Found, Slot},
};

/// What an `Init` shim holds, in order. With keyword arguments, after these: their names, and all arguments once more, `self`
/// included (`_PyStack_UnpackDict` counts them all). The C arrays are noted in words of the frame that a shim does not use.
const OBJECT: u64 = 0;
const FUNCTION: u64 = 1;
const ARGUMENTS: u64 = 2;
const KEYWORDS: u64 = 3;
const NAMES: u64 = 4;
/// The word with the array of `_PyObject_Call_Prepend`, or null.
const PREPENDED: u64 = field::GLOBALS;
/// The word with the array of `_PyStack_UnpackDict`, or null.
const UNPACKED: u64 = field::BUILTINS;

/// Units of C recursion while a Python `__init__` runs.
const INIT_UNITS: u32 = 3;

impl Machine {
    /// Whether calling this class goes through [`Machine::instantiate`].
    pub(crate) fn instantiates_in_frames(&mut self, class: Address) -> bool {
        if !self.heap.is_heap_type(class) {
            return false;
        }
        if self.plain_init(class).is_some() {
            return true;
        }
        let metaclass = self.heap.type_of(class);
        let plain_call = matches!(self.find_slot(metaclass, Slot::Call), Found::Native(_));
        plain_call && self.python_init(class).is_some()
    }

    /// The `__init__` of a class if it is a Python function, borrowed.
    fn python_init(&mut self, class: Address) -> Option<Address> {
        match self.find_slot(class, Slot::Init) {
            Found::Attribute(attribute) if self.heap.is_exact(attribute, StaticType::Function) => Some(attribute),
            _ => None,
        }
    }

    /// The `__init__`, borrowed, of a class whose instances are made in the plainest way: it is a class statement's, its metaclass
    /// is `type`, `__new__` is `object`'s and `__init__` a Python function.
    #[inline]
    fn plain_init(&mut self, class: Address) -> Option<Address> {
        let memory = &self.heap.memory;
        let version = memory.u32(class.plus(type_field::VERSION_TAG));
        match self.lookups.init(memory.turn(), class, version) {
            Some(init) if version != 0 => Some(init),
            _ => self.find_plain_init(class, version),
        }
    }

    #[inline(never)]
    fn find_plain_init(&mut self, class: Address, version: u32) -> Option<Address> {
        let plain = self.heap.is_heap_type(class)
            && self.heap.type_of(class) == StaticType::Type.address()
            && self.makes_plain_instances(class);
        let init = if plain { self.python_init(class)? } else { return None };
        if version != 0 {
            self.lookups.set_init(self.heap.memory.turn(), class, version, init);
        }
        Some(init)
    }

    /// `CALL` of a class: the `given` values on top are the arguments, of which the last go by `names`; `below` places of the
    /// stack go when the instance is ready.
    pub(crate) fn instantiate(&mut self, class: Address, given: u32, names: Address, below: u64) -> Outcome<Next> {
        let mut few = [Address::NULL; 8];
        let many;
        let values: &[Address] = if given as usize <= few.len() {
            for index in 0..given {
                few[index as usize] = self.peek(u64::from(given - index));
            }
            &few[..given as usize]
        } else {
            many = self.top_values(given);
            &many
        };
        let keyword_count = if names.is_null() { 0 } else { self.heap.tuple_len(names) as usize };
        let (positional, named) = values.split_at(values.len() - keyword_count);
        let keywords: Vec<(Address, Address)> =
            named.iter().enumerate().map(|(index, value)| (self.heap.tuple_item(names, index as u64), *value)).collect();
        let tuple = self.heap.new_tuple_of(positional);
        let dict = self.keywords_to_dict(&keywords)?;
        self.start_instance(class, positional, &keywords, [tuple, dict], below)
    }

    /// `CALL_FUNCTION_EX` of a class: tuple and dict are there already.
    pub(crate) fn instantiate_spread(&mut self, class: Address, arguments: Address, keywords: Address, below: u64) -> Outcome<Next> {
        let positional = self.heap.tuple_items(arguments);
        let named: Vec<(Address, Address)> =
            if keywords.is_null() { Vec::new() } else { self.heap.dict_items(keywords).collect() };
        if let Err(raised) = self.check_keyword_names(&named) {
            self.discard_values(below as u32);
            return Err(raised);
        }
        self.start_instance(class, &positional, &named, [Address::NULL, Address::NULL], below)
    }

    fn start_instance(
        &mut self,
        class: Address,
        positional: &[Address],
        keywords: &[(Address, Address)],
        owned: [Address; 2],
        below: u64,
    ) -> Outcome<Next> {
        let plain_init = if self.heap.type_has(class, flag::ABSTRACT) { None } else { self.plain_init(class) };
        let made = match plain_init {
            Some(_) => Ok(self.new_plain_instance(class)),
            None => self.new_packed(class, Arguments { self_: class, positional, keywords, packed: owned[0] }),
        };
        let object = match made {
            Ok(object) => object,
            Err(raised) => {
                for object in owned {
            self.xdecref(object);
        }
                self.discard_values(below as u32);
                return Err(raised);
            }
        };
        let actual = self.heap.type_of(object);
        let init = match plain_init {
            None if self.heap.is_subtype(actual, class) => self.python_init(actual),
            init => init,
        };
        let Some(init) = init else {
            return self.finish_natively(class, object, positional, keywords, owned, below);
        };
        if let Err(raised) = self.enter_init_call() {
            for value in owned {
                self.xdecref(value);
            }
            self.discard_values(below as u32);
            self.decref(object);
            return Err(raised);
        }
        self.incref(init);
        let few = [object, init, owned[0], owned[1]];
        let prepended = self.prepend_block(positional.len());
        let vector = self.unpack_keywords(positional.len() + 1, keywords);
        let mut many = Vec::new();
        if !keywords.is_empty() {
            many.extend_from_slice(&few);
            many.push(vector.names);
            let all = [object].into_iter().chain(positional.iter().copied()).chain(keywords.iter().map(|(_, value)| *value));
            for value in all {
                many.push(self.incref(value));
            }
        }
        self.save_frame();
        self.push_shim(Shim::Init, if many.is_empty() { &few } else { &many }, below);
        let shim = self.registers.frame;
        self.heap.memory.set_address(shim.plus(PREPENDED), prepended);
        self.heap.memory.set_address(shim.plus(UNPACKED), vector.block);
        self.enter_init(object, init, positional, keywords)
    }

    /// CPython is three units of C recursion deeper in a Python `__init__`: `_PyObject_MakeTpCall` and an evaluation loop.
    fn enter_init_call(&mut self) -> Outcome<()> {
        self.enter_native(" while calling a Python object")?;
        if let Err(raised) = self.enter_native("") {
            self.leave_native();
            return Err(raised);
        }
        self.registers.native += 1;
        Ok(())
    }

    /// The frame of `__init__` gets references of its own.
    fn enter_init(&mut self, object: Address, init: Address, positional: &[Address], keywords: &[(Address, Address)]) -> Outcome<Next> {
        self.note_lookup(self.heap.type_of(object));
        if keywords.is_empty() && self.takes_plainly(init, positional.len() as u32 + 1) {
            let frame = self.frame_of_values(init, object, positional);
            self.check_recursion_of(frame)?;
            self.enter_frame(frame);
            return Ok(Next::Instruction);
        }
        let mut values = vec![self.incref(object)];
        for value in positional.iter().copied().chain(keywords.iter().map(|(_, value)| *value)) {
            values.push(self.incref(value));
        }
        let names: Vec<Address> = keywords.iter().map(|(name, _)| *name).collect();
        self.incref(init);
        // An error is found by the loop above the shim, which cleans up like after an error inside `__init__`.
        let frame = self.bind(init, Address::NULL, values, &names)?;
        self.check_recursion_of(frame)?;
        self.enter_frame(frame);
        Ok(Next::Instruction)
    }

    /// `__new__` made something whose `__init__` is no Python function, or that is not to be initialised at all.
    fn finish_natively(
        &mut self,
        class: Address,
        object: Address,
        positional: &[Address],
        keywords: &[(Address, Address)],
        owned: [Address; 2],
        below: u64,
    ) -> Outcome<Next> {
        let actual = self.heap.type_of(object);
        let result =
            if self.heap.is_subtype(actual, class) { self.initialise(object, positional, keywords) } else { Ok(()) };
        for object in owned {
            self.xdecref(object);
        }
        self.discard_values(below as u32);
        if let Err(raised) = result {
            self.decref(object);
            return Err(raised);
        }
        self.push(object);
        self.check_breaker()?;
        Ok(Next::Instruction)
    }

    /// `__init__` has returned; its value is on the stack of the running frame, an `Init` shim.
    pub(crate) fn init_returned(&mut self) -> Outcome<Next> {
        let value = self.pop();
        if !self.heap.is_none(value) {
            let raised = self.raise_about_type("__init__() should return None, not '%.200s'", value);
            self.decref(value);
            return Err(raised);
        }
        let object = self.finish_init();
        self.push(object);
        self.check_breaker()?;
        Ok(Next::Instruction)
    }

    /// An exception has come out of `__init__`: the object goes, and the exception arrives at the caller's call.
    pub(crate) fn init_failed(&mut self) {
        let object = self.finish_init();
        self.decref(object);
    }

    /// Gives back the C array that a word of a shim notes.
    fn drop_array(&mut self, word: Address) {
        let block = self.heap.memory.address(word);
        self.heap.memory.set_address(word, Address::NULL);
        self.heap.release(Domain::Mem, block);
    }

    /// Releases what the shim holds except the object, takes it away and cleans the caller's stack.
    fn finish_init(&mut self) -> Address {
        let shim = self.registers.frame;
        let place = |index: u64| shim.plus(field::LOCALSPLUS + 8 * index);
        let held = (self.registers.stack.raw() - place(0).raw()) / 8;
        let drop = |m: &mut Self, index: u64| {
            let value = m.heap.memory.address(place(index));
            m.heap.memory.set_address(place(index), Address::NULL);
            m.xdecref(value);
        };
        for index in NAMES + 1..held {
            drop(self, index);
        }
        self.drop_array(shim.plus(UNPACKED));
        if held > NAMES {
            drop(self, NAMES);
        }
        self.drop_array(shim.plus(PREPENDED));
        for index in [FUNCTION, ARGUMENTS, KEYWORDS] {
            drop(self, index);
        }
        let object = self.heap.memory.address(place(OBJECT));
        let below = self.heap.memory.u64(shim.plus(field::PREVIOUS_INSTRUCTION));
        self.registers.native = self.registers.native.saturating_sub(INIT_UNITS);
        self.pop_shim();
        self.discard_values(below as u32);
        object
    }
}
