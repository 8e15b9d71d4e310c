//! `str.format`, `str.format_map`, `format(str, spec)`, `%`.

use heapglass_heap::{Address, Kind, object::str::writer::UnicodeWriter, static_type::StaticType};

use super::percent as directive;
use crate::{
    format::{
        spec::TOO_MANY_DIGITS,
        text::{self, Access, Piece},
    },
    machine::{Machine, Outcome},
    native::Arguments,
};

/// `str.__format__`
pub fn format_slot(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let spec = m.expect_text(arguments.positional[0], "__format__() argument must be str")?;
    m.format_to_str(arguments.self_, &spec)
}

/// `template % values`
pub fn percent(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    directive::format(m, arguments.self_, arguments.positional[0])
}

/// `values.__rmod__(template)` of a str.
pub fn reflected_percent(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    if !m.is_str(arguments.positional[0]) {
        return m.not_implemented();
    }
    directive::format(m, arguments.positional[0], arguments.self_)
}

/// Where the values of fields come from.
enum Source<'a> {
    /// Arguments of `str.format`.
    Arguments(Arguments<'a>),
    /// The mapping of `str.format_map`.
    Mapping(Address),
}

/// How fields without a number are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

struct Formatter<'a> {
    source: Source<'a>,
    numbering: Numbering,
}

/// `str.format`
pub fn format(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut formatter = Formatter { source: Source::Arguments(arguments), numbering: Numbering::Unknown };
    let template = m.heap.str_text(arguments.self_);
    formatter.expand(m, &template, Some(arguments.self_), 2)
}

/// `str.format_map`
pub fn format_map(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut formatter = Formatter { source: Source::Mapping(arguments.positional[0]), numbering: Numbering::Unknown };
    let template = m.heap.str_text(arguments.self_);
    formatter.expand(m, &template, Some(arguments.self_), 2)
}

