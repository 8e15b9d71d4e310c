//! What can be said of a source before parsing it, without recursion: CPython's tokenizer (`Parser/tokenizer.c`), its
//! errors word for word, and the limits that keep the recursive passes after it within a small stack.
//!
//! CPython tokenizes the rest of a file before it reports an error of the parser, and prefers most errors found there
//! (`Parser/pegen.c`).

mod indentation;
mod name;
mod nesting;
mod number;
mod string;
mod token;
mod tokenizer;

pub(crate) use token::{Token, TokenKind};
use tokenizer::Tokenizer;

use crate::Mode;
use crate::diagnostic::{Diagnostic, DiagnosticKind};

/// The longest source, in bytes. CPython has no such limit.
pub(crate) const MAX_SOURCE_BYTES: usize = 4 << 20;

/// What the scan finds in a source.
pub(crate) struct Scan {
    /// The tokens CPython's parser would see, the last of them `End`.
    pub(crate) tokens: Vec<Token>,
    /// The innermost bracket still open at the end.
    pub(crate) unclosed: Option<Bracket>,
    /// Why the tokens end before the source does. The last token stands for it.
    pub(crate) stop: Option<Stop>,
}

/// An open bracket.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bracket {
    /// `(`, `[` or `{`.
    pub(crate) character: char,
    /// Byte offset.
    pub(crate) offset: u32,
    /// Line, from 1.
    pub(crate) line: u32,
}

/// An error of the tokenizer.
pub(crate) struct Stop {
    /// What is wrong.
    pub(crate) error: Diagnostic,
    /// It counts even if the parser gets stuck before.
    pub(crate) first: bool,
}

/// Tokenizes `source`, whose line ends are line feeds. CPython gives the last line of all but an expression a line feed.
///
/// # Errors
/// The limit reached.
pub(crate) fn scan(source: &str, mode: Mode) -> Result<Scan, Diagnostic> {
    if source.len() > MAX_SOURCE_BYTES {
        let message = format!("source code longer than {MAX_SOURCE_BYTES} bytes, the limit of this simulator");
        return Err(without_place(DiagnosticKind::TooDeep, message));
    }
    if let Some(place) = source.find('\0') {
        let lines = source[..place].bytes().filter(|&byte| byte == b'\n').count();
        let line = u32::try_from(lines).unwrap_or(u32::MAX - 1) + 1;
        let message = "source code cannot contain null bytes".to_owned();
        return Err(Diagnostic {
            line,
            end_line: line,
            ..without_place(DiagnosticKind::Syntax, message)
        });
    }
    Tokenizer::new(source, mode == Mode::Expression).run()
}

fn without_place(kind: DiagnosticKind, message: String) -> Diagnostic {
    Diagnostic {
        kind,
        message,
        line: 0,
        column: 0,
        end_line: 0,
        end_column: 0,
    }
}
