//! Numbers and strings.

use num_bigint::BigInt;
use ruff_python_ast as syntax;
use ruff_text_size::{Ranged, TextRange};

use super::Lowering;
use crate::ast::{Constant, Text};
use crate::diagnose::Places;
use crate::diagnostic::{Diagnostic, DiagnosticKind};

/// `sys.int_info.default_max_str_digits`: a decimal literal may have no more digits.
const MAX_STR_DIGITS: usize = 4300;

impl Lowering<'_> {
    pub(super) fn number(&mut self, it: &syntax::ExprNumberLiteral) -> Constant {
        match &it.value {
            syntax::Number::Int(_) => self.int(it),
            syntax::Number::Float(value) => Constant::Float(*value),
            syntax::Number::Complex { real, imag } => Constant::Complex {
                real: *real,
                imaginary: *imag,
            },
        }
    }

    fn int(&mut self, it: &syntax::ExprNumberLiteral) -> Constant {
        let digits = self.text(it).replace('_', "").to_ascii_lowercase();
        let (digits, radix) = match digits.get(..2) {
            Some("0x") => (&digits[2..], 16),
            Some("0o") => (&digits[2..], 8),
            Some("0b") => (&digits[2..], 2),
            _ => (&digits[..], 10),
        };
        if radix == 10 && digits.len() > MAX_STR_DIGITS {
            let count = digits.len();
            // CPython gives no column.
            let (line, _) = self.positions.place(it.start());
            let message = format!(
                "Exceeds the limit ({MAX_STR_DIGITS} digits) for integer string conversion: value has {count} digits; use \
                 sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid \
                 decimal conversion limits."
            );
            self.complain(Diagnostic {
                kind: DiagnosticKind::Syntax,
                message,
                line,
                column: 0,
                end_line: line,
                end_column: 0,
            });
            return Constant::Int(BigInt::ZERO);
        }
        Constant::Int(BigInt::parse_bytes(digits.as_bytes(), radix).unwrap_or_default())
    }

    /// Remembers an error about the node at `range`.
    pub(super) fn complain_at(&mut self, range: TextRange, kind: DiagnosticKind, message: String) {
        let place = Places::new(self.source).range(range);
        self.complain(Diagnostic { kind, message, ..place });
    }

    /// Adjacent literals are one string.
    pub(super) fn string(&self, it: &syntax::ExprStringLiteral) -> Constant {
        let mut text = Text::default();
        for part in &it.value {
            text.0.extend(self.string_part(part).0);
        }
        Constant::Str(text)
    }

    pub(super) fn string_part(&self, part: &syntax::StringLiteral) -> Text {
        let written = &self.source[part.content_range()];
        self.decoded(&part.value, written, part.flags.prefix().is_raw(), false)
    }

    /// The text of a literal whose escapes the parser has replaced: `value`, with the lone surrogates it cannot hold put back
    /// from the source as `written`. Doubled braces stand for one in a format string.
    pub(super) fn decoded(&self, value: &str, written: &str, raw: bool, braces: bool) -> Text {
        let mut text = Text::new(value);
        if !raw && value.contains('\u{fffd}') {
            restore_surrogates(&mut text, written, braces);
        }
        text
    }
}

/// Walks `written` and `text` side by side and writes each `\udXXX` of the one into the other.
fn restore_surrogates(text: &mut Text, written: &str, braces: bool) {
    let mut rest = written;
    let mut index = 0;
    while let Some(first) = rest.chars().next() {
        let mut length = first.len_utf8();
        let mut makes = 1;
        if first == '\\' {
            (length, makes) = escape(rest);
            if let Some(point) = surrogate(&rest[..length])
                && let Some(place) = text.0.get_mut(index)
            {
                *place = point;
            }
        } else if braces && (rest.starts_with("{{") || rest.starts_with("}}")) {
            length = 2;
        }
        rest = &rest[length..];
        index += makes;
    }
}

/// How many bytes the escape at the start of `rest` takes, and how many characters it makes.
fn escape(rest: &str) -> (usize, usize) {
    let digits = |most: usize, radix: u32| rest[1..].chars().take(most).take_while(|it| it.is_digit(radix)).count();
    match rest[1..].chars().next() {
        Some('\n') => (2, 0),
        Some('x') => (4.min(rest.len()), 1),
        Some('u') => (6.min(rest.len()), 1),
        Some('U') => (10.min(rest.len()), 1),
        Some('N') => (rest.find('}').map_or(2, |end| end + 1), 1),
        Some('0'..='7') => (1 + digits(3, 8), 1),
        Some('\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v') => (2, 1),
        // An unknown escape keeps its backslash.
        _ => (1, 1),
    }
}

fn surrogate(escape: &str) -> Option<u32> {
    let digits = escape.strip_prefix("\\u").or_else(|| escape.strip_prefix("\\U"))?;
    u32::from_str_radix(digits, 16)
        .ok()
        .filter(|point| (0xd800..0xe000).contains(point))
}
