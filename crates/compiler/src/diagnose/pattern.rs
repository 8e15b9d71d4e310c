//! `match` and its patterns.

use std::rc::Rc;

use super::node::{Node, Shape};
use super::recogniser::{Found, Parse, Recogniser, Rule, alternatives, must, need};
use crate::prescan::TokenKind;

impl Recogniser<'_> {
    pub(super) fn match_statement(&mut self) -> Parse<()> {
        let start = self.mark;
        let plain = self.attempt(|this| {
            this.advance();
            need!(this.subject());
            must!(this.take(":"));
            must!(this.take_kind(TokenKind::Newline));
            must!(this.take_kind(TokenKind::Indent));
            need!(this.case_block());
            while this.attempt(Self::case_block)?.is_some() {}
            Ok(this.take_kind(TokenKind::Dedent).then_some(()))
        })?;
        if plain.is_none() && self.invalid {
            self.attempt(|this| {
                this.advance();
                need!(this.subject());
                if this.is(TokenKind::Newline) {
                    return this.raise_here::<()>("expected ':'");
                }
                this.invalid_indent(start, "'match' statement")
            })?;
        }
        Ok(plain)
    }

    fn subject(&mut self) -> Parse<()> {
        alternatives!(self, |this: &mut Self| {
            need!(this.star_named_expression());
            must!(this.take(","));
            this.attempt(Self::star_named_expressions)?;
            Ok(Some(()))
        });
        Ok(self.named_expression()?.map(|_| ()))
    }

    fn case_block(&mut self) -> Parse<()> {
        let start = self.mark;
        must!(self.at("case"));
        if self.invalid {
            self.attempt(|this| {
                need!(this.case_header());
                if this.is(TokenKind::Newline) {
                    return this.raise_here::<()>("expected ':'");
                }
                this.invalid_indent(start, "'case' statement")
            })?;
        }
        need!(self.case_header());
        must!(self.take(":"));
        self.block()
    }

    fn case_header(&mut self) -> Parse<()> {
        self.advance();
        if self.attempt(Self::open_sequence)?.is_none() {
            need!(self.pattern());
        }
        self.attempt(|this| {
            must!(this.take("if"));
            this.named_expression()
        })?;
        Ok(Some(()))
    }

    /// Patterns with a comma between or behind.
    fn open_sequence(&mut self) -> Parse<()> {
        need!(self.maybe_star_pattern());
        must!(self.take(","));
        self.attempt(Self::patterns)?;
        Ok(Some(()))
    }

    fn patterns(&mut self) -> Parse<()> {
        need!(self.comma_separated(Self::maybe_star_pattern));
        self.take(",");
        Ok(Some(()))
    }

    fn maybe_star_pattern(&mut self) -> Found {
        let start = self.mark;
        if self.take("*") {
            must!(self.take_name());
            return self.node(Shape::Pattern, start, Vec::new());
        }
        self.pattern()
    }

    fn pattern(&mut self) -> Found {
        let start = self.mark;
        alternatives!(self, |this: &mut Self| {
            need!(this.or_pattern());
            must!(this.take("as"));
            must!(!this.at("_"));
            must!(this.take_name());
            must!(!this.at_any(&[".", "(", "="]));
            this.node(Shape::Pattern, start, Vec::new())
        });
        if self.invalid {
            self.attempt(|this| {
                need!(this.or_pattern());
                must!(this.take("as"));
                if this.at("_") {
                    return this.raise_at_token::<()>(this.mark, "cannot use '_' as a target");
                }
                must!(!this.at_name());
                let target = need!(this.expression());
                this.raise_at(&target, "invalid pattern target")
            })?;
        }
        self.or_pattern()
    }

    fn or_pattern(&mut self) -> Found {
        let start = self.mark;
        need!(self.closed_pattern());
        while self
            .attempt(|this| {
                must!(this.take("|"));
                this.closed_pattern()
            })?
            .is_some()
        {}
        self.node(Shape::Pattern, start, Vec::new())
    }

    fn closed_pattern(&mut self) -> Found {
        self.remembered(Rule::ClosedPattern, |this| {
            let start = this.mark;
            let matched = match this.look().kind {
                TokenKind::Number => this.literal_pattern()?,
                TokenKind::String | TokenKind::FStringStart => this.strings()?.map(|_| ()),
                TokenKind::Name => this.name_pattern()?,
                TokenKind::Operator => match this.text(start) {
                    "+" | "-" => this.literal_pattern()?,
                    "(" | "[" => this.bracket_pattern()?,
                    "{" => this.mapping_pattern()?,
                    _ => None,
                },
                _ => None,
            };
            need!(Ok::<_, Box<crate::diagnostic::Diagnostic>>(matched));
            this.node(Shape::Pattern, start, Vec::new())
        })
    }

    fn literal_pattern(&mut self) -> Parse<()> {
        self.take("-");
        let first = self.mark;
        must!(self.take_kind(TokenKind::Number));
        if self.at_any(&["+", "-"]) {
            if self.is_imaginary(first) {
                return self.raise_at_token(first, "real number required in complex literal");
            }
            self.advance();
            let second = self.mark;
            must!(self.take_kind(TokenKind::Number));
            if !self.is_imaginary(second) {
                return self.raise_at_token(second, "imaginary number required in complex literal");
            }
        }
        Ok(Some(()))
    }

    fn is_imaginary(&self, number: usize) -> bool {
        self.text(number).ends_with(['j', 'J'])
    }

    /// A capture, a value, a singleton or a class.
    fn name_pattern(&mut self) -> Parse<()> {
        if self.take_any(&["None", "True", "False"]) {
            return Ok(Some(()));
        }
        must!(self.take_name());
        while self
            .attempt(|this| {
                must!(this.take("."));
                Ok(this.take_name().then_some(()))
            })?
            .is_some()
        {}
        if self.at("(") {
            return self.class_arguments();
        }
        Ok((!self.at_any(&[".", "="])).then_some(()))
    }

    fn class_arguments(&mut self) -> Parse<()> {
        let plain = self.attempt(|this| {
            this.advance();
            let positional = this
                .attempt(|this| this.comma_separated(Self::positional_pattern))?
                .is_some();
            let named = this.attempt(|this| {
                must!(!positional || this.take(","));
                this.comma_separated(Self::keyword_pattern)
            })?;
            if positional || named.is_some() {
                this.take(",");
            }
            Ok(this.take(")").then_some(()))
        })?;
        if plain.is_none() && self.invalid {
            self.attempt(|this| {
                this.advance();
                this.attempt(|this| {
                    need!(this.comma_separated(Self::positional_pattern));
                    Ok(this.take(",").then_some(()))
                })?;
                need!(this.comma_separated(Self::keyword_pattern));
                must!(this.take(","));
                let late: Vec<Rc<Node>> = need!(this.comma_separated(Self::positional_pattern));
                let (Some(first), Some(last)) = (late.first(), late.last()) else {
                    return Ok(None);
                };
                this.raise::<()>(first.start, last.end, "positional patterns follow keyword patterns")
            })?;
        }
        Ok(plain)
    }

    fn positional_pattern(&mut self) -> Found {
        let pattern = need!(self.pattern());
        must!(!self.at("="));
        Ok(Some(pattern))
    }

    fn keyword_pattern(&mut self) -> Found {
        must!(self.take_name());
        must!(self.take("="));
        self.pattern()
    }

    fn bracket_pattern(&mut self) -> Parse<()> {
        let square = self.at("[");
        if !square {
            alternatives!(self, |this: &mut Self| {
                this.advance();
                need!(this.pattern());
                Ok(this.take(")").then_some(()))
            });
        }
        self.advance();
        if square {
            self.attempt(Self::patterns)?;
        } else {
            self.attempt(Self::open_sequence)?;
        }
        Ok(self.take(if square { "]" } else { ")" }).then_some(()))
    }

    fn mapping_pattern(&mut self) -> Parse<()> {
        self.advance();
        let items = self.attempt(|this| {
            this.comma_separated(|this| {
                need!(this.mapping_key());
                must!(this.take(":"));
                this.pattern()
            })
        })?;
        if items.is_some() && !self.take(",") {
            return Ok(self.take("}").then_some(()));
        }
        self.attempt(|this| {
            must!(this.take("**"));
            must!(this.take_name());
            this.take(",");
            Ok(Some(()))
        })?;
        Ok(self.take("}").then_some(()))
    }

    fn mapping_key(&mut self) -> Parse<()> {
        if self.is(TokenKind::String) || self.is(TokenKind::FStringStart) {
            return Ok(self.strings()?.map(|_| ()));
        }
        if self.is(TokenKind::Name) {
            if self.take_any(&["None", "True", "False"]) {
                return Ok(Some(()));
            }
            must!(self.take_name());
            must!(self.at("."));
            while self.take(".") {
                must!(self.take_name());
            }
            return Ok(Some(()));
        }
        self.literal_pattern()
    }
}
