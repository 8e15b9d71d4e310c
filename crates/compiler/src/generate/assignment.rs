//! `=`, `+=` and its kin, annotated assignment, and targets that unpack.

use super::unit::UnitKind;
use super::{Done, Generator};
use crate::ast::{BinaryOperator, Context, Expression, ExpressionKind};
use crate::location::Location;
use crate::opcode::Opcode;

impl<'a> Generator<'a> {
    pub(super) fn assignment(&mut self, location: Location, targets: &[Expression], value: &Expression) -> Done {
        self.expression(value)?;
        for (index, target) in targets.iter().enumerate() {
            if index + 1 < targets.len() {
                self.op_arg(location, Opcode::Copy, 1);
            }
            self.expression(target)?;
        }
        Ok(())
    }

    pub(super) fn augmented_assignment(
        &mut self,
        location: Location,
        target: &Expression,
        op: BinaryOperator,
        value: &Expression,
    ) -> Done {
        let place = Location::from(target.span);
        match &target.kind {
            ExpressionKind::Attribute { value, attr, .. } => {
                self.expression(value)?;
                self.op_arg(place, Opcode::Copy, 1);
                self.load_attribute(attribute_place(place, place, attr), attr, false);
            }
            ExpressionKind::Subscript { value, slice, .. } => {
                self.expression(value)?;
                if let Some((lower, upper)) = two_element_slice(slice) {
                    self.slice_bounds(slice.span.into(), lower, upper)?;
                    for _ in 0..3 {
                        self.op_arg(place, Opcode::Copy, 3);
                    }
                    self.op(place, Opcode::BinarySlice);
                } else {
                    self.expression(slice)?;
                    self.op_arg(place, Opcode::Copy, 2);
                    self.op_arg(place, Opcode::Copy, 2);
                    self.op(place, Opcode::BinarySubscr);
                }
            }
            ExpressionKind::Name { id, .. } => self.name_op(place, id, Context::Load)?,
            _ => return Err(place.error("illegal expression for augmented assignment")),
        }
        self.expression(value)?;
        self.binary(location, op, true);
        self.store_back(place, target)
    }

    /// The second half of an augmented assignment.
    fn store_back(&mut self, place: Location, target: &Expression) -> Done {
        match &target.kind {
            ExpressionKind::Attribute { attr, .. } => {
                let place = attribute_place(place, place, attr);
                self.op_arg(place, Opcode::Swap, 2);
                self.plain_name(place, Opcode::StoreAttr, attr);
            }
            ExpressionKind::Subscript { slice, .. } if two_element_slice(slice).is_some() => {
                for depth in [4, 3, 2] {
                    self.op_arg(place, Opcode::Swap, depth);
                }
                self.op(place, Opcode::StoreSlice);
            }
            ExpressionKind::Subscript { .. } => {
                self.op_arg(place, Opcode::Swap, 3);
                self.op_arg(place, Opcode::Swap, 2);
                self.op(place, Opcode::StoreSubscr);
            }
            ExpressionKind::Name { id, .. } => self.name_op(place, id, Context::Store)?,
            _ => {}
        }
        Ok(())
    }

    pub(super) fn annotated_assignment(
        &mut self,
        location: Location,
        target: &Expression,
        annotation: &Expression,
        value: Option<&Expression>,
        simple: bool,
    ) -> Done {
        if let Some(value) = value {
            self.expression(value)?;
            self.expression(target)?;
        }
        let evaluates = matches!(self.unit().kind, UnitKind::Module | UnitKind::Class);
        match &target.kind {
            ExpressionKind::Name { id, .. } => {
                Self::check_name(id, location, Context::Store)?;
                if simple && evaluates {
                    self.annotation(annotation)?;
                    self.plain_name(location, Opcode::LoadName, "__annotations__");
                    let mangled = self.mangled(id);
                    self.load_text(location, &mangled);
                    self.op(location, Opcode::StoreSubscr);
                }
            }
            ExpressionKind::Attribute { value: object, attr, .. } => {
                Self::check_name(attr, location, Context::Store)?;
                if value.is_none() {
                    self.evaluate_and_drop(object)?;
                }
            }
            ExpressionKind::Subscript { value: object, slice, .. } => {
                if value.is_none() {
                    self.evaluate_and_drop(object)?;
                    self.evaluate_subscript(slice)?;
                }
            }
            _ => return Err(location.error("only single target (not tuple) can be annotated")),
        }
        if !simple && evaluates && !self.features.annotations {
            self.evaluate_and_drop(annotation)?;
        }
        Ok(())
    }

