//! A program typed at the prompt, statement by statement.

use std::rc::Rc;

use heapglass_compiler::{Diagnostic, compile_module, containers::ContainerState, parse};
use heapglass_heap::{Address, StaticType};

use super::starting_state::PROMPT;
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
        self.begin(&PROMPT);
        self.next_prompt_piece(&PROMPT.state);
        self.count_blocks_elsewhere();
        Ok(())
    }

    /// Enters the next statement's frame; false if there is none.
    pub(super) fn next_prompt_statement(&mut self) -> bool {
        let before = self.container_state();
        self.next_prompt_piece(&before)
    }

    fn next_prompt_piece(&mut self, before: &ContainerState) -> bool {
        let Some(piece) = self.prompt.pop() else { return false };
        for warning in &piece.warnings {
            self.write_error(&warning.display("<stdin>", ""));
        }
        self.start_piece(&piece, before);
        true
    }

    /// Hands the value of an expression statement to `sys.displayhook` (`CALL_INTRINSIC_1` with `INTRINSIC_PRINT`).
    pub(crate) fn display_expression(&mut self, value: Address) -> Outcome {
        let Some(hook) = self.sys_attribute("displayhook") else {
            return Err(self.raise(StaticType::RuntimeError, "lost sys.displayhook"));
        };
        self.incref(hook);
        let result = self.call_one(hook, value);
        self.decref(hook);
        result
    }

    /// Shows a value as the prompt does and keeps it as `_` (`sys_displayhook`).
    pub(crate) fn display(&mut self, value: Address) -> Outcome {
        let none = self.heap.none();
        if self.heap.is_none(value) {
            return Ok(none);
        }
        let builtins = self.thread_word(BUILTINS);
        let name = self.name("_");
        self.namespace_set(builtins, name, none)?;
        let file = self.sys_attribute("stdout").filter(|file| !self.heap.is_none(*file));
        let Some(file) = file else {
            return Err(self.raise(StaticType::RuntimeError, "lost sys.stdout"));
        };
        self.incref(file);
        let written = self.display_on(file, value);
        self.decref(file);
        written?;
        self.namespace_set(builtins, name, value)?;
        Ok(none)
    }

    fn display_on(&mut self, file: Address, value: Address) -> Outcome<()> {
        let text = self.repr(value)?;
        let written = self.write_to_file(file, text);
        self.decref(text);
        written?;
        let end = self.heap.new_str("\n");
        let written = self.write_to_file(file, end);
        self.decref(end);
        written
    }
}
