//! Where a mistake is said to be: CPython's macros `RAISE_SYNTAX_ERROR…`.

use std::rc::Rc;

use super::node::{Node, Targets, invalid_target};
use super::recogniser::{Parse, Recogniser, must};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::prescan::TokenKind;

impl Recogniser<'_> {
    /// From the start of token `first` to the end of the one before `end`.
    pub(super) fn raise<T>(&self, first: usize, end: usize, message: impl Into<String>) -> Parse<T> {
        let place = self.places.between(self.token(first).start, self.token(end - 1).end);
        Err(Box::new(Diagnostic {
            message: message.into(),
            ..place
        }))
    }

    pub(super) fn raise_at<T>(&self, node: &Node, message: impl Into<String>) -> Parse<T> {
        self.raise(node.start, node.end, message)
    }

    pub(super) fn raise_at_token<T>(&self, token: usize, message: impl Into<String>) -> Parse<T> {
        Err(Box::new(self.at_token(token, message.into())))
    }

    /// At the last token looked at (`RAISE_SYNTAX_ERROR`).
    pub(super) fn raise_here<T>(&self, message: impl Into<String>) -> Parse<T> {
        let place = self.places.last_token(self.token(self.furthest));
        Err(Box::new(Diagnostic { message: message.into(), ..place }))
    }

    /// From token `first` to the end of the last token looked at.
    pub(super) fn raise_from<T>(&self, first: usize, message: impl Into<String>) -> Parse<T> {
        let start = self.places.token(self.token(first));
        let Diagnostic {
            end_line, end_column, ..
        } = self.places.token(self.token(self.furthest));
        Err(Box::new(Diagnostic {
            message: message.into(),
            end_line,
            end_column: end_column.saturating_sub(1),
            ..start
        }))
    }

    pub(super) fn raise_target<T>(&self, node: &Rc<Node>, targets: Targets) -> Parse<T> {
        let Some(wrong) = invalid_target(node, targets) else {
            return Ok(None);
        };
        let verb = if targets == Targets::Del { "delete" } else { "assign to" };
        self.raise_at(&wrong, format!("cannot {verb} {}", wrong.shape.words()))
    }

    /// `:` and a line end that no block follows; `statement` began at token `start`.
    pub(super) fn invalid_indent<T>(&mut self, start: usize, statement: &str) -> Parse<T> {
        must!(self.take(":"));
        must!(self.take_kind(TokenKind::Newline));
        must!(!self.is(TokenKind::Indent));
        let message = format!(
            "expected an indented block after {statement} on line {}",
            self.token(start).line
        );
        self.raise_indentation(message)
    }

    /// `RAISE_INDENTATION_ERROR`.
    pub(super) fn raise_indentation<T>(&self, message: String) -> Parse<T> {
        Err(Box::new(self.indentation(self.furthest, message)))
    }

    pub(super) fn indentation(&self, token: usize, message: String) -> Diagnostic {
        Diagnostic { kind: DiagnosticKind::Indentation, message, ..self.places.last_token(self.token(token)) }
    }

    /// A token that must come here, in the first pass already.
    pub(super) fn forced(&mut self, text: &str) -> Parse<()> {
        if self.take(text) {
            Ok(Some(()))
        } else {
            self.raise_at_token(self.mark, format!("expected '{text}'"))
        }
    }

    pub(super) fn at_token(&self, index: usize, message: String) -> Diagnostic {
        Diagnostic { message, ..self.places.token(self.token(index)) }
    }
}
