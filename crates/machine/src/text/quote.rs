//! `repr` of text and bytes, and the escapes they need.

use super::case::is_printable;

fn quote_for(has_single: bool, has_double: bool) -> u32 {
    u32::from(if has_single && !has_double { b'"' } else { b'\'' })
}

/// `repr(str)`.
pub fn repr(text: &[u32]) -> Vec<u32> {
    quoted(text, false)
}

/// `ascii(str)`.
pub fn ascii(text: &[u32]) -> Vec<u32> {
    quoted(text, true)
}

fn quoted(text: &[u32], only_ascii: bool) -> Vec<u32> {
    let quote = quote_for(text.contains(&39), text.contains(&34));
    let mut out = vec![quote];
    for point in text {
        match *point {
            92 => out.extend([92, 92]),
            c if c == quote => out.extend([92, c]),
            9 => out.extend([92, 0x74]),
            10 => out.extend([92, 0x6e]),
            13 => out.extend([92, 0x72]),
            c @ 32..=126 => out.push(c),
            c if c > 127 && !only_ascii && is_printable(c) => out.push(c),
            c => push_escape(c, &mut out),
        }
    }
    out.push(quote);
    out
}

fn push_escape(point: u32, out: &mut Vec<u32>) {
    out.extend(escape(point).bytes().map(u32::from));
}

/// `\xe9`, `\u20ac` or `\U0001f600`.
pub fn escape(point: u32) -> String {
    match point {
        0..=0xff => format!("\\x{point:02x}"),
        0x100..=0xffff => format!("\\u{point:04x}"),
        _ => format!("\\U{point:08x}"),
    }
}

/// The text of `ascii(...)` applied to a finished `repr`: all beyond ASCII is escaped.
pub fn escaped_beyond_ascii(text: &[u32]) -> Vec<u32> {
    let mut out = Vec::with_capacity(text.len());
    for point in text {
        if *point < 128 { out.push(*point) } else { push_escape(*point, &mut out) }
    }
    out
}

/// `repr(bytes)`.
pub fn bytes_repr(data: &[u8]) -> String {
    quoted_bytes(data, false)
}

/// What `repr(bytearray)` shows of the content: it escapes the single quotes whatever stands around them.
pub fn bytearray_repr(data: &[u8]) -> String {
    quoted_bytes(data, true)
}

fn quoted_bytes(data: &[u8], single: bool) -> String {
    let quote = if data.contains(&b'\'') && !data.contains(&b'"') { '"' } else { '\'' };
    let mut out = format!("b{quote}");
    for byte in data {
        match *byte {
            b'\\' => out.push_str("\\\\"),
            b'\'' if single => out.push_str("\\'"),
            c if char::from(c) == quote => out.extend(['\\', quote]),
            b'\t' => out.push_str("\\t"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            c @ 32..=126 => out.push(char::from(c)),
            c => out.push_str(&format!("\\x{c:02x}")),
        }
    }
    out.push(quote);
    out
}

#[cfg(test)]
mod tests {
    use super::{bytes_repr, repr};
    use crate::text::{plain, points};

    #[test]
    fn quotes_are_chosen_to_escape_least() {
        for (text, expected) in [("a'b", "\"a'b\""), ("a'\"", "'a\\'\"'"), ("é\n\u{7f}\u{a0}", "'é\\n\\x7f\\xa0'"), ("€\u{1f600}", "'€\u{1f600}'")] {
            assert_eq!(plain(&repr(&points(text))), expected);
        }
        assert_eq!(bytes_repr(b"a'\x00\xff"), "b\"a'\\x00\\xff\"");
    }
}
