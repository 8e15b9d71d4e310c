//! Numbers and names as the page writes them.

use crate::picture::{Object, ObjectId, Shape, Value};
pub use heapglass_words::{MARKS, Part, number, parts, signed};

/// The word in an object's header: its own name for what has one, else its type's.
pub fn type_word(object: &Object) -> &str {
    if object.name.is_empty() {
        &object.type_name
    } else {
        &object.name
    }
}

/// The syntax that makes such a thing.
pub fn tile(shape: Shape) -> &'static str {
    match shape {
        Shape::Number => "#",
        Shape::Text => "\"\"",
        Shape::Bytes => "b\"",
        Shape::List => "[ ]",
        Shape::Tuple => "( )",
        Shape::Dict => "{:}",
        Shape::Set => "{ }",
        Shape::Instance | Shape::Slotted => ".x",
        Shape::Class => "C",
        Shape::Function => "f()",
        Shape::Method => ".f",
        Shape::Cell => "·",
        Shape::Generator => "||",
        Shape::Iterator => "▸",
        Shape::Frame => "↩",
        Shape::Exception => "!",
        Shape::Traceback => "↑",
        Shape::Weakref => "w",
        Shape::Module => "m",
        Shape::Other => "o",
    }
}

/// The one name an object has everywhere: `list #7`.
pub fn title(object: &Object) -> String {
    format!("{} {}", type_word(object), numbered(object.id))
}

/// An object that is known by its number alone. Those older than the program count backwards from it.
pub fn numbered(id: ObjectId) -> String {
    id.to_string()
}

/// What a cell holds, said aloud.
pub fn value(value: &Value, name: impl Fn(ObjectId) -> String) -> String {
    match value {
        Value::Empty => heapglass_words::object::nothing().into(),
        Value::InPlace { text, .. } => text.clone(),
        Value::Arrow(id) => name(*id),
    }
}

/// How many letters' room a text takes, as in a terminal: signs of Chinese and the like take two, marks on letters none.
pub fn columns(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

/// Whether a sign takes the room of two letters.
pub fn is_wide(sign: char) -> bool {
    unicode_width::UnicodeWidthChar::width(sign) == Some(2)
}

/// At most `limit` characters, with a sign if some are left out.
pub fn shortened(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_string();
    }
    let mut short: String = text.chars().take(limit.saturating_sub(1)).collect();
    short.push('…');
    short
}

/// Code and prose of a sentence in which code stands between backticks, in turn, prose first.
pub fn pieces(sentence: &str) -> impl Iterator<Item = (bool, &str)> {
    sentence
        .split('`')
        .enumerate()
        .map(|(index, piece)| (index % 2 == 1, piece))
        .filter(|(_, piece)| !piece.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_in_a_sentence_stands_between_backticks() {
        let found: Vec<_> = pieces("`b` now names the list that `a` names").collect();
        assert_eq!(
            found,
            [
                (true, "b"),
                (false, " now names the list that "),
                (true, "a"),
                (false, " names")
            ]
        );
    }

    #[test]
    fn a_long_text_ends_with_a_sign() {
        assert_eq!(shortened("abcdef", 4), "abc…");
        assert_eq!(shortened("abcd", 4), "abcd");
    }
}
