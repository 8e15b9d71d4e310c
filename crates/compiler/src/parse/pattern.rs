//! Patterns of `match`.

use ruff_python_ast as syntax;

use super::Lowering;
use crate::ast::{Constant, Pattern, PatternKind};

impl Lowering<'_> {
    pub(super) fn pattern(&mut self, pattern: &syntax::Pattern) -> Pattern {
        let span = self.positions.span(pattern);
        let kind = match pattern {
            syntax::Pattern::MatchValue(it) => PatternKind::Value(self.boxed(&it.value)),
            syntax::Pattern::MatchSingleton(it) => PatternKind::Singleton(match it.value {
                syntax::Singleton::None => Constant::None,
                syntax::Singleton::True => Constant::True,
                syntax::Singleton::False => Constant::False,
            }),
            syntax::Pattern::MatchSequence(it) => PatternKind::Sequence(self.patterns(&it.patterns)),
            syntax::Pattern::MatchMapping(it) => PatternKind::Mapping {
                keys: self.expressions(&it.keys),
                patterns: self.patterns(&it.patterns),
                rest: it.rest.as_ref().map(|name| name.id.to_string()),
            },
            syntax::Pattern::MatchClass(it) => PatternKind::Class {
                cls: self.boxed(&it.cls),
                patterns: self.patterns(&it.arguments.patterns),
                kwd_attrs: it
                    .arguments
                    .keywords
                    .iter()
                    .map(|keyword| keyword.attr.id.to_string())
                    .collect(),
                kwd_patterns: it
                    .arguments
                    .keywords
                    .iter()
                    .map(|keyword| self.pattern(&keyword.pattern))
                    .collect(),
            },
            syntax::Pattern::MatchStar(it) => PatternKind::Star(it.name.as_ref().map(|name| name.id.to_string())),
            syntax::Pattern::MatchAs(it) => PatternKind::As {
                pattern: it.pattern.as_deref().map(|inner| Box::new(self.pattern(inner))),
                name: it.name.as_ref().map(|name| name.id.to_string()),
            },
            syntax::Pattern::MatchOr(it) => PatternKind::Or(self.patterns(&it.patterns)),
        };
        Pattern { kind, span }
    }

    fn patterns(&mut self, patterns: &[syntax::Pattern]) -> Vec<Pattern> {
        patterns.iter().map(|it| self.pattern(it)).collect()
    }
}
