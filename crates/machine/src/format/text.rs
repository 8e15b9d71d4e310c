//! `format(str, spec)`, `format(float, spec)` and the fields of `str.format`.

use super::FormatError;
use super::float::{self, Layout};
use super::spec::{self, Spec, TOO_MANY_DIGITS, number, sign_text, unknown_code};

/// `format(value, spec)` for a str; `type_name` appears in refusals.
pub fn format(value: &str, spec_text: &str, type_name: &str) -> Result<String, FormatError> {
    if spec_text.is_empty() {
        return Ok(value.to_owned());
    }
    let spec = spec::parse(spec_text, type_name, 's', '<')?;
    if spec.code != 's' {
        return Err(unknown_code(spec.code, type_name));
    }
    let refusal = match &spec {
        Spec { sign: Some(' '), .. } => Some("Space not allowed in string format specifier"),
        Spec { sign: Some(_), .. } => Some("Sign not allowed in string format specifier"),
        Spec { no_negative_zero: true, .. } => Some("Negative zero coercion (z) not allowed in string format specifier"),
        Spec { alternate: true, .. } => Some("Alternate form (#) not allowed in string format specifier"),
        Spec { align: Some('='), .. } => Some("'=' alignment not allowed in string format specifier"),
        Spec { grouping: Some(','), .. } => Some("Cannot specify ',' with 's'."),
        Spec { grouping: Some(_), .. } => Some("Cannot specify '_' with 's'."),
        _ => None,
    };
    if let Some(text) = refusal {
        return Err(FormatError::value(text));
    }
    let shown: String = match spec.precision {
        Some(most) => value.chars().take(most).collect(),
        None => value.to_owned(),
    };
    Ok(spec::pad(&spec, "", &shown, '<'))
}

/// `format(value, spec)` for a float; the specification was read with the default type `g` (`code_given` tells which).
pub fn format_float(value: f64, spec: &Spec, type_name: &str) -> Result<String, FormatError> {
    let mut value = value;
    let mut precision = spec.precision;
    let mut code = if spec.code_given { spec.code } else { '\0' };
    let mut add_dot_0 = false;
    let mut percent = false;
    match code {
        '\0' => {
            add_dot_0 = true;
            code = if precision.is_some() { 'g' } else { 'r' };
        }
        'n' => code = 'g',
        '%' => {
            code = 'f';
            value *= 100.0;
            percent = true;
        }
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {}
        other => return Err(unknown_code(other, type_name)),
    }
    let upper = code.is_ascii_uppercase();
    if precision.is_some_and(|precision| precision > i32::MAX as usize) {
        return Err(FormatError::value("precision too big"));
    }
    let layout = Layout {
        code: code.to_ascii_lowercase(),
        precision: *precision.get_or_insert(6),
        alternate: spec.alternate,
        add_dot_0,
        upper,
    };
    let text = float::text(value, layout);
    let (mut negative, mut body) = match text.strip_prefix('-') {
        Some(rest) => (true, rest.to_owned()),
        None => (false, text),
    };
    if spec.no_negative_zero && negative && value.is_finite() && body.chars().all(|c| !c.is_ascii_digit() || c == '0' || c == 'e') {
        negative = false;
    }
    if percent {
        body.push('%');
    }
    let split = body.find(|c: char| !c.is_ascii_digit()).unwrap_or(body.len());
    let (whole, rest) = body.split_at(split);
    Ok(number(spec, sign_text(spec, negative), whole, rest))
}

/// One piece of a `str.format` template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text as it stands.
    Literal(String),
    /// A replacement field.
    Field {
        /// What stands before `!` and `:`; the argument and the accesses on it.
        name: String,
        /// The character after `!`.
        conversion: Option<char>,
        /// What follows `:`, which may hold fields itself.
        spec: String,
    },
}

/// Cuts a `str.format` template into literals and fields (Objects/stringlib/unicode_format.h). What is wrong with it counts
/// only when all before that has been written.
pub fn pieces(template: &str) -> (Vec<Piece>, Option<FormatError>) {
    let chars: Vec<char> = template.chars().collect();
    let (mut found, mut literal, mut at) = (Vec::new(), String::new(), 0);
    let mut wrong = None;
    while let Some(c) = chars.get(at).copied() {
        at += 1;
        match c {
            '{' | '}' if chars.get(at) == Some(&c) => {
                literal.push(c);
                at += 1;
            }
            '}' => wrong = Some("Single '}' encountered in format string"),
            '{' if at == chars.len() => wrong = Some("Single '{' encountered in format string"),
            '{' => {
                if !literal.is_empty() {
                    found.push(Piece::Literal(std::mem::take(&mut literal)));
                }
                match field(&chars, &mut at) {
                    Ok(field) => found.push(field),
                    Err(text) => wrong = Some(text),
                }
            }
            other => literal.push(other),
        }
        if wrong.is_some() {
            break;
        }
    }
    if !literal.is_empty() {
        found.push(Piece::Literal(literal));
    }
    (found, wrong.map(FormatError::value))
}

