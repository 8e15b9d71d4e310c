//! Comprehensions that run in the frame around them (PEP 709): their variables are put aside and restored.

use std::rc::Rc;

use super::sequence::Label;
use super::{Generator, mangle_for};
use crate::containers::traffic::{Dict, Held};
use crate::location::Location;
use crate::opcode::Opcode;
use crate::symbols::{BlockKind, Flags, Name, Resolution, ScopeId, Symbol};

/// What is put aside while an inlined comprehension runs.
#[derive(Default)]
pub(super) struct Inlined {
    /// Names whose values lie on the stack.
    pushed: Vec<Name>,
    /// Names that mean something else inside, with what they mean outside.
    outside: Vec<(Name, Symbol)>,
    fast_hidden: Vec<Name>,
    labels: Option<(Label, Label)>,
    /// The dict behind `outside`, the list behind `pushed`, the set behind `fast_hidden`.
    containers: (Option<Dict>, Option<Held>, Option<Held>),
}

impl Generator<'_> {
    /// Isolates the names the comprehension `entry` binds.
    pub(super) fn push_inlined(&mut self, location: Location, entry: ScopeId) -> Inlined {
        let mut state = Inlined::default();
        let in_class = self.scope().kind == BlockKind::Class && self.unit().inlined == 0;
        self.unit().inlined += 1;
        let symbols: Vec<(Name, Symbol)> =
            self.symbols.scope(entry).symbols.iter().map(|(name, symbol)| (Rc::clone(name), symbol)).collect();
        for (name, symbol) in symbols {
            let bound = symbol.flags.has(Flags::LOCAL) && !symbol.flags.has(Flags::NONLOCAL);
            if bound || in_class {
                self.push_name(location, &mut state, name, symbol);
            }
        }
        if !state.pushed.is_empty() {
            // The iterator comes back to the top.
            self.op_count(location, Opcode::Swap, state.pushed.len() + 1);
            let labels = (self.new_label(), self.new_label());
            self.jump(location, Opcode::SetupFinally, labels.0);
            state.labels = Some(labels);
        }
        state
    }

    fn push_name(&mut self, location: Location, state: &mut Inlined, name: Name, symbol: Symbol) {
        if !self.scope().is_function_like() {
            let hidden = self.unit().fast_hidden.insert(Rc::clone(&name), true);
            if hidden.is_none() {
                self.unit().fast_hidden_dict.insert(true);
            }
            if hidden != Some(true) {
                state.containers.2.get_or_insert_with(|| self.constants.traffic().set());
                state.fast_hidden.push(Rc::clone(&name));
            }
        }
        let id = self.unit().scope;
        let outside = self.scope().symbols.get(&name).unwrap_or_default();
        let both_cells = symbol.resolution == Resolution::Cell && outside.resolution == Resolution::Free;
        if symbol.resolution != outside.resolution && !both_cells {
            let dict = state.containers.0.get_or_insert_with(|| Dict::new(self.constants.traffic()));
            dict.insert(true);
            self.symbols.scope_mut(id).symbols.set(&name, symbol);
            state.outside.push((Rc::clone(&name), outside));
        }
        state.containers.1.get_or_insert_with(|| self.constants.traffic().list());
        let mangled = mangle_for(self.unit(), &name);
        let number = self.unit().varnames.number(&mangled);
        self.op_arg(location, Opcode::LoadFastAndClear, number);
        if symbol.resolution == Resolution::Cell {
            let unit = self.unit();
            let is_free = outside.resolution == Resolution::Free;
            let table = if is_free { &mut unit.freevars } else { &mut unit.cellvars };
            let number = table.number(&mangled);
            self.op_arg(location, Opcode::MakeCell, number);
        }
        state.pushed.push(name);
    }

    /// Restores what [`Self::push_inlined`] put aside, also when an exception leaves the comprehension.
    pub(super) fn pop_inlined(&mut self, location: Location, state: Inlined) {
        self.unit().inlined -= 1;
        let id = self.unit().scope;
        for (name, symbol) in &state.outside {
            self.symbols.scope_mut(id).symbols.set(name, *symbol);
        }
        if let Some((cleanup, end)) = state.labels {
            self.op(Location::NONE, Opcode::PopBlock);
            self.jump(Location::NONE, Opcode::Jump, end);
            self.place(cleanup);
            self.op_arg(Location::NONE, Opcode::Swap, 2);
            self.op(Location::NONE, Opcode::PopTop);
            self.restore_names(location, &state.pushed);
            self.op_arg(Location::NONE, Opcode::Reraise, 0);
            self.place(end);
            self.restore_names(location, &state.pushed);
        }
        for name in state.fast_hidden {
            self.unit().fast_hidden.insert(name, false);
        }
    }

    fn restore_names(&mut self, location: Location, names: &[Name]) {
        self.op_count(location, Opcode::Swap, names.len() + 1);
        for name in names.iter().rev() {
            let mangled = mangle_for(self.unit(), name);
            let number = self.unit().varnames.number(&mangled);
            self.op_arg(location, Opcode::StoreFastMaybeNull, number);
        }
    }
}
