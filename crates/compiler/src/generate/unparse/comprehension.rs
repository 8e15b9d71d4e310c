//! Comprehensions as text.

use super::Writer;
use super::operator::Precedence;
use crate::ast::{Comprehension, Expression, ExpressionKind};

impl Writer {
    pub(super) fn comprehension(&mut self, node: &Expression) {
        match &node.kind {
            ExpressionKind::ListComp { elt, generators } => self.collected("[", elt, None, generators, "]"),
            ExpressionKind::SetComp { elt, generators } => self.collected("{", elt, None, generators, "}"),
            ExpressionKind::GeneratorExp { elt, generators } => self.collected("(", elt, None, generators, ")"),
            ExpressionKind::DictComp { key, value, generators } => {
                self.collected("{", key, Some(value), generators, "}");
            }
            _ => {}
        }
    }

    fn collected(
        &mut self,
        open: &str,
        element: &Expression,
        value: Option<&Expression>,
        generators: &[Comprehension],
        close: &str,
    ) {
        self.push(open);
        self.expression(element, Precedence::Test);
        if let Some(value) = value {
            self.push(": ");
            self.expression(value, Precedence::Test);
        }
        for generator in generators {
            self.push(if generator.is_async { " async for " } else { " for " });
            self.expression(&generator.target, Precedence::Tuple);
            self.push(" in ");
            self.expression(&generator.iter, Precedence::Or);
            for test in &generator.ifs {
                self.push(" if ");
                self.expression(test, Precedence::Or);
            }
        }
        self.push(close);
    }
}
