//! The format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]` (Python/formatter_unicode.c).

use super::FormatError;

/// A parsed format specification. Widths are in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// The padding character.
    pub fill: char,
    /// `<`, `>`, `=`, `^`, if one was given (a leading `0` counts as `=`).
    pub align: Option<char>,
    /// `+`, `-` or space.
    pub sign: Option<char>,
    /// `z`: negative zero becomes zero.
    pub no_negative_zero: bool,
    /// `#`.
    pub alternate: bool,
    /// The least width of the field.
    pub width: usize,
    /// `,` or `_`.
    pub grouping: Option<char>,
    /// What follows the point.
    pub precision: Option<usize>,
    /// The type character, or the type's default.
    pub code: char,
    /// Whether a type character was written.
    pub code_given: bool,
}

/// The refusal of a number that is no `Py_ssize_t`.
pub const TOO_MANY_DIGITS: &str = "Too many decimal digits in format string";

struct Reader<'a> {
    rest: &'a [char],
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.rest.get(ahead).copied()
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let found = self.peek(0).filter(|c| wanted(*c))?;
        self.rest = &self.rest[1..];
        Some(found)
    }

    fn number(&mut self) -> Result<Option<usize>, FormatError> {
        // CPython's sizes have 64 bits, also where those of this machine have 32.
        let mut value: Option<i64> = None;
        while let Some(digit) = self.take(|c| c.is_ascii_digit()) {
            let next = value.unwrap_or(0).checked_mul(10).and_then(|tens| tens.checked_add(digit as i64 - '0' as i64));
            match next {
                Some(next) => value = Some(next),
                _ => return Err(FormatError::value(TOO_MANY_DIGITS)),
            }
        }
        // A number beyond the machine's own sizes is beyond every limit all the same.
        Ok(value.map(|value| usize::try_from(value).unwrap_or(usize::MAX)))
    }
}

/// Reads a specification for a value whose type is called `type_name` and whose default type character is `code`.
pub fn parse(text: &str, type_name: &str, code: char, align: char) -> Result<Spec, FormatError> {
    let chars: Vec<char> = text.chars().collect();
    let mut reader = Reader { rest: &chars };
    let mut spec = Spec {
        fill: ' ',
        align: None,
        sign: None,
        no_negative_zero: false,
        alternate: false,
        width: 0,
        grouping: None,
        precision: None,
        code,
        code_given: false,
    };
    let is_align = |c: char| matches!(c, '<' | '>' | '=' | '^');
    let mut fill_given = false;
    if reader.peek(1).is_some_and(is_align) {
        spec.fill = chars[0];
        spec.align = Some(chars[1]);
        fill_given = true;
        reader.rest = &reader.rest[2..];
    } else {
        spec.align = reader.take(is_align);
    }
    spec.sign = reader.take(|c| matches!(c, '+' | '-' | ' '));
    spec.no_negative_zero = reader.take(|c| c == 'z').is_some();
    spec.alternate = reader.take(|c| c == '#').is_some();
    if !fill_given && reader.peek(0) == Some('0') {
        spec.fill = '0';
        if spec.align.is_none() && align == '>' {
            spec.align = Some('=');
        }
        reader.rest = &reader.rest[1..];
    }
    spec.width = reader.number()?.unwrap_or(0);
    read_grouping(&mut reader, &mut spec)?;
    if reader.take(|c| c == '.').is_some() {
        spec.precision = reader.number()?;
        if spec.precision.is_none() {
            return Err(FormatError::value("Format specifier missing precision"));
        }
    }
    if reader.rest.len() > 1 {
        return Err(FormatError::value(format!("Invalid format specifier '{text}' for object of type '{type_name}'")));
    }
    if let Some(given) = reader.take(|_| true) {
        spec.code = given;
        spec.code_given = true;
    }
    check_grouping(&spec)?;
    Ok(spec)
}

