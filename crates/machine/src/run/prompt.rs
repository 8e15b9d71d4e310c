//! A program typed at the prompt, statement by statement.

use std::rc::Rc;

use heapglass_compiler::{Diagnostic, compile_module, parse};
use heapglass_heap::Address;

use super::starting_state::{COLLECTOR, StartingState};
use crate::{
    machine::{Machine, Outcome},
    thread_state::BUILTINS,
};

impl Machine {
    /// Compiles the statements of `source` one by one, as if each were typed at the prompt, and stands before the first.
    ///
    /// # Errors
    /// What the compiler refuses; nothing has run then.
    pub fn start_prompt(&mut self, source: &str, name: &str) -> Result<(), Diagnostic> {
        let _ = name;
        let mut pieces = Vec::new();
        for typed in parse::statements(source)? {
            pieces.push(Rc::new(compile_module(&typed.module, "<stdin>")?));
        }
        pieces.reverse();
        self.prompt = pieces;
        self.make_main_module(None);
        self.heap.gc_begin_program(COLLECTOR);
        self.next_prompt_statement();
        self.apply_starting_state(&StartingState::MEASURED);
        Ok(())
    }

    /// Enters the next statement's frame; false if there is none.
    pub(super) fn next_prompt_statement(&mut self) -> bool {
        let Some(piece) = self.prompt.pop() else { return false };
        for warning in &piece.warnings {
            self.write_error(&warning.display("<stdin>", ""));
        }
        self.start_main(&piece);
        true
    }

    /// Shows the value of an expression statement as the prompt does and keeps it as `_` (`sys.displayhook`).
    pub(crate) fn display(&mut self, value: Address) -> Outcome {
        let none = self.heap.none();
        if self.heap.is_none(value) {
            return Ok(none);
        }
        let builtins = self.thread_word(BUILTINS);
        let name = self.name("_");
        self.namespace_set(builtins, name, none)?;
        let text = self.repr_text(value)?;
        self.write_output(&format!("{text}\n"));
        self.namespace_set(builtins, name, value)?;
        Ok(none)
    }
}
