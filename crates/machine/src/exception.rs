//! Exceptions that know more than a message.

use heapglass_heap::{Address, Raised, StaticType, object::exception::FIRST_EXTRA};

use crate::machine::Machine;

impl Machine {
    /// Raises a `NameError` or `UnboundLocalError` that knows the name.
    #[cold]
    pub(crate) fn raise_name_error(&mut self, which: StaticType, message: String, name: Address) -> Raised {
        let text = self.heap.new_str(&message);
        let args = self.heap.new_tuple_from(&[text]);
        let exception = self.new_exception(which, args);
        if which == StaticType::NameError {
            self.incref(name);
            self.heap.memory.set_address(exception.plus(FIRST_EXTRA), name);
        }
        self.raise_object(exception)
    }
}
