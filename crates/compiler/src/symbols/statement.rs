//! The first walk over statements.

use super::{BlockKey, BlockKind, Builder, Flags, ScopeId};
use crate::ast::{
    Alias, Arguments, ClassDef, ExceptHandler, Expression, ExpressionKind, FunctionDef, MatchCase, Pattern,
    PatternKind, Statement, StatementKind, Try, TypeParameter, WithItem,
};
use crate::diagnostic::Diagnostic;
use crate::location::Location;

type Done = Result<(), Diagnostic>;

impl Builder {
    pub(super) fn statement(&mut self, statement: &Statement) -> Done {
        let location = Location::from(statement.span);
        match &statement.kind {
            StatementKind::FunctionDef(function) => self.function(function, location, false),
            StatementKind::AsyncFunctionDef(function) => self.function(function, location, true),
            StatementKind::ClassDef(class) => self.class(class, location),
            StatementKind::TypeAlias { name, type_params, value } => {
                self.type_alias(statement, name, type_params, value)
            }
            StatementKind::Return(value) => self.optional(value.as_deref()),
            StatementKind::Delete(targets) => self.expressions(targets),
            StatementKind::Assign { targets, value } => {
                self.expressions(targets)?;
                self.expression(value)
            }
            StatementKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated_assignment(target, value.is_some(), *simple, location)?;
                self.annotation(annotation)?;
                self.optional(value.as_deref())
            }
            StatementKind::AugAssign { target, value, .. } => {
                self.expression(target)?;
                self.expression(value)
            }
            StatementKind::For(node) | StatementKind::AsyncFor(node) => {
                self.expression(&node.target)?;
                self.expression(&node.iter)?;
                self.statements(&node.body)?;
                self.statements(&node.orelse)
            }
            StatementKind::While { test, body, orelse } | StatementKind::If { test, body, orelse } => {
                self.expression(test)?;
                self.statements(body)?;
                self.statements(orelse)
            }
            StatementKind::Match { subject, cases } => {
                self.expression(subject)?;
                cases.iter().try_for_each(|case| self.case(case))
            }
            StatementKind::Raise { exc, cause } => {
                self.optional(exc.as_deref())?;
                self.optional(cause.as_deref())
            }
            StatementKind::Try(node) | StatementKind::TryStar(node) => self.try_statement(node),
            StatementKind::Assert { test, msg } => {
                self.expression(test)?;
                self.optional(msg.as_deref())
            }
            StatementKind::Import(names) | StatementKind::ImportFrom { names, .. } => {
                names.iter().try_for_each(|name| self.alias(name))
            }
            StatementKind::Global(names) => self.directive(names, Flags::GLOBAL, "global", location),
            StatementKind::Nonlocal(names) => self.directive(names, Flags::NONLOCAL, "nonlocal", location),
            StatementKind::Expr(value) => self.expression(value),
            StatementKind::Pass | StatementKind::Break | StatementKind::Continue => Ok(()),
            StatementKind::With { items, body } | StatementKind::AsyncWith { items, body } => {
                items.iter().try_for_each(|item| self.with_item(item))?;
                self.statements(body)
            }
        }
    }

    fn function(&mut self, node: &FunctionDef, location: Location, is_async: bool) -> Done {
        self.define(&node.name, Flags::LOCAL, location)?;
        self.defaults(&node.args)?;
        self.expressions(&node.decorators)?;
        let generic = !node.type_params.is_empty();
        if generic {
            self.enter_type_parameters(&node.type_params, location)?;
            // The parser makes a list of defaults even where it is empty, so the parameter is always there.
            self.define(".defaults", Flags::PARAMETER, location)?;
            if node.args.kw_defaults.iter().any(Option::is_some) {
                self.define(".kwdefaults", Flags::PARAMETER, location)?;
            }
            self.type_parameters(&node.type_params)?;
        }
        let annotations = ScopeId(self.table.scopes.len());
        self.signature_annotations(node)?;
        self.enter(BlockKind::Function, BlockKey::node(node), location);
        if self.features.annotations {
            // The block of the annotations is entered under the same key as the function's.
            self.table.scope_mut(annotations).forget();
        }
        self.current().coroutine = is_async;
        self.arguments(&node.args)?;
        self.statements(&node.body)?;
        self.leave();
        if generic {
            self.leave();
        }
        Ok(())
    }

    fn class(&mut self, node: &ClassDef, location: Location) -> Done {
        self.define(&node.name, Flags::LOCAL, location)?;
        self.expressions(&node.decorators)?;
        let generic = !node.type_params.is_empty();
        let outer = self.private.clone();
        if generic {
            self.enter_type_parameters(&node.type_params, location)?;
            self.define(".type_params", Flags::LOCAL.with(Flags::USE), location)?;
            self.private = Some(node.name.as_str().into());
            self.define(".generic_base", Flags::LOCAL.with(Flags::USE), location)?;
            self.type_parameters(&node.type_params)?;
        }
        self.expressions(&node.bases)?;
        node.keywords.iter().try_for_each(|keyword| self.expression(&keyword.value))?;
        self.enter(BlockKind::Class, BlockKey::node(node), location);
        self.private = Some(node.name.as_str().into());
        if generic {
            self.define("__type_params__", Flags::LOCAL, location)?;
            self.define(".type_params", Flags::USE, location)?;
        }
        self.statements(&node.body)?;
        self.private = outer;
        self.leave();
        if generic {
            self.leave();
        }
        Ok(())
    }

    fn type_alias(
        &mut self,
        statement: &Statement,
        name: &Expression,
        parameters: &[TypeParameter],
        value: &Expression,
    ) -> Done {
        let location = Location::from(statement.span);
        self.expression(name)?;
        let in_class = self.current().kind == BlockKind::Class;
        if !parameters.is_empty() {
            self.enter_type_parameters(parameters, location)?;
            self.type_parameters(parameters)?;
        }
        self.enter(BlockKind::TypeAlias, BlockKey::node(statement), location);
        self.current().can_see_class_scope = in_class;
        if in_class {
            self.define("__classdict__", Flags::USE, value.span.into())?;
        }
        self.expression(value)?;
        self.leave();
        if !parameters.is_empty() {
            self.leave();
        }
        Ok(())
    }

    /// Defaults belong to the block around the function.
    pub(super) fn defaults(&mut self, arguments: &Arguments) -> Done {
        self.expressions(&arguments.defaults)?;
        arguments.kw_defaults.iter().flatten().try_for_each(|default| self.expression(default))
    }

    pub(super) fn arguments(&mut self, arguments: &Arguments) -> Done {
        for parameter in arguments.posonlyargs.iter().chain(&arguments.args).chain(&arguments.kwonlyargs) {
            self.define(&parameter.arg, Flags::PARAMETER, parameter.span.into())?;
        }
        if let Some(vararg) = &arguments.vararg {
            self.define(&vararg.arg, Flags::PARAMETER, vararg.span.into())?;
            self.current().varargs = true;
        }
        if let Some(kwarg) = &arguments.kwarg {
            self.define(&kwarg.arg, Flags::PARAMETER, kwarg.span.into())?;
            self.current().varkeywords = true;
        }
        Ok(())
    }

    fn annotated_assignment(&mut self, target: &Expression, has_value: bool, simple: bool, location: Location) -> Done {
        let ExpressionKind::Name { id, .. } = &target.kind else { return self.expression(target) };
        let mangled = self.mangled(id);
        let at_module = self.current_id().0 == 0;
        let flags = self.current().symbols.flags(&mangled);
        if simple && !at_module && (flags.has(Flags::GLOBAL) || flags.has(Flags::NONLOCAL)) {
            let word = if flags.has(Flags::GLOBAL) { "global" } else { "nonlocal" };
            return Err(location.error(format!("annotated name '{id}' can't be {word}")));
        }
        if simple {
            self.define(id, Flags::ANNOTATED.with(Flags::LOCAL), target.span.into())
        } else if has_value {
            self.define(id, Flags::LOCAL, target.span.into())
        } else {
            Ok(())
        }
    }

    fn directive(&mut self, names: &[String], flag: Flags, word: &str, location: Location) -> Done {
        for name in names {
            let mangled = self.mangled(name);
            let flags = self.current().symbols.flags(&mangled);
            let problem = if flags.has(Flags::PARAMETER) {
                Some(format!("name '{name}' is parameter and {word}"))
            } else if flags.has(Flags::USE) {
                Some(format!("name '{name}' is used prior to {word} declaration"))
            } else if flags.has(Flags::ANNOTATED) {
                Some(format!("annotated name '{name}' can't be {word}"))
            } else if flags.has(Flags::LOCAL) {
                Some(format!("name '{name}' is assigned to before {word} declaration"))
            } else {
                None
            };
            if let Some(message) = problem {
                return Err(location.error(message));
            }
            self.define(name, flag, location)?;
            self.direct(name, location);
        }
        Ok(())
    }

    fn alias(&mut self, alias: &Alias) -> Done {
        let location = Location::from(alias.span);
        let name = alias.asname.as_deref().unwrap_or(&alias.name);
        if name == "*" {
            if self.current().kind != BlockKind::Module {
                return Err(location.error("import * only allowed at module level"));
            }
            return Ok(());
        }
        let bound = name.split('.').next().unwrap_or(name);
        self.define(bound, Flags::IMPORT, location)
    }

    fn try_statement(&mut self, node: &Try) -> Done {
        self.statements(&node.body)?;
        node.handlers.iter().try_for_each(|handler| self.handler(handler))?;
        self.statements(&node.orelse)?;
        self.statements(&node.finalbody)
    }

    fn handler(&mut self, handler: &ExceptHandler) -> Done {
        self.optional(handler.type_.as_ref())?;
        if let Some(name) = &handler.name {
            self.define(name, Flags::LOCAL, handler.span.into())?;
        }
        self.statements(&handler.body)
    }

    fn with_item(&mut self, item: &WithItem) -> Done {
        self.expression(&item.context)?;
        self.optional(item.vars.as_ref())
    }

    fn case(&mut self, case: &MatchCase) -> Done {
        self.pattern(&case.pattern)?;
        self.optional(case.guard.as_ref())?;
        self.statements(&case.body)
    }

    fn pattern(&mut self, pattern: &Pattern) -> Done {
        let location = Location::from(pattern.span);
        let captured = match &pattern.kind {
            PatternKind::Value(value) => return self.expression(value),
            PatternKind::Singleton(_) => None,
            PatternKind::Sequence(patterns) | PatternKind::Or(patterns) => {
                return patterns.iter().try_for_each(|pattern| self.pattern(pattern));
            }
            PatternKind::Star(name) => name.as_ref(),
            PatternKind::Mapping { keys, patterns, rest } => {
                self.expressions(keys)?;
                patterns.iter().try_for_each(|pattern| self.pattern(pattern))?;
                rest.as_ref()
            }
            PatternKind::Class { cls, patterns, kwd_patterns, .. } => {
                self.expression(cls)?;
                return patterns.iter().chain(kwd_patterns).try_for_each(|pattern| self.pattern(pattern));
            }
            PatternKind::As { pattern, name } => {
                if let Some(pattern) = pattern {
                    self.pattern(pattern)?;
                }
                name.as_ref()
            }
        };
        captured.map_or(Ok(()), |name| self.define(name, Flags::LOCAL, location))
    }
}
