//! `str.format`, `str.format_map`, `format(str, spec)`, `%`.

use heapglass_heap::{Address, Kind, static_type::StaticType};

use super::{percent as directive, str::exact};
use crate::{
    format::text::{self, Access, Piece},
    machine::{Machine, Outcome},
    native::Arguments,
};

/// `str.__format__`
pub fn format_slot(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let spec = m.expect_text(arguments.positional[0], "__format__() argument must be str")?;
    if spec.is_empty() {
        return exact(m, arguments.self_);
    }
    let name = m.type_name(arguments.self_);
    match text::format(&m.heap.str_text(arguments.self_), &spec, &name) {
        Ok(text) => m.new_text(&text),
        Err(error) => m.format_error(error),
    }
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
    let points = formatter.expand(m, &template, 2)?;
    Ok(m.heap.new_str_points(&points))
}

/// `str.format_map`
pub fn format_map(m: &mut Machine, arguments: Arguments<'_>) -> Outcome {
    let mut formatter = Formatter { source: Source::Mapping(arguments.positional[0]), numbering: Numbering::Unknown };
    let template = m.heap.str_text(arguments.self_);
    let points = formatter.expand(m, &template, 2)?;
    Ok(m.heap.new_str_points(&points))
}

impl Formatter<'_> {
    fn expand(&mut self, m: &mut Machine, template: &str, depth: u32) -> Outcome<Vec<u32>> {
        if depth == 0 {
            return m.value_error("Max string recursion exceeded");
        }
        let pieces = match text::pieces(template) {
            Ok(pieces) => pieces,
            Err(error) => return m.format_error(error),
        };
        let mut out = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Literal(literal) => out.extend(literal.chars().map(u32::from)),
                Piece::Field { name, conversion, spec } => {
                    let value = self.value(m, &name)?;
                    let shown = self.shown(m, value, conversion, &spec, depth);
                    m.decref(value);
                    let shown = shown?;
                    out.extend(m.heap.str_points(shown));
                    m.decref(shown);
                }
            }
        }
        Ok(out)
    }

    /// The formatted value; borrows it.
    fn shown(&mut self, m: &mut Machine, value: Address, conversion: Option<char>, spec: &str, depth: u32) -> Outcome {
        let converted = match conversion {
            None => return self.formatted(m, value, spec, depth),
            Some('r') => m.repr(value)?,
            Some('s') => m.str(value)?,
            Some('a') => m.ascii(value)?,
            Some(other) => {
                return m.value_error(if other > ' ' && other < '\u{7f}' {
                    format!("Unknown conversion specifier '{other}'")
                } else {
                    format!("Unknown conversion specifier '\\x{:x}'", u32::from(other))
                });
            }
        };
        let result = self.formatted(m, converted, spec, depth);
        m.decref(converted);
        result
    }

    fn formatted(&mut self, m: &mut Machine, value: Address, spec: &str, depth: u32) -> Outcome {
        let spec_points = if spec.contains('{') || spec.contains('}') {
            self.expand(m, spec, depth - 1)?
        } else {
            crate::text::points(spec)
        };
        let spec = m.heap.new_str_points(&spec_points);
        let result = m.format(value, spec);
        m.decref(spec);
        result
    }

    /// The value a field names. A new reference.
    fn value(&mut self, m: &mut Machine, name: &str) -> Outcome {
        let (first, accesses) = match text::field_name(name) {
            Ok(parts) => parts,
            Err(error) => return m.format_error(error),
        };
        let mut value = self.argument(m, &first)?;
        for access in accesses {
            let next = match access {
                Access::Attribute(name) => {
                    let name = m.heap.new_str(&name);
                    let found = m.get_attribute(value, name);
                    m.decref(name);
                    found
                }
                Access::Index(index) => item(m, value, |m| m.heap.new_int(index)),
                Access::Key(key) => item(m, value, |m| m.heap.new_str(&key)),
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
            let number = name.bytes().all(|b| b.is_ascii_digit()).then(|| name.parse::<usize>().unwrap_or(usize::MAX));
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
            (Source::Arguments(arguments), None) => match arguments.keyword(m, name) {
                Some(value) => Ok(m.incref(value)),
                None => {
                    let key = m.heap.new_str(name);
                    Err(m.raise_value(StaticType::KeyError, key))
                }
            },
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
