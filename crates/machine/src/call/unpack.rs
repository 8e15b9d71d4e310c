//! Arguments on their way between tuple and dict, and callees that take them by vector (Objects/call.c). The C arrays they lie
//! in meanwhile are blocks like any other.

use heapglass_heap::{Address, Kind, domain::Domain, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    native::{self, Arguments, Convention},
    types::slot::{Found, Slot},
};

/// Arguments, `self` not counted, that fit beside it in the array on the C stack (`_PY_FASTCALL_SMALL_STACK`).
const SMALL_STACK: usize = 4;

/// A C array of arguments, and the tuple of the names of the last of them; null where there is none.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Vector {
    /// The array, in the Mem domain.
    pub(crate) block: Address,
    /// The names, owned.
    pub(crate) names: Address,
}

impl Machine {
    /// `_PyStack_UnpackDict`: an array for so many positional arguments and the keyword arguments; nothing without keywords.
    pub(crate) fn unpack_keywords(&mut self, positional: usize, keywords: &[(Address, Address)]) -> Vector {
        if keywords.is_empty() {
            return Vector::default();
        }
        let block = self.heap.allocate(Domain::Mem, 8 * (1 + positional + keywords.len()) as u64);
        let names: Vec<Address> = keywords.iter().map(|(name, _)| *name).collect();
        Vector { block, names: self.heap.new_tuple_of(&names) }
    }

    /// Gives both back.
    pub(crate) fn drop_vector(&mut self, vector: Vector) {
        self.heap.release(Domain::Mem, vector.block);
        self.xdecref(vector.names);
    }

    /// The array in which `self` is put before so many arguments (`_PyObject_Call_Prepend`, `method_vectorcall`); null if the C
    /// stack has room.
    pub(crate) fn prepend_block(&mut self, given: usize) -> Address {
        if given <= SMALL_STACK { Address::NULL } else { self.heap.allocate(Domain::Mem, 8 * (given as u64 + 1)) }
    }

    /// The dict in which keyword arguments given by vector reach a `tp_call` (`_PyStack_AsDict`); null without any.
    pub(crate) fn keywords_to_dict(&mut self, keywords: &[(Address, Address)]) -> Outcome {
        if keywords.is_empty() {
            return Ok(Address::NULL);
        }
        let dict = self.heap.new_dict();
        for (name, value) in keywords {
            if let Err(raised) = self.dict_store(dict, *name, *value) {
                self.decref(dict);
                return Err(raised);
            }
        }
        Ok(dict)
    }

