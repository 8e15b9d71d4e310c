//! Reading a message file.

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser,
};

use crate::{Message, Piece, Variable};

/// The messages of a file, in their order.
///
/// # Errors
/// A sentence per mistake: what, and in which message or line.
pub fn read(text: &str) -> Result<Vec<Message>, Vec<String>> {
    let resource = parser::parse(text).map_err(|(_, mistakes)| {
        let line = |at: usize| text.get(..at).map_or(0, |before| before.matches('\n').count()) + 1;
        mistakes.iter().map(|mistake| format!("line {}: {}", line(mistake.pos.start), mistake.kind)).collect::<Vec<_>>()
    })?;
    let mut found: Vec<Message> = Vec::new();
    let mut complaints = Vec::new();
    for entry in resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            Entry::Term(term) => {
                complaints.push(format!("-{}: terms are not understood here; write the word out.", term.id.name));
                continue;
            }
            Entry::Junk { content } => {
                complaints.push(format!("this cannot be read: {content}"));
                continue;
            }
        };
        let name = message.id.name.to_string();
        let comment = message.comment.map(|comment| comment.content.join("\n")).unwrap_or_default();
        let mut reader = Reader { variables: declared(&comment), mistake: None };
        let pattern = message.value.map(|pattern| reader.pattern(&pattern)).unwrap_or_default();
        complaints.extend(reader.mistake.map(|mistake| format!("{name}: {mistake}")));
        if pattern.is_empty() {
            complaints.push(format!("{name}: it has no text."));
        }
        if found.iter().any(|other| other.name == name) {
            complaints.push(format!("{name}: there are two messages of this name."));
        }
        found.push(Message { name, comment, variables: reader.variables, pattern });
    }
    if complaints.is_empty() { Ok(found) } else { Err(complaints) }
}

/// The variables that a comment speaks of: lines like `$count (Number): how many`.
fn declared(comment: &str) -> Vec<Variable> {
    let of_line = |line: &str| {
        let rest = line.trim().strip_prefix('$')?;
        let name: String = rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_' || *letter == '-').collect();
        let is_number = rest.get(name.len()..)?.trim_start().starts_with("(Number)");
        Some(Variable { name, is_number })
    };
    comment.lines().filter_map(of_line).collect()
}

struct Reader {
    variables: Vec<Variable>,
    mistake: Option<String>,
}

impl Reader {
    fn pattern(&mut self, pattern: &Pattern<&str>) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        for element in &pattern.elements {
            let piece = match element {
                PatternElement::TextElement { value } => Piece::Text((*value).to_string()),
                PatternElement::Placeable { expression } => self.expression(expression),
            };
            match (pieces.last_mut(), piece) {
                (Some(Piece::Text(text)), Piece::Text(more)) => text.push_str(&more),
                (_, piece) => pieces.push(piece),
            }
        }
        pieces
    }

    fn expression(&mut self, expression: &Expression<&str>) -> Piece {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let Piece::Variable(by) = self.inline(selector) else {
                    return self.fail("a choice is made by a variable.");
                };
                let mut cases = Vec::new();
                for variant in variants {
                    let key = match &variant.key {
                        VariantKey::Identifier { name } => (*name).to_string(),
                        VariantKey::NumberLiteral { value } => (*value).to_string(),
                    };
                    cases.push((variant.default, (key, self.pattern(&variant.value))));
                }
                // The first that fits is taken: exact numbers before plural forms, the case for all others last.
                cases.sort_by_key(|(is_default, (key, _))| (*is_default, key.parse::<u64>().is_err()));
                Piece::Choice { by, cases: cases.into_iter().map(|(_, case)| case).collect() }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) -> Piece {
        match inline {
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                let mut text = String::new();
                if fluent_syntax::unicode::unescape_unicode(&mut text, value).is_err() {
                    return self.fail("a text in quotes cannot be read.");
                }
                Piece::Text(text)
            }
            InlineExpression::VariableReference { id } => Piece::Variable(self.variable(id.name)),
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => self.fail("only variables, text in quotes and choices are understood between braces."),
        }
    }

    fn variable(&mut self, name: &str) -> usize {
        if let Some(index) = self.variables.iter().position(|variable| variable.name == name) {
            return index;
        }
        self.variables.push(Variable { name: name.to_string(), is_number: false });
        self.variables.len() - 1
    }

    fn fail(&mut self, why: &str) -> Piece {
        self.mistake.get_or_insert_with(|| why.to_string());
        Piece::Text(String::new())
    }
}
