//! Constants and f-strings as text.

use super::Writer;
use super::operator::Precedence;
use crate::ast::{Constant, Expression, ExpressionKind, Text};
use crate::facts;

impl Writer {
    pub(super) fn constant(&mut self, value: &Constant) {
        match value {
            Constant::None => self.push("None"),
            Constant::True => self.push("True"),
            Constant::False => self.push("False"),
            Constant::Ellipsis => self.push("..."),
            Constant::Int(value) => self.push(&value.to_string()),
            // Infinity has no literal but one that overflows.
            Constant::Float(value) => self.push(&facts::float(*value).replace("inf", "1e309")),
            Constant::Complex { real, imaginary } => {
                self.push(&facts::complex(*real, *imaginary).replace("inf", "1e309"));
            }
            Constant::Str(text) => self.text_literal(text),
            Constant::Bytes(bytes) => self.push(&facts::bytes_literal(bytes)),
            Constant::Tuple(_) | Constant::FrozenSet(_) => {}
        }
    }

    /// `repr` of a text.
    fn text_literal(&mut self, text: &Text) {
        let has = |wanted: char| text.0.contains(&u32::from(wanted));
        let quote = if has('\'') && !has('"') { "\"" } else { "'" };
        self.push(quote);
        for &point in &text.0 {
            match char::from_u32(point) {
                Some('\\') => self.push("\\\\"),
                Some('\n') => self.push("\\n"),
                Some('\r') => self.push("\\r"),
                Some('\t') => self.push("\\t"),
                Some('\'') if quote == "'" => self.push("\\'"),
                Some(character) if is_printable(character) => self.text.push(point),
                _ => self.push(&match point {
                    0..=0xFF => format!("\\x{point:02x}"),
                    0x100..=0xFFFF => format!("\\u{point:04x}"),
                    _ => format!("\\U{point:08x}"),
                }),
            }
        }
        self.push(quote);
    }

    pub(super) fn fstring(&mut self, node: &Expression) {
        let mut body = Writer { text: Vec::new() };
        body.fstring_part(node);
        self.push("f");
        self.text_literal(&Text(body.text));
    }

    fn fstring_part(&mut self, node: &Expression) {
        match &node.kind {
            ExpressionKind::Constant(Constant::Str(text)) => {
                for &point in &text.0 {
                    self.text.push(point);
                    if point == u32::from('{') || point == u32::from('}') {
                        self.text.push(point);
                    }
                }
            }
            ExpressionKind::JoinedStr(values) => values.iter().for_each(|value| self.fstring_part(value)),
            ExpressionKind::FormattedValue { value, conversion, format_spec } => {
                let mut inner = Writer { text: Vec::new() };
                inner.expression(value, Precedence::Test.tighter());
                // A brace right after the opening one would be taken for text.
                self.push(if inner.text.first() == Some(&u32::from('{')) { "{ " } else { "{" });
                self.text.extend(inner.text);
                if let Some(conversion) = conversion {
                    self.push(&format!("!{conversion}"));
                }
                if let Some(format_spec) = format_spec {
                    self.push(":");
                    self.fstring_part(format_spec);
                }
                self.push("}");
            }
            _ => {}
        }
    }
}

/// Nearly `str.isprintable`: unassigned characters count as printable.
fn is_printable(character: char) -> bool {
    match character {
        ' '..='~' => true,
        '\u{ad}' => false,
        _ => !character.is_control() && !character.is_whitespace(),
    }
}
