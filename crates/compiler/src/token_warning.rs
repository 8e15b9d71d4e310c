//! What CPython warns of while it reads the source: escapes that mean nothing, numbers that run into a keyword.

use crate::code::Warning;
use crate::prescan::{Scan, Token, TokenKind};

/// A format string that is open.
struct Open<'s> {
    prefix: &'s str,
    /// Braces open in it.
    depth: u32,
    /// What its own text is warned of once it is whole.
    pending: Vec<String>,
}

/// The warnings of a source that was scanned, in the order CPython gives them.
pub(crate) fn warnings(source: &str, scan: &Scan) -> Vec<Warning> {
    let mut found = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for (index, token) in scan.tokens.iter().enumerate() {
        let text = token.text(source);
        let mut warn =
            |line: u32, message: Option<String>| found.extend(message.map(|message| Warning { line, message }));
        match token.kind {
            TokenKind::String => warn(token.line, string_message(text)),
            TokenKind::Number => warn(token.line, number_message(text, scan.tokens.get(index + 1), token, source)),
            TokenKind::FStringStart => open.push(Open { prefix: prefix(text), depth: 0, pending: Vec::new() }),
            TokenKind::FStringMiddle => {
                let Some(string) = open.last_mut().filter(|string| !is_raw(string.prefix)) else { continue };
                let line = token.line + lines_in(text);
                let after = source[token.end as usize..].chars().next().filter(|next| matches!(next, '{' | '}'));
                warn(line, brace_message(text, after));
                match wrong_escape(text, false) {
                    // A format specification is decoded at once, the text of the string when all of it is read.
                    message @ Some(_) if string.depth > 0 => warn(line, message),
                    message => string.pending.extend(message),
                }
            }
            TokenKind::FStringEnd => {
                let pending = open.pop().map(|string| string.pending).unwrap_or_default();
                pending.into_iter().for_each(|message| warn(token.line, Some(message)));
            }
            TokenKind::Operator => {
                if let Some(string) = open.last_mut() {
                    match text {
                        "{" => string.depth += 1,
                        "}" => string.depth = string.depth.saturating_sub(1),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    found
}

fn lines_in(text: &str) -> u32 {
    u32::try_from(text.bytes().filter(|byte| *byte == b'\n').count()).unwrap_or(0)
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
