//! Parameters of functions and of lambdas. The two differ in annotations and in the token that ends them.

use super::recogniser::{Parse, Recogniser, must, need};

/// The parameters of which kind of function.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Of {
    /// What ends the list.
    close: &'static str,
    annotated: bool,
}

const DEF: Of = Of {
    close: ")",
    annotated: true,
};
const LAMBDA: Of = Of {
    close: ":",
    annotated: false,
};

impl Recogniser<'_> {
    pub(super) fn params(&mut self) -> Parse<()> {
        self.parameter_list(DEF)
    }

    pub(super) fn lambda_params(&mut self) -> Parse<()> {
        self.parameter_list(LAMBDA)
    }

    fn parameter_list(&mut self, of: Of) -> Parse<()> {
        if self.invalid {
            self.invalid_parameters(of)?;
        }
        let start = self.mark;
        if self.attempt(|this| this.slash_no_default(of))?.is_some() {
            self.many(|this| this.param_no_default(of))?;
            self.many(|this| this.param_with_default(of))?;
        } else if self.attempt(|this| this.slash_with_default(of))?.is_some() {
            self.many(|this| this.param_with_default(of))?;
        } else {
            self.many(|this| this.param_no_default(of))?;
            self.many(|this| this.param_with_default(of))?;
        }
        self.attempt(|this| this.star_etc(of))?;
        Ok((self.mark > start).then_some(()))
    }

    /// As many as there are; whether there is any.
    fn many(&mut self, rule: impl Fn(&mut Self) -> Parse<()>) -> Result<bool, Box<crate::diagnostic::Diagnostic>> {
        let start = self.mark;
        while self.attempt(&rule)?.is_some() {}
        Ok(self.mark > start)
    }

    fn end_of_param(&mut self, of: Of) -> Parse<()> {
        Ok((self.take(",") || self.at(of.close)).then_some(()))
    }

    fn param(&mut self, of: Of) -> Parse<()> {
        must!(self.take_name());
        if of.annotated {
            self.attempt(|this| {
                must!(this.take(":"));
                this.expression()
            })?;
        }
        Ok(Some(()))
    }

    fn default(&mut self) -> Parse<()> {
        let equals = self.mark;
        must!(self.take("="));
        if self.attempt(Self::expression)?.is_some() {
            return Ok(Some(()));
        }
        if self.invalid && self.at_any(&[")", ","]) {
            return self.raise_at_token(equals, "expected default value expression");
        }
        Ok(None)
    }

    fn param_no_default(&mut self, of: Of) -> Parse<()> {
        need!(self.param(of));
        self.end_of_param(of)
    }

    fn param_with_default(&mut self, of: Of) -> Parse<()> {
        need!(self.param(of));
        need!(self.default());
        self.end_of_param(of)
    }

    fn param_maybe_default(&mut self, of: Of) -> Parse<()> {
        need!(self.param(of));
        self.attempt(Self::default)?;
        self.end_of_param(of)
    }

    fn slash_no_default(&mut self, of: Of) -> Parse<()> {
        must!(self.many(|this| this.param_no_default(of))?);
        must!(self.take("/"));
        self.end_of_param(of)
    }

    fn slash_with_default(&mut self, of: Of) -> Parse<()> {
        self.many(|this| this.param_no_default(of))?;
        must!(self.many(|this| this.param_with_default(of))?);
        must!(self.take("/"));
        self.end_of_param(of)
    }

    fn star_etc(&mut self, of: Of) -> Parse<()> {
        if self.invalid {
            self.invalid_star_etc(of)?;
        }
        let starred = self.attempt(|this| {
            must!(this.take("*"));
            if this.take(",") {
                must!(this.many(|this| this.param_maybe_default(of))?);
                return Ok(Some(()));
            }
            if this.attempt(|this| this.param_no_default(of))?.is_none() {
                must!(of.annotated && this.take_name() && this.take(":"));
                need!(this.star_expression());
                need!(this.end_of_param(of));
            }
            this.many(|this| this.param_maybe_default(of))?;
            Ok(Some(()))
        })?;
        if starred.is_some() {
            self.attempt(|this| this.kwds(of))?;
            return Ok(Some(()));
        }
        self.kwds(of)
    }

    fn kwds(&mut self, of: Of) -> Parse<()> {
        if self.invalid {
            self.invalid_kwds(of)?;
        }
        must!(self.take("**"));
        self.param_no_default(of)
    }

    fn invalid_kwds(&mut self, of: Of) -> Parse<()> {
        self.attempt(|this| {
            must!(this.take("**"));
            need!(this.param(of));
            let next = this.mark;
            if this.take("=") {
                return this.raise_at_token(next, "var-keyword argument cannot have default value");
            }
            must!(this.take(","));
            let next = this.mark;
            let message = "arguments cannot follow var-keyword argument";
            if this.attempt(|this| this.param(of))?.is_some() {
                return this.raise(next, this.mark, message);
            }
            must!(this.take_any(&["*", "**", "/"]));
            this.raise_at_token(next, message)
        })
    }

    fn invalid_star_etc(&mut self, of: Of) -> Parse<()> {
        let star = self.mark;
        self.attempt(|this| {
            must!(this.take("*"));
            must!(this.at(of.close) || (this.take(",") && (this.at(of.close) || this.at("**"))));
            let message = "named arguments must follow bare *";
            if of == LAMBDA {
                this.raise_here::<()>(message)
            } else {
                this.raise_at_token(star, message)
            }
        })?;
        self.attempt(|this| {
            must!(this.take("*"));
            need!(this.param(of));
            let equals = this.mark;
            must!(this.take("="));
            this.raise_at_token::<()>(equals, "var-positional argument cannot have default value")
        })?;
        self.attempt(|this| {
            must!(this.take("*"));
            must!(this.attempt(|this| this.param_no_default(of))?.is_some() || this.take(","));
            this.many(|this| this.param_maybe_default(of))?;
            let second = this.mark;
            must!(this.take("*"));
            must!(this.attempt(|this| this.param_no_default(of))?.is_some() || this.take(","));
            this.raise_at_token(second, "* argument may appear only once")
        })
    }

    fn invalid_parameters(&mut self, of: Of) -> Parse<()> {
        self.invalid_slash(of)?;
        self.attempt(|this| {
            this.attempt(|this| this.slash_no_default(of))?;
            this.many(|this| this.param_no_default(of))?;
            must!(
                this.attempt(|this| this.slash_with_default(of))?.is_some()
                    || this.many(|this| this.param_with_default(of))?
            );
            let start = this.mark;
            need!(this.param(of));
            let end = this.mark;
            need!(this.end_of_param(of));
            this.raise::<()>(
                start,
                end,
                "parameter without a default follows parameter with a default",
            )
        })?;
        self.attempt(|this| {
            this.many(|this| this.param_no_default(of))?;
            let open = this.mark;
            must!(this.take("("));
            must!(this.many(|this| this.param_no_default(Of { close: ")", ..of }))?);
            this.take(",");
            must!(this.take(")"));
            let what = if of == LAMBDA { "Lambda expression" } else { "Function" };
            this.raise::<()>(open, this.mark, format!("{what} parameters cannot be parenthesized"))
        })?;
        self.invalid_slash_and_star(of)
    }

    fn invalid_slash(&mut self, of: Of) -> Parse<()> {
        let start = self.mark;
        self.attempt(|this| {
            must!(this.take("/"));
            must!(this.take(","));
            this.raise_at_token::<()>(start, "at least one argument must precede /")
        })?;
        self.attempt(|this| {
            must!(
                this.attempt(|this| this.slash_no_default(of))?.is_some()
                    || this.attempt(|this| this.slash_with_default(of))?.is_some()
            );
            this.many(|this| this.param_maybe_default(of))?;
            let slash = this.mark;
            must!(this.take("/"));
            this.raise_at_token::<()>(slash, "/ may appear only once")
        })?;
        Ok(None)
    }

    fn invalid_slash_and_star(&mut self, of: Of) -> Parse<()> {
        self.attempt(|this| {
            if this.attempt(|this| this.slash_no_default(of))?.is_none() {
                this.attempt(|this| this.slash_with_default(of))?;
            }
            this.many(|this| this.param_maybe_default(of))?;
            must!(this.take("*"));
            must!(this.take(",") || this.attempt(|this| this.param_no_default(of))?.is_some());
            this.many(|this| this.param_maybe_default(of))?;
            let slash = this.mark;
            must!(this.take("/"));
            this.raise_at_token::<()>(slash, "/ must be ahead of *")
        })?;
        self.attempt(|this| {
            must!(this.many(|this| this.param_maybe_default(of))?);
            must!(this.take("/"));
            let star = this.mark;
            must!(this.take("*"));
            this.raise_at_token(star, "expected comma between / and *")
        })
    }
}
