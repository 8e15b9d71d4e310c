//! Which texts exist as interned objects while a program is compiled.
//!
//! A literal that looks like a name is replaced by the interned object of the same text when its code object is made
//! (`intern_constants`, Objects/codeobject.c); a frozenset that holds such a literal is then made anew for that code object.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::ast::Text;
use crate::prescan::{Scan, TokenKind};

/// The words compiled into 3.12.1, all of them interned; the heap's data segment holds the same.
static COMPILED_IN: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../../heap/src/statics/identifiers.txt").split_ascii_whitespace().collect());

/// Interned texts that are other objects than the literals of the program.
#[derive(Debug, Default)]
pub(crate) struct Interned {
    names: HashSet<String>,
}

impl Interned {
    /// What the parser has interned once it has read `source`: each of its names.
    pub(crate) fn by_parser(source: &str, scan: &Scan) -> Self {
        let names = scan.tokens.iter().filter(|token| token.kind == TokenKind::Name);
        Self { names: names.map(|token| token.text(source).to_owned()).filter(|name| !is_keyword(name)).collect() }
    }

    /// Whether making a code object replaces a literal `text` by another object; if not, the literal is interned now.
    pub(crate) fn replaces(&mut self, text: &str) -> bool {
        if COMPILED_IN.contains(text) {
            return true;
        }
        // There is one object for each text of one character, whoever makes it.
        let is_single = text.chars().count() == 1;
        !is_single && (self.names.contains(text) || !self.names.insert(text.to_owned()))
    }
}

/// `all_name_chars`: what is interned as a constant.
pub(crate) fn looks_like_name(text: &Text) -> Option<String> {
    let is_name = |point: &u32| u8::try_from(*point).is_ok_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    text.0.iter().all(is_name).then(|| text.to_rust()).flatten().map(|text| text.to_string())
}

/// Whether the tokenizer's names stay with the grammar: no object is made of them.
fn is_keyword(name: &str) -> bool {
    matches!(
        name,
        "False" | "None" | "True" | "and" | "as" | "assert" | "async" | "await" | "break" | "class" | "continue"
            | "def" | "del" | "elif" | "else" | "except" | "finally" | "for" | "from" | "global" | "if" | "import"
            | "in" | "is" | "lambda" | "nonlocal" | "not" | "or" | "pass" | "raise" | "return" | "try" | "while"
            | "with" | "yield"
    )
}
