//! Raising, catching and asking about exceptions from Rust.
//!
//! The exception being raised lies in the thread state. [`Raised`] is only the sign that one is there; whoever gets it
//! either returns it, or takes the exception out.

use heapglass_heap::{Address, Raised, static_type::StaticType};

use crate::{
    machine::{Machine, Outcome},
    thread_state::{CURRENT_EXCEPTION, EXC_INFO},
};

impl Machine {
    /// Raises a new exception of a builtin type with one argument, its message.
    #[cold]
    pub fn raise(&mut self, which: StaticType, message: impl Into<String>) -> Raised {
        let text = self.heap.new_str(&message.into());
        self.raise_value(which, text)
    }

    /// Raises a new exception of a builtin type with one argument, which is given away: `KeyError(key)`.
    #[cold]
    pub fn raise_value(&mut self, which: StaticType, owned: Address) -> Raised {
        let args = self.heap.new_tuple_from(&[owned]);
        let exception = self.new_exception(which, args);
        self.raise_object(exception)
    }

    /// Raises the `StopIteration` that carries what a generator returned; `None` is no argument (`_PyGen_SetStopIterationValue`).
    #[cold]
    pub fn raise_stop_value(&mut self, owned: Address) -> Raised {
        if self.heap.is_none(owned) {
            self.decref(owned);
            return self.raise_bare(StaticType::StopIteration);
        }
        self.raise_value(StaticType::StopIteration, owned)
    }

    /// Raises a new exception of a builtin type without arguments.
    #[cold]
    pub fn raise_bare(&mut self, which: StaticType) -> Raised {
        let args = self.heap.empty_tuple();
        let exception = self.new_exception(which, args);
        self.raise_object(exception)
    }

    /// Raises this exception object, which is given away. The exception being handled becomes its `__context__`.
    #[cold]
    pub fn raise_object(&mut self, owned: Address) -> Raised {
        self.chain_context(owned);
        self.set_error(owned);
        Raised
    }

    /// Makes this object (given away) the exception being raised, as it is.
    pub fn set_error(&mut self, owned: Address) {
        let old = self.replace_thread_word(CURRENT_EXCEPTION, owned);
        self.xdecref(old);
    }

    /// The exception being raised, borrowed.
    #[inline]
    pub fn error(&self) -> Option<Address> {
        self.thread_word(CURRENT_EXCEPTION).non_null()
    }

    /// Takes the exception being raised out of the thread state; the caller owns it. Null if there is none.
    pub fn take_error(&mut self) -> Address {
        self.replace_thread_word(CURRENT_EXCEPTION, Address::NULL)
    }

    /// Forgets the exception being raised.
    pub fn clear_error(&mut self) {
        let old = self.take_error();
        self.xdecref(old);
    }

    /// Whether the exception being raised is of this builtin type or a subclass. False if nothing is raised, or if the
    /// machine is being abandoned.
    pub fn error_matches(&self, which: StaticType) -> bool {
        self.error_is_instance(which.address())
    }

    /// Whether the exception being raised is an instance of this class.
    pub fn error_is_instance(&self, class: Address) -> bool {
        if self.watch.abandoned {
            return false;
        }
        self.error()
            .is_some_and(|exception| self.heap.is_subtype(self.heap.type_of(exception), class))
    }

    /// Turns the end of an iteration into `None`: a `StopIteration` that is being raised is forgotten.
    pub fn none_at_stop(&mut self, outcome: Outcome) -> Outcome<Option<Address>> {
        match outcome {
            Ok(value) => Ok(Some(value)),
            Err(Raised) if self.error_matches(StaticType::StopIteration) => {
                self.clear_error();
                Ok(None)
            }
            Err(Raised) => Err(Raised),
        }
    }

    /// The exception being handled (`sys.exception()`), borrowed.
    pub fn handled_exception(&self) -> Option<Address> {
        let mut item = self.thread_word(EXC_INFO);
        while !item.is_null() {
            let value = self.heap.memory.address(item);
            if !value.is_null() && !self.heap.is_none(value) {
                return Some(value);
            }
            item = self.heap.memory.address(item.plus(8));
        }
        None
    }

    /// Where an exception handler is suspended in the frame that an exception is thrown into, the exception it handles becomes the
    /// context of the thrown one (`_PyErr_ChainStackItem`).
    pub(crate) fn chain_stack_item(&mut self) {
        let value = self.heap.memory.address(self.thread_word(EXC_INFO));
        if value.is_null() || self.heap.is_none(value) || self.error().is_none() {
            return;
        }
        let exception = self.take_error();
        self.raise_object(exception);
    }

    /// Sets the `__context__` of a new exception to the one being handled, and cuts the ring this could close
    /// (`_PyErr_SetObject`).
    fn chain_context(&mut self, exception: Address) {
        let Some(handled) = self.handled_exception() else {
            return;
        };
        if handled == exception {
            return;
        }
        self.cut_context_ring(handled, exception);
        self.incref(handled);
        let old = self.heap.replace_exception_context(exception, handled);
        self.xdecref(old);
    }

    /// Walks the contexts from `start`; if one is `exception`, its predecessor forgets it.
    fn cut_context_ring(&mut self, start: Address, exception: Address) {
        let (mut at, mut slow, mut move_slow) = (start, start, false);
        while let Some(context) = self.heap.exception_context(at).non_null() {
            if context == exception {
                let old = self.heap.replace_exception_context(at, Address::NULL);
                self.xdecref(old);
                return;
            }
            at = context;
            if at == slow {
                return;
            }
            if move_slow {
                slow = self.heap.exception_context(slow);
            }
            move_slow = !move_slow;
        }
    }
}
