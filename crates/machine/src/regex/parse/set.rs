//! `[…]`.

use super::Parser;
use crate::regex::{
    Mistake, flag,
    node::{Node, Single},
    set::{Member, Set},
};

impl Parser<'_> {
    /// A set; its bracket at `start` has been read.
    pub(super) fn set(&mut self, start: usize) -> Result<Node, Mistake> {
        if self.peek() == Some('[') {
            self.warnings.push(format!("Possible nested set at position {}", self.at));
        }
        let negated = self.take('^');
        let mut members = Vec::new();
        let first = self.at;
        loop {
            let here = self.at;
            let low = match self.peek() {
                None => return Err(self.mistake("unterminated character set", start)),
                Some(']') if here > first => break,
                Some(_) => {
                    self.warn_of_operator(!members.is_empty());
                    self.member()?
                }
            };
            if self.peek() != Some('-') {
                members.push(low);
                continue;
            }
            match self.letter(self.at + 1) {
                None => return Err(self.mistake("unterminated character set", start)),
                Some(']') => members.push(low),
                Some(next) => {
                    if next == '-' {
                        self.warnings.push(format!("Possible set difference at position {}", self.at));
                    }
                    self.at += 1;
                    let high = self.member()?;
                    match (low, high) {
                        (Member::One(low), Member::One(high)) if low <= high => members.push(Member::Range(low, high)),
                        _ => {
                            let shown: String = (here..self.at).filter_map(|at| self.letter(at)).collect();
                            return Err(self.mistake(format!("bad character range {shown}"), here));
                        }
                    }
                }
            }
        }
        self.at += 1;
        members.dedup();
        let folded = self.has(flag::IGNORE_CASE);
        if let ([Member::One(point)], false) = (&members[..], negated) {
            return Ok(self.literal(*point));
        }
        Ok(Node::Single(Single::Set(
            Set {
                negated,
                folded,
                ascii: self.ascii(),
                members,
            }
            .into(),
        )))
    }

    /// Signs that stand twice may mean something one day.
    fn warn_of_operator(&mut self, later: bool) {
        let operation = match self.peek() {
            Some('-') => "difference",
            Some('&') => "intersection",
            Some('~') => "symmetric difference",
            Some('|') => "union",
            _ => return,
        };
        if later && self.letter(self.at + 1) == self.peek() {
            self.warnings.push(format!("Possible set {operation} at position {}", self.at));
        }
    }

    fn member(&mut self) -> Result<Member, Mistake> {
        let start = self.at;
        self.at += 1;
        if self.pattern[start] != u32::from('\\') {
            return Ok(Member::One(self.pattern[start]));
        }
        let Some(letter) = self.peek() else {
            return Err(self.mistake("bad escape (end of pattern)", start));
        };
        if let Some((category, negated)) = Self::category(letter) {
            self.at += 1;
            return Ok(Member::Category { category, negated });
        }
        if letter == 'b' {
            self.at += 1;
            return Ok(Member::One(8));
        }
        self.character(start, true).map(Member::One)
    }
}
