//! `{"key": value, **rest}`.

use super::State;
use crate::ast::{ComparisonOperator, Constant, Expression, ExpressionKind, Pattern};
use crate::generate::{Done, Generator};
use crate::location::Location;
use crate::opcode::Opcode;

impl Generator<'_> {
    pub(super) fn mapping_pattern(
        &mut self,
        location: Location,
        keys: &[Expression],
        patterns: &[Pattern],
        rest: Option<&str>,
        state: &mut State,
    ) -> Done {
        state.on_top += 1;
        self.op(location, Opcode::MatchMapping);
        self.jump_to_failure(location, state, Opcode::PopJumpIfFalse);
        if keys.is_empty() && rest.is_none() {
            state.on_top -= 1;
            self.op(location, Opcode::PopTop);
            return Ok(());
        }
        if !keys.is_empty() {
            self.check_length(location, keys.len(), ComparisonOperator::GtE, state);
        }
        self.mapping_keys(location, keys)?;
        self.op_count(location, Opcode::BuildTuple, keys.len());
        self.op(location, Opcode::MatchKeys);
        state.on_top += 2;
        self.op_arg(location, Opcode::Copy, 1);
        self.load_none(location);
        self.op_arg(location, Opcode::IsOp, 1);
        self.jump_to_failure(location, state, Opcode::PopJumpIfFalse);
        self.op_count(location, Opcode::UnpackSequence, keys.len());
        state.on_top = state.on_top + keys.len() - 1;
        for pattern in patterns {
            state.on_top -= 1;
            self.subpattern(pattern, state)?;
        }
        state.on_top -= 2;
        let Some(rest) = rest else {
            self.op(location, Opcode::PopTop);
            self.op(location, Opcode::PopTop);
            return Ok(());
        };
        self.copy_rest(location, keys.len());
        self.store_capture(location, Some(rest), state)
    }

    /// The keys, which must be constants all different, or attributes.
    fn mapping_keys(&mut self, location: Location, keys: &[Expression]) -> Done {
        let mut seen: Vec<&Constant> = Vec::new();
        let set = self.constants.traffic().set();
        for key in keys {
            match &key.kind {
                ExpressionKind::Constant(value) => {
                    if seen.iter().any(|other| crate::fold::equal(other, value)) {
                        let text = crate::generate::unparse::unparse(key).to_rust().unwrap_or_default();
                        return Err(location.error(format!("mapping pattern checks duplicate key ({text})")));
                    }
                    seen.push(value);
                }
                ExpressionKind::Attribute { .. } => {}
                _ => {
                    let message = "mapping pattern keys may only match literals and attribute lookups";
                    return Err(location.error(message));
                }
            }
            self.expression(key)?;
        }
        drop(set);
        Ok(())
    }

    /// `rest = dict(subject)`, less the keys.
    fn copy_rest(&mut self, location: Location, keys: usize) {
        self.op_arg(location, Opcode::BuildMap, 0);
        self.op_arg(location, Opcode::Swap, 3);
        self.op_arg(location, Opcode::DictUpdate, 2);
        self.op_count(location, Opcode::UnpackSequence, keys);
        for size in (1..=keys).rev() {
            self.op_count(location, Opcode::Copy, 1 + size);
            self.op_arg(location, Opcode::Swap, 2);
            self.op(location, Opcode::DeleteSubscr);
        }
    }
}
