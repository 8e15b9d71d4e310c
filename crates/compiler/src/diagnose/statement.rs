//! The whole source and its simple statements.

use super::node::{Shape, Targets};
use super::recogniser::{Found, Parse, Recogniser, Rule, alternatives, must, need};
use crate::prescan::TokenKind;

/// The assignments that also compute.
const AUGMENTED: [&str; 13] = [
    "+=", "-=", "*=", "@=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "**=", "//=",
];

impl Recogniser<'_> {
    pub(super) fn file(&mut self) -> Parse<()> {
        self.statements()?;
        Ok(self.is(TokenKind::End).then_some(()))
    }

    pub(super) fn eval(&mut self) -> Parse<()> {
        need!(self.expressions());
        while self.take_kind(TokenKind::Newline) {}
        Ok(self.is(TokenKind::End).then_some(()))
    }

    pub(super) fn statements(&mut self) -> Parse<()> {
        let start = self.mark;
        while self.attempt(Self::statement)?.is_some() {}
        Ok((self.mark > start).then_some(()))
    }

    fn statement(&mut self) -> Parse<()> {
        alternatives!(self, Self::compound_statement);
        self.simple_statements()
    }

    pub(super) fn simple_statements(&mut self) -> Parse<()> {
        need!(self.simple_statement());
        while self
            .attempt(|this| {
                must!(this.take(";"));
                this.simple_statement()
            })?
            .is_some()
        {}
        self.take(";");
        Ok(self.take_kind(TokenKind::Newline).then_some(()))
    }

    fn simple_statement(&mut self) -> Found {
        self.remembered(Rule::SimpleStatement, |this| {
            let start = this.mark;
            if this.attempt(Self::assignment)?.is_none()
                && this.attempt(Self::type_alias)?.is_none()
                && this.attempt(Self::star_expressions)?.is_none()
            {
                need!(this.keyword_statement());
            }
            this.node(Shape::Name, start, Vec::new())
        })
    }

    fn keyword_statement(&mut self) -> Parse<()> {
        must!(self.is(TokenKind::Name));
        match self.text(self.mark) {
            "return" => {
                self.advance();
                self.attempt(Self::star_expressions)?;
                Ok(Some(()))
            }
            "import" | "from" => self.import_statement(),
            "raise" => self.raise_statement(),
            "pass" | "break" | "continue" => {
                self.advance();
                Ok(Some(()))
            }
            "del" => self.del_statement(),
            "yield" => Ok(self.yield_expr()?.map(|_| ())),
            "assert" => {
                self.advance();
                need!(self.expression());
                self.attempt(|this| {
                    must!(this.take(","));
                    this.expression()
                })?;
                Ok(Some(()))
            }
            "global" | "nonlocal" => {
                self.advance();
                need!(self.comma_separated(Self::name));
                Ok(Some(()))
            }
            _ => Ok(None),
        }
    }

    pub(super) fn name(&mut self) -> Found {
        let start = self.mark;
        must!(self.take_name());
        self.node(Shape::Name, start, Vec::new())
    }

    fn raise_statement(&mut self) -> Parse<()> {
        self.advance();
        if self.attempt(Self::expression)?.is_some() {
            self.attempt(|this| {
                must!(this.take("from"));
                this.expression()
            })?;
        }
        Ok(Some(()))
    }

    fn del_statement(&mut self) -> Parse<()> {
        let plain = self.attempt(|this| {
            this.advance();
            need!(this.del_targets());
            Ok((this.at(";") || this.is(TokenKind::Newline)).then_some(()))
        })?;
        if plain.is_none() && self.invalid {
            self.attempt(|this| {
                this.advance();
                let targets = need!(this.star_expressions());
                this.raise_target::<()>(&targets, Targets::Del)
            })?;
        }
        Ok(plain)
    }

    fn import_statement(&mut self) -> Parse<()> {
        if self.at("import") {
            if self.invalid {
                self.attempt(Self::import_before_from)?;
            }
            self.advance();
            need!(self.comma_separated(|this| {
                let start = this.mark;
                need!(this.dotted_name());
                need!(this.alias());
                this.node(Shape::Name, start, Vec::new())
            }));
            return Ok(Some(()));
        }
        self.advance();
        let mut dots = false;
        while self.take_any(&[".", "..."]) {
            dots = true;
        }
        let module = self.attempt(Self::dotted_name)?;
        must!(dots || module.is_some());
        must!(self.take("import"));
        self.import_targets()
    }

    /// `import name from module`.
    fn import_before_from(&mut self) -> Parse<()> {
        let start = self.mark;
        self.advance();
        need!(self.comma_separated(|this| {
            let start = this.mark;
            need!(this.dotted_name());
            this.node(Shape::Name, start, Vec::new())
        }));
        must!(self.take("from"));
        need!(self.dotted_name());
        self.raise_from(start, "Did you mean to use 'from ... import ...' instead?")
    }

    fn dotted_name(&mut self) -> Parse<()> {
        must!(self.take_name());
        while self
            .attempt(|this| {
                must!(this.take("."));
                Ok(this.take_name().then_some(()))
            })?
            .is_some()
        {}
        Ok(Some(()))
    }

    /// `as name`, or nothing.
    fn alias(&mut self) -> Parse<()> {
        self.attempt(|this| {
            must!(this.take("as"));
            Ok(this.take_name().then_some(()))
        })?;
        Ok(Some(()))
    }

    fn import_targets(&mut self) -> Parse<()> {
        let names = |this: &mut Self| {
            this.comma_separated(|this| {
                let start = this.mark;
                must!(this.take_name());
                need!(this.alias());
                this.node(Shape::Name, start, Vec::new())
            })
        };
        if self.take("(") {
            need!(names(self));
            self.take(",");
            return Ok(self.take(")").then_some(()));
        }
        if self.take("*") {
            return Ok(Some(()));
        }
        need!(names(self));
        if !self.at(",") {
            return Ok(Some(()));
        }
        if self.invalid {
            self.advance();
            if self.is(TokenKind::Newline) {
                return self.raise_here("trailing comma not allowed without surrounding parentheses");
            }
        }
        Ok(None)
    }

    fn type_alias(&mut self) -> Parse<()> {
        must!(self.take("type"));
        must!(self.take_name());
        self.attempt(Self::type_params)?;
        must!(self.take("="));
        need!(self.expression());
        Ok(Some(()))
    }

    pub(super) fn type_params(&mut self) -> Parse<()> {
        must!(self.take("["));
        need!(self.comma_separated(Self::type_param));
        self.take(",");
        Ok(self.take("]").then_some(()))
    }

    fn type_param(&mut self) -> Found {
        let start = self.mark;
        let kind = if self.take("*") {
            "TypeVarTuple"
        } else if self.take("**") {
            "ParamSpec"
        } else {
            ""
        };
        must!(self.take_name());
        let colon = self.mark;
        let bound = self.attempt(|this| {
            must!(this.take(":"));
            this.expression()
        })?;
        if let Some(bound) = bound
            && !kind.is_empty()
        {
            let what = if bound.shape == Shape::Tuple {
                "constraints"
            } else {
                "bound"
            };
            return self.raise_from(colon, format!("cannot use {what} with {kind}"));
        }
        self.node(Shape::Name, start, Vec::new())
    }

    fn assignment(&mut self) -> Parse<()> {
        alternatives!(
            self,
            |this: &mut Self| {
                must!(this.take_name());
                this.annotation_and_value()
            },
            |this: &mut Self| {
                let in_brackets = this.attempt(|this| {
                    must!(this.take("("));
                    need!(this.single_target());
                    Ok(this.take(")").then_some(()))
                })?;
                if in_brackets.is_none() {
                    need!(this.target_behind_primary());
                }
                this.annotation_and_value()
            },
            Self::plain_assignment,
        );
        let start = self.mark;
        let augmented = self.attempt(|this| {
            need!(this.single_target());
            Ok(this.take_any(&AUGMENTED).then_some(()))
        })?;
        if augmented.is_some() {
            // Nothing else is tried behind the operator.
            need!(self.yield_or_star_expressions());
            return Ok(Some(()));
        }
        self.mark = start;
        if self.invalid {
            self.invalid_assignment()?;
        }
        Ok(None)
    }

    fn annotation_and_value(&mut self) -> Parse<()> {
        must!(self.take(":"));
        need!(self.expression());
        self.attempt(|this| {
            must!(this.take("="));
            this.yield_or_star_expressions()
        })?;
        Ok(Some(()))
    }

    fn plain_assignment(&mut self) -> Parse<()> {
        must!(self.targets_with_equals()?);
        need!(self.yield_or_star_expressions());
        Ok((!self.at("=")).then_some(()))
    }

    /// As many `targets =` as there are; whether there is any.
    fn targets_with_equals(&mut self) -> Result<bool, Box<crate::diagnostic::Diagnostic>> {
        let start = self.mark;
        while self
            .attempt(|this| {
                need!(this.star_targets());
                Ok(this.take("=").then_some(()))
            })?
            .is_some()
        {}
        Ok(self.mark > start)
    }

    fn invalid_assignment(&mut self) -> Parse<()> {
        self.attempt(|this| {
            let target = need!(this.invalid_annotated_target());
            must!(this.take(":"));
            need!(this.expression());
            this.raise_at::<()>(
                &target,
                format!("only single target (not {}) can be annotated", target.shape.words()),
            )
        })?;
        self.attempt(|this| {
            let first = need!(this.star_named_expression());
            must!(this.take(","));
            while this.attempt(Self::star_named_expressions)?.is_some() {}
            must!(this.take(":"));
            need!(this.expression());
            this.raise_at::<()>(&first, "only single target (not tuple) can be annotated")
        })?;
        self.attempt(|this| {
            let target = need!(this.expression());
            must!(this.take(":"));
            need!(this.expression());
            this.raise_at::<()>(&target, "illegal target for annotation")
        })?;
        self.attempt(|this| {
            this.targets_with_equals()?;
            let target = need!(this.star_expressions());
            must!(this.take("="));
            this.raise_target::<()>(&target, Targets::Star)
        })?;
        self.attempt(|this| {
            this.targets_with_equals()?;
            let target = need!(this.yield_expr());
            must!(this.take("="));
            this.raise_at::<()>(&target, "assignment to yield expression not possible")
        })?;
        self.attempt(|this| {
            let target = need!(this.star_expressions());
            must!(this.take_any(&AUGMENTED));
            need!(this.yield_or_star_expressions());
            this.raise_at(
                &target,
                format!(
                    "'{}' is an illegal expression for augmented assignment",
                    target.shape.words()
                ),
            )
        })
    }

    fn invalid_annotated_target(&mut self) -> Found {
        alternatives!(self, Self::list, Self::tuple);
        must!(self.take("("));
        let inner = need!(self.invalid_annotated_target());
        must!(self.take(")"));
        Ok(Some(inner))
    }
}
