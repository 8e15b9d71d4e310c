//! `[a, *rest]`.

use super::{State, is_star_wildcard, is_wildcard};
use crate::ast::{BinaryOperator, ComparisonOperator, Pattern, PatternKind};
use crate::generate::{Done, Generator};
use crate::location::Location;
use crate::opcode::Opcode;

impl Generator<'_> {
    pub(super) fn sequence_pattern(&mut self, location: Location, patterns: &[Pattern], state: &mut State) -> Done {
        let mut stars = patterns.iter().enumerate().filter(|(_, item)| matches!(item.kind, PatternKind::Star(_)));
        let star = stars.next().map(|(index, _)| index);
        if stars.next().is_some() {
            return Err(location.error("multiple starred names in sequence pattern"));
        }
        state.on_top += 1;
        self.op(location, Opcode::MatchSequence);
        self.jump_to_failure(location, state, Opcode::PopJumpIfFalse);
        if star.is_none() {
            self.check_length(location, patterns.len(), ComparisonOperator::Eq, state);
        } else if patterns.len() > 1 {
            self.check_length(location, patterns.len() - 1, ComparisonOperator::GtE, state);
        }
        state.on_top -= 1;
        if patterns.iter().all(|item| is_wildcard(item) || is_star_wildcard(item)) {
            self.op(location, Opcode::PopTop);
            return Ok(());
        }
        match star {
            Some(star) if is_star_wildcard(&patterns[star]) => self.match_by_index(location, patterns, star, state),
            _ => self.match_unpacked(location, patterns, star, state),
        }
    }

    pub(super) fn check_length(
        &mut self,
        location: Location,
        length: usize,
        op: ComparisonOperator,
        state: &mut State,
    ) {
        self.op(location, Opcode::GetLen);
        self.load_int(location, length);
        self.comparison(location, op);
        self.jump_to_failure(location, state, Opcode::PopJumpIfFalse);
    }

    fn match_unpacked(
        &mut self,
        location: Location,
        patterns: &[Pattern],
        star: Option<usize>,
        state: &mut State,
    ) -> Done {
        match star {
            Some(before) => {
                let after = patterns.len() - before - 1;
                if before >= 1 << 8 || after >= 1 << 23 {
                    return Err(location.error("too many expressions in star-unpacking sequence pattern"));
                }
                self.op_count(location, Opcode::UnpackEx, before + (after << 8));
            }
            None => self.op_count(location, Opcode::UnpackSequence, patterns.len()),
        }
        state.on_top += patterns.len();
        for pattern in patterns {
            state.on_top -= 1;
            self.subpattern(pattern, state)?;
        }
        Ok(())
    }

    /// With `*_` nothing is unpacked: only the items asked for are read.
    fn match_by_index(&mut self, location: Location, patterns: &[Pattern], star: usize, state: &mut State) -> Done {
        state.on_top += 1;
        for (index, pattern) in patterns.iter().enumerate() {
            if index == star || is_wildcard(pattern) {
                continue;
            }
            self.op_arg(location, Opcode::Copy, 1);
            if index < star {
                self.load_int(location, index);
            } else {
                self.op(location, Opcode::GetLen);
                self.load_int(location, patterns.len() - index);
                self.binary(location, BinaryOperator::Sub, false);
            }
            self.op(location, Opcode::BinarySubscr);
            self.subpattern(pattern, state)?;
        }
        state.on_top -= 1;
        self.op(location, Opcode::PopTop);
        Ok(())
    }
}
