//! A recogniser for CPython's grammar, run only on sources that do not parse: which token CPython's parser gets stuck at,
//! and which of its special rules for common mistakes applies.
//!
//! It works as CPython's parser does. The first pass finds the furthest token any alternative reaches; the second tries the rules
//! for mistakes as well, in CPython's order, until one applies. Rules have their names in `Grammar/python.gram`.

use std::collections::HashMap;
use std::rc::Rc;

use super::node::{Node, Shape};
use super::place::Places;
use crate::diagnostic::Diagnostic;
use crate::prescan::{Bracket, Scan, Token, TokenKind};

/// `Ok(None)`: no match here. `Err`: a mistake recognised.
pub(super) type Parse<T> = Result<Option<T>, Box<Diagnostic>>;
/// An expression, if there is one here.
pub(super) type Found = Parse<Rc<Node>>;

/// How deep expressions may nest before the recogniser gives up; it needs much more stack a level than the parser.
const MAX_DEPTH: u32 = 50;

/// The message about a block that nothing begins.
pub(super) const UNEXPECTED_INDENT: &str = "unexpected indent";

/// The rules whose results are remembered, as in CPython.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Rule {
    Expression,
    StarExpression,
    Disjunction,
    Conjunction,
    Inversion,
    BitwiseOr,
    Factor,
    Primary,
    Arguments,
    Strings,
    NamedExpression,
    StarTarget,
    TargetPrimary,
    DelTarget,
    SimpleStatement,
    Block,
    ClosedPattern,
}

/// The result of a rule and the token behind it.
type Remembered = (Option<Rc<Node>>, usize);

/// Leaves the function without a match unless the rule matches.
macro_rules! need {
    ($rule:expr) => {
        match $rule? {
            Some(found) => found,
            None => return Ok(None),
        }
    };
}

/// Leaves the function without a match unless the condition holds.
macro_rules! must {
    ($condition:expr) => {
        if !$condition {
            return Ok(None);
        }
    };
}

/// Leaves the function with the first alternative that matches.
macro_rules! alternatives {
    ($this:expr, $($alternative:expr),+ $(,)?) => {
        $(if let Some(found) = $this.attempt($alternative)? {
            return Ok(Some(found));
        })+
    };
}

pub(super) use {alternatives, must, need};

/// The state of CPython's parser.
pub(super) struct Recogniser<'s> {
    pub(super) places: &'s Places<'s>,
    tokens: &'s [Token],
    unclosed: Option<Bracket>,
    /// What the tokenizer says at the last token.
    stop: Option<&'s Diagnostic>,
    /// The current token.
    pub(super) mark: usize,
    /// The last token looked at.
    pub(super) furthest: usize,
    /// Whether the rules for mistakes are tried.
    pub(super) invalid: bool,
    /// Byte offsets of escapes that the parser finds wrong.
    pub(super) wrong_escapes: Vec<u32>,
    depth: u32,
    gave_up: bool,
    memo: HashMap<(Rule, usize), Remembered>,
}

/// What the two passes come to.
pub(super) enum Outcome {
    /// No error of the grammar.
    Accepted,
    /// The error.
    Refused(Box<Diagnostic>),
    /// Too deep to tell.
    GaveUp,
}

impl<'s> Recogniser<'s> {
    pub(super) fn new(places: &'s Places<'s>, scan: &'s Scan, wrong_escapes: Vec<u32>) -> Self {
        Self {
            places,
            tokens: &scan.tokens,
            unclosed: scan.unclosed,
            stop: scan.stop.as_ref().map(|stop| &stop.error),
            mark: 0,
            furthest: 0,
            invalid: false,
            wrong_escapes,
            depth: 0,
            gave_up: false,
            memo: HashMap::new(),
        }
    }

    /// Runs both passes with `start`, the rule for the whole source.
    pub(super) fn run(mut self, start: fn(&mut Self) -> Parse<()>) -> Outcome {
        let first = start(&mut self);
        if let Ok(Some(())) = first {
            return Outcome::Accepted;
        }
        let last = self.furthest;
        let mut error = self.settle(first);
        if error.is_none() && !self.gave_up {
            (self.mark, self.invalid, self.depth) = (0, true, 0);
            self.memo.clear();
            let second = start(&mut self);
            error = self.settle(second);
        }
        if self.gave_up {
            return Outcome::GaveUp;
        }
        let error = error.unwrap_or_else(|| Box::new(self.stuck_at(last)));
        match self.unclosed {
            // The tokenizer has had the last word.
            _ if self.tokens[self.furthest].kind == TokenKind::Error => Outcome::Refused(error),
            // CPython reads on to the end and finds the bracket open.
            Some(bracket) if self.tokens[self.furthest].line > bracket.line => {
                Outcome::Refused(Box::new(self.places.never_closed(bracket)))
            }
            _ => Outcome::Refused(error),
        }
    }

