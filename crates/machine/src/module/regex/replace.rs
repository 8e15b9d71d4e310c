//! `sub`, `subn` and `expand`: what takes the place of a match.

use heapglass_heap::Address;

use super::{
    Search, count, matched, raise_mistake, regex_of,
    subject::{Subject, new_text},
};
use crate::{
    machine::{Machine, Outcome},
    native::Arguments,
    regex::{Found, Mistake, Regex},
};

/// A part of a template.
enum Piece {
    /// As it stands.
    Literal(u32),
    /// What a group matched.
    Group(usize),
}

/// A replacement that has been read.
pub(super) struct Template(Vec<Piece>);

impl Template {
    /// Reads a template for a pattern.
    pub(super) fn read(m: &mut Machine, template: Address, pattern: Address) -> Outcome<Self> {
        let Some(subject) = Subject::read(m, template)? else {
            let found = m.type_name(template);
            return m.type_error(format!("decoding to str: need a bytes-like object, {found} found"));
        };
        let regex = regex_of(m, pattern)?;
        match (Reader {
            points: &subject.points,
            regex: &regex,
            bytes: subject.bytes,
            at: 0,
        })
        .pieces()
        {
            Ok(pieces) => Ok(Self(pieces)),
            Err(mistake) if mistake.position.is_none() => {
                Err(m.raise(heapglass_heap::StaticType::IndexError, mistake.message))
            }
            Err(mistake) => Err(raise_mistake(m, &mistake, template)),
        }
    }

    /// Puts in what the groups matched.
    pub(super) fn expand(&self, subject: &Subject, found: &Found) -> Vec<u32> {
        let mut points = Vec::new();
        for piece in &self.0 {
            match piece {
                Piece::Literal(point) => points.push(*point),
                Piece::Group(group) => {
                    if let Some((start, end)) = found.span(*group) {
                        points.extend_from_slice(&subject.points[start..end]);
                    }
                }
            }
        }
        points
    }
}

/// Reads a template.
struct Reader<'a> {
    points: &'a [u32],
    regex: &'a Regex,
    bytes: bool,
    at: usize,
}

impl Reader<'_> {
    fn letter(&self, at: usize) -> Option<char> {
        self.points.get(at).and_then(|point| char::from_u32(*point))
    }

    fn pieces(mut self) -> Result<Vec<Piece>, Mistake> {
        let mut pieces = Vec::new();
        while let Some(point) = self.points.get(self.at).copied() {
            self.at += 1;
            if point != u32::from('\\') {
                pieces.push(Piece::Literal(point));
                continue;
            }
            let start = self.at - 1;
            let Some(letter) = self.letter(self.at) else {
                return Err(Mistake {
                    message: "bad escape (end of pattern)".to_owned(),
                    position: Some(start),
                });
            };
            self.at += 1;
            let plain = match letter {
                'g' => {
                    pieces.push(self.named()?);
                    continue;
                }
                '0'..='9' => {
                    pieces.push(self.numbered(letter, start)?);
                    continue;
                }
                'a' => 7,
                'b' => 8,
                'f' => 12,
                'n' => 10,
                'r' => 13,
                't' => 9,
                'v' => 11,
                '\\' => u32::from('\\'),
                _ if letter.is_ascii_alphabetic() => {
                    return Err(Mistake {
                        message: format!("bad escape \\{letter}"),
                        position: Some(start),
                    });
                }
                _ => {
                    pieces.push(Piece::Literal(u32::from('\\')));
                    u32::from(letter)
                }
            };
            pieces.push(Piece::Literal(plain));
        }
        Ok(pieces)
    }

    /// `\g<name>` or `\g<1>`.
    fn named(&mut self) -> Result<Piece, Mistake> {
        let mistake = |message: &str, position| {
            Err(Mistake {
                message: message.to_owned(),
                position: Some(position),
            })
        };
        if self.letter(self.at) != Some('<') {
            return mistake("missing <", self.at);
        }
        let start = self.at + 1;
        let length = (start..self.points.len())
            .take_while(|at| self.letter(*at) != Some('>'))
            .count();
        if start + length >= self.points.len() {
            return mistake(
                if length == 0 {
                    "missing group name"
                } else {
                    "missing >, unterminated name"
                },
                start,
            );
        }
        let name: String = (start..start + length).filter_map(|at| self.letter(at)).collect();
        self.at = start + length + 1;
        if name.is_empty() {
            return mistake("missing group name", start);
        }
        if let (true, Ok(number)) = (name.bytes().all(|digit| digit.is_ascii_digit()), name.parse::<usize>()) {
            return self.group(number, start);
        }
        if !is_identifier(&name) || self.bytes && !name.is_ascii() {
            let shown = name.chars().map(|letter| match letter {
                '\\' => "\\\\".to_owned(),
                _ if self.bytes && !letter.is_ascii() => format!("\\x{:02x}", u32::from(letter)),
                _ => letter.to_string(),
            });
            return mistake(&format!("bad character in group name '{}'", shown.collect::<String>()), start);
        }
        match self.regex.names.iter().find(|(known, _)| *known == name) {
            Some((_, number)) => Ok(Piece::Group(*number)),
            None => Err(Mistake {
                message: format!("unknown group name '{name}'"),
                position: None,
            }),
        }
    }

    /// `\1`, `\12`, or octal digits.
    fn numbered(&mut self, first: char, start: usize) -> Result<Piece, Mistake> {
        let digit = |letter: Option<char>, radix| letter.and_then(|letter| letter.to_digit(radix));
        let mut value = first.to_digit(10).unwrap_or(0);
        if first == '0' {
            let mut octal = 0;
            for _ in 0..2 {
                let Some(next) = digit(self.letter(self.at), 8) else {
                    break;
                };
                octal = 8 * octal + next;
                self.at += 1;
            }
            return Ok(Piece::Literal(octal));
        }
        if let Some(second) = digit(self.letter(self.at), 10) {
            self.at += 1;
            if let (true, true, Some(third)) = (value < 8, second < 8, digit(self.letter(self.at), 8)) {
                self.at += 1;
                let octal = 64 * value + 8 * second + third;
                if octal > 0o377 {
                    let message = format!("octal escape value \\{value}{second}{third} outside of range 0-0o377");
                    return Err(Mistake {
                        message,
                        position: Some(start),
                    });
                }
                return Ok(Piece::Literal(octal));
            }
            value = 10 * value + second;
        }
        self.group(value as usize, start + 1)
    }

    fn group(&self, number: usize, position: usize) -> Result<Piece, Mistake> {
        if number > self.regex.groups {
            return Err(Mistake {
                message: format!("invalid group reference {number}"),
                position: Some(position),
            });
        }
        Ok(Piece::Group(number))
    }
}