/// Reads a field whose brace is behind; `at` ends up behind the closing one.
fn field(chars: &[char], at: &mut usize) -> Result<Piece, &'static str> {
    let (start, mut in_brackets) = (*at, false);
    let stop = chars[start..].iter().position(|c| {
        in_brackets = if in_brackets { *c != ']' } else { *c == '[' };
        !in_brackets && matches!(c, '{' | '}' | ':' | '!')
    });
    let Some(length) = stop else { return Err("expected '}' before end of string") };
    let name: String = chars[start..start + length].iter().collect();
    *at = start + length + 1;
    let mut conversion = None;
    match chars[start + length] {
        '{' => return Err("unexpected '{' in field name"),
        '}' => return Ok(Piece::Field { name, conversion, spec: String::new() }),
        '!' => {
            conversion = chars.get(*at).copied();
            match (conversion, chars.get(*at + 1)) {
                (None, _) => return Err("end of string while looking for conversion specifier"),
                (_, Some('}')) => {
                    *at += 2;
                    return Ok(Piece::Field { name, conversion, spec: String::new() });
                }
                (_, Some(':') | None) => *at += 2,
                _ => return Err("expected ':' after conversion specifier"),
            }
        }
        _ => {}
    }
    let (start, mut depth) = ((*at).min(chars.len()), 1);
    let end = chars[start..].iter().position(|c| {
        depth += i32::from(*c == '{') - i32::from(*c == '}');
        depth == 0
    });
    let Some(length) = end else { return Err("unmatched '{' in format spec") };
    *at = start + length + 1;
    Ok(Piece::Field { name, conversion, spec: chars[start..start + length].iter().collect() })
}

/// One access on a field's argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// `.name`
    Attribute(String),
    /// `[3]`
    Index(i64),
    /// `[key]`
    Key(String),
}

/// A field name cut into the argument's name and the accesses on it; the last may be wrong.
pub fn field_name(name: &str) -> (String, Vec<Result<Access, FormatError>>) {
    let split = name.find(['.', '[']).unwrap_or(name.len());
    let (first, mut rest) = name.split_at(split);
    let mut accesses = Vec::new();
    while !rest.is_empty() {
        match access(&mut rest) {
            Ok(access) => accesses.push(Ok(access)),
            Err(text) => {
                accesses.push(Err(FormatError::value(text)));
                break;
            }
        }
    }
    (first.to_owned(), accesses)
}

fn access(rest: &mut &str) -> Result<Access, &'static str> {
    const EMPTY: &str = "Empty attribute in format string";
    if let Some(after) = rest.strip_prefix('.') {
        let (name, left) = after.split_at(after.find(['.', '[']).unwrap_or(after.len()));
        *rest = left;
        return if name.is_empty() { Err(EMPTY) } else { Ok(Access::Attribute(name.to_owned())) };
    }
    let Some(after) = rest.strip_prefix('[') else {
        return Err("Only '.' or '[' may follow ']' in format field specifier");
    };
    let Some((key, left)) = after.split_once(']') else { return Err("Missing ']' in format string") };
    *rest = left;
    if key.is_empty() {
        return Err(EMPTY);
    }
    if !key.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(Access::Key(key.to_owned()));
    }
    key.parse().map(Access::Index).map_err(|_| TOO_MANY_DIGITS)
}

#[cfg(test)]
mod tests {
    use super::{Piece, format, format_float, pieces};
    use crate::format::spec::parse;

    #[test]
    fn floats_are_formatted_as_cpython_does() {
        for (value, spec, expected) in [
            (3.14159, ".2f", "3.14"), (1e10, ",", "10,000,000,000.0"), (0.5, "%", "50.000000%"), (0.256, ".1%", "25.6%"),
            (1234.5, "010.1f", "00001234.5"), (-1.5, "=8", "-    1.5"), (1.0, "", "1.0"), (1.0, ".3", "1.0"), (1e20, ".3", "1e+20"),
            (2.0, "g", "2"), (f64::NAN, "08.2f", "00000nan"), (100.0, "e", "1.000000e+02"), (-0.0, "z.1f", "0.0"),
        ] {
            assert_eq!(format_float(value, &parse(spec, "float", 'r', '>').unwrap(), "float").unwrap(), expected, "{spec}");
        }
    }

    #[test]
    fn strs_are_cut_and_padded() {
        assert_eq!(format("abc", "^7", "str").unwrap(), "  abc  ");
        assert_eq!(format("abc", ".2", "str").unwrap(), "ab");
        assert_eq!(format("abc", "-<5", "str").unwrap(), "abc--");
    }

    #[test]
    fn a_template_is_cut_into_literals_and_fields() {
        let (found, _) = pieces("{{a}} {x!r:>{w}} b");
        let field = Piece::Field { name: "x".into(), conversion: Some('r'), spec: ">{w}".into() };
        assert_eq!(found, [Piece::Literal("{a} ".into()), field, Piece::Literal(" b".into())]);
    }
}
