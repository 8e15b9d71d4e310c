//! Calling what was found: bound, unbound, native.

use heapglass_heap::{Address, Kind, Raised, static_type::StaticType};

use crate::{
    format::message::Piece,
    machine::{Machine, Outcome},
    native::{self, Arguments, Convention, NativeKind, NativeRow, Owner},
    types::{
        descriptor,
        slot::{Found, Slot},
    },
};

/// What the program's own evaluation loop counts.
const OWN_LOOP: u32 = 2;
/// What a nested evaluation loop counts beside its instructions.
const LOOP_WORK: u64 = 4;

impl Machine {
    /// One native function deeper; `RecursionError` at the limit. `what` ends its sentence: " in comparison".
    pub fn enter_native(&mut self, what: &str) -> Outcome<()> {
        if self.registers.native + OWN_LOOP >= self.limits.native_depth {
            return Err(self.raise_native_depth(what));
        }
        self.registers.native += 1;
        Ok(())
    }

    #[cold]
    fn raise_native_depth(&mut self, what: &str) -> Raised {
        self.raise(StaticType::RecursionError, format!("maximum recursion depth exceeded{what}"))
    }

    /// Back from [`Machine::enter_native`].
    pub fn leave_native(&mut self) {
        self.registers.native = self.registers.native.saturating_sub(1);
    }

    /// A nested evaluation loop begins, which counts twice, but is refused only if not even once fits
    /// (`PY_EVAL_C_STACK_UNITS`).
    pub(crate) fn enter_loop(&mut self) -> Outcome<()> {
        self.enter_native("")?;
        self.registers.native += 1;
        self.heap.charge(LOOP_WORK);
        Ok(())
    }

    /// Back from [`Machine::enter_loop`].
    pub(crate) fn leave_loop(&mut self) {
        self.registers.native = self.registers.native.saturating_sub(2);
    }

    /// Calls a native function, one deeper (`_Py_EnterRecursiveCallTstate`).
    pub(crate) fn deeper(&mut self, call: impl FnOnce(&mut Self) -> Outcome) -> Outcome {
        self.enter_native(" while calling a Python object")?;
        let result = call(self);
        self.leave_native();
        result
    }

    /// Counts a round of a loop in native code.
    ///
    /// # Errors
    /// The program has been stopped: there may be no end.
    #[inline]
    pub(crate) fn count_round(&mut self) -> Outcome<()> {
        self.heap.charge(1);
        if self.heap.limit_reached() { Err(self.stop_at_limit()) } else { Ok(()) }
    }

    /// Counts work of native code.
    ///
    /// # Errors
    /// The program has been stopped.
    pub(crate) fn count_work(&mut self, units: u64) -> Outcome<()> {
        self.heap.charge(units);
        if self.heap.limit_reached() { Err(self.stop_at_limit()) } else { Ok(()) }
    }

    /// Calls a class attribute (borrowed) as a method of `object`: a function gets `object` as its first argument without
    /// a bound method being made; anything else is bound by its `__get__` first.
    pub fn call_attribute_of(
        &mut self,
        attribute: Address,
        object: Address,
        arguments: &[Address],
    ) -> Outcome {
        if !self.is_method_descriptor(attribute) {
            return self.call_held_attribute(attribute, object, arguments);
        }
        self.incref(attribute);
        let result = self.call_held_attribute(attribute, object, arguments);
        self.decref(attribute);
        result
    }

