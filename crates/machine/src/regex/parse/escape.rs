//! What follows a backslash.

use super::Parser;
use crate::regex::{
    Mistake, flag,
    node::{Node, Place},
    set::{Category, Member, Set},
};

impl Parser<'_> {
    /// The class of characters a letter stands for, and whether all others are meant.
    pub(super) fn category(letter: char) -> Option<(Category, bool)> {
        Some(match letter {
            'd' => (Category::Digit, false),
            'D' => (Category::Digit, true),
            's' => (Category::Space, false),
            'S' => (Category::Space, true),
            'w' => (Category::Word, false),
            'W' => (Category::Word, true),
            _ => return None,
        })
    }

    /// An escape outside of a set; its backslash at `start` has been read.
    pub(super) fn escape(&mut self, start: usize) -> Result<Node, Mistake> {
        let Some(letter) = self.peek() else {
            return Err(self.mistake("bad escape (end of pattern)", start));
        };
        let ascii = self.ascii();
        let place = match letter {
            'A' => Some(Place::Start),
            'Z' => Some(Place::End),
            'b' => Some(Place::Boundary(ascii)),
            'B' => Some(Place::NoBoundary(ascii)),
            _ => None,
        };
        if let Some(place) = place {
            self.at += 1;
            return Ok(Node::At(place));
        }
        if let Some((category, negated)) = Self::category(letter) {
            self.at += 1;
            let members = vec![Member::Category { category, negated }];
            return Ok(self.class(Set {
                negated: false,
                folded: false,
                ascii,
                members,
            }));
        }
        if letter.is_ascii_digit() && letter != '0' {
            return self.numbered(start);
        }
        let point = self.character(start, false)?;
        Ok(self.literal(point))
    }

    /// `\1` to `\99`, or three octal digits.
    fn numbered(&mut self, start: usize) -> Result<Node, Mistake> {
        let digits: Vec<u32> = (self.at..self.at + 3)
            .map_while(|at| self.letter(at)?.to_digit(10))
            .collect();
        if let [first, second, third] = digits[..]
            && first < 8
            && second < 8
            && third < 8
        {
            self.at += 3;
            let value = first * 64 + second * 8 + third;
            if value > 0o377 {
                return Err(self.mistake(
                    format!("octal escape value \\{first}{second}{third} outside of range 0-0o377"),
                    start,
                ));
            }
            return Ok(self.literal(value));
        }
        let count = digits.len().min(2);
        self.at += count;
        let group = digits[..count]
            .iter()
            .fold(0, |value, digit| 10 * value + *digit as usize);
        self.reference(group, start + 1)
    }

    /// What a group matched.
    pub(super) fn reference(&mut self, group: usize, position: usize) -> Result<Node, Mistake> {
        if group > self.groups {
            return Err(self.mistake(format!("invalid group reference {group}"), position));
        }
        if self.open.contains(&group) {
            return Err(self.mistake("cannot refer to an open group", position - 1));
        }
        if self.behind.is_some_and(|before| group > before) {
            return Err(self.mistake("cannot refer to group defined in the same lookbehind subpattern", self.at));
        }
        Ok(Node::Reference(group, self.has(flag::IGNORE_CASE)))
    }

    /// An escape that stands for one character; its backslash at `start` has been read.
    pub(super) fn character(&mut self, start: usize, in_set: bool) -> Result<u32, Mistake> {
        let letter = self.peek().unwrap_or('\\');
        let point = self.pattern[self.at];
        self.at += 1;
        let plain = match letter {
            'a' => 7,
            'f' => 12,
            'n' => 10,
            'r' => 13,
            't' => 9,
            'v' => 11,
            'x' => return self.hexadecimal(start, 2),
            'u' if !self.bytes => return self.hexadecimal(start, 4),
            'U' if !self.bytes => return self.hexadecimal(start, 8),
            'N' if !self.bytes => return self.named_character(start),
            '0'..='7' if in_set || letter == '0' => return self.octal(start),
            _ if letter.is_ascii_alphanumeric() => return Err(self.mistake(format!("bad escape \\{letter}"), start)),
            _ => point,
        };
        Ok(plain)
    }

    /// `\N{name}`: the letter has been read.
    fn named_character(&mut self, start: usize) -> Result<u32, Mistake> {
        if self.peek() != Some('{') {
            return Err(self.mistake("missing {", self.at));
        }
        self.at += 1;
        let (name, _) = self.name('}', "character name")?;
        let found = heapglass_compiler::characters::character(&name);
        found.map(u32::from).ok_or_else(|| self.mistake(format!("undefined character name '{name}'"), start))
    }

    fn octal(&mut self, start: usize) -> Result<u32, Mistake> {
        self.at -= 1;
        let mut value = 0;
        for _ in 0..3 {
            let Some(digit) = self.peek().and_then(|letter| letter.to_digit(8)) else {
                break;
            };
            value = 8 * value + digit;
            self.at += 1;
        }
        if value > 0o377 {
            return Err(self.mistake(
                format!("octal escape value \\{value:o} outside of range 0-0o377"),
                start,
            ));
        }
        Ok(value)
    }

    fn hexadecimal(&mut self, start: usize, digits: usize) -> Result<u32, Mistake> {
        let mut value: u32 = 0;
        let mut count = 0;
        while count < digits {
            let Some(digit) = self.peek().and_then(|letter| letter.to_digit(16)) else {
                break;
            };
            value = value.wrapping_mul(16).wrapping_add(digit);
            self.at += 1;
            count += 1;
        }
        if count < digits || value > 0x10_ffff {
            let shown: String = (start..self.at).filter_map(|at| self.letter(at)).collect();
            let how = if count < digits { "incomplete" } else { "bad" };
            return Err(self.mistake(format!("{how} escape {shown}"), start));
        }
        Ok(value)
    }
}
