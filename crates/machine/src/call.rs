//! Calling from Rust, and the frames of Python functions.
//!
//! | who calls | a Python function | a class with a Python `__init__` | anything else |
//! |---|---|---|---|
//! | an instruction | a frame (`op::call`) | a shim and a frame ([`class`]) | Rust |
//! | native code | a shim, a frame and a nested loop ([`Machine::call`]) | the same | Rust |

mod arguments;
mod class;
mod errors;
mod unpack;

use heapglass_heap::{
    Address, Raised,
    layout::callable::method,
    object::function as function_field,
    static_type::StaticType,
};

use crate::{
    frame::{Shim, code_field, code_flag, field},
    machine::{Machine, Outcome},
};

impl Machine {
    /// Calls `callable` with borrowed arguments and borrowed `(name, value)` keyword arguments. A Python function runs in
    /// a nested evaluation loop, which counts against `limits.native_depth`.
    pub fn call(&mut self, callable: Address, arguments: &[Address], keywords: &[(Address, Address)]) -> Outcome {
        if self.watch.abandoned {
            return Err(Raised);
        }
        let which = StaticType::at(self.heap.type_of(callable));
        match which {
            Some(StaticType::Function) => self.call_nested(callable, Address::NULL, arguments, keywords),
            Some(StaticType::Method) => {
                let function = self.heap.memory.address(callable.plus(method::FUNC));
                let receiver = self.heap.memory.address(callable.plus(method::SELF));
                let mut all = Vec::with_capacity(arguments.len() + 1);
                all.push(receiver);
                all.extend_from_slice(arguments);
                self.call(function, &all, keywords)
            }
            _ => self.call_other(callable, arguments, keywords),
        }
    }

    /// Calls `callable` with one borrowed argument.
    pub fn call_one(&mut self, callable: Address, argument: Address) -> Outcome {
        self.call(callable, &[argument], &[])
    }

    /// Runs a class body with `namespace` (borrowed) as its locals; returns what the body returns: the cell of `__class__`,
    /// or `None`.
    pub fn run_class_body(&mut self, function: Address, namespace: Address) -> Outcome {
        self.call_nested(function, namespace, &[], &[])
    }

    /// Runs a Python function in a nested loop. `locals` is borrowed, or null.
    fn call_nested(&mut self, function: Address, locals: Address, arguments: &[Address], keywords: &[(Address, Address)]) -> Outcome {
        self.check_recursion()?;
        self.enter_loop()?;
        let saved = (self.registers.instruction, self.registers.keyword_names);
        let caller = (self.registers.frame, self.registers.stack);
        self.push_shim(Shim::Leave, &[], 0);
        self.registers.nesting += 1;
        let result = match self.frame_of_nested_call(function, locals, arguments, keywords) {
            Ok(frame) => {
                self.enter_frame(frame);
                self.run_loop()
            }
            Err(raised) => {
                self.pop_shim();
                Err(raised)
            }
        };
        self.leave_loop();
        if self.watch.abandoned {
            // Whoever called still takes values off its own stack on its way out.
            (self.registers.frame, self.registers.stack) = caller;
        }
        if self.watch.abandoned || self.watch.paused {
            return Err(Raised);
        }
        self.registers.nesting -= 1;
        (self.registers.instruction, self.registers.keyword_names) = saved;
        result
    }

    fn frame_of_nested_call(
        &mut self,
        function: Address,
        locals: Address,
        arguments: &[Address],
        keywords: &[(Address, Address)],
    ) -> Outcome {
        self.incref(function);
        if !locals.is_null() {
            self.incref(locals);
        }
        let mut values = Vec::with_capacity(arguments.len() + keywords.len());
        for value in arguments.iter().copied().chain(keywords.iter().map(|(_, value)| *value)) {
            values.push(self.incref(value));
        }
        let names: Vec<Address> = keywords.iter().map(|(name, _)| *name).collect();
        self.bind(function, locals, values, &names)
    }

    /// Whether a call with `given` positional arguments fills the parameters of `function` exactly.
    #[inline]
    pub(crate) fn takes_plainly(&self, function: Address, given: u32) -> bool {
        let code = self.function_code(function);
        let flags = self.code_u32(code, code_field::FLAGS);
        flags & (code_flag::VARARGS | code_flag::VARKEYWORDS | code_flag::OPTIMIZED) == code_flag::OPTIMIZED
            && self.code_u32(code, code_field::ARGUMENT_COUNT) == given
            && self.code_u32(code, code_field::KEYWORD_ONLY_COUNT) == 0
    }