    /// The same for an attribute to which the caller holds a reference (`call_attribute`, Objects/typeobject.c).
    pub fn call_held_attribute(&mut self, attribute: Address, object: Address, arguments: &[Address]) -> Outcome {
        if self.is_method_descriptor(attribute) {
            let mut all = Vec::with_capacity(arguments.len() + 1);
            all.push(object);
            all.extend_from_slice(arguments);
            return self.call(attribute, &all, &[]);
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
                // The caller's reference keeps it alive (`PyObject_VectorcallMethod`).
                self.decref(receiver);
                self.call(callable, &all, keywords)
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

impl Machine {
    /// Calls anything that is not a Python function, a bound method or a class.
    pub fn call_other(&mut self, callable: Address, arguments: &[Address], keywords: &[(Address, Address)]) -> Outcome {
        let code = |m: &Self| m.heap.memory.address(callable.plus(descriptor::field::CODE));
        match self.heap.kind(callable) {
            Kind::BuiltinFunction => {
                let (code, receiver) = (self.heap.memory.address(callable.plus(16)), self.heap.memory.address(callable.plus(24)));
                self.call_builtin(code, receiver, arguments, keywords)
            }
            Kind::MethodDescriptor | Kind::ClassMethodDescriptor => {
                let Some(row) = native::row_at(code(self)) else { return Err(self.raise_not_callable(callable)) };
                let Some((&receiver, rest)) = arguments.split_first() else {
                    let text = format!("unbound method {}() needs an argument", row.full_name());
                    return Err(self.raise(StaticType::TypeError, text));
                };
                if self.heap.kind(callable) == Kind::MethodDescriptor {
                    self.check_descriptor_applies(callable, receiver)?;
                }
                self.call_native(row, Arguments::with(receiver, rest, keywords))
            }
            Kind::WrapperDescriptor => self.call_wrapper_descriptor(callable, arguments, keywords),
            Kind::MethodWrapper => {
                // wrapper_descriptor at 16, self at 24.
                let wrapper = self.heap.memory.address(callable.plus(16));
                let receiver = self.heap.memory.address(callable.plus(24));
                let code = self.heap.memory.address(wrapper.plus(descriptor::field::CODE));
                let Some(row) = native::row_at(code) else { return Err(self.raise_not_callable(callable)) };
                let packed = self.heap.new_tuple_of(arguments);
                let result = self.call_wrapper(row, Arguments { self_: receiver, positional: arguments, keywords, packed });
                self.decref(packed);
                result
            }
            Kind::StaticMethod => {
                let inner = self.heap.memory.address(callable.plus(descriptor::field::CALLABLE));
                self.call(inner, arguments, keywords)
            }
            _ => self.call_by_slot(callable, arguments, keywords),
        }
    }

    fn call_by_slot(&mut self, callable: Address, arguments: &[Address], keywords: &[(Address, Address)]) -> Outcome {
        match self.find_slot(self.heap.type_of(callable), Slot::Call) {
            Found::Native(function) => function(self, Arguments::with(callable, arguments, keywords)),
            Found::Missing => Err(self.raise_not_callable(callable)),
            Found::Attribute(attribute) => {
                let given = Arguments::with(callable, arguments, keywords);
                self.with_packed_arguments(given, |m, _| m.call_prepended(attribute, callable, arguments, keywords))
            }
        }
    }

    /// Calls a class attribute as a method of `receiver`, with keywords.
    pub fn call_with_receiver(
        &mut self,
        attribute: Address,
        receiver: Address,
        arguments: &[Address],
        keywords: &[(Address, Address)],
    ) -> Outcome {
        if !self.is_method_descriptor(attribute) {
            let bound = self.descriptor_get(attribute, receiver, self.heap.type_of(receiver))?;
            let result = self.call(bound, arguments, keywords);
            self.decref(bound);
            return result;
        }
        let mut all = Vec::with_capacity(arguments.len() + 1);
        all.push(receiver);
        all.extend_from_slice(arguments);
        self.incref(attribute);
        let result = self.call(attribute, &all, keywords);
        self.decref(attribute);
        result
    }

    fn raise_not_callable(&mut self, callable: Address) -> Raised {
        self.raise_about_type("'%.200s' object is not callable", callable)
    }

    fn call_builtin(
        &mut self,
        code: Address,
        receiver: Address,
        arguments: &[Address],
        keywords: &[(Address, Address)],
    ) -> Outcome {
        let Some(row) = native::row_at(code) else {
            return Err(self.raise(StaticType::SystemError, "a builtin function without code"));
        };
        if !matches!(row.kind, NativeKind::New) {
            return self.call_native(row, Arguments::with(receiver, arguments, keywords));
        }
        let rest = self.check_new_arguments(row, receiver, arguments)?;
        let (all, packed) = (self.heap.new_tuple_of(arguments), self.heap.new_tuple_of(rest));
        let result = (row.function)(self, Arguments { self_: arguments[0], positional: rest, keywords, packed });
        self.decref(packed);
        self.decref(all);
        result
    }

    /// The checks of an explicit `T.__new__(C, …)` (`tp_new_wrapper`).
    fn check_new_arguments<'a>(
        &mut self,
        row: &NativeRow,
        home: Address,
        arguments: &'a [Address],
    ) -> Outcome<&'a [Address]> {
        let home_name = self.name_of_type(home);
        let name = Piece::Text(&home_name);
        let Some((&class, rest)) = arguments.split_first() else {
            return Err(self.raise_format(StaticType::TypeError, "%s.__new__(): not enough arguments", &[name]));
        };
        if !self.heap.is_type(class) {
            let found = self.type_name(class);
            let pieces = [name, Piece::Text(&found)];
            return Err(self.raise_format(StaticType::TypeError, "%s.__new__(X): X is not a type object (%s)", &pieces));
        }
        let class_name = self.name_of_type(class);
        if !self.heap.is_subtype(class, home) {
            let pieces = [name, Piece::Text(&class_name), Piece::Text(&class_name), name];
            return Err(self.raise_format(StaticType::TypeError, "%s.__new__(%s): %s is not a subtype of %s", &pieces));
        }
        let base = self.heap.static_base(class);
        if crate::types::instance::static_new(base).is_some_and(|best| !std::ptr::fn_addr_eq(best, row.function)) {
            let pieces = [name, Piece::Text(&class_name), Piece::Text(base.row().name)];
            return Err(self.raise_format(StaticType::TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", &pieces));
        }
        Ok(rest)
    }

    /// Calls the function of a row after the checks of its convention.
    pub fn call_native(&mut self, row: &NativeRow, arguments: Arguments<'_>) -> Outcome {
        if matches!(row.kind, NativeKind::Slot) {
            return self.call_wrapper(row, arguments);
        }
        let given = arguments.positional.len();
        let takes_keywords = matches!(row.convention, Convention::Keywords | Convention::PackedKeywords);
        if !takes_keywords && !arguments.keywords.is_empty() {
            // `cfunction_call` names METH_VARARGS functions without their module.
            if matches!(row.convention, Convention::Packed) {
                let name = Piece::Text(row.name);
                return Err(self.raise_format(StaticType::TypeError, "%.200s() takes no keyword arguments", &[name]));
            }
            return Err(self.raise_about_function(row, "%U takes no keyword arguments", arguments.self_, None));
        }
        match row.convention {
            Convention::NoArguments if given != 0 => {
                Err(self.raise_about_function(row, "%U takes no arguments (%zd given)", arguments.self_, Some(given)))
            }
            Convention::One if given != 1 => {
                Err(self.raise_about_function(row, "%U takes exactly one argument (%zd given)", arguments.self_, Some(given)))
            }
            Convention::Packed | Convention::PackedKeywords if arguments.packed.is_null() => {
                self.with_packed_arguments(arguments, row.function)
            }
            // `CALL_NO_KW_LEN` calls nothing.
            Convention::One if row.name == "len" => (row.function)(self, arguments),
            Convention::NoArguments | Convention::One => self.deeper(|m| (row.function)(m, arguments)),
            _ => (row.function)(self, arguments),
        }
    }

    /// A complaint about the number of arguments of a native function, whose name is made in CPython's steps
    /// (`_PyObject_FunctionStr`).
    #[cold]
    fn raise_about_function(&mut self, row: &NativeRow, format: &str, receiver: Address, given: Option<usize>) -> Raised {
        let (head, tail) = match row.full_name().rsplit_once('.') {
            Some((head, tail)) => (Some(head.to_owned()), tail.to_owned()),
            None => (None, row.name.to_owned()),
        };
        let qualname = match &head {
            Some(head) if !receiver.is_null() && !self.heap.is_exact(receiver, StaticType::Module) => {
                let type_ = self.heap.new_str(head);
                let name = self.from_format("%S.%s", &[Piece::Str(type_), Piece::Text(&tail)]);
                self.decref(type_);
                name
            }
            _ => Ok(self.heap.new_str(&tail)),
        };
        let Ok(qualname) = qualname else { return Raised };
        let function = match &head {
            Some(module) if self.heap.is_exact(receiver, StaticType::Module) => {
                let module = self.heap.new_str(module);
                let text = self.from_format("%S.%S()", &[Piece::Str(module), Piece::Str(qualname)]);
                self.decref(module);
                text
            }
            _ => self.from_format("%S()", &[Piece::Str(qualname)]),
        };
        self.decref(qualname);
        let Ok(function) = function else { return Raised };
        let number = Piece::Number(given.unwrap_or(0) as i64);
        let raised = self.raise_format(StaticType::TypeError, format, &[Piece::Str(function), number]);
        self.decref(function);
        raised
    }

    fn call_wrapper_descriptor(
        &mut self,
        callable: Address,
        arguments: &[Address],
        keywords: &[(Address, Address)],
    ) -> Outcome {
        let code = self.heap.memory.address(callable.plus(descriptor::field::CODE));
        let owner = self.heap.memory.address(callable.plus(descriptor::field::TYPE));
        let Some(row) = native::row_at(code) else { return Err(self.raise_not_callable(callable)) };
        let owner_name = self.name_of_type(owner);
        let Some((&receiver, rest)) = arguments.split_first() else {
            let text = format!("descriptor '{}' of '{owner_name}' object needs an argument", row.name);
            return Err(self.raise(StaticType::TypeError, text));
        };
        if !self.heap.is_subtype(self.heap.type_of(receiver), owner) {
            let found = self.type_name(receiver);
            let text = format!("descriptor '{}' requires a '{owner_name}' object but received a '{found}'", row.name);
            return Err(self.raise(StaticType::TypeError, text));
        }
        let (all, packed) = (self.heap.new_tuple_of(arguments), self.heap.new_tuple_of(rest));
        let result = self.call_wrapper(row, Arguments { self_: receiver, positional: rest, keywords, packed });
        self.decref(packed);
        self.decref(all);
        result
    }

    /// A slot called by name from Python: the number of arguments is that of the slot.
    fn call_wrapper(&mut self, row: &NativeRow, arguments: Arguments<'_>) -> Outcome {
        let (least, most) = wrapper_arity(row.name);
        let given = arguments.positional.len();
        if most != usize::MAX && !arguments.keywords.is_empty() {
            let text = format!("wrapper {}() takes no keyword arguments", row.name);
            return Err(self.raise(StaticType::TypeError, text));
        }
        if given < least || given > most {
            let bound = if given < least { least } else { most };
            let how = if least == most { "" } else if given < least { "at least " } else { "at most " };
            let plural = if bound == 1 { "" } else { "s" };
            let text = format!("expected {how}{bound} argument{plural}, got {given}");
            return Err(self.raise(StaticType::TypeError, text));
        }
        let positional = arguments.positional;
        let result = (row.function)(self, arguments)?;
        let result = self.boxed(result);
        if result.is_null() {
            return Err(self.raise_bare(StaticType::StopIteration));
        }
        // A sequence that is called by the operator leaves what is no number to others; called by name it asks for one (`sq_repeat`).
        if matches!(row.name, "__mul__" | "__rmul__" | "__imul__")
            && result == self.heap.not_implemented()
            && matches!(row.owner, Owner::Type(owner) if SEQUENCES.contains(&owner))
        {
            let number = self.index(positional[0])?;
            self.decref(number);
        }
        Ok(result)
    }
}

/// Types whose `*` is that of sequences.
const SEQUENCES: [StaticType; 7] = [
    StaticType::Str, StaticType::List, StaticType::Tuple, StaticType::Bytes, StaticType::ByteArray, StaticType::Deque, StaticType::Array,
];

/// How many arguments a slot takes after `self`.
fn wrapper_arity(name: &str) -> (usize, usize) {
    match name {
        "__init__" | "__call__" => (0, usize::MAX),
        "__repr__" | "__str__" | "__hash__" | "__len__" | "__iter__" | "__next__" | "__bool__" | "__int__" | "__float__"
        | "__index__" | "__neg__" | "__pos__" | "__abs__" | "__invert__" | "__del__" | "__await__" | "__aiter__"
        | "__anext__" => (0, 0),
        "__setitem__" | "__setattr__" | "__set__" => (2, 2),
        "__pow__" | "__rpow__" | "__get__" => (1, 2),
        _ => (1, 1),
    }
}
