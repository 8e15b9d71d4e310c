//! Operators, attributes, calls and subscripts.

use std::rc::Rc;

use super::node::Shape;
use super::recogniser::{Found, Parse, Recogniser, Rule, alternatives, must, need};
use crate::prescan::TokenKind;

/// Operators between two operands that nest to the left, with how tightly they bind.
fn precedence(operator: &str) -> Option<u8> {
    Some(match operator {
        "|" => 0,
        "^" => 1,
        "&" => 2,
        "<<" | ">>" => 3,
        "+" | "-" => 4,
        "*" | "/" | "//" | "%" | "@" => 5,
        _ => return None,
    })
}

impl Recogniser<'_> {
    pub(super) fn disjunction(&mut self) -> Found {
        self.remembered(Rule::Disjunction, |this| this.joined("or", Self::conjunction))
    }

    fn conjunction(&mut self) -> Found {
        self.remembered(Rule::Conjunction, |this| this.joined("and", Self::inversion))
    }

    fn joined(&mut self, operator: &str, operand: fn(&mut Self) -> Found) -> Found {
        let start = self.mark;
        let mut joined = need!(operand(self));
        while self
            .attempt(|this| {
                must!(this.take(operator));
                operand(this)
            })?
            .is_some()
        {
            joined = need!(self.node(Shape::Operation, start, Vec::new()));
        }
        Ok(Some(joined))
    }

    fn inversion(&mut self) -> Found {
        self.remembered(Rule::Inversion, |this| {
            let start = this.mark;
            if !this.take("not") {
                return this.comparison();
            }
            need!(this.inversion());
            this.node(Shape::Operation, start, Vec::new())
        })
    }

    fn comparison(&mut self) -> Found {
        let start = self.mark;
        let left = need!(self.bitwise_or());
        let mut compared = Rc::clone(&left);
        let mut first = None;
        while let Some(operator) = self.attempt(|this| {
            let operator = this.text(this.mark);
            must!(this.comparison_operator());
            need!(this.bitwise_or());
            Ok(Some(operator))
        })? {
            let first_is_in = *first.get_or_insert(operator) == "in";
            compared = need!(self.node(Shape::Comparison { first_is_in }, start, vec![Rc::clone(&left)]));
        }
        Ok(Some(compared))
    }

    fn comparison_operator(&mut self) -> bool {
        if self.take("not") {
            return self.take("in");
        }
        if self.take("is") {
            self.take("not");
            return true;
        }
        self.take_any(&["==", "!=", "<=", "<", ">=", ">", "in"])
    }

    pub(super) fn bitwise_or(&mut self) -> Found {
        self.remembered(Rule::BitwiseOr, |this| this.operation(0))
    }

    /// Operators at least as tight as `least`.
    fn operation(&mut self, least: u8) -> Found {
        let start = self.mark;
        let mut left = need!(self.factor());
        while self
            .attempt(|this| {
                must!(this.is(TokenKind::Operator));
                let Some(tightness) = precedence(this.text(this.mark)).filter(|it| *it >= least) else {
                    return Ok(None);
                };
                this.advance();
                this.operation(tightness + 1)
            })?
            .is_some()
        {
            left = need!(self.node(Shape::Operation, start, Vec::new()));
        }
        Ok(Some(left))
    }

    fn factor(&mut self) -> Found {
        self.remembered(Rule::Factor, |this| {
            let start = this.mark;
            if this.take_any(&["+", "-", "~"]) {
                need!(this.factor());
                return this.node(Shape::Operation, start, Vec::new());
            }
            let base = need!(this.await_primary());
            let power = this.attempt(|this| {
                must!(this.take("**"));
                this.factor()
            })?;
            if power.is_some() {
                this.node(Shape::Operation, start, Vec::new())
            } else {
                Ok(Some(base))
            }
        })
    }

    fn await_primary(&mut self) -> Found {
        let start = self.mark;
        if !self.take("await") {
            return self.primary();
        }
        need!(self.primary());
        self.node(Shape::Await, start, Vec::new())
    }

    fn primary(&mut self) -> Found {
        self.remembered(Rule::Primary, |this| {
            let start = this.mark;
            let mut whole = need!(this.atom());
            while let Some(shape) = this.attempt(Self::trailer)? {
                whole = need!(this.node(shape, start, Vec::new()));
            }
            Ok(Some(whole))
        })
    }

    /// What may follow a primary: an attribute, a call, a subscript.
    pub(super) fn trailer(&mut self) -> Parse<Shape> {
        if self.take(".") {
            must!(self.take_name());
            return Ok(Some(Shape::Attribute));
        }
        // The rules for mistakes in generators look behind other brackets too.
        let bracket = self.at("(") || (self.invalid && self.at_any(&["[", "{"]));
        if bracket && self.attempt(Self::genexp)?.is_some() {
            return Ok(Some(Shape::Call));
        }
        if self.take("(") {
            self.arguments()?;
            must!(self.take(")"));
            return Ok(Some(Shape::Call));
        }
        must!(self.take("["));
        need!(self.slices());
        must!(self.take("]"));
        Ok(Some(Shape::Subscript))
    }

    fn slices(&mut self) -> Parse<()> {
        let single = self.attempt(|this| {
            need!(this.slice());
            must!(!this.at(","));
            Ok(Some(()))
        })?;
        if single.is_none() {
            need!(self.comma_separated(|this| {
                alternatives!(this, Self::slice);
                this.starred_expression()
            }));
            self.take(",");
        }
        Ok(Some(()))
    }

    fn slice(&mut self) -> Found {
        let start = self.mark;
        let range = self.attempt(|this| {
            this.attempt(Self::expression)?;
            must!(this.take(":"));
            this.attempt(Self::expression)?;
            if this.take(":") {
                this.attempt(Self::expression)?;
            }
            Ok(Some(()))
        })?;
        if range.is_some() {
            self.node(Shape::Literal, start, Vec::new())
        } else {
            self.named_expression()
        }
    }
}
