//! The first walk over expressions.

use super::{BlockKey, BlockKind, Builder, ComprehensionKind, Flags};
use crate::ast::{Context, Expression, ExpressionKind};
use crate::diagnostic::Diagnostic;
use crate::location::Location;

type Done = Result<(), Diagnostic>;

impl Builder {
    pub(super) fn expressions(&mut self, nodes: &[Expression]) -> Done {
        nodes.iter().try_for_each(|node| self.expression(node))
    }

    pub(super) fn optional(&mut self, node: Option<&Expression>) -> Done {
        node.map_or(Ok(()), |node| self.expression(node))
    }

    pub(super) fn expression(&mut self, node: &Expression) -> Done {
        let location = Location::from(node.span);
        match &node.kind {
            ExpressionKind::NamedExpr { target, value } => {
                self.refuse_in_annotation("named expression", location)?;
                self.named_expression(node, target, value)
            }
            ExpressionKind::BoolOp { values, .. }
            | ExpressionKind::Set(values)
            | ExpressionKind::JoinedStr(values)
            | ExpressionKind::List { elts: values, .. }
            | ExpressionKind::Tuple { elts: values, .. } => self.expressions(values),
            ExpressionKind::BinOp { left, right, .. } => {
                self.expression(left)?;
                self.expression(right)
            }
            ExpressionKind::UnaryOp { operand: value, .. }
            | ExpressionKind::Attribute { value, .. }
            | ExpressionKind::Starred { value, .. } => self.expression(value),
            ExpressionKind::Lambda { args, body } => {
                if self.current().can_see_class_scope {
                    return Err(location.error("Cannot use lambda in annotation scope within class scope"));
                }
                self.defaults(args)?;
                self.enter(BlockKind::Function, BlockKey::node(node), location);
                self.arguments(args)?;
                self.expression(body)?;
                self.leave();
                Ok(())
            }
            ExpressionKind::IfExp { test, body, orelse } => {
                self.expression(test)?;
                self.expression(body)?;
                self.expression(orelse)
            }
            ExpressionKind::Dict { keys, values } => {
                keys.iter().flatten().try_for_each(|key| self.expression(key))?;
                self.expressions(values)
            }
            ExpressionKind::Compare { left, comparators, .. } => {
                self.expression(left)?;
                self.expressions(comparators)
            }
            ExpressionKind::Call { func, args, keywords } => {
                self.expression(func)?;
                self.expressions(args)?;
                keywords.iter().try_for_each(|keyword| self.expression(&keyword.value))
            }
            ExpressionKind::FormattedValue { value, format_spec, .. } => {
                self.expression(value)?;
                self.optional(format_spec.as_deref())
            }
            ExpressionKind::Constant(_) => Ok(()),
            ExpressionKind::Subscript { value, slice, .. } => {
                self.expression(value)?;
                self.expression(slice)
            }
            ExpressionKind::Slice { lower, upper, step } => {
                self.optional(lower.as_deref())?;
                self.optional(upper.as_deref())?;
                self.optional(step.as_deref())
            }
            ExpressionKind::Name { id, ctx } => self.name(id, *ctx, location),
            _ => self.comprehension_or_pause(node, location),
        }
    }

    /// Comprehensions, and what makes a function a generator or coroutine.
    fn comprehension_or_pause(&mut self, node: &Expression, location: Location) -> Done {
        match &node.kind {
            ExpressionKind::ListComp { elt, generators } => {
                self.comprehension(node, ComprehensionKind::List, generators, elt, None)
            }
            ExpressionKind::SetComp { elt, generators } => {
                self.comprehension(node, ComprehensionKind::Set, generators, elt, None)
            }
            ExpressionKind::DictComp { key, value, generators } => {
                self.comprehension(node, ComprehensionKind::Dict, generators, key, Some(value))
            }
            ExpressionKind::GeneratorExp { elt, generators } => {
                self.comprehension(node, ComprehensionKind::Generator, generators, elt, None)
            }
            ExpressionKind::Yield(value) => {
                self.refuse_in_annotation("yield expression", location)?;
                self.optional(value.as_deref())?;
                self.mark_generator(location)
            }
            ExpressionKind::YieldFrom(value) => {
                self.refuse_in_annotation("yield expression", location)?;
                self.expression(value)?;
                self.mark_generator(location)
            }
            ExpressionKind::Await(value) => {
                self.refuse_in_annotation("await expression", location)?;
                self.expression(value)?;
                self.current().coroutine = true;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn name(&mut self, id: &str, ctx: Context, location: Location) -> Done {
        let flags = if ctx == Context::Load { Flags::USE } else { Flags::LOCAL };
        self.define(id, flags, location)?;
        // Using `super` counts as using the class it works on.
        if ctx == Context::Load && id == "super" && self.current().is_function_like() {
            self.define("__class__", Flags::USE, location)?;
        }
        Ok(())
    }

    fn mark_generator(&mut self, location: Location) -> Done {
        let scope = self.current();
        scope.generator = true;
        let place = match scope.comprehension {
            None => return Ok(()),
            Some(ComprehensionKind::List) => "list comprehension",
            Some(ComprehensionKind::Set) => "set comprehension",
            Some(ComprehensionKind::Dict) => "dict comprehension",
            Some(ComprehensionKind::Generator) => "generator expression",
        };
        Err(location.error(format!("'yield' inside {place}")))
    }

    fn refuse_in_annotation(&mut self, what: &str, location: Location) -> Done {
        let place = match self.current().kind {
            BlockKind::Annotation => "an annotation",
            BlockKind::TypeVarBound => "a TypeVar bound",
            BlockKind::TypeAlias => "a type alias",
            BlockKind::TypeParameters => "the definition of a generic",
            _ => return Ok(()),
        };
        Err(location.error(format!("{what} cannot be used within {place}")))
    }
}
