//! Exceptions that know more than a message.

use heapglass_heap::{Address, Raised, StaticType, object::exception::FIRST_EXTRA};

use crate::{format::message::Piece, machine::Machine};

impl Machine {
    /// Raises a `NameError` or `UnboundLocalError` that knows the name.
    #[cold]
    pub(crate) fn raise_name_error(&mut self, which: StaticType, format: &str, name: Address) -> Raised {
        self.heap.str_cache_utf8(name);
        self.clear_error();
        let text = self.heap.str_text(name);
        let text = match self.from_format(format, &[Piece::Text(&text)]) {
            Ok(text) => text,
            Err(raised) => return raised,
        };
        let args = self.heap.new_tuple_from(&[text]);
        let exception = self.new_exception(which, args);
        if which == StaticType::NameError {
            self.incref(name);
            self.heap.memory.set_address(exception.plus(FIRST_EXTRA), name);
        }
        self.raise_object(exception)
    }
}