    fn evaluate_and_drop(&mut self, value: &Expression) -> Done {
        self.expression(value)?;
        self.op(value.span.into(), Opcode::PopTop);
        Ok(())
    }

    fn evaluate_subscript(&mut self, slice: &Expression) -> Done {
        match &slice.kind {
            ExpressionKind::Slice { lower, upper, step } => {
                let mut parts = [lower, upper, step].into_iter().flatten();
                parts.try_for_each(|part| self.evaluate_and_drop(part))
            }
            ExpressionKind::Tuple { elts, .. } => elts.iter().try_for_each(|item| self.evaluate_subscript(item)),
            _ => self.evaluate_and_drop(slice),
        }
    }

    /// Takes a sequence apart and binds its items.
    pub(super) fn unpack(&mut self, location: Location, targets: &[Expression]) -> Done {
        let mut starred = targets.iter().enumerate().filter(|(_, target)| is_starred(target));
        match (starred.next(), starred.next()) {
            (Some(_), Some(_)) => return Err(location.error("multiple starred expressions in assignment")),
            (Some((before, _)), None) => {
                let after = targets.len() - before - 1;
                if before >= 1 << 8 || after >= 1 << 23 {
                    return Err(location.error("too many expressions in star-unpacking assignment"));
                }
                self.op_count(location, Opcode::UnpackEx, before + (after << 8));
            }
            _ => self.op_count(location, Opcode::UnpackSequence, targets.len()),
        }
        for target in targets {
            match &target.kind {
                ExpressionKind::Starred { value, .. } => self.expression(value)?,
                _ => self.expression(target)?,
            }
        }
        Ok(())
    }

    /// The two bounds of a slice; a missing one is `None`.
    pub(super) fn slice_bounds(
        &mut self,
        location: Location,
        lower: Option<&Expression>,
        upper: Option<&Expression>,
    ) -> Done {
        for bound in [lower, upper] {
            match bound {
                Some(bound) => self.expression(bound)?,
                None => self.load_none(location),
            }
        }
        Ok(())
    }
}

pub(super) fn is_starred(expression: &Expression) -> bool {
    matches!(expression.kind, ExpressionKind::Starred { .. })
}

/// The bounds of `lower:upper` without a step: such slices are never made into objects.
pub(super) fn two_element_slice(slice: &Expression) -> Option<(Option<&Expression>, Option<&Expression>)> {
    match &slice.kind {
        ExpressionKind::Slice { lower, upper, step: None } => Some((lower.as_deref(), upper.as_deref())),
        _ => None,
    }
}

/// The place of an instruction about the attribute `name`, whose node ends at `attribute`: if that is on a later
/// line than `location` starts, the place starts at the attribute's own name.
pub(super) fn attribute_place(location: Location, attribute: Location, name: &str) -> Location {
    if location.line == attribute.end_line {
        return location;
    }
    let mut place = Location { line: attribute.end_line, ..location };
    let length = i32::try_from(name.chars().count()).unwrap_or(i32::MAX);
    if length <= attribute.end_column {
        place.column = attribute.end_column - length;
    } else {
        (place.column, place.end_column) = (-1, -1);
    }
    place.end_line = place.end_line.max(place.line);
    if place.line == place.end_line {
        place.end_column = place.end_column.max(place.column);
    }
    place
}