fn read_grouping(reader: &mut Reader<'_>, spec: &mut Spec) -> Result<(), FormatError> {
    if reader.take(|c| c == ',').is_some() {
        spec.grouping = Some(',');
    }
    if reader.take(|c| c == '_').is_some() {
        if spec.grouping.is_some() {
            return Err(FormatError::value("Cannot specify both ',' and '_'."));
        }
        spec.grouping = Some('_');
    }
    if reader.peek(0) == Some(',') && spec.grouping.is_some() {
        let text = if spec.grouping == Some('_') { "Cannot specify both ',' and '_'." } else { "Cannot specify ',' with ','." };
        return Err(FormatError::value(text));
    }
    Ok(())
}

fn check_grouping(spec: &Spec) -> Result<(), FormatError> {
    let Some(grouping) = spec.grouping else { return Ok(()) };
    let allowed = match spec.code {
        'd' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F' => true,
        'b' | 'o' | 'x' | 'X' => grouping == '_',
        'r' | 's' => !spec.code_given,
        _ => false,
    };
    if allowed { Ok(()) } else { Err(FormatError::value(format!("Cannot specify '{grouping}' with '{}'.", spec.code))) }
}

/// The refusal of a type character.
pub fn unknown_code(code: char, type_name: &str) -> FormatError {
    let shown = if code > ' ' && (code as u32) < 128 { code.to_string() } else { format!("\\x{:x}", code as u32) };
    FormatError::value(format!("Unknown format code '{shown}' for object of type '{type_name}'"))
}

/// `text` padded to the field's width, with `sign` kept apart for the alignment `=`.
pub fn pad(spec: &Spec, prefix: &str, body: &str, default_align: char) -> String {
    let length = prefix.chars().count() + body.chars().count();
    let missing = spec.width.saturating_sub(length);
    let fill = |n: usize| spec.fill.to_string().repeat(n);
    match spec.align.unwrap_or(default_align) {
        '<' => format!("{prefix}{body}{}", fill(missing)),
        '^' => format!("{}{prefix}{body}{}", fill(missing / 2), fill(missing - missing / 2)),
        '=' => format!("{prefix}{}{body}", fill(missing)),
        _ => format!("{}{prefix}{body}", fill(missing)),
    }
}

/// The sign shown before a number.
pub fn sign_text(spec: &Spec, negative: bool) -> &'static str {
    match (negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    }
}

/// Whole digits with separators between groups of `size`, filled with zeros to `least` characters.
pub fn group(digits: &str, separator: char, size: usize, least: usize) -> String {
    let mut reversed = String::new();
    let mut written = 0;
    let mut source = digits.chars().rev();
    loop {
        let Some(digit) = source.next().or_else(|| (reversed.len() < least).then_some('0')) else { break };
        if written > 0 && written % size == 0 {
            reversed.push(separator);
        }
        reversed.push(digit);
        written += 1;
    }
    reversed.chars().rev().collect()
}

/// A number's parts put together: sign and base prefix, grouped whole digits, the rest, padding.
pub fn number(spec: &Spec, prefix: &str, whole: &str, rest: &str) -> String {
    let zero_filled = spec.fill == '0' && spec.align == Some('=');
    let body = match spec.grouping {
        Some(separator) => {
            let size = if matches!(spec.code, 'b' | 'o' | 'x' | 'X') { 4 } else { 3 };
            let room = spec.width.saturating_sub(prefix.chars().count() + rest.chars().count());
            group(whole, separator, size, if zero_filled { room } else { 0 }) + rest
        }
        None => format!("{whole}{rest}"),
    };
    pad(spec, prefix, &body, '>')
}

#[cfg(test)]
mod tests {
    use super::{group, parse};

    #[test]
    fn a_leading_zero_fills_after_the_sign() {
        let spec = parse("+08,.2f", "float", 'g', '>').unwrap();
        assert_eq!((spec.fill, spec.align, spec.width, spec.precision, spec.code), ('0', Some('='), 8, Some(2), 'f'));
    }

    #[test]
    fn groups_are_made_from_the_right() {
        assert_eq!(group("1234567", ',', 3, 0), "1,234,567");
        assert_eq!(group("12", ',', 3, 6), "00,012");
        assert_eq!(group("12", ',', 3, 4), "0,012");
    }
}
