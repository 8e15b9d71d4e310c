//! Reading a pattern (the syntax of Lib/re/_parser.py).

mod escape;
mod group;
mod set;

use std::rc::Rc;

use super::{
    Mistake, flag,
    node::{ENDLESS, Greed, Node, Place, Single},
    set::{Member, Set, lower},
};

/// What is said of a number of repetitions that does not fit: an `OverflowError`.
pub(crate) const TOO_LARGE: &str = "the repetition number is too large";

/// Groups nested in each other.
const DEEPEST: usize = 100;

/// What reading comes to.
pub(super) struct Parsed {
    pub(super) node: Node,
    pub(super) flags: u32,
    pub(super) groups: usize,
    pub(super) names: Vec<(String, usize)>,
}

/// Reads a whole pattern.
pub(super) fn parse(pattern: &[u32], flags: u32, bytes: bool) -> (Result<Parsed, Mistake>, Vec<String>) {
    let mut parser = Parser::new(pattern, flags, bytes);
    let parsed = parsed(&mut parser);
    (parsed, parser.warnings)
}

fn parsed(parser: &mut Parser<'_>) -> Result<Parsed, Mistake> {
    let (pattern, bytes) = (parser.pattern, parser.bytes);
    let node = loop {
        match parser.alternatives()? {
            node if parser.restart => {
                // `(?x)` changes how the whole pattern is read: once more, with it set from the start.
                let _ = node;
                let flags = parser.all_flags;
                *parser = Parser::new(pattern, flags, bytes);
            }
            node => break node,
        }
    };
    if parser.at < pattern.len() {
        return Err(parser.mistake("unbalanced parenthesis", parser.at));
    }
    for (group, position) in &parser.conditions {
        if *group > parser.groups {
            return Err(parser.mistake(format!("invalid group reference {group}"), *position));
        }
    }
    let unicode = if bytes || parser.all_flags & flag::ASCII != 0 {
        0
    } else {
        flag::UNICODE
    };
    Ok(Parsed {
        node,
        flags: parser.all_flags | unicode,
        groups: parser.groups,
        names: std::mem::take(&mut parser.names),
    })
}

struct Parser<'a> {
    pattern: &'a [u32],
    bytes: bool,
    at: usize,
    /// Those in force here.
    flags: u32,
    /// Those of the whole pattern.
    all_flags: u32,
    groups: usize,
    /// The fewest and the most characters each of them matches, once it is closed.
    widths: Vec<(u64, u64)>,
    /// Whether anything but flags and comments has been read: then flags of the whole pattern come too late.
    begun: bool,
    /// How many groups there were where the look-behind begins that is being read.
    behind: Option<usize>,
    names: Vec<(String, usize)>,
    /// Groups that are not closed yet.
    open: Vec<usize>,
    /// Conditions on groups that may come later, with their places.
    conditions: Vec<(usize, usize)>,
    depth: usize,
    restart: bool,
    /// Of what may be read otherwise one day.
    warnings: Vec<String>,
}

impl<'a> Parser<'a> {
    fn new(pattern: &'a [u32], flags: u32, bytes: bool) -> Self {
        Self {
            pattern,
            bytes,
            at: 0,
            flags,
            all_flags: flags,
            groups: 0,
            widths: Vec::new(),
            begun: false,
            behind: None,
            names: Vec::new(),
            open: Vec::new(),
            conditions: Vec::new(),
            depth: 0,
            restart: false,
            warnings: Vec::new(),
        }
    }

    fn mistake(&self, message: impl Into<String>, position: usize) -> Mistake {
        Mistake {
            message: message.into(),
            position: Some(position),
        }
    }

    fn peek(&self) -> Option<char> {
        self.letter(self.at)
    }