    /// The error of a pass; one that reached the end of the source within a bracket has no other.
    fn settle(&self, pass: Parse<()>) -> Option<Box<Diagnostic>> {
        match (self.tokens[self.furthest].kind, self.unclosed, self.stop) {
            (TokenKind::End, Some(bracket), _) => Some(Box::new(self.places.never_closed(bracket))),
            (TokenKind::Error, _, Some(stop)) => Some(Box::new(stop.clone())),
            _ => pass.err(),
        }
    }

    /// The error without a rule of its own.
    fn stuck_at(&self, last: usize) -> Diagnostic {
        match self.tokens[last].kind {
            TokenKind::Indent => self.indentation(last, UNEXPECTED_INDENT.to_owned()),
            TokenKind::Dedent => self.indentation(last, "unexpected unindent".to_owned()),
            // The end has no column of its own.
            TokenKind::End => Diagnostic {
                column: 0,
                ..self.at_token(last, "invalid syntax".to_owned())
            },
            _ => self.at_token(last, "invalid syntax".to_owned()),
        }
    }

    // Tokens.

    /// The current token, which thereby counts as reached.
    pub(super) fn look(&mut self) -> Token {
        self.furthest = self.furthest.max(self.mark);
        self.tokens[self.mark]
    }

    pub(super) fn token(&self, index: usize) -> Token {
        self.tokens[index]
    }

    pub(super) fn text(&self, index: usize) -> &'s str {
        self.tokens[index].text(self.places.source)
    }

    pub(super) fn advance(&mut self) {
        self.mark = (self.mark + 1).min(self.tokens.len() - 1);
    }

    /// Whether the current token is of this kind.
    pub(super) fn is(&mut self, kind: TokenKind) -> bool {
        self.look().kind == kind
    }

    pub(super) fn take_kind(&mut self, kind: TokenKind) -> bool {
        let matches = self.is(kind);
        if matches {
            self.advance();
        }
        matches
    }

    /// Whether the current token is this mark or keyword.
    pub(super) fn at(&mut self, text: &str) -> bool {
        matches!(self.look().kind, TokenKind::Operator | TokenKind::Name) && self.text(self.mark) == text
    }

    pub(super) fn at_any(&mut self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.at(text))
    }

    pub(super) fn take(&mut self, text: &str) -> bool {
        let matches = self.at(text);
        if matches {
            self.advance();
        }
        matches
    }

    pub(super) fn take_any(&mut self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.take(text))
    }

    /// A name that is no keyword.
    pub(super) fn at_name(&mut self) -> bool {
        self.is(TokenKind::Name) && !KEYWORDS.contains(&self.text(self.mark))
    }

    pub(super) fn take_name(&mut self) -> bool {
        let matches = self.at_name();
        if matches {
            self.advance();
        }
        matches
    }

    // Rules.

    /// Tries `rule` and goes back if it does not match.
    pub(super) fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<T> {
        let mark = self.mark;
        let found = rule(self)?;
        if found.is_none() {
            self.mark = mark;
        }
        Ok(found)
    }

    /// Looks ahead with `rule` and goes back.
    pub(super) fn ahead<T>(&mut self, rule: impl FnOnce(&mut Self) -> Parse<T>) -> Result<bool, Box<Diagnostic>> {
        let mark = self.mark;
        let found = rule(self)?.is_some();
        self.mark = mark;
        Ok(found)
    }

    /// The result of `rule` here, computed once.
    pub(super) fn remembered(&mut self, rule: Rule, compute: fn(&mut Self) -> Found) -> Found {
        let start = self.mark;
        if let Some((found, end)) = self.memo.get(&(rule, start)) {
            self.mark = *end;
            return Ok(found.clone());
        }
        if self.depth >= MAX_DEPTH {
            self.gave_up = true;
            return Ok(None);
        }
        self.depth += u32::from(matches!(rule, Rule::Expression | Rule::ClosedPattern));
        let found = self.attempt(compute);
        self.depth -= u32::from(matches!(rule, Rule::Expression | Rule::ClosedPattern));
        let found = found?;
        self.memo.insert((rule, start), (found.clone(), self.mark));
        Ok(found)
    }

    /// One or more of `item` with commas between.
    pub(super) fn comma_separated(&mut self, item: fn(&mut Self) -> Found) -> Parse<Vec<Rc<Node>>> {
        let mut items = vec![need!(self.attempt(item))];
        while let Some(next) = self.attempt(|this| {
            must!(this.take(","));
            item(this)
        })? {
            items.push(next);
        }
        Ok(Some(items))
    }

    /// A node from token `start` to here.
    pub(super) fn node(&self, shape: Shape, start: usize, items: Vec<Rc<Node>>) -> Found {
        Ok(Some(Rc::new(Node {
            shape,
            start,
            end: self.mark,
            items,
        })))
    }
}

/// The words that are never names.
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];
