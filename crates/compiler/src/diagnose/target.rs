//! What can be assigned to or deleted.

use super::node::Shape;
use super::recogniser::{Found, Parse, Recogniser, Rule, alternatives, must, need};

impl Recogniser<'_> {
    pub(super) fn star_targets(&mut self) -> Found {
        let start = self.mark;
        let first = need!(self.star_target());
        if !self.at(",") {
            return Ok(Some(first));
        }
        while self
            .attempt(|this| {
                must!(this.take(","));
                this.star_target()
            })?
            .is_some()
        {}
        self.take(",");
        self.node(Shape::Tuple, start, Vec::new())
    }

    pub(super) fn star_target(&mut self) -> Found {
        self.remembered(Rule::StarTarget, |this| {
            let start = this.mark;
            if this.take("*") {
                must!(!this.at("*"));
                need!(this.star_target());
                return this.node(Shape::Starred, start, Vec::new());
            }
            this.target_with_star_atom()
        })
    }

    fn target_with_star_atom(&mut self) -> Found {
        alternatives!(self, Self::target_behind_primary);
        self.star_atom()
    }

    /// An attribute or a subscript.
    pub(super) fn target_behind_primary(&mut self) -> Found {
        let start = self.mark;
        need!(self.target_primary());
        let shape = need!(self.trailer());
        must!(shape != Shape::Call);
        must!(!self.at_any(&["(", "[", "."]));
        self.node(shape, start, Vec::new())
    }

    /// Everything before the last attribute or subscript of a target.
    fn target_primary(&mut self) -> Found {
        self.remembered(Rule::TargetPrimary, |this| {
            let start = this.mark;
            need!(this.atom());
            must!(this.at_any(&["(", "[", "."]));
            let mut end = this.mark;
            while this
                .attempt(|this| {
                    need!(this.trailer());
                    Ok(this.at_any(&["(", "[", "."]).then_some(()))
                })?
                .is_some()
            {
                end = this.mark;
            }
            this.mark = end;
            this.node(Shape::Name, start, Vec::new())
        })
    }

    fn star_atom(&mut self) -> Found {
        let start = self.mark;
        if self.take_name() {
            return self.node(Shape::Name, start, Vec::new());
        }
        if self.at("(") {
            alternatives!(self, |this: &mut Self| {
                must!(this.take("("));
                let inner = need!(this.target_with_star_atom());
                must!(this.take(")"));
                Ok(Some(inner))
            });
            self.advance();
            self.attempt(Self::star_targets_in_tuple)?;
            must!(self.take(")"));
            return self.node(Shape::Tuple, start, Vec::new());
        }
        must!(self.take("["));
        if self.attempt(|this| this.comma_separated(Self::star_target))?.is_some() {
            self.take(",");
        }
        must!(self.take("]"));
        self.node(Shape::List, start, Vec::new())
    }

    fn star_targets_in_tuple(&mut self) -> Parse<()> {
        let targets = need!(self.comma_separated(Self::star_target));
        let comma = self.take(",");
        Ok((comma || targets.len() > 1).then_some(()))
    }

    pub(super) fn single_target(&mut self) -> Found {
        alternatives!(self, Self::target_behind_primary);
        let start = self.mark;
        if self.take_name() {
            return self.node(Shape::Name, start, Vec::new());
        }
        must!(self.take("("));
        let inner = need!(self.single_target());
        must!(self.take(")"));
        Ok(Some(inner))
    }

    pub(super) fn del_targets(&mut self) -> Parse<()> {
        need!(self.comma_separated(Self::del_target));
        self.take(",");
        Ok(Some(()))
    }

    fn del_target(&mut self) -> Found {
        self.remembered(Rule::DelTarget, |this| {
            alternatives!(this, Self::target_behind_primary);
            let start = this.mark;
            if this.take_name() {
                return this.node(Shape::Name, start, Vec::new());
            }
            let close = if this.at("(") { ")" } else { "]" };
            must!(this.take_any(&["(", "["]));
            this.attempt(Self::del_targets)?;
            must!(this.take(close));
            this.node(Shape::Tuple, start, Vec::new())
        })
    }
}