    /// A code point that is no character (a lone surrogate) stands for itself only: it reads as U+FFFD here.
    fn letter(&self, at: usize) -> Option<char> {
        self.pattern
            .get(at)
            .map(|point| char::from_u32(*point).unwrap_or('\u{fffd}'))
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn has(&self, bit: u32) -> bool {
        self.flags & bit != 0
    }

    /// Whether classes of characters know ASCII only.
    fn ascii(&self) -> bool {
        self.bytes || self.has(flag::ASCII)
    }

    /// `a|b|c`.
    fn alternatives(&mut self) -> Result<Node, Mistake> {
        let mut nodes = vec![self.sequence()?];
        while !self.restart && self.take('|') {
            self.begun = true;
            nodes.push(self.sequence()?);
        }
        Ok(if nodes.len() == 1 {
            nodes.remove(0)
        } else {
            branch(nodes)
        })
    }

    fn sequence(&mut self) -> Result<Node, Mistake> {
        let mut nodes: Vec<Node> = Vec::new();
        while let Some(letter) = self.peek() {
            if self.restart || matches!(letter, '|' | ')') {
                break;
            }
            let start = self.at;
            self.at += 1;
            if self.has(flag::VERBOSE) && matches!(letter, ' ' | '\t'..='\r') {
                continue;
            }
            if self.has(flag::VERBOSE) && letter == '#' {
                while self.peek().is_some_and(|letter| letter != '\n') {
                    self.at += 1;
                }
                continue;
            }
            match letter {
                '*' | '+' | '?' => self.repetition(letter, start, &mut nodes)?,
                '{' if self.is_repetition() => self.repetition(letter, start, &mut nodes)?,
                '(' => {
                    if let Some(node) = self.group(start)? {
                        nodes.push(node);
                    }
                }
                '[' => {
                    let node = self.set(start)?;
                    nodes.push(node);
                }
                '\\' => {
                    let node = self.escape(start)?;
                    nodes.push(node);
                }
                '.' => nodes.push(Node::Single(if self.has(flag::DOT_ALL) {
                    Single::All
                } else {
                    Single::NotLineEnd
                })),
                '^' => nodes.push(Node::At(if self.has(flag::MULTILINE) {
                    Place::LineStart
                } else {
                    Place::Start
                })),
                '$' => nodes.push(Node::At(if self.has(flag::MULTILINE) {
                    Place::LineEnd
                } else {
                    Place::LastLineEnd
                })),
                _ => nodes.push(self.literal(self.pattern[start])),
            }
            self.begun |= !nodes.is_empty();
        }
        Ok(if nodes.len() == 1 {
            nodes.remove(0)
        } else {
            Node::Sequence(nodes)
        })
    }

    fn literal(&self, point: u32) -> Node {
        let ascii = self.ascii();
        Node::Single(match self.has(flag::IGNORE_CASE) {
            true => Single::Folded(lower(point, ascii), ascii),
            false => Single::Literal(point),
        })
    }

    fn class(&self, set: Set) -> Node {
        Node::Single(Single::Set(Rc::new(set)))
    }

    /// Whether `{` begins `{2}`, `{2,}`, `{,3}` or `{2,3}`.
    fn is_repetition(&self) -> bool {
        let digits = |mut at: usize| {
            while self.letter(at).is_some_and(|letter| letter.is_ascii_digit()) {
                at += 1;
            }
            at
        };
        let first = digits(self.at);
        match self.letter(first) {
            Some('}') => first > self.at,
            Some(',') => self.letter(digits(first + 1)) == Some('}'),
            _ => false,
        }
    }

    fn number(&mut self) -> Result<Option<u32>, Mistake> {
        let start = self.at;
        let mut value: u64 = 0;
        while let Some(digit) = self.peek().and_then(|letter| letter.to_digit(10)) {
            value = value.saturating_mul(10).saturating_add(u64::from(digit));
            self.at += 1;
        }
        if value >= u64::from(ENDLESS) {
            return Err(Mistake { message: TOO_LARGE.to_owned(), position: None });
        }
        Ok((self.at > start).then_some(value as u32))
    }

    fn repetition(&mut self, letter: char, start: usize, nodes: &mut Vec<Node>) -> Result<(), Mistake> {
        let (least, most) = match letter {
            '*' => (0, ENDLESS),
            '+' => (1, ENDLESS),
            '?' => (0, 1),
            _ => {
                let least = self.number()?;
                let most = if self.take(',') {
                    self.number()?.unwrap_or(ENDLESS)
                } else {
                    least.unwrap_or(0)
                };
                self.take('}');
                let least = least.unwrap_or(0);
                if most < least {
                    return Err(self.mistake("min repeat greater than max repeat", start + 1));
                }
                (least, most)
            }
        };
        let body = match nodes.pop() {
            None | Some(Node::At(_)) => return Err(self.mistake("nothing to repeat", start)),
            Some(Node::Repeat { .. }) => return Err(self.mistake("multiple repeat", start)),
            Some(node) => node,
        };
        let greed = if self.take('?') {
            Greed::Lazy
        } else if self.take('+') {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        nodes.push(Node::Repeat {
            least,
            most,
            greed,
            body: Box::new(body),
        });
        Ok(())
    }
}

/// Alternatives, with what all begin with in front; single characters as alternatives are a set.
fn branch(nodes: Vec<Node>) -> Node {
    let mut alternatives: Vec<Vec<Node>> = nodes
        .into_iter()
        .map(|node| match node {
            Node::Sequence(nodes) => nodes,
            node => vec![node],
        })
        .collect();
    let mut sequence = Vec::new();
    while let Some(first) = alternatives[0].first().cloned()
        && alternatives
            .iter()
            .all(|alternative| alternative.first() == Some(&first))
    {
        alternatives
            .iter_mut()
            .for_each(|alternative| drop(alternative.remove(0)));
        sequence.push(first);
    }
    let rest = match one_of(&alternatives) {
        Some(set) => Node::Single(Single::Set(Rc::new(set))),
        None => Node::Branch(alternatives.into_iter().map(Node::Sequence).collect()),
    };
    sequence.push(rest);
    if sequence.len() == 1 {
        sequence.remove(0)
    } else {
        Node::Sequence(sequence)
    }
}

/// The set that alternatives of one character each come to.
fn one_of(alternatives: &[Vec<Node>]) -> Option<Set> {
    let mut kind = None;
    let mut members = Vec::new();
    for alternative in alternatives {
        let [Node::Single(single)] = &alternative[..] else {
            return None;
        };
        let (more, this) = match single {
            Single::Literal(point) => (vec![Member::One(*point)], None),
            Single::Folded(point, ascii) => (vec![Member::One(*point)], Some((true, *ascii))),
            Single::Set(set) if !set.negated => (set.members.clone(), Some((set.folded, set.ascii))),
            _ => return None,
        };
        // A plain literal may join any set that heeds case.
        match (kind, this) {
            (None, _) => kind = this,
            (Some((true, _)), None) => return None,
            (Some(known), Some(this)) if known != this => return None,
            _ => {}
        }
        members.extend(more);
    }
    let (folded, ascii) = kind.unwrap_or_default();
    if folded
        && alternatives
            .iter()
            .any(|one| matches!(one[..], [Node::Single(Single::Literal(_))]))
    {
        return None;
    }
    members.dedup();
    Some(Set {
        negated: false,
        folded,
        ascii,
        members,
    })
}