    /// Makes the frame of such a call: the arguments move from the running frame's stack, which shrinks by `below` places,
    /// into it; so does the function.
    #[inline]
    pub(crate) fn frame_of_plain_call(&mut self, function: Address, given: u32, below: u64) -> Address {
        let code = self.function_code(function);
        let words = self.heap.frame_words(code);
        let frame = self.heap.push_data_stack(words);
        let first = self.registers.stack.minus(8 * u64::from(given));
        for place in (0..u64::from(given)).map(|index| 8 * index) {
            let value = self.heap.memory.u64(first.plus(place));
            self.heap.memory.set_u64(frame.plus(field::LOCALSPLUS + place), value);
        }
        self.heap.start_frame(frame, function, Address::NULL, code, u64::from(given));
        self.drop_places(below);
        frame
    }

    /// Makes the frame of such a call with a receiver and arguments that stay where they are: it gets references of its own,
    /// also to the function.
    pub(crate) fn frame_of_values(&mut self, function: Address, receiver: Address, positional: &[Address]) -> Address {
        let code = self.function_code(function);
        let words = self.heap.frame_words(code);
        let frame = self.heap.push_data_stack(words);
        self.incref(function);
        let given = positional.len() as u64 + 1;
        self.heap.start_frame(frame, function, Address::NULL, code, given);
        for (slot, value) in [receiver].iter().chain(positional).enumerate() {
            self.incref(*value);
            self.heap.memory.set_address(frame.plus(field::LOCALSPLUS + 8 * slot as u64), *value);
        }
        frame
    }

    /// The frame of a call from an instruction. Takes over the function and the arguments, of which the last are named by
    /// the tuple `names` (borrowed, or null).
    pub(crate) fn bind_frame(&mut self, function: Address, owned: Vec<Address>, names: Address) -> Outcome {
        let names = if names.is_null() { Vec::new() } else { self.heap.tuple_items(names) };
        let locals = self.locals_of_call(function);
        self.bind(function, locals, owned, &names)
    }

    /// The frame of `f(*arguments, **keywords)`; takes the function over.
    pub(crate) fn bind_spread(&mut self, function: Address, arguments: Address, keywords: Address) -> Outcome {
        let mut values = self.heap.tuple_items(arguments);
        let named: Vec<(Address, Address)> =
            if keywords.is_null() { Vec::new() } else { self.heap.dict_items(keywords).collect() };
        let vector = self.unpack_keywords(values.len(), &named);
        if let Err(raised) = self.check_keyword_names(&named) {
            self.drop_vector(vector);
            self.decref(function);
            return Err(raised);
        }
        values.extend(named.iter().map(|(_, value)| *value));
        let names: Vec<Address> = named.into_iter().map(|(name, _)| name).collect();
        for value in &values {
            self.incref(*value);
        }
        let locals = self.locals_of_call(function);
        let frame = self.bind(function, locals, values, &names);
        self.drop_vector(vector);
        frame
    }

    /// A mapping after `**` may have had keys of any type: only now they matter (`_PyStack_UnpackDict`).
    pub(crate) fn check_keyword_names(&mut self, named: &[(Address, Address)]) -> Outcome<()> {
        if named.iter().all(|(name, _)| self.heap.is_str(*name)) {
            return Ok(());
        }
        Err(self.raise(StaticType::TypeError, "keywords must be strings"))
    }

    /// Code that is not a function's runs in its globals.
    fn locals_of_call(&mut self, function: Address) -> Address {
        let flags = self.code_u32(self.function_code(function), code_field::FLAGS);
        if flags & code_flag::OPTIMIZED != 0 {
            return Address::NULL;
        }
        let globals = self.heap.memory.address(function.plus(function_field::GLOBALS));
        self.incref(globals)
    }

    /// `RecursionError` if `frame`, which is ready to be entered, would be one too many; it is released then.
    #[inline]
    pub(crate) fn check_recursion_of(&mut self, frame: Address) -> Outcome<()> {
        if self.registers.depth < self.registers.recursion_limit {
            return Ok(());
        }
        self.discard_frame(frame);
        self.check_recursion()
    }

    /// Releases a frame that was never entered.
    pub(crate) fn discard_frame(&mut self, frame: Address) {
        let code = self.frame_code(frame);
        field::clear_frame(self, frame, Address::NULL);
        self.decref(code);
        self.heap.pop_data_stack(frame);
    }

    /// The code of a function, borrowed.
    #[inline]
    pub(crate) fn function_code(&self, function: Address) -> Address {
        self.heap.memory.address(function.plus(function_field::CODE))
    }
}
