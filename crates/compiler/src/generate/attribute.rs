//! Attributes, subscripts, slices, and `super()` without an object (`LOAD_SUPER_ATTR`).

use super::assignment::{attribute_place, two_element_slice};
use super::{Done, Generator};
use crate::ast::{Context, Expression, ExpressionKind};
use crate::location::Location;
use crate::opcode::Opcode;
use crate::symbols::Resolution;

impl<'a> Generator<'a> {
    pub(super) fn attribute(&mut self, location: Location, value: &Expression, attr: &str, context: Context) -> Done {
        if context == Context::Load && self.is_plain_super(value, attr) {
            let two = self.load_super_arguments(value)?;
            self.load_super_attribute(location, attr, false, two);
            self.op(attribute_place(location, location, attr), Opcode::Nop);
            return Ok(());
        }
        self.expression(value)?;
        let place = attribute_place(location, location, attr);
        match context {
            Context::Load => self.load_attribute(place, attr, false),
            Context::Store => {
                Self::check_name(attr, place, context)?;
                self.plain_name(place, Opcode::StoreAttr, attr);
            }
            Context::Del => self.plain_name(place, Opcode::DeleteAttr, attr),
        }
        Ok(())
    }

    /// Whether `value` is a call of the builtin `super` whose object need not be made.
    pub(super) fn is_plain_super(&mut self, value: &Expression, attr: &str) -> bool {
        let ExpressionKind::Call { func, args, keywords } = &value.kind else { return false };
        let is_super = matches!(&func.kind, ExpressionKind::Name { id, .. } if id == "super");
        if !is_super || attr == "__class__" || !keywords.is_empty() {
            return false;
        }
        let shadowed = self.scope().resolution("super") != Resolution::GlobalImplicit
            || self.symbols.top().resolution("super") != Resolution::Unknown;
        if shadowed {
            return false;
        }
        match args.len() {
            2 => !args.iter().any(super::assignment::is_starred),
            0 => {
                let unit = self.unit();
                (unit.argcount > 0 || unit.posonlyargcount > 0) && self.reference_kind("__class__") == Resolution::Free
            }
            _ => false,
        }
    }

    /// Pushes `super`, the class and the object; tells whether the program gave them.
    pub(super) fn load_super_arguments(&mut self, call: &Expression) -> Result<bool, crate::diagnostic::Diagnostic> {
        let location = Location::from(call.span);
        let ExpressionKind::Call { func, args, .. } = &call.kind else { return Ok(false) };
        self.name_op(func.span.into(), "super", Context::Load)?;
        if !args.is_empty() {
            self.expressions(args)?;
            return Ok(true);
        }
        self.name_op(location, "__class__", Context::Load)?;
        let first = self.unit().varnames.names().first().cloned();
        if let Some(first) = first {
            self.name_op(location, &first, Context::Load)?;
        }
        Ok(false)
    }

    pub(super) fn subscript(
        &mut self,
        location: Location,
        value: &Expression,
        slice: &Expression,
        context: Context,
    ) -> Done {
        if context == Context::Load {
            self.warn_of_subscript(value, slice);
        }
        self.expression(value)?;
        if let Some((lower, upper)) = two_element_slice(slice).filter(|_| context != Context::Del) {
            self.slice_bounds(slice.span.into(), lower, upper)?;
            let is_load = context == Context::Load;
            self.op(location, if is_load { Opcode::BinarySlice } else { Opcode::StoreSlice });
            return Ok(());
        }
        self.expression(slice)?;
        let opcode = match context {
            Context::Load => Opcode::BinarySubscr,
            Context::Store => Opcode::StoreSubscr,
            Context::Del => Opcode::DeleteSubscr,
        };
        self.op(location, opcode);
        Ok(())
    }

    pub(super) fn slice(
        &mut self,
        location: Location,
        lower: Option<&Expression>,
        upper: Option<&Expression>,
        step: Option<&Expression>,
    ) -> Done {
        self.slice_bounds(location, lower, upper)?;
        if let Some(step) = step {
            self.expression(step)?;
        }
        self.op_arg(location, Opcode::BuildSlice, if step.is_some() { 3 } else { 2 });
        Ok(())
    }
}
