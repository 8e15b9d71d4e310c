//! The first walk over annotations and type parameters (PEP 695).

use super::{BlockKey, BlockKind, Builder, Flags};
use crate::ast::{Expression, FunctionDef, Parameter, TypeParameter, TypeParameterKind};
use crate::diagnostic::Diagnostic;
use crate::location::Location;

type Done = Result<(), Diagnostic>;

impl Builder {
    pub(super) fn enter_type_parameters(&mut self, parameters: &[TypeParameter], location: Location) -> Done {
        let in_class = self.current().kind == BlockKind::Class;
        self.enter(BlockKind::TypeParameters, BlockKey::type_parameters(parameters), location);
        if in_class {
            self.current().can_see_class_scope = true;
            self.define("__classdict__", Flags::USE, location)?;
        }
        Ok(())
    }

    pub(super) fn type_parameters(&mut self, parameters: &[TypeParameter]) -> Done {
        parameters.iter().try_for_each(|parameter| self.type_parameter(parameter))
    }

    fn type_parameter(&mut self, parameter: &TypeParameter) -> Done {
        let location = Location::from(parameter.span);
        self.define(&parameter.name, Flags::TYPE_PARAMETER.with(Flags::LOCAL), location)?;
        if let TypeParameterKind::TypeVar { bound: Some(bound) } = &parameter.kind {
            let in_class = self.current().can_see_class_scope;
            self.enter(BlockKind::TypeVarBound, BlockKey::bound(parameter), location);
            self.current().can_see_class_scope = in_class;
            if in_class {
                self.define("__classdict__", Flags::USE, bound.span.into())?;
            }
            self.expression(bound)?;
            self.leave();
        }
        Ok(())
    }

    pub(super) fn annotation(&mut self, annotation: &Expression) -> Done {
        self.in_annotation_block(annotation.span.into(), |builder| builder.expression(annotation))
    }

    /// The annotations of a function, in the order they are evaluated.
    pub(super) fn signature_annotations(&mut self, node: &FunctionDef) -> Done {
        let args = &node.args;
        self.in_annotation_block(Location::NONE, |builder| {
            builder.parameter_annotations(&args.posonlyargs)?;
            builder.parameter_annotations(&args.args)?;
            for parameter in args.vararg.iter().chain(&args.kwarg) {
                builder.optional(parameter.annotation.as_deref())?;
            }
            builder.parameter_annotations(&args.kwonlyargs)
        })?;
        node.returns.as_deref().map_or(Ok(()), |returns| self.annotation(returns))
    }

    fn parameter_annotations(&mut self, parameters: &[Parameter]) -> Done {
        parameters.iter().try_for_each(|parameter| self.optional(parameter.annotation.as_deref()))
    }

    /// Annotations kept as text are looked at in a block apart, so that they bind and use nothing.
    fn in_annotation_block(&mut self, location: Location, visit: impl FnOnce(&mut Self) -> Done) -> Done {
        if !self.features.annotations {
            return visit(self);
        }
        // No one asks for this block again, so any key that is nobody's will do.
        let key = BlockKey::Bound(self.table.scopes.len());
        self.enter(BlockKind::Annotation, key, location);
        visit(self)?;
        self.leave();
        Ok(())
    }
}