    /// `_PyObject_MakeTpCall`: runs `function` with the arguments in a tuple and, if there are keywords, a dict.
    pub(crate) fn with_packed_arguments(
        &mut self,
        arguments: Arguments<'_>,
        function: impl FnOnce(&mut Self, Arguments<'_>) -> Outcome,
    ) -> Outcome {
        self.deeper(|m| m.with_packed(arguments, function))
    }

    /// The same without another level of native recursion.
    pub(crate) fn with_packed(
        &mut self,
        arguments: Arguments<'_>,
        function: impl FnOnce(&mut Self, Arguments<'_>) -> Outcome,
    ) -> Outcome {
        let packed = self.heap.new_tuple_of(arguments.positional);
        let result = match self.keywords_to_dict(arguments.keywords) {
            Ok(dict) => {
                let result = function(self, Arguments { packed, ..arguments });
                self.decref(packed);
                self.xdecref(dict);
                return result;
            }
            Err(raised) => Err(raised),
        };
        self.decref(packed);
        result
    }

    /// `PyObject_VectorcallDict`: calls with keyword arguments that lie in a dict.
    pub(crate) fn call_with_dict(&mut self, callable: Address, arguments: &[Address], keywords: &[(Address, Address)]) -> Outcome {
        if self.heap.is_type(callable) && !self.takes_vector(callable) {
            let packed = self.heap.new_tuple_of(arguments);
            let given = Arguments { self_: callable, positional: arguments, keywords, packed };
            let result = self.call_slot_of_class(given);
            self.decref(packed);
            return result;
        }
        if let Some(attribute) = self.python_call(callable) {
            let packed = self.heap.new_tuple_of(arguments);
            let result = self.call_prepended(attribute, callable, arguments, keywords);
            self.decref(packed);
            return result;
        }
        let vector = self.unpack_keywords(arguments.len(), keywords);
        let held = self.hold_unpacked(&[], arguments, keywords);
        let result = self.call(callable, arguments, keywords);
        self.drop_unpacked(&held);
        self.drop_vector(vector);
        result
    }

    /// New references to what `_PyStack_UnpackDict` copies: all arguments, if any has a keyword.
    fn hold_unpacked(&mut self, receiver: &[Address], arguments: &[Address], keywords: &[(Address, Address)]) -> Vec<Address> {
        if keywords.is_empty() {
            return Vec::new();
        }
        let values = keywords.iter().map(|(_, value)| value);
        let held: Vec<Address> = receiver.iter().chain(arguments).chain(values).copied().collect();
        held.iter().for_each(|value| self.heap.incref(*value));
        held
    }

    fn drop_unpacked(&mut self, held: &[Address]) {
        for value in held {
            self.decref(*value);
        }
    }

    /// `_PyObject_Call_Prepend`: calls a class attribute as a method, with arguments that lie in a tuple and a dict.
    pub(crate) fn call_prepended(
        &mut self,
        attribute: Address,
        receiver: Address,
        arguments: &[Address],
        keywords: &[(Address, Address)],
    ) -> Outcome {
        let block = self.prepend_block(arguments.len());
        let vector = self.unpack_keywords(arguments.len() + 1, keywords);
        let held = self.hold_unpacked(&[receiver], arguments, keywords);
        let result = self.call_with_receiver(attribute, receiver, arguments, keywords);
        self.drop_unpacked(&held);
        self.drop_vector(vector);
        self.heap.release(Domain::Mem, block);
        result
    }

    /// `PyObject_Call`: anything but a Python function or a class with a Python `__init__`, with a tuple and a dict (or null).
    pub(crate) fn call_spread(&mut self, callable: Address, arguments: Address, keywords: Address) -> Outcome {
        let positional = self.heap.tuple_items(arguments);
        let named: Vec<(Address, Address)> =
            if keywords.is_null() { Vec::new() } else { self.heap.dict_items(keywords).collect() };
        self.check_keyword_names(&named)?;
        let given = Arguments { self_: callable, positional: &positional, keywords: &named, packed: arguments };
        if self.heap.is_type(callable) && !self.takes_vector(callable) {
            return self.call_slot_of_class(given);
        }
        if let Some(attribute) = self.python_call(callable) {
            return self.call_prepended(attribute, callable, &positional, &named);
        }
        if self.heap.kind(callable) == Kind::BuiltinFunction
            && let Some(row) = native::row_at(self.heap.memory.address(callable.plus(16)))
            && matches!(row.convention, Convention::Packed | Convention::PackedKeywords)
            && !matches!(row.kind, native::NativeKind::New)
        {
            let receiver = self.heap.memory.address(callable.plus(24));
            return self.call_native(row, Arguments { self_: receiver, ..given });
        }
        if named.is_empty() && self.heap.is_exact(callable, StaticType::Method) {
            let block = self.prepend_block(positional.len());
            let result = self.call(callable, &positional, &named);
            self.heap.release(Domain::Mem, block);
            return result;
        }
        self.call_with_dict(callable, &positional, &named)
    }

    /// `tp_call` of a class's metaclass, the arguments in tuple and dict.
    fn call_slot_of_class(&mut self, arguments: Arguments<'_>) -> Outcome {
        let class = arguments.self_;
        match self.find_slot(self.heap.type_of(class), Slot::Call) {
            Found::Native(function) => function(self, arguments),
            Found::Attribute(attribute) => self.call_prepended(attribute, class, arguments.positional, arguments.keywords),
            Found::Missing => self.call(class, arguments.positional, arguments.keywords),
        }
    }

    /// The `__call__` written in Python of an instance's class, borrowed.
    fn python_call(&mut self, callable: Address) -> Option<Address> {
        if !self.heap.is_heap_type(self.heap.type_of(callable)) {
            return None;
        }
        match self.find_slot(self.heap.type_of(callable), Slot::Call) {
            Found::Attribute(attribute) => Some(attribute),
            _ => None,
        }
    }
}
