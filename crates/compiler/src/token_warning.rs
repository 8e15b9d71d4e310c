//! What CPython warns of while it reads the source: escapes that mean nothing, numbers that run into a keyword.

use crate::code::Warning;
use crate::prescan::{Scan, Token, TokenKind};

/// The warnings of a source that was scanned, in its order.
pub(crate) fn warnings(source: &str, scan: &Scan) -> Vec<Warning> {
    let mut found = Vec::new();
    // Prefixes of the format strings that are open.
    let mut prefixes: Vec<&str> = Vec::new();
    for (index, token) in scan.tokens.iter().enumerate() {
        let text = token.text(source);
        let message = match token.kind {
            TokenKind::String => string_message(text),
            TokenKind::FStringStart => {
                prefixes.push(prefix(text));
                None
            }
            TokenKind::FStringMiddle if !is_raw(prefixes.last().unwrap_or(&"")) => {
                let after = source[token.end as usize..].chars().next().filter(|next| matches!(next, '{' | '}'));
                wrong_escape(text, false).or_else(|| brace_message(text, after))
            }
            TokenKind::FStringEnd => {
                prefixes.pop();
                None
            }
            TokenKind::Number => number_message(text, scan.tokens.get(index + 1), token, source),
            _ => None,
        };
        // A part of a format string counts as standing on its last line.
        let is_part = token.kind == TokenKind::FStringMiddle;
        let lines = if is_part { text.bytes().filter(|byte| *byte == b'\n').count() } else { 0 };
        let line = token.line + u32::try_from(lines).unwrap_or(0);
        found.extend(message.map(|message| Warning { line, message }));
    }
    found
}

/// The letters before the quotes.
fn prefix(text: &str) -> &str {
    text.split(['\'', '"']).next().unwrap_or("")
}

fn is_raw(prefix: &str) -> bool {
    prefix.contains(['r', 'R'])
}

fn string_message(text: &str) -> Option<String> {
    let letters = prefix(text);
    if is_raw(letters) {
        return None;
    }
    wrong_escape(&text[letters.len()..], letters.contains(['b', 'B']))
}

/// The first escape without a meaning. One before a character outside ASCII goes unnoticed, as in CPython.
fn wrong_escape(text: &str, is_bytes: bool) -> Option<String> {
    let mut rest = text;
    while let Some(place) = rest.find('\\') {
        rest = &rest[place + 1..];
        let next = rest.chars().next()?;
        let known = matches!(next, '\n' | '\r' | '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | 'x')
            || (!is_bytes && matches!(next, 'N' | 'u' | 'U'))
            || !next.is_ascii();
        if next.is_digit(8) {
            let digits: String = rest.chars().take(3).take_while(|digit| digit.is_digit(8)).collect();
            if u32::from_str_radix(&digits, 8).is_ok_and(|value| value > 0o377) {
                return Some(format!("invalid octal escape sequence '\\{digits}'"));
            }
        } else if !known {
            return Some(format!("invalid escape sequence '\\{next}'"));
        }
        rest = &rest[next.len_utf8()..];
    }
    None
}

/// A backslash before a field of a format string.
fn brace_message(text: &str, brace: Option<char>) -> Option<String> {
    let backslashes = text.len() - text.trim_end_matches('\\').len();
    let brace = brace.filter(|_| backslashes % 2 == 1)?;
    Some(format!("invalid escape sequence '\\{brace}'"))
}

/// `1if x else 2`.
fn number_message(text: &str, next: Option<&Token>, token: &Token, source: &str) -> Option<String> {
    let next = next.filter(|next| next.kind == TokenKind::Name && next.start == token.end)?;
    if !matches!(next.text(source), "and" | "else" | "for" | "if" | "in" | "is" | "or" | "not") {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let kind = match lower.as_bytes() {
        [b'0', b'x', ..] => "hexadecimal",
        [b'0', b'o', ..] => "octal",
        [b'0', b'b', ..] => "binary",
        [.., b'j'] => "imaginary",
        _ => "decimal",
    };
    Some(format!("invalid {kind} literal"))
}
