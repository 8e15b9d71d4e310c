//! `try` and what belongs to it.

use super::recogniser::{Parse, Recogniser, must, need};
use crate::prescan::TokenKind;

impl Recogniser<'_> {
    pub(super) fn try_statement(&mut self) -> Parse<()> {
        if self.invalid {
            self.invalid_try()?;
        }
        self.advance();
        need!(self.forced(":"));
        need!(self.block());
        if self.attempt(|this| this.plain_block("finally"))?.is_some() {
            return Ok(Some(()));
        }
        let starred = self.ahead(|this| Ok((this.take("except") && this.take("*")).then_some(())))?;
        let mut handlers = 0;
        while self.attempt(|this| this.except_block(starred))?.is_some() {
            handlers += 1;
        }
        must!(handlers > 0);
        self.attempt(Self::else_block)?;
        self.attempt(|this| this.plain_block("finally"))?;
        Ok(Some(()))
    }

    /// `except`, with `*` if `starred`.
    fn except_block(&mut self, starred: bool) -> Parse<()> {
        let start = self.mark;
        must!(self.at("except"));
        if self.invalid {
            self.attempt(|this| {
                this.advance();
                must!(!starred || this.take("*"));
                if this.attempt(Self::caught)?.is_none() {
                    must!(!starred);
                }
                let star = if starred { "*" } else { "" };
                this.invalid_indent::<()>(start, &format!("'except{star}' statement"))
            })?;
        }
        let plain = self.attempt(|this| {
            this.advance();
            must!(!starred || this.take("*"));
            if this.attempt(Self::caught)?.is_none() {
                must!(!starred);
            }
            must!(this.take(":"));
            this.block()
        })?;
        if plain.is_none() && self.invalid {
            self.invalid_except()?;
        }
        Ok(plain)
    }

    /// `type as name`.
    fn caught(&mut self) -> Parse<()> {
        need!(self.expression());
        self.attempt(|this| {
            must!(this.take("as"));
            Ok(this.take_name().then_some(()))
        })?;
        Ok(Some(()))
    }

    fn invalid_except(&mut self) -> Parse<()> {
        self.attempt(|this| {
            this.advance();
            this.take("*");
            let first = need!(this.expression());
            must!(this.take(","));
            need!(this.expressions());
            this.attempt(|this| {
                must!(this.take("as"));
                Ok(this.take_name().then_some(()))
            })?;
            must!(this.take(":"));
            this.raise_from::<()>(first.start, "multiple exception types must be parenthesized")
        })?;
        self.attempt(|this| {
            this.advance();
            this.take("*");
            need!(this.caught());
            must!(this.is(TokenKind::Newline));
            this.raise_here::<()>("expected ':'")
        })?;
        self.attempt(|this| {
            this.advance();
            if this.is(TokenKind::Newline) {
                return this.raise_here::<()>("expected ':'");
            }
            must!(this.take("*"));
            must!(this.is(TokenKind::Newline) || this.at(":"));
            this.raise_here("expected one or more exception types")
        })
    }

    fn invalid_try(&mut self) -> Parse<()> {
        let start = self.mark;
        self.attempt(|this| {
            this.advance();
            this.invalid_indent::<()>(start, "'try' statement")
        })?;
        self.attempt(|this| {
            this.advance();
            must!(this.take(":"));
            need!(this.block());
            must!(!this.at_any(&["except", "finally"]));
            this.raise_here::<()>("expected 'except' or 'finally' block")
        })?;
        for starred in [false, true] {
            self.attempt(|this| this.mixed_handlers(starred))?;
        }
        Ok(None)
    }

    /// Handlers of the other kind behind those `starred` or not.
    fn mixed_handlers(&mut self, starred: bool) -> Parse<()> {
        self.advance();
        must!(self.take(":"));
        while self.attempt(Self::block)?.is_some() {}
        need!(self.except_block(starred));
        while self.attempt(|this| this.except_block(starred))?.is_some() {}
        let other = self.mark;
        must!(self.take("except"));
        if !starred {
            must!(self.take("*"));
            need!(self.caught());
        } else {
            self.attempt(Self::caught)?;
        }
        must!(self.take(":"));
        let end = if starred { other + 1 } else { other + 2 };
        self.raise(other, end, "cannot have both 'except' and 'except*' on the same 'try'")
    }
}
