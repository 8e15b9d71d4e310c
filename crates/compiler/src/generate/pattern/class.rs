//! `Point(x, y=0)`.

use super::{State, is_wildcard};
use crate::ast::{Context, Expression, Pattern};
use crate::generate::{Done, Generator};
use crate::location::Location;
use crate::opcode::Opcode;

impl Generator<'_> {
    pub(super) fn class_pattern(
        &mut self,
        location: Location,
        class: &Expression,
        patterns: &[Pattern],
        (names, keyword_patterns): (&[String], &[Pattern]),
        state: &mut State,
    ) -> Done {
        check_names(names, keyword_patterns)?;
        self.expression(class)?;
        self.load_texts(location, names.iter().map(String::as_str));
        self.op_count(location, Opcode::MatchClass, patterns.len());
        self.op_arg(location, Opcode::Copy, 1);
        self.load_none(location);
        self.op_arg(location, Opcode::IsOp, 1);
        state.on_top += 1;
        self.jump_to_failure(location, state, Opcode::PopJumpIfFalse);
        let count = patterns.len() + names.len();
        self.op_count(location, Opcode::UnpackSequence, count);
        state.on_top = state.on_top + count - 1;
        for pattern in patterns.iter().chain(keyword_patterns) {
            state.on_top -= 1;
            if is_wildcard(pattern) {
                self.op(location, Opcode::PopTop);
            } else {
                self.subpattern(pattern, state)?;
            }
        }
        Ok(())
    }
}

fn check_names(names: &[String], patterns: &[Pattern]) -> Done {
    for (index, (name, pattern)) in names.iter().zip(patterns).enumerate() {
        Generator::check_name(name, pattern.span.into(), Context::Store)?;
        let mut later = names.iter().zip(patterns).skip(index + 1);
        if let Some((_, other)) = later.find(|(other, _)| *other == name) {
            let message = format!("attribute name repeated in class pattern: {name}");
            return Err(Location::from(other.span).error(message));
        }
    }
    Ok(())
}