impl Formatter<'_> {
    /// The expanded template, which is the str `whole` if it is not just a part of one.
    fn expand(&mut self, m: &mut Machine, template: &str, whole: Option<Address>, depth: u32) -> Outcome {
        if depth == 0 {
            return m.value_error("Max string recursion exceeded");
        }
        let (pieces, wrong) = text::pieces(template);
        let mut writer = UnicodeWriter::growing(template.chars().count() as u64 + 100);
        let written = self.write_pieces(m, &mut writer, pieces, whole, depth);
        match written.and_then(|()| wrong.map_or(Ok(()), |error| m.format_error(error))) {
            Ok(()) => Ok(writer.finish(&mut m.heap)),
            Err(raised) => {
                writer.discard(&mut m.heap);
                Err(raised)
            }
        }
    }

    fn write_pieces(&mut self, m: &mut Machine, writer: &mut UnicodeWriter, pieces: Vec<Piece>, whole: Option<Address>, depth: u32) -> Outcome<()> {
        let last = pieces.len().saturating_sub(1);
        for (at, piece) in pieces.into_iter().enumerate() {
            if at == last {
                writer.overallocate = false;
            }
            match piece {
                Piece::Literal(literal) => match whole.filter(|whole| m.heap.str_is(*whole, &literal)) {
                    Some(whole) => writer.write_str(&mut m.heap, whole),
                    None => writer.write_points(&mut m.heap, &crate::text::points(&literal)),
                },
                Piece::Field { name, conversion, spec } => {
                    let value = self.value(m, &name)?;
                    let written = self.write_field(m, writer, value, conversion, &spec, depth);
                    m.decref(value);
                    written?;
                }
            }
        }
        Ok(())
    }

    /// Writes a value, borrowed, as its field says.
    fn write_field(
        &mut self,
        m: &mut Machine,
        writer: &mut UnicodeWriter,
        value: Address,
        conversion: Option<char>,
        spec: &str,
        depth: u32,
    ) -> Outcome<()> {
        let converted = match conversion {
            None => return self.write_formatted(m, writer, value, spec, depth),
            Some('r') => m.repr(value)?,
            Some('s') => m.str(value)?,
            Some('a') => m.ascii(value)?,
            Some(other) => {
                return m.value_error(if other > ' ' && other < '\u{7f}' {
                    format!("Unknown conversion specifier {other}")
                } else {
                    format!("Unknown conversion specifier \\x{:x}", u32::from(other))
                });
            }
        };
        let result = self.write_formatted(m, writer, converted, spec, depth);
        m.decref(converted);
        result
    }

    fn write_formatted(&mut self, m: &mut Machine, writer: &mut UnicodeWriter, value: Address, spec: &str, depth: u32) -> Outcome<()> {
        let expanded = if spec.contains('{') || spec.contains('}') { Some(self.expand(m, spec, None, depth - 1)?) } else { None };
        let result = if m.has_formatter(value) {
            let text = expanded.map_or_else(|| spec.to_owned(), |expanded| m.heap.str_text(expanded));
            m.format_into(writer, value, &text)
        } else {
            let object = match expanded {
                Some(expanded) => m.incref(expanded),
                None => m.heap.new_str(spec),
            };
            let shown = m.format(value, object);
            m.decref(object);
            shown.map(|shown| {
                writer.write_str(&mut m.heap, shown);
                m.decref(shown);
            })
        };
        if let Some(expanded) = expanded {
            m.decref(expanded);
        }
        result
    }

    /// The value a field names. A new reference.
    fn value(&mut self, m: &mut Machine, name: &str) -> Outcome {
        let (first, accesses) = text::field_name(name);
        let mut value = self.argument(m, &first)?;
        for access in accesses {
            let next = match access {
                Err(error) => m.format_error(error),
                Ok(Access::Attribute(name)) => {
                    let name = m.heap.new_str(&name);
                    let found = m.get_attribute(value, name);
                    m.decref(name);
                    found
                }
                Ok(Access::Index(index)) => item(m, value, |m| m.heap.new_int(index)),
                Ok(Access::Key(key)) => item(m, value, |m| m.heap.new_str(&key)),
            };
            m.decref(value);
            value = next?;
        }
        Ok(value)
    }

    fn argument(&mut self, m: &mut Machine, name: &str) -> Outcome {
        let index = if name.is_empty() {
            match self.numbering {
                Numbering::Manual => {
                    return m.value_error("cannot switch from manual field specification to automatic field numbering");
                }
                Numbering::Unknown => self.numbering = Numbering::Automatic(1),
                Numbering::Automatic(next) => self.numbering = Numbering::Automatic(next + 1),
            }
            let Numbering::Automatic(next) = self.numbering else { return m.none() };
            Some(next - 1)
        } else {
            let number = name.bytes().all(|b| b.is_ascii_digit()).then(|| name.parse::<i64>());
            let number = match number {
                Some(Err(_)) => return m.value_error(TOO_MANY_DIGITS),
                Some(Ok(number)) => Some(number as usize),
                None => None,
            };
            if number.is_some() {
                if let Numbering::Automatic(_) = self.numbering {
                    return m.value_error("cannot switch from automatic field numbering to manual field specification");
                }
                self.numbering = Numbering::Manual;
            }
            number
        };
        match (&self.source, index) {
            (Source::Mapping(_), Some(_)) => m.value_error("Format string contains positional fields"),
            (Source::Mapping(mapping), None) => item(m, *mapping, |m| m.heap.new_str(name)),
            (Source::Arguments(arguments), Some(index)) => match arguments.get(index) {
                Some(value) => Ok(m.incref(value)),
                None => {
                    let text = format!("Replacement index {index} out of range for positional args tuple");
                    Err(m.raise(StaticType::IndexError, text))
                }
            },
            (Source::Arguments(arguments), None) => {
                let key = m.heap.new_str(name);
                match arguments.keyword(m, name) {
                    Some(value) => {
                        m.incref(value);
                        m.decref(key);
                        Ok(value)
                    }
                    None => Err(m.raise_value(StaticType::KeyError, key)),
                }
            }
        }
    }
}

fn item(m: &mut Machine, object: Address, key: impl FnOnce(&mut Machine) -> Address) -> Outcome {
    let key = key(m);
    let found = m.get_item(object, key);
    m.decref(key);
    found
}

/// Whether the right operand of `%` gives its values by key.
pub fn is_mapping(m: &mut Machine, values: Address) -> bool {
    let type_ = m.heap.type_of(values);
    !matches!(m.heap.kind(values), Kind::Tuple | Kind::Str) && m.has_slot(type_, crate::types::slot::Slot::GetItem)
}
