//! Reading a line of a program as far as questions need it: words, strings, brackets. It is no parser; what it does not
//! understand is not asked about.

/// Which bytes of a line are code: neither in a text nor in a comment. What stands in the braces of an f-string is code.
pub(crate) fn code(line: &str) -> Vec<bool> {
    let bytes = line.as_bytes();
    let mut is_code = vec![true; bytes.len()];
    // The sign that ends the text, whether it is an f-string, and its open braces.
    let mut text: Option<(u8, bool, u32)> = None;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        match &mut text {
            None if byte == b'#' => {
                is_code[at..].fill(false);
                break;
            }
            None if matches!(byte, b'"' | b'\'') => {
                let is_format = at > 0 && matches!(bytes[at - 1], b'f' | b'F');
                text = Some((byte, is_format, 0));
                is_code[at] = false;
            }
            None => {}
            Some((end, _, 0)) if byte == *end => {
                is_code[at] = false;
                text = None;
            }
            Some((_, _, 0)) if byte == b'\\' => {
                is_code[at] = false;
                at += 1;
                if at < bytes.len() {
                    is_code[at] = false;
                }
            }
            Some((_, true, braces)) if byte == b'{' => {
                *braces += 1;
                is_code[at] = false;
            }
            Some((_, true, braces)) if byte == b'}' && *braces > 0 => {
                *braces -= 1;
                is_code[at] = false;
            }
            Some((_, _, braces)) => is_code[at] = *braces > 0,
        }
        at += 1;
    }
    is_code
}

/// A line without indentation and comment.
pub(crate) fn bare(line: &str) -> &str {
    let is_code = code(line);
    let comment = line.bytes().enumerate().position(|(at, byte)| byte == b'#' && !is_code[at] && is_code[at..].iter().all(|code| !code));
    let end = comment.unwrap_or(line.len());
    // A text that ends the line holds no comment.
    let inside = line[..end].matches(['"', '\'']).count() % 2 == 1;
    if inside { line.trim() } else { line[..end].trim() }
}

/// Whether a text is a name.
pub(crate) fn is_name(text: &str) -> bool {
    let begins = text.chars().next().is_some_and(|first| first.is_alphabetic() || first == '_');
    begins && text.chars().all(|letter| letter.is_alphanumeric() || letter == '_') && !is_keyword(text)
}

/// Whether a text is a name, perhaps with attributes: `self.items`.
pub(crate) fn is_dotted(text: &str) -> bool {
    text.split('.').all(is_name)
}

fn is_keyword(text: &str) -> bool {
    matches!(text, "None" | "True" | "False" | "lambda" | "not" | "await" | "yield" | "if" | "else" | "for" | "in" | "is" | "and" | "or")
}

/// The names that stand in the code of a line.
pub fn names(line: &str) -> Vec<&str> {
    let is_code = code(line);
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in line.char_indices().chain([(line.len(), ' ')]) {
        let is_part = (letter.is_alphanumeric() || letter == '_') && is_code.get(at) == Some(&true);
        match (is_part, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let name = &line[from..at];
                let is_attribute = from > 0 && line.as_bytes()[from - 1] == b'.';
                // The letters before the quotes of a text: `f"…"`, `rb'…'`.
                let is_prefix = matches!(letter, '"' | '\'') && name.len() <= 2;
                if is_name(name) && !is_attribute && !is_prefix && !found.contains(&name) {
                    found.push(name);
                }
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Both sides of an assignment to one target: `a = b`. No comparison, no `+=`, no second `=`.
pub fn assignment(text: &str) -> Option<(&str, &str)> {
    let is_code = code(text);
    let bytes = text.as_bytes();
    let mut depth = 0_i32;
    let mut found = None;
    for (at, byte) in bytes.iter().enumerate().filter(|(at, _)| is_code[*at]) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            b'=' if depth == 0 => {
                let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
                let next = bytes.get(at + 1).copied().unwrap_or(b' ');
                if next == b'=' || b"=!<>+-*/%&|^@:".contains(&before) || found.is_some() {
                    return None;
                }
                found = Some(at);
            }
            b';' if depth == 0 => return None,
            _ => {}
        }
    }
    let at = found?;
    Some((text[..at].trim(), text[at + 1..].trim()))
}

/// The index of the bracket that closes the one at `open`.
pub(crate) fn closing(text: &str, open: usize) -> Option<usize> {
    let is_code = code(text);
    let mut depth = 0_i32;
    for (at, byte) in text.bytes().enumerate().skip(open).filter(|(at, _)| is_code[*at]) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Columns of indentation.
pub(crate) fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Whether the statement has a body, or belongs to one that has.
pub(crate) fn is_header(text: &str) -> bool {
    let word = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default();
    let compound = matches!(
        word,
        "if" | "elif" | "else" | "for" | "while" | "def" | "class" | "with" | "try" | "except" | "finally" | "match" | "case" | "async"
    );
    compound || text.starts_with('@')
}

/// Whether a line stands alone: all its brackets are closed, and it is no part of a longer text.
pub(crate) fn is_complete(line: &str) -> bool {
    let is_code = code(line);
    let mut depth = 0_i32;
    for (at, byte) in line.bytes().enumerate().filter(|(at, _)| is_code[*at]) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            b'\\' if at + 1 == line.trim_end().len() => return false,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0 && !line.contains("\"\"\"") && !line.contains("'''")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_comments_are_no_code_but_braces_of_f_strings_are() {
        assert_eq!(names("print(f\"x is {a is b}\", 'c')  # d"), ["print", "a", "b"]);
        assert_eq!(bare("  a = '#1'  # a comment"), "a = '#1'");
        assert_eq!(bare("print(a)"), "print(a)");
    }

    #[test]
    fn only_a_single_plain_assignment_is_one() {
        assert_eq!(assignment("a.b = f(x=1)"), Some(("a.b", "f(x=1)")));
        for other in ["a == b", "a += b", "a = b = c", "f(x=1)", "a <= b"] {
            assert_eq!(assignment(other), None, "{other}");
        }
    }
}
