//! Statements with blocks.

use std::rc::Rc;

use super::node::{Node, Shape, Targets};
use super::recogniser::{Found, Parse, Recogniser, Rule, alternatives, must, need};
use crate::prescan::TokenKind;

/// The message about a missing colon.
const EXPECTED_COLON: &str = "expected ':'";

impl Recogniser<'_> {
    pub(super) fn compound_statement(&mut self) -> Parse<()> {
        must!(self.is(TokenKind::Name) || self.at("@"));
        match self.text(self.mark) {
            "def" => self.function(),
            "if" => self.conditional_block(),
            "class" => self.class(),
            "with" => self.with(),
            "for" => self.for_loop(),
            "try" => self.try_statement(),
            "while" => self.while_loop(),
            "match" => self.match_statement(),
            "@" => {
                while self
                    .attempt(|this| {
                        must!(this.take("@"));
                        need!(this.named_expression());
                        Ok(this.take_kind(TokenKind::Newline).then_some(()))
                    })?
                    .is_some()
                {}
                alternatives!(self, Self::function);
                self.class()
            }
            "async" => {
                alternatives!(self, Self::function, Self::with);
                self.for_loop()
            }
            _ => Ok(None),
        }
    }

    pub(super) fn block(&mut self) -> Parse<()> {
        let found = self.remembered(Rule::Block, |this| {
            let start = this.mark;
            let indented = this.attempt(|this| {
                must!(this.take_kind(TokenKind::Newline));
                must!(this.take_kind(TokenKind::Indent));
                need!(this.statements());
                Ok(this.take_kind(TokenKind::Dedent).then_some(()))
            })?;
            if indented.is_none() && this.attempt(Self::simple_statements)?.is_none() {
                if this.invalid && this.take_kind(TokenKind::Newline) && !this.is(TokenKind::Indent) {
                    return this.raise_indentation("expected an indented block".to_owned());
                }
                return Ok(None);
            }
            this.node(Shape::Name, start, Vec::new())
        })?;
        Ok(found.map(|_| ()))
    }

    /// `: block`.
    fn colon_block(&mut self) -> Parse<()> {
        must!(self.take(":"));
        self.block()
    }

    /// The two mistakes of a header: no colon behind it, no block behind the colon.
    fn invalid_header(&mut self, header: impl Fn(&mut Self) -> Parse<()>, statement: &str) -> Parse<()> {
        let mut start = self.mark;
        self.attempt(|this| {
            start += usize::from(this.at("async"));
            need!(header(this));
            if this.is(TokenKind::Newline) {
                return this.raise_here::<()>(EXPECTED_COLON);
            }
            this.invalid_indent(start, statement)
        })
    }

    fn if_header(&mut self, keyword: &str) -> Parse<()> {
        must!(self.take(keyword));
        need!(self.named_expression());
        Ok(Some(()))
    }

    fn conditional_block(&mut self) -> Parse<()> {
        need!(self.branch("if"));
        // An incomplete branch is not part of the statement; the next one begins with it and gets stuck.
        while self.attempt(|this| this.branch("elif"))?.is_some() {}
        self.attempt(Self::else_block)?;
        Ok(Some(()))
    }

    fn branch(&mut self, keyword: &str) -> Parse<()> {
        must!(self.at(keyword));
        if self.invalid {
            self.invalid_header(|this| this.if_header(keyword), &format!("'{keyword}' statement"))?;
        }
        need!(self.if_header(keyword));
        self.colon_block()
    }

    pub(super) fn else_block(&mut self) -> Parse<()> {
        self.plain_block("else")
    }

    /// A block whose header is `keyword` and a colon, nothing more.
    pub(super) fn plain_block(&mut self, keyword: &str) -> Parse<()> {
        let start = self.mark;
        must!(self.at(keyword));
        if self.invalid {
            self.attempt(|this| {
                this.advance();
                this.invalid_indent::<()>(start, &format!("'{keyword}' statement"))
            })?;
        }
        self.advance();
        need!(self.forced(":"));
        self.block()
    }

    fn while_loop(&mut self) -> Parse<()> {
        if self.invalid {
            self.invalid_header(|this| this.if_header("while"), "'while' statement")?;
        }
        need!(self.if_header("while"));
        need!(self.colon_block());
        self.attempt(Self::else_block)?;
        Ok(Some(()))
    }

    fn for_loop(&mut self) -> Parse<()> {
        let header = |this: &mut Self| {
            this.take("async");
            must!(this.take("for"));
            need!(this.star_targets());
            Ok(this.take("in").then_some(()))
        };
        if self.invalid {
            self.invalid_header(
                |this| {
                    need!(header(this));
                    need!(this.star_expressions());
                    Ok(Some(()))
                },
                "'for' statement",
            )?;
        }
        if self.attempt(header)?.is_none() {
            if self.invalid {
                self.invalid_for_target()?;
            }
            return Ok(None);
        }
        need!(self.star_expressions());
        need!(self.colon_block());
        self.attempt(Self::else_block)?;
        Ok(Some(()))
    }

    fn function(&mut self) -> Parse<()> {
        let start = self.mark + usize::from(self.at("async"));
        if self.invalid {
            self.attempt(|this| {
                this.take("async");
                must!(this.take("def"));
                must!(this.take_name());
                this.attempt(Self::type_params)?;
                must!(this.take("("));
                this.attempt(Self::params)?;
                must!(this.take(")"));
                need!(this.returns());
                this.invalid_indent::<()>(start, "function definition")
            })?;
        }
        self.take("async");
        must!(self.take("def"));
        must!(self.take_name());
        self.attempt(Self::type_params)?;
        need!(self.forced("("));
        self.attempt(Self::params)?;
        must!(self.take(")"));
        need!(self.returns());
        need!(self.forced(":"));
        self.block()
    }

    fn returns(&mut self) -> Parse<()> {
        self.attempt(|this| {
            must!(this.take("->"));
            this.expression()
        })?;
        Ok(Some(()))
    }

    fn class(&mut self) -> Parse<()> {
        let header = |this: &mut Self| {
            must!(this.take("class"));
            must!(this.take_name());
            this.attempt(Self::type_params)?;
            this.attempt(|this| {
                must!(this.take("("));
                this.arguments()?;
                Ok(this.take(")").then_some(()))
            })?;
            Ok(Some(()))
        };
        if self.invalid {
            self.invalid_header(header, "class definition")?;
        }
        need!(header(self));
        self.colon_block()
    }

    fn with(&mut self) -> Parse<()> {
        if self.invalid {
            self.invalid_with(false)?;
        }
        let start = self.mark;
        let header = |this: &mut Self| -> Parse<()> {
            this.take("async");
            Ok(this.take("with").then_some(()))
        };
        let in_brackets = self.attempt(|this| {
            need!(header(this));
            must!(this.take("("));
            need!(this.comma_separated(Self::with_item));
            this.take(",");
            must!(this.take(")"));
            this.colon_block()
        })?;
        if in_brackets.is_some() {
            return Ok(in_brackets);
        }
        let plain = self.attempt(|this| {
            need!(header(this));
            need!(this.comma_separated(Self::with_item));
            this.colon_block()
        })?;
        if plain.is_none() && self.invalid {
            self.mark = start;
            self.invalid_with(true)?;
        }
        Ok(plain)
    }

    fn with_item(&mut self) -> Found {
        alternatives!(self, |this: &mut Self| {
            need!(this.expression());
            must!(this.take("as"));
            let target = need!(this.star_target());
            must!(this.at_any(&[",", ")", ":"]));
            Ok(Some(target))
        });
        if self.invalid {
            self.attempt(|this| {
                need!(this.expression());
                must!(this.take("as"));
                let target = need!(this.expression());
                must!(this.at_any(&[",", ")", ":"]));
                this.raise_target::<()>(&target, Targets::Star)
            })?;
        }
        self.expression()
    }

    /// `with` without its colon (`colon`), or without a block behind it.
    fn invalid_with(&mut self, colon: bool) -> Parse<()> {
        let start = self.mark + usize::from(self.at("async"));
        for in_brackets in [false, true] {
            self.attempt(|this| {
                this.take("async");
                must!(this.take("with"));
                if in_brackets {
                    must!(this.take("("));
                    need!(this.comma_separated(|this| {
                        let context = need!(this.expressions());
                        this.with_target(context)
                    }));
                    this.take(",");
                    must!(this.take(")"));
                } else {
                    need!(this.comma_separated(|this| {
                        let context = need!(this.expression());
                        this.with_target(context)
                    }));
                }
                if colon {
                    must!(this.is(TokenKind::Newline));
                    return this.raise_here::<()>(EXPECTED_COLON);
                }
                this.invalid_indent(start, "'with' statement")
            })?;
        }
        Ok(None)
    }

    /// `context`, and `as target` if it is there.
    fn with_target(&mut self, context: Rc<Node>) -> Found {
        self.attempt(|this| {
            must!(this.take("as"));
            this.star_target()
        })?;
        Ok(Some(context))
    }
}