fn is_identifier(name: &str) -> bool {
    let letter = |letter: char| letter == '_' || letter.is_alphabetic();
    name.starts_with(letter) && name.chars().all(|one| letter(one) || one.is_alphanumeric())
}

/// The text with its matches replaced, and how many there were. New references.
pub(super) fn substitute(m: &mut Machine, arguments: &Arguments<'_>) -> Outcome<(Address, Address)> {
    let Some(replacement) = arguments.get_or_keyword(m, 0, "repl") else {
        return m.type_error("sub() missing required argument 'repl' (pos 1)");
    };
    let search = Search::read(m, arguments, "sub", 1)?;
    let all = match count(m, arguments, 2, "count")? {
        Some(most) => search.all(m, most)?,
        None => Vec::new(),
    };
    let template = if m.is_callable(replacement) {
        None
    } else {
        Some(Template::read(m, replacement, arguments.self_)?)
    };
    if let (Some(_), false, Some(other)) = (&template, all.is_empty(), Subject::read(m, replacement)?)
        && other.bytes != search.subject.bytes
    {
        let (wanted, found) = if other.bytes { ("str instance", "bytes") } else { ("a bytes-like object", "str") };
        return m.type_error(format!("sequence item 0: expected {wanted}, {found} found"));
    }
    let mut points = Vec::new();
    let mut last = 0;
    for found in &all {
        let (start, end) = found.span(0).unwrap_or((last, last));
        points.extend_from_slice(&search.subject.points[last..start]);
        match &template {
            Some(template) => points.extend(template.expand(&search.subject, found)),
            None => {
                let object = matched::new_match(m, arguments.self_, &search, found);
                let answer = m.call_one(replacement, object);
                m.decref(object);
                let answer = answer?;
                if !m.heap.is_none(answer) {
                    let text = Subject::read(m, answer).map(|text| text.map(|text| text.points));
                    m.decref(answer);
                    match text? {
                        Some(text) => points.extend(text.iter()),
                        None => return m.type_error("expected str instance"),
                    }
                }
            }
        }
        last = end;
        if !m.heap.can_allocate(4 * points.len() as u64) {
            return m.memory_error();
        }
    }
    let count = m.heap.new_int(all.len() as i64);
    if all.is_empty() {
        let whole = search.subject.part(m, 0, search.subject.points.len());
        return Ok((whole, count));
    }
    points.extend_from_slice(&search.subject.points[last..]);
    Ok((new_text(m, &points, search.subject.bytes), count))
}
