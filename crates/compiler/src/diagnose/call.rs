//! Arguments of calls.

use std::rc::Rc;

use super::node::{Node, Shape};
use super::recogniser::{Found, Parse, Recogniser, Rule, alternatives, must, need};

/// The message about a generator among other arguments.
const BARE_GENERATOR: &str = "Generator expression must be parenthesized";
/// The message about `=` where a comparison is meant.
const MAYBE_EQUAL: &str = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

impl Recogniser<'_> {
    pub(super) fn arguments(&mut self) -> Found {
        self.remembered(Rule::Arguments, |this| {
            let plain = this.attempt(|this| {
                let arguments = need!(this.args());
                this.take(",");
                must!(this.at(")"));
                Ok(Some(arguments))
            })?;
            if plain.is_none() && this.invalid {
                this.invalid_arguments()?;
            }
            Ok(plain)
        })
    }

    fn args(&mut self) -> Found {
        let start = self.mark;
        let positional = self.attempt(|this| this.comma_separated(Self::positional_argument))?;
        let unpacked = match positional {
            Some(_) => self
                .attempt(|this| {
                    must!(this.take(","));
                    this.kwargs()
                })?
                .unwrap_or(false),
            None => need!(self.kwargs()),
        };
        self.node(Shape::Arguments { unpacked }, start, positional.unwrap_or_default())
    }

    fn positional_argument(&mut self) -> Found {
        alternatives!(self, Self::starred_expression);
        let walrus = self.attempt(Self::assignment_expression)?;
        let argument = match walrus {
            Some(argument) => argument,
            None => need!(self.expression_no_walrus()),
        };
        must!(!self.at("="));
        Ok(Some(argument))
    }

    /// Named arguments; whether a `**` is among them.
    fn kwargs(&mut self) -> Parse<bool> {
        let both = self.attempt(|this| {
            need!(this.comma_separated(Self::kwarg_or_starred));
            must!(this.take(","));
            this.double_starred()
        })?;
        if both.is_some() {
            return Ok(both);
        }
        if self
            .attempt(|this| this.comma_separated(Self::kwarg_or_starred))?
            .is_some()
        {
            return Ok(Some(false));
        }
        self.attempt(Self::double_starred)
    }

    fn double_starred(&mut self) -> Parse<bool> {
        let items = need!(self.comma_separated(Self::kwarg_or_double_starred));
        Ok(Some(items.iter().any(|item| item.shape == Shape::Starred)))
    }

    fn kwarg_or_starred(&mut self) -> Found {
        self.kwarg(Self::starred_expression)
    }

    fn kwarg_or_double_starred(&mut self) -> Found {
        self.kwarg(|this| {
            let start = this.mark;
            must!(this.take("**"));
            need!(this.expression());
            this.node(Shape::Starred, start, Vec::new())
        })
    }

    fn kwarg(&mut self, other: fn(&mut Self) -> Found) -> Found {
        if self.invalid {
            self.invalid_kwarg()?;
        }
        alternatives!(self, |this: &mut Self| {
            let start = this.mark;
            must!(this.take_name());
            must!(this.take("="));
            need!(this.expression());
            this.node(Shape::Named, start, Vec::new())
        });
        other(self)
    }

    fn invalid_kwarg(&mut self) -> Parse<()> {
        let start = self.mark;
        self.attempt(|this| {
            let name = this.text(start);
            must!(this.take_any(&["True", "False", "None"]));
            must!(this.take("="));
            this.raise::<()>(start, this.mark, format!("cannot assign to {name}"))
        })?;
        self.attempt(Self::named_generator)?;
        self.attempt(|this| {
            let named = this.take_name() && this.at("=");
            must!(!named);
            this.mark = start;
            let target = need!(this.expression());
            must!(this.take("="));
            this.raise::<()>(
                target.start,
                this.mark,
                "expression cannot contain assignment, perhaps you meant \"==\"?",
            )
        })?;
        self.attempt(|this| {
            must!(this.take("**"));
            need!(this.expression());
            must!(this.take("="));
            let value = need!(this.expression());
            this.raise(start, value.end, "cannot assign to keyword argument unpacking")
        })
    }

    /// `f(a=b for …)`.
    fn named_generator(&mut self) -> Parse<()> {
        let start = self.mark;
        must!(self.take_name());
        must!(self.take("="));
        need!(self.expression());
        need!(self.for_if_clauses());
        self.raise(start, start + 2, MAYBE_EQUAL)
    }

    fn invalid_arguments(&mut self) -> Parse<()> {
        self.attempt(|this| {
            let behind_positional = this.attempt(|this| {
                need!(this.comma_separated(Self::positional_argument));
                must!(this.take(","));
                this.kwargs()
            })?;
            if behind_positional.is_none() {
                need!(this.kwargs());
            }
            must!(this.take(","));
            must!(this.take("*"));
            this.raise_at_token::<()>(
                this.mark - 1,
                "iterable argument unpacking follows keyword argument unpacking",
            )
        })?;
        self.attempt(|this| {
            let first = need!(this.expression());
            let clauses = need!(this.for_if_clauses());
            must!(this.take(","));
            let more = this.attempt(Self::args)?;
            if more.is_none() {
                this.attempt(|this| {
                    need!(this.expression());
                    this.for_if_clauses()
                })?;
            }
            this.raise::<()>(first.start, last_part(&clauses), BARE_GENERATOR)
        })?;
        self.attempt(Self::named_generator)?;
        self.attempt(|this| {
            this.attempt(|this| {
                need!(this.args());
                Ok(this.take(",").then_some(()))
            })?;
            let name = this.mark;
            must!(this.take_name());
            must!(this.take("="));
            must!(this.at_any(&[",", ")"]));
            this.raise::<()>(name, this.mark, "expected argument value expression")
        })?;
        self.attempt(|this| {
            let arguments = need!(this.args());
            let clauses = need!(this.for_if_clauses());
            must!(arguments.items.len() > 1);
            let last = arguments.items.last().map_or(arguments.start, |last| last.start);
            this.raise::<()>(last, last_part(&clauses), BARE_GENERATOR)
        })?;
        self.attempt(|this| {
            need!(this.args());
            must!(this.take(","));
            let generated = need!(this.expression());
            let clauses = need!(this.for_if_clauses());
            this.raise::<()>(generated.start, last_part(&clauses), BARE_GENERATOR)
        })?;
        self.attempt(|this| {
            let arguments = need!(this.args());
            must!(this.take(","));
            need!(this.args());
            let kind = if arguments.shape == (Shape::Arguments { unpacked: true }) {
                " unpacking"
            } else {
                ""
            };
            this.raise_here(format!("positional argument follows keyword argument{kind}"))
        })
    }
}

/// The token after the last part of a comprehension.
fn last_part(clauses: &Rc<Node>) -> usize {
    clauses.items.last().map_or(clauses.end, |last| last.end)
}
