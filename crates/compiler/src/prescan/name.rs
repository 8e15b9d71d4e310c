//! Identifiers and the prefixes of strings.

use super::tokenizer::Tokenizer;
use super::{Stop, TokenKind};

impl Tokenizer<'_> {
    /// A name, or the string whose prefix it is.
    pub(super) fn name(&mut self) -> Result<(), Stop> {
        let start = self.cursor;
        let rest = self.rest();
        let length = rest
            .find(|next: char| next.is_ascii() && !is_name_part(next))
            .unwrap_or(rest.len());
        let name = &rest[..length];
        if is_string_prefix(name) && rest[length..].starts_with(['"', '\'']) {
            self.cursor += length;
            return self.string(start, self.cursor);
        }
        if let Some(wrong) = first_wrong(name) {
            let character = name[wrong..].chars().next().unwrap_or_default();
            self.cursor = start + wrong + character.len_utf8();
            return Err(self.error(&invalid_character(character)));
        }
        self.cursor += length;
        self.push(TokenKind::Name, start)
    }
}

/// What the tokenizer takes for part of a name before looking closer.
pub(super) fn is_name_part(character: char) -> bool {
    character == '_' || character.is_ascii_alphanumeric() || !character.is_ascii()
}

fn is_string_prefix(name: &str) -> bool {
    matches!(
        name.to_ascii_lowercase().as_str(),
        "b" | "r" | "u" | "f" | "br" | "rb" | "fr" | "rf"
    )
}

/// Byte offset of the first character that may not stand where it does in a name.
fn first_wrong(name: &str) -> Option<usize> {
    if name.is_ascii() {
        return None;
    }
    let allowed = |index: usize, character: char| {
        if index == 0 {
            character == '_' || unicode_ident::is_xid_start(character)
        } else {
            unicode_ident::is_xid_continue(character)
        }
    };
    name.char_indices()
        .find(|&(index, character)| !allowed(index, character))
        .map(|(index, _)| index)
}

fn invalid_character(character: char) -> String {
    let point = u32::from(character);
    if is_printable(character) {
        format!("invalid character '{character}' (U+{point:04X})")
    } else {
        format!("invalid non-printable character U+{point:04X}")
    }
}

/// Whether `str.isprintable` holds, to a good approximation: separators, controls and formats are not printable.
fn is_printable(character: char) -> bool {
    !(character.is_control()
        || character.is_whitespace()
        || matches!(
            u32::from(character),
            0xad | 0x600..=0x605 | 0x61c | 0x6dd | 0x70f | 0x180e | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xe000..=0xf8ff
                | 0xfeff | 0xfff0..=0xfffb | 0xe0000..=0x10_ffff
        ))
}
