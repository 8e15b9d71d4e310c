//! Python source: literals.

use std::fmt::Write;

/// A string literal.
pub(super) fn literal(text: &str) -> String {
    let mut literal = String::from("\"");
    for sign in text.chars() {
        match sign {
            '\\' => literal.push_str("\\\\"),
            '"' => literal.push_str("\\\""),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            sign if sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                let _ = write!(literal, "\\U{:08x}", u32::from(sign));
            }
            sign => literal.push(sign),
        }
    }
    literal.push('"');
    literal
}

/// A text of several lines, a literal for each.
pub(super) fn lines(text: &str) -> String {
    let mut written = String::from("(\n");
    for line in text.split_inclusive('\n') {
        let _ = writeln!(written, "    {}", literal(line));
    }
    if text.is_empty() {
        written.push_str("    \"\"\n");
    }
    written.push(')');
    written
}

/// A truth value.
pub(super) fn truth(is: bool) -> &'static str {
    if is { "True" } else { "False" }
}
