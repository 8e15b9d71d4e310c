//! The English messages as Rust: a function for each, with its variables as parameters.

use std::fmt::Write;

use crate::{Message, Piece};

/// Words that cannot be names.
const KEYWORDS: [&str; 12] = ["as", "break", "continue", "for", "if", "in", "loop", "match", "move", "ref", "type", "use"];

/// The text of a module, that of the topic with this number. Each function carries its English text, so that a program has only
/// those it uses.
pub fn rust(messages: &[Message], topic: usize) -> String {
    let mut text = String::new();
    for (number, message) in messages.iter().enumerate() {
        // Writing into a string cannot fail.
        let _ = function(&mut text, message, topic, number);
    }
    text
}

/// The English text of a message as one text: the signs are those of `crates/words/src/pattern.rs`.
fn pattern(pieces: &[Piece]) -> String {
    let digit = |index: &usize| u32::try_from(*index).ok().and_then(|index| char::from_digit(index, 36)).unwrap_or('z');
    let of = |piece: &Piece| match piece {
        Piece::Text(words) => words.clone(),
        Piece::Variable(index) => format!("\u{1}{}", digit(index)),
        Piece::Choice { by, cases } => {
            let cases = cases.iter().map(|(key, case)| format!("{key}\u{3}{}\u{4}", pattern(case)));
            format!("\u{2}{}{}\u{5}", digit(by), cases.collect::<String>())
        }
    };
    pieces.iter().map(of).collect()
}

fn function(text: &mut String, message: &Message, topic: usize, number: usize) -> std::fmt::Result {
    writeln!(text, "/// `{}`", message.source().replace('`', "'"))?;
    for line in message.comment.lines() {
        writeln!(text, "///\n/// {line}")?;
    }
    let name = identifier(&message.name);
    if message.variables.is_empty() {
        let [Piece::Text(words)] = message.pattern.as_slice() else { return Ok(()) };
        return writeln!(text, "#[must_use]\npub fn {name}() -> &'static str {{ crate::plain({topic}, {number}, {words:?}) }}\n");
    }
    let parameters = message.variables.iter().map(|variable| {
        format!("{}: {}", identifier(&variable.name), if variable.is_number { "u64" } else { "&str" })
    });
    let arguments = message.variables.iter().map(|variable| {
        format!("Argument::{}({})", if variable.is_number { "Number" } else { "Text" }, identifier(&variable.name))
    });
    let (parameters, arguments) = (parameters.collect::<Vec<_>>().join(", "), arguments.collect::<Vec<_>>().join(", "));
    let english = pattern(&message.pattern);
    writeln!(text, "#[must_use]\npub fn {name}({parameters}) -> String {{ crate::filled({topic}, {number}, {english:?}, &[{arguments}]) }}\n")
}

fn identifier(name: &str) -> String {
    let name = name.replace('-', "_");
    if KEYWORDS.contains(&name.as_str()) { format!("{name}_") } else { name }
}
