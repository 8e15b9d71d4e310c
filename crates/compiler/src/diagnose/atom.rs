//! Names, literals, and what stands in brackets.

use std::rc::Rc;

use super::node::{Node, Shape, Targets};
use super::recogniser::{Found, Parse, Recogniser, alternatives, must, need};
use crate::prescan::TokenKind;

impl Recogniser<'_> {
    pub(super) fn atom(&mut self) -> Found {
        let start = self.mark;
        match self.look().kind {
            TokenKind::Number => {
                self.advance();
                self.node(Shape::Literal, start, Vec::new())
            }
            TokenKind::String | TokenKind::FStringStart => self.strings(),
            TokenKind::Name => self.name_or_constant(),
            TokenKind::Operator => match self.text(start) {
                "(" => {
                    alternatives!(self, Self::tuple, Self::group);
                    self.genexp()
                }
                "[" => {
                    alternatives!(self, Self::list);
                    self.listcomp()
                }
                "{" => {
                    alternatives!(self, Self::dict, Self::set, Self::dictcomp);
                    self.setcomp()
                }
                "..." => {
                    self.advance();
                    self.node(Shape::Ellipsis, start, Vec::new())
                }
                _ => Ok(None),
            },
            _ => Ok(None),
        }
    }

    fn name_or_constant(&mut self) -> Found {
        let start = self.mark;
        let shape = match self.text(start) {
            "True" => Shape::True,
            "False" => Shape::False,
            "None" => Shape::None,
            _ if self.at_name() => Shape::Name,
            _ => return Ok(None),
        };
        self.advance();
        self.node(shape, start, Vec::new())
    }

    pub(super) fn tuple(&mut self) -> Found {
        let start = self.mark;
        must!(self.take("("));
        let items = self.attempt(|this| {
            let mut items = vec![need!(this.star_named_expression())];
            must!(this.take(","));
            items.extend(this.attempt(Self::star_named_expressions)?.unwrap_or_default());
            Ok(Some(items))
        })?;
        must!(self.take(")"));
        self.node(Shape::Tuple, start, items.unwrap_or_default())
    }

    /// The expression within, with its own place, as in CPython.
    fn group(&mut self) -> Found {
        let plain = self.attempt(|this| {
            must!(this.take("("));
            let yielded = this.attempt(Self::yield_expr)?;
            let inner = match yielded {
                Some(inner) => inner,
                None => need!(this.named_expression()),
            };
            must!(this.take(")"));
            Ok(Some(inner))
        })?;
        if plain.is_none() && self.invalid {
            self.attempt(Self::invalid_group)?;
        }
        Ok(plain)
    }

    fn invalid_group(&mut self) -> Parse<()> {
        must!(self.take("("));
        let start = self.mark;
        if let Some(starred) = self.attempt(Self::starred_expression)? {
            must!(self.take(")"));
            return self.raise_at(&starred, "cannot use starred expression here");
        }
        must!(self.take("**"));
        need!(self.expression());
        must!(self.take(")"));
        self.raise_at_token(start, "cannot use double starred expression here")
    }

    pub(super) fn genexp(&mut self) -> Found {
        self.comprehension("(", ")", Shape::Generator, |this| {
            alternatives!(this, Self::assignment_expression);
            this.expression_no_walrus()
        })
    }

    pub(super) fn list(&mut self) -> Found {
        let start = self.mark;
        must!(self.take("["));
        let items = self.attempt(Self::star_named_expressions)?;
        must!(self.take("]"));
        self.node(Shape::List, start, items.unwrap_or_default())
    }

    fn listcomp(&mut self) -> Found {
        self.comprehension("[", "]", Shape::ListComprehension, Self::named_expression)
    }

    fn set(&mut self) -> Found {
        let start = self.mark;
        must!(self.take("{"));
        need!(self.star_named_expressions());
        must!(self.take("}"));
        self.node(Shape::Set, start, Vec::new())
    }

    fn setcomp(&mut self) -> Found {
        self.comprehension("{", "}", Shape::SetComprehension, Self::named_expression)
    }

    fn comprehension(&mut self, open: &str, close: &str, shape: Shape, element: fn(&mut Self) -> Found) -> Found {
        let plain = self.attempt(|this| {
            let start = this.mark;
            must!(this.take(open));
            need!(element(this));
            need!(this.for_if_clauses());
            must!(this.take(close));
            this.node(shape, start, Vec::new())
        })?;
        if plain.is_none() && self.invalid {
            self.invalid_comprehension()?;
        }
        Ok(plain)
    }

    fn invalid_comprehension(&mut self) -> Parse<()> {
        self.attempt(|this| {
            must!(this.take_any(&["[", "(", "{"]));
            let starred = need!(this.starred_expression());
            need!(this.for_if_clauses());
            this.raise_at::<()>(&starred, "iterable unpacking cannot be used in comprehension")
        })?;
        let message = "did you forget parentheses around the comprehension target?";
        self.attempt(|this| {
            must!(this.take_any(&["[", "{"]));
            let first = need!(this.star_named_expression());
            must!(this.take(","));
            let others = need!(this.star_named_expressions());
            need!(this.for_if_clauses());
            this.raise::<()>(first.start, others.last().map_or(first.end, |last| last.end), message)
        })?;
        self.attempt(|this| {
            must!(this.take_any(&["[", "{"]));
            let first = need!(this.star_named_expression());
            must!(this.take(","));
            let comma = this.mark;
            need!(this.for_if_clauses());
            this.raise::<()>(first.start, comma, message)
        })
    }

    /// One or more `for … in … if …`; the node's item is the last part.
    pub(super) fn for_if_clauses(&mut self) -> Found {
        let start = self.mark;
        let mut last = need!(self.attempt(Self::for_if_clause));
        while let Some(next) = self.attempt(Self::for_if_clause)? {
            last = next;
        }
        self.node(Shape::Clauses, start, vec![last])
    }

    fn for_if_clause(&mut self) -> Found {
        let start = self.mark;
        self.take("async");
        let header = match self.take("for") {
            true => self.attempt(|this| {
                need!(this.star_targets());
                Ok(this.take("in").then_some(()))
            })?,
            false => None,
        };
        if header.is_none() {
            self.mark = start;
            if self.invalid {
                self.invalid_for_target()?;
            }
            return Ok(None);
        }
        let mut last = need!(self.disjunction());
        while let Some(condition) = self.attempt(|this| {
            must!(this.take("if"));
            this.disjunction()
        })? {
            last = condition;
        }
        Ok(Some(last))
    }

    pub(super) fn invalid_for_target(&mut self) -> Parse<()> {
        self.attempt(|this| {
            this.take("async");
            must!(this.take("for"));
            let targets = need!(this.star_expressions());
            this.raise_target(&targets, Targets::For)
        })
    }

    fn dict(&mut self) -> Found {
        let plain = self.attempt(|this| {
            let start = this.mark;
            must!(this.take("{"));
            if this
                .attempt(|this| this.comma_separated(Self::double_starred_kvpair))?
                .is_some()
            {
                this.take(",");
            }
            must!(this.take("}"));
            this.node(Shape::Dict, start, Vec::new())
        })?;
        if plain.is_none() {
            // Unlike other rules for mistakes, CPython tries this one in both passes.
            self.attempt(|this| {
                must!(this.take("{"));
                this.invalid_double_starred_kvpairs()
            })?;
        }
        Ok(plain)
    }

    fn double_starred_kvpair(&mut self) -> Found {
        if self.take("**") {
            return self.bitwise_or();
        }
        self.kvpair()
    }

    fn kvpair(&mut self) -> Found {
        need!(self.expression());
        must!(self.take(":"));
        self.expression()
    }

    fn invalid_double_starred_kvpairs(&mut self) -> Parse<()> {
        self.attempt(|this| {
            need!(this.comma_separated(Self::double_starred_kvpair));
            must!(this.take(","));
            this.attempt(Self::key_without_colon)?;
            this.invalid_value()
        })?;
        self.invalid_value()
    }

    fn key_without_colon(&mut self) -> Parse<()> {
        let key = need!(self.expression());
        must!(!self.at(":"));
        self.raise_behind(&key, "':' expected after dictionary key")
    }

    fn invalid_value(&mut self) -> Parse<()> {
        self.attempt(|this| {
            need!(this.expression());
            must!(this.take(":"));
            let star = this.mark;
            must!(this.take("*"));
            need!(this.bitwise_or());
            this.raise_from::<()>(star, "cannot use a starred expression in a dictionary value")
        })?;
        self.attempt(|this| {
            need!(this.expression());
            let colon = this.mark;
            must!(this.take(":"));
            must!(this.at_any(&["}", ","]));
            this.raise_at_token(colon, "expression expected after dictionary key and ':'")
        })
    }

    fn dictcomp(&mut self) -> Found {
        let plain = self.attempt(|this| {
            let start = this.mark;
            must!(this.take("{"));
            need!(this.kvpair());
            need!(this.for_if_clauses());
            must!(this.take("}"));
            this.node(Shape::DictComprehension, start, Vec::new())
        })?;
        if plain.is_none() && self.invalid {
            self.attempt(|this| {
                must!(this.take("{"));
                let stars = this.mark;
                must!(this.take("**"));
                need!(this.bitwise_or());
                need!(this.for_if_clauses());
                must!(this.take("}"));
                this.raise_at_token::<()>(stars, "dict unpacking cannot be used in dict comprehension")
            })?;
        }
        Ok(plain)
    }

    /// The last character of `key`, its end unknown.
    fn raise_behind<T>(&self, key: &Rc<Node>, message: &str) -> Parse<T> {
        match self.raise_at::<T>(key, message) {
            Err(mut error) => {
                error.column = error.end_column.saturating_sub(1);
                error.line = error.end_line;
                error.end_column = 0;
                Err(error)
            }
            found => found,
        }
    }
}
