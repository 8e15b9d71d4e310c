//! Expressions.

use std::rc::Rc;

use super::node::{Node, Shape};
use super::recogniser::{Found, Parse, Recogniser, Rule, alternatives, must, need};
use crate::prescan::TokenKind;

impl Recogniser<'_> {
    /// A node for `first` and what came with it by commas: a tuple if there was a comma.
    fn maybe_tuple(&mut self, item: fn(&mut Self) -> Found) -> Found {
        let start = self.mark;
        let mut items = need!(self.comma_separated(item));
        let comma = self.take(",");
        match items.pop() {
            Some(only) if items.is_empty() && !comma => Ok(Some(only)),
            last => {
                items.extend(last);
                self.node(Shape::Tuple, start, items)
            }
        }
    }

    pub(super) fn expressions(&mut self) -> Found {
        self.maybe_tuple(Self::expression)
    }

    pub(super) fn star_expressions(&mut self) -> Found {
        self.maybe_tuple(Self::star_expression)
    }

    pub(super) fn star_expression(&mut self) -> Found {
        self.remembered(Rule::StarExpression, |this| {
            alternatives!(this, Self::starred_bitwise_or);
            this.expression()
        })
    }

    fn starred_bitwise_or(&mut self) -> Found {
        let start = self.mark;
        must!(self.take("*"));
        let value = need!(self.bitwise_or());
        self.node(Shape::Starred, start, vec![value])
    }

    pub(super) fn starred_expression(&mut self) -> Found {
        let start = self.mark;
        must!(self.take("*"));
        let value = need!(self.expression());
        if self.invalid && self.at("=") {
            self.attempt(|this| {
                this.advance();
                let assigned = need!(this.expression());
                this.raise::<()>(start, assigned.end, "cannot assign to iterable argument unpacking")
            })?;
        }
        self.node(Shape::Starred, start, vec![value])
    }

    pub(super) fn star_named_expression(&mut self) -> Found {
        alternatives!(self, Self::starred_bitwise_or);
        self.named_expression()
    }

    /// The items and whether a comma follows the last.
    pub(super) fn star_named_expressions(&mut self) -> Parse<Vec<Rc<Node>>> {
        let items = need!(self.comma_separated(Self::star_named_expression));
        self.take(",");
        Ok(Some(items))
    }

    pub(super) fn assignment_expression(&mut self) -> Found {
        let start = self.mark;
        must!(self.take_name());
        must!(self.take(":="));
        need!(self.expression());
        self.node(Shape::Named, start, Vec::new())
    }

    pub(super) fn expression_no_walrus(&mut self) -> Found {
        let expression = need!(self.expression());
        must!(!self.at(":="));
        Ok(Some(expression))
    }

    pub(super) fn named_expression(&mut self) -> Found {
        alternatives!(self, Self::assignment_expression);
        if self.invalid {
            self.remembered(Rule::NamedExpression, Self::invalid_named_expression)?;
        }
        self.attempt(Self::expression_no_walrus)
    }

    fn invalid_named_expression(&mut self) -> Found {
        self.attempt(|this| {
            let target = need!(this.expression());
            must!(this.take(":="));
            need!(this.expression());
            this.raise_at::<()>(
                &target,
                format!("cannot use assignment expressions with {}", target.shape.words()),
            )
        })?;
        self.attempt(|this| {
            let start = this.mark;
            must!(this.take_name());
            must!(this.take("="));
            let value = need!(this.bitwise_or());
            must!(!this.at_any(&["=", ":="]));
            this.raise::<()>(
                start,
                value.end,
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
            )
        })?;
        self.attempt(|this| {
            must!(!this.ahead(Self::list)? && !this.ahead(Self::tuple)? && !this.ahead(Self::genexp)?);
            must!(!this.at_any(&["True", "None", "False"]));
            let target = need!(this.bitwise_or());
            must!(this.take("="));
            need!(this.bitwise_or());
            must!(!this.at_any(&["=", ":="]));
            this.raise_at::<()>(
                &target,
                format!(
                    "cannot assign to {} here. Maybe you meant '==' instead of '='?",
                    target.shape.words()
                ),
            )
        })?;
        Ok(None)
    }

    pub(super) fn expression(&mut self) -> Found {
        self.remembered(Rule::Expression, |this| {
            if this.invalid {
                this.attempt(Self::missing_comma)?;
                this.attempt(Self::missing_else)?;
                this.attempt(Self::lambda_in_field)?;
                this.attempt(Self::invalid_legacy_expression)?;
            }
            this.expression_without_mistakes()
        })
    }

    fn expression_without_mistakes(&mut self) -> Found {
        alternatives!(self, Self::conditional, Self::disjunction);
        self.lambdef()
    }

    fn conditional(&mut self) -> Found {
        let start = self.mark;
        need!(self.disjunction());
        must!(self.take("if"));
        need!(self.disjunction());
        must!(self.take("else"));
        need!(self.expression());
        self.node(Shape::Conditional, start, Vec::new())
    }

    /// Two expressions side by side within brackets.
    fn missing_comma(&mut self) -> Parse<()> {
        let start = self.mark;
        if self.at_name() {
            must!(!is_soft_keyword(self.text(self.mark)));
            self.advance();
            let string = self.is(TokenKind::String);
            self.mark = start;
            must!(!string);
        }
        let first = need!(self.disjunction());
        self.invalid = false;
        let second = self.attempt(Self::expression_without_mistakes);
        self.invalid = true;
        let second = need!(second);
        must!(!(first.shape == Shape::Name && is_legacy(self.text(first.start))));
        must!(self.token(self.mark - 1).level > 0);
        self.raise(first.start, second.end, "invalid syntax. Perhaps you forgot a comma?")
    }

    fn missing_else(&mut self) -> Parse<()> {
        let value = need!(self.disjunction());
        must!(self.take("if"));
        let condition = need!(self.disjunction());
        must!(!self.at_any(&["else", ":"]));
        self.raise(value.start, condition.end, "expected 'else' after 'if' expression")
    }

    fn lambda_in_field(&mut self) -> Parse<()> {
        let start = self.mark;
        must!(self.take("lambda"));
        self.attempt(Self::lambda_params)?;
        must!(self.take(":"));
        let end = self.mark;
        must!(self.is(TokenKind::FStringMiddle));
        self.raise(
            start,
            end,
            "f-string: lambda expressions are not allowed without parentheses",
        )
    }

    /// `print x` and `exec x`.
    fn invalid_legacy_expression(&mut self) -> Parse<()> {
        let start = self.mark;
        must!(self.take_name());
        must!(!self.at("("));
        let value = need!(self.star_expressions());
        let name = self.text(start);
        must!(is_legacy(name));
        self.raise(
            start,
            value.end,
            format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?"),
        )
    }

    pub(super) fn yield_expr(&mut self) -> Found {
        let start = self.mark;
        must!(self.take("yield"));
        let from = self.attempt(|this| {
            must!(this.take("from"));
            this.expression()
        })?;
        if from.is_none() {
            self.attempt(Self::star_expressions)?;
        }
        self.node(Shape::Yield, start, Vec::new())
    }

    pub(super) fn yield_or_star_expressions(&mut self) -> Found {
        alternatives!(self, Self::yield_expr);
        self.star_expressions()
    }

    fn lambdef(&mut self) -> Found {
        let start = self.mark;
        must!(self.take("lambda"));
        self.attempt(Self::lambda_params)?;
        must!(self.take(":"));
        need!(self.expression());
        self.node(Shape::Lambda, start, Vec::new())
    }
}

/// CPython compares only as many characters as the name has, so `c` and `typ` pass for soft keywords.
fn is_soft_keyword(name: &str) -> bool {
    ["_", "case", "match", "type"]
        .iter()
        .any(|keyword| keyword.starts_with(name))
}

fn is_legacy(name: &str) -> bool {
    matches!(name, "print" | "exec")
}
