//! `match` (PEP 634).

mod class;
mod mapping;
mod or;
mod sequence;

use super::sequence::Label;
use super::{Done, Generator};
use crate::ast::{ComparisonOperator, Context, Expression, ExpressionKind, MatchCase, Pattern, PatternKind};
use crate::containers::traffic::Held;
use crate::location::Location;
use crate::opcode::Opcode;

/// What is known while one case is compiled (`pattern_context`).
#[derive(Default)]
struct State {
    /// Names captured so far; their values lie on the stack below `on_top`.
    stores: Vec<String>,
    /// The list behind `stores`.
    list: Option<Held>,
    /// Whether a pattern that always matches may stand here.
    allow_irrefutable: bool,
    /// Where to go on failure with so many values to pop.
    fail: Vec<Label>,
    /// How many values on top of the stack belong to the patterns around.
    on_top: usize,
}

impl<'a> Generator<'a> {
    pub(super) fn match_statement(&mut self, subject: &Expression, cases: &'a [MatchCase]) -> Done {
        self.expression(subject)?;
        let end = self.new_label();
        let has_default = cases.len() > 1 && cases.last().is_some_and(|case| is_wildcard(&case.pattern));
        let (tested, default) = cases.split_at(cases.len() - usize::from(has_default));
        for (index, case) in tested.iter().enumerate() {
            let location = Location::from(case.pattern.span);
            let is_last = index + 1 == tested.len();
            if !is_last {
                self.op_arg(location, Opcode::Copy, 1);
            }
            let allow_irrefutable = case.guard.is_some() || index + 1 == cases.len();
            let list = Some(self.constants.traffic().list());
            let mut state = State { allow_irrefutable, list, ..State::default() };
            self.pattern(&case.pattern, &mut state)?;
            for name in &state.stores {
                self.name_op(location, name, Context::Store)?;
            }
            state.list = None;
            if let Some(guard) = &case.guard {
                let fail = self.fail_label(&mut state, 0);
                self.jump_if(location, guard, fail, false)?;
            }
            if !is_last {
                self.op(location, Opcode::PopTop);
            }
            self.statements(&case.body)?;
            self.jump(Location::NONE, Opcode::Jump, end);
            self.emit_failures(location, &mut state);
        }
        if let Some(case) = default.first() {
            let location = Location::from(case.pattern.span);
            self.op(location, Opcode::Nop);
            if let Some(guard) = &case.guard {
                self.jump_if(location, guard, end, false)?;
            }
            self.statements(&case.body)?;
        }
        self.place(end);
        Ok(())
    }

    /// Tests the value on top of the stack, which is consumed.
    fn pattern(&mut self, pattern: &Pattern, state: &mut State) -> Done {
        let location = Location::from(pattern.span);
        match &pattern.kind {
            PatternKind::Value(value) => self.value_pattern(location, value, state),
            PatternKind::Singleton(value) => {
                self.load_literal(location, value);
                self.comparison(location, ComparisonOperator::Is);
                self.jump_to_failure(location, state, Opcode::PopJumpIfFalse);
                Ok(())
            }
            PatternKind::Sequence(patterns) => self.sequence_pattern(location, patterns, state),
            PatternKind::Mapping { keys, patterns, rest } => {
                self.mapping_pattern(location, keys, patterns, rest.as_deref(), state)
            }
            PatternKind::Class { cls, patterns, kwd_attrs, kwd_patterns } => {
                self.class_pattern(location, cls, patterns, (kwd_attrs, kwd_patterns), state)
            }
            PatternKind::Star(name) => self.store_capture(location, name.as_deref(), state),
            PatternKind::As { pattern, name } => self.as_pattern(location, pattern.as_deref(), name.as_deref(), state),
            PatternKind::Or(patterns) => self.or_pattern(location, patterns, state),
        }
    }

    /// A pattern inside another may always match.
    fn subpattern(&mut self, pattern: &Pattern, state: &mut State) -> Done {
        let outer = std::mem::replace(&mut state.allow_irrefutable, true);
        self.pattern(pattern, state)?;
        state.allow_irrefutable = outer;
        Ok(())
    }

    fn value_pattern(&mut self, location: Location, value: &Expression, state: &mut State) -> Done {
        if !matches!(value.kind, ExpressionKind::Constant(_) | ExpressionKind::Attribute { .. }) {
            return Err(location.error("patterns may only match literals and attribute lookups"));
        }
        self.expression(value)?;
        self.comparison(location, ComparisonOperator::Eq);
        self.jump_to_failure(location, state, Opcode::PopJumpIfFalse);
        Ok(())
    }

    fn as_pattern(
        &mut self,
        location: Location,
        pattern: Option<&Pattern>,
        name: Option<&str>,
        state: &mut State,
    ) -> Done {
        let Some(pattern) = pattern else {
            if !state.allow_irrefutable {
                let message = match name {
                    Some(name) => format!("name capture '{name}' makes remaining patterns unreachable"),
                    None => "wildcard makes remaining patterns unreachable".into(),
                };
                return Err(location.error(message));
            }
            return self.store_capture(location, name, state);
        };
        state.on_top += 1;
        self.op_arg(location, Opcode::Copy, 1);
        self.pattern(pattern, state)?;
        state.on_top -= 1;
        self.store_capture(location, name, state)
    }

    /// Puts the value on top of the stack below what must stay on top; it is bound once the whole case matches.
    fn store_capture(&mut self, location: Location, name: Option<&str>, state: &mut State) -> Done {
        let Some(name) = name else {
            self.op(location, Opcode::PopTop);
            return Ok(());
        };
        Self::check_name(name, location, Context::Store)?;
        if state.stores.iter().any(|store| store == name) {
            return Err(duplicate_store(location, name));
        }
        self.rotate(location, state.on_top + state.stores.len() + 1);
        state.stores.push(name.to_owned());
        Ok(())
    }

    /// Moves the top of the stack down by `count - 1` places.
    fn rotate(&mut self, location: Location, count: usize) {
        for depth in (2..=count).rev() {
            self.op_count(location, Opcode::Swap, depth);
        }
    }

    /// Jumps to where the captures and the values on top are popped.
    fn jump_to_failure(&mut self, location: Location, state: &mut State, opcode: Opcode) {
        let label = self.fail_label(state, state.on_top + state.stores.len());
        self.jump(location, opcode, label);
    }

    fn fail_label(&mut self, state: &mut State, pops: usize) -> Label {
        while state.fail.len() <= pops {
            let label = self.new_label();
            state.fail.push(label);
        }
        state.fail[pops]
    }

    /// The chain of pops that failures jump into.
    fn emit_failures(&mut self, location: Location, state: &mut State) {
        let labels = std::mem::take(&mut state.fail);
        for (pops, label) in labels.into_iter().enumerate().rev() {
            self.place(label);
            if pops > 0 {
                self.op(location, Opcode::PopTop);
            }
        }
    }
}

fn duplicate_store(location: Location, name: &str) -> crate::diagnostic::Diagnostic {
    location.error(format!("multiple assignments to name '{name}' in pattern"))
}

/// `_`.
fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern.kind, PatternKind::As { name: None, pattern: None })
}

/// `*_`.
fn is_star_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern.kind, PatternKind::Star(None))
}
