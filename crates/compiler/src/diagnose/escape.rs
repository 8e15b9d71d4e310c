//! Wrong escapes in strings, in the words of CPython's decoder (`_PyUnicode_DecodeUnicodeEscapeInternal`).

/// Whether the string as written is of bytes.
pub(super) fn is_bytes(written: &str) -> bool {
    prefix(written).contains(['b', 'B'])
}

fn prefix(written: &str) -> &str {
    &written[..written.find(['"', '\'']).unwrap_or(0)]
}

/// The first mistake in a whole string as written, which begins at byte offset `start`.
pub(super) fn mistake(written: &str, start: u32, wrong: &[u32]) -> Option<String> {
    let prefix = prefix(written);
    let quotes = if written[prefix.len()..].starts_with("\"\"\"") || written[prefix.len()..].starts_with("'''") {
        3
    } else {
        1
    };
    let from = prefix.len() + quotes;
    let text = written.get(from..written.len().saturating_sub(quotes))?;
    let raw = prefix.contains(['r', 'R']);
    if is_bytes(written) {
        if !text.is_ascii() {
            return Some("bytes can only contain ASCII literal characters".to_owned());
        }
        return if raw { None } else { mistake_in_bytes(text) };
    }
    if raw {
        None
    } else {
        mistake_in_text(text, start + u32::try_from(from).unwrap_or(0), wrong)
    }
}

fn mistake_in_bytes(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some(place) = rest.find('\\') {
        let escape = &rest[place + 1..];
        if let Some(digits) = escape.strip_prefix('x')
            && hexadecimal(digits, 2) < 2
        {
            return Some(format!(
                "(value error) invalid \\x escape at position {}",
                text.len() - escape.len() - 1
            ));
        }
        rest = after_escape(escape);
    }
    None
}

/// The first mistake in the text of a string, which begins at byte offset `start`. Which names of characters are unknown
/// (`wrong`) the parser has found out.
pub(super) fn mistake_in_text(text: &str, start: u32, wrong: &[u32]) -> Option<String> {
    let mut rest = text;
    while let Some(place) = rest.find('\\') {
        let escape = &rest[place + 1..];
        let begin = text.len() - escape.len() - 1;
        let offset = start + u32::try_from(begin).unwrap_or(0);
        if let Some((length, what)) = wrong_escape(escape, |length| {
            wrong
                .iter()
                .any(|it| (offset..offset + u32::try_from(length).unwrap_or(0)).contains(it))
        }) {
            let begin = widened(&text[..begin]);
            let end = begin + length;
            return Some(format!(
                "(unicode error) 'unicodeescape' codec can't decode bytes in position {begin}-{end}: {what}"
            ));
        }
        rest = after_escape(escape);
    }
    None
}

fn after_escape(escape: &str) -> &str {
    let mut characters = escape.chars();
    characters.next();
    characters.as_str()
}

/// CPython decodes from a copy in which each character beyond ASCII is an escape of ten bytes.
fn widened(text: &str) -> usize {
    text.chars()
        .map(|character| if character.is_ascii() { 1 } else { 10 })
        .sum()
}

fn hexadecimal(text: &str, most: usize) -> usize {
    text.bytes().take(most).take_while(u8::is_ascii_hexdigit).count()
}

/// The length of a wrong escape less one, and what is wrong with it; `escape` begins behind the backslash.
fn wrong_escape(escape: &str, unknown: impl Fn(usize) -> bool) -> Option<(usize, &'static str)> {
    let (digits, what) = match escape.chars().next()? {
        'x' => (2, "truncated \\xXX escape"),
        'u' => (4, "truncated \\uXXXX escape"),
        'U' => (8, "truncated \\UXXXXXXXX escape"),
        'N' => return wrong_name(&escape[1..], unknown),
        _ => return None,
    };
    let found = hexadecimal(&escape[1..], digits);
    if found < digits {
        return Some((found + 1, what));
    }
    let point = u32::from_str_radix(&escape[1..=digits], 16).unwrap_or_default();
    (point > 0x10_ffff).then_some((digits + 1, "illegal Unicode character"))
}

fn wrong_name(name: &str, unknown: impl Fn(usize) -> bool) -> Option<(usize, &'static str)> {
    let malformed = "malformed \\N character escape";
    let Some(inner) = name.strip_prefix('{') else {
        return Some((1, malformed));
    };
    match inner.find('}') {
        None => Some((widened(name) + 1, malformed)),
        Some(0) => Some((3, malformed)),
        Some(end) => unknown(end + 4).then(|| (widened(&inner[..end]) + 3, "unknown Unicode character name")),
    }
}
