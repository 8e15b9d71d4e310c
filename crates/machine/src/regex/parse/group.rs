//! `(…)` in all its forms.

use super::{DEEPEST, Parser};
use crate::regex::{
    Mistake, flag,
    node::{ENDLESS, Node},
};

impl Parser<'_> {
    /// A group; its parenthesis at `start` has been read. Nothing, if it is a comment or sets flags.
    pub(super) fn group(&mut self, start: usize) -> Result<Option<Node>, Mistake> {
        if !self.take('?') {
            return self.numbered_group(None, start).map(Some);
        }
        let Some(letter) = self.peek() else {
            return Err(self.mistake("unexpected end of pattern", self.at));
        };
        self.at += 1;
        match letter {
            ':' => self.body(start).map(|body| Some(wrapped(body))),
            '>' => self.body(start).map(|body| Some(Node::Atomic(Box::new(body)))),
            '#' => {
                while !self.take(')') {
                    if self.peek().is_none() {
                        return Err(self.mistake("missing ), unterminated comment", start));
                    }
                    self.at += 1;
                }
                Ok(None)
            }
            '=' | '!' => {
                let body = Box::new(self.body(start)?);
                Ok(Some(Node::Look {
                    behind: None,
                    negated: letter == '!',
                    body,
                }))
            }
            '<' => self.look_behind(start).map(Some),
            'P' => self.named(start).map(Some),
            '(' => self.conditional(start).map(Some),
            '-' | 'i' | 'L' | 'm' | 's' | 'x' | 'a' | 'u' => self.flagged(letter, start),
            _ => Err(self.mistake(format!("unknown extension ?{letter}"), start + 1)),
        }
    }

    /// What is in a group, and its end.
    fn body(&mut self, start: usize) -> Result<Node, Mistake> {
        if self.depth >= DEEPEST {
            return Err(self.mistake("too many groups nested in each other", start));
        }
        self.depth += 1;
        let flags = self.flags;
        let node = self.alternatives()?;
        self.flags = flags;
        self.depth -= 1;
        if !self.restart && !self.take(')') {
            return Err(self.mistake("missing ), unterminated subpattern", start));
        }
        Ok(node)
    }

    fn numbered_group(&mut self, name: Option<(String, usize)>, start: usize) -> Result<Node, Mistake> {
        self.groups += 1;
        let number = self.groups;
        if let Some((name, position)) = name {
            if let Some((_, before)) = self.names.iter().find(|(known, _)| *known == name) {
                let text = format!("redefinition of group name '{name}' as group {number}; was group {before}");
                return Err(self.mistake(text, position));
            }
            self.names.push((name, number));
        }
        self.open.push(number);
        self.begun = true;
        let body = self.body(start)?;
        self.open.pop();
        if self.widths.len() < number {
            self.widths.resize(number, (0, u64::from(ENDLESS)));
        }
        self.widths[number - 1] = body.width_among(&self.widths);
        Ok(Node::Group(number, Box::new(body)))
    }

    /// A name up to `end`, with its place.
    pub(super) fn name(&mut self, end: char, what: &str) -> Result<(String, usize), Mistake> {
        let start = self.at;
        let mut name = String::new();
        loop {
            match self.peek() {
                None if name.is_empty() => return Err(self.mistake(format!("missing {what}"), start)),
                None => return Err(self.mistake(format!("missing {end}, unterminated name"), start)),
                Some(letter) if letter == end => break,
                Some(letter) => name.push(letter),
            }
            self.at += 1;
        }
        self.at += 1;
        if name.is_empty() {
            return Err(self.mistake(format!("missing {what}"), start));
        }
        Ok((name, start))
    }

    fn checked(&self, name: &str, position: usize) -> Result<(), Mistake> {
        let sound = name.chars().enumerate().all(|(at, letter)| {
            letter == '_'
                || if at == 0 {
                    letter.is_alphabetic()
                } else {
                    letter.is_alphanumeric()
                }
        });
        let foreign = self.bytes && !name.is_ascii();
        if sound && !foreign {
            return Ok(());
        }
        // The characters of a pattern in bytes are bytes.
        let shown: String = match foreign {
            true => name.chars().map(|letter| if letter.is_ascii() { letter.to_string() } else { format!("\\x{:02x}", u32::from(letter)) }).collect(),
            false => name.to_owned(),
        };
        Err(self.mistake(format!("bad character in group name '{shown}'"), position))
    }

    fn group_named(&self, name: &str, position: usize) -> Result<usize, Mistake> {
        match self.names.iter().find(|(known, _)| known == name) {
            Some((_, number)) => Ok(*number),
            None => Err(self.mistake(format!("unknown group name '{name}'"), position)),
        }
    }

    fn named(&mut self, start: usize) -> Result<Node, Mistake> {
        if self.take('<') {
            let (name, position) = self.name('>', "group name")?;
            self.checked(&name, position)?;
            return self.numbered_group(Some((name, position)), start);
        }
        if self.take('=') {
            let (name, position) = self.name(')', "group name")?;
            self.checked(&name, position)?;
            let group = self.group_named(&name, position)?;
            return self.reference(group, position + 1);
        }
        match self.peek() {
            None => Err(self.mistake("unexpected end of pattern", self.at)),
            Some(letter) => Err(self.mistake(format!("unknown extension ?P{letter}"), start + 1)),
        }
    }

    fn look_behind(&mut self, start: usize) -> Result<Node, Mistake> {
        let negated = match self.peek() {
            Some('=') => false,
            Some('!') => true,
            None => return Err(self.mistake("unexpected end of pattern", self.at)),
            Some(letter) => return Err(self.mistake(format!("unknown extension ?<{letter}"), start + 1)),
        };
        self.at += 1;
        let outer = self.behind;
        self.behind.get_or_insert(self.groups);
        let body = self.body(start)?;
        self.behind = outer;
        let (least, most) = body.width_among(&self.widths);
        if least != most {
            return Err(Mistake {
                message: "look-behind requires fixed-width pattern".to_owned(),
                position: None,
            });
        }
        if least >= u64::from(u32::MAX) {
            return Err(Mistake { message: "looks too much behind".to_owned(), position: None });
        }
        Ok(Node::Look {
            behind: Some(least as usize),
            negated,
            body: Box::new(body),
        })
    }

    fn conditional(&mut self, start: usize) -> Result<Node, Mistake> {
        let (name, position) = self.name(')', "group name")?;
        let decimal = name.bytes().all(|digit| digit.is_ascii_digit());
        let group = match name.parse::<usize>() {
            Ok(_) if !decimal => return Err(self.mistake(format!("bad character in group name '{name}'"), position)),
            Ok(0) => return Err(self.mistake("bad group number", position)),
            Ok(number) => {
                self.conditions.push((number, position));
                number
            }
            Err(_) => {
                self.checked(&name, position)?;
                self.group_named(&name, position)?
            }
        };
        if let Some(before) = self.behind {
            if group > self.groups || self.open.contains(&group) {
                return Err(self.mistake("cannot refer to an open group", self.at));
            }
            if group > before {
                return Err(self.mistake("cannot refer to group defined in the same lookbehind subpattern", self.at));
            }
        }
        if self.depth >= DEEPEST {
            return Err(self.mistake("too many groups nested in each other", start));
        }
        self.depth += 1;
        let yes = self.sequence()?;
        let no = if self.take('|') {
            self.sequence()?
        } else {
            Node::Sequence(Vec::new())
        };
        self.depth -= 1;
        if !self.restart && self.peek() == Some('|') {
            return Err(self.mistake("conditional backref with more than two branches", self.at));
        }
        if !self.restart && !self.take(')') {
            return Err(self.mistake("missing ), unterminated subpattern", start));
        }
        Ok(Node::Conditional {
            group,
            yes: Box::new(yes),
            no: Box::new(no),
        })
    }

    /// `(?i)` at the start of the pattern, `(?i:…)` and `(?-i:…)` anywhere.
    fn flagged(&mut self, first: char, start: usize) -> Result<Option<Node>, Mistake> {
        let late = self.begun || self.depth > 0;
        let (mut on, mut off, mut letter) = (0, 0, first);
        while let Some(bit) = flag_of(letter) {
            self.kind_of_text(bit, on)?;
            on |= bit;
            letter = self.next_flag("missing -, : or )", "missing -, : or )", &[')', '-', ':'])?;
        }
        if letter == ')' {
            if late {
                return Err(self.mistake("global flags not at the start of the expression", start));
            }
            self.restart = on & flag::VERBOSE & !self.all_flags != 0;
            self.all_flags |= on;
            self.flags |= on;
            return Ok(None);
        }
        if letter == '-' {
            letter = self.next_flag("missing flag", "missing flag", &[])?;
            while let Some(bit) = flag_of(letter) {
                if bit & TYPES != 0 {
                    return Err(self.mistake("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", self.at));
                }
                off |= bit;
                letter = self.next_flag("missing :", "missing :", &[':'])?;
            }
        }
        if on & off != 0 {
            return Err(self.mistake("bad inline flags: flag turned on and off", self.at - 1));
        }
        let before = self.flags;
        if on & TYPES != 0 {
            self.flags &= !TYPES;
        }
        self.flags = (self.flags | on) & !off;
        let node = self.body(start)?;
        self.flags = before;
        Ok(Some(wrapped(node)))
    }

    /// Refuses flags of what kind of text it is that do not belong to the pattern, or not to each other.
    fn kind_of_text(&self, bit: u32, on: u32) -> Result<(), Mistake> {
        let why = match bit {
            flag::LOCALE if !self.bytes => "cannot use 'L' flag with a str pattern",
            flag::UNICODE if self.bytes => "cannot use 'u' flag with a bytes pattern",
            _ if bit & TYPES != 0 && on & TYPES & !bit != 0 => "flags 'a', 'u' and 'L' are incompatible",
            _ => return Ok(()),
        };
        Err(self.mistake(format!("bad inline flags: {why}"), self.at))
    }

    /// The letter of another flag, or one of those that end the flags.
    fn next_flag(&mut self, missing: &str, other: &str, ends: &[char]) -> Result<char, Mistake> {
        let Some(letter) = self.peek() else {
            return Err(self.mistake(missing, self.at));
        };
        if flag_of(letter).is_none() && !ends.contains(&letter) {
            let why = if letter.is_alphabetic() { "unknown flag" } else { other };
            return Err(self.mistake(why, self.at));
        }
        self.at += 1;
        Ok(letter)
    }
}

/// Flags that say what kind of text a pattern is for.
const TYPES: u32 = flag::ASCII | flag::LOCALE | flag::UNICODE;

fn flag_of(letter: char) -> Option<u32> {
    Some(match letter {
        'i' => flag::IGNORE_CASE,
        'L' => flag::LOCALE,
        'm' => flag::MULTILINE,
        's' => flag::DOT_ALL,
        'x' => flag::VERBOSE,
        'a' => flag::ASCII,
        'u' => flag::UNICODE,
        _ => return None,
    })
}

/// A group without a number holds its alternatives together, so that a repetition is one of all of it.
fn wrapped(node: Node) -> Node {
    match node {
        Node::Repeat { .. } | Node::At(_) => Node::Sequence(vec![node]),
        node => node,
    }
}
