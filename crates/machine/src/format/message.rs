//! The messages of exceptions, built as `PyUnicode_FromFormat` builds them: in a buffer with room for a hundred characters more
//! than the format, cut in the end. Which blocks come and go meanwhile can be seen, so a message is given here as CPython's
//! format and its arguments.

use heapglass_heap::{Address, Raised, object::str::writer::UnicodeWriter, static_type::StaticType};

use crate::machine::{Machine, Outcome};

/// An argument of a format.
#[derive(Clone, Copy, Debug)]
pub enum Piece<'a> {
    /// `%s`: a C string, of which a str is made for a moment.
    Text(&'a str),
    /// `%U`, or `%S` of a str: the str as it is, borrowed.
    Str(Address),
    /// `%S`: what `str()` makes of an object, borrowed.
    Display(Address),
    /// `%R`: the representation of an object, borrowed.
    Repr(Address),
    /// `%d`, `%zd`.
    Number(i64),
    /// `%p`.
    Pointer(Address),
}

/// What stands between two `%` of a format, from the left: the literal, the precision and the rest. The conversion itself is
/// known from the argument.
struct Directive<'a> {
    literal: &'a str,
    precision: Option<usize>,
    rest: &'a str,
}

/// Splits a format at its first directive; `None` if there is no more.
fn split(format: &str) -> Option<Directive<'_>> {
    let (literal, after) = format.split_once('%')?;
    let end = after.find(|letter: char| letter.is_ascii_alphabetic() && letter != 'z' && letter != 'l')?;
    let precision = after[..end].split_once('.').and_then(|(_, digits)| digits.trim_end_matches('z').parse().ok());
    Some(Directive { literal, precision, rest: &after[end + 1..] })
}

/// Cuts a text to `precision` bytes, at a character.
fn cut(text: &str, precision: Option<usize>) -> &str {
    let mut end = precision.unwrap_or(text.len()).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

impl Machine {
    /// `PyUnicode_FromFormat`: a new str. Fails only where an object's `__repr__` does.
    pub fn from_format(&mut self, format: &str, pieces: &[Piece<'_>]) -> Outcome {
        let mut writer = UnicodeWriter::new();
        writer.min_length = format.len() as u64 + 100;
        writer.overallocate = true;
        let mut left = format;
        let mut pieces = pieces.iter();
        while let Some(directive) = split(left) {
            writer.write_ascii(&mut self.heap, directive.literal);
            writer.overallocate = !directive.rest.is_empty();
            let Some(piece) = pieces.next() else { break };
            if let Err(raised) = self.write_piece(&mut writer, piece, directive.precision) {
                writer.discard(&mut self.heap);
                return Err(raised);
            }
            left = directive.rest;
        }
        writer.overallocate = false;
        writer.write_ascii(&mut self.heap, left);
        Ok(writer.finish(&mut self.heap))
    }

    fn write_piece(&mut self, writer: &mut UnicodeWriter, piece: &Piece<'_>, precision: Option<usize>) -> Outcome<()> {
        match *piece {
            Piece::Text(text) => {
                let object = self.heap.new_str(cut(text, precision));
                writer.write_str(&mut self.heap, object);
                self.heap.release_leaf(object);
            }
            Piece::Str(object) => writer.write_str(&mut self.heap, object),
            Piece::Number(number) => {
                let digits = number.to_string();
                writer.prepare(&mut self.heap, digits.len() as u64, 0x7f);
                writer.write_ascii(&mut self.heap, &digits);
            }
            Piece::Pointer(address) => writer.write_ascii(&mut self.heap, &address.to_string()),
            Piece::Display(object) => {
                let shown = self.str(object)?;
                writer.write_str(&mut self.heap, shown);
                self.decref(shown);
            }
            Piece::Repr(object) => {
                let shown = self.repr(object)?;
                let length = self.heap.str_len(shown);
                match precision {
                    Some(precision) if (precision as u64) < length => {
                        let points = self.heap.str_points(shown);
                        let largest = points[..precision].iter().copied().max().unwrap_or(0);
                        writer.prepare(&mut self.heap, precision as u64, largest);
                        for point in &points[..precision] {
                            writer.write_char(&mut self.heap, *point);
                        }
                    }
                    _ => writer.write_str(&mut self.heap, shown),
                }
                self.decref(shown);
            }
        }
        Ok(())
    }

    /// `PyErr_Format`: raises an exception of a builtin type with a formatted message.
    #[cold]
    pub fn raise_format(&mut self, which: StaticType, format: &str, pieces: &[Piece<'_>]) -> Raised {
        // The formatting must not begin with an exception set (gh-67759).
        self.clear_error();
        match self.from_format(format, pieces) {
            Ok(message) => self.raise_value(which, message),
            Err(raised) => raised,
        }
    }

    /// The same for a `TypeError` about the type of one object: `'%.200s' object is not callable`.
    #[cold]
    pub fn raise_about_type(&mut self, format: &str, object: Address) -> Raised {
        let name = self.type_name(object);
        self.raise_format(StaticType::TypeError, format, &[Piece::Text(&name)])
    }
}
