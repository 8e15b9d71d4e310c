//! `one | other`.

use super::{State, duplicate_store};
use crate::ast::Pattern;
use crate::generate::{Done, Generator};
use crate::location::Location;
use crate::opcode::Opcode;

impl Generator<'_> {
    pub(super) fn or_pattern(&mut self, location: Location, patterns: &[Pattern], state: &mut State) -> Done {
        let end = self.new_label();
        let mut control: Vec<String> = Vec::new();
        // The lists of the first alternative and of the one before.
        let mut control_list = None;
        let mut list_before = None;
        for (index, pattern) in patterns.iter().enumerate() {
            let place = Location::from(pattern.span);
            let allow_irrefutable = index + 1 == patterns.len() && state.allow_irrefutable;
            let list = Some(self.constants.traffic().list());
            drop(list_before.take());
            let mut inner = State { allow_irrefutable, list, ..State::default() };
            self.op_arg(place, Opcode::Copy, 1);
            self.pattern(pattern, &mut inner)?;
            if index == 0 {
                control.clone_from(&inner.stores);
                control_list = inner.list.take();
            } else if !self.reorder(place, &control, &mut inner.stores) {
                return Err(location.error("alternative patterns bind different names"));
            }
            self.jump(place, Opcode::Jump, end);
            self.emit_failures(place, &mut inner);
            list_before = inner.list.take();
        }
        drop(list_before);
        // No alternative matched: drop the subject.
        self.op(location, Opcode::PopTop);
        self.jump_to_failure(location, state, Opcode::Jump);
        self.place(end);
        let rotations = control.len() + 1 + state.on_top + state.stores.len();
        for name in control {
            self.rotate(location, rotations);
            if state.stores.contains(&name) {
                return Err(duplicate_store(location, &name));
            }
            state.stores.push(name);
        }
        drop(control_list);
        self.op(location, Opcode::PopTop);
        Ok(())
    }

    /// Brings the captures of one alternative into the order of the first; false if the names differ.
    fn reorder(&mut self, place: Location, control: &[String], stores: &mut Vec<String>) -> bool {
        if stores.len() != control.len() {
            return false;
        }
        for wanted in (0..control.len()).rev() {
            let Some(found) = stores.iter().position(|name| *name == control[wanted]) else { return false };
            if found == wanted {
                continue;
            }
            drop(self.constants.traffic().list());
            let moved: Vec<String> = stores.drain(..=found).collect();
            let at = wanted - found;
            stores.splice(at..at, moved);
            for _ in 0..=found {
                self.rotate(place, wanted + 1);
            }
        }
        true
    }
}
