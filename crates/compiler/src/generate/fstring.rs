//! f-strings.

use super::display::STACK_USE;
use super::{Done, Generator};
use crate::ast::Expression;
use crate::location::Location;
use crate::opcode::Opcode;

impl Generator<'_> {
    pub(super) fn joined_str(&mut self, location: Location, values: &[Expression]) -> Done {
        if values.len() > STACK_USE {
            self.load_empty_text(location);
            self.load_attribute(location, "join", true);
            self.op_arg(location, Opcode::BuildList, 0);
            for value in values {
                self.expression(value)?;
                self.op_arg(location, Opcode::ListAppend, 1);
            }
            self.op_arg(location, Opcode::Call, 1);
            return Ok(());
        }
        self.expressions(values)?;
        if values.len() != 1 {
            self.op_count(location, Opcode::BuildString, values.len());
        }
        Ok(())
    }

    /// The argument of `FORMAT_VALUE`: which conversion, and bit 2 for a format specification on the stack.
    pub(super) fn formatted_value(
        &mut self,
        location: Location,
        value: &Expression,
        conversion: Option<char>,
        format_spec: Option<&Expression>,
    ) -> Done {
        self.expression(value)?;
        let mut argument = match conversion {
            Some('s') => 1,
            Some('r') => 2,
            Some('a') => 3,
            _ => 0,
        };
        if let Some(format_spec) = format_spec {
            self.expression(format_spec)?;
            argument |= 4;
        }
        self.op_arg(location, Opcode::FormatValue, argument);
        Ok(())
    }
}
