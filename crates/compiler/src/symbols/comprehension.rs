//! The first walk over comprehensions, and assignment expressions in them.

use super::{BlockKey, BlockKind, Builder, ComprehensionKind, Flags, ScopeId};
use crate::ast::{Comprehension, Expression, ExpressionKind};
use crate::diagnostic::Diagnostic;
use crate::location::Location;

type Done = Result<(), Diagnostic>;

impl Builder {
    pub(super) fn comprehension(
        &mut self,
        node: &Expression,
        kind: ComprehensionKind,
        generators: &[Comprehension],
        element: &Expression,
        value: Option<&Expression>,
    ) -> Done {
        let location = Location::from(node.span);
        if self.current().can_see_class_scope {
            return Err(location.error("Cannot use comprehension in annotation scope within class scope"));
        }
        let Some((outermost, inner)) = generators.split_first() else { return Ok(()) };
        self.current().in_iterable += 1;
        self.expression(&outermost.iter)?;
        self.current().in_iterable -= 1;
        self.enter(BlockKind::Function, BlockKey::node(node), location);
        self.current().comprehension = Some(kind);
        self.current().coroutine = outermost.is_async;
        self.define(".0", Flags::PARAMETER, location)?;
        self.target(&outermost.target)?;
        self.expressions(&outermost.ifs)?;
        inner.iter().try_for_each(|generator| self.inner_generator(generator))?;
        self.optional(value)?;
        self.expression(element)?;
        let is_generator = kind == ComprehensionKind::Generator;
        self.current().generator = is_generator;
        let is_async = self.current().coroutine && !is_generator;
        self.leave();
        if is_async {
            self.current().coroutine = true;
        }
        Ok(())
    }

    fn inner_generator(&mut self, generator: &Comprehension) -> Done {
        self.target(&generator.target)?;
        self.current().in_iterable += 1;
        self.expression(&generator.iter)?;
        self.current().in_iterable -= 1;
        self.expressions(&generator.ifs)?;
        if generator.is_async {
            self.current().coroutine = true;
        }
        Ok(())
    }

    fn target(&mut self, target: &Expression) -> Done {
        self.current().in_target = true;
        self.expression(target)?;
        self.current().in_target = false;
        Ok(())
    }

    pub(super) fn named_expression(&mut self, node: &Expression, target: &Expression, value: &Expression) -> Done {
        if self.current().in_iterable > 0 {
            let message = "assignment expression cannot be used in a comprehension iterable expression";
            return Err(Location::from(node.span).error(message));
        }
        if self.current().comprehension.is_some() {
            self.bind_outside_comprehension(target)?;
        }
        self.expression(value)?;
        self.expression(target)
    }

    /// `:=` in a comprehension binds in the block around it.
    fn bind_outside_comprehension(&mut self, target: &Expression) -> Done {
        let ExpressionKind::Name { id, .. } = &target.kind else { return Ok(()) };
        let location = Location::from(target.span);
        for index in (0..self.stack.len()).rev() {
            let outer = self.stack[index];
            let scope = &self.table.scopes[outer.0];
            let flags = scope.symbols.flags(id);
            if scope.comprehension.is_some() {
                if flags.has(Flags::COMPREHENSION_TARGET) && flags.has(Flags::LOCAL) {
                    let message =
                        format!("assignment expression cannot rebind comprehension iteration variable '{id}'");
                    return Err(location.error(message));
                }
                continue;
            }
            let inner_flag = match scope.kind {
                BlockKind::Function if flags.has(Flags::GLOBAL) => (Flags::GLOBAL, Flags::LOCAL),
                BlockKind::Function => (Flags::NONLOCAL, Flags::LOCAL),
                BlockKind::Module => (Flags::GLOBAL, Flags::GLOBAL),
                kind => return Err(location.error(misplaced(kind))),
            };
            return self.bind_in_both(id, inner_flag, outer, location);
        }
        Ok(())
    }

    fn bind_in_both(&mut self, name: &str, flags: (Flags, Flags), outer: ScopeId, location: Location) -> Done {
        self.define(name, flags.0, location)?;
        self.direct(name, location);
        self.define_in(outer, name, flags.1, location)
    }
}

fn misplaced(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::TypeParameters => {
            "assignment expression within a comprehension cannot be used within the definition of a generic"
        }
        BlockKind::TypeAlias => "assignment expression within a comprehension cannot be used in a type alias",
        BlockKind::TypeVarBound => "assignment expression within a comprehension cannot be used in a TypeVar bound",
        _ => "assignment expression within a comprehension cannot be used in a class body",
    }
}
