//! Numbers and names as the page writes them.

use crate::picture::{Object, ObjectId, Value};

/// A number with its thousands set apart: `5,003`.
pub fn number(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number and what is counted: `1 step`, `2 steps`.
pub fn counted(value: u64, one: &str, many: &str) -> String {
    format!("{} {}", number(value), if value == 1 { one } else { many })
}

/// A change with its sign: `+1`, `−2`.
pub fn signed(value: i64) -> String {
    if value < 0 {
        format!("−{}", value.unsigned_abs())
    } else {
        format!("+{value}")
    }
}

/// The word in an object's header: its own name for what has one, else its type's.
pub fn type_word(object: &Object) -> &str {
    if object.name.is_empty() {
        &object.type_name
    } else {
        &object.name
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
        Value::Empty => "nothing".into(),
        Value::InPlace { text, .. } => text.clone(),
        Value::Arrow(id) => name(*id),
    }
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
    fn thousands_are_set_apart() {
        assert_eq!(number(7), "7");
        assert_eq!(number(5003), "5,003");
        assert_eq!(number(1_000_000), "1,000,000");
    }

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
